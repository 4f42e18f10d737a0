"""Problems: all of a case at once, each with place and remedy, none invented, and no value of the case in any."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import copy
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from tests.building import LEAST, complaints, documents_of, plain_data, problems_of, write_case

from briefpack import checks
from briefpack.case.fields import Item
from briefpack.problems import Problem
from briefpack.reading.check import check
from briefpack.reading.explain import explain

MARKER = "Zzyzx Quuxbury"


def test_a_wrong_field_in_one_file_and_a_dangling_reference_in_another_are_both_told(tmp_path: Path) -> None:
    """What is wrong across files is told even where a file is wrong in itself."""
    told = complaints(
        tmp_path,
        case=LEAST + "timeline: [{date: yesterday, track: ii, event: They met.}]\n",
        assessment="status: finished\ngaps: [{id: gap_mid_level, description: Nobody speaks.}]\n",
        conception="gaps_addressed: [gap_mid_levl]\n",
    )
    assert [line.split(": error:")[0] for line in told] == [
        "assessment.yaml:1:9",
        "case.yaml:4:19",
        "conception.yaml:1:18",
    ]
    assert told[2].endswith("there is no gap with this id: add it, or correct the id (did you mean 'gap_mid_level'?)")


@pytest.mark.parametrize(
    ("assessment", "said"),
    [
        ("feasibility: {public_mood: unknown}", "expected a list: put this between '[' and ']'"),
        ("conflict: {summary: A, cite: S1}", "expected a list: put this between '[' and ']'"),
        ("efforts: [{id: e, name: N, from: unknown}]", "; where nobody knows, leave the key out"),
        ("as_of: Unknown", "; where nobody knows, leave the key out"),
        ("feasibility: unknown", "; where nobody knows, leave the key out"),
        ("status: unknown", "; where nobody knows, leave the key out"),
        ("status: unfinished", ": not_started, in_progress, ready, blocked, done, revisited"),
    ],
)
def test_one_word_where_a_list_a_number_or_a_date_is_expected_is_told_how_to_stand(
    tmp_path: Path, assessment: str, said: str
) -> None:
    """Whoever writes `unknown` or one source means something that can be written."""
    told = complaints(tmp_path, assessment=f"sensitivity: shared\n{assessment}\n")
    assert len(told) == 1
    assert said in told[0]
    assert told[0].endswith(said) or "or after '- '" in told[0]


@pytest.mark.parametrize(
    ("assessment", "said"),
    [
        ("gaps: [{id: g, description: D, level: [top]}]", "; the allowed values are top, middle, grassroots"),
        ("gaps: [{id: g, description: [D]}]", ""),
        ("gaps: [{id: [g], description: D}]", ""),
        ("as_of: [2024-01]", ""),
        ("conflict: [{name: N}]", ""),
        ("decision: {value: go, confidence: [low]}", "; the allowed values are high, moderate, low"),
    ],
)
def test_a_list_where_one_value_goes_is_told_to_lose_its_brackets(tmp_path: Path, assessment: str, said: str) -> None:
    """What stands in the brackets is right."""
    (told,) = complaints(tmp_path, assessment=f"sensitivity: shared\n{assessment}\n")
    assert f"expected one value, not a list: write it without '[' and ']', and without '- '{said}" in told
    assert "not an allowed value" not in told


@pytest.mark.parametrize("cite", ["[S1 p. 4]", "[S1, p. 4]", "['S1, ch. 2']"])
def test_a_page_written_behind_a_key_is_told_where_to_stand(tmp_path: Path, cite: str) -> None:
    """What is wrong there is not the letters of a key."""
    sources = "sources: [{key: S1, title: T}]\n"
    (told,) = complaints(tmp_path, case=f"{LEAST}summary: {{value: A, cite: {cite}}}\n{sources}")
    assert told.endswith("; to say where in the source, write {key: S1, at: p. 4}")


def test_an_unknown_number_is_told_to_be_left_out(tmp_path: Path) -> None:
    """A count takes no word."""
    told = complaints(tmp_path, planning="activities: [{id: a, title: A, participants: {count: unknown}}]\n")
    assert [line for line in told if line.endswith("where nobody knows, leave the key out")] == told
    assert len(told) == 1


@pytest.mark.parametrize(
    ("people", "remedy"),
    [
        ("count: about 13, per_party: {p: about 7, q: about 7}", "write exact ones if you have them"),
        ("count: 14, per_party: {p: about 7, q: 7}", "write exact ones if you have them"),
        ("count: 14, per_party: {p: 6, q: 7}", "add the number that is missing"),
        ("count: 14, per_party: {p: 8, q: 7}", "correct the total, or the number that is too large"),
    ],
)
def test_a_total_of_numbers_that_are_not_exact_is_not_told_to_be_added_up(
    tmp_path: Path, people: str, remedy: str
) -> None:
    """A remedy is one that can be taken."""
    parties = "parties: [{id: p, name: P}, {id: q, name: Q}]\n"
    activity = f"activities: [{{id: a, title: A, track: ii, parties: [p, q], participants: {{{people}}}}}]\n"
    told = complaints(tmp_path, case=LEAST, assessment=parties, planning=activity)
    assert len(told) == 1
    assert f"{remedy}; or write {{value: ..., sensitivity: shared}} here" in told[0]


@pytest.mark.parametrize(
    ("files", "places"),
    [
        ({"assessment": "parties: [{name: One}, {name: Two}]\n"}, ["assessment.yaml:1:11", "assessment.yaml:1:24"]),
        ({"implementation": "sessions: [{title: First}]\n"}, ["implementation.yaml:1:12"]),
        ({"implementation": "owner: team\noutputs: [paper]\n", "evaluation": "owner: team\n"}, None),
        ({"assessment": "gaps: [{id: one, description: x, parties: [p]}]\nparties: [p]\n"}, ["assessment.yaml:2:11"]),
        ({"assessment": "gaps: [\n", "conception": "gaps_addressed: [one]\n"}, ["assessment.yaml:1:7"]),
        (
            {"assessment": "gaps:\n  id: one\n  description: x\n  id: two\n  description: y\n"},
            ["assessment.yaml:4:3"],
        ),
        ({"assessment": "- x\n", "conception": "gaps_addressed: [one]\n"}, ["assessment.yaml:1:1"]),
        ({"assessment": "\n", "conception": "gaps_addressed: [one]\n"}, ["assessment.yaml:1:1"]),
        (
            {
                "registry": "people: [\n",
                "case": LEAST + "actors: [{id: a, name: A, alias: b}]\n",
                "coordination": "liaisons: [{actor: a, track: track_i}]\n",
            },
            ["registry.yaml:1:9"],
        ),
        ({"case": LEAST.replace("shared", "shard")}, ["case.yaml:1:14"]),
        (
            {"case": LEAST + "likelihood_scale: phea\nplace: {value: Here, likelihood: unlikely}\n"},
            ["case.yaml:4:19"],
        ),
        (
            {"assessment": "parties: [p, {id: a, name: A}, {id: a, name: B}]\n"},
            ["assessment.yaml:1:11", "assessment.yaml:1:37"],
        ),
    ],
    ids=[
        "two items without an id",
        "an item without its reference",
        "an item that is no mapping, and references to others",
        "references to an item that is no mapping",
        "references into a file that is not YAML",
        "items without their dashes",
        "references into a file that is a list",
        "references into an empty file",
        "aliases where the registry is not YAML",
        "a sensitivity that is no word",
        "likelihood words of a scale that is no word",
        "places after an item that was taken out",
    ],
)
def test_a_mistake_gives_no_others(tmp_path: Path, files: dict[str, str], places: list[str] | None) -> None:
    """What cannot be read is not taken for missing elsewhere."""
    told = complaints(tmp_path, **files)
    if places is None:
        assert [line.split(": error:")[0] for line in told] == [
            "evaluation.yaml:1:8",
            "implementation.yaml:1:8",
            "implementation.yaml:2:11",
        ]
    else:
        assert [line.split(": error:")[0] for line in told] == places


def test_a_case_folder_without_its_case_file_gives_one_line(tmp_path: Path) -> None:
    """Actors that would stand in the missing file are not told as dangling."""
    folder = write_case(tmp_path, assessment="owner: lead_team\n")
    assert [str(problem) for problem in problems_of(folder)] == [
        f"{folder}/case.yaml:1:1: error: the file is missing: a case needs a case.yaml with at least an id and a title"
    ]


@pytest.mark.parametrize(
    ("files", "hint"),
    [
        ({"case": LEAST + "sumary: x\n"}, "unknown key (did you mean 'summary'?)"),
        (
            {"case": LEAST + "sources: [{key: S1, citation: x, verificaton: recall}]\n"},
            "(did you mean 'verification'?)",
        ),
        (
            {"case": LEAST + "place: {value: x, sensitivty: shared}\n"},
            "unknown key beside 'value' (did you mean 'sensitivity'?)",
        ),
        ({"case": LEAST + "place: {value: x, cite: [UNN2]}\nsources: [{key: UNN1, citation: x}]\n"}, "'UNN1'"),
        (
            {"assessment": "readiness: [{id: gap_namd}]\n"},
            "not a readiness point of assessment (did you mean 'gap_named'?)",
        ),
        (
            {"case": LEAST + "likelihood_scale: phia\nplace: {value: x, likelihood: unlikly}\n"},
            "not a word of the scale phia (did you mean 'unlikely'?)",
        ),
        (
            {
                "assessment": "parties: [{id: harbour_guard, name: x}]\nissues: []\ngaps: [{id: g, description: x, parties: [harbor_guard]}]\n"
            },
            "there is no party with this id: add it, or correct the id (did you mean 'harbour_guard'?)",
        ),
    ],
    ids=["key", "key of an item", "key beside value", "source", "readiness point", "likelihood word", "reference"],
)
def test_a_misspelt_word_is_told_with_its_nearest(tmp_path: Path, files: dict[str, str], hint: str) -> None:
    """Keys, references, keys beside `value`, readiness points and likelihood words have near-miss hints."""
    told = complaints(tmp_path, **files)
    assert len(told) == 1
    assert hint in told[0]


def test_a_key_of_before_is_told_its_word_of_today(tmp_path: Path) -> None:
    """A case that was written before a key was renamed is told which word to write; elsewhere the old word is unknown."""
    told = complaints(tmp_path, case=LEAST + "briefs: {track_i: {purpose: To know.}}\n", planning="briefs: []\n")
    assert [line.partition(" error: ")[2] for line in told if "front_pages" in line] == [
        "this key is now called 'front_pages': rename it"
    ]
    assert len(told) == 2


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"assessment": "gaps: [{id: g, descripton: x}]\n"},
            ["unknown key (did you mean 'description'?)"],
        ),
        (
            {"assessment": "gaps: [{id: g, colour: x}]\n"},
            [
                "the key 'description' is missing: add it",
                (
                    "unknown key: the keys allowed here are ask, cite, covered_by, description, id, level, mark, "
                    "other_readings, parties, priority, say_withheld, sensitivity, tlp, verification"
                ),
            ],
        ),
        (
            {
                "case": LEAST
                + "place: {value: x, other_readings: [{value: y, likelihood: z, cite: [S1]}]}\nsources: [{key: S1, citation: x}]\n"
            },
            ["unknown key: the keys allowed here are cite, sensitivity, value"],
        ),
    ],
    ids=["misspelt", "another", "in what is said about a value"],
)
def test_an_unknown_key_is_told_once_and_with_the_keys_of_its_place(
    tmp_path: Path, files: dict[str, str], said: list[str]
) -> None:
    """A key that is missing only because it is misspelt is not told as missing too."""
    assert [line.split(": error: ")[1] for line in complaints(tmp_path, **files)] == said


@pytest.mark.parametrize("said", ["sensitivity: public", "sensitivity: team_only", "coarsen: month", "ask: Head"])
def test_a_misspelt_key_with_something_said_about_its_value_is_told_like_any(tmp_path: Path, said: str) -> None:
    """What is said about a value of no field is no reason to give up, at the top of a file or inside an item."""
    wrong = f"plaice: {{value: Kelm, {said}}}\nactors: [{{id: a, name: A, roel: {{value: Chair, {said}}}}}]\n"
    told = [line for line in complaints(tmp_path, case=LEAST + wrong) if "unknown key" in line]
    assert [(line.split(" ")[0], line.split("did you mean ")[1]) for line in told] == [
        ("case.yaml:4:1:", "'place'?)"),
        ("case.yaml:5:27:", "'role'?)"),
    ]


def test_a_misspelt_file_gives_one_line(tmp_path: Path) -> None:
    """What refers to its items is not told as dangling."""
    folder = write_case(tmp_path, case=LEAST, conception="gaps_addressed: [one]\n")
    (folder / "assesment.yaml").write_text("gaps: [{id: one, description: x}]\n")
    told = problems_of(folder)
    assert len(told) == 1
    assert "no such file belongs to a case (did you mean 'assessment'?)" in str(told[0])


def test_a_folder_whose_name_can_be_no_id_is_to_be_renamed(tmp_path: Path) -> None:
    """Nobody is told to write an id that would be refused."""
    told = problems_of(write_case(tmp_path, "River Talks", case=LEAST))
    assert [problem.message for problem in told] == [
        "rename the folder to small letters, digits and hyphens, for example 'river-talks'"
    ]


def test_a_case_can_be_checked_from_inside_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dot names the folder that it stands for."""
    monkeypatch.chdir(write_case(tmp_path, case=LEAST))
    assert problems_of(Path()) == []


def test_a_second_mapping_under_the_same_key_is_told(tmp_path: Path) -> None:
    """Also where the first value is a mapping itself."""
    assert complaints(tmp_path, case=LEAST + "period: {from: 1993}\nperiod: {to: 1994}\n") == [
        "case.yaml:5:1: error: this key is repeated (first on line 4): keep one"
    ]


def test_an_unknown_key_with_a_mapping_is_told_where_the_key_stands(tmp_path: Path) -> None:
    """The place is the key's, not the value's."""
    assert complaints(tmp_path, case=LEAST + "perod:\n  from: 1993\n")[0].startswith(
        "case.yaml:4:1: error: unknown key"
    )


def test_a_text_with_a_comma_inside_brackets_is_told_as_such(tmp_path: Path) -> None:
    """Half a sentence that YAML read as a key is not called an unknown key, nor is it printed."""
    told = complaints(tmp_path, assessment="parties: [{id: p, name: Those who fish, and those who mill}]\n")
    assert len(told) == 1
    assert "put a text that holds a comma or a colon in quotes" in told[0]
    assert "mill" not in told[0]


def _leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict | list):
        pairs = data.items() if isinstance(data, dict) else enumerate(data)
        for key, inner in pairs:
            yield from _leaves(inner, (*path, key))
    else:
        yield path


def _said_of(data: dict[str, Any]) -> list[Problem]:
    checked = check(documents_of(data))
    return checked.problems + (checks.problems(checked.case) if checked.case else [])


HARBOUR = plain_data("harbour-talks")
#: Ids are not values of the case; they may be printed, as keys may.
_IDS = {"id", "key"}
LEAVES = [path for path in _leaves(HARBOUR) if path[-1] not in _IDS and "period" not in path]
WRAPPED: list[Any] = [
    MARKER,
    [MARKER],
    {"value": MARKER},
    {"value": [MARKER], "sensitivity": MARKER},
    {"value": MARKER, "likelihood": MARKER, "cite": [MARKER], "other_readings": [MARKER]},
    [{"id": 1, "title": MARKER, "name": MARKER}],
]


@pytest.mark.long
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(path=st.sampled_from(LEAVES), value=st.sampled_from(WRAPPED))
def test_no_value_of_a_case_stands_in_any_message(path: tuple[Any, ...], value: Any) -> None:
    """A marker in the place of any value of a case that is wrong elsewhere is in nothing that is said."""
    data = copy.deepcopy(HARBOUR)
    data["case"]["period"] = "wrong shape"
    inner: Any = data
    for step in path[:-1]:
        inner = inner[step] if isinstance(inner, dict | list) else {}
    inner[path[-1]] = copy.deepcopy(value)
    said = _said_of(data)
    assert said
    assert not [problem for problem in said if "zyzx" in problem.message.casefold()]


@pytest.mark.parametrize("word", ["", "null", "~"])
def test_a_sensitivity_without_a_word_is_refused(tmp_path: Path, word: str) -> None:
    """A forgotten word must not let the value inherit something more open."""
    said = complaints(tmp_path, case=f"{LEAST}summary:\n  value: Much.\n  sensitivity: {word}\n")
    assert len(said) == 1
    assert said[0].startswith("case.yaml:6:")
    assert "the sensitivity is missing: write one of public, shared, " in said[0]


@pytest.mark.parametrize(
    "text",
    [
        "Orrelby: interpreter\n",
        "summary: {value: x, Orrelby: y}\n",
        "Orrelby: 1\nOrrelby: 2\n",
        "actors: [{id: orrelby, name: A, kind: team}, {id: orrelby, name: B, kind: team}]\n",
        "handling: {mark: Orrelby}\n",
        "period: {from: Orrelby}\n",
        "timeline: [{date: 2024, track: i, event: x, cite: [Orrelby]}]\n",
        "sensitivity: Orrelby\n",
        "summary: 'Orrelby\n",
        "summary: Orrelby: there\n",
        "Orrelby there: x\n",
    ],
)
def test_no_problem_quotes_what_was_typed(tmp_path: Path, text: str) -> None:
    """What was typed in the wrong place can be a name, and problems end up in logs."""
    told = complaints(tmp_path, LEAST + text)
    assert told
    assert not any("orrelby" in line.lower() for line in told)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("window: {start: summer 1995}", "for a season, write its months"),
        ("window: {start: Winter of 1995}", "for a season, write its months"),
        ("window: {start: mid-1990s}", "for a decade, write the years"),
        ("window: {start: the early nineties}", "for a decade, write the years"),
        ("window: {start: end of 1995}", "write early, mid or late"),
        ("window: {start: c. 1995}", "write 'about'"),
        ("window: {start: 1993-1995}", "such as 1993/1995"),
        ("window: {start: 12 May 1995}", "the month as a number"),
        ("window: {start: 15.3.1995}", "then the month, then the day"),
        ("window: {start: since 1995}", "'before' or 'after'"),
        ("participants: {count: 12-14}", "for a range, write its middle"),
        ("participants: {count: 12 to 14}", "for a range, write its middle"),
        ("participants: {count: between 12 and 14}", "for a range, write its middle"),
        ("participants: {count: approximately 30}", "write about how many"),
        ("window: {start: 1992 or 1993}", "write '/' between the ends of an interval"),
        ("participants: {count: over 42}", "write about how many"),
        ("participants: {count: at least 30}", "write about how many"),
        ("participants: {count: a dozen}", "as about 40, or leave it out"),
        ("participants: {count: about 3,000}", "a number ends at its comma"),
        ("window: {start: about 1995, 1996}", "a comma or a colon in quotes"),
        ("confidence: high", "'confidence' belongs to one value, not to a group of fields"),
        ("likelihood: likely", "'likelihood' belongs to one value, not to a group of fields"),
    ],
)
def test_what_the_model_does_not_take_is_told_with_what_to_write_instead(tmp_path: Path, field: str, said: str) -> None:
    """Sources say when and how many in many ways; the remedy is of the way at hand."""
    told = complaints(tmp_path, planning=f"sensitivity: shared\nactivities:\n  - {{id: a, title: A, {field}}}\n")
    assert len([one for one in told if said in one and ":3:" in one and "error" in one]) == 1


class Odd(Item):
    """An item with kinds of fields that no case has yet."""

    parts: set[str] | None = None
    letters: Annotated[str, Field(pattern="^zz$")] | None = None
    price: Decimal | None = None


@pytest.mark.parametrize("given", [{"parts": 5}, {"letters": MARKER}, {"price": MARKER}])
def test_a_value_that_nothing_else_explains_is_told_with_what_to_do(given: dict[str, Any]) -> None:
    """A field of a new kind is told with where to look it up, and without what was written."""
    with pytest.raises(ValidationError) as caught:
        Odd.model_validate(given)
    (said,) = {problem.message for problem in explain(caught.value, Odd, {})}
    assert said.startswith("the field does not take such a value: look the field up in inputs/FIELDS.md")
    assert MARKER not in said
