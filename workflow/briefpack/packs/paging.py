"""Paging: the page numbers in the contents of a Word pack, as LibreOffice lays it out.

A number is written only if a second layout, with the numbers in place, finds every heading on the page it names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefpack.files.layout import heading_pages
from briefpack.word.markdown import Manuscript, read
from briefpack.word.outline import ContentsLine

ATTEMPTS = 4
"""How often the numbers may move the headings before the contents are left without numbers."""


def with_page_numbers(markdown: str, make: Callable[[Mapping[str, int]], bytes]) -> bytes:
    """Return the Word pack that `make` returns for the pages of its headings, by their names in links.

    It has no page numbers where it has no contents, where it cannot be laid out, or where no numbers stay true.
    """
    return numbered(read(markdown, "pack.md"), make)


def numbered(manuscript: Manuscript, make: Callable[[Mapping[str, int]], bytes]) -> bytes:
    """Return the Word file that `make` returns for the pages of the headings of a manuscript, as above."""
    bare = made = make({})
    if not manuscript.contents:
        return bare
    before: Mapping[str, int] = {}
    for _ in range(ATTEMPTS):
        pages = _pages(manuscript.entries, heading_pages(made))
        if not pages:
            return bare
        if pages == before:
            return made
        made, before = make(pages), pages
    return bare


def _pages(entries: Sequence[ContentsLine], found: Sequence[tuple[str, int]]) -> Mapping[str, int]:
    """Return the page of each heading by its name in links, or nothing if a heading was not found in its place."""
    if list(map(_letters, (entry.words for entry in entries))) != [_letters(words) for words, _ in found]:
        return {}
    pages = {entry.slug: page for entry, (_, page) in zip(entries, found, strict=True)}
    return pages if all(pages.values()) else {}


def _letters(words: str) -> str:
    """Return the letters and digits of a heading: a layout may change its spaces and add the marks of notes."""
    return "".join(filter(str.isalnum, words))
