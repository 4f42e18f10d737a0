"""Document: which of the documents of a pack is rendered, and the engagement that it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.disclosure.view import Node, View
from briefpack.documents import KINDS, DocumentKind, file_stem, kinds_for
from briefpack.handbook import yaml_word


@dataclass(frozen=True)
class ReaderDocument:
    """One document: its kind and, if it is for an engagement, that and its number in this reader's own order."""

    kind: DocumentKind = KINDS["pack"]
    number: int = 0
    engagement: Node | None = None

    @property
    def name(self) -> str:
        """Return what a person calls it, such as pack, report or brief.2."""
        return self.stem("").removeprefix(".") or self.kind.name

    def stem(self, pack: str) -> str:
        """Return what its files begin with, by the name of the pack that it belongs to."""
        return file_stem(pack, self.kind, self.number)


def documents_of(view: View, reader: str) -> Iterator[ReaderDocument]:
    """Return each document that the reader of a view gets, the pack itself first, then those of each engagement."""
    for kind in kinds_for(reader):
        if not kind.is_of_engagement:
            yield ReaderDocument(kind)
            continue
        shown = getattr(view.root.engagements, yaml_word(view.audience))
        yield from (ReaderDocument(kind, number, one) for number, one in enumerate(shown, start=1))


#: The pack itself, or the report.
PACK = ReaderDocument()
