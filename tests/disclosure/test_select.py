"""Select: who sees what, by the sensitivity of a value, of what is around it, and by the rules of disclosure."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.building import LEAST, PACKS, case_of, dumped

from briefpack.disclosure.inside import inside
from briefpack.disclosure.select import select
from briefpack.handbook import Audience
from briefpack.problems import Refusal

LEVELS = {
    "public": (True, True),
    "shared": (True, True),
    "track_i_only": (True, False),
    "track_ii_only": (False, True),
    "team_only": (False, False),
}


def seen(parent: Path, audience: Audience, case: str = LEAST, **files: str) -> Any:
    """Return the root of the view that these files give to an audience."""
    return select(case_of(parent, case, **files), audience).root


def shown(parent: Path, what: str, **files: str) -> tuple[bool, bool]:
    """Return whether a dotted path is there for track I and for track II."""
    found = []
    for audience in PACKS:
        value = seen(parent, audience, **files)
        for name in what.split("."):
            value = value[int(name)] if name.isdigit() else getattr(value, name)
        found.append(bool(value))
    return found[0], found[1]


@pytest.mark.parametrize(("word", "expected"), LEVELS.items())
def test_each_sensitivity_opens_a_value_to_its_readers(tmp_path: Path, word: str, expected: tuple[bool, bool]) -> None:
    """`public` and `shared` are for both tracks, the others for one or none."""
    assert shown(tmp_path, "case.place", case=f"{LEAST}place: {{value: Here, sensitivity: {word}}}\n") == expected


@pytest.mark.parametrize(("word", "expected"), LEVELS.items())
def test_the_team_sees_everything(tmp_path: Path, word: str, expected: tuple[bool, bool]) -> None:
    """No sensitivity closes a value to the coordinator's view."""
    root = seen(tmp_path, "team", case=f"{LEAST}place: {{value: Here, sensitivity: {word}}}\n")
    assert root.case.place == "Here", expected


ISSUE = "issues: [{id: berths, title: Berths, kind: resource}]\n"


@pytest.mark.parametrize(
    ("assessment", "expected"),
    [
        (ISSUE, (True, True)),
        (f"sensitivity: track_i_only\n{ISSUE}", (True, False)),
        ("issues: {value: [{id: b, title: B, kind: resource}], sensitivity: track_i_only}\n", (True, False)),
        ("issues: [{id: b, title: B, kind: resource, sensitivity: track_i_only}]\n", (True, False)),
        ("issues: [{id: b, title: B, kind: {value: resource, sensitivity: track_i_only}}]\n", (True, False)),
    ],
    ids=["case", "file", "list", "item", "value"],
)
def test_a_value_inherits_from_what_is_around_it(tmp_path: Path, assessment: str, expected: tuple[bool, bool]) -> None:
    """The nearest word counts: value, item, list, file, case."""
    assert shown(tmp_path, "case.title", assessment=assessment) == (True, True)
    for audience, is_open in zip(PACKS, expected, strict=True):
        issues = list(seen(tmp_path, audience, assessment=assessment).assessment.issues)
        assert bool(issues and issues[0].kind) is is_open


def test_the_nearer_word_opens_as_well_as_closes(tmp_path: Path) -> None:
    """A value says `public` inside an item that is closed, and is seen where its item is."""
    assessment = (
        "sensitivity: track_ii_only\nconflict:\n  name: {value: The closure, sensitivity: public}\n  summary: Much.\n"
    )
    assert shown(tmp_path, "assessment.conflict.name", assessment=assessment) == (True, True)
    assert shown(tmp_path, "assessment.conflict.summary", assessment=assessment) == (False, True)


def test_where_nothing_is_said_a_value_is_for_the_team_alone(tmp_path: Path) -> None:
    """A case without any sensitivity is closed to every reader, and checking it says so."""
    with pytest.raises(Refusal) as refusal:
        case_of(tmp_path, "id: river-talks\ntitle: River Talks\n")
    assert "the title is closed to every reader" in str(refusal.value)
    case = "id: river-talks\ntitle: {value: River Talks, sensitivity: public}\nplace: Here\n"
    assert shown(tmp_path, "case.place", case=case) == (False, False)
    assert shown(tmp_path, "case.title", case=case) == (True, True)


NARROW = [
    ("assessment", "parties: [{id: p, name: P, interests: [Fish]}]\n", "parties.0.interests", (False, False)),
    ("assessment", "parties: [{id: p, name: P, needs_fears: [Flood]}]\n", "parties.0.needs_fears", (False, False)),
    ("assessment", "parties: [{id: p, name: P, spoiler_potential: low}]\n", "parties.0.spoiler_potential", (False, False)),
    ("conception", "funding: {until: 2024, sources: [{actor: team}]}\n", "funding.sources", (False, True)),
    ("planning", "activities: [{id: a, title: A, window: {start: 2024-01-02, coarse: 2024}}]\n", "activities.0.window.start", (False, False)),
    ("planning", "activities: [{id: a, title: A, venue: {country: X, place: Y}}]\n", "activities.0.venue.place", (False, False)),
    ("planning", "activities: [{id: a, title: A, participants: {count: 9, selection_criteria: [Tall]}}]\n", "activities.0.participants.selection_criteria", (False, False)),
    ("planning", "activities: [{id: a, title: A, agenda: [{block: Hear}]}]\n", "activities.0.agenda", (False, False)),
    ("planning", "activities: [{id: a, title: A, safety: {evacuation: By boat}}]\n", "activities.0.safety", (False, False)),
    ("planning", "activities: [{id: a, title: A, budget: {amount: 9}}]\n", "activities.0.budget", (False, False)),
    ("planning", "activities: [{id: a, title: A, contingencies: [{trigger: Rain}]}]\n", "activities.0.contingencies", (False, False)),
    ("implementation", "owner: team\ntrust: [{between: parties, level: low}]\n", "trust", (False, False)),
    ("implementation", "owner: team\ngroup_issues: [{kind: venting}]\n", "group_issues", (False, True)),
    ("implementation", "owner: team\nincidents: [{kind: leak}]\n", "incidents", (False, False)),
    ("evaluation", "owner: team\nreentry_reports: [{group: G, pressure: Some}]\n", "reentry_reports", (False, False)),
    ("coordination", "summary: Much.\nred_lines: [None shall pass]\n", "red_lines", (True, False)),
    ("coordination", "summary: Much.\ninstructions: [Wait]\n", "instructions", (True, False)),
    ("coordination", "summary: Much.\nsequencing: [Boats first]\n", "sequencing", (True, False)),
]  # fmt: skip
TEAM = LEAST + "actors: [{id: team, name: Team}]\n"


@pytest.mark.parametrize(("file", "text", "path", "expected"), NARROW, ids=[path for _, _, path, _ in NARROW])
def test_a_narrowed_field_stays_closed_in_an_open_file(
    tmp_path: Path, file: str, text: str, path: str, expected: tuple[bool, bool]
) -> None:
    """What the handbook map keeps from the other track is closed though the file around it is shared."""
    assert shown(tmp_path, f"{file}.{path}", case=TEAM, **{file: text}) == expected


#: Every field that an activity, or a session of it, keeps to the side whose activity it is.
OF_AN_ACTIVITY = {
    "window": "window: {start: 2024-01-02, end: 2024-01-03}",
    "participants": "participants: {selection_criteria: [Tall]}",
    "agenda": "agenda: [{block: Hear}]",
    "budget": "budget: {amount: 9}",
    "contingencies": "contingencies: [{trigger: Rain, response: Wait}]",
}
SIDES = {
    "track: i": (True, False),
    "track: ii": (False, True),
    "track: i_5": (False, False),
    "track: iii": (False, False),
    "timing: during_stall": (False, False),
    "track: i_5, belongs_to: track_i": (True, False),
    "belongs_to: track_ii": (False, True),
}


@pytest.mark.parametrize("field", OF_AN_ACTIVITY)
@pytest.mark.parametrize(("side", "expected"), SIDES.items(), ids=SIDES)
def test_what_an_activity_keeps_closed_is_for_the_side_whose_activity_it_is(
    tmp_path: Path, field: str, side: str, expected: tuple[bool, bool]
) -> None:
    """Its own side knows when and where it is; where nobody says whose it is, only the team does."""
    planning = f"activities: [{{id: a, title: A, {side}, {OF_AN_ACTIVITY[field]}}}]\n"
    assert shown(tmp_path, f"planning.activities.0.{field}", case=TEAM, planning=planning) == expected


@pytest.mark.parametrize(("side", "expected"), SIDES.items(), ids=SIDES)
def test_who_came_to_a_session_is_for_the_side_whose_activity_it_is_of(
    tmp_path: Path, side: str, expected: tuple[bool, bool]
) -> None:
    """A session has no track of its own: it is of the side of its activity."""
    files = {
        "assessment": "parties: [{id: p, name: P}]\n",
        "planning": f"activities: [{{id: a, title: A, {side}}}]\n",
        "implementation": "sessions: [{activity: a, title: S, attended_per_party: {p: 9}}]\n",
    }
    assert shown(tmp_path, "implementation.sessions.0.attended_per_party", case=TEAM, **files) == expected


def test_what_an_activity_keeps_to_its_side_is_opened_at_the_field_itself(tmp_path: Path) -> None:
    """A word at the field, or at a value in it, says more than the default; one around the activity does not."""
    start = "window: {start: {value: 2024-01-02, sensitivity: shared}}"
    planning = f"activities: [{{id: a, title: A, track: i, sensitivity: public, {start}, budget: {{amount: 9}}}}]\n"
    assert shown(tmp_path, "planning.activities.0.window.start", planning=planning) == (True, True)
    assert shown(tmp_path, "planning.activities.0.budget", planning=planning) == (True, False)
    blocks = "agenda: [{block: Hear, sensitivity: shared}, {block: Say}]"
    view = seen(tmp_path, "track-ii", planning=f"activities: [{{id: a, title: A, track: i, {blocks}}}]\n")
    assert [str(one.block) for one in view.planning.activities[0].agenda] == ["Hear"]


def test_a_narrowed_field_is_opened_at_the_field_itself(tmp_path: Path) -> None:
    """Only a word at the field, not one around it, opens what the model closes."""
    party = "parties: [{id: p, name: P, sensitivity: public, interests: {value: [Fish], sensitivity: shared}}]\n"
    assert shown(tmp_path, "assessment.parties.0.interests", assessment=party) == (True, True)
    party = "parties: [{id: p, name: P, sensitivity: public, interests: [Fish]}]\n"
    assert shown(tmp_path, "assessment.parties.0.interests", assessment=party) == (False, False)


def test_a_narrowed_field_in_a_file_closed_the_other_way_is_for_nobody(tmp_path: Path) -> None:
    """What is for track II within what is for track I only is for the team."""
    text = "sensitivity: track_i_only\nactivities: [{id: a, title: A, agenda: [{block: Hear}]}]\n"
    assert shown(tmp_path, "planning", planning=text) == (True, False)
    assert not seen(tmp_path, "track-i", planning=text).planning.activities[0].agenda


SECRET_GAP = """
parties: [{id: p, name: P}, {id: q, name: {value: Q, sensitivity: track_ii_only}}]
gaps:
  - {id: open_gap, description: Open, parties: [p, q]}
  - {id: closed_gap, description: {value: Closed, sensitivity: track_ii_only}, parties: [p]}
efforts: [{id: e, name: E, parties: [q]}]
"""


def test_an_item_without_its_headline_is_absent_with_every_reference_to_it(tmp_path: Path) -> None:
    """A party whose name is withheld is in no list of parties, gaps or efforts, and leaves no number behind."""
    conception = "gaps_addressed: [open_gap, closed_gap]\ngaps_declined: [{gap: closed_gap, reason: None}]\n"
    root = seen(tmp_path, "track-i", assessment=SECRET_GAP, conception=conception)
    assert [str(party.id) for party in root.assessment.parties] == ["p"]
    assert [str(gap.id) for gap in root.assessment.gaps] == ["open_gap"]
    assert [str(party.id) for party in root.assessment.gaps[0].parties] == ["p"]
    assert not root.assessment.efforts[0].parties
    assert len(root.conception.gaps_addressed) == 1
    assert not root.conception.gaps_declined
    both = seen(tmp_path, "track-ii", assessment=SECRET_GAP, conception=conception)
    assert len(both.conception.gaps_addressed) == len(both.assessment.parties) == 2
    assert both.conception.gaps_declined


def test_an_item_falls_with_the_id_or_the_date_it_cannot_do_without(tmp_path: Path) -> None:
    """A withheld id, and a withheld date of an event, take the whole item out of the view."""
    text = (
        "parties: [{id: {value: p, sensitivity: team_only}, name: P}]\ngaps: [{id: g, description: G, parties: [p]}]\n"
    )
    root = seen(tmp_path, "track-i", assessment=text)
    assert not root.assessment.parties
    assert not root.assessment.gaps[0].parties
    case = f"{LEAST}timeline: [{{date: {{value: 1993, sensitivity: team_only}}, track: i, event: They met.}}]\n"
    assert not seen(tmp_path, "track-i", case=case).case.timeline


def test_what_falls_takes_along_what_stands_on_it_however_far(tmp_path: Path) -> None:
    """A hidden indicator hides its finding; a hidden activity its session; a chain of references falls to its end."""
    files = {
        "planning": "activities: [{id: a, title: {value: A, sensitivity: track_ii_only}}]\n",
        "implementation": "owner: team\nsessions: [{activity: a, title: First}]\n",
        "conception": "linkages: [{mechanism: M, activity: a}]\n"
        "evaluation_frame: {indicators: [{id: i, title: {value: I, sensitivity: track_ii_only}}]}\n",
        "evaluation": "owner: team\nevaluation: {indicators: [{indicator: i, target: Ten}]}\n",
    }
    assert shown(tmp_path, "implementation.sessions", case=TEAM, **files) == (False, True)
    assert shown(tmp_path, "evaluation.evaluation.indicators", case=TEAM, **files) == (False, True)
    assert shown(tmp_path, "conception.linkages", case=TEAM, **files) == (True, True)
    root = seen(tmp_path, "track-i", case=TEAM, **files)
    assert not root.conception.linkages[0].activity
    assert not root.planning


def count_of(parent: Path, people: str) -> bool:
    """Return whether track I sees the total of an activity with these participants."""
    parties = "parties: [{id: p, name: P}, {id: q, name: Q}, {id: r, name: {value: R, sensitivity: team_only}}]\n"
    planning = f"activities: [{{id: a, title: A, participants: {people}}}]\n"
    root = seen(parent, "track-i", assessment=parties, planning=planning)
    return bool(root.planning.activities[0].participants.count)


def test_a_total_is_dropped_beside_some_of_its_parts(tmp_path: Path) -> None:
    """A party's number, or a whole party, that is withheld could be worked out from the rest and the total; by itself it stands."""
    assert count_of(tmp_path, "{count: 9, per_party: {p: 4, q: 5}}")
    assert count_of(tmp_path, "{count: 9}")
    assert count_of(tmp_path, "{count: {value: 9, sensitivity: shared}}")
    assert not count_of(tmp_path, "{count: 9, per_party: {p: 4, q: {value: 5, sensitivity: team_only}}}")
    assert not count_of(tmp_path, "{count: 9, per_party: {p: 4, r: 5}}")
    assert count_of(tmp_path, "{count: 9, per_party: {value: {p: 4, q: 5}, sensitivity: track_ii_only}}")


@pytest.mark.parametrize("regime", ["deniable", "closed_existence_known"])
@pytest.mark.parametrize(("release", "expected"), [("[]", False), ("[track_ii]", False), ("[track_i]", True), ("[public]", True)])  # fmt: skip
def test_a_secret_activity_is_shown_to_the_other_track_only_by_name(
    tmp_path: Path, regime: str, release: str, expected: bool
) -> None:
    """Its existence is for its own track, unless `release_to` names the other."""
    text = f"activities: [{{id: a, title: A, track: ii, confidentiality: {regime}, release_to: {release}}}]\n"
    assert shown(tmp_path, "planning", planning=text) == (expected, True)


@pytest.mark.parametrize("regime", ["deniable", "closed_existence_known"])
@pytest.mark.parametrize("track", ["i_5", "iii"])
@pytest.mark.parametrize(("side", "expected"), [("track_i", (True, False)), ("track_ii", (False, True))])
def test_a_secret_activity_on_no_sides_track_is_shown_to_the_side_it_belongs_to(
    tmp_path: Path, regime: str, track: str, side: str, expected: tuple[bool, bool]
) -> None:
    """A line on track 1.5 may be run by officials or by others: only the author can say."""
    text = f"activities: [{{id: a, title: A, track: {track}, confidentiality: {regime}, belongs_to: {side}}}]\n"
    assert shown(tmp_path, "planning", planning=text) == expected


def test_a_secret_activity_of_officials_is_kept_from_the_other_track(tmp_path: Path) -> None:
    """The rule holds in both directions."""
    text = "activities: [{id: a, title: A, track: i, confidentiality: deniable}]\n"
    assert shown(tmp_path, "planning", planning=text) == (True, False)


def output(
    release: str = "[track_i]", embargo: str = "", day: str = "2024-03-01", phase: str = "negotiation"
) -> dict[str, str]:
    """Return the files of a case with one output, its embargo, the case's day and the phase of the talks."""
    held = f", embargo: {embargo}" if embargo else ""
    return {
        "case": f"{TEAM}date_of_information: {day}\n" if day else TEAM,
        "assessment": f"track_i: {{phase: {phase}}}\n",
        "planning": "activities: [{id: a, title: A, track: ii}]\n",
        "implementation": f"outputs: [{{id: o, kind: option, text: T, activity: a, release_to: {release}{held}}}]\n",
    }


@pytest.mark.parametrize(
    ("files", "for_officials"),
    [
        (output(), True),
        (output("[public]"), True),
        (output("[track_ii]"), False),
        (output("[]"), False),
        (output(embargo="{until: 2024-03-02}"), False),
        (output(embargo="{until: 2024-03-01}"), True),
        (output(embargo="{until: 2024-03}"), False),
        (output(embargo="{until: 2024-03}", day="2024-03-31"), True),
        (output(embargo="{until: 2024-02}", day=""), False),
        (output(embargo="{until: 2024-02}", day="2024"), False),
        (output(embargo="{event: agreement_signed}"), False),
        (output(embargo="{event: agreement_signed}", phase="agreement_signed"), True),
        (output(embargo="{event: agreement_signed}", phase="unknown"), False),
        (output(embargo="{until: 2024-02, event: agreement_signed}"), False),
    ],
)
def test_an_output_reaches_officials_when_released_and_no_longer_under_embargo(
    tmp_path: Path, files: dict[str, str], for_officials: bool
) -> None:
    """Every end of the embargo must have come by the case's own date of information; what is not known has not come."""
    assert shown(tmp_path, "implementation.outputs", **files) == (for_officials, True)


def test_hidden_sources_are_no_sources(tmp_path: Path) -> None:
    """A value keeps the notes of the sources its reader may see; a reading without one is withheld with them."""
    case = (
        f"{LEAST}place: {{value: Here, cite: [S1, S2], other_readings: [{{value: There, cite: [S2]}}]}}\n"
        "sources: [{key: S1, citation: One}, {key: S2, citation: Two, sensitivity: track_ii_only}]\n"
    )
    place = seen(tmp_path, "track-i", case=case).case.place
    assert [str(source.key) for source in place.about.sources] == ["S1"]
    assert place.about.readings == ()
    assert len(seen(tmp_path, "track-ii", case=case).case.place.about.sources) == 2


def test_an_alias_is_for_the_team_alone(tmp_path: Path) -> None:
    """What leads to a person in the sealed registry reaches no template."""
    case = LEAST + "actors: [{id: t, name: T, alias: gull}]\n"
    for audience in PACKS:
        assert not seen(tmp_path, audience, case=case).case.actors[0].alias


def test_a_reading_can_be_closed_by_itself(tmp_path: Path) -> None:
    """A reading that is said to be more closed than its fact is not shown to the others."""
    case = (
        f"{LEAST}sources: [{{key: S1, citation: One}}]\n"
        "place: {value: Here, other_readings: [{value: There, cite: [S1], sensitivity: track_ii_only}]}\n"
    )
    assert seen(tmp_path, "track-i", case=case).case.place.about.readings == ()
    assert len(seen(tmp_path, "track-ii", case=case).case.place.about.readings) == 1


def test_people_counted_with_a_withheld_part_are_not_shown(tmp_path: Path) -> None:
    """Women among the participants are shown where the total is, or where they were opened themselves."""
    people = "{{count: 9, per_party: {{p: 4, q: {part}}}, inclusion: {inclusion}}}"
    closed, women = "{value: 5, sensitivity: team_only}", "{women: 3}"
    assert women_of(tmp_path, people.format(part="5", inclusion=women))
    assert not women_of(tmp_path, people.format(part=closed, inclusion=women))
    assert women_of(tmp_path, people.format(part=closed, inclusion="{women: 3, sensitivity: shared}"))


def women_of(parent: Path, people: str) -> bool:
    """Return whether the number of women of an activity is shown to track II."""
    parties = "parties: [{id: p, name: P}, {id: q, name: Q}]\n"
    planning = f"activities: [{{id: a, title: A, participants: {people}}}]\n"
    root = seen(parent, "track-ii", assessment=parties, planning=planning)
    return bool(root.planning.activities[0].participants.inclusion.women)


def test_a_lesson_is_shared_with_whom_it_names(tmp_path: Path) -> None:
    """A lesson for track II is in no other pack; one that names nobody is for all."""
    lessons = "evaluation: {lessons: [{text: Ask first, share_with: [track_ii]}, {text: Wait}]}\n"
    assert len(seen(tmp_path, "track-i", evaluation=lessons).evaluation.evaluation.lessons) == 1
    assert len(seen(tmp_path, "track-ii", evaluation=lessons).evaluation.evaluation.lessons) == 2


def test_what_became_of_a_withheld_output_is_withheld_with_it(tmp_path: Path) -> None:
    """A finding about an output that a reader may not know of would tell of it."""
    files = {
        "planning": "activities: [{id: a, title: A, track: ii}]\n",
        "implementation": "outputs: [{id: o, text: A rota, activity: a}]\n",
        "evaluation": "evaluation: {transfer: [{content: The rota arrived, output: o}]}\n",
    }
    assert shown(tmp_path, "evaluation.evaluation.transfer", **files) == (False, True)


def test_what_is_said_of_a_closed_item_is_closed_with_it(tmp_path: Path) -> None:
    """An item whose one open field is its name does not bring the sources of the item along."""
    case = f"{LEAST}sources: [{{key: S1, citation: One}}]\n"
    text = (
        "conflict: {sensitivity: team_only, cite: [S1], name: {value: The closure, sensitivity: public}, summary: X}\n"
    )
    conflict = seen(tmp_path, "track-i", case=case, assessment=text).assessment.conflict
    assert inside(conflict).about.sources == ()


def test_select_changes_nothing_in_the_case_and_gives_the_same_twice(tmp_path: Path) -> None:
    """Two views of one case are equal, and one for another reader in between makes no difference."""
    case = case_of(tmp_path, assessment=SECRET_GAP)
    first = dumped(select(case, "track-i"))
    select(case, "track-ii")
    assert dumped(select(case, "track-i")) == first


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("field", ["venue: {place: Y}", "safety: {evacuation: By boat}"])
def test_where_people_meet_and_what_keeps_them_safe_stays_with_the_team(tmp_path: Path, side: str, field: str) -> None:
    """Whoever's activity it is, its side reads of neither until the author opens it."""
    planning = f"activities: [{{id: a, title: A, {side}, {field}}}]\n"
    name = "safety" if field.startswith("safety") else "venue.place"
    assert shown(tmp_path, f"planning.activities.0.{name}", case=TEAM, planning=planning) == (False, False)
