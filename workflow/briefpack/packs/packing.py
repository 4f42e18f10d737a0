"""Packing: what a build does for a case and an organisation: recall, check, make and compare its packs, in this order.

The case is checked in the process that makes its packs, so that each is read, and Python started, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

from briefpack import pack_files
from briefpack.files.recalls import FOLDER
from briefpack.files.surroundings import surroundings
from briefpack.files.writing import read_bytes, write_all
from briefpack.gate.manifest import house_of
from briefpack.gate.wanted import AlwaysPrinted
from briefpack.packs.history import records
from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.intake import CheckedCase, check_case, read_printed
from briefpack.packs.pipeline import Order, finds_of, house_styles, packs_of
from briefpack.packs.recalling import recalled
from briefpack.problems import Place, Problem, Refusal, errors

_TAKEN = "this pack is in the house style '{house}' and would be lost: put yours into another folder, or move this away"

Tell = Callable[[Sequence[Problem]], None]


def packed(
    order: Order, into: Path, outputs: Path | None, tell: Tell, houses: Sequence[HouseStyle] | None = None
) -> dict[Path, bytes]:
    """Return the files of an order by where they go: its packs `into` a folder and, in a build, its records.

    `outputs` is where the build releases packs. Those there that are to be recalled are told of, and noted, whatever is
    wrong with the case. `houses` is the house style in each language, where it was read before.

    Raises:
        Refusal: what keeps a recall from being noted, everything that is wrong with the case or the house style, or
            what keeps a pack from its release.
    """
    told = recalled(order.case, order.templates, outputs, order.organisation) if outputs else []
    if errors(told):
        raise Refusal(told)
    try:
        checked, houses = _checked(order, houses, in_a_build=outputs is not None)
    except Refusal as refusal:
        raise Refusal([*refusal.problems, *told]) from None
    said = [*told, *checked.warnings]
    tell(said)
    if outputs:
        order = _beside(order, outputs, said)
    packs = packs_of(order, checked, houses)
    files = {into / name: data for name, data in packs.files.items()}
    if outputs:
        released = outputs / order.organisation / order.case.name
        files |= records(packs, order.organisation, released, outputs / FOLDER)
    return files


def put(order: Order, files: Mapping[Path, bytes]) -> list[str]:
    """Put the files of an order where they go, and return a line for each pack that is made.

    Packs are called by their case, reader and language: those of two house styles have the same names.

    Raises:
        Refusal: packs of another house style, by their manifests, would be lost, or the disk says no.
    """
    houses = {
        path: house_of(read_bytes(path)) for path in files if path.name.endswith(pack_files.MANIFEST) and path.is_file()
    }
    taken = {path: house for path, house in houses.items() if house not in ("", order.organisation)}
    if taken:
        raise Refusal(Problem(Place(str(path)), _TAKEN.format(house=house)) for path, house in taken.items())
    texts = [path for path in files if path.suffix == pack_files.MARKDOWN]
    write_all(files, media=[path.with_suffix(pack_files.PICTURES) for path in texts])
    return [
        f"{path.with_suffix(pack_files.WORD)} and {pack_files.MARKDOWN}: made in the house style '{order.organisation}'"
        for path in texts
    ]


def explained(order: Order, outputs: Path | None) -> list[Problem]:
    """Return the author of a case what the gate finds in its packs, which a build tells of in one line a pack.

    Nothing is written, and nothing is recalled.

    Raises:
        Refusal: everything that is wrong with the case or the house style, so that no pack can be made.
    """
    checked, houses = _checked(order)
    if outputs:
        order = _beside(order, outputs, checked.warnings)
    return finds_of(order, checked, houses)


def _beside(order: Order, outputs: Path, said: Iterable[Problem]) -> Order:
    """Return an order with what its build writes beside its packs; `said` is what it has told so far."""
    readers = product(order.audiences, order.languages)
    around = surroundings(order.case, order.templates, order.organisation, outputs, readers, said)
    return replace(order, surroundings=around)


def _checked(
    order: Order, read: Sequence[HouseStyle] | None = None, *, in_a_build: bool = False
) -> tuple[CheckedCase, Sequence[HouseStyle]]:
    """Return the case of an order, checked, and its house style in each language; or tell what is wrong with both."""
    houses: Sequence[HouseStyle] = []
    problems: list[Problem] = []
    try:
        houses = read or house_styles(order)
        printed = [house.printed for house in houses]
    except Refusal as refusal:
        problems += refusal.problems
        printed = _printed_anyway(order, refusal)
    pattern = houses[0].settings.name_pattern if houses else None
    try:
        # None may be released that was not compared with the registry.
        checked = check_case(order.case, "error", pattern, printed, in_a_build=in_a_build)
    except Refusal as refusal:
        raise Refusal([*problems, *refusal.problems]) from None
    if problems:
        raise Refusal([*problems, *checked.warnings])
    return checked, houses


def _printed_anyway(order: Order, refused: Refusal) -> list[AlwaysPrinted]:
    """Return what the base prints in the languages of an order, where its house style is refused.

    Without that, a case would be said to hold what the wording holds: then only the refusal is told.
    """
    try:
        return [read_printed(order.templates, None, language) for language in order.languages]
    except Refusal:
        raise refused from None
