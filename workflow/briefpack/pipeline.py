"""The pipeline: files joined to stages, for the command line to call.

    documents -> check -> select -> draw -> render -> typeset -> release

Each function gives its result, or raises Refusal where nothing further can be done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.organisation import BASE, Organisation, Templates
from briefpack.case.withheld import withheld_texts
from briefpack.case.wording import Catalogue
from briefpack.checks.coverage import coverage
from briefpack.checks.openness import may_have_pack, no_pack
from briefpack.colours import BASE_COLOURS
from briefpack.files.citation_styles import read_citation_style
from briefpack.files.organisations import read_catalogue, read_organisation
from briefpack.files.pictures import read_pictures
from briefpack.files.templates import read_templates
from briefpack.files.writing import read_bytes, read_text
from briefpack.handbook import Audience
from briefpack.intake import read_case
from briefpack.paging import with_page_numbers
from briefpack.problems import Refusal
from briefpack.stages.draw import draw
from briefpack.stages.release import read_back
from briefpack.stages.render import CitationStyle, Compiled, printed, render
from briefpack.stages.select import select
from briefpack.stages.typeset import typeset
from briefpack.word.house import House
from briefpack.word.markdown import picture_paths, with_contents
from briefpack.word.styles import style_called

STYLE = "style.docx"


@dataclass(frozen=True)
class Order:
    """The packs to be made of one case in one house style: for whom, in which languages, with which contents.

    `page_numbers` asks for those of a LibreOffice layout in the contents of Word packs.
    """

    case: Path
    templates: Path
    organisation: str
    audiences: tuple[Audience, ...]
    languages: tuple[str, ...]
    page_numbers: bool = False


@dataclass(frozen=True)
class HouseStyle:
    """Everything of an organisation that its packs in one language are made with."""

    settings: Organisation
    templates: Templates
    catalogue: Catalogue
    style: bytes
    style_file: str
    citations: CitationStyle
    compiled: Compiled
    page_numbers: bool


def make_packs(order: Order) -> dict[str, bytes]:
    """Give the finished files of an order by name, each read back; raise Refusal where anything about any is wrong.

    The packs of a case come together or not at all, so that what its readers share is never of two dates.
    """
    case, _ = read_case(order.case)
    closed = [no_pack(case, audience) for audience in order.audiences if not may_have_pack(case, audience)]
    if closed:
        raise Refusal(closed)
    files: dict[str, bytes] = {}
    for language in order.languages:
        house = _house_style(order, language)
        for audience in order.audiences:
            files |= _pack(case, audience, house, f"{order.case.name}.{audience}.{language}")
    return files


def _house_style(order: Order, language: str) -> HouseStyle:
    settings = read_organisation(order.templates, order.organisation)
    catalogue = read_catalogue(order.templates, order.organisation, language)
    citations = read_citation_style(order.templates / order.organisation, settings.citation_style)
    style = _style_file(order.templates, order.organisation)
    return HouseStyle(
        settings,
        read_templates(order.templates, order.organisation),
        catalogue,
        read_bytes(style),
        str(style),
        CitationStyle(citations, catalogue.tag),
        Compiled(),
        order.page_numbers,
    )


def _pack(case: Case, audience: Audience, house: HouseStyle, name: str) -> Mapping[str, bytes]:
    view = select(case, audience)
    wording, style = house.catalogue, house.citations
    computed, media = coverage(view), f"{name}.media"
    pictures = draw(view, wording, _colours(house.settings), computed)
    made_from = (house.templates, house.settings, wording, computed, style, house.compiled)
    markdown = with_contents(render(view, *made_from, pictures, media))
    shown = printed(markdown, pictures, media)
    word = _word(markdown, house, f"{name}.md", shown)
    finished = {f"{name}.md": markdown.encode(), f"{name}.docx": word}
    problems = read_back(finished, withheld_texts(select(case, "team"), view))
    if problems:
        raise Refusal(problems)
    return finished | shown


def _colours(settings: Organisation) -> Mapping[str, str]:
    """Give the colour of each slot: the organisation's, or the base style's."""
    return {**BASE_COLOURS, **{slot: colour for slot, colour in settings.colours if colour}}


def _word(markdown: str, house: HouseStyle, file: str, pictures: Mapping[str, bytes]) -> bytes:
    """Give the Word pack of a Markdown pack, with page numbers in its contents if the order asks for them."""
    make = partial(_typeset, markdown, house, file, pictures)
    return with_page_numbers(markdown, make) if house.page_numbers else make({})


def _typeset(
    markdown: str, house: HouseStyle, file: str, pictures: Mapping[str, bytes], pages: Mapping[str, int]
) -> bytes:
    with style_called(house.style_file):
        return typeset(markdown, house.style, _house(house.settings), file=file, pictures=pictures, pages=pages)


def word_from(path: Path, templates: Path, organisation: str | None, *, page_numbers: bool = False) -> bytes:
    """Give a Markdown file of the dialect as a Word file, in the style of an organisation or of the base."""
    settings = read_organisation(templates, organisation) if organisation else None
    house, style = _house(settings) if settings else None, _style_file(templates, organisation or BASE)
    markdown = read_text(path)
    pictures = read_pictures(path.parent, picture_paths(markdown))
    make = partial(typeset, markdown, read_bytes(style), house, file=str(path), pictures=pictures)
    with style_called(str(style)):
        return with_page_numbers(markdown, lambda pages: make(pages=pages)) if page_numbers else make()


def _style_file(templates: Path, organisation: str) -> Path:
    own = templates / organisation / STYLE
    return own if own.is_file() else templates / BASE / STYLE


def _house(settings: Organisation) -> House:
    colours = {slot: colour for slot, colour in settings.colours if colour}
    return House(settings.name, settings.paper, colours)
