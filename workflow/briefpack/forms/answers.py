"""Answers: what people write on the lines of a form that ask for one of a few words, in the form's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from briefpack.case.amounts import Amount, parse_amount
from briefpack.case.words import CommitmentState, ReleaseTo
from briefpack.house.wording import Catalogue

_KEY = "record.read."
_STATES: tuple[str, ...] = get_args(CommitmentState)
_READERS: tuple[str, ...] = get_args(ReleaseTo)
_OPEN, _REFUSED, _ABOUT = "open", "refused", "about"


@dataclass(frozen=True)
class AnswerWords:
    """Each phrase that is known, in small letters, with the word of the case that it stands for."""

    phrases: Mapping[str, str]

    def state(self, text: str) -> str:
        """Return the state of a commitment, or an empty text where it is none."""
        return self._word(text, _STATES)

    def is_open(self, text: str) -> bool:
        """Return whether a text says that a commitment is open, which may be due or not."""
        return bool(self._word(text, (_OPEN,)))

    def reader(self, text: str) -> str:
        """Return the reader whom a text names, or an empty text where it names none, or more than one."""
        return self._word(text, _READERS)

    def refuses(self, text: str) -> bool:
        """Return whether a text may say that consent was not given: it begins with a word that refuses."""
        return any(self.phrases.get(word.strip(".,;:\u060c\u061b")) == _REFUSED for word in text.casefold().split()[:1])

    def amount(self, text: str) -> Amount | None:
        """Return a number of people, which a word before it may call inexact; None where a text is none.

        Its digits may be those of any script.
        """
        said = re.sub(r"\d", lambda digit: str(int(digit[0])), " ".join(text.casefold().split()).rstrip("."))
        inexact = (phrase for phrase, word in self.phrases.items() if word == _ABOUT and said.startswith(f"{phrase} "))
        phrase = max(inexact, key=len, default="")
        try:
            return parse_amount(f"about {said.removeprefix(phrase)}" if phrase else said)
        except ValueError:
            return None

    def _word(self, text: str, among: tuple[str, ...]) -> str:
        found = self.phrases.get(" ".join(text.casefold().replace("_", " ").split()).rstrip("."), "")
        return found if found in among else ""


def answer_words(catalogues: Iterable[Catalogue]) -> AnswerWords:
    """Return the phrases that some languages have for answers; where two differ, that of the first holds."""
    phrases: dict[str, str] = {}
    for catalogue in catalogues:
        for word in (*_STATES, _OPEN, *_READERS, _REFUSED, _ABOUT):
            for phrase in catalogue.say(f"{_KEY}{word}").split(","):
                phrases.setdefault(phrase.strip().casefold(), word)
    return AnswerWords(phrases)
