"""Mandates: what a side is told although the mandate of the coordination says that it is not (C30).

Source: what is known of coordination: a coordinator needs a mandate from both sides. Only topics are compared: free
texts are for people to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage, Worded, inexact
from briefpack.handbook import PACK_AUDIENCES, yaml_word
from briefpack.stages.coverage.times import one_time


def against(seen: Vantage) -> Iterator[Found]:
    """Return each message, each transfer and each flow of information to a side on a topic that it may not be told.

    What certainly went before the mandate was given is none of it; what may have gone before it is not checked.
    """
    mandate = seen.view.root.coordination.mandate
    for audience in PACK_AUDIENCES:
        side = yaml_word(audience)
        kept = {str(topic): topic for topic in getattr(mandate, f"to_{side}").may_not}
        for one, to, when in _told(seen) if kept else ():
            date = getattr(one, when) if when else seen.view.root.case.date_of_information
            if str(to or side) == side and not one.topic:
                yield Unchecked(one, ("topic",))
            elif not to and str(one.topic) in kept and not _is_before(date, mandate.since):
                yield Unchecked(one, ("to" if "to" in inside(one).kind.model_fields else "audience",))
            elif str(to or "") != side or str(one.topic) not in kept or _is_before(date, mandate.since):
                continue
            elif _is_within(date, mandate.since):
                values = {"thing": one, "topic": kept[str(one.topic)], "side": Worded(f"audience.{audience}")}
                yield Finding((one,), {**values, "date": date, "since": mandate.since})
            else:
                dated = (one, when) if when else (seen.view.root.case, "date_of_information")
                yield from inexact(dated, (mandate, "since"))


def _told(seen: Vantage) -> Iterator[tuple[Node, Any, str]]:
    """Return each message, transfer and flow of information, to whom it goes, and the field that says when."""
    yield from ((one, one.audience, "date") for one in seen.view.root.coordination.messages)
    yield from ((one, one.to, "handed_over") for one in seen.view.root.coordination.transfers)
    # What one side tells the other as a rule, it tells today.
    yield from ((one, one.to, "") for one in seen.view.root.coordination.information_flow)


def _is_before(date: Any, since: Any) -> bool:
    """Return whether something certainly went before the mandate was given."""
    return bool(date and since and date.value.end.last < since.value.start.first)


def _is_within(date: Any, since: Any) -> bool:
    """Return whether something certainly went on the day of the mandate or later."""
    went, given = one_time(date), one_time(since)
    return went is not None and given is not None and given.begins[1] <= went.begins[0]
