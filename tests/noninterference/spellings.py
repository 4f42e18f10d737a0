"""Spellings: a protected word as somebody careless or hostile could write it, and a search that finds it all the same.

The search is written here once more, without the package's own normalising, so that a fault there is seen.
"""

from __future__ import annotations

import functools
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping

_LOOK_ALIKES = str.maketrans("аеорсхк", "aeopcxk")
_MIDDLE = 4


def _split(by: str) -> Callable[[str], str]:
    return lambda word: word[:_MIDDLE] + by + word[_MIDDLE:]


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "plain": str,
    "capitals": str.upper,
    "diacritics": lambda word: unicodedata.normalize("NFC", "".join(f"{letter}\u0301" for letter in word)),
    "zero width": "\u200b".join,
    "joined": "\u200d".join,
    "soft hyphens": "\u00ad".join,
    "split by emphasis": _split("**"),
    "split by code": _split("`"),
    "split by a tag": _split("<b>"),
    "split by a comment": _split("<!-- -->"),
    "a footnote": lambda word: f"[^{word}]: {word}",
    "a link": lambda word: f"[{word}](https://{word}.example/{word})",
    "a heading": lambda word: f"# {word}",
    "a table": lambda word: f"| {word} |\n|---|",
    "look-alikes": lambda word: word.translate(str.maketrans("aeopcxk", "аеорсхк")),
    "right to left": lambda word: f"\u202e\u200f{word}\u202c",
    "full width": lambda word: "".join(chr(ord(letter) + 0xFEE0) for letter in word),
    "very long": lambda word: word + " lorem" * 400 + " " + word,
    "jinja": lambda word: "{{ " + word + " }}{% raw %}",
    "xml": lambda word: f"<w:t>&{word};</w:t>]]>",
    "lines": _split("\n"),
    "quotes": lambda word: f"\"'{word}\\'\"",
}


def found(files: Mapping[str, bytes], words: Iterable[str]) -> list[str]:
    """Return the places in finished files, names and all, where a word of plain letters stands, however it is spelt."""
    wanted = sorted(words)
    return [place for place, text in _surfaces(files) if any(word in form for form in _forms(text) for word in wanted)]


def _surfaces(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for name, data in files.items():
        yield f"the name {name}", name
        if name.endswith(".docx"):
            yield from _members(name, data)
        else:
            yield name, data.decode("utf-8", "replace")


def _members(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield f"the comment of {name}", package.comment.decode("utf-8", "replace")
        for member in package.infolist():
            yield f"a name in {name}", f"{member.filename} {member.comment!r} {member.extra!r}"
            yield f"{name}: {member.filename}", package.read(member).decode("utf-8", "replace")


@functools.lru_cache(maxsize=100)
def _forms(text: str) -> tuple[str, ...]:
    """Return a text with its markup, and without: each as bare small letters; many parts are the same in all packs."""
    without = (html.unescape(re.sub("<[^>]*>", "", text)), re.sub("<[^>]*>", "", html.unescape(text)))
    return tuple(dict.fromkeys(map(squeezed, (text, *without))))


def squeezed(text: str) -> str:
    """Return the letters of a text and nothing between them, without what stands above them."""
    if text.isascii():
        return _BESIDES.sub("", text.lower())
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LOOK_ALIKES))
    return _BESIDES.sub("", bare)


_BESIDES = re.compile("[^a-z]+")
