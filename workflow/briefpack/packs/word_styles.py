"""Word styles: the style document that an organisation's packs are set in, from its own template or the base's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefpack.adoption import Adopted, adopt
from briefpack.files.writing import read_bytes
from briefpack.house.colours import BASE_COLOURS
from briefpack.house.organisation import BASE, OrganisationSettings
from briefpack.packs.letterheads import letterhead_for
from briefpack.problems import Place, Problem, Refusal
from briefpack.word.letterhead import NO_LETTERHEAD, Letterhead
from briefpack.word.styles import style_called

STYLE = "style.docx"
KINDS = (".docx", ".dotx", ".docm", ".dotm")
"""The endings of a style document's name: Word documents and templates, of which macros are never read."""


@dataclass(frozen=True)
class WordStyle:
    """A style document, the file that it comes from, the colours of its house by slot, and its letterhead.

    `said` tells what of the letterhead of the template packs do not bear, until somebody confirms it.
    """

    style: bytes
    file: str
    colours: Mapping[str, str] = field(default_factory=lambda: BASE_COLOURS)
    is_own: bool = False
    letterhead: Letterhead = NO_LETTERHEAD
    said: tuple[Problem, ...] = ()

    @property
    def letterhead_texts(self) -> tuple[str, ...]:
        """Return the words of the letterhead, and those that describe its pictures."""
        return (*(line.words for line in self.letterhead.lines), self.letterhead.description)


def style_file(templates: Path, organisation: str) -> Path:
    """Return the Word template of an organisation, or the base's style document where it has none of its own.

    Raises Refusal where it has two.
    """
    own = [path for ending in KINDS if (path := templates / organisation / f"style{ending}").is_file()]
    if len(own) > 1:
        remedy = f"an organisation has one style document: take away {own[0].name} or this one"
        raise Refusal([Problem(Place(str(path)), remedy) for path in own[1:]])
    return own[0] if own else templates / BASE / STYLE


def read_word_style(templates: Path, organisation: str | None, settings: OrganisationSettings | None) -> WordStyle:
    """Return the style document of an organisation, or the base's for none; raise Refusal where it cannot be used."""
    file = style_file(templates, organisation or BASE)
    chosen = {slot: colour for slot, colour in settings.colours if colour} if settings else {}
    is_own = file.parent.name == organisation and organisation != BASE
    left_out = settings.letterhead.leave_out if settings else ()
    made = adopted(templates, file, chosen, left_out) if is_own else None
    letterhead, said = NO_LETTERHEAD, tuple[Problem, ...]()
    if settings is not None and organisation is not None:
        letterhead, said = letterhead_for(made.letterhead if made else (), settings, templates / organisation)
    if made is None:
        return WordStyle(read_bytes(file), str(file), {**BASE_COLOURS, **chosen}, letterhead=letterhead, said=said)
    return WordStyle(made.style, str(file), made.colours, is_own=True, letterhead=letterhead, said=said)


def adopted(templates: Path, file: Path, colours: Mapping[str, str], left_out: Collection[str] = ()) -> Adopted:
    """Return the style document made from a Word template, with what was done to it."""
    with style_called(str(file)):
        return adopt(read_bytes(file), read_bytes(templates / BASE / STYLE), colours, left_out)
