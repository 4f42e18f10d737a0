"""Problems: a hint names the nearest word, and never one that would open a value to the other track."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest

from briefpack.case.content import Content
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import fields_of
from briefpack.case.source import Source
from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.handbook import READINESS, Sensitivity
from briefpack.text.near_miss import near_miss

WORDS = get_args(Sensitivity)
#: Parts that stand for the contrary of each other.
OPPOSITES = ["on off", "in out", "before after", "pre post", "up down", "more less", "with without", "go stop", "i ii"]
DENYING = """
un not_ no_ non_ in il ir dis mis de anti_ never_ hardly_ barely_ half_ nearly_
""".split()  # noqa: SIM905 - a table of many words, read more easily so


@pytest.mark.parametrize(
    "spelt",
    ["track_2_only", "track2_only", "track_two_only", "Track II only", "Track_II_Only", "trackii_only", "ii_only"],
)
def test_a_sensitivity_misspelt_for_track_ii_is_never_taken_for_track_i(spelt: str) -> None:
    """Letters are nearer to the other track's word; what is meant is not."""
    assert near_miss(spelt, WORDS) == " (did you mean 'track_ii_only'?)"


@pytest.mark.parametrize(
    ("spelt", "hint"), [("track_i_onyl", "track_i_only"), ("shraed", "shared"), ("team-only", "team_only")]
)
def test_any_other_word_has_the_nearest_for_a_hint(spelt: str, hint: str) -> None:
    """A slip of the finger is told with the word that was meant."""
    assert near_miss(spelt, WORDS) == f" (did you mean '{hint}'?)"


def test_a_word_of_no_known_track_has_no_hint_of_another() -> None:
    """Nothing is better than the wrong track."""
    assert near_miss("track_iii_only", ["track_i_only", "track_ii_only"]) == ""


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("likely", ["remote_chance", "unlikely", "highly_likely", "likely_or_probable"], "likely_or_probable"),
        ("likely", ["unlikely", "almost_certain"], ""),
        ("met", ["unmet", "partly"], ""),
        ("unmet", ["met"], ""),
        ("not_ready", ["ready"], ""),
        ("active", ["inactive"], ""),
        ("unwiling", ["willing", "unwilling"], "unwilling"),
        ("AMBER", ["red", "amber", "green"], "amber"),
        ("AMBER", ["amber", "amber_strict"], "amber"),
        ("amber+strict", ["amber", "amber_strict"], "amber_strict"),
        ("In Progress", ["in_progress", "blocked"], "in_progress"),
        ("unknwon", ["high", "unknown"], "unknown"),
        ("say_outside", ["said_by", "said_outside", "outside"], "said_outside"),
        ("pay_by", ["paid_by", "decide_by"], "paid_by"),
    ],
)
def test_a_hint_never_reverses_what_was_meant(word: str, known: list[str], hint: str) -> None:
    """A word is nearer to its contrary than to what was meant; capitals and spaces are not what makes it wrong."""
    assert near_miss(word, known) == (f" (did you mean '{hint}'?)" if hint else "")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("off_the_record", "on_record"),
        ("off-record", "on_record"),
        ("offrecord", "on_record"),
        ("pre_agreement", "post_agreement"),
        ("external", "internal"),
        ("illegal", "legal"),
        ("hopeless", "hopeful"),
        ("present", "absent"),
        ("without_consent", "with_consent"),
        ("hardly_kept", "partly_kept"),
        ("accepted_by_nobody", "accepted"),
        ("overlikely", "unlikely"),
    ],
)
def test_a_word_of_the_contrary_is_no_hint(word: str, known: str) -> None:
    """What was typed is a word of its own; who followed such a hint would say what was not meant."""
    assert near_miss(word, [known]) == ""


def test_no_contrary_of_a_word_of_the_model_has_it_for_a_hint() -> None:
    """Each word of each field is denied, freed of what denies, and turned to its other side."""
    enumerations = _enumerations()
    reversing = [
        (contrary, word)
        for known in enumerations
        for word in known
        for contrary in _contraries(word)
        if contrary not in known and near_miss(contrary, known) == f" (did you mean '{word}'?)"
    ]
    assert len(enumerations) > 60
    assert reversing == []


def test_each_word_of_the_model_with_two_letters_exchanged_still_has_its_hint() -> None:
    """What keeps contraries apart keeps few slips from being told: those within a beginning that turns a word round."""
    slips = [(_slip(word), word, known) for known in _enumerations() for word in known if len(word) > 7]
    slips = [(slip, word, known) for slip, word, known in slips if word != "before_track_i"]
    assert [slip for slip, word, known in slips if near_miss(slip, known) != f" (did you mean '{word}'?)"] == []


def _slip(word: str) -> str:
    """Return a word with two letters in the midst of its longest part exchanged."""
    part = max(word.split("_"), key=len)
    middle = len(part) // 2
    return word.replace(part, part[:middle] + part[middle + 1] + part[middle] + part[middle + 2 :])


def _enumerations() -> set[tuple[str, ...]]:
    given = {WORDS, *READINESS.values(), *LIKELIHOOD_WORDS.values()}
    for item in _items(Content, set()) | {Annotation, Source}:
        given |= {shape.words for shape in fields_of(item).values() if shape.words}
    return given


def _items(item: type[Item], seen: set[type[Item]]) -> set[type[Item]]:
    if item not in seen:
        seen.add(item)
        for shape in fields_of(item).values():
            if shape.item:
                _items(shape.item, seen)
    return seen


def _contraries(word: str) -> Iterator[str]:
    parts = word.split("_")
    for denying in DENYING:
        if denying.endswith("_") or not word.startswith("track"):
            yield f"{denying}{word}"
        if word.startswith(denying):
            yield word.removeprefix(denying)
    for pair in OPPOSITES:
        for side, contrary in (pair.split(), reversed(pair.split())):
            yield "_".join(contrary if part == side else part for part in parts)
    for side, contrary in (("in", "out"), ("out", "in"), ("in", "ex"), ("ex", "in"), ("pre", "post"), ("post", "pre")):
        if word.startswith(side):
            yield contrary + word.removeprefix(side)


def test_no_hint_is_looked_for_where_a_word_is_longer_than_any_known() -> None:
    """A text read as a word would be compared letter by letter with all that are known."""
    assert near_miss("amber" * 30, ["amber" * 30 + "s"]) == ""
