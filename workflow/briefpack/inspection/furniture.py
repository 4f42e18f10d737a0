"""Furniture: every header and footer prints the handling mark, in the words of the Markdown pack, and its letterhead.

Beside the mark, a header or footer holds what the organisation confirmed of its letterhead, word for word and picture
for picture, and in the footer the lines of briefpack.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.inspection.faults import OURS, Faults
from briefpack.inspection.names import Element, full
from briefpack.inspection.package import MAIN, Package

_PARAGRAPH, _RUN, _TEXT, _TAB = full("w:p"), full("w:r"), full("w:t"), full("w:tab")
_KNOWN = "\x00"
_BETWEEN = re.compile(f"(?:\\w\N{NO-BREAK SPACE}{_KNOWN}|{_KNOWN}|[\\s\N{MIDDLE DOT}])*")
_TYPE, _ID = full("w:type"), full("r:id")
#: Two signs that print nothing: at the ends of a line they keep its signs beside words of another direction.
_DIRECTIONS = "\u200e\u200f"


@dataclass(frozen=True)
class ShownPart:
    """The lines of text in one part of a letterhead, and the digests of its pictures."""

    lines: tuple[str, ...] = ()
    pictures: frozenset[str] = frozenset()


_EMPTY = ShownPart()


@dataclass(frozen=True)
class ShownLetterhead:
    """What packs show of a letterhead: on page one, where that differs, and on the others."""

    header: ShownPart = _EMPTY
    footer: ShownPart = _EMPTY
    first_header: ShownPart = _EMPTY
    first_footer: ShownPart = _EMPTY
    #: What is said of each picture to who cannot see it.
    description: str = ""

    def part(self, kind: str, of: str) -> ShownPart:
        """Return what is shown in a header or footer (`kind`) of page one or of the others (`of`)."""
        if of == "first":
            return self.first_header if kind == "header" else self.first_footer
        return self.header if kind == "header" else self.footer


NONE_SHOWN = ShownLetterhead()


@dataclass(frozen=True)
class SaidOnPages:
    """What the Markdown says of the furniture: the mark, its caveat, and all texts that the foot may be made of."""

    mark: str
    caveat: str
    foot: tuple[str, ...]


def check_furniture(package: Package, faults: Faults, said: SaidOnPages, letterhead: ShownLetterhead) -> None:
    """Add a fault for each header that is not the handling mark, its caveat and the letterhead, and such a footer.

    Mark and caveat are empty if the Markdown has none; if both are, and there is no letterhead, nothing is checked.
    """
    mark, wanted = said.mark, [text for text in (said.mark, said.caveat) if text]
    if not wanted and letterhead == NONE_SHOWN:
        return
    for part, kind, of in _parts(package):
        lines, borne = _lines(package, part), letterhead.part(kind, of)
        if kind == "header" and lines != [*wanted, *borne.lines]:
            message = "a header is not the handling mark and caveat that the text gives, with the letterhead that was"
            faults.add(part, f"{message} confirmed: {OURS}")
        is_below = lines[: len(borne.lines)] == [*borne.lines] and _has_mark(package, part, borne, mark)
        if kind == "footer" and not is_below:
            message = "the first line of a footer does not end with the handling mark that the text gives, below the"
            faults.add(part, f"{message} letterhead that was confirmed: {OURS}")
        elif kind == "footer" and said.foot and _holds_other(said.foot, _below(package, part, borne)):
            faults.add(part, f"a footer holds a text that is neither the text's own nor of its letterhead: {OURS}")
        if _pictures(package, part) != borne.pictures:
            faults.add(part, f"its pictures are not those of the letterhead that was confirmed: {OURS}")
        elif not set(_alternative_texts(package, part)) <= {letterhead.description}:
            faults.add(part, f"its pictures have another alternative text than the organisation gives: {OURS}")


def _holds_other(texts: Sequence[str], lines: Sequence[str]) -> bool:
    known = _known(texts)
    return any(_is_foreign(line, known) for line in lines)


def _known(texts: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of the texts that a footer may be made of, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(texts, key=len, reverse=True))))


def _is_foreign(line: str, known: re.Pattern[str]) -> bool:
    """Return whether a line of a footer holds any other text; a sign of the key stands before its meaning."""
    return not _BETWEEN.fullmatch(known.sub(_KNOWN, line))


def _below(package: Package, part: str, borne: ShownPart) -> list[str]:
    """Return the lines of a footer below its letterhead, with their tabs."""
    return list(_paragraphs(package, part))[len(borne.lines) :]


def _has_mark(package: Package, part: str, borne: ShownPart, mark: str) -> bool:
    """Return whether the line below the letterhead is the mark, or ends with it behind a tab."""
    below = _below(package, part, borne)
    return not mark or [line.rpartition("\t")[2] for line in below[:1]] == [mark]


def _parts(package: Package) -> Iterator[tuple[str, str, str]]:
    """Return each header and footer with its kind and the pages that it is for, those that no section names, too."""
    related = package.related(MAIN)
    named: dict[str, tuple[str, str]] = {}
    for kind in ("header", "footer"):
        for reference in package.trees[MAIN].iter(full(f"w:{kind}Reference")):
            target = related.get(reference.get(_ID, ""))
            if target is not None:
                named[target.target] = (kind, reference.get(_TYPE, ""))
    for part, _ in package.texts:
        if part.startswith(("word/header", "word/footer")):
            kind = "header" if part.startswith("word/header") else "footer"
            yield (part, *named.get(part, (kind, "default")))


def _alternative_texts(package: Package, part: str) -> Iterator[str]:
    """Return what is said of each picture of a part, with its title if it has one."""
    for said in package.trees[part].iter("{*}docPr", "{*}cNvPr"):
        yield from (said.get(key, "") for key in ("descr", "title") if said.get(key))


def _pictures(package: Package, part: str) -> frozenset[str]:
    targets = (each.target for each in package.related(part).values() if not each.external)
    return frozenset(hashlib.sha256(package.parts[name]).hexdigest() for name in targets if name in package.parts)


def _lines(package: Package, part: str) -> list[str]:
    """Return the paragraphs of a part that are not empty, without their tabs."""
    return [line.replace("\t", "") for line in _paragraphs(package, part)]


def _paragraphs(package: Package, part: str) -> Iterator[str]:
    """Return the paragraphs of a part that are not empty, with their tabs."""
    for paragraph in package.trees[part].iter(_PARAGRAPH):
        line = "".join(_said(piece) for piece in paragraph.iter(_TEXT, _TAB)).strip().strip(_DIRECTIONS)
        if line:
            yield line


def _said(piece: Element) -> str:
    """Return what a text or a tab is in words; the tab stop of a paragraph is no such tab."""
    if piece.tag == _TEXT:
        return piece.text or ""
    parent = piece.getparent()
    return "\t" if parent is not None and parent.tag == _RUN else ""
