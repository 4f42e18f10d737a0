"""Publics: talks under way for which nobody prepares the public (C21).

Source: handbook map, section 4; the cases of Oslo and Rome.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage, is_shown, kind_of, lacking, name_of_kind
from briefpack.findings.gaps import no_work
from briefpack.stages.coverage.gaps import has_ended
from briefpack.stages.coverage.times import ends_of

#: The phases of the official talks in which the public has to be prepared for what they bring.
_UNDER_WAY = frozenset({"negotiation", "stalled", "agreement_signed", "post_agreement"})
#: The kinds of work that prepare a public.
_PUBLIC = frozenset({"peace_education", "media_programme", "people_to_people"})


def public(seen: Vantage) -> Iterator[Found]:
    """Return that official talks are under way and no work prepares the public for what they bring."""
    root = seen.view.root
    phase, works = root.assessment.track_i.phase, [*root.assessment.efforts, *root.planning.activities]
    if _is_said_to_prepare(seen) or any(_prepares(seen, one) for one in works):
        return
    untold = [one for one in works if not kind_of(one) and str(one.track or "") != "i"]
    if not works:
        yield from no_work(seen)
    elif not is_shown(phase):
        yield lacking(seen, "assessment.track_i.phase")
    elif str(phase) in _UNDER_WAY and untold:
        yield from (Unchecked(one, (name_of_kind(one),)) for one in untold)
    elif str(phase) in _UNDER_WAY:
        is_known = is_shown(root.assessment.feasibility.civil_society)
        yield Finding((root.assessment.track_i,), {"phase": phase}, None if is_known and not seen.is_over else "low")


def _is_said_to_prepare(seen: Vantage) -> bool:
    """Return whether the work as a whole, or at a time that may be now, is said to prepare the public."""
    conception = seen.view.root.conception
    times = [
        one
        for one in conception.track_i_relations
        if seen.is_over or not ((one.to and seen.is_before_today(one.to)) or _is_to_begin(seen, getattr(one, "from")))
    ]
    return any(str(one.function or "") == "build_constituency" for one in (conception.track_i_relation, *times))


def _prepares(seen: Vantage, work: Node) -> bool:
    """Return whether work prepares a public, and may go on now; in a case that is over any time counts."""
    may_go_on = seen.is_over or not (has_ended(seen.view, work) or _is_to_begin(seen, ends_of(work)[0]))
    return kind_of(work) in _PUBLIC and may_go_on


def _is_to_begin(seen: Vantage, begins: Any) -> bool:
    return bool(begins) and seen.is_ahead(begins)
