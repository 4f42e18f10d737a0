"""Every Word file that the shipped cases give, laid out.

`python -m tests.pages.shipped FOLDER` prints how many pages and which faults each has.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.building import INPUTS, PACKS, TEMPLATES, make_packs
from tests.pages.faults import SMALLEST, faults
from tests.pages.reading import Laid, laid_out

from briefpack.files.choices import case_names
from briefpack.files.settings import read_sends
from briefpack.handbook import Audience
from briefpack.packs.orders import Order
from briefpack.packs.reports import ReportRefused


def documents() -> dict[str, bytes]:
    """Return the packs, briefs, forms and reports of every shipped case from all that send it, by name."""
    made: dict[str, bytes] = {}
    for organisation, case in _sent():
        for audiences in (PACKS, ("coordinator",)):
            with suppress(ReportRefused):
                files = _made(organisation, case, audiences)
                made |= {f"{organisation}.{name.removesuffix('.docx')}": file for name, file in files}
    return made


def _sent() -> Iterator[tuple[str, str]]:
    """Return each organisation with each case that it sends; `default` sends all of them."""
    yield from (("default", case) for case in case_names(INPUTS))
    for organisation, cases in read_sends(INPUTS / "config.yaml").items():
        yield from ((organisation, case) for case, _ in cases.words)


def _made(organisation: str, case: str, audiences: tuple[Audience, ...]) -> Iterator[tuple[str, bytes]]:
    order = Order(INPUTS / case, TEMPLATES, organisation, audiences, ("en",))
    return ((name, file) for name, file in make_packs(order).items() if name.endswith(".docx"))


def _line(name: str, laid: Laid) -> str:
    """Return how many pages a document has, how many faults of each rule, and how many small raised signs."""
    counted = Counter(fault.partition(":")[0] for fault in faults(laid))
    raised = sum(piece.size < SMALLEST and not piece.width for page in laid.pages for piece in page.pieces)
    told = ", ".join(f"{rule} {count}" for rule, count in counted.items()) or "no fault"
    return f"{name}: {len(laid.pages)} pages, {told}, {raised} raised signs under {SMALLEST:g} pt"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for each, found in laid_out(documents(), folder).items():
        print(_line(each, found), *(f"    {fault}" for fault in faults(found)), sep="\n")
