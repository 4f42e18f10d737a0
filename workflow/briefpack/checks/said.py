"""Said: what is said of a value that no pack prints, so that nothing an author says is lost without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefpack.case.clearance import NOTHING_SAID
from briefpack.case.content import Case, Path
from briefpack.case.fields import Annotation, Item
from briefpack.problems import Problem

#: What a reader is told of a value, beside the value.
_TOLD = ("cite", "verification", "other_readings", "likelihood", "confidence", "confidence_because")
#: Fields at which no pack prints what is said of them: names for references, furniture of the file, and what packs
#: tell by a rule rather than in words. A test compares them with a pack of every field.
UNPRINTED: frozenset[str] = frozenset(
    """
    case case.id case.title case.handling case.handling.mark case.handling.tlp case.handling.caveat
    case.handling.distribution case.handling.smallest_count case.handling.coarsen case.handling.coarsen.confidentiality
    case.handling.coarsen.dates case.handling.coarsen.venues case.handling.allowed_terms
    case.handling.allowed_terms.term case.handling.allowed_terms.because case.handling.allowed_terms.by
    case.handling.publicly_known case.likelihood_scale case.briefs case.briefs.track_i case.briefs.track_i.asks
    case.briefs.track_i.if_raised case.briefs.track_i.options case.briefs.track_ii case.briefs.track_ii.needs
    case.actors.id case.actors.alias case.acronyms case.acronyms.short case.acronyms.long case.sources case.sources.key
    case.sources.citation case.sources.type case.sources.authors case.sources.authors.family case.sources.authors.given
    case.sources.authors.organisation case.sources.editors case.sources.editors.family case.sources.editors.given
    case.sources.editors.organisation case.sources.translators case.sources.translators.family
    case.sources.translators.given case.sources.translators.organisation case.sources.issued
    case.sources.issued_in_words case.sources.title case.sources.container_title case.sources.collection_title
    case.sources.collection_number case.sources.edition case.sources.version case.sources.volume case.sources.issue
    case.sources.pages case.sources.genre case.sources.number case.sources.event case.sources.publisher
    case.sources.place case.sources.doi case.sources.url case.sources.accessed case.sources.short case.sources.note
    case.sources.grade assessment assessment.open_questions assessment.parties.id assessment.issues.id
    assessment.efforts.id assessment.efforts.level assessment.gaps.id assessment.gaps.parties assessment.gaps.covered_by
    assessment.feasibility conception conception.open_questions conception.theory_of_change.assumptions.id
    conception.scale_up.id conception.partners.agreed conception.evaluation_frame.indicators.id planning
    planning.open_questions planning.activities.id planning.activities.belongs_to planning.activities.window.coarse
    planning.activities.release_to implementation
    implementation.open_questions implementation.sessions.attribution
    implementation.outputs.id implementation.outputs.activity
    implementation.outputs.attribution implementation.outputs.release_to implementation.outputs.embargo
    implementation.outputs.embargo.until implementation.outputs.embargo.event evaluation evaluation.open_questions
    evaluation.evaluation.criteria.criterion evaluation.evaluation.transfer.output
    evaluation.evaluation.lessons.share_with coordination coordination.track_i_rounds.id
    coordination.track_i_rounds.exclusive coordination.commitments.by coordination.messages.topic
    coordination.messages.activity coordination.messages.attribution coordination.public_lines.topic
    coordination.effects.kind
    """.split()  # noqa: SIM905 - a table of many paths, read more easily so
)
#: Lists without a place for the reason why they are empty: packs tell of what is in them beside something else.
UNREASONED: frozenset[str] = frozenset(
    """
    case.handling.coarsen case.handling.coarsen.confidentiality case.handling.allowed_terms
    case.handling.publicly_known case.acronyms
    assessment.open_questions assessment.efforts.level assessment.efforts.parties assessment.gaps.parties
    conception.open_questions conception.rpp.who conception.rpp.level conception.linkages conception.exit.obligations
    planning.open_questions planning.activities.release_to implementation.open_questions
    implementation.trust.measures implementation.power_gaps.between implementation.outputs.release_to
    evaluation.open_questions evaluation.evaluation.lessons.share_with
    """.split()  # noqa: SIM905 - a table of many paths, read more easily so
)
#: Lists of which packs print what is said of each value, though not what is said of the list.
OF_EACH_ALONE: frozenset[str] = frozenset(
    """
    assessment.open_questions assessment.gaps.covered_by conception.open_questions planning.open_questions
    implementation.open_questions evaluation.open_questions
    """.split()  # noqa: SIM905 - as above
)
#: What is said of a source itself stands in the list of sources.
_OF_SOURCES = ("case.sources", "verification")
_MESSAGE = "no pack prints '{name}' at this field: say it at the value that it is about, or take it away"
_READINGS = "another reading of a list is not printed: give it at the item that it is about"
_OVERRULED = "'{name}' is said of each of these by itself, so what is said of all reaches nobody: take it away"
#: What an item says of itself rather than what is said of all.
_OVERRULES = ("verification", "likelihood", "confidence")


def problems(case: Case) -> Iterator[Problem]:
    """Give a warning for each thing said of a field that no pack prints."""
    for path, said in case.annotations.items():
        if said.none_because and _field(path) in UNREASONED:
            yield Problem(case.place(path), _MESSAGE.format(name="none_because"), "warning")
        if _is_unprinted(path):
            given = [name for name in _TOLD if getattr(said, name) and (_field(path), name) != _OF_SOURCES]
            yield from (Problem(case.place(path), _MESSAGE.format(name=name), "warning") for name in given[:1])
        else:
            yield from (Problem(case.place(path), message, "warning") for message in _of_all(case, path, said))


def _is_unprinted(path: Path) -> bool:
    is_of_list = not isinstance(path[-1] if path else "", int)
    return _field(path) in UNPRINTED and (is_of_list or _field(path) not in OF_EACH_ALONE)


def _of_all(case: Case, path: Path, said: Annotation) -> Iterator[str]:
    """Give what is said of several items or numbers together, and reaches none of them."""
    inner = _several(case.value(path))
    if inner and said.other_readings:
        yield _READINGS
    own = [case.annotations.get((*path, step), NOTHING_SAID) for step in inner]
    for name in _OVERRULES:
        if own and getattr(said, name) and all(getattr(one, name) for one in own):
            yield _OVERRULED.format(name=name)


def _several(value: object) -> Sequence[int | str]:
    """Give the steps to each of several items or numbers, of which a pack tells one by one; none for anything else."""
    if isinstance(value, Mapping):
        return tuple(value)
    return range(len(value)) if isinstance(value, tuple) and any(isinstance(one, Item) for one in value) else ()


def _field(path: Path) -> str:
    """Give the field that a path leads to, without positions in lists."""
    return ".".join(step for step in path if isinstance(step, str))
