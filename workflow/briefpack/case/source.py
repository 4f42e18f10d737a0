"""Sources: the bibliography of a case, each item in fields that a citation style can set, or as its author wrote it.

The fields are those of CSL-JSON, the data format of the Citation Style Language, under whole words.
"""

from __future__ import annotations

from typing import Annotated

from briefpack.case.dates import PlainDate
from briefpack.case.fields import Asked, Doi, Item, Key, NamesPlace, Text
from briefpack.case.words import SourceGrade, SourceType


class Contributor(Item):
    """Somebody who wrote or edited a source: a person by family name, or an organisation as it calls itself."""

    needs_one_of = frozenset({"family", "organisation"})
    quoted = True
    family: Text | None = None
    given: Text | None = None
    organisation: Text | None = None


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
    citation: Text | None = None
    type: SourceType | None = None
    authors: tuple[Contributor, ...] | None = None
    editors: tuple[Contributor, ...] | None = None
    translators: tuple[Contributor, ...] | None = None
    issued: PlainDate | None = None
    issued_in_words: Text | None = None
    title: Text | None = None
    container_title: Text | None = None
    collection_title: Text | None = None
    collection_number: Text | None = None
    edition: Text | None = None
    version: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    genre: Text | None = None
    number: Text | None = None
    event: Text | None = None
    publisher: Text | None = None
    place: Annotated[Text | None, NamesPlace()] = None
    doi: Doi | None = None
    url: Text | None = None
    accessed: PlainDate | None = None
    short: Text | None = None
    note: Text | None = None
    grade: Asked[SourceGrade] = None
