"""Commands: what each subcommand of the command line does, a module for those that need the same.

A module is imported when one of its commands is asked for: a build calls the command line many times, and loading all
that makes packs takes longer than checking a case.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

#: The module in which the command of a name is the function of that name.
MODULES: Mapping[str, str] = MappingProxyType(
    {
        "check": "checking",
        "explain": "packs",
        "pack": "packs",
        "report": "packs",
        "build": "packs",
        "batch": "packs",
        "readers": "reading",
        "typeset": "word",
        "style": "word",
        "ordinary": "registry",
        "seal": "registry",
        "unseal": "registry",
    }
)


def run(options: argparse.Namespace) -> int:
    """Run the command that was asked for, and return its exit status: 1 where something is wrong.

    Raises:
        Refusal: it cannot be done, with everything that is wrong.
    """
    module = import_module(f"{__name__}.{MODULES[options.command]}")
    status: int = getattr(module, options.command)(options)
    return status
