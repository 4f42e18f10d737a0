"""Citations: sources set in the citation style of an organisation; the only module that knows citeproc.

What citeproc-py does other than CSL asks is made good here: it puts small letters into titles, prints a title twice
that stands in for an author, doubles points across emphasis, and changes a style while it sets a source, so that each
source is given a fresh one.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from citeproc import CitationStylesBibliography, CitationStylesStyle  # type: ignore[import-untyped]
from citeproc.model import CitationStylesElement  # type: ignore[import-untyped]
from citeproc.model import Name as NameElement
from citeproc.source import (  # type: ignore[import-untyped]
    BibliographySource,
    Citation,
    CitationItem,
    Date,
    DateRange,
    LiteralDate,
    Locator,
    Reference,
)
from citeproc.source import Name as Person
from citeproc.string import MixedString, NoCase, String  # type: ignore[import-untyped]

from briefpack.case.dates import PartialDate, Point
from briefpack.case.view import Node, TemplateMistake, dotted
from briefpack.escaping import escaped
from briefpack.stages.render.emphasis import bold, emphasised, italic, unmarked
from briefpack.stages.render.initials import initials
from briefpack.stages.render.source_variables import NAMES, TEXTS, TITLES, Variables, variables_of

_KEY = "source"
_NUMBERS = r"(\d+(?:[-\u2013]\d+)?)"
#: The places in a source that CSL has terms for, as authors write them.
_LOCATORS: Mapping[str, re.Pattern[str]] = {
    "page": re.compile(rf"(?:pp?\.? ?|pages? )?{_NUMBERS}"),
    "chapter": re.compile(rf"(?:ch\.? ?|chapter ){_NUMBERS}", re.IGNORECASE),
    "paragraph": re.compile(rf"(?:paras?\.? ?|paragraphs? |¶ ?){_NUMBERS}", re.IGNORECASE),
    "section": re.compile(rf"(?:§ ?|sec\.? ?|section ){_NUMBERS}", re.IGNORECASE),
    "volume": re.compile(rf"(?:vol\.? ?|volume ){_NUMBERS}", re.IGNORECASE),
}
_BRACKETS = ("()", "[]")


class UnsetSource(TemplateMistake):
    """A citation style cannot set a source."""


@dataclass(frozen=True)
class AsSet:
    """A source as a style sets it, in Markdown: in full, and as short as in running text."""

    full: str
    short: str


class CitationStyle:
    """A citation style in one language; it sets each source once, and anew only where other fields of it are seen.

    `content` is the style in CSL, the Citation Style Language; `locale` is a BCP 47 tag.
    """

    def __init__(self, content: bytes, locale: str) -> None:
        self._content, self._locale = content, locale
        self._cited: dict[tuple[Variables, str | None], AsSet] = {}

    def cite(self, source: Node, at: str | None = None) -> AsSet:
        """Give a source as the style sets it, with where in it; raise UnsetSource where the style cannot."""
        variables = tuple(variables_of(source))
        if (variables, at) not in self._cited:
            try:
                self._cited[variables, at] = self._set(variables, at)
            except Exception as fault:  # whatever citeproc stumbles over in a style
                remedy = "choose another 'citation_style', or write this source as 'citation'"
                place = dotted(source._path)
                raise UnsetSource(f"the citation style cannot set the source '{place}': {remedy}") from fault
        return self._cited[variables, at]

    def _set(self, variables: Variables, at: str | None) -> AsSet:
        with warnings.catch_warnings(action="ignore"):
            style = _style(self._content, self._locale)
            full = "".join(map(str, _bibliography(style, variables)[0].bibliography()))
            bibliography, citation = _bibliography(style, variables, at)
            short = str(bibliography.cite(citation, None))
        short = short[1:-1] if short[:1] + short[-1:] in _BRACKETS else short
        if not unmarked(full).strip():
            full = _in_its_notes(style, short)
        short = emphasised(short if unmarked(short).strip() else full)
        return AsSet(emphasised(full), f"{short}, {escaped(at)}" if at and not _locator(at) else short)


def _style(content: bytes, locale: str) -> Any:
    """Give a style that does not sort: to sort a source is to set it, and setting it uses it up."""
    style = CitationStylesStyle(io.BytesIO(content), locale, validate=False)
    for sort in style.root.xpath("//*[local-name() = 'sort']"):
        sort.getparent().remove(sort)
    return style


def _in_its_notes(style: Any, note: str) -> str:
    """Give a source that a style leaves out of its bibliography as its notes have it; other styles tell too little."""
    if style.root.get("class") != "note" or not unmarked(note).strip():
        raise ValueError("the style does not print such a source")
    return note


def _bibliography(style: Any, variables: Variables, at: str | None = None) -> tuple[Any, Any]:
    """Give a bibliography of one source, and a citation of it, perhaps of a place in it."""
    known = BibliographySource()
    known.add(_reference(dict(variables)))
    locator = _locator(at) if at else None
    item = CitationItem(_KEY, locator=locator) if locator else CitationItem(_KEY)
    bibliography, citation = CitationStylesBibliography(style, known, _Marking), Citation([item])
    bibliography.register(citation)
    return bibliography, citation


def _locator(at: str) -> Any:
    """Give a place in a source that CSL has a term for: a page where it is only a number."""
    for label, form in _LOCATORS.items():
        if match := form.fullmatch(at):
            return Locator(label, String(match[1].replace("-", "\u2013")))
    return None


class _Marking:
    """How citeproc marks what a style prints in italics or in bold; Markdown has no small capitals and the like."""

    @staticmethod
    def preformat(text: object) -> Any:
        return String(text)

    @staticmethod
    def Italic(text: object) -> Any:  # noqa: N802
        return String(italic(text))

    @staticmethod
    def Bold(text: object) -> Any:  # noqa: N802
        return String(bold(text))

    Oblique = Italic
    Light = Underline = Superscript = Subscript = SmallCaps = preformat


class Name(NameElement, CitationStylesElement):  # type: ignore[misc]
    """How names are set: citeproc makes each element of a style from the last class that was made for its kind."""

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Give the initials of a given name."""
        if "false" in (self.get("initialize"), self.get_root().get("initialize")):
            return given
        return initials(given, mark, keeps_hyphens=self.get_option("initialize-with-hyphen", context))


class _Anonymous(Reference):  # type: ignore[misc]
    """A source without names: the title that stands in for them is there once, as CSL asks of what stands in."""

    def __getitem__(self, name: str) -> Any:
        return self.pop(name) if name in TITLES and name in self else super().__getitem__(name)


class _InWords(LiteralDate):  # type: ignore[misc]
    """A date in words, which has no parts: a style that prints it in two places prints it once."""

    def __getitem__(self, name: str) -> Any:
        return self.pop(name) if name == "text" and name in self else super().__getitem__(name)


def _reference(variables: dict[str, Any]) -> Any:
    """Give a source as citeproc knows it; titles as their authors wrote them, whatever a style says of their case."""
    names = {
        variable: [_name(*one) for one in variables[variable]] for variable in NAMES.values() if variable in variables
    }
    titles = {name: MixedString([NoCase(variables[name])]) for name in TITLES if name in variables}
    texts = {name: String(variables[name]) for name in TEXTS.values() if name in variables}
    dates = {name: _date(variables[name]) for name in ("issued", "accessed") if name in variables}
    # citeproc asks for numbers under the name that CSL has for them.
    texts |= {name.replace("_", "-"): text for name, text in texts.items()}
    return (Reference if names else _Anonymous)(_KEY, variables["type"], **names, **titles, **texts, **dates)


def _name(family: str | None, given: str | None, organisation: str | None) -> Any:
    if organisation or not family:
        return Person(literal=organisation or given)
    return Person(family=family, given=given) if given else Person(family=family)


def _date(date: PartialDate | str) -> Any:
    """Give a date; of an interval within one year what both ends share, for citeproc sets no such interval."""
    if isinstance(date, str):
        return _InWords(date)
    begins, ends = _of(date.start), _of(date.end)
    if begins["year"] != ends["year"]:
        return DateRange(begin=Date(**begins), end=Date(**ends))
    return Date(**dict(takewhile(lambda part: ends.get(part[0]) == part[1], begins.items())))


def _of(point: Point) -> dict[str, int]:
    parts = ("year", "month", "day")
    return {part: getattr(point.first, part) for part in parts[: parts.index(point.precision) + 1]}
