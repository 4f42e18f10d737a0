"""Release: a pack leaves when the gate has read all of it, found nothing, and proved that it would have."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from tests.building import (
    INPUTS,
    LEAST,
    PACKS,
    TEMPLATES,
    Told,
    case_of,
    gated_alone,
    make_packs,
    read_case,
    shipped,
    shipped_packs,
    tell,
    wording,
    write_case,
)

from briefpack.case.registry import OpenedRegistry, Registry, Sealed
from briefpack.disclosure.select import select
from briefpack.disclosure.views import Views
from briefpack.gate.surfaces import Finished
from briefpack.gate.terms import Sought, fixed_row, sought
from briefpack.packs import house_styles, making, packing
from briefpack.packs.house_styles import read_house_style
from briefpack.packs.orders import Order
from briefpack.packs.packing import explained
from briefpack.packs.recalling import Today, leaks_today
from briefpack.packs.wordings import PackWording
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.release import Leaking, release

CASE = "harbour-talks"
STEM = f"{CASE}.track-i.en"
SHUT = "sensitivity: team_only"


def order(case: Path, templates: Path = TEMPLATES) -> Order:
    """Return the order of both packs of a case."""
    return Order(case, templates, "default", PACKS, ("en",))


def refused(case: Path, templates: Path = TEMPLATES) -> list[str]:
    """Return what is said of a release that is refused."""
    with pytest.raises(Refusal) as caught:
        make_packs(order(case, templates))
    return [str(problem) for problem in caught.value.problems]


def told_to_the_author(case: Path, templates: Path = TEMPLATES, organisation: str = "default") -> list[str]:
    """Return what `explain` says of the packs of a case."""
    return [str(problem) for problem in explained(Order(case, templates, organisation, PACKS, ("en",)), None)]


def finished() -> Finished:
    """Return the finished files of a pack as they come to the release."""
    files = {name: data for name, data in shipped_packs(CASE).items() if name.startswith(STEM)}
    return Finished({name: data for name, data in files.items() if not name.endswith(".json")})


def wanted(parent: Path, case: str = LEAST, registry: str = "people: {}", **files: str) -> set[str]:
    """Return what is looked for in the track I pack of a case, in words."""
    made = case_of(parent, case, **files)
    people = Registry.model_validate(yaml.safe_load(registry))
    view, says = select(made, "track-i"), wording()
    return {" ".join(term.words) for term in sought(made, view, people, fixed_row(says, []), says).terms}


def test_the_manifest_tells_what_was_released() -> None:
    """Names and digests of all files, what the pack says of itself, and the proof that the gate read it."""
    files = shipped_packs(CASE)
    told = json.loads(files[f"{STEM}.manifest.json"])
    mine = {name: data for name, data in files.items() if name.startswith(STEM) and not name.endswith(".json")}
    assert told.pop("files") == {name: hashlib.sha256(data).hexdigest() for name, data in mine.items()}
    proof = told.pop("gate")
    assert told == {
        "pack": STEM,
        "organisation": "default",
        "audience": "track-i",
        "mark": json.loads(files[f"{STEM}.md"].decode().partition("\nmark: ")[2].partition("\n")[0]),
        "version": "0.4",
        "date_of_information": "2024-03-01",
    }
    assert proof["canaries_seeded"] == proof["canaries_found"] == len(proof["surfaces_read"]) > 35


def test_the_same_pack_has_the_same_manifest() -> None:
    """No clock, folder or order of jobs is in it."""
    assert make_packs(order(INPUTS / CASE)) == shipped_packs(CASE)


def test_a_registered_name_in_a_template_refuses_every_pack_of_the_order(tmp_path: Path) -> None:
    """The registry is compared with what came out, whoever wrote it there; rule, file and place are told."""
    library = shutil.copytree(TEMPLATES, tmp_path / "templates")
    cover = library / "base" / "parts" / "cover.md.j2"
    cover.write_text(f"{cover.read_text(encoding='utf-8')}\nDraft by T\u00e1msel Orrelby.\n", encoding="utf-8")
    told = told_to_the_author(INPUTS / CASE, library)
    assert any("X01: word/document.xml, body, paragraph" in line for line in told)
    assert all("X01: " in line and "of the sealed registry" in line for line in told)
    files = {line.partition(":")[0] for line in told}
    assert files == {f"{CASE}.{audience}.en.{kind}" for audience in PACKS for kind in ("docx", "md")}
    assert "amsel" not in "".join(told).casefold()


def test_a_withheld_text_in_a_template_is_found_in_part(tmp_path: Path) -> None:
    """Five words in a row of a withheld text give it away; the place where the case withholds it is told."""
    case = write_case(
        tmp_path, case=LEAST + "place: {value: A disused mill above the second weir, sensitivity: team_only}"
    )
    library = shutil.copytree(TEMPLATES, tmp_path / "templates")
    cover = library / "base" / "parts" / "cover.md.j2"
    cover.write_text(f"{cover.read_text(encoding='utf-8')}\nNear a mill above the second weir.\n", encoding="utf-8")
    told = told_to_the_author(case, library)
    assert any(f"holds what is withheld at {case}/case.yaml:4:8 (case.place), which" in line for line in told)
    assert "weir" not in "".join(told)


def test_a_sealed_registry_refuses_the_release(monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be compared with the people of the case is not released, and the reason is told."""
    problem = Problem(Place("registry.yaml.age"), "this registry is sealed")
    monkeypatch.setattr(packing, "open_registry", lambda _: OpenedRegistry(Sealed(problem)))
    assert refused(INPUTS / CASE) == [str(problem)]
    with pytest.raises(Refusal) as caught:
        gated_alone(order(INPUTS / CASE))
    assert caught.value.problems == (problem,)


def test_no_pack_is_made_while_the_registry_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is opened for the checks, and again when every page is made."""
    done: list[str] = []
    steps = ((making, "draw"), (making, "render"), (house_styles, "typeset"), (packing, "open_registry"))
    for module, name in steps:
        own = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *a, own=own, name=name, **k: done.append(name) or own(*a, **k))
    make_packs(order(INPUTS / CASE))
    assert done.count("typeset") == 6
    assert [number for number, name in enumerate(done) if name == "open_registry"] == [0, len(done) - 1]


def test_a_fault_of_form_refuses_too() -> None:
    """What the inspection of the Word file finds stands beside what the gate finds."""
    files = dict(finished().files) | {f"{STEM}.docx": b"no Word file"}
    with pytest.raises(Refusal) as caught:
        release(STEM, "track-i", Finished(files), Sought(()))
    told = [str(problem) for problem in caught.value.problems]
    assert any("the file is not a whole zip file" in line for line in told)
    assert {problem.rule for problem in caught.value.problems} == {"form"}
    assert not isinstance(caught.value, Leaking)


def test_a_find_makes_another_refusal_than_a_fault_of_form_whatever_else_is_wrong() -> None:
    """All packs that are made with it are told of a find, and of a fault its own pack alone."""
    case = shipped(CASE)
    people = Registry.model_validate({"people": {"heron": {"name": case.content.case.title}}})
    view, says = select(case, "track-i"), wording()
    terms = sought(case, view, people, fixed_row(says, []), says)
    for files in (finished().files, dict(finished().files) | {f"{STEM}.docx": b"no Word file"}):
        with pytest.raises(Leaking):
            release(STEM, "track-i", Finished(files), terms)


def test_a_released_pack_of_before_is_searched_by_the_rules_of_today(tmp_path: Path) -> None:
    """A case that closes what was open says where its last released pack would leak now."""
    case = write_case(tmp_path, case=f"{LEAST}summary: The millers of two valleys meet at the weir.\n")
    files = {name: data for name, data in make_packs(order(case)).items() if ".track-ii." in name}
    house = read_house_style(TEMPLATES, "default", "en")
    worded = PackWording(house.catalogue, house.fixed)
    assert leaks_today(Today(Views(read_case(case)[0]), None), worded, "track-ii", files) == []
    closed = f"{LEAST}summary: {{value: The millers of two valleys meet at the weir., {SHUT}}}\n"
    told = leaks_today(Today(Views(read_case(write_case(tmp_path, case=closed))[0]), None), worded, "track-ii", files)
    assert {problem.place.file for problem in told} == {f"river-talks.track-ii.en.{kind}" for kind in ("docx", "md")}
    assert all(problem.rule == "X01" and "case.yaml:4:" in problem.message for problem in told)


def test_what_is_looked_for_is_what_the_reader_may_not_see(tmp_path: Path) -> None:
    """Whole texts and runs of five words, names of what is absent, places, exact days in every form; nothing shown."""
    found = wanted(
        tmp_path,
        f"""{LEAST}sources: [{{key: S1, citation: One}}]
summary: The seven millers of the upper valley have met before.
place: {{value: Kelm, sensitivity: team_only}}
timeline:
  - {{date: 1994-02-03, track: ii, event: The millers meet.}}
  - {{date: 1994-05-17/1994-06, track: ii, event: {{value: A second meeting was held at the weir, {SHUT}}}}}
actors:
  - {{id: quiet_host, name: Weir Keepers, kind: team, sensitivity: team_only}}
gaps_in_evidence:
  value: [Nobody knows what the seven millers of the upper valley said.]
  sensitivity: team_only
""",
    )
    assert {"kelm", "weir keepers", "quiet host", "1994 05 17", "17 may 1994", "17 05 1994"} <= found
    assert {"a second meeting was held at the weir", "second meeting was held at", "valley said"} & found == {
        "a second meeting was held at the weir",
        "second meeting was held at",
    }
    assert "the seven millers of the" not in found
    assert "3 february 1994" not in found
    assert not any(word.startswith("1994 06") for word in found)


def test_words_that_arise_between_two_values_that_the_reader_sees_are_not_looked_for(tmp_path: Path) -> None:
    """A pack may set a text beside a day or another text; what goes on within one value, or further, is looked for."""
    found = wanted(
        tmp_path,
        f"""{LEAST}sources: [{{key: S1, citation: One}}]
summary: A written answer to the sluice table
timeline:
  - {{date: 2026-12-11, track: ii, event: All sixteen keepers}}
  - {{date: 2026-10-02, track: ii, event: gave it in writing}}
  - {{date: 2026-10-03, track: ii, event: {{value: "All sixteen keepers gave it in writing", {SHUT}}}}}
gaps_in_evidence:
  value:
    - They promised an answer to the sluice table by 11 December 2026 or never.
    - Of the sluice table in writing.
  sensitivity: team_only
""",
    )
    assert found.isdisjoint(
        {
            "the sluice table by 11",
            "sluice table by 11 december",
            "all sixteen keepers gave it in writing",
            "sixteen keepers gave it in",
        }
    )
    assert found >= {"an answer to the sluice", "11 december 2026 or never", "of the sluice table in writing"}


def test_what_is_said_about_a_withheld_value_is_looked_for_too(tmp_path: Path) -> None:
    """Other readings, reasons for a confidence and reasons for an empty list are terms as well."""
    case = f"""{LEAST}sources: [{{key: S1, citation: One}}]
place:
  value: A mill upstream
  sensitivity: team_only
  other_readings: [{{value: A bridge far downstream, cite: [S1]}}]
  confidence: low
  confidence_because: Only one boatman said so.
timeline: {{value: [], none_because: Nothing has happened yet, sensitivity: team_only}}
"""
    assert wanted(tmp_path, case) >= {
        "a mill upstream",
        "a bridge far downstream",
        "only one boatman said so",
        "nothing has happened yet",
    }


REGISTRY = """
people:
  heron:
    name: Tamsel Orrelby
    spellings: [Tomsul Urrelbi]
    affiliations: [Board of the Upper Mill, Millers Guild]
    other_seats: [Warden of the weir]
"""


def test_everything_that_leads_to_a_person_is_looked_for(tmp_path: Path) -> None:
    """Names in every spelling, each part of them, the alias, affiliations and seats, but for what is shown openly."""
    found = wanted(tmp_path, f"{LEAST}actors: [{{id: guild, name: Millers Guild, kind: team}}]\n", REGISTRY)
    assert found >= {"tamsel orrelby", "tomsul urrelbi", "orrelby", "urrelbi", "tamsel", "heron"}
    assert found >= {"board of the upper mill", "warden of the weir"}
    assert "millers guild" not in found


def test_an_alias_is_looked_for_whatever_is_shown(tmp_path: Path) -> None:
    """A body that the reader is openly told of is no term, and one that stands inside another text is one."""
    case = f"{LEAST}summary: The Millers Guild met. A heron flew by.\nversion: Warden of the weir\n"
    found = wanted(tmp_path, case, REGISTRY)
    assert {"heron", "millers guild"} <= found
    assert "warden of the weir" not in found


def test_the_name_of_an_organisation_that_is_protected_refuses_its_packs(tmp_path: Path) -> None:
    """The folder that packs lie in is read as their names are."""
    library = shutil.copytree(TEMPLATES, tmp_path / "templates")
    shutil.copytree(library / "default", library / "tamsel-orrelby")
    with pytest.raises(Refusal):
        make_packs(Order(INPUTS / CASE, library, "tamsel-orrelby", PACKS, ("en",)))
    told = told_to_the_author(INPUTS / CASE, library, "tamsel-orrelby")
    told_of_names = [line.partition("names of files and folders holds ")[2] for line in told]
    kinds = {one.partition(" of the sealed")[0] for one in told_of_names if one}
    assert kinds == {"a name", "a part of a name"}
    assert not any("orrelby" in line for line in told)


def test_a_find_is_told_once_a_file_with_where_to_look(tmp_path: Path) -> None:
    """The refused files can be opened by nobody, so the message leads to what they were made from."""
    library = shutil.copytree(TEMPLATES, tmp_path / "templates")
    cover = library / "base" / "parts" / "cover.md.j2"
    line = "Tamsel Orrelby, Orrelby Tamsel, at the Crane drivers' mutual of Ardrube; curlew, curlew"
    cover.write_text(f"{cover.read_text(encoding='utf-8')}\n{line}\n\n{line}\n", encoding="utf-8")
    told = [line for line in told_to_the_author(INPUTS / CASE, library) if "track-i.en.md" in line]
    remedies = {line.partition(" holds ")[2].partition(", which")[0]: line for line in told}
    assert len(remedies) == len(told) == 4
    assert all("look for it in the case, the templates, the wording and organisation.yaml" in line for line in told)
    assert {kind for kind, line in remedies.items() if "write the role in its place" in line} == {
        "a name of the sealed registry",
        "a part of a name of the sealed registry",
    }


def test_a_term_that_the_case_allows_is_no_leak_and_is_counted(tmp_path: Path) -> None:
    """An allowance takes one term out of the search; the manifest says how many such terms stand in the pack."""
    text = f"{LEAST}place: {{value: Packmill, sensitivity: team_only}}\n"
    allowance = "handling:\n  allowed_terms: [{term: Packmill, because: The name of the journal too, by: the editor}]\n"
    library = shutil.copytree(TEMPLATES, tmp_path / "templates")
    cover = library / "base" / "parts" / "cover.md.j2"
    cover.write_text(f"{cover.read_text(encoding='utf-8')}\nPrinted in the Packmill.\n", encoding="utf-8")
    case = write_case(tmp_path, case=text)
    assert refused(case, library)
    files = make_packs(order(write_case(tmp_path, case=text + allowance), library))
    used = {name: json.loads(data)["gate"]["allowances_used"] for name, data in files.items() if name.endswith(".json")}
    assert used == {f"river-talks.{audience}.en.manifest.json": 1 for audience in PACKS}


def test_a_text_that_the_case_allows_is_allowed_in_part(tmp_path: Path) -> None:
    """Words that packs put together from what is shown can be allowed as they stand there; longer texts are not."""
    place = f"place: {{value: The boards of the upper and lower weir met in secret, {SHUT}}}\n"
    term = "the boards of the upper and lower weir"
    allowance = f"handling:\n  allowed_terms: [{{term: {term}, because: A list, by: the editor}}]\n"
    before, after = wanted(tmp_path, LEAST + place), wanted(tmp_path, LEAST + place + allowance)
    runs = {"the boards of the upper", "boards of the upper and", "of the upper and lower", "the upper and lower weir"}
    assert before - after == runs
    assert "the boards of the upper and lower weir met in secret" in after


def test_nothing_is_looked_for_in_the_view_of_the_team() -> None:
    """Who sees everything is kept from nothing."""
    case, says = shipped(CASE), wording()
    team = select(case, "team")
    assert sought(case, team, None, fixed_row(says, []), says).terms == ()


def test_whoever_reads_logs_learns_of_a_guess_no_more_than_one_yes_or_no(tmp_path: Path) -> None:
    """However many finds, of whatever kind and wherever, a refusal is one line a pack, and the same one."""
    library = shutil.copytree(TEMPLATES, tmp_path / "templates")
    cover = library / "base" / "parts" / "cover.md.j2"
    whole = cover.read_text(encoding="utf-8")
    said = set()
    for guesses in (["Orrelby"], ["Winter", "Curlew", "Tamsel Orrelby"], ["Old rope school behind the salt market"]):
        cover.write_text("\n\n".join((whole, *guesses)), encoding="utf-8")
        told = refused(INPUTS / CASE, library)
        assert [line.partition(": error: X01: ")[0] for line in told] == [f"{CASE}.{one}.en:1:1" for one in PACKS]
        said |= {line.partition(": error: ")[2] for line in told}
    assert len(said) == 1


def test_explain_prints_finds_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The author of a case is told surface, line and field, or in one line that there is nothing."""
    case = write_case(tmp_path, case=f"{LEAST}place: {{value: Packmill, {SHUT}}}\n")
    library = shutil.copytree(TEMPLATES, tmp_path / "templates")
    assert tell(capsys, "explain", case, "--templates", library) == Told(
        0, f"{case}: the gate finds nothing: these packs can be released\n", ""
    )
    cover = library / "base" / "parts" / "cover.md.j2"
    cover.write_text(f"{cover.read_text(encoding='utf-8')}\nIn the Packmill.\n", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    told = tell(capsys, "explain", case, "--templates", library)
    assert told.status == 1
    assert re.search(r"Markdown text, line \d+, word 3, under the heading “", told.out)
    assert "(case.place)" in told.out
    assert "ackmill" not in told.out
    assert sorted(tmp_path.rglob("*")) == before
