"""Non-interference: whatever becomes of a value that a reader may not see, the reader's files stay as they are."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as some
from tests.building import PACKS
from tests.noninterference.drawing import cases
from tests.noninterference.mutating import KINDS, mutations
from tests.noninterference.profiles import examples
from tests.noninterference.releasing import Unsound, case_of, released
from tests.noninterference.tree import Given

from briefpack.handbook import Audience

_EXAMPLES = examples(ci=500, long=10_000)


def test_no_mutation_of_a_withheld_value_changes_a_byte() -> None:
    """A case is drawn, an audience, and a mutation of what it may not see; both packs are built and compared."""
    tried: Counter[str] = Counter()

    @_EXAMPLES
    @given(cases(), some.sampled_from(PACKS), some.data())
    def holds(case: Given, audience: Audience, data: some.DataObject) -> None:
        kind, where, mutant = data.draw(mutations(case, audience))
        tried[kind if same_files(case, mutant, audience, f"{kind} {where}") else "nothing"] += 1

    holds()
    assert set(KINDS) <= tried.keys()
    assert tried["nothing"] < tried.total() / 4


def same_files(case: Given, mutant: Given, audience: Audience, what: str) -> bool:
    """Say whether two packs could be compared; raise AssertionError where a mutation changed one.

    That the release of the mutant is refused is no leak; that of the case itself must not have been.
    """
    try:
        before, after = case_of(case), case_of(mutant)
    except Unsound:
        return False
    files = released(before, audience)
    if files is None:
        return False
    again = released(after, audience)
    assert again is None or again == files, f"{audience} can tell: {what}"
    return True
