"""Own: what one reader's own pack tells of what does not fit together, and what it asks since it is not shown there.

All of it is made from that reader's view alone. A finding is told where it rests on what is there and the pack prints
all that it rests on. What rests on something absent is a question at most: a view cannot tell what is withheld from
what was never given, so whoever sees less may be asked more. A case that is over asks nothing, and tells what did not
fit as history. Source: handbook map, section 4; that an absence is no finding for a reader is this project's own rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import field_of, is_printed
from briefpack.disclosure.questions import is_over, questions
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.disclosure.views import Views
from briefpack.findings import Judged, judge
from briefpack.findings.finding import Value
from briefpack.findings.telling import Sayable, Telling, Told, borne_by, fingerprint, holds, said, spoken
from briefpack.handbook import PACK_AUDIENCES
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage import Coverage, coverage
from briefpack.text.escaping import escaped

#: Fields that decide and stand among no values of a finding: references to who leads work, and lists that lack a gap.
_ALSO_DECIDES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "C18": ("conception.gaps_addressed", "conception.gaps_declined"),
        "C27": ("assessment.efforts.convenor", "planning.activities.facilitators"),
    }
)
#: Open questions that ask the same, where the whole field is absent or unknown.
_ASKED_ALREADY: Mapping[str, str] = MappingProxyType(
    {
        "C14": "implementation.coordination_log",
        "C18": "conception.gaps_addressed",
        "C29": "coordination.transfers.used",
    }
)


@dataclass(frozen=True)
class OwnFinding:
    """A finding as a pack prints it, in Markdown: what is so, what its reader is asked, and what bears it out.

    `ask` is empty in a case that is over. `answer` is that of the case, None where this reader sees none.
    """

    sentence: str
    ask: str
    items: tuple[Node | Leaf, ...]
    answer: Node | None
    rests_on: tuple[Path, ...] = field(repr=False)

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        yield from self.rests_on if name == "sentence" else ()


@dataclass(frozen=True)
class OwnFindings(Coverage):
    """What a pack is made from beside its view: the coverage, what does not fit, and what is asked, in Markdown."""

    findings: tuple[OwnFinding, ...]
    asked: tuple[str, ...]


def own_findings(
    view: View, catalogue: Catalogue, changes: Mapping[str, RuleChange] = MappingProxyType({})
) -> OwnFindings:
    """Return the coverage of a reader's view, what does not fit in it, and what it makes one ask, the gravest first."""
    judgement = judge(view, changes)
    told = [one for _, one in spoken(judgement, view, catalogue) if _is_printed(one.found, view)]
    lacking = [one for one in judgement.findings if one.basis == "absence" and _is_printed(one, view)]
    return OwnFindings(
        **vars(coverage(view)),
        findings=tuple(_own(one, view) for one in told),
        asked=() if is_over(view) else tuple(dict.fromkeys(_asked(lacking, view, catalogue))),
    )


def with_packs(
    telling: Telling, views: Views, catalogue: Catalogue, changes: Mapping[str, RuleChange] = MappingProxyType({})
) -> Telling:
    """Return findings with what the pack of each side tells or asks of the same, made from that side's view alone."""
    in_packs = {audience: dict(_in_pack(views.of(audience), catalogue, changes)) for audience in PACK_AUDIENCES}

    def with_pack(told: Told) -> Told:
        said = {audience: texts[told.key] for audience, texts in in_packs.items() if told.key in texts}
        return replace(told, in_pack=said)

    return replace(
        telling,
        findings=tuple(map(with_pack, telling.findings)),
        answered=tuple((with_pack(told), answer) for told, answer in telling.answered),
    )


def _in_pack(view: View, catalogue: Catalogue, changes: Mapping[str, RuleChange]) -> Iterator[tuple[object, str]]:
    """Return by its key each finding that rests on something absent and that a pack asks or tells of, in its words."""
    open_here = {one.key for one in questions(view)}
    for one in judge(view, changes).findings if not is_over(view) else ():
        if one.basis != "absence":
            continue
        question = _question(one, view, catalogue) if _is_printed(one, view) else ""
        if _ASKED_ALREADY.get(one.rule) in open_here:
            yield one.key, catalogue.say("findings.in_open_questions")
        elif question:
            yield one.key, question
        elif one.finding.form == "loose":
            yield one.key, catalogue.say("findings.in_loose_ends")


def _is_printed(one: Judged, view: View) -> bool:
    """Return whether the packs of a view's audience print all that a finding rests on."""
    fields = [field_of(path) for path in _places(one)]
    return all(is_printed(each, view.audience) for each in (*fields, *_ALSO_DECIDES.get(one.rule, ())))


def _places(one: Judged) -> tuple[Path, ...]:
    """Return where the items and the values of a finding stand in the case."""
    values = (path for value in one.finding.values.values() for path in _paths(value))
    return tuple(dict.fromkeys((*one.finding.places, *values)))


def _paths(value: Value) -> Iterator[Path]:
    for each in _flat(value):
        if isinstance(each, Node):
            yield inside(each).path
        elif isinstance(each, Leaf):
            yield each.path


def _own(one: Sayable, view: View) -> OwnFinding:
    named = fingerprint(one.found)
    answers = (each for each in view.root.coordination.answered_findings if str(each.finding) == named)
    return OwnFinding(
        escaped(one.sentence),
        "" if is_over(view) else escaped(one.ask),
        borne_by(one.found),
        next((each for each in answers if holds(each, view)), None),
        tuple(_told(one.found)),
    )


def _told(one: Judged) -> Iterator[Path]:
    """Return where the values stand that a finding tells; of an item it tells no more than what that is called."""
    flat = [*one.finding.about, *(each for value in one.finding.values.values() for each in _flat(value))]
    for each in flat:
        if isinstance(each, Leaf):
            yield each.path
        elif isinstance(each, Node) and (name := inside(each).kind.headline):
            yield (*inside(each).path, name)


def _flat(value: Value) -> Iterator[Value]:
    if isinstance(value, tuple):
        yield from (each for part in value for each in _flat(part))
    else:
        yield value


def _asked(lacking: list[Judged], view: View, catalogue: Catalogue) -> Iterator[str]:
    """Return the question of each rule that has words for one, unless an open question of the pack asks the same."""
    open_here = {one.key for one in questions(view)}
    asked = (_question(one, view, catalogue) for one in lacking if _ASKED_ALREADY.get(one.rule) not in open_here)
    yield from (escaped(question) for question in asked if question)


def _question(one: Judged, view: View, catalogue: Catalogue) -> str:
    """Return what a rule asks where something is absent, in words; empty where it asks nothing."""
    key = "question" if one.finding.form == "sentence" else f"question_{one.finding.form}"
    return said(one, view, catalogue, key) if catalogue.has(f"findings.{one.rule}.{key}") else ""
