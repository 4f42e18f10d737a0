"""Role: what track II can do at this phase and does here, told to each reader from that reader's view alone."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import get_args

import pytest
from tests.building import LEAST, PACKS, case_of, pack_for, shipped, wording

from briefpack.case.words import ActivityType, TrackIPhase
from briefpack.disclosure.inside import name_of
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Node, View
from briefpack.handbook import Audience
from briefpack.stages.coverage import coverage
from briefpack.stages.coverage.role import Role
from briefpack.stages.coverage.theory import BEARS_ON, FITS, NAMED, READ, STATEMENTS, TIMES

MILLERS = """
sensitivity: shared
conflict: {name: Water of the mill race}
parties: [{id: mill, name: Millers}, {id: fish, name: Fishers}]
track_i: {phase: PHASE}
efforts:
  - {id: talks, name: River talks, track: i, activity_type: mediated_talks, state: active, level: [top], parties: [mill, fish]}
  - {id: boats, name: Boat school, track: ii, activity_type: training, state: active, level: [middle], parties: [mill, fish]}
gaps:
  - {id: nets, description: Nobody mends nets with the other side., level: middle, parties: [mill], covered_by: [boats]}
  - {id: dams, description: Nobody reads the dams together., level: top, parties: [mill], covered_by: [talks]}
"""
#: The same conflict at the same phase, in which others do the same kinds of work.
SHEPHERDS = """
sensitivity: shared
conflict: {name: Grazing of the high pass}
parties: [{id: up, name: Shepherds}, {id: down, name: Farmers}]
track_i: {phase: PHASE}
efforts:
  - {id: fences, name: Fence walks, track: ii, activity_type: training, state: active, level: [middle], parties: [up, down]}
gaps:
  - {id: gates, description: Nobody opens the gates by agreement., level: middle, parties: [up], covered_by: [fences]}
"""
#: A case of which no more is known than what it is called, and one that knows its gaps alone.
THIN = "sensitivity: shared\nconflict: {name: Salt of the old pans}\ntrack_i: {phase: PHASE}\n"
GAPS = THIN.replace("Salt of the old pans", "Tolls of the long bridge") + (
    "gaps: [{id: t, description: Nobody counts the tolls together., level: middle, priority: high}]\n"
)
OVER = "over: {since: 2024-05, because: The last round was held.}\n"


def section(pack: str) -> str:
    """Return the annex on the role of track II."""
    return pack.partition("The role of track II\n\n")[2].partition("\n## ")[0]


def sentences(text: str) -> list[str]:
    """Return the sentences of the page, without labels, sources and those lines of the range that list kinds alone."""
    kinds = ("- **Named for this", "- **Used on track I", "- **Would fit now")
    said = [line for line in text.splitlines() if not line.startswith(("#", *kinds))]
    lines = [re.sub(r" \*\(.*?\)\*", "", line.lstrip("- ")) for line in said]
    bare = [re.sub(r"^\*\*[^*]*:\*\* ?| \[\w\]", "", line).strip() for line in lines]
    return [one for line in bare for one in re.split(r"(?<=[.!?])\s+", line) if one]


def names(view: View) -> list[str]:
    """Return what the items of a view are called, with the title and the name of the conflict."""
    called = [str(one) for one in (view.root.case.title, view.root.assessment.conflict.name) if one]
    return [*called, *filter(None, (name_of(Node(item)) for item in view.items))]


def of(parent: Path, audience: Audience = "track-i", **files: str) -> Role:
    """Return the role of track II in a small case."""
    return coverage(select(case_of(parent, **files), audience)).role


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("phase", [one for one in get_args(TrackIPhase) if one != "unknown"])
@pytest.mark.parametrize("are_bare", [False, True])
@pytest.mark.parametrize("over", ["", OVER])
def test_at_one_phase_at_least_half_of_what_is_said_is_said_of_the_case(
    tmp_path: Path, audience: Audience, phase: str, are_bare: bool, over: str
) -> None:
    """Of any two cases at the same phase most sentences differ, and those name something in the case."""
    texts = [MILLERS, SHEPHERDS]
    if are_bare:
        texts = [text.partition("efforts:")[0] for text in texts]
    cases = [
        case_of(tmp_path / str(number), case=LEAST + over, assessment=text.replace("PHASE", phase))
        for number, text in enumerate(texts)
    ]
    pages = [sentences(section(pack_for(case, audience))) for case in cases]
    for case, (page, other) in zip(cases, itertools.permutations(pages), strict=True):
        own = [one for one in page if one not in other and any(name in one for name in names(select(case, audience)))]
        assert page
        assert 2 * len(own) >= len(page)


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("phase", [one for one in get_args(TrackIPhase) if one != "unknown"])
def test_of_cases_of_which_little_is_known_too_half_of_what_is_said_is_said_of_the_case(
    tmp_path: Path, audience: Audience, phase: str
) -> None:
    """Each of four cases is held against each other, full and thin."""
    cases = [
        case_of(tmp_path / str(number), assessment=text.replace("PHASE", phase))
        for number, text in enumerate((MILLERS, SHEPHERDS, THIN, GAPS))
    ]
    pages = [sentences(section(pack_for(case, audience))) for case in cases]
    for (case, page), (_, other) in itertools.permutations(zip(cases, pages, strict=True), 2):
        own = [one for one in page if one not in other and any(name in one for name in names(select(case, audience)))]
        assert 2 * len(own) >= len(page) > 4


@pytest.mark.parametrize("audience", PACKS)
def test_two_shipped_cases_at_one_phase_share_less_than_half_of_their_page(audience: Audience) -> None:
    """Both stand in negotiation, and half of what each is told names something in it and is not told to the other."""
    cases = [shipped(name) for name in ("harbour-talks", "crossed-lines")]
    pages = [sentences(section(pack_for(case, audience))) for case in cases]
    for case, (page, other) in zip(cases, itertools.permutations(pages), strict=True):
        own = [one for one in page if one not in other and any(name in one for name in names(select(case, audience)))]
        assert 2 * len(own) >= len(page)
        padded = [f"({name})" for name in names(select(case, audience))[:2]]
        assert not [one for one in page if any(pad in one for pad in padded)]


@pytest.mark.parametrize(
    ("phase", "over", "timing", "time"),
    [
        ("none", False, None, "before"),
        ("pre_negotiation", False, None, "before"),
        ("negotiation", False, "before_track_i", "beside"),
        ("stalled", False, None, "stalled"),
        ("collapsed", False, None, "stalled"),
        ("post_agreement", False, None, "after"),
        ("post_agreement", True, "before_track_i", "before"),
        ("post_agreement", True, None, "after"),
        ("unknown", False, None, "untold"),
    ],
)
def test_the_time_is_that_of_the_talks_and_for_a_case_that_is_over_that_of_the_work(
    tmp_path: Path, phase: str, over: bool, timing: str | None, time: str
) -> None:
    """A case that is over is told of the time in which its work stood, not of what came after it."""
    conception = f"sensitivity: shared\ntrack_i_relation: {{timing: {timing}}}\n" if timing else "sensitivity: shared\n"
    case = LEAST + (OVER if over else "")
    found = of(tmp_path, case=case, assessment=MILLERS.replace("PHASE", phase), conception=conception)
    assert found.time == time


def test_every_statement_has_a_source_that_was_read_and_a_sign_where_only_in_part(tmp_path: Path) -> None:
    """Behind each statement stands who makes it, and a sign of its own where an opening or extract, or an abstract, was read."""
    assert {source for _, _, source, _ in STATEMENTS} == set(READ)
    for phase in ("pre_negotiation", "negotiation", "stalled", "post_agreement", "unknown"):
        case = case_of(tmp_path / phase, assessment=MILLERS.replace("PHASE", phase))
        page = section(pack_for(case, "track-i"))
        for one in coverage(select(case, "track-i")).role.statements:
            said, source = (wording().say(f"role.{kind}") for kind in (f"says.{one.key}", f"source.{one.source}"))
            behind = page.partition(said)[2].lstrip()
            assert behind.startswith(f"*({source}"), one.key
            sign = {"whole": "", "abstract": " [ᵇ]"}.get(READ[one.source], " [ᵖ]")
            assert re.match(r"( \[\w+\])?", behind.removeprefix(f"*({source})*"))[0] in {sign, f"{sign} [ᶜ]"}


@pytest.mark.parametrize("time", TIMES)
def test_where_sources_differ_both_are_told(time: str) -> None:
    """At no time does one side of a dispute stand alone, and each statement comes from another source."""
    sides = [source for _, topic, source, times in STATEMENTS if topic == "disputed" and time in times]
    assert len(sides) == len(set(sides)) >= 2


def test_a_kind_of_activity_is_told_once_where_it_serves_a_decision(tmp_path: Path) -> None:
    """The range has kinds that are used here, used by officials, or would fit now; not all that nobody uses."""
    page = section(pack_for(case_of(tmp_path, assessment=MILLERS.replace("PHASE", "negotiation")), "track-i"))
    every = page.partition("### The range of activities")[2].partition("###")[0].strip().splitlines()
    rows = [line for line in every if "Named for this time" not in line]
    told = {word: f"\\b{re.escape(wording().say(f'words.{word}'))}\\b" for word in get_args(ActivityType)}
    counts = {word: len(re.findall(one, " ".join(rows))) for word, one in told.items()}
    assert {word for word, count in counts.items() if count} == {"training", "mediated_talks", *FITS["beside"]}
    assert max(counts.values()) == 1
    assert "- **Used here:** training (Boat school)" in rows
    assert "- **Used on track I, or on a track not given here:** mediated talks" in rows
    assert any(line.startswith("- **Would fit now, and is used by nobody who is shown here:** ") for line in rows)
    assert len(every) == len(rows) + 1


def test_where_the_time_is_not_told_no_kind_is_said_to_be_named_for_it(tmp_path: Path) -> None:
    """A page that does not know the time has the kinds alone, and none that fits."""
    page = section(pack_for(case_of(tmp_path, assessment=MILLERS.replace("PHASE", "unknown")), "track-i"))
    assert "- **Used here:** training (Boat school)" in page
    assert "for this time" not in page
    assert "Would fit now" not in page


def test_the_tables_of_kinds_hold_kinds_that_there_are() -> None:
    """No table names a kind that no activity can have."""
    listed = itertools.chain(*NAMED.values(), *FITS.values(), *BEARS_ON.values())
    assert set(listed) <= set(get_args(ActivityType))
    assert set(BEARS_ON) <= {key for key, *_ in STATEMENTS}


def test_a_gap_is_told_where_unofficial_work_alone_is_named_for_it(tmp_path: Path) -> None:
    """What officials also work on is no gap that only track II covers, nor is work of a track that is not shown."""
    untracked = "  - {id: cooks, description: Nobody cooks., level: middle, parties: [mill], covered_by: [inn]}\n"
    inn = "  - {id: inn, name: Inn, state: active, level: [middle], parties: [mill]}\ngaps:\n"
    text = MILLERS.replace("PHASE", "negotiation").replace("gaps:\n", inn) + untracked
    assert [str(one.gap.id) for one in of(tmp_path, assessment=text).gaps] == ["nets"]


@pytest.mark.parametrize("audience", PACKS)
def test_a_case_that_is_over_is_told_in_the_past_and_advised_of_nothing(tmp_path: Path, audience: Audience) -> None:
    """Nobody is told what to ask for, what helps, or what would fit now."""
    text = MILLERS.replace("PHASE", "post_agreement")
    pages = [
        section(pack_for(case_of(tmp_path / name, case=LEAST + over, assessment=text), audience))
        for name, over in (("over", OVER), ("running", ""))
    ]
    for advice in ("What not to ask", "Would fit now"):
        assert advice not in pages[0]
        assert advice in pages[1]
    assert "What track II can and cannot do at such a time" in pages[0]


HIDDEN = """
  - {id: night, name: Night rowers, track: ii, activity_type: back_channel, state: active, level: [middle], parties: [mill], sensitivity: OTHER}
gaps:
  - {id: moon, description: Nobody rows at night., level: middle, parties: [mill], covered_by: [night], sensitivity: OTHER}
"""


@pytest.mark.parametrize(
    ("audience", "other"), [("track-i", "track_ii_only"), ("track-ii", "track_i_only"), ("track-i", "team_only")]
)
def test_nothing_on_the_page_depends_on_what_the_reader_may_not_see(
    tmp_path: Path, audience: Audience, other: str
) -> None:
    """Hidden work, a hidden gap, a hidden phase and a hidden contact leave the page as it is without them."""
    text = MILLERS.replace("phase: PHASE", f"phase: {{value: negotiation, sensitivity: {other}}}")
    bare = MILLERS.replace("track_i: {phase: PHASE}\n", "")
    relation = f"sensitivity: {other}\ntrack_i_relation: {{function: unblock, liaison: desk}}\n"
    case = LEAST + "actors: [{id: desk, name: Desk}]\n"
    hidden = text.replace("\ngaps:\n", HIDDEN.replace("OTHER", other), 1)
    pages = [
        section(pack_for(case_of(tmp_path / name, case=case, assessment=assessment, **more), audience))
        for name, assessment, more in (("with", hidden, {"conception": relation}), ("without", bare, {}))
    ]
    assert pages[0] == pages[1]
    assert "Boat school" in pages[0]


def test_work_in_which_officials_take_part_is_not_said_to_commit_nobody(tmp_path: Path) -> None:
    """On track 1.5 officials sit, so the page says that only they can say what commits them, and marks the gap."""
    text = MILLERS.replace("PHASE", "negotiation").replace(
        "name: Boat school, track: ii", "name: Boat school, track: i_5"
    )
    page = section(pack_for(case_of(tmp_path, assessment=text), "track-i"))
    assert "This holds here for" not in page
    assert "Where officials take part, only they can say what commits them: Boat school." in page
    assert (
        "Covered only outside track I, as far as shown (Boat school (track 1.5)): Nobody mends nets with the other side."
        in page
    )


def test_what_is_at_an_end_is_not_told_as_going_on(tmp_path: Path) -> None:
    """Of work at rest the page asks nothing while other work goes on, and says once that it is at rest."""
    nets = "  - {id: rope, name: Rope walk, track: ii, activity_type: training, state: ended, level: [middle]}\ngaps:\n"
    text = MILLERS.replace("PHASE", "negotiation").replace("gaps:\n", nets)
    page = section(pack_for(case_of(tmp_path, assessment=text), "track-i"))
    assert "Here: Boat school and Rope walk. [ᶜ]" in page
    assert page.count("Over or paused") == 1
    assert "Over or paused: Rope walk." in page.partition("###")[0]
    assert "Early word of official dates to the convenors of Boat school, and" in page
    assert "This holds here for: Boat school. [ᶜ]" in page


def test_nothing_is_denied_of_work_whose_kind_is_not_given(tmp_path: Path) -> None:
    """Work of an unknown kind may do what track II can do, so the page is silent; of known kinds it is said once."""
    text = MILLERS.replace("PHASE", "negotiation").replace("activity_type: training, ", "activity_type: OTHER, ")
    bare, other = text.replace("activity_type: OTHER, ", ""), text.replace("OTHER", "trauma_healing")
    pages = [
        section(pack_for(case_of(tmp_path / name, assessment=one), "track-i"))
        for name, one in (("bare", bare), ("other", other))
    ]
    assert [page.count("of such a kind") for page in pages] == [0, 1]


def test_work_in_which_officials_sit_or_that_does_not_cover_a_gap_is_no_answer_on_page_one(tmp_path: Path) -> None:
    """Nothing is said there to be left to track 1.5, or to work that is over."""
    text = MILLERS.replace("PHASE", "negotiation")
    for number, (old, new) in enumerate(
        [
            ("name: Boat school, track: ii,", "name: Boat school, track: i_5,"),
            ("activity_type: training, state: active", "activity_type: training, state: ended"),
        ]
    ):
        case = case_of(tmp_path / str(number), assessment=text.replace(old, new))
        assert "outside track I" not in pack_for(case, "track-i").partition("## Contents")[0]


def test_an_activity_of_which_a_coarse_time_is_shown_is_not_called_over(tmp_path: Path) -> None:
    """More of it may be ahead that its reader is not shown; an exact end that is past says that it is over."""
    case = LEAST + "date_of_information: 2024-03-01\n"
    ended = []
    for name, window in (("coarse", "coarse: 2024-02"), ("exact", "end: {value: 2024-02-17, sensitivity: public}")):
        planning = f"activities: [{{id: hall, title: Hall, track: ii, window: {{{window}}}}}]\n"
        ended.append(len(of(tmp_path / name, case=case, planning=planning).ended))
    assert ended == [0, 1]


def test_names_that_hold_a_comma_are_told_apart(tmp_path: Path) -> None:
    """Names are parted by semicolons where one of them holds a comma."""
    text = MILLERS.replace("PHASE", "negotiation").replace("name: Boat school,", 'name: "Boats, nets and ropes",')
    other = (
        "  - {id: rope, name: Rope walk, track: ii, activity_type: training, state: active, level: [middle]}\ngaps:\n"
    )
    page = section(pack_for(case_of(tmp_path, assessment=text.replace("gaps:\n", other)), "track-i"))
    assert "Early word of official dates to the convenors of Boats, nets and ropes; Rope walk, and" in page


def test_a_gap_of_unofficial_work_alone_stands_on_the_first_page_of_officials(tmp_path: Path) -> None:
    """Officials read before the body how many gaps they leave to others; where there is none, nothing is said."""
    running = MILLERS.replace("PHASE", "negotiation")
    said = "As far as shown here, one gap is left to this work outside track I: Boat school. See [Annex B](#annex-b-parties-and-work)"
    assert said in pack_for(case_of(tmp_path / "with", assessment=running), "track-i").partition("## Contents")[0]
    none = running.replace("covered_by: [boats]", "covered_by: [talks]")
    assert (
        "outside track I"
        not in pack_for(case_of(tmp_path / "without", assessment=none), "track-i").partition("## Contents")[0]
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MILLERS, "As far as shown here, one gap is left to this work outside track I: Boat school."),
        (MILLERS.partition("gaps:")[0], "Shown here: Boat school."),
        (MILLERS.partition("efforts:")[0], "Under Water of the mill race, no unofficial work is shown here."),
    ],
)
def test_convenors_read_the_role_in_short_where_the_tracks_meet(tmp_path: Path, text: str, said: str) -> None:
    """Their section on coordination opens with what track II can do at this time and does here."""
    pack = pack_for(case_of(tmp_path, assessment=text.replace("PHASE", "negotiation")), "track-ii")
    opening = pack.partition("## Coordination between the tracks\n\n")[2].partition("\n")[0]
    assert opening.startswith(
        "**Track II:** Beside official talks it can clear obstacles and bring more of society along. "
        f"*(Burgess and Burgess, step 3)* [ᵖ] {said}"
    )
    assert "#annex-a-the-role-of-track-ii" in opening


def test_the_page_names_the_time_that_its_theory_is_told_for(tmp_path: Path) -> None:
    """Where only the later times of a relation to the talks are coded, the last of them is named and told of."""
    conception = "sensitivity: shared\ntrack_i_relations: [{timing: before_track_i}, {timing: during_stall}]\n"
    text = MILLERS.replace("PHASE", "post_agreement")
    page = section(pack_for(case_of(tmp_path, case=LEAST + OVER, assessment=text, conception=conception), "track-i"))
    assert "Time of the work on “Water of the mill race”: while track I is stalled. [ᶜ]" in page
    assert "Officials have feared" in page


def test_a_gap_that_nobody_is_named_for_is_told_first_and_a_pressing_one_says_so(tmp_path: Path) -> None:
    """What no work is named for is left to nobody by officials; of these the ones of high priority come first."""
    more = """
  - {id: weed, description: Nobody clears the weed., level: middle, parties: [mill], priority: low}
  - {id: herds, description: Nobody leads the herds across., level: middle, parties: [mill], priority: high}
"""
    text = MILLERS.replace("PHASE", "negotiation").rstrip() + more
    page = section(pack_for(case_of(tmp_path, assessment=text), "track-ii"))
    gaps = page.partition("### Gaps")[2].partition("###")[0].strip().splitlines()[2:]
    assert gaps[:2] == [
        "- Of high priority, with nobody named here: Nobody leads the herds across.",
        "- With nobody named here: Nobody clears the weed.",
    ]
    assert gaps[2] == "- Covered only outside track I, as far as shown (Boat school): [Gap 1](#gaps)."
    assert len(gaps) == 3
    officials = section(pack_for(case_of(tmp_path / "officials", assessment=text), "track-i"))
    assert officials.partition("### Gaps")[2].partition("###")[0].strip().splitlines()[2:] == [
        gaps[0],
        "- 2 more are set out in [Annex B: Parties and work](#annex-b-parties-and-work).",
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("decision: {value: wait}", "the decision is to wait"),
        ("decision: {value: no_go}", "the decision is not to go ahead"),
        ("feasibility: {participant_risk: unacceptable}", "the risk to those who take part is unacceptable"),
        ("escalation_stage: destruction", "the conflict is at the stage of destruction"),
        ("decision: {value: go}", ""),
        ("feasibility: {participant_risk: high}", ""),
    ],
)
def test_what_the_case_says_against_going_ahead_stands_at_the_head_of_the_page(
    tmp_path: Path, more: str, said: str
) -> None:
    """What can be done now is no advice then, and no kind of activity is said to fit; a case that is over has none."""
    text = MILLERS.replace("PHASE", "negotiation")
    if more.startswith("escalation_stage"):
        text = text.replace("{name: Water of the mill race}", f"{{name: Water of the mill race, {more}}}")
    else:
        text += f"{more}\n"
    running, over = (
        section(pack_for(case_of(tmp_path / str(number), case=LEAST + end, assessment=text), "track-ii"))
        for number, end in enumerate(("", OVER))
    )
    head = running.partition("###")[0]
    assert ("no advice to go ahead" in head) == bool(said)
    assert said in head
    assert ("Would fit now" in running) != bool(said)
    assert "no advice to go ahead" not in over


def test_what_the_reader_may_not_see_gives_no_caution(tmp_path: Path) -> None:
    """A decision that only the team sees is on no page."""
    text = MILLERS.replace("PHASE", "negotiation") + "decision: {value: {value: wait, sensitivity: team_only}}\n"
    for audience in PACKS:
        page = section(pack_for(case_of(tmp_path / audience, assessment=text), audience))
        assert "no advice to go ahead" not in page
        assert "Would fit now" in page


def test_one_contact_for_both_tracks_is_no_help(tmp_path: Path) -> None:
    """What helps is a contact for each track, as the rule on contacts asks; the one with officials is named."""
    case = LEAST + "actors: [{id: desk, name: Desk}]\n"
    conception = "sensitivity: shared\ntrack_i_relation: {liaison: desk}\n"
    text = MILLERS.replace("PHASE", "negotiation")
    page = section(pack_for(case_of(tmp_path, case=case, assessment=text, conception=conception), "track-i"))
    assert "A contact for each track, known to the other. Named here for contact with officials: Desk. [ᶜ]" in page


@pytest.mark.parametrize(
    ("kind", "key", "bears"),
    [
        ("sustained_dialogue", "clears", False),
        ("training", "clears", True),
        ("training", "ripens", False),
        ("people_to_people", "ripens", True),
        ("media_programme", "does_not_add_up", False),
    ],
)
def test_work_is_held_against_a_statement_only_where_its_kind_does_what_it_says(
    tmp_path: Path, kind: str, key: str, bears: bool
) -> None:
    """A dialogue trains nobody, and training opens no way to speak."""
    text = MILLERS.replace("PHASE", "stalled").replace("training", kind)
    [found] = [one for one in of(tmp_path, assessment=text).statements if one.key == key]
    assert bool(found.works) == bears


def test_where_one_more_is_left_it_is_named_and_no_others_are_spoken_of(tmp_path: Path) -> None:
    """“Other work” stands for two or more, beside the three that are named."""
    text = MILLERS.replace("PHASE", "negotiation")
    school = text[text.index("  - {id: boats") : text.index("gaps:")]
    more = ["Oar yard", "Rope walk", "Sail loft", "Tar works"]
    for count, said in (
        (2, "Boat school and Oar yard"),
        (4, "Boat school, Oar yard, Rope walk and Sail loft"),
        (5, "Boat school, Oar yard, Rope walk and other work"),
    ):
        works = [
            school.replace("id: boats", f"id: w{at}").replace("Boat school", name)
            for at, name in enumerate(more[: count - 1])
        ]
        every = text.replace("gaps:", "".join(works) + "gaps:")
        page = section(pack_for(case_of(tmp_path / str(count), assessment=every), "track-i"))
        assert f"to tell who said what in {said}, or" in page


@pytest.mark.parametrize(
    ("time", "keys"),
    [
        ("before", ["prepares"]),
        ("beside", ["clears", "brings_along"]),
        ("stalled", ["clears", "ripens"]),
        ("after", ["builds_support", "settles"]),
        ("untold", ["supports"]),
    ],
)
def test_the_short_form_names_each_source_of_what_it_says_can_be_done(time: str, keys: list[str]) -> None:
    """A sign behind them says that they were read in part, as on the page."""
    said = wording().say(f"role.short_source.{time}")
    for source in {source for key, _, source, times in STATEMENTS if key in keys and time in times}:
        maker, _, part = wording().say(f"role.source.{source}").partition(", ")
        assert maker in said, source
        assert part in said, source


@pytest.mark.parametrize("audience", PACKS)
def test_a_caution_stands_once_and_beside_a_decision_to_go_ahead_at_that(tmp_path: Path, audience: Audience) -> None:
    """Where it was decided to go ahead, what speaks against it is to be weighed, and is no advice of the pack's own."""
    danger = MILLERS.replace("PHASE", "negotiation") + "feasibility: {participant_risk: unacceptable}\n"
    for number, decision in enumerate(("wait", "go", "go_modified")):
        text = f"{danger}decision: {{value: {decision}}}\n"
        pack = pack_for(case_of(tmp_path / str(number), assessment=text), audience)
        said = "go ahead. **To weigh" if decision == "go" else "go ahead with changes. **To weigh"
        weighed = f"- **Decision:** {said} beside it:** the risk to those who take part is unacceptable"
        assert pack.count("no advice to go ahead") == (decision == "wait")
        assert pack.count("the risk to those who take part is unacceptable") == 1
        assert (weighed in pack) == (decision != "wait")


def test_work_that_is_denied_is_named_behind_the_others(tmp_path: Path) -> None:
    """Where few of many are named, they are those that may be spoken of."""
    planning = (
        "sensitivity: shared\n"
        "activities: [{id: night, title: Night boats, track: ii, type: back_channel, confidentiality: deniable}]\n"
    )
    text = MILLERS.replace("PHASE", "negotiation")
    page = section(pack_for(case_of(tmp_path, assessment=text, planning=planning), "track-ii"))
    assert "to tell who said what in Boat school and Night boats, or" in page


def test_officials_are_not_to_hear_of_deniable_work_from_its_convenors(tmp_path: Path) -> None:
    """The page names it in what convenors are told, but not in what officials need to hear."""
    planning = (
        "sensitivity: shared\n"
        "activities: [{id: night, title: Night boats, track: ii, type: back_channel, confidentiality: deniable}]\n"
    )
    text = MILLERS.replace("PHASE", "negotiation")
    with_others, alone = (
        section(pack_for(case_of(tmp_path / name, assessment=given, planning=planning), "track-ii"))
        for name, given in (("with", text), ("alone", text.partition("efforts:")[0]))
    )
    need = [page.partition("**Officials need:** ")[2] for page in (with_others, alone)]
    assert need[0].startswith("To hear of Boat school from the convenors first")
    assert need[1].startswith("To hear of unofficial work from its convenors, as far as was agreed; and to have")
    assert "Night boats" in alone
    assert "Night boats" not in "".join(need)


LONG = "of everybody who lives and works beside the upper and the lower waters of the bay"


@pytest.mark.parametrize("audience", PACKS)
def test_long_names_shorten_the_lists_on_the_page_and_not_the_names(tmp_path: Path, audience: Audience) -> None:
    """A list with more names than fit on a line tells the first whole, and that there are others."""
    kinds = ("training", "training", "problem_solving_workshop", "peace_education")
    works = "".join(
        f"  - {{id: w{number}, name: Work {number} {LONG}, track: ii, activity_type: {kind}, state: active, level: [middle]}}\n"
        for number, kind in enumerate(kinds)
    )
    text = (
        f"sensitivity: shared\nconflict: {{name: Quarrel {LONG}}}\ntrack_i: {{phase: negotiation}}\n"
        f"parties: [{{id: up, name: Uplanders {LONG}}}, {{id: low, name: Lowlanders {LONG}}}]\nefforts:\n{works}"
        "gaps: [{id: g, description: Nobody mends., level: middle, parties: [up], covered_by: [w0, w1, w2]}]\n"
    )
    page = section(pack_for(case_of(tmp_path, assessment=text), audience))
    assert f"To negotiate for the parties to “Quarrel {LONG}”, to promise" in page
    gap = "Nobody mends" if audience == "track-i" else "[Gap 1](#gaps)"
    assert f"alone, and not shown to be covered (Work 0 {LONG} and other work): {gap}." in page
    assert page.count(LONG) == len(re.findall(rf"\b(?:Work \d|Uplanders|Lowlanders|Quarrel) {LONG}", page))
    assert max(one.count(LONG) for one in sentences(page) if "training (" not in one) <= 2
    assert len(page) < 6500
