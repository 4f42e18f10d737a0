"""Reach: what the author opened to an audience but no pack holds, and the rule or reference that keeps it out.

A silent absence looks like a pack that has nothing to say; this project's own design.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from briefpack.case.content import Case, Path
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.case.topics import TopicWords
from briefpack.checks import existence, lists
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.clearance import NOTHING_SAID, never, sensitivities
from briefpack.disclosure.mentions import MENTIONED
from briefpack.disclosure.questions import questions
from briefpack.disclosure.reasons import Reasons
from briefpack.disclosure.sight import Sight
from briefpack.disclosure.view import View
from briefpack.handbook import CLEARED, PACK_AUDIENCES, Audience
from briefpack.problems import Problem

_UNREACHED = "no reader sees this, though its sensitivity opens it{asked}: {rules}; {remedy}, or close it"
_MEND = "change what keeps it out"
_ASKED = ", and the pack of {audiences} asks for it"


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning at what no view holds, outermost first, unless another check reports it.

    This looks at items, at values with a sensitivity of their own, and at numbers of people, which rules can withhold.
    The warning names, for each audience to which a thing is opened, the rule that keeps it out, with its place.
    """
    if not set(PACK_AUDIENCES) <= audiences.views.keys():
        return
    reached = [_Reach(case, audience, audiences.views[audience]) for audience in PACK_AUDIENCES]
    told = {problem.place for problem in (*existence.problems(case), *lists.problems_of_views(case, audiences))}
    lost: set[Path] = set()
    for path, value in _openable(case, reached[0].sight):
        around = (path[:length] for length in range(len(path)))
        if any(reach.has(path) for reach in reached) or any(one in lost for one in around):
            continue
        opened = [reach for reach in reached if reach.is_open(path, value)]
        if opened:
            lost.add(path)
            if case.place(path) not in told:
                message = _UNREACHED.format(
                    asked=_asked(path, opened), rules=_rules(case, path, opened), remedy=_remedy(path, opened)
                )
                yield Problem(case.place(path), message, "warning")


def _openable(case: Case, sight: Sight) -> Iterator[tuple[Path, object]]:
    """Return each item, each value that has a sensitivity of its own and each number of people, outermost first."""
    by_hand = {path for path, said in case.annotations.items() if said.sensitivity}
    given = (found for found in case.every_value if found.value != ())
    values = {found.path: found.value for found in given if found.path in by_hand or found.shape.of_people}
    # The words of a topic are shown to whoever is shown something on it; `topics` says where nothing is.
    items = {path: item for path, item in sight.items.items() if not isinstance(item, TopicWords)}
    return iter(sorted((values | items).items(), key=lambda one: len(one[0])))


class _Reach:
    """One audience: what it is shown, what is open to it, and why it does not see all of that."""

    def __init__(self, case: Case, audience: Audience, view: View) -> None:
        self.audience, self.sight, self._case, self._view = audience, Sight(case, view), case, view
        self.why = Reasons(case, view, self.sight).why

    def has(self, path: Path) -> bool:
        """Return whether the audience is shown what stands at a place, and its pack has it."""
        return path in self.sight.places and path not in self.sight.unmentioned

    def is_open(self, path: Path, value: object) -> bool:
        """Return whether something is open to the audience: a value, or all that an item needs."""
        if isinstance(value, Mapping):
            return any(self._is_open((*path, key)) for key in value)
        if not isinstance(value, Item):
            return self._is_open(path)
        kind = type(value)
        needed = {kind.headline} | {shape.name for shape in fields_of(kind).values() if shape.required}
        places = [(*path, name) for name in needed if name]
        is_said = bool(self._case.annotations.get(path, NOTHING_SAID).sensitivity)
        return all(map(self._is_open, places)) if places else is_said and self._is_open(path)

    def asks(self, path: Path) -> bool:
        """Return whether the audience's pack asks for what stands at a place, or for all around it."""
        return any(path[:length] in self._asked for length in range(1, len(path) + 1))

    @cached_property
    def _asked(self) -> frozenset[Path]:
        return frozenset(one.path for one in questions(self._view))

    def _is_open(self, path: Path) -> bool:
        return self.audience not in never(path) and self.audience in CLEARED[sensitivities(self._case, path)[1]]


def _remedy(path: Path, reached: list[_Reach]) -> str:
    """Return what to do; a pack has an actor, source or acronym only if it is named, cited or used there."""
    silent = any(path in reach.sight.unmentioned for reach in reached)
    return f"{MENTIONED[str(path[1])]} where it belongs, remove it" if silent else _MEND


def _asked(path: Path, reached: list[_Reach]) -> str:
    asking = [reach.audience for reach in reached if reach.asks(path)]
    return _ASKED.format(audiences=" and of ".join(asking)) if asking else ""


def _rules(case: Case, path: Path, reached: list[_Reach]) -> str:
    """Return the rules that keep something from the audiences to which it is opened; a rule for all is given once.

    The place of a rule is told unless the rule stands at the thing itself.
    """
    reasons = [(reach, reach.why(path)) for reach in reached]
    here = case.place(path)
    stands = [case.place(reason.path) for _, reason in reasons]
    told = [
        reason.rule if place == here else f"{reason.rule} ({place})"
        for (_, reason), place in zip(reasons, stands, strict=True)
    ]
    if len(set(told)) == 1:
        return told[0]
    return "; ".join(f"from {reach.audience}, {rule}" for (reach, _), rule in zip(reasons, told, strict=True))
