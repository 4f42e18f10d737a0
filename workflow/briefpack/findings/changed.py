"""Changed rules: which changes of rules an organisation may make, and how the changes are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.findings import RULES
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.text.escaping import on_one_line
from briefpack.text.near_miss import near_miss

_NO_RULE = (
    "there is no rule '{rule}'{hint}: write the id of one that can be changed ({known}); workflow/briefpack/README.md, "
    "'Findings', says what each finds"
)
_FIXED = "no organisation can change this rule: take it out"
_NO_NUMBER = "this rule judges by no number: take 'threshold' out; rules with one are {known}"
_NOTHING = "nothing is changed here: add 'severity' or 'threshold', or take the rule out"


def faults(changes: Mapping[str, RuleChange]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Return what is wrong with the changes of an organisation: the path below them, and what to do."""
    for name, change in changes.items():
        rule = RULES.get(name)
        if rule is None:
            yield (
                (name, "*key*"),
                _NO_RULE.format(rule=name, hint=near_miss(name, RULES), known=_known(of_number=False)),
            )
        elif rule.is_fixed:
            yield (name, "*key*"), _FIXED
        elif change.threshold is not None and rule.threshold is None:
            yield (name, "threshold"), _NO_NUMBER.format(known=_known(of_number=True))
        elif change.threshold is None and change.severity is None:
            yield (name, "*key*"), _NOTHING


def _known(*, of_number: bool) -> str:
    changeable = {name: rule for name, rule in RULES.items() if not rule.is_fixed}
    return ", ".join(name for name, rule in changeable.items() if not of_number or rule.threshold is not None)


def in_words(name: str, change: RuleChange, catalogue: Catalogue) -> str:
    """Return what an organisation changes of a rule, and why."""
    rule = RULES[name]
    said: list[str] = []
    if change.severity:
        said.append(catalogue.say("findings.changed_severity", here=catalogue.say(f"words.{change.severity}")))
    if change.threshold is not None and rule.threshold is not None:
        numbers = {"here": catalogue.number(change.threshold), "usual": catalogue.number(rule.threshold)}
        said.append(catalogue.say("findings.changed_threshold", **numbers))
    return catalogue.say("findings.changed", changes=catalogue.list(said), reason=on_one_line(change.because))
