"""Loose ends: what is meant for the other track, and what the view lacks of how it gets there (check C11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefpack.case.content import Path
from briefpack.case.implementation import NOT_CARRIED
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node, View


@dataclass(frozen=True)
class Handover:
    """Outputs, activities or transfers that go over, with the names of what the view lacks of their handover."""

    items: tuple[Node, ...]
    missing: tuple[str, ...]

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        for one in self.items if name == "missing" else ():
            if "release_to" in inside(one).fields:
                yield from ((*inside(one).path, field) for field in ("activity", "release_to"))


def handovers(view: View) -> tuple[Handover, ...]:
    """Return each output that is carried over, each activity with a transfer and no such output, and what else went.

    A transfer of an output is told with the output. A view that shows the transfer shows its output too.
    """
    outputs = [one for one in view.root.implementation.outputs if is_for_other_track(one.activity, one.release_to)]
    carried = [one for one in outputs if str(one.kind or "") not in NOT_CARRIED]
    told = {one.activity for one in carried if one.activity}
    rest = [one for one in view.root.planning.activities if _is_carried_over(one) and one not in told]
    lacking: dict[tuple[str, ...], list[Node]] = {}
    of_outputs = (_of_output(one, transfers_of(view, one)) for one in carried)
    alone = [one for one in view.root.coordination.transfers if _is_told_alone(one, carried)]
    for item, missing in [*of_outputs, *map(_of_activity, rest), *map(_of_transfer, alone)]:
        lacking.setdefault(missing, []).append(item)
    return tuple(Handover(tuple(items), missing) for missing, items in lacking.items())


def transfers_of(view: View, output: Node) -> tuple[Node, ...]:
    """Return the records of an output's having gone to the other track."""
    return tuple(one for one in view.root.coordination.transfers if one.output == output)


def _of_output(output: Node, gone: Sequence[Node]) -> tuple[Node, tuple[str, ...]]:
    """Return an output with what the view lacks of its handover: only activity and consent if no activity is shown."""
    planned = output.activity and output.activity.transfer
    each_time = [one.consent for one in gone] or [None]
    consents = [_consent(output.consent, once) for once in each_time]
    if not output.activity and not gone:
        return output, ("activity", *_missing_of(consents))
    return output, _missing(planned, consents, gone)


def _consent(own: Any, once: Any) -> Any:
    """Return an output's own consent or that to handing it over once, whichever is shown.

    That of its activity's plan may have been given for another text.
    """
    return own or (once if _is_answered(once) else own)


def _of_activity(activity: Node) -> tuple[Node, tuple[str, ...]]:
    return activity, _missing(activity.transfer, [activity.transfer.consent])


def _of_transfer(one: Node) -> tuple[Node, tuple[str, ...]]:
    return one, _missing(None, [one.consent], [one])


def _missing(planned: Any, consents: Iterable[Any], gone: Sequence[Node] = ()) -> tuple[str, ...]:
    """Return what is lacking of how something is to go over, and of how it went."""
    carrier = planned and planned.carrier and not planned.carrier.is_unknown
    shown: dict[str, tuple[Any, ...]] = {
        "recipient": (planned and planned.recipient, *(one.to for one in gone)),
        "carrier": (carrier, *(one.by or one.how for one in gone)),
        "date": (planned and planned.when, *(one.handed_over for one in gone)),
    }
    missing = [name for name, parts in shown.items() if not any(map(_is_answered, parts))]
    return (*missing, *_missing_of(consents))


def _missing_of(consents: Iterable[Any]) -> Iterator[str]:
    """Return what the view lacks of some consents, each part once."""
    yield from dict.fromkeys(part for consent in consents for part in _missing_of_one(consent))


def _missing_of_one(consent: Any) -> Iterator[str]:
    """Return what the view lacks of a consent: all of it in one word, or each of who, how and when."""
    if not consent:
        yield from () if _is_answered(consent) else ("consent",)
        return
    for name in ("who", "how", "when"):
        if not _is_answered(getattr(consent, name)):
            yield f"consent_{name}"


def _is_answered(part: Any) -> bool:
    """Return whether a value is shown, or is shown not to apply."""
    return bool(part or (isinstance(part, Absent) and part.does_not_apply))


def _is_carried_over(activity: Node) -> bool:
    """Return whether an activity has a transfer that is not shown to stay on its own side."""
    audience = activity.transfer and activity.transfer.audience
    return bool(activity.transfer) and (not audience or is_for_other_track(activity, [audience]))


def _is_told_alone(one: Node, carried: Sequence[Node]) -> bool:
    """Return whether a transfer goes from one track to the other, and is not told with its output."""
    output, is_across = one.output, getattr(one, "from") != one.to or not one.to
    return is_across and output not in carried and not (output and str(output.kind or "") in NOT_CARRIED)


def is_for_other_track(activity: Any, readers: Iterable[Any]) -> bool:
    """Return whether one of these readers is the other track, seen from the side of an activity."""
    return any(word not in ("public", _side_of(activity)) for word in map(str, readers))


def _side_of(activity: Any) -> str:
    """Return the side of an activity, as far as it is shown.

    An activity of neither side counts as track II's here.
    """
    belongs_to = activity and activity.belongs_to
    if belongs_to:
        return str(belongs_to)
    return "track_i" if activity and activity.track == "i" else "track_ii"
