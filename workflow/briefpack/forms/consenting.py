"""Consenting: what may leave the room of a session, and what may be said to the other track, with who agreed."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.case.dates import parse_plain_date
from briefpack.forms.record_items import EntryValue, FormKnowledge, RecordEntry
from briefpack.forms.sections import LEAVING, PlacedField

_REFUSED = "this may say that consent was not given, and what is here may not leave the room then"
_NOBODY = "nobody is said to have agreed"
_TO = "to whom it goes is none of track_i, track_ii and public, and stands behind its text"
_PLANNED = "to whom it goes is none of track_i, track_ii and public: `passed_on` of its engagement says it"
_NO_READER = "to whom it goes is none of track_i, track_ii and public"
_CONSENT = "consent."


def why_not_consenting(one: PlacedField, row: Sequence[PlacedField], known: FormKnowledge) -> str:
    """Return why a text of a row is no consent, or an empty text: where one line refuses, neither is taken."""
    if one.field in known.session.planned and _key(one) == "release_to" and not known.answers.reader(one.field.text):
        return _NO_READER
    mine = [each for each in row if _key(each).startswith(_CONSENT)]
    return _REFUSED if one in mine and any(known.answers.refuses(each.field.text) for each in mine) else ""


def consented_entry(row: Sequence[PlacedField], day: str, known: FormKnowledge) -> RecordEntry:
    """Return what may leave the room by one row, as an output or as a message to the other track."""
    section = row[0].section
    assert section is not None, "only fields of a section are in rows"
    planned = known.session.planned.get(row[0].field, {})
    texts = {**planned, **{_key(one): one.field.text for one in row}}
    consent = {key.removeprefix(_CONSENT): text for key, text in texts.items() if key.startswith(_CONSENT)}
    remarks = [section.remark] if consent else [section.remark, _NOBODY]
    values: dict[str, EntryValue] = {}
    if section is LEAVING:
        values |= {"date": day} if day else {}
    elif known.other_track:
        values["audience"] = known.other_track
    values |= {"activity": known.session.activity} if known.session.activity else {}
    to = texts.get("release_to", "")
    reader = known.answers.reader(to)
    is_told = bool(to) and not reader
    # A text that a brief shows, and something more beside it, would look like a secret that the brief gives away.
    values["text"] = f"{texts['text'].rstrip('.')} ({to})" if is_told and not planned else texts["text"]
    values |= {"release_to": (reader,)} if reader else {}
    values |= {"consent": {**consent, **_when(day)}} if consent else {}
    remarks += [_PLANNED if planned else _TO] if is_told else []
    return RecordEntry(section, row[0].row, values, "; ".join(filter(None, remarks)))


def _when(day: str) -> dict[str, str]:
    """Return when consent was given, as exactly as a case takes it; nothing for a day that is not exact."""
    try:
        return {"when": parse_plain_date(day).text}
    except ValueError:
        return {}


def _key(one: PlacedField) -> str:
    return one.section.keys[one.field.purpose] if one.section else ""
