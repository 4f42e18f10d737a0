"""House styles: all that an organisation's packs are made with, and Markdown made into Word in its style."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from briefpack.checks import marks
from briefpack.disclosure.view import View
from briefpack.files.citation_styles import SUFFIX, read_citation_style
from briefpack.files.kept import Kept
from briefpack.files.organisations import read_organisation
from briefpack.files.templates import hidden, links_out, read_templates
from briefpack.findings.changed import faults as faults_of_changes
from briefpack.gate.printed import printed_row
from briefpack.gate.searching import Searchable
from briefpack.gate.wanted import AlwaysPrinted
from briefpack.house.organisation import OrganisationSettings, Templates
from briefpack.house.wording import Catalogue
from briefpack.packs.orders import Order
from briefpack.packs.own_pictures import own_pictures
from briefpack.packs.paging import with_page_numbers
from briefpack.packs.style_trial import faults_of_style
from briefpack.packs.word_styles import WordStyle, read_word_style
from briefpack.packs.wordings import PackWording, read_wording
from briefpack.pictures.picture import Picture
from briefpack.problems import Place, Problem, Refusal, refused_under
from briefpack.stages.render import CitationStyle, Compiled, MarkdownStyle
from briefpack.stages.typeset import typeset
from briefpack.word.house import House
from briefpack.word.letterhead import NO_LETTERHEAD
from briefpack.word.page_room import PageRoom, page_room
from briefpack.word.styles import style_called

_Read = TypeVar("_Read")


@dataclass(frozen=True)
class HouseStyle(MarkdownStyle):
    """All that an organisation's packs in one language are made with."""

    word: WordStyle
    page_numbers: bool
    fixed: Searchable
    own_pictures: tuple[Picture, ...] = ()

    @property
    def wording(self) -> PackWording:
        """Return how packs in this house style are worded."""
        return PackWording(self.catalogue, self.fixed)

    def for_reader(self, view: View) -> HouseStyle:
        """Return the house style of what is made of a view: without a letterhead where its case says so."""
        if not view.is_plain or self.word.letterhead == NO_LETTERHEAD:
            return self
        return replace(self, word=replace(self.word, letterhead=NO_LETTERHEAD))

    @property
    def said(self) -> tuple[Problem, ...]:
        """Return what is to be told of the house style to whoever makes packs in it."""
        return (*self.word.said, *hidden(self.templates))

    @cached_property
    def room(self) -> PageRoom:
        """Return the room on a page in this house style."""
        with style_called(self.word.file):
            return page_room(self.word.style, self.settings.paper, self.word.letterhead)

    @cached_property
    def letters(self) -> str:
        """Return each character of the wording once; raised letters as the plain ones that pictures show."""
        forms = (
            form
            for text in self.catalogue.texts.values()
            for form in ([text] if isinstance(text, str) else text.values())
        )
        return "".join(sorted(set(unicodedata.normalize("NFKC", "".join(forms)))))

    @cached_property
    def printed(self) -> AlwaysPrinted:
        """Return what every pack in this house style prints, for a check to compare a case with."""
        row = printed_row(self.catalogue, self.word.style)
        return AlwaysPrinted(self.fixed, row, self.catalogue, Searchable(self.word.letterhead_texts, apart=True))


def house_styles(order: Order) -> tuple[Sequence[HouseStyle], Sequence[Problem]]:
    """Return the house style of an order in each language, or nothing and every problem in its files."""
    found: list[HouseStyle] = []
    problems: list[Problem] = []
    for language in order.languages:
        try:
            numbered, like = order.page_numbers, found[0] if found else None
            found.append(
                read_house_style(order.templates, order.organisation, language, page_numbers=numbered, like=like)
            )
        except Refusal as refusal:
            problems += refusal.problems
    return ([], list(dict.fromkeys(problems))) if problems else (found, [])


@refused_under("house_style")
def read_house_style(
    templates: Path, organisation: str, language: str, *, page_numbers: bool = False, like: HouseStyle | None = None
) -> HouseStyle:
    """Return the house style of an organisation in a language; raise Refusal with all that is wrong in its files.

    `like` is its house style in another language, if that was read: the style document and compiled templates are one.
    """
    settings, wording, sources = _read_each(templates, organisation, language)
    _refuse_marks(settings, wording.catalogue, sources)
    citations = _citations(templates / organisation, settings.citation_style, wording.catalogue)
    word = like.word if like else _word_style(templates, organisation, settings)
    return HouseStyle(
        settings,
        sources,
        wording.catalogue,
        citations,
        like.compiled if like else Compiled(Kept()),
        word,
        page_numbers,
        wording.fixed,
        own_pictures(templates / organisation, wording.catalogue),
    )


def _word_style(templates: Path, organisation: str, settings: OrganisationSettings) -> WordStyle:
    """Return the style document of an organisation; raise Refusal with what it would bring into packs that none may."""
    word = read_word_style(templates, organisation, settings)
    is_tried = word.is_own or word.letterhead != NO_LETTERHEAD
    faults = list(faults_of_style(word.style, word.file, word.letterhead)) if is_tried else []
    if faults:
        raise Refusal(faults)
    return word


def _read_each(
    templates: Path, organisation: str, language: str
) -> tuple[OrganisationSettings, PackWording, Templates]:
    """Return settings, wording and templates of an organisation; raise Refusal with what is wrong in any of them."""
    problems: list[Problem] = []

    def tried(read: Callable[[], _Read]) -> _Read | None:
        try:
            return read()
        except Refusal as refusal:
            problems.extend(refusal.problems)
            return None

    settings = tried(lambda: read_settings(templates, organisation, language))
    if links_out(templates, organisation):
        # What such a link leads to may be secret: nothing of it is read, and so nothing of it is told.
        raise Refusal(problems)
    wording = tried(lambda: read_wording(templates, organisation, language))
    sources = tried(lambda: read_templates(templates, organisation))
    if settings is None and not (templates / organisation / "organisation.yaml").is_file():
        # Where there is no such organisation, all else only follows.
        del problems[1:]
    if settings is None or wording is None or sources is None:
        raise Refusal(dict.fromkeys(problems))
    return settings, wording, sources


@refused_under("house_style")
def read_settings(templates: Path, organisation: str, language: str | None = None) -> OrganisationSettings:
    """Return the settings of an organisation; raise Refusal where they are wrong, or change a rule as none may."""
    settings, document = read_organisation(templates, organisation, language)
    wrong = [Problem(document.places[("findings", *path)], text) for path, text in faults_of_changes(settings.findings)]
    if wrong:
        raise Refusal(wrong)
    return settings


def _citations(folder: Path, name: str, catalogue: Catalogue) -> CitationStyle:
    """Return the citation style of an organisation; raise Refusal where a style of its own cannot be used."""
    style = CitationStyle(read_citation_style(folder, name), catalogue.tag, name, catalogue.say("sources.undated"))
    fault = style.misfit() if name.endswith(SUFFIX) else ""
    if fault:
        raise Refusal([Problem(Place(str(folder / name)), fault)])
    return style


def _refuse_marks(settings: OrganisationSettings, catalogue: Catalogue, templates: Templates) -> None:
    """Raise Refusal where a text of an organisation reads like a handling mark."""
    root, name = Path(templates.root), templates.organisation
    own = [*_own_lines(templates)]
    files = {place.file for place in catalogue.places.values()}
    its_own = {file for file in files if Path(file).is_relative_to(root / name)}
    for key, text in catalogue.texts.items():
        if catalogue.places[key].file in its_own:
            own += [(form, catalogue.places[key]) for form in ([text] if isinstance(text, str) else text.values())]
    problems = [*marks.in_house_style(settings, str(root / name / "organisation.yaml")), *marks.in_wording(own)]
    if problems:
        raise Refusal(problems)


def _own_lines(templates: Templates) -> Iterator[tuple[str, Place]]:
    """Return each line of an organisation's own templates with its place."""
    for name, source in templates.sources.items():
        for number, line in enumerate(source.splitlines() if name.startswith(f"{templates.organisation}/") else (), 1):
            yield line, Place(f"{templates.root}/{name}", number)


def word_of(markdown: str, house: HouseStyle, file: str, pictures: Mapping[str, bytes]) -> bytes:
    """Return the Word pack of a Markdown pack, with page numbers in its contents if the house style has them."""
    make = partial(_typeset, markdown, house, file, pictures)
    return with_page_numbers(markdown, make) if house.page_numbers else make({})


def _typeset(
    markdown: str, house: HouseStyle, file: str, pictures: Mapping[str, bytes], pages: Mapping[str, int]
) -> bytes:
    with style_called(house.word.file):
        made_in = house_of(house.settings, house.word)
        return typeset(markdown, house.word.style, made_in, file=file, pictures=pictures, pages=pages)


def house_of(settings: OrganisationSettings, word: WordStyle) -> House:
    """Return name, paper, colours and letterhead of an organisation as the Word modules take them."""
    colours = {slot: colour for slot, colour in settings.colours if colour}
    return House(settings.name, settings.paper, colours, word.letterhead)
