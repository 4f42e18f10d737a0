"""Faults: what is wrong with a finished file, each kind once, with its first place, and never a word of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefpack.inspection.names import Element, full, short, value

_PARAGRAPH = full("w:p")
_NAMED = {full("w:style"): "w:styleId", full("w:abstractNum"): "w:abstractNumId", full("w:num"): "w:numId"}


@dataclass
class _Kind:
    element: Element | None
    times: int = 1


@dataclass
class Faults:
    """The faults of one package, in the order in which they were found; faults of a kind are counted."""

    headings: frozenset[str] = frozenset()
    _found: dict[tuple[str, str], _Kind] = field(default_factory=dict)

    def add(self, part: str, message: str, element: Element | None = None) -> None:
        """Add a fault of a part, at an element of it; the message says what is wrong and what to do."""
        known = self._found.get((part, message))
        if known is None:
            self._found[part, message] = _Kind(element)
        else:
            known.times += 1

    @property
    def count(self) -> int:
        """How many faults were added so far."""
        return sum(found.times for found in self._found.values())

    def told(self) -> list[str]:
        """Return each kind of fault as a sentence: part and place, what is wrong, and how often it is so."""
        return [
            f"{part}{self._place(found.element)}: {message}" + (f" ({found.times} times)" if found.times > 1 else "")
            for (part, message), found in self._found.items()
        ]

    def _place(self, element: Element | None) -> str:
        """Return the place of an element for a person: its style or list, or else its paragraph, counted from 1."""
        if element is None:
            return ""
        lineage = (element, *element.iterancestors())
        for each in lineage:
            if each.tag in _NAMED:
                return f", {short(str(each.tag))} {each.get(full(_NAMED[str(each.tag)]))}"
        holder = next((each for each in lineage if each.tag == _PARAGRAPH), None)
        return self._counted(element if holder is None else holder)

    def _counted(self, element: Element) -> str:
        paragraphs = headings = 0
        for each in element.getroottree().getroot().iter(_PARAGRAPH, str(element.tag)):
            if each.tag == _PARAGRAPH:
                paragraphs += 1
                headings += value(each, "w:pPr/w:pStyle") in self.headings
            if each is element:
                break
        if not paragraphs:
            return ""
        at = "paragraph" if element.tag == _PARAGRAPH else f"{short(str(element.tag))} after paragraph"
        return f", {at} {paragraphs}" + (f" (under heading {headings})" if headings else "")
