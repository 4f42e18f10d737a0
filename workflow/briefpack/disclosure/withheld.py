"""Withheld: what a case holds and a view lacks, so that it can be searched for where it should not be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefpack.case.content import ABOUT, Case, Found, Path
from briefpack.case.dates import PartialDate
from briefpack.case.fields import ID
from briefpack.case.once import once
from briefpack.case.schema import FieldShape
from briefpack.disclosure.closed import closed
from briefpack.disclosure.inside import Inside
from briefpack.disclosure.view import About, Leaf, View
from briefpack.reading.readings import read, reading_path, shape_of

#: The least words of a withheld text that cannot stand in another text by chance.
FEWEST_WORDS = 3
#: The fields by which files name an item.
IDS = frozenset({"id", "key", "alias"})
#: The reasons that an author gives in place of a value: they are about the field, and are no value.
_REASONS = frozenset({"none_because", "does_not_apply"})
#: What stands at the head of an item, but says what is done or said there and names nothing.
_DONE_OR_SAID = frozenset(
    {
        *("action", "ask", "block", "content", "description", "effect", "event", "line", "mechanism", "option"),
        *("pressure", "raised", "risk", "role", "trigger", "what", "what_changed", "words"),
    }
)
Kind = Literal["text", "name", "place", "id", "date"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """One value that a view lacks: where it stands in the case, and what it is.

    A `name` is what an item is called that is absent as a whole, and an `id` what the case calls that item. What is
    done or said is a `text`: most of it is ordinary words, such as the meal at noon.
    """

    path: Path
    kind: Kind
    value: str | PartialDate


@dataclass(frozen=True)
class Held:
    """All that one view holds: each text and date with its place, what is said about it included, and the items."""

    values: frozenset[tuple[Path, str | PartialDate]]
    items: frozenset[Path]


@once
def withheld(case: Case, view: View) -> tuple[Withheld, ...]:
    """Return every text, name and date of a case that a view does not hold at its place, or may not hold there."""
    return tuple(_withheld(case, held(view), closed(case, view.audience)))


def _withheld(case: Case, shown: Held, shut: Collection[Path]) -> Iterator[Withheld]:
    for found in case.every_value:
        value = _plain(found.value, found.shape)
        # Everybody knows the id of the case: it is in the names of the files.
        if value is None or found.path == ("case", "id"):
            continue
        if found.path in shut or (found.path, value) not in shown.values:
            owner = found.path[:-1]
            is_absent = owner in shut or owner not in shown.items
            yield Withheld(found.path, _kind(found, value, absent=is_absent), value)
    for path, said, is_closed in (*_said_of(case, shut), *_readings(case, shut)):
        if is_closed or is_shut(path, shut) or (path, said) not in shown.values:
            yield Withheld(path, "text" if isinstance(said, str) else "date", said)


def _plain(value: object, shape: FieldShape) -> str | PartialDate | None:
    """Return a value as it is looked for: a date, or a text with its white space folded; no references and no words."""
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str) or value in shape.words or (shape.reference and shape.form != "mapping"):
        return None
    if shape.is_unknown(value):
        return None
    return _folded(value)


def _kind(found: Found, value: str | PartialDate, *, absent: bool) -> Kind:
    field = found.shape.name
    if isinstance(value, PartialDate):
        return "date"
    if field in IDS:
        return "id"
    if found.shape.names_place:
        return "place"
    return "name" if absent and field == found.owner.headline and field not in _DONE_OR_SAID else "text"


def _readings(case: Case, shut: Collection[Path]) -> Iterator[tuple[Path, str | PartialDate, bool]]:
    """Return each text and date that is another reading of a value, and whether it is closed by itself."""
    for path, said in case.annotations.items():
        for position, one in enumerate(said.other_readings):
            value = _plain(read(path, one.value), shape_of(path))
            if value is not None:
                yield (*path, ABOUT), value, reading_path(path, position) in shut


def _said_of(case: Case, shut: Collection[Path]) -> Iterator[tuple[Path, str, bool]]:
    """Return each text of an annotation; `ask` counts only where the value is closed."""
    for path, said in case.annotations.items():
        is_named = not is_shut((*path, ABOUT), shut) or not said.ask or re.fullmatch(ID, said.ask)
        asked = None if is_named else said.ask
        where = (one.at for cites in (said.cite, *(each.cite for each in said.other_readings)) for one in cites)
        reasons = (said.confidence_because, said.none_because, said.does_not_apply)
        yield from (((*path, ABOUT), _folded(text), False) for text in (*reasons, asked, *where) if text)


def is_shut(path: Path, shut: Collection[Path]) -> bool:
    """Return whether a place is closed: a value's, or that of what is said about one, which closes with it."""
    return path in shut or (path[-1:] == (ABOUT,) and path[:-1] in shut)


@once
def held(view: View) -> Held:
    """Return all that a view holds, once for each view; white space in texts is folded."""
    return Held(frozenset(_values(view)), frozenset(item.path for item in view.items))


def _values(view: View) -> Iterator[tuple[Path, str | PartialDate]]:
    asks = (ask for told in view.withheld.values() for ask in told if isinstance(ask, Leaf))
    yield from (((*ask.path, ABOUT), _folded(str(ask))) for ask in asks)
    for path, about in view.said:
        yield from (((*path, ABOUT), text) for _, text in _said((), about))
    for leaf in view.leaves:
        if leaf.shape.name in _REASONS:
            yield (*leaf.path, ABOUT), _folded(str(leaf))
        elif (plain := _plain(leaf.value, leaf.shape)) is not None:
            yield leaf.path, plain
            if leaf.shape.is_topic:
                yield leaf.path, _folded(leaf.in_words)


@once
def texts(view: View) -> tuple[tuple[Path, str], ...]:
    """Return every free text of a view and every text that is said about something, with its place.

    White space is folded; the texts of a list stand at the list; words of enumerations are no texts.
    """
    return tuple(_texts(view.leaves, view.said))


def texts_in(item: Inside) -> Iterator[tuple[Path, str]]:
    """Return the texts in one item of a view, and those that are said about what is in it."""
    walked = item.walked()
    return _texts(walked.leaves, walked.said())


def _texts(leaves: Iterable[Leaf], said: Iterable[tuple[Path, About]]) -> Iterator[tuple[Path, str]]:
    for leaf in leaves:
        if isinstance(leaf.value, str) and leaf.value not in leaf.shape.words:
            yield leaf.path[:-1] if leaf.shape.form in ("leaves", "mapping") else leaf.path, _folded(leaf.value)
    for path, about in said:
        yield from ((here, text) for here, text in _said((*path, ABOUT), about) if isinstance(text, str))


def _said(path: Path, about: About) -> Iterator[tuple[Path, str | PartialDate]]:
    for one in about.readings:
        value = _plain(one.value.value, one.value.shape) if isinstance(one.value, Leaf) else None
        yield from [((*path, "other_readings"), value)] if value is not None else []
    for cite in (*about.cites, *(cite for one in about.readings for cite in one.cites)):
        if cite.at:
            yield (*path, "cite"), _folded(cite.at)
    if about.confidence_because:
        yield (*path, "confidence_because"), _folded(about.confidence_because)


def _folded(text: str) -> str:
    return " ".join(text.split())
