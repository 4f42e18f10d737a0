"""Consent: who agreed that something may be passed on or attributed, how they said so, and when."""

from __future__ import annotations

from briefpack.case.dates import PlainDate
from briefpack.case.fields import Asked, Item, Text


class Consent(Item):
    """Who agreed, how they said so, and when; without `how` no consent is given. A plain text in its place is `how`."""

    plain = "how"
    who: Asked[Text] = None
    how: Asked[Text] = None
    when: Asked[PlainDate] = None


def is_given(consent: Consent | None) -> bool:
    """Return whether a consent was given, which needs `how`."""
    return bool(consent and consent.how and consent.how.casefold() != "unknown")
