"""The pipeline: files joined to stages, for the command line to call.

    documents -> check -> select -> render -> typeset -> release

Each function gives its result and the problems met, or raises Refusal where nothing further can be done.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefpack import checks
from briefpack.case.content import Case
from briefpack.case.organisation import BASE, Organisation
from briefpack.case.withheld import withheld_texts
from briefpack.checks import people
from briefpack.checks.coverage import coverage
from briefpack.checks.openness import may_have_pack, no_pack
from briefpack.files.cases import read_documents, same_id
from briefpack.files.organisations import read_catalogue, read_organisation
from briefpack.files.registries import read_registry
from briefpack.files.templates import read_templates
from briefpack.files.writing import read_bytes
from briefpack.handbook import Audience
from briefpack.problems import Problem, Refusal, errors
from briefpack.stages.check import check
from briefpack.stages.release import read_back
from briefpack.stages.render import render
from briefpack.stages.select import select
from briefpack.stages.typeset import typeset
from briefpack.word.house import House

STYLE = "style.docx"


@dataclass(frozen=True)
class Order:
    """One pack to be made: of which case, in whose style, for whom, in which language."""

    case: Path
    templates: Path
    organisation: str
    audience: Audience
    language: str


def read_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Give the case in a folder and its warnings; raise Refusal with every problem where it has an error.

    The registry is not read: what makes packs calls this.
    """
    return _refused(*_read(folder))


def check_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Give the case in a folder and its warnings, its people compared with the sealed registry; else raise Refusal."""
    case, problems = _read(folder)
    registry, found = read_registry(folder)
    if case is not None and not errors(found):
        found += people.problems(case, registry)
    return _refused(case, [*problems, *found])


def _read(folder: Path) -> tuple[Case | None, list[Problem]]:
    """Give the case in a folder, or what can be read of it, and every problem."""
    documents, problems = read_documents(folder)
    checked = check(documents)
    problems += checked.problems
    if checked.case is not None:
        problems += checks.problems(checked.case)
    if "case" in documents:
        problems += same_id(folder, documents["case"])
    return checked.case, problems


def _refused(case: Case | None, problems: list[Problem]) -> tuple[Case, list[Problem]]:
    """Give a case and its warnings; raise Refusal where there is an error among its problems."""
    if case is None or errors(problems):
        raise Refusal(problems)
    return case, problems


def make_pack(order: Order) -> tuple[str, bytes]:
    """Give the Markdown and the Word pack of an order, both read back; raise Refusal where anything is wrong."""
    case, _ = read_case(order.case)
    if not may_have_pack(case, order.audience):
        raise Refusal([no_pack(case, order.audience)])
    view = select(case, order.audience)
    settings = read_organisation(order.templates, order.organisation)
    catalogue = read_catalogue(order.templates, order.organisation, order.language)
    sources = read_templates(order.templates, order.organisation)
    markdown = render(view, sources, settings, catalogue, coverage(view))
    name = f"{order.case.name}.{order.audience}.{order.language}"
    word = typeset(markdown, _style(order.templates, order.organisation), _house(settings), file=f"{name}.md")
    finished = {f"{name}.md": markdown.encode(), f"{name}.docx": word}
    problems = read_back(finished, withheld_texts(select(case, "team"), view))
    if problems:
        raise Refusal(problems)
    return markdown, word


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
