"""Pictured: the values of a view, and the words of an organisation, that a picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefpack.case.content import Path
from briefpack.disclosure.view import View
from briefpack.pictures.picture import OF_ORGANISATION, Picture

_BETWEEN_WORDS = re.compile(r"\W+")
_IN_A_LIST = re.compile(r"[;:,.()]")
#: The most lines in which a picture sets a name, and how many words are too many to stand there by chance.
_MOST_LINES, _SENTENCE = 5, 5
_KEY = "own.pictures.{name}.{part}"
_PARTS = ("alternative", "caption", "words")


def values_in(picture: Picture, view: View) -> Iterator[Path]:
    """Return where the texts stand that a picture shows, or says for those who do not see it.

    A picture of an organisation shows nothing of a case, whatever it says.
    """
    if picture.name.startswith(OF_ORGANISATION):
        return
    shown, whole = _words(" ".join((*picture.texts, picture.alternative))), set(_runs(picture.texts))
    for leaf in view.leaves:
        said = _words(str(leaf)) if leaf.shape.is_text else ""
        if said in whole or (said.count(" ") > _SENTENCE and said in shown):
            yield leaf.path


def _runs(texts: Sequence[str]) -> Iterator[str]:
    """Return what a picture shows as one text: each in it, a part of one in a list, and several that were one."""
    pieces = [piece for text in texts for piece in _IN_A_LIST.split(text)]
    for start in range(len(pieces)):
        for end in range(start + 1, start + 1 + _MOST_LINES):
            run = _words(" ".join(pieces[start:end]))
            yield from [run] if any(map(str.isalpha, run)) else []


def wording_of(picture: Picture) -> Iterator[str]:
    """Return the keys of the words that an organisation has for a picture of its own."""
    if picture.name.startswith(OF_ORGANISATION):
        name = picture.name.removeprefix(OF_ORGANISATION)
        yield from (_KEY.format(name=name, part=part) for part in _PARTS)


def _words(text: str) -> str:
    """Return the words of a text, with one space around each."""
    return f" {_BETWEEN_WORDS.sub(' ', text).strip()} "
