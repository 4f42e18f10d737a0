"""Reporting: problems printed for a person."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from briefpack.problems import Problem

#: So many problems are printed at once, and the others counted.
MOST_TOLD = 200


def tell_problems(problems: Sequence[Problem]) -> None:
    """Print problems in the order of their places, errors before warnings where there are too many for a person."""
    by_weight = sorted(problems, key=lambda problem: problem.severity != "error")
    for problem in sorted(by_weight[:MOST_TOLD]):
        print(problem, file=sys.stderr)
    if len(problems) > MOST_TOLD:
        left = Counter(problem.severity for problem in by_weight[MOST_TOLD:])
        counted = " and ".join(f"{count} {severity}s" for severity, count in sorted(left.items()))
        print(f"and {counted} more: mend those above, then check again", file=sys.stderr)
