"""Outcome: the summary with which a build ends: packs made, unchanged and refused, with reasons, and the time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path

#: So many refused cases are named at most: a fault of a house style refuses every case.
_NAMED = 20
_NOT_REACHED = "not reached: the build was stopped, or one of its jobs ended before its time; build again to go on"
_ERROR = re.compile(r"^(?P<place>.+?:\d+:\d+): error: (?P<what>.*)$", re.MULTILINE)
_FAULT = "Traceback (most recent call last):"


@dataclass(frozen=True)
class Outcome:
    """How a build ended: how many packs it made, left unchanged, refused, and did not reach.

    `logs` has the logs of each refused case, by organisation. `reports` counts the cases of which the report alone was
    refused: their packs are made.
    """

    made: int
    unchanged: int
    refused: int
    not_reached: int
    logs: Mapping[str, Mapping[str, Path]]
    seconds: float
    reports: int = 0

    @property
    def shortfall(self) -> str:
        """Return in a sentence what could not be built where something could not."""
        packs_are_made = self.logs and not self.refused + self.not_reached
        return "The packs were built, not all of the rest." if packs_are_made else "Some packs could not be built."

    def counts(self) -> str:
        """Return the counts and the time in a sentence."""
        took = timedelta(seconds=round(self.seconds))
        packs = "1 pack" if self.made == 1 else f"{self.made} packs"
        rest = f", {self.not_reached} not reached" if self.not_reached else ""
        rest += f", {_reports(self.reports)} refused" if self.reports else ""
        return f"{packs} made, {self.unchanged} unchanged, {self.refused} refused{rest}, in {took}."

    def reasons(self) -> Iterator[str]:
        """Return a line for each refused case, with its first reason, and one for those not reached.

        A reason that is the same for several organisations is told once.
        """
        for case, logs in islice(self.logs.items(), _NAMED):
            reasons = {organisation: _reason(log) for organisation, log in logs.items()}
            for reason in dict.fromkeys(reasons.values()):
                refused = (f"{organisation}/{case}" for organisation in reasons if reasons[organisation] == reason)
                yield f"refused {', '.join(refused)}: {reason}"
        if len(self.logs) > _NAMED:
            yield f"refused {len(self.logs) - _NAMED} more: see the index, and the messages above"
        if self.not_reached:
            yield _NOT_REACHED


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"


def _reason(log: Path) -> str:
    text = ""
    with suppress(OSError):
        text = log.read_text(encoding="utf-8", errors="replace")
    errors = list(_ERROR.finditer(text))
    if not errors:
        return f"a fault of briefpack, see {log}" if _FAULT in text else f"its job ended before its time, see {log}"
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{errors[0]['what']} [{errors[0]['place']}]{more}"
