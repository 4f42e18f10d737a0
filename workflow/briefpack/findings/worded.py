"""Worded: a finding in the words of a catalogue, with what bears it out and the dates that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefpack.case.amounts import Approximate
from briefpack.case.dates import PartialDate
from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings import Judged
from briefpack.findings.finding import Value, Worded
from briefpack.house.wording import Catalogue
from briefpack.text.escaping import on_one_line
from briefpack.text.punctuation import ENDS

#: What may stand behind the end of a sentence; French has a space before its closing quotation marks.
_QUOTES = "\u202f”\"'»"


def borne_by(one: Judged) -> tuple[Node | Leaf, ...]:
    """Return what bears a finding out: the items it is about, others it names but parties and bodies, and texts."""
    values = one.finding.values.values()
    items = (value for value in values if isinstance(value, Node))
    others = (node for node in items if inside(node).kind.collection not in ("actor", "party"))
    texts = (value for value in values if isinstance(value, Leaf) and value.shape.is_text)
    return tuple(dict.fromkeys((*one.finding.about, *others, *texts)))


def dates_of(values: Iterable[Value]) -> Iterator[Leaf]:
    """Return each date among the values of a finding."""
    for value in values:
        if isinstance(value, tuple):
            yield from dates_of(value)
        elif isinstance(value, Leaf) and isinstance(value.value, PartialDate):
            yield value


def sentence_of(one: Judged, view: View, catalogue: Catalogue, *keys: str) -> str:
    """Return what is so, with one stop at its end: a text of the case that it ends with may have one, or none.

    Where its rule has words for one of `keys`, it is told by these.
    """
    text = said(one, view, catalogue, *keys, one.finding.form)
    bare = text.removesuffix(".")
    if bare.endswith(tuple(_QUOTES)) and bare.rstrip(_QUOTES).endswith(ENDS):
        return bare
    return text if text.rstrip(f"{_QUOTES})]").endswith(ENDS) else f"{text}."


def said(one: Judged, view: View, catalogue: Catalogue, *keys: str) -> str:
    """Return a text about a finding, made from the view that gave it: by the first key for which its rule has words."""
    words = replace(catalogue, is_past=one.finding.is_past or is_over(view))
    values = {name: in_words(value, words) for name, value in one.finding.values.items()}
    named = [f"findings.{one.rule}.{key}" for key in keys]
    return words.say(next((key for key in named if words.has(key)), named[-1]), **values)


def in_words(value: Value, catalogue: Catalogue) -> str:
    """Return a value of a finding in words: what an item is called, a date, a word of a list, a number, or a list."""
    match value:
        case Node():
            own = inside(value).fields.get(inside(value).kind.called or "")
            return on_one_line(str(own)) if isinstance(own, Leaf) else name_of(value)
        case Leaf(value=PartialDate() | Approximate() as exact):
            return catalogue.in_words(exact)
        case Leaf():
            return catalogue.word(value.shape.name, value.value) if value.shape.words else on_one_line(value.in_words)
        case int():
            return catalogue.number(value)
        case Worded():
            return catalogue.say(value.key)
    return listed([in_words(each, catalogue) for each in value], catalogue)


def listed(texts: Sequence[str], catalogue: Catalogue) -> str:
    """Return texts as a list; where one of them holds a comma, semicolons stand between them."""
    return "; ".join(texts) if any("," in text for text in texts) else catalogue.list(texts)
