"""Archive surfaces: what the zip file of a Word pack tells around its parts: names, order, times, comments, extras."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefpack.gate.media_surfaces import printable

_EPOCH = (1980, 1, 1, 0, 0, 0)
#: Where the lengths of a member's name and extra field stand before it, and where these begin (APPNOTE, 4.3.7).
_LENGTHS, _NAME = 26, 30


@dataclass(frozen=True)
class WordArchive:
    """A Word file opened: its bytes, its zip entries in order, and its parts by name."""

    data: bytes
    comment: bytes
    entries: tuple[zipfile.ZipInfo, ...]
    parts: Mapping[str, bytes]


# The finished file is opened to put canaries into a copy of it, and to be searched itself.
@lru_cache(maxsize=2)
def opened(data: bytes) -> WordArchive | None:
    """Return the bytes of a Word file opened, or None where they are no whole zip file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = tuple(archive.infolist())
            return WordArchive(
                data, archive.comment, entries, {entry.filename: archive.read(entry) for entry in entries}
            )
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return None


def _member_names(package: WordArchive) -> Iterator[str]:
    yield from (entry.filename for entry in package.entries)


def _media_names(package: WordArchive) -> Iterator[str]:
    yield from (entry.filename.rpartition("/")[2] for entry in package.entries if "media/" in entry.filename)


def _member_order(package: WordArchive) -> Iterator[str]:
    """Return what the names of the members spell in the order in which they are stored."""
    yield from (entry.filename.rpartition("/")[2].partition(".")[0] for entry in package.entries)


def _member_times(package: WordArchive) -> Iterator[str]:
    moments = {entry.date_time for entry in package.entries} - {_EPOCH}
    yield from ("{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*moment) for moment in sorted(moments))


def _comments(package: WordArchive) -> Iterator[str]:
    """Return the comments of the file and of each member, and whatever stands before or between the members."""
    for comment in (package.comment, *(entry.comment for entry in package.entries)):
        yield comment.decode("utf-8", "replace")
    end = 0
    for entry in sorted(package.entries, key=lambda entry: entry.header_offset):
        yield from printable(package.data[end : entry.header_offset])
        name, extra = struct.unpack_from("<HH", package.data, entry.header_offset + _LENGTHS)
        end = entry.header_offset + _NAME + name + extra + entry.compress_size


def _extra_fields(package: WordArchive) -> Iterator[str]:
    """Return the extra fields of each member, from the directory and from before the member itself."""
    for entry in package.entries:
        name, extra = struct.unpack_from("<HH", package.data, entry.header_offset + _LENGTHS)
        start = entry.header_offset + _NAME
        local = package.data[start + name : start + name + extra]
        yield from printable(entry.extra)
        yield from printable(local)
        stored = package.data[start : start + name].decode("utf-8", "replace")
        if stored != entry.filename:
            yield stored


#: Each surface of the zip file around the parts, with its reader.
ARCHIVE: dict[str, Callable[[WordArchive], Iterable[str]]] = {
    "names of members": _member_names,
    "names of media": _media_names,
    "order of members": _member_order,
    "times of members": _member_times,
    "comments of the zip file": _comments,
    "extra fields of the zip file": _extra_fields,
}
