"""Packing: what is done for one case and one house style, from its folder to the files that may be released.

    take in -> recall -> check -> make: draw, render, typeset -> release -> record

The case, its views and the house style are read once and handed on. Only the recall, the checks and the gate get the
sealed registry: it is dropped before the first pack is made, and opened again when the last one is made.
The coordinator's report comes after the packs, in the same way, and keeps none of them from its release; seats are
counted for it in the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefpack import pack_files
from briefpack.case.content import Case
from briefpack.checks.openness import may_have_pack, no_pack
from briefpack.checks.translations import incomplete
from briefpack.desk.facts import Facts
from briefpack.desk.index import said_of
from briefpack.disclosure.views import Views
from briefpack.files.recalls import FOLDER
from briefpack.files.registries import open_registry
from briefpack.files.surroundings import Surroundings, surroundings
from briefpack.files.writing import read_bytes, take_away_called_off, write_all
from briefpack.gate.manifest import house_of
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.packs import letters
from briefpack.packs.agreeing import facts_by_pack, kept
from briefpack.packs.checking import CheckedCase, checked_case
from briefpack.packs.history import records
from briefpack.packs.house_styles import HouseStyle, house_styles
from briefpack.packs.intake import take_in
from briefpack.packs.lengths import made_too_long
from briefpack.packs.making import Made, make
from briefpack.packs.orders import Order
from briefpack.packs.recalling import recalled, recalled_reports
from briefpack.packs.releasing import finds, released
from briefpack.packs.reports import ReportRefused, coordinators, locked, make_report
from briefpack.packs.wordings import Wordings
from briefpack.problems import Place, Problem, Refusal, errors, under

_TAKEN = (
    "this pack of the house style '{house}' would be overwritten: write yours into another folder, or move this "
    "one away"
)
_FAULT = (
    "the coordinator's report cannot be made, and the packs are released without it: this is a fault of briefpack, and "
    "of nothing that you gave it; please report it"
)

Tell = Callable[[Sequence[Problem]], None]


@dataclass(frozen=True)
class _Begun:
    """An order of which nothing is made yet; `said` is for whoever builds, `unnoted` are recalls without a note."""

    checked: CheckedCase
    houses: Sequence[HouseStyle]
    said: Sequence[Problem]
    unnoted: Sequence[Problem] = ()

    @property
    def views(self) -> Views:
        """Return the views of the case, for all that is the same in every language."""
        return self.checked.views


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
        ReportRefused: the packs may be released, and the coordinator's report may not; if that is a fault of briefpack,
            it is the cause.
    """
    begun = _begun(order, outputs, houses)
    tell(begun.said)
    views = begun.views
    packs = _made(order, _readers(order, views.case), begun, outputs)
    tell(_too_long(begun, packs))
    files = released(begun.checked.in_language, open_registry(order.case).opened(), packs)
    noted = records(views, packs, files, order.organisation, outputs) if outputs else {}
    noted |= kept(_facts(order, begun), order.organisation, outputs) if outputs else {}
    whole = _placed(order, files, into, outputs) | noted
    try:
        return whole | _placed(order, _reported(order, begun, outputs), into, outputs)
    except Refusal as refusal:
        raise ReportRefused(refusal.problems, whole) from None
    except Exception as fault:
        if not packs:
            raise
        # Whatever fails in the report comes of what no reader may know, so no reader may notice it.
        raise ReportRefused([Problem(Place(str(order.case)), _FAULT)], whole) from fault


def _begun(order: Order, outputs: Path | None, houses: Sequence[HouseStyle] | None) -> _Begun:
    """Return an order read, compared with what was released before, and checked; raise Refusal with all that is wrong.

    What is wrong with an old report is told with the rest, and keeps no pack from its reader.
    """
    intake, opened = take_in(order.case), open_registry(order.case)
    misfits: Sequence[Problem] = ()
    if houses:
        houses = [one for one in houses if one.catalogue.language in order.languages]
    else:
        houses, misfits = house_styles(order)
    wordings = Wordings(order.templates, {(order.organisation, one.catalogue.language): one.wording for one in houses})
    told = recalled(intake, opened, wordings, outputs, order.organisation) if outputs else []
    of_old = recalled_reports(intake, opened, wordings, outputs, order.organisation) if outputs else []
    if errors(told):
        raise Refusal([*told, *of_old])
    try:
        checked = checked_case(order, intake, opened, houses, misfits, in_a_build=outputs is not None)
    except Refusal as refusal:
        raise Refusal([*refusal.problems, *told, *of_old]) from None
    of_house = dict.fromkeys(one for house in houses for one in house.said)
    said = [*told, *(one for one in of_old if one.severity == "warning"), *checked.warnings, *of_house]
    return _Begun(checked, houses, said, errors(of_old))


def _too_long(begun: _Begun, packs: Iterable[Made]) -> list[Problem]:
    """Return a warning for each document of some packs that takes more pages than its reader is promised."""
    houses = {house.catalogue.language: house for house in begun.houses}
    of_languages = ((pack, begun.checked.in_language(pack.catalogue.language).case) for pack in packs)
    found = (made_too_long(case, pack, houses[pack.catalogue.language]) for pack, case in of_languages)
    return under("pages", (problem for each in found for problem in each))


def _reported(order: Order, begun: _Begun, outputs: Path | None) -> Mapping[str, bytes]:
    """Return the files of the coordinator's report by name, released and encrypted where they have to be, if any.

    Raises:
        Refusal: it cannot be released, or the recall of an old report cannot be noted.
    """
    if begun.unnoted:
        raise Refusal(begun.unnoted)
    views = begun.views
    asked = coordinators(order, views.case, in_a_build=outputs is not None)
    lacking = [one for name in order.languages if asked for one in incomplete(begun.checked.in_language(name))]
    if lacking:
        raise Refusal(under("translations", lacking))
    made = _made(order, asked, begun, outputs)
    files = released(begun.checked.in_language, open_registry(order.case).opened(), made) if made else {}
    return locked(order.case, files) if files else {}


def _placed(order: Order, files: Mapping[str, bytes], into: Path | None, outputs: Path | None) -> dict[Path, bytes]:
    """Return files by where they go: into a folder, else where a build releases those of their kind."""
    home = partial(pack_files.folder_of, order.organisation, order.case.name)
    return {(into or (outputs or Path()) / home(name)) / name: data for name, data in files.items()}


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
    take_away_called_off(files)
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
    checked = checked_case(order, take_in(order.case), open_registry(order.case), houses, misfits)
    case, begun = checked.views.case, _Begun(checked, houses, checked.warnings)
    audiences = [*_readers(order, case), *coordinators(order, case, in_a_build=len(order.audiences) > 1)]
    made = _made(order, audiences, begun, outputs)
    return finds(checked.in_language, open_registry(order.case).opened(), made)


def _made(order: Order, audiences: Sequence[Audience], begun: _Begun, outputs: Path | None) -> list[Made]:
    """Return the packs or reports of an order for these audiences, not yet released.

    Each has its folder and, in a build, what is written beside it; what is said to whoever builds is a part of that.
    """
    letters.refuse(begun.checked, begun.houses, audiences)
    made = [
        make_report(views, house, name, order.case)
        if audience == "coordinator"
        else make(views.of(audience), house, name)
        for house in begun.houses
        for language in [house.catalogue.language]
        for views in [begun.checked.in_language(language)]
        for audience in audiences
        if (name := order.name(audience, language))
    ]
    around = outputs and _around(order, replace(begun, said=[*begun.said, *_too_long(begun, made)]), outputs)
    home = partial(pack_files.folder_of, order.organisation, order.case.name)
    return [pack.at(home(pack.name), around or None) for pack in made]


def _around(order: Order, begun: _Begun, outputs: Path) -> Surroundings:
    """Return what the build writes beside the packs of an order, its entry in the index among it."""
    rows = said_of(order.case.name, order.organisation, _facts(order, begun).items(), outputs / FOLDER)
    return surroundings(order.case, order.templates, order.organisation, outputs, rows, begun.said)


def _facts(order: Order, begun: _Begun) -> dict[str, Facts]:
    return facts_by_pack(order, begun.checked.in_language, {one.catalogue.language: one for one in begun.houses})


def _readers(order: Order, case: Case) -> Sequence[Audience]:
    """Return the audiences of packs that are asked for; raise Refusal where one may have none."""
    audiences = [one for one in order.audiences if one in PACK_AUDIENCES]
    closed = [no_pack(case, audience) for audience in audiences if not may_have_pack(case, audience)]
    if closed:
        raise Refusal(closed)
    return audiences
