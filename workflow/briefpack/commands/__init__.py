"""Commands: what each subcommand of the command line does; commands that need the same imports share a module.

A module is imported only when one of its commands is run: a build calls the command line many times, and loading all
that makes packs takes longer than checking a case.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

#: The module of each command; in it, a function has the name of the command, with `_` for `-`.
MODULES: Mapping[str, str] = MappingProxyType(
    {
        "check": "checking",
        "explain": "packs",
        "pack": "packs",
        "report": "packs",
        "register": "case_registers",
        "build": "packs",
        "batch": "packs",
        "readers": "readers",
        "record": "record",
        "new-organisation": "organisations",
        "typeset": "word",
        "style": "word",
        "texts": "texts",
        "ordinary": "registry",
        "seal": "registry",
        "unseal": "registry",
    }
)


def run(options: argparse.Namespace) -> int:
    """Run the command that was asked for, and return its exit status: 1 where something is wrong.

    Raises:
        Refusal: the command cannot be carried out; the refusal carries everything that is wrong.
    """
    module = import_module(f"{__name__}.{MODULES[options.command]}")
    status: int = getattr(module, options.command.replace("-", "_"))(options)
    return status
