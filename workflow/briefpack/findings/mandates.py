"""Mandates: what a side is told although the mandate of the coordination says that it is not (C30).

Source: what is known of coordination: a coordinator needs a mandate from both sides. Only topics are compared: free
texts are for people to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefpack.case.dates import is_before
from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage, Worded, inexact
from briefpack.findings.speech import said
from briefpack.handbook import PACK_AUDIENCES, yaml_word
from briefpack.stages.coverage.times import one_time


@dataclass(frozen=True)
class _ToldTopic:
    """Something that tells a side of a topic: the item, what it is called, the side, and what has the day of it.

    `stance` is None where it takes none, and absent where none is shown.
    """

    about: Node
    thing: Node | Leaf
    to: Any
    topic: Any
    dated: tuple[Node, str]
    name: str = "to"
    form: str = "sentence"
    stance: Any = None

    @property
    def date(self) -> Any:
        """Return the day on which it tells of its topic."""
        return getattr(*self.dated)


def against(seen: Vantage) -> Iterator[Found]:
    """Return each message, transfer, flow of information and answer for a side on a topic that is kept from it.

    What certainly went before the mandate was given is none of it; what may have gone before it is not checked.
    """
    mandate = seen.view.root.coordination.mandate
    for audience in PACK_AUDIENCES:
        side = yaml_word(audience)
        kept = {str(topic): topic for topic in getattr(mandate, f"to_{side}").may_not}
        for one in _told(seen, side) if kept else ():
            if str(one.to or side) == side and not one.topic:
                yield Unchecked(one.about, ("topic",))
            elif str(one.to or side) != side or str(one.topic) not in kept or _is_before(one.date, mandate.since):
                continue
            elif not one.to:
                yield Unchecked(one.about, (one.name,))
            elif _is_within(one.date, mandate.since):
                values = {"thing": one.thing, "topic": kept[str(one.topic)], "side": Worded(f"audience.{audience}")}
                form = "prepared" if one.date and seen.is_ahead(one.date) else one.form
                values |= {"date": one.date, "since": mandate.since} | ({"stance": one.stance} if one.stance else {})
                # Who sees less may not see that it is a refusal: then it is for the team alone.
                is_sure = one.stance is None or bool(one.stance)
                yield Finding((one.about,), values, form=form, basis=None if is_sure else "absence")
            else:
                yield from inexact(one.dated, (mandate, "since"))


def _told(seen: Vantage, side: str) -> Iterator[_ToldTopic]:
    """Return all that may tell a side of a topic: so does an answer that officials are given, if that is raised.

    A refusal tells nothing: a text whose stance is `silent` is what is said where nothing may be told.
    """
    coordination, today = seen.view.root.coordination, (seen.view.root.case, "date_of_information")
    for one in (each for each in coordination.messages if not _is_refusal(each.stance)):
        yield _ToldTopic(one, one, one.audience, one.topic, (one, "date"), "audience", stance=one.stance)
    for one in coordination.transfers:
        yield _ToldTopic(one, one, one.to, one.topic, (one, "handed_over"))
    # What one side tells the other as a rule, and what an answer says, it tells today.
    for one in coordination.information_flow:
        yield _ToldTopic(one, one, one.to, one.topic, today, form="flow")
    for line in said(seen.view):
        # What is said in public tells a side no more than everybody hears.
        if line.kind == "if_raised" and line.side == side and not _is_refusal(line.stance):
            dated = (line.dated, "date") if line.dated else today
            stance = line.stance or line.about.stance
            yield _ToldTopic(line.about, line.text, side, line.topic, dated, form="prepared", stance=stance)


def _is_refusal(stance: Any) -> bool:
    return str(stance or "") == "silent"


def _is_before(date: Any, since: Any) -> bool:
    """Return whether something certainly went before the mandate was given."""
    return bool(date and since and is_before(date.value, since.value))


def _is_within(date: Any, since: Any) -> bool:
    """Return whether something certainly went on the day of the mandate or later."""
    went, given = one_time(date), one_time(since)
    return went is not None and given is not None and given.begins[1] <= went.begins[0]
