"""Drawings: places a picture file in a line of text, no wider than the text, with its description."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.image import ImagePart

from briefpack.text.escaping import on_one_line
from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeatable, repeated
from briefpack.word.composition import Composition
from briefpack.word.xml import NAMESPACES, quoted

EMU_TO_A_TWIP = 635
INSTEAD = "its description stands in its place"
LONGEST_NAME = 300
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SHARE_OF_PAGE = 0.86
"""The largest share of a page's height for a picture, so that there is room for its caption."""


def drawing(path: str, description: str, title: str, composition: Composition) -> str:
    """Return a run with the picture at a path; an empty text and a problem if it is missing or has no description."""
    fault = _fault(path, description, composition)
    if fault:
        composition.refuse(f"picture `{_named(path)}`: {fault}", instead=INSTEAD)
        return ""
    placed = _placed(composition.pictures[path], composition)
    if placed is None:
        composition.refuse(
            f"picture `{_named(path)}`: this is no picture that Word shows; save it again as PNG or JPEG",
            instead=INSTEAD,
        )
        return ""
    part, (width, height) = placed
    identifier = composition.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    return _run(identifier, next(composition.drawings), description, title, width, height)


def _named(path: str) -> str:
    """Return the path of a picture for a message; a picture that is written out in the text has no name."""
    return repeated(path if len(path) <= LONGEST_NAME else f"{path[:LONGEST_NAME]}\u2026")


def _placed(content: bytes, composition: Composition) -> tuple[ImagePart, tuple[int, int]] | None:
    """Return the part that holds a picture, and its size on the page; None if the file is no picture."""
    try:
        part = composition.picture_parts.part(content)
        width, height = part.image.width, part.image.height
    except Exception:  # a damaged file can make python-docx raise any exception
        return None
    measures = _fitted(width, height, composition) if width > 0 and height > 0 else (0, 0)
    return (part, measures) if min(measures) >= EMU_TO_A_TWIP else None


def _fault(path: str, description: str, composition: Composition) -> str:
    """Return why a picture cannot be placed, or an empty text."""
    if path not in composition.pictures:
        hint = "" if composition.tolerant else near_miss(path, repeatable(composition.pictures))
        return f"there is no such file{hint}; name a file by its path from the folder of the text"
    if not description.strip():
        return "nothing describes it to a reader who cannot see it; write the description between the brackets"
    return ""


def _fitted(width: int, height: int, composition: Composition) -> tuple[int, int]:
    """Return the size of a picture in English Metric Units, reduced to fit the page."""
    widest = (composition.room or composition.sections.measure) * EMU_TO_A_TWIP
    tallest = int(composition.sections.height * EMU_TO_A_TWIP * SHARE_OF_PAGE)
    scale = min(1.0, widest / width, tallest / height)
    return int(width * scale), int(height * scale)


def _run(identifier: str, number: int, description: str, title: str, width: int, height: int) -> str:
    """Return a run with an inline drawing."""
    words = quoted(on_one_line(description))
    titled = f' title="{quoted(on_one_line(title))}"' if title else ""
    extent = f'cx="{width}" cy="{height}"'
    picture = (
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{identifier}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{NAMESPACES["wp"]}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="Picture {number}" descr="{words}"{titled}/>'
        f'<a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{PICTURE}">{picture}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
