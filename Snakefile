"""Briefing packs in Word and Markdown: for each organisation and case, one for each audience and language.

inputs/<case>/*.yaml -> pack -> release -> outputs/<organisation>/<case>/<case>.<audience>.<language>.<docx|md>
"""

import atexit
import shlex
import sys
from pathlib import Path

from briefpack.files.index import renew_index
from briefpack.files.job_logs import JobLogs
from briefpack.files.library import open_library
from briefpack.files.stamps import remove_stamps
from briefpack.files.timers import cancel_timers
from briefpack.problems import Refusal

try:
    library = open_library(config)
except Refusal as refusal:
    sys.exit(str(refusal))

for warning in library.warnings:
    print(f"warning: {warning}", file=sys.stderr)

READERS = expand("{audience}.{language}", audience=library.audiences, language=library.languages)
PACK = "{case}.{reader}"
PACKED = f"{library.outputs}/.receipts/pack/{{organisation}}/{PACK}.txt"
STAGED = f"{library.outputs}/.staging/{{organisation}}/{{case}}"
RELEASED = f"{library.outputs}/{{organisation}}/{{case}}"
LOGS = f"{library.outputs}/.logs"
#: The files of a pack, beside the folder of its pictures.
KINDS = ["docx", "md", "manifest.json"]

# The rules' `python` is the one that runs Snakemake, whether its environment is activated or not.
shell.prefix(f"PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH; ")


wildcard_constraints:
    organisation=r"[^./][^/]*",
    case=r"[^/]+",
    reader=r"[^./]+\.[^./]+",


localrules:
    packs,
    release,


# The receipts are asked for by name: a job that failed leaves none, so it is missed until it succeeds.
rule packs:
    input:
        lambda _: expand(
            [PACKED, *(f"{RELEASED}/{PACK}.{kind}" for kind in (*KINDS, "media"))],
            case=library.cases,
            organisation=library.organisations,
            reader=READERS,
        ),


include: "workflow/rules/pack.smk"
include: "workflow/rules/release.smk"


# Snakemake calls no hook where nothing is to be done, and the index is to be true even then. Only a run that may build
# has an executor: none has a lint or a graph.
atexit.register(
    lambda project: workflow.is_main_process
    and workflow.executor_plugin
    and not workflow.dryrun
    and sys.stderr.write(renew_index(config, project)),
    Path.cwd(),
)


# What is wrong is told as it is found, and warnings at the end; which jobs ran is in Snakemake's own log.
job_logs = JobLogs(lambda text: print(text, file=sys.stderr, flush=True))


onstart:
    job_logs.follow(logger)


onsuccess:
    job_logs.tell_rest()
    cancel_timers()
    remove_stamps(library.outputs)
    print(f"Every pack asked for is up to date in {library.outputs}.")


onerror:
    job_logs.tell_rest()
    cancel_timers()
    remove_stamps(library.outputs)
    print(f"Some packs could not be built; good ones of before are kept. What ran: {log[0]}", file=sys.stderr)
