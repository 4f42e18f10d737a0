"""Contradictions: a pack judges one thing in two ways, in one list or in two phases; this project's own design.

Only what one audience is shown counts. A later phase may judge otherwise, where the days as of
which both phases are told show that it is the later: the pack prints these days in front of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.content import Case, Path, field_of
from briefpack.case.dates import is_before
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.handbook import PHASE_NAMES
from briefpack.problems import Problem
from briefpack.text.normalising import folded

#: Lists in which each thing is judged once: what it is told by, and the judgement.
_ONCE: Mapping[str, tuple[str, str]] = {
    **{f"{phase}.readiness": ("id", "state") for phase in PHASE_NAMES},
    "assessment.efforts": ("name", "state"),
    "conception.theory_of_change.assumptions": ("text", "state"),
    "implementation.obstacles": ("description", "state"),
    "implementation.participant_risks": ("group", "residual"),
    "implementation.trust": ("between", "level"),
    "evaluation.follow_ups": ("action", "state"),
    "evaluation.institutions": ("name", "state"),
    "evaluation.scale_up_progress": ("scale_up", "reached"),
    "evaluation.evaluation.indicators": ("indicator", "actual"),
    "evaluation.evaluation.assumptions": ("assumption", "held"),
    "coordination.commitments": ("what", "state"),
}
#: What an assumption is held to be, and what an evaluation that contradicts it found.
_OPPOSITE = {("holds", "failed"), ("fails", "held")}
_TWICE = "another judgement of the same thing stands at {place}, and the pack of {audience} prints both: keep one"
_DATED = ", or give both phases an 'as_of', the phase of the later judgement the later date"
_BASELINE = "another baseline of the same indicator stands at {place}, but a baseline is measured once: keep one"
_DECLINED = "this gap is left to others here, but taken up at {place}: keep one of the two"

#: Where a judgement stands, where the other does, and what there is to say.
_Pair = tuple[Path, Path, str]


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning at each judgement that contradicts another one of the same thing in the same view."""
    found: dict[tuple[Path, Path], Problem] = {}
    for audience, view in audiences.views.items():
        for path, other, message in (*_in_one_list(view), *_in_two_phases(view)):
            if all(is_printed(field_of(one), audience) for one in (path, other)):
                said = message.format(place=case.place(other), audience=audience)
                found.setdefault((path, other), Problem(case.place(path), said, "warning"))
    yield from found.values()


def _in_one_list(view: View) -> Iterator[_Pair]:
    first: dict[tuple[str, object], Leaf] = {}
    for item in view.items:
        names = _ONCE.get(field_of(item.path))
        thing, judgement = (item.fields.get(name) for name in names) if names else (None, None)
        if thing is None or not isinstance(judgement, Leaf) or judgement.is_unknown:
            continue
        before = first.setdefault((field_of(item.path), _called(thing)), judgement)
        if not _is_same(before, judgement):
            yield judgement.path, before.path, _TWICE


def _in_two_phases(view: View) -> Iterator[_Pair]:
    """Return each judgement on which evaluation and conception differ, and each gap taken up and left to others."""
    findings, frame = view.root.evaluation.evaluation, view.root.conception
    dated = "" if _is_after_conception(view, "evaluation") else _DATED
    for one in findings.assumptions:
        state = one.assumption.state
        if dated and state and one.held and (state.value, one.held.value) in _OPPOSITE:
            yield one.held.path, state.path, _TWICE + dated
    for one in findings.indicators:
        baseline = one.indicator.baseline
        if baseline and one.baseline and not _is_same(baseline, one.baseline):
            yield one.baseline.path, baseline.path, _BASELINE
    for one in frame.gaps_declined:
        if one.gap in frame.gaps_addressed:
            yield (*inside(one).path, "gap"), (*inside(frame).path, "gaps_addressed"), _DECLINED
        for activity in view.root.planning.activities if not _is_after_conception(view, "planning") else ():
            if one.gap in activity.addresses:
                yield (*inside(one).path, "gap"), (*inside(activity).path, "addresses"), _DECLINED + _DATED


def _called(thing: Leaf | Node) -> object:
    return inside(thing).path if isinstance(thing, Node) else folded(str(thing))


def _is_same(one: Leaf, other: Leaf) -> bool:
    return folded(str(one)) == folded(str(other))


def _is_after_conception(view: View, phase: str) -> bool:
    """Return whether the view shows that a phase is as of a later day than the conception."""
    later, earlier = getattr(view.root, phase).as_of, view.root.conception.as_of
    return bool(later and earlier and is_before(earlier.value, later.value))
