"""The coverage grid: every effort and activity against each party and level of leadership."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, get_args

from briefpack.case.words import LeadershipLevel
from briefpack.disclosure.inside import name_of
from briefpack.disclosure.view import Node, View
from briefpack.house.wording import Catalogue
from briefpack.pictures.coverage import CoverageDesign, CoverageGrid, GridWork
from briefpack.pictures.design import drawing_of, height_of
from briefpack.pictures.manner import Manner
from briefpack.pictures.picture import Picture
from briefpack.pictures.work_marks import STANDINGS, tells_apart
from briefpack.stages.draw.saying import fitting, in_parts, joined, sentences, track_of, tracks_in_words

Cell = tuple[int, int]
LEVELS: tuple[str, ...] = get_args(LeadershipLevel)
#: The outcomes of gaps that the grid marks, with the keys of their words in the grid and in the alternative text.
_OUTCOMES = (
    ("unnamed", "pictures.gap", "pictures.gaps"),
    ("contradicted", "pictures.unborne", "pictures.contradicted"),
    ("untold", "pictures.unsure", "pictures.untold"),
)
#: The most parties on one grid.
_MOST = 9


def coverage_pictures(view: View, catalogue: Catalogue, manner: Manner, computed: Any) -> Iterator[Picture]:
    """Return the grid of a view, in parts if it has many parties or works; empty if the view shows no party."""
    every = list(view.root.assessment.parties)
    parts = []
    for start in range(0, len(every), _MOST):
        parties = every[start : start + _MOST]
        works = [work for work in computed.works if any(party in parties for party in _columns(work))]
        whole = _grid(parties, works, computed, catalogue)

        def height(some: Sequence[GridWork], whole: CoverageGrid = whole) -> float:
            return height_of(CoverageDesign, replace(whole, works=tuple(some)), manner)

        for some in fitting(whole.works, height):
            grid = replace(whole, works=tuple(some))
            is_last = parties[-1] is every[-1] and some[-1:] == list(whole.works[-1:])
            nowhere = [name_of(work.item) for work in computed.works if is_last and not _columns(work)]
            parts.append(
                (drawing_of(CoverageDesign, grid, manner), _alternative(grid, catalogue), _caption(nowhere, catalogue))
            )
    yield from in_parts("coverage", parts, catalogue)


def _columns(work: Any) -> list[Node]:
    """Return the parties that a piece of work reaches, whether its level is stated or not."""
    return [place.party for place in work.places] or list(work.parties)


def _grid(parties: Sequence[Node], works: Sequence[Any], computed: Any, catalogue: Catalogue) -> CoverageGrid:
    """Return the values from which the grid of some parties is drawn."""
    placed = tuple(sorted((_work(work, parties) for work in works), key=lambda work: STANDINGS.index(work.standing)))
    filled = {cell for work in placed for cell in work.cells}
    cells = {(party, level) for party in range(len(parties)) for level in range(len(LEVELS))}
    return CoverageGrid(
        parties=tuple(map(name_of, parties)),
        levels=tuple(catalogue.capital(catalogue.say(f"words.{level}")) for level in LEVELS),
        works=placed,
        empty=frozenset(cells - filled),
        gaps=tuple((catalogue.say(key), _cells(computed.gaps, parties, outcome)) for outcome, key, _ in _OUTCOMES),
        tracks=tracks_in_words(catalogue),
        standings=_standings([work.standing for work in computed.works], catalogue),
        nobody=catalogue.say("pictures.coverage_empty"),
        unplaced=catalogue.say("coordination.unplaced"),
    )


def _work(work: Any, parties: Sequence[Node]) -> GridWork:
    places = [place for place in work.places if place.party in parties]
    loose = [] if work.places else [party for party in work.parties if party in parties]
    return GridWork(
        name_of(work.item),
        track_of(work.item),
        work.standing,
        frozenset((parties.index(place.party), LEVELS.index(place.level)) for place in places),
        frozenset(map(parties.index, loose)),
    )


def _standings(every: Sequence[str], catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return the words for what can be told of work, for the key; none where nothing is shown not to be under way."""
    used = [one for one in STANDINGS if one in every] if tells_apart(every) else []
    return tuple((one, catalogue.say(f"pictures.work_{one}")) for one in used)


def _cells(gaps: Sequence[Any], parties: Sequence[Node], outcome: str) -> frozenset[Cell]:
    """Return the cells in which a gap has this outcome."""
    return frozenset(
        (parties.index(place.party), LEVELS.index(place.level))
        for gap in gaps
        for place, told in gap.places
        if told == outcome and place.party in parties
    )


def _caption(nowhere: Sequence[str], catalogue: Catalogue) -> str:
    """Return the caption: what is seen, and which work has no row because its parties are not shown."""
    missing = catalogue.say("pictures.nowhere", works=catalogue.list(nowhere)) if nowhere else ""
    return sentences([catalogue.say("pictures.coverage_caption"), missing])


def _alternative(grid: CoverageGrid, catalogue: Catalogue) -> str:
    """Return the alternative text: the work at each place, where there is none, where most is, and open gaps.

    It says all that the grid says, since the pack has no table of the same.
    """
    levels = [catalogue.say(f"words.{level}") for level in LEVELS]
    counted = Counter(cell for work in grid.works for cell in work.cells)
    total = len(grid.parties) * len(grid.levels)
    loose = [work.name for work in grid.works if work.unplaced]
    apart = {words: [work.name for work in grid.works if work.standing == one] for one, words in grid.standings}
    said = [catalogue.say("pictures.coverage_alternative", works=len(grid.works) - len(loose), total=total)]
    told = [
        catalogue.say("pictures.works_so", how=catalogue.capital(how), works=joined(";", some, catalogue))
        for how, some in apart.items()
        if some
    ]
    said += [". ".join(told) + "."] * bool(told)
    if loose:
        said.append(catalogue.say("pictures.unplaced", count=len(loose), works=catalogue.list(loose)))
    for party, name in enumerate(grid.parties):
        said.append(_work_with(party, grid, levels, catalogue))
        mine = [levels[level] for one, level in sorted(grid.empty) if one == party]
        if mine:
            said.append(catalogue.say("pictures.nobody_at", party=name, levels=catalogue.list(mine)))
    said += _most_work(counted, grid, levels, catalogue)
    for (_, cells), (_, _, key) in zip(grid.gaps, _OUTCOMES, strict=True):
        named = [f"{grid.parties[party]} ({levels[level]})" for party, level in sorted(cells)]
        said.append(catalogue.say(key, cells=catalogue.list(named)) if named else "")
    return sentences(said)


def _work_with(party: int, grid: CoverageGrid, levels: Sequence[str], catalogue: Catalogue) -> str:
    """Return who works with a party at which level; empty if nobody does."""
    at_level = {
        level: [work.name for work in grid.works if (party, number) in work.cells]
        for number, level in enumerate(levels)
    }
    told = [
        catalogue.say("pictures.work_at", level=level, works=catalogue.list(works))
        for level, works in at_level.items()
        if works
    ]
    return (
        catalogue.say("pictures.work_with", party=grid.parties[party], work=joined(";", told, catalogue))
        if told
        else ""
    )


def _most_work(
    counted: Counter[tuple[int, int]], grid: CoverageGrid, levels: Sequence[str], catalogue: Catalogue
) -> list[str]:
    """Return where most work is, if there is any."""
    if not counted:
        return []
    most = max(counted.values())
    places = [
        f"{grid.parties[party]} ({levels[level]})" for party, level in sorted(counted) if counted[party, level] == most
    ]
    return [catalogue.say("pictures.most_work", places=catalogue.list(places), count=most)]
