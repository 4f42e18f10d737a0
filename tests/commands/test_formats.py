"""Formats: what is wrong with cases as one document for editors and CI, whatever it is."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.building import INPUTS, LEAST, own_templates, shipped, tell, write_case
from tests.reading.test_very_wrong import CASE as VERY_WRONG

from briefpack.commands import checking
from briefpack.problems import DISCLOSURE, RULES
from briefpack.reading.readings import walk_all

Capture = pytest.CaptureFixture[str]
#: A key that there is not, in the first line.
WRONG = "descripton: x\n"
LEVELS = {"error", "warning"}
#: A finding that is only information is a note.
NOTE = {"note"}


def sarif(capsys: Capture, *arguments: object) -> dict[str, Any]:
    """Return the SARIF log that a check prints; nothing else is printed anywhere, and the log is as SARIF wants it."""
    told = tell(capsys, "check", "--format", "sarif", *arguments)
    log: dict[str, Any] = json.loads(told.out)
    assert told.err == ""
    refuse_what_is_no_sarif(log)
    assert told.status == int("error" in {result["level"] for result in results(log)})
    return log


def results(log: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the results of the one run of a log."""
    found: list[dict[str, Any]] = log["runs"][0]["results"]
    return found


def refuse_what_is_no_sarif(log: dict[str, Any]) -> None:
    """Fail where a log lacks what SARIF 2.1.0 and GitHub's code scanning require of one."""
    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert [one["executionSuccessful"] for one in run["invocations"]] == [True]
    driver = run["tool"]["driver"]
    assert driver["name"] == "briefpack"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    for rule in driver["rules"]:
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        refuse_what_is_no_result(result, ids, run["originalUriBaseIds"])


def refuse_what_is_no_result(result: dict[str, Any], ids: list[str], bases: dict[str, Any]) -> None:
    """Fail where a result has no rule, level, message or place, or has more than these: no snippet of a case."""
    assert result.keys() == {"ruleId", "ruleIndex", "level", "message", "locations"}
    assert ids[result["ruleIndex"]] == result["ruleId"]
    assert result["level"] in LEVELS | NOTE
    assert result["message"]["text"]
    (location,) = result["locations"]
    place = location["physicalLocation"]
    assert place.keys() == {"artifactLocation", "region"}
    assert place["region"].keys() == {"startLine", "startColumn"}
    assert all(type(number) is int and number > 0 for number in place["region"].values())
    artifact = place["artifactLocation"]
    is_outside = artifact["uri"].startswith("file:///")
    assert is_outside or artifact["uriBaseId"] in bases
    assert is_outside or not artifact["uri"].startswith(("/", "."))
    assert artifact["uri"].isascii()
    assert " " not in artifact["uri"]


def lines(entries: list[dict[str, Any]]) -> list[str]:
    """Return the entries of a JSON list as the lines of text that tell of the same."""
    return [
        "{file}:{line}:{column}: {severity}: ".format(**one)
        + (f"{one['rule']}: " if one["rule"] in DISCLOSURE else "")
        + one["message"]
        for one in entries
    ]


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder `inputs` of a project in a folder with a space, in which commands are given."""
    project = tmp_path / "my project"
    project.mkdir()
    monkeypatch.chdir(project)
    return project / "inputs"


def test_a_document_holds_the_problems_that_are_printed_as_text(inputs: Path, capsys: Capture) -> None:
    """Every case, one of which is no YAML, has a warning, or is misspelt; the texts are the same to the letter."""
    write_case(inputs, "one", case=LEAST.replace("river-talks", "one"), planning=WRONG)
    write_case(inputs, "two", case="a: [\n")
    shutil.copytree(INPUTS / "harbour-talks", inputs / "harbour-talks")
    folders = [f"inputs/{name}" for name in ("one", "two", "harbour-talks", "tree")]
    text = tell(capsys, "check", "--quiet", "--sources", *folders)
    told = tell(capsys, "check", "--sources", "--format", "json", *folders)
    entries = json.loads(told.out)
    assert {one["severity"] for one in entries} == LEVELS
    assert sorted(lines(entries)) == sorted(text.problems)
    assert (told.status, told.err) == (text.status, "") == (1, "")


def test_a_case_without_a_mistake_is_an_empty_list(inputs: Path, capsys: Capture) -> None:
    """Open questions, which text lists, are no problems."""
    write_case(inputs, case=LEAST)
    told = tell(capsys, "check", "--format", "json")
    assert (json.loads(told.out), told.status, told.err) == ([], 0, "")
    assert results(sarif(capsys)) == []


def test_a_path_is_told_from_the_project_and_percent_encoded(inputs: Path, capsys: Capture) -> None:
    """However the folder was typed, no document says where the project lies on this machine."""
    folder = write_case(inputs / "büro 50% #1", "river-talks", case=LEAST, planning=WRONG)
    (result,) = results(sarif(capsys, folder))
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    uri = "inputs/b%C3%BCro%2050%25%20%231/river-talks/planning.yaml"
    assert artifact == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    told = tell(capsys, "check", "--format", "json", folder)
    assert [one["file"] for one in json.loads(told.out)] == ["inputs/büro 50% #1/river-talks/planning.yaml"]
    assert str(inputs.parent.parent) not in told.out


def test_a_file_outside_the_project_is_told_from_the_top_of_the_disk(inputs: Path, capsys: Capture) -> None:
    """A path that leads out of the folder of the check is no relative one in SARIF."""
    inputs.mkdir()
    folder = write_case(inputs.parent.parent, case=LEAST, planning=WRONG)
    for typed in (folder, Path("..") / folder.name):
        (result,) = results(sarif(capsys, typed))
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact == {"uri": (folder / "planning.yaml").resolve().as_uri()}


@pytest.mark.parametrize("format_", ["json", "sarif"])
@pytest.mark.parametrize(
    "typed",
    [["tree"], [], ["inputs/river-talks", "--organisation", "nobody"], ["inputs/river-talks", "--templates", "x"]],
)
def test_what_keeps_a_check_from_its_begin_is_in_the_document(
    typed: list[str], format_: str, inputs: Path, capsys: Capture
) -> None:
    """A misspelt case, no case at all, and a misspelt house style leave one document that says so."""
    write_case(inputs if typed[:1] == ["inputs/river-talks"] else inputs.parent / "away", case=LEAST)
    told = tell(capsys, "check", "--format", format_, *typed)
    found = json.loads(told.out)
    assert len(found if format_ == "json" else results(found)) == 1
    assert (told.status, told.err) == (1, "")


def test_a_rule_that_has_an_id_is_told_by_it_and_no_withheld_text_is(inputs: Path, capsys: Capture) -> None:
    """X01 stands beside the message, which holds nothing of what is withheld."""
    secret = "Seven lanterns above the weir"
    closed = f"version: {{value: {secret}, sensitivity: team_only}}\n"
    write_case(inputs, case=f"{LEAST}{closed}summary: {secret} were counted.\n")
    told = tell(capsys, "check", "--format", "json")
    assert "X01" in {one["rule"] for one in json.loads(told.out)}
    log = sarif(capsys)
    assert "X01" in {one["ruleId"] for one in results(log)}
    assert "lanterns" not in told.out + json.dumps(log)


def test_a_fault_of_briefpack_leaves_a_document_that_says_that_the_check_did_not_finish(
    inputs: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found before is told, and the fault is not taken for a mistake of the case."""
    write_case(inputs, "a", case=LEAST.replace("river-talks", "a"), planning=WRONG)
    write_case(inputs, "b", case=LEAST.replace("river-talks", "b"))
    sound = checking.check_case

    checked: list[object] = []

    def broken(*given: Any, **named: Any) -> object:
        checked.append(given)
        if len(checked) == 2:
            raise KeyError("a fault of briefpack")
        return sound(*given, **named)

    monkeypatch.setattr(checking, "check_case", broken)
    with pytest.raises(KeyError):
        tell(capsys, "check", "--format", "sarif")
    log = json.loads(capsys.readouterr().out)
    assert [one["executionSuccessful"] for one in log["runs"][0]["invocations"]] == [False]
    assert len(results(log)) == 1


def test_every_rule_is_in_the_log(inputs: Path, capsys: Capture) -> None:
    """Whoever reads the log finds each rule in words, met or not."""
    write_case(inputs, case=LEAST)
    ids = [rule["id"] for rule in sarif(capsys)["runs"][0]["tool"]["driver"]["rules"]]
    assert ids == list(RULES)


def rules_of(capsys: Capture, *arguments: object) -> set[str]:
    """Return the rules of what a check finds; each problem has one."""
    return {one["rule"] for one in json.loads(tell(capsys, "check", "--format", "json", *arguments).out)}


#: What is written into a case folder by file, and the rule under which something of it is told.
BROKEN = {
    "yaml": {"case.yaml": "a: [\n"},
    "model": {"planning.yaml": WRONG},
    "case_folder": {"plannign.yaml": "status: done\n"},
    "registry": {"registry.yaml": "persons: {}\n"},
    "references": {"planning.yaml": "activities: [{id: a, title: A, parties: [nobody]}]\n"},
    "glossary": {"case.yaml": f"{LEAST}summary: The UNQX met.\n"},
    "people": {"case.yaml": f"{LEAST}actors: [{{id: lead, name: Lead, alias: heron}}]\n"},
    "uncited": {"case.yaml": f"{LEAST}version: two\nperiod: {{from: 2024-01}}\n"},
}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_problem_is_told_under_the_rule_of_who_finds_it(rule: str, inputs: Path, capsys: Capture) -> None:
    """An editor can group by it, and a script can look for one kind."""
    folder = write_case(inputs, case=LEAST)
    for name, text in BROKEN[rule].items():
        (folder / name).write_text(text, encoding="utf-8")
    assert rule in rules_of(capsys, "--sources", folder)


@pytest.mark.parametrize("name", ["nobody", "ours", "misspelt"])
def test_what_is_wrong_with_a_house_style_is_told_under_its_rule(name: str, inputs: Path, capsys: Capture) -> None:
    """A name, a value, and wording that nothing asks for."""
    folder, library = write_case(inputs, case=LEAST), own_templates(inputs.parent, {"organisation.yaml": "unit: x\n"})
    wording = library / "misspelt" / "wording" / "en.yaml"
    wording.parent.mkdir(parents=True)
    wording.write_text("nobody_asks: x\n", encoding="utf-8")
    (library / "misspelt" / "organisation.yaml").write_text("name: Misspelt\n", encoding="utf-8")
    assert rules_of(capsys, folder, "--templates", library, "--organisation", name) == {"house_style"}


def test_every_problem_of_a_case_in_which_everything_is_wrong_has_a_rule(inputs: Path, capsys: Capture) -> None:
    """None is left to what has no better place; what is typed wrongly is."""
    shutil.copytree(VERY_WRONG, inputs / "very_wrong")
    told = json.loads(tell(capsys, "check", "--format", "json").out)
    found = {one["rule"] for one in told}
    assert found == {"case_folder", "yaml", "model", "registry", "references", "lists", "dates"}
    assert found <= RULES.keys()
    assert rules_of(capsys, "tree") == {"case_folder"}
    shutil.rmtree(inputs)
    assert rules_of(capsys) == {"command"}


FINDINGS = ("--quiet", "--findings")


@pytest.mark.parametrize("name", ["harbour-talks", "crossed-lines"])
def test_findings_are_results_by_their_rule_and_how_much_they_matter(inputs: Path, capsys: Capture, name: str) -> None:
    """High, medium and low are the levels of SARIF; each stands once, at the item that it is about."""
    shutil.copytree(INPUTS / name, inputs / name)
    text = tell(capsys, "check", *FINDINGS)
    printed = re.findall(r"^(\S+): finding (C\d\d)-\w+ \((\w+)\)", text.out, re.MULTILINE)
    level = {"high": "error", "medium": "warning", "low": "note"}
    expected = sorted((place, rule, level[severity]) for place, rule, severity in printed)
    told = tell(capsys, "check", "--findings", "--format", "json")
    entries = json.loads(told.out)
    assert sorted(("{file}:{line}:{column}".format(**one), one["rule"], one["severity"]) for one in entries) == expected
    log = tell(capsys, "check", "--findings", "--format", "sarif")
    assert sorted((one["ruleId"], one["level"]) for one in results(json.loads(log.out))) == sorted(
        (rule, severity) for _, rule, severity in expected
    )
    assert (text.status, told.status, log.status) == (3, 3, 3)
    refuse_what_is_no_sarif(json.loads(log.out))


def test_a_document_of_findings_quotes_nothing_of_a_case(inputs: Path, capsys: Capture) -> None:
    """A finding may be about what no reader sees, and documents of CI are kept where others look."""
    shutil.copytree(INPUTS / "crossed-lines", inputs / "crossed-lines")
    told = tell(capsys, "check", "--findings", "--format", "sarif").out
    texts = {str(one.value) for one in walk_all(shipped("crossed-lines")) if isinstance(one.value, str)}
    long = {text.removesuffix(".") for text in texts if len(text) > 12 and " " in text}
    assert len(long) > 50
    assert [text for text in long if text in told] == []


def test_findings_change_nothing_that_a_check_says_otherwise(inputs: Path, capsys: Capture) -> None:
    """Neither a result nor the exit status where they are not asked for, and no problem where they are."""
    write_case(inputs, "one", case=LEAST.replace("id: river-talks", "id: one"), planning=WRONG)
    shutil.copytree(INPUTS / "crossed-lines", inputs / "crossed-lines")
    plain = tell(capsys, "check", "--format", "json")
    asked = tell(capsys, "check", "--findings", "--format", "json")
    entries, findings = json.loads(plain.out), json.loads(asked.out)
    assert [one for one in findings if one["rule"] in RULES] == entries
    assert len(findings) > len(entries) > 0
    assert (plain.status, asked.status) == (1, 1)
    alone = tell(capsys, "check", "--format", "json", "inputs/crossed-lines")
    assert (json.loads(alone.out), alone.status) == ([], 0)
