"""Job logs: each thing that jobs say is told, once, in time, and whatever becomes of the terminal."""

from __future__ import annotations

import logging
import sys
from io import StringIO
from pathlib import Path

import pytest

from briefpack.files.job_logs import JobLogs

Capture = pytest.CaptureFixture[str]
WRONG, WARNED = "inputs/a/case.yaml:5:1: error: unknown key", "inputs/a/case.yaml:7:1: warning: too long"
OWN = "templates/b/x.md.j2:1:1: error: no such name"
FAULT = "Traceback (most recent call last):\n  File 'x.py', line 3\n{}"


@pytest.fixture
def logger() -> logging.Logger:
    """Return a logger like Snakemake's, with a handler of its own."""
    made = logging.Logger("build")
    made.addHandler(logging.StreamHandler(StringIO()))
    return made


@pytest.fixture
def logs(logger: logging.Logger) -> JobLogs:
    """Return job logs that follow it."""
    found = JobLogs(lambda text: print(text, file=sys.stderr), lambda _: [])
    found.follow(logger)
    return found


def _event(logger: logging.Logger, level: int, event: str, **facts: object) -> None:
    logger.log(level, f"Snakemake says {event}", extra={"event": event, **facts})


def _begin(logger: logging.Logger, job: int, folder: Path, said: str) -> None:
    log = folder / f"{job}.txt"
    log.write_text(said, encoding="utf-8")
    _event(logger, logging.INFO, "job_info", jobid=job, log=[str(log)])


def _fail(logger: logging.Logger, job: int, **facts: object) -> None:
    _event(logger, logging.ERROR, "job_error", jobid=job, exception="RuleException", **facts)


@pytest.mark.usefixtures("logs")
def test_what_several_jobs_said_is_told_once(tmp_path: Path, logger: logging.Logger, capsys: Capture) -> None:
    """The first job that fails tells it at once; the next tells what it alone has to say."""
    _begin(logger, 1, tmp_path, f"{WRONG}\n{WARNED}\n")
    _begin(logger, 2, tmp_path, f"{WRONG}\n{OWN}\n{WARNED}\n")
    assert capsys.readouterr().err == ""
    _fail(logger, 1)
    assert capsys.readouterr().err == f"{WRONG}\n{WARNED}\n"
    _fail(logger, 2)
    assert capsys.readouterr().err == f"{OWN}\n"


def test_what_a_case_said_is_told_when_it_fails_and_not_again_when_its_job_does(
    tmp_path: Path, logger: logging.Logger, logs: JobLogs, capsys: Capture
) -> None:
    """Whoever asks may ask at each look, of all cases that failed so far."""
    _begin(logger, 1, tmp_path, f"{WRONG}\n")
    for told in (f"{WRONG}\n", ""):
        logs.tell_of_cases([tmp_path / "1.txt"])
        assert capsys.readouterr().err == told
    _fail(logger, 1)
    assert capsys.readouterr().err == ""


def test_warnings_of_jobs_that_succeed_are_told_at_the_end(
    tmp_path: Path, logger: logging.Logger, logs: JobLogs, capsys: Capture
) -> None:
    """Once, and not again when asked a second time."""
    _begin(logger, 1, tmp_path, f"{WARNED}\n")
    _begin(logger, 2, tmp_path, f"{WARNED}\n")
    logs.tell_rest()
    logs.tell_rest()
    assert capsys.readouterr().err == f"{WARNED}\n"


@pytest.mark.usefixtures("logs")
def test_a_fault_of_ours_is_told_whole(tmp_path: Path, logger: logging.Logger, capsys: Capture) -> None:
    """No traceback lacks the lines that another one has; the very same is told once."""
    faults = [FAULT.format("KeyError: 'a'"), FAULT.format("KeyError: 'b'")]
    for job, said in enumerate([f"{WARNED}\n{faults[0]}\n", f"{WARNED}\n{faults[1]}\n", faults[0]]):
        _begin(logger, job, tmp_path, said)
        _fail(logger, job)
    assert capsys.readouterr().err == "\n".join([WARNED, *faults]) + "\n"


@pytest.mark.usefixtures("logs")
def test_that_somebody_stopped_the_build_is_no_news(tmp_path: Path, logger: logging.Logger, capsys: Capture) -> None:
    """What a job said before it was stopped is told all the same."""
    _begin(logger, 1, tmp_path, f"{WARNED}\n{FAULT.format('KeyboardInterrupt')}\n")
    _fail(logger, 1)
    assert capsys.readouterr().err == f"{WARNED}\n"


@pytest.mark.usefixtures("logs")
def test_what_a_cluster_says_of_a_job_that_failed_is_told_with_its_log(
    tmp_path: Path, logger: logging.Logger, capsys: Capture
) -> None:
    """The job may have had no time to say it; neither the command nor that there are logs is news."""
    _begin(logger, 1, tmp_path, WARNED)
    _begin(logger, 2, tmp_path, "")
    own = tmp_path / "7.log"
    own.write_text("cancelled", encoding="utf-8")
    _fail(logger, 1, rule_msg="Job 7 was cancelled. For further error details see the log.", log=["1.txt", str(own)])
    _fail(logger, 2, rule_msg="Not taken:\n  too large.\n    sbatch call:\n  sbatch …", log=["2.txt"])
    assert capsys.readouterr().err == f"{WARNED}\nJob 7 was cancelled. Its log: {own}\nNot taken: too large.\n"


def test_a_terminal_that_is_gone_and_a_log_that_was_never_written_stop_nothing(
    tmp_path: Path, logger: logging.Logger, logs: JobLogs, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Snakemake must hear of the end of a job whatever becomes of what is told; the next is told where it can be."""
    _begin(logger, 1, tmp_path, WRONG)
    _begin(logger, 2, tmp_path, OWN)
    _begin(logger, 3, tmp_path, WARNED)
    (tmp_path / "2.txt").unlink()
    with monkeypatch.context() as gone:
        gone.setattr("builtins.print", _refuse)
        _fail(logger, 1)
    _fail(logger, 2)
    logs.tell_rest()
    assert capsys.readouterr().err == f"{WARNED}\n"


def _refuse(*_: object, **__: object) -> None:
    raise BrokenPipeError


@pytest.mark.usefixtures("logs")
def test_snakemake_says_of_itself_what_a_person_must_act_on(logger: logging.Logger) -> None:
    """Neither which job runs nor which command failed, but what stands against the build as a whole."""
    stream = logger.handlers[0]
    assert isinstance(stream, logging.StreamHandler)
    _event(logger, logging.INFO, "job_info", jobid=1, log=[])
    _fail(logger, 1)
    _event(logger, logging.ERROR, "error", exception="LockException")
    assert stream.stream.getvalue() == "Snakemake says error\n"
