"""Picture runs: a picture of a package in a line of text, at its size and with what is said of it."""

from __future__ import annotations

from briefpack.text.escaping import on_one_line
from briefpack.word.xml import NAMESPACES, quoted

EMU_TO_A_TWIP = 635
"""How many English Metric Units, in which drawings are measured, make a twentieth of a point."""
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def picture_run(identifier: str, number: int, description: str, title: str, width: int, height: int) -> str:
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
