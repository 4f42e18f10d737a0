"""Attending: how many came to a session, by role, and what it agreed, as one item of the sessions of a case."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.case.amounts import Amount, Approximate, stated
from briefpack.forms.record_items import EntryValue, FormKnowledge, KnownSession, RecordEntry
from briefpack.forms.sections import CAME, SUMMARY, PlacedField

_NO_ACTIVITY = "it is not known which activity of the case this session is of: its engagement has to name one"
_NO_PARTY = "it is not certain of which party of the case this role is"
_NO_NUMBER = "not a number of people, such as 6 or about 6"
_PARTLY = "another role of this party has no number, so that nobody could tell how many came of it"


def why_not_attending(one: PlacedField, every: Sequence[PlacedField], known: FormKnowledge) -> str:
    """Return why a count, a role or a summary has no place among the sessions, or an empty text."""
    session = known.session
    if not session.activity:
        return _NO_ACTIVITY
    if one.section is SUMMARY:
        return ""
    row = [each for each in every if each.section is CAME and each.row == one.row]
    if not _party(row, session):
        return _NO_PARTY
    if _amount(row, known) is None:
        return _NO_NUMBER
    of_party = (some for some in _rows(every) if _party(some, session) == _party(row, session))
    return "" if all(_amount(some, known) is not None for some in of_party) else _PARTLY


def session_entry(kept: Sequence[PlacedField], day: str, known: FormKnowledge) -> list[RecordEntry]:
    """Return the session that a form tells of, from what has a place there; nothing where it tells nothing of it."""
    counts: dict[str, Amount] = {}
    for row in _rows(kept):
        party, amount = _party(row, known.session), _amount(row, known)
        if amount is not None:
            counts[party] = _together(counts[party], amount) if party in counts else amount
    summaries = [one.field.text for one in kept if one.section is SUMMARY]
    if not counts and not summaries:
        return []
    values: dict[str, EntryValue] = {"activity": known.session.activity, "title": known.session.title}
    values |= {"date": day} if day else {}
    values |= {"attended_per_party": {party: str(amount) for party, amount in counts.items()}} if counts else {}
    values |= {SUMMARY.needs: summaries[0]} if summaries else {}
    return [RecordEntry(CAME if counts else SUMMARY, 1, values)]


def _rows(some: Sequence[PlacedField]) -> list[list[PlacedField]]:
    """Return the rows of a table of who came."""
    rows: dict[int, list[PlacedField]] = {}
    for one in some:
        if one.section is CAME:
            rows.setdefault(one.row, []).append(one)
    return list(rows.values())


def _party(row: Sequence[PlacedField], session: KnownSession) -> str:
    """Return the party of a row: that of the role that is printed in it, or of the role that was written there."""
    printed = [session.parties[one.field] for one in row if one.field in session.parties]
    written = [one.field.text.casefold() for one in row if CAME.keys[one.field.purpose] == "role"]
    return next(iter([*printed, *(session.party_names.get(text, "") for text in written)]), "")


def _amount(row: Sequence[PlacedField], known: FormKnowledge) -> Amount | None:
    texts = [one.field.text for one in row if CAME.keys[one.field.purpose] == CAME.needs]
    return known.answers.amount(texts[0]) if texts else None


def _together(one: Amount, other: Amount) -> Amount:
    number = stated(one) + stated(other)
    return number if isinstance(one, int) and isinstance(other, int) else Approximate(number)
