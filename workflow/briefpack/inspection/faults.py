"""Faults: what is wrong with a finished file, each kind once with its first place, and without a word of its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefpack.inspection.names import Element, full, short, value

_PARAGRAPH = full("w:p")
_NAMED = {full("w:style"): "w:styleId", full("w:abstractNum"): "w:abstractNumId", full("w:num"): "w:numId"}

#: The remedy where neither a case nor a template is the cause; `packs/style_trial.py` has another for a style document.
OURS = "this is a fault of briefpack: report it"
OURS_OR_STYLE = "this is a fault of briefpack or of style.docx: report it"

#: What a fault is about: `form` is whatever has no id of its own, since no line of Markdown shows it.
Kind = Literal["form", "heading_level", "empty_heading", "empty_paragraph", "vague_link", "misleading_link"]


@dataclass(frozen=True)
class Fault:
    """One kind of fault as a sentence: part and place, what is wrong, what to do, and how often it is so."""

    text: str
    kind: Kind = "form"

    def __str__(self) -> str:
        return self.text


@dataclass
class _Found:
    element: Element | None
    kind: Kind
    times: int = 1


@dataclass
class Faults:
    """The faults of one package, in the order in which they were found; equal faults are counted."""

    headings: frozenset[str] = frozenset()
    _found: dict[tuple[str, str], _Found] = field(default_factory=dict)

    def add(self, part: str, message: str, element: Element | None = None, kind: Kind = "form") -> None:
        """Add a fault at an element of a part; the message says what is wrong and what to do."""
        known = self._found.get((part, message))
        if known is None:
            self._found[part, message] = _Found(element, kind)
        else:
            known.times += 1

    @property
    def count(self) -> int:
        """Return how many faults were added so far."""
        return sum(found.times for found in self._found.values())

    def told(self) -> list[Fault]:
        """Return each fault once, with its first place."""
        return [Fault(self._sentence(*said, found), found.kind) for said, found in self._found.items()]

    def _sentence(self, part: str, message: str, found: _Found) -> str:
        times = f" ({found.times} times)" if found.times > 1 else ""
        return f"{part}{self._place(found.element)}: {message}{times}"

    def _place(self, element: Element | None) -> str:
        """Return the place of an element in words: its style or list, or else its paragraph, counted from 1."""
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
