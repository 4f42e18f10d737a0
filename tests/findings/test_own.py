"""Own findings: what a pack tells of what does not fit, and what it asks, made from its own reader's view alone."""

from __future__ import annotations

import functools
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.building import (
    PACKS,
    case_from,
    copied_case,
    markdown_of,
    own_templates,
    pack_for,
    plain_data,
    shipped,
    wording,
)
from tests.findings.tables import edited
from tests.packs.test_report import markdown, reported

from briefpack.case.content import Case
from briefpack.disclosure.questions import Question, question_keys, questions
from briefpack.disclosure.select import select
from briefpack.disclosure.views import Views
from briefpack.findings.finding import Vantage
from briefpack.findings.own import OwnFindings, own_findings
from briefpack.findings.telling import tell
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.house.rule_changes import RuleChange
from briefpack.stages.render.answerers import ANSWERERS, who_could_answer
from briefpack.stages.render.foremost import MOST, MOST_PRESSING, words_of
from briefpack.stages.render.pressing import PRESSING, by_item
from briefpack.text.escaping import escaped, unescaped

STANCE = r"\((in favour|against|denies|undecided|neither for nor against|commits nobody)\b"

CROSSED = "crossed-lines"
FIT = "### What does not fit together, as this pack shows it"
OPEN = "### Not answered in this pack"


def own(case: Case, audience: Audience) -> OwnFindings:
    """Return what the pack of a case tells and asks an audience."""
    return own_findings(select(case, audience), wording())


@functools.cache
def crossed(audience: Audience) -> str:
    """Return the pack of the case that breaks every rule."""
    return pack_for(_crossed(), audience)


def _crossed(**edit: Any) -> Case:
    case = case_from(edited(plain_data(CROSSED), {name.replace("__", "."): value for name, value in edit.items()}))
    assert case is not None
    return case


def lines_below(pack: str, heading: str) -> list[str]:
    """Return the bullets below a heading of the third level, up to the next of that level or above."""
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^##?#? |\Z)", pack, re.MULTILINE | re.DOTALL)
    return [line[2:] for line in in_full(found[1]) if line.startswith("- ")] if found else []


def in_full(markdown: str) -> list[str]:
    """Return the lines of Markdown, each bullet that stands under a head with the words of its head."""
    lines: list[str] = []
    head = ""
    for line in markdown.splitlines():
        if head and line.startswith("  - "):
            lines.append(f"{head} {line[4:]}")
            continue
        head = line if re.fullmatch(r"- [^*]+:", line) else ""
        lines += [] if head else [line]
    return lines


@pytest.mark.parametrize("audience", PACKS)
def test_a_pack_prints_each_finding_of_its_own_view_and_each_question_once(audience: Audience) -> None:
    """Findings stand under their heading, questions under one that is true of what is withheld and what is missing."""
    found = own(_crossed(), audience)
    assert len(found.findings) > 4 < len(found.asked)
    told = lines_below(crossed(audience), FIT)
    assert [line.partition(" *")[0] for line in told] == [one.sentence for one in found.findings]
    assert all(f"*{one.ask}*" in line for one, line in zip(found.findings, told, strict=True))
    assert lines_below(crossed(audience), OPEN)[-len(found.asked) :] == list(found.asked)
    assert all(crossed(audience).count(f"- {question}\n") == 1 for question in found.asked)
    assert all(question.endswith("?") for question in found.asked)


@pytest.mark.parametrize("audience", PACKS)
def test_the_first_page_counts_what_is_asked_between_the_tracks(audience: Audience) -> None:
    """With every other open question."""
    pack = crossed(audience)
    counted = re.search(r"^(\d+) questions are open", pack, re.MULTILINE)
    assert counted
    first = lines_below(pack, "## What is still open")
    annex = pack.partition(f"{OPEN}\n")[2].partition("\n## ")[0]
    assert int(counted[1]) == sum(
        line.count("?") for line in (*first, *re.findall(r"^(?: *- |\*\*For ).+$", annex, re.MULTILINE))
    )


@pytest.mark.parametrize("audience", PACKS)
def test_what_a_reader_may_be_told_is_what_the_report_says_may_be_said(audience: Audience) -> None:
    """A pack tells the findings that the report marks as sayable to its reader, and no others.

    What the mandate of the coordination keeps from a side, the report leaves out, too; a pack knows of no mandate.
    """
    case = _crossed(coordination__mandate__to_track_i__may_not=None)
    said = {one.said[audience] for one in tell(Views(case), wording()).findings} - {None}
    assert said == {unescaped(f"{one.sentence} {one.ask}") for one in own(case, audience).findings}
    assert crossed(audience) == pack_for(case, audience)


def test_officials_are_told_nothing_that_rests_on_what_their_pack_does_not_print() -> None:
    """Who pays, who leads an effort, on what it bears and what they were not told stand in packs of convenors alone."""
    told = tell(Views(_crossed()), wording()).findings
    assert {"C19", "C20", "C25"} <= {one.rule for one in told}
    assert {one.said["track-i"] for one in told if one.rule in ("C19", "C20", "C25", "C27")} == {None}
    only = {
        wording().say("findings.C19.ask"),
        wording().say("findings.C20.ask"),
        wording().say("findings.C27.ask_past"),
    }
    assert not only & {one.ask for one in own(_crossed(), "track-i").findings}
    assert only <= {one.ask for one in own(_crossed(), "track-ii").findings}


def test_a_case_that_is_over_tells_history_and_asks_nothing() -> None:
    """Each sentence is in the past tense, with what its sources say, and nobody is asked anything."""
    assert own(_crossed(case__over={"since": "2026-06"}), "track-ii").asked == ()
    for audience in PACK_AUDIENCES:
        found = own(shipped("oslo-channel-1992-1993"), audience)
        assert found.findings
        assert {one.ask for one in found.findings} == {""}
        assert found.asked == ()
        pack = pack_for(shipped("oslo-channel-1992-1993"), audience)
        told = lines_below(pack, FIT.replace("does", "did"))
        assert len(told) == len(found.findings)
        assert all("[^D22" in line for line in told)
        assert FIT not in pack


def test_a_finding_about_one_party_stands_beside_the_other_reading_of_the_case() -> None:
    """In both packs each denial of the Oslo case is told with what was said against it or of it later."""
    for audience in PACK_AUDIENCES:
        told = lines_below(pack_for(shipped("oslo-channel-1992-1993"), audience), FIT.replace("does", "did"))
        denials = [line for line in told if "denie" in line]
        assert denials
        assert all("*Another reading of “" in line for line in denials)


def test_the_report_prints_the_other_reading_beside_its_finding(tmp_path: Path) -> None:
    """As the packs do."""
    folder = copied_case(tmp_path, "oslo-channel-1992-1993")
    file = folder / "case.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("    track_i: [Readers", "    coordinator: [Desk]\n    track_i: [Readers", 1), "utf-8")
    point = next(line for line in markdown(reported(folder)).splitlines() if line.startswith("| **4. "))
    assert "He said that he could not respond to every statement" in point


@pytest.mark.parametrize("audience", PACKS)
def test_an_answer_that_a_reader_may_not_see_changes_nothing_in_the_readers_pack(audience: Audience) -> None:
    """The finding stands as the view gives it; one that is opened to the reader stands beside it."""
    case = _crossed()
    one = next(told for told in tell(Views(case), wording()).findings if told.rule == "C04")
    answer = {"finding": one.fingerprint, "because": "Both sides want it so.", "by": "The board"}
    answer |= {"decided": "2026-06-30", "until": "2026-09-01"}
    assert pack_for(_crossed(coordination__answered_findings=[answer]), audience) == crossed(audience)
    opened = pack_for(_crossed(coordination__answered_findings=[{**answer, "sensitivity": "shared"}]), audience)
    told = next(line for line in lines_below(opened, FIT) if line.startswith(one.sentence))
    assert told.endswith("*Answered (until 1 September 2026 at most):* Both sides want it so.")


def test_a_session_ahead_answers_convenors_and_changes_nothing_for_officials() -> None:
    """The time set for the work is over: convenors are not asked who reaches its parties, officials still are."""
    activity: dict[str, Any] = {
        "id": "a",
        "title": "Evening",
        "track": "ii",
        "type": "training",
        "parties": ["upper_valley", "herders"],
    }
    days = ("start", "2026-01-10"), ("end", "2026-01-12")
    activity["window"] = {name: {"value": day, "sensitivity": "shared"} for name, day in days}
    day = {"id": "day", "title": "Second evening", "date": "2026-07-14", "activity": "a"}
    without = _crossed(planning__activities__2=activity)
    sessions = {"sensitivity": "shared", "track_ii": [day]}
    ahead = _crossed(planning__activities__2=activity, engagements=sessions)
    about = "This pack shows no work with Herders of the plateau that goes on."
    asking = [
        any(about in one for one in own(case, audience).asked)
        for audience in PACK_AUDIENCES
        for case in (without, ahead)
    ]
    assert asking == [True, True, True, False]
    assert pack_for(ahead, "track-i") == pack_for(without, "track-i")


def test_an_open_question_is_not_asked_again() -> None:
    """Where no contact at all is shown, or no gap is taken up, the pack asks that already."""
    view = select(_crossed(implementation__coordination_log=None, conception__gaps_addressed=None), "track-ii")
    open_here = {one.key for one in questions(view)}
    assert {"implementation.coordination_log", "conception.gaps_addressed"} <= open_here
    asked = own_findings(view, wording()).asked
    assert not any("consulted" in one or "no decision on it" in one for one in asked)
    gap = {"id": "ministers", "description": "The engineers never meet.", "level": "middle", "priority": "high"}
    urgent = own(_crossed(assessment__gaps__1=gap), "track-ii")
    assert any("no decision on it" in one for one in urgent.asked)


def test_an_organisation_changes_what_is_found_and_by_its_weights_only_the_order() -> None:
    """A threshold counts in packs, and weights are printed in none."""
    view = select(_crossed(), "track-ii")
    usual = own_findings(view, wording())
    heavier = own_findings(view, wording(), {"C20": RuleChange(severity="high", because="We pay alone.")})
    assert {one.sentence for one in heavier.findings} == {one.sentence for one in usual.findings}
    wider = own_findings(view, wording(), {"C20": RuleChange(threshold=99, because="We pay alone.")})
    assert [one for one in wider.findings if "95 per cent" in one.sentence] == []


def test_officials_have_what_does_not_fit_in_the_body_where_its_annex_is_left_out(tmp_path: Path) -> None:
    """Once, whichever annexes an organisation has."""
    settings = "name: Ours\ntrack-i: {leave_out: [parties]}\n"
    library = own_templates(tmp_path, {"organisation.yaml": settings})
    pack = markdown_of(select(_crossed(), "track-i"), library, "ours")
    assert lines_below(pack, FIT) == lines_below(crossed("track-i"), FIT)
    assert pack.count(FIT) == crossed("track-i").count(FIT) == 1


def test_the_coverage_of_a_view_is_worked_out_once_for_all_that_look_at_it() -> None:
    """The rules, the pictures and the templates of a pack share it."""
    view = select(_crossed(), "track-i")
    assert own_findings(view, wording()).rows is Vantage(view).coverage.rows


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("name", [CROSSED, "harbour-talks"])
def test_no_line_that_may_be_read_aloud_has_a_topic_or_a_stance_behind_it(name: str, audience: Audience) -> None:
    """They stand in a table apart, words and all, so that a finding on words at odds rests on what is printed."""
    pack = pack_for(shipped(name), audience)
    table = pack.partition("| Topic | Words | Kind |\n| --- | --- | --- |\n")[2].partition("\n\n")[0]
    lines = own(shipped(name), audience).lines
    listed = table.splitlines()
    assert len(listed) == len(lines) > 1
    assert [len(re.findall(STANCE, line)) for line in listed] == [int(bool(one.stance)) for one in lines]
    assert [one for one, line in zip(lines, listed, strict=True) if f"| {escaped(str(one.text))} |" not in line] == []
    topics = [line.split(" | ")[0].strip("| ") for line in listed]
    assert [times for topic, times in Counter(topics).items() if topic and times > 1] == []
    for one in lines:
        others = in_full(pack.replace(table, ""))
        told = [line for line in others if escaped(str(one.text)) in line and "contradict" not in line]
        spoken = [line for line in told if not line.startswith("- **To ")]
        assert spoken, one.kind
        assert not [line for line in spoken if re.search(STANCE, line)]
    of_officials = {one.kind for one in lines} & {"press_line", "if_raised"}
    assert bool(of_officials) == (audience == "track-i")


@pytest.mark.parametrize("audience", PACKS)
def test_every_open_question_stands_once_the_pressing_ones_first(audience: Audience) -> None:
    """The few to ask first stand below the contents, the others in an annex by who could answer them."""
    view = select(_crossed(), audience)
    pack = crossed(audience)
    annex = pack.partition(f"{OPEN}\n")[2].partition("\n## ")[0]
    asked = questions(view)
    first = pack.partition("## What is still open\n")[2].partition("\n## ")[0]
    pressing = [one for one in asked if one.key in PRESSING]
    assert len(re.findall(r"^ *- (?!.*:$)", first, re.MULTILINE)) == MOST
    assert [one for one in pressing[:MOST_PRESSING] if words_of(one, wording()) not in first] == []
    heads = re.findall(r"^(?:#### |\*\*)(For .+?)(?::\*\*|$)", annex, re.MULTILINE)
    known = [wording().say(f"open_questions.who.{who}") for who in ANSWERERS]
    assert len(heads) > 1
    assert heads == [one for one in known if one in heads]
    rows = [row for row in by_item(tuple(asked)) if row[0].about is not None]
    assert any(len(row) > 1 for row in rows)
    assert sorted((one for row in by_item(tuple(asked)) for one in row), key=asked.index) == asked


def test_every_question_has_somebody_who_could_answer_it() -> None:
    """Whatever a case leaves open, its pack says to whom to put it."""
    for key in question_keys():
        assert who_could_answer(Question(key.partition(".")[0], key, (), None)) in ANSWERERS


def test_the_pressing_questions_are_questions_of_the_model() -> None:
    """No key in the list asks for what no case can leave open."""
    assert set(PRESSING) <= set(question_keys())
