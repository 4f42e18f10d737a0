"""Packing: what is done for one case and one house style, from its folder to the files that may be released.

    take in -> recall -> check -> make: draw, render, typeset -> release -> record

The case, its views and the house style are read once and handed on. Only the recall, the checks and the gate get the
sealed registry: it is dropped before the first pack is made, and opened again when the last one is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefpack import pack_files
from briefpack.case.content import Case
from briefpack.case.registry import OpenedRegistry
from briefpack.checks.openness import may_have_pack, names_coordinators, no_pack, no_report
from briefpack.disclosure.views import Views
from briefpack.files.registries import keys_of_registry, open_registry
from briefpack.files.sealing import sealed
from briefpack.files.surroundings import surroundings
from briefpack.files.writing import read_bytes, write_all
from briefpack.findings.report import report
from briefpack.gate.manifest import house_of
from briefpack.handbook import Audience
from briefpack.packs.checking import CheckedCase, check_case
from briefpack.packs.history import records
from briefpack.packs.house_styles import HouseStyle, house_styles
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.making import Made, make
from briefpack.packs.orders import Order
from briefpack.packs.recalling import recalled
from briefpack.packs.releasing import finds, released
from briefpack.packs.wordings import Wordings, read_printed
from briefpack.problems import Place, Problem, Refusal, errors

_TAKEN = (
    "this pack of the house style '{house}' would be overwritten: write yours into another folder, or move this "
    "one away"
)

Tell = Callable[[Sequence[Problem]], None]


def packed(
    order: Order, into: Path | None, outputs: Path | None, tell: Tell, houses: Sequence[HouseStyle] | None = None
) -> dict[Path, bytes]:
    """Return the files of an order by where they go: its packs `into` a folder and, in a build, its records.

    `outputs` is where a build releases packs, and where they go without another folder. Packs there that are to be
    recalled are reported and noted, even if the case has errors. `houses` is the house style in each language, where it
    was read before.

    Raises:
        Refusal: a recall cannot be noted, the case or the house style has errors (all are named), or a pack cannot be
            released.
    """
    intake, opened = take_in(order.case), open_registry(order.case)
    houses, misfits = (houses, ()) if houses else house_styles(order)
    wordings = Wordings(order.templates, {(order.organisation, one.catalogue.language): one.wording for one in houses})
    told = recalled(intake, opened, wordings, outputs, order.organisation) if outputs else []
    if errors(told):
        raise Refusal(told)
    try:
        checked = _checked(order, intake, opened, houses, misfits, in_a_build=outputs is not None)
    except Refusal as refusal:
        raise Refusal([*refusal.problems, *told]) from None
    del opened
    said = [*told, *checked.warnings]
    tell(said)
    made = _made(order, checked.views, houses, outputs, said)
    files = _locked(order.case, released(checked.views.case, open_registry(order.case).opened(), made))
    noted = records(checked.views, made, files, order.organisation, outputs) if outputs else {}
    return {_home(order, name, into, outputs) / name: data for name, data in files.items()} | noted


def _locked(case: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return released files by name, those of a report encrypted where the registry of the case is, for the same keys.

    Raises:
        Refusal: the registry does not say for which keys it is sealed: nothing of a report may lie in clear then.
    """
    keys = keys_of_registry(case) if any(map(pack_files.is_report, files)) else None
    if keys is None:
        return files
    own = {name: data for name, data in files.items() if pack_files.is_report(name)}
    others = {name: data for name, data in files.items() if name not in own}
    return others | {name + pack_files.SEALED: sealed(data, keys) for name, data in own.items()}


def _home(order: Order, name: str, into: Path | None, outputs: Path | None) -> Path:
    return into or (outputs or Path()) / pack_files.folder_of(order.organisation, order.case.name, name)


def put(order: Order, files: Mapping[Path, bytes]) -> list[str]:
    """Write the files of an order to their places, and return a line for each pack that is made.

    Packs are named by their case, audience and language, so those of two house styles have the same names.

    Raises:
        Refusal: packs of another house style, by their manifests, would be overwritten, or the disk cannot take them.
    """
    houses = {
        path: house_of(read_bytes(path)) for path in files if path.name.endswith(pack_files.MANIFEST) and path.is_file()
    }
    taken = {path: house for path, house in houses.items() if house not in ("", order.organisation)}
    if taken:
        raise Refusal(Problem(Place(str(path)), _TAKEN.format(house=house)) for path, house in taken.items())
    texts = [path for path in files if path.suffix == pack_files.MARKDOWN]
    write_all(files, media=[path.with_suffix(pack_files.PICTURES) for path in texts])
    sealed_texts = [path for path in files if path.name.endswith(pack_files.MARKDOWN + pack_files.SEALED)]
    return [
        *(
            f"{path.with_suffix(pack_files.WORD)} and {pack_files.MARKDOWN}: made in the house style "
            f"'{order.organisation}'"
            for path in texts
        ),
        *(f"{path}, and with it the rest: made and encrypted, for 'briefpack unseal' to open" for path in sealed_texts),
    ]


def explained(order: Order, outputs: Path | None) -> list[Problem]:
    """Return every find of the gate in the packs of an order, for the author of the case; a build prints a line a pack.

    Nothing is written, and nothing is recalled.

    Raises:
        Refusal: everything that is wrong with the case or the house style, so that no pack can be made.
    """
    houses, misfits = house_styles(order)
    checked = _checked(order, take_in(order.case), open_registry(order.case), houses, misfits)
    made = _made(order, checked.views, houses, outputs, checked.warnings)
    return finds(checked.views.case, open_registry(order.case).opened(), made)


def _made(
    order: Order, views: Views, houses: Sequence[HouseStyle], outputs: Path | None, said: Iterable[Problem]
) -> list[Made]:
    """Return the packs of an order, not yet released; raise Refusal where one may not be made.

    Each has its folder and, in a build, what is written beside it; `said` is a part of that.
    """
    audiences = _audiences(order, views.case)
    made = [
        _one(views, audience, house, order.name(audience, language))
        for language, house in zip(order.languages, houses, strict=True)
        for audience in audiences
    ]
    around = outputs and surroundings(order.case, order.templates, order.organisation, outputs, order.readers, said)
    home = partial(pack_files.folder_of, order.organisation, order.case.name)
    return [pack.at(home(pack.name), around or None) for pack in made]


def _audiences(order: Order, case: Case) -> Sequence[Audience]:
    """Return for whom something is made; raise Refusal where that may not be.

    A case that names nobody for its report has none, which is a fault only where nothing else was asked for.
    """
    audiences = [one for one in order.audiences if one != "coordinator" or names_coordinators(case)]
    closed = [no_pack(case, audience) for audience in audiences if not may_have_pack(case, audience)]
    if closed or not audiences:
        raise Refusal(closed or [no_report(case)])
    return audiences


def _one(views: Views, audience: Audience, house: HouseStyle, name: str) -> Made:
    """Return a pack of the view of one audience, or the coordinator's report; LibreOffice is not given that to lay out.

    It would write it to a file, in clear.
    """
    if audience == "coordinator":
        return make(views.of(audience), replace(house, page_numbers=False), name, report(views, house.catalogue, house.settings.findings))
    return make(views.of(audience), house, name)


def _checked(
    order: Order,
    intake: Intake,
    opened: OpenedRegistry,
    houses: Sequence[HouseStyle],
    misfits: Sequence[Problem],
    *,
    in_a_build: bool = False,
) -> CheckedCase:
    """Return the case of an order, checked; raise Refusal with what is wrong with it and with its house style.

    If the house style is wrong, that of the base stands in for it: without any, the checks would take words of the
    wording for withheld ones. If that is wrong too, only the `misfits` are reported.
    """
    try:
        printed = [read_printed(order.templates, None, language) for language in order.languages if misfits]
    except Refusal:
        raise Refusal(misfits) from None
    printed += [house.printed for house in houses]
    pattern = houses[0].settings.name_pattern if houses else None
    try:
        # No pack may be released that was not compared with the registry.
        checked = check_case(intake, opened, "error", pattern, printed, in_a_build=in_a_build)
    except Refusal as refusal:
        raise Refusal([*misfits, *refusal.problems]) from None
    if misfits:
        raise Refusal([*misfits, *checked.warnings])
    return checked
