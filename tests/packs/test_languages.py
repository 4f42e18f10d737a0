"""A case in several languages: a reader gets packs in each of them, whole, or is told what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import PACKS, add_language, make_packs, own_templates, tell, write_case
from tests.packs.bilingual import CASE, FRENCH, bilingual, packs, refusal, with_french

from briefpack.handbook import RELEASED_TO
from briefpack.packs.house_styles import house_styles
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.packs.reports import ReportRefused


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return templates with a second language, whose words are English."""
    return with_french(tmp_path_factory.mktemp("library"))


def test_a_case_in_two_languages_gives_each_reader_a_pack_in_each(tmp_path: Path, library: Path) -> None:
    """A text reads as given at its place, by the file of translations, or alike in all languages; dates follow."""
    made = packs(bilingual(tmp_path), library, "en", "fr")
    assert made.keys() == {"track-i.en", "track-i.fr", "track-ii.en", "track-ii.fr"}
    for audience in PACKS:
        english, french = made[f"{audience}.en"], made[f"{audience}.fr"]
        assert "River Talks" in english
        assert "Millers and fishers meet." in english
        assert "Pourparlers du fleuve" in french
        assert "Des meuniers et des pêcheurs se rencontrent." in french
        assert "River Talks" not in french
        assert "Millers" not in french
        assert "Pourparlers" not in english
        assert "Vahdat" in english
        assert "Vahdat" in french
        assert "compté" not in french + english
    assert "The ministry" in made["track-i.fr"]


def test_a_pack_that_lacks_a_text_in_its_language_is_refused_with_each_place(tmp_path: Path, library: Path) -> None:
    """Every missing text is told with its place and reader; English alone is made, since it lacks nothing."""
    told = refusal(bilingual(tmp_path, french="[]\n"), library, "fr")
    said = "error: {} would get this text, and it has no French, so no pack is made: write it under 'fr' here, or "
    assert [line.partition("in texts/")[0] for line in told if ": error:" in line] == [
        f"case.yaml:5:10: {said.format(audience)}" for audience in PACKS
    ]
    assert packs(tmp_path / "river-talks", library, "en").keys() == {"track-i.en", "track-ii.en"}


def test_house_styles_that_were_read_before_may_come_in_any_order(tmp_path: Path, library: Path) -> None:
    """A batch reads them once, in the order of their languages; a case lists its own in another."""
    order = Order(bilingual(tmp_path), library, "ours", PACKS, ("en", "fr"))
    houses, _ = house_styles(order)
    told = [packed(order, Path(), None, lambda _: None, each) for each in (houses, houses[::-1])]
    assert told[0] == told[1]


def test_what_a_reader_does_not_get_may_be_missing(tmp_path: Path, library: Path) -> None:
    """A text that is closed to both readers needs no translation, and one closed to one is told of the other alone."""
    closed = CASE.replace("{en: Nobody counted the boats., fr: Personne n'a compté les bateaux.}", "Nobody counted.")
    assert closed != CASE
    assert len(packs(bilingual(tmp_path, closed), library, "fr")) == 2
    half = closed.replace("sensitivity: team_only", "sensitivity: track_ii_only")
    told = refusal(bilingual(tmp_path / "half", half), library, "fr")
    assert [line.partition(" would")[0] for line in told] == ["case.yaml:10:5: error: track-ii"]


#: Something for convenors alone on one topic, and for both readers on another, written as an id of two words.
LINES = """\
sensitivity: shared
public_lines:
  - {topic: tolls, text: {en: Nothing is said., fr: Rien n'est dit.}, sensitivity: track_ii_only}
  - {topic: dry_years, text: {en: Rain is wanted., fr: Il faut de la pluie.}}
"""


def test_a_topic_needs_words_in_the_language_of_whoever_is_shown_it(tmp_path: Path, library: Path) -> None:
    """Nobody is told of a topic that is hidden from a reader; with words, each reader gets them in the language."""
    told = refusal(bilingual(tmp_path, coordination=LINES), library, "fr")
    said = (
        "would get this topic, and it has no words that this reader may see, so no pack in French is made: write them"
    )
    assert [line.partition(" under")[0] for line in told if "topic" in line] == [
        f"coordination.yaml:3:13: error: track-ii {said}",
        *(f"coordination.yaml:4:13: error: {audience} {said}" for audience in PACKS),
    ]
    tolls = "{id: tolls, words: {en: tolls, fr: les droits}}"
    words = f"    topics:\n      - {tolls}\n      - {{id: dry_years, words: dry years}}\n"
    folder = bilingual(tmp_path / "told", CASE + words, coordination=LINES)
    assert [line.partition(" would")[0] for line in refusal(folder, library, "fr")] == [
        f"case.yaml:15:28: error: {audience}" for audience in PACKS
    ]
    french = FRENCH + "- {en: dry years, fr: années sèches}\n"
    made = packs(bilingual(tmp_path / "all", CASE + words, french, coordination=LINES), library, "en", "fr")
    assert ["**Années sèches" in made[f"{audience}.fr"] for audience in PACKS] == [True, True]
    assert ["**Les droits" in made[f"{audience}.fr"] for audience in PACKS] == [False, True]
    assert ["**Dry years:**" in made[f"{audience}.en"] for audience in PACKS] == [True, True]


def test_an_organisation_may_say_by_language_which_unit_sends_a_pack(tmp_path: Path) -> None:
    """And whom to ask; one text is for all languages, and one by language is wanted in each of the packs."""
    unit, contact = "unit: {en: Dialogue desk, fr: Bureau du dialogue}", "contact: Ask us"
    library = own_templates(tmp_path, {"organisation.yaml": f"name: Ours\n{unit}\n{contact}\n"})
    add_language(library, "fr", "fr_FR")
    made = packs(bilingual(tmp_path), library, "en", "fr")
    assert ["Dialogue desk" in made[f"track-i.{one}"] for one in ("en", "fr")] == [True, False]
    assert ["Bureau du dialogue" in made[f"track-i.{one}"] for one in ("en", "fr")] == [False, True]
    assert ["Ask us" in made[f"track-i.{one}"] for one in ("en", "fr")] == [True, True]
    [settings] = library.rglob("ours/organisation.yaml")
    settings.write_text(f"name: Ours\n{unit}\ncontact: {{en: Ask us}}\n", encoding="utf-8")
    told = refusal(bilingual(tmp_path / "again"), library, "fr")
    assert [line.partition(" in the language")[0].rpartition("/")[2] for line in told] == [
        "organisation.yaml:3:10: error: 'contact' is not given"
    ]


def test_a_currency_needs_a_translation_and_its_code_needs_none(tmp_path: Path, library: Path) -> None:
    """EUR is the same everywhere, and crowns are not."""
    budget = "budget: {amount: 20, currency: crowns}"
    planning = f"sensitivity: shared\nactivities: [{{id: a, title: {{all: A}}, track: ii, {budget}}}]\n"
    told = refusal(bilingual(tmp_path, planning=planning), library, "fr")
    assert [line.partition(" would")[0] for line in told] == ["planning.yaml:2:81: error: track-ii"]
    coded = bilingual(tmp_path / "coded", planning=planning.replace("crowns", "EUR"))
    assert len(packs(coded, library, "fr")) == 2


def test_packs_in_a_language_that_the_case_does_not_list_are_refused(tmp_path: Path, library: Path) -> None:
    """A case is in the languages that it lists, and in English where it lists none; nothing else stands in."""
    plain = write_case(
        tmp_path,
        case=CASE.replace("    languages: [en, fr]\n", "")
        .replace(", fr: Pourparlers du fleuve", "")
        .replace(", fr: Personne n'a compté les bateaux.", ""),
    )
    told = refusal(plain, library, "fr")
    assert told == [
        "case.yaml:1:1: error: this case is not in 'fr': add it to 'languages' of case.yaml, or leave it out ('en')"
    ]
    only = write_case(tmp_path / "only", case="sensitivity: shared\nlanguages: [fr]\nid: river-talks\ntitle: Eaux\n")
    assert refusal(only, library, "en") == [
        "case.yaml:2:12: error: this case is not in 'en': add it to 'languages' of case.yaml, or leave it out ('fr')"
    ]
    assert packs(only, library, "fr").keys() == {"track-i.fr", "track-ii.fr"}


def test_the_command_makes_packs_in_every_language_of_the_case(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--language` a case is packed in each of its languages that has wording."""
    folder = bilingual(tmp_path, CASE.replace("[en, fr]", "[en, fr, xx]"))
    (folder / "texts" / "xx.yaml").write_text('- {en: "A", xx: "B"}\n', encoding="utf-8")
    options = ("--templates", library, "--organisation", "ours", "--into", tmp_path / "made")
    told = tell(capsys, "pack", folder, *options)
    assert told.status == 0, told.err
    made = {path.name for path in (tmp_path / "made").glob("*.docx")}
    assert made == {f"river-talks.{audience}.{one}.docx" for audience in PACKS for one in ("en", "fr")}


def test_a_released_pack_is_compared_with_the_case_in_its_language(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is closed since is to be recalled in each language in which it was given out; nothing else is."""
    folder, outputs = bilingual(tmp_path), tmp_path / "outputs"
    options = ("--templates", library, "--organisation", "ours")
    assert tell(capsys, "pack", folder, *options, "--into", outputs / "ours" / folder.name).status == 0
    asked = ("check", folder, "--quiet", *options, "--outputs", outputs)
    assert "recalled" not in tell(capsys, *asked).err
    bilingual(
        tmp_path,
        CASE.replace("Millers and fishers meet.", "{value: Millers and fishers meet., sensitivity: team_only}"),
    )
    told = [line for line in tell(capsys, *asked).problems if "is to be recalled" in line]
    assert len(told) == 4
    assert {one for one in ("en", "fr") for line in told if f".{one}." in line} == {"en", "fr"}


def test_what_is_drawn_and_listed_of_a_case_is_in_the_language(tmp_path: Path, library: Path) -> None:
    """What is drawn and listed of a case reads as its texts do: here the rounds of the talks."""
    case = CASE + "    actors: [{id: m, name: {en: The mill, fr: Le moulin}, role: {en: Miller, fr: Meunier}}]\n"
    coordination = """\
        sensitivity: shared
        track_i_rounds:
          - {id: first, title: {en: First round, fr: Premier tour}, from: 2024-01-10, to: 2024-01-12}
        """
    made = packs(bilingual(tmp_path, case, coordination=coordination), library, "en", "fr")
    for audience in PACKS:
        assert "Premier tour" in made[f"{audience}.fr"]
        assert "First round" not in made[f"{audience}.fr"]
        assert "First round" in made[f"{audience}.en"]


def test_a_report_that_lacks_a_text_is_refused_alone(tmp_path: Path, library: Path) -> None:
    """What packs say more coarsely only coordinators get as it is: their report lacks it, and the packs are made."""
    case = CASE.replace("{track_i: [The ministry]}", "{coordinator: [The envoy]}")
    case = case.replace("summary: Millers and fishers meet.", "summary: {value: At the mill., coarsen: {all: Vahdat.}}")
    folder = bilingual(tmp_path, case, "[]\n")
    with pytest.raises(ReportRefused) as caught:
        make_packs(Order(folder, library, "ours", RELEASED_TO, ("en", "fr")))
    told = [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]
    assert [line.partition(", so ")[0] for line in told] == [
        "case.yaml:5:10: error: coordinator would get this text, and it has no French"
    ]
    made = {path.name for path in caught.value.files if path.name.endswith(".docx")}
    assert made == {f"river-talks.{audience}.{one}.docx" for audience in PACKS for one in ("en", "fr")}
