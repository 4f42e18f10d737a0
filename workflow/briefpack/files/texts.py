"""Texts: reads every text file of a person in the same way, whatever editor saved it."""

from __future__ import annotations

from pathlib import Path

from briefpack.files.writing import read_bytes
from briefpack.problems import Place, Problem, Refusal

_BYTE_ORDER_MARK = "\ufeff"


def text_of(content: bytes, errors: str = "strict") -> str:
    """Return UTF-8 as text, without the byte-order mark that Windows editors put first, its line ends all alike.

    Bytes that are not UTF-8 raise UnicodeDecodeError; with `errors="replace"` they become replacement characters.
    """
    return content.decode("utf-8", errors).lstrip(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def read_text(path: Path) -> str:
    """Return a file's text; raise Refusal where it cannot be read or is not UTF-8."""
    try:
        return text_of(read_bytes(path))
    except UnicodeDecodeError:
        raise Refusal([Problem(Place(str(path)), "the file is not UTF-8 text: save it as UTF-8")]) from None
