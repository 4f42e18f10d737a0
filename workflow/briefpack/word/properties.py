"""Document properties: the few facts that a file may say about itself."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from briefpack.word.front_matter import FrontMatter
from briefpack.word.xml import DECLARATION

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

LONGEST = 255
"""The longest property that Word accepts, in characters."""


def write_properties(package: Package, front: FrontMatter, title: str, organisation: str) -> None:
    """Return the package its title, organisation, language and a date that no clock made; nothing else."""
    core = etree.Element(
        f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DUBLIN_CORE, "dcterms": TERMS, "xsi": INSTANCE}
    )
    dublin = {"title": title, "creator": organisation, "language": front.language}
    for name, text in dublin.items():
        if text:
            etree.SubElement(core, f"{{{DUBLIN_CORE}}}{name}").text = text[:LONGEST]
    for name in ("created", "modified"):
        moment = etree.SubElement(core, f"{{{TERMS}}}{name}", {f"{{{INSTANCE}}}type": "dcterms:W3CDTF"})
        moment.text = f"{front.day}T00:00:00Z"
    blob = DECLARATION + etree.tostring(core, encoding="UTF-8")
    part = Part(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
