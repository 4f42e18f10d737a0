"""Telling: what a person has to know of a form that came back beside what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefpack.forms.form_lines import FormLines, digest_of
from briefpack.forms.opening import ReturnedFile
from briefpack.forms.reading import FilledForm
from briefpack.forms.record_items import FormRecord
from briefpack.forms.sections import placed_fields

_NOT_KNOWN = (
    "nobody can tell whether this form is of the case: none in the outputs has its lines, perhaps since it is of an "
    "older release; so what each line answers, and what was written beside the lines, is not told"
)


def told(file: ReturnedFile, form: FilledForm, lines: FormLines | None, record: FormRecord) -> Iterator[str]:
    """Return what was not taken from a form, how it differs from the one that was released, and what has no place.

    `lines` are those of the form that was released, or None where it is not known.
    """
    yield from (f"the file holds {what}: not read" for what in file.others)
    places = {one.field: one.place for one in placed_fields(form)}
    for field, what in form.left:
        yield f"{places[field] if field else 'beside the lines'}: {what} was not taken"
    yield from [_NOT_KNOWN] if lines is None else _compared(form, lines)
    yield from (
        f"{place}: read as a day from words: look whether it is the one that was meant" for place in record.read
    )
    yield from (f"{one.place}: this has no place in the case as it stands: {one.because}" for one in record.not_placed)


def _compared(form: FilledForm, lines: FormLines) -> Iterator[str]:
    """Return how a form differs from the one that was released, but for what was written on its lines."""
    more = (Counter(map(digest_of, form.beside)) - Counter(lines.beside)).total()
    if more:
        yield f"paragraphs beside the lines that are not those of the form: {more}; none was taken, read them yourself"
    missing = len(set(lines.lines) - {one.number for one in form.fields})
    if missing:
        yield f"lines of the form that are not in this file any more: {missing}"
