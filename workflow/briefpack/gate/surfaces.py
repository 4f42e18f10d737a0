"""Surfaces: finished files as all the texts that are in them, each with the surface and the place where it stands."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from briefpack import pack_files
from briefpack.gate.archive_surfaces import opened
from briefpack.gate.markdown_surfaces import MARKDOWN
from briefpack.gate.media_surfaces import metadata, printable
from briefpack.gate.word_surfaces import word_texts

FILE_NAMES = "names of files and folders"
MEDIA_NAMES = "names of pictures"
DRAWN = "words in pictures"
METADATA = "metadata of pictures"
MANIFEST = "manifest"
OTHER = "other files"
BESIDE = "what the build writes beside packs"
FOLDERS = "folders that the build was given"
_TAG = re.compile(r"<[^>]*>")
#: The digest behind the name of a file.
_DIGEST = re.compile(rb'(\.[a-z]+": ")[0-9a-f]{64}(?=")')
_CODED = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")


@dataclass(frozen=True)
class SurfaceText:
    """The texts of one surface in one file, and which part of it; `counted` is what the pieces are, if anything.

    A piece is a paragraph, a line, a name, or a value; a term may lie in several that follow one another.
    """

    surface: str
    file: str
    pieces: tuple[str, ...]
    counted: str = ""
    part: str = ""


@dataclass(frozen=True)
class Finished:
    """Finished files by their names, the words that are drawn in each picture among them, and where they will lie.

    `folder` is that of the files under the outputs, as in `organisation/case`; `beside` is what the build writes of
    them elsewhere, by where that is, and `folders` are those that it works in, by what they are for. `counts` is what
    their manifest counts beside.
    """

    files: Mapping[str, bytes]
    drawn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folder: str = ""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def texts(finished: Finished) -> Iterator[SurfaceText]:
    """Return every text of finished files: in them, in their names, in their pictures, and in what lies beside them."""
    yield SurfaceText(FILE_NAMES, "the files", tuple(map(plain_name, (finished.folder, *finished.files))))
    for name, words in finished.drawn.items():
        yield SurfaceText(DRAWN, name, words)
    for name, data in finished.files.items():
        yield from texts_of(name, data)
    for name, data in finished.beside.items():
        yield SurfaceText(BESIDE, name, tuple(_readings(data)))
    for what, folder in finished.folders.items():
        yield SurfaceText(FOLDERS, f"the folder of {what}", (plain_name(folder),))


def texts_of(name: str, data: bytes) -> Iterator[SurfaceText]:
    """Return every text of one file of any kind."""
    kind = next((suffix for suffix in READERS if name.endswith(suffix)), "")
    for text in READERS[kind](name, data):
        if text.pieces:
            yield text


def plain_name(name: str) -> str:
    """Return a file's name with what is coded in it, as Snakemake codes the names of files in those of its own."""
    return "\n".join((name, unquote(name), *_decoded(name.rpartition("/")[2])))


def _word(name: str, data: bytes) -> Iterator[SurfaceText]:
    package = opened(data)
    if package is None:
        yield from _other(name, data)
        return
    for surface, part, pieces, counted in word_texts(package):
        yield SurfaceText(surface, name, tuple(pieces), counted, part)


def _markdown(name: str, data: bytes) -> Iterator[SurfaceText]:
    source = data.decode("utf-8", "replace")
    for surface, (read, counted) in MARKDOWN.items():
        yield SurfaceText(surface, name, tuple(read(source)), counted)


def _picture(name: str, data: bytes) -> Iterator[SurfaceText]:
    yield SurfaceText(MEDIA_NAMES, name, (name.rpartition("/")[2],))
    yield SurfaceText(METADATA, name, tuple(metadata(data)))


def _manifest(name: str, data: bytes) -> Iterator[SurfaceText]:
    # A digest tells nothing but the file that it is of, and holds the numbers of some day by chance: 300624.
    yield SurfaceText(MANIFEST, name, tuple(_readings(_DIGEST.sub(rb"\1", data))))


def _other(name: str, data: bytes) -> Iterator[SurfaceText]:
    yield SurfaceText(OTHER, name, tuple(_readings(data)))


def _readings(data: bytes) -> Iterable[str]:
    """Return a file of any kind as it stands, without its markup, and with what is coded in it decoded."""
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError:
        return printable(data)
    bare = html.unescape(_TAG.sub(" ", source))
    unicode_escapes = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), source)
    readings = dict.fromkeys((source, bare, unquote(source), unicode_escapes))
    return (*readings, *_decoded(source))


def _decoded(source: str) -> Iterator[str]:
    """Return what stands in a text in base 64, compressed or not, where that is a text again."""
    for match in _CODED.finditer(source):
        coded = match[0].rstrip("=")
        try:
            data = base64.b64decode(coded + "=" * (-len(coded) % 4), altchars=b"-_" if {*"-_"} & {*coded} else None)
            data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            yield data.decode("utf-8")
        except (binascii.Error, UnicodeDecodeError, OSError, EOFError, zlib.error):
            continue


Reader = Callable[[str, bytes], Iterator[SurfaceText]]
#: The reader of each kind of file, by the end of its name; the last is for all others.
READERS: dict[str, Reader] = {
    pack_files.WORD: _word,
    pack_files.MARKDOWN: _markdown,
    ".png": _picture,
    pack_files.MANIFEST: _manifest,
    "": _other,
}
