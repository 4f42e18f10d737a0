"""Shipped cases, through real Snakemake: each withheld leaf changed and deleted, and the released files compared.

In the usual profile every withheld leaf is changed at once, and a sample is tried in turn; in the long one every leaf.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml
from tests.building import INPUTS, PACKS, ROOT, SHIPPED, TEMPLATES
from tests.noninterference.mutating import changeable
from tests.noninterference.secrets import secrets
from tests.noninterference.sweeping import Mutant, all_at_once, mutants, shipped_tree
from tests.noninterference.tree import Given
from tests.profiles import by_profile

from briefpack.handbook import Audience

pytestmark = pytest.mark.long

#: How many leaves of a case are tried in turn for one audience, beside all at once; None is every leaf.
SAMPLE = by_profile(0, 1, None)
AT_ONCE = 2
#: One release in so many may be refused: a test of refusals alone would show nothing.
FEW = 10


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("audience", PACKS)
def test_no_withheld_leaf_of_a_shipped_case_changes_a_released_byte(
    name: str, audience: Audience, tmp_path: Path
) -> None:
    """Names and bytes of all that is released for an audience, the index page too, stay; or the release is refused."""
    case = shipped_tree(name)
    before = built(name, case, audience, tmp_path / "before")
    assert before
    with ThreadPoolExecutor(AT_ONCE) as pool:
        tried = pool.map(lambda each: _outcome(name, each, audience, tmp_path, before), _numbered(case, audience))
    outcomes = list(tried)
    assert [what for what, after in outcomes if after not in (before, {})] == []
    leaves = len(list(changeable(secrets(case, audience))))
    assert len(outcomes) > (leaves if SAMPLE is None else SAMPLE)
    assert [after for _, after in outcomes].count({}) * FEW < len(outcomes)


def _numbered(case: Given, audience: Audience) -> Iterator[tuple[int, Mutant]]:
    """Return the mutants to be tried, numbered: all at once, then each in turn or every so many of them."""
    chosen = mutants(case, audience, SAMPLE)
    return enumerate([Mutant("change everything", all_at_once(case, audience)), *chosen])


def _outcome(
    name: str, numbered: tuple[int, Mutant], audience: Audience, parent: Path, before: Mapping[str, bytes]
) -> tuple[str, Mapping[str, bytes]]:
    number, mutant = numbered
    after = built(name, mutant.case, audience, parent / str(number))
    # Equal packs are kept once: there are many.
    return mutant.what, before if after == before else after


def built(name: str, case: Given, audience: Audience, root: Path) -> dict[str, bytes]:
    """Return all that Snakemake releases of a case for one audience, and the index; nothing where that is refused.

    The folder is taken away again.
    """
    shutil.copytree(INPUTS / name, root / "inputs" / name)
    for stem, data in case.written().items():
        text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
        (root / "inputs" / name / f"{stem}.yaml").write_text(text, encoding="utf-8")
    run = _snakemake(root, audience)
    outputs = root / "outputs"
    files = {path.relative_to(outputs).as_posix(): path for path in outputs.rglob("*") if path.is_file()}
    released = {file: path.read_bytes() for file, path in files.items() if not file.startswith(".")}
    shutil.rmtree(root)
    if run.returncode:
        assert "X0" in run.stdout, run.stdout
        return {}
    return released


def _snakemake(root: Path, audience: Audience) -> subprocess.CompletedProcess[str]:
    config = {"inputs": "inputs", "templates": str(TEMPLATES), "outputs": "outputs", "audience": audience}
    settings = [f"{key}={value}" for key, value in {**config, "organisation": "default"}.items()]
    return subprocess.run(
        [sys.executable, "-m", "snakemake", "-s", str(ROOT / "Snakefile"), "--directory", str(root),
         "--workflow-profile", str(ROOT / "profiles" / "default"), "--cores", "1", "--config", *settings],
        cwd=root,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )  # fmt: skip


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "workflow")}
