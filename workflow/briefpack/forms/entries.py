"""Entries: what the fields of a form become in the files of a case, and what has no place there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefpack.case.fields import LONGEST_TEXT
from briefpack.forms.reading import FilledForm
from briefpack.forms.sections import HELD_ON, OWED, OWING, STATES, FormSection, PlacedField, placed_fields
from briefpack.forms.written_days import DayReader, exact_day

_DAYS = frozenset({"date", "promised", "undertaken", "due"})
_NO_DAY = "not a day that is certain, such as 2024-03-20 or 20 March 2024"
_NO_STATE = "not kept, partly kept, broken or not due"
_OPEN = "what is still open may be due or not: say which, or leave this commitment as it is"
_NOT_FOUND = "it is not certain which commitment of the case this is the state of"
_ROLE = "who does it is no actor of the case, and stands behind what is to be done"
#: What people write of a commitment -> the word of the case for it.
_STATES: Mapping[str, str] = MappingProxyType(
    {
        "kept": "kept",
        **dict.fromkeys(("partly", "partly kept", "in part"), "partly_kept"),
        **dict.fromkeys(("broken", "not kept"), "not_kept"),
        **dict.fromkeys(("not due", "not due yet", "not yet due"), "not_due"),
        "unknown": "unknown",
    }
)
_STILL_OPEN = frozenset({"open", "not yet", "not yet kept"})
#: Signs behind which no colon is set.
_ENDS = ("?", "!")


@dataclass(frozen=True)
class RecordEntry:
    """One row of a form as an item of a list in a file of the case: its section, number there, and values by key.

    `remark` is what a person has to know of it; `written` has by key how a day was written that was read.
    """

    section: FormSection
    row: int
    values: Mapping[str, str]
    remark: str
    written: Mapping[str, str]


@dataclass(frozen=True)
class NotPlaced:
    """A text that has no place in the case: where it stands in the form, why, and what it says."""

    place: str
    because: str
    text: str


@dataclass(frozen=True)
class FormKnowledge:
    """What is known of a form beside what was written into it.

    `own_track` is the word for its reader's track, and `other_track` that for the other, or both are empty; `labels`
    what each field answers, by its number; `actors` the id of each actor of the case by its id, name and role in small
    letters; `owed` the commitment of the case that a field is of, by its number; `days` reads days.
    """

    own_track: str
    other_track: str
    labels: Mapping[int, str]
    actors: Mapping[str, str]
    owed: Mapping[int, Mapping[str, str]]
    days: DayReader


@dataclass(frozen=True)
class FormRecord:
    """What a form says: entries for files of the case, and what has no place there.

    `read` are the places of days that were not written as a case has them.
    """

    entries: tuple[RecordEntry, ...]
    not_placed: tuple[NotPlaced, ...]
    read: tuple[str, ...]


def record_of(form: FilledForm, known: FormKnowledge) -> FormRecord:
    """Return what a form says, by the files of a case."""
    filled = [one for one in placed_fields(form) if one.field.text]
    held = next((known.days.read(one.field.text) for one in filled if one.section is None), "")
    known = replace(known, days=replace(known.days, meeting=exact_day(held) or known.days.meeting))
    lost = [NotPlaced(one.place, why, one.field.text) for one in filled if (why := _misfit(one, filled, known))]
    places = {one.place for one in lost}
    kept = [one for one in filled if one.place not in places]
    rows: dict[tuple[str, int], list[PlacedField]] = {}
    for one in kept:
        if one.section is not None:
            rows.setdefault((one.section.name, one.row), []).append(one)
    read = [one.place for one in kept if _is_day(one) and known.days.read(one.field.text) != one.field.text]
    return FormRecord(tuple(_entry(row, held, known) for row in rows.values()), tuple(lost), tuple(read))


def _is_day(one: PlacedField) -> bool:
    return one.section is None or one.section.keys[one.field.purpose] in _DAYS


def _misfit(one: PlacedField, filled: list[PlacedField], known: FormKnowledge) -> str:
    """Return why a text has no place in the case, or an empty text."""
    section, text = one.section, one.field.text
    if section is None:
        return (
            ("" if known.days.read(text) else _NO_DAY) if one.field.purpose == HELD_ON else "its purpose is not known"
        )
    row = [each for each in filled if (each.section, each.row) == (section, one.row)]
    needed = [each for each in row if section.keys[each.field.purpose] == section.needs]
    if len(needed) != 1 or len(row) > len({each.field.purpose for each in row}):
        return f"its row has no {section.needs}, or two"
    if sum(len(each.field.text) for each in row) > LONGEST_TEXT:
        return f"longer than {LONGEST_TEXT} characters, or beside one that is"
    if section is STATES:
        return _no_state(one, known)
    return "" if not _is_day(one) or known.days.read(text) else _NO_DAY


def _no_state(one: PlacedField, known: FormKnowledge) -> str:
    """Return why a text is not the state of a commitment, or an empty text."""
    said = _state(one.field.text)
    if said in _STILL_OPEN:
        return _OPEN
    if said not in _STATES:
        return _NO_STATE
    return "" if one.field.number in known.owed else _NOT_FOUND


def _state(text: str) -> str:
    return text.casefold().replace("_", " ").rstrip(".")


def _entry(row: list[PlacedField], day: str, known: FormKnowledge) -> RecordEntry:
    section, number = row[0].section, row[0].field.number
    assert section is not None, "only fields of a section are in rows"
    texts = {section.keys[one.field.purpose]: one.field.text for one in row}
    if section is STATES:
        return RecordEntry(
            section, row[0].row, {**known.owed[number], "state": _STATES[_state(texts["state"])]}, "", {}
        )
    by = {OWED.name: known.own_track, OWING.name: known.other_track}.get(section.name, "")
    values = {key: text for key, text in ((section.day, day), ("by", by)) if text}
    values |= {key: known.days.read(text) if key in _DAYS else text for key, text in texts.items()}
    if section.is_answer:
        values[section.needs] = _answer(known.labels.get(number, ""), texts[section.needs])
    remark = "; ".join(filter(None, (section.remark, _give(values, known))))
    written = {key: text for key, text in texts.items() if key in _DAYS and values[key] != text}
    return RecordEntry(section, row[0].row, values, remark, written)


def _give(values: dict[str, str], known: FormKnowledge) -> str:
    """Give a task to an actor of the case, or say in it who does it; return what a person has to know of that."""
    who = values.pop("responsible", "")
    actor = known.actors.get(who.casefold(), "")
    if actor:
        values["responsible"] = actor
    elif who:
        values["action"] = f"{values['action'].rstrip('.')} ({who})"
        return _ROLE
    return ""


def _answer(asked: str, heard: str) -> str:
    """Return what was heard behind what it answers, with one sign between them."""
    asked = asked.rstrip(" .:;,\u2026")
    return f"{asked}{' ' if asked.endswith(_ENDS) else ': '}{heard}" if asked else heard
