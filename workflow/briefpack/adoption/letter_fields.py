"""Letter fields: which fields of a template's letterhead reach packs: numbers of pages, and the words of links."""

from __future__ import annotations

from typing import Literal

from briefpack.word.xml import Element, qualified

Number = Literal["", "PAGE", "NUMPAGES"]
_NUMBERS: dict[str, Number] = {"PAGE": "PAGE", "NUMPAGES": "NUMPAGES", "SECTIONPAGES": "NUMPAGES"}
#: The fields whose result is nothing but words that somebody typed.
_TYPED = ("HYPERLINK", "QUOTE", "")


class LetterFields:
    """The fields of one part, met in order: what they show, and whether what stands in them is taken."""

    def __init__(self, notes: list[str]) -> None:
        self._notes = notes
        #: Of each open field its code and, once its result has begun, whether that is taken.
        self._open: list[tuple[str, bool | None]] = []
        self._simple: tuple[Element, ...] = ()
        self.has_gap = False

    @property
    def is_shown(self) -> bool:
        """Return whether what stands here is taken."""
        return all(taken is True for _, taken in self._open) and all(
            _kind(_code(each)) in _TYPED for each in self._simple
        )

    @property
    def is_open(self) -> bool:
        """Return whether a field has begun that has not ended."""
        return bool(self._open)

    def meet(self, child: Element, name: str, simple: tuple[Element, ...]) -> Number:
        """Take note of a piece of a run, and return the number of a page that the field which it begins gives."""
        before, self._simple = self._simple, simple
        if simple and simple != before:
            # In what is left behind there is no number.
            numbers = [self._taken(_code(each)) for each in simple if each not in before]
            is_within = all(_kind(_code(each)) in _TYPED for each in simple[:-1])
            is_within = is_within and all(taken is True for _, taken in self._open)
            return numbers[-1] if numbers and is_within else ""
        if name == "instrText" and self._open:
            code, taken = self._open[-1]
            self._open[-1] = (code + (child.text or ""), taken)
        if name != "fldChar":
            return ""
        kind = child.get(qualified("w:fldCharType"))
        if kind == "begin":
            self._open.append(("", None))
        elif kind in ("separate", "end") and self._open:
            code, taken = self._open.pop()
            around = self.is_shown
            found = self._taken(code) if taken is None and around else ""
            if kind == "separate":
                self._open.append((code, _kind(code) in _TYPED))
            return found
        return ""

    def _taken(self, code: str) -> Number:
        kind = _kind(code)
        if kind in _NUMBERS:
            return _NUMBERS[kind]
        if kind not in _TYPED:
            self.has_gap = True
            self._notes.append(f"the field {kind} is left behind, with what it showed")
        return ""


def _code(field: Element) -> str:
    return field.get(qualified("w:instr")) or ""


def _kind(code: str) -> str:
    """Return the name of a field."""
    return (code.split() or [""])[0].upper()
