"""Seats: of people on both sides only kinds of seats are told, and nothing where no registry can be read."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import INPUTS, case_from, copied_case, tell, wording
from tests.findings.tables import Row, counted, edited, rows
from tests.packs.test_report import all_of, markdown, reported

from briefpack.case.registry import OpenedRegistry, Registry, Sealed
from briefpack.disclosure.views import Views
from briefpack.findings.report.works import seats
from briefpack.findings.seats import seated
from briefpack.findings.telling import tell as tell_findings
from briefpack.problems import Place, Problem

Capture = pytest.CaptureFixture[str]
CASE = "crossed-lines"
#: All that the registry of the case says of its people, with their aliases, each in small letters.
PEOPLE: Mapping[str, Any] = yaml.safe_load((INPUTS / CASE / "registry.yaml").read_text("utf-8"))["people"]
SECRETS = [
    text.casefold()
    for alias, one in PEOPLE.items()
    for text in (alias, one["name"], *one["name"].split(), *one["other_seats"])
]
FIRES = next(row for row in rows() if row.rule == "C01" and row.kind == "fires")


def _outcomes(row: Row, **edits: Any) -> Mapping[str, str]:
    """Return what is told of each kind of seat in a row whose registry has other people by alias."""
    registry = copy.deepcopy(row.registry)
    registry["people"].update(edits)
    found = seated(Views(row.case), OpenedRegistry(Registry.model_validate(registry)))
    assert found
    return found.outcomes


def test_each_kind_of_seat_is_told_apart() -> None:
    """A kind that nobody of the registry fills is not checked, and one that one person alone has is told alike."""
    told = {"liaison": "unchecked", "facilitator": "some", "convenor": "unchecked", "spokesperson": "unchecked"}
    assert _outcomes(FIRES) == {**told, "participant": "unchecked"}
    nobody = {"name": "Tamsel Orrelby", "other_seats": []}
    assert _outcomes(FIRES, heron=nobody) == {**told, "facilitator": "none", "participant": "unchecked"}


def test_a_seat_whose_holder_is_not_in_the_registry_is_not_checked() -> None:
    """No alias leads from the liaison to a person, so that nobody is said to be on one side alone."""
    documents = copy.deepcopy(dict(FIRES.documents))
    del documents["case"]["actors"][1]["alias"]
    assert _outcomes(Row("C01", "fires", 0, documents, {}, FIRES.registry))["liaison"] == "unchecked"


def test_of_seats_that_some_work_leaves_open_nobody_is_said_to_have_none() -> None:
    """Whoever is not named there may be on both sides: not checked."""
    documents = copy.deepcopy(dict(FIRES.documents))
    nobody = {"name": "Tamsel Orrelby", "other_seats": []}
    documents["planning"]["activities"].append({"id": "evenings", "title": "Evenings", "track": "ii"})
    row = Row("C01", "fires", 0, documents, {}, FIRES.registry)
    assert _outcomes(FIRES, heron=nobody)["facilitator"] == "none"
    assert _outcomes(row, heron=nobody)["facilitator"] == "unchecked"
    del documents["planning"]["activities"][1]
    del documents["planning"]["activities"][0]["track"]
    assert _outcomes(row, heron=nobody)["facilitator"] == "unchecked"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ({}, "none"),
        ({"assessment.efforts.2": {"id": "third", "name": "Third", "track": "ii"}}, "unchecked"),
        ({"assessment.efforts.2": {"id": "third", "name": "Third", "convenor": "club"}}, "unchecked"),
        ({"assessment.efforts.1.convenor": "ministry"}, "some"),
        # A person on both sides is no office: nothing is told of the host.
        ({"assessment.efforts.1.convenor": "host"}, "none"),
        ({"assessment.efforts.1.convenor": "host", "assessment.efforts.0.convenor": "host"}, "none"),
        # Who fills it may be an office.
        ({"assessment.efforts.1.convenor": "host_too"}, "unchecked"),
        # What is of both tracks is on no side.
        ({"assessment.efforts.2": {"id": "third", "name": "Third", "track": "i_5"}}, "none"),
    ],
)
def test_offices_are_said_to_be_on_one_side_only_where_all_work_names_who_fills_the_seat(
    edit: Mapping[str, Any], told: str
) -> None:
    """Of one kind of seat, convenors; the report says so of offices, without a registry."""
    efforts = [
        {"id": "rounds", "name": "Rounds", "track": "i", "convenor": "ministry"},
        {"id": "evenings", "name": "Evenings", "track": "ii", "convenor": "club"},
    ]
    actors = [
        {"id": "ministry", "name": "Ministry", "kind": "government"},
        {"id": "club", "name": "Club", "kind": "non_governmental_organisation"},
        {"id": "host", "name": "Host", "kind": "individual"},
        {"id": "host_too", "name": "Host of the rounds"},
    ]
    documents = {
        "case": {"sensitivity": "shared", "id": "river-talks", "title": "River Talks", "actors": actors},
        "assessment": {"sensitivity": "shared", "efforts": efforts},
    }
    case = case_from(edited(documents, edit))
    assert case
    outcomes = {one.kind: one.outcome for one in seats(Views(case).of("coordinator"))}
    assert outcomes["convenor"] == told
    assert outcomes["liaison"] == "unchecked"


@pytest.mark.parametrize(
    "opened",
    [
        OpenedRegistry(),
        OpenedRegistry(Sealed(Problem(Place("registry.yaml.age"), "no key"))),
        OpenedRegistry(Registry.model_validate(FIRES.registry), problems=(Problem(Place("registry.yaml"), "wrong"),)),
    ],
    ids=["missing", "sealed", "wrong"],
)
def test_a_registry_that_cannot_be_read_tells_nothing(opened: OpenedRegistry) -> None:
    """It is missing, or cannot be opened, or has an error."""
    assert seated(Views(FIRES.case), opened) is None


@pytest.mark.parametrize("format_", ["text", "json", "sarif"])
def test_no_name_alias_or_seat_of_a_person_is_in_what_a_check_prints(
    tmp_path: Path, capsys: Capture, format_: str
) -> None:
    """Though it finds one person on both sides who leads much at once."""
    told = tell(capsys, "check", "--quiet", "--findings", "--format", format_, copied_case(tmp_path, CASE))
    assert "C01" in told.out
    assert "C02" in told.out
    assert len(SECRETS) > 3
    assert [one for one in SECRETS if one in told.out.casefold()] == []
    of_people = [line for line in told.out.splitlines() if "C01" in line or "C02" in line]
    assert [line for line in of_people if "moderator" in line.casefold()] == []


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_a_document_for_machines_has_no_fingerprint(tmp_path: Path, capsys: Capture, format_: str) -> None:
    """It is kept where others look, and a fingerprint tells whoever guesses what was hidden that the guess is right."""
    told = tell(capsys, "check", "--quiet", "--findings", "--format", format_, copied_case(tmp_path, CASE))
    assert '"C01"' in told.out
    assert re.findall(r"C\d\d-[0-9a-f]{8}", told.out) == []


def test_the_fingerprint_of_seats_turns_on_the_whole_registry_so_that_no_count_can_be_guessed_from_it() -> None:
    """Another name of somebody without a seat changes it, and an answer lapses; the counts alone do not decide it."""

    def fingerprints(registry: Any) -> list[str]:
        telling = tell_findings(Views(FIRES.case), wording(), seated=counted(FIRES.case, registry))
        return [one.fingerprint for one in telling.findings if one.rule in ("C01", "C02")]

    with_one, with_other = (
        {**FIRES.registry, "people": {**FIRES.registry["people"], "weaver": {"name": name}}}
        for name in ("Old Weaver", "Young Weaver")
    )
    assert fingerprints(with_one) == fingerprints(with_one)
    assert fingerprints(with_one)
    assert not set(fingerprints(with_one)) & set(fingerprints(with_other))


def test_no_name_alias_or_seat_of_a_person_is_in_the_report() -> None:
    """It says by which seats some are on both sides, and nothing of a seat that one person alone has."""
    files = reported(INPUTS / CASE)
    text = all_of(files)
    assert [one for one in SECRETS if one in text] == []
    line = next(line for line in markdown(files).splitlines() if "The same person on both sides" in line)
    outcomes = ("liaisons .* not checked", "convenors .* not checked", "facilitators .* not checked")
    assert all(re.search(one, part) for one, part in zip(outcomes, line.split(";"), strict=False))
    assert {part.rstrip(".").split()[-1] for part in line.split(";")} <= {"none", "some", "checked"}


def test_without_a_registry_the_check_and_the_report_say_that_nothing_was_checked(
    tmp_path: Path, capsys: Capture
) -> None:
    """No silence is taken for an answer: the two rules are listed, and each kind of seat is not checked."""
    case = shutil.copytree(INPUTS / CASE, tmp_path / CASE, ignore=shutil.ignore_patterns("registry.yaml"))
    text = (case / "case.yaml").read_text("utf-8")
    (case / "case.yaml").write_text(text.replace(", alias: dipper", ""), encoding="utf-8")
    told = tell(capsys, "check", "--quiet", "--findings", case)
    assert all(f"not checked {rule}: there is no registry" in told.out for rule in ("C01", "C02"))
    line = next(line for line in markdown(reported(case)).splitlines() if "The same person on both sides" in line)
    assert line.count("not checked") == 5
    assert "none" not in line
