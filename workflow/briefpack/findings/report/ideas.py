"""Ideas: how far what came out of the work has got on its way to the other track, and whose turn it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from briefpack.case.content import Path
from briefpack.case.implementation import NOT_CARRIED
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings.presumed import is_held_back, presumed
from briefpack.findings.report.naming import Called
from briefpack.findings.report.resting import Resting
from briefpack.stages.coverage.loose_ends import is_for_other_track, transfers_of

#: The steps of an idea on its way; it `stays` where it is meant for nobody else, and is `unsettled` without a consent.
STEPS = ("made", "consented", "waiting", "handed_over", "acknowledged", "answered", "used", "stays", "unsettled")


@dataclass(frozen=True)
class Reached:
    """A step that an idea has reached, and the date that is recorded for it."""

    step: str
    date: Leaf | None


@dataclass(frozen=True)
class Idea(Resting):
    """One thing that can be handed over, what it came out of, and the steps that it has reached, in order.

    It is an output, or something without one that went from one track to the other. `step` is the one of `STEPS` that
    says whose turn it is. `received` are the words of the case on what arrived.
    """

    what: str
    out_of: str
    meant_for: tuple[Leaf, ...]
    way: tuple[Reached, ...]
    step: str
    received: tuple[Leaf, ...]


def ideas(view: View, names: Called, unsettled: Collection[Path] = ()) -> Iterator[Idea]:
    """Return the outputs that can be handed over, and what else went over, each with the steps that are recorded.

    `unsettled` are the places of transfers whose consent is to be settled before anything else is done.
    """
    became: dict[Node, list[Node]] = defaultdict(list)
    for one in view.root.evaluation.evaluation.transfer:
        became[one.output].append(one)
    for output in view.root.implementation.outputs:
        if str(output.kind or "") not in NOT_CARRIED:
            gone = [inside(one).path for one in transfers_of(view, output)]
            yield _turned(_of_output(view, output, became[output], names), gone, unsettled)
    for one in view.root.coordination.transfers:
        if not one.output:
            way = (*_agreed(one.consent), *(tuple(_gone([one])) or [Reached("handed_over", None)]), *_used([one]))
            idea = Idea(
                names.of(inside(one).path),
                "",
                (one.to,) if one.to else (),
                way,
                way[-1].step,
                (),
                rests_on=(inside(one).path,),
            )
            yield _turned(idea, [inside(one).path], unsettled)


def _turned(idea: Idea, gone: Sequence[Path], unsettled: Collection[Path]) -> Idea:
    """Return an idea with whose turn it is, which is its carrier's where a consent is to be settled."""
    return replace(idea, step="unsettled") if any(one in unsettled for one in gone) else idea


def _of_output(view: View, output: Node, told: Sequence[Node], names: Called) -> Idea:
    """Return an output with its way; `told` is what the evaluation says of what became of it."""
    gone = transfers_of(view, output)
    agreed = tuple(_agreed(output.consent, *(one.consent for one in gone)))
    went = tuple(_gone(gone)) or (tuple(_planned(view, output)) if agreed else ())
    way = (Reached("made", output.date or None), *agreed, *went, *_used([*told, *gone]))
    step = way[-1].step if _goes_out(output) or len(way) > len(agreed) + 1 else "stays"
    out_of = names.of(inside(output.activity).path) if output.activity else ""
    received = tuple(one.received for one in told if one.received)
    return Idea(
        names.of(inside(output).path),
        out_of,
        tuple(output.release_to),
        way,
        step,
        received,
        rests_on=(inside(output).path,),
    )


def _goes_out(output: Node) -> bool:
    """Return whether an output is meant for others than the side that it comes from."""
    return is_for_other_track(output.activity, output.release_to) or "public" in map(str, output.release_to)


def _agreed(*consents: Node) -> Iterator[Reached]:
    """Return the step of the first consent that is shown to be given."""
    yield from [Reached("consented", one.when or None) for one in consents if one and one.how][:1]


def _gone(gone: Sequence[Node]) -> Iterator[Reached]:
    """Return the steps that the records of something's going over tell, each with the last date of it."""
    for step in ("handed_over", "acknowledged", "answered"):
        dates = [leaf for one in gone if (leaf := getattr(one, step))]
        if dates:
            yield Reached(step, max(dates, key=lambda leaf: leaf.value.sort_key))


def _used(told: Sequence[Node]) -> Iterator[Reached]:
    if any(one.used and not one.used.is_unknown for one in told):
        yield Reached("used", None)


def _planned(view: View, output: Node) -> Iterator[Reached]:
    """Return what is planned of an output that no record says was handed over: its embargo, or a day that is past."""
    if is_held_back(view, output):
        yield Reached("waiting", output.embargo.until or None)
    elif day := presumed(view, output):
        yield Reached("handed_over", day)
