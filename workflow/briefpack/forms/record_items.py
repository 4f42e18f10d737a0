"""Record items: what a form that came back becomes, and what is known of it beside what was written into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefpack.forms.answers import AnswerWords
from briefpack.forms.reading import FilledField
from briefpack.forms.sections import FormSection
from briefpack.forms.written_days import DayReader

#: A value of an item: a text, some words of the case, or texts by key.
EntryValue: TypeAlias = str | tuple[str, ...] | Mapping[str, str]


@dataclass(frozen=True)
class RecordEntry:
    """One row of a form as an item of a list in a file of the case: its section, number there, and values by key.

    `remark` is what a person has to know of it; `written` has by key how a day was written that was read.
    """

    section: FormSection
    row: int
    values: Mapping[str, EntryValue]
    remark: str = ""
    written: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NotPlaced:
    """A text that has no place in the case: where it stands in the form, why, and what it says."""

    place: str
    because: str
    text: str


@dataclass(frozen=True)
class FormRecord:
    """What a form says: entries for files of the case, and what has no place there.

    `read` are the places of days that were not written as a case has them.
    """

    entries: tuple[RecordEntry, ...]
    not_placed: tuple[NotPlaced, ...]
    read: tuple[str, ...]


@dataclass(frozen=True)
class KnownSession:
    """What a case says of the session that a form is of.

    `activity` and `title` are its own, empty where they are not certain; `stem` begins the ids of its outputs, of which
    `taken` are used. `parties` has the party of the role beside a field, `party_names` the id of each party by its id
    and name in small letters, and `planned` what was to leave the room by the row of a field.
    """

    activity: str = ""
    title: str = ""
    stem: str = "form"
    taken: frozenset[str] = frozenset()
    parties: Mapping[FilledField, str] = field(default_factory=dict)
    party_names: Mapping[str, str] = field(default_factory=dict)
    planned: Mapping[FilledField, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class FormKnowledge:
    """What is known of a form beside what was written into it.

    `own_track` is the word for its reader's track, and `other_track` that for the other, or both are empty; `labels`
    what each field answers; `actors` the id of each actor of the case by its id, name and role in small letters; `owed`
    the commitment of the case that a field is of; `days` and `answers` read what was written.
    """

    own_track: str
    other_track: str
    labels: Mapping[FilledField, str]
    actors: Mapping[str, str]
    owed: Mapping[FilledField, Mapping[str, str]]
    days: DayReader
    answers: AnswerWords
    session: KnownSession = KnownSession()
