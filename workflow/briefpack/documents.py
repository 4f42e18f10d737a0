"""Documents: every kind of document that briefpack makes: its name, template and readers.

A pack has documents of its own reader beside it: for each engagement a brief, and the form for its record. They are
made, searched, released and taken away together with the pack whose name they begin with. Each is made as Word and as
Markdown, also the form, which is filled in as Word: the Markdown is what the Word file is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.handbook import PACK_AUDIENCES
from briefpack.pack_files import REGISTER

#: What the file of a template ends in.
SUFFIX = ".md.j2"
#: What stands in the name of a form, behind that of its pack.
RECORD = "record"


@dataclass(frozen=True)
class DocumentKind:
    """One kind: the template it is made from, for whom, and whether each engagement has one.

    `readers` are the folders of templates that have it: audiences, or the register. `pages` is how many pages its
    readers are promised for all before its first page break, 0 where nothing is promised.
    """

    name: str
    template: str
    readers: tuple[str, ...]
    is_of_engagement: bool = False
    pages: int = 0


KINDS: MappingProxyType[str, DocumentKind] = MappingProxyType(
    {
        one.name: one
        for one in (
            DocumentKind("pack", f"pack{SUFFIX}", PACK_AUDIENCES, pages=1),
            DocumentKind("brief", f"brief{SUFFIX}", PACK_AUDIENCES, is_of_engagement=True, pages=2),
            DocumentKind(RECORD, f"record{SUFFIX}", PACK_AUDIENCES, is_of_engagement=True, pages=1),
            DocumentKind("report", f"pack{SUFFIX}", ("coordinator",)),
            DocumentKind("register", f"pack{SUFFIX}", (REGISTER,)),
        )
    }
)


def kinds_for(reader: str) -> Iterator[DocumentKind]:
    """Return the kinds of document that a reader gets, the pack or report itself first."""
    return (kind for kind in KINDS.values() if reader in kind.readers)


def beside(pack: str) -> Iterator[str]:
    """Return what the names of the documents beside a pack begin with, one for each kind."""
    return (f"{pack}.{kind.name}." for kind in KINDS.values() if kind.is_of_engagement)


def file_stem(pack: str, kind: DocumentKind, number: int) -> str:
    """Return what the files of a document begin with; `number` counts the engagements of its own reader from 1."""
    return f"{pack}.{kind.name}.{number}" if kind.is_of_engagement else pack
