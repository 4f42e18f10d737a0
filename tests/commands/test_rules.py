"""Rules: every problem that a command tells has one, whatever keeps packs from being made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, own_templates, write_case

from briefpack.__main__ import main
from briefpack.commands import packs, reporting
from briefpack.problems import Problem

Prepare = Callable[[Path], object]


def _released(outputs: Path) -> None:
    """Write what looks like a pack that was released and belongs to no record."""
    folder = outputs / "default" / "river-talks"
    folder.mkdir(parents=True)
    for kind in ("md", "docx", "manifest.json"):
        (folder / f"river-talks.track-i.en.{kind}").write_text("{}", encoding="utf-8")


def _with(**files: str) -> Prepare:
    """Return what writes a house style of these files."""
    return lambda here: own_templates(here, {name.replace("_", "."): text for name, text in files.items()})


def _folder(name: str) -> Prepare:
    return lambda here: (here / name).mkdir(parents=True)


OURS = ["--templates", "templates", "--organisation", "ours"]
#: What is prepared, the case, further options, and the rule under which it is told.
BROKEN: dict[str, tuple[Prepare, str, list[str], str]] = {
    "no case": (lambda here: (here / "river-talks/case.yaml").unlink(), LEAST, [], "case_folder"),
    "no YAML": (lambda _: None, "title: [", [], "yaml"),
    "a key": (lambda _: None, f"{LEAST}plaice: x\n", [], "model"),
    "no template library": (lambda _: None, LEAST, ["--templates", "nowhere"], "house_style"),
    "a setting": (_with(organisation_yaml="nmae: Ours\n"), LEAST, OURS, "house_style"),
    "a template": (_with(pack_md_j2="{{ no_such_name }}\n"), LEAST, OURS, "house_style"),
    "a folder in the way": (_folder("packs/river-talks.track-i.en.md"), LEAST, [], "command"),
    "a file for a folder": (lambda here: (here / "packs").touch(), LEAST, [], "command"),
    "a released pack": (lambda here: _released(here / "old"), f"{LEAST}plaice: x\n", ["--outputs", "old"], "released"),
}


@pytest.mark.parametrize(("prepare", "case", "options", "rule"), BROKEN.values(), ids=BROKEN.keys())
def test_what_keeps_packs_from_being_made_has_a_rule(
    prepare: Prepare,
    case: str,
    options: Sequence[str],
    rule: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As data, for whoever sorts problems, though text shows the rules of disclosure alone."""
    monkeypatch.chdir(tmp_path)
    told: list[Problem] = []
    for module in (reporting, packs):
        monkeypatch.setattr(module, "tell_problems", told.extend)
    write_case(tmp_path, case=case)
    prepare(tmp_path)
    more = [] if "--templates" in options else ["--templates", str(TEMPLATES)]
    assert main(["pack", "river-talks", "--into", "packs", *options, *more]) == 1
    assert rule in {problem.rule for problem in told}
    assert None not in {problem.rule for problem in told}
