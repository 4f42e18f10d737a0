"""Rules: what each finds in its small cases, in what words, and to whom that may be said."""

from __future__ import annotations

import re

import pytest
from tests.building import ROOT, wording
from tests.findings.tables import KINDS, Row, path_of, rows

from briefpack.disclosure.inside import inside
from briefpack.disclosure.views import Views
from briefpack.findings import RULES, judge
from briefpack.findings.finding import Unchecked
from briefpack.findings.missing import missing_in_words
from briefpack.findings.telling import tell, unseen

ROWS = list(rows())
README = ROOT / "workflow" / "briefpack" / "README.md"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_finds_in_a_small_case_what_its_table_says(row: Row) -> None:
    """It finds these items and no others, and leaves these unchecked and no others."""
    views = Views(row.case)
    judgement = judge(views.of("coordinator"), seated=row.seated, unseen=unseen(views))
    found = [one.finding.places for one in judgement.findings if one.rule == row.rule]
    assert found == [tuple(map(path_of, places)) for places in row.expected.get("finds", ())]
    unchecked = {inside(one.about).path for rule, one in judgement.unchecked if rule == row.rule}
    assert unchecked == set(map(path_of, row.expected.get("unchecked", ())))
    if missing := row.expected.get("missing"):
        assert {one.missing for rule, one in judgement.unchecked if rule == row.rule} == {tuple(missing)}


@pytest.mark.parametrize("row", [row for row in ROWS if row.expected.get("finds")], ids=str)
def test_a_finding_is_told_as_its_table_says(row: Row) -> None:
    """Its sentence, its severity, and the sides to which it may be said; each says so in every row that finds."""
    told = next(one for one in tell(Views(row.case), wording(), seated=row.seated).findings if one.rule == row.rule)
    assert told.sentence == row.expected.get("sentence", told.sentence)
    assert told.severity == row.expected.get("severity", told.severity)
    assert [audience for audience, sentence in told.said.items() if sentence] == row.expected["said"]
    for audience, ask in row.expected.get("asks", {}).items():
        assert told.said[audience] == f"{told.sentence} {ask}"
    assert told.remedy == row.expected.get("remedy", told.remedy) != ""
    assert told.is_urgent == (row.expected.get("at_once", told.is_urgent) in ("true", True))
    assert told.sentence.rstrip("”)").endswith((".", "!", "?"))
    assert told.owner


def test_each_rule_has_a_table_with_every_kind_of_case() -> None:
    """One that fires, one that nearly does, and one each where something is unknown, withheld, inexact or over."""
    assert {(row.rule, row.kind) for row in ROWS} == {(rule, kind) for rule in RULES for kind in KINDS}
    assert all(row.expected.get("finds") for row in ROWS if row.kind == "fires")
    assert not any(row.expected.get("finds") for row in ROWS if row.kind in ("near_miss", "unknown"))


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_words_for_its_owner_and_for_a_side_only_where_one_may_be_told(rule: str) -> None:
    """A rule that rests on something absent asks nothing of a side."""
    said = {key.split(".")[2] for key in wording().texts if key.startswith(f"findings.{rule}.")}
    assert {"remedy", "owner", "judges"} < said
    assert ("ask" in said) == (RULES[rule].basis == "presence")
    told = [key for key in said if key.startswith(("remedy", "ask")) and not key.endswith(("_past", "asked"))]
    assert [key for key in told if f"{key}_past" not in said] == []


def test_no_words_of_a_rule_are_left_over() -> None:
    """Each family of the catalogue is that of a rule."""
    said = {key.split(".")[1] for key in wording().texts if key.startswith("findings.")}
    assert said - {
        "count",
        "missing",
        "unsaid",
        "changed",
        "changed_severity",
        "changed_threshold",
    } == set(RULES)


def test_whatever_a_rule_misses_has_words_and_no_others_are_worded() -> None:
    """Those who read of it know no field by its name."""
    missed = {(rule, name) for row in ROWS for rule, one in _unchecked(row) for name in one.missing}
    told = {name: missing_in_words(rule, name, wording()) for rule, name in missed}
    assert not any("_" in words or words == name for name, words in told.items())
    worded = {key.split(".")[2] for key in wording().texts if key.startswith("findings.missing.")}
    assert worded - {name.rpartition(".")[2] for _, name in missed} == set()


def _unchecked(row: Row) -> tuple[tuple[str, Unchecked], ...]:
    views = Views(row.case)
    return judge(views.of("coordinator"), seated=row.seated, unseen=unseen(views)).unchecked


def test_the_list_of_the_readme_has_each_rule_with_what_it_is() -> None:
    """Its severity and what it rests on are those of the table."""
    listed = re.findall(r"^\| (C\d\d) \| [^|]+ \| [^|]+ \| (\w+) \| (\w+) \|", README.read_text("utf-8"), re.MULTILINE)
    assert listed == [(name, rule.severity, rule.basis) for name, rule in RULES.items()]
