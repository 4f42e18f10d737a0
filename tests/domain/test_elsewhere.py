"""Elsewhere: what programs that do not know the dialect make of the Markdown of every shipped pack and brief."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from tests.building import INPUTS, shipped_packs

from briefpack.files.choices import case_names

CASES = sorted(case_names(INPUTS))


def texts(case: str) -> dict[str, str]:
    """Return the Markdown files of a shipped case by name."""
    return {name: file.decode() for name, file in shipped_packs(case).items() if name.endswith(".md")}


@pytest.mark.parametrize("case", CASES)
def test_the_title_stands_once(case: str) -> None:
    """A program that prints the `title` of a front matter would print it above the heading that says the same."""
    for name, text in texts(case).items():
        front, _, body = text.removeprefix("---\n").partition("\n---\n")
        assert "title" not in yaml.safe_load(front), name
        assert len(re.findall(r"^# ", body, re.MULTILINE)) == 1, name


@pytest.mark.parametrize("case", CASES)
def test_no_sign_of_github_alone_is_in_a_pack(case: str) -> None:
    """Other programs print `[!NOTE]` as it stands; words that say what a callout is are read everywhere."""
    assert [name for name, text in texts(case).items() if re.search(r"^ *> \[!", text, re.MULTILINE)] == []


@pytest.mark.parametrize("dialect", ["markdown", "gfm", "commonmark_x"])
@pytest.mark.parametrize("case", CASES)
def test_links_lead_to_headings_in_pandoc_as_on_github(case: str, dialect: str) -> None:
    """Pandoc's own Markdown names headings in another way: it drops what stands before the first letter."""
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed: make bench-tools")
    for name, text in texts(case).items():
        command = ["pandoc", "--from", dialect, "--to", "json"]
        read = json.loads(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout)
        found = list(_nodes(read["blocks"]))
        headings = {node["c"][1][0] for node in found if node["t"] == "Header"}
        targets = {node["c"][-1][0][1:] for node in found if node["t"] == "Link" and node["c"][-1][0].startswith("#")}
        assert targets <= headings, name
        assert len(headings) == len(re.findall(r"^#+ ", text, re.MULTILINE)), name


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Return each node of what pandoc read."""
    if isinstance(value, dict):
        if "t" in value:
            yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from _nodes(inner)
