"""Transfers: what went to the other track without consent, or without an answer or a known use (C11, C12, C29).

Source: handbook map, section 4, and what is known of coordination: consent is who, how and when. A relationship or a
skill that changes sides is no transfer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.case.dates import is_before
from briefpack.case.implementation import NOT_CARRIED
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, Worded, inexact, is_answered, is_shown
from briefpack.findings.presumed import presumed
from briefpack.stages.coverage.loose_ends import transfers_of

_WAY = ("activity", "recipient", "carrier", "date")


def unconsented(seen: Vantage) -> Iterator[Found]:
    """Return what was handed over without consent, and what is meant for the other track with no way to get there."""
    for one in _carried(seen):
        yield from _without_consent(seen, one)
    for output in _presumed(seen):
        consent = output.consent
        if not (consent.how or consent.does_not_apply or consent.how.does_not_apply):
            yield Unchecked(output, ("handed_over",))
    yield from () if seen.is_over else _loose_ends(seen)


def _presumed(seen: Vantage) -> Iterator[Node]:
    """Return each output that was to be handed over by now, and of which no record says that it was."""
    yield from (one for one in seen.view.root.implementation.outputs if presumed(seen.view, one))


def _carried(seen: Vantage) -> Iterator[Node]:
    """Return each transfer of something that can be handed over."""
    for one in seen.view.root.coordination.transfers:
        if not (one.output and str(one.output.kind or "") in NOT_CARRIED):
            yield one


def _without_consent(seen: Vantage, one: Node) -> Iterator[Found]:
    consents = _consents(one)
    given = [each for each in consents if each.how]
    if given:
        yield from _when_consented(one, given)
        yield from _too_early(one, given)
    elif unknown := [each for each in consents if each and "how" in inside(each).unknown]:
        yield from (Unchecked(each, ("how",)) for each in unknown)
    elif not any(each.does_not_apply or each.how.does_not_apply for each in consents):
        is_partly = any(is_shown(each.who) or is_shown(each.when) for each in consents)
        yield from _if_handed_over(seen, one, "how" if is_partly else "sentence")


def _consents(one: Node) -> tuple[Any, ...]:
    """Return what is shown of each consent that a transfer can rest on: its own, and its output's.

    That of its activity's plan is for something that was to come, and may have been given for another text.
    """
    return (one.consent, *((one.output.consent,) if one.output else ()))


def _when_consented(one: Node, given: list[Any]) -> Iterator[Unchecked]:
    """Return what is missing to tell whether consent came first: its day, or that of the handing over."""
    if not one.handed_over and not is_answered(one.handed_over):
        yield Unchecked(one, ("handed_over",))
    elif not any(is_answered(each.when) for each in given):
        yield from (Unchecked(each, ("when",)) for each in given if not each.when)


def _too_early(one: Node, given: list[Any]) -> Iterator[Found]:
    """Return a transfer that certainly went before any consent to it was given, or that may have, as dates tell."""
    dates, went = [each.when for each in given], one.handed_over
    if not went or not all(dates):
        return
    if all(is_before(went.value, day.value) for day in dates):
        yield Finding((one,), {"thing": one, "date": went, "when": dates[0]}, form="early", is_urgent=True)
    elif all(went.value.start.first < day.value.end.last for day in dates):
        for each in given:
            yield from inexact((one, "handed_over"), (each, "when"))


def _if_handed_over(seen: Vantage, one: Node, form: str) -> Iterator[Found]:
    date = one.handed_over
    came = {name: leaf for name in ("acknowledged", "answered", "used") if is_shown(leaf := getattr(one, name))}
    if came or (date and (seen.today is None or date.value.end.last <= seen.today.ends[1])):
        values: dict[str, Value] = {"thing": one, **came, **({"date": date} if date else {})}
        yield Finding((one,), values, form=form, is_urgent=True)
    elif not date or (seen.today and date.value.start.first <= seen.today.ends[1]):
        yield Unchecked(one, ("handed_over",))


def _loose_ends(seen: Vantage) -> Iterator[Found]:
    """Return each output for the other track of which the view lacks to whom, through whom or when it goes."""
    for end in seen.coverage.handovers:
        missing = tuple(name for name in end.missing if name in _WAY)
        for output in end.items if missing else ():
            if "text" not in inside(output).kind.model_fields:
                continue
            if missing == ("carrier",) and output.activity and output.activity.transfer.carrier:
                yield Unchecked(output.activity.transfer, ("carrier",))
            else:
                words = tuple(Worded(f"coordination.missing_{name}") for name in missing)
                yield Finding((output,), {"thing": output, "missing": words}, "medium", form="loose")


def unanswered(seen: Vantage, days: int) -> Iterator[Found]:
    """Return what was not acknowledged so many days after it was handed over."""
    for one in _of_unknown_use(seen):
        if not _has_come(one):
            yield from _waits(seen, one, days)
    yield from (Unchecked(one, ("handed_over",)) for one in _unrecorded(seen, days) if not _received(seen, one))


def unused(seen: Vantage, days: int) -> Iterator[Found]:
    """Return what came to the other track, and of which nobody knows the use so many days after it was handed over."""
    for one in _of_unknown_use(seen):
        if _has_come(one):
            yield from _waits(seen, one, days)
    yield from (Unchecked(one, ("handed_over",)) for one in _unrecorded(seen, days) if _received(seen, one))


def _unrecorded(seen: Vantage, days: int) -> Iterator[Node]:
    """Return each output that was to be handed over so many days ago, without a record of that, or a known use."""
    today = seen.today
    for one in () if seen.is_over else seen.view.root.implementation.outputs:
        day = presumed(seen.view, one)
        if today is None or day is None or (today.ends[1] - day.value.start.first).days <= days:
            continue
        if not any(is_answered(each.used) for each in _became(seen, one)):
            yield one


def _received(seen: Vantage, output: Node) -> bool:
    """Return whether the evaluation says what arrived of an output."""
    return any(is_shown(each.received) for each in _became(seen, output))


def _became(seen: Vantage, output: Node) -> list[Node]:
    """Return what the evaluation says of what became of an output."""
    return [each for each in seen.view.root.evaluation.evaluation.transfer if each.output == output]


def _of_unknown_use(seen: Vantage) -> Iterator[Node]:
    """Return each transfer of which the use is not known.

    History is silent: that nobody was told what was used can have been a choice.
    """
    return (one for one in (() if seen.is_over else _carried(seen)) if not _is_use_known(seen, one))


def _has_come(one: Node) -> bool:
    return is_answered(one.acknowledged) or bool(one.answered)


def _waits(seen: Vantage, one: Node, days: int) -> Iterator[Found]:
    """Return that something was certainly handed over more than so many days ago, if that can be told."""
    date = one.handed_over
    if seen.today is None:
        yield Unchecked(seen.view.root.case, ("date_of_information",))
    elif not date:
        yield Unchecked(one, ("handed_over",))
    elif (seen.today.begins[0] - date.value.end.last).days > days:
        yield Finding((one,), {"thing": one, "date": date, "days": days})
    elif (seen.today.ends[1] - date.value.start.first).days > days:
        yield Unchecked(one, ("handed_over",))


def _is_use_known(seen: Vantage, one: Node) -> bool:
    """Return whether the use of something is told, or said not to apply: here, or by the evaluation for its output."""
    told = _became(seen, one.output) if one.output else []
    same = transfers_of(seen.view, one.output) if one.output else (one,)
    return any(is_answered(each.used) for each in (*told, *same))
