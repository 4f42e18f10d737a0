"""Letterheads: what the tests of them share: a house with a template, and what its packs bear."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image, PngImagePlugin
from tests.building import TEMPLATES, TEN_LINES, make_packs, write_case

from briefpack.adoption import adopt
from briefpack.adoption.letterhead import LetterPart
from briefpack.packs.orders import Order

BASE = (TEMPLATES / "base" / "style.docx").read_bytes()


def png(colour: str = "navy", size: tuple[int, int] = (60, 20), said: str = "") -> bytes:
    """Return a picture of one colour, with words that its file says beside it."""
    stream, info = BytesIO(), PngImagePlugin.PngInfo()
    info.add_text("Author", said)
    Image.new("RGB", size, colour).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def parts_of(template: bytes) -> dict[str, LetterPart]:
    """Return the parts of a template's letterhead by name."""
    return {part.name: part for part in adopt(template, BASE).letterhead}


def texts_of(part: LetterPart) -> list[str]:
    """Return the words of a part, line by line."""
    return [line.words for line in part.lines]


def house(folder: Path, template: bytes | None, settings: str = "", files: Mapping[str, bytes] | None = None) -> Path:
    """Return a library with a house that has this template and these settings beside its name."""
    library = folder / "templates"
    if not library.exists():
        shutil.copytree(TEMPLATES / "base", library / "base")
    own = library / "house"
    own.mkdir(exist_ok=True)
    (own / "organisation.yaml").write_text(f"name: The House\n{settings}", encoding="utf-8")
    for name, data in {**({"style.docx": template} if template else {}), **(files or {})}.items():
        (own / name).write_bytes(data)
    return library


def confirming(template: bytes, *names: str) -> str:
    """Return the settings that confirm the parts of a template of these names, or all."""
    found = [part.confirmation for name, part in parts_of(template).items() if not names or name in names]
    return "letterhead:\n  confirmed:\n" + "".join(f"    - {one}\n" for one in found)


def pack_of(folder: Path, library: Path, audience: str = "track-i", case: str = TEN_LINES, **files: str) -> bytes:
    """Return the Word pack of a small case in the house."""
    if not (folder / "river-talks").exists():
        write_case(folder, case=case, **files)
    made = make_packs(Order(folder / "river-talks", library, "house", (audience,), ("en",)))  # type: ignore[arg-type]
    return made[f"river-talks.{audience}.en.docx"]


def markdown_of(folder: Path) -> bytes:
    """Return the Markdown pack beside that which `pack_of` made in a folder."""
    made = make_packs(Order(folder / "river-talks", folder / "templates", "house", ("track-i",), ("en",)))
    return made["river-talks.track-i.en.md"]


def furniture(pack: bytes) -> dict[str, list[str]]:
    """Return the lines of each header and footer of a pack, by names such as `first header`."""
    archive = ZipFile(BytesIO(pack))
    document, links = (archive.read(f"word/{name}").decode() for name in ("document.xml", "_rels/document.xml.rels"))
    targets = dict(re.findall(r'Id="(\w+)"[^>]*Target="([^"]+)"', links))
    found = re.findall(r'<w:(header|footer)Reference w:type="(\w+)" r:id="(\w+)"', document)
    return {f"{of} {kind}": _lines(archive.read(f"word/{targets[key]}").decode()) for kind, of, key in reversed(found)}


_SHOWN = re.compile(r'<w:t xml:space="preserve">([^<]*)</w:t>|<w:(drawing)>|<w:(tab)/>')


def _lines(part: str) -> list[str]:
    """Return the paragraphs of a part, with signs for tabs and pictures."""
    found = (_SHOWN.findall(each) for each in re.findall("<w:p>.*?</w:p>", part))
    return ["".join(words or ("[picture]" if drawn else "|") for words, drawn, _ in each) for each in found]


def respelt(pack: bytes, part: str, old: str, new: str) -> bytes:
    """Return a pack with one change in one part."""
    archive, stream = ZipFile(BytesIO(pack)), BytesIO()
    assert old.encode() in archive.read(part)
    with ZipFile(stream, "w", ZIP_DEFLATED) as changed:
        for member in archive.infolist():
            data = archive.read(member)
            changed.writestr(member, data.replace(old.encode(), new.encode()) if member.filename == part else data)
    return stream.getvalue()


def everything(pack: bytes) -> bytes:
    """Return all that stands in the parts of a pack."""
    archive = ZipFile(BytesIO(pack))
    return b"\n".join(archive.read(name) for name in archive.namelist())
