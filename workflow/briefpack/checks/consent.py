"""Consent: a role behind which a person stands is shown to nobody whom that person did not agree to be shown to (X03).

Source: handbook map, section 4, X03. The time is the case's own date of information, never a clock's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpack.case.content import Case
from briefpack.case.registry import Consent, Registry
from briefpack.case.view import View
from briefpack.handbook import Audience
from briefpack.problems import Problem

_REMEDY = "ask the person again and renew it in the registry, or close the actor"
_OVER = f"X03: the consent of the person behind this role has run out by the date of information: {_REMEDY}"
_UNDATED = f"X03: whether this person's consent still holds cannot be told without a date_of_information: {_REMEDY}"
_NONE = "the registry holds no consent of the person behind this role, who is shown: record what was agreed"


def problems(case: Case, registry: Registry, views: Sequence[View]) -> Iterator[Problem]:
    """Give an error at each actor who is shown past or beyond a person's consent; a warning where there is none.

    `views` are those of the packs.
    """
    for position, actor in enumerate(case.content.case.actors or ()):
        person = registry.people.get(actor.alias) if actor.alias else None
        path = ("case", "actors", position)
        shown = [view.audience for view in views if any(node._path == path for node in view.root.case.actors)]
        if person and shown:
            found = _message(case, person.consent, shown)
            if found:
                yield Problem(case.place(path), found, "warning" if found == _NONE else "error")


def _message(case: Case, consent: Consent | None, shown: Sequence[Audience]) -> str | None:
    """Give what is wrong with showing a role to some audiences, or nothing."""
    if consent is None:
        return _NONE
    beyond = [one for one in shown if consent.audiences and one.replace("-", "_") not in consent.audiences]
    if beyond:
        return f"X03: the person behind this role did not agree to be shown to {' and '.join(beyond)}: {_REMEDY}"
    today = case.content.case.date_of_information
    if consent.until and today is None:
        return _UNDATED
    return _OVER if consent.until and today and consent.until.end.last < today.end.last else None
