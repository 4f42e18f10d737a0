"""What reaches nobody is told: every item that its author opened and that something else keeps out of every pack."""

# Tables of cases read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, SHIPPED, case_of, complaints, pack_for, shipped

from briefpack.checks import problems_of_views
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.select import select
from briefpack.handbook import PACK_AUDIENCES

SECRET = "activities: [{id: a, title: A, track: ii, confidentiality: deniable, sensitivity: SAID}]\n"
UNREACHED = "warning: no reader sees this, though"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"planning": SECRET.replace("SAID", "track_i_only")}, "planning.yaml:1:14"),
        (
            {
                "planning": "activities: [{id: a, title: A, track: ii, sensitivity: team_only}]\n",
                "implementation": "sessions: [{activity: a, title: Opening}]\n",
            },
            "implementation.yaml:1:12",
        ),
        (
            {
                "planning": "activities: [{id: a, title: A, track: i, sensitivity: track_i_only}]\n",
                "implementation": "sessions: [{activity: a, title: Opening, sensitivity: track_ii_only}]\n",
            },
            "implementation.yaml:1:12",
        ),
        (
            {"implementation": "outputs: [{id: o, text: T, release_to: [track_i], embargo: {until: 2030}}]\n"},
            "implementation.yaml:1:11",
        ),
        (
            {
                "case": LEAST + "actors: [{id: desk, name: Desk, sensitivity: team_only}]\n",
                "coordination": "liaisons: [{actor: desk, track: track_ii}]\n",
            },
            "coordination.yaml:1:12",
        ),
    ],
    ids=["a rule of existence", "a withheld activity", "readers that do not meet", "an embargo", "a withheld actor"],
)
def test_what_is_opened_and_in_nobodys_pack_is_a_warning(tmp_path: Path, files: dict[str, str], place: str) -> None:
    """It is told once, at the outermost item, whatever it is that keeps it out."""
    told = [line for line in complaints(tmp_path, **files) if UNREACHED in line]
    assert [line.split(": ")[0] for line in told] == [place]


@pytest.mark.parametrize(
    "files",
    [
        {"planning": SECRET.replace("SAID", "track_ii_only")},
        {"planning": SECRET.replace("SAID", "team_only")},
        {"planning": "activities: [{id: a, title: {value: A, sensitivity: team_only}, track: ii}]\n"},
        {
            "coordination": "red_lines: [No dam]\n",
            "planning": "activities: [{id: a, title: A, safety: {risks: [R]}}]\n",
        },
    ],
    ids=["its own side sees it", "closed", "its title is closed", "closed by default"],
)
def test_what_is_seen_or_was_closed_by_its_author_is_not_told(tmp_path: Path, files: dict[str, str]) -> None:
    """A warning that is always there would be read by nobody."""
    assert [line for line in complaints(tmp_path, **files) if UNREACHED in line] == []


#: An activity of an effort of track I's that track II alone may see, and of which nothing else is said.
OFFICIAL = "activities: [{id: a, title: A, track: i, confidentiality: deniable}]\n"


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        (
            {"planning": SECRET.replace("SAID", "track_i_only")},
            "'confidentiality: deniable', and no 'release_to' names track_i (planning.yaml:1:60)",
        ),
        (
            {
                "planning": "activities: [{id: a, title: A, track: ii, sensitivity: team_only}]\n",
                "implementation": "sessions: [{activity: a, title: Opening}]\n",
            },
            "it refers to what is kept from this reader: 'sensitivity: team_only' (planning.yaml:1:56)",
        ),
        (
            {
                "planning": OFFICIAL,
                "implementation": "sessions: [{activity: a, title: Opening, sensitivity: track_ii_only}]\n",
            },
            "it refers to what is kept from this reader: 'confidentiality: deniable', and no 'release_to' names track_ii",
        ),
        (
            {
                "planning": "activities: [{id: a, title: A, track: ii}]\n",
                "implementation": "outputs: [{id: o, text: T, activity: a, sensitivity: track_i_only}]\n",
            },
            "it belongs to the other side, and no 'release_to' names track_i; change what keeps it out",
        ),
        (
            {"implementation": "outputs: [{id: o, text: T, release_to: [track_i], embargo: {until: 2030}}]\n"},
            "from track-i, its embargo is not over, by what this reader sees (implementation.yaml:1:",
        ),
    ],
    ids=["existence", "a reference", "a reference to a secret", "no release", "one rule for each reader"],
)
def test_the_rule_that_keeps_it_out_is_named_with_its_place(tmp_path: Path, files: dict[str, str], rule: str) -> None:
    """Whoever reads the warning goes to the line that decides."""
    told = [line for line in complaints(tmp_path, **files) if UNREACHED in line]
    assert [line for line in told if rule in line.replace(f"{tmp_path}/river-talks/", "")], told


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"case": LEAST + "sources: [{key: S1, title: T}]\n"}, (
            "nothing printed for this reader cites it; cite it where it belongs, remove it, or close it"
        )),
        ({"case": LEAST + "actors: [{id: a, name: A}]\n"}, (
            "nothing printed for this reader names it; name it where it belongs, remove it, or close it"
        )),
        ({"case": LEAST + "acronyms: [{short: AB, long: A b}]\n"}, (
            "nothing printed for this reader uses it; use it where it belongs, remove it, or close it"
        )),
        (
            {"planning": "activities: [{id: a, title: A, track: ii, participants: {count: {value: 2, sensitivity: shared}}}]\n"},
            (
                "no number is shown that is below 3, or may be, unless 'smallest_count' of handling says otherwise; "
                "change what keeps it out, or close it"
            ),
        ),
    ],
    ids=["a source", "an actor", "an acronym", "a number by default"],
)  # fmt: skip
def test_a_rule_of_the_thing_itself_has_no_other_place(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """Its own place is told once, and what to do is what its pack wants."""
    told = [line for line in complaints(tmp_path, **files) if UNREACHED in line]
    assert [
        line.partition("opens it")[2].rpartition(": ")[2].removeprefix("it is a number of people that is too small: ")
        for line in told
    ] == [said]


@pytest.mark.parametrize(
    ("files", "place", "rule"),
    [
        (
            {"planning": "activities: [{id: a, title: A, sensitivity: track_i_only, purpose: {value: P, sensitivity: track_i_only}, venue: {country: {value: C, sensitivity: track_ii_only}}}]\n", "coordination": "messages: [{text: T, activity: a}]\n"},
            "planning.yaml:1:124",
            "'sensitivity: track_i_only'",
        ),
        (
            {"planning": "activities: [{id: a, title: A, track: ii, participants: {count: {value: 2, sensitivity: shared}}}]\n"},
            "planning.yaml:1:65",
            "it is a number of people that is too small",
        ),
        (
            {"planning": "activities: [{id: a, title: A, track: ii, confidentiality: chatham_house, facilitators: {value: [{actor: l}], sensitivity: track_ii_only}}]\n", "case": LEAST + "actors: [{id: l, name: L}]\n"},
            "planning.yaml:1:89",
            "'confidentiality: chatham_house' withholds who was there",
        ),
        (
            {"assessment": "efforts: [{id: e, name: {value: N, sensitivity: team_only}, lesson: {value: L, sensitivity: shared}}]\n"},
            "assessment.yaml:1:69",
            "'sensitivity: team_only'",
        ),
    ],
    ids=["readers that do not meet", "a small number", "Chatham House", "a closed headline"],
)  # fmt: skip
def test_a_value_that_was_opened_by_hand_and_reaches_nobody_is_a_warning(
    tmp_path: Path, files: dict[str, str], place: str, rule: str
) -> None:
    """Whoever writes a sensitivity at a value means somebody to read it."""
    told = [line for line in complaints(tmp_path, **files) if UNREACHED in line and line.startswith(place)]
    assert len(told) == 1
    assert rule in told[0]


@pytest.mark.parametrize(
    ("activity", "count"),
    [
        ("track: i_5, window: {start: 2024-01-02, end: 2024-01-03}, budget: {amount: 9}", 3),
        ("track: iii, agenda: [{block: B}]", 1),
        ("agenda: [{block: B}]", 1),
        ("track: iii, agenda: [{block: B, sensitivity: shared}], budget: {amount: {value: 9, sensitivity: shared}}", 0),
        ("track: iii, sensitivity: team_only, budget: {amount: 9}", 0),
        ("track: i_5, belongs_to: track_ii, budget: {amount: 9}", 0),
        ("track: i, budget: {amount: 9}", 0),
    ],
)
def test_what_an_activity_of_no_side_keeps_from_everybody_is_one_warning(
    tmp_path: Path, activity: str, count: int
) -> None:
    """An author of a line on track 1.5 learns that nobody is told when it runs, and what to write."""
    planning = f"activities: [{{id: a, title: A, {activity}}}]\n"
    told = [line for line in complaints(tmp_path, planning=planning) if "nothing says whose it is" in line]
    assert [line for line in told if f"no reader sees {count} of these fields" in line] == told
    assert len(told) == (1 if count else 0)


PARTIES = "parties: [{id: p, name: P}, {id: q, name: Q}]\n"


@pytest.mark.parametrize(
    ("people", "key", "rule", "asked"),
    [
        ("count: 20, inclusion: {women: 1}", "women: ", "it is a number of people that is too small", True),
        ("count: 20, inclusion: {women: about 2, youth: 5}", "women: ", "is too small", True),
        ("count: 20, inclusion: {women: 19}", "women: ", "the rest of 'count' is fewer than 3", True),
        ("inclusion: {women: 9}", "women: ", "of whom the total, 'count', is not shown", True),
        ("count: 2", "count: ", "is too small", True),
        ("per_party: {p: 1, q: 2}", "per_party: ", "is too small", True),
        ("per_party: {p: 7, q: 2}", "q: ", "is too small", False),
        ("count: 9, per_party: {p: 7, q: 2}", "count: ", "the numbers shown of 'per_party' do not add up", False),
        ("count: 30, per_party: {p: 2}", "per_party: ", "is too small", True),
        ("count: 30, per_party: {p: 2, q: {value: 28, sensitivity: team_only}}", "per_party: ", "is too small", True),
        ("count: 20, inclusion: {women: 5}", None, "", False),
        ("count: 30, per_party: {p: {value: 12, sensitivity: team_only}}", None, "", False),
        ("count: 20, inclusion: {women: {value: 1, sensitivity: team_only}}", None, "", False),
    ],
)
def test_a_number_that_a_rule_keeps_from_everybody_is_told_with_the_rule_and_that_packs_ask_for_it(
    tmp_path: Path, people: str, key: str | None, rule: str, asked: bool
) -> None:
    """It was opened with its file, and looks answered to its author."""
    planning = f"activities: [{{id: a, title: A, track: ii, participants: {{{people}}}}}]\n"
    told = [line for line in complaints(tmp_path, assessment=PARTIES, planning=planning) if UNREACHED in line]
    places = [f"planning.yaml:1:{planning.index(key) + len(key) + 1}"] if key else []
    found = [line for line in told if line.split(": ")[0] in places]
    assert len(found) == len(places)
    assert key or not told
    assert all(rule in line and ("asks for it" in line) is asked for line in found)


@pytest.mark.parametrize(
    ("people", "is_told"),
    [
        ("count: 30", False),
        ("count: 30, per_party: {p: 2}", False),
        ("count: 30, per_party: {p: 2, q: about 2}", False),
        ("count: 30, per_party: {p: {value: 12, sensitivity: team_only}}", False),
        ("count: 30, per_party: {p: 12}", True),
        ("count: about 30, per_party: {p: 12}", True),
        ("count: 30, per_party: {p: 12, q: {value: 18, sensitivity: team_only}}", False),
        ("count: 30, per_party: {p: {value: 12, sensitivity: track_i_only}}", True),
    ],
)
def test_a_total_is_warned_of_only_where_a_reader_is_shown_parts_instead(
    tmp_path: Path, people: str, is_told: bool
) -> None:
    """Where none is shown, whether none was given or all are withheld or too small, the total stands."""
    planning = f"activities: [{{id: a, title: A, track: ii, parties: [p, q], participants: {{{people}}}}}]\n"
    told = complaints(tmp_path, assessment=PARTIES, planning=planning)
    assert any("are not shown the total" in line for line in told) == is_told


def test_packs_do_not_tell_whether_no_part_was_given_or_none_is_shown(tmp_path: Path) -> None:
    """No mark, no question and no other word tells apart parts never given, withheld and too small."""
    told = set()
    for number, parts in enumerate(
        ("", ", per_party: {p: 2, q: 1}", ", per_party: {p: {value: 12, sensitivity: team_only}}")
    ):
        people = f"participants: {{count: 30{parts}}}"
        planning = f"activities: [{{id: a, title: A, track: ii, parties: [p, q], {people}}}]\n"
        case = case_of(tmp_path / str(number), assessment=PARTIES, planning=planning)
        told.add((pack_for(case, "track-i"), pack_for(case, "track-ii")))
    assert len(told) == 1


def test_who_came_to_a_session_in_numbers_too_small_is_told(tmp_path: Path) -> None:
    """A field that stays closed to the other side is open to its own."""
    files = {
        "assessment": PARTIES,
        "planning": "activities: [{id: a, title: A, track: ii}]\n",
        "implementation": "sessions: [{activity: a, attended_per_party: {p: 2, q: 1}}]\n",
    }
    told = [line for line in complaints(tmp_path, **files) if UNREACHED in line]
    assert [line.split(": ")[0] for line in told] == ["implementation.yaml:1:46"]


@pytest.mark.parametrize("name", SHIPPED)
def test_all_that_a_shipped_case_opens_reaches_somebody(name: str) -> None:
    """The shipped cases are examples to follow."""
    case = shipped(name)
    told = problems_of_views(case, Audiences({audience: select(case, audience) for audience in PACK_AUDIENCES}))
    assert [str(problem) for problem in told if UNREACHED in str(problem)] == []


@pytest.mark.parametrize(
    ("planning", "sessions", "place"),
    [
        ("track: iii, window: {start: 2024-01-02}", "", "planning.yaml:1:14"),
        ("track: iii", "sessions: [{activity: a, title: S, attended_per_party: {p: 9}}]\n", "implementation.yaml:1:12"),
        ("track: i_5", "sessions: [{activity: a, attended_per_party: {p: 9, q: 8}}]\n", "implementation.yaml:1:12"),
        ("track: ii", "sessions: [{activity: a, attended_per_party: {p: 9}}]\n", None),
        (
            "track: iii",
            "sessions: [{activity: a, attended_per_party: {value: {p: 9}, sensitivity: team_only}}]\n",
            None,
        ),
    ],
    ids=["an activity", "a session", "one warning an item", "of a side", "closed by hand"],
)
def test_what_is_for_a_side_that_nobody_knows_is_told(
    tmp_path: Path, planning: str, sessions: str, place: str | None
) -> None:
    """An activity on track 1.5 or III has no side, and neither has a session of it."""
    files = {"assessment": "parties: [{id: p, name: P}, {id: q, name: Q}]\n", "implementation": sessions or "{}\n"}
    said = complaints(tmp_path, planning=f"activities: [{{id: a, title: A, {planning}}}]\n", **files)
    found = [line.split(": ")[0] for line in said if "of these fields (the first is at" in line]
    assert found == ([place] if place else [])


@pytest.mark.parametrize(("said", "told"), [("", 1), (", sensitivity: shared", 1), (", sensitivity: team_only", 0)])
def test_an_output_that_its_author_closed_is_not_told_to_reach_nobody(tmp_path: Path, said: str, told: int) -> None:
    """It is where it should be; one that was opened and that is nobody's is in no pack."""
    lines = complaints(tmp_path, implementation=f"outputs: [{{id: o, text: T{said}}}]\n")
    assert len([line for line in lines if "no reader sees this output" in line]) == told


def test_what_its_meeting_keeps_back_is_told_by_the_rule_of_the_meeting(tmp_path: Path) -> None:
    """Of facilitators under the Chatham House Rule it is that rule, with its line, and not that nothing is shown."""
    activity = "{id: a, title: Talks, track: ii, facilitators: [{actor: lead_team}],\n confidentiality: chatham_house}"
    case = "sensitivity: shared\nid: river-talks\ntitle: River Talks\nactors: [{id: lead_team, name: A team}]\n"
    told = complaints(tmp_path, case, planning=f"sensitivity: shared\nactivities:\n- {activity}\n")
    assert [one for one in told if "'confidentiality: chatham_house' withholds who was there (" in one]
    assert not [one for one in told if "nothing in it is shown" in one]


ACTOR = f"{LEAST}actors: [{{id: desk, name: Desk of mills, role: Counts them}}]\n"
SOURCE = f"{LEAST}sources: [{{key: S1, type: book, title: Mills}}]\n"
ACRONYM = f"{LEAST}acronyms: [{{short: ROW, long: River Office West}}]\n"


@pytest.mark.parametrize(
    ("case", "files", "told"),
    [
        (ACTOR, {}, "case.yaml:4:10 names"),
        (ACTOR, {"planning": "owner: {value: desk, sensitivity: team_only}\n"}, "case.yaml:4:10 names"),
        (ACTOR, {"planning": "owner: desk\n"}, None),
        (ACTOR, {"coordination": "liaisons: [{actor: desk, track: track_i, sensitivity: track_i_only}]\n"}, None),
        (ACTOR + "place: {sensitivity: team_only, say_withheld: true, ask: desk}\n", {}, None),
        (ACTOR.replace("role: C", "sensitivity: team_only, role: C"), {}, None),
        (SOURCE, {}, "case.yaml:4:11 cites"),
        (SOURCE + "summary: {value: They met., cite: [S1]}\n", {}, None),
        (SOURCE + "summary: {value: They met., cite: [S1], sensitivity: team_only}\n", {}, "case.yaml:4:11 cites"),
        (SOURCE, {"assessment": "issues: [{id: i, title: I, sensitivity: track_ii_only, cite: [S1]}]\n"}, None),
        (ACRONYM, {}, "case.yaml:4:12 uses"),
        (ACRONYM + "summary: The ROW came.\n", {}, None),
        (ACRONYM + "summary: {value: The ROW came., sensitivity: team_only}\n", {}, "case.yaml:4:12 uses"),
        (ACRONYM + "summary: The ROWS came.\n", {}, "case.yaml:4:12 uses"),
    ],
)
def test_what_nothing_in_a_pack_mentions_is_a_warning(
    tmp_path: Path, case: str, files: dict[str, str], told: str | None
) -> None:
    """An actor, a source and an acronym stand in a pack only where something in it names, cites or uses them."""
    lines = [line for line in complaints(tmp_path, case, **files) if UNREACHED in line]
    found = [f"{line.split(': ')[0]} {line.split('for this reader ')[1].split()[0]}" for line in lines]
    assert found == ([told] if told else [])


def test_an_acronym_of_nobody_but_an_actor_whom_nothing_names_is_unused(tmp_path: Path) -> None:
    """What is not in the pack uses nothing there."""
    case = ACRONYM + "actors: [{id: desk, name: Desk of the ROW}]\n"
    lines = [line.split(": ")[0] for line in complaints(tmp_path, case) if UNREACHED in line]
    assert lines == ["case.yaml:4:12", "case.yaml:5:10"]
    assert complaints(tmp_path / "named", case, planning="owner: desk\n") == []


def test_a_misspelt_key_is_told_once(tmp_path: Path) -> None:
    """Of the source that was meant nothing is said: it is cited once the key is right."""
    (told,) = complaints(tmp_path, SOURCE + "summary: {value: They met., cite: [S2]}\n")
    assert "there is no source with this key" in told


def test_an_actor_of_whom_another_reading_speaks_is_mentioned(tmp_path: Path) -> None:
    """It stands in the pack as that reading."""
    case = f"{LEAST}actors: [{{id: mill, name: M}}, {{id: weir, name: W}}]\n{SOURCE.removeprefix(LEAST)}"
    readings = "other_readings: [{value: weir, cite: [S1]}]"
    effort = f"efforts: [{{id: e, name: E, track: ii, convenor: {{value: mill, {readings}}}}}]\n"
    assert [line for line in complaints(tmp_path, case, assessment=effort) if UNREACHED in line] == []
