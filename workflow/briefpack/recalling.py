"""Recalling: what was released before is read once more by the case of today, before anything takes its place.

A case that was reclassified makes the last released pack one that would be refused now. No build can call back what
people have: it says so, and leaves a note that the index shows until somebody deletes it. A case that has errors is no
reason to wait: closing something is often what brings them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.registry import Registry
from briefpack.files.recalls import FOLDER, Recall, add_recall, note_of, released_files, released_packs
from briefpack.gate.surfaces import Finished
from briefpack.gate.terms import sought
from briefpack.gate.verdict import leaks
from briefpack.handbook import Audience
from briefpack.house_styles import HouseStyle, read_house_style
from briefpack.intake import read_case, readable_case
from briefpack.pipeline import Order, opened_registry
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.select import select

_NOT_COMPARED = "what was released of this case could not be compared with it: mend the case, and build it again"


@dataclass(frozen=True)
class Today:
    """A case as it is now, and its people as far as they are known."""

    case: Case
    registry: Registry | None


def recalled(order: Order, released: Path, recalls: Path) -> list[Problem]:
    """Note every pack of an order in the folder `released` that holds what its reader must not see now.

    Gives one warning a pack. Nothing is noted of a pack that was never released, or that is as it may be.

    Raises:
        Refusal: the case or its registry cannot be read, or a note cannot be written; then nothing may be released.
    """
    case, _ = read_case(order.case)
    today = Today(case, opened_registry(order.case))
    found: list[Problem] = []
    for language in order.languages:
        house = read_house_style(order.templates, order.organisation, language)
        for audience in order.audiences:
            pack = f"{order.case.name}.{audience}.{language}"
            found += _recalled(today, house, audience, released, note_of(recalls, order.organisation, pack), pack)
    return found


def recalled_of_refused(folder: Path, templates: Path, outputs: Path) -> list[Problem]:
    """Note every released pack, of any organisation, of a case that was refused, as far as it can be compared.

    Gives one warning a pack, and one where packs could not be compared: as long as the case cannot be read as a whole.
    Without its key or with mistakes in it, the registry is left out.
    """
    found: list[Problem] = []
    packs = list(released_packs(outputs, folder.name))
    case = readable_case(folder) if packs else None
    for organisation, audience, language in packs:
        pack = f"{folder.name}.{audience}.{language}"
        released, note = outputs / organisation / folder.name, note_of(outputs / FOLDER, organisation, pack)
        try:
            house = read_house_style(templates, organisation, language) if case else None
            if case and house:
                found += _recalled(Today(case, _registry(folder)), house, audience, released, note, pack)
        except Refusal:
            house = None
        if house is None:
            found.append(Problem(Place(str(released / pack)), _NOT_COMPARED, "warning"))
    return found


def _registry(folder: Path) -> Registry | None:
    try:
        return opened_registry(folder)
    except Refusal:
        return None


def _recalled(
    today: Today, house: HouseStyle, audience: Audience, released: Path, note: Path, pack: str
) -> Iterator[Problem]:
    files = released_files(released, pack)
    if files and leaks_today(today, house, audience, files):
        recall = add_recall(note, pack, files)
        yield Problem(Place(str(released / pack)), _message(recall), "warning")


def leaks_today(today: Today, house: HouseStyle, audience: Audience, files: Mapping[str, bytes]) -> list[Problem]:
    """Give each place in files released before, by name, that holds what their reader may not see today."""
    view = select(today.case, audience)
    return leaks(Finished(files), sought(today.case, view, today.registry, house.fixed, house.catalogue))


def _message(recall: Recall) -> str:
    what = f"the pack released {', '.join(recall.versions)} is to be recalled: its reader must not see all of it now"
    return f"{what}; call it back from everyone who has it, then delete {recall.note}"
