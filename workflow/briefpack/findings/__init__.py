"""Findings: what does not fit between the tracks, one module a family of rules, each rule in the table below.

Source: handbook map, section 4 (C01 to C22), and what is known of coordination between tracks. The table in the README
of the package says of each rule where it comes from, what it looks at, and when it is known to be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.case.content import Path
from briefpack.disclosure.view import View
from briefpack.findings import (
    ages,
    calendar,
    claims,
    contacts,
    decisions,
    denials,
    gaps,
    impossible,
    mandates,
    mediators,
    plans,
    publics,
    roles,
    same,
    timings,
    transfers,
    words,
)
from briefpack.findings.finding import Basis, Finding, Measured, Rule, Unchecked, Unseen, Vantage
from briefpack.findings.seated import Seated
from briefpack.house.rule_changes import RuleChange, Severity

#: Every rule by its id.
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "C01": Rule("high", "absence", roles.both_sides, is_fixed=True),
        "C02": Rule("medium", "absence", Measured(roles.many_at_once, 3)),
        "C03": Rule("medium", "presence", Measured(calendar.clash_with_round, 3)),
        "C04": Rule("medium", "presence", Measured(calendar.sensitive_days, 3)),
        "C05": Rule("medium", "presence", gaps.doubled),
        "C06": Rule("medium", "absence", gaps.on_paper),
        "C07": Rule("medium", "absence", gaps.one_sided),
        "C08": Rule("medium", "absence", plans.no_way_out),
        "C09": Rule("high", "presence", Measured(words.at_odds, 60)),
        "C10": Rule("medium", "presence", words.promise),
        "C11": Rule("high", "absence", transfers.unconsented, is_fixed=True),
        "C12": Rule("medium", "absence", Measured(transfers.unanswered, 21)),
        "C13": Rule("medium", "absence", roles.liaison),
        "C14": Rule("medium", "absence", contacts.awareness),
        "C15": Rule("medium", "absence", Measured(timings.timing, 90)),
        "C16": Rule("medium", "absence", plans.method),
        "C17": Rule("medium", "absence", Measured(ages.stale, 60)),
        "C18": Rule("medium", "absence", plans.traceable),
        "C19": Rule("medium", "presence", contacts.drift),
        "C20": Rule("medium", "presence", Measured(roles.funder, 80)),
        "C21": Rule("medium", "absence", publics.public),
        "C22": Rule("medium", "presence", claims.order),
        "C23": Rule("high", "presence", impossible.times),
        "C24": Rule("medium", "presence", same.two_dates),
        "C25": Rule("high", "presence", denials.denial, is_fixed=True),
        "C26": Rule("medium", "absence", claims.readiness),
        "C27": Rule("medium", "presence", mediators.mediator_and_monitor),
        "C28": Rule("high", "presence", decisions.against_decision),
        "C29": Rule("low", "absence", Measured(transfers.unused, 60)),
        "C30": Rule("high", "presence", mandates.against),
    }
)


_RANKS: tuple[Severity, ...] = ("high", "medium", "low")


@dataclass(frozen=True, eq=False)
class Judged:
    """A finding under its rule, with how much it matters and what it rests on."""

    rule: str
    finding: Finding
    severity: Severity
    basis: Basis

    @property
    def key(self) -> tuple[str, tuple[Path, ...]]:
        """Return what makes it the same finding in another view: its rule and the items it is about."""
        return self.rule, self.finding.places


@dataclass(frozen=True, eq=False)
class Judgement:
    """All that the rules say of one view: what they find, and what they could not judge, by rule."""

    findings: tuple[Judged, ...]
    unchecked: tuple[tuple[str, Unchecked], ...]


def judge(
    view: View,
    changes: Mapping[str, RuleChange] = MappingProxyType({}),
    seated: Seated | None = None,
    unseen: Unseen = MappingProxyType({}),
) -> Judgement:
    """Return what every rule says of a view, each thing once, the gravest first.

    The seats of people, and what each side does not see (`unseen`), are for the team alone.
    """
    seen = Vantage(view, seated, unseen)
    findings: dict[object, Judged] = {}
    unchecked: dict[object, tuple[str, Unchecked]] = {}
    for name, rule in RULES.items():
        change = changes.get(name)
        for found in rule.look_by(change.threshold if change else None)(seen):
            if isinstance(found, Unchecked):
                unchecked.setdefault((name, found.about, found.missing), (name, found))
                continue
            severity = (change and change.severity) or found.severity or rule.severity
            one = Judged(name, found, severity, found.basis or rule.basis)
            findings.setdefault(one.key, one)
    ranked = sorted(findings.values(), key=lambda one: _RANKS.index(one.severity))
    return Judgement(tuple(ranked), tuple(unchecked.values()))
