"""Topics: what things are said on, by ids that findings compare, and the words in which readers are shown them."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.case.fields import Id, Item, Text


@dataclass(frozen=True)
class OnTopic:
    """A field that says by an id on which topics its item is; readers are shown the words that the case has for it."""


class TopicWords(Item):
    """What readers are shown of a topic in place of its id, in the small letters that it has within a sentence."""

    headline = "words"
    id: Id
    words: Text
