"""Normalising: text brought to one form, so that a name is recognised however it was typed, pasted or typeset.

The checks and the gate compare with these functions alone, so that both find the same texts equal. They are for
comparing only; nothing normalised is ever printed.
"""

from __future__ import annotations

import re
import unicodedata

from briefpack.text.lookalikes import in_one_script

#: The letter between a day and its hour in one word, or for the zone after a day, as in `20240214T1000`.
HOUR = re.compile(r"(?:t(?=\d\d)|z(?!\w))(?<=\d[tz])")
_LINE_ENDS = re.compile("(?<=\\w)[-\u00ad\u2010\u2011][^\\S\n]*[\n\r\v\f\x85\u2028\u2029]\\s*(?=[a-z\u00df-\uffff])")
_DASHES = "-_\u00ac\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d\uff3f"
_APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u05f3\u2018\u2019\u201a\u201b\u2032\u2035\uff07"
_QUOTES = '"\u00ab\u00bb\u02ba\u02ee\u05f4\u201c\u201d\u201e\u201f\u2033\u2036\u2039\u203a\u301d\u301e\u301f\uff02'
_KINDS = ((_DASHES, " "), (_APOSTROPHES, "'"), (_QUOTES, '"'))
_INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
# Letters that Unicode does not decompose, small capitals among them, then Arabic letters that keyboards of neighbouring
# languages distinguish.
_LATIN = (
    "ø=o ł=l đ=d ð=d ħ=h \u0131=i ŧ=t æ=ae œ=oe þ=th "
    "ƀ=b ɓ=b ɖ=d ɗ=d ɇ=e ɨ=i ɉ=j ƙ=k ƚ=l ɵ=o ɍ=r ɾ=r ʉ=u ƴ=y ƶ=z \u212e=e"
)
_SMALL_CAPITALS = " ".join(map("=".join, zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡ", "abcdefghijklmnoprstuvwyzag", strict=True)))
_ARABIC = (
    "\u06a9=\u0643 \u06cc=\u064a \u0649=\u064a \u06d2=\u064a \u0629=\u0647 \u06c1=\u0647 \u06be=\u0647 \u0671=\u0627"
)
# Five letters that Hebrew writes otherwise at the end of a word, so that they change where anything is put behind it.
_HEBREW = "\u05da=\u05db \u05dd=\u05de \u05df=\u05e0 \u05e3=\u05e4 \u05e5=\u05e6"
_TATWEEL = "\u0640"
_LETTERS = dict(pair.split("=") for pair in f"{_LATIN} {_SMALL_CAPITALS} {_ARABIC} {_HEBREW} {_TATWEEL}=".split())


class _Signs(dict[int, str | None]):
    """Replaces dashes by spaces, and apostrophes and quotes by one sign each, before they decompose into accents."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        self[code] = None if _is_invisible(sign) else _plain(sign)
        return self[code]


class _Letters(dict[int, str | None]):
    """Removes accents and invisible signs from decomposed letters, and makes digits of any script plain digits.

    Dashes, apostrophes and quotes that only decomposing brings out become the plain sign, as they do before it.
    """

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        digit = unicodedata.decimal(sign, None)
        bare = None if unicodedata.combining(sign) or _is_invisible(sign) else _LETTERS.get(sign, _plain(sign))
        self[code] = bare if digit is None else str(digit)
        return self[code]


class _Squeezed(dict[int, str | None]):
    """Removes all but letters, digits, and the vowel signs of scripts that write these apart."""

    def __missing__(self, code: int) -> str | None:
        self[code] = chr(code) if unicodedata.category(chr(code))[0] in "LMN" else None
        return self[code]


_SIGNS, _BARE, _SQUEEZED = _Signs(), _Letters(), _Squeezed()


def folded(text: str) -> str:
    """Return a text for comparison word by word: lower case, bare letters, plain apostrophes, words one space apart.

    A dash or an underscore is a space; a word of look-alike letters is in one script; one hyphenated at the end of a
    line is one word again, and an hour that is written in one word with its day becomes a separate word.
    """
    signs = _LINE_ENDS.sub("", unicodedata.normalize("NFC", text)).translate(_SIGNS)
    # Capitals tell look-alikes that small letters do not, and without their accents more letters are some.
    plain = in_one_script(unicodedata.normalize("NFKD", signs))
    caseless = unicodedata.normalize("NFKD", plain.casefold())
    return " ".join(HOUR.sub(" ", in_one_script(caseless.translate(_BARE))).split())


def bare(text: str) -> str:
    """Return a text as `folded` does, but with its capitals kept."""
    signs = _LINE_ENDS.sub("", unicodedata.normalize("NFC", text)).translate(_SIGNS)
    return " ".join(HOUR.sub(" ", in_one_script(unicodedata.normalize("NFKD", signs)).translate(_BARE)).split())


def squeezed(text: str) -> str:
    """Return only the letters and digits of a folded text, so that no space, hyphen or sign hides a name."""
    return folded(text).translate(_SQUEEZED)


def _plain(sign: str) -> str:
    """Return the sign that stands for all dashes, all apostrophes or all quotes, or the sign itself."""
    return next((plain for signs, plain in _KINDS if sign in signs), sign)


def _is_invisible(sign: str) -> bool:
    """Return whether a sign prints nothing and separates nothing.

    These are zero-width and bidirectional signs, soft hyphens, variation selectors and controls.
    """
    if sign in _INVISIBLE or "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef":
        return True
    return unicodedata.category(sign) in {"Cf", "Cs", "Cc"} and not sign.isspace()
