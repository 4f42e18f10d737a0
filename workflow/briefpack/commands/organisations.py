"""Organisations: the command with which an organisation of one's own begins."""

from __future__ import annotations

import argparse

from briefpack.files.writing import write_all
from briefpack.packs.new_organisations import new_organisation as new_files


def new_organisation(options: argparse.Namespace) -> int:
    """Make the folder of an organisation, and print its files and what its Word template gives to packs."""
    files, told = new_files(options.templates, options.name, options.style)
    write_all(files)
    for line in (*told, *(f"{path}: made" for path in files)):
        print(line)
    confirm = "confirm its letterhead, if it has one, in organisation.yaml; then " if options.style else ""
    print(f'next: {confirm}make packs ARGS="--config organisation={options.name}", and open a pack')
    return 0
