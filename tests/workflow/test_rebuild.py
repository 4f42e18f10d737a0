"""What is built again after which edit: no less, or packs go stale; no more, or people wait."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from itertools import product

import pytest
from project import ORGANISATIONS, Project

pytestmark = pytest.mark.long

CASES = ("alpha", "beta")
Edit = Callable[[Project], object]


def _packs(organisations: tuple[str, ...] = ORGANISATIONS, cases: tuple[str, ...] = CASES) -> set[str]:
    readers = ("track-i en", "track-ii en")
    return {" ".join(pack) for pack in product(organisations, cases, readers)}


def _append(name: str, text: str = "# edited\n") -> Edit:
    def edit(project: Project) -> None:
        path = project.path(name)
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")

    return edit


def _remove(name: str) -> Edit:
    return lambda project: project.path(name).unlink()


def _append_with_an_old_date(name: str) -> Edit:
    def edit(project: Project) -> None:
        _append(name)(project)
        os.utime(project.path(name), (1_577_836_800, 1_577_836_800))

    return edit


def _touch_everything(project: Project) -> None:
    for folder in ("inputs", "templates", "workflow"):
        for path in project.path(folder).rglob("*"):
            path.touch()


EDITS: dict[str, tuple[Edit, set[str]]] = {
    "a case's file": (_append("inputs/alpha/case.yaml"), _packs(cases=("alpha",))),
    "a case's file, with an old date": (
        _append_with_an_old_date("inputs/alpha/case.yaml"),
        _packs(cases=("alpha",)),
    ),
    "the registry, with an old date": (
        _append_with_an_old_date("inputs/alpha/registry.yaml"),
        _packs(cases=("alpha",)),
    ),
    "the registry, with no record of Snakemake's left": (
        lambda project: [
            shutil.rmtree(project.path(".snakemake")),
            _append("inputs/alpha/registry.yaml")(project),
        ],
        _packs(cases=("alpha",)),
    ),
    "a phase added": (
        _append("inputs/alpha/planning.yaml", "sensitivity: shared\n"),
        _packs(cases=("alpha",)),
    ),
    "a phase removed": (_remove("inputs/beta/assessment.yaml"), _packs(cases=("beta",))),
    "the base's template": (_append("templates/base/pack.md.j2", "\n"), _packs()),
    "the base's wording": (_append("templates/base/wording/en.yaml"), _packs()),
    "an organisation's settings": (_append("templates/second/organisation.yaml"), _packs(("second",))),
    "an override added": (_append("templates/second/assessment.md.j2", "x"), _packs(("second",))),
    "the package": (_append("workflow/briefpack/handbook.py"), _packs()),
    "a module added": (_append("workflow/briefpack/more.py"), _packs()),
    "the lock file": (_append("requirements.lock"), _packs()),
    "the registry": (_append("inputs/alpha/registry.yaml"), _packs(cases=("alpha",))),
    "a finished file deleted": (
        _remove("outputs/second/beta/beta.track-i.en.md"),
        _packs(("second",), ("beta",)),
    ),
    "the receipts deleted": (
        lambda project: shutil.rmtree(project.path("outputs/.receipts")),
        _packs(),
    ),
    "a case renamed": (
        lambda project: project.path("inputs/beta").rename(project.path("inputs/gamma")),
        _packs(cases=("gamma",)),
    ),
    "new dates alone": (_touch_everything, set()),
    "a README and an editor's file": (
        lambda project: [
            _append("templates/base/README.md")(project),
            _append("templates/base/.pack.md.j2.swp")(project),
            _append("templates/base/~$style.docx")(project),
            _append("inputs/alpha/notes.txt")(project),
        ],
        set(),
    ),
    "fewer asked for": (_append("inputs/config.yaml", "organisations: [default]\n"), set()),
}


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS.keys())
def test_exactly_what_an_edit_concerns_is_built_again(project: Project, edit: Edit, expected: set[str]) -> None:
    """After an edit, Snakemake plans the jobs of everything made from what was edited, and no other."""
    edit(project)
    assert project.planned() == expected


def test_an_override_taken_away_rebuilds_its_organisation(project: Project) -> None:
    """Removing an override gives the organisation the base's text again, in the next build and without being told."""
    before = project.packs()
    override = project.path("templates/second/pack.md.j2")
    override.write_text("{% extends 'base/pack.md.j2' %}\n", encoding="utf-8")
    assert project.snakemake().status == 0
    override.unlink()
    assert project.planned() == _packs(("second",))
    assert project.snakemake().status == 0
    assert project.changed(before) == []


def test_several_edits_at_once_are_all_seen(project: Project) -> None:
    """A registry edit must not hide, even for one build, that a template or another case was edited too."""
    _append("inputs/alpha/registry.yaml")(project)
    _append("inputs/alpha/planning.yaml", "sensitivity: shared\n")(project)
    _append("templates/second/assessment.md.j2", "x")(project)
    assert project.planned() == _packs(cases=("alpha",)) | _packs(("second",))


def test_packs_that_a_build_passed_over_are_noticed(project: Project) -> None:
    """After a registry edit and a build for one organisation, the other's packs are still to be compared with it."""
    _append("inputs/alpha/registry.yaml")(project)
    assert project.snakemake("--config", "organisation=default").status == 0
    assert project.planned() == _packs(("second",), ("alpha",))
