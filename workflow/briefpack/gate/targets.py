"""Targets: what the target of a link says to whoever reads it, however its letters are written there.

Names of hosts write other letters than those of English in Punycode, paths and queries with a percent sign: in UTF-8,
or in what sites of a language wrote before; what was quoted may have been quoted again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_to_bytes

_LABEL = re.compile(r"\bxn--[a-z0-9-]+", re.IGNORECASE)
#: Encodings of one byte a letter, of Cyrillic, Arabic and Western Europe.
_ENCODINGS = ("cp1251", "koi8-r", "cp1256", "cp1252")
#: No link is quoted more often than this.
_MOST = 4


def readings_of(target: str) -> Iterator[str]:
    """Return what a target reads as; most read in one way."""
    plain = target
    for _ in range(_MOST):
        before, plain = plain, unquote(plain)
        if plain == before:
            break
    yield _LABEL.sub(lambda label: _spelt_out(label[0]), plain)
    if "\N{REPLACEMENT CHARACTER}" in plain:
        data = unquote_to_bytes(target)
        yield from (data.decode(encoding, "replace") for encoding in _ENCODINGS)


def _spelt_out(label: str) -> str:
    try:
        return label.encode().decode("idna")
    except UnicodeError:
        return label
