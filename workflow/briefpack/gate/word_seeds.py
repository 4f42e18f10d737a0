"""Word seeds: where a canary is put in a copy of a Word file, for each surface of its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = f'<seed xmlns:w="{_W}" xmlns:wp="urn:wp">'
_MAIN, _RELATED, _SETTINGS = "word/document.xml", "word/_rels/document.xml.rels", "word/settings.xml"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def added(data: bytes | None, xml: str) -> bytes:
    """Return a part with a piece of XML at its end, or a new part with nothing else in it."""
    part = data if data is not None and b"</" in data else b"<canaries></canaries>"
    at = part.rindex(b"</")
    return part[:at] + xml.encode() + part[at:]


def _runs(first: str, second: str) -> str:
    return f"{_OPEN}<w:p><w:r><w:t>{first}</w:t></w:r><w:r><w:t>{second}</w:t></w:r></w:p></seed>"


def _code(first: str, second: str) -> str:
    return f"{_OPEN}<w:instrText>{first}</w:instrText><w:instrText>{second}</w:instrText></seed>"


def _result(first: str, second: str) -> str:
    start, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("separate", "end"))
    return f"{_OPEN}<w:p>{start}<w:t>{first}</w:t><w:t>{second}</w:t>{end}</w:p></seed>"


def _element(form: str) -> Callable[[str, str], str]:
    """Return a function that makes an element from a form with a place for the canary."""
    return lambda first, second: f"{_OPEN}{form.format(f'{first}&#173;{second}')}</seed>"


def _relationship(kind: str) -> Callable[[str, str], str]:
    def made(first: str, second: str) -> str:
        target = quote(f"{first}\xad{second}")
        return f'<Relationship Id="canary" Type="{kind}" Target="https://example.org/{target}"/>'

    return made


Seed = tuple[str, Callable[[str, str], str]]
#: Each surface of an XML part with the part it is seeded in and the XML that holds the two halves of its canary.
SEEDS: Mapping[str, Seed] = {
    "body": (_MAIN, _runs),
    "headers": ("word/header1.xml", _runs),
    "footers": ("word/footer1.xml", _runs),
    "notes": ("word/footnotes.xml", _runs),
    "comments": ("word/comments.xml", _runs),
    "instructions of fields": (_MAIN, _code),
    "results of fields": (_MAIN, _result),
    "names of bookmarks": (_MAIN, _element('<w:bookmarkStart w:name="{}"/>')),
    "alternative text": (_MAIN, _element('<wp:docPr descr="{}"/>')),
    "links": (_MAIN, _element('<w:hyperlink w:tooltip="{}"/>')),
    "targets of links": (_RELATED, _relationship(_HYPERLINK)),
    "targets of relationships": (_RELATED, _relationship("urn:canary")),
    "names of styles": ("word/styles.xml", _element('<w:style w:styleId="canary"><w:name w:val="{}"/></w:style>')),
    "document variables": (_SETTINGS, _element('<w:docVar w:name="canary" w:val="{}"/>')),
    "properties": ("docProps/core.xml", _element("<subject>{}</subject>")),
    "custom XML": ("customXml/item1.xml", _element("<text>{}</text>")),
    "other texts": (_MAIN, _element("<text>{}</text>")),
    "attributes": (_MAIN, _element('<element attribute="{}"/>')),
    "comments in the XML": (_MAIN, lambda first, second: f"<!-- {first}\xad{second} -->"),
}
#: Each surface that is seeded by members of their own, with their names from the two halves of its canary.
MEMBERS: Mapping[str, Callable[[str, str], tuple[str, ...]]] = {
    "names of members": lambda first, second: (f"word/{first}{second}/member.bin",),
    "names of media": lambda first, second: (f"word/media/{first}-{second}.bin",),
    "order of members": lambda first, second: (f"word/{first}.bin", f"word/{second}.bin"),
    "metadata of media": lambda *_: ("word/media/canary.png",),
    "other parts": lambda *_: ("word/embedded.bin",),
}
