"""Provenance: which template, block and organisation gave each part of a document, and which lines fed it.

The lines hold names of files and blocks and numbers of lines, and nothing that the case says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby
from pathlib import PurePath
from typing import TypeVar

from briefpack.case.content import Case
from briefpack.disclosure.view import View
from briefpack.documents import SUFFIX
from briefpack.house.organisation import BASE, FOLDERS
from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.pictured import values_in, wording_of
from briefpack.pictures.picture import Picture
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.coverage import Coverage
from briefpack.stages.draw import draw
from briefpack.stages.render import ReaderDocument, documents_of, render
from briefpack.stages.render.trail import FollowedCatalogue, Step, Trail
from briefpack.text.near_miss import near_miss

#: The part of what the template of the whole document prints itself.
_WHOLE = "pack"
_OUTSIDE = "outside blocks"
_HEAD = (
    "{audience}, {document}: each block, its organisation and template in {templates}, and the lines in {case} "
    "that fed it"
)
_OTHERS = "also of this reader, for --document: {others}"
One = TypeVar("One")
#: How to change what a block prints, and what none of them does.
_OVERRIDE = '  to change a block of {template}: {own}, which begins with {{% extends "{called}" %}}'
_INSTEAD = "  to change {template}: a whole file {own} in its place"
_THERE = "  to change {own}: it is the organisation's own"
_MORE = "to see how a file is called that changes a part, add --section and its name"
#: A block, its template, and what fed it.
_Row = tuple[str, str, str]


def provenance(
    case: Case, view: View, house: HouseStyle, computed: Coverage, asked: str | None, section: str | None
) -> Iterator[str]:
    """Return a line for each part of a document, and below it one for each block that printed something of it.

    `asked` names the document; without it, it is the pack or report itself. `computed` is what its templates know
    under this name.

    Raises:
        Refusal: no document or no part is called so, or the document cannot be rendered.
    """
    every = {one.name: one for one in documents_of(view, view.audience)}
    document = _called(every, asked or next(iter(every)), "--document", "this reader has no document")
    parts: dict[str, list[Step]] = {}
    trail, pictures = _followed(view, house, computed, document)
    for step in trail.steps:
        for picture in (pictures[name] for name in step.pictured if name in pictures):
            step.fed |= dict.fromkeys(values_in(picture, view))
            step.worded |= dict.fromkeys(wording_of(picture))
        parts.setdefault(_part(step), []).append(step)
    told = {part: rows for part, steps in parts.items() if (rows := list(_of_part(steps, case, house)))}
    shown = {section: _called(told, section, "--section", f"the {document.name} has no part")} if section else told
    folders = {"templates": house.templates.root, "case": _folder(case)}
    yield _HEAD.format(audience=view.audience, document=document.name, **folders)
    yield from _table(shown)
    yield from _overrides(shown[section], house.templates.organisation) if section else [_MORE]
    if not asked and len(every) > 1:
        yield _OTHERS.format(others=", ".join(name for name in every if name != document.name))


def _called(known: Mapping[str, One], name: str, option: str, lacks: str) -> One:
    """Return what is called so.

    Raises:
        Refusal: nothing is; it says what there is.
    """
    if name in known:
        return known[name]
    message = f"{lacks} '{name}'{near_miss(name, known)}: it has {', '.join(known)}"
    raise Refusal([Problem(Place(option), message)])


def _table(parts: Mapping[str, Sequence[_Row]]) -> Iterator[str]:
    widths = [max(len(row[column]) for rows in parts.values() for row in rows) for column in range(2)]
    for part, rows in parts.items():
        yield part
        yield from (f"  {block:<{widths[0]}}  {where:<{widths[1]}}  {fed}".rstrip() for block, where, fed in rows)


def _overrides(rows: Sequence[_Row], organisation: str) -> Iterator[str]:
    """Return for each template of some rows what the organisation's file is called that changes it."""
    blocks: dict[str, set[str]] = {}
    for block, where, _ in rows:
        blocks.setdefault(where.rpartition(":")[0], set()).add(block)
    for template, those in blocks.items():
        of_base = template.removeprefix(f"{BASE}/")
        own = f"{organisation}/{of_base}"
        reader, _, rest = of_base.partition("/")
        called = f"{BASE}/{rest if reader in FOLDERS else of_base}"
        say = _THERE if of_base == template else _INSTEAD if those == {_OUTSIDE} else _OVERRIDE
        yield say.format(template=template, own=template if of_base == template else own, called=called)


def _followed(
    view: View, house: HouseStyle, computed: Coverage, document: ReaderDocument
) -> tuple[Trail, Mapping[str, Picture]]:
    """Return the trail of a document, and the pictures that it may have by their names."""
    trail = Trail()
    given = {one.name: getattr(house.catalogue, one.name) for one in fields(house.catalogue)}
    catalogue = FollowedCatalogue(**given, trail=trail)
    marks = house.settings.mark_uncited
    drawn = draw(view, house.catalogue, house.word.colours, computed, marks_uncited=marks)
    pictures = (*drawn, *house.own_pictures)
    followed = replace(house, catalogue=catalogue, compiled=None)
    render(view, followed, computed, pictures, told=trail, document=document, room=house.room)
    return trail, {one.name: one for one in pictures}


def _part(step: Step) -> str:
    """Return the part of a document to which a step belongs: what the template of the whole includes."""
    named = [PurePath(template).name.removesuffix(SUFFIX) for template in step.includes[:2]]
    return named[-1] if named else _WHOLE


def _of_part(steps: Iterable[Step], case: Case, house: HouseStyle) -> Iterator[_Row]:
    """Return a row for each block of a part that printed something, and for what stands outside blocks.

    The words of the organisation's own are named, too; where those of the base stand, everybody knows.
    """
    merged: dict[tuple[str, str], Step] = {}
    for step in steps:
        if step.is_printed or (not step.block and (step.fed or _own_words(step, house))):
            first = merged.setdefault((step.template, step.block), replace(step, fed={}, worded={}))
            first.fed |= step.fed
            first.worded |= step.worded
    for step in merged.values():
        fed = [
            *_by_file({case.place(path) for path in step.fed}, _folder(case)),
            *_by_file(_own_words(step, house), house.templates.root),
        ]
        yield step.block or _OUTSIDE, f"{step.template}:{step.line}", "; ".join(fed)


def _own_words(step: Step, house: HouseStyle) -> set[Place]:
    """Return the places of the words of the organisation's own that a step used."""
    places = (house.catalogue.places.get(key) for key in step.worded)
    return {place for place in places if place and not _is_of_base(place)}


def _folder(case: Case) -> str:
    """Return the folder in which a case was read."""
    return str(PurePath(case.place(("case",)).file).parent)


def _is_of_base(place: Place) -> bool:
    return f"/{BASE}/" in place.file


def _by_file(places: Iterable[Place], folder: str) -> Iterator[str]:
    """Return the lines of each file below a folder, with those in a row as one range."""
    for file, found in groupby(sorted(places, key=lambda one: (one.file, one.line)), key=lambda one: one.file):
        yield f"{PurePath(file).relative_to(folder)} {', '.join(_ranges(sorted({one.line for one in found})))}"


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        first, *rest = [number for _, number in run]
        yield f"{first}-{rest[-1]}" if rest else str(first)
