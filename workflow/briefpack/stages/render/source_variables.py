"""Source variables: the fields of a source in a view, under the names that citation styles use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefpack.case.dates import PartialDate
from briefpack.disclosure.view import Node
from briefpack.stages.render.emphasis import unmarked
from briefpack.stages.render.points import held
from briefpack.text.escaping import on_one_line

#: CSL's word for the types of source that it names otherwise; a whole periodical is set like a book.
_TYPES: Mapping[str, str] = {
    "blog_post": "post-weblog",
    "conference_paper": "paper-conference",
    "encyclopaedia_entry": "entry-encyclopedia",
    "journal_article": "article-journal",
    "letter": "personal_communication",
    "magazine_article": "article-magazine",
    "newspaper_article": "article-newspaper",
    "periodical": "book",
    "web_page": "webpage",
}
NAMES: Mapping[str, str] = {"authors": "author", "editors": "editor", "translators": "translator"}
TITLES = ("title", "container_title", "collection_title")
TEXTS: Mapping[str, str] = {
    **{name: name for name in ("collection_number", "edition", "version", "volume", "issue")},
    **{name: name for name in ("genre", "number", "event", "publisher")},
    "pages": "page",
    "place": "publisher_place",
    "doi": "DOI",
    "url": "URL",
}
#: The variables of a source in citeproc's names: names as (family, given, organisation), dates as dates or in words.
Variables = tuple[tuple[str, Any], ...]


def variables_of(source: Node) -> Iterator[tuple[str, Any]]:
    """Return the fields of a source in a view under citeproc's names, in a fixed order."""
    kind = source.type.value if source.type else "document"
    yield "type", _TYPES.get(kind, kind)
    for field, variable in NAMES.items():
        people = tuple(tuple(_text(getattr(one, part)) for part in _PARTS) for one in getattr(source, field))
        if people:
            yield variable, people
    for field, variable in ({name: name for name in TITLES} | dict(TEXTS)).items():
        if getattr(source, field):
            yield variable, _text(getattr(source, field))
    issued = source.issued_in_words or source.issued
    for variable, leaf in (("issued", issued), ("accessed", source.accessed)):
        if leaf:
            yield variable, leaf.value if isinstance(leaf.value, PartialDate) else _text(leaf)


_PARTS = ("family", "given", "organisation")


def _text(leaf: Any) -> str | None:
    return held(unmarked(on_one_line(str(leaf.value)))) if leaf else None
