"""Citations: sources set in the citation style of an organisation, with citeproc.

Where citeproc-py departs from CSL (letters, titles printed twice, fixed text without values, doubled points),
`csl_elements` and `csl_variables` mend it. It also changes a style while it sets a source, so each gets a fresh copy.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import citeproc  # type: ignore[import-untyped]
from citeproc import CitationStylesBibliography
from citeproc.source import BibliographySource, Citation, CitationItem  # type: ignore[import-untyped]

from briefpack.disclosure.absent import dotted
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.problems import TemplateMistake
from briefpack.stages.render.blame import is_ours
from briefpack.stages.render.csl_elements import Marking
from briefpack.stages.render.csl_sources import KEY, locator_of, reference_of
from briefpack.stages.render.csl_styles import copied, read_style
from briefpack.stages.render.emphasis import emphasised, unmarked
from briefpack.stages.render.points import held, pointed
from briefpack.stages.render.source_variables import Variables, variables_of
from briefpack.stages.render.usual_sources import MORE, OF_A_SOURCE, PLAIN, USUAL
from briefpack.text.escaping import escaped
from briefpack.text.quoting import repeated

_CITEPROC = str(Path(citeproc.__file__).parent)
_WHOLE, _WORK = ("container_title", "title"), ("title", "container_title")
#: Variables that tell works of one title apart, with the title to add them to if a style does not print them.
_NUMBERED: Mapping[str, tuple[str, str]] = {"volume": _WHOLE, "issue": _WHOLE, "number": _WHOLE, "version": _WORK}
#: Other variables that a style may not print: these say by themselves what they are, and are added in brackets.
_ASIDE = ("genre", "event", "collection_title", "collection_number")
_BRACKETS = ("()", "[]")
#: Sources as a bibliography has them, each with the copy of the style that has set it.
_Listings = dict[Variables, tuple[Any, str]]
#: The type that a source is set as if a style leaves out its own type, such as interviews.
_OTHERWISE = ("document", "report", "book", "webpage")


class UnsetSource(TemplateMistake):
    """Raised when a citation style cannot set a source."""


@dataclass(frozen=True)
class AsSet:
    """A source as a style sets it, in Markdown: in full, and as short as in running text."""

    full: str
    short: str


class CitationStyle:
    """A citation style in one language; it sets a source once, and again only for a reader who sees other fields of it.

    `content` is the style in CSL, the Citation Style Language; `locale` is a BCP 47 tag, `name` what the style is
    called, or its file. `undated` is printed for a date that is absent: the style's own words for it would say that the
    source has no date, which only its author can say.
    """

    def __init__(self, content: bytes, locale: str, name: str = "", undated: str = "") -> None:
        self._content, self._locale, self._name, self._undated = content, locale, name, undated
        self._cited: dict[tuple[Variables, str | None], AsSet] = {}

    @cached_property
    def _read(self) -> Any:
        """Return the style as it is copied for each source."""
        return read_style(self._content, self._locale)

    def cite(self, source: Node, at: str | None = None) -> AsSet:
        """Return a source as the style sets it, with the place in it; raise UnsetSource if the style cannot set it."""
        variables = tuple(variables_of(source))
        if self._undated and "issued" not in dict(variables):
            variables += (("issued", self._undated),)
        if (variables, at) not in self._cited:
            found = self._tried(variables, at)
            if found is None:
                remedy = "choose another 'citation_style', or write this source as 'citation'"
                named = f"the citation style '{repeated(self._name)}'" if self._name else "the citation style"
                raise UnsetSource(f"{named} cannot set the source '{dotted(inside(source).path)}': {remedy}")
            self._cited[variables, at] = found
        return self._cited[variables, at]

    def _made_room(self, variables: Variables, listed: _Listings) -> Variables:
        """Return a source whose title also holds the variables that the style does not print.

        Volumes of one work, versions of one set of data and papers of one series may differ by nothing else. What was
        `listed` for that is kept there.
        """
        given = dict(variables)
        for name, titles in _NUMBERED.items():
            is_of_journal = given["type"] == "article-journal" and titles == _WHOLE
            if given.get(name) and not is_of_journal and not self._prints(name, given, listed):
                term = self._read.root.get_term(name, "short" if titles == _WHOLE else "long")
                word = name if term is None else term.findtext("{*}single") or term.text
                _add_to_title(given, titles, f", {word} {given[name]}")
        aside = [given[name] for name in _ASIDE if given.get(name) and not self._prints(name, given, listed)]
        if aside:
            _add_to_title(given, _WORK if given.get("title") else _WHOLE, f" ({', '.join(aside)})")
        return tuple(given.items())

    def _prints(self, name: str, given: Mapping[str, Any], listed: _Listings) -> bool:
        whole = tuple(given.items())
        listed[whole] = listed.get(whole) or self._listing(whole)
        _, with_it = listed[whole]
        _, without = self._listing(tuple((key, value) for key, value in whole if key != name))
        return with_it != without or not with_it

    def _listing(self, variables: Variables) -> tuple[Any, str]:
        """Return a source as the bibliography has it, and the copy of the style that has set it."""
        style = copied(self._read)
        return style, _listed(style, variables)

    def misfit(self) -> str:
        """Return what is wrong with the style if it cannot set a usual source; an empty text if it sets them all."""
        for kind in USUAL:
            if self._tried((("type", kind), *OF_A_SOURCE), None) is None:
                return f"this style cannot be used, because it cannot even set a '{kind}': correct it, or use another"
        return ""

    def _tried(self, variables: Variables, at: str | None) -> AsSet | None:
        """Return a source as the style sets it, or None where the style or citeproc fails; raise a fault of ours."""
        try:
            return self._set(variables, at)
        except Exception as fault:
            if is_ours(fault, _CITEPROC):
                raise
            _refuse_to_blame()
            return None

    def _set(self, variables: Variables, at: str | None) -> AsSet:
        with warnings.catch_warnings(action="ignore"):
            listed: _Listings = {}
            variables = self._made_room(variables, listed)
            style, full = listed.get(variables) or self._listing(variables)
            bibliography, citation = _bibliography(style, variables, at)
            short = str(bibliography.cite(citation, None))
            short = short[1:-1] if short[:1] + short[-1:] in _BRACKETS else short
            full = full or _unlisted(style, variables, short)
        short = emphasised(pointed(short if _says_something(short) else full))
        return AsSet(emphasised(pointed(full)), f"{short}, {escaped(at)}" if at and not locator_of(at) else short)


def _refuse_to_blame() -> None:
    """Raise what fails where even a plain source cannot be set in a plain style: a fault of ours, or of citeproc.

    What we hand to citeproc wrongly fails within citeproc, where it looks as if the style had failed.
    """
    try:
        CitationStyle(PLAIN, "en-GB")._set((("type", "book"), *OF_A_SOURCE, *MORE), None)
    except TemplateMistake as fault:
        raise RuntimeError("no source can be set") from fault


def _add_to_title(given: dict[str, Any], titles: tuple[str, str], more: str) -> None:
    """Add a text to the first of these titles that a source has."""
    for title in [name for name in titles if given.get(name)][:1]:
        given[title] = held(f"{given[title].removesuffix('.')}{more}")


def _listed(style: Any, variables: Variables) -> str:
    """Return a source as the style's bibliography has it, or an empty text if the style has none or leaves it out."""
    if not style.has_bibliography():
        return ""
    full = "".join(str(part) for part in _bibliography(style, variables)[0].bibliography())
    return full if _says_something(full) else ""


def _says_something(text: str) -> bool:
    return bool(unmarked(text).strip(" .,;:"))


def _unlisted(style: Any, variables: Variables, short: str) -> str:
    """Return a source that a style leaves out of its bibliography as a note has it, or else set as another type.

    A form without the title does not count: nobody could find such a source.
    """
    title = str(dict(variables).get("title", "")).casefold()
    others = (_listed(style, (*variables, ("type", other))) for other in _OTHERWISE)
    notes: tuple[str, ...] = (short,) if style.root.get("class") == "note" else ()
    for found in (*notes, *others, short):
        if _says_something(found) and (found in notes or title in unmarked(found).casefold()):
            return found
    raise UnsetSource("the style does not print such a source")


def _bibliography(style: Any, variables: Variables, at: str | None = None) -> tuple[Any, Any]:
    """Return a bibliography of one source, and a citation of it, perhaps of a place in it."""
    known = BibliographySource()
    known.add(reference_of(dict(variables)))
    locator = locator_of(at) if at else None
    item = CitationItem(KEY, locator=locator) if locator else CitationItem(KEY)
    bibliography, citation = CitationStylesBibliography(style, known, Marking), Citation([item])
    bibliography.register(citation)
    return bibliography, citation
