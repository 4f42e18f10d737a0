"""Form lines: what a released form asks on which line, as digests that a form that comes back is held against.

A digest says whether a text is one of the form, and cannot be read. So it may be kept when the form itself is gone, and
all that is ever told of a line stands in the form that came back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from briefpack.forms.reading import FilledForm

_LENGTH = 20


@dataclass(frozen=True)
class FormLine:
    """One line of a released form: what it is for, its row, and the digest of the words in that row."""

    purpose: str
    row: int
    words: str


@dataclass(frozen=True)
class FormLines:
    """The lines of a released form by number, and the digest of each paragraph beside them."""

    lines: Mapping[int, FormLine]
    beside: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Return them as what a file of JSON can hold."""
        lines = {str(number): [one.purpose, one.row, one.words] for number, one in self.lines.items()}
        return {"lines": lines, "beside": list(self.beside)}

    def own(self, form: FilledForm) -> tuple[str, ...]:
        """Return the paragraphs of a form that came back which the released one has, too."""
        return tuple(text for text in form.beside if digest_of(text) in self.beside)


def lines_of(form: FilledForm) -> FormLines:
    """Return the lines of a form that was released."""
    lines = {one.number: FormLine(one.purpose, one.row, digest_of(form.rows.get(one.row, ""))) for one in form.fields}
    return FormLines(lines, tuple(map(digest_of, form.beside)))


def lines_of_data(data: Any) -> FormLines | None:
    """Return the lines that were kept in a file of JSON, or None where that cannot be read."""
    try:
        lines = {
            int(number): FormLine(str(purpose), int(row), str(words))
            for number, (purpose, row, words) in data["lines"].items()
        }
        return FormLines(lines, tuple(map(str, data["beside"])))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def digest_of(text: str) -> str:
    """Return the digest of a text of a form."""
    return sha256(text.encode()).hexdigest()[:_LENGTH]
