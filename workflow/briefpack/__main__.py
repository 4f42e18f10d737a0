"""The command line: one subcommand per thing a person does; the only place that catches and prints."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from briefpack import pipeline
from briefpack.problems import Refusal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and give the exit status: 0, or 1 where something was refused."""
    options = _parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    status = 0
    for folder in options.cases:
        try:
            _, problems = pipeline.check_case(folder)
        except Refusal as refusal:
            problems, status = list(refusal.problems), 1
        for problem in sorted(problems):
            print(problem, file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="briefpack", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="print every problem and open question of cases")
    check.add_argument("cases", nargs="+", type=Path, metavar="CASE_DIR")
    check.set_defaults(run=_check)
    return parser


if __name__ == "__main__":
    sys.exit(main())
