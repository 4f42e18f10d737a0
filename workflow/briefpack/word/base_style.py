"""The base style: every style, list and setting of the packs, as the style document in `templates/base`."""

from __future__ import annotations

import sys
from pathlib import Path

from briefpack.word.base_parts import BODY, SETTINGS, numbering
from briefpack.word.base_properties import size, spacing
from briefpack.word.base_sheet import STYLES
from briefpack.word.base_theme import FACE, THEME
from briefpack.word.package import zipped
from briefpack.word.xml import part

FONTS = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>'
LANGUAGE = '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>'
DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{size(21)}{LANGUAGE}</w:rPr></w:rPrDefault>"
    f"<w:pPrDefault><w:pPr><w:widowControl/>{spacing(after=110, line=252)}</w:pPr></w:pPrDefault></w:docDefaults>"
)
LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
"""The setting that keeps Word's other 370 styles out of the list of styles until one is used."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "styles": f"{TYPE}.wordprocessingml.styles+xml",
    "numbering": f"{TYPE}.wordprocessingml.numbering+xml",
    "settings": f"{TYPE}.wordprocessingml.settings+xml",
    "theme": f"{TYPE}.theme+xml",
}
FILES = {kind: f"{kind}.xml" for kind in PARTS} | {"theme": "theme/theme1.xml"}


def _related(targets: dict[str, str]) -> bytes:
    """Return a relationships part from a mapping: kind -> target."""
    entries = enumerate(targets.items(), start=1)
    lines = [
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in entries
    ]
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()


def _content_types() -> bytes:
    """Return the list of content types."""
    types = {"document": f"{TYPE}.wordprocessingml.document.main+xml", **PARTS}
    files = {"document": "document.xml", **FILES}
    lines = [f'<Override PartName="/word/{files[kind]}" ContentType="{types[kind]}"/>' for kind in types]
    relationships = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{relationships}{"".join(lines)}</Types>'.encode()


def base_style() -> bytes:
    """Return the style document as the bytes of a .docx, the same every time."""
    return zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _related({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": _related(FILES),
            "word/document.xml": part("w:document", BODY),
            "word/numbering.xml": numbering(),
            "word/settings.xml": part("w:settings", SETTINGS),
            "word/styles.xml": part("w:styles", DEFAULTS + LATENT + "".join(style.xml() for style in STYLES)),
            "word/theme/theme1.xml": THEME.encode(),
        }
    )


def main(arguments: list[str]) -> None:
    """Write the style document to the path given."""
    Path(arguments[0]).write_bytes(base_style())


if __name__ == "__main__":
    main(sys.argv[1:])
