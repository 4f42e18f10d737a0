"""Non-interference: whatever becomes of a value that a reader may not see, the reader's files stay as they are."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from tests.building import PACKS
from tests.noninterference.drawing import cases
from tests.noninterference.mutating import KINDS, mutations
from tests.noninterference.releasing import Unsound, case_of, released
from tests.noninterference.tree import Given
from tests.profiles import examples

from briefpack.handbook import Audience
from briefpack.text.languages import USUAL

pytestmark = pytest.mark.long

#: The fields in which totals and their parts stand, which few drawn cases have.
_COUNTED = frozenset({"assessment", "parties", "planning", "activities", "participants", "count", "per_party"})


def test_no_mutation_of_a_withheld_value_changes_a_byte() -> None:
    """A case is drawn, an audience, and a mutation of what it may not see; both packs are built and compared."""
    tried = _tried(examples(few=220, many=220, long=8_000), frozenset())
    assert {*KINDS} - {"recount"} <= tried.keys()


def test_no_mutation_of_a_withheld_number_changes_a_byte() -> None:
    """The same where numbers of people are withheld: a part and its total are changed together, too."""
    assert "recount" in _tried(examples(few=120, many=120, long=2_000), _COUNTED)


def test_no_mutation_of_a_withheld_value_changes_a_byte_in_another_language() -> None:
    """The same of packs in French, of cases that say in both languages what they say."""
    tried = _tried(examples(few=60, many=60, long=2_000), frozenset(), "fr")
    assert {"delete", "change"} <= tried.keys()


def _tried(often: settings, dwell: frozenset[str], language: str = USUAL) -> Counter[str]:
    """Try the property so often; give which kinds of mutation were compared, and how often."""
    tried: Counter[str] = Counter()

    @often
    @given(cases(dwell), some.sampled_from(PACKS), some.data())
    def holds(case: Given, audience: Audience, data: some.DataObject) -> None:
        kind, where, mutant = data.draw(mutations(case, audience))
        same = same_files(case, mutant, audience, f"{kind} {where}", language)
        tried[kind] += same
        assume(same)

    holds()
    assert tried.total() >= often.max_examples
    return +tried


def same_files(case: Given, mutant: Given, audience: Audience, what: str, language: str = USUAL) -> bool:
    """Return whether two packs could be compared; raise AssertionError where a mutation changed one.

    That the release of the mutant is refused is no leak; that of the case itself must not have been.
    """
    try:
        before, after = case_of(case, language), case_of(mutant, language)
    except Unsound:
        return False
    files = released(before, audience)
    if files is None:
        return False
    again = released(after, audience)
    assert again is None or again == files, f"{audience} can tell: {what}"
    return True
