"""Briefing packs in Word and Markdown: for each organisation and case, one for each audience and language.

inputs/<case>/*.yaml -> pack -> outputs/<organisation>/<case>/<case>.<audience>.<language>.<docx|md>
"""

import atexit
import shlex
import sys
from pathlib import Path

from briefpack.files.bytecode import keep_bytecode

keep_bytecode(Path.cwd())

from briefpack.desk.index import renew_index
from briefpack.files.batches import LOGS
from briefpack.files.builds import Build, pattern_of_marks, plan_of
from briefpack.files.job_logs import JobLogs
from briefpack.files.library import open_library
from briefpack.files.timers import cancel_timers_at_the_end
from briefpack.problems import Refusal
from briefpack.files.terminal import forgive, tell

forgive(logger)
cancel_timers_at_the_end()

try:
    library = open_library(config)
except Refusal as refusal:
    sys.exit(str(refusal))

for warning in library.warnings:
    tell(f"warning: {warning}\n")

build = Build(workflow, library)

# The rules' `python` is the one that runs Snakemake, whether its environment is activated or not.
shell.prefix(f"PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH; ")


wildcard_constraints:
    run=r"build|look",
    organisation=r"[^./][^/]*",
    batch=r"[0-9]+",


localrules:
    packs,


# What is stale is decided here, by the receipts of the packs: only now is it known whether this run builds.
rule packs:
    input:
        lambda _: build.marks(),


include: "workflow/rules/pack.smk"


# Snakemake calls no hook where nothing is to be done, and the index is to be true even then. Whoever does not hold the
# outputs, for looking only or because another build does, writes nothing there.
atexit.register(lambda project: build.has_outputs and tell(renew_index(config, project, build.seen)), Path.cwd())


# What is registered last runs first, so this is printed before anything about the index.
atexit.register(lambda: tell(build.idle(), sys.stdout))


# What is wrong is told as it is found, and warnings at the end; which jobs ran is in Snakemake's own log.
job_logs = JobLogs(lambda text: build.tell(f"{text}\n"), build.logs)


onstart:
    job_logs.follow(logger)
    build.show_progress(job_logs.tell_of_cases)


onsuccess:
    build.stop_progress()
    job_logs.tell_rest()
    tell(f"{build.ended(config)}\n", sys.stdout)


onerror:
    build.stop_progress()
    job_logs.tell_rest()
    tell(f"{build.refusals()}{build.shortfall} {build.ended(config)} What ran: {log[0]}\n")
