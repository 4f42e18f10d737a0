"""The letterhead of a template: what stands above and below its pages, and the pictures on its first page.

It is taken as plain words and pictures, each part with a digest by which an organisation confirms it. What cannot be
taken, or would be another thing in a pack, is left behind and told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import astuple, dataclass, replace

from briefpack.adoption.letter_lines import LetterReader
from briefpack.adoption.letter_looks import LetterLooks
from briefpack.adoption.letter_pictures import Decoding, NotTaken
from briefpack.adoption.sheet import Sheet
from briefpack.adoption.template import Template
from briefpack.adoption.theme import Theme
from briefpack.word.letterhead import LetterLine, LetterLines, LetterPicture
from briefpack.word.xml import Element, find, measure, qualified

PARTS = {
    "first-header": "the header of the first page",
    "first-page": "the pictures of the first page",
    "header": "the header",
    "first-footer": "the footer of the first page",
    "footer": "the footer",
}
"""The parts of a letterhead, as organisations name them, and what they are."""
#: Of 128 bits, so that nobody can make two parts of one digest.
_DIGITS = 32
_OFF = ("0", "false", "off")
_BREAKS = qualified("w:br"), qualified("w:lastRenderedPageBreak"), qualified("w:pageBreakBefore")


@dataclass(frozen=True)
class LetterPart:
    """One part of a template's letterhead: its lines, what was left behind of it, and why it cannot be taken, if so.

    `left_out` are its pictures that the organisation leaves out, by the names of their files. The first page may have a
    header and a footer of its own, which may be empty.
    """

    name: str
    lines: LetterLines = ()
    notes: tuple[str, ...] = ()
    refused: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def confirmation(self) -> str:
        """Return the text by which an organisation confirms the part as it stands now."""
        said = "\n".join(map(_told, self.lines))
        return f"{self.name}-{hashlib.sha256(said.encode()).hexdigest()[:_DIGITS]}"


def letterhead_of(template: Template, measure_of_text: int, left_out: Collection[str] = ()) -> tuple[LetterPart, ...]:
    """Return the parts of a template's letterhead that hold anything, in the order of `PARTS`.

    Pictures whose files are called as one `left_out` are no part of it.
    A first page with a header or footer of its own, which holds nothing, is a part without lines.
    """
    document, styles = template.tree(template.main), template.tree(template.related("styles"))
    if document is None or styles is None:
        return ()
    sheet, theme = Sheet(styles), Theme(template)
    theme.write_out(sheet.root)
    looks = LetterLooks(sheet, theme)
    sections = list(document.iter(qualified("w:sectPr")))
    decoding = Decoding(template, left_out)
    found = []
    for name, part, of_first in _sources(template, sections):
        reader = LetterReader(decoding, part, looks, measure_of_text)
        made = _part(name, reader, template.tree(part) if part else None)
        made = replace(made, notes=(*made.notes, *_dropped(template, sections, name, part)))
        if _holds(made) or of_first:
            found.append(made)
    first = _first_page(document, LetterReader(decoding, template.main, looks, measure_of_text))
    found += [first] if _holds(first) else []
    order = list(PARTS)
    return tuple(sorted(found, key=lambda one: order.index(one.name)))


def _holds(part: LetterPart) -> bool:
    return bool(part.lines or part.notes or part.refused or part.left_out)


def _sources(template: Template, sections: Sequence[Element]) -> Iterator[tuple[str, str, bool]]:
    """Return name and package part of each header and footer, and whether page one has it in place of the other."""
    targets = {key: target for key, (_, target) in template.relations(template.main).items()}
    titled = next((each for each in sections if _is_titled(each)), None)
    for kind in ("header", "footer"):
        named = {"default": "", "first": ""}
        for section in sections:
            for reference in section.iterchildren(qualified(f"w:{kind}Reference")):
                of = reference.get(qualified("w:type"), "")
                is_known = of == "default" or (of == "first" and not named["first"])
                if is_known:
                    named[of] = targets.get(reference.get(qualified("r:id"), ""), "")
        if named["default"] or "even" in _types(sections, kind):
            yield kind, named["default"], False
        if titled is not None:
            yield f"first-{kind}", named["first"], True


def _dropped(template: Template, sections: Sequence[Element], name: str, part: str) -> Iterator[str]:
    """Return a line for what stands in the place of a part of the letterhead and is no part of it."""
    if part and template.tree(part) is None:
        yield "its part of the file is missing or damaged: save the template again from Word"
    first, _, kind = name.rpartition("-")
    of = "first" if first else "default"
    targets = {key: target for key, (_, target) in template.relations(template.main).items()}
    references = [each for section in sections for each in section.iterchildren(qualified(f"w:{kind}Reference"))]
    said = [(each.get(qualified("w:type")), targets.get(each.get(qualified("r:id"), ""), "")) for each in references]
    if not first and any(kind_of == "even" for kind_of, _ in said):
        yield f"the {kind} for even pages is left behind"
    if any(kind_of == of and target != part for kind_of, target in said):
        yield f"the {kind} of another section is left behind"


def _types(sections: Sequence[Element], kind: str) -> frozenset[str]:
    """Return for which pages there are headers, or footers."""
    references = (each for section in sections for each in section.iterchildren(qualified(f"w:{kind}Reference")))
    return frozenset(each.get(qualified("w:type"), "") for each in references)


def _is_titled(section: Element) -> bool:
    found = find(section, "w:titlePg")
    return found is not None and found.get(qualified("w:val")) not in _OFF


def _part(name: str, reader: LetterReader, root: Element | None) -> LetterPart:
    return _read(name, reader, lambda: () if root is None else reader.lines(root))


def _read(name: str, reader: LetterReader, lines: Callable[[], LetterLines]) -> LetterPart:
    """Return a part with the lines that its reader reads in it, or why it cannot be taken."""
    try:
        read = lines()
    except NotTaken as fault:
        return LetterPart(name, refused=str(fault))
    return LetterPart(name, read, tuple(dict.fromkeys(reader.notes)), reader.fault, reader.left_out)


def _first_page(document: Element, reader: LetterReader) -> LetterPart:
    """Return the pictures of the body that stand before its first page break; its words are no letterhead."""
    body = find(document, "w:body")
    blocks = [] if body is None else list(body)
    end = next((number for number, block in enumerate(blocks) if _turns(block)), len(blocks))
    is_before = 0 < end < len(blocks) and _starts(blocks[end])
    return _read("first-page", reader, lambda: reader.pictures(blocks[: end if is_before else end + 1]))


def _starts(block: Element) -> bool:
    """Return whether a paragraph stands on a page that begins with it."""
    found = find(block, "w:pPr/w:pageBreakBefore")
    return found is not None and found.get(qualified("w:val")) not in _OFF


def _turns(block: Element) -> bool:
    """Return whether a page or a section ends in a block."""
    breaks = (each for each in block.iter(*_BREAKS))
    is_turned = any(each.tag != _BREAKS[0] or each.get(qualified("w:type")) == "page" for each in breaks)
    return is_turned or find(block, "w:pPr/w:sectPr") is not None


def _told(line: LetterLine) -> str:
    """Return all that a line shows and how it looks as one text, in the same way on every machine."""
    pieces = [
        (each.source, each.width, each.height)
        if isinstance(each, LetterPicture)
        else (each.words, each.field, astuple(each.look))
        for each in line.pieces
    ]
    cells = [(cell.wide, [_told(each) for each in cell.lines]) for cell in line.cells]
    return repr((line.alignment, pieces, line.tabs, line.rules, cells))


def measure_of(section: Element) -> int:
    """Return the width of the text on a page, in twentieths of a point."""
    paper, margins = find(section, "w:pgSz"), find(section, "w:pgMar")
    assert paper is not None
    assert margins is not None
    sides = sum(measure(margins.get(qualified(f"w:{side}"))) for side in ("left", "right"))
    return measure(paper.get(qualified("w:w"))) - sides
