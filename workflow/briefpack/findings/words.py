"""Words: what is said on one topic by several, to whom, and what it promises (C09, C10).

Source: handbook map, section 4 (C09, C10). Only what has a topic and a stance is compared: free texts are for
people to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefpack.disclosure.view import Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    inexact,
    is_answered,
    is_shown,
)
from briefpack.findings.speech import Said, said
from briefpack.stages.coverage.times import Relation, Time, one_time, relation, widened

#: Stances that cannot both be taken on one topic.
_AT_ODDS = (frozenset({"supports", "opposes"}), frozenset({"supports", "denies"}))
#: The kinds of actor that can promise something for themselves.
_OFFICIAL = frozenset({"government", "international_organisation"})


def at_odds(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each two things said on one topic whose stances contradict each other.

    Two messages that were certainly sent more than so many days apart tell of a change, and so does a message of more
    than so many days ago beside a line, which stands today. Where it cannot be told how far apart two things said are,
    nothing is found.
    """
    every = said(seen.view)
    for one in every:
        if not one.topic or not one.stance:
            yield Unchecked(one.about, (one.field("stance" if one.topic else "topic"),))
    told = [one for one in every if one.topic and one.stance]
    for one, other in combinations(told, 2):
        if one.topic == other.topic and {str(one.stance), str(other.stance)} in _AT_ODDS:
            yield from _contradiction(seen, one, other, days)


def _contradiction(seen: Vantage, one: Said, other: Said, days: int) -> Iterator[Found]:
    how = _at_one_time(seen, one, other, days)
    if how == "untold":
        yield from _untold(seen, [each.dated for each in (one, other) if each.dated])
        return
    values = {"one": one.text, "other": other.text, "first": one.stance, "second": other.stance}
    values |= {"sent": one.date, "then": other.date, "to": one.to, "also_to": other.to, "topic": one.topic}
    if how != "apart":
        shown: dict[str, Value] = {name: value for name, value in values.items() if value}
        yield Finding((one.about, other.about), shown)


def _at_one_time(seen: Vantage, one: Said, other: Said, days: int) -> Relation:
    """Return whether two things said stand at one time: lines always do, messages and answers within so many days."""
    sent = [one_time(each.date) for each in (one, other) if each.dated]
    if len(sent) > 1:
        return relation(sent[0] and widened(sent[0], days), sent[1])
    # In a case that is over, nobody knows when a line was taken back.
    return _before_a_line(seen, sent[0], days) if sent and not seen.is_over else "together"


def _before_a_line(seen: Vantage, sent: Time | None, days: int) -> Relation:
    """Return whether a message stands beside a line of today; one that is still to be sent does."""
    if sent is None or seen.today is None:
        return "untold"
    if (seen.today.begins[0] - sent.ends[1]).days > days:
        return "apart"
    return "untold" if (seen.today.ends[1] - sent.begins[0]).days > days else "together"


def _untold(seen: Vantage, items: Sequence[Node]) -> Iterator[Unchecked]:
    """Return what is not dated well enough to tell how far apart two things said are: of a line that is today."""
    dated = [(each, "date") for each in items]
    yield from inexact(*dated, *([(seen.view.root.case, "date_of_information")] if len(dated) == 1 else []))


def promise(seen: Vantage) -> Iterator[Found]:
    """Return each message that commits others than those who say it, or somebody, by who has no office to do so.

    Whoever says it can promise for itself. Where nobody says whom a message commits, that is not checked of a
    government, an international organisation or a party, which may do so. Of anybody else it is found for the team
    alone: a view may lack who says it, or that it commits nobody else.
    """
    for one in seen.view.root.coordination.messages:
        commits, others = one.commits, one.commits_others
        if not is_answered(commits):
            yield Unchecked(one, ("commits",))
        elif commits and is_shown(others):
            found = Finding((one,), {**_commitment(one), "others": others}, form="others")
            yield from (found,) if others else ()
        elif commits:
            yield _promised(one)


def _promised(one: Node) -> Found:
    speaker = one.said_by or one.affiliation
    # Nobody shown, what is said to convenors may come from officials.
    is_open = not speaker and str(one.audience or "") == "track_ii"
    if one.side or is_open or (speaker and str(speaker.kind or "") in _OFFICIAL):
        return Unchecked(one, ("commits_others",))
    return Finding((one,), _commitment(one), form="sentence" if speaker else "unsaid", basis="absence")


def _commitment(one: Node) -> dict[str, Value]:
    """Return what decides of a promise: the message, to whom it goes, and who says it."""
    speaker = one.said_by or one.affiliation
    to: dict[str, Value] = {"audience": one.audience} if one.audience else {}
    by: dict[str, Value] = {"speaker": speaker, "speaks_as": speaker.kind} if speaker and speaker.kind else {}
    return {"message": one, "commits": one.commits, **to, **by}
