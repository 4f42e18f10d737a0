"""Disclosure: what may not be opened, attributed, released early or met, and what both packs must share.

Source: handbook map, section 4: checks X02 (clearance; also in `clearance`), X03 (attribution and consent), X04
(embargo), X06 (shared core) and X07 (contact law). Select keeps the first three by itself; they are asked again of its
views, so that a fault there stops a pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefpack.case.assessment import Assessment
from briefpack.case.consent import is_given
from briefpack.case.content import ABOUT, Case, Found, Path, is_within
from briefpack.case.dates import PartialDate
from briefpack.case.fields import ID, Annotation, value_of
from briefpack.case.implementation import Output
from briefpack.case.planning import Activity
from briefpack.case.schema import fields_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.clearance import never, sensitivities
from briefpack.disclosure.coarsening import GRAINS, takes_words
from briefpack.disclosure.inside import inside
from briefpack.disclosure.rules import (
    activity_named,
    closest,
    embargo_is_over,
    is_closer,
    is_for,
    own_audience,
    secret_activities,
)
from briefpack.disclosure.view import Cited, Leaf, Node, Read, View
from briefpack.handbook import CLEARED, PACK_AUDIENCES, PHASE_NAMES, Audience
from briefpack.problems import Problem

#: What is printed of a value: itself, the keys of its sources, and other readings with theirs.
_Told = tuple[str, tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]

_OPENED = "{audience} may never see this field: remove the 'sensitivity' that opens it"
_TOLD = "'say_withheld' would reveal an activity whose existence is closed: remove it, or open the activity"
_TOLD_NOBODY = "'say_withheld' tells nobody here: whom this field is closed to may never hear of it: remove it"
_NOT_ALONE = "'ask' says whom to ask about what is withheld: write 'say_withheld: true' beside it, or remove 'ask'"
_NO_ACTOR = "'ask' looks like an actor's id, but no actor has this id: add the actor, or write in words whom to ask"
_GRAIN = "for a date, 'coarsen' must be month or year: write one of these two words"
_NO_WORDS = "'coarsen' is for dates and free texts: close this value by its sensitivity instead"
_CLOSE = "this is attributed more closely than its activity allows: lower it, or change the activity's rule"
_NOT_ON_RECORD = (
    "the activity is not on_record, so nothing of it is attributed: write 'attribution: none', or change the "
    "activity's 'confidentiality'"
)
_NEVER = (
    "nothing of an activity that is not on_record is attributed, so this has no effect, although packs print it: "
    "write 'attribution_max: none', remove it, or change the 'confidentiality'"
)
_UNASKED = "this is attributed, but no consent is recorded: add 'consent' with 'how', or 'attribution: none'"
_UNASKED_RELEASE = (
    "{audience} would read this, but no consent to it is recorded: add its own 'consent' with 'how', or remove the "
    "release (the consent of its activity's 'transfer' is for that plan, and for no text)"
)
_KNOWN_BY = (
    "release_to names {audience}, but this comes from an activity whose existence is closed to {audience}: remove "
    "that name, unless this reader may know that something took place"
)
_COUNTED = (
    "this activity counts a party with whom contact is restricted or prohibited, but does not name it: name it "
    "under 'parties' and clear it in 'legal_review', or remove its number"
)
_UNMET = (
    "this activity meets a party with whom contact is restricted or prohibited: clear it in 'legal_review', or "
    "remove the party"
)


def problems(case: Case) -> Iterator[Problem]:
    """Return a problem where the rules of a case contradict each other, whoever the audience is."""
    yield from _annotations(case)
    yield from _attributions(case)
    yield from _released_from_secrecy(case)
    yield from _contacts(case)


def _annotations(case: Case) -> Iterator[Problem]:
    values = {found.path: found for found in case.every_value}
    secret = set().union(*(secret_activities(case.content, audience) for audience in PACK_AUDIENCES))
    of_secret = [path for path, item in case.every_item.items() if activity_named(item) in secret]
    for path, said in case.annotations.items():
        yield from _opened(case, path, said)
        if said.say_withheld and any(is_within(path, one) for one in of_secret):
            yield Problem(case.place((*path, ABOUT, "say_withheld")), _TOLD, rule="X02")
        elif said.say_withheld and (unheard := never(path)):
            told = set(PACK_AUDIENCES) - CLEARED[sensitivities(case, path)[1]] - unheard
            yield from [] if told else [Problem(case.place((*path, ABOUT, "say_withheld")), _TOLD_NOBODY, "warning")]
        if said.ask:
            yield from _asked(case, path, said)
        if said.coarsen and path in values:
            yield from _coarsened(case, values[path], said.coarsen)


def _opened(case: Case, path: Path, said: Annotation) -> Iterator[Problem]:
    """Return an error for each audience to which a sensitivity opens what that audience may never see."""
    for audience in sorted(never(path)):
        if said.sensitivity and audience in CLEARED[said.sensitivity]:
            yield Problem(case.place((*path, ABOUT, "sensitivity")), _OPENED.format(audience=audience), rule="X02")


def _asked(case: Case, path: Path, said: Annotation) -> Iterator[Problem]:
    """Return what is wrong with an `ask`."""
    place = case.place((*path, ABOUT, "ask"))
    if not said.say_withheld:
        yield Problem(place, _NOT_ALONE)
    if re.fullmatch(ID, str(said.ask)) and "actor" not in case.lost:
        is_known = any(actor.id == said.ask for actor in case.content.case.actors or ())
        yield from [] if is_known else [Problem(place, _NO_ACTOR)]


def _coarsened(case: Case, found: Found, coarsen: str) -> Iterator[Problem]:
    """Return what is wrong with a `coarsen`."""
    place = case.place((*found.path, ABOUT, "coarsen"))
    if isinstance(found.value, PartialDate):
        yield from [] if coarsen in GRAINS else [Problem(place, _GRAIN)]
    elif not (isinstance(found.value, str) and takes_words(found.shape)):
        yield Problem(place, _NO_WORDS)


def _attributions(case: Case) -> Iterator[Problem]:
    known = case.content.activities
    for path, item in case.every_item.items():
        if isinstance(item, Activity) and is_closer(item.attribution_max or "none", closest(item) or "none"):
            yield Problem(case.place((*path, "attribution_max")), _NEVER, "warning")
        own = value_of(item, "attribution")
        if own is None:
            continue
        activity = known.get(value_of(item, "activity") or "")
        limit = closest(activity)
        if limit is not None and is_closer(own, limit):
            within = activity and activity.attribution_max and not is_closer(own, activity.attribution_max)
            yield Problem(case.place((*path, "attribution")), _NOT_ON_RECORD if within else _CLOSE, rule="X03")
        asked = "consent" in fields_of(type(item))
        if asked and own != "none" and not is_given(value_of(item, "consent")):
            yield Problem(case.place((*path, "attribution")), _UNASKED, rule="X03")


def _released_from_secrecy(case: Case) -> Iterator[Problem]:
    for audience in PACK_AUDIENCES:
        secret = secret_activities(case.content, audience)
        for path, item in case.every_item.items():
            if isinstance(item, Output) and item.activity in secret and is_for(item.release_to, audience):
                yield Problem(case.place(path), _KNOWN_BY.format(audience=audience), "warning")


def _contacts(case: Case) -> Iterator[Problem]:
    assessment = case.content.assessment
    review = assessment.legal_review if assessment else None
    if assessment is None or not case.is_whole or (review and review.cleared):
        return
    closed = {party.id for party in assessment.parties or () if party.contact_status in ("restricted", "prohibited")}
    for position, activity in enumerate(case.content.activities.values()):
        place = case.place(("planning", "activities", position))
        counted = set((activity.participants and activity.participants.per_party) or ())
        if closed & _may_meet(activity, assessment):
            yield Problem(place, _UNMET, rule="X07")
        elif closed & counted:
            yield Problem(place, _COUNTED, rule="X07")


def _may_meet(activity: Activity, assessment: Assessment) -> set[str]:
    """Return the parties that an activity may meet: those it names, and those of the gaps that it addresses.

    One that names no party may meet each of those of the effort that it is part of.
    """
    met = set(activity.parties or ())
    efforts = {effort.id: effort.parties for effort in assessment.efforts or ()}
    of_effort = (efforts.get(activity.part_of or "") or ()) if not met else ()
    gaps = (gap.parties or () for gap in assessment.gaps or () if gap.id in (activity.addresses or ()))
    return met.union(of_effort, *gaps)


def problems_of_views(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return what is wrong with the views of a case."""
    for audience, view in audiences.views.items():
        yield from _of_view(case, audience, view)
    yield from _shared_core(case, audiences.each)


def _of_view(case: Case, audience: Audience, view: View) -> Iterator[Problem]:
    for path, item in case.every_item.items():
        if path in view.places and isinstance(item, Output):
            yield from _released(case, audience, view, item, path)


def _released(case: Case, audience: Audience, view: View, output: Output, path: Path) -> Iterator[Problem]:
    activity = case.content.activities.get(output.activity or "")
    if activity and own_audience(activity) == audience:
        return
    if not embargo_is_over(output, view.root):
        yield Problem(case.place(path), f"{audience} would read this before its embargo is over", rule="X04")
    if not is_given(output.consent):
        yield Problem(case.place(path), _UNASKED_RELEASE.format(audience=audience), rule="X03")


def _shared_core(case: Case, views: Sequence[View]) -> Iterator[Problem]:
    """Return a problem where the packs of a phase must say the same to both audiences but do not (X06)."""
    met = [{inside(node).path for node in _met(view.root)} for view in views]
    both = set.intersection(*met) if met else set()
    cores = [dict(_core(view.root, both)) for view in views]
    for path in sorted({path for core in cores for path in core}, key=str):
        told = [core.get(path) for core, view in zip(cores, views, strict=True) if path[0] in inside(view.root).fields]
        if len(set(told)) > 1:
            message = "the two packs of a phase must say the same here: open this to both readers, or close it to both"
            yield Problem(case.place(path), message, rule="X06")


def _met(root: Node) -> tuple[Node, ...]:
    """Return the items of a view that both packs must tell alike if both show them: parties, rounds, calendar."""
    return (*root.assessment.parties, *root.coordination.track_i_rounds, *root.coordination.calendar)


def _core(root: Node, both: set[Path]) -> Iterator[tuple[Path, _Told]]:
    """Return the core that views share: status, the conflict's name, phase of the talks, public positions, dates."""
    for phase in PHASE_NAMES:
        yield from _said(getattr(root, phase), "status")
    yield from _said(root.assessment.conflict, "name")
    yield from _said(root.assessment.track_i, "phase")
    for node in (one for one in _met(root) if inside(one).path in both):
        for name in ("public_position", "from", "to", "date"):
            if name in inside(node).fields:
                yield from _said(node, name)


def _said(node: Node | Absent, name: str) -> Iterator[tuple[Path, _Told]]:
    """Return a value of an item with its place: the text, its sources, and every other reading with its own."""
    leaf = inside(node).fields.get(name) if isinstance(node, Node) else None
    if isinstance(leaf, Leaf):
        readings = tuple((_value_of(read), _told_by(read.cites)) for read in leaf.about.readings)
        yield leaf.path, (str(leaf), _told_by(leaf.about.cites), readings)


def _value_of(read: Read) -> str:
    return str(read.value if isinstance(read.value, Leaf) else inside(read.value).path)


def _told_by(cites: tuple[Cited, ...]) -> tuple[str, ...]:
    return tuple(f"{one.source.key} {one.at or ''}" for one in cites)
