"""The index: what it says of each pack, which state it gives it, how it sums up, and what is no longer built."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from tests.desk import made_up
from tests.desk.made_up import FACTS, HIGHER

from briefpack.desk.facts import in_words
from briefpack.desk.index import index_page, renew_index, write_index
from briefpack.desk.rows import in_order
from briefpack.files.library import Library, open_library
from briefpack.files.receipts import Receipt, note_failure, receipt_file, stamp_of

FILES = (
    "inputs/harbour/case.yaml",
    "inputs/river/case.yaml",
    "inputs/river/registry.yaml",
    "templates/base/wording/en.yaml",
    "templates/default/organisation.yaml",
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return a library of two cases and one organisation, everything built, and work there."""
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        _put(name)
    found = open_library({})
    for case in found.cases:
        for audience in found.audiences:
            name = f"{case}.{audience}.en"
            folder = Path("outputs/default", case)
            files = [folder / f"{name}.{kind}" for kind in ("docx", "md", "manifest.json")]
            for file in files:
                _put(str(file))
            stamps = {file.name: stamp_of(file, b"") for file in files}
            _put(_receipt(name), Receipt(found.made_from("default", case), stamps).data().decode())
    return found


def _receipt(name: str) -> str:
    return str(Path("outputs") / receipt_file("default", name))


def _put(name: str, text: str = "") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _states() -> list[str]:
    return re.findall(r'data-s="(\w+)"', index_page(open_library({})))


def _summary() -> str:
    (found,) = re.findall(r"<p>(.*)</p>", index_page(open_library({})))
    return str(found)


@pytest.mark.usefixtures("library")
def test_packs_made_from_what_is_there_are_up_to_date() -> None:
    """Where every receipt holds the digest of today's sources, every pack is up to date."""
    assert _states() == ["current"] * 4
    assert _summary() == "4 packs are up to date."


@pytest.mark.usefixtures("library")
def test_the_page_says_where_briefs_lie_and_not_how_many_there_are() -> None:
    """Whoever may open the index must not count the meetings of one side by it."""
    before = index_page(open_library({}))
    _put("outputs/default/river/river.track-i.en.brief.1.docx")
    assert index_page(open_library({})) == before
    assert "A brief for a meeting or session lies beside the pack of its reader" in before


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("source", "older"),
    [
        ("inputs/river/case.yaml", 2),
        ("inputs/river/planning.yaml", 2),
        ("inputs/river/registry.yaml", 2),
        ("templates/default/organisation.yaml", 4),
        ("templates/base/pack.md.j2", 4),
        ("inputs/river/notes.txt", 0),
    ],
)
def test_packs_made_from_something_else_are_older(source: str, older: int) -> None:
    """An edit nobody built yet makes the packs it concerns older than what they are made from."""
    _put(source, "edited\n")
    assert _states().count("older") == older
    assert _states().count("current") == 4 - older


@pytest.mark.usefixtures("library")
def test_packs_of_a_job_that_failed_are_kept_ones() -> None:
    """A failure is one of what the case was then: edited once more the packs are older, put back up to date."""
    _put("inputs/river/case.yaml", "edited\n")
    note_failure(Path("outputs"), "default", ["river.track-i.en"], open_library({}).made_from("default", "river"))
    assert (_states().count("kept"), _states().count("older")) == (1, 1)
    _put("inputs/river/case.yaml", "edited again\n")
    assert _states().count("older") == 2
    _put("inputs/river/case.yaml", "")
    assert _states() == ["current"] * 4


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("lost", [False, True], ids=["altered", "its receipt lost"])
def test_a_pack_that_is_not_as_a_build_left_it_is_not_up_to_date(lost: bool) -> None:
    """Somebody wrote into a released file, or nothing says what it was made from: kept or not, it is built again."""
    file = Path(_receipt("river.track-i.en")) if lost else Path("outputs/default/river/river.track-i.en.md")
    file.unlink() if lost else file.write_text("altered", encoding="utf-8")
    note_failure(Path("outputs"), "default", ["river.track-i.en"], open_library({}).made_from("default", "river"))
    assert _states().count("altered") == 1
    assert _summary() == "3 packs are up to date and 1 is not as a build left it."


@pytest.mark.usefixtures("library")
def test_half_a_pack_is_not_built_and_has_no_link() -> None:
    """A pack without its Word file is not built, whatever its receipt says."""
    Path("outputs/default/river/river.track-ii.en.docx").unlink()
    assert _states().count("missing") == 1
    assert "river.track-ii.en" not in index_page(open_library({}))


@pytest.mark.usefixtures("library")
def test_the_summary_is_one_sentence_with_each_state_that_occurs() -> None:
    """One pack is, several packs are; states are listed from the best to the worst."""
    Path("outputs/default/river/river.track-ii.en.md").unlink()
    assert _summary() == "3 packs are up to date and 1 is not built."
    _put("inputs/harbour/case.yaml", "edited\n")
    _put("inputs/river/case.yaml", "edited\n")
    note_failure(Path("outputs"), "default", ["river.track-i.en"], open_library({}).made_from("default", "river"))
    assert _summary() == (
        "2 packs are older than what they are made from, 1 is kept from before a build that failed and 1 is not built."
    )
    Path("outputs/default/harbour/harbour.track-i.en.md").unlink()
    assert _summary().startswith("1 pack is older than what it is made from, ")


@pytest.mark.usefixtures("library")
def test_packs_of_what_is_gone_are_listed_to_be_deleted() -> None:
    """A case's folder is named where the case is gone, an organisation's where that is, and nothing else is."""
    assert "withdrawn" not in index_page(open_library({}))
    Path("inputs/river/registry.yaml").unlink()
    Path("inputs/river/case.yaml").unlink()
    Path("inputs/river").rmdir()
    _put("outputs/former/harbour/harbour.track-i.en.docx")
    _put("outputs/former/river/river.track-i.en.md")
    _put("outputs/.kept/lake/lake.track-i.en.md")
    _put("outputs/default/notes/read.me.first.md")
    told = re.findall(r"<li>(.*)</li>", index_page(open_library({})))
    assert told == ["withdrawn: delete outputs/default/river", "withdrawn: delete outputs/former"]


@pytest.mark.usefixtures("library")
def test_packs_that_are_only_not_asked_for_are_not_withdrawn() -> None:
    """A case or an organisation that the settings leave out is still there; its packs are listed one by one."""
    _put("templates/second/organisation.yaml")
    _put("outputs/second/river/river.track-i.en.md")
    _put("inputs/config.yaml", "cases: [harbour]\norganisations: [default]\n")
    assert re.findall(r"<li>(.*)</li>", index_page(open_library({}))) == [
        f"no longer asked for, and not built again: outputs/{name}"
        for name in (
            "default/river/river.track-i.en",
            "default/river/river.track-ii.en",
            "second/river/river.track-i.en",
        )
    ]


@pytest.mark.usefixtures("library")
def test_packs_of_a_reader_that_is_not_asked_for_any_more_are_listed() -> None:
    """An audience or a language that the settings leave out leaves packs behind: they are told of, like a case's."""
    _put("inputs/config.yaml", "audiences: [track-i]\n")
    _put("outputs/default/river/river.track-i.fr.md")
    lines = re.findall(
        r"<li>no longer asked for, and not built again: outputs/default/(.*)</li>", index_page(open_library({}))
    )
    assert lines == ["harbour/harbour.track-ii.en", "river/river.track-i.fr", "river/river.track-ii.en"]


@pytest.mark.usefixtures("library")
def test_the_index_is_of_the_whole_library() -> None:
    """What the command line narrows is no matter of the index."""
    assert renew_index({"cases": "river"}) == ""
    assert Path("outputs/index.html").read_text(encoding="utf-8") == index_page(open_library({}))


@pytest.mark.usefixtures("library")
def test_an_organisation_that_a_build_did_not_ask_for_is_shown_only_where_something_was_built() -> None:
    """Nobody waits for the others; what of one that was asked for is not built stands there as such."""
    _put("templates/river-office/organisation.yaml", "name: River Office\n")
    assert renew_index({"organisation": "default"}) == ""
    page = Path("outputs/index.html").read_text(encoding="utf-8")
    assert page.count("<tr data-o") == page.count('<tr data-o="default"') == 4
    assert "not built" not in page.partition("<form")[0]
    assert '<option value="river-office">' not in page
    for config in ({"organisation": "river-office"}, {}):
        assert renew_index(config) == ""
        page = Path("outputs/index.html").read_text(encoding="utf-8")
        assert page.count('<tr data-o="river-office"') == page.count('<tr data-o="default"') == 4
        assert "4 are not built" in page


@pytest.mark.usefixtures("library")
def test_what_stands_against_the_index_is_given_in_lines() -> None:
    """A mistake in the settings, or a folder where the page should be, is told with its place and raises nothing."""
    Path("outputs/index.html").mkdir()
    assert renew_index({}).startswith("outputs/index.html:1:1: error: the file cannot be written: a folder has")
    _put("inputs/config.yaml", "organisations: [nope]\n")
    assert renew_index({}) == ("inputs/config.yaml:1:17: error: there is no organisation 'nope': choose from default\n")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("text", ["", "[]", '{"made_from": "x", "files": {"a": [1]}}'])
def test_a_receipt_that_cannot_be_read_vouches_for_nothing(text: str) -> None:
    """Its pack is not up to date, and nothing is raised."""
    _put(_receipt("river.track-i.en"), text)
    assert _states().count("altered") == 1
    assert renew_index({}) == ""


@pytest.mark.usefixtures("library")
def test_a_note_of_a_recall_is_shown_beside_the_pack() -> None:
    """The version released before is named with what ends the recall; the sentence at the top counts it."""
    _put("outputs/.recalls/default/harbour.track-i.en.json", '{"recalled": [{"version": "as version 1", "files": {}}]}')
    page = index_page(open_library({}))
    assert "<p>4 packs are up to date. 1 pack released before is to be recalled.</p>" in page
    assert page.count("■ to be recalled: the pack released as version 1;") == 1
    assert "delete outputs/.recalls/default/harbour.track-i.en.json" in page


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("pack", ["default/gone.track-i.en", "gone/river.track-ii.en", "default/river.track-ii.fr"])
def test_a_recall_of_what_is_not_built_now_is_shown_as_long_as_its_note_is_there(pack: str) -> None:
    """Its case or house style may be gone, or not asked for: the pack is with people all the same."""
    note = Path(f"outputs/.recalls/{pack}.json")
    _put(str(note), '{"recalled": [{"version": "as version 2", "files": {}}]}')
    _put(f"outputs/.recalls/{pack}.shown.json", "{}")
    page = index_page(open_library({}))
    assert "1 pack released before is to be recalled.</p>" in page
    assert f"<li>{pack}<br>" in page
    assert page.count(f"the pack released as version 2; when everyone has been told, delete {note}") == 1
    note.unlink()
    assert "recall" not in re.sub("<style>.*</style>", "", index_page(open_library({})), flags=re.DOTALL)


@pytest.mark.usefixtures("library")
def test_a_pack_without_its_manifest_is_not_built() -> None:
    """The manifest is moved last: what has none was never released as a whole."""
    Path("outputs/default/river/river.track-i.en.manifest.json").unlink()
    assert _states().count("missing") == 1


#: Two cases that lie in the library in the other order than their titles do.
TITLES = {"alpha": "River Talks", "beta": 'Harbour <Talks> & "more"'}


def _cells(page: str) -> list[list[str]]:
    """Return the text of each cell, by row."""
    rows = re.findall(r"<tr data-o.*</tr>", page)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


def _made_up(folder: Path, monkeypatch: pytest.MonkeyPatch, titles: Mapping[str, str] = TITLES) -> Library:
    monkeypatch.chdir(folder)
    return made_up.library(titles)


def test_a_row_names_case_reader_house_style_and_language_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With mark, version, date of information, next deadline, state and files; by title, whatever letters it has."""
    rows = _cells(index_page(_made_up(tmp_path, monkeypatch)))
    assert [row[0] for row in rows[::2]] == [
        "Harbour &lt;Talks&gt; &amp; &quot;more&quot;<small>beta</small>",
        "River Talks<small>alpha</small>",
    ]
    sender = "<small>Riverside Institute · English</small>"
    assert [row[1] for row in rows[:2]] == [f"for officials (track I){sender}", f"for convenors (track II){sender}"]
    assert [row[2] for row in rows[:2]] == [FACTS.mark, HIGHER["mark"]]
    assert rows[0][3:7] == ["0.4", "1 March 2024", "30 April 2024<small>a follow-up</small>", "● up to date"]
    assert re.findall(r'href="([^"]*)"', index_page(open_library({})))[:3] == [
        f"default/beta/beta.track-i.en.{kind}" for kind in ("docx", "md", "manifest.json")
    ]


def test_what_is_not_known_of_a_pack_is_not_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older version released it: it is shown by the folders of its case and house style."""
    found = _made_up(tmp_path, monkeypatch, {"alpha": ""})
    for audience in found.audiences:
        made_up.know(found, f"alpha.{audience}.en", None)
    for row in _cells(index_page(found)):
        assert row[0] == "alpha"
        assert row[1].endswith("<small>default · en</small>")
        assert row[2:7] == ["not known", "not known", "not known", "none shown", "● up to date"]


def test_what_was_known_of_another_version_of_the_case_is_not_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A value may have been closed to one of the readers since, though not by templates; the mark is the pack's."""
    _made_up(tmp_path, monkeypatch)
    _put("templates/base/pack.md.j2", "edited")
    assert [row[0] for row in _cells(index_page(open_library({})))].count("River Talks<small>alpha</small>") == 2
    _put("inputs/alpha/case.yaml", "edited")
    page = index_page(open_library({}))
    assert "River Talks" not in page
    row, _ = [row for row in _cells(page) if row[0] == "alpha"]
    assert row[2:7] == [
        FACTS.mark,
        "not known",
        "not known",
        "none shown",
        "◔ older than what it is made from: build again",
    ]


def test_a_title_that_runs_from_right_to_left_stands_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So its brackets and its full stop run as its words do, in a page that runs the other way."""
    page = index_page(
        _made_up(tmp_path, monkeypatch, {"one": "\u0645\u0631\u0641\u0623 (2020).", "two": "Port (2020)."})
    )
    assert {*re.findall(r'<th scope="row">(.*?)<small>', page)} == {
        "<bdi>\u0645\u0631\u0641\u0623 (2020).</bdi>",
        "Port (2020).",
    }


@pytest.mark.parametrize("shown", ["[]", "3", '{"documents": 3}', '{"documents": "DIGEST", "title": 3, "height": "x"}'])
def test_facts_that_are_none_are_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: str) -> None:
    """Somebody wrote into a receipt: nothing is raised."""
    found = _made_up(tmp_path, monkeypatch, {"alpha": "River Talks"})
    told = json.loads(Path(_receipt("alpha.track-i.en")).read_text(encoding="utf-8"))
    told["shown"] = json.loads(shown.replace("DIGEST", found.documents_of["alpha"]))
    _put(_receipt("alpha.track-i.en"), json.dumps(told))
    assert renew_index({}) == ""
    assert _cells(index_page(found))[0][2:5] == ["not known"] * 3


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2024", "2024"),
        ("2024-03", "March 2024"),
        ("2024-03-01", "1 March 2024"),
        ("before 2024-05-31", "before 31 May 2024"),
        ("2024-03-01/2024-04", "1 March 2024 to April 2024"),
    ],
)
def test_dates_are_in_words(typed: str, words: str) -> None:
    """As exactly as they were typed."""
    assert in_words(typed) == words


def test_names_stand_in_the_order_that_a_person_expects() -> None:
    """Numbers by how large they are, letters without regard to capitals and accents."""
    names = ["case 10", "Case 9", "Éa", "eb", "Zoo", "case 9 of 3"]
    assert sorted(names, key=in_order) == ["Case 9", "case 9 of 3", "case 10", "Éa", "eb", "Zoo"]


def test_the_index_is_the_same_bytes_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It depends on no clock and no order of a set."""
    write_index(_made_up(tmp_path, monkeypatch))
    before = Path("outputs/index.html").read_bytes()
    assert renew_index({}) == ""
    assert Path("outputs/index.html").read_bytes() == before


def test_two_hundred_cases_are_three_hundred_kilobytes_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one house style and language, long titles and marks, and a deadline each."""
    titles = {f"case-{number:05}": f"Case {number} · Inter-Tajik Dialogue, 1993 to 2003" for number in range(200)}
    page = index_page(_made_up(tmp_path, monkeypatch, titles))
    assert page.count("<tr data-o") == 400
    assert len(page.encode()) <= 300_000


def test_a_browser_may_run_what_stands_in_the_page_and_ask_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The policy names the digests of the one style and the one script; no address leads out of the folder."""
    page = index_page(_made_up(tmp_path, monkeypatch))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    for kind, tag in (("style", "style"), ("script", "script")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"(?:https?:)?//\w+\.", page) == []


def test_the_script_is_short(root: Path) -> None:
    """Two hundred lines at most, and in a file of its own."""
    script = root / "workflow/briefpack/desk/page.js"
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 200
