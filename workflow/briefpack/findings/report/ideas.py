"""Ideas: how far what came out of the work has got on its way to the other track, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.case.implementation import NOT_CARRIED
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings.report.naming import Called
from briefpack.stages.coverage.loose_ends import transfers_of
from briefpack.stages.coverage.times import Time, one_time

#: The steps of an idea on its way; it `stays` where it is meant for nobody.
STEPS = ("made", "consented", "waiting", "handed_over", "acknowledged", "answered", "used", "stays")
_SIGNED = ("agreement_signed", "post_agreement")


@dataclass(frozen=True)
class Idea:
    """One thing that can be handed over, what it came out of, the last step that is recorded, and since when.

    It is an output, or something without one that went from one track to the other. The step is one of `STEPS`, and
    says whose turn it is. `received` are the words of the case on what arrived.
    """

    what: str
    out_of: str
    meant_for: tuple[Leaf, ...]
    step: str
    since: Leaf | None
    received: tuple[Leaf, ...]


def ideas(view: View, names: Called) -> Iterator[Idea]:
    """Return the outputs that can be handed over, and what else went over, each with the last step recorded."""
    today = one_time(view.root.case.date_of_information)
    for output in view.root.implementation.outputs:
        if str(output.kind or "") not in NOT_CARRIED:
            told = [one for one in view.root.evaluation.evaluation.transfer if one.output == output]
            gone = transfers_of(view, output)
            is_used = any(one.used and not one.used.is_unknown for one in (*told, *gone))
            step, since = ("used", None) if is_used else _furthest(gone) or _step(view, output, today)
            out_of = names.of(inside(output.activity).path) if output.activity else ""
            received = tuple(one.received for one in told if one.received)
            yield Idea(names.of(inside(output).path), out_of, tuple(output.release_to), step, since or None, received)
    for one in view.root.coordination.transfers:
        if not one.output:
            is_used = bool(one.used) and not one.used.is_unknown
            step, since = ("used", None) if is_used else _furthest((one,)) or ("handed_over", None)
            yield Idea(names.of(inside(one).path), "", (one.to,) if one.to else (), step, since, ())


def _furthest(gone: Sequence[Node]) -> tuple[str, Leaf] | None:
    """Return the furthest step that any record of something's going over tells, and the last date of it."""
    for step in ("answered", "acknowledged", "handed_over"):
        dates = [leaf for one in gone if (leaf := getattr(one, step))]
        if dates:
            return step, max(dates, key=lambda leaf: leaf.value.sort_key)
    return None


def _step(view: View, output: Node, today: Time | None) -> tuple[str, Leaf | None]:
    """Return the last step before any use, and the date of it that is shown."""
    if not output.release_to:
        return "stays", output.date
    consent = output.consent or (output.activity and output.activity.transfer.consent)
    if not (consent and consent.how):
        return "made", output.date
    if _is_held_back(view, output, today):
        return "waiting", output.embargo.until
    handed_over = output.activity and output.activity.transfer.when
    if handed_over and _is_past(handed_over, today):
        return "handed_over", handed_over
    return "consented", consent.when


def _is_held_back(view: View, output: Node, today: Time | None) -> bool:
    """Return whether an output is under an embargo that is not shown to be over."""
    until, event = output.embargo.until, output.embargo.event
    is_early = bool(until) and not _is_past(until, today)
    return is_early or (bool(event) and str(view.root.assessment.track_i.phase or "") not in _SIGNED)


def _is_past(date: Leaf, today: Time | None) -> bool:
    return today is not None and date.value.end.last <= today.ends[1]
