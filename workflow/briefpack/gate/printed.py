"""Printed: what every finished pack holds, whatever its case: its wording, its style document and the forms of Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from babel.dates import get_day_names, get_month_names

from briefpack.gate import archive_surfaces, markdown_surfaces
from briefpack.gate.searching import Searchable
from briefpack.gate.surfaces import (
    BESIDE,
    DRAWN,
    FILE_NAMES,
    FOLDERS,
    MANIFEST,
    MEDIA_NAMES,
    METADATA,
    OTHER,
    texts_of,
)
from briefpack.gate.terms import fixed_texts
from briefpack.gate.word_seeds import MEMBERS, SEEDS
from briefpack.house.wording import Catalogue

_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")

#: The surfaces, which every manifest lists.
_SURFACES = (
    *(*SEEDS, *MEMBERS, *archive_surfaces.ARCHIVE, *markdown_surfaces.MARKDOWN),
    *(FILE_NAMES, MEDIA_NAMES, DRAWN, METADATA, MANIFEST, OTHER, BESIDE, FOLDERS),
)
#: What else the gate reads in the files of a pack that is of their formats: names of parts, fields and keys.
_FORMS = """
    briefpack docx md png json zip xml manifest front matter wording style labels callouts pagetitle layout sheet page
    pages numpages toc pageref ref seq arabic hyperlink mergeformat docprops core properties custom dc dcterms purl www
    xmlschema instance elements wordprocessingdrawing footnotes separator continuationseparator fixed image picture
    rect preserve metadata coverage canaries seeded gate surfaces allowances used read found separate null true false
    core-properties custom-properties extended-properties font-table fontTable
    record held on listen heard log content ours theirs what due task action who aim old new reason owed owing
    kept state came number summary passed message how to lines atLeast
"""


def printed_row(catalogue: Catalogue, style: bytes) -> Searchable:
    """Return all of it, ready to be searched: a registered word that stands here would refuse every pack."""
    return Searchable([*fixed_texts(catalogue), *_calendar(catalogue), *form_texts(style)], apart=True)


def form_texts(style: bytes) -> Iterator[str]:
    """Return each text that is of the form of packs: a style document, the words of formats."""
    yield from (piece for text in texts_of("style.docx", style) for piece in text.pieces)
    yield from (*_SURFACES, *_FORMS.split())


def _calendar(catalogue: Catalogue) -> Iterator[str]:
    for names in (get_month_names, get_day_names):
        yield from (name for width in _WIDTHS for name in names(width, locale=catalogue.locale).values())
