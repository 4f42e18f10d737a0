"""The report to the coordinator between the tracks: who gets one, what it holds, and what it never holds."""

from __future__ import annotations

import functools
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest
import yaml
from pyrage import x25519
from tests.building import (
    INPUTS,
    LEAST,
    PACKS,
    TEMPLATES,
    Told,
    copied_case,
    make_packs,
    own_templates,
    plain_data,
    tell,
    wording,
    write_case,
)
from tests.full import write_full_case

from briefpack import findings
from briefpack.case.content import Path as DataPath
from briefpack.case.dates import PartialDate
from briefpack.disclosure.closed import closed
from briefpack.files.library import open_library
from briefpack.files.receipts import why_stale
from briefpack.files.sealing import IDENTITY
from briefpack.files.sources import Sources
from briefpack.files.states import states
from briefpack.findings.finding import Found, Rule, Vantage
from briefpack.findings.report.days import DATES, is_event, said_of
from briefpack.findings.telling import tell as tell_findings
from briefpack.packs.intake import take_in
from briefpack.packs.orders import Order
from briefpack.packs.packing import explained
from briefpack.problems import Refusal

#: What no report holds, by the last steps of its place: the list of what only the team itself may read.
FORBIDDEN = (
    *("red_lines", "instructions", "sequencing", "interests", "needs_fears", "alias", "trust", "safety", "reentry"),
    *("reentry_reports", "venue.place"),
)
HEADINGS = [
    *("What to act on", "The next sixty days", "Annex A: Who knows what"),
    *("Annex B: Ideas under way", "Annex C: Promises both ways", "Annex D: Who works where"),
    *(
        "Annex E: What is being said",
        "Annex F: Drift and age",
        "Annex G: What was not checked",
    ),
]
NAMED = LEAST + "handling: {distribution: {coordinator: [Desk of both shores]}}\n"


def reported(case: Path, templates: Path = TEMPLATES, organisation: str = "default") -> dict[str, bytes]:
    """Return the files of the report of a case by name."""
    return make_packs(Order(case, templates, organisation, ("coordinator",), ("en",)))


@functools.cache
def harbour() -> dict[str, bytes]:
    """Return the files of the report of the invented case."""
    return reported(INPUTS / "harbour-talks")


def markdown(files: dict[str, bytes]) -> str:
    """Return the Markdown of a report."""
    return next(data.decode() for name, data in files.items() if name.endswith(".md"))


def all_of(files: dict[str, bytes]) -> str:
    """Return all texts of a report, those of the parts of its Word file without markup, in small letters."""
    told = [data.decode() for name, data in files.items() if name.endswith((".md", ".json"))]
    for name, data in files.items():
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                told += [package.read(part).decode("latin-1") for part in package.namelist()]
    plain = (re.sub(r"<[^>]*>|\\(?=[^\w\s])", "", text).replace("&amp;", "&").replace("&#39;", "'") for text in told)
    return " ".join(" ".join(plain).split()).casefold()


def forbidden_texts(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Return each text in plain data that no report may hold, with the entry of the list that it falls under."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from forbidden_texts(value, path if name == "value" else (*path, str(name)))
    elif isinstance(data, list):
        for value in data:
            yield from forbidden_texts(value, path)
    else:
        steps = ".".join(("", *path, ""))
        of = [entry for entry in FORBIDDEN if f".{entry}." in steps]
        is_text = " " in str(data) or path[-1] == "alias"
        yield from ((of[0], str(data)) for _ in of[:1] if is_text and path[-1] != "sensitivity")


def test_the_invented_case_fills_every_forbidden_field_and_its_report_holds_none_of_them() -> None:
    """Red lines, instructions, sequencing, safety, trust, re-entry, fears, interests, aliases and exact places."""
    found = list(forbidden_texts(plain_data("harbour-talks")))
    assert {entry for entry, _ in found} == set(FORBIDDEN)
    text = all_of(harbour())
    assert [one for one in found if " ".join(one[1].split()).casefold() in text] == []
    people = yaml.safe_load((INPUTS / "harbour-talks/registry.yaml").read_text(encoding="utf-8"))["people"]
    assert len(people) > 5
    assert [alias for alias in people if re.search(rf"\b{alias}\b", text)] == []


def test_of_a_case_that_fills_every_field_no_forbidden_one_is_in_the_report(tmp_path: Path) -> None:
    """Each field of the model has a text of its own here, opened to both sides; the list is of whole subtrees."""
    folder = write_full_case(tmp_path / "full")
    data = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in folder.glob("*.yaml")}
    found = list(forbidden_texts(data))
    assert {entry for entry, _ in found} == {*FORBIDDEN} - {"alias"}
    text = all_of(reported(folder))
    assert "coordination messages text said" in text
    assert [one for one in found if one[1].removesuffix(".").casefold() in text] == []


def test_of_what_a_side_sees_in_part_the_report_names_the_fields_that_it_lacks() -> None:
    """In plain words, and of each side its own; what is seen whole has no list."""
    annex = markdown(harbour()).partition("## Annex A")[2].partition("## Annex B")[0]
    assert "| First workshop | session | in part; hidden or less exact: who attended, by party | whole |" in annex
    (row,) = [line for line in annex.splitlines() if line.startswith("| Berth rota workshops |")]
    assert "the days on which it takes place; who takes part; the agenda" in row.split("|")[3]
    assert "agenda" not in row.split("|")[4]


def test_report_manifest_register_and_check_count_alike_what_could_not_be_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each rule and thing once, though the report lists in one row what several rules could not judge of a thing."""
    case = write_case(tmp_path, case=NAMED)
    (counted,) = re.findall(r", (\d+) not checked", tell(capsys, "check", "--quiet", "--findings", case).out)
    files = reported(case)
    (manifest,) = [json.loads(data) for name, data in files.items() if name.endswith(".json")]
    assert manifest["findings"]["unchecked"] == int(counted)
    count = {1: "One point"}.get(int(counted), f"{counted} points")
    assert f"{count} could not be judged" in markdown(files)


def test_no_template_can_reach_a_forbidden_field(tmp_path: Path) -> None:
    """The view of the coordinator lacks them, so that an organisation's template finds nothing where it asks."""
    views = take_in(write_full_case(tmp_path / "full")).disclosed
    assert views is not None
    entries = {entry: tuple(entry.split(".")) for entry in FORBIDDEN}

    def held(path: DataPath) -> list[str]:
        steps = tuple(step for step in path if isinstance(step, str))
        return [entry for entry, of in entries.items() if of in zip(*(steps[n:] for n in range(len(of))), strict=False)]

    assert {entry for found in views.case.every_value for entry in held(found.path)} == {*FORBIDDEN} - {"alias"}
    view = views.of("coordinator")
    assert [place for place in view.places if held(place)] == []
    assert [path for path in closed(views.case, "coordinator") if held(path)] != []


def test_the_gate_finds_every_forbidden_field_that_a_template_prints(tmp_path: Path) -> None:
    """What no view holds can still be typed; the report is refused, and its author is told of each field."""
    found = dict(forbidden_texts(plain_data("harbour-talks")))
    typed = "\n\n".join(re.sub(r"[.]$", "", text) for text in found.values())
    own = "{% extends 'base/parts/unchecked.md.j2' %}\n{% block table %}\n" + typed + "\n{% endblock %}\n"
    library = own_templates(tmp_path, {"coordinator/parts/unchecked.md.j2": own})
    order = Order(INPUTS / "harbour-talks", library, "ours", ("coordinator",), ("en",))
    with pytest.raises(Refusal) as refusal:
        make_packs(order)
    assert [problem.rule for problem in refusal.value.problems] == ["X01"]
    told = "\n".join(problem.message for problem in explained(order, None) if problem.place.file.endswith(".md"))
    fields = {entry: entry in told for entry in FORBIDDEN if entry != "alias"}
    assert [entry for entry, is_told in fields.items() if not is_told] == []
    assert "an alias of the sealed registry" in told


def test_what_an_organisation_adds_to_packs_is_not_in_the_report(tmp_path: Path) -> None:
    """Its common folder gives the report the cover, which both share, and no part that the report has for itself."""
    added = "{% extends 'base/pack.md.j2' %}\n{% block annexes %}\n## How to use it\n\n{{ super() }}\n{% endblock %}\n"
    cover = "{% extends 'base/parts/cover.md.j2' %}\n{% block matter %}\nKeep it.\n\n{{ super() }}\n{% endblock %}\n"
    common = {"pack.md.j2": added, "parts/cover.md.j2": cover}
    case = write_case(tmp_path, case=NAMED)
    text = markdown(reported(case, own_templates(tmp_path / "common", common), "ours"))
    assert ("How to use it" in text, "Keep it." in text) == (False, True)
    library = own_templates(tmp_path / "own", {"coordinator/pack.md.j2": added})
    assert "How to use it" in markdown(reported(case, library, "ours"))
    library = own_templates(tmp_path / "lost", {"parts/ages.md.j2": added})
    with pytest.raises(Refusal, match=r"override one of the base: move it to ours/coordinator/"):
        reported(case, library, "ours")


def test_work_that_is_over_is_counted_neither_among_several_nor_as_alone() -> None:
    """Annex D names it as over, and tells of each place by what is under way there."""
    annex = markdown(harbour()).partition("## Annex D")[2].partition("## Annex E")[0]
    told = {label: set(items.split("; ")) for label, items in re.findall(r"^- \*\*(.*?):\*\* (.*)$", annex, re.M)}
    assert told["Over or dormant"] == {"Relief ferries", "Family evenings"}
    assert told["Several pieces of work under way at the same place"] == {"Harbour Guard, middle"}
    alone = told["One piece of work alone under way at the place"]
    assert "Quensil dock unions and town council, grassroots" in alone
    assert "Harbour Guard, middle" not in alone


def test_the_joint_calendar_has_the_meetings_that_both_sides_have_ahead_and_no_pack_has_those_of_the_other() -> None:
    """One of an activity stands with it, another in a row of its side; what is over is not said to be under way."""
    calendar = re.compile(r"!\[(Berth rota workshops: .*?)\]")
    (told,) = calendar.findall(markdown(harbour()))
    assert "2 meetings: February 2024 and 14 March 2024" in told
    assert "Other meetings of officials: one meeting: 20 March 2024." in told
    packs = make_packs(Order(INPUTS / "harbour-talks", TEMPLATES, "default", PACKS, ("en",)))
    for audience, theirs in (("track-i", []), ("track-ii", ["14 March"])):
        drawn = calendar.findall(packs[f"harbour-talks.{audience}.en.md"].decode())
        assert drawn
        assert [day for day in ("14 March", "20 March") if any(day in one for one in drawn)] == theirs


def test_who_knows_what_has_the_meetings_ahead_with_who_else_knows_of_them(tmp_path: Path) -> None:
    """Neither side sees the other's; who of the other knows of it all the same is told in the words of the case."""
    call = "{id: call, title: Call, known_to: The ferry owners know of it.}"
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        engagements=f"sensitivity: shared\ntrack_i: [{call}]\ntrack_ii: [{{id: day, title: Day, known_to: unknown}}]\n",
    )
    told = markdown(reported(case)).partition("## Annex A: Who knows what")[2].partition("\n## ")[0]
    assert "| Call. **Who else knows:** The ferry owners know of it. | meeting | whole | nothing |" in told
    assert "| Day | session | nothing | whole |" in told


@pytest.mark.parametrize(("name", "is_said"), [("harbour-talks", False), ("crossed-lines", True)])
def test_page_one_says_so_where_it_has_no_room_for_all_that_is_grave(name: str, is_said: bool) -> None:
    """Who reads the first five findings alone would take them for the gravest."""
    first = markdown(reported(INPUTS / name)).partition("\n## The next sixty days")[0]
    assert ("At least one of these weighs as much as those below" in first) is is_said


@pytest.mark.parametrize("name", ["harbour-talks", "crossed-lines"])
def test_each_day_of_the_table_of_days_ahead_stands_in_the_joint_calendar_too(name: str) -> None:
    """What has no row there is in one of other days; a day of activities, meetings and rounds is with these."""
    files = make_packs(Order(INPUTS / name, TEMPLATES, "default", ("coordinator",), ("en",)))
    text = markdown(files)
    days = re.findall(r"^\| ([^|]+) \| [^|]+ \| (?:both sides|track II? alone|neither side)[^|]* \|$", text, re.M)
    (calendar,) = re.findall(r"!\[([^\]]*)\]\([^)]*plan\.png\)", text)
    assert len(days) > 4
    assert [day for day in days if day not in calendar] == []


def test_it_begins_with_what_to_act_on_and_keeps_to_its_order() -> None:
    """Two pages and annexes, under the highest mark, to the recipients that the case names and nobody else."""
    text = markdown(harbour())
    assert re.findall(r"^## (.*)", text, re.M) == HEADINGS
    assert text.startswith('---\npagetitle: "Harbour Talks: coordinator\'s report"\n')
    assert '\nmark: "STRICTLY CONFIDENTIAL · TLP:RED"\n' in text
    assert "**Distribution:** Desk for harbour affairs and Desk across the invented cases \\\n" in text
    manifest = json.loads(next(data for name, data in harbour().items() if name.endswith(".json")))
    assert (manifest["audience"], manifest["organisation"]) == ("coordinator", "default")


def test_the_days_ahead_are_counted_from_the_date_of_information(tmp_path: Path) -> None:
    """No clock is read: what is past by the case's own date, or further off than sixty days, is not among them."""
    days = "[{title: Past, date: 2024-02-29}, {title: Next, date: 2024-03-02}, {title: Last, date: 2024-04-30}"
    days += ", {title: Beyond, date: 2024-05-01}, {title: Some year, date: 2024}]"
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        coordination=f"sensitivity: shared\ncalendar: {days}\n",
    )
    text = markdown(reported(case))
    found = re.findall(r"^\| .* \| (\w+) \| both sides \|$", text, re.M)
    assert found == ["Next", "Last"]


_NEXT_ROUND = "Next round of the official talks"


def test_a_next_round_that_is_listed_is_told_once(tmp_path: Path) -> None:
    """The round stands under its own name; one that is announced alone is told as the next round."""
    for day, named in (("2024-03-05", ["Fifth round"]), ("2024-03-06", ["Fifth round", _NEXT_ROUND])):
        case = write_case(
            tmp_path / day,
            case=NAMED + "date_of_information: 2024-03-01\n",
            assessment=f"sensitivity: shared\ntrack_i: {{next_round: {day}}}\n",
            coordination="""\
                sensitivity: shared
                track_i_rounds: [{id: one, title: Fifth round, from: 2024-03-05, to: 2024-03-07}]
                """,
        )
        text = markdown(reported(case))
        assert re.findall(rf"^\| .*March 2024 \| (Fifth round|{_NEXT_ROUND}) \|", text, re.M) == named


def test_of_a_case_that_is_over_nothing_is_asked(tmp_path: Path) -> None:
    """Quiet days and an exchange of dates are asked of sides that still work; it is said that nothing is."""
    dates = "date_of_information: 2024-03-01\n"
    running, over = (
        markdown(reported(write_case(tmp_path / name, case=NAMED + dates + said)))
        for name, said in (("running", ""), ("over", "over: {since: 2024-02-20}\n"))
    )
    assert "**Always asked of both sides:**\n\n- Quiet days:" in running
    assert "**Always asked of both sides:** The case is over, so nothing is asked of either side.\n" in over
    assert "Quiet days" not in over


def test_a_finding_says_the_first_day_that_matters_where_there_is_one(tmp_path: Path) -> None:
    """One that rests on days to come has the first of them; of what is past there is no day to act before."""
    days = {"past": "2024-02-05", "ahead": "2024-03-05"}
    told = {}
    for name, day in days.items():
        case = write_case(
            tmp_path / name,
            case=NAMED + "date_of_information: 2024-03-01\n",
            coordination=f"""\
                sensitivity: shared
                track_i_rounds: [{{id: one, title: Round, from: {day}, to: {day}}}]
                """,
            planning=f"""\
                sensitivity: shared
                activities:
                  - id: x
                    title: Walks
                    track: ii
                    window: {{start: {day}, end: {day}}}
                    transfer: {{when: 2024-04-01}}
                """,
        )
        text = markdown(reported(case)).partition("The time set for “Walks”")[2]
        told[name] = text.partition("\n")[0]
    assert "**Before 5 March 2024.**" in told["ahead"]
    assert "**Before" not in told["past"]


def test_what_changed_is_told_against_the_versions_that_each_reader_was_given(tmp_path: Path) -> None:
    """The newest first, each with its age at the date of information and what the author wrote; no clock is read."""
    case = write_case(
        tmp_path,
        case=NAMED
        + """\
version: '0.4'
date_of_information: 2024-03-01
releases:
  track_i:
    - {version: '0.2', date: 2024-01}
    - {version: '0.4', date: 2024-03-01, changed: [Days are told, Asks are shorter]}
  track_ii: [{version: '0.3', date: 2024-02-20, changed: [Rooms are told]}]
""",
        planning="sensitivity: shared\nchanges_since_last: [The second evening is new]\n",
    )
    text = markdown(reported(case)).partition("## Annex F: Drift and age\n\n### ")[2].partition("## Annex G")[0]
    assert "The case is now version" not in text
    assert [line for line in text.splitlines() if line.startswith("| ")][2:] == [
        "| Track I (officials) | 0.4 *(this one)* | 1 March 2024 | 0 days | Days are told; Asks are shorter |",
        "| | 0.2 | January 2024 | 30 days | nothing written |",
        "| Track II (facilitators and convenors) | 0.3 | 20 February 2024 | 10 days | Rooms are told |",
    ]
    assert "- No version is recorded for the coordinator between the tracks." in text
    assert "- **Planning:** The second evening is new" in text


def test_its_manifest_counts_what_stands_in_it(tmp_path: Path) -> None:
    """Findings by severity, what is answered and what was not checked; by phase the points met of those that apply."""
    points = ["{id: parties_and_efforts_listed, state: met, evidence: Minutes}", "{id: gap_named, state: met}"]
    points += ["{id: feasibility_judged, state: not_applicable}"]
    assessment = f"sensitivity: shared\nreadiness: [{', '.join(points)}]\n"
    counted = _manifest(reported(write_case(tmp_path, case=NAMED, assessment=assessment)))
    assert counted["readiness"] == {"assessment": {"met": 1, "of": 7, "ready": False}}
    found = _manifest(harbour())["findings"]
    told = Counter(
        re.findall(r"^\| \*\*\d+\. .*?\*\* \((high|medium|low)(?:, past)?\)", markdown(harbour()), re.MULTILINE)
    )
    assert found.keys() == {"high", "medium", "low", "answered", "unchecked"}
    assert told.total() > 0
    assert [found[one] for one in ("high", "medium", "low")] == [told[one] for one in ("high", "medium", "low")]


def _manifest(files: dict[str, bytes]) -> dict[str, Any]:
    """Return what the manifest of a report says."""
    (data,) = (data for name, data in files.items() if name.endswith(".manifest.json"))
    return dict(json.loads(data))


def test_it_is_the_same_twice() -> None:
    """The same case gives the same bytes."""
    assert reported(INPUTS / "harbour-talks") == harbour()


def test_a_case_that_names_no_recipient_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for alone it is refused, with what to write; nothing is put anywhere."""
    for distribution in ("{track_i: [Envoys]}", "{coordinator: [unknown]}"):
        case = write_case(tmp_path, case=LEAST + f"handling:\n  distribution: {distribution}\n")
        told = tell(capsys, "report", case, "--into", tmp_path / "reports")
        assert told.status == 1
        assert (
            "error: this case does not say who gets the coordinator's report, so there is none: name them" in told.err
        )
        assert "coordinator: [Head of the liaison office]" in told.err
        assert not (tmp_path / "reports").exists()


def test_what_the_error_says_to_write_gives_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The least case with recipients has a report that says of each part that nothing is given."""
    case = write_case(tmp_path, case=NAMED.replace("Desk of both shores", "Head of the liaison office"))
    told = tell(capsys, "report", case, "--into", tmp_path / "reports", "--organisation", "default", "--language", "en")
    assert (told.status, told.err) == (0, "")
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {
        f"river-talks.team.en.{kind}" for kind in ("docx", "md", "manifest.json")
    }
    text = (tmp_path / "reports/river-talks.team.en.md").read_text(encoding="utf-8")
    assert "**Distribution:** Head of the liaison office \\\n" in text
    assert "so it cannot be told what comes next: write date_of_information in case.yaml." in text


def test_its_recipients_are_in_no_pack_and_move_no_byte_of_one(tmp_path: Path) -> None:
    """Who gets the report is not for readers of packs to know."""
    order = Order(INPUTS / "harbour-talks", TEMPLATES, "default", ("track-i", "track-ii"), ("en",))
    case = copied_case(tmp_path)
    file = case / "case.yaml"
    text = file.read_text(encoding="utf-8")
    assert "Desk for harbour affairs" in text
    file.write_text(text.replace("Desk for harbour affairs", "Someone else"), "utf-8")
    others = Order(case, TEMPLATES, "default", ("track-i", "track-ii"), ("en",))
    assert make_packs(order) == make_packs(others)


@pytest.mark.parametrize(
    ("day", "seen_by"),
    [
        ("2024-03-20", "both sides"),
        ("{value: 2024-03-20, coarsen: month}", "neither side *(both sides less exactly)*"),
        ("{value: 2024-03-20, sensitivity: team_only}", "neither side"),
    ],
)
def test_a_day_is_told_as_seen_by_those_alone_who_see_the_day_itself(tmp_path: Path, day: str, seen_by: str) -> None:
    """Whoever sees its month alone must not be told the day by somebody who reads here that the day is known."""
    coordination = f"sensitivity: shared\ncalendar: [{{title: Vote, kind: election, date: {day}}}]\n"
    case = write_case(tmp_path, case=NAMED + "date_of_information: 2024-03-01\n", coordination=coordination)
    assert f"| 20 March 2024 | Vote | {seen_by} |" in markdown(reported(case))


def test_a_time_is_told_as_seen_by_those_alone_who_see_both_its_days(tmp_path: Path) -> None:
    """Both sides see the first day of this round, and only the team its last."""
    coordination = "sensitivity: shared\ntrack_i_rounds: [{id: one, title: Round, from: 2024-03-20, to: LAST}]\n"
    last = "{value: 2024-03-22, sensitivity: team_only}"
    coordination = coordination.replace("LAST", last)
    case = write_case(tmp_path, case=NAMED + "date_of_information: 2024-03-01\n", coordination=coordination)
    line = next(one for one in markdown(reported(case)).splitlines() if one.startswith("| 20") and "Round" in one)
    assert line.endswith("| neither side *(both sides less exactly)* |")


def test_texts_of_findings_are_printed_as_they_were_typed(tmp_path: Path) -> None:
    """A title that looks like markup stays a title."""
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        coordination="""\
            sensitivity: shared
            track_i_rounds: [{id: one, title: '*Round* <b>', from: 2024-03-05, to: 2024-03-05}]
            """,
        planning="""\
            sensitivity: shared
            activities: [{id: x, title: 'A | B', track: ii, window: {start: 2024-03-05, end: 2024-03-05}}]
            """,
    )
    text = markdown(reported(case))
    assert "**1. The time set for “A \\| B” overlaps with “\\*Round\\* \\<b>”.**" in text
    assert "| 5 March 2024 | \\*Round\\* \\<b> | both sides |" in text


def test_an_answered_finding_is_not_to_be_acted_on_and_stands_with_its_answer(tmp_path: Path) -> None:
    """So does an answer that holds no longer; both stand in an annex that is there for them alone.

    What may be said to each side stands there too: that does not turn on whether an answer holds.
    """
    coordination = "sensitivity: shared\ntrack_i_rounds: [{id: one, title: Round, from: 2024-03-05, to: 2024-03-05}]\n"
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        coordination=coordination,
        planning="""\
            sensitivity: shared
            activities: [{id: x, title: Walks, track: ii}]
            """,
        implementation="""\
            sensitivity: shared
            sessions: [{activity: x, date: {value: 2024-03-05, sensitivity: track_ii_only}}]
            """,
    )
    views = take_in(case).disclosed
    assert views is not None
    clash = next(one for one in tell_findings(views, wording()).findings if one.rule == "C03")
    days = {"decided": "2024-03-01", "until": "2024-05-01"}
    answers = [
        {"finding": clash.fingerprint, "because": "Both wished it so", "by": "Desk", **days},
        {"finding": "C03-01234567", "because": "Long over", "by": "Desk", **days},
    ]
    text = coordination + yaml.safe_dump({"answered_findings": answers})
    (case / "coordination.yaml").write_text(text, encoding="utf-8")
    front, annex = markdown(reported(case)).split("## Annex H: Other findings")
    assert "“Walks” meets at the same time as “Round”" not in front
    sentence = "**Answered:** “Walks” meets at the same time as “Round”."
    sentence += " *Both wished it so (by: Desk; 1 March 2024; until 1 May 2024)*"
    assert f"{sentence} **To track I:** *nothing may be said* **To track II:** “Walks” meets" in annex
    assert "**An answer that does not hold:** A finding of this kind: Work beside a round of the talks." in annex
    assert "other findings of this kind stand in this report" in annex


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a copy of the invented case whose registry was sealed for a key, which the environment names."""
    case = copied_case(tmp_path)
    monkeypatch.setenv(IDENTITY, str(tmp_path / "key.txt"))
    told = tell(capsys, "seal", case / "registry.yaml", "--new-key", tmp_path / "key.txt", "--remove")
    assert (told.status, told.err) == (0, "")
    return case


def test_where_the_registry_is_encrypted_the_report_is_too(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each of its files, for the same keys; opened with one of them, it is what it would be in clear."""
    into = tmp_path / "reports"
    assert tell(capsys, "report", sealed, "--into", into).status == 0
    files = {path.relative_to(into).as_posix(): path for path in into.rglob("*") if path.is_file()}
    assert files.keys() == {f"{name}.age" for name in harbour()}
    assert [name for name, path in files.items() if not path.read_bytes().startswith(b"age-encryption.org/v1\n")] == []
    out = tmp_path / "opened.docx"
    told = tell(capsys, "unseal", files["harbour-talks.team.en.docx.age"], "-o", out)
    assert (told.status, told.out) == (0, f"{out}: made, in clear: delete it when you need it no longer\n")
    assert out.read_bytes() == harbour()["harbour-talks.team.en.docx"]
    printed = tell(capsys, "unseal", files["harbour-talks.team.en.md.age"]).out
    assert printed == markdown(harbour())


def test_a_registry_that_does_not_say_its_keys_has_no_report_and_says_what_to_do(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that was sealed by hand, or before keys were noted: nothing is written, in clear least of all."""
    public = re.findall(r"public key: (\S+)", (tmp_path / "key.txt").read_text(encoding="utf-8"))[0]
    content = tell(capsys, "unseal", sealed / "registry.yaml.age").out
    assert content.endswith(f"\n# sealed for: {public}\n")
    bare = content.replace(f"# sealed for: {public}\n", "").encode()
    (sealed / "registry.yaml.age").write_bytes(pyrage.encrypt(bare, [x25519.Recipient.from_str(public)]))
    told = tell(capsys, "report", sealed, "--into", tmp_path / "reports")
    assert told.status == 1
    assert "error: this registry does not say for which keys it is sealed" in told.err
    assert "seal it again with 'briefpack seal'" in told.err
    assert not (tmp_path / "reports").exists()
    assert tell(capsys, "pack", sealed, "--into", tmp_path / "packs").status == 0


def test_a_build_keeps_nothing_of_a_sealed_report_in_clear(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the report lay in clear before, those files go when the sealed ones come."""
    outputs = tmp_path / "outputs"
    home = outputs / "team-only/default"
    (home / "harbour-talks.team.en.media").mkdir(parents=True)
    for name in ("md", "docx", "manifest.json", "media/plan.png"):
        (home / f"harbour-talks.team.en.{name}").write_bytes(b"clear")
    digests = Sources(sealed, TEMPLATES, "default", "none").digests()
    told = tell(capsys, "build", sealed, "--outputs", outputs, "--made-from", *digests)
    assert told.status == 0, told.err
    names = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert names == {f"{name}.age" for name in harbour()}
    clear = b"What to act on"
    assert [path for path in outputs.rglob("*") if path.is_file() and clear in path.read_bytes()] == []


@pytest.mark.parametrize("edit", ["title: [", ""])
def test_a_clear_report_goes_when_the_registry_is_sealed_though_no_new_one_can_be_made(
    edit: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the case has an error, or the report alone is refused: the registry does not say its keys."""
    monkeypatch.setenv(IDENTITY, str(tmp_path / "key.txt"))
    outputs, home = tmp_path / "outputs", tmp_path / "outputs/team-only/default"
    people = "actors: [{id: a, name: Aide, kind: individual, alias: heron, sensitivity: team_only}]\n"
    registry = "people: {heron: {name: Ada Quill}}\n"
    planning = PLAN.replace("TITLE", "Walks")
    case = write_case(tmp_path / "inputs", case=NAMED + people, planning=planning, registry=registry)
    assert built(case, outputs, capsys).status == 0
    clear = sorted(home.glob("river-talks.team.*"))
    other = home / "river-talks-2.team.en.md"
    other.write_text("Of another case", encoding="utf-8")
    assert len(clear) == 3
    told = tell(capsys, "seal", case / "registry.yaml", "--new-key", tmp_path / "key.txt", "--remove")
    assert told.status == 0, told.err
    if edit:
        (case / "planning.yaml").write_text(planning.replace("title: Walks", edit), encoding="utf-8")
    else:
        key = re.findall(r"public key: (\S+)", (tmp_path / "key.txt").read_text(encoding="utf-8"))[0]
        unsaid = pyrage.encrypt(registry.encode(), [x25519.Recipient.from_str(key)])
        (case / "registry.yaml.age").write_bytes(unsaid)
    told = built(case, outputs, capsys)
    assert told.status == 1
    taken = [line for line in told.problems if "lay here in clear, and a registry that belongs to it is sealed" in line]
    assert sorted(line.partition(":")[0] for line in taken) == [str(path) for path in clear]
    assert list(home.iterdir()) == [other]


def test_a_report_that_is_refused_keeps_no_pack_from_its_readers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody can tell from a pack, or from its state, what only the report says; the build fails for its author."""
    case, outputs = copied_case(tmp_path / "inputs"), tmp_path / "outputs"
    own = "{% extends 'base/parts/unchecked.md.j2' %}\n{% block table %}\nOld rope school behind the salt market\n"
    library = own_templates(tmp_path, {"coordinator/parts/unchecked.md.j2": own + "{% endblock %}\n"})
    config = {"inputs": case.parent, "templates": library, "outputs": outputs, "organisation": "ours"}
    asked = open_library(config)
    options = ("--templates", library, "--organisation", "ours", "--outputs", outputs)
    digests = (asked.made_from("ours", case.name), asked.shared("ours"))
    told = tell(capsys, "build", case, *options, "--made-from", *digests)
    assert told.status == 1
    (line,) = [line for line in told.problems if "X01" in line and "harbour-talks.team.en" in line]
    assert "the report of this case holds what its recipients must not see, so it is not released, and keeps no" in line
    assert set(states(asked).values()) == {"current"}
    assert not (outputs / "team-only").exists()
    assert why_stale(outputs, "ours", case.name, f"{case.name}.team.en", digests[0]) == "never built"
    explained = tell(capsys, "explain", case, *options[:4]).out
    assert explained.count("venue.place") >= 1
    assert "the report is not released" in explained
    assert "the pack is not released" not in explained


@pytest.mark.parametrize("fault", [OverflowError, AssertionError, RecursionError])
def test_a_fault_of_ours_in_the_report_keeps_no_pack_from_its_readers(
    fault: type[Exception], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule that fails on what only the team sees: the packs are released, then it is told."""
    case, outputs = copied_case(tmp_path / "inputs"), tmp_path / "outputs"

    def look(seen: Vantage) -> Iterator[Found]:
        if seen.view.audience == "coordinator":
            raise fault(str(seen.view.root.case.title))
        yield from ()

    monkeypatch.setattr(findings, "RULES", {**findings.RULES, "C12": Rule("medium", "absence", look)})
    digests = Sources(case, TEMPLATES, "default", "none").digests()
    with pytest.raises(fault):
        tell(capsys, "build", case, "--outputs", outputs, "--made-from", *digests)
    released = {path.name for path in (outputs / "default").rglob("*.docx") if path.name.count(".") == 3}
    assert released == {f"{case.name}.track-i.en.docx", f"{case.name}.track-ii.en.docx"}
    states_of_packs = [why_stale(outputs, "default", case.name, f"{case.name}.{one}.en", digests[0]) for one in PACKS]
    assert states_of_packs == ["", ""]
    assert not (outputs / "team-only").exists()


def test_a_build_of_reports_alone_goes_on_where_a_case_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever builds the reports of a library has no error for each case that wants none."""
    case = write_case(tmp_path, case=LEAST)
    digests = Sources(case, TEMPLATES, "default", "none").digests()
    options = ("--audience", "coordinator", "--outputs", tmp_path / "outputs", "--made-from", *digests)
    told = tell(capsys, "build", case, *options)
    assert (told.status, told.err) == (0, "")
    assert why_stale(tmp_path / "outputs", "default", case.name, f"{case.name}.team.en", digests[0]) == ""


@pytest.mark.parametrize(
    ("output", "way", "turn"),
    [
        (
            "date: 2024-02",
            "made (February 2024)",
            "those who made it, to say whether they consent, since February 2024",
        ),
        (
            "consent: {who: All, how: in writing, when: 2024-02}",
            "made, consent (February 2024)",
            "whoever carries it, to hand it over, since February 2024",
        ),
        (
            "consent: {how: in writing}, embargo: {until: 2024-04-01}",
            "made, consent, held back by an embargo (until 1 April 2024)",
            "nobody's until the embargo ends",
        ),
        (
            "consent: {how: in writing}, activity: talk",
            "made, consent, handed over (20 February 2024)",
            "those who got it, to acknowledge and answer it, since 20 February 2024",
        ),
        # What those who met agreed to hand over on that day was another text.
        ("date: 2024-02, activity: talk", "made (February 2024)", "those who made it, to say whether they consent"),
    ],
)
def test_an_idea_is_told_with_each_step_that_is_recorded_and_whose_turn_it_is(
    tmp_path: Path, output: str, way: str, turn: str
) -> None:
    """Nothing counts as taken that the case does not say, and a day that is still to come is no step."""
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        planning="""\
            sensitivity: shared
            activities:
              - {id: talk, title: Walks, track: ii,
                 transfer: {audience: track_i, when: 2024-02-20, consent: {how: aloud, when: 2024-02-19}}}
            """,
        implementation="sensitivity: shared\n"
        "outputs: [{id: x, text: A ferry, release_to: [track_i], sensitivity: team_only, " + output + "}]\n",
    )
    assert f"![A ferry (for track I): {way}. Whose turn it is: {turn}" in markdown(reported(case))


def test_what_stays_with_those_who_made_it_is_not_called_handed_over(tmp_path: Path) -> None:
    """A day and a consent that were set for another paper of the same work are none of this one."""
    way = "transfer: {audience: track_i, when: 2024-02-20, consent: {how: aloud, when: 2024-02-19}}"
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        planning=f"sensitivity: shared\nactivities: [{{id: talk, title: Walks, track: ii, {way}}}]\n",
        implementation="sensitivity: shared\n"
        "outputs: [{id: x, text: A list, activity: talk, release_to: [track_ii]}]\n",
    )
    assert "![A list (for track II): made. Whose turn it is: nobody's.](" in markdown(reported(case))


def test_what_went_between_the_tracks_is_told_by_its_records(tmp_path: Path) -> None:
    """With or without an output; the last of several records of one thing counts."""
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        implementation="""\
            sensitivity: shared
            outputs: [{id: x, text: A ferry, consent: {how: in writing}, release_to: [track_i]}]
            """,
        coordination="""\
            sensitivity: shared
            transfers:
              - {what: The paper, output: x, to: track_i, handed_over: 2024-02-01, acknowledged: 2024-02-03}
              - {what: The paper again, output: x, to: track_i, handed_over: 2024-02-05}
              - {what: A list, consent: {how: by word}, to: track_ii, handed_over: 2024-02-07, answered: 2024-02-09,
                 used: adopted}
            """,
    )
    acknowledged = "made, consent, handed over (5 February 2024), acknowledged (3 February 2024)"
    since = "those who got it, to answer it, since 3 February 2024"
    used = "consent, handed over (7 February 2024), answered (9 February 2024), use known"
    assert (
        f"![A ferry (for track I): {acknowledged}. Whose turn it is: {since}. "
        f"A list (for track II): {used}. Whose turn it is: nobody's.](" in markdown(reported(case))
    )


def test_what_is_said_stands_under_its_topic_whoever_it_is_prepared_for() -> None:
    """Lines to the press and answers to what may be raised too: with what messages and public lines say of it."""
    said = [line.split(" | ")[::2] for line in markdown(harbour()).partition("## Annex E: ")[2].splitlines()]
    kinds = {(cells[0].strip("| "), cells[1].partition(",")[0]) for cells in said if len(cells) == 2}
    assert {("Berths", "holding line"), ("Berths", "agreed public line"), ("Contacts", "press line")} <= kinds
    assert ("Part of officials", "answer if raised") in kinds
    assert "no topic given" not in markdown(harbour())


def test_what_is_said_names_the_office_or_side_that_says_it_and_no_person(tmp_path: Path) -> None:
    """And it does so as closely as the words may be attributed; a team may be one person."""
    actors = """\
        [{id: a, name: Office A, kind: foundation}, {id: t, name: Quill Team, kind: team},
         {id: p, name: Ada Quill, kind: individual}, {id: q, name: Quiet Body}]
    """.strip()
    said = {
        "said_by: a, attribution: named": "Office A",
        "said_by: a, affiliation: a, attribution: affiliation": "Office A",
        "said_by: a, side: mill, attribution: group": "The mill",
        "said_by: a, attribution: none": "not attributed",
        "said_by: p, attribution: named": "not attributed",
        "said_by: p, side: mill, attribution: named": "The mill",
        "said_by: q, attribution: named": "not attributed",
        "said_by: t, attribution: named": "not attributed",
    }
    messages = "".join(
        f"  - {{text: Words {at}, {one}, activity: x, consent: {{who: All, how: In writing, when: 2024-02-01}}}}\n"
        for at, one in enumerate(said)
    )
    works = (("x", "Walks", "a"), ("y", "Meals", "p"))
    line = "confidentiality: on_record, attribution_max: named, media: {{holding_line: Of {1}, spokesperson: {2}}}"
    work = ", ".join(f"{{id: {one[0]}, title: {one[1]}, {line.format(*one)}}}" for one in works)
    case = write_case(
        tmp_path,
        case=NAMED + f"actors: {actors}\n",
        assessment="sensitivity: shared\nparties: [{id: mill, name: The mill}]\n",
        planning=f"sensitivity: shared\nactivities: [{work}]\n",
        coordination=f"sensitivity: shared\nmessages:\n{messages}public_lines: [{{text: Of both}}]\n",
    )
    text = markdown(reported(case)).partition("## Annex E: ")[2]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    told = {row[3]: (row[1], row[2]) for row in rows if len(row) == 4}
    assert {words: told[words] for words in told if words.startswith("Words ")} == {
        f"Words {at}": (speaker, "message") for at, speaker in enumerate(said.values())
    }
    assert told["Of Walks"] == ("Office A", "holding line, Walks")
    assert told["Of Meals"] == ("not attributed", "holding line, Meals")
    assert told["Of both"] == ("both tracks", "agreed public line")


def built(case: Path, outputs: Path, capsys: pytest.CaptureFixture[str], *audiences: str) -> Told:
    """Build the packs and the report of a case into outputs, as a job of a build does, and return what is told."""
    digests = Sources(case, TEMPLATES, "default", "none").digests()
    chosen = [word for audience in audiences for word in ("--audience", audience)]
    return tell(capsys, "build", case, "--outputs", outputs, *chosen, "--made-from", *digests)


PLAN = (
    "sensitivity: shared\nactivities: [{id: x, title: TITLE, track: ii, safety: {measures: [Two boats wait outside]}}]"
)


def recallable(parent: Path, title: str) -> Path:
    """Return a case whose activity has this title; its measures of safety are in no report."""
    return write_case(parent, case=NAMED + "version: '1.1'\n", planning=PLAN.replace("TITLE", title))


def test_a_report_that_holds_what_is_closed_today_is_recalled_where_only_the_team_looks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its note lies among the reports; packs that hold nothing closed, and their notes, know nothing of it."""
    outputs, home = tmp_path / "outputs", tmp_path / "inputs"
    note = outputs / "team-only/.recalls/default/river-talks.team.en.json"
    case = recallable(home, "Two boats wait")
    assert built(case, outputs, capsys, "coordinator").status == 0
    assert not note.exists()
    text = (case / "planning.yaml").read_text(encoding="utf-8")
    (case / "planning.yaml").write_text(text.replace("title: Two boats wait", "title: Walks"), encoding="utf-8")
    (case / "planning.yaml").write_text(
        text.replace("title: Two boats wait", "title: Walks").replace("Two boats wait outside", "Two boats wait"),
        "utf-8",
    )
    told = built(case, outputs, capsys, "coordinator")
    assert told.status == 0, told.err
    (line,) = [line for line in told.problems if "is to be recalled" in line]
    assert line.startswith(f"{outputs}/team-only/default/river-talks.team.en")
    assert (
        "warning: the report released as version 1.1 is to be recalled: its reader may no longer see all of it" in line
    )
    assert "boats" not in line
    assert json.loads(note.read_text(encoding="utf-8"))["recalled"][0]["version"] == "as version 1.1"
    assert not (outputs / ".recalls").exists()


def test_an_encrypted_report_is_compared_too_and_one_that_no_key_opens_is_told_of(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is opened in memory with the key that opens the registry; nothing of it is written in clear."""
    outputs, planning = tmp_path / "outputs", sealed / "planning.yaml"
    assert built(sealed, outputs, capsys, "coordinator").status == 0
    text = planning.read_text(encoding="utf-8")
    closed_now = text.replace("title: Lamp-room conversations with the crews", "title: Shore calls")
    added = closed_now.replace("measures: [Never two", "measures: [Lamp-room conversations with the crews, Never two")
    planning.write_text(added, encoding="utf-8")
    told = built(sealed, outputs, capsys, "coordinator")
    assert told.status == 0, told.err
    assert [line for line in told.problems if "the report released as version 0.4 is to be recalled" in line] != []
    assert [path for path in outputs.rglob("*.md") if path.is_file()] == []
    stranger = x25519.Identity.generate().to_public()
    for path in outputs.glob("team-only/default/*.age"):
        path.write_bytes(pyrage.encrypt(b"old", [stranger]))
    planning.write_text(added + "# one more\n", encoding="utf-8")
    told = built(sealed, outputs, capsys, "coordinator")
    assert told.status == 0, told.err
    assert [line for line in told.problems if "your key does not open it" in line] != []


def test_a_note_on_a_report_that_cannot_be_read_keeps_no_pack_from_its_readers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The new report is held back, as a pack would be by its own note; the packs are released."""
    outputs, home = tmp_path / "outputs", tmp_path / "inputs"
    note = outputs / "team-only/.recalls/default/river-talks.team.en.json"
    case = recallable(home, "Two boats wait")
    assert built(case, outputs, capsys, "coordinator").status == 0
    note.parent.mkdir(parents=True)
    note.write_text("garbage", encoding="utf-8")
    before = (outputs / "team-only/default/river-talks.team.en.md").read_bytes()
    planning = PLAN.replace("TITLE", "Walks").replace("Two boats wait outside", "Two boats wait")
    (case / "planning.yaml").write_text(planning, encoding="utf-8")
    told = built(case, outputs, capsys)
    assert told.status == 1
    assert [line for line in told.problems if f"{note}:1:1: error: this note on packs" in line] != []
    assert (outputs / "default/river-talks/river-talks.track-ii.en.md").is_file()
    assert (outputs / "team-only/default/river-talks.team.en.md").read_bytes() == before


def _days_told(case: Path) -> dict[str, str]:
    """Return the table of the days ahead: what is said of each, and who sees it."""
    table = markdown(reported(case)).partition("## The next sixty days")[2].partition("**Always")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    return {row[1]: row[2] for row in rows[2:] if len(row) == 3}


def test_each_day_ahead_is_told_as_what_it_is_and_as_seen_by_those_whose_packs_print_it(tmp_path: Path) -> None:
    """Money that ends is not held back, what comes out of work is not the work, and an answer's end is no event."""
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        assessment="sensitivity: shared\nnext_review: 2024-03\nreadiness: [{id: gap_named, date: 2024-03-02}]\n",
        conception="""\
            sensitivity: shared
            desired_change: {who: Pilots, from: Silence, to: Talk, by: 2024-04}
            scale_up: [{mechanism: A school course, by: 2024-04-02}]
            track_i_relations: [{from: 2024-03-05, to: 2024-04-05}]
            funding: {until: 2024-04-20}
            """,
        planning="""\
            sensitivity: shared
            activities: [{id: x, title: Walks, track: ii, transfer: {when: 2024-03-07, consent: {when: 2024-03-06}}}]
            """,
        implementation="""\
            sensitivity: shared
            outputs: [{id: o, text: A ferry, embargo: {until: 2024-04-01}}]
            """,
        coordination="""\
            sensitivity: shared
            mandate: {next_review: 2024-03-20}
            commitments: [{by: track_i, what: The dates, due: 2024-03-21}]
            answered_findings:
              - {finding: C03-01234567, because: So, by: Desk, decided: 2024-03-01, until: 2024-04-01}
            """,
    )
    assert _days_told(case) == {
        "Assessment *(to be reviewed)*": "both sides",
        "The change that the work is for *(to be seen by then)*": "both sides",
        "A school course *(to be done by then)*": "track II alone",
        "The money for the work *(lasts until then)*": "track II alone",
        "What comes out of “Walks” *(to be handed over)*": "both sides",
        "Walks *(consent to it)*": "both sides",
        "A ferry *(held back until then)*": "neither side",
        "The mandate for coordinating the tracks *(to be reviewed)*": "both sides",
        "The dates *(due)*": "both sides",
    }


def test_the_day_of_one_thing_is_told_once(tmp_path: Path) -> None:
    """An ask, the decision at the meeting that it is and the promise that answers it are due on one day."""
    pages = "{track_i: {asks: [{id: reply, ask: Reply to the millers, by: 2024-03-20}]}}"
    files = {
        "case": f"{NAMED}date_of_information: 2024-03-01\nfront_pages: {pages}\n",
        "engagements": """\
            sensitivity: shared
            track_i: [{id: call, title: A call, date: 2024-03-20, decide_by: 2024-03-20, same_as: reply}]
            """,
        "coordination": """\
            sensitivity: shared
            commitments: [{by: track_i, what: A reply, due: DAY, same_as: reply}]
            """,
    }
    call = {"A call": "track I alone"}
    promise = {"A reply *(due)*": "both sides"}
    once = write_case(tmp_path / "1", **{**files, "coordination": files["coordination"].replace("DAY", "2024-03-20")})
    assert _days_told(once) == {**call, **promise}
    alone = write_case(tmp_path / "2", **{name: text for name, text in files.items() if name != "coordination"})
    assert _days_told(alone) == {**call, "Reply to the millers *(asked by this day)*": "track I alone"}
    apart = write_case(tmp_path / "3", **{**files, "coordination": files["coordination"].replace("DAY", "2024-03-21")})
    assert _days_told(apart) == {**call, **promise, "Reply to the millers *(asked by this day)*": "track I alone"}


@pytest.mark.parametrize(("day", "is_told"), [("2024-03-19", True), ("2024-03-20", False)])
def test_a_decision_on_the_day_of_its_meeting_is_told_by_that(tmp_path: Path, day: str, is_told: bool) -> None:
    """One day of one thing would else stand there twice, under one title."""
    meeting = f"{{id: call, title: A call, date: 2024-03-20, decide_by: {day}}}"
    case = write_case(
        tmp_path,
        case=f"{NAMED}date_of_information: 2024-03-01\n",
        engagements=f"sensitivity: shared\ntrack_i: [{meeting}]\n",
    )
    decision = {"A call *(to be decided)*": "track I alone"} if is_told else {}
    assert _days_told(case) == {"A call": "track I alone", **decision}


def test_each_date_of_the_model_has_words_for_the_days_ahead(tmp_path: Path) -> None:
    """No day falls back on the words of another."""
    views = take_in(write_full_case(tmp_path)).disclosed
    assert views is not None
    dates = [one for one in views.of("coordinator").leaves if isinstance(one.value, PartialDate)]
    said = {said_of(one.path) for one in dates if one.path[-1] in DATES and is_event(one.path)}
    assert {one for one in said if wording().has(f"report.day_{one}")} == said


_GONE = """\
    sensitivity: shared
    transfers: [{what: A list, from: track_i, to: track_ii, handed_over: 2024-02-07, answered: 2024-02-09}]
    """


def test_whose_turn_it_is_agrees_with_what_is_to_be_settled_at_once(tmp_path: Path) -> None:
    """Of what went without consent it is its carrier's, however far it got; the first line speaks of what is urgent."""
    case = write_case(tmp_path, case=NAMED + "date_of_information: 2024-03-01\n", coordination=_GONE)
    text = markdown(reported(case))
    assert "Whose turn it is: whoever carries it, to settle the consent at once." in text
    assert "\nWhere “At once” stands below, act now; on all else, act by the next monthly exchange of dates.\n" in text
    assert "pass on no more of it until then. **At once.**" in text
    consented = _GONE.replace("what: A list", "what: A list, consent: {who: All, how: By letter, when: 2024-02}")
    case = write_case(tmp_path / "b", case=NAMED + "date_of_information: 2024-03-01\n", coordination=consented)
    assert "settle the consent" not in markdown(reported(case))


_TALKS = """\
sensitivity: shared
track_i: {phase: negotiation}
feasibility: {civil_society: strong}
efforts:
  - {id: e, name: Walks, track: ii, activity_type: training, convenor: lead}
"""
_HIDDEN = "  - {id: h, name: Radio hour, track: ii, activity_type: media_programme, sensitivity: team_only}\n"


def test_what_a_sides_own_pack_asks_is_told_apart_from_findings_and_of_hidden_work_alike(tmp_path: Path) -> None:
    """Of a finding one of two things is said of a side; what its pack asks does not come or go with what it lacks."""
    plain, hidden = (
        markdown(
            reported(
                write_case(
                    tmp_path / name,
                    case=NAMED
                    + "date_of_information: 2024-03-01\nactors: [{id: lead, name: Shore House, kind: other}]\n",
                    assessment=_TALKS + more,
                )
            )
        )
        for name, more in (("plain", ""), ("hidden", _HIDDEN))
    )
    asked = re.compile(r"^### What the packs? of .*?(?=^## )", re.MULTILINE | re.DOTALL)
    told = asked.findall(plain)
    assert told == asked.findall(hidden)
    assert "At this point of the official talks (in negotiation) this pack shows no work" in told[0]
    sides = re.findall(r"\| (\*\*To (?:either|both|track).*) \|$", plain, re.MULTILINE)
    assert {*sides} == {"**To either side:** *nothing*"}


def test_of_a_loose_end_the_advice_is_to_settle_what_is_missing(tmp_path: Path) -> None:
    """Consent to it is recorded; the packs name the loose end themselves."""
    case = write_case(
        tmp_path,
        case=NAMED + "date_of_information: 2024-03-01\n",
        planning="sensitivity: shared\nactivities: [{id: x, title: Walks, track: ii}]\n",
        implementation="""\
            sensitivity: shared
            outputs:
              - {id: o, text: A ferry, kind: option, activity: x, release_to: [track_i], sensitivity: shared,
                 consent: {who: All, how: in writing, when: 2024-02}}
            """,
    )
    text = markdown(reported(case)).partition("“A ferry” is meant")[2].partition("**2.")[0]
    assert "Decide what is not recorded, and write it into the case: the recipient, the carrier and the date" in text
    assert "| **To either side:** *nothing* |" in text


def test_what_the_packs_of_both_sides_ask_is_told_once_and_what_one_asks_behind_its_name() -> None:
    """The questions are those of what each pack does not show."""
    told = markdown(reported(INPUTS / "crossed-lines")).partition("\n## Annex C: ")[2].partition("\n## ")[0]
    head, _, rest = told.partition("### What the packs of both sides ask of what they do not show\n")
    both, _, convenors = rest.partition("### What the pack of track II (facilitators and convenors) asks of what it")
    assert "?\n" not in head
    assert "- This pack shows no work with Herders of the plateau. Who is in touch with them?\n" in both
    assert "no link from the strategy to what a society decides" in convenors.partition("###")[0]
    questions = re.findall(r"^- .*\?$", told, re.MULTILINE)
    assert len(questions) == len(set(questions)) > 8
