"""The pipeline: files joined to stages, for the command line to call.

    documents -> check -> select -> render -> typeset -> release

Each function gives its result, or raises Refusal where nothing further can be done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.organisation import BASE, Organisation, Templates
from briefpack.case.withheld import withheld_texts
from briefpack.case.wording import Catalogue
from briefpack.checks.coverage import coverage
from briefpack.checks.openness import may_have_pack, no_pack
from briefpack.files.organisations import read_catalogue, read_organisation
from briefpack.files.templates import read_templates
from briefpack.files.writing import read_bytes
from briefpack.handbook import Audience
from briefpack.intake import read_case
from briefpack.problems import Refusal
from briefpack.stages.release import read_back
from briefpack.stages.render import Compiled, render
from briefpack.stages.select import select
from briefpack.stages.typeset import typeset
from briefpack.word.house import House

STYLE = "style.docx"


@dataclass(frozen=True)
class Order:
    """The packs to be made of one case in one house style: for whom, and in which languages."""

    case: Path
    templates: Path
    organisation: str
    audiences: tuple[Audience, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class HouseStyle:
    """Everything of an organisation that its packs in one language are made with."""

    settings: Organisation
    templates: Templates
    catalogue: Catalogue
    style: bytes
    compiled: Compiled


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
    return HouseStyle(
        read_organisation(order.templates, order.organisation),
        read_templates(order.templates, order.organisation),
        read_catalogue(order.templates, order.organisation, language),
        _style(order.templates, order.organisation),
        Compiled(),
    )


def _pack(case: Case, audience: Audience, house: HouseStyle, name: str) -> Mapping[str, bytes]:
    view = select(case, audience)
    markdown = render(view, house.templates, house.settings, house.catalogue, coverage(view), house.compiled)
    word = typeset(markdown, house.style, _house(house.settings), file=f"{name}.md")
    finished = {f"{name}.md": markdown.encode(), f"{name}.docx": word}
    problems = read_back(finished, withheld_texts(select(case, "team"), view))
    if problems:
        raise Refusal(problems)
    return finished


def word_from(markdown: str, file: str, templates: Path, organisation: str | None) -> bytes:
    """Give any Markdown of the dialect as a Word file, in the style of an organisation or of the base."""
    settings = read_organisation(templates, organisation) if organisation else None
    house = _house(settings) if settings else None
    return typeset(markdown, _style(templates, organisation or BASE), house, file=file)


def _style(templates: Path, organisation: str) -> bytes:
    own = templates / organisation / STYLE
    return read_bytes(own if own.is_file() else templates / BASE / STYLE)


def _house(settings: Organisation) -> House:
    colours = {slot: colour for slot, colour in settings.colours if colour}
    return House(settings.name, settings.paper, colours)
