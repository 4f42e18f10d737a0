"""The register across cases: which cases are in it, what it tells of them, and what it never tells."""

# Tables of what is written and what is said read best in whole lines, with the dashes that are printed.
# ruff: noqa: E501, RUF001

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.building import INPUTS, Told, add_language, complaints, own_templates, problems_of, tell, wording, write_case

from briefpack.files.batches import Batch
from briefpack.files.case_registers import may_enter
from briefpack.files.library import open_library
from briefpack.files.sealing import IDENTITY
from briefpack.findings import RULES

DESK = "Desk of all shores"
OURS = {"organisation.yaml": f"name: Ours\nregister: {{recipients: [{DESK}]}}\n"}
OPEN = f"distribution: {{coordinator: [Someone, {DESK}], register: [{DESK}]}}"
CLOSED = f"distribution: {{coordinator: [Someone, {DESK}]}}"
CASE = """\
sensitivity: shared
id: {id}
title: {title}
place: {place}
date_of_information: 2024-03-01
handling: {{mark: confidential, {distribution}}}
actors: {actors}
"""
TRUST = "[{id: pays, name: Lantern Mole Trust, kind: foundation}]"
PAYS = "sensitivity: shared\nfunding: {sources: [{actor: pays}]}\n"


@dataclass
class Shelf:
    """A folder of cases, an organisation with a register, and the command that makes it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def put(self, name: str, distribution: str = OPEN, actors: str = TRUST, place: str = "", **files: str) -> Path:
        """Write a case that pays and shares no place, unless told otherwise; whatever it was before is gone."""
        shutil.rmtree(self.folder / "inputs" / name, ignore_errors=True)
        facts = {"id": name, "title": f"Talks of {name}", "place": place or f"The shore of {name}"}
        case = CASE.format(**facts, distribution=distribution, actors=actors)
        return write_case(self.folder / "inputs", name, **({"case": case, "conception": PAYS} | files))

    def told(self, *options: object) -> Told:
        """Run the command."""
        folders = ("--inputs", self.folder / "inputs", "--templates", self.folder / "templates")
        return tell(self.capsys, "register", *folders, "--organisation", "ours", *options)

    def files(self) -> dict[str, bytes]:
        """Return the files of the register by name."""
        shutil.rmtree(self.folder / "made", ignore_errors=True)
        told = self.told("--into", self.folder / "made")
        assert (told.status, told.err) == (0, ""), told.err
        return {path.name: path.read_bytes() for path in sorted((self.folder / "made").iterdir())}

    @property
    def home(self) -> Path:
        """Return where a build puts the register."""
        return self.folder / "outputs/team-only/ours"

    def built(self) -> Told:
        """Make the register as the last job of a build does, in outputs without packs."""
        where = {name: self.folder / name for name in ("inputs", "templates", "outputs")}
        library = open_library({**where, "organisation": "ours"})
        style = ("ours", ("coordinator",), library.languages, "none", library.shared("ours"), {})
        batch = Batch(*map(str, where.values()), *style, may_enter(library, "ours"))
        batch.write(self.folder / "batch.json")
        return tell(self.capsys, "register", "--batch", self.folder / "batch.json")

    def released(self) -> dict[str, bytes]:
        """Return the files of the register that lie in the outputs, by name."""
        return {path.name: path.read_bytes() for path in sorted(self.home.glob("*"))}

    def text(self) -> str:
        """Return the Markdown of the register."""
        return self.files()["register.en.md"].decode()

    def refusal(self) -> str:
        """Return why there is no register; nothing was written."""
        told = self.told("--into", self.folder / "none")
        assert (told.status, (self.folder / "none").exists()) == (1, False)
        return told.err


@pytest.fixture
def shelf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shelf:
    """Return a shelf with two cases in its register, which one foundation pays for."""
    own_templates(tmp_path, OURS)
    found = Shelf(tmp_path, capsys)
    found.put("alpha")
    found.put("beta")
    return found


def rows(text: str, heading: str) -> list[str]:
    """Return the rows of the table whose first column is called so, without the outer bars."""
    found = re.search(rf"^\| {re.escape(heading)} \|.*\n\| ---.*\n((?:\|.*\n)*)", text, re.MULTILINE)
    return [line.strip("| ") for line in found[1].splitlines()] if found else []


def cases_in(text: str) -> list[str]:
    """Return the titles of the cases that a register has."""
    return [row.split(" | ")[1] for row in rows(text, "Letter")]


def test_it_names_its_recipients_and_has_the_highest_mark(shelf: Shelf) -> None:
    """Whatever the marks of its cases are; its Word file is one that the inspection passes."""
    files = shelf.files()
    assert files.keys() == {"register.en.docx", "register.en.md", "register.en.manifest.json"}
    text = files["register.en.md"].decode()
    assert '\nmark: "STRICTLY CONFIDENTIAL · TLP:RED"\n' in text
    assert f"\n**For:** those who look across cases · **Distribution:** {DESK} \\\n**Handling:** **STRICTLY" in text
    assert cases_in(text) == ["Talks of alpha", "Talks of beta"]


def test_it_is_made_in_the_languages_that_all_of_its_cases_have(shelf: Shelf) -> None:
    """A register without one of its cases would say less than it seems to; a language that was named is not left out."""
    add_language(shelf.folder / "templates", "fr", "fr_FR")
    both = CASE.replace("id:", "languages: [en, fr]\nid:", 1)
    french = {
        "fr": '- {en: "Talks of {0}", fr: "Pourparlers de {0}"}\n- {en: "The shore of {0}", fr: "La rive de {0}"}\n'
    }
    for name in ("alpha", "beta"):
        facts = {"id": name, "title": f"Talks of {name}", "place": f"The shore of {name}"}
        folder = shelf.put(name, case=both.format(**facts, distribution=OPEN, actors=TRUST))
        (folder / "texts").mkdir()
        texts = french["fr"].replace("{0}", name) + "- {en: Lantern Mole Trust, fr: Fondation}\n"
        (folder / "texts" / "fr.yaml").write_text(texts, encoding="utf-8")
        made = {file for file in shelf.files() if file.endswith(".md")}
        assert made == {"register.en.md"} if name == "alpha" else {"register.en.md", "register.fr.md"}
    assert cases_in(shelf.files()["register.fr.md"].decode()) == ["Pourparlers de alpha", "Pourparlers de beta"]
    shelf.put("gamma")
    told = shelf.told("--into", shelf.folder / "none", "--language", "fr")
    assert told.status == 1
    assert "no language in common" in told.err


def test_its_recipients_are_named_in_its_language(shelf: Shelf) -> None:
    """A case enters that names them in one of its languages; the register calls them as its own language does."""
    add_language(shelf.folder / "templates", "fr", "fr_FR")
    settings = f"name: Ours\nregister: {{recipients: [{{fr: Bureau, en: {DESK}}}]}}\n"
    (shelf.folder / "templates/ours/organisation.yaml").write_text(settings, encoding="utf-8")
    assert f"**Distribution:** {DESK}" in shelf.text()
    for name in ("alpha", "beta"):
        facts = {"id": name, "title": f"{{all: {name}}}", "place": f"{{all: The shore of {name}}}"}
        case = CASE.replace("id:", "languages: [en, fr]\nid:", 1)
        shelf.put(
            name,
            case=case.format(**facts, distribution=OPEN, actors=TRUST.replace("Lantern Mole Trust", "{all: Trust}")),
        )
    assert "Bureau" in shelf.files()["register.fr.md"].decode()


def test_its_cover_is_that_of_packs_and_reports(shelf: Shelf) -> None:
    """The same labels in the same lines, but for what only one case has; no table stands above the warning."""
    report = tell(shelf.capsys, "report", shelf.folder / "inputs/alpha", "--into", shelf.folder / "report")
    assert report.status == 0
    covers = [shelf.text(), (shelf.folder / "report/alpha.team.en.md").read_text("utf-8")]
    lines = [re.findall(r"^\*\*.*", text.partition("\n> ")[0], re.MULTILINE)[:3] for text in covers]
    labels = [[re.findall(r"\*\*([^*]+):\*\*", line) for line in every] for every in lines]
    assert labels[0] == [["For", "Distribution"], ["Handling"], ["Newest information as of", "From"]]
    assert labels[0][:2] == labels[1][:2]
    assert "From" in labels[1][2]
    assert "|" not in covers[0].partition("\n> ")[0]


@pytest.mark.parametrize(
    "distribution",
    [
        f"distribution: {{coordinator: [Someone, {DESK}]}}",
        f"distribution: {{coordinator: [Someone], register: [{DESK}]}}",
        f"distribution: {{coordinator: [{DESK}], register: [Somebody else]}}",
        f"distribution: {{coordinator: [{DESK}], register: [unknown]}}",
        "tlp: amber",
    ],
)
def test_a_case_is_in_it_only_if_it_names_the_recipients_twice(shelf: Shelf, distribution: str) -> None:
    """As those who get its report, and as those to whose register it is open; else it moves no byte."""
    before = shelf.files()
    shelf.put("gamma", distribution)
    assert shelf.files() == before


def test_all_recipients_of_the_organisation_have_to_be_named(shelf: Shelf) -> None:
    """One of two is not enough: the other would read what the case gives nobody else; spelling does not matter."""
    library = shelf.folder / "templates/ours/organisation.yaml"
    library.write_text(f"name: Ours\nregister: {{recipients: [{DESK}, Another desk]}}\n", encoding="utf-8")
    assert "no case enters the register of this organisation: a case enters that names" in shelf.refusal()
    shelf.put(
        "alpha",
        "distribution: {coordinator: [DESK of all Shores, another  desk], register: [another desk, desk of all shores]}",
    )
    shelf.put("beta", f"distribution: {{coordinator: [{DESK}], register: [{DESK}, Another desk]}}")
    assert cases_in(shelf.text()) == ["Talks of alpha"]


def test_what_a_case_that_is_not_in_it_says_moves_no_byte(shelf: Shelf) -> None:
    """Not its funder, its dates, its findings or its faults, and not that it goes away."""
    before = shelf.files()
    apart = f"distribution: {{coordinator: [{DESK}]}}"
    gamma = shelf.put("gamma", apart, place="The shore of alpha")
    assert shelf.files() == before
    (gamma / "coordination.yaml").write_text("sensitivity: shared\npublic_lines: [{text: }", encoding="utf-8")
    assert shelf.files() == before
    (gamma / "case.yaml").write_text("sensitivity: [", encoding="utf-8")
    assert shelf.files() == before
    shutil.rmtree(gamma)
    assert shelf.files() == before


def test_a_case_that_may_enter_and_cannot_be_read_stops_it(shelf: Shelf) -> None:
    """Without that, a slip of the pen would take a case out of it unseen."""
    shelf.put("beta", OPEN.replace("coordinator:", "coordinators:"))
    assert (
        "beta:1:1: error: this case cannot be read, and has a key 'register' in its case.yaml or was in the last register"
        in (shelf.refusal())
    )
    shelf.put("beta", planning="sensitivity: shared\nactivities: [{id: x, title: Walks, part_of: nowhere}]\n")
    assert "beta:1:1: error: this case enters the register and has errors, so the register is not made" in (
        shelf.refusal()
    )


@pytest.mark.parametrize("broken", ["id: gamma", "date_of_information: 2024-03-01"])
def test_a_broken_case_that_speaks_of_a_register_only_in_its_texts_does_not_stop_it(shelf: Shelf, broken: str) -> None:
    """An event may be about any register, and quotes may have letters written as escapes: neither is a key."""
    before = shelf.files()
    path = shelf.put("gamma", CLOSED) / "case.yaml"
    events = [
        "{date: 2024, title: 'The register of fishers, and a register: both are opened'}",
        '{date: 2024, title: "The caf\\u00e9 keeps a register"}',
    ]
    text = path.read_text("utf-8") + f"timeline: [{', '.join(events)}]\n"
    assert broken in text
    path.write_text(text.replace(broken, f"{broken.partition(':')[0]}: ["), encoding="utf-8")
    assert shelf.files() == before


@pytest.mark.parametrize(
    "key", ["register:", "'register' :", '"register":', "? register\n  :", "&one register:", '"regist\\x65r":']
)
def test_a_broken_case_with_the_key_stops_it(shelf: Shelf, key: str) -> None:
    """However the key is written."""
    path = shelf.put("gamma") / "case.yaml"
    text = path.read_text("utf-8").replace("register:", f"{key} ").replace("id: gamma", "id: [")
    path.write_text(text, encoding="utf-8")
    assert "gamma:1:1: error: this case cannot be read, and has a key 'register'" in shelf.refusal()


def test_a_broken_case_that_was_in_the_last_register_keeps_that(shelf: Shelf) -> None:
    """Also where the key is lost: nobody knows whether it leaves; once it can be read and names nobody, it has left."""
    assert shelf.built().status == 0
    before = shelf.released()
    path = shelf.put("beta", CLOSED) / "case.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("id: beta", "id: ["), encoding="utf-8")
    told = shelf.built()
    assert told.status == 1
    assert (
        "beta:1:1: error: this case cannot be read, and has a key 'register' in its case.yaml or was in the" in told.err
    )
    assert (len(before), shelf.released()) == (3, before)
    asked = shelf.told("--outputs", shelf.folder / "outputs", "--into", shelf.folder / "none")
    assert (asked.status, "this case cannot be read" in asked.err) == (1, True)
    path.write_text(text, encoding="utf-8")
    assert shelf.built().status == 0
    assert cases_in(shelf.released()["register.en.md"].decode()) == ["Talks of alpha"]


def test_cases_share_the_body_that_funds_one_and_convenes_in_the_other(shelf: Shelf) -> None:
    """Names are compared without capitals, accents and signs."""
    actors = "[{id: board, name: 'LANTERN-Mole Trust', kind: academic}]"
    efforts = "sensitivity: shared\nefforts: [{id: walks, name: Harbour walks, convenor: board}]\n"
    shelf.put("beta", actors=actors, conception="sensitivity: shared\n", assessment=efforts)
    shelf.put("alpha", conception=PAYS.replace("pays}", "pays, share: 0.8}"))
    assert rows(shelf.text(), "The same funder or convenor") == [
        "Lantern Mole Trust | **Talks of alpha:** funder (80 per cent); **Talks of beta:** convenor of Harbour walks"
    ]


@pytest.mark.parametrize(
    "person",
    [
        "{id: pays, name: Lantern Mole Trust, kind: individual}",
        "{id: pays, name: Lantern Mole Trust, kind: other}",
        "{id: pays, name: Lantern Mole Trust, kind: team}",
        "{id: pays, name: Lantern Mole Trust}",
        "{id: pays, name: Lantern Mole Trust, kind: individual, alias: heron, sensitivity: team_only}",
    ],
)
def test_a_person_is_never_compared(shelf: Shelf, person: str) -> None:
    """Nor is an actor of whom nobody says that it is an office, or who has an alias in the registry."""
    assert rows(shelf.text(), "The same funder or convenor") != []
    registry = "people: {heron: {name: Ada Quill}}\n" if "alias" in person else ""
    shelf.put("beta", actors=f"[{person}]", **({"registry": registry} if registry else {}))
    text = shelf.text()
    assert rows(text, "The same funder or convenor") == []
    assert "No funder, convenor, place or day is shown in more than one of these cases." in text
    assert "Lantern" not in text


def test_cases_share_places_that_their_coordinators_may_know(shelf: Shelf) -> None:
    """Of meetings that is the country alone: an exact place is in no report."""
    planning = "sensitivity: shared\nactivities: [{id: x, title: Walks, track: ii, venue: {country: %s, place: %s}}]\n"
    shelf.put("alpha", planning=planning % ("Ossenland", "Old rope school"))
    shelf.put("beta", place="ossenland", planning=planning % ("Ardrube", "Old rope school"))
    text = shelf.text()
    assert rows(text, "The same place") == [
        "Ossenland | **Talks of alpha:** Walks; **Talks of beta:** the case as a whole"
    ]
    assert "rope school" not in text


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("from: 2024-03-05, to: 2024-03-07", "from: 2024-03-07, to: 2024-03-09", True),
        ("from: 2024-03-05, to: 2024-03-07", "from: 2024-03-08, to: 2024-03-09", False),
        ("from: 2024-03, to: 2024-03", "from: 2024-03-08, to: 2024-03-09", False),
        ("from: 2024-03-05", "from: 2024-03-04, to: 2024-03-04", False),
        ("from: 2024-03-05", "from: 2024-03-06, to: 2024-03-07", False),
        ("from: 2024-03", "from: 2024-03-01, to: 2024-03-30", False),
        ("from: 2024-03-01, to: 2024-05-01", "from: 2024-03-05, to: 2024-03-05", False),
    ],
)
def test_cases_share_days_only_where_the_dates_leave_no_other_possibility(
    shelf: Shelf, one: str, other: str, meet: bool
) -> None:
    """Dates known to the month, open ones and long times tell of no common day."""
    for name, dates in (("alpha", one), ("beta", other)):
        rounds = f"sensitivity: shared\ntrack_i_rounds: [{{id: r, title: Round of {name}, {dates}}}]\n"
        shelf.put(name, conception="sensitivity: shared\n", coordination=rounds)
    found = rows(shelf.text(), "The same days")
    assert found == (
        ["**Talks of alpha:** Round of alpha (5–7 March 2024) | **Talks of beta:** Round of beta (7–9 March 2024)"]
        if meet
        else []
    )


def test_what_has_no_end_shown_is_compared_by_its_first_day(shelf: Shelf) -> None:
    """It certainly takes place on that; the register says that no other day of it is compared."""
    for name, dates in (("alpha", "from: 2024-03-05"), ("beta", "from: 2024-03-04, to: 2024-03-06")):
        rounds = f"sensitivity: shared\ntrack_i_rounds: [{{id: r, title: Round of {name}, {dates}}}]\n"
        shelf.put(name, conception="sensitivity: shared\n", coordination=rounds)
    text = shelf.text()
    told = "**Talks of alpha:** Round of alpha (from 5 March 2024) | **Talks of beta:** Round of beta (4–6 March 2024)"
    assert rows(text, "The same days") == [told]
    assert "of what has no end shown the first day alone" in text


def test_common_days_that_are_over_are_counted_and_not_listed(shelf: Shelf) -> None:
    """By the newest date of information of the cases in it; no clock is read."""
    for name in ("alpha", "beta"):
        work = "sensitivity: shared\nsessions: [{activity: x, date: 2024-02-20}]\n"
        shelf.put(name, planning="sensitivity: shared\nactivities: [{id: x, title: Walks}]\n", implementation=work)
    text = shelf.text()
    assert rows(text, "The same days") == []
    assert "\nOne pair of dates on common days is over.\n" in text


def test_findings_are_counted_by_rule_with_their_weight_and_age(shelf: Shelf) -> None:
    """The age is that of the last date that a finding rests on, before the date of information of its case."""
    lines = "{text: One., topic: water, stance: supports, date: %s, audience: track_i}"
    messages = "sensitivity: shared\nmessages: [%s, %s]\n"
    second = "{text: Two., topic: water, stance: opposes, date: 2024-02-%s, audience: track_i}"
    shelf.put("alpha", coordination=messages % (lines % "2024-02-01", second % "10"))
    shelf.put("beta", coordination=messages % (lines % "2024-02-01", second % "20"))
    found = rows(shelf.text(), "What was found")
    assert "Words at odds on one topic | 2 | – | – | A: 1; B: 1 | 10 to 20 days" in found


def test_each_rule_has_a_name(shelf: Shelf) -> None:
    """What a rule finds is told in a few words, for the register has no room for the sentences."""
    assert [rule for rule in RULES if not wording().has(f"findings.{rule}.name")] == []
    assert "not as a build left it" not in shelf.text()


def test_what_is_withheld_from_a_coordinator_moves_no_byte_or_stops_it(shelf: Shelf) -> None:
    """Red lines, fears and exact places are not in the views it is made from, and the gate looks for them in it."""
    parties = "sensitivity: shared\nparties: [{id: mill, name: The mill, needs_fears: [%s]}]\n"
    shelf.put("alpha", assessment=parties % "Losing the upper weir to strangers")
    before = shelf.files()
    assert "organisation.yaml: the gate finds nothing: this register can be released" in shelf.told("--explain").out
    shelf.put("alpha", assessment=parties % "Something else that nobody may ever read")
    assert shelf.files() == before
    own = "{% extends 'base/register/parts/shared.md.j2' %}\n{% block nothing %}\nLosing the upper weir to strangers\n"
    path = shelf.folder / "templates/ours/register/parts/shared.md.j2"
    path.parent.mkdir(parents=True)
    path.write_text(own.replace("base/register/", "base/") + "{% endblock %}\n", encoding="utf-8")
    shelf.files()
    shelf.put("alpha", assessment=parties % "Losing the upper weir to strangers")
    refused = shelf.refusal()
    assert (
        "register.en:1:1: error: X01: the register holds what the coordinators of a case in it must not see" in refused
    )
    assert "weir" not in refused
    told = shelf.told("--explain")
    assert (told.status, "needs_fears" in told.out, "weir" in told.out) == (1, True, False)


def test_a_name_of_any_registry_stops_it(shelf: Shelf) -> None:
    """A funder in one case may be a person in another: the gate looks for the people of all of them."""
    registry = "people: {heron: {name: Lantern Mole Trust}}\n"
    actors = "[{id: pays, name: The mediator, kind: individual, alias: heron, sensitivity: team_only}]"
    shelf.put("beta", actors=actors, registry=registry)
    shelf.put("gamma")
    assert "X01" in shelf.refusal()


def test_no_template_gets_a_case(shelf: Shelf) -> None:
    """Whoever writes a house style reaches what the register computes, and no value of a case."""
    path = shelf.folder / "templates/ours/register/parts/cases.md.j2"
    path.parent.mkdir(parents=True)
    block = "{% block table %}\n{% if case.title or planning.activities %}Reached{% endif %}\n{{ case.title }}\n"
    path.write_text("{% extends 'base/parts/cases.md.j2' %}\n" + block + "{% endblock %}\n", encoding="utf-8")
    assert "cases.md.j2:4:1: error:" in shelf.refusal()


@pytest.fixture
def sealed(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Return the shelf with the registry of its first case sealed for one key, which the environment names."""
    monkeypatch.setenv(IDENTITY, str(shelf.folder / "key.txt"))
    _seal(shelf, "alpha", "--new-key", shelf.folder / "key.txt")
    return shelf


def _seal(shelf: Shelf, name: str, *keys: object) -> None:
    actors = "[{id: pays, name: Lantern Mole Trust, kind: foundation}, {id: a, name: Aide, kind: individual, alias: heron, sensitivity: team_only}]"
    case = shelf.put(name, actors=actors, registry="people: {heron: {name: Ada Quill}}\n")
    told = tell(shelf.capsys, "seal", case / "registry.yaml", *keys, "--remove")
    assert (told.status, told.err) == (0, "")


def _public(key: Path) -> str:
    return re.findall(r"public key: (\S+)", key.read_text(encoding="utf-8"))[0]


def test_where_one_registry_is_encrypted_it_is_too(sealed: Shelf) -> None:
    """For the key of that registry; opened with it, it is the register of both cases."""
    files = sealed.files()
    assert files.keys() == {f"register.en.{kind}.age" for kind in ("docx", "md", "manifest.json")}
    assert [name for name, data in files.items() if not data.startswith(b"age-encryption.org/v1\n")] == []
    text = tell(sealed.capsys, "unseal", sealed.folder / "made/register.en.md.age").out
    assert cases_in(text) == ["Talks of alpha", "Talks of beta"]


def test_it_is_encrypted_for_those_keys_alone_that_open_every_sealed_registry(sealed: Shelf) -> None:
    """Whoever may read one of them only cannot open it; where no key opens all, there is none."""
    other = sealed.folder / "other.txt"
    _seal(sealed, "beta", "--to", _public(sealed.folder / "key.txt"), "--new-key", other)
    sealed.files()
    file = sealed.folder / "made/register.en.md.age"
    assert cases_in(tell(sealed.capsys, "unseal", file).out) == ["Talks of alpha", "Talks of beta"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(IDENTITY, str(other))
        assert tell(sealed.capsys, "unseal", file).status == 1
    both = sealed.folder / "both.txt"
    both.write_text((sealed.folder / "key.txt").read_text("utf-8") + other.read_text("utf-8"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(IDENTITY, str(both))
        _seal(sealed, "beta", "--to", _public(other))
        refused = sealed.refusal()
    assert (
        "alpha/registry.yaml.age:1:1: error: the registries of the cases in the register are sealed for no key"
        in refused
    )
    assert "beta/registry.yaml.age:1:1: error:" in refused


def test_a_clear_one_goes_when_registries_are_sealed_though_no_new_one_can_be_made(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For no key in common; the reports of a case that is called as it is are not touched."""
    assert shelf.built().status == 0
    report = shelf.home / "register.team.en.md"
    report.write_text("Of a case", encoding="utf-8")
    for name in ("alpha", "beta"):
        _seal(shelf, name, "--new-key", shelf.folder / f"{name}.txt")
    keys = "".join((shelf.folder / f"{name}.txt").read_text(encoding="utf-8") for name in ("alpha", "beta"))
    (shelf.folder / "both.txt").write_text(keys, encoding="utf-8")
    monkeypatch.setenv(IDENTITY, str(shelf.folder / "both.txt"))
    told = shelf.built()
    assert told.status == 1
    assert "for no key in common" in told.err
    assert told.err.count("lay here in clear, and a registry that belongs to it is sealed now") == 3
    assert list(shelf.home.iterdir()) == [report]


@pytest.mark.parametrize("leaves", [True, False])
def test_a_case_leaves_it_though_another_has_errors(shelf: Shelf, leaves: bool) -> None:
    """The old one goes then; without a case that leaves it stays as it was, and no new one is made."""
    assert shelf.built().status == 0
    before = shelf.released()
    shelf.put("beta", planning="sensitivity: shared\nactivities: [{id: x, title: Walks, part_of: nowhere}]\n")
    if leaves:
        shelf.put("alpha", f"distribution: {{coordinator: [{DESK}]}}")
    told = shelf.built()
    assert told.status == 1
    assert ("a case that was in this register enters it no more" in told.err) is leaves
    assert shelf.released() == ({} if leaves else before)


def test_a_case_that_enters_no_more_but_still_speaks_of_a_register_leaves_it_too(shelf: Shelf) -> None:
    """Its file is searched for a word before it is read; what decides is what it says."""
    assert shelf.built().status == 0
    shelf.put("alpha", f"distribution: {{coordinator: [{DESK}], register: [Somebody else]}}")
    shelf.put("beta", OPEN.replace("coordinator:", "coordinators:"))
    assert shelf.built().status == 1
    assert shelf.released() == {}


@pytest.mark.parametrize("is_sealed", [False, True])
def test_one_that_holds_what_is_closed_today_is_to_be_recalled(
    shelf: Shelf,
    monkeypatch: pytest.MonkeyPatch,
    is_sealed: bool,
) -> None:
    """As a report is, encrypted or not, whether or not a new one can be made; nothing closed is quoted."""
    if is_sealed:
        monkeypatch.setenv(IDENTITY, str(shelf.folder / "key.txt"))
        _seal(shelf, "alpha", "--new-key", shelf.folder / "key.txt")
    assert shelf.built().status == 0
    shelf.put("gamma")
    assert "to be recalled" not in shelf.built().err
    actors = "[{id: m, name: The mediator, kind: individual, alias: heron, sensitivity: team_only}]"
    registry = "people: {heron: {name: Ada Quill, affiliations: [Lantern Mole Trust]}}\n"
    shelf.put("beta", actors=actors, registry=registry, conception="sensitivity: shared\n")
    told = shelf.built()
    assert "X01" in told.err
    (line,) = [line for line in told.err.splitlines() if "is to be recalled" in line]
    assert line.startswith(f"{shelf.home}/register.en:")
    assert "warning: the register released of no version is to be recalled: its reader may no longer see" in line
    assert "Lantern" not in told.err
    note = shelf.folder / "outputs/team-only/.recalls/ours/register.en.json"
    assert json.loads(note.read_text(encoding="utf-8"))["pack"] == "register.en"
    assert len(shelf.released()) == 3


def test_a_case_that_left_is_compared_with_the_register_that_it_was_in(shelf: Shelf) -> None:
    """Also where it speaks of no register any more; one that cannot be read is said not to be compared with it."""
    assert shelf.built().status == 0
    actors = "[{id: m, name: The mediator, kind: individual, alias: heron, sensitivity: team_only}]"
    registry = "people: {heron: {name: Ada Quill, affiliations: [Lantern Mole Trust]}}\n"
    shelf.put("beta", CLOSED, actors=actors, registry=registry, conception="sensitivity: shared\n")
    (line,) = [line for line in shelf.built().err.splitlines() if "is to be recalled" in line]
    assert "the register released of no version" in line


def test_a_case_that_left_and_cannot_be_read_is_said_not_to_be_compared_with_the_register(shelf: Shelf) -> None:
    """In words that speak of the register, at the case."""
    assert shelf.built().status == 0
    shelf.put("beta", CLOSED, planning="nonsense: x\n")
    told = shelf.built().err
    assert "beta: warning: the released register could not be compared with this case" in told.replace(":1:1:", ":")
    assert "released packs" not in told


@pytest.mark.parametrize("written", ["utf-16", "utf-32-be", '"regist\\x65r"', '"regis\\\nter"'])
def test_a_case_is_in_it_or_stops_it_however_its_file_is_written(shelf: Shelf, written: str) -> None:
    """Letters may be escaped in quotes; a file that is not UTF-8, or no YAML, cannot be read, which is told."""
    path = shelf.put("gamma") / "case.yaml"
    text = path.read_text(encoding="utf-8")
    is_utf = written.startswith("utf")
    path.write_text(text if is_utf else text.replace("register", written), encoding=written if is_utf else "utf-8")
    if "x65" not in written:
        assert "gamma:1:1: error: this case cannot be read, and has a key 'register'" in shelf.refusal()
    else:
        assert "Talks of gamma" in cases_in(shelf.text())


def test_without_the_key_there_is_no_register(sealed: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """No register may be released that was not compared with every registry."""
    monkeypatch.delenv(IDENTITY)
    assert f"{IDENTITY} is not set" in sealed.refusal()


def test_check_warns_of_a_recipient_who_does_not_get_the_report(tmp_path: Path) -> None:
    """The register tells what the report tells, so nobody else can have it; nothing is repeated."""
    case = "sensitivity: shared\nid: river-talks\ntitle: T\nhandling:\n  distribution: {coordinator: [A desk], register: [B desk]}\n"
    (found,) = [one for one in complaints(tmp_path, case) if "register" in one]
    assert found.startswith("case.yaml:5:52: warning: whoever is named here does not get the coordinator's report")
    assert "B desk" not in found


def test_check_in_a_house_style_warns_where_its_register_goes_to_others(shelf: Shelf) -> None:
    """And says nothing of an organisation without a register, or of a case that does not ask for one."""
    apart = "distribution: {coordinator: [Others], register: [Others]}"
    case = shelf.put("gamma", apart)
    options = ("--quiet", "--templates", shelf.folder / "templates", "--organisation", "ours")
    told = tell(shelf.capsys, "check", case, *options)
    assert "warning: the register of this organisation goes to others, so this case does not enter it" in told.err
    assert "Others" not in told.err
    (shelf.folder / "templates/ours/organisation.yaml").write_text("name: Ours\n", encoding="utf-8")
    assert "register" not in tell(shelf.capsys, "check", case, *options).err


def test_the_shipped_register_tells_what_two_invented_cases_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One foundation pays in both, closed to officials in one and told to all in the other; both hold two pages."""
    assert tell(capsys, "register", "--inputs", INPUTS, "--into", tmp_path, "--outputs", tmp_path / "no").status == 0
    text = (tmp_path / "register.en.md").read_text(encoding="utf-8")
    assert cases_in(text) == ["Crossed lines: the reservoir talks (invented)", "Harbour Talks"]
    assert len(rows(text, "The same funder or convenor")) == 1
    assert "How the packs of these cases stand is told by a build." in text
    with zipfile.ZipFile(io.BytesIO((tmp_path / "register.en.docx").read_bytes())) as package:
        assert "word/document.xml" in package.namelist()
    assert [one for one in problems_of(INPUTS / "harbour-talks") if "register" in str(one)] == []
