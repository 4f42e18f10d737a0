"""Builds: what one run of Snakemake must make again of a library, and what is true when the run is over.

Released files are outputs of no rule, because Snakemake deletes outputs before a job runs. So this module decides by
our own receipts which cases are packed again. A job packs a batch of them; its output is a mark that lasts as long as
the build.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from briefpack.files.batches import MARKS, REGISTER_KEY, Batch, failed_mark, files_beside, log_of, packed_mark
from briefpack.files.case_registers import Due, due_registers
from briefpack.files.dealing import batches_of
from briefpack.files.journal import Release, cut_releases
from briefpack.files.library import Library, open_library
from briefpack.files.locks import lock_case, lock_outputs
from briefpack.files.outcome import Outcome
from briefpack.files.progress import Progress
from briefpack.files.receipts import why_stale
from briefpack.files.states import are_current, states, summary
from briefpack.files.terminal import tell
from briefpack.pack_files import REGISTER
from briefpack.problems import Refusal

#: Prints the logs of cases.
TellLogs = Callable[[Iterable[Path]], None]
#: How the mark of a job begins in a run that builds, and in one that only looks, where no job ever leaves its mark.
_BUILD, _LOOK = "build", "look"
_TOGETHER = "another pack of its case is made again"
_WITH_REPORT = "the coordinator's report of its case is looked at again"
_TOUCH = "--touch would mark old packs as up to date: run snakemake without it"


class Build:
    """One run of Snakemake on a library; `workflow` is Snakemake's own."""

    def __init__(self, workflow: Any, library: Library) -> None:
        self._workflow, self._library = workflow, library
        self._lock: object = None
        self._progress: Progress | None = None
        self._begun = time.monotonic()

    @property
    def is_running(self) -> bool:
        """Return whether this run builds: only then has it an executor, and only after the rules are read."""
        run = self._workflow
        return bool(run.is_main_process and run.executor_plugin and not run.dryrun and not run.touch)

    @property
    def has_outputs(self) -> bool:
        """Return whether this run holds the lock on the outputs, so that it may write there."""
        return self._lock is not None

    @property
    def seen(self) -> Mapping[str, str]:
        """Return the digest of the documents of each case as this run found them, if it had nothing to do for them."""
        return {} if self._is_busy else self._library.documents_of

    def marks(self) -> list[str]:
        """Return the mark of each job that must run; a run that builds first locks the outputs, or ends with one line.

        If no job must run, return a file that exists: Snakemake would run a target that asks for nothing.
        """
        if self._workflow.touch:
            sys.exit(_TOUCH)
        try:
            return list(self._marks) or [__file__]
        except Refusal as refusal:
            sys.exit(str(refusal))

    def show_progress(self, tell_logs: TellLogs) -> None:
        """Show from now on how many cases are packed, and why one is not, until the build has ended."""
        self._progress = Progress(len(self._planned), partial(self.look, tell_logs))
        self._progress.start()

    def tell(self, text: str) -> None:
        """Print text on standard error, without disturbing the progress shown there."""
        (self._progress.tell if self._progress else tell)(text)

    def stop_progress(self) -> None:
        """Stop showing progress, if it was shown."""
        if self._progress:
            self._progress.stop()

    def ended(self, config: Mapping[str, object]) -> str:
        """Return what a build did and what is now true of the packs that were asked for; remove its marks."""
        done = self._outcome.counts()
        shutil.rmtree(self._library.outputs / MARKS, ignore_errors=True)
        try:
            found = states(open_library(config))
        except Refusal as refusal:
            return str(refusal)
        planned = [pack for packs in self._planned.values() for pack in packs]
        gone = [pack for pack in planned if pack not in found]
        told = [f"No longer asked for, though it was when the build began: {', '.join(gone)}."] if gone else []
        if set(found.values()) != {"current"}:
            truth = summary(found.values())
        else:
            every = "Every other pack" if gone else "Every pack"
            truth = f"{every} asked for is up to date in {self._library.outputs}."
        return " ".join([done, *told, truth])

    def idle(self) -> str:
        """Return the summary of a build that had nothing to do; nothing where it had, or where this run is no build."""
        return "" if not self.has_outputs or self._is_busy else f"{self._outcome.counts()}\n"

    @property
    def shortfall(self) -> str:
        """Return in a sentence what a build that failed could not make."""
        return self._outcome.shortfall

    def refusals(self) -> str:
        """Return a line for each case that was refused, with a reason."""
        return "".join(f"{line}\n" for line in self._outcome.reasons())

    @cached_property
    def _outcome(self) -> Outcome:
        """Return what this build did: of a case that failed though its packs are good, the report alone is refused."""
        outputs, planned = self._library.outputs, self._planned
        asked = sum(len(self._library.packs(*pair)) for pair in self._library.pairs)
        refused = [at for at in planned if failed_mark(outputs, *at).exists()]
        # A job that outlived an earlier build may leave a mark too, of a case that this build could not pack then.
        packed = [at for at in planned if packed_mark(outputs, *at).exists() and at not in refused]
        reports = [at for at in refused if are_current(self._library, *at)]
        made = sum(len(planned[at]) for at in (*packed, *reports))
        lost = sum(len(planned[at]) for at in refused if at not in reports)
        stale = sum(map(len, planned.values()))
        logs: dict[str, dict[str, Path]] = {}
        for organisation, case in refused:
            logs.setdefault(case, {})[organisation] = log_of(outputs, organisation, case)
        for organisation in self._library.organisations:
            if failed_mark(outputs, organisation, REGISTER_KEY).exists():
                logs.setdefault(REGISTER, {})[organisation] = log_of(outputs, organisation, REGISTER_KEY)
        return Outcome(
            made, asked - stale, lost, stale - made - lost, logs, time.monotonic() - self._begun, len(reports)
        )

    def look(self, tell_logs: TellLogs) -> tuple[int, int]:
        """Return how many cases are done, and how many of them failed; pass on the logs of those that failed."""
        outputs = self._library.outputs
        packed, failed = (files_beside(mark(outputs, "*", "*")) for mark in (packed_mark, failed_mark))
        tell_logs(log_of(outputs, mark.parent.name, mark.name) for mark in failed)
        return len(packed) + len(failed), len(failed)

    def logs(self, mark: str) -> Sequence[Path]:
        """Return the logs of what the job of a mark makes."""
        return self._marks[mark].logs

    @cached_property
    def _marks(self) -> Mapping[str, Batch]:
        """Return each batch by the mark of its job; a run that builds also writes the batches for the jobs."""
        folder = self._library.outputs / MARKS / (_BUILD if self.is_running else _LOOK)
        cores = self._workflow.resource_settings.cores or 1
        batches = batches_of(self._library, self._planned, self._registers, cores)
        marks = {str(folder / batch.organisation / str(number)): batch for number, batch in enumerate(batches)}
        if self._workflow.dryrun:
            self._tell_plan()
        if self.is_running:
            for mark, batch in marks.items():
                batch.write(plan_of(mark))
                for log in batch.logs:
                    log.unlink(missing_ok=True)
        return marks

    @cached_property
    def _planned(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """Return the stale packs, worked out once, because Snakemake asks several times."""
        if self.is_running:
            self._take_outputs()
        return self._stale()

    @property
    def _is_busy(self) -> bool:
        """Return whether this run had anything to do."""
        return bool(self._planned or self._registers)

    @cached_property
    def _registers(self) -> Mapping[str, Due]:
        """Return the register of each organisation that must be made again."""
        return due_registers(self._library, self._planned, is_forced=self._is_forced)

    def _tell_plan(self) -> None:
        """Print what a build would do, since Snakemake can only tell which jobs it would run."""
        for release in cut_releases(self._library.outputs):
            if release.cut():
                tell(f"would finish a release that was cut: {release.folder}\n")
        plans = (f"would pack {pack}: {why}\n" for one in self._planned.values() for pack, why in one.items())
        registers = (f"would make the register of {one}: {due.why}\n" for one, due in self._registers.items())
        tell("".join((*plans, *registers)))

    def _take_outputs(self) -> None:
        self._lock = lock_outputs(self._library.outputs)
        shutil.rmtree(self._library.outputs / MARKS, ignore_errors=True)
        for release in cut_releases(self._library.outputs):
            try:
                with lock_case(release.outputs, release.organisation, release.case, patience=0):
                    release.finish()
            except Refusal as refusal:
                tell(f"{refusal}\n")

    def _stale(self) -> dict[tuple[str, str], dict[str, str]]:
        """Return the packs that must be made again, by organisation and case, each with the reason.

        If one pack of a case must be made again, all that are asked for in its house style are: then what they share is
        of the same day. The report to the coordinator comes with them, and is not counted: whether there is one is for
        the case to say.
        """
        found: dict[tuple[str, str], dict[str, str]] = {}
        for organisation, case in self._library.pairs:
            reasons = {pack: self._why(organisation, case, pack) for pack in self._library.packs(organisation, case)}
            together = _TOGETHER if any(reasons.values()) else _WITH_REPORT
            reports = (self._why(organisation, case, report) for report in self._library.reports(organisation, case))
            if together == _TOGETHER or any(reports):
                found[organisation, case] = {
                    f"{organisation}/{case}/{pack}": why or together for pack, why in reasons.items()
                }
        return found

    @property
    def _is_forced(self) -> bool:
        settings = self._workflow.dag_settings
        return bool(settings and (settings.forceall or {"pack", "packs"} & set(map(str, settings.forcerun))))

    def _why(self, organisation: str, case: str, pack: str) -> str:
        if self._is_forced:
            return "asked for again"
        outputs, today = self._library.outputs, self._library.made_from(organisation, case)
        waiting = Release(outputs, organisation, case).cut_receipt(pack)
        if waiting and waiting.made_from == today:
            return ""
        return why_stale(outputs, organisation, case, pack, today)


def pattern_of_marks(outputs: Path) -> str:
    """Return the output of a job that packs a batch, with Snakemake's wildcards."""
    return str(outputs / MARKS / "{run}" / "{organisation}" / "{batch}")


def plan_of(mark: str) -> Path:
    """Return the file in which the job of a mark finds its batch."""
    return Path(f"{mark}.json")
