"""Decisions: work that goes on against what the case itself decided or judged (C28).

Source: handbook map, section 2, step 1: the assessment ends in a decision, and the risk to participants is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, is_shown, missing_ends
from briefpack.stages.coverage.times import ends_of, time_of


def against_decision(seen: Vantage) -> Iterator[Found]:
    """Return that work is under way or to come where the decision is not to engage, or the risk is unacceptable.

    All such work is one finding against the decision, and one against the risk.
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
        elif str(activity.track) != "i" and not seen.is_past(time_of(*ends_of(activity))):
            works.append(activity)
    if works:
        yield from (_against(seen, works, form, *stop) for form, stop in stops.items())


def _lacking(seen: Vantage, activity: Node) -> Unchecked | None:
    """Return what is missing to tell whether an activity is under way or to come."""
    window = time_of(*ends_of(activity))
    if not is_shown(activity.track):
        return Unchecked(activity, ("track",))
    if str(activity.track) == "i" or seen.is_past(window):
        return None
    if seen.today is None:
        return Unchecked(seen.view.root.case, ("date_of_information",))
    return Unchecked(activity, missing_ends(activity)) if window is None or _may_be_past(seen, activity) else None


def _may_be_past(seen: Vantage, activity: Node) -> bool:
    window = time_of(*ends_of(activity))
    return window is not None and seen.today is not None and window.ends[0] < seen.today.ends[1]


def _against(seen: Vantage, works: Sequence[Node], form: str, about: Node, said: Leaf) -> Finding:
    begins = [ends_of(one)[0] for one in works]
    is_to_come = all(one and seen.today and one.value.start.first > seen.today.ends[1] for one in begins)
    dates = tuple(end for one in works for end in ends_of(one) if end)
    values: dict[str, Value] = {"said": said, "works": tuple(works), "dates": dates}
    return Finding((about,), values, form=form, is_urgent=not is_to_come)
