"""Rules and values: the list of rules is complete, and what it excepts from the properties is no more than that."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.noninterference.rules import SAID, item_classes, rules, said_values

from briefpack.case.fields import Annotation
from briefpack.case.schema import fields_of

PACKAGE = Path("workflow/briefpack")
#: The modules in which it is decided who sees what.
DECIDING = ("disclosure/select.py", "disclosure/rules.py")
#: What they read of an item that is no rule: what it is called by, what holds the rules, the end of a rule's date.
READ = {
    "id",
    "key",
    "value",
    "end",
    "handling",
    "case",
    "planning",
    "implementation",
    "assessment",
    "track_i",
    "activities",
    "outputs",
}


def test_the_rules_are_these() -> None:
    """A field that becomes a rule, or ceases to be one, is seen here: each is an exception from a promise."""
    assert rules() >= {
        ("Activity", "attribution_max"),
        ("Activity", "belongs_to"),
        ("Activity", "confidentiality"),
        ("Activity", "release_to"),
        ("Activity", "track"),
        ("Embargo", "event"),
        ("Embargo", "until"),
        ("Handling", "mark"),
        ("Handling", "tlp"),
        ("Lesson", "share_with"),
        ("Output", "attribution"),
        ("Output", "embargo"),
        ("Output", "release_to"),
        ("Session", "attribution"),
    }
    names = {name for _, name in rules()}
    assert not names & {"id", "name", "title", "text", "date", "window", "venue", "participants", "phase"}


@pytest.mark.parametrize("module", DECIDING)
def test_nothing_that_is_no_rule_decides_who_sees_what(root: Path, module: str) -> None:
    """Every field of the model that these modules read of an item by name is a rule, or is known to decide nothing."""
    tree = ast.parse((root / PACKAGE / module).read_text(encoding="utf-8"))
    chains = [chain for node in ast.walk(tree) if (chain := _chain(node)) and chain[0] in ITEMS]
    fields = {shape.attribute for item in item_classes() for shape in fields_of(item).values()}
    asked = {step for _, *steps in chains for step in steps} & fields
    assert asked - {name for _, name in rules()} - READ == set()


#: What these modules call an item of the case, as opposed to what a reader sees of it.
ITEMS = {"content", "item", "activity", "output", "embargo", "handling", "rule"}


def _chain(node: ast.AST) -> list[str]:
    """Return the names in a chain of attributes, such as `content.case.handling`, or nothing where it is none."""
    steps: list[str] = []
    while isinstance(node, ast.Attribute):
        steps.append(node.attr)
        node = node.value
    return [node.id, *reversed(steps)] if steps and isinstance(node, ast.Name) else []


def test_what_is_said_of_a_value_is_a_rule_or_a_value() -> None:
    """Of an annotation's keys those that decide are named; the rest are values, and mutated."""
    assert "sensitivity" in SAID
    assert {"cite", "other_readings", "verification"} <= said_values()
    assert SAID & set(Annotation.model_fields) | said_values() == set(Annotation.model_fields)
