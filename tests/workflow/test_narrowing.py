"""Narrowing: what `--config` and `inputs/config.yaml` choose, and what they say of a word that names nothing."""

from __future__ import annotations

import pytest
from project import ORGANISATIONS, Project
from tests.building import TEMPLATES

pytestmark = pytest.mark.long

LANGUAGES = sorted(path.stem for path in (TEMPLATES / "base" / "wording").glob("*.yaml"))
NARROWED = {
    ("cases=alpha", "organisation=second", "audience=track-ii", "language=en"): {"second alpha track-ii en"},
    ("cases=beta", "organisation=[second]"): {"second beta track-i en", "second beta track-ii en"},
    ("cases=beta,alpha", "organisation=default", "audience=track-i"): {
        "default alpha track-i en",
        "default beta track-i en",
    },
}


@pytest.mark.parametrize(("options", "expected"), NARROWED.items(), ids=[" ".join(options) for options in NARROWED])
def test_only_the_packs_named_on_the_command_line_are_built(
    project: Project, options: tuple[str, ...], expected: set[str]
) -> None:
    """Words with commas between and lists both narrow a build, each kind by itself and all together."""
    assert project.planned_packs("--forceall", "--config", *options) == expected


def test_a_narrowed_build_leaves_nothing_to_be_done_and_hides_nothing(project: Project) -> None:
    """Narrowing to an audience is no reason to build again; what it passed over after an edit is built later."""
    assert project.planned("--config", "audience=track-i") == set()
    case = project.path("inputs/alpha/case.yaml")
    case.write_text(case.read_text(encoding="utf-8").replace("Alpha Talks", "Alpha Meetings"), encoding="utf-8")
    assert project.snakemake("--config", "audience=track-i", "organisation=default").status == 0
    assert b"Alpha Meetings" not in project.packs()["default/alpha/alpha.track-ii.en.md"]
    assert project.index().count("alpha.track-ii.en.docx") == len(ORGANISATIONS)
    assert project.index().count("● up to date") == 1 + 4
    assert project.index().count("older than what it is made from: build again") == 3
    assert project.snakemake().status == 0
    assert b"Alpha Meetings" in project.packs()["default/alpha/alpha.track-ii.en.md"]
    assert "<p>8 packs are up to date.</p>" in project.index()


MISTAKES = {
    "cases=alhpa": "--config cases: error: there is no case 'alhpa' (did you mean 'alpha'?): choose from alpha, beta",
    "organisation=third": "--config organisation: error: there is no organisation 'third': choose from default, second",
    "audience=track_i": "--config audience: error: there is no audience 'track_i' (did you mean 'track-i'?): "
    "choose from track-i, track-ii, coordinator",
    "audience=track-2": "--config audience: error: there is no audience 'track-2': "
    "choose from track-i, track-ii, coordinator",
    "language=xx": f"--config language: error: there is no language 'xx': choose from {', '.join(LANGUAGES)}",
    "audiance=track-i": "--config audiance: error: there is no setting 'audiance' (did you mean 'audience'?): "
    "choose from inputs, templates, outputs, cases, organisation, audience, language, page_numbers, batch",
    "batch=0": "--config batch: error: a whole number above 0 is expected here: how many cases one job packs at most",
    "inputs=nowhere": "--config inputs: error: there is no folder 'nowhere': name the folder that holds the inputs",
}


@pytest.mark.parametrize(("option", "line"), MISTAKES.items(), ids=MISTAKES.keys())
def test_a_mistake_on_the_command_line_is_one_clear_line(project: Project, option: str, line: str) -> None:
    """An unknown word stops the build with one line: what was asked, what is nearest, what exists."""
    run = project.snakemake("--config", option)
    assert run.status != 0
    assert run.printed.splitlines()[1:] == [line]


def test_a_mistake_in_the_settings_file_is_told_with_its_place(project: Project) -> None:
    """A misspelt audience in inputs/config.yaml is told with line and column."""
    project.path("inputs/config.yaml").write_text("audiences:\n  - track-i\n  - trak_ii\n", encoding="utf-8")
    run = project.snakemake()
    assert run.status != 0
    assert "inputs/config.yaml:3:5: error: there is no audience 'trak_ii': choose from" in run.printed


def test_a_mistake_in_the_settings_file_is_told_even_where_it_is_overridden(project: Project) -> None:
    """The build stops with the one line, and with no traceback at its end."""
    project.path("inputs/config.yaml").write_text("organisations: [nope]\n", encoding="utf-8")
    run = project.snakemake("--config", "organisation=default")
    assert run.status != 0
    line = "inputs/config.yaml:1:17: error: there is no organisation 'nope': choose from default, second"
    assert run.printed.splitlines()[1:] == [line]


def test_each_case_is_built_in_its_own_languages(project: Project) -> None:
    """A language that a case lists is built as soon as packs have wording in it; other cases go on as they were."""
    wording = project.path("templates/base/wording/en.yaml").read_text(encoding="utf-8")
    french = wording.replace("locale: en_GB\n", "locale: fr_FR\n")
    project.path("templates/base/wording/fr.yaml").write_text(french, encoding="utf-8")
    case = project.path("inputs/beta/case.yaml")
    case.write_text(f"languages: [en, fr]\n{case.read_text(encoding='utf-8')}", encoding="utf-8")
    french_packs = {f"default beta {audience} fr" for audience in ("track-i", "track-ii")}
    narrowed = ("--config", "organisation=default")
    assert project.planned(*narrowed) > french_packs
    refused = project.snakemake(*narrowed, "language=fr")
    assert refused.status != 0
    assert "would get this text, and it has no French, so no pack is made" in refused.printed
    assert "no pack is made of these: " in refused.printed
    assert "alpha (en)" in refused.printed
    assert not [name for name in project.packs() if ".fr." in name]
