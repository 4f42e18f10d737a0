"""Job logs: what the jobs of a build printed, each line only once.

A case is checked for each organisation, so each of its problems can stand in several logs.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

#: Snakemake's names for the events of a job, and for an error that it prints with the command that failed.
_BEGUN, _FAILED, _OF_A_RULE = "job_info", "job_error", "RuleException"
#: How lines without news begin in a cluster's message about a failed job: a command, or that there are logs.
_NO_NEWS = re.compile(r"sbatch call:|For further error details")
#: How Snakemake says at the end that a job failed.
_OF_JOBS = ("Exiting because a job execution failed", "At least one job did not complete successfully")
#: How Python begins to print a fault of ours, and what it prints for a job that was stopped with the build.
_FAULT, _STOPPED = "Traceback (most recent call last):", "KeyboardInterrupt"


class JobLogs(logging.Handler):
    """Prints the log of a job or a case as soon as it fails, and all others when asked; no line twice."""

    def __init__(self, tell: Callable[[str], None], logs: Callable[[str], Iterable[Path]]) -> None:
        super().__init__()
        self._tell_person, self._logs_of = tell, logs
        self._logs: dict[object, list[Path]] = {}
        self._told: set[str] = set()
        self._read: set[Path] = set()

    def follow(self, logger: logging.Logger) -> None:
        """Follow Snakemake's logger, and stop it from printing which jobs run and that a command failed."""
        logger.handlers[0].addFilter(_is_for_people)
        logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember where a job that begins writes its log, and print the log when it fails."""
        event, job = str(getattr(record, "event", "")), getattr(record, "jobid", None)
        if event == _BEGUN:
            self._logs[job] = self._every_log(record)
        elif event == _FAILED:
            self._tell(self._logs.pop(job, []))
            self._tell_lines(_of_cluster(record))

    def tell_of_cases(self, logs: Iterable[Path]) -> None:
        """Print the logs of cases that failed while their job goes on, each once; any thread may call it."""
        self.acquire()
        try:
            new = [log for log in logs if log not in self._read]
            self._read.update(new)
            self._tell(new)
        finally:
            self.release()

    def tell_rest(self) -> None:
        """Print the logs of all jobs that did not fail: they hold the warnings of their cases."""
        for job in list(self._logs):
            self._tell(self._logs.pop(job))

    def _every_log(self, record: logging.LogRecord) -> list[Path]:
        """Return the log of a job that begins, and those of the cases that it packs."""
        own = [Path(log) for log in getattr(record, "log", ())]
        return [*own, *(log for mark in getattr(record, "output", ()) for log in self._logs_of(str(mark)))]

    def _tell(self, logs: Sequence[Path]) -> None:
        self._tell_lines(one for log in logs for one in _said(log))

    def _tell_lines(self, lines: Iterable[str]) -> None:
        said = list(dict.fromkeys(one for one in lines if one not in self._told))
        self._told.update(said)
        # If Snakemake could not report the end of a job it would wait for ever; the log file holds everything.
        with suppress(OSError):
            if said:
                self._tell_person("\n".join(said))


def _is_for_people(record: logging.LogRecord) -> bool:
    """Return whether a message is for people; that a job failed is not, since the job has said why."""
    is_of_a_job = getattr(record, "exception", "") == _OF_A_RULE or any(one in record.getMessage() for one in _OF_JOBS)
    return record.levelno >= logging.WARNING and not is_of_a_job


def _of_cluster(record: logging.LogRecord) -> Iterator[str]:
    """Return what a cluster says about a failed job, and where its log is: the job may have had no time to print it."""
    news, *_ = _NO_NEWS.split(getattr(record, "rule_msg", None) or "")
    if news:
        logs = [log for log in getattr(record, "log", ())[-1:] if Path(log).exists()]
        yield " ".join([*news.split(), *(f"Its log: {log}" for log in logs)])


def _said(log: Path) -> Iterator[str]:
    """Return the lines of a log: a traceback of ours as one line, and that of a stopped build not at all."""
    text = ""
    with suppress(OSError):
        text = log.read_text(encoding="utf-8", errors="replace")
    lines, fault, rest = text.partition(_FAULT)
    yield from lines.splitlines()
    if fault and not rest.rstrip().endswith(_STOPPED):
        yield (fault + rest).rstrip()
