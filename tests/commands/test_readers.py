"""Readers: who may see what of a case, told before anything is built, and true of views and packs."""

# Cases and lines of what is printed read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from tests.building import INPUTS, LEAST, PACKS, SHIPPED, markdown_of, own_templates, read_case, tell, write_case

from briefpack.case.content import Case, Found, walk
from briefpack.case.content import Path as DataPath
from briefpack.case.dates import PartialDate
from briefpack.disclosure.readership import readership
from briefpack.disclosure.select import select
from briefpack.disclosure.withheld import held
from briefpack.handbook import Audience

Capture = pytest.CaptureFixture[str]
#: What only stands in a pack where something else in it names, cites or uses it.
MENTIONED = {("case", "actors"), ("case", "sources"), ("case", "acronyms")}
LINE = re.compile(
    r"^(?P<place>.+?\.yaml:\d+:\d+): (?P<field>[a-z_.]+)[^:]*: (?P<reader>track-i+): (?P<outcome>[a-z ]+): "
)
#: One rule of each kind, at an item, a field or a value of its own.
OWN = {
    "case": f"""\
        {LEAST.replace(chr(10), chr(10) + " " * 8)}handling: {{smallest_count: 3, coarsen: [{{confidentiality: [deniable], dates: month, venues: country}}]}}
        sources:
          - {{key: S1, title: Minutes of the weir board, type: report, sensitivity: track_ii_only}}
          - {{key: S2, title: Survey of the upper weir, type: report}}
        actors:
          - {{id: host, name: House of the miller, sensitivity: team_only}}
          - {{id: guest, name: Guest of the miller}}
          - {{id: lead, name: River team, alias: first_miller}}
        acronyms: [{{short: WB, long: Board of the weirs}}]
        place: {{value: Behind the upper mill, coarsen: A valley, other_readings: [{{value: Behind the lower mill, cite: [S1]}}]}}
        summary: {{value: Millers agreed on a rota for spring, cite: [S1]}}
        """,
    "assessment": """\
        sensitivity: shared
        parties:
          - {id: millers, name: The millers, interests: [Water in dry months], needs_fears: {value: [Losing the weir], sensitivity: track_i_only}, willing: {value: willing, sensitivity: track_ii_only, cite: [S2]}}
          - {id: fishers, name: The fishers of the delta, sensitivity: track_ii_only}
        gaps:
          - {id: talk, description: Nobody talks across the weir, parties: [millers, fishers]}
        """,
    "planning": """\
        sensitivity: shared
        activities:
          - id: rota
            title: Rota meetings
            track: ii
            confidentiality: chatham_house
            facilitators: [{actor: lead}]
            participants: {count: 9, per_party: {millers: 7, fishers: 2}, inclusion: {women: 2}}
            window: {start: 2024-02-03, end: 2024-02-05}
            purpose: {sensitivity: team_only, say_withheld: true, value: Hear what guards want}
            media: {spokesperson: lead, holding_line: {does_not_apply: They speak to nobody, sensitivity: track_ii_only}}
            contingencies: [{trigger: The weir breaks, response: Stop at once}]
          - id: night
            title: Night meetings in the mill
            track: ii
            confidentiality: deniable
            window: {start: 2024-03-03, end: 2024-03-05}
            venue: {country: Elsewhere, setting: A cold barn, place: Loft of the old barn}
        """,
    "implementation": """\
        sensitivity: shared
        sessions:
          - {activity: night, date: 2024-03-04, agreed_summary: They would let boats pass}
        outputs:
          - {id: paper, text: A rota of nine weeks, activity: rota, consent: {how: in writing}, release_to: [track_i], embargo: {until: 2030}}
          - {id: note, text: A note of two pages, activity: night}
        """,
    "evaluation": """\
        sensitivity: shared
        evaluation:
          lessons:
            - {text: Begin with the sluice keepers, share_with: [track_ii]}
          transfer:
            - {output: paper, used: unknown, content: The board read it twice}
        """,
    "coordination": """\
        sensitivity: shared
        red_lines: [No dam above the ford]
        """,
}


def by_reader(lines: Iterable[str]) -> list[str]:
    """Return lines of which each is about one reader."""
    readers = {line: PACKS if ": both: " in line else [""] for line in lines}
    return [line.replace(": both: ", f": {reader}: ") for line, by in readers.items() for reader in by]


def closed(lines: list[str], case: Case, audience: Audience) -> set[DataPath]:
    """Return the paths at which one reader is said to see nothing, fewer people, or only that something is there."""
    found = set()
    paths: dict[tuple[str, str], list[DataPath]] = {}
    for path in case.places:
        field = ".".join(step for step in path if isinstance(step, str))
        paths.setdefault((str(case.place(path)), field), []).append(path)
    for line in lines:
        match = LINE.match(line)
        outcomes = {"nothing", "a number withheld", "only that it exists"}
        if match and match["reader"] == audience and match["outcome"] in outcomes and "' of it: " not in line:
            here = set(paths[match["place"], match["field"]])
            # Of an item that is shown but for a number, or by its name alone, lines of what is withheld follow.
            found |= {path for path in here if match["outcome"] == "nothing" or isinstance(path[-1], str)}
    return found


def leaves(case: Case) -> Iterator[Found]:
    """Return every text and every date of a case that is no reference, id or word of a list."""
    for found in walk(case.content):
        is_name = found.shape.reference or found.shape.words or found.shape.name in ("id", "key")
        if isinstance(found.value, str | PartialDate) and not is_name and not found.shape.is_unknown(found.value):
            yield found


def is_in(path: DataPath, places: set[DataPath]) -> bool:
    """Return whether a path is one of some places, or inside one."""
    return any(path[:length] in places for length in range(1, len(path) + 1))


@pytest.fixture(scope="module", params=[*SHIPPED, "own"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case that is told of: both shipped ones, and one with a rule of every kind."""
    if request.param != "own":
        return INPUTS / str(request.param)
    return write_case(tmp_path_factory.mktemp("readers"), **{stem: dedent(text) for stem, text in OWN.items()})


def test_what_is_told_is_what_views_and_packs_hold(folder: Path, capsys: Capture) -> None:
    """No value that is called closed is in a pack or, but for what nothing mentions, a view; every other is in both."""
    case, _ = read_case(folder)
    lines = by_reader(tell(capsys, "readers", folder).out.splitlines())
    for audience in PACKS:
        view = select(case, audience)
        pack, shut = markdown_of(view), closed(lines, case, audience)
        values = held(view).values
        unmentioned = {path for path, _ in values if is_in(path, shut) and path[:2] in MENTIONED}
        in_view = {path for path, _ in values} - unmentioned
        texts = {str(value) for path, value in values if path in in_view}
        every = list(leaves(case))
        assert {one.path for one in every if not is_in(one.path, shut)} == {one.path for one in every} & in_view
        hidden = {" ".join(str(one.value).split()) for one in every if is_in(one.path, shut)} - texts
        assert not [text for text in hidden if len(text.split()) > 2 and text in pack]
        assert shut


def test_nothing_of_the_case_is_quoted_and_nothing_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Neither a text nor a name nor an alias of anybody stands in what is printed, which may lie open on a desk."""
    case, _ = read_case(folder)
    monkeypatch.chdir(tmp_path)
    told = tell(capsys, "readers", folder, "--organisation", "default")
    assert (told.status, told.err) == (0, "")
    lines = "\n".join(line.replace(str(folder), "") for line in told.out.splitlines())
    texts = {str(one.value) for one in leaves(case)} | {actor.alias for actor in case.content.case.actors or ()}
    texts -= {one.id for one in case.content.case.topics or ()}
    assert not [text for text in texts if text and (" " in text or "_" in text) and text in lines]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        ("track-i", "case.sources S1: track-i: nothing: 'sensitivity: track_ii_only' (case.yaml:"),
        ("track-ii", "case.actors host: track-ii: nothing: 'sensitivity: team_only'"),
        ("track-ii", "case.actors guest: track-ii: nothing: nothing printed for this reader names it (case.yaml:10:"),
        ("track-i", "case.sources S2: track-i: nothing: nothing printed for this reader cites it (case.yaml:7:"),
        ("track-ii", "case.sources S2: track-ii: whole: 'sensitivity: shared'"),
        ("track-i", "case.acronyms: track-i: nothing: nothing printed for this reader uses it (case.yaml:1"),
        ("track-i", "case.actors.alias lead: track-i: nothing: this field is team_only until a sensitivity is written at it"),
        ("track-i", "planning.activities.media.holding_line rota: track-i: nothing: 'sensitivity: track_ii_only' (planning.yaml:11"),
        ("track-i", "case.place: track-i: coarser: it has a 'coarsen' of its own"),
        ("track-i", "case.summary, 'cite' of it: track-i: nothing: it rests on a source"),
        ("track-i", "assessment.gaps.parties talk: track-i: nothing: it refers to what is kept from this reader: 'sensitivity: track_ii_only' (assessment.yaml:4"),
        ("track-ii", "assessment.parties.needs_fears millers: track-ii: nothing: 'sensitivity: track_i_only'"),
        ("track-ii", "planning.activities.facilitators rota: track-ii: nothing: 'confidentiality: chatham_house' withholds"),
        ("track-ii", "planning.activities.participants.per_party.fishers rota: track-ii: a number withheld: it is a number of people"),
        ("track-ii", "planning.activities.participants.count rota: track-ii: a number withheld: it is a total to which the numbers shown of 'per_party' do not add up"),
        ("track-i", "planning.activities night: track-i: nothing: 'confidentiality: deniable', and no 'release_to' names track_i (planning.yaml:16"),
        ("track-ii", (
            "planning.activities.window.start night: track-ii: coarser: the 'coarsen' of the case applies to it "
            "(case.yaml:4"
        )),
        ("track-ii", "planning.activities.venue.setting night: track-ii: nothing: 'coarsen' of the case closes exact venues"),
        ("track-ii", "planning.activities.purpose rota: track-ii: only that it exists: 'sensitivity: team_only'"),
        ("track-i", "implementation.sessions: track-i: nothing: it refers to what is kept from this reader: 'confidentiality: deniable'"),
        ("track-i", "implementation.outputs paper: track-i: nothing: its embargo is not over"),
        ("track-i", (
            "implementation.outputs note: track-i: nothing: it belongs to no side that this reader sees, and no "
            "'release_to' names track_i"
        )),
        ("track-i", "evaluation.evaluation.lessons: track-i: nothing: 'share_with' names other readers"),
        ("track-i", "evaluation.evaluation.transfer: track-i: nothing: it refers to what is kept from this reader: its embargo"),
        ("track-ii", "coordination.red_lines: track-ii: nothing: track_ii may never see this field"),
        ("track-ii", "implementation.outputs paper: track-ii: whole: 'sensitivity: shared' (implementation.yaml:1"),
    ],
)  # fmt: skip
def test_the_rule_that_decided_is_told_with_its_place(tmp_path: Path, capsys: Capture, reader: str, told: str) -> None:
    """Whoever wonders why a value is missing goes to the line that keeps it out."""
    lines = _own(tmp_path, capsys)
    assert [line for line in lines if told in line], [line for line in lines if f": {reader}: " in line]


def test_what_a_reader_lacks_is_listed_alone(tmp_path: Path, capsys: Capture) -> None:
    """With `--lacks` nothing is told of another reader, and no item that this one sees whole."""
    lines = _own(tmp_path, capsys, "--lacks", "track-i")
    assert not [line for line in lines if ": track-ii:" in line or ": whole:" in line]
    every = [line for line in _own(tmp_path, capsys) if ": track-i:" in line and ": whole:" not in line]
    assert sorted(lines) == sorted(every)


def test_a_secret_of_no_side_is_told_though_it_is_an_error(tmp_path: Path, capsys: Capture) -> None:
    """The author sees what a broken rule does to every reader, and that the case has an error."""
    planning = "sensitivity: shared\nactivities: [{id: a, title: A line, track: iii, confidentiality: deniable}]\n"
    told = tell(capsys, "readers", write_case(tmp_path, case=LEAST, planning=planning))
    assert told.status == 1
    assert "X02" in told.err
    assert told.out.count("both: nothing: its existence is closed, and neither 'track' nor 'belongs_to' says") == 1


HANGING = {
    "conception": "linkages: [{mechanism: By lamp light, activity: a}]\n",
    "implementation": "sessions: [{activity: a, title: Opening}]\noutputs: [{id: o, text: Terms, activity: a}]\n",
    "coordination": "messages: [{text: It stays lit, activity: {value: a, sensitivity: team_only}, sensitivity: shared}]\n",
}


@pytest.mark.parametrize(
    ("activity", "outcomes"),
    [
        ("track: ii, confidentiality: deniable", {"track-i": "nothing", "track-ii": "whole"}),
        ("track: i_5, belongs_to: track_i, confidentiality: deniable", {"track-i": "whole", "track-ii": "nothing"}),
        ("track: i_5, confidentiality: deniable", {"track-i": "nothing", "track-ii": "nothing"}),
        ("track: ii, confidentiality: deniable, release_to: [track_i]", {"track-i": "whole", "track-ii": "whole"}),
    ],
    ids=["of a track", "belongs to one", "of no side", "released"],
)
def test_what_hangs_on_a_closed_activity_is_told_to_follow_it(
    tmp_path: Path, capsys: Capture, activity: str, outcomes: dict[str, str]
) -> None:
    """Its sessions and messages and the links that it makes are seen by those who may know of it, and by nobody else."""
    planning = f"activities: [{{id: a, title: A, {activity}}}]\n"
    told = tell(capsys, "readers", write_case(tmp_path, case=LEAST, planning=planning, **HANGING)).out
    found = [match for line in by_reader(told.splitlines()) if (match := LINE.match(line))]
    for field in ("planning.activities", "conception.linkages", "implementation.sessions", "coordination.messages"):
        seen = {one["reader"]: one["outcome"] for one in found if one["field"] == field}
        # The message says to nobody of which activity it is.
        seen = {reader: "whole" if outcome == "in part" else outcome for reader, outcome in seen.items()}
        assert (field, seen) == (field, outcomes)


def test_a_reader_of_a_closed_title_is_told_to_get_no_pack(tmp_path: Path, capsys: Capture) -> None:
    """What else the case opens to that reader is in no pack."""
    case = LEAST.replace("title: River Talks", "title: {value: River Talks, sensitivity: track_i_only}")
    told = tell(capsys, "readers", write_case(tmp_path, case=case)).out
    assert "track-ii: nothing: the title is closed" in told
    assert told.count(": track-ii: ") == 1


def test_a_case_that_cannot_be_made_out_is_refused(tmp_path: Path, capsys: Capture) -> None:
    """A reference that leads nowhere leaves open what is withheld."""
    told = tell(capsys, "readers", write_case(tmp_path, case=f"{LEAST}summary: {{value: x, cite: [S9]}}\n"))
    assert (told.status, told.out) == (1, "")
    assert "there is no source with this key" in told.err


def test_an_organisation_s_templates_tell_what_they_print(tmp_path: Path, capsys: Capture) -> None:
    """A section that is left out prints nothing; of what stands in a pack only what no template words has a line."""
    files = {"organisation.yaml": "name: Ours\ntrack-ii: {leave_out: [evaluation]}\n"}
    library = own_templates(tmp_path, files)
    lines = _own(tmp_path, capsys, "--organisation", "ours", "--templates", library)
    assert [line for line in lines if "evaluation.lessons: track-ii: " in line and "ours prints nothing of it" in line]
    assert [line for line in lines if "assessment.gaps talk: track-i: " in line and "ours prints part of it" in line]
    assert [line for line in lines if "gaps.parties talk: track-i: shown, and not printed by ours" in line]
    assert [line for line in lines if "parties fishers: track-ii: " in line and line.endswith("; ours prints it")]


def _own(tmp_path: Path, capsys: Capture, *options: object) -> list[str]:
    """Return what is told of the case with a rule of every kind, without its folder and without the counts at the end."""
    folder = write_case(tmp_path, **{stem: dedent(text) for stem, text in OWN.items()})
    told = tell(capsys, "readers", folder, *options)
    assert told.err == ""
    return by_reader(line.replace(f"{folder}/", "") for line in told.out.splitlines() if ".yaml:" in line)


def test_what_nobody_knows_is_not_told_as_withheld(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A group of which all is `unknown` is kept from nobody who may see it, and from whom it is closed it is told."""
    known = "{id: a, title: A, track: ii, reentry: {expected_pressure: unknown, support: [unknown]}}"
    shut = "{id: b, title: B, track: ii, reentry: {expected_pressure: {value: unknown, sensitivity: track_ii_only}}}"
    folder = write_case(tmp_path, case=LEAST, planning=f"activities: [{known}, {shut}]\n")
    lines = [line.replace(f"{folder}/", "") for line in tell(capsys, "readers", folder).out.splitlines()]
    assert "planning.yaml:1:14: planning.activities a: both: whole: 'sensitivity: shared' (case.yaml:1:14)" in lines
    assert [line for line in lines if ".reentry" in line and "track-i: nothing: 'sensitivity: track_ii_only'" in line]
    assert not [line for line in lines if ".reentry" in line and "track-ii" in line.split("'")[0]]


def test_totals_are_those_of_the_lines(folder: Path, capsys: Capture) -> None:
    """For each reader the items of each kind are as many as their lines; what is not listed is said not to be."""
    lines = tell(capsys, "readers", folder).out.splitlines()
    called = [line for line in by_reader(lines) if re.match(r"^.+?\.yaml:\d+:\d+: ", line)]
    lacks = tell(capsys, "readers", folder, "--lacks", "track-i").out.splitlines()
    for total in (*lines[-2:], lacks[-1]):
        audience, count, counts = re.fullmatch(r"(track-i+): of (\d+) items .+?: (.+)", total).groups()  # type: ignore[union-attr]
        told = {outcome: int(many) for many, outcome in (one.split(" ", 1) for one in counts.split("; "))}
        assert sum(told.values()) == int(count)
        places = readership(read_case(folder)[0], select(read_case(folder)[0], audience)).items
        assert len(places) == int(count)
        for outcome, many in told.items():
            shown = [line for line in called if f": {audience}: {outcome}: " in line]
            is_listed = not outcome.endswith(", not listed")
            assert len(shown) >= many if is_listed else outcome.startswith("whole")
    assert any(": both: whole: " in line for line in lines)
    assert not [line for line in lacks if ": both: " in line]


@pytest.mark.parametrize(
    ("people", "field", "rule"),
    [
        ("count: 14, per_party: {p: 6, q: 7}", "count", "it is a total to which the numbers shown of 'per_party' do not add up (planning.yaml:1:"),
        ("count: 13, per_party: {p: about 6, q: 7}", "count", (
            "do not add up, because numbers with 'about' never add up for certain (planning.yaml:1:"
        )),
        ("count: about 13, per_party: {p: 6, q: 7}", "count", (
            "do not add up, because numbers with 'about' never add up for certain (planning.yaml:1:"
        )),
        ("count: 6, per_party: {p: 6}", "count", (
            "do not add up, because a party that is named has no number there (planning.yaml:1:"
        )),
        ("count: 8, per_party: {p: 6, q: 2}", "count", "it is a total to which the numbers shown of 'per_party' do not add up (planning.yaml:1:"),
        ("count: 8, per_party: {p: 6, q: 2}", "per_party.q", "it is a number of people that is too small: no number is shown that is below 3"),
        ("count: {value: 14, sensitivity: shared}, per_party: {p: 6, q: 7}", "per_party", "beside 'count', which is opened by itself and to which these do not add up (planning.yaml:1:"),
        ("invited_as: informal_delegate, inclusion: {women: 9}", "inclusion", "it is a number of people of whom the total, 'count', is not shown to this reader (planning.yaml:1:"),
        ("count: 20, inclusion: {women: 18, youth: 9}", "inclusion.women", "would reveal a small one: the rest of 'count' is fewer than 3"),
        ("count: 20, inclusion: {women: 18}", "inclusion", "would reveal a small one: the rest of 'count' is fewer than 3"),
        ("count: 20, inclusion: {women: 2}", "inclusion", "it is a number of people that is too small"),
    ],
)  # fmt: skip
def test_each_number_that_is_withheld_has_the_reason_that_is_its_own(
    tmp_path: Path, capsys: Capture, people: str, field: str, rule: str
) -> None:
    """Nothing is said to tell of too few where a total merely does not add up."""
    files = {
        "assessment": "parties: [{id: p, name: P}, {id: q, name: Q}]\n",
        "planning": f"activities: [{{id: a, title: A, track: ii, parties: [p, q], participants: {{{people}}}}}]\n",
    }
    folder = write_case(tmp_path, case=LEAST, **files)
    told = [line.replace(f"{folder}/", "") for line in tell(capsys, "readers", folder).out.splitlines()]
    lines = [line for line in told if "a number withheld: " in line and f".participants.{field} a:" in line]
    assert len(lines) == 1
    assert rule in lines[0]
