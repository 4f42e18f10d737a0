"""Sources: the bibliography of a case, each item in fields that a citation style can set, or as its author wrote it.

The fields are those of CSL-JSON, the data format of the Citation Style Language, under whole words.
"""

from __future__ import annotations

from typing import Annotated

from briefpack.case.dates import PlainDate
from briefpack.case.fields import Asked, Doi, Item, Key, NamesPlace, Text
from briefpack.case.languages import AsItIs
from briefpack.case.words import SourceGrade, SourceType

#: What a source says of itself: the same in every language.
_Own = Annotated[Text | None, AsItIs()]


class Contributor(Item):
    """Somebody who wrote or edited a source: a person by family name, or an organisation as it calls itself."""

    needs_one_of = frozenset({"family", "organisation"})
    quoted = True
    family: _Own = None
    given: _Own = None
    organisation: _Own = None


class Source(Item):
    """One item of the bibliography: `type` and its fields, or `citation`; `grade` says what kind of evidence it is.

    `short` and `note` go with either: footnotes print `short` in place of author and date; `note` is printed after the
    source.
    """

    headline = "key"
    collection = "source"
    quoted = True
    needs_one_of = frozenset({"citation", "title", "container_title"})
    key: Key
    citation: _Own = None
    type: SourceType | None = None
    authors: tuple[Contributor, ...] | None = None
    editors: tuple[Contributor, ...] | None = None
    translators: tuple[Contributor, ...] | None = None
    issued: PlainDate | None = None
    issued_in_words: Text | None = None
    title: _Own = None
    container_title: _Own = None
    collection_title: _Own = None
    collection_number: _Own = None
    edition: _Own = None
    version: _Own = None
    volume: _Own = None
    issue: _Own = None
    pages: _Own = None
    genre: _Own = None
    number: _Own = None
    event: _Own = None
    publisher: _Own = None
    place: Annotated[_Own, NamesPlace()] = None
    doi: Doi | None = None
    url: _Own = None
    accessed: PlainDate | None = None
    short: _Own = None
    note: Text | None = None
    grade: Asked[SourceGrade] = None
