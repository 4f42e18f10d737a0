"""Changes: what an organisation may change of a rule, that its reason is printed, and what it may not change."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.building import Told, make_packs, own_templates, tell, write_case
from tests.findings.tables import rows
from tests.packs.test_report import markdown, reported

from briefpack.disclosure.views import Views
from briefpack.findings import RULES, judge
from briefpack.house.rule_changes import RuleChange
from briefpack.packs.orders import Order

Capture = pytest.CaptureFixture[str]
#: A case with one finding, of C20: one funder pays most of the work.
PAID = next(row for row in rows() if row.rule == "C20" and row.kind == "fires")
REASON = "Nobody else *can* pay."


def _case(parent: Path) -> Path:
    """Return a folder with the case, whose report is for somebody."""
    documents = {stem: dict(document) for stem, document in PAID.documents.items()}
    documents["case"]["handling"] = {"distribution": {"coordinator": ["Desk"]}}
    return write_case(parent, **{stem: yaml.safe_dump(document) for stem, document in documents.items()})


def _library(parent: Path, findings: str) -> Path:
    return own_templates(parent, {"organisation.yaml": f"name: Ours\nfindings:\n{findings}"})


def _checked(capsys: Capture, tmp_path: Path, findings: str) -> Told:
    library = ("--templates", _library(tmp_path, findings), "--organisation", "ours")
    return tell(capsys, "check", "--quiet", "--findings", _case(tmp_path), *library)


def test_an_organisation_changes_how_much_a_finding_matters(tmp_path: Path, capsys: Capture) -> None:
    """The reason stands beside the finding, and what is only information does not raise the exit status."""
    plain = tell(capsys, "check", "--quiet", "--findings", _case(tmp_path / "plain"))
    assert plain.status == 3
    told = _checked(capsys, tmp_path, f"  C20: {{severity: low, because: {REASON}}}\n")
    assert (told.out.count("finding C20-"), told.out.count("(low)"), told.status) == (1, 1, 0)
    assert f"  Set by this organisation (weight low): {REASON}\n" in told.out


def test_a_threshold_that_silences_a_rule_is_printed_with_its_reason(tmp_path: Path, capsys: Capture) -> None:
    """Whoever reads that nothing was found reads too that the rule was changed."""
    told = _checked(capsys, tmp_path, f"  C20: {{threshold: 100, because: {REASON}}}\n")
    assert "finding C20-" not in told.out
    assert f"\nC20: Set by this organisation (number 100 instead of 80): {REASON}\n" in f"\n{told.out}"


@pytest.mark.parametrize("rule", ["C12", "C29"])
def test_days_until_an_answer_and_until_a_use_are_changed_apart(rule: str) -> None:
    """What was not acknowledged waits by one number of days, what is not known to be used by another."""
    view = Views(next(row for row in rows() if row.rule == rule and row.kind == "fires").case).of("coordinator")
    found = {}
    for changed in ("C12", "C29"):
        changes = {changed: RuleChange(because=REASON, threshold=365)}
        found[changed] = rule in {one.rule for one in judge(view, changes).findings}
    assert found == {"C12": rule != "C12", "C29": rule != "C29"}


@pytest.mark.parametrize(("change", "is_found"), [("severity: low", True), ("threshold: 100", False)])
def test_the_report_prints_the_reason(tmp_path: Path, change: str, is_found: bool) -> None:
    """Beside the findings of the rule, or, where it finds nothing, with what was not checked."""
    library = _library(tmp_path, f"  C20: {{{change}, because: {REASON}}}\n")
    text = markdown(reported(_case(tmp_path), library, "ours"))
    before, _, after = text.partition("Annex G: What was not checked\n")
    reason = r"Nobody else \*can\* pay."
    assert (reason in before, reason in after) == (is_found, not is_found)


def test_no_change_reaches_a_pack(tmp_path: Path) -> None:
    """The packs of both readers are the same to the byte."""
    case = _case(tmp_path)
    made = []
    for name, findings in (("plain", ""), ("changed", f"findings: {{C20: {{severity: low, because: {REASON}}}}}\n")):
        library = own_templates(tmp_path / name, {"organisation.yaml": f"name: Ours\n{findings}"})
        files = make_packs(Order(case, library, "ours", ("track-i", "track-ii"), ("en",)))
        made.append({name: data for name, data in files.items() if not name.endswith(".json")})
    assert made[0] == made[1]
    assert made[0]


@pytest.mark.parametrize(
    ("findings", "place", "message"),
    [
        ("  C3: {severity: low, because: x}", "3:3", "there is no rule 'C3' (did you mean 'C"),
        ("  X05: {severity: low, because: x}", "3:3", "there is no rule 'X05'"),
        ("  C03: {severity: low}", "3:8", "the key 'because' is missing: add it"),
        ("  C03: {severity: low, because: ''}", "3:33", "the text is empty"),
        ("  C03: {because: x}", "3:3", "nothing is changed here: add 'severity' or 'threshold'"),
        ("  C05: {threshold: 4, because: x}", "3:20", "take 'threshold' out; rules with one are C02, "),
        ("  C03: {severity: grave, because: x}", "3:19", "not an allowed value: high, medium, low"),
        ("  C03: {threshold: some, because: x}", "3:20", "expected a whole number"),
        ("  C03: {threshold: -1, because: x}", "3:20", "expected a whole number"),
        ("  C03: {threshold: 99999999999, because: x}", "3:20", "too large"),
        ("  C03: {treshold: 5, because: x}", "3:9", "did you mean 'threshold'?"),
        ("  C03: {severity: low, because: NATO SECRET}", "1:1", "'because' of C03 reads like a classification"),
        *((f"  {name}: {{severity: low, because: x}}", "3:3", "no organisation can change this rule")
          for name, rule in RULES.items() if rule.is_fixed),
    ],
)  # fmt: skip
def test_a_wrong_change_is_refused_with_its_place_and_what_to_do(
    tmp_path: Path, capsys: Capture, findings: str, place: str, message: str
) -> None:
    """By the check and by whatever makes packs: in the file of the organisation, never with a traceback."""
    library = _library(tmp_path, f"{findings}\n")
    case = _case(tmp_path)
    style = ("--templates", library, "--organisation", "ours")
    made = tell(capsys, "report", case, *style, "--into", tmp_path / "made")
    assert (made.status, message in made.err + made.out) == (1, True)
    assert f"organisation.yaml:{place}" in made.err + made.out
    if "reads like" not in message:
        told = tell(capsys, "check", "--quiet", "--findings", case, *style)
        assert (told.status, message in told.err + told.out) == (1, True)
