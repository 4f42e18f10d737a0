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
DECIDING = ("stages/select.py", "case/disclosure.py")
#: What these modules read of an item that decides nothing, or only where the reader sees it.
READ = {
    "id": "what an item is called",
    "key": "what an item is called",
    "value": "of an annotated or shown value, not of a decision to engage",
    "case": "the file",
    "assessment": "the file",
    "planning": "the file",
    "implementation": "the file",
    "activities": "the list",
    "outputs": "the list",
    "activity": "whose an output is",
    "track_i": "where the talks stand: only if this reader sees it",
    "phase": "where the talks stand: only if this reader sees it",
    "date_of_information": "the day of the information: only if this reader sees it",
    "event": "of an embargo, which is a rule",
    "name": "of a field",
    "reference": "of a field",
    "form": "of a field",
    "item": "of a field",
    "text": "of a reading",
}


def test_the_rules_are_these() -> None:
    """A field that becomes a rule, or ceases to be one, is seen here: each is an exception from a promise."""
    assert rules() >= {
        ("Activity", "attribution_max"),
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
    assert len(rules()) < 20


@pytest.mark.parametrize("module", DECIDING)
def test_nothing_that_is_no_rule_decides_who_sees_what(root: Path, module: str) -> None:
    """Every field of the model that these modules read by name is a rule, or is known to decide nothing."""
    tree = ast.parse((root / PACKAGE / module).read_text(encoding="utf-8"))
    fields = {shape.attribute for item in item_classes() for shape in fields_of(item).values()}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & fields
    assert asked - {name for _, name in rules()} - READ.keys() == set()


def test_what_is_said_of_a_value_is_a_rule_or_a_value() -> None:
    """Of an annotation's keys those that decide are named; the rest are values, and mutated."""
    assert "sensitivity" in SAID
    assert {"cite", "other_readings", "verification"} <= said_values()
    assert SAID & set(Annotation.model_fields) | said_values() == set(Annotation.model_fields)
