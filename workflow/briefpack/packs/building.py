"""Building: what one job of a build does for a case and a house style: make its packs, and put them in their place.

The files that packs are made from are compared twice with the digests that the build was told: before anything is read,
and when all packs are made. So no pack is released that was made from a mixture of versions, and no receipt names a
version from which its packs were not made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefpack.files.journal import Release
from briefpack.files.left_in_clear import files_of_reports, take_clear_away
from briefpack.files.locks import lock_case
from briefpack.files.receipts import note_failure
from briefpack.files.sources import ENCRYPTED, Sources, are_settled
from briefpack.packs.house_styles import HouseStyle, house_styles
from briefpack.packs.orders import Order
from briefpack.packs.packing import Tell, packed
from briefpack.packs.rehearsing import rehearse
from briefpack.packs.reports import ReportRefused
from briefpack.problems import Place, Problem, Refusal

_SHARED = "the templates or briefpack changed while this build was running, so no more packs are made: build again"
_OWN = "the files of this case changed while this build was running, so its packs are not released: build again"
_MOVED = (
    "a file that these packs are made from was written to while they were made, so they are not released: build again"
)
_GONE = "this case was taken away while the build was running: build again"
#: From so many cases on, a rehearsal saves more time than it takes. With page numbers, LibreOffice takes most of it.
REHEARSED = 3


@dataclass(frozen=True)
class Warm:
    """What is read once for every case of a batch, and the state of its files before they were read.

    `digests` are those of briefpack and the templates. They are None where an edit could be missed; then each child
    reads these again.
    """

    houses: Sequence[HouseStyle]
    moves: object
    digests: tuple[str, str] | None = None


def warm(order: Order, page_numbers: str, cases: int) -> Warm | None:
    """Return what so many orders share, whatever their case; None if it has faults: then each child reports them."""
    sources = Sources(order.case, order.templates, order.organisation, page_numbers)
    before = sources.shared_moves()
    digests = sources.shared_digests() if are_settled(before) else None
    houses, misfits = house_styles(order)
    if misfits:
        return None
    if cases >= REHEARSED and not order.page_numbers:
        rehearse(order, houses)
    return Warm(houses, before, digests)


def build(
    order: Order, outputs: Path, page_numbers: str, told: Sequence[str], tell: Tell, shared: Warm | None = None
) -> None:
    """Make the packs of an order and release them.

    `told` are the two digests that the build was told: of all that these packs come from, and of the part that other
    cases share. `shared` is what was read before for all cases of a batch.

    Raises:
        Refusal: any of the packs cannot be made or released; those released before stay as they are, but no report in
            clear where the registry is sealed.
            Where that is true of the report alone, the packs are released first; so they are before a fault of ours in
            it is raised.
    """
    packs = [order.name(*reader) for reader in order.readers]
    release = Release(outputs, order.organisation, order.case.name)
    sources = Sources(order.case, order.templates, order.organisation, page_numbers)
    with lock_case(outputs, order.organisation, order.case.name):
        try:
            release.finish()
            before = sources.moves()
            if shared and shared.moves != before[0]:
                raise Refusal([Problem(Place(str(order.templates)), _SHARED)])
            known = shared.digests if shared else None
            _refuse_changed(sources, told, known)
            files, refused = _packed(order, outputs, tell, shared)
            after = sources.moves()
            _refuse_changed(sources, told, known if after[0] == before[0] else None)
            if after != before:
                raise Refusal([Problem(Place(str(order.case)), _MOVED)])
            release.put(files, packs if refused else order.names, told[0])
        except Exception:
            note_failure(outputs, order.organisation, packs, told[0])
            raise
        finally:
            # What was released before is compared by then: an old report is to be recalled all the same.
            if (order.case / ENCRYPTED).is_file():
                tell(take_clear_away(files_of_reports(outputs, order.organisation, order.case.name)))
        if refused:
            raise refused.__cause__ or refused


def _packed(
    order: Order, outputs: Path, tell: Tell, shared: Warm | None
) -> tuple[Mapping[Path, bytes], ReportRefused | None]:
    """Return the files of an order by where they go; of a refused report only the refusal, beside the packs."""
    try:
        return packed(order, None, outputs, tell, shared.houses if shared else None), None
    except ReportRefused as refusal:
        return refusal.files, refusal


def _refuse_changed(sources: Sources, told: Sequence[str], known: tuple[str, str] | None) -> None:
    """Raise Refusal where the files that packs are made from are no longer those that the build was told."""
    if not sources.case.is_dir():
        raise Refusal([Problem(Place(str(sources.case)), _GONE)])
    own, shared = sources.digests(known)
    if shared != told[1]:
        raise Refusal([Problem(Place(str(sources.templates)), _SHARED)])
    if own != told[0]:
        raise Refusal([Problem(Place(str(sources.case)), _OWN)])
