"""Record: the command that reads a record form that came back."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefpack.commands.reporting import tell_problems
from briefpack.files.private_places import is_among_cases_or_packs
from briefpack.files.writing import write_secret
from briefpack.packs.returned import returned
from briefpack.problems import Place, Problem, Refusal


def record(options: argparse.Namespace) -> int:
    """Read a record form, say what came back, and write it as YAML for the team where that was asked for."""
    form, *others = options.form
    if others:
        message = "read one form at a time: what two readers wrote must not meet in one file"
        raise Refusal([Problem(Place(str(one)), message) for one in others])
    if options.to is not None:
        _refuse_place(options)
    found = returned(form, options.inputs, options.outputs, options.case, options.templates)
    tell_problems(found.warnings)
    counted = f"entries for the case: {found.entries}, texts without a place: {found.not_placed}"
    if options.to is None:
        print(f"{form}: {counted}; nothing is written: name a new file with --to to get them")
        return 0
    write_secret(options.to, found.yaml)
    print(f"{options.to}: {counted}; only you can read this file: delete it when you have put them in")
    return 0


def _refuse_place(options: argparse.Namespace) -> None:
    """Raise Refusal where the file would lie among the cases or the packs: other commands read and send those."""
    case: Path | None = options.case
    # The cases beside a case are read with it; a link to it stands among cases, and so does what it leads to.
    beside = [case.resolve().parent, case.absolute().parent] if case else []
    if is_among_cases_or_packs(options.to, [options.inputs, options.outputs, *beside]):
        message = "what came back is for the team alone: choose a place outside the inputs and the outputs"
        raise Refusal([Problem(Place(str(options.to)), message)])
