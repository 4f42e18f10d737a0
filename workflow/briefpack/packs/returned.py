"""Returned: a record form that came back, held against the forms that were released and the people of its case."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.registry import Registry, Sealed
from briefpack.files.ordinary_words import ordinary_words
from briefpack.files.registries import open_registry
from briefpack.files.released_forms import ReleasedForm, read_returned, released_form
from briefpack.forms.entries import record_of
from briefpack.forms.form_lines import FormLines, lines_of, lines_of_data
from briefpack.forms.opening import open_returned
from briefpack.forms.reading import FilledForm, read_form
from briefpack.forms.sections import placed_fields
from briefpack.forms.telling import told
from briefpack.forms.yaml_lines import yaml_lines
from briefpack.gate.people import names_or_parts
from briefpack.gate.searching import Searchable
from briefpack.packs.form_knowledge import ALWAYS_READ, form_knowledge
from briefpack.packs.intake import take_in
from briefpack.problems import Place, Problem, Refusal, errors
from briefpack.word.bounds import LARGEST

#: A form has far fewer fields, even with rows that somebody copied.
MOST_FIELDS = 300
_NAMED = (
    "this holds the name of a person in the registry of the case, or a part of one: write the role there in the form, "
    "and read it again; nothing was taken from it"
)


@dataclass(frozen=True)
class ReturnedRecord:
    """What a form says as YAML, how many entries and texts without a place that is, and what a person has to know."""

    yaml: str
    entries: int
    not_placed: int
    warnings: tuple[Problem, ...]


def returned(file: Path, inputs: Path, outputs: Path, case: Path | None, templates: Path) -> ReturnedRecord:
    """Return what a form that came back says.

    Raises:
        Refusal: it is no form, its case is not known, or it names a person of the registry.
    """
    opened = open_returned(read_returned(file, LARGEST), str(file))
    form = read_form(opened)
    released = released_form(outputs, _digest(form, file))
    language = released.language if released else ALWAYS_READ
    whole, registry = _case(_folder(file, inputs, released, case), language)
    _refuse_names(form, whole, registry, file, language)
    lines = _lines(released) if released else None
    record = record_of(form, form_knowledge(form, released, lines, whole, templates))
    title = _title(released)
    text = "".join(f"{line}\n" for line in yaml_lines(record, title))
    warnings = (Problem(Place(str(file)), one, "warning") for one in told(opened, form, lines, record))
    return ReturnedRecord(text, len(record.entries), len(record.not_placed), tuple(warnings))


def _lines(released: ReleasedForm) -> FormLines | None:
    """Return the lines of a form that was released, from its file or from what was kept; None if that has none."""
    if released.word:
        return lines_of(read_form(open_returned(released.word, released.name)))
    return lines_of_data(released.kept)


def _title(released: ReleasedForm | None) -> str:
    """Return which form it was; what lies in the outputs under its name may be another by now."""
    if released is None:
        return "Form: none of those in the outputs"
    return f"Form: {released.name}" + ("" if released.word else ", as it was before a later build")


def _digest(form: FilledForm, file: Path) -> str:
    """Return the digest of the form that all fields belong to; raise Refusal where there is no such form."""
    digests = {one.form for one in form.fields}
    if len(digests) == 1 and len(form.fields) <= MOST_FIELDS:
        return digests.pop()
    message = f"fields of several forms are in this file, or more than {MOST_FIELDS}: send each form back by itself"
    if not digests:
        message = "no field of a record form is in this file: fill in the form that briefpack made, and keep its lines"
    raise Refusal([Problem(Place(str(file)), message)])


def _folder(file: Path, inputs: Path, released: ReleasedForm | None, case: Path | None) -> Path:
    """Return the folder of the case that a form is of; raise Refusal where nobody says it, or it is of another."""
    if case is not None and (released is None or case.resolve().name == released.case):
        return case
    if case is None and released is not None:
        return inputs / released.case
    message = "this form is none of those that lie in the outputs: name the folder of its case with --case"
    if released is not None:
        message = "this form was released for another case than that of --case"
    raise Refusal([Problem(Place(str(file)), message)])


def _case(folder: Path, language: str) -> tuple[Case, Registry | None]:
    """Return a case and its registry; raise Refusal where one cannot be read: then nobody could tell who is named.

    The case is in the language of the form where it has it, so that its texts are those that the form prints.
    """
    intake, opened = take_in(folder).nearest(language), open_registry(folder)
    sealed = [opened.registry.problem] if isinstance(opened.registry, Sealed) else []
    if intake.case is None or not intake.case.is_whole or errors(opened.problems) or sealed:
        raise Refusal([*errors(intake.problems), *opened.problems, *sealed])
    return intake.case, opened.registry if isinstance(opened.registry, Registry) else None


def _refuse_names(form: FilledForm, case: Case, registry: Registry | None, file: Path, language: str) -> None:
    """Raise Refusal with each field that holds a name of the registry, alone or with the field that follows.

    A part of a name that is an ordinary word of the form's language may be that word.
    """
    if registry is None:
        return
    filled = [one for one in placed_fields(form) if one.field.text]
    terms = list(names_or_parts(case, registry, ordinary_words([language])))
    named = [bool(Searchable([one.field.text]).holds(terms)) for one in filled]
    places = [one.place for one, is_named in zip(filled, named, strict=True) if is_named]
    for (one, after), is_named in zip(pairwise(filled), pairwise(named), strict=True):
        if not any(is_named) and Searchable([one.field.text, after.field.text]).holds(terms):
            places.append(f"{one.place}, with {after.place}")
    if places:
        raise Refusal(Problem(Place(str(file)), f"{place}: {_NAMED}") for place in places)
