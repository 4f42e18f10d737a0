"""Relation: what work was to the official talks for a time, since that can change."""

from __future__ import annotations

from pydantic import Field

from briefpack.case.dates import Date
from briefpack.case.fields import Item, Text
from briefpack.case.words import Awareness, Function, TalksLink, Timing


class RelationPeriod(Item):
    """What work was to the official talks for a time: before, beside or after them, for what, and what linked the two.

    A time without `to` goes on, as far as anybody knows.
    """

    needs_one_of = frozenset({"timing", "function", "awareness", "link", "text"})
    from_: Date | None = Field(None, alias="from")
    to: Date | None = None
    timing: Timing | None = None
    function: Function | None = None
    awareness: Awareness | None = None
    link: TalksLink | None = None
    text: Text | None = None
