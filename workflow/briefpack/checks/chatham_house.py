"""Chatham House: no text of a meeting under that rule reveals what its fields may not say (X03).

Source: the Chatham House Rule of 2002 (neither the identity nor the affiliation of a speaker, nor that of any other
participant); handbook map, section 4, X03. Select withholds the fields, but not
what somebody wrote into a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.case.fields import value_of
from briefpack.case.implementation import Output, Session
from briefpack.case.planning import Activity
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.rules import names_nobody
from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import texts_in
from briefpack.gate.wanted import Wanted
from briefpack.problems import Problem

_FACILITATOR = (
    "this text, which {audience} gets, holds the name of a facilitator under the Chatham House Rule: remove the name"
)
_BODY = (
    "this text of a meeting under the Chatham House Rule names a body of the case: if it tells for whom somebody "
    "spoke, remove the name"
)
#: Bodies that officials or the team stand for are spoken of in meetings rather than sat there.
_SPOKEN_OF = frozenset({"individual", "team", "government", "international_organisation"})


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return an error at each text that names a facilitator, and a warning where what was said names a body."""
    actors = case.content.case.actors or ()
    bodies = Wanted(actor.name for actor in actors if actor.kind not in _SPOKEN_OF)
    present = {name: _facilitators(case, activity) for name, activity in case.content.activities.items()}
    said = _said(case)
    for view in audiences.each:
        for activity, path, text in texts_of_meetings(case, view):
            if present[activity.id].is_in(text):
                yield Problem(case.place(path), _FACILITATOR.format(audience=view.audience), rule="X03")
            elif path in said and bodies.is_in(text):
                yield Problem(case.place(path), _BODY, "warning")


def _facilitators(case: Case, activity: Activity) -> Wanted:
    named = {one.actor for one in activity.facilitators or ()}
    return Wanted(actor.name for actor in case.content.case.actors or () if actor.id in named)


def texts_of_meetings(case: Case, view: View) -> Iterator[tuple[Activity, Path, str]]:
    """Return each text that a view shows of an activity under the Chatham House Rule, or of what came of one."""
    given, known = case.every_item, case.content.activities
    for shown in view.items:
        item = given[shown.path]
        activity = item if isinstance(item, Activity) else known.get(value_of(item, "activity") or "")
        if activity is not None and names_nobody(activity):
            yield from ((activity, path, text) for path, text in texts_in(shown))


def _said(case: Case) -> set[Path]:
    """Return the places of what was said in meetings: agreed summaries and outputs."""
    fields = {Session: "agreed_summary", Output: "text"}
    return {(*path, fields[type(item)]) for path, item in case.every_item.items() if type(item) in fields}
