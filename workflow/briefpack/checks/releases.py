"""Releases: what a case records of the versions that its readers were given fits its own version and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.case.dates import is_before
from briefpack.case.releases import VersionGiven, VersionsGiven
from briefpack.case.schema import fields_of
from briefpack.problems import Problem

_NUMBER = re.compile(r"v?(\d+(?:\.\d+)*)")
_LATER = (
    "this version is later than that of the case: correct it, or bring 'version' of case.yaml up to date before the "
    "packs are built"
)
_AHEAD = (
    "this release is dated after the date of information: correct it, or bring 'date_of_information' of case.yaml up "
    "to date"
)
_TWICE = "this reader is said to have been given this version before: take one of the two out, or correct it"
_ORDER = "a later version than this is dated before it: correct one of the two"


def problems(case: Case) -> Iterator[Problem]:
    """Return a warning for each recorded release that cannot be, as far as versions are numbers and dates are known."""
    intervention = case.content.case
    own, today = (intervention and intervention.version), (intervention and intervention.date_of_information)
    for path, released in _by_reader(case):
        for number, one in enumerate(released):
            at = (*path, number)
            version, before = version_number(one.version), released[:number]
            if own and version and (version_number(own) or version) < version:
                yield Problem(case.place((*at, "version")), _LATER, "warning")
            if today and is_before(today, one.date):
                yield Problem(case.place((*at, "date")), _AHEAD, "warning")
            if any(_is_same(other, one) for other in before):
                yield Problem(case.place((*at, "version")), _TWICE, "warning")
            if any(_is_out_of_order(one, other) for other in released):
                yield Problem(case.place((*at, "date")), _ORDER, "warning")


def version_number(version: str) -> tuple[int, ...] | None:
    """Return a version such as `1.10` or `v2` as numbers that can be compared, or None where it is something else."""
    found = _NUMBER.fullmatch(version.strip())
    if not found:
        return None
    numbers = [int(part) for part in found[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _by_reader(case: Case) -> Iterator[tuple[Path, tuple[VersionGiven, ...]]]:
    releases = case.content.case and case.content.case.releases
    for name, shape in fields_of(VersionsGiven).items() if releases else ():
        yield ("case", "releases", name), getattr(releases, shape.attribute) or ()


def _is_same(one: VersionGiven, other: VersionGiven) -> bool:
    if one.version.strip() == other.version.strip():
        return True
    return (number := version_number(one.version)) is not None and number == version_number(other.version)


def _is_out_of_order(one: VersionGiven, other: VersionGiven) -> bool:
    """Return whether another release has a later version, and certainly an earlier date."""
    mine, its = version_number(one.version), version_number(other.version)
    return bool(mine and its and mine < its and is_before(other.date, one.date))
