"""Disclosure: the activities and outputs that the other track's readers must not know of.

Source: handbook map, section 3 (what stays confidential: existence, embargo); this project's own design where the
handbook is silent. An output whose release is not said stays on its own track; an activity whose regime is not said is
as open as its sensitivity says.
"""

from __future__ import annotations

from briefpack.case.content import Content
from briefpack.case.implementation import Output
from briefpack.case.planning import Activity
from briefpack.handbook import Audience

#: The regimes under which even the existence of an activity is not for the other track.
_EXISTENCE_CLOSED = frozenset({"closed_existence_known", "deniable"})
_AGREEMENT_REACHED = frozenset({"agreement_signed", "post_agreement"})


def held_back(content: Content, audience: Audience) -> set[tuple[str, str]]:
    """Give the (collection, id) of every item that this audience must not know of, whatever its sensitivity."""
    if audience == "team":
        return set()
    activities = content.planning.activities if content.planning else None
    hidden = {("activity", activity.id) for activity in activities or () if _is_secret(activity, audience)}
    own = {activity.id: own_audience(activity) for activity in activities or ()}
    outputs = content.implementation.outputs if content.implementation else None
    for output in outputs or ():
        home = own.get(output.activity) if output.activity else "track-ii"
        if home != audience and not _is_released(output, audience, content):
            hidden.add(("output", output.id))
    return hidden


def own_audience(activity: Activity) -> Audience | None:
    """Give the audience whose own activity this is, or none where its track is not said."""
    if activity.track is None:
        return None
    return "track-i" if activity.track == "i" else "track-ii"


def _is_secret(activity: Activity, audience: Audience) -> bool:
    if activity.confidentiality not in _EXISTENCE_CLOSED or own_audience(activity) == audience:
        return False
    return not _names(activity.release_to, audience)


def _is_released(output: Output, audience: Audience, content: Content) -> bool:
    return _names(output.release_to, audience) and _embargo_is_over(output, content)


def _names(release_to: tuple[str, ...] | None, audience: Audience) -> bool:
    return bool({audience.replace("-", "_"), "public"} & set(release_to or ()))


def _embargo_is_over(output: Output, content: Content) -> bool:
    """Say whether every end of the embargo has come, by the case's own date of information and not by any clock."""
    embargo = output.embargo
    if embargo is None:
        return True
    today = content.case.date_of_information
    if embargo.until and (today is None or today.start.first < embargo.until.end.last):
        return False
    track_i = content.assessment.track_i if content.assessment else None
    if embargo.event and (track_i is None or track_i.phase not in _AGREEMENT_REACHED):
        return False
    return embargo.until is not None or embargo.event is not None
