"""Sections: the tables of a record form, and the list in the files of a case that the rows of each go to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.forms.reading import FilledField, FilledForm


@dataclass(frozen=True)
class FormSection:
    """One table of a form: its name, the file and list that its rows go to, and the key of each field by its purpose.

    `needs` is the key without which a row says nothing, `day` that of the day on which the meeting was held, or empty.
    The first cell of a row that `is_answer` says what its field answers. `remark` is ours, on each of its items.
    """

    name: str
    file: str
    items: str
    needs: str
    day: str
    keys: Mapping[str, str]
    is_answer: bool = False
    remark: str = ""


_SESSIONS = ("implementation", "sessions")
_CONSENT = ("consent.who", "consent.how")
_LOG = ("implementation", "coordination_log", "content", "date")
_TASKS = ("evaluation", "follow_ups", "action", "undertaken")
_PROMISES = ("coordination", "commitments", "what", "promised")
#: What is owed to the other track, and what the other track owes.
OWED = FormSection("Promises, ours to the other track", *_PROMISES, {"owed_what": "what", "owed_due": "due"})
OWING = FormSection("Promises, the other track's to us", *_PROMISES, {"owing_what": "what", "owing_due": "due"})
#: The state of a commitment that is in the case already.
STATES = FormSection(
    "State of what was owed", "coordination", "states_of_commitments", "state", "", {"kept_state": "state"}
)
#: How many of each role came to a session, and what was agreed there: both are of one item.
CAME = FormSection(
    "Who came", *_SESSIONS, "attended_per_party", "date", {"came_who": "role", "came_number": "attended_per_party"}
)
SUMMARY = FormSection("Agreed summary", *_SESSIONS, "agreed_summary", "date", {"summary": "agreed_summary"})
#: What may leave the room of a session, and what may be told to the other track, each with its consent.
LEAVING = FormSection(
    "What may leave the room",
    "implementation",
    "outputs",
    "text",
    "date",
    {
        "passed_what": "text",
        "passed_to": "release_to",
        **dict(zip(("passed_who", "passed_how"), _CONSENT, strict=True)),
    },
)
MESSAGES = FormSection(
    "Messages",
    "coordination",
    "messages",
    "text",
    "",
    {"message_what": "text", **dict(zip(("message_who", "message_how"), _CONSENT, strict=True))},
    remark="agreed, and perhaps not said yet: add the day when it is",
)
_SECTIONS = (
    CAME,
    SUMMARY,
    LEAVING,
    MESSAGES,
    FormSection("What was heard", *_LOG, {"listen_heard": "content"}, is_answer=True),
    STATES,
    FormSection("What was owed", *_LOG, {"kept_heard": "content"}, is_answer=True),
    FormSection("Anything else", *_LOG, {"log_content": "content"}),
    FormSection(
        "Promises, ours",
        *_TASKS,
        {"ours_what": "action", "ours_who": "responsible", "ours_due": "due"},
        remark="promised by us to those we met",
    ),
    FormSection(
        "Promises, theirs",
        *_TASKS,
        {"theirs_what": "action", "theirs_who": "responsible", "theirs_due": "due"},
        remark="promised to us by those we met: say in 'action' or 'responsible' whose it is",
    ),
    OWED,
    OWING,
    FormSection(
        "Follow-ups",
        *_TASKS,
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
