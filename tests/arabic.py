"""Arabic: a pack in Arabic letters, made from an English one letter by letter, so that tests have long texts to set."""

from __future__ import annotations

import re

_LATIN = "abcdefghijklmnopqrstuvwxyz,?"
_ARABIC = "\u0627\u0628\u062a\u062f\u064a\u0641\u062c\u0647\u0639\u0632\u0643\u0644\u0645\u0646\u0648\u062b\u0642\u0631\u0633\u0637\u0635\u0636\u0634\u062e\u062d\u0630\u060c\u061f"  # noqa: E501
_LETTERS = str.maketrans(_LATIN, _ARABIC)
#: What stays as it is: addresses and paths, labels of notes, placeholders, entities; elsewhere abbreviations, too.
_FORMS = r"\]\((?!#)[^)]*\)|<[^>]*>|\[\^[^\]]+\]|\{\w+\}|https?://\S+|\[\[contents\]\]|&\w+;|\[![A-Z]+\]"
_KEPT = re.compile(rf"{_FORMS}|\b[A-Z][A-Z0-9]+\b")
_KEPT_IN_HEADINGS = re.compile(_FORMS)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def in_arabic(markdown: str) -> str:
    """Return a pack in Arabic letters, with its abbreviations as they are: its text runs in both directions."""
    front = _FRONT_MATTER.match(markdown)
    assert front is not None
    said = [_front_line(line) for line in front[1].split("\n")]
    text = [_line(line) for line in markdown[front.end() :].split("\n")]
    return "\n".join(["---", *said, "---", *text])


def _front_line(line: str) -> str:
    key, colon, said = line.partition(": ")
    if key == "language":
        return "language: ar"
    if key in ("layout", "date", "lines") or not colon:
        return line
    # The commas between the words for captions and callouts belong to the form.
    turned = ", ".join(_turned(each, _KEPT_IN_HEADINGS) for each in said.split(", "))
    return f"{key}: {turned}"


def _line(line: str) -> str:
    return _turned(line, _KEPT_IN_HEADINGS if line.startswith(("#", "**", "- [")) else _KEPT)


def _turned(text: str, kept: re.Pattern[str]) -> str:
    """Return a text in Arabic letters and signs, but for what is kept."""
    pieces, at = [], 0
    for found in kept.finditer(text):
        pieces += [text[at : found.start()].lower().translate(_LETTERS), found.group()]
        at = found.end()
    return "".join([*pieces, text[at:].lower().translate(_LETTERS)])
