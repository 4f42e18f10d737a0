"""Registry: the commands for whoever keeps the sealed registry of a case."""

from __future__ import annotations

import argparse

from briefpack.commands import custody
from briefpack.files.writing import write_all
from briefpack.packs.checking import ordinary_texts


def ordinary(options: argparse.Namespace) -> int:
    """Print the lines that a registry may hold for texts in which a name is an ordinary word, or that it needs none."""
    none = f"{options.case}: no text needs such a line in the registry"
    print(*(list(ordinary_texts(options.case, options.language)) or [none]), sep="\n")
    return 0


def seal(options: argparse.Namespace) -> int:
    """Encrypt a registry, and print what is left to do."""
    print(*custody.seal(options.registry, options.to, options.new_key, remove=options.remove), sep="\n")
    return 0


def unseal(options: argparse.Namespace) -> int:
    """Print a sealed registry, or put what was sealed into a file."""
    if options.output:
        write_all({options.output: custody.unsealed(options.sealed)})
        print(f"{options.output}: made, in clear: delete it when you need it no longer")
    else:
        print(custody.unseal(options.sealed), end="")
    return 0
