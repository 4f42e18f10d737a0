"""The pipeline: files joined to stages, for the command line to call.

    documents -> check -> select -> draw -> render -> typeset -> release

The sealed registry is read when every pack of an order is made, and given to the release alone.

Each function gives its result, or raises Refusal where nothing further can be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefpack import pack_files
from briefpack.case.content import Case
from briefpack.case.registry import Registry, Sealed
from briefpack.checks import problems_of_views, strangers
from briefpack.checks.openness import may_have_pack, no_pack
from briefpack.disclosure.select import select
from briefpack.disclosure.view import View
from briefpack.files.ordinary_words import ordinary_words
from briefpack.files.registries import read_registry
from briefpack.files.surroundings import Surroundings
from briefpack.gate.searching import Searchable
from briefpack.gate.surfaces import Finished
from briefpack.gate.terms import Sought, sought
from briefpack.gate.verdict import REFUSED
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.house.organisation import Organisation
from briefpack.house.wording import Catalogue
from briefpack.packs.house_styles import HouseStyle, colours_of, read_house_style, word_of
from briefpack.packs.intake import CheckedCase, read_case
from briefpack.packs.whereabouts import Placing, placed_in_sources, placing
from briefpack.problems import Place, Problem, Refusal, errors
from briefpack.stages.coverage import coverage
from briefpack.stages.draw import draw
from briefpack.stages.release import explained, release
from briefpack.stages.render import marks_of, printed, render
from briefpack.stages.render.tracing import numbered, traced
from briefpack.text.escaping import on_one_line, unescaped
from briefpack.text.quoting import repeating_only
from briefpack.word.front_matter import read_front_matter
from briefpack.word.markdown import with_contents


@dataclass(frozen=True)
class Order:
    """The packs to be made of one case in one house style: for whom, in which languages, with which contents.

    `page_numbers` asks for those of a LibreOffice layout in the contents of Word packs; `surroundings` is what
    the build writes of the packs elsewhere, for the gate to read.
    """

    case: Path
    templates: Path
    organisation: str
    audiences: tuple[Audience, ...]
    languages: tuple[str, ...]
    page_numbers: bool = False
    surroundings: Surroundings | None = None


@dataclass(frozen=True)
class Packs:
    """The packs of an order: the case that they are of, what the reader of each is shown, and all files, by name."""

    case: Case
    views: Mapping[str, View]
    files: dict[str, bytes]


@dataclass(frozen=True)
class Made:
    """One pack that is made and not yet released: its name, whom it is for, its files, and what places its faults."""

    name: str
    view: View
    catalogue: Catalogue
    fixed: Searchable
    finished: Finished
    place: Placing


def make_packs(order: Order) -> dict[str, bytes]:
    """Return the finished files of an order by name, each released; raise Refusal where anything about any is wrong.

    This is the gate without the check before it: people are compared with the registry by the gate alone. A build calls
    `packing.packed`, which checks the case first.
    """
    case, warnings = read_case(order.case)
    return packs_of(order, CheckedCase(case, _views(case), warnings), house_styles(order)).files


def house_styles(order: Order) -> list[HouseStyle]:
    """Return the house style of an order in each language; raise Refusal with all that is wrong in its files."""
    found: list[HouseStyle] = []
    problems: list[Problem] = []
    for language in order.languages:
        try:
            numbered = order.page_numbers
            found.append(read_house_style(order.templates, order.organisation, language, page_numbers=numbered))
        except Refusal as refusal:
            problems += refusal.problems
    if problems:
        raise Refusal(list(dict.fromkeys(problems)))
    return found


def packs_of(order: Order, checked: CheckedCase, houses: Iterable[HouseStyle]) -> Packs:
    """Return the packs of an order, each released; raise Refusal where anything about any is wrong.

    The packs of a case come together or not at all, so that what its readers share is never of two dates.
    """
    made = _every_pack(order, checked, houses)
    files = _released(checked.case, opened_registry(order.case), made)
    return Packs(checked.case, {pack.name: pack.view for pack in made}, files)


def finds_of(order: Order, checked: CheckedCase, houses: Iterable[HouseStyle]) -> list[Problem]:
    """Return the author of a case all that the gate finds in the packs of an order, with place and field."""
    made = _every_pack(order, checked, houses)
    registry = opened_registry(order.case)
    return [
        problem
        for pack in made
        for problem in explained(pack.name, pack.view.audience, pack.finished, _sought(checked.case, pack, registry))
    ]


def _every_pack(order: Order, checked: CheckedCase, houses: Iterable[HouseStyle]) -> list[Made]:
    """Return the packs of an order, not yet released; raise Refusal where one may not be made."""
    case, views = checked.case, checked.views
    closed = [no_pack(case, audience) for audience in order.audiences if not may_have_pack(case, audience)]
    if closed:
        raise Refusal(closed)
    made: list[Made] = []
    for language, house in zip(order.languages, houses, strict=True):
        _refuse_strangers(case, house.settings)
        made += [
            _pack(views[audience], house, f"{order.case.name}.{audience}.{language}") for audience in order.audiences
        ]
    return [_placed(pack, order) for pack in made]


def _sought(case: Case, pack: Made, registry: Registry | None) -> Sought:
    common = ordinary_words([pack.catalogue.locale.language])
    return sought(case, pack.view, registry, pack.fixed, pack.catalogue, common)


def _views(case: Case) -> Mapping[Audience, View]:
    """Return the view of each reader, whoever was asked for; raise Refusal where one breaks a rule of disclosure."""
    views = {audience: select(case, audience) for audience in PACK_AUDIENCES}
    found = errors(problems_of_views(case, views))
    if found:
        raise Refusal(found)
    return views


def _placed(pack: Made, order: Order) -> Made:
    """Return a pack with where it will lie, and with what will lie beside it."""
    finished = replace(pack.finished, folder=f"{order.organisation}/{order.case.name}")
    if order.surroundings:
        finished = replace(finished, beside=order.surroundings.written, folders=order.surroundings.folders)
    return replace(pack, finished=finished)


def _released(case: Case, registry: Registry | None, made: Sequence[Made]) -> dict[str, bytes]:
    """Return the files of every pack, or raise Refusal with all that keeps any of them from being released."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for pack in made:
        try:
            files |= release(pack.name, pack.view.audience, pack.finished, _sought(case, pack, registry))
        except Refusal as refusal:
            problems += pack.place(refusal.problems)
    if any(problem.message == REFUSED for problem in problems):
        # Whoever prints one guess in each pack would get as many answers as there are packs.
        problems += [Problem(Place(pack.name), REFUSED, rule="X01") for pack in made]
    if problems:
        raise Refusal(problems)
    return files


def opened_registry(folder: Path) -> Registry | None:
    """Return the registry of a case, or None where it has none; raise Refusal where it is wrong or cannot be opened."""
    registry = read_registry(folder)
    if isinstance(registry, Sealed):
        raise Refusal([registry.problem])
    return registry


def _refuse_strangers(case: Case, settings: Organisation) -> None:
    found = list(strangers.problems(case, settings.name_pattern))
    if found:
        raise Refusal(found)


def _pack(view: View, house: HouseStyle, name: str) -> Made:
    """Return a pack; what is wrong with it is told in the words of its house style and in none of the case."""
    with repeating_only(_own_texts(house)):
        return _made(view, house, name)


def _own_texts(house: HouseStyle) -> Iterator[str]:
    """Return all that a house style brings to its packs: templates, wording, and what it says of itself."""
    yield from house.templates.sources.values()
    for text in house.catalogue.texts.values():
        yield from [text] if isinstance(text, str) else text.values()
    yield from (text for text in (house.settings.name, house.settings.unit, house.settings.contact) if text)


def _made(view: View, house: HouseStyle, name: str) -> Made:
    wording, style = house.catalogue, house.citations
    computed, media, file = coverage(view), name + pack_files.PICTURES, name + pack_files.MARKDOWN
    pictures = draw(view, wording, colours_of(house.settings), computed)
    made_from = (house.settings, wording, computed, style)
    markdown = with_contents(render(view, house.templates, *made_from, house.compiled, pictures, media))

    def trace() -> list[tuple[str, list[Place]]]:
        templates, files = numbered(house.templates)
        again = render(view, templates, *made_from, None, pictures, media)
        return [(line, [Place(*one) for one in lines]) for line, lines in traced(again, files)]

    place = placing(file, markdown, house, trace)
    with placed_in_sources(place):
        _refuse_other_marks(markdown, file, marks_of(view, wording))
        shown = printed(markdown, pictures, media)
        word = word_of(markdown, house, file, shown)
    finished = {file: markdown.encode(), name + pack_files.WORD: word}
    drawn = {f"{media}/{picture.file}": picture.texts for picture in pictures if f"{media}/{picture.file}" in shown}
    return Made(name, view, wording, house.fixed, Finished(finished | shown, drawn), place)


def _refuse_other_marks(markdown: str, file: str, marks: tuple[str, str]) -> None:
    """Raise Refusal where the front matter, and so header and footer, marks a pack otherwise than its case."""
    problems: list[Problem] = []
    said = read_front_matter(markdown.removeprefix("---\n").partition("\n---\n")[0], file, problems)
    if (said.mark, said.caveat) != tuple(on_one_line(unescaped(one)) for one in marks):
        message = (
            "the block front_matter must print pack.mark and pack.caveat: the case alone decides how a pack is marked"
        )
        problems.append(Problem(Place(file), message))
    if problems:
        raise Refusal(problems)
