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
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'  # noqa: E501


def paragraph_style(name: str, inside: str = "", identifier: str = "", kind: str = "paragraph") -> str:
    """Return a style as text, with what it holds after its name."""
    named = identifier or re.sub(r"\W", "", name)
    return f'<w:style w:type="{kind}" w:styleId="{named}"><w:name w:val="{name}"/>{inside}</w:style>'


def words(text: str, properties: str = "", paragraph: str = "") -> str:
    """Return a paragraph with a text in one run, with these properties."""
    return f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def field(code: str, result: str = "1") -> str:
    """Return the runs of a field."""
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{signs[0]}{code}{signs[1]}<w:r><w:t>{result}</w:t></w:r>{signs[2]}"


def picture(name: str, size: tuple[int, int] = (30, 10), crop: str = "", floating: str = "") -> str:
    """Return a run with a picture of a size in millimetres, in its line or floating at a side of the page."""
    extent = f'cx="{size[0] * 36000}" cy="{size[1] * 36000}"'
    drawn = (
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{name}"/>{crop}</pic:blipFill>'
        f"<pic:spPr><a:xfrm><a:ext {extent}/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )
    place = f'<wp:positionH relativeFrom="margin"><wp:align>{floating}</wp:align></wp:positionH>' if floating else ""
    kind = "anchor" if floating else "inline"
    inside = f'{place}<wp:extent {extent}/><wp:docPr id="1" name="Somebody\'s file.png"/>{drawn}'
    return f"<w:r><w:drawing><wp:{kind}>{inside}</wp:{kind}></w:drawing></w:r>"


def word_file(
    styles: str = "",
    *,
    normal: str = NORMAL,
    defaults: str = "",
    numbering: str = "",
    section: str = PAGE,
    body: str = "<w:p><w:r><w:t>A text that no pack may hold.</w:t></w:r></w:p>",
    accents: Mapping[str, str] | None = None,
    face: str = "",
    ending: str = "docx",
    furniture: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a Word file with these styles, lists, section and theme, as another program would write it.

    `furniture` has the paragraphs of headers and footers by names such as `first header`, and `media` files of
    pictures, which each part calls by their names; a first page has its own where any of it is named.
    """
    furniture, media = furniture or {}, media or {}
    parts = {"styles": f'<w:styles xmlns:w="{W}">{defaults}{normal}{styles}</w:styles>'}
    if numbering:
        parts["numbering"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    if accents or face:
        slots = "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in (accents or {}).items())
        fonts = f'<a:fontScheme name="f"><a:minorFont><a:latin typeface="{face}"/></a:minorFont></a:fontScheme>'
        parts["theme"] = (
            f'<a:theme xmlns:a="{A}" name="t"><a:themeElements><a:clrScheme name="c">{slots}</a:clrScheme>{fonts}</a:themeElements></a:theme>'  # noqa: E501
        )
    members = {f"word/{name}.xml": content.encode() for name, content in parts.items()}
    named = {name.replace(" ", ""): (*name.split(), inside) for name, inside in furniture.items()}
    references = "".join(f'<w:{kind}Reference w:type="{of}" r:id="r{name}"/>' for name, (of, kind, _) in named.items())
    titled = "<w:titlePg/>" if any(of == "first" for of, _, _ in named.values()) else ""
    members["word/document.xml"] = (
        f"<w:document {SPACES}><w:body>{body}<w:sectPr>{references}{section}{titled}</w:sectPr></w:body></w:document>"
    ).encode()
    shown = "".join(f'<Relationship Id="{name}" Type="{R}/image" Target="media/{name}"/>' for name in media)
    for name, (_, kind, inside) in named.items():
        root = "hdr" if kind == "header" else "ftr"
        members[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{inside}</w:{root}>".encode()
        members[f"word/_rels/{name}.xml.rels"] = _relationships(shown)
    members |= {f"word/media/{name}": data for name, data in media.items()}
    links = shown + "".join(
        f'<Relationship Id="r{name}" Type="{R}/{kind}" Target="{name}.xml"/>' for name, (_, kind, _) in named.items()
    )
    links += "".join(f'<Relationship Id="r{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
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
