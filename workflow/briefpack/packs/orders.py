"""Orders: which packs are to be made of one case, and in which house style; a report is ordered as a pack is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from briefpack import pack_files
from briefpack.handbook import PACK_AUDIENCES, Audience


@dataclass(frozen=True)
class Order:
    """The packs to be made of one case in one house style: for whom, in which languages, with which contents.

    `page_numbers` asks for those of a LibreOffice layout in the contents of Word packs.
    """

    case: Path
    templates: Path
    organisation: str
    audiences: tuple[Audience, ...]
    languages: tuple[str, ...]
    page_numbers: bool = False

    @property
    def readers(self) -> Iterator[tuple[Audience, str]]:
        """Return the audience and the language of each pack that a reader gets."""
        return product((one for one in self.audiences if one in PACK_AUDIENCES), self.languages)

    @property
    def names(self) -> list[str]:
        """Return the name of each pack, and of each report where one is asked for."""
        return [self.name(*one) for one in product(self.audiences, self.languages)]

    def name(self, audience: Audience, language: str) -> str:
        """Return the name of a pack, which its files begin with."""
        return pack_files.name_of(self.case.name, audience, language)
