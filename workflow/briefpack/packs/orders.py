"""Orders: which packs are to be made of one case, and in which house style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from briefpack.handbook import Audience


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
        """Return the audience and the language of each pack."""
        return product(self.audiences, self.languages)

    def name(self, audience: Audience, language: str) -> str:
        """Return the name of a pack, which its files begin with."""
        return f"{self.case.name}.{audience}.{language}"
