"""Consent: a role behind which a person stands is shown to nobody whom that person did not agree to be shown to (X03).

Source: handbook map, section 4, X03. With nothing said, nobody may be shown it. The time that refuses is the case's own
date of information; the clock only warns, so that packs do not depend on the day they are made.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from briefpack.case.content import Case
from briefpack.case.registry import PersonalConsent, Registry
from briefpack.checks.audiences import Audiences
from briefpack.checks.chatham_house import texts_of_meetings
from briefpack.checks.registered import Registered
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import View
from briefpack.gate.wanted import Wanted
from briefpack.handbook import Audience, yaml_word
from briefpack.problems import Place, Problem
from briefpack.text.normalising import folded

_REMEDY = "ask the person again and write the new consent into the registry, or close the actor"
_OVER = f"the consent of the person behind this role has run out by the date of information: {_REMEDY}"
_UNDATED = f"without a date_of_information nobody can tell whether this person's consent still holds: {_REMEDY}"
_NOBODY = "name them under 'audiences' of 'consent' in the registry if the person agreed, or close the actor"
_ENDED = f"the consent of the person behind this role ended before today: {_REMEDY}"
_AFFILIATION = (
    "this text, which {audience} gets of a meeting under the Chatham House Rule, holds an affiliation or a seat of "
    "a person in the registry: remove it"
)


def problems(case: Case, audiences: Audiences, registered: Registered) -> Iterator[Problem]:
    """Return an error at each actor shown without valid consent, and at each text that gives a meeting away.

    Only what the views show counts.
    """
    if registered.registry is None:
        return
    yield from _past_consent(case, registered.registry, audiences.each)
    yield from _affiliations(case, registered.registry, audiences.each)


def _past_consent(case: Case, registry: Registry, views: Sequence[View]) -> Iterator[Problem]:
    for position, actor in enumerate(case.content.case.actors or ()):
        person = registry.people.get(actor.alias) if actor.alias else None
        path = ("case", "actors", position)
        shown = [view.audience for view in views if any(inside(node).path == path for node in view.root.case.actors)]
        if person and shown:
            yield from _of_consent(case, case.place(path), person.consent, shown)


def _of_consent(
    case: Case, place: Place, consent: PersonalConsent | None, shown: Sequence[Audience]
) -> Iterator[Problem]:
    """Return what is wrong with showing a role to some audiences, or nothing."""
    agreed = (consent.audiences if consent else None) or ()
    beyond = [one for one in shown if yaml_word(one) not in agreed]
    if beyond:
        message = f"the person behind this role did not agree to be shown to {' and '.join(beyond)}: {_NOBODY}"
        yield Problem(place, message, rule="X03")
        return
    today = case.content.case.date_of_information
    if consent is None or consent.until is None:
        return
    if today is None:
        yield Problem(place, _UNDATED, rule="X03")
    elif consent.until.end.last < today.end.last:
        yield Problem(place, _OVER, rule="X03")
    elif consent.until.end.last < _today():
        yield Problem(place, _ENDED, "warning")


def _today() -> datetime.date:
    return datetime.date.today()


def _affiliations(case: Case, registry: Registry, views: Sequence[View]) -> Iterator[Problem]:
    """Return each text of a meeting that gives a person away, even where the body is openly named."""
    allowed = {folded(allowance.term) for allowance in case.content.case.allowances}
    terms = (term for kind, term in registry.terms() if kind in ("affiliation", "seat"))
    wanted = Wanted(term for term in terms if folded(term) not in allowed)
    for view in views:
        for _, path, text in texts_of_meetings(case, view):
            if wanted.is_in(text):
                yield Problem(case.place(path), _AFFILIATION.format(audience=view.audience), rule="X03")
