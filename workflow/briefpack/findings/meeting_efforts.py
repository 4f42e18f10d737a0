"""Meeting efforts: work that an effort stands for alone, done at meetings that may clash with something."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.disclosure.view import Node
from briefpack.findings.finding import Vantage
from briefpack.stages.coverage.times import LONGEST_COMPARED, ends_of, time_of

#: Kinds of work that is done at meetings.
_MEETS = frozenset(
    {"intergroup_dialogue", "problem_solving_workshop", "back_channel", "leader_discussion", "sustained_dialogue"}
    | {"shuttle", "mediated_talks", "expert_commission"}
)


def untold_by_activities(seen: Vantage) -> Iterator[Node]:
    """Return each effort that may clash with something, and of which no activity tells more.

    Work over months that is no kind of meeting, such as a programme on the radio, has no day to clash with.
    """
    told = [one.part_of for one in seen.view.root.planning.activities]
    for one in seen.view.root.assessment.efforts:
        time = time_of(*ends_of(one))
        is_long = time is not None and time.days > LONGEST_COMPARED
        meets = not one.activity_type or str(one.activity_type) in _MEETS or not is_long
        if meets and one not in told and str(one.track or "") != "i":
            yield one
