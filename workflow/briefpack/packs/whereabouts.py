"""Whereabouts: the line of a template or of wording that printed a faulty line of a pack, for its author to mend.

A pack that is refused is not kept, so a place in the pack would lead nowhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from briefpack import pack_files
from briefpack.packs.faulty_lines import at_their_lines
from briefpack.packs.house_styles import HouseStyle
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.render.tracing import bare

#: What a template or a text of the wording fills in; what stands around it is printed as it is.
_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\w+\}")
#: A line is looked for only if it has one of these signs: lines of words alone can come from many places.
_SIGNS = re.compile(r"[<\[!]")
_FENCE = "---"
_FRONT_MATTER = re.compile(r"block front_matter\b")


Placing = Callable[[Iterable[Problem]], list[Problem]]
#: Returns each line of a pack, without spaces around it, with the places of the template lines that printed it.
Trace = Callable[[], Iterable[tuple[str, list[Place]]]]


@contextmanager
def placed_in_sources(place: Placing) -> Iterator[None]:
    """Report what is wrong with a pack at the line of the house style that printed it."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(place(refusal.problems)) from refusal


def placing(file: str, markdown: str, house: HouseStyle, trace: Trace) -> Placing:
    """Return a function that places problems with the pack `file` at lines of the house style.

    The pack is traced only if there are problems.
    """
    lines = markdown.split("\n")
    in_text = file.removesuffix(pack_files.MARKDOWN) + pack_files.WORD

    def placed(problems: Iterable[Problem]) -> list[Problem]:
        every = list(problems)
        faults = [each for each in every if each.place.file == in_text]
        every = [each for each in every if each.place.file != in_text] + at_their_lines(faults, markdown, file)
        of_text = [each for each in every if each.place.file == file]
        place = _at_source(lines, house, _by_line(lines, trace)) if of_text else None
        return [place(each) if place and each.place.file == file else each for each in every]

    return placed


def _by_line(lines: list[str], trace: Trace) -> dict[int, list[Place]]:
    """Return the places of each line of a pack; the first of equal lines is the first that was traced, and so on."""
    traced: dict[str, list[list[Place]]] = defaultdict(list)
    # A template that compares its own text takes another way when it is traced: then its lines have no known place.
    with suppress(Refusal):
        for text, places in trace():
            traced[text].append(places)
    found: dict[int, list[Place]] = {}
    met: Counter[str] = Counter()
    for number, line in enumerate(map(bare, lines), start=1):
        if met[line] < len(traced[line]):
            found[number] = traced[line][met[line]]
        met[line] += 1
    return found


def _at_source(lines: list[str], house: HouseStyle, traced: dict[int, list[Place]]) -> Callable[[Problem], Problem]:
    sources, own = list(_sources(house)), f"{house.templates.root}/{house.templates.organisation}/"
    front = _front_matter_ends(lines)

    def placed(problem: Problem) -> Problem:
        number = problem.place.line
        line = lines[number - 1] if number <= len(lines) else ""
        found = max(((_told(source, line), place) for source, place in sources), key=_by_length, default=(0, None))
        places = sorted(traced.get(number, []), key=lambda place: not place.file.startswith(own))
        if places and not (found[0] and found[1] and found[1].file.endswith(".yaml")):
            found = (1, places[0])
        if number <= front:
            found = next(((1, place) for source, place in sources if _FRONT_MATTER.search(source)), found)
        if found[1] is None or not found[0]:
            named = f"{house.templates.root}/{house.templates.organisation}"
            said = f"line {number} of the pack, which was not kept, comes from a template or the wording"
            return replace(problem, place=Place(named), message=f"{said}: {problem.message}")
        return replace(problem, place=found[1])

    return placed


def _front_matter_ends(lines: list[str]) -> int:
    """Return the number of the last line of the front matter of a pack, or 1 if it has none."""
    return lines.index(_FENCE, 1) + 1 if lines[0] == _FENCE and _FENCE in lines[1:] else 1


def _by_length(found: tuple[int, Place | None]) -> int:
    return found[0]


def _sources(house: HouseStyle) -> Iterator[tuple[str, Place]]:
    """Return each line of the house style with its place, the organisation's own first: of equals the first counts."""
    own = f"{house.templates.organisation}/"
    for name, source in sorted(house.templates.sources.items(), key=lambda each: not each[0].startswith(own)):
        for number, line in enumerate(source.splitlines(), start=1):
            yield line, Place(f"{house.templates.root}/{name}", number)
    for key, text in house.catalogue.texts.items():
        place = house.catalogue.places.get(key)
        for form in [text] if isinstance(text, str) else text.values():
            if place:
                yield form, place


def _told(source: str, line: str) -> int:
    """Return how many letters of a line a source prints as they are, in its longest stretch."""
    return max((len(piece) for piece in _pieces(source) if piece in line), default=0)


def _pieces(source: str) -> Iterable[str]:
    return (piece.strip() for piece in _FILLED.split(source) if _SIGNS.search(piece))
