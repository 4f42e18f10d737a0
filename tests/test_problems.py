"""Problems: each rule that has an id stands in one table, and each id in the table is that of a rule that is asked."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

from briefpack.problems import DISCLOSURE, RULES, Place, Problem, Rule


def ids_told(root: Path) -> set[str]:
    """Return the ids with which the package makes problems."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (root / "workflow" / "briefpack").rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("Problem", "replace")]
    named = [word.value for call in made for word in call.keywords if word.arg == "rule"]
    assert all(isinstance(value, ast.Constant) for value in named)
    return {str(value.value) for value in named if isinstance(value, ast.Constant)}


def test_every_rule_that_is_told_is_in_the_table_and_every_other_is_not(root: Path) -> None:
    """Whoever reads an id finds in words what it forbids."""
    assert ids_told(root) == RULES.keys() == set(get_args(Rule))
    assert DISCLOSURE.keys() <= RULES.keys()
    assert all(text and not text.endswith(".") for text in RULES.values())


def test_the_readme_of_the_inputs_names_each_rule(root: Path) -> None:
    """Who is told an id can look it up where cases are written."""
    text = (root / "inputs" / "README.md").read_text(encoding="utf-8")
    assert [rule for rule in RULES if rule not in text] == []


def test_a_rule_is_printed_before_its_message_and_decides_the_order_with_it() -> None:
    """What a person reads, and in which order, is the same as if the id were part of the message."""
    place = Place("case.yaml", 4, 2)
    found = [Problem(place, "zeal"), Problem(place, "amiss", rule="X02"), Problem(place, "amiss")]
    assert [str(one) for one in sorted(found)] == [
        "case.yaml:4:2: error: X02: amiss",
        "case.yaml:4:2: error: amiss",
        "case.yaml:4:2: error: zeal",
    ]
