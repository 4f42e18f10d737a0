"""Reading: the command that says who may see what of a case, before anything is built."""

from __future__ import annotations

import argparse

from briefpack.commands.readers import told
from briefpack.commands.reporting import tell_problems
from briefpack.packs.intake import disclosed_case


def readers(options: argparse.Namespace) -> int:
    """Print who may see what of a case; the exit status is 1 if a rule of disclosure is broken."""
    views, broken = disclosed_case(options.case)
    tell_problems(broken)
    for line in told(views, options.templates, options.organisation, options.lacks):
        print(line)
    return 1 if broken else 0
