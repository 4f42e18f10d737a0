"""Mutations: each guard of the gate, taken out in turn, is missed: a release is refused, or a planted name gets out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.building import INPUTS, PACKS, TEMPLATES, gated_alone, make_packs, own_templates
from tests.gate.planting import CASE, STEM, found, into, markdown, pack, zipped

from briefpack.disclosure import rules, views
from briefpack.disclosure.select import _Selection, select
from briefpack.gate import archive_surfaces, markdown_surfaces, searching, surfaces, verdict, word_surfaces, words
from briefpack.gate.canaries import seeded
from briefpack.gate.surfaces import Finished
from briefpack.gate.terms import Sought
from briefpack.packs import making
from briefpack.packs.orders import Order
from briefpack.problems import DISCLOSURE, Refusal, errors
from briefpack.stages import release as stages_release
from briefpack.stages.release import release

#: The surfaces of any pack, from one with nothing in it.
SURFACES = sorted(seeded(Finished({"x.docx": zipped({}), "x.md": b"", "x.manifest.json": b"{}"}))[1])


def refusal() -> list[str]:
    """Return why a clean pack is refused, or nothing where it is released."""
    files = {name: data for name, data in pack().items() if not name.endswith(".json")}
    try:
        release(STEM, "track-i", Finished(files), Sought(()))
    except Refusal as refusal:
        return sorted(problem.text for problem in refusal.problems)
    return []


def unproved(*names: str) -> list[str]:
    """Return what is said where the gate did not see its canaries on some surfaces."""
    return sorted(f"X01: the gate could not prove itself: {name}: the pack is not released" for name in names)


@pytest.fixture(scope="module", autouse=True)
def _made() -> None:
    """Make the packs that the tests read before any of them changes the gate."""
    refusal()


def test_a_clean_pack_is_released() -> None:
    """With every guard in its place there is nothing to say."""
    assert CASE in STEM
    assert refusal() == []


@pytest.mark.parametrize("surface", SURFACES)
def test_a_surface_that_is_not_read_is_missed(surface: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the reader of one surface its canary is not found, and no pack is released."""
    own = surfaces.texts

    def without(finished: Finished) -> Iterable[surfaces.SurfaceText]:
        return (text for text in own(finished) if text.surface != surface)

    monkeypatch.setattr(verdict, "texts", without)
    assert refusal() == unproved(surface)


TABLES = {
    **{name: (word_surfaces.PARTS, name) for name in word_surfaces.PARTS},
    **{name: (archive_surfaces.ARCHIVE, name) for name in archive_surfaces.ARCHIVE},
    **{name: (markdown_surfaces.MARKDOWN, name) for name in markdown_surfaces.MARKDOWN},
}


@pytest.mark.parametrize("surface", TABLES)
def test_a_reader_that_gives_nothing_is_missed(surface: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that was emptied is as good as none."""
    table, name = TABLES[surface]
    entry = table[name]  # type: ignore[index]
    emptied = (
        tuple((lambda _: ()) if callable(one) else one for one in entry) if isinstance(entry, tuple) else lambda _: ()
    )
    monkeypatch.setitem(table, name, emptied)  # type: ignore[arg-type]
    assert refusal() == unproved(surface)


@pytest.mark.parametrize("kind", [kind for kind in surfaces.READERS if kind])
def test_a_kind_of_file_that_is_read_as_any_other_is_missed(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word, Markdown, pictures and manifests have readers of their own."""
    monkeypatch.setitem(surfaces.READERS, kind, surfaces.READERS[""])
    assert refusal()


def test_without_canaries_nothing_is_released(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gate that puts no canary anywhere has proved nothing."""
    monkeypatch.setattr(verdict, "seeded", lambda finished: (finished, {}))
    assert refusal() == unproved("none")


def test_canaries_that_are_not_seeded_are_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy without the canaries it should hold is no proof."""
    own = seeded
    monkeypatch.setattr(verdict, "seeded", lambda finished: (finished, own(finished)[1]))
    assert refusal() == unproved(*SURFACES)


#: Each step of the search that decides on a release, and what finds nothing in its place.
STEPS: dict[str, tuple[Any, str, Callable[..., object]]] = {
    "find": (searching.Searchable, "find", lambda *_: None),
    "holds": (searching.Searchable, "holds", lambda *_: []),
    "where a term may lie": (searching.Searchable, "_places", lambda *_: iter(())),
    "how a term must lie": (searching.Searchable, "_fits", lambda *_: False),
    "the search of one text": (verdict, "_leaks", lambda *_: iter(())),
    "the search of all texts": (verdict, "leaks", lambda *_: []),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_search_that_finds_nothing_is_missed(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading alone is no proof: the canaries are looked for by the very search that decides on a release."""
    planted = (
        markdown("\nTamsel Orrelby\n"),
        into("word/document.xml", "<w:p><w:r><w:t>Tamsel Orrelby</w:t></w:r></w:p>", "<w:sectPr"),
    )
    assert all(map(found, planted))
    monkeypatch.setattr(*STEPS[step])
    assert refusal() == unproved(*SURFACES)


@pytest.mark.parametrize("step", ["_may_hold", "_is_grown"])
def test_a_search_that_passes_over_some_terms_is_missed(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Canaries take turns with the ways in which terms are looked for."""
    monkeypatch.setattr(searching.Searchable, step, lambda *_: False)
    assert len(refusal()) >= 10


def test_a_search_without_normalising_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The canaries are disguised as names could be."""
    words.words_of.cache_clear()
    monkeypatch.setattr(words, "folded", lambda text: text)
    told = refusal()
    words.words_of.cache_clear()
    assert len(told) > len(SURFACES) - 5


#: What decides on the ways in which no canary is looked for, and an answer that finds nothing.
DECIDES: dict[str, object] = {
    **{"_is_near": False, "_is_of_another_year": True, "_gap": "", "_in_part": None},
    **{"_is_whole_number": False, "_is_the_name": False},
}


@pytest.mark.parametrize("step", DECIDES)
def test_each_way_of_searching_is_proved(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ways in which no canary is looked for have a word of their own: without one of them nothing was seen."""
    monkeypatch.setattr(searching.Searchable, step, lambda *_: DECIDES[step])
    assert refusal() == unproved(*SURFACES)


def test_what_a_house_style_says_excuses_nothing(tmp_path: Path) -> None:
    """A withheld place in an organisation's own words is as good as in the case: the pack is refused."""
    settings = "name: Ours\ncontact: Old rope school behind the salt market\n"
    templates = own_templates(tmp_path, {"organisation.yaml": settings})
    with pytest.raises(Refusal) as caught:
        gated_alone(Order(INPUTS / CASE, templates, "ours", ("track-i",), ("en",)))
    assert {problem.rule for problem in caught.value.problems} == {"X01"}


def test_without_select_no_pack_is_released(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view that holds what its reader may not see is refused before anything is made of it."""
    monkeypatch.setattr(views, "select", lambda case, _: select(case, "team"))
    with pytest.raises(Refusal) as caught:
        make_packs(Order(INPUTS / CASE, TEMPLATES, "default", PACKS, ("en",)))
    assert {problem.rule for problem in errors(caught.value.problems)} & DISCLOSURE.keys()


#: What keeps back in select, and what is put in its place.
KEEPS: dict[str, tuple[Any, str, Callable[..., object]]] = {
    "the sensitivity of a value": (_Selection, "_open", lambda *_: True),
    "whom an item is for": (_Selection, "_is_for_audience", lambda *_: True),
    "activities nobody may know of": (rules, "is_of_a_secret", lambda *_: False),
    "outputs that are not released": (rules, "unreleased", lambda *_: set()),
}

#: An output of known workshops that is released to nobody else.
UNRELEASED = """\
  - id: keys_of_the_school
    kind: option
    text: The bakers of both banks keep the keys of the school
    activity: berth_workshops
    attribution: none
"""


@pytest.mark.parametrize("guard", KEEPS)
@pytest.mark.parametrize("left", ["the gate", "the rules"])
def test_what_select_no_longer_keeps_back_is_kept_by_the_gate_and_by_the_rules(
    guard: str, left: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gate alone refuses what select shows too much, and so do the rules of disclosure without the gate."""
    case = Path(shutil.copytree(INPUTS / CASE, tmp_path / CASE))
    kept = case / "implementation.yaml"
    kept.write_text(
        kept.read_text(encoding="utf-8").replace("\noutputs:\n", f"\noutputs:\n{UNRELEASED}"), encoding="utf-8"
    )
    monkeypatch.setattr(*KEEPS[guard])
    pack = gated_alone if left == "the gate" else make_packs
    if left == "the rules":
        monkeypatch.setattr(stages_release, "leaks", lambda *_: [])
    with pytest.raises(Refusal) as caught:
        pack(Order(case, TEMPLATES, "default", PACKS, ("en",)))
    broken = {problem.rule for problem in errors(caught.value.problems)}
    assert broken == {"X01"} if left == "the gate" else broken & DISCLOSURE.keys()


def test_where_select_lets_one_value_through_unseen_the_gate_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes out beside the view, by whatever way, is looked for all the same."""
    own = making.render
    monkeypatch.setattr(
        making,
        "render",
        lambda *arguments, **named: f"{own(*arguments, **named)}\nOld rope school behind the salt market.\n",
    )
    with pytest.raises(Refusal) as caught:
        make_packs(Order(INPUTS / CASE, TEMPLATES, "default", ("track-i",), ("en",)))
    assert {problem.place.file for problem in caught.value.problems} == {STEM}
    monkeypatch.setattr(stages_release, "leaks", lambda *_: [])
    assert make_packs(Order(INPUTS / CASE, TEMPLATES, "default", ("track-i",), ("en",)))
