"""Speech: what is said on each topic, to whom, by which line, so that words at odds stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.disclosure.view import Leaf, Node, View

#: The kinds of text in which something is said.
KINDS = ("message", "public_line", "holding_line", "press_line", "if_raised")


@dataclass(frozen=True)
class Said:
    """Something that is said: in what kind of text, on which topic, to whom, when, how it stands, and its words.

    `raised` is the subject that an answer is for. What has no topic of its own has an empty one.
    """

    kind: str
    topic: str
    to: Leaf | None
    date: Leaf | None
    stance: Leaf | None
    text: Leaf
    raised: Leaf | None = None


def said(view: View) -> tuple[Said, ...]:
    """Return what is said, by topic; what names none stands last."""
    every = [*_messages(view), *_public_lines(view), *_prepared(view)]
    return tuple(sorted(every, key=lambda one: (not one.topic, one.topic)))


def _messages(view: View) -> Iterator[Said]:
    for one in view.root.coordination.messages:
        yield Said("message", _topic(one), one.audience or None, one.date or None, one.stance or None, one.text)


def _public_lines(view: View) -> Iterator[Said]:
    for one in view.root.coordination.public_lines:
        yield Said("public_line", _topic(one), None, None, one.stance or None, one.text)


def _prepared(view: View) -> Iterator[Said]:
    """Return what is prepared for the press and for questions; these name no topic."""
    for activity in view.root.planning.activities:
        if activity.media.holding_line:
            yield Said("holding_line", "", None, None, None, activity.media.holding_line)
    brief = view.root.case.briefs.track_i
    if brief.press_line:
        yield Said("press_line", "", None, None, None, brief.press_line)
    for one in brief.if_raised:
        yield Said("if_raised", "", None, None, None, one.answer, one.raised)


def _topic(one: Node) -> str:
    return str(one.topic or "").replace("_", " ")
