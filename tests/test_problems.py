"""Problems: each rule stands in one table, and each id in the table is that of a rule that is asked."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

from briefpack import checks
from briefpack.inspection.faults import Kind
from briefpack.problems import DISCLOSURE, RULES, Place, Problem, Refusal, refused_under, under

#: The tables of checks, each of which is a rule by its name.
TABLES = [table for name, table in vars(checks).items() if name.endswith("_CHECKS")]
#: What calls that make or mark problems take for a rule, by position or by name.
MARKING = {"Problem": 3, "replace": None, "under": 0, "refused_under": 0}


def rules_written(root: Path) -> set[str]:
    """Return the ids that stand in the package where problems are made or put under a rule."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (root / "workflow" / "briefpack").rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found: list[ast.expr] = []
    for call in calls:
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        position = MARKING.get(name)
        found += [word.value for word in call.keywords if word.arg == "rule" and name in MARKING]
        found += call.args[position : position + 1] if position is not None else []
    return {value.value for value in found if isinstance(value, ast.Constant) and isinstance(value.value, str)}


def test_every_rule_that_is_told_is_in_the_table_and_every_other_is_not(root: Path) -> None:
    """Whoever reads an id finds in words what is wrong; a new check needs a line here."""
    names = {name for table in TABLES for name in table}
    assert rules_written(root) >= DISCLOSURE.keys()
    by_default = {"command"}
    assert rules_written(root) | names | set(get_args(Kind)) | by_default == RULES.keys()
    assert all(text and not text.endswith(".") for text in RULES.values())


def test_the_readme_of_the_inputs_names_each_rule_of_disclosure(root: Path) -> None:
    """Who is told an id can look it up where cases are written."""
    text = (root / "inputs" / "README.md").read_text(encoding="utf-8")
    assert [rule for rule in DISCLOSURE if rule not in text] == []


def test_a_rule_of_disclosure_is_printed_before_its_message_and_decides_the_order_with_it() -> None:
    """What a person reads, and in which order, is the same as if the id were part of the message."""
    place = Place("case.yaml", 4, 2)
    found = [Problem(place, "zeal"), Problem(place, "amiss", rule="X02"), Problem(place, "amiss")]
    assert [str(one) for one in sorted(found)] == [
        "case.yaml:4:2: error: X02: amiss",
        "case.yaml:4:2: error: amiss",
        "case.yaml:4:2: error: zeal",
    ]


def test_who_found_a_problem_is_not_printed_and_parts_no_two_that_read_the_same() -> None:
    """A problem that two checks find is told once, and a rule that it has already is kept."""
    place = Place("case.yaml", 4, 2)
    one, other = under("lists", [Problem(place, "amiss")]), under("dates", [Problem(place, "amiss")])
    assert [str(each) for each in one] == ["case.yaml:4:2: error: amiss"]
    assert len({*one, *other}) == 1
    closed = Problem(place, "amiss", rule="X02")
    assert [each.rule for each in under("lists", [*other, closed])] == ["dates", "X02"]
    assert len({*one, closed}) == 2


def test_what_is_refused_is_put_under_a_rule_and_stays_the_refusal_that_it_was() -> None:
    """Whoever waits for one kind of refusal still meets it."""

    class Kept(Refusal):
        """A kind of refusal."""

    with pytest.raises(Kept) as caught, refused_under("yaml"):
        raise Kept([Problem(Place("x"), "one"), Problem(Place("x"), "two", rule="model")])
    assert [problem.rule for problem in caught.value.problems] == ["yaml", "model"]
