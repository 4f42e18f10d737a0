"""Sending: a build in which one organisation sends some of the cases, with real Snakemake."""

from __future__ import annotations

import pytest
from project import Project

pytestmark = pytest.mark.long

SENT = {
    "default alpha track-i en",
    "default alpha track-ii en",
    "default beta track-i en",
    "default beta track-ii en",
    "second alpha track-i en",
    "second alpha track-ii en",
}
#: A pack that was built before and is not sent now.
NOT_SENT = "no longer asked for, and not built again: outputs/second/beta/beta.track-"


def _sends(project: Project, text: str) -> None:
    project.path("inputs/config.yaml").write_text(f"sends:\n  second: [{text}]\n", encoding="utf-8")


def test_no_pack_is_made_of_a_case_that_an_organisation_does_not_send(project: Project) -> None:
    """Neither planned, made nor counted; the index has no row for it, and lists what was made before."""
    _sends(project, "alpha")
    assert project.planned() == set()
    assert project.planned("--forceall") == SENT
    case = project.path("inputs/beta/case.yaml")
    case.write_text(case.read_text(encoding="utf-8").replace("Beta Talks", "Beta Meetings"), encoding="utf-8")
    run = project.snakemake()
    assert run.status == 0, run.printed
    assert "2 packs made, 4 unchanged, 0 refused" in run.printed
    assert b"Beta Meetings" in project.packs()["default/beta/beta.track-i.en.md"]
    assert b"Beta Meetings" not in project.packs()["second/beta/beta.track-i.en.md"]
    assert "<p>6 packs are up to date.</p>" in project.index()
    assert project.index().count(NOT_SENT) == 2
    assert "beta.track-i.en.docx" in project.index()
    assert "second/beta/beta.track-i.en.docx" not in project.index()


def test_what_is_sent_again_is_made_from_the_case_of_today(project: Project) -> None:
    """Packs that were left out meanwhile are as stale as any, and up to date where nothing has changed."""
    _sends(project, "alpha")
    assert project.snakemake().status == 0
    _sends(project, "alpha, beta")
    assert project.planned() == set()


@pytest.mark.parametrize(
    ("text", "options", "line"),
    [
        (
            "alhpa",
            (),
            "inputs/config.yaml:2:12: error: there is no case 'alhpa' (did you mean 'alpha'?): choose from alpha, beta",
        ),
        (
            "alpha",
            ("--config", "cases=beta", "organisation=second"),
            "inputs/config.yaml:1:1: error: no organisation that is asked for sends a case that is asked for: "
            "see 'sends' in this file",
        ),
    ],
)
def test_a_mistake_in_what_is_sent_is_one_clear_line(
    project: Project, text: str, options: tuple[str, ...], line: str
) -> None:
    """The build stops before any job."""
    _sends(project, text)
    run = project.snakemake(*options)
    assert run.status != 0
    assert run.printed.splitlines()[1:] == [line]


def test_a_case_that_was_asked_for_and_is_not_sent_is_told_of(project: Project) -> None:
    """A build of two cases makes the one that is sent, and says why not the other."""
    _sends(project, "alpha")
    run = project.snakemake("--forceall", "--config", "cases=alpha,beta", "organisation=second", "audience=track-i")
    assert run.status == 0, run.printed
    assert "1 pack made, 0 unchanged, 0 refused" in run.printed
    assert "warning: no pack is made of beta: no organisation that is asked for sends it" in run.printed
