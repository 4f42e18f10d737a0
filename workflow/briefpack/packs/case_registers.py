"""Case registers: the register across the cases that name its recipients as their own: which enter, and how it is made.

What sets it apart from a report is that several cases are open at once, each by its coordinator's view. It is searched
for what is withheld from the coordinators of each of them, and encrypted where the registry of any of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefpack import pack_files
from briefpack.case.content import Content
from briefpack.checks.openness import enters_register, may_have_pack
from briefpack.checks.translations import incomplete
from briefpack.disclosure.inside import Inside
from briefpack.disclosure.view import Node, View
from briefpack.files.registries import keys_of_registry, open_registry
from briefpack.files.sealing import sealed
from briefpack.files.sources import ENCRYPTED
from briefpack.files.states import State
from briefpack.findings.case_register import Entrant, case_register
from briefpack.findings.seats import seated
from briefpack.gate.terms import Sought
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.packs.checking import CheckedCase, checked_case
from briefpack.packs.house_styles import HouseStyle, house_styles
from briefpack.packs.intake import Intake
from briefpack.packs.making import Made, make
from briefpack.packs.orders import Order
from briefpack.packs.releasing import sought_in
from briefpack.problems import Place, Problem, Refusal, errors, under
from briefpack.stages.release import Leaking, explained, release

#: How packs stand, by name; nothing where that is not known.
Standing = Mapping[str, State]
#: The file in which a case says whether it enters.
_FILE = "case.yaml"
_UNREAD = (
    "this case cannot be read, and has a key 'register' in its case.yaml or was in the last register, so the register "
    "is not made: correct the case"
)
_WRONG = "this case enters the register and has errors, so the register is not made: correct them first"
_LEAKS = (
    "the register holds what the coordinators of a case in it must not see, so it is not released: run 'briefpack "
    "register --explain' to see what and where"
)
_NO_KEY = (
    "the registries of the cases in the register are sealed for no key in common, so nobody could open it: seal this "
    "one again with 'briefpack seal', for a key of the register's recipients that the others are sealed for too, or "
    "take 'register' out of handling.distribution of one of the cases"
)

_NO_LANGUAGE = (
    "the cases that enter the register are written in no language in common that is built, so it is not made: see "
    "'languages' of their case.yaml"
)


@dataclass(frozen=True)
class Entering:
    """A case that enters: its folder, and its views in each language."""

    folder: Path
    checked: CheckedCase


@dataclass(frozen=True)
class MadeRegisters:
    """The files of the register of an organisation by name, in each language, and the names of the cases in it."""

    files: Mapping[str, bytes]
    cases: Sequence[str]


def registers(order: Order, cases: Iterable[Intake], stands: Standing) -> MadeRegisters:
    """Return the register of an organisation in each language; no file of it where no case enters.

    Of the `order` only the house style counts, and the languages; `cases` are those that may enter.

    Raises:
        Refusal: the house style or a case in it has errors, or may enter and cannot be read, the gate finds something,
            or no key opens all registries.
    """
    entering, houses = _taken_in(order, cases)
    files: dict[str, bytes] = {}
    for house in houses if entering else ():
        made = _made(entering, house, order, stands)
        files |= _released(made, _sought(entering, made))
    return MadeRegisters(_locked(entering, files), [one.folder.name for one in entering])


def finds(order: Order, cases: Iterable[Intake], stands: Standing) -> Iterator[Problem]:
    """Return each find of the gate in the register, with file, place and field, for whoever may see all cases."""
    entering, houses = _taken_in(order, cases)
    for house in houses if entering else ():
        made = _made(entering, house, order, stands)
        yield from explained(made.name, made.view.audience, made.finished, _sought(entering, made))


def enters(intake: Intake, recipients: Sequence[Mapping[str, str]]) -> bool | None:
    """Return whether a case enters the register of some recipients, or None where its case.yaml cannot be read."""
    if intake.case is not None and enters_register(intake.case, recipients):
        return True
    return None if is_unread(intake) else False


def is_unread(intake: Intake) -> bool:
    """Return whether the case.yaml of a case cannot be read, so that nobody knows what the case enters."""
    file = str(intake.folder / _FILE)
    return intake.case is None or any(one.place.file == file for one in errors(intake.problems))


def _taken_in(order: Order, cases: Iterable[Intake]) -> tuple[Sequence[Entering], Sequence[HouseStyle]]:
    """Return the cases that enter, checked, and the house style in each language that all of them are written in."""
    houses, misfits = house_styles(replace(order, page_numbers=False))
    if misfits:
        raise Refusal(misfits)
    named = houses[0].settings.register_
    entering: list[Intake] = []
    problems: list[Problem] = []
    for intake in cases if named else ():
        is_in = enters(intake, named.recipients if named else ())
        entering += [intake] if is_in else ()
        problems += [Problem(Place(str(intake.folder)), _UNREAD)] if is_in is None else ()
    common = [one for one in houses if all(one.catalogue.language in intake.languages for intake in entering)]
    if entering and not common:
        raise Refusal([Problem(Place(str(order.case)), _NO_LANGUAGE), *problems])
    order = replace(order, languages=tuple(one.catalogue.language for one in common))
    return _all_checked(order, entering, common, problems), common


def _all_checked(
    order: Order, entering: Iterable[Intake], houses: Sequence[HouseStyle], problems: list[Problem]
) -> Sequence[Entering]:
    """Return the cases that enter, checked; raise Refusal with what is wrong in any, and with `problems`."""
    checked: list[Entering] = []
    for intake in entering:
        try:
            checked.append(_checked(replace(order, case=intake.folder), intake, houses))
        except Refusal as refusal:
            problems += [Problem(Place(str(intake.folder)), _WRONG), *refusal.problems]
    if problems:
        raise Refusal(problems)
    return checked


def _checked(order: Order, intake: Intake, houses: Sequence[HouseStyle]) -> Entering:
    """Return a case that enters, held against all that a report of it is."""
    checked = checked_case(order, intake, open_registry(order.case), houses, (), in_a_build=True)
    lacking = [one for language in order.languages for one in incomplete(checked.in_language(language))]
    if lacking:
        raise Refusal(under("translations", lacking))
    return Entering(order.case, checked)


def _made(entering: Sequence[Entering], house: HouseStyle, order: Order, stands: Standing) -> Made:
    """Return the register in one house style, not yet released."""
    language, settings = house.catalogue.language, house.settings
    entrants = [_entrant(one, stands, language) for one in entering]
    recipients = settings.register_.named_in(language) if settings.register_ else ()
    computed = case_register(entrants, recipients, house.catalogue, settings.findings)
    # No template of the register is given a case: this view holds nothing, and has the marks of a report.
    nothing = View("coordinator", Node(Inside(Content, ())))
    name = pack_files.register_name(language)
    made = make(nothing, house, name, computed, pack_files.REGISTER)
    return made.at(pack_files.folder_of(order.organisation, "", name), None)


def _entrant(one: Entering, stands: Standing, language: str) -> Entrant:
    views = one.checked.in_language(language)
    packs: dict[Audience, str] = {}
    for audience in PACK_AUDIENCES if stands else ():
        state = stands[pack_files.name_of(one.folder.name, audience, language)]
        packs[audience] = "none" if state == "missing" and not may_have_pack(views.case, audience) else state
    return Entrant(views, seated(views, open_registry(one.folder)), packs)


def _sought(entering: Iterable[Entering], made: Made) -> Sought:
    """Return all that is withheld from the coordinators of each case, and the terms that any of the cases allows."""
    every = [
        sought_in(views.case, replace(made, view=views.of("coordinator")), open_registry(one.folder).opened())
        for one in entering
        for views in [one.checked.in_language(made.catalogue.language)]
    ]
    terms = dict.fromkeys(term for one in every for term in one.terms)
    return Sought(tuple(terms), tuple(dict.fromkeys(term for one in every for term in one.allowed)))


def _released(made: Made, wanted: Sought) -> dict[str, bytes]:
    try:
        return release(made.name, pack_files.REGISTER, made.finished, wanted, made.letterhead)
    except Leaking:
        raise Refusal([Problem(Place(made.name), _LEAKS, rule="X01")]) from None
    except Refusal as refusal:
        raise Refusal(made.place(refusal.problems)) from None


def _locked(entering: Iterable[Entering], files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the files of the register, encrypted where any registry is, for the keys that open all of those.

    Raises:
        Refusal: there is no such key, or a registry does not say for which keys it is sealed.
    """
    keys = {one.folder: found for one in entering if files and (found := keys_of_registry(one.folder)) is not None}
    if not keys:
        return files
    common = [key for key in next(iter(keys.values())) if all(key in every for every in keys.values())]
    if not common:
        raise Refusal(Problem(Place(str(folder / ENCRYPTED)), _NO_KEY, rule="registry") for folder in keys)
    return {name + pack_files.SEALED: sealed(data, common) for name, data in files.items()}
