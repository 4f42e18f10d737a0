"""Stops: one full stop at the end of each sentence, before the notes on its last word.

A template writes a full stop after a value, whether or not that ends with one and has notes. Until the pack is whole,
private characters, which no case and no wording can hold, stand around the notes after a text; then the surplus full
stops are removed.
"""

from __future__ import annotations

import re

from briefpack.text.punctuation import ACRONYM, ENDS

#: What ends a sentence, and the closing quotation marks, in French behind a space, and emphasis that may follow it.
_END = f"[{''.join(ENDS)}]"
_ENDED = rf"{_END}[\u202f\"'\u2019\u201d\u00bb]*\**"
_BEHIND, _PAST = "\ue009", "\ue00a"
_MARKS = re.compile(f"[{_BEHIND}{_PAST}]")
_NOTES = f"(?:{_BEHIND}[^{_BEHIND}{_PAST}]*{_PAST})+"
_BEHIND_TEXT = re.compile(_NOTES)
_STOPPED = re.compile(rf"({_ENDED})?({_NOTES})(\**)\.(?!\.)")
#: Where a stop ends a sentence: after a word, a number or an acronym, not after initials or a short form.
_WORD = rf"(?:(?<=[^\W\d_A-Z]{{3}})|(?<=\s[^\W\d_A-Z]{{2}})|(?<=\d\d)|{ACRONYM})"
#: Such a stop where words of ours in brackets follow.
_BRACKETED = re.compile(rf"{_WORD}\.({_NOTES})(?= \()")
_SENTENCE = re.compile(rf"{_END}(?:{_NOTES})?$")


def with_notes(text: str, notes: str) -> str:
    """Return a text with its notes, marked so that `stopped` can move a full stop that follows."""
    return f"{text}{_BEHIND}{unmarked(notes)}{_PAST}" if notes or text.endswith(ENDS) else text


def stopped(markdown: str) -> str:
    """Return Markdown with each full stop after notes moved before them, or removed if the sentence has ended.

    A sentence that goes on in brackets has not ended: its own stop is removed.
    """
    whole = _BRACKETED.sub(r"\1", markdown)
    return unmarked(_STOPPED.sub(lambda match: f"{match[1] or '.'}{match[2]}{match[3]}", whole))


def is_sentence(text: str) -> bool:
    """Return whether a text, without the notes after it, ends like a sentence."""
    return bool(_SENTENCE.search(text))


def without_notes(markdown: str) -> str:
    """Return Markdown without the notes after its texts."""
    return unmarked(_BEHIND_TEXT.sub("", markdown))


def unmarked(text: str) -> str:
    """Return a text without the private characters around its notes."""
    return _MARKS.sub("", text)
