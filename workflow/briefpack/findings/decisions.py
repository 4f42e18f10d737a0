"""Decisions: work that goes on against what the case itself decided or judged (C28).

Source: handbook map, section 2, step 1: the assessment ends in a decision, and the risk to participants is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, is_shown, missing_ends
from briefpack.stages.coverage.ahead import days_ahead, sessions_ahead, work_time
from briefpack.stages.coverage.times import ends_of, time_of


def against_decision(seen: Vantage) -> Iterator[Found]:
    """Return that work is under way or to come where the decision is not to engage, or the risk is unacceptable.

    All such work is one finding against the decision, and one against the risk. A session that convenors have ahead is
    such work, whatever is shown of its activity.
    """
    assessment = seen.view.root.assessment
    decision, risk = assessment.decision.value, assessment.feasibility.participant_risk
    stops = {"decision": (assessment.decision, decision)} if str(decision or "") in ("no_go", "wait") else {}
    stops |= {"risk": (assessment.feasibility, risk)} if str(risk or "") == "unacceptable" else {}
    works: list[Node] = []
    for activity in seen.view.root.planning.activities if stops else ():
        lacking = _lacking(seen, activity)
        if lacking:
            yield lacking
        elif str(activity.track) != "i" and not seen.is_past(work_time(seen.view, activity)):
            works.append(activity)
    planned = sessions_ahead(seen.view).items() if stops else ()
    works += [one for activity, held in planned if activity not in works for one in held if _is_to_come(seen, one)]
    if works:
        yield from (_against(seen, works, form, *stop) for form, stop in stops.items())


def _lacking(seen: Vantage, activity: Node) -> Unchecked | None:
    """Return what is missing to tell whether an activity is under way or to come."""
    window = time_of(*ends_of(activity))
    if not is_shown(activity.track):
        return Unchecked(activity, ("track",))
    if str(activity.track) == "i" or seen.is_past(work_time(seen.view, activity)) or _meets(seen, activity):
        return None
    if seen.today is None:
        return Unchecked(seen.view.root.case, ("date_of_information",))
    return Unchecked(activity, missing_ends(activity)) if window is None or _may_be_past(seen, activity) else None


def _may_be_past(seen: Vantage, activity: Node) -> bool:
    window = time_of(*ends_of(activity))
    return window is not None and seen.today is not None and window.ends[0] < seen.today.ends[1]


def _meets(seen: Vantage, activity: Node) -> bool:
    """Return whether a session of an activity is certainly to come, today's among them."""
    return any(_is_to_come(seen, one) for one in sessions_ahead(seen.view).get(activity, ()))


def _is_to_come(seen: Vantage, session: Node) -> bool:
    return seen.today is not None and bool(session.date.value.start.first >= seen.today.ends[1])


def _against(seen: Vantage, works: Sequence[Node], form: str, about: Node, said: Leaf) -> Finding:
    ends = (_ends_of(one) for one in works)
    dates = (*(end for both in ends for end in both if end), *days_ahead(seen.view, *works))
    values: dict[str, Value] = {"said": said, "works": tuple(works), "dates": dates}
    return Finding((about,), values, form=form, is_urgent=not all(_begins_later(seen, one) for one in works))


def _begins_later(seen: Vantage, work: Node) -> bool:
    """Return whether nothing of work is under way today: it begins later, or has its next session later."""
    begins, ends = _ends_of(work)
    if begins and seen.is_ahead(begins):
        return True
    is_between = seen.is_past(time_of(begins, ends)) or not (begins or ends)
    days = days_ahead(seen.view, work)
    return is_between and bool(days) and all(map(seen.is_ahead, days))


def _ends_of(work: Node) -> tuple[Any, Any]:
    """Return the dates on which work begins and ends; of a session that is its day."""
    return (work.date, None) if "date" in inside(work).kind.model_fields else ends_of(work)
