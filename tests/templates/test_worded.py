"""Worded: what a pack says of values in its own words is true for its reader, and reads as a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, complaints, markdown_of, pack_for, read_case
from tests.full import write_full_case

from briefpack.case.content import Content
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import fields_of
from briefpack.checks.said import UNREASONED
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Items, Leaf, View
from briefpack.handbook import Audience

_SOURCES = """\
sources:
  - {key: O, title: Our story, type: report, grade: organisers_account, authors: [{organisation: The Team}]}
  - {key: E, title: Another, type: book, grade: independent_analysis, authors: [{family: Other}]}
"""


def pack_with(parent: Path, audience: Audience = "track-ii", case: str = "", **files: str) -> str:
    """Return the pack of a small case with these lines in its files."""
    opened = {name: f"sensitivity: shared\n{text}\n" for name, text in files.items()}
    return pack_for(case_of(parent, case=LEAST + case, **opened), audience)


@pytest.mark.parametrize("audience", PACKS)
def test_what_nobody_knows_to_have_arrived_is_not_said_to_have_arrived(tmp_path: Path, audience: Audience) -> None:
    """Whoever reads it may be the other track; and that something was passed on is all that is known."""
    consent = "consent: {who: All, how: Aloud}, release_to: [track_i, track_ii]"
    output = f"outputs: [{{id: map, text: A map, kind: statement, {consent}}}]"
    finding = "evaluation: {transfer: [{content: A map of the wells, output: map, to: track_i, received: unknown}]}"
    pack = pack_with(tmp_path, audience, implementation=output, evaluation=finding)
    line = next(line for line in pack.splitlines() if "A map of the wells" in line)
    assert "to track I:" in line.replace("To", "to").replace("**", "")
    assert "the other track" not in pack.split("## Annex")[0]
    assert "reached" not in pack.split("## Annex")[0]


@pytest.mark.parametrize(("source", "is_marked"), [("O", True), ("E", False)])
def test_another_reading_by_the_organisers_is_marked_as_theirs(tmp_path: Path, source: str, is_marked: bool) -> None:
    """A second number from the same people is no second witness."""
    summary = f"summary: {{value: Ten met., cite: [E], other_readings: [{{value: Twelve met, cite: [{source}]}}]}}\n"
    pack = pack_with(tmp_path, case=summary + _SOURCES)
    note = f"(*sources differ:* Twelve met[^{source}]{' [ᵒ]' if is_marked else ''})"
    assert note in pack


@pytest.mark.parametrize(
    ("word", "said"),
    [("partly_verified", "[ᵖ]"), ("abstract", "[ᵇ]"), ("recall", "[ʳ]"), ("verified", None)],
)
def test_how_far_a_value_was_checked_is_not_said_to_be_recalled(tmp_path: Path, word: str, said: str | None) -> None:
    """What was looked up in part was not remembered."""
    pack = pack_with(tmp_path, case=f"summary: {{value: They met, verification: {word}}}\n")
    line = next(line for line in pack.splitlines() if line.startswith("They met"))
    assert line == f"They met {said}" if said else line == "They met"


def lists(item: type[Item] = Content, prefix: str = "") -> Iterator[str]:
    """Return the path of every list of the model without which a case still stands."""
    for name, shape in fields_of(item).items():
        here = f"{prefix}.{name}".strip(".")
        if here != "case.sources" and here != "case.actors":
            yield from [here] if shape.form in ("items", "leaves") else []
            yield from lists(shape.item, here) if shape.item else ()


def emptied() -> Iterator[Mapping[str, str]]:
    """Return all lists with a reason each why they are empty, in turns, so that no list is emptied with its items."""
    left = list(lists())
    while left:
        turn = [path for path in left if not any(other.startswith(f"{path}.") for other in left)]
        yield {path: f"reason{number:04d}" for number, path in enumerate(turn)}
        left = [path for path in left if path not in turn]


#: Lists that only one reader is ever told, or that officials have drawn: the others find nothing about them.
NOT_FOR: Mapping[Audience, frozenset[str]] = {
    "track-i": frozenset({"coordination.track_i_rounds", "implementation.sessions"}),
    "track-ii": frozenset({"coordination.red_lines", "coordination.instructions", "coordination.sequencing"}),
}


def empty(view: View, path: str, reason: str) -> None:
    """Put an empty list with its reason in place of a list of a view, wherever it stands."""
    *steps, name = path.split(".")
    nodes = [view.root]
    for step in steps:
        inner = [inside(node).fields.get(step) for node in nodes]
        nodes = [one for held in inner for one in (held if isinstance(held, Items) else [held]) if one is not None]
    for shown in map(inside, nodes):
        shown.fields[name] = kept = Items()
        kept.none_because = Leaf(reason, fields_of(Annotation)["none_because"], path=(*shown.path, name))


@pytest.mark.parametrize("audience", PACKS)
def test_why_a_list_is_empty_is_printed_or_warned_of(tmp_path: Path, audience: Audience) -> None:
    """Whoever reads a pack can tell what there is none of from what nobody was asked; for every list of the model."""
    case, _ = read_case(write_full_case(tmp_path))
    silent = set[str]()
    for reasons in emptied():
        view = select(case, audience)
        for path, reason in reasons.items():
            empty(view, path, reason)
        pack = markdown_of(view)
        silent |= {path for path, reason in reasons.items() if reason not in pack and is_printed(path, audience)}
    assert silent - NOT_FOR[audience] == {path for path in UNREASONED if is_printed(path, audience)}


def test_why_a_list_is_empty_where_no_pack_says_it_is_a_warning(tmp_path: Path) -> None:
    """An author who gives a reason learns that nobody will read it."""
    efforts = "sensitivity: shared\nefforts: [{id: a, name: Talks, level: {value: [], none_because: Not at any}}]\n"
    told = complaints(tmp_path, assessment=efforts)
    assert [line for line in told if "assessment.yaml:2" in line and "'none_because'" in line]


@pytest.mark.parametrize("audience", PACKS)
def test_why_a_transfer_has_no_date_stands_in_place_of_the_date(tmp_path: Path, audience: Audience) -> None:
    """The reader finds it where the date would be: at the activity, which each reader reads in one place."""
    talks = (
        "activities: [{id: talks, title: Talks, track: ii, confidentiality: on_record, transfer: {audience: track_i,"
        " content_kind: A list of wells, when: {does_not_apply: It went out each year.}, consent: {who: All}}}]"
    )
    pack = pack_with(tmp_path, audience, planning=talks)
    line = "A list of wells, to track I, date of handing over does not apply: It went out each year. **Consent:** All"
    assert pack.count(line) == 1
    assert pack.count("It went out each year") == 1


def test_a_list_of_words_may_say_why_it_is_empty(tmp_path: Path) -> None:
    """The reason is a text and no word of the list."""
    pack = pack_with(tmp_path, assessment="feasibility: {public_mood: {value: [], none_because: Nobody was asked.}}")
    assert "- **Public mood:** none known: Nobody was asked." in pack


def test_officials_are_told_who_evaluated_what_is_done_and_when(tmp_path: Path) -> None:
    """Who evaluated, how it stands with an obstacle and the date of a contact are in their body, behind labels."""
    log = "coordination_log: [{content: The envoy called, date: 2024-02}]\n"
    obstacles = "obstacles: [{description: Ice on the lake, state: unresolved, action: Wait for spring}]\n"
    case = case_of(
        tmp_path,
        implementation=f"sensitivity: shared\n{log}{obstacles}",
        evaluation="sensitivity: shared\nevaluation: {evaluator: external, purpose: learning}\n",
    )
    pack = pack_for(case, "track-i")
    assert "- **Obstacles:** Ice on the lake. **State:** unresolved. **Action:** Wait for spring\n" in pack
    assert "- **Contacts between the tracks:** February 2024: The envoy called\n" in pack
    assert "- **Evaluation:** from outside; for learning\n" in pack
