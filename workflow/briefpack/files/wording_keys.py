"""Wording keys: the texts that every language must have, by the list beside this module, and those that are missing."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from briefpack.problems import Place, Problem

_LIST = Path(__file__).with_name("wording_keys.txt")


@functools.lru_cache(maxsize=1)
def wording_keys() -> Mapping[str, frozenset[str]]:
    """Return the keys under which the templates of the base and the package look for wording, and what fills each."""
    lines = (line.split() for line in _LIST.read_text(encoding="utf-8").splitlines())
    return {key: frozenset(names) for key, *names in lines}


def missing_wording(needed: Iterable[str], places: Mapping[str, Place], file: str, remedy: str) -> Iterator[Problem]:
    """Return a problem for each needed key that has no text, or one for a group of keys of which none has.

    `places` has the keys with a text. A problem stands at the nearest of them, or at the top of `file`.
    """
    lacking = sorted(set(needed) - places.keys())
    begun = {group for key in places for group in _groups(key)} if lacking else set()
    # A group of keys can be a key itself.
    for group, keys in groupby(lacking, lambda key: next((one for one in _groups(key) if one not in begun), key)):
        members = list(keys)
        what = f"the wording '{members[0]}' is missing" if len(members) == 1 else _of_group(group, members)
        yield Problem(_nearest(group, places, file), f"{what}: {remedy}")


def _of_group(group: str, members: list[str]) -> str:
    return f"all wording under '{group}' is missing, {len(members)} texts from '{members[0]}' to '{members[-1]}'"


def _groups(key: str) -> list[str]:
    """Return a key and the groups that it belongs to, the widest first."""
    steps = key.split(".")
    return [".".join(steps[:length]) for length in range(1, len(steps) + 1)]


def _nearest(group: str, places: Mapping[str, Place], file: str) -> Place:
    """Return the place of the last text in the same group or in the nearest one around it, or the top of the file."""
    for around in reversed(_groups(group)[:-1]):
        beside = [place for key, place in places.items() if key.startswith(f"{around}.") and place.file == file]
        if beside:
            return max(beside)
    return Place(file)
