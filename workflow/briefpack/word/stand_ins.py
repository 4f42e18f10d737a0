"""Stand-ins: Latin letters in place of those of other scripts, where the room that a text takes is reckoned.

Their typefaces are another matter on every machine, so that a letter is taken to be as wide as it can be in those that
Word has, and rather too wide than too narrow.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefpack.pictures.lettering import is_plain, spaced
from briefpack.text.scripts import EAST_ASIAN, RIGHT_TO_LEFT, has_special, script_of_character, scripts_in

#: What is as wide as a letter: of right-to-left scripts, of other complex ones, and of the broadest.
_TURNED, _COMPLEX, _BROAD = "n", "m", "@"
#: The Latin letters that are at least as wide as joined Arabic ones that are narrower or wider than most.
_ARABIC: Mapping[str, str] = MappingProxyType(
    {
        letter: latin
        for letters, latin in (
            ("\u0622\u0623\u0625\u0627\u0671", "r"),  # alef
            ("\u0626\u0628\u062a\u062b\u0644\u064a", "c"),  # beh, teh, theh, lam, yeh
            ("\u062c\u062d\u062e", "S"),  # jeem, hah, khah
            ("\u0633\u0634\u0635\u0636\u0637\u0638\u0649", "M"),  # seen to zah, alef maksura
        )
        for letter in letters
    }
)
_AS_BROAD = EAST_ASIAN | {"Mymr"}
_UNSPACED = frozenset({"Khmr", "Laoo", "Mymr", "Thai", "Tibt"})
"""Scripts that divide no words with spaces."""
_PIECE = 8
"""In these, a line can be broken after so many characters at the latest."""
_AS_SMALL: Mapping[str, str] = MappingProxyType({**dict.fromkeys("abcdeghnopqu", "s"), "m": "w"})
"""What is as wide as a letter that is raised, and set in three quarters of the size."""
_HEIGHTS: Mapping[str, float] = MappingProxyType({"Arab": 1.2, "Hebr": 1.25, "Mymr": 2.0, "Tibt": 2.0})
_HEIGHT = 1.4


def as_latin(text: str) -> str:
    """Return a text with Latin letters in place of those that briefpack's typeface lacks or would have to shape.

    They take at least as much room.
    """
    if is_plain(spaced(text)):
        return text
    return "".join(map(_stand_in, text))


def share_for(text: str, share: float) -> float:
    """Return how wide letters are as a share of briefpack's own: those of other scripts are of another typeface."""
    return max(1.0, share) if has_special(text) else share


def tallest_in(text: str) -> float:
    """Return how high a line is as a share of the size where it holds letters of other scripts; 0 where it does not."""
    return max((_HEIGHTS.get(script, _HEIGHT) for script in scripts_in(text)), default=0)


def unbroken(text: str) -> Iterator[str]:
    """Return the pieces of a text within which no line is broken: words, and parts of texts without spaces."""
    for word in text.split():
        yield from _pieces(word) if has_special(word) else (word,)


def _stand_in(character: str) -> str:
    script = script_of_character(character)
    if not script and is_plain(spaced(character)):
        return character
    if unicodedata.category(character) in ("Mn", "Me"):
        return ""
    if not script:
        raised = unicodedata.normalize("NFKC", character)
        return _AS_SMALL.get(raised, raised) if is_plain(raised) else _COMPLEX
    turned = _ARABIC.get(character, _TURNED)
    return _BROAD if script in _AS_BROAD else turned if script in RIGHT_TO_LEFT else _COMPLEX


def _pieces(word: str) -> Iterator[str]:
    piece = ""
    for character in word:
        script = script_of_character(character)
        if piece and (script in EAST_ASIAN or (script in _UNSPACED and len(piece) >= _PIECE)):
            yield piece
            piece = ""
        piece += character
    yield piece
