"""Filled: record forms as they come back, made from released ones by writing into their lines, or by worse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from tests.building import PACKS, TEMPLATES, make_packs, write_case

from briefpack.packs.orders import Order

Element = etree._Element
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
BODY, STYLES, RELATIONS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"

CASE = """\
sensitivity: shared
id: river-talks
title: River Talks
version: "{version}"
date_of_information: 2024-03-01
actors:
  - {{id: clerk, name: Clerk of the weir, kind: team, sensitivity: team_only}}
  - {{id: miller, name: A miller, kind: individual, alias: heron, sensitivity: team_only}}
"""
COORDINATION = """\
sensitivity: shared
commitments:
  - {by: track_ii, what: A list of the mills, due: 2024-04-02}
  - {by: track_i, what: No tax this year, state: kept}
"""
ENGAGEMENTS = """\
sensitivity: shared
track_i:
  - {id: call, title: Call on the mill, date: 2024-03-20, listen_for: [Who opens the sluice]}
track_ii:
  - {id: day, title: Day at the weir, listen_for: [Who opens the sluice]}
"""
SESSION = """\
sensitivity: shared
track_ii:
  - id: day
    title: Day at the weir
    date: 2024-03-20
    activity: mills
    theirs:
      - {role: Four millers, party: north}
      - {role: Their clerks, party: north}
      - {role: Boatmen, party: south}
      - {role: A guest}
    passed_on: [{what: The agreed page, to: Officials}]
"""
ASSESSMENT = "sensitivity: shared\nparties: [{id: north, name: North bank}, {id: south, name: South bank}]\n"
PLANNING = "sensitivity: shared\nactivities: [{id: mills, title: Mill meetings, track: ii}]\n"
IMPLEMENTATION = "sensitivity: shared\noutputs: [{id: day_1, text: An older page}]\n"
REGISTRY = "people:\n  heron: {name: Ottoline Garrow, spellings: [Orrelby, Tia Voo]}\n"


def river_case(parent: Path, version: str = "0.1") -> Path:
    """Return a small case with a meeting of officials, a day of convenors, and somebody in its registry."""
    files = {"coordination": COORDINATION, "engagements": ENGAGEMENTS, "registry": REGISTRY}
    return write_case(parent, case=CASE.format(version=version), **files)


def session_case(parent: Path, more: str = "") -> Path:
    """Return the same case with a session of an activity, whose roles and whose page that may leave the room it has.

    Its form has all rows; with one line `more` of the session it would be long, and lack some.
    """
    texts = {
        "coordination": COORDINATION,
        "engagements": SESSION + more,
        "registry": REGISTRY,
        "assessment": ASSESSMENT,
    }
    texts |= {"assessment": ASSESSMENT, "planning": PLANNING, "implementation": IMPLEMENTATION}
    return write_case(parent, case=CASE.format(version="0.1"), **texts)


def released(
    case: Path, outputs: Path, house: str = "default", templates: Path = TEMPLATES, language: str = "en"
) -> dict[str, bytes]:
    """Return the record forms of a case by audience, after its packs were put into a folder."""
    files = make_packs(Order(case, templates, house, PACKS, (language,)))
    for name, data in files.items():
        (outputs / name).parent.mkdir(parents=True, exist_ok=True)
        (outputs / name).write_bytes(data)
    forms = {audience: f"{case.name}.{audience}.{language}.record.1.docx" for audience in PACKS}
    return {audience: files[name] for audience, name in forms.items() if name in files}


def parts(word: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with ZipFile(BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Return parts as a Word file."""
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def edited(word: bytes, edit: Callable[[Element], object], part: str = BODY) -> bytes:
    """Return a Word file with a part of it edited."""
    members = parts(word)
    root = etree.fromstring(members[part])
    edit(root)
    return zipped({**members, part: etree.tostring(root)})


def controls(root: Element, purpose: str) -> Sequence[Element]:
    """Return the fields of a form for one purpose, by their names."""
    found = root.iter(f"{W}sdt")
    return [one for one in found if one.find(f"{W}sdtPr/{W}tag").get(f"{W}val").endswith(f"_{purpose}")]


def fill(word: bytes, **texts: str | Sequence[str]) -> bytes:
    """Return a form with texts written into the fields for each purpose, one after another."""

    def write(root: Element) -> None:
        for purpose, some in texts.items():
            every = [some] if isinstance(some, str) else some
            for control, text in zip(controls(root, purpose), every, strict=False):
                control.find(f"{W}sdtContent/{W}r/{W}t").text = text
                control.find(f"{W}sdtPr").remove(control.find(f"{W}sdtPr/{W}showingPlcHdr"))

    return edited(word, write)


def made(xml: str) -> list[Element]:
    """Return elements of Word from their source."""
    names = f'xmlns:w="{WORD}" xmlns:mc="urn:mc" xmlns:a="urn:a"'
    return list(etree.fromstring(f"<x {names}>{xml}</x>"))
