"""In packs: what the pack of each side tells or asks of a finding that may not be said to that side otherwise.

All of it is made from that side's view alone, and is what its pack prints: a question, or what is loose of a handover.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefpack.case.coordination import HandedOver
from briefpack.case.implementation import Output
from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Node, View
from briefpack.disclosure.views import Views
from briefpack.findings import judge
from briefpack.findings.own import is_asked_already, is_printed_whole, question_of
from briefpack.findings.telling import Telling, Told
from briefpack.handbook import PACK_AUDIENCES
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage import coverage
from briefpack.stages.coverage.loose_ends import Handover, transfers_of
from briefpack.text.escaping import on_one_line

#: The rule of what goes to the other track, of which packs list the loose ends.
_LOOSE = "C11"


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
    """Return by its key each finding that a pack asks or tells of, in its words; a case that is over asks nothing."""
    yield from _loose_ends(view, catalogue)
    for one in judge(view, changes).findings if not is_over(view) else ():
        if one.basis != "absence":
            continue
        question = question_of(one, view, catalogue) if is_printed_whole(one, view) else ""
        if is_asked_already(one, view):
            yield one.key, catalogue.say("findings.in_open_questions")
        elif question:
            yield one.key, question


def _loose_ends(view: View, catalogue: Catalogue) -> Iterator[tuple[object, str]]:
    """Return what a pack lists as loose of each thing that goes to the other track, under the key of its finding.

    What is lacking of a consent is found of the record of its going; what is lacking of the way, of the thing itself.
    """
    for end in coverage(view).handovers:
        for item in end.items if end.missing else ():
            said = catalogue.say("findings.in_loose_ends", said=_loose_end(item, end, catalogue))
            records = (item,) if inside(item).kind is HandedOver else transfers_of(view, item)
            is_of_way = inside(item).kind is Output and any(not _is_of_consent(name) for name in end.missing)
            for one in (*(records if any(map(_is_of_consent, end.missing)) else ()), *((item,) if is_of_way else ())):
                yield (_LOOSE, (inside(one).path,)), said


def _is_of_consent(name: str) -> bool:
    return name.startswith("consent")


def _loose_end(item: Node, end: Handover, catalogue: Catalogue) -> str:
    """Return the line of a pack about one thing that is loose."""
    missing = catalogue.list(catalogue.say(f"coordination.missing_{name}") for name in end.missing)
    named = catalogue.say("coordination.named", name=on_one_line(name_of(item)))
    return catalogue.say("coordination.loose_end", items=named, missing=missing)
