"""Whereabouts: the line of a template or of wording from which a faulty line of a pack came, for its author to mend.

A pack that is refused is not kept, so a place in it leads nowhere.
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

#: What a template or a wording fills in; around it stands what is printed as it is.
_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\w+\}")
#: What is wrong in a pack has one of these signs: words alone are in many places.
_SIGNS = re.compile(r"[<\[!]")
_FENCE = "---"
_FRONT_MATTER = re.compile(r"block front_matter\b")


Placing = Callable[[Iterable[Problem]], list[Problem]]
#: Returns each line of a pack, bare, with the places of the template lines that it comes from.
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

    The pack is traced only if there are any.
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
    """Return the places of each line of a pack, where the same line is traced as often as it is in the pack."""
    traced: dict[str, list[list[Place]]] = defaultdict(list)
    # What a template compares of its own text is another with numbers in it: then nothing is known of its lines.
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
    """Return the last line of the front matter of a pack, or the first of the pack, where it lacks that."""
    return lines.index(_FENCE, 1) + 1 if lines[0] == _FENCE and _FENCE in lines[1:] else 1


def _by_length(found: tuple[int, Place | None]) -> int:
    return found[0]


def _sources(house: HouseStyle) -> Iterator[tuple[str, Place]]:
    """Return each line of the house style with its place, the organisation's own first.

    The first of equals is taken.
    """
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
