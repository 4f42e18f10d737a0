"""Said: annotations that no pack prints, so that nothing an author writes is lost silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefpack.case.content import Case, Path, field_of
from briefpack.case.fields import Annotation, Item
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.printed import says_nothing_of
from briefpack.problems import Problem

#: The parts of an annotation that a pack prints beside the value.
_TOLD = ("cite", "verification", "other_readings", "likelihood", "confidence", "confidence_because")
#: Lists without a place for the reason why they are empty: packs tell of what is in them beside something else.
UNREASONED: frozenset[str] = frozenset(
    """
    case.handling.coarsen case.handling.coarsen.confidentiality case.handling.allowed_terms
    case.languages case.handling.publicly_known case.handling.no_letterhead case.acronyms case.topics
    case.releases.track_i case.releases.track_i.changed
    case.releases.track_ii case.releases.track_ii.changed
    assessment.open_questions assessment.efforts.level assessment.efforts.parties assessment.gaps.parties
    assessment.efforts.track_i_relations coordination.mandate.by
    conception.open_questions conception.rpp.who conception.rpp.level conception.linkages conception.exit.obligations
    planning.open_questions planning.activities.release_to implementation.open_questions
    implementation.trust.measures implementation.power_gaps.between implementation.outputs.release_to
    evaluation.open_questions evaluation.evaluation.lessons.share_with engagements.track_i engagements.track_ii
    """.split()  # noqa: SIM905 - a table of many paths, read more easily so
)
#: Annotations of a source are printed in the list of sources.
_OF_SOURCES = ("case.sources", "verification")
_MESSAGE = "no pack prints '{name}' at this field: write it at the value that it is about, or remove it"
_READINGS = "another reading of a list is not printed: write it at the item that it is about"
_OVERRULED = "each of these has a '{name}' of its own, so no pack prints this one for all of them: remove it"
#: What an item says of itself rather than what is said of all.
_OVERRULES = ("verification", "likelihood", "confidence")


def problems(case: Case) -> Iterator[Problem]:
    """Return a warning for each thing said of a field that no pack prints."""
    for path, said in case.annotations.items():
        if said.none_because and field_of(path) in UNREASONED:
            yield Problem(case.place(path), _MESSAGE.format(name="none_because"), "warning")
        if says_nothing_of(path):
            given = [name for name in _TOLD if getattr(said, name) and (field_of(path), name) != _OF_SOURCES]
            yield from (Problem(case.place(path), _MESSAGE.format(name=name), "warning") for name in given[:1])
        else:
            yield from (Problem(case.place(path), message, "warning") for message in _of_all(case, path, said))


def _of_all(case: Case, path: Path, said: Annotation) -> Iterator[str]:
    """Return what is said of several items or numbers together, and reaches none of them."""
    inner = _several(case.value(path))
    if inner and said.other_readings:
        yield _READINGS
    own = [case.annotations.get((*path, step), NOTHING_SAID) for step in inner]
    for name in _OVERRULES:
        if own and getattr(said, name) and all(getattr(one, name) for one in own):
            yield _OVERRULED.format(name=name)


def _several(value: object) -> Sequence[int | str]:
    """Return the steps to each of several items or numbers, of which a pack tells one by one.

    None for anything else.
    """
    if isinstance(value, Mapping):
        return tuple(value)
    return range(len(value)) if isinstance(value, tuple) and any(isinstance(one, Item) for one in value) else ()
