"""Mediators: a body that brings the parties to terms, and then judges whether they keep to them (C27).

Source: double roles as known from the talks on Aceh, where a mediator later monitored. A body that monitored before it
mediates judges nothing that it made. A role that goes on is told as it is; both are history only once both are over.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    kind_leaf,
    kind_of,
    missing_ends,
    name_of_kind,
)
from briefpack.findings.offices import is_office
from briefpack.stages.coverage.ahead import work_time
from briefpack.stages.coverage.gaps import has_ended
from briefpack.stages.coverage.times import Time

#: The kinds of work by which a body brings the parties to terms, and by which it judges whether they keep to them.
_ROLES = {"mediated_talks": "mediates", "shuttle": "mediates", "back_channel": "mediates", "monitoring": "monitors"}
#: How it is told, by whether the talks and the monitoring are over.
_ORDERS = {(True, False): "then", (False, True): "monitored"}


def mediator_and_monitor(seen: Vantage) -> Iterator[Found]:
    """Return each two pieces of work of which one body mediates in the first and monitors in the second.

    Without dates work may go on, which a view cannot tell for certain: such a finding is the team's alone, and says
    what is on record.
    """
    led = [(work, _leaders(seen, work)) for work in _works(seen)]
    for (one, leaders), (other, others) in permutations(led, 2):
        mediates, monitors = _role(one) == "mediates", _role(other) == "monitors"
        body = next((leader for leader in leaders if leader in others), None)
        if mediates and monitors:
            if body:
                yield from _double_role(seen, body, one, other)
            else:
                yield from (Unchecked(each, (_led_by(each),)) for each, its in led if each in (one, other) and not its)
        elif body and (mediates or monitors):
            yield from (Unchecked(each, (name_of_kind(each),)) for each in (one, other) if not kind_of(each))


def _works(seen: Vantage) -> Iterator[Node]:
    """Return each effort, and each activity that is part of none, or that does something else there."""
    yield from seen.view.root.assessment.efforts
    yield from (one for one in seen.view.root.planning.activities if _stands_alone(one))


def _stands_alone(activity: Node) -> bool:
    return not activity.part_of or (bool(_role(activity)) and _role(activity) != _role(activity.part_of))


def _role(work: Node) -> str:
    return _ROLES.get(kind_of(work), "")


def _leaders(seen: Vantage, work: Node) -> list[Node]:
    """Return who leads work: who facilitates an activity; who convenes an effort, or facilitates its parts."""
    if _is_activity(work):
        return [each.actor for each in work.facilitators if each.actor]
    parts = (one for one in seen.view.root.planning.activities if one.part_of == work and not _stands_alone(one))
    named = (work.convenor, *(each.actor for one in parts for each in one.facilitators))
    return [one for one in named if one]


def _led_by(work: Node) -> str:
    return "facilitators" if _is_activity(work) else "convenor"


def _is_activity(work: Node) -> bool:
    return "facilitators" in inside(work).kind.model_fields


def _double_role(seen: Vantage, body: Node, talks: Node, monitoring: Node) -> Iterator[Found]:
    """Return that a body has both roles, unless it monitored before it mediated, or that may be so."""
    first, then = work_time(seen.view, talks), work_time(seen.view, monitoring)
    was, is_over = has_ended(seen.view, talks), has_ended(seen.view, monitoring)
    goes_on = _is_active(monitoring)
    is_after = goes_on or _is_before(first, then)
    if not goes_on and first and then and then.ends[1] < first.begins[0]:
        return
    if is_over and not is_after:
        yield from (Unchecked(one, missing) for one in (talks, monitoring) if (missing := missing_ends(one)))
        return
    kinds = tuple(filter(None, map(kind_leaf, (talks, monitoring))))
    values: dict[str, Value] = {"body": body, "talks": talks, "monitoring": monitoring, "kinds": kinds}
    is_told = seen.is_over or ((was or _goes_on(seen, talks, first)) and (is_over or _goes_on(seen, monitoring, then)))
    form = _ORDERS.get((was, is_over), "") if is_told else "recorded"
    # A view may lack that an activity is part of the other work, or what came first.
    is_certain = is_after and not any(_is_activity(one) and not one.part_of for one in (talks, monitoring))
    yield Finding(
        (talks, monitoring),
        values,
        form=_form(body, form),
        basis=None if is_certain else "absence",
        is_past=was and is_over,
    )


def _is_before(first: Time | None, then: Time | None) -> bool:
    """Return whether work certainly began before other work ended."""
    return bool(first and then and first.begins[1] <= then.ends[0])


def _is_active(work: Node) -> bool:
    return str(inside(work).fields.get("state")) == "active"


def _goes_on(seen: Vantage, work: Node, time: Time | None) -> bool:
    """Return whether it is told that work goes on: it has that state, or today is certainly within its time."""
    is_now = time and seen.today and time.begins[1] <= seen.today.begins[0] and seen.today.ends[1] <= time.ends[0]
    return _is_active(work) or bool(is_now)


def _form(body: Node, form: str) -> str:
    """Return which sentence tells of a double role, by whether the body may be named."""
    if is_office(body):
        return form or "sentence"
    return f"same_{form}" if form else "same"
