"""Drawings: places a picture file in a line of text, no wider than the text, with its description."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.image import ImagePart

from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeatable, repeated
from briefpack.word.composition import Composition
from briefpack.word.picture_runs import EMU_TO_A_TWIP, picture_run

INSTEAD = "its description stands in its place"
LONGEST_NAME = 300
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
    return picture_run(identifier, next(composition.drawings), description, title, width, height)


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
