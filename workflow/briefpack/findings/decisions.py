"""Decisions: work that goes on against what the case itself decided or judged (C28).

Source: handbook map, section 2, step 1: the assessment ends in a decision, and the risk to participants is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.findings.finding import Finding, Found, Unchecked, Vantage, is_shown
from briefpack.stages.coverage.times import ends_of, time_of


def against_decision(seen: Vantage) -> Iterator[Found]:
    """Return each activity under way or to come where the decision is not to engage, or the risk is unacceptable."""
    assessment = seen.view.root.assessment
    decision, risk = assessment.decision.value, assessment.feasibility.participant_risk
    stops = [("decided", decision)] if str(decision or "") in ("no_go", "wait") else []
    stops += [("risk", risk)] if str(risk or "") == "unacceptable" else []
    for activity in seen.view.root.planning.activities if stops else ():
        window = time_of(*ends_of(activity))
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
        elif str(activity.track) == "i" or seen.is_past(window):
            continue
        elif window is None or seen.today is None or window.ends[0] < seen.today.ends[1]:
            yield Unchecked(activity, ("window",))
        else:
            dates = tuple(end for end in ends_of(activity) if end)
            for form, said in stops:
                about = (assessment.decision if form == "decided" else assessment.feasibility, activity)
                yield Finding(about, {"activity": activity, "said": said, "dates": dates}, form=form)
