"""Templates of ours: small Word files that hold what real templates were seen to hold, made here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
MAIN = {
    "docx": f"{_WORD}.document.main+xml",
    "dotx": f"{_WORD}.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'  # noqa: E501


def paragraph_style(name: str, inside: str = "", identifier: str = "", kind: str = "paragraph") -> str:
    """Return a style as text, with what it holds after its name."""
    named = identifier or re.sub(r"\W", "", name)
    return f'<w:style w:type="{kind}" w:styleId="{named}"><w:name w:val="{name}"/>{inside}</w:style>'


def word_file(
    styles: str = "",
    *,
    normal: str = NORMAL,
    defaults: str = "",
    numbering: str = "",
    section: str = PAGE,
    body: str = "<w:p><w:r><w:t>A text that no pack may hold.</w:t></w:r></w:p>",
    accents: Mapping[str, str] | None = None,
    ending: str = "docx",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a Word file with these styles, lists, section and theme colours, as another program would write it."""
    parts = {"styles": f'<w:styles xmlns:w="{W}">{defaults}{normal}{styles}</w:styles>'}
    if numbering:
        parts["numbering"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    if accents:
        slots = "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in accents.items())
        parts["theme"] = (
            f'<a:theme xmlns:a="{A}" name="t"><a:themeElements><a:clrScheme name="c">{slots}</a:clrScheme></a:themeElements></a:theme>'  # noqa: E501
        )
    members = {f"word/{name}.xml": content.encode() for name, content in parts.items()}
    members["word/document.xml"] = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>'
    ).encode()
    links = "".join(f'<Relationship Id="r{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
    members["word/_rels/document.xml.rels"] = _relationships(links)
    members["_rels/.rels"] = _relationships(
        f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    )
    kinds = {name: f"{_OFFICE}.theme+xml" if name == "theme" else f"{_WORD}.{name}+xml" for name in parts}
    rows = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    rows += f'<Override PartName="/word/document.xml" ContentType="{MAIN[ending]}"/>'
    given = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'  # noqa: E501
    members["[Content_Types].xml"] = (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{given}{rows}</Types>'
    ).encode()
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in (members | dict(more or {})).items():
            archive.writestr(name, content)
    return stream.getvalue()


def _relationships(rows: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'.encode()
