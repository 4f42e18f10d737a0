"""Entries: what the fields of a form become in the files of a case, and what has no place there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from briefpack.case.fields import LONGEST_TEXT
from briefpack.forms.attending import session_entry, why_not_attending
from briefpack.forms.consenting import consented_entry, why_not_consenting
from briefpack.forms.reading import FilledForm
from briefpack.forms.record_items import EntryValue, FormKnowledge, FormRecord, KnownSession, NotPlaced, RecordEntry
from briefpack.forms.sections import (
    CAME,
    HELD_ON,
    LEAVING,
    MESSAGES,
    OWED,
    OWING,
    STATES,
    SUMMARY,
    PlacedField,
    placed_fields,
)
from briefpack.forms.written_days import exact_day

_DAYS = frozenset({"date", "promised", "undertaken", "due"})
_NO_DAY = "not a day that is certain, such as 2024-03-20 or 20 March 2024"
_TWO_DAYS = "the day of the meeting is in the form twice, and not the same"
_NO_STATE = "not kept, partly kept, broken or not due"
_OPEN = "what is still open may be due or not: say which, or leave this commitment as it is"
_NOT_FOUND = "it is not certain which commitment of the case this is the state of"
_NOT_OURS = "the words beside this line are not those of the form, so that it is not told what it answers"
_ROLE = "who does it is no actor of the case, and stands behind what is to be done"
#: Signs behind which no colon is set.
_ENDS = ("?", "!")


def record_of(form: FilledForm, known: FormKnowledge) -> FormRecord:
    """Return what a form says, by the files of a case."""
    every = list(placed_fields(form))
    filled = [one for one in every if one.field.text]
    texts = {one.field.text for one in filled if one.field.purpose == HELD_ON}
    held = known.days.read(texts.pop()) if len(texts) == 1 else ""
    known = replace(known, days=replace(known.days, meeting=exact_day(held) or known.days.meeting))
    lost = [NotPlaced(one.place, why, one.field.text) for one in filled if (why := _misfit(one, every, known))]
    places = {one.place for one in lost}
    kept = [one for one in filled if one.place not in places]
    read = [one.place for one in kept if _is_day(one) and known.days.read(one.field.text) != one.field.text]
    entries = [*session_entry(kept, held, known), *(_entry(row, held, known) for row in _rows(kept))]
    return FormRecord(tuple(_with_ids(entries, known.session)), tuple(lost), tuple(read))


def _rows(kept: Sequence[PlacedField]) -> list[list[PlacedField]]:
    """Return what has a place by the rows of which each is an item."""
    rows: dict[tuple[str, int], list[PlacedField]] = {}
    for one in kept:
        if one.section not in (None, CAME, SUMMARY):
            rows.setdefault((one.section.name if one.section else "", one.row), []).append(one)
    return list(rows.values())


def _is_day(one: PlacedField) -> bool:
    return one.section is None or one.section.keys[one.field.purpose] in _DAYS


def _misfit(one: PlacedField, every: Sequence[PlacedField], known: FormKnowledge) -> str:
    """Return why a text has no place in the case, or an empty text."""
    section, text = one.section, one.field.text
    if section is None:
        return _no_day_of_meeting(one, every, known) if one.field.purpose == HELD_ON else "its purpose is not known"
    row = [each for each in every if (each.section, each.row) == (section, one.row) and each.field.text]
    needed = [each for each in row if section.keys[each.field.purpose] == section.needs]
    is_planned = one.field in known.session.planned
    if len(needed) != (not is_planned) or len(row) > len({each.field.purpose for each in row}):
        return f"its row has no {section.needs}, or two"
    if sum(len(each.field.text) for each in row) > LONGEST_TEXT:
        return f"longer than {LONGEST_TEXT} characters, or beside one that is"
    if section in (CAME, SUMMARY):
        return why_not_attending(one, every, known)
    if section in (LEAVING, MESSAGES):
        return why_not_consenting(one, row, known)
    if section is STATES:
        return _no_state(one, known)
    return "" if not _is_day(one) or known.days.read(text) else _NO_DAY


def _no_day_of_meeting(one: PlacedField, every: Sequence[PlacedField], known: FormKnowledge) -> str:
    """Return why a text is not the day of the meeting, or an empty text."""
    texts = {each.field.text for each in every if each.field.purpose == HELD_ON and each.field.text}
    return _TWO_DAYS if len(texts) > 1 else "" if known.days.read(one.field.text) else _NO_DAY


def _no_state(one: PlacedField, known: FormKnowledge) -> str:
    """Return why a text is not the state of a commitment, or an empty text."""
    if known.answers.is_open(one.field.text):
        return _OPEN
    if not known.answers.state(one.field.text):
        return _NO_STATE
    return "" if one.field in known.owed else _NOT_FOUND


def _entry(row: Sequence[PlacedField], day: str, known: FormKnowledge) -> RecordEntry:
    section, first = row[0].section, row[0].field
    assert section is not None, "only fields of a section are in rows"
    if section in (LEAVING, MESSAGES):
        return consented_entry(row, day, known)
    texts = {section.keys[one.field.purpose]: one.field.text for one in row}
    if section is STATES:
        return RecordEntry(section, row[0].row, {**known.owed[first], "state": known.answers.state(texts["state"])})
    by = {OWED.name: known.own_track, OWING.name: known.other_track}.get(section.name, "")
    values = {key: text for key, text in ((section.day, day), ("by", by)) if text}
    values |= {key: known.days.read(text) if key in _DAYS else text for key, text in texts.items()}
    said = section.remark
    if section.is_answer:
        values[section.needs] = _answer(known.labels.get(first, ""), texts[section.needs])
        said = "" if first in known.labels or not known.labels else _NOT_OURS
    remark = "; ".join(filter(None, (said, _give(values, known))))
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


def _with_ids(entries: Sequence[RecordEntry], session: KnownSession) -> Iterator[RecordEntry]:
    """Return entries, those of outputs with an id that the case has not used."""
    free = (name for number in count(1) if (name := f"{session.stem}_{number}") not in session.taken)
    for entry in entries:
        own: dict[str, EntryValue] = {"id": next(free)} if entry.section is LEAVING else {}
        yield replace(entry, values={**own, **entry.values})
