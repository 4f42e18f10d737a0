"""Select and the rules of disclosure: attribution, small numbers, exact dates and places, marks, and what is said."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.building import LEAST, PACKS, case_of, dumped, pack_for

from briefpack.case.content import Case
from briefpack.disclosure.select import select
from briefpack.files.documents import parse_document
from briefpack.handbook import Audience
from briefpack.reading.check import check

PEOPLE = LEAST + "actors: [{id: team, name: Team}, {id: pilot, name: Head pilot}, {id: union, name: Union}]\n"
PARTIES = "parties: [{id: p, name: P}, {id: q, name: Q}, {id: r, name: R}]\n"


def unchecked(case: str = PEOPLE, **files: str) -> Case:
    """Return the case that these files spell, whatever its checks would say of it."""
    read = {stem: parse_document(text, f"{stem}.yaml", (stem,))[0] for stem, text in {"case": case, **files}.items()}
    found = check({stem: document for stem, document in read.items() if document}).case
    assert found
    return found


def root_of(audience: Audience, case: str = PEOPLE, **files: str) -> Any:
    """Return the root of the view that these files give to an audience."""
    return select(unchecked(case, **files), audience).root


def names_shown(audience: Audience, activity: str, output: str) -> list[str]:
    """Return which of speaker, organisation and side a reader is shown of an output of an activity."""
    files = {
        "assessment": PARTIES,
        "planning": f"activities: [{{id: a, title: A, track: ii, {activity}}}]\n",
        "implementation": "outputs: [{id: o, text: T, activity: a, release_to: [track_i], said_by: pilot, affiliation: union, side: p, "
        f"consent: Given, {output}}}]\n",
    }
    one = root_of(audience, **files).implementation.outputs[0]
    return [name for name in ("said_by", "affiliation", "side") if getattr(one, name)]


ALL = ["said_by", "affiliation", "side"]


@pytest.mark.parametrize(
    ("activity", "output", "shown"),
    [
        ("confidentiality: on_record, attribution_max: named", "attribution: named", ALL),
        ("confidentiality: on_record, attribution_max: affiliation", "attribution: named", ALL[1:]),
        ("confidentiality: on_record, attribution_max: named", "attribution: group", ALL[2:]),
        ("confidentiality: on_record, attribution_max: none", "attribution: named", []),
        ("confidentiality: on_record, attribution_max: named", "attribution: none", []),
        ("confidentiality: chatham_house, attribution_max: named", "attribution: named", []),
        ("confidentiality: not_for_attribution, attribution_max: named", "attribution: named", []),
        ("confidentiality: on_record", "attribution: named", []),
        ("attribution_max: named", "kind: option", []),
    ],
)  # fmt: skip
def test_an_output_is_attributed_as_the_strictest_rule_allows(activity: str, output: str, shown: list[str]) -> None:
    """Activity, regime and output each set a limit for both readers; where one is silent nobody is named."""
    for audience in PACKS:
        assert names_shown(audience, activity, output) == shown


def test_an_attribution_that_is_allowed_is_printed(tmp_path: Path) -> None:
    """Both packs say who said it, from where and for whom, of an output and of a message."""
    said = "attribution: named, consent: Given, said_by: pilot, affiliation: union, side: p"
    files = {
        "assessment": PARTIES,
        "planning": "activities: [{id: a, title: A, track: ii, confidentiality: on_record, attribution_max: named}]\n",
        "implementation": f"outputs: [{{id: o, text: Berths by lot, activity: a, release_to: [track_i], {said}}}]\n",
        "coordination": f"messages: [{{text: Wait, activity: a, {said}}}]\n",
    }
    case = case_of(tmp_path, PEOPLE, **files)
    for audience in PACKS:
        pack = pack_for(case, audience)
        assert "Berths by lot (said by Head pilot, Union and P)" in pack
        assert "Wait (said by Head pilot, Union and P)" in pack


def test_the_team_keeps_who_said_what() -> None:
    """The rules are for packs; the sealed report is whole."""
    assert names_shown("team", "confidentiality: chatham_house", "attribution: none") == ALL


def test_an_attribution_closer_than_allowed_is_not_shown_as_a_word_either() -> None:
    """Nobody reads that an output of a meeting under the Chatham House Rule is attributed by name."""
    planning = "activities: [{id: a, title: A, track: ii, confidentiality: chatham_house}]\n"
    output = "outputs: [{{id: o, text: T, activity: a, release_to: [track_i], attribution: {word}}}]\n"
    for word, is_shown in (("named", False), ("none", True)):
        root = root_of("track-ii", planning=planning, implementation=output.format(word=word))
        assert bool(root.implementation.outputs[0].attribution) is is_shown


def test_an_output_of_a_withheld_activity_is_attributed_to_nobody() -> None:
    """A reader who is not told the activity is not told what it would allow."""
    files = {
        "planning": "activities: [{id: a, title: {value: A, sensitivity: track_ii_only}, track: ii, confidentiality: on_record, attribution_max: named}]\n",
        "implementation": "outputs: [{id: o, text: T, activity: a, release_to: [track_i], said_by: pilot, attribution: named, consent: Given}]\n",
    }
    assert root_of("track-ii", **files).implementation.outputs[0].said_by
    assert not root_of("track-i", **files).implementation.outputs[0].said_by


def test_a_message_is_attributed_as_its_activity_allows() -> None:
    """Messages follow the rule of outputs, and without an activity name nobody."""
    message = "messages: [{{text: T, said_by: pilot, attribution: named, consent: Given{more}}}]\n"
    planning = "activities: [{id: a, title: A, track: ii, confidentiality: on_record, attribution_max: named}]\n"
    for more, is_shown in ((", activity: a", True), ("", False)):
        root = root_of("track-i", planning=planning, coordination=message.format(more=more))
        assert bool(root.coordination.messages[0].said_by) is is_shown


def test_the_chatham_house_rule_keeps_those_in_the_room_from_both_packs() -> None:
    """Neither facilitators nor their ties are shown, even where the author opened them; under other rules they are."""
    room = "facilitators: {value: [{actor: pilot, affiliation_to_parties: Of P}], sensitivity: shared}"
    for regime, is_shown in (("chatham_house", False), ("on_record", True)):
        planning = f"activities: [{{id: a, title: A, track: ii, confidentiality: {regime}, {room}}}]\n"
        for audience in PACKS:
            activity = root_of(audience, planning=planning).planning.activities[0]
            assert bool(activity.facilitators) is is_shown
        assert root_of("team", planning=planning).planning.activities[0].facilitators


def people_of(people: str, case: str = PEOPLE) -> dict[str, Any]:
    """Return the numbers of people that a reader of track II is shown of an activity."""
    planning = f"activities: [{{id: a, title: A, participants: {people}}}]\n"
    shown = root_of("track-ii", case, assessment=PARTIES, planning=planning).planning.activities[0].participants
    found = {str(party.id): leaf.value for party, leaf in shown.per_party}
    found |= {
        name: getattr(shown.inclusion, name).value for name in ("women", "youth") if getattr(shown.inclusion, name)
    }
    return found | ({"count": shown.count.value} if shown.count else {})


OPENED = "{value: 13, sensitivity: shared}"


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ("{count: 9, per_party: {p: 4, q: 5}}", {"p": 4, "q": 5, "count": 9}),
        ("{count: 13, per_party: {p: 6, q: 5, r: 2}}", {"p": 6, "q": 5}),
        (f"{{count: {OPENED}, per_party: {{p: 6, q: 5, r: 2}}}}", {"count": 13}),
        (f"{{count: {OPENED}, per_party: {{p: 6, q: 7}}}}", {"p": 6, "q": 7, "count": 13}),
        (f"{{count: {OPENED}, per_party: {{p: 6, q: {{value: 7, sensitivity: team_only}}}}}}", {"count": 13}),
        ("{count: 3000}", {"count": 3000}),
        ("{count: 4, per_party: {p: 2, q: 2}}", {"count": 4}),
        ("{count: 3000, per_party: {p: 2, q: 2}}", {"count": 3000}),
        ("{count: 13, per_party: {value: {p: 6, q: 7}, sensitivity: team_only}}", {"count": 13}),
        ("{count: {value: 13, sensitivity: team_only}, per_party: {p: 2}}", {}),
        ("{count: 2}", {}),
        ("{per_party: {p: 3, q: 2, r: 0}}", {"p": 3}),
        ("{count: {value: 2, sensitivity: shared}}", {}),
        ("{count: 9, per_party: {p: 4, q: 5}, inclusion: {women: 6, youth: 2}}", {"p": 4, "q": 5, "count": 9, "women": 6}),
        ("{count: 9, per_party: {p: 4, q: 5}, inclusion: {women: 7, youth: 9}}", {"p": 4, "q": 5, "count": 9}),
        ("{count: 9, per_party: {p: 4, q: 5}, inclusion: {women: 0}}", {"p": 4, "q": 5, "count": 9}),
    ],
)  # fmt: skip
def test_small_numbers_of_people_are_not_shown_nor_given_back(people: str, shown: dict[str, int]) -> None:
    """Below three, nought among them, nobody is counted: neither alone, nor between a total and its parts."""
    assert people_of(people) == shown


@pytest.mark.parametrize(("smallest", "shown"), [(0, ["p", "q", "r"]), (1, ["p", "q"]), (5, ["p"])])
def test_a_case_says_which_number_is_small(smallest: int, shown: list[str]) -> None:
    """The threshold is the case's, also where it opens every number."""
    case = f"{PEOPLE}handling: {{smallest_count: {smallest}}}\n"
    assert list(people_of("{per_party: {p: 5, q: 4, r: 0}}", case)) == shown


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("other", ["1", "0"])
def test_which_small_number_it_is_makes_no_difference(tmp_path: Path, audience: Audience, other: str) -> None:
    """Two, one, nought and a number never given leave the same view."""

    def viewed(part: str) -> list[Any]:
        planning = f"activities: [{{id: a, title: A, participants: {{count: {{value: 13, sensitivity: shared}}, per_party: {{p: 6, q: 5{part}}}}}}}]\n"
        return dumped(select(case_of(tmp_path, PEOPLE, assessment=PARTIES, planning=planning), audience))

    assert viewed(", r: 2") == viewed(f", r: {other}") == viewed("")


def test_attendance_is_counted_by_the_same_rule() -> None:
    """A side of which two came is not listed among those who came."""
    files = {
        "assessment": PARTIES,
        "planning": "activities: [{id: a, title: A, track: ii}]\n",
        "implementation": "sessions: [{activity: a, attended_per_party: {p: 6, q: 2}}]\n",
    }
    session = root_of("track-ii", **files).implementation.sessions[0]
    assert [str(party.id) for party, _ in session.attended_per_party] == ["p"]
    assert len(root_of("team", **files).implementation.sessions[0].attended_per_party) == 2


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("{value: 2024-02-14, coarsen: month}", "2024-02"),
        ("{value: 2024-02-14, coarsen: year}", "2024"),
        ("{value: 2024, coarsen: month}", "2024"),
        ("{value: 2024-02-14/2024-02-17, coarsen: month}", "2024-02"),
        ("{value: 2024-02-14/2024-03, coarsen: month}", "2024-02/2024-03"),
    ],
)
def test_a_date_is_shown_as_coarsely_as_it_says(date: str, shown: str) -> None:
    """Both packs have the coarse date and the team the exact one."""
    case = f"{PEOPLE}timeline: [{{date: {date}, track: ii, event: They met.}}]\n"
    for audience in PACKS:
        assert root_of(audience, case).case.timeline[0].date.value.text == shown
    assert root_of("team", case).case.timeline[0].date.value.text in date


def test_a_place_is_shown_in_the_coarser_words(tmp_path: Path) -> None:
    """The exact words, and other readings of them, are for the team."""
    case = (
        f"{PEOPLE}sources: [{{key: S1, citation: One}}]\n"
        "place: {value: Old mill, coarsen: A valley, other_readings: [{value: New mill, cite: [S1]}]}\n"
    )
    place = root_of("track-i", case).case.place
    assert (str(place), place.about.readings) == ("A valley", ())
    assert "mill" not in pack_for(case_of(tmp_path, case), "track-ii")
    assert str(root_of("team", case).case.place) == "Old mill"


def test_what_cannot_be_coarsened_is_withheld() -> None:
    """A number has no coarser words: until the author mends it, no pack shows it."""
    planning = "activities: [{id: a, title: A, track: ii, budget: {amount: {value: 50000, coarsen: month}, currency: crowns}}]\n"
    case = unchecked(planning=planning)
    budget = select(case, "track-ii").root.planning.activities[0].budget
    assert (bool(budget.amount), bool(budget.currency)) == (False, True)


COARSE = PEOPLE + "handling: {coarsen: [{confidentiality: [deniable], dates: month, venues: country}]}\n"
EXACT = {
    "planning": "activities: [{id: a, title: A, track: ii, confidentiality: REGIME, window: {start: 2024-02-14}, transfer: {when: 2024-03-15}, "
    "venue: {country: C, setting: S, place: {value: P, sensitivity: shared}}}]\n",
    "implementation": "sessions: [{activity: a, date: 2024-02-15}]\noutputs: [{id: o, text: T, activity: a, date: 2024-02-16}]\n",
}


@pytest.mark.parametrize(("regime", "is_coarse"), [("deniable", True), ("chatham_house", False)])
def test_a_case_coarsens_all_that_is_of_activities_of_a_regime(regime: str, is_coarse: bool) -> None:
    """Window, transfer, sessions and outputs lose their days, and the venue all but its country."""
    files = {stem: text.replace("REGIME", regime) for stem, text in EXACT.items()}
    root = root_of("track-ii", COARSE, **files)
    activity, done = root.planning.activities[0], root.implementation
    leaves = (activity.window.start, activity.transfer.when, done.sessions[0].date, done.outputs[0].date)
    lengths = {len(leaf.value.text) for leaf in leaves}
    assert lengths == ({7} if is_coarse else {10})
    assert [bool(getattr(activity.venue, name)) for name in ("country", "setting", "place")] == [
        True,
        *[not is_coarse] * 2,
    ]


def test_an_output_of_an_activity_that_is_not_told_is_as_coarse_as_any() -> None:
    """Whether a hidden activity is of the regime cannot be read off the date of its output."""
    for regime in ("deniable", "chatham_house"):
        files = {stem: text.replace("REGIME", regime) for stem, text in EXACT.items()}
        files["planning"] = files["planning"].replace("title: A", "title: {value: A, sensitivity: track_ii_only}")
        files["implementation"] = files["implementation"].replace("text: T", "text: T, release_to: [track_i]")
        output = root_of("track-i", COARSE, **files).implementation.outputs[0]
        assert output.date.value.text == "2024-02"


READ = "cite: [S1], other_readings: [{value: On 9 February, cite: [S1]}]"
READ_AS_A_DAY = READ.replace("On 9 February", "2024-02-09")
CITED = COARSE + "sources: [{key: S1, citation: One}]\n"


@pytest.mark.parametrize(("regime", "is_coarse"), [("deniable", True), ("chatham_house", False)])
@pytest.mark.parametrize(
    "files",
    [
        {"implementation": "sessions: [{activity: a, date: {value: 2024-02-08, confidence: low, confidence_because: As on 8 February}}]\n"},
        {"implementation": f"sessions: [{{activity: a, date: 2024-02-08, {READ}}}]\n"},
        {"implementation": f"outputs: [{{id: o, text: T, activity: a, date: 2024-02-08, {READ}}}]\n"},
        {"coordination": f"messages: [{{text: T, activity: a, date: 2024-02-08, sensitivity: track_ii_only, {READ}}}]\n"},
        {"coordination": f"messages: [{{text: T, activity: a, date: {{value: 2024-02-08, {READ_AS_A_DAY}}}, sensitivity: track_ii_only}}]\n"},
    ],
)  # fmt: skip
def test_what_is_said_about_a_coarse_day_does_not_give_it_back(
    tmp_path: Path, files: dict[str, str], regime: str, is_coarse: bool
) -> None:
    """Neither the reason for being sure of it, nor another reading of it or of its item; a message is no exception."""
    planning = f"activities: [{{id: a, title: A, track: ii, confidentiality: {regime}}}]\n"
    view = str(dumped(select(case_of(tmp_path, CITED, **{"planning": planning, **files}), "track-ii")))
    is_read = "February" in view or "2024-02-09" in view
    assert ("2024-02-08" in view, is_read) == (not is_coarse, not is_coarse)


def test_an_item_tells_no_other_reading_of_itself_beside_a_coarse_value(tmp_path: Path) -> None:
    """The same where the value itself says how coarse it is; a list around it keeps what is said of it."""
    review = f"legal_review: {{date: {{value: 2024-02-08, coarsen: month}}, {READ}}}\n"
    view = select(case_of(tmp_path, CITED, assessment=review), "track-i")
    assert "On 9 February" not in str(dumped(view))
    assert "On 9 February" in str(dumped(select(case_of(tmp_path, CITED, assessment=review), "team")))


@pytest.mark.parametrize("activity", ["", ", activity: {value: a, sensitivity: team_only}"])
def test_a_message_of_no_activity_that_is_told_is_as_coarse_as_any(activity: str) -> None:
    """One that was never given says no more than one that is withheld, and a case without such rules none of it."""
    files = {
        "planning": "activities: [{id: a, title: A}]\n",
        "coordination": f"messages: [{{text: T, date: 2024-02-08{activity}}}]\n",
    }
    for case, shown in ((COARSE, "2024-02"), (PEOPLE, "2024-02-08")):
        assert root_of("track-i", case, **files).coordination.messages[0].date.value.text == shown


MARKED = "handling: {mark: confidential, tlp: amber}\n"


@pytest.mark.parametrize(
    ("place", "marks"),
    [
        ("{value: Here, mark: strictly_confidential}", [("strictly_confidential", "amber")] * 2),
        ("{value: Here, mark: unclassified, tlp: clear}", [("confidential", "amber")] * 2),
        ("{value: Here, tlp: red, sensitivity: track_ii_only}", [("confidential", "amber"), ("confidential", "red")]),
        ("{value: Here, tlp: red, sensitivity: team_only}", [("confidential", "amber")] * 2),
    ],
)
def test_a_pack_is_marked_as_the_highest_of_what_it_holds(tmp_path: Path, place: str, marks: list[Any]) -> None:
    """What one reader does not see does not mark that reader's pack, and no value lowers the case's own mark."""
    case = case_of(tmp_path, f"{PEOPLE}{MARKED}place: {place}\n")
    views = [select(case, audience) for audience in PACKS]
    assert [(view.mark, view.tlp) for view in views] == marks
    assert [pack_for(case, audience).count("TLP:RED") > 1 for audience in PACKS] == [tlp == "red" for _, tlp in marks]


@pytest.mark.parametrize("at", ["item", "list", "file"])
def test_an_item_a_list_and_a_file_may_be_marked(tmp_path: Path, at: str) -> None:
    """Their mark is that of a pack that shows anything inside."""
    issue, mark = "{id: b, title: B}", "mark: strictly_confidential"
    assessment = {
        "item": f"issues: [{{id: b, title: B, {mark}}}]\n",
        "list": f"issues: {{value: [{issue}], {mark}}}\n",
        "file": f"{mark}\nissues: [{issue}]\n",
    }
    assert (
        select(case_of(tmp_path, PEOPLE + MARKED, assessment=assessment[at]), "track-i").mark == "strictly_confidential"
    )
    closed = f"sensitivity: track_ii_only\n{assessment[at]}"
    assert select(case_of(tmp_path, PEOPLE + MARKED, assessment=closed), "track-i").mark == "confidential"


def test_an_unmarked_case_is_handled_at_the_highest_level_whatever_a_value_says(tmp_path: Path) -> None:
    """The mark of one value does not lower what nobody marked."""
    pack = pack_for(case_of(tmp_path, f"{PEOPLE}place: {{value: Here, mark: unclassified, tlp: clear}}\n"), "track-i")
    assert 'mark: "STRICTLY CONFIDENTIAL · TLP:RED"' in pack


def lines_of(parent: Path, audience: Audience, case: str = PEOPLE, **files: str) -> list[str]:
    """Return the lines of a pack that say that something is withheld."""
    pack = pack_for(case_of(parent, case, **files), audience)
    return [line for line in pack.splitlines() if "left out of this version" in line]


HERE = "*Part of this section is left out of this version.*"
PILOT = "*Part of this section is left out of this version. Ask: Head pilot.*"


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("{value: Water, sensitivity: team_only, say_withheld: true}", [HERE]),
        ("{value: Quite another thing, sensitivity: team_only, say_withheld: true}", [HERE]),
        ("{value: , sensitivity: team_only, say_withheld: true}", [HERE]),
        ("{sensitivity: team_only, say_withheld: true}", [HERE]),
        ("{value: Water, sensitivity: team_only, say_withheld: true, ask: pilot}", [PILOT]),
        ("{sensitivity: team_only, say_withheld: true, ask: the desk *for* water}", [r"*Part of this section is left out of this version. Ask: the desk \*for\* water.*"]),
        ("{value: Water, sensitivity: team_only, say_withheld: false}", []),
        ("{value: Water, sensitivity: team_only}", []),
        ("{value: Water, sensitivity: shared, say_withheld: true}", []),
    ],
)  # fmt: skip
def test_one_line_says_that_something_is_withheld_where_the_case_says_so(
    tmp_path: Path, said: str, lines: list[str]
) -> None:
    """It is the same whatever the value, and if there is none; otherwise there is silence."""
    for audience in PACKS:
        assert lines_of(tmp_path, audience, assessment=f"conflict: {{name: N, summary: {said}}}\n") == lines


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("conception", "exit: {sensitivity: team_only, say_withheld: true}\nleadership_levels: [top]\n"),
        ("planning", "activities: {value: [{id: a, title: A}, {id: b, title: B}], sensitivity: team_only, say_withheld: true}\nnext_review: 2024\n"),
        ("implementation", "incidents: {say_withheld: true}\nnext_review: 2024\n"),
        ("evaluation", "institutions: [{name: I}, {name: J, sensitivity: team_only, say_withheld: true}, {name: K, sensitivity: team_only, say_withheld: true}]\n"),
        ("coordination", "summary: {value: Much., sensitivity: team_only, say_withheld: true}\nmessages: [{text: T}]\n"),
    ],
)  # fmt: skip
def test_an_item_or_a_list_may_say_so_too_and_each_section_has_its_line(tmp_path: Path, stem: str, text: str) -> None:
    """One line a section, however much is withheld in it."""
    for audience in PACKS:
        assert lines_of(tmp_path, audience, **{stem: text}) == [HERE]


def test_what_is_withheld_in_the_case_itself_is_said_on_the_first_page(tmp_path: Path) -> None:
    """The cover has the line."""
    case = f"{PEOPLE}place: {{value: Here, sensitivity: track_ii_only, say_withheld: true}}\n"
    assert lines_of(tmp_path, "track-i", case) == [HERE]
    assert lines_of(tmp_path, "track-ii", case) == []


_GIVEN = "{{value: [{{version: '0.1', date: 2024-02-01}}], {0}say_withheld: true}}"


@pytest.mark.parametrize(("word", "own"), [("", []), ("sensitivity: team_only, ", [HERE])])
def test_no_reader_hears_that_something_is_withheld_which_is_never_for_that_reader(
    tmp_path: Path, word: str, own: list[str]
) -> None:
    """Such as the versions that the other was given, and the red lines of officials."""
    given = _GIVEN.format(word)
    for audience, name in zip(PACKS, ("track_i", "track_ii"), strict=True):
        case = f"{PEOPLE}releases: {{{name}: {given}}}\n"
        told = [lines_of(tmp_path, each, case) for each in PACKS]
        assert told == [own if each == audience else [] for each in PACKS]
    lines = f"red_lines: {{value: [One], {word}say_withheld: true}}\nmessages: [{{text: T}}]\n"
    assert lines_of(tmp_path, "track-ii", coordination=lines) == []


@pytest.mark.parametrize(
    "assessment",
    [
        "sensitivity: track_ii_only\nconflict: {name: N, summary: {value: S, sensitivity: team_only, say_withheld: true}}\n",
        "parties: [{id: p, name: {value: P, sensitivity: track_ii_only}, kind: {value: state, sensitivity: team_only, say_withheld: true}}]\n",
    ],
    ids=["closed around", "item absent"],
)
def test_who_may_not_see_what_is_around_is_not_told(tmp_path: Path, assessment: str) -> None:
    """A line inside something withheld would tell of it."""
    assert lines_of(tmp_path, "track-i", assessment=assessment) == []
    assert lines_of(tmp_path, "track-ii", assessment=assessment) == [HERE]


def test_an_actor_who_is_withheld_is_nobody_to_ask(tmp_path: Path) -> None:
    """The line names no one, and is that of an actor who was taken out of the case."""
    case = LEAST + "actors: [{id: pilot, name: Head pilot, sensitivity: team_only}]\n"
    said = "conflict: {name: N, summary: {value: S, sensitivity: team_only, say_withheld: true, ask: pilot}}\n"
    assert lines_of(tmp_path, "track-i", case, assessment=said) == [HERE]


def test_an_output_that_waits_for_its_release_may_be_announced(tmp_path: Path) -> None:
    """An embargo that says so has a line for the other track, as long as it holds."""
    output = "outputs: [{{id: o, text: T, activity: a, release_to: [track_i], embargo: {{until: {until}}}, say_withheld: true}}]\n"
    planning, case = "activities: [{id: a, title: A, track: ii}]\n", f"{PEOPLE}date_of_information: 2024-03\n"
    for until, lines in (("2024-06", [HERE]), ("2024-01", [])):
        assert (
            lines_of(tmp_path, "track-i", case, planning=planning, implementation=output.format(until=until)) == lines
        )


@pytest.mark.parametrize("field", ["red_lines", "instructions", "sequencing"])
@pytest.mark.parametrize("said", ["{value: [One], sensitivity: public}", "[{value: One, sensitivity: shared}]"])
def test_what_officials_are_told_never_reaches_convenors(field: str, said: str) -> None:
    """Opened at the field or at the value, it is in the pack of officials alone."""
    case = unchecked(LEAST, coordination=f"summary: Much.\n{field}: {said}\n")
    assert [bool(getattr(select(case, audience).root.coordination, field)) for audience in PACKS] == [True, False]
    assert "One" not in pack_for(case, "track-ii")


ASSUMED = "theory_of_change: {{assumptions: [{{{id}text: Rain, tested_by: A gauge}}]}}\n"
HELD = "evaluation: {assumptions: [{assumption: rain, held: held}]}\n"


def test_a_withheld_id_that_need_not_be_there_is_the_same_as_none(tmp_path: Path) -> None:
    """The item stays and nothing can refer to it."""
    closed = ASSUMED.format(id="id: {value: rain, sensitivity: team_only}, ")
    hidden = case_of(tmp_path / "1", PEOPLE, conception=closed, evaluation=HELD)
    absent = case_of(tmp_path / "2", PEOPLE, conception=ASSUMED.format(id=""), evaluation="evaluation: {}\n")
    assert dumped(select(hidden, "track-i"))[3:] == dumped(select(absent, "track-i"))[3:]
    assert select(hidden, "track-i").root.conception.theory_of_change.assumptions
    assert not select(hidden, "track-i").root.evaluation


OUTPUT = {
    "planning": "activities: [{id: a, title: A, track: ii}]\n",
    "implementation": "outputs: [{id: o, text: A rota, activity: a, release_to: [track_i, track_ii]}]\n",
}
ARRIVED = "evaluation: {{transfer: [{{content: The rota arrived{output}}}]}}\nnext_review: 2024\n"


@pytest.mark.parametrize(
    "output", [", output: {value: o, sensitivity: team_only}", ""], ids=["withheld", "never given"]
)
def test_a_finding_without_a_reference_to_be_seen_is_not_shown(output: str) -> None:
    """Whether the output was withheld or never named, nobody can tell."""
    for audience in PACKS:
        root = root_of(audience, evaluation=ARRIVED.format(output=output), **OUTPUT)
        assert not root.evaluation.evaluation
    assert root_of("track-i", evaluation=ARRIVED.format(output=", output: o"), **OUTPUT).evaluation.evaluation


@pytest.mark.parametrize(
    "activity", [", activity: {value: a, sensitivity: team_only}", ""], ids=["withheld", "never given"]
)
@pytest.mark.parametrize(("release", "expected"), [("", [False, False]), (", release_to: [track_ii]", [False, True])])
def test_an_output_of_no_activity_to_be_seen_is_for_whom_it_is_released_to(
    activity: str, release: str, expected: list[bool]
) -> None:
    """Whose it is follows from an activity that the reader sees, else from its release alone."""
    implementation = f"outputs: [{{id: o, text: A rota{activity}{release}}}]\n"
    files = {"planning": OUTPUT["planning"], "implementation": implementation}
    assert [bool(root_of(audience, **files).implementation) for audience in PACKS] == expected


@pytest.mark.parametrize(
    ("case", "assessment"),
    [
        ("date_of_information: {value: 2024-03-01, sensitivity: team_only}\n", "track_i: {phase: agreement_signed}\n"),
        ("date_of_information: 2024-03-01\n", "track_i: {phase: {value: agreement_signed, sensitivity: team_only}}\n"),
    ],
    ids=["date", "phase"],
)
def test_an_embargo_ends_by_what_its_reader_sees_alone(case: str, assessment: str) -> None:
    """A date or phase that is withheld from a reader ends nothing for that reader."""
    output = "outputs: [{id: o, text: T, activity: a, release_to: [track_i], embargo: {until: 2024-01, event: agreement_signed}}]\n"
    files = {"assessment": assessment, "planning": OUTPUT["planning"], "implementation": output}
    assert not root_of("track-i", PEOPLE + case, **files).implementation
    opened = {stem: text.replace("team_only", "shared") for stem, text in files.items()}
    assert root_of("track-i", PEOPLE + case.replace("team_only", "shared"), **opened).implementation


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
@pytest.mark.parametrize("total", ["{total}", "{{value: {total}, sensitivity: shared}}"], ids=["total", "opened total"])
@pytest.mark.parametrize("part", [", q: {{value: {part}, sensitivity: team_only}}", ", q: {part}", ""])
def test_nobody_can_tell_a_withheld_nought_from_a_few(
    tmp_path: Path, audience: Audience, total: str, part: str
) -> None:
    """Where Q is said to take part and its number is not told, the pack is the same for none, for two and without one."""
    packs = set()
    for number in (0, 2):
        people = f"count: {total.format(total=25 + number)}, per_party: {{p: 25{part.format(part=number)}}}"
        planning = f"activities: [{{id: a, title: A, parties: [p, q], participants: {{{people}}}}}]\n"
        case = case_of(
            tmp_path / str(number), assessment="parties: [{id: p, name: P}, {id: q, name: Q}]\n", planning=planning
        )
        packs.add(
            pack_for(case, audience).replace(str(25 + number), "25") if "value" in total else pack_for(case, audience)
        )
    assert len(packs) == 1
    assert ("25 from P" in packs.pop()) is ("value" not in total)
