"""Entries: what the fields of a form become in the files of a case, and what has no place there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpack.case.dates import parse_date
from briefpack.case.fields import LONGEST_TEXT
from briefpack.forms.reading import FilledForm
from briefpack.forms.sections import HELD_ON, OURS, FormSection, PlacedField, placed_fields

_DAYS = frozenset({"date", "promised", "undertaken", "due"})
_NO_DAY = "not a date such as 2024-03-20"


@dataclass(frozen=True)
class RecordEntry:
    """One row of a form as an item of a list in a file of the case: its section, number there, and values by key."""

    section: FormSection
    row: int
    values: Mapping[str, str]


@dataclass(frozen=True)
class NotPlaced:
    """A text that has no place in the case: where it stands in the form, why, and what it says."""

    place: str
    because: str
    text: str


@dataclass(frozen=True)
class FormKnowledge:
    """What is known of a form beside what was written into it.

    `own_track` is the word for its reader's track, or empty; `labels` what each field answers, by its number; `actors`
    the id of each actor of the case by its id, name and role in small letters.
    """

    own_track: str
    labels: Mapping[int, str]
    actors: Mapping[str, str]


@dataclass(frozen=True)
class FormRecord:
    """What a form says: entries for files of the case, and what has no place there."""

    entries: tuple[RecordEntry, ...]
    not_placed: tuple[NotPlaced, ...]


def record_of(form: FilledForm, known: FormKnowledge) -> FormRecord:
    """Return what a form says, by the files of a case."""
    filled = [one for one in placed_fields(form) if one.field.text]
    lost = [NotPlaced(one.place, why, one.field.text) for one in filled if (why := _misfit(one, filled, known))]
    places = {one.place for one in lost}
    kept = [one for one in filled if one.place not in places]
    day = next((one.field.text for one in kept if one.section is None), "")
    rows: dict[tuple[str, int], list[PlacedField]] = {}
    for one in kept:
        if one.section is not None:
            rows.setdefault((one.section.name, one.row), []).append(one)
    return FormRecord(tuple(_entries(rows, day, known)), tuple(lost))


def _misfit(one: PlacedField, filled: list[PlacedField], known: FormKnowledge) -> str:
    """Return why a text has no place in the case, or an empty text."""
    section, text = one.section, one.field.text
    if section is None:
        return ("" if _is_date(text) else _NO_DAY) if one.field.purpose == HELD_ON else "its purpose is not known"
    key, row = (
        section.keys[one.field.purpose],
        [each for each in filled if (each.section, each.row) == (section, one.row)],
    )
    needed = [each for each in row if section.keys[each.field.purpose] == section.needs]
    if len(needed) != 1 or len(row) > len({each.field.purpose for each in row}):
        return f"its row has no {section.needs}, or two"
    if any(len(each.field.text) > LONGEST_TEXT for each in row):
        return f"longer than {LONGEST_TEXT} characters, or beside one that is"
    if key in _DAYS:
        return "" if _is_date(text) else _NO_DAY
    return (
        "no id, name or role of an actor of the case"
        if key == "responsible" and not known.actors.get(text.casefold())
        else ""
    )


def _entries(
    rows: Mapping[tuple[str, int], list[PlacedField]], day: str, known: FormKnowledge
) -> Iterator[RecordEntry]:
    for row in rows.values():
        section = row[0].section
        assert section is not None, "only fields of a section are in rows"
        values = {section.day: day} if day else {}
        values |= {"by": known.own_track} if section is OURS and known.own_track else {}
        values |= {section.keys[one.field.purpose]: one.field.text for one in row}
        if section.is_answer:
            asked = known.labels.get(row[0].field.number, "")
            values[section.needs] = ": ".join(filter(None, (asked.rstrip(":"), values[section.needs])))
        if "responsible" in values:
            values["responsible"] = known.actors[values["responsible"].casefold()]
        yield RecordEntry(section, row[0].row, values)


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True
