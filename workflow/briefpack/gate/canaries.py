"""Canaries: made-up words put on every surface of a copy of finished files, which the gate must find there again.

Each is disguised as a name could be: in capitals, with an accent, split by an invisible sign, and where the surface has
runs, lines or members, over two of them.
"""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from urllib.parse import quote

from briefpack import pack_files
from briefpack.gate.archive_surfaces import opened
from briefpack.gate.surfaces import BESIDE, DRAWN, FILE_NAMES, FOLDERS, MANIFEST, MEDIA_NAMES, METADATA, OTHER, Finished
from briefpack.gate.term import Fit, Term
from briefpack.gate.word_seeds import MEMBERS, SEEDS, added
from briefpack.gate.words import words_of

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOMENT = (2001, 2, 3, 4, 5, 6)
_TIMES, _COMMENTS, _EXTRA = "times of members", "comments of the zip file", "extra fields of the zip file"
#: The ways in which most terms are searched for; canaries use them in turn.
_FITS: tuple[Fit, ...] = ("ends", "grown", "anywhere")


def canary(surface: str) -> str:
    """Return the word that stands for a surface: the same every time, and in no language."""
    digest = hashlib.sha256(surface.encode()).digest()
    return "zq" + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:14]) + "e"


def disguised(surface: str) -> str:
    """Return the word of a surface as it is written there: in capitals, split by a soft hyphen, with an accent."""
    word = canary(surface)
    return f"{word[:6].upper()}\xad{word[6:-1]}\xe9"


def ways() -> tuple[str, tuple[Term, ...]]:
    """Return a text with a word for each of the other ways in which terms are looked for, and those terms."""
    words, piece, near, part, dotted, month = map(canary, ("words", "piece", "near", "part", "dotted", "month"))
    capital = canary("capital").capitalize()
    return (
        f"{words} and {piece} {piece}, and {near} with {part}, 3 to 5 {month}, f67898765, {capital}, and {dotted}.",
        (
            Term((words,), "words", "words"),
            Term((dotted,), "dotted", "dotted"),
            Term((piece, piece), "piece", "piece"),
            Term((piece, piece), "yearless", "yearless"),
            Term(("3", month), "yearless", "range"),
            Term(("67898765",), "digits", "digits"),
            Term(words_of(capital), "capital", "capital"),
            Term((near,), "ends", "near", near=Term((part,), "words", ""), within=2),
        ),
    )


def seeded(finished: Finished) -> tuple[Finished, Mapping[str, Term]]:
    """Return a copy of finished files with a canary on each of their surfaces, and the canaries by surface."""
    wanted: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for name, data in finished.files.items():
        kind = next((suffix for suffix in _SEEDERS if name.endswith(suffix)), None)
        files[name] = _SEEDERS[kind](data, wanted) if kind else data
    for surface in (FILE_NAMES, MEDIA_NAMES, METADATA, OTHER, DRAWN, BESIDE, FOLDERS):
        wanted[surface] = disguised(surface)
    files[f"{wanted[FILE_NAMES]}/{wanted[MEDIA_NAMES]}.png"] = _picture(wanted[METADATA])
    files["other.txt"] = wanted[OTHER].encode()
    drawn = {**finished.drawn, "drawn.png": tuple(wanted[DRAWN].split("\xad"))}
    canaries = {surface: _term(surface, text) for surface, text in wanted.items()}
    beside = {**finished.beside, "index.html": f"<p>{wanted[BESIDE]}</p>".encode()}
    folders = {**finished.folders, "canaries": "/".join(wanted[FOLDERS].split("\xad"))}
    return Finished(files, drawn, finished.folder, beside, folders, finished.counts), canaries


def _term(surface: str, text: str) -> Term:
    """Return the canary of a surface as it is looked for."""
    if surface == FOLDERS:
        return Term(canary_halves(surface), "words", f"the canary of {surface}")
    word = text if surface == _TIMES else canary(surface)
    return Term(words_of(word), _FITS[len(surface) % len(_FITS)], f"the canary of {surface}")


def _picture(text: str) -> bytes:
    """Return a PNG file without a dot that says a text in its metadata, compressed."""
    content = b"Comment\0\0" + zlib.compress(text.encode("latin-1"))
    chunk = struct.pack(">I", len(content)) + b"zTXt" + content + struct.pack(">I", zlib.crc32(b"zTXt" + content))
    return b"\x89PNG\r\n\x1a\n" + chunk


def _word(data: bytes, wanted: dict[str, str]) -> bytes:
    """Return a Word file with a canary in each of its parts, in its zip directory, and around both."""
    package = opened(data)
    if package is None:
        return data
    wanted |= {surface: disguised(surface) for surface in (*SEEDS, *MEMBERS, _COMMENTS, _EXTRA)}
    wanted[_TIMES] = "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*_MOMENT)
    parts = dict(package.parts)
    for surface, (part, xml) in SEEDS.items():
        parts[part] = added(parts.get(part), xml(*wanted[surface].split("\xad")))
    for surface, names in MEMBERS.items():
        content = _picture(wanted[surface]) if surface == "metadata of media" else wanted[surface].encode("utf-16-le")
        parts |= dict.fromkeys(names(*canary_halves(surface)), content)
    return _zipped(parts, wanted)


def canary_halves(surface: str) -> tuple[str, str]:
    """Return the word of a surface in two halves."""
    word = canary(surface)
    return word[:6], word[6:]


def _zipped(parts: Mapping[str, bytes], wanted: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    extra = wanted[_EXTRA].encode()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = wanted[_COMMENTS].encode()
        for number, (name, data) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0) if number else _MOMENT)
            entry.extra = b"" if number else struct.pack("<HH", 0xCAFE, len(extra)) + extra
            archive.writestr(entry, data)
    return stream.getvalue()


def _markdown(data: bytes, wanted: dict[str, str]) -> bytes:
    """Return a Markdown file with a canary in its text, its front matter, a target, a description and a comment."""
    kinds = ("text", "front matter", "link targets", "alternative text", "comments")
    here = {kind: disguised(f"Markdown {kind}") for kind in kinds}
    wanted |= {f"Markdown {kind}": text for kind, text in here.items()}
    line = f"canary: {json.dumps(here['front matter'])}"
    source = data.decode("utf-8")
    front = source.removeprefix("---\n") if source.startswith("---\n") else f"---\n{source}"
    first, second = here["text"].split("\xad")
    more = (
        f"*{first}*-\n{second}",
        f"[link](https://example.org/{quote(here['link targets'])})",
        f"![{here['alternative text']}](picture.png)",
        f"<!-- {here['comments']} -->",
    )
    return "\n\n".join((f"---\n{line}\n{front}", *more)).encode()


def _manifest(data: bytes, wanted: dict[str, str]) -> bytes:
    wanted[MANIFEST] = disguised(MANIFEST)
    return json.dumps({**json.loads(data), "canary": wanted[MANIFEST]}).encode()


_SEEDERS: Mapping[str, Callable[[bytes, dict[str, str]], bytes]] = {
    pack_files.WORD: _word,
    pack_files.MARKDOWN: _markdown,
    pack_files.MANIFEST: _manifest,
}
