"""Rules: what the other track must not know of, how closely packs attribute, and how exactly they say when.

Source: handbook map, sections 3 (what stays confidential: existence, attribution, embargo, exact dates and venues) and
4 (X03, X04); the Chatham House Rule of 2002; this project's own design where these are silent. What decides is a rule
(`.github/decisions/0021-rules-of-disclosure.md`); a value decides only for those who may see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from briefpack.case.content import Content
from briefpack.case.fields import Item, value_of
from briefpack.case.handling import Coarseness
from briefpack.case.implementation import Output
from briefpack.case.intervention import Intervention
from briefpack.case.planning import Activity
from briefpack.case.schema import fields_of
from briefpack.case.words import Attribution, Confidentiality, PackAudience, Track
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.view import Node
from briefpack.handbook import AUDIENCE_OF_TRACK, AUDIENCE_OF_WORD, OF_BOTH_SIDES, Audience, yaml_word

#: The regimes that hide even the existence of an activity from the other track.
_EXISTENCE_CLOSED = frozenset({"closed_existence_known", "deniable"})
#: The one regime that allows attribution; the Chatham House Rule protects the affiliation, too.
_ATTRIBUTED: Confidentiality = "on_record"
NAMELESS: Confidentiality = "chatham_house"
_AGREEMENT_REACHED = frozenset({"agreement_signed", "post_agreement"})
_CLOSENESS: tuple[Attribution, ...] = get_args(Attribution)
#: The smallest number of people that packs show, unless the case says otherwise.
SMALLEST_COUNT = 3


def own_audience(activity: Activity) -> Audience | None:
    """Return the audience whose own activity this is, or none where neither `belongs_to` nor its track says it."""
    return owner_of(activity.belongs_to, activity.track)


def owner_of(belongs_to: PackAudience | None, track: Track | None) -> Audience | None:
    """Return the audience that owns an activity, by its `belongs_to`, else by its track."""
    if belongs_to:
        return AUDIENCE_OF_WORD[belongs_to]
    return AUDIENCE_OF_TRACK.get(track) if track else None


def side_of(item: Item, known: Mapping[str, Activity]) -> Audience | None:
    """Return the side of the activity, of those known by id, that an item is or is of; none where that is no side's."""
    activity = known.get(activity_named(item) or "")
    return own_audience(activity) if activity else None


def activity_named(item: Item) -> str | None:
    """Return the id of the activity that an item is, or says that it is of."""
    return item.id if isinstance(item, Activity) else value_of(item, "activity")


def secret_activities(content: Content, audience: Audience) -> set[str]:
    """Return the ids of the activities whose existence this audience must not know of."""
    if audience in OF_BOTH_SIDES:
        return set()
    return {name for name, activity in content.activities.items() if _is_secret(activity, audience)}


def _is_secret(activity: Activity, audience: Audience) -> bool:
    if not is_existence_closed(activity):
        return False
    owner = own_audience(activity)
    # Nobody's secret is nobody's to release.
    return owner is None or (owner != audience and not is_for(activity.release_to, audience))


def is_of_a_secret(item: Item, known: Mapping[str, Activity], audience: Audience) -> bool:
    """Return whether an item is, or depends on, an activity whose existence an audience must not know of.

    What such an activity produced can be released by itself, unless nothing says whose activity it is.
    """
    activity = known.get(activity_named(item) or "")
    if audience in OF_BOTH_SIDES or activity is None or not _is_secret(activity, audience):
        return False
    return not isinstance(item, Output) or is_nobodys_secret(activity) or not is_for(item.release_to, audience)


def is_nobodys_secret(activity: Activity) -> bool:
    """Return whether the existence of an activity is closed and nothing says whose it is."""
    return is_existence_closed(activity) and own_audience(activity) is None


def is_existence_closed(activity: Activity) -> bool:
    """Return whether the regime of an activity closes its existence to all but its own side."""
    return activity.confidentiality in _EXISTENCE_CLOSED


def says_two_sides(activity: Activity) -> bool:
    """Return whether an activity belongs to one side and its track is the other's."""
    side = AUDIENCE_OF_TRACK.get(activity.track) if activity.track else None
    return side is not None and own_audience(activity) != side


def unreleased(content: Content, root: Node, audience: Audience) -> set[str]:
    """Return the ids of the outputs among those of a view that were not released to its audience.

    Own outputs, those of an activity of the audience's track, need no release. Which activity it is of, on which day
    and in which phase of the talks, counts as far as the view says it.
    """
    if audience in OF_BOTH_SIDES:
        return set()
    known = content.activities
    found = set()
    for shown, output in _outputs(content, root):
        activity = shown.fields.get("activity")
        home = own_audience(known[activity.value]) if activity and activity.value in known else None
        if home != audience and not _is_released(output, audience, root):
            found.add(output.id)
    return found


def _outputs(content: Content, root: Node) -> Iterator[tuple[Inside, Output]]:
    """Return each output that a view shows, before its references are followed, with what the case says of it."""
    given = (content.implementation.outputs if content.implementation else None) or ()
    for node in root.implementation.outputs:
        shown = inside(node)
        yield shown, given[int(shown.path[-1])]


def _is_released(output: Output, audience: Audience, root: Node) -> bool:
    return is_for(output.release_to, audience) and embargo_is_over(output, root)


def is_for(release_to: tuple[str, ...] | None, audience: Audience) -> bool:
    """Return whether something is released to an audience: by its own word, or to the public."""
    return bool({yaml_word(audience), "public"} & set(release_to or ()))


def embargo_is_over(output: Output, root: Node) -> bool:
    """Return whether every end of an embargo has come, as far as a view tells the day and the phase of the talks."""
    embargo = output.embargo
    if embargo is None:
        return True
    today, phase = root.case.date_of_information, root.assessment.track_i.phase
    if embargo.until and (not today or today.value.start.first < embargo.until.end.last):
        return False
    if embargo.event and (not phase or phase.value not in _AGREEMENT_REACHED):
        return False
    return embargo.until is not None or embargo.event is not None


def closest(activity: Activity | None) -> Attribution | None:
    """Return the closest attribution that an activity allows, or None where no rule sets one."""
    if activity is None:
        return None
    regime = activity.confidentiality
    rules: list[Attribution] = [activity.attribution_max] if activity.attribution_max else []
    rules += ["none"] if regime and regime != _ATTRIBUTED else []
    return min(rules, key=_CLOSENESS.index, default=None)


def is_closer(one: Attribution, other: Attribution) -> bool:
    """Return whether one attribution is closer than another."""
    return _CLOSENESS.index(one) > _CLOSENESS.index(other)


def too_close(item: Item, activity: Activity | None) -> Iterator[str]:
    """Return the fields of an item that attribute it more closely than it and its activity both allow.

    `activity` is the one to which it belongs, as far as its audience sees. Where no rule allows an attribution,
    there is none.
    """
    if "attribution" not in fields_of(type(item)):
        return
    limit, own = closest(activity), value_of(item, "attribution")
    if limit is not None and own is not None and is_closer(own, limit):
        yield "attribution"
    allowed = [each for each in (limit, own) if each is not None]
    strictest = min(allowed, key=_CLOSENESS.index) if limit is not None and own is not None else "none"
    for name, shape in fields_of(type(item)).items():
        if shape.attributes and is_closer(shape.attributes, strictest):
            yield name


def names_nobody(item: Item) -> bool:
    """Return whether an item is an activity under the Chatham House Rule."""
    return isinstance(item, Activity) and item.confidentiality == NAMELESS


def smallest_count(content: Content) -> int:
    """Return the smallest number of people that the packs of a case show."""
    handling = content.case.handling
    said = handling.smallest_count if handling else None
    return SMALLEST_COUNT if said is None else said


def is_plain(content: Content, audience: Audience) -> bool:
    """Return whether the packs or the report of an audience bear no letterhead."""
    handling = content.case.handling
    return handling is not None and yaml_word(audience) in (handling.no_letterhead or ())


def coarseness(content: Content, item: Item, activity: Activity | None) -> list[Coarseness]:
    """Return the case's rules on dates and venues that hold for an activity, or for a session, output or message of it.

    If the audience of an output or a message does not see its activity, every rule of the case holds.
    """
    if not isinstance(item, Activity) and "activity" not in fields_of(type(item)):
        return []
    handling = content.case.handling
    rules = (handling.coarsen or ()) if handling else ()
    return [rule for rule in rules if activity is None or activity.confidentiality in rule.confidentiality]


def activity_of(known: Mapping[str, Activity], item: Item, shown: Inside) -> Activity | None:
    """Return the activity, of those known by id, that an item is or, as far as its audience sees, belongs to."""
    if isinstance(item, Activity):
        return item
    if "activity" not in fields_of(type(item)):
        return None
    reference: Any = shown.fields.get("activity")
    return known.get(reference.value) if reference else None


def is_whole(item: Item, shown: Inside) -> bool:
    """Return whether the name of an item and all that its model requires are shown.

    Of fields that can stand in for each other, one is enough. The id of the case itself need not be shown: the names of
    the files hold it.
    """
    needed = {type(item).headline} | {shape.name for shape in fields_of(type(item)).values() if shape.required}
    needed -= {"id"} if isinstance(item, Intervention) else set()
    says_enough = not type(item).needs_one_of or bool(type(item).needs_one_of & shown.fields.keys())
    return says_enough and all(name in shown.fields for name in needed if name)
