"""Facts: what the index says of a pack beside its names and its state; the receipt of the pack keeps it.

All of it stands in the views of both readers, so that nothing can be told from the index that one of them may not see.
Only the mark is the pack's own: how a pack is handled is a rule of its case. What both readers saw in other documents
than those of today is not known: since then a value may have been closed to one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from briefpack.files.receipts import Receipt

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True)
class Facts:
    """What is known of a pack; what the two views do not agree on is empty.

    `documents` is the digest of the documents of its case that all this comes from. `date` is that of information and
    `due` that of the next deadline, as they were typed, `due_for` what is due then. `house` and `language` are the
    names of its house style and language; `height` ranks its `mark`, from 0.
    """

    documents: str
    title: str = ""
    version: str = ""
    date: str = ""
    due: str = ""
    due_for: str = ""
    house: str = ""
    language: str = ""
    mark: str = ""
    height: int = 0

    def data(self) -> dict[str, str | int]:
        """Return the facts as a receipt keeps them."""
        return asdict(self)

    def texts(self) -> Iterator[str]:
        """Return each text that the index may say because of these facts, dates as typed and in words."""
        yield from (self.title, self.version, self.house, self.date, in_words(self.date), self.mark)
        yield from (self.due, in_words(self.due), self.due_for, self.language)


#: What is true of a pack as it lies there, whatever its case has become.
_OF_THE_PACK = frozenset({"house", "language", "mark", "height"})


def facts_of(receipt: Receipt | None, documents: str) -> Facts:
    """Return what a receipt keeps for the index; of other documents than these, what is true of the pack itself."""
    told = receipt.shown if receipt else {}
    is_known = told.get("documents") == documents
    known = {name: value for name, value in told.items() if is_known or name in _OF_THE_PACK}
    return Facts(documents, **{one.name: _as_typed(known, one.name, one.default) for one in fields(Facts)[1:]})


def _as_typed(told: Mapping[str, Any], name: str, default: object) -> Any:
    value = told.get(name, default)
    return value if isinstance(value, int if name == "height" else str) else default


def in_words(date: str) -> str:
    """Return a date of a case in English words, such as `1 March 2024`, or `before May 2024`."""
    return _ISO.sub(lambda found: _of_parts(*found.groups()), date).replace("/", " to ")


def _of_parts(year: str, month: str | None, day: str | None) -> str:
    words = [str(int(day))] if day else []
    return " ".join([*words, _MONTHS[int(month) - 1], year] if month else [year])


def day_of(date: str) -> str:
    """Return what a date is sorted by: its year, month and day, as far as they are known."""
    found = _ISO.search(date)
    return found[0] if found else ""
