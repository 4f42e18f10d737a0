"""Speech: what is said on each topic, to whom, in which kind of text, so that words at odds stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from briefpack.case.content import Path
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings.offices import is_office

#: The kinds of text in which something is said.
Kind = Literal["message", "public_line", "holding_line", "press_line", "if_raised"]

#: Who says a text by its kind alone: the officials, or both tracks.
Side = Literal["track_i", "both"]


@dataclass(frozen=True)
class Said:
    """Something that is said: where, in what kind of text, on which topic, how it stands, its words, to whom and when.

    `speaker` is the office or side that says it, as far as the view shows it; `side` is who speaks by the kind of text.

    `about` is the item that says it: a message, a public line, an answer, or what a line to the press is part of.
    `raised` is the subject that an answer is for, and `work` the activity that a holding line is for, or the meeting
    that an answer or a line to the press is for. `dated` is what has the day on which it is said: a line has none.
    """

    about: Node
    kind: Kind
    topic: Leaf | None
    stance: Leaf | None
    text: Leaf
    to: Leaf | None = None
    date: Leaf | None = None
    raised: Leaf | None = None
    work: Node | None = None
    speaker: Node | None = None
    side: Side | None = None
    dated: Node | None = None

    def field(self, name: str) -> str:
        """Return what the field of its item is called that says its topic, or its stance."""
        return f"press_{name}" if self.kind == "press_line" else name

    def tells(self, name: str) -> Iterator[Path]:
        """Return the path of the value in the case that the field of this name reveals."""
        value = getattr(self, name, None)
        yield from (value.path,) if isinstance(value, Leaf) else ()


def said(view: View) -> tuple[Said, ...]:
    """Return what is said, by topic; what names none stands last."""
    return tuple(sorted(_said(view), key=lambda one: (not one.topic, str(one.topic or ""))))


def _said(view: View) -> Iterator[Said]:
    for one in view.root.coordination.messages:
        to, date = one.audience or None, one.date or None
        topic, stance = one.topic or None, one.stance or None
        yield Said(one, "message", topic, stance, one.text, to, date, speaker=_speaker(one), dated=one)
    for one in view.root.coordination.public_lines:
        yield Said(one, "public_line", one.topic or None, one.stance or None, one.text, side="both")
    for activity in view.root.planning.activities:
        if line := activity.media.holding_line:
            media = activity.media
            speaker = _office(media.spokesperson)
            yield Said(
                media, "holding_line", media.topic or None, media.stance or None, line, work=activity, speaker=speaker
            )
    yield from _of_officials(view.root.case.front_pages.track_i)
    for meeting in view.root.engagements.track_i:
        for one in _of_officials(meeting):
            yield replace(one, date=meeting.date or None, work=meeting, dated=meeting)


def _of_officials(place: Node) -> Iterator[Said]:
    """Return what officials say to the press, and if a subject is raised, by their front page or a meeting."""
    if line := place.press_line:
        topic, stance = place.press_topic or None, place.press_stance or None
        yield Said(place, "press_line", topic, stance, line, side="track_i")
    for one in place.if_raised:
        if one.answer:
            topic, stance = one.topic or None, one.stance or None
            yield Said(one, "if_raised", topic, stance, one.answer, raised=one.raised, side="track_i")


def _speaker(message: Node) -> Node | None:
    """Return the office, the organisation or else the side that a message comes from; never a person."""
    return _office(message.said_by) or _office(message.affiliation) or message.side or None


def _office(actor: Node) -> Node | None:
    return actor if actor and is_office(actor) else None
