"""Lengths: warns of page ones, briefs and forms that take more pages than their readers are promised.

It also tells of letters that the pictures in them cannot show: both follow from how a case is printed.

Pages are reckoned from the view of each reader and from the house style (see `word/page_room.py`), so that a warning is
the same on every machine, and nothing in it depends on what that reader is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.content import Path as DataPath
from briefpack.checks.openness import may_have_pack, names_coordinators
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import View
from briefpack.disclosure.views import Views
from briefpack.files.kept import Kept
from briefpack.files.senders import HouseLanguage, made_in
from briefpack.handbook import PACK_AUDIENCES
from briefpack.pack_files import name_of
from briefpack.packs import letters
from briefpack.packs.house_styles import HouseStyle, read_house_style
from briefpack.packs.intake import Intake
from briefpack.packs.making import Made, Overlong, openings, too_high
from briefpack.problems import Problem, Refusal, under
from briefpack.stages.render import Compiled, ReaderDocument

_PAGE_ONE = (
    "page one of {document} is about {lines} too long in the house style '{house}', even without what may turn the page"
)
_BRIEF = "{document} may be about {lines} too long for {pages} in the house style '{house}'"
_REMEDY = (
    "shorten this, the longest of its texts ({characters} characters), or others, or leave something out; or, for "
    "every case, give letters or spaces a smaller size in the Word style of '{house}'"
)
_TOO_LITTLE = (
    "it would be without this, the longest of its texts ({characters} characters): give letters or spaces a smaller "
    "size in the Word style of '{house}', for every case, or leave several things out"
)
#: About how many letters of a text stand on a line, in the narrowest column where long ones stand.
_ON_A_LINE = 30
_PAGES = ("", "one page", "two pages")
#: Most templates are those of the base, which every house style has.
_COMPILED = Compiled(Kept())
_BETWEEN_WORDS = re.compile(r"\W+")


class Lengths:
    """Judges the documents of one case after another; each house style is read once, and its faults are told once."""

    def __init__(self, templates: Path, organisation: str | None, audiences: Iterable[str] = PACK_AUDIENCES) -> None:
        """Judge them in the house style of an organisation or, where none is named, of each that sends the case."""
        self._audiences = tuple(audience for audience in PACK_AUDIENCES if audience in audiences)
        self._templates, self._organisation = templates, organisation
        self._houses: dict[HouseLanguage, HouseStyle | None] = {}
        self._told: set[Problem] = set()

    def problems(self, intake: Intake) -> list[Problem]:
        """Return what the pictures of a case cannot show and, as warnings, which of its documents are too long.

        What keeps one from being judged is a warning, too.
        """
        found: list[Problem] = []
        faults: list[Problem] = []
        try:
            for named in made_in(intake.folder, self._templates, self._organisation):
                views = intake.in_language(named[1]).disclosed
                found += self._in_house(named, views, faults) if views else ()
        except Refusal as refusal:
            faults += refusal.problems
        # What is wrong with a house style or with the settings of a build is no error of the case.
        told = {replace(problem, severity="warning") for problem in faults} - self._told
        self._told |= told
        return [*under("pages", found), *told]

    def _in_house(self, named: HouseLanguage, views: Views, faults: list[Problem]) -> Iterator[Problem]:
        """Return a warning for each document that is too long in one house style, and add what is wrong with that."""
        try:
            if named not in self._houses:
                self._houses[named] = None
                self._houses[named] = replace(read_house_style(self._templates, *named), compiled=_COMPILED)
            house = self._houses[named]
            for audience in self._audiences:
                if house and may_have_pack(views.case, audience):
                    yield from letters.problems(views, audience, house)
                    yield from too_long(views.case, views.of(audience), house)
            if house and names_coordinators(views.case):
                yield from letters.problems(views, "coordinator", house)
        except Refusal as refusal:
            faults += refusal.problems


def too_long(case: Case, view: View, house: HouseStyle) -> Iterator[Problem]:
    """Return a warning for each document of a reader that takes more pages than it may."""
    house = house.for_reader(view)
    every = (too_high(document, text, house, pictures) for document, text, pictures in openings(view, house))
    yield from _warnings(case, view, house, (one for found in every for one in found))


def made_too_long(case: Case, pack: Made, house: HouseStyle) -> Iterator[Problem]:
    """Return the same warnings of a pack that is made, which need no second rendering."""
    yield from _warnings(case, pack.view, house.for_reader(pack.view), pack.overlong)


def _warnings(case: Case, view: View, house: HouseStyle, documents: Iterable[Overlong]) -> Iterator[Problem]:
    name = name_of(str(case.content.case.id), view.audience, house.catalogue.language)
    organisation = house.templates.organisation
    for document, text, over in documents:
        lines = house.room.lines(over)
        path, characters = _longest(view, text, document)
        what = (_BRIEF if document.engagement else _PAGE_ONE).format(
            document=document.stem(name),
            lines=f"{lines} line{'s' if lines > 1 else ''}",
            pages=_PAGES[document.kind.pages],
            house=organisation,
        )
        remedy = _REMEDY if characters >= lines * _ON_A_LINE else _TOO_LITTLE
        remedy = remedy.format(characters=characters, house=organisation)
        yield Problem(case.place(path), f"{what}: {remedy}", "warning")


def _longest(view: View, text: str, document: ReaderDocument) -> tuple[DataPath, int]:
    """Return the place of the longest text of the case in a document, and how many characters it has."""
    printed = _words(text)
    texts = sorted(((str(leaf), leaf.path) for leaf in view.leaves), key=lambda one: -len(one[0]))
    found = next(((path, len(said)) for said, path in texts if _words(said) in printed), None)
    return found or (inside(document.engagement).path if document.engagement else ("case", "title"), 0)


def _words(text: str) -> str:
    """Return the words of a text or of Markdown, with one space around each."""
    return f" {_BETWEEN_WORDS.sub(' ', text).strip()} "
