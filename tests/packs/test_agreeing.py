"""Agreeing: the index says of a case what both of its readers see, exactly alike, and nothing that one of them sees."""

from __future__ import annotations

import functools
from contextlib import chdir
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, case_of
from tests.desk.made_up import know, library
from tests.noninterference.releasing import case_of as case_spelt
from tests.noninterference.sweeping import all_at_once, mutants, shipped_tree
from tests.profiles import by_profile

from briefpack.case.content import Case
from briefpack.desk.facts import Facts
from briefpack.desk.index import index_page
from briefpack.disclosure.views import Views
from briefpack.files.library import open_library
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.packs.agreeing import facts_by_pack
from briefpack.packs.house_styles import HouseStyle, read_house_style
from briefpack.packs.orders import Order

#: How many withheld leaves are changed and deleted in turn for a side, beside all at once; None is every leaf.
SAMPLE = by_profile(2, 8, None)
CASE = LEAST + "version: '1.2'\ndate_of_information: 2024-03\nhandling: {mark: confidential, tlp: amber}\n"
SHARED = "sensitivity: shared\n"


@functools.cache
def _house() -> HouseStyle:
    return read_house_style(TEMPLATES, "default", "en")


def _facts(case: Case, folder: Path = Path("river-talks")) -> dict[str, Facts]:
    """Return what the index may say of each pack of a case, by the name of the pack."""
    order = Order(folder, TEMPLATES, "default", PACK_AUDIENCES, ("en",))
    return facts_by_pack(order, lambda _: Views(case), {"en": _house()})


def _of_both(tmp_path: Path, case: str = CASE, **files: str) -> tuple[Facts, Facts]:
    """Return what the index may say of the two packs that these YAML files make."""
    officials, convenors = _facts(case_of(tmp_path, case=case, **files)).values()
    return officials, convenors


def test_what_both_readers_see_is_known_of_both_packs(tmp_path: Path) -> None:
    """Title, version, date of information, mark, and what house style and language are called."""
    for one in _of_both(tmp_path):
        assert (one.title, one.version, one.date) == ("River Talks", "1.2", "2024-03")
        assert (one.mark, one.height) == ("CONFIDENTIAL · TLP:AMBER", 1)
        assert (one.house, one.language) == (_house().settings.name, "English")


@pytest.mark.parametrize("word", ["track_i_only", "track_ii_only", "team_only"])
@pytest.mark.parametrize(("field", "given"), [("version", "version: '1.2'"), ("date", "date_of_information: 2024-03")])
def test_what_one_reader_does_not_see_is_known_of_neither_pack(
    tmp_path: Path, field: str, given: str, word: str
) -> None:
    """The index lies beside the packs of both."""
    name, _, value = given.partition(": ")
    for one in _of_both(tmp_path, CASE.replace(given, f"{name}: {{value: {value}, sensitivity: {word}}}")):
        assert getattr(one, field) == ""
        assert one.title == "River Talks"


def test_a_case_that_one_reader_may_have_no_pack_of_is_not_named(tmp_path: Path) -> None:
    """Its title is withheld from one of them, so it stands in no index."""
    case = CASE.replace("title: River Talks", "title: {value: River Talks, sensitivity: track_i_only}")
    assert {one.title for one in _facts(case_of(tmp_path, case=case)).values()} == {""}


def _asked(*asks: str, more: str = "") -> str:
    return f"{CASE}front_pages: {{track_i: {{asks: [{', '.join(asks)}]}}}}\n{more}"


OPEN = "sensitivity: shared"


@pytest.mark.parametrize(
    ("asks", "due"),
    [
        ((f"{{ask: Write, by: 2024-04-02, {OPEN}}}",), "2024-04-02"),
        (("{ask: Write, by: 2024-04-02, sensitivity: track_i_only}",), ""),
        ((f"{{ask: Write, by: {{value: 2024-04-02, sensitivity: track_i_only}}, {OPEN}}}",), ""),
        (
            ("{ask: Call, by: 2024-04-01, sensitivity: track_i_only}", f"{{ask: Write, by: 2024-04-02, {OPEN}}}"),
            "2024-04-02",
        ),
        ((f"{{ask: Write, by: 2024-02-29, {OPEN}}}", f"{{ask: Call, by: before 2024-05, {OPEN}}}"), "before 2024-05"),
        ((f"{{ask: Write, by: 2024-02-29, {OPEN}}}",), ""),
        ((f"{{ask: Write, by: 2024-03, {OPEN}}}",), "2024-03"),
    ],
    ids=[
        "both see it",
        "one sees it",
        "one sees its day",
        "an earlier one is closed",
        "the next",
        "past",
        "this month",
    ],
)
def test_the_next_deadline_is_the_first_that_both_readers_see(tmp_path: Path, asks: tuple[str, ...], due: str) -> None:
    """From the date of information on; what only one of them is asked does not move it."""
    opened = _asked(*asks)
    for key in ("front_pages: {", "track_i: {"):
        opened = opened.replace(key, f"{key}{OPEN}, ")
    for one in _of_both(tmp_path, opened):
        assert (one.due, one.due_for) == (due, "asked of officials" if due else "")


@pytest.mark.parametrize(
    ("state", "case", "due"),
    [
        ("planned", CASE, "2024-04-30"),
        ("done", CASE, ""),
        ("{value: done, sensitivity: team_only}", CASE, "2024-04-30"),
        ("{value: done, sensitivity: track_i_only}", CASE, "2024-04-30"),
        ("planned", CASE + "over: {since: 2024-02}\n", ""),
        ("planned", CASE.replace("2024-03", "{value: 2024-03, sensitivity: team_only}"), ""),
    ],
    ids=[
        "planned",
        "done",
        "done, which neither sees",
        "done, which one sees",
        "the case is over",
        "no day counts as today",
    ],
)
def test_what_is_done_has_no_deadline(tmp_path: Path, state: str, case: str, due: str) -> None:
    """A follow-up or a promise that both see is due until both see that it is done, or that the case is over."""
    follow_up = f"{SHARED}follow_ups: [{{action: Meet, due: 2024-04-30, state: {state}}}]\n"
    for one in _of_both(tmp_path, case, evaluation=follow_up):
        assert one.due == due


def test_a_pack_has_the_mark_that_stands_on_it(tmp_path: Path) -> None:
    """What one reader alone is shown marks that reader's pack higher; without any mark it is handled as the highest."""
    risks = (
        f"{SHARED}participant_risks: [{{group: Crews, harm_if_exposed: Loss of work, mark: strictly_confidential, "
        "tlp: red, sensitivity: track_ii_only}]\n"
    )
    officials, convenors = _of_both(tmp_path / "marked", implementation=risks)
    assert (officials.mark, officials.height) == ("CONFIDENTIAL · TLP:AMBER", 1)
    assert (convenors.mark, convenors.height) == ("STRICTLY CONFIDENTIAL · TLP:RED", 2)
    for one in _of_both(tmp_path / "unmarked", LEAST):
        assert (one.mark, one.height) == ("STRICTLY CONFIDENTIAL · TLP:RED", 2)


def _page(case: Case, folder: Path) -> str:
    """Return the index of a library with this case alone, its packs built."""
    folder.mkdir(exist_ok=True)
    with chdir(folder):
        found = library({"talks": ""})
        for audience, facts in zip(PACK_AUDIENCES, _facts(case, Path("inputs/talks")).values(), strict=True):
            know(found, f"talks.{audience}.en", facts)
        return index_page(open_library({}))


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("name", ["harbour-talks", "crossed-lines"])
def test_the_index_does_not_move_by_a_byte_with_what_one_reader_may_not_see(
    name: str, audience: Audience, tmp_path: Path
) -> None:
    """Everything withheld from a reader is changed, at once and a leaf at a time, and deleted a leaf at a time."""
    case = shipped_tree(name)
    before = _page(case_spelt(case), tmp_path)
    assert case_spelt(case).content.case.title in before
    tried = [("all at once", all_at_once(case, audience))]
    tried += [(mutant.what, mutant.case) for mutant in mutants(case, audience, SAMPLE)]
    assert [what for what, changed in tried if _page(case_spelt(changed), tmp_path) != before] == []
    assert len(tried) > 1
