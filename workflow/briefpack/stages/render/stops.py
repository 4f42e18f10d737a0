"""Stops: a sentence ends with one full stop, before the notes on its last word, whatever a value in it ends with.

A template writes its full stop behind a value, as it would behind any; what the value ends with, and what is said of
it, is known where it is printed. Until the pack is whole private characters, which no case and no wording can hold,
stand around what is behind a text.
"""

from __future__ import annotations

import re

#: What ends a sentence, and what of quotation and emphasis may close behind it.
ENDS = (".", "?", "!", "…")
_ENDED = r"[.?!…][\"'\u2019\u201d\u00bb]*\**"
_BEHIND, _PAST = "\ue009", "\ue00a"
_MARKS = re.compile(f"[{_BEHIND}{_PAST}]")
_NOTES = f"(?:{_BEHIND}[^{_BEHIND}{_PAST}]*{_PAST})+"
_BEHIND_TEXT = re.compile(_NOTES)
_STOPPED = re.compile(rf"({_ENDED})?({_NOTES})(\**)\.(?!\.)")
_SENTENCE = re.compile(rf"[.?!…](?:{_NOTES})?$")


def with_notes(text: str, notes: str) -> str:
    """Return a text with what stands behind it, so that a full stop which follows is put where it belongs."""
    return f"{text}{_BEHIND}{unmarked(notes)}{_PAST}" if notes or text.endswith(ENDS) else text


def stopped(markdown: str) -> str:
    """Return Markdown with each full stop behind notes put before them, and none behind what ends a sentence itself."""
    return unmarked(_STOPPED.sub(lambda match: f"{match[1] or '.'}{match[2]}{match[3]}", markdown))


def is_sentence(text: str) -> bool:
    """Return whether a text, before what stands behind it, ends as a sentence does."""
    return bool(_SENTENCE.search(text))


def without_notes(markdown: str) -> str:
    """Return Markdown without what stands behind its texts."""
    return unmarked(_BEHIND_TEXT.sub("", markdown))


def unmarked(text: str) -> str:
    """Return a text without what marks its ends."""
    return _MARKS.sub("", text)
