"""A text may be given by language wherever one stands, and its translation may stand apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import write_case

from briefpack.case.content import Case
from briefpack.packs.intake import take_in

HEAD = "sensitivity: shared\nlanguages: [en, fr]\nid: river-talks\n"
TITLE = "title: {all: Rio}\n"


def read(parent: Path, case: str, french: str = "", **files: str) -> Case:
    """Return a case as it reads in French."""
    found = take_in(_written(parent, case, french, **files)).in_language("fr")
    assert found.case is not None
    assert not [problem for problem in found.problems if problem.severity == "error"], found.problems
    return found.case


def told(parent: Path, case: str, french: str = "", **files: str) -> list[str]:
    """Return what is said of a case, without its folder."""
    folder = _written(parent, case, french, **files)
    return [str(problem).removeprefix(f"{folder}/") for problem in take_in(folder).problems]


def _written(parent: Path, case: str, french: str, **files: str) -> Path:
    folder = write_case(parent, case=HEAD + case, **files)
    if french:
        (folder / "texts").mkdir()
        (folder / "texts" / "fr.yaml").write_text(french, encoding="utf-8")
    return folder


#: A text where it may stand, as `%s`, and the path of its translation in the case; in `case.yaml`.
PLACES = {
    "a value": ("summary: %s", ("case", "summary")),
    "a value with more about it": ("summary: {value: %s, sensitivity: team_only}", ("case", "summary")),
    "one of a list": ("gaps_in_evidence: [{all: A}, %s]", ("case", "gaps_in_evidence", 1)),
    "one of a list with more": (
        "gaps_in_evidence:\n  - value: %s\n    sensitivity: team_only",
        ("case", "gaps_in_evidence", 0),
    ),
    "a field of an item": ("actors: [{id: a, name: %s}]", ("case", "actors", 0, "name")),
    "what confidence rests on": (
        "summary: {value: {all: A}, confidence: high, confidence_because: %s}",
        ("case", "summary", "@", "confidence_because"),
    ),
    "the reason of an empty list": (
        "gaps_in_evidence: {value: [], none_because: %s}",
        ("case", "gaps_in_evidence", "@", "none_because"),
    ),
    "the reason of no value": ("place: {does_not_apply: %s}", ("case", "place", "@", "does_not_apply")),
    "whom to ask": (
        "summary: {value: {all: A}, sensitivity: team_only, say_withheld: true, ask: %s}",
        ("case", "summary", "@", "ask"),
    ),
    "the coarse text": ("summary: {value: {all: A}, coarsen: %s}", ("case", "summary", "@", "coarsen")),
    "another reading": (
        "summary: {value: {all: A}, cite: [S1], other_readings: [{value: %s, cite: [S1]}]}",
        ("case", "summary", "@", "other_readings", 0, "value"),
    ),
    "another reading of an item": (
        "actors: [{id: a, name: {all: A}, other_readings: [{value: %s, cite: [S1]}]}]",
        ("case", "actors", 0, "@", "other_readings", 0, "value"),
    ),
    "where in a source": (
        "summary: {value: {all: A}, cite: [{key: S1, at: %s}]}",
        ("case", "summary", "@", "cite", 0, "at"),
    ),
}
SOURCE = "sources: [{key: S1, citation: Rivers. 1999.}]\n"


@pytest.mark.parametrize("place", PLACES)
def test_a_text_reads_in_the_language_wherever_it_stands(tmp_path: Path, place: str) -> None:
    """By language at its place, or apart; where it has neither, that of the first language stands in, and is known."""
    line, path = PLACES[place]
    at_place = TITLE + SOURCE + line % '{en: Two mills, fr: "Deux\n      moulins"}' + "\n"
    apart = TITLE + SOURCE + line % "Two  mills" + "\n"
    for number, (case, french) in enumerate([(at_place, ""), (apart, "- {en: Two mills, fr: Deux moulins}\n")]):
        found = read(tmp_path / str(number), case, french)
        assert _text(found, path) == "Deux moulins"
        assert not found.untranslated
        assert set(found.versions["Deux moulins"]) == {"Two mills"}
    found = read(tmp_path / "none", apart)
    assert found.untranslated == {path: "Two mills"}


def _text(case: Case, path: tuple[str | int, ...]) -> str:
    """Return the text at a path, also of what is said about a value."""
    if "@" not in path:
        return str(case.value(path))
    where = path.index("@")
    found: object = case.annotations[path[:where]]
    for step in path[where + 1 :]:
        found = found[step] if isinstance(step, int) else getattr(found, str(step))  # type: ignore[index]
    return " ".join(str(found).split())


@pytest.mark.parametrize(
    "line",
    [
        'version: "draft 2"',
        "handling: {distribution: {track_i: [The ministry]}}",
        "sources: [{key: S1, type: book, title: On rivers, authors: [{family: Miller}], publisher: A press}]",
        "acronyms: [{short: {all: UN}, long: {all: Uno}}]",
        "place: unknown",
        "place: {en: unknown, fr: inconnu}",
        "gaps_in_evidence: ['1993-1994']",
        "summary: {value: {all: A}, cite: [{key: S1, at: p. 4}]}\nsources: [{key: S1, citation: Rivers.}]",
        "timeline: [{date: {value: 1993, other_readings: [{value: about 1994, cite: [S1]}]}, track: i, "
        "event: {all: A}}]\nsources: [{key: S1, citation: Rivers.}]",
    ],
)
def test_what_is_the_same_in_every_language_needs_no_translation(tmp_path: Path, line: str) -> None:
    """Numbers, days, words of lists, pages, who gets a pack, and what a source says of itself."""
    assert not read(tmp_path, f"{TITLE}{line}\n").untranslated


def test_names_may_be_given_by_language_and_are_not_filled_in_from_texts_that_look_like_them(tmp_path: Path) -> None:
    """An entry for a text of the case does not change a source or a name on the list of readers."""
    line = "summary: Rivers\nhandling: {distribution: {track_i: [{en: The ministry, fr: Le ministère}, Rivers]}}\n"
    found = read(tmp_path, f"{TITLE}{line}", "- {en: Rivers, fr: Fleuves}\n")
    assert found.content.case.handling is not None
    assert found.content.case.handling.distribution is not None
    assert found.content.case.handling.distribution.track_i == ("Le ministère", "Rivers")
    assert found.content.case.summary == "Fleuves"


def test_what_stands_at_the_place_wins(tmp_path: Path) -> None:
    """Of two translations the one at the place is read; `all` stands in for languages that are not named."""
    line = "gaps_in_evidence:\n  - {en: Rivers, fr: Eaux}\n  - {all: Rivers}\n  - {all: Lakes, fr: Lacs}\n"
    found = read(tmp_path, f"{TITLE}summary: Rivers\n{line}", "- {en: Rivers, fr: Fleuves}\n")
    assert found.content.case.gaps_in_evidence == ("Eaux", "Rivers", "Lacs")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("title: {en: A, de: B}", "4:16: error: this case does not list this language: add it to 'languages'"),
        ("title: {fr: B}", "4:8: error: the text in 'en' is missing, the first of the case's 'languages'"),
        ('title: {en: A, fr: ""}', "4:20: error: the text is empty"),
        ("title: {en: A, fr: }", "4:20: error: the text is empty"),
        ("title: {en: A, fr: [B]}", "4:20: error: expected a text"),
        ("title: {en: A, fr: B, sensitivity: shared}", "4:23: error: this belongs beside the texts, not among them"),
        ("title: {name: A}", "4:8: error: expected a text"),
        ("title: {how: A}", "4:8: error: expected a text"),
        ("title: {de: A, ru: B, en: C}", "4:9: error: this case does not list this language"),
        ("title: A\nactors: {en: A, fr: B}", "5:9: error: expected a list"),
        ("title: A\ntimeline: [{date: {en: 1993, fr: 1994}, track: i, event: A}]", "5:19: error: "),
    ],
)
def test_what_is_wrong_with_texts_by_language_is_told_at_its_place(tmp_path: Path, line: str, said: str) -> None:
    """Once each, whatever language the case is read in; only where a text may stand is a mapping one of languages."""
    found = [one for one in told(tmp_path, f"{line}\n") if ": error: " in one]
    assert len(found) == (2 if "ru:" in line else 1), found
    assert found[0].startswith(f"case.yaml:{said}")


@pytest.mark.parametrize(
    ("french", "said"),
    [
        ("en: A\nfr: B\n", "texts/fr.yaml:1:1: error: expected a list of texts, each as '- {en: ..., fr: ...}'"),
        ("- {en: Rio, de: B}\n", "texts/fr.yaml:1:3: error: expected a text in 'en' and the same in 'fr'"),
        ("- {en: Rivers, fr: }\n", "texts/fr.yaml:1:3: warning: this text is not translated yet"),
        ("- {en: Streams, fr: Fleuves}\n", "texts/fr.yaml:1:21: warning: the case has no text that reads like this"),
        (
            "- {en: Rivers, fr: Fleuves}\n- {en: Rivers, fr: Eaux}\n",
            "texts/fr.yaml:2:20: error: this text is translated otherwise above",
        ),
    ],
)
def test_what_is_wrong_with_translations_is_told_at_their_place(tmp_path: Path, french: str, said: str) -> None:
    """An entry that the case no longer has is told once its text in the first language was changed."""
    found = told(tmp_path, f"{TITLE}summary: Rivers\n", french)
    assert [one for one in found if one.startswith(said)], found


def test_a_file_of_translations_in_a_language_that_the_case_does_not_list_is_told(tmp_path: Path) -> None:
    """Nothing of a case lies there unread: neither a language too many nor a file with another ending."""
    folder = _written(tmp_path, f"{TITLE}summary: Rivers\n", "- {en: Rivers, fr: Fleuves}\n")
    (folder / "texts" / "de.yaml").write_text("- {en: Rivers, de: Ströme}\n", encoding="utf-8")
    (folder / "texts" / "fr.yml").write_text("- {en: Rivers, fr: Eaux}\n", encoding="utf-8")
    found = [str(problem).removeprefix(f"{folder}/") for problem in take_in(folder).problems]
    assert found[0].startswith("texts/fr.yml:1:1: error: this file is not read: name it by its language")
    assert found[1].startswith("texts/de.yaml:1:1: error: this case does not list 'de' after the first")


def test_a_case_of_one_language_may_say_its_texts_by_language_too(tmp_path: Path) -> None:
    """So that a language can be taken out of the list again, once nothing is given in it."""
    folder = write_case(tmp_path, case="sensitivity: shared\nid: river-talks\ntitle: {en: A}\nsummary: {all: B}\n")
    intake = take_in(folder)
    assert intake.case is not None
    assert not intake.problems
    assert (intake.case.content.case.title, intake.case.content.case.summary) == ("A", "B")


def test_a_file_that_cannot_be_read_makes_no_translation_left_over(tmp_path: Path) -> None:
    """What it holds may be what the entries are for."""
    found = told(tmp_path, TITLE, "- {en: Streams, fr: Fleuves}\n", assessment="open_questions: [\n")
    assert [one for one in found if one.startswith("assessment.yaml:")]
    assert not [one for one in found if one.startswith("texts/")]


def test_a_misspelt_key_makes_no_translation_left_over(tmp_path: Path) -> None:
    """One mistake is told once: the entry is for the text that stands under the key."""
    found = told(tmp_path, TITLE + "sumary: Streams\n", "- {en: Streams, fr: Fleuves}\n")
    assert len(found) == 1
    assert found[0].startswith("case.yaml:5:1: error: unknown key (did you mean 'summary'?)")


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("[en, FR]", "2:17: error: a language is given by its code, such as fr or pt_BR"),
        ("[en, all]", "2:17: error: 'all' stands for every language of a case, and is none: list each by its code"),
        ("[]", "2:12: error: the list is empty: give at least one"),
        ("en", "2:12: error: expected a list: put this between '[' and ']'"),
    ],
)
def test_languages_are_listed_by_their_codes(tmp_path: Path, listed: str, said: str) -> None:
    """One that is misspelt is told at its place."""
    case = f"sensitivity: shared\nlanguages: {listed}\nid: river-talks\ntitle: A\n"
    folder = write_case(tmp_path, case=case)
    found = [str(problem).removeprefix(f"{folder}/") for problem in take_in(folder).problems]
    assert [one for one in found if one.startswith(f"case.yaml:{said}")], found
