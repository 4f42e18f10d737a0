"""Sections: the tables of a record form, and the list in the files of a case that the rows of each go to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.forms.reading import FilledField, FilledForm


@dataclass(frozen=True)
class FormSection:
    """One table of a form: its name, the file and list that its rows go to, and the key of each field by its purpose.

    `needs` is the key without which a row says nothing, `day` that of the day on which the meeting was held. The first
    cell of a row that `is_answer` says what its field answers. `remark` is ours, on each of its items.
    """

    name: str
    file: str
    items: str
    needs: str
    day: str
    keys: Mapping[str, str]
    is_answer: bool = False
    remark: str = ""


_LOG = ("implementation", "coordination_log", "content", "date")
_PROMISES = ("coordination", "commitments", "what", "promised")
OURS = FormSection("Promises, ours", *_PROMISES, {"ours_what": "what", "ours_due": "due"})
_SECTIONS = (
    FormSection("What was heard", *_LOG, {"listen_heard": "content"}, is_answer=True),
    FormSection("Anything else", *_LOG, {"log_content": "content"}),
    OURS,
    FormSection(
        "Promises, theirs",
        *_PROMISES,
        {"theirs_what": "what", "theirs_due": "due"},
        remark="add 'by' if one track owes it to the other",
    ),
    FormSection(
        "Follow-ups",
        "evaluation",
        "follow_ups",
        "action",
        "undertaken",
        {"task_action": "action", "task_who": "responsible", "task_due": "due"},
    ),
    FormSection(
        "Changed aims",
        "implementation",
        "adaptations",
        "what_changed",
        "date",
        {"aim_what": "what_changed", "aim_old": "old", "aim_new": "new", "aim_reason": "reason"},
    ),
)
_SECTION_OF = MappingProxyType({purpose: section for section in _SECTIONS for purpose in section.keys})
#: What the field is for that has the day of the meeting.
HELD_ON = "held_on"


@dataclass(frozen=True)
class PlacedField:
    """A field with its section, or None, and the number of its row in it; and where that is, in words for a person."""

    field: FilledField
    section: FormSection | None
    row: int
    place: str


def placed_fields(form: FilledForm) -> Iterator[PlacedField]:
    """Return each field of a form with where it stands."""
    counted: dict[str, dict[int, int]] = {}
    for one in form.fields:
        section = _SECTION_OF.get(one.purpose)
        if section is None:
            yield PlacedField(one, None, 0, "Held on" if one.purpose == HELD_ON else "a field of another form")
            continue
        rows = counted.setdefault(section.name, {})
        row = rows.setdefault(one.row, len(rows) + 1)
        yield PlacedField(one, section, row, f"{section.name}, row {row}, {section.keys[one.purpose]}")
