"""Form knowledge: what a case, and the form that was released, say of the lines of a form that came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from briefpack.case.content import Case
from briefpack.case.engagements import ConvenedSession, OfficialMeeting
from briefpack.files.catalogues import read_catalogue
from briefpack.files.released_forms import ReleasedForm
from briefpack.forms.answers import answer_words
from briefpack.forms.form_lines import FormLines, digest_of
from briefpack.forms.reading import FilledField, FilledForm
from briefpack.forms.record_items import FormKnowledge, KnownSession
from briefpack.forms.written_days import DayReader
from briefpack.house.wording import Catalogue
from briefpack.packs.planned_meeting import planned_meeting
from briefpack.problems import Refusal
from briefpack.text.locales import SeparateLocale

#: The language that every form is read in beside its own.
ALWAYS_READ = "en"
#: What a line is for that asks to whom something goes.
_TO_WHOM = "passed_to"
_Found = TypeVar("_Found")
_NOTHING: Mapping[FilledField, str] = MappingProxyType({})


def form_knowledge(
    form: FilledForm, released: ReleasedForm | None, lines: FormLines | None, case: Case, templates: Path
) -> FormKnowledge:
    """Return what is known of a form; `lines` are those of the form that was released, or None where it is not known.

    Raises:
        Refusal: the wording of the base is wrong.
    """
    catalogues = list(_catalogues(released, templates))
    answers, actors = answer_words(catalogues), dict(_actors(case))
    if released is None or lines is None:
        return FormKnowledge("", "", _NOTHING, actors, {}, DayReader(SeparateLocale(ALWAYS_READ)), answers)
    labels = _labels(form, lines)
    once = _once(form, labels)
    owed = {field: one for field, label in once.items() if (one := _owed(label, case))}
    held = planned_meeting(lines.own(form), _engagements(released, case), catalogues[0].locale)
    met, days = held.engagement, DayReader(catalogues[0].locale, held.day)
    session = _session(met, once, lines, case) if isinstance(met, ConvenedSession) else KnownSession()
    return FormKnowledge(released.track, released.other_track, labels, actors, owed, days, answers, session)


def _catalogues(released: ReleasedForm | None, templates: Path) -> Iterator[Catalogue]:
    """Return the wording of a form's own house style and language, or of its language, and always that of English."""
    houses = (released.organisation, None) if released else ()
    for organisation in houses:
        try:
            yield read_catalogue(templates, organisation, released.language if released else ALWAYS_READ)
            break
        except Refusal:
            continue
    yield read_catalogue(templates, None, ALWAYS_READ)


def _labels(form: FilledForm, lines: FormLines) -> dict[FilledField, str]:
    """Return the words beside each field, where they are still those of the form."""
    printed = {number: one.words for number, one in lines.lines.items()}
    said = ((one, form.rows.get(one.row, "")) for one in form.fields)
    return {one: label for one, label in said if label and digest_of(label) == printed.get(one.number)}


def _once(form: FilledForm, labels: Mapping[FilledField, str]) -> dict[FilledField, str]:
    """Return the words beside each field that is in the form once: of two states nobody knows which one holds."""
    times = Counter(one.number for one in form.fields)
    return {one: label for one, label in labels.items() if times[one.number] == 1}


def _owed(label: str, case: Case) -> dict[str, str]:
    """Return the commitment of the case that a row tells of; nothing where it may be another, or none."""
    every = case.content.coordination.commitments if case.content.coordination else None
    found = [one for one in every or () if " ".join(one.what.split()) in label]
    texts = [{"id": one.id or "", "by": str(one.by or ""), "what": one.what} for one in found]
    return {key: text for key, text in texts[0].items() if text} if len(texts) == 1 else {}


def _engagements(released: ReleasedForm, case: Case) -> Sequence[OfficialMeeting | ConvenedSession]:
    return getattr(case.content.engagements, released.track, None) or () if case.content.engagements else ()


def _session(met: ConvenedSession, labels: Mapping[FilledField, str], lines: FormLines, case: Case) -> KnownSession:
    outputs = case.content.implementation.outputs if case.content.implementation else None
    parties = case.content.assessment.parties if case.content.assessment else None
    # Where the form asks to whom something goes, those who agreed were not told what the case says of that.
    asking = {one.row for one in lines.lines.values() if one.purpose == _TO_WHOM}
    asked = {number for number, one in lines.lines.items() if one.row in asking}
    names = ((text.casefold(), one.id) for one in parties or () for text in (one.id, one.name))
    return KnownSession(
        met.activity or "",
        met.title,
        met.id,
        frozenset(one.id for one in outputs or ()),
        {field: party for field, label in labels.items() if (party := _party(label, met))},
        dict(names),
        {
            field: {key: text for key, text in planned.items() if key == "text" or field.number not in asked}
            for field, label in labels.items()
            if (planned := _leaving(label, met))
        },
    )


def _party(label: str, met: ConvenedSession) -> str:
    """Return the party of the role that a row is of; an empty text where it has none, or there are two such roles."""
    return _beside(label, [(one.role, one.party or "") for one in met.theirs or ()]) or ""


def _leaving(label: str, met: ConvenedSession) -> Mapping[str, str]:
    """Return what was to leave the room by a row, and to whom; nothing where that is not certain."""
    planned = (
        (one.what, {"text": one.what, **({"release_to": one.to} if one.to else {})}) for one in met.passed_on or ()
    )
    return _beside(label, list(planned)) or {}


def _beside(label: str, some: Sequence[tuple[str, _Found]]) -> _Found | None:
    """Return what belongs to the text that a label is, or else begins with; None where that is not certain."""
    texts = [(" ".join(text.split()), found) for text, found in some]
    same = [found for text, found in texts if text == label]
    found = same or [found for text, found in texts if label.startswith(text)]
    return found[0] if len(found) == 1 else None


def _actors(case: Case) -> Iterator[tuple[str, str]]:
    """Return id, name and role of each actor in small letters, with the id, where no other actor has the same."""
    texts = [(one.id, {one.id, one.name, *([one.role] if one.role else [])}) for one in case.content.case.actors or ()]
    times = Counter(text.casefold() for _, some in texts for text in some)
    yield from ((text.casefold(), one) for one, some in texts for text in some if times[text.casefold()] == 1)
