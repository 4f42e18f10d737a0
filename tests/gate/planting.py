"""Planting: a finished pack with a text put somewhere in it, by means that share nothing with the gate's own."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.building import shipped_packs

from briefpack.gate.surfaces import Finished
from briefpack.gate.term import term
from briefpack.gate.terms import Sought
from briefpack.gate.verdict import leaks, told

CASE, AUDIENCE = "harbour-talks", "track-i"
STEM = f"{CASE}.{AUDIENCE}.en"
NAME = "Tamsel Orrelby"
ORIGIN = "a planted name"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pack() -> dict[str, bytes]:
    """Return the finished files of one pack by name."""
    return {name: data for name, data in shipped_packs(CASE).items() if name.startswith(STEM)}


def found(finished: Finished, *names: str) -> list[str]:
    """Return what the gate says of names in finished files, of each text that holds one by itself."""
    terms = tuple(one for name in names or (NAME,) if (one := term(name, ORIGIN)))
    return [str(problem) for leak in leaks(finished, Sought(terms)) for problem in told([leak])]


def word(change: Callable[[dict[str, bytes]], None]) -> Finished:
    """Return the pack with changed parts in its Word file."""
    return with_word(lambda parts: zipped(changed(parts, change)))


def changed(parts: dict[str, bytes], change: Callable[[dict[str, bytes]], None]) -> dict[str, bytes]:
    """Return parts after a change."""
    change(parts)
    return parts


def with_word(make: Callable[[dict[str, bytes]], bytes]) -> Finished:
    """Return the pack with another Word file, made of the parts of its own."""
    files = pack()
    with zipfile.ZipFile(io.BytesIO(files[f"{STEM}.docx"])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return Finished(files | {f"{STEM}.docx": make(parts)})


def zipped(
    parts: Mapping[str, bytes], *, comment: str = "", extra: str = "", said: str = "", moment: tuple[int, ...] = ()
) -> bytes:
    """Return a zip file of parts; comments, an extra field and a moment go to the file and to its first member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = comment.encode()
        for number, (name, data) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name, moment if moment and not number else (1980, 1, 1, 0, 0, 0))  # type: ignore[arg-type]
            if not number:
                entry.comment = said.encode()
                content = extra.encode()
                entry.extra = struct.pack("<HH", 0xBEEF, len(content)) + content if extra else b""
            archive.writestr(entry, data)
    return stream.getvalue()


def into(part: str, xml: str, before: str) -> Finished:
    """Return the pack with XML put into a part of its Word file, before the last of some other XML."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        at = text.rindex(before)
        parts[part] = (text[:at] + xml + text[at:]).encode()

    return word(change)


def new_part(name: str, data: str | bytes) -> Finished:
    """Return the pack with one more part in its Word file."""
    return word(lambda parts: parts.update({name: data.encode() if isinstance(data, str) else data}))


def markdown(text: str) -> Finished:
    """Return the pack with something at the end of its Markdown."""
    files = pack()
    files[f"{STEM}.md"] += text.encode()
    return Finished(files)


def file(name: str, data: bytes = b"") -> Finished:
    """Return the pack with one more file."""
    return Finished(pack() | {name: data})


def png(kind: bytes, content: bytes, *, after: bytes = b"") -> bytes:
    """Return a PNG file with a chunk of metadata, and with something after its end."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    return b"\x89PNG\r\n\x1a\n" + chunk(kind, content) + chunk(b"IEND", b"") + after
