"""Dealing: the stale cases of a build dealt out to jobs, and the registers that come after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from briefpack.files.batches import Batch, dealt
from briefpack.files.case_registers import Due
from briefpack.files.library import Library
from briefpack.files.sending import Pair


def batches_of(
    library: Library, planned: Mapping[Pair, object], registers: Mapping[str, Due], cores: int
) -> Iterator[Batch]:
    """Return the stale cases of each organisation as batches, one without cases where its register alone is stale."""
    folders = (str(library.inputs), str(library.templates), str(library.outputs))
    coordinator = ("coordinator",) if library.has_reports else ()
    stale = {one: [case for _, case in pairs] for one, pairs in groupby(planned, key=itemgetter(0))}
    for organisation in dict.fromkeys((*stale, *registers)):
        cases, due = stale.get(organisation, []), registers.get(organisation)
        # Each organisation gets its share of the cores, since every further job starts Python once more.
        share = -(-cores * len(cases) // max(1, len(planned)))
        for own in dealt(cases, share, library.batch) if cases else [()]:
            told = {case: library.made_from(organisation, case) for case in own}
            after = (due.entering if due else None, cases)
            written_in = {case: library.languages_of[organisation, case] for case in own}
            readers = ((*library.audiences, *coordinator), library.worded_in[organisation], library.page_numbers)
            yield Batch(*folders, organisation, *readers, library.shared(organisation), told, *after, written_in)
