"""Answers that are no values: what does not apply, at its field and with a reason, and a case that is over."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, complaints, pack_for, problems_of, read_case, write_case
from tests.full import write_full_case

from briefpack.case.consent import Consent
from briefpack.case.content import Content
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.checks import clearance
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.questions import answered, question_keys, questions
from briefpack.disclosure.select import select
from briefpack.handbook import Audience

SHARED = "sensitivity: shared\n"
SOURCE = "sources: [{key: S, citation: A letter}]\n"
OVER = "date_of_information: 2024-03-01\nover: {since: 2023-06, because: The mill closed., cite: [S]}\n" + SOURCE


def keys(case: object, audience: Audience) -> set[str]:
    """Return the questions that a reader is asked."""
    return {one.key for one in questions(select(case, audience))}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stem", "text", "said"),
    [
        ("planning", "activities: [{id: a, title: Talks, venue: {does_not_apply: Held by radio., cite: [S]}}]", "| Where | does not apply: Held by radio.[^S] |"),
        ("planning", "activities: [{id: a, title: Talks, facilitators: {does_not_apply: They met alone.}}]", "| Facilitators | does not apply: They met alone. |"),
        ("conception", "exit: {does_not_apply: The team lives there.}", "### Exit\n\nDoes not apply: The team lives there."),
        ("conception", "track_i_relation: {liaison: {does_not_apply: One team ran both.}}", "- **Liaison:** does not apply: One team ran both."),
        ("evaluation", "follow_ups: [{action: Write, due: {does_not_apply: It never ends.}}]", "| Write | does not apply: It never ends. |"),
        ("assessment", "feasibility: {civil_society: {does_not_apply: An island without people.}}", "- **Civil society:** does not apply: An island without people."),
        ("coordination", "liaisons: {does_not_apply: One team ran both.}", "### Liaison\n\nDoes not apply: One team ran both."),
        ("assessment", "efforts: [{id: e, name: Talks, track: {does_not_apply: A custom.}}]", "**Does not apply:** *Talks: Is this effort official, unofficial or something in between?* A custom.\n"),
    ],
)  # fmt: skip
def test_what_does_not_apply_is_told_with_its_reason_and_not_asked(
    tmp_path: Path, stem: str, text: str, said: str
) -> None:
    """The reason stands where its reader looks for the answer, else beside the questions, and only there."""
    case = case_of(tmp_path, LEAST + SOURCE, **{stem: f"{SHARED}{text}\n"})
    pack = pack_for(case, "track-ii")
    view = select(case, "track-ii")
    asked = {one.key for one in questions(view)}
    assert said in pack
    assert pack.count(said.rpartition(": ")[2]) == 1
    assert [one.key for one in answered(view)]
    assert not {one.key for one in answered(view)} & asked


@pytest.mark.parametrize(("closed", "told"), [("track_i_only", "track-i"), ("track_ii_only", "track-ii")])
def test_where_the_reason_is_withheld_the_question_stands(tmp_path: Path, closed: str, told: Audience) -> None:
    """It is a value with a reader: the other reader is asked as if nothing had been said."""
    answer = f"{{does_not_apply: The quiet mill stays shut., sensitivity: {closed}}}"
    text = f"{SHARED}parties: [{{id: p, name: Mill, willing: {answer}}}]\n"
    case = case_of(tmp_path, assessment=text)
    for audience in PACKS:
        assert ("assessment.parties.willing" in keys(case, audience)) == (audience != told)
        assert ("quiet mill" in pack_for(case, audience)) == (audience == told)


def test_a_withheld_reason_is_looked_for_like_any_withheld_text(tmp_path: Path) -> None:
    """Whoever types it again in a text of the other reader is told so."""
    text = f"{SHARED}exit: {{does_not_apply: The quiet mill stays shut, sensitivity: track_ii_only}}\n"
    told = complaints(tmp_path, LEAST + "summary: They say the quiet mill stays shut.\n", conception=text)
    assert [line for line in told if "X01" in line]


@pytest.mark.parametrize(
    ("people", "is_asked"),
    [
        ("{invited_as: personal_capacity}", True),
        ("{per_party: {p: 6}}", False),
        ("{invited_as: personal_capacity, per_party: {value: {p: 6}, sensitivity: team_only}}", True),
    ],
)
def test_whoever_is_shown_the_parts_of_a_number_is_not_asked_for_it(
    tmp_path: Path, people: str, *, is_asked: bool
) -> None:
    """A reader who is not shown them is."""
    planning = f"{SHARED}activities: [{{id: a, title: A, participants: {people}}}]\n"
    case = case_of(tmp_path, assessment=f"{SHARED}parties: [{{id: p, name: Mill}}]\n", planning=planning)
    asked = ["planning.activities.participants.count" in keys(case, audience) for audience in PACKS]
    assert asked == [is_asked, is_asked]


def test_what_does_not_apply_is_no_loose_end(tmp_path: Path) -> None:
    """A consent of which it is said why nobody in particular gave it lacks nothing."""
    who = "who: {does_not_apply: It names nobody.}, how: By letter, when: 2023"
    text = "outputs: [{id: o, kind: option, text: Open the weir, date: 2024, release_to: [track_i, public], consent: {CONSENT}}]\n"
    given = [text.replace("CONSENT", consent) for consent in (who, "how: By letter, when: 2023")]
    packs = [pack_for(case_of(tmp_path / str(len(one)), implementation=SHARED + one), "track-ii") for one in given]
    assert ["and who consented." in pack for pack in packs] == [False, True]


def test_a_second_line_finds_a_reason_that_is_told_to_whom_it_is_closed(tmp_path: Path) -> None:
    """A fault of what selects stops the pack."""
    text = f"{SHARED}exit: {{does_not_apply: The quiet mill, sensitivity: track_ii_only}}\n"
    case = case_of(tmp_path, conception=text)
    right, wrong = select(case, "track-ii"), select(case, "track-ii")
    told = list(clearance.problems(case, Audiences({"track-i": wrong})))
    assert list(clearance.problems(case, Audiences({"track-ii": right}))) == []
    assert ["X02" in str(problem) for problem in told] == [True]


def test_a_field_that_stays_closed_keeps_its_reason_closed(tmp_path: Path) -> None:
    """What the model closes is not opened by an answer that there is none."""
    case = case_of(
        tmp_path, planning=f"{SHARED}activities: [{{id: a, title: A, safety: {{does_not_apply: By post.}}}}]\n"
    )
    assert all("By post" not in pack_for(case, audience) for audience in PACKS)
    assert "planning.activities.safety" not in keys(case, "team")


def test_nobody_is_told_that_what_only_the_other_reader_is_asked_does_not_apply(tmp_path: Path) -> None:
    """The reason stands in the pack of whoever is asked, and the team sees it too."""
    activity = (
        "{id: a, title: Talks, belongs_to: track_ii, reentry: {does_not_apply: All live here., sensitivity: shared}}"
    )
    efforts = "efforts: [{id: e, name: Talks, convenor: {does_not_apply: Nobody calls it., sensitivity: shared}}]"
    case = case_of(tmp_path, planning=f"{SHARED}activities: [{activity}]\n", assessment=f"{SHARED}{efforts}\n")
    told = {audience: {one.key for one in answered(select(case, audience))} for audience in (*PACKS, "team")}
    assert told["track-i"] == set()
    assert told["track-ii"] == told["team"] == {"planning.activities.reentry", "assessment.efforts.convenor"}
    for reason in ("All live here", "Nobody calls it"):
        assert reason not in pack_for(case, "track-i")
        assert reason in pack_for(case, "track-ii")


def test_a_reader_is_asked_for_the_part_of_a_group_that_is_theirs(tmp_path: Path) -> None:
    """Whether the other reader's part is there changes nothing, and the team is asked for the same part as they are."""
    front_pages = "front_pages: {track_i: {purpose: To inform.}}\n"
    with_one, without = case_of(tmp_path / "one", LEAST + front_pages), case_of(tmp_path / "two")
    for case in (with_one, without):
        asked = {one.key for one in questions(select(case, "track-ii")) if one.key.startswith("case.front_pages")}
        assert asked == {"case.front_pages.track_ii"}
    assert "case.front_pages.track_i" in keys(without, "track-i")
    assert "case.front_pages.track_ii" in keys(with_one, "team")
    assert "case.front_pages" in keys(without, "team")


def test_any_question_can_be_answered_so(tmp_path: Path) -> None:
    """Every value of the model that its item can be without, all in one case that has all items."""
    keys = {key for key in question_keys() if _can_be_without(key)}
    answer = {"does_not_apply": "Nobody has one.", "sensitivity": "shared"}
    case, _ = read_case(write_full_case(tmp_path, choose=lambda path, _: dict(answer) if path in keys else None))
    assert len(keys) > 150
    assert keys - {one.key for one in answered(select(case, "team"))} == set()
    assert all("Nobody has one" in pack_for(case, audience) for audience in PACKS)


def _can_be_without(key: str) -> bool:
    *around, name = key.split(".")
    owner: type[Item] = Content
    is_never_open = False
    for step in around:
        shape = fields_of(owner)[step]
        owner, is_never_open = shape.item or owner, is_never_open or bool(shape.never)
    shape = fields_of(owner).get(name)
    # What is asked for among the items of a list is answered by an item.
    if shape is None:
        return False
    return not (
        shape.item
        or shape.required
        or shape.never
        or is_never_open
        or name == owner.headline
        or owner is Consent
        # Of fields of which one must be given, one is.
        or name == min(owner.needs_one_of, default="")
    )


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("title: {does_not_apply: Nameless.}\n", "error: 'does_not_apply' cannot stand here"),
        ("actors: [{id: a, name: {does_not_apply: Nameless.}}]\n", "error: 'does_not_apply' cannot stand here"),
        ("acronyms: [{short: A, long: B, does_not_apply: C.}]\n", "error: 'does_not_apply' belongs to one value"),
        (
            "front_pages: {track_i: {points_to_make: [{does_not_apply: Silence.}]}}\n",
            "error: 'does_not_apply' cannot stand here",
        ),
        (
            "place: {value: Mill, does_not_apply: Nowhere.}\n",
            "error: 'does_not_apply' takes the place of a value: delete it, or delete 'value'",
        ),
        (
            "timeline: {value: [], none_because: A., does_not_apply: B.}\n",
            "error: 'does_not_apply' takes the place of a value",
        ),
        (
            "period: {from: {does_not_apply: Always., coarsen: year}}\n",
            "error: 'does_not_apply' takes the place of a value: delete it, or delete 'coarsen'",
        ),
        ("place: {does_not_apply: {a: b}}\n", "error: expected a text"),
        ("place: {does_not_apply: }\n", "error: the reason is missing"),
        ("place: {does_not_aply: Nowhere.}\n", "error: expected a text"),
    ],
)
def test_an_answer_that_is_none_is_told(tmp_path: Path, case: str, said: str) -> None:
    """It needs a reason, stands alone, and stands at a field that its item can be without."""
    least = LEAST.replace("title: River Talks\n", "") if case.startswith("title") else LEAST
    told = [line for line in complaints(tmp_path, least + case) if "error" in line]
    assert len(told) == 1
    assert said in told[0]


def test_a_case_that_is_over_says_so_on_its_first_page(tmp_path: Path) -> None:
    """Since when, why, and by which source."""
    pack = pack_for(case_of(tmp_path, LEAST + OVER), "track-i")
    assert "**Status:** over since June 2023. The mill closed.[^S]" in pack


RUNNING = "activities: [{id: a, title: Talks}]\n"


def test_a_case_that_is_over_is_asked_nothing_that_only_a_running_case_can_answer(tmp_path: Path) -> None:
    """What people will face at home is asked of the one and not of the other; everything else of both."""
    files = {"planning": SHARED + RUNNING, "assessment": SHARED + "ripeness: {judgement: unknown}\n"}
    running = keys(case_of(tmp_path / "running", LEAST + SOURCE, **files), "track-ii")
    over = keys(case_of(tmp_path / "over", LEAST + OVER, **files), "track-ii")
    gone = {
        "planning.activities.reentry",
        "planning.readiness",
        "assessment.ripeness.judgement",
        "case.front_pages.track_ii.needs",
    }
    assert over <= running
    assert gone - {"case.front_pages.track_ii.needs"} <= running - over
    assert {"planning.activities.purpose", "case.summary"} <= over


def test_a_case_that_is_over_is_asked_as_of_the_past(tmp_path: Path) -> None:
    """How many people took part, not how many take part."""
    files = {
        "planning": SHARED + "activities: [{id: a, title: Talks, participants: {invited_as: personal_capacity}}]\n"
    }
    assert "How many people take part?" in pack_for(case_of(tmp_path / "running", **files), "track-i")
    assert "How many people took part?" in pack_for(case_of(tmp_path / "over", LEAST + OVER, **files), "track-i")


def test_who_is_not_told_that_a_case_is_over_is_asked_as_if_it_ran(tmp_path: Path) -> None:
    """The one value decides, reader by reader."""
    over = "over: {since: {value: 2023, sensitivity: track_ii_only}, because: The mill closed.}\n"
    case = case_of(tmp_path, LEAST + over, planning=SHARED + RUNNING, evaluation=SHARED + "status: done\n")
    assert "evaluation.next" in keys(case, "track-i")
    assert "evaluation.next" not in keys(case, "track-ii")
    assert "over since" not in pack_for(case, "track-i")


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (
            "over: {since: 2024-04}\n",
            "case.yaml:5:15: error: 'over' names a date after the case's date_of_information",
        ),
        ("over: {because: Done.}\n", "case.yaml:5:7: error: the key 'since' is missing"),
        ("period: {from: 2020, to: 2023}\n", "case.yaml:5:26: warning: this lies before the date_of_information"),
        ("period: {from: 2020, to: 2023}\nover: {since: 2023}\n", ""),
        ("period: {from: 2020, to: 2024}\n", ""),
        ("over: {since: 2024}\n", ""),
    ],
)
def test_when_a_case_is_over_is_compared_with_the_day_of_its_information(tmp_path: Path, case: str, said: str) -> None:
    """An end that is still to come is an error; one that is past and not told of is a warning."""
    told = problems_of(write_case(tmp_path, case=LEAST + "date_of_information: 2024-03-01\n" + case))
    assert [line for line in map(str, told) if said and said not in line] == []
    assert bool(told) == bool(said)


@pytest.mark.parametrize("audience", PACKS)
def test_a_case_that_is_over_is_told_as_of_the_past(tmp_path: Path, audience: Audience) -> None:
    """What came next is known by then, and another's effort is asked about as a thing of the past."""
    files = {
        "assessment": "efforts: [{id: e, name: Lake talks}]\n",
        "evaluation": "next: {decision: hand_over, rationale: The council took it over.}\n",
    }
    over = pack_for(case_of(tmp_path / "over", LEAST + OVER, **files), audience)
    runs = pack_for(case_of(tmp_path / "runs", LEAST, **files), audience)
    assert ("What came next" in over, "What comes next" in over) == (True, False)
    assert ("What came next" in runs, "What comes next" in runs) == (False, True)
    assert "Did this effort go on, rest or end?" in over
    assert "Is this effort still running?" in runs


@pytest.mark.parametrize(
    ("stem", "line"),
    [
        ("assessment", "legal_review: {does_not_apply: No law forbids it.}"),
        ("assessment", "efforts: [{id: e, name: E, to: {does_not_apply: No law forbids it.}}]"),
        ("assessment", "track_i: {lead: A, next_round: {does_not_apply: No law forbids it.}}"),
        ("evaluation", "institutions: {does_not_apply: No law forbids it.}"),
        ("conception", "funding: {gap: {does_not_apply: No law forbids it.}, until: {does_not_apply: Nor this.}}"),
        ("coordination", "public_lines: {does_not_apply: No law forbids it.}"),
    ],
)
def test_a_field_that_nobody_is_asked_for_may_not_apply(tmp_path: Path, stem: str, line: str) -> None:
    """The pack is made, and whoever reads of the field is told why there is nothing."""
    case = case_of(tmp_path, **{stem: f"sensitivity: shared\n{line}\n"})
    assert "No law forbids it." in pack_for(case, "track-ii")


@pytest.mark.parametrize(
    ("over", "to", "count"),
    [
        ("over: {since: 2020, because: It ended.}", "", 1),
        ("over: {since: 2020, because: It ended.}", ", to: 2001-02-03", 0),
        ("over: {since: 2020, because: It ended.}", ", to: {does_not_apply: They broke off.}", 0),
        ("", "", 0),
    ],
    ids=["open", "ended", "answered", "not over"],
)
def test_a_round_without_an_end_is_asked_for_it_in_a_case_that_is_over(
    tmp_path: Path, over: str, to: str, count: int
) -> None:
    """Packs would print a session of one day as one that goes on."""
    rounds = f"track_i_rounds: [{{id: r, title: First session, from: 2001-02-03{to}}}]\n"
    told = complaints(tmp_path, case=f"{LEAST}{over}\n", coordination=f"sensitivity: shared\n{rounds}")
    assert [line.split(": warning")[0] for line in told if "this round has no 'to'" in line] == [
        "coordination.yaml:2:18"
    ] * count


@pytest.mark.parametrize(("title", "named"), [("title: Third supper, ", "Third supper"), ("", "Suppers")])
def test_what_is_asked_of_a_meeting_names_the_meeting(tmp_path: Path, title: str, named: str) -> None:
    """Of several meetings one can tell which lacks its summary; one without a title is known by its activity."""
    planning = "sensitivity: shared\nactivities: [{id: a, title: Suppers, track: ii}]\n"
    sessions = f"sensitivity: shared\nsessions: [{{activity: a, {title}date: 2024-02}}]\n"
    pack = pack_for(case_of(tmp_path, LEAST, planning=planning, implementation=sessions), "track-ii")
    assert f"- {named}: What summary of this meeting did those present agree?" in pack


def test_coordination_without_a_summary_begins_with_its_words(tmp_path: Path) -> None:
    """No blank stands where officials would read a summary."""
    coordination = "sensitivity: shared\neffects: [{kind: reinforced, text: They met.}]\n"
    pack = pack_for(case_of(tmp_path, LEAST, coordination=coordination), "track-i")
    assert "\n**Who works where:** No party is shown" in pack


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("both", "Radio (to new places and to new audiences)"),
        ("none", "Radio (not meant to spread)"),
        ("unknown", "Radio (how it is meant to spread is not known)"),
    ],
)
def test_how_an_effect_spreads_is_told_in_words_that_stand_alone(tmp_path: Path, mode: str, told: str) -> None:
    """Both, none and not known say nothing behind the name of a means."""
    conception = f"sensitivity: shared\nscale_up: [{{id: r, mode: {mode}, mechanism: Radio}}]\n"
    assert f"- {told}" in pack_for(case_of(tmp_path, LEAST, conception=conception), "track-ii")
