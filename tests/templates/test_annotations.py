"""Annotations: everything that can be said of a value, at every field of the model, is in the pack of its reader.

One case has at each field a source with a place in it, another reading with its own source, a likelihood, a
verification, a confidence and its reason; of a list or a mapping both for the whole and for each of its members. What
can be any text is a token of its own; what is a word stands right before the token of the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from tests.building import LEAST, PACKS, complaints, markdown_of, pack_for, problems_of, read_case
from tests.full import field_shapes, full_value, write_full_case

from briefpack.case.content import Case
from briefpack.case.fields import Annotation
from briefpack.case.schema import FieldShape
from briefpack.disclosure.printed import OF_EACH_ALONE, UNPRINTED, is_printed
from briefpack.disclosure.select import select
from briefpack.handbook import Audience

#: A field, and whether something is said of it or of each thing inside it.
Spot = tuple[str, Literal["whole", "each"]]

SPOTS: tuple[Spot, ...] = tuple(
    spot
    for path, shape in field_shapes()
    for spot in ((path, "whole"), (path, "each"))
    if spot[1] == "whole" or shape.form in ("items", "leaves", "mapping")
)
#: The note of a confidence that is said more than once: its number, and its reason.
NOTE = re.compile(r"^\[\^(\d+)\]: Confidence is \w+\. (reason[0-9]+x)\.$", re.MULTILINE)
NUMBERS = {spot: number for number, spot in enumerate(SPOTS)}
#: Tokens by what is said: the reason of a confidence, where in a source, another reading, where in its source.
TOLD = ("reason", "inside", "reading", "within")
#: What a reader's pack does not print, though the table has it for both: closed to that reader by the model, or meant
#: by the case for the other alone.
NOT_FOR: Mapping[Audience, frozenset[str]] = {
    "track-i": frozenset(),
    "track-ii": frozenset(
        """
        coordination.instructions coordination.red_lines coordination.sequencing evaluation.evaluation.lessons
        evaluation.evaluation.lessons.kind evaluation.evaluation.lessons.text
        """.split()  # noqa: SIM905 - read more easily so
    ),
}
#: What `check` says of what is told nowhere, and which of the tokens it is about.
WARNED: Mapping[str, tuple[str, ...]] = {
    "no pack prints": TOLD,
    "another reading of a list": ("reading", "within"),
    "this other reading of a number of people": ("reading", "within"),
    "each of these has a 'confidence' of its own": ("reason",),
}


def token(told: str, spot: Spot) -> str:
    """Return the word that stands in the case at one place alone, for one thing that is said there."""
    return f"{told}{NUMBERS[spot]:04d}x"


def said(spot: Spot, shape: FieldShape, value: Any) -> dict[str, Any]:
    """Return all that can be said of a value, each with a token of its own; a reading is what its field can hold."""
    given: dict[str, Any] = {
        "confidence": "low",
        "confidence_because": token("reason", spot),
        "cite": [{"key": "S1", "at": token("inside", spot)}],
        "verification": "recall",
        "likelihood": "likely",
    }
    if spot[1] == "each" or shape.form != "leaves" or shape.is_text:
        is_text = shape.is_text or shape.item or (spot[1] == "whole" and shape.form == "mapping")
        reading = token("reading", spot) if is_text else value
        given["other_readings"] = [{"value": reading, "cite": [{"key": "S1", "at": token("within", spot)}]}]
    return given


def about(value: Any, spot: Spot, shape: FieldShape) -> dict[str, Any]:
    """Return a value with all that can be said of it, as open as it was."""
    if isinstance(value, dict) and value.keys() == {"value", "sensitivity"}:
        return {**value, **said(spot, shape, value["value"])}
    if isinstance(value, dict) and "sensitivity" in value:
        inner = {name: one for name, one in value.items() if name != "sensitivity"}
        return {"value": inner, "sensitivity": value["sensitivity"], **said(spot, shape, inner)}
    return {"value": value, **said(spot, shape, value)}


def annotated(path: str, shape: FieldShape) -> Any:
    """Return the usual value of a field with everything said of it, and of each thing inside it."""
    value = full_value(path, shape, annotated)
    if value is None or path == "case.id":
        return value
    if path == "case.sources.grade":
        value = "organisers_account"
    if (path, "each") not in NUMBERS:
        return about(value, (path, "whole"), shape)
    is_opened = isinstance(value, dict) and value.keys() == {"value", "sensitivity"}
    inner = value["value"] if is_opened else value
    if isinstance(inner, dict):
        inner = {key: about(one, (path, "each"), shape) for key, one in inner.items()}
    else:
        inner = [about(one, (path, "each"), shape) for one in inner]
    return (
        about({"value": inner, "sensitivity": "shared"}, (path, "whole"), shape)
        if is_opened
        else ({"value": inner, **said((path, "whole"), shape, inner)})
    )


@dataclass(frozen=True)
class Annotated:
    """The case with everything said everywhere, as typed, its packs, and the tokens that `check` says no pack has."""

    case: Case
    typed: str
    packs: Mapping[Audience, str]
    warned: frozenset[str]

    def lacks(self, audience: Audience, told: str) -> set[Spot]:
        """Return where something is said that the pack of an audience does not have."""
        return {spot for spot in SPOTS if token(told, spot) not in self.packs[audience]}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Annotated:
    """Return the annotated case with its packs."""
    folder = write_full_case(tmp_path_factory.mktemp("annotated"), 0, annotated)
    case, _ = read_case(folder)
    messages = {(problem.place, problem.message) for problem in problems_of(folder)}
    packs = {audience: pack_for(case, audience) for audience in PACKS}
    typed = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.yaml"))
    return Annotated(case, typed, packs, frozenset(_warned(case.annotations.items(), case, messages)))


def _warned(annotations: Any, case: Case, messages: set[tuple[Any, str]]) -> Iterator[str]:
    annotation: Annotation
    for path, annotation in annotations:
        number = (annotation.confidence_because or "").removeprefix("reason")
        for start, about_these in WARNED.items():
            if number and any(place == case.place(path) and text.startswith(start) for place, text in messages):
                yield from (told + number for told in about_these)


def _is_of_each(spot: Spot) -> bool:
    return spot[1] == "each" and spot[0] in OF_EACH_ALONE


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("audience", PACKS)
def test_what_is_said_of_any_field_is_in_the_pack_of_whoever_may_see_it_or_warned_of(
    full: Annotated, audience: Audience, told: str
) -> None:
    """A reader's pack lacks what is said of fields that it does not print, what `check` warns of, and nothing else."""
    for spot in full.lacks(audience, told):
        is_warned = token(told, spot) in full.warned or token(told, spot) not in full.typed
        assert is_warned or spot[0] in NOT_FOR[audience] or not is_printed(spot[0], audience), spot


@pytest.mark.parametrize("told", TOLD)
def test_only_what_no_pack_has_is_warned_of(full: Annotated, told: str) -> None:
    """A warning is never given for what one of the packs prints."""
    printed = {token(told, spot) for audience in PACKS for spot in set(SPOTS) - full.lacks(audience, told)}
    assert full.warned & printed == set()


def test_every_field_whose_sources_no_pack_prints_is_in_the_table_of_them(full: Annotated) -> None:
    """The table of fields of which nothing is printed is exact."""
    nowhere = full.lacks("track-i", "inside") & full.lacks("track-ii", "inside")
    assert nowhere == {spot for spot in SPOTS if spot[0] in UNPRINTED and not _is_of_each(spot)}


@pytest.mark.parametrize("audience", PACKS)
def test_how_checked_a_value_is_stands_before_its_confidence(full: Annotated, audience: Audience) -> None:
    """Whoever reads the reason of a confidence has read that the value is from recall."""
    marks = r" \[ʳ\](?: \[ᵒ\])?"
    differ = r"(?: \(\*sources differ:\* [^*]*\))?"
    pack = full.packs[audience]
    marked = re.findall(f"{marks}{differ} \\*\\(?Confidence is low. (reason[0-9]+x)", pack)
    named = re.findall(r"Confidence in “[^”]+” is low. (reason[0-9]+x)", pack)
    called = r"\[\^{0}\]{1}|{1}{2}\[\^{0}\]".format
    noted = [note for number, note in NOTE.findall(pack) if re.search(called(number, marks, differ), pack)]
    assert {token("reason", spot) for spot in set(SPOTS) - full.lacks(audience, "reason")} == {*marked, *named, *noted}


@pytest.mark.parametrize("organisation", ["default", "riverside-institute"])
@pytest.mark.parametrize("audience", PACKS)
def test_no_bracket_holds_a_likelihood_and_a_confidence_and_no_sentence_is_parted_by_one(
    full: Annotated, audience: Audience, organisation: str
) -> None:
    """How sure one is stands in brackets of its own, behind a sentence; how likely something is, within it."""
    printed = NOTE.sub("", markdown_of(select(full.case, audience), organisation=organisation))
    pack = re.sub(r"\[\^[^\]]*\]", "", printed)
    told = re.compile(r" \*\(?Confidence (?:in “[^”]+” )?is \w+\.(?: reason[0-9]+x\.)?\)?\*")
    assert len(told.findall(pack)) > 200
    bare = told.sub("", pack)
    assert "Confidence i" not in re.sub(r"\. Confidence is \w+[,.]", "", bare)
    assert not re.search(r"\(judged|\* judged", bare)
    for match in told.finditer(pack):
        before = told.sub("", pack[max(pack.rfind(sign, 0, match.start()) for sign in "\n|") + 1 : match.start()])
        after = told.sub("", pack[match.end() : match.end() + 9000])
        assert before.count("(") <= before.count(")"), pack[match.start() - 80 : match.end()]
        assert not re.match(r"\**\s*[a-z,:→]", after), pack[match.start() - 80 : match.end() + 20]


@pytest.mark.parametrize("audience", PACKS)
def test_how_likely_each_value_of_a_line_is_stands_before_its_confidence(full: Annotated, audience: Audience) -> None:
    """A line tells as many likelihoods as it gives reasons, each before its reason."""
    for line in NOTE.sub("", full.packs[audience]).splitlines():
        for reason in re.finditer("Confidence is low. reason", line):
            before = line[: reason.end()]
            likely = re.findall("judged likely|Likely: |It is likely that ", before)
            assert len(likely) >= before.count("Confidence is low. reason"), before


@pytest.mark.parametrize("audience", PACKS)
def test_what_rests_on_those_it_is_about_is_marked_wherever_its_note_stands(
    full: Annotated, audience: Audience
) -> None:
    """Each note to an organisers' account that stands behind a value is followed by the mark of self-report."""
    pack = full.packs[audience]
    labels = dict(re.findall(r"^\[\^(S1/[0-9]+)\]: .*(inside[0-9]+x)", pack, re.MULTILINE))
    followed = r"(?:\[\^[^]]*\])*(?: \[ʳ\])? \[ᵒ\]"
    assert len(labels) > 100
    for label, inside in labels.items():
        assert re.search(rf"\[\^{label}\]{followed}", pack), inside


@pytest.mark.parametrize(
    "line",
    [
        "sources: [{key: S, citation: {value: The whole of it, cite: [O]}}]",
        "sources: [{key: S, title: A, type: book, issued_in_words: {value: late 1990s, cite: [O]}}]",
        "sources: [{key: S, title: A, type: book, authors: [{organisation: {value: Office, cite: [O]}}]}]",
        "sources: [{key: S, title: A, type: book, editors: {value: [{family: Fisher}], confidence: low}}]",
        "sources: [{key: S, title: A, type: book, url: {value: https://a.example, verification: recall}}]",
        "actors: [{id: a, name: A, alias: {value: heron, cite: [O]}}]",
        "handling: {mark: confidential, coarsen: [{confidentiality: [deniable], dates: {value: month, cite: [O]}}]}",
        "handling: {mark: confidential, publicly_known: {value: [A minister], cite: [O]}}",
    ],
)
def test_what_the_full_case_has_no_room_for_is_warned_of_too(tmp_path: Path, line: str) -> None:
    """Parts of a source that exclude each other, aliases and allowances: what is said of them no pack prints."""
    other = "" if line.startswith("sources") else "sources: [{key: O, title: Own, type: report}]\n"
    more = line.replace("sources: [", "sources: [{key: O, title: Own, type: report}, ")
    told = complaints(tmp_path, case=f"{LEAST}{more}\n{other}")
    assert [one for one in told if one.startswith("case.yaml:4:") and "no pack prints" in one]
