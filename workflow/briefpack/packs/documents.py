"""Documents: Markdown that somebody has as a Word file in a house style, and what it lost on the way."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from briefpack.files.organisations import read_organisation_settings
from briefpack.files.pictures import read_pictures
from briefpack.files.texts import read_text
from briefpack.packs.house_styles import house_of
from briefpack.packs.paging import numbered, with_page_numbers
from briefpack.packs.word_styles import WordStyle, read_word_style
from briefpack.problems import Problem
from briefpack.stages.typeset import typeset, typeset_document
from briefpack.word.dialect import pictured
from briefpack.word.documents.losses import told
from briefpack.word.documents.reading import read_document
from briefpack.word.house import House
from briefpack.word.markdown import picture_paths
from briefpack.word.styles import style_called

_WRITTEN = re.compile(r"data:image/[a-z]+;base64,(?=(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\Z)")
"""A picture that is written out in the text, as notebooks write it."""


def word_from(
    path: Path, templates: Path, organisation: str | None, *, page_numbers: bool = False, strict: bool = False
) -> tuple[bytes, Sequence[Problem]]:
    """Return a Markdown file as a Word file in the style of an organisation or of the base, and what it lost.

    Raises Refusal, where it is strict, for all that a pack may not hold.
    """
    settings = read_organisation_settings(templates, organisation) if organisation else None
    word = read_word_style(templates, organisation, settings)
    house = house_of(settings, word) if settings else None
    with style_called(word.file):
        if strict:
            return _strict(path, word, house, page_numbers=page_numbers), ()
        return _tolerant(path, word, house, page_numbers=page_numbers)


def _strict(path: Path, word: WordStyle, house: House | None, *, page_numbers: bool) -> bytes:
    markdown = read_text(path)
    pictures = read_pictures(path.parent, picture_paths(markdown))
    make = partial(typeset, markdown, word.style, house, file=str(path), pictures=pictures)
    return with_page_numbers(markdown, lambda pages: make(pages=pages)) if page_numbers else make()


def _within(paths: Iterable[str]) -> dict[str, bytes]:
    """Return the pictures that are written out in the text itself, by what stands there for a path."""
    written = (_WRITTEN.match(path) for path in paths)
    return {found.string: b64decode(found.string[found.end() :]) for found in written if found}


def _tolerant(
    path: Path, word: WordStyle, house: House | None, *, page_numbers: bool
) -> tuple[bytes, Sequence[Problem]]:
    manuscript, found = read_document(read_text(path), str(path))
    named = pictured(manuscript.blocks)
    pictures = read_pictures(path.parent, named) | _within(named)
    losses: list[Problem] = []

    def make(pages: Mapping[str, int]) -> bytes:
        made, set_ = typeset_document(manuscript, word.style, house, pictures=pictures, pages=pages)
        losses[:] = [*found, *set_]
        return made

    made = numbered(manuscript, make) if page_numbers else make({})
    return made, told(losses)
