"""Sayable: what a reader may be told and asked of each finding that the reader's own view gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings import Judged, Judgement, judge
from briefpack.findings.answers import answer_in
from briefpack.findings.in_print import is_in_print
from briefpack.findings.together import told_elsewhere
from briefpack.findings.worded import borne_by, said, sentence_of
from briefpack.handbook import yaml_word
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue


@dataclass(frozen=True)
class Sayable:
    """A finding that a reader's own view gives: what the reader may be told, and what asked.

    `beside` are findings of that view that it tells with it.
    """

    found: Judged
    sentence: str
    ask: str
    beside: tuple[Judged, ...] = ()

    @property
    def items(self) -> tuple[Node | Leaf, ...]:
        """Return what bears it out."""
        return tuple(dict.fromkeys(item for one in (self.found, *self.beside) for item in borne_by(one)))

    @property
    def text(self) -> str:
        """Return what may be said, then what may be asked."""
        return f"{self.sentence} {self.ask}"


def sayable(view: View, catalogue: Catalogue, changes: Mapping[str, RuleChange]) -> dict[object, Sayable]:
    """Return what a reader may be told and asked of each finding that the reader's own view gives, by its key."""
    return dict(spoken(judge(view, changes), view, catalogue))


def spoken(judgement: Judgement, view: View, catalogue: Catalogue) -> Iterator[tuple[object, Sayable]]:
    """Return each finding of a reader's own view that rests on what is there and in print, by its key, in words."""
    ask = f"ask_{yaml_word(view.audience)}"
    told = [one for one in judgement.findings if one.basis == "presence" and is_in_print(one, view)]
    elsewhere = told_elsewhere(one for one in told if answer_in(one, view) is None)
    for one in told:
        if one.key not in elsewhere:
            beside = tuple(each for each in told if elsewhere.get(each.key) is one)
            asked = said(one, view, catalogue, ask, "ask")
            yield one.key, Sayable(one, sentence_of(one, view, catalogue), asked, beside)
