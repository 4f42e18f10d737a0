"""Own: what one reader's own pack tells of what does not fit together, and what it asks since it is not shown there.

All of it is made from that reader's view alone. A finding is told where it may be said to the reader. What rests on
something absent is a question at most: a view cannot tell what is withheld from what was never given, so whoever sees
less may be asked more. A case that is over asks nothing, and tells what did not fit as history. Source: handbook map,
section 4; that an absence is no finding for a reader is this project's own rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from briefpack.case.content import Path, field_of
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.questions import is_over, questions
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings import Judged, judge, speech
from briefpack.findings.answers import answer_in
from briefpack.findings.in_print import flat, is_in_print
from briefpack.findings.sayable import Sayable, spoken
from briefpack.findings.speech import Said
from briefpack.findings.worded import said
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage import Coverage, coverage
from briefpack.text.escaping import escaped

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
    """What a pack is made from beside its view: the coverage, what does not fit, and what is asked, in Markdown.

    `lines` are what may be said aloud and has a topic or a stance, by topic: all but messages, which are sent.
    """

    findings: tuple[OwnFinding, ...]
    asked: tuple[str, ...]
    lines: tuple[Said, ...]


def own_findings(
    view: View, catalogue: Catalogue, changes: Mapping[str, RuleChange] = MappingProxyType({})
) -> OwnFindings:
    """Return the coverage of a reader's view, what does not fit in it, and what it makes one ask, the gravest first."""
    judgement = judge(view, changes)
    told = [one for _, one in spoken(judgement, view, catalogue)]
    lacking = [one for one in judgement.findings if one.basis == "absence" and is_in_print(one, view)]
    return OwnFindings(
        **vars(coverage(view)),
        findings=tuple(_own(one, view) for one in told),
        asked=() if is_over(view) else tuple(dict.fromkeys(_asked(lacking, view, catalogue))),
        lines=tuple(one for one in speech.said(view) if _is_line(one, view)),
    )


def _is_line(one: Said, view: View) -> bool:
    """Return whether something may be said aloud, has a topic or a stance, and is in print for this reader."""
    is_told = is_printed(field_of(inside(one.about).path), view.audience)
    return is_told and one.kind != "message" and bool(one.topic or one.stance)


def _own(one: Sayable, view: View) -> OwnFinding:
    return OwnFinding(
        escaped(one.sentence),
        "" if is_over(view) else escaped(one.ask),
        one.items,
        answer_in(one.found, view),
        tuple(_told(one.found)),
    )


def _told(one: Judged) -> Iterator[Path]:
    """Return where the values stand that a finding tells; of an item it tells no more than what that is called."""
    values = (each for value in one.finding.values.values() for each in flat(value))
    for each in (*one.finding.about, *values):
        if isinstance(each, Leaf):
            yield each.path
        elif isinstance(each, Node) and (name := inside(each).kind.headline):
            yield (*inside(each).path, name)


def _asked(lacking: list[Judged], view: View, catalogue: Catalogue) -> Iterator[str]:
    """Return the question of each rule that has words for one, unless an open question of the pack asks the same."""
    asked = (question_of(one, view, catalogue) for one in lacking if not is_asked_already(one, view))
    yield from (escaped(question) for question in asked if question)


def is_asked_already(one: Judged, view: View) -> bool:
    """Return whether an open question of a view's packs asks what a finding is about: of that item, or of all."""
    places = one.finding.places
    return any(
        question.key == _ASKED_ALREADY.get(one.rule) and (question.path[:-1] in places or len(question.path) == 2)
        for question in questions(view)
    )


def question_of(one: Judged, view: View, catalogue: Catalogue) -> str:
    """Return what a rule asks where something is absent, in words; empty where it asks nothing."""
    key = "question" if one.finding.form == "sentence" else f"question_{one.finding.form}"
    return said(one, view, catalogue, key) if catalogue.has(f"findings.{one.rule}.{key}") else ""
