"""Asides: likelihood and confidence, put where they belong once the whole line around them is known.

A likelihood is part of its sentence. A confidence is a sentence of its own; it stands in brackets unless it follows
another sentence. If its value stands in brackets, that sentence goes to the end of the line or cell and says which
value it is about. What would be said more than once is a note, which each of its values calls. All forms of an aside
are kept between private characters, which no case and no wording can hold, until the pack is whole.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping

from briefpack.stages.render.stops import without_notes
from briefpack.text.escaping import escaped, on_one_line, unescaped
from briefpack.text.punctuation import ENDS

_SURE, _LIKELY, _OR, _CLOSE = "\ue00b", "\ue00c", "\ue00d", "\ue00e"
_OF_LIKELIHOOD = re.compile(f"{_LIKELY}([^{_OR}]*){_OR}([^{_OR}]*){_OR}([^{_CLOSE}]*){_CLOSE}")
_OF_SURENESS = re.compile(f"{_SURE}([^{_OR}]*){_OR}([^{_OR}]*){_OR}([^{_CLOSE}]*){_CLOSE}")
#: The definitions of notes at the end of a document, and what calls one.
_DEFINED = re.compile(r"(?:\n+\[\^[^\]\n]+\]: [^\n]*)+\s*\Z")
_CALL = re.compile(r"\[\^[^\]\n]+\]")
#: Signs before a confidence: the number of a note stands before them, since two brackets in a row would be a link.
_SIGNED = re.compile(rf"((?: \[[^\]^\\]+\])*){_OF_SURENESS.pattern}")
_PARTS = re.compile(r"(?<!\\)(\||\n)")
#: Notes, marks and other readings, as they are printed.
_BESIDE = re.compile(r"\[\^[^\]]*\]| \[[^\]^\\]+\](?!\()|(?<!\*)\*[^*]+\*(?!\*)|\(\*[^()]*\)")
#: Text that goes on with the sentence after an aside.
_GOES_ON = re.compile(rf"(?:{_OF_SURENESS.pattern})*\**\s*(?:[,:\N{{RIGHTWARDS ARROW}}]|[^\W\d_A-Z])")
#: Stands for the words before it if a value has no name of its own.
BEFORE = "\ue00f"
_MOST_WORDS = 8
#: How many characters before a likelihood are looked at, since a line can have any length.
_AS_FAR_BACK = 20_000


def sureness(here: str, elsewhere: str, note: str) -> str:
    """Return the words for a value's confidence: right after the value, at the end of its line, and in a note."""
    return f"{_SURE}{here}{_OR}{elsewhere}{_OR}{note}{_CLOSE}"


def likelihood(in_sentence: str, of_it: str, alone: str) -> str:
    """Return the words for a likelihood: within its sentence, after its end, and after words that announce it."""
    return f"{_LIKELY}{in_sentence}{_OR}{of_it}{_OR}{alone}{_CLOSE}"


def shortened(markdown: str) -> str:
    """Return the first words of a value, by which a note at another place names it."""
    words = on_one_line(unescaped(without_asides(without_notes(markdown)))).split(" ")
    return escaped(" ".join(words[:_MOST_WORDS]) + ("…" if len(words) > _MOST_WORDS else ""))


def without_asides(markdown: str) -> str:
    """Return Markdown without its asides."""
    return _OF_SURENESS.sub("", _OF_LIKELIHOOD.sub("", markdown))


def likelihoods_placed(markdown: str) -> str:
    """Return Markdown in which each likelihood has the form that fits the words before it."""
    return _OF_LIKELIHOOD.sub(_likelihood, markdown)


def _likelihood(match: re.Match[str]) -> str:
    start = max(match.string.rfind("\n", 0, match.start()) + 1, match.start() - _AS_FAR_BACK)
    before = match.string[start : match.start()]
    behind = without_asides(without_notes(before)).rstrip("* ")
    if behind.endswith(ENDS):
        return match[2]
    return match[3] if behind.endswith((":", "|", "-", "\N{EN DASH}")) or not behind else match[1]


def sureness_placed(markdown: str) -> str:
    """Return Markdown with each confidence after its value, or at the end of the line if the value is in brackets.

    One that is said more than once is a numbered note, which is defined at the end; no key of a source is a number.
    """
    if _SURE not in markdown:
        return markdown
    said = Counter(match[3] for match in _OF_SURENESS.finditer(markdown))
    numbers = {note: number for number, note in enumerate((one for one in said if said[one] > 1), start=1)}
    noted = _SIGNED.sub(lambda match: _noted(match, numbers), markdown)
    defined = "".join(f"\n\n[^{number}]: {note}" for note, number in numbers.items())
    return _as_called("".join(map(_part, _PARTS.split(noted))).rstrip() + defined)


def _as_called(markdown: str) -> str:
    """Return Markdown with the definitions of its notes, which are its end, in the order in which these are called."""
    end = _DEFINED.search(markdown)
    if end is None:
        return markdown
    text, defined = markdown[: end.start()], re.split(r"\n+", end[0].strip())
    called = {label: at for at, label in enumerate(dict.fromkeys(_CALL.findall(text)))}
    ordered = sorted(defined, key=lambda one: called.get(one.partition(":")[0], len(called)))
    return "\n\n".join((text, *ordered, ""))


def _noted(match: re.Match[str], numbers: Mapping[str, int]) -> str:
    return f"[^{numbers[match[4]]}]{match[1]}" if match[4] in numbers else match[0]


def _part(text: str) -> str:
    if _SURE not in text:
        return text
    moved: list[str] = []
    depths = _bracketed(_OF_SURENESS.sub(lambda match: " " * len(match[0]), text))

    def placed(match: re.Match[str]) -> str:
        if not depths[match.start()] and not _GOES_ON.match(text, match.end()):
            return _behind(text[: match.start()], match[1])
        name = _before(text[: match.start()]) if BEFORE in match[2] else ""
        moved.append(match[2].replace(BEFORE, name) if name or BEFORE not in match[2] else match[1])
        return ""

    kept = _OF_SURENESS.sub(placed, text)
    bare = kept.rstrip()
    return bare + _behind(bare, "".join(dict.fromkeys(moved))) + kept[len(bare) :]


def _behind(before: str, said: str) -> str:
    """Return what is said of confidence, without its brackets if a sentence stands before it."""
    is_free = _BESIDE.sub("", without_asides(before)).rstrip("* ").endswith(ENDS)
    return re.sub(r"\*\((.*?)\)\*", r"*\1*", said) if is_free else said


def _before(text: str) -> str:
    """Return the words at the end of a text, from its last open bracket or end of a sentence."""
    return shortened(re.split(r"[(;:]", _BESIDE.sub("", without_asides(text)))[-1].strip("*,) "))


def _bracketed(text: str) -> list[int]:
    """Return for each place of a line how many brackets it stands in; a bracket without its partner does not count."""
    opened: list[int] = []
    steps = [0] * (len(text) + 1)
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
        elif sign == ")" and opened:
            steps[opened.pop()] += 1
            steps[place] -= 1
    return list(itertools.accumulate(steps))
