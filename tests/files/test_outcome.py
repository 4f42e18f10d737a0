"""The outcome of a build: one summary of its packs, and for each refused case the first reason that its log tells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from briefpack.files.batches import failed_mark, log_of, packed_mark
from briefpack.files.builds import Build
from briefpack.files.library import Library
from briefpack.files.outcome import Outcome
from briefpack.files.receipts import Receipt, receipt_file

ERROR = "inputs/alpha/case.yaml:7:1: error: unknown key"


def _outcome(made: int = 0, not_reached: int = 0, **logs: Mapping[str, Path]) -> Outcome:
    return Outcome(made, 3, len(logs), not_reached, logs, 3_661.4)


def test_the_summary_counts_packs_and_says_how_long_it_took() -> None:
    """What a build did not come to is told where there is any."""
    assert _outcome(made=1).counts() == "1 pack made, 3 unchanged, 0 refused, in 1:01:01."
    assert _outcome(made=2, not_reached=4).counts() == (
        "2 packs made, 3 unchanged, 0 refused, 4 not reached, in 1:01:01."
    )


@pytest.mark.parametrize(
    ("log", "reason"),
    [
        (f"inputs/alpha/case.yaml:1:1: warning: it is late\n{ERROR}\n", "unknown key [inputs/alpha/case.yaml:7:1]"),
        (f"{ERROR}\n{ERROR}\n", "unknown key [inputs/alpha/case.yaml:7:1] (and 1 more)"),
        ("Traceback (most recent call last):\n  File ...\nKeyError\n", "a fault of briefpack, see {log}"),
        ("", "its job ended before its time, see {log}"),
        (None, "its job ended before its time, see {log}"),
    ],
    ids=["an error", "two errors", "a fault of ours", "killed", "no log"],
)
def test_a_refused_case_is_told_with_the_first_reason(log: str | None, reason: str, tmp_path: Path) -> None:
    """A fault of ours, and a job that was killed, are told as no mistake of the case."""
    file = tmp_path / "alpha.txt"
    if log is not None:
        file.write_text(log, encoding="utf-8")
    assert list(_outcome(alpha={"default": file}).reasons()) == [f"refused default/alpha: {reason.format(log=file)}"]


def test_a_reason_that_is_the_same_for_several_organisations_is_told_once(tmp_path: Path) -> None:
    """A case is refused for each; what is wrong with one house style alone has a line of its own."""
    logs = {name: tmp_path / f"{name}.txt" for name in ("default", "second", "third")}
    for name, log in logs.items():
        log.write_text(ERROR if name != "second" else ERROR.replace("unknown key", "no such name"), encoding="utf-8")
    assert list(_outcome(alpha=logs).reasons()) == [
        "refused default/alpha, third/alpha: unknown key [inputs/alpha/case.yaml:7:1]",
        "refused second/alpha: no such name [inputs/alpha/case.yaml:7:1]",
    ]


def test_a_fault_of_every_case_is_not_told_of_each(tmp_path: Path) -> None:
    """Twenty cases are named, and the others counted."""
    lines = list(_outcome(**{f"case-{number}": {"default": tmp_path / "none"} for number in range(25)}).reasons())
    assert len(lines) == 21
    assert lines[-1].startswith("refused 5 more: ")


def test_what_a_build_did_not_come_to_is_told_with_what_to_do() -> None:
    """A job that was killed leaves no log that could say it."""
    (line,) = _outcome(not_reached=4).reasons()
    assert line == "not reached: the build was stopped, or one of its jobs ended before its time; build again to go on"
    assert list(_outcome(made=4).reasons()) == []


def _build(outputs: Path, *organisations: str) -> Build:
    """Return a build that has the packs of a case to make for some organisations."""
    packs = ["alpha.track-i.en", "alpha.track-ii.en"]
    pairs = [(one, "alpha") for one in organisations]
    library = SimpleNamespace(outputs=outputs, organisations=organisations, pairs=pairs, packs=lambda *_: packs)
    library.made_from = lambda *_: "today"
    build = Build(None, cast(Library, library))
    build.__dict__["_planned"] = {(one, "alpha"): dict.fromkeys(packs, "never built") for one in organisations}
    return build


@pytest.mark.parametrize(
    ("pack", "counts", "shortfall"),
    [
        (
            True,
            "2 packs made, 0 unchanged, 0 refused, 1 report refused, in ",
            "The packs were built, not all of the rest.",
        ),
        (False, "0 packs made, 0 unchanged, 2 refused, in ", "Some packs could not be built."),
    ],
)
def test_packs_of_a_case_whose_report_alone_is_refused_are_counted_as_made(
    tmp_path: Path,
    pack: bool,
    counts: str,
    shortfall: str,
) -> None:
    """Their receipts say so; where one pack is not as it should be, all of the case are refused, and no report."""
    mark = failed_mark(tmp_path, "default", "alpha")
    mark.parent.mkdir(parents=True)
    mark.touch()
    for name, today in (("alpha.track-i.en", "today"), ("alpha.track-ii.en", "today" if pack else "yesterday")):
        file = tmp_path / receipt_file("default", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(Receipt(today, {}).data())
    build = _build(tmp_path, "default")
    assert build._outcome.counts().startswith(counts)
    assert build.shortfall == shortfall


def test_a_case_that_failed_is_told_at_the_next_look(tmp_path: Path) -> None:
    """Its job may go on with other cases for long; a case that was packed has nothing to tell."""
    for mark in (packed_mark(tmp_path, "default", "alpha"), failed_mark(tmp_path, "second", "alpha")):
        mark.parent.mkdir(parents=True)
        mark.touch()
    told: list[Path] = []
    assert _build(tmp_path, "default", "second").look(told.extend) == (2, 1)
    assert told == [log_of(tmp_path, "second", "alpha")]


def test_the_log_of_each_refused_case_is_found_by_its_organisation(tmp_path: Path) -> None:
    """From the marks that its jobs leave."""
    for name in ("default", "second"):
        for file in (failed_mark(tmp_path, name, "alpha"), log_of(tmp_path, name, "alpha")):
            file.parent.mkdir(parents=True)
            file.write_text(f"{ERROR}\n", encoding="utf-8")
    told = "refused default/alpha, second/alpha: unknown key [inputs/alpha/case.yaml:7:1]\n"
    assert _build(tmp_path, "default", "second").refusals() == told


def test_a_case_is_counted_once_though_a_job_of_an_earlier_build_packs_it_meanwhile(tmp_path: Path) -> None:
    """This build could not: no pack is both made and refused, and no fewer than none are left."""
    at = ("default", "alpha")
    for mark in (packed_mark(tmp_path, *at), failed_mark(tmp_path, *at)):
        mark.parent.mkdir(parents=True)
        mark.touch()
    assert _build(tmp_path, "default")._outcome.counts().startswith("0 packs made, 0 unchanged, 2 refused, in ")
