"""Records: what each released pack showed, so that it can be compared with what the case shows today.

A record lies beside the notes of recalls, and holds digests and numbers of people. It holds nothing that the audience
of the pack may not see. Beside it stand the lines of the record forms of the pack, as digests too: a form may come
back after a later build.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefpack.disclosure.traces import Trace
from briefpack.files.writing import read_bytes

#: The pack on disk, and the one that is about to take its place.
_KEPT = 2
#: Of one meeting, the forms that may still come back.
_KEPT_FORMS = 20
#: What the name of a record ends in.
_ENDING = ".shown.json"
_LENGTH = 20


@dataclass(frozen=True)
class Record:
    """What one released pack showed: a digest of each value with its name, and each number of people by a digest.

    `marks` are the marks with which it was released, by scheme; None if the record does not say them.
    """

    shown: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[str, str | None] | None = None

    def holds(self, trace: Trace) -> bool:
        """Return whether the pack showed exactly this value."""
        return _of_value(trace) in self.shown

    def number(self, name: str) -> int | None:
        """Return the number of people that the pack showed under a name of the case, if any."""
        return self.numbers.get(_digest(name))


@dataclass(frozen=True)
class KeptForm:
    """A record form that was released: its digest, its number in its pack, and its lines as they can be kept."""

    digest: str
    number: int
    lines: Any


def record_of(traces: Iterable[Trace], marks: Mapping[str, str | None]) -> Record:
    """Return the record of what a view holds, and of its marks."""
    every = list(traces)
    numbers = {_digest(trace.name): trace.number for trace in every if trace.of_people}
    return Record(frozenset(map(_of_value, every)), numbers, marks)


def record_file(recalls: Path, organisation: str, pack: str) -> Path:
    """Return the place of the record of a pack, such as `.recalls/default/harbour-talks.track-i.en.shown.json`."""
    return recalls / organisation / f"{pack}{_ENDING}"


def records_in(recalls: Path) -> Iterator[tuple[str, str, Path]]:
    """Return the organisation and the pack of each record, with its file, in order."""
    for file in sorted(recalls.glob(f"*/*{_ENDING}")):
        yield file.parent.name, file.name.removesuffix(_ENDING), file


def read_record(file: Path, markdown: bytes) -> Record | None:
    """Return what the released pack with this Markdown showed, or None where no record of it can be read."""
    entry = _read(file).get(sha256(markdown).hexdigest())
    return None if entry is None else Record(frozenset(entry["shown"]), entry["numbers"], entry["marks"])


def kept_forms(file: Path) -> list[KeptForm]:
    """Return the forms that a file of records has, oldest first; a file that cannot be read has none."""
    try:
        every = json.loads(read_bytes(file))["forms"] if file.is_file() else []
        return [KeptForm(str(one["digest"]), int(one["number"]), one["lines"]) for one in every]
    except (ValueError, KeyError, TypeError):
        return []


def with_record(file: Path, markdown: bytes, record: Record, forms: Sequence[KeptForm] = ()) -> bytes:
    """Return the records in a file with one added for a pack that is about to be released, and with its forms.

    The oldest of each are dropped.
    """
    mine = sha256(markdown).hexdigest()
    others = [(name, entry) for name, entry in _read(file).items() if name != mine]
    numbers = dict(sorted(record.numbers.items()))
    entry = {"shown": sorted(record.shown), "numbers": numbers, "marks": record.marks}
    kept = dict([*others[1 - _KEPT :], (mine, entry)])
    whole = {"shown": kept, "forms": [asdict(one) for one in _still_kept([*kept_forms(file), *forms])]}
    return (json.dumps(whole) + "\n").encode()


def _still_kept(every: Sequence[KeptForm]) -> list[KeptForm]:
    """Return forms, oldest first, without those that stand there again later and the oldest of each meeting."""
    newest = {one.digest: one for one in reversed(every)}.values()
    times: Counter[int] = Counter()
    kept = []
    for one in newest:
        times[one.number] += 1
        kept += [one] if times[one.number] <= _KEPT_FORMS else []
    return kept[::-1]


def _read(file: Path) -> dict[str, dict[str, Any]]:
    """Return the entry of each pack, by the digest of its Markdown; a file that cannot be read has none."""
    if not file.is_file():
        return {}
    try:
        entries = json.loads(read_bytes(file))["shown"]
        return {
            str(name): {
                "shown": list(one["shown"]),
                "numbers": dict(one["numbers"]),
                "marks": dict(one["marks"]) if one.get("marks") is not None else None,
            }
            for name, one in entries.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _of_value(trace: Trace) -> str:
    return _digest(f"{trace.name}\n{trace.text}")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_LENGTH]
