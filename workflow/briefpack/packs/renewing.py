"""Renewing: what the last job of a build does for the register of an organisation: make it, and put it in its place.

All that may enter is compared with what the build was told, before anything is read and when all is made, as for packs.
How the packs stand is read from their receipts: the build has released or refused every one of them by now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefpack import pack_files
from briefpack.files.batches import REGISTER_KEY, Batch
from briefpack.files.case_registers import made_of, register_names, standing, why_renewed
from briefpack.files.journal import Release
from briefpack.files.locks import lock_case
from briefpack.files.sources import Sources
from briefpack.packs.case_registers import is_unread, registers
from briefpack.packs.house_styles import read_settings
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.old_registers import OldRegisters
from briefpack.packs.orders import Order
from briefpack.packs.packing import Tell
from briefpack.packs.wordings import Wordings
from briefpack.problems import Place, Problem, Refusal, errors

_CHANGED = (
    "a case, the templates or briefpack changed while this build was running, so no register is made: build again"
)


def renew(batch: Batch, tell: Tell) -> None:
    """Make the register of a batch's organisation and release it, or take it away where no case enters any more.

    Nothing is done where it is as it should be, as where another job has just made it. That released before is compared
    with the cases first; `tell` takes what is said of it.

    Raises:
        Refusal: it cannot be made; that released before stays as it is, unless it may not stay.
    """
    outputs, entering, names = Path(batch.outputs), batch.register or {}, register_names(batch.languages)
    at = (outputs, batch.organisation)
    release = Release(*at, REGISTER_KEY)
    with lock_case(*at, REGISTER_KEY):
        release.finish()
        if not why_renewed(*at, batch.shared, entering, names):
            return
        old, cases, unread = OldRegisters(*at, names), list[Intake](), list[Intake]()
        try:
            stands, sources = standing(*at, entering, names), _sources(batch)
            before = _refuse_changed(batch, sources)
            cases += (take_in(one.case) for one in sources)
            gone = old.also_in(Path(batch.inputs), entering)
            # What one closes now may be in the old register. Of one that cannot be read nobody knows whether it leaves.
            _recall(batch, old, [*cases, *gone], tell)
            cases += (unread := [one for one in gone if is_unread(one)])
            made = registers(_order(batch), cases, stands)
            if _refuse_changed(batch, sources) != before:
                raise Refusal([Problem(Place(batch.inputs), _CHANGED)])
        except Exception:
            may_enter = [*(Path(batch.inputs, case) for case in entering), *(one.folder for one in unread)]
            tell(old.withdrawn(cases, may_enter, _recipients(batch)))
            raise
        home = {name: outputs / pack_files.folder_of(batch.organisation, "", name) for name in made.files}
        files = {home[name] / name: data for name, data in made.files.items()} | old.receipts(made.cases)
        release.put(files, names.values(), made_of(batch.shared, entering, stands))


def _recall(batch: Batch, old: OldRegisters, cases: Sequence[Intake], tell: Tell) -> None:
    """Compare what was released before with the cases of today; raise Refusal where a recall cannot be noted."""
    told = old.recalled(cases, _recipients(batch), Wordings(Path(batch.templates), {}))
    if errors(told):
        raise Refusal(told)
    tell(told)


def _recipients(batch: Batch) -> Sequence[Mapping[str, str]]:
    """Return who gets the register of a batch's organisation; nobody where its settings have faults."""
    try:
        named = read_settings(Path(batch.templates), batch.organisation).register_
    except Refusal:
        return ()
    return named.recipients if named else ()


def _order(batch: Batch) -> Order:
    """Return in which house style and languages the register is made."""
    return Order(
        Path(batch.inputs), Path(batch.templates), batch.organisation, ("coordinator",), tuple(batch.languages)
    )


def _sources(batch: Batch) -> list[Sources]:
    """Return the sources of each case that may enter."""
    style = (Path(batch.templates), batch.organisation, batch.page_numbers)
    return [Sources(Path(batch.inputs, case), *style) for case in batch.register or {}]


def _refuse_changed(batch: Batch, sources: Sequence[Sources]) -> list[object]:
    """Return the state of all files; raise Refusal where they are no longer those that the build was told."""
    told = [(own, batch.shared) for own in (batch.register or {}).values()]
    if [one.digests() for one in sources] != told:
        raise Refusal([Problem(Place(batch.inputs), _CHANGED)])
    return [one.moves() for one in sources]
