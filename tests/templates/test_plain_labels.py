"""Plain labels: a label says no more than its value does, and what stands under a heading belongs to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, markdown_of, pack_for, wording
from tests.pictures.drawn import colours_of

from briefpack.disclosure.select import select
from briefpack.handbook import Audience
from briefpack.stages.coverage import coverage
from briefpack.stages.draw import draw

_OVER = "over: {since: 2020, because: It ended.}\n"
_SOURCES = "sources: [{key: O, title: Our story, type: report}]\n"
_ACTORS = "actors: [{id: elders, name: Elders, role: Mediators}]\n"
_SORTED = "the authors' coding."


def pack_with(parent: Path, audience: Audience, case: str = "", **files: str) -> str:
    """Return the pack of a small case with these lines in its files."""
    opened = {name: f"sensitivity: shared\n{text}\n" for name, text in files.items()}
    return pack_for(case_of(parent, case=LEAST + case, **opened), audience)


def under(pack: str, heading: str) -> str:
    """Return what stands between a heading and the next."""
    return pack.split(f"# {heading}\n")[1].split("\n#")[0]


@pytest.mark.parametrize(
    ("word", "said"), [("internal", "by the organisers themselves"), ("mixed", "by the organisers")]
)
def test_an_evaluation_from_inside_is_that_of_the_organisers(tmp_path: Path, word: str, said: str) -> None:
    """A pack's authors call themselves a team: theirs would be another evaluation."""
    pack = pack_with(tmp_path, "track-i", evaluation=f"evaluation: {{evaluator: {word}}}")
    assert f"**Evaluation:** {said}" in pack


def test_a_list_that_is_empty_for_a_reason_is_not_said_to_have_nothing(tmp_path: Path) -> None:
    """That no source names a funder is no proof that nobody paid."""
    funding = "funding: {sources: {value: [], none_because: No source names them.}}"
    pack = pack_with(tmp_path, "track-ii", conception=funding)
    assert "### Funding\n\n- None known: No source names them." in pack


@pytest.mark.parametrize("audience", PACKS)
def test_a_decision_alone_stands_under_no_heading_of_gaps(tmp_path: Path, audience: Audience) -> None:
    """Without ripeness and contact the heading before it would be that of gaps, which officials have in an annex."""
    told = "gaps: [{id: boats, description: No boats}]\ndecision: {value: go}"
    pack = pack_with(tmp_path, audience, assessment=told)
    assert "**Decision:** go ahead" in under(
        pack, "Step 1: Assessment" if audience == "track-i" else "Standing and feasibility"
    )
    assert "Decision" not in under(pack, "Gaps")


@pytest.mark.parametrize("audience", PACKS)
def test_a_body_that_was_only_proposed_is_not_listed_as_if_it_stood(tmp_path: Path, audience: Audience) -> None:
    """Officials are told how far it got, too; what nobody knows is left to the questions."""
    bodies = "institutions: [{name: Water board, state: proposed}, {name: Mill board, state: unknown}]"
    pack = pack_with(tmp_path, audience, evaluation=bodies)
    assert "(proposed)" in pack
    assert "Mill board (" not in pack.replace("**", "")


def test_officials_read_who_deals_with_an_obstacle_and_who_spoke_with_whom(tmp_path: Path) -> None:
    """Without the doer, what was done reads as done by whoever was named last."""
    work = """\
obstacles: [{description: A ban on meetings., action: Wrote about it., owner: elders}]
coordination_log: [{content: They met., direction: from_track_i, with_actor: elders}]"""
    pack = pack_with(tmp_path, "track-i", _ACTORS, implementation=work)
    assert "**Action:** Wrote about it. **Owner:** Elders\n" in pack
    assert "From track I: They met. **With:** Elders\n" in pack


def test_each_obstacle_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    """Where one ends and the next begins is seen, whatever is said of each."""
    work = "obstacles: [{description: A flood.}, {description: A strike., action: Wait.}]"
    pack = pack_with(tmp_path, "track-i", implementation=work)
    assert "- **Obstacles:**\n  - A flood.\n  - A strike. **Action:** Wait.\n" in pack


def test_the_source_of_who_took_part_stands_behind_how_they_were_chosen(tmp_path: Path) -> None:
    """Where no number is told, the criteria are the only text that it can stand behind."""
    criteria = "selection_criteria: {value: [Trusted at home], sensitivity: shared}"
    people = f"participants: {{invited_as: personal_capacity, {criteria}, cite: [O]}}"
    planning = f"activities: [{{id: t, title: Talks, confidentiality: on_record, {people}}}]"
    pack = pack_with(tmp_path, "track-ii", _SOURCES, planning=planning)
    assert "| Criteria of choice | Trusted at home[^O] |\n" in pack


@pytest.mark.parametrize(("over", "said"), [("", "Who is doing what"), (_OVER, "Who did what")])
def test_headings_of_a_case_that_is_over_speak_of_the_past(tmp_path: Path, over: str, said: str) -> None:
    """Nobody is at work any more."""
    pack = pack_with(tmp_path, "track-i", over, assessment="efforts: [{id: lake, name: Lake talks}]")
    assert f"### {said}\n" in pack


_WORK = {
    "assessment": "parties: [{id: mill, name: Millers}]\nefforts: [{id: lake, name: Lake talks, parties: [mill], "
    "level: [top], track: ii}]",
    "conception": "desired_change: {who: Millers}",
    "planning": "activities: [{id: a, title: Mill meetings, track: ii, confidentiality: on_record, parties: [mill], "
    "window: {start: 2019-05}, transfer: {recipient: elders}}]",
    "evaluation": "evaluation: {timing: [final]}\nnext: {decision: close}",
    "coordination": "information_flow: [{what: A list}]\ncommitments: [{what: Quiet}]\n"
    "track_i_rounds: [{id: r, title: Round, from: 2019-05, to: 2019-06, exclusive: true}]",
}
_PRESENT = (
    "Who works where", "What each track owes", "Who tells whom", "How ideas travel:", "What they do", "comes next",
    "Who works with", "Who changes", "no meeting wanted",
)  # fmt: skip


def told_everywhere(parent: Path, over: str) -> str:
    """Return both packs of that work, with the words in and for their pictures."""
    opened = {name: f"sensitivity: shared\n{text}\n" for name, text in _WORK.items()}
    case, told = case_of(parent, case=LEAST + _ACTORS + over, **opened), list[str]()
    for view in (select(case, audience) for audience in PACKS):
        told.append(markdown_of(view))
        for picture in draw(view, wording(), colours_of("default"), coverage(view)):
            told += [picture.alternative, picture.caption, *picture.texts]
    return "\n".join(told)


def test_headings_captions_and_words_for_pictures_keep_the_time_of_the_case(tmp_path: Path) -> None:
    """What runs is told as running, and what is over nowhere as if it still ran."""
    runs, over = told_everywhere(tmp_path / "runs", ""), told_everywhere(tmp_path / "over", _OVER)
    assert [one for one in _PRESENT if one not in runs] == []
    assert [one for one in _PRESENT if one in over] == []


def test_a_glossary_has_no_acronym_of_an_actor_whom_nothing_names(tmp_path: Path) -> None:
    """Such an actor is printed nowhere, and is none of those that make a glossary."""
    case = "actors: [{id: a, name: ABCD, role: Watcher}, {id: b, name: EFGH, role: Host}]\n"
    case += "acronyms: [{short: ABCD, long: A Body}, {short: EFGH, long: Another Body}, {short: IJKL, long: A Ship}]\n"
    efforts = "efforts: [{id: l, name: IJKL talks, convenor: b}]"
    pack = pack_with(tmp_path, "track-i", case, assessment=efforts)
    assert "Another Body" in pack
    assert "ABCD" not in pack
    assert "Glossary" not in pack


def test_acronyms_too_few_for_a_glossary_stand_below_the_contents(tmp_path: Path) -> None:
    """Three make an annex. In texts they stay as they were written, as the gate and readers look for them."""
    names = (("ABCD", "A Body"), ("EFGH", "Another Body"), ("IJKL", "A Ship"))
    conflict = "conflict: {name: EFGH quarrel, summary: The ABCD and the EFGH fell out over the IJKL. The ABCD left.}"
    for count in (2, 3):
        listed = ", ".join(f"{{short: {short}, long: {long}}}" for short, long in names[:count])
        pack = pack_with(tmp_path / str(count), "track-i", f"acronyms: [{listed}]\n", assessment=conflict)
        assert ("Glossary" in pack) == (count == 3)
        below = pack.partition("\n## Contents\n")[2].partition("\n## ")[0]
        assert ("\n**ABCD** A Body; **EFGH** Another Body\n" in below) == (count == 2)
        assert all(pack.count(long) == 1 for _, long in names[:2])
        assert "The ABCD left." in pack


@pytest.mark.parametrize("name", ["default", "riverside-institute"])
def test_officials_are_told_in_each_section_that_words_are_the_authors_coding(tmp_path: Path, name: str) -> None:
    """A sign behind its first line says so, and a sentence where it has no such line."""
    case = case_of(
        tmp_path,
        case=LEAST + _SOURCES + "timeline: [{date: 2020, track: i, event: {value: Talks began., cite: [O]}}]\n",
        assessment="sensitivity: shared\nparties: [{id: m, name: Millers, kind: community, interests: "
        "[{value: Water, cite: [O]}]}]\n",
        coordination="sensitivity: shared\neffects: [{kind: reinforced, text: {value: They met., cite: [O]}}]\n",
    )
    pack = markdown_of(select(case, "track-i"), organisation=name)
    comes_first = name == "riverside-institute"
    assert pack.count(_SORTED) == int(comes_first)
    assert not comes_first or pack.index(_SORTED) < pack.index("They met.")
    assert re.search(r"^## Step 1: Assessment\n\n.* \[ᶜ\]$", pack, re.MULTILINE)


@pytest.mark.parametrize(
    "people", ["selection_criteria: [{value: Elders, sensitivity: shared}]", "inclusion: {women: 8}"]
)
@pytest.mark.parametrize("track", ["i", "ii"])
def test_no_label_stands_without_what_it_labels(tmp_path: Path, people: str, track: str) -> None:
    """Of people of whom nothing is shown but how they were chosen, no line says that somebody takes part."""
    activity = f"{{id: a, title: Mill meetings, track: {track}, participants: {{{people}}}}}"
    case = case_of(tmp_path, planning=f"sensitivity: shared\nactivities: [{activity}]\n")
    for audience in PACKS:
        lines = pack_for(case, audience).splitlines()
        labels = [(line, next(filter(None, lines[at:]))) for at, line in enumerate(lines, 1) if line.endswith(":**")]
        assert [line for line, below in labels if not below.startswith("  - ")] == []


def test_an_evaluation_that_has_not_begun_is_not_told_as_made(tmp_path: Path) -> None:
    """Who is to evaluate, and when, is a plan as well as a report."""
    planned = "status: not_started\nevaluation: {evaluator: mixed, timing: [final]}"
    for audience in PACKS:
        pack = pack_with(tmp_path / audience, audience, evaluation=planned)
        assert "by the organisers and from outside; at the end" in pack.replace("By the", "by the")
        assert "was evaluated" not in pack


def test_a_condition_a_risk_and_what_is_expected_are_labelled_as_such(tmp_path: Path) -> None:
    """None of them reads as if it had come about."""
    exit_ = "exit: {trigger: A text is signed, obligations: [Hand over the minutes]}"
    harm = "do_no_harm: [{risk: Delegates are seen as sell-outs.}]"
    safety = "safety: {sensitivity: track_ii_only, value: {risks: [Delegates are recognised]}}"
    home = "reentry: {expected_pressure: Reproach at home}"
    files = {
        "conception": f"{exit_}\n{harm}",
        "planning": f"activities: [{{id: a, title: A, confidentiality: on_record, {safety}, {home}}}]",
    }
    pack = pack_with(tmp_path / "ii", "track-ii", **files)
    assert "### Exit\n\nCondition: A text is signed. Obligations: Hand over the minutes" in pack
    assert "| Risks to safety | Delegates are recognised |\n" in pack
    assert "**Expected:** Reproach at home" in pack
    assert "Delegates are seen as sell-outs." in under(pack, "Do no harm")
    assert "**Possible harm:** Delegates are seen as" in pack_with(tmp_path / "i", "track-i", **files)


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        ("who: Both sides", "Both sides \N{EN DASH} not shown here whether given"),
        ("who: Both sides, how: unknown", "Both sides \N{EN DASH} not shown here whether given"),
        ("when: 2024", "2024 \N{EN DASH} not shown here whether given"),
        ("who: Both sides, how: in writing", "Both sides, in writing"),
    ],
)
def test_consent_of_which_no_way_is_shown_is_not_told_as_given(tmp_path: Path, consent: str, said: str) -> None:
    """It is so of a transfer, an output and a message; a loose end asks whether there was any."""
    transfer = f"transfer: {{audience: track_i, consent: {{{consent}}}}}"
    files = {
        "planning": f"activities: [{{id: a, title: A, confidentiality: on_record, {transfer}}}]",
        "implementation": f"outputs: [{{id: o, text: A rota, release_to: [track_ii], consent: {{{consent}}}}}]",
        "coordination": f"messages: [{{text: They wait., consent: {{{consent}}}}}]",
    }
    pack = pack_with(tmp_path, "track-ii", **files)
    lines = [line for line in pack.splitlines() if "**Consent:** " in line]
    assert len(lines) == 3
    assert all(f"**Consent:** {said}" in line for line in lines)
    assert ("whether and how consent was given" in pack) is ("in writing" not in said)


@pytest.mark.parametrize("due", ["1994-10", "before 1994-11", "1994-08/1994-10"])
def test_a_day_by_which_something_is_due_does_not_read_as_the_day_it_was_done(tmp_path: Path, due: str) -> None:
    """Officials see it behind the state it has come to, in brackets without a head of a column."""
    steps = f"follow_ups: [{{action: Pay, responsible: elders, due: {due}, state: done}}]"
    pack = pack_with(tmp_path, "track-i", _ACTORS, evaluation=steps)
    line = next(one for one in pack.splitlines() if one.startswith("- **Follow-up:** Pay"))
    assert line.startswith("- **Follow-up:** Pay (Elders, due ")
    assert line.endswith(" 1994, done)")


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize(("window", "is_told"), [("published: true", True), ("start: 2024-02, published: true", False)])
def test_that_a_time_is_public_is_no_answer_to_when(
    tmp_path: Path, audience: Audience, window: str, is_told: bool
) -> None:
    """Without a time behind it, it has a label of its own."""
    opened = f"window: {{{window.replace('2024-02', '{value: 2024-02, sensitivity: shared}')}}}"
    planning = f"activities: [{{id: a, title: A, track: ii, confidentiality: on_record, {opened}}}]"
    annex = pack_with(tmp_path, audience, planning=planning).partition("### A\n")[2]
    is_apart = is_told or audience == "track-i"
    assert ("| Dates made public | yes |\n" in annex) is is_apart
    assert ("| When | from February 2024 (made public) |" in annex) is not is_apart
    assert "| When | made public" not in annex


@pytest.mark.parametrize("audience", PACKS)
def test_who_speaks_to_the_press_stands_in_brackets_only_behind_what_may_be_said(
    tmp_path: Path, audience: Audience
) -> None:
    """Alone it is what the label is about."""
    activity = "{id: a, title: A, confidentiality: on_record, media: {spokesperson: elders}}"
    pack = pack_with(tmp_path, audience, _ACTORS, planning=f"activities: [{activity}]")
    assert "| Media | spokesperson: Elders |\n" in pack
