"""Role: what track II can do at this phase and does here, told to each reader from that reader's view alone."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501, RUF001

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
OVER = "over: {since: 2024-05, because: The last round was held.}\n"


def section(pack: str) -> str:
    """Return the annex on the role of track II."""
    return pack.partition("The role of track II\n\n")[2].partition("\n## ")[0]


def sentences(text: str) -> list[str]:
    """Return the sentences of the page, without labels, sources and the table, which has words of a list alone."""
    said = [line for line in text.splitlines() if not line.startswith(("#", "|"))]
    lines = [re.sub(r"\*\(.*?\)\*", "", line.lstrip("- ")) for line in said]
    bare = [re.sub(r"^\*\*[^*]*:\*\* ", "", line).strip() for line in lines]
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


def test_two_real_cases_at_one_phase_share_less_than_half_of_their_page() -> None:
    """What harbour-talks is told and what a case of a few lines is told at the same phase differ."""
    page = sentences(section(pack_for(shipped("harbour-talks"), "track-i")))
    view = select(shipped("harbour-talks"), "track-i")
    assert 2 * len([one for one in page if any(name in one for name in names(view))]) >= len(page)


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


def test_every_statement_has_a_source_that_was_read_and_says_how_much_of_it(tmp_path: Path) -> None:
    """Behind each statement stands who makes it, and `abstract` where nothing more was read."""
    assert {source for _, _, source, _ in STATEMENTS} == set(READ)
    for phase in ("pre_negotiation", "negotiation", "stalled", "post_agreement", "unknown"):
        case = case_of(tmp_path / phase, assessment=MILLERS.replace("PHASE", phase))
        page = section(pack_for(case, "track-i"))
        for one in coverage(select(case, "track-i")).role.statements:
            said, source = (wording().say(f"role.{kind}") for kind in (f"says.{one.key}", f"source.{one.source}"))
            behind = page.partition(said)[2].lstrip()
            assert behind.startswith(f"*({source}"), one.key
            assert behind.startswith(f"*({source}; abstract)*") == (READ[one.source] == "abstract")


@pytest.mark.parametrize("time", TIMES)
def test_where_sources_differ_both_are_told(time: str) -> None:
    """At no time does one side of a dispute stand alone, and each statement comes from another source."""
    sides = [source for _, topic, source, times in STATEMENTS if topic == "disputed" and time in times]
    assert len(sides) == len(set(sides)) >= 2


def test_every_kind_of_activity_is_told_once_as_used_or_not(tmp_path: Path) -> None:
    """The range has each kind there is: used here, used by officials, or used by nobody shown."""
    page = section(pack_for(case_of(tmp_path, assessment=MILLERS.replace("PHASE", "negotiation")), "track-i"))
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    for word in get_args(ActivityType):
        assert len(re.findall(rf"\b{re.escape(wording().say(f'words.{word}'))}\b", " ".join(rows))) == 1, word
    assert "| Used here | training | – |" in rows
    assert "| Used on track I, or on a track not given here | – | mediated talks |" in rows


def test_where_the_time_is_not_told_no_kind_is_said_to_be_named_for_it(tmp_path: Path) -> None:
    """A page that does not know the time has the kinds alone, and none that fits."""
    page = section(pack_for(case_of(tmp_path, assessment=MILLERS.replace("PHASE", "unknown")), "track-i"))
    assert "| Who uses it | Kinds there are |" in page
    assert "for this time" not in page
    assert "Fits now" not in page


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
    for advice in ("must not be asked", "our reading)\n", "Fits now"):
        assert advice not in pages[0]
        assert advice in pages[1]
    assert "### What it did here" in pages[0]


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
    assert "Nothing said in Boat school" not in page
    assert "Officials take part in Boat school, and only they can say what commits them." in page
    assert "Covered by Boat school (track 1.5), and by nobody else shown." in page


def test_what_is_at_an_end_is_not_told_as_going_on(tmp_path: Path) -> None:
    """Of work at rest the page asks nothing while other work goes on, and marks it where it is named."""
    nets = "  - {id: rope, name: Rope walk, track: ii, activity_type: training, state: ended, level: [middle]}\ngaps:\n"
    text = MILLERS.replace("PHASE", "negotiation").replace("gaps:\n", nets)
    page = section(pack_for(case_of(tmp_path, assessment=text), "track-i"))
    assert "Here, in our reading: Boat school and Rope walk (over or paused)." in page
    assert "Early word of official dates to the convenors of Boat school." in page
    assert "Nothing said in Boat school commits" in page


def test_names_that_hold_a_comma_are_told_apart(tmp_path: Path) -> None:
    """Names are parted by semicolons where one of them holds a comma."""
    text = MILLERS.replace("PHASE", "negotiation").replace("name: Boat school,", 'name: "Boats, nets and ropes",')
    other = (
        "  - {id: rope, name: Rope walk, track: ii, activity_type: training, state: active, level: [middle]}\ngaps:\n"
    )
    page = section(pack_for(case_of(tmp_path, assessment=text.replace("gaps:\n", other)), "track-i"))
    assert "Early word of official dates to the convenors of Boats, nets and ropes; Rope walk." in page


def test_a_gap_of_unofficial_work_alone_stands_on_the_first_page_of_officials(tmp_path: Path) -> None:
    """Officials read before the body how many gaps they leave to others; where there is none, nothing is said."""
    running = MILLERS.replace("PHASE", "negotiation")
    said = "For one gap this pack names unofficial work alone. See [Annex A. The role of track II]"
    assert said in pack_for(case_of(tmp_path / "with", assessment=running), "track-i").partition("## Contents")[0]
    none = running.replace("covered_by: [boats]", "covered_by: [talks]")
    assert (
        "unofficial work alone"
        not in pack_for(case_of(tmp_path / "without", assessment=none), "track-i").partition("## Contents")[0]
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MILLERS, "For one gap here this pack names nobody but Boat school."),
        (MILLERS.partition("gaps:")[0], "Shown here: Boat school."),
        (MILLERS.partition("efforts:")[0], "No unofficial work is shown here (Water of the mill race)."),
    ],
)
def test_convenors_read_the_role_in_short_where_the_tracks_meet(tmp_path: Path, text: str, said: str) -> None:
    """Their section on coordination opens with what track II can do at this time and does here."""
    pack = pack_for(case_of(tmp_path, assessment=text.replace("PHASE", "negotiation")), "track-ii")
    opening = pack.partition("## Coordination between the tracks\n\n")[2].partition("\n")[0]
    assert opening.startswith(
        f"**Track II:** Beside official talks it can clear obstacles and bring more of society along. {said}"
    )
    assert "#annex-a-the-role-of-track-ii" in opening


def test_the_page_names_the_time_that_its_theory_is_told_for(tmp_path: Path) -> None:
    """Where only the later times of a relation to the talks are coded, the last of them is named and told of."""
    conception = "sensitivity: shared\ntrack_i_relations: [{timing: before_track_i}, {timing: during_stall}]\n"
    text = MILLERS.replace("PHASE", "post_agreement")
    page = section(pack_for(case_of(tmp_path, case=LEAST + OVER, assessment=text, conception=conception), "track-i"))
    assert "as its authors code it: while track I is stalled." in page
    assert "Officials have feared" in page
