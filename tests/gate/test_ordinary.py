# ruff: noqa: RUF001
"""Ordinary: a registered name of one word that is a word too is found where it is a name, and hardly elsewhere."""

from __future__ import annotations

import re

import pytest
from tests.building import ROOT

from briefpack.files.ordinary_words import ordinary_words
from briefpack.gate.names import names_of
from briefpack.gate.ordinary import Ordinary, unproved
from briefpack.gate.searching import Searchable
from briefpack.gate.words import words_of

COMMON = ordinary_words(["en"])
#: Common family names of English that are words.
NAMES = re.findall(
    r"\w+",
    """
    May North Law Power Peace March Summer Winter Rose Grace Hope Joy Faith Cook King Knight Bishop Pope
    Price Rich Young Long Short White Black Green Brown Gray Gold Stone Wood Field Hill Rivers Lake
    Banks Bush Forest West East South Day Weeks Love Strong Wise Noble Best Good Sharp Little Small
    Church Temple Castle Hall House Court Street Major Judge Case Said Ring Bell Page Grant Chase Park
    Rice Bean French
    """,
)
#: Ordinary text, on what was done and said in public.
PAGES = sorted((ROOT / "inputs" / "inter-tajik-dialogue").glob("*.yaml"))


def is_found(text: str, *names: str, common: frozenset[str] = COMMON) -> bool:
    """Return whether a person of these names is found in a text."""
    return bool(Searchable([text]).holds(names_of(names, "", (), Ordinary(common))))


@pytest.mark.parametrize("name", NAMES)
def test_a_common_name_is_found_in_every_true_use(name: str) -> None:
    """With a capital, in capitals, as somebody's, in the plural, behind a title, an initial or another name."""
    small = name.lower()
    uses = (f"we saw {name} there", f"seen by {name.upper()} too", f"at {name}\u2019s house", f"at {name}'s house")
    more = (f"{name} left", f"the {name}s left", f"with ({name}) there", f"We left. {name} stayed", f"{name}\xad left")
    behind = (f"met dr {small} there", f"met Dr. {small}", f"met minister {small}", f"saw j. {small} there")
    for text in (*uses, *more, *behind):
        assert is_found(text, name), text
    for text in (f"saw zora {small} there", f"{small}, zora", f"zora q. {small}", f"z. {small} was", f"z{small}@here"):
        assert is_found(text, f"Zora {name}", name), text


@pytest.mark.parametrize("name", NAMES)
def test_a_common_name_in_small_letters_is_the_word(name: str) -> None:
    """So are longer words that begin with it, and the word behind what a minister or a letter is."""
    small = name.lower()
    for text in (
        f"it {small} be",
        f"of {small}ern ones",
        f"the {small}s",
        f"the deputy minister {small} be",
        f"a {small}",
    ):
        assert not is_found(text, name), text


def test_ordinary_text_is_taken_for_common_names_much_less_often_than_before() -> None:
    """In what public sources say of a real case: most of what was found is found no more."""
    row = Searchable(line for page in PAGES for line in page.read_text(encoding="utf-8").splitlines())
    before = [one for one in NAMES if row.holds(names_of([one], ""))]
    after = [one for one in NAMES if row.holds(names_of([one], "", (), Ordinary(COMMON)))]
    assert len(before) >= 15
    assert len(after) <= len(before) / 2
    assert {*after} <= {*before}


@pytest.mark.parametrize(("known", "text"), [("North", "northern"), ("Peace", "a peaceful end"), ("Power", "powers")])
def test_without_a_list_of_its_language_nothing_changes(known: str, text: str) -> None:
    """In German every noun has a capital."""
    assert ordinary_words(["de"]) == ordinary_words(["en", "de"]) == frozenset()
    assert is_found(text, known, common=ordinary_words(["en", "de"]))
    assert not is_found(text, known)


#: By language, a name, texts in which the person is meant, and texts in which it is the word.
IN_LANGUAGES = {
    "ru": (
        ("Вера", "видели Веру там", "с Верой и Олегом", "ТОЛЬКО ВЕРА", "Вере сказали", "госпоже вере"),
        ("вера в мир", "верой и правдой", "по вере", "Им не хватает веры"),
    ),
    "fr": (
        ("Pierre", "vu d’abord Pierre", "ET PIERRE", "l’ami de Pierre", "Pierre est venu"),
        ("une pierre tombe", "les pierres", "chaque pierre compte"),
    ),
    "es": (
        ("Esperanza", "vimos a Esperanza allí", "CON ESPERANZA", "las Esperanzas"),
        ("hay esperanza", "sus esperanzas", "con poca esperanza"),
    ),
    "ar": (
        ("نور", "قابلنا نور هناك", "ونور", "كتبنا لنور", "رأينا نورًا"),
        ("النور", "بالأنوار", "نورية", "تنوير"),
    ),
}


@pytest.mark.parametrize("language", IN_LANGUAGES)
def test_a_name_that_is_a_word_of_another_language_is_told_from_it_in_all_its_forms(language: str) -> None:
    """By its capital where the language has any, and else as a word of its own, without the article."""
    common, ((name, *uses), words) = ordinary_words([language]), IN_LANGUAGES[language]
    assert [text for text in (name, *uses) if not is_found(f"… {text} …", name, common=common)] == []
    assert [text for text in words if is_found(f"… {text} …", name, common=common)] == []


def test_the_word_is_the_person_beside_another_part_of_the_name_in_any_case_and_letters() -> None:
    """Somebody who types all in small letters has named the person all the same."""
    for names, text in ((("Вера", "Вера Орлова"), "с верой орловой"), (("Пётр Мороз", "Мороз"), "к петру морозу")):
        assert is_found(text, *names, common=ordinary_words(["ru"])), text
    assert not is_found("веру в орлов", "Вера", "Вера Мухина", common=ordinary_words(["ru"]))


def test_where_letters_have_no_capitals_the_author_is_always_asked() -> None:
    """Nothing tells the name from the word there, so every place counts until somebody says which it is."""
    text = "كان هناك نور في الليل، ونور أيضا"
    assert unproved(text, {"نور", "ونور"}) == [2, 5]
    assert is_found(text, "نور", common=ordinary_words(["ar"]))


def test_the_preposition_that_reads_like_the_name_ali_is_not_the_name() -> None:
    """Its last letter tells it, though it is folded; beside another part of the name that letter may be the other."""
    common = ordinary_words(["ar"])
    for text in ("وضعه على الطاولة", "وعلى الجميع", "المجلس الأعلى", "عَلَى الأرض"):
        assert not is_found(text, "علي", common=common), text
    for text in ("رأينا علي هناك", "رأينا عليًا", "وعلي", "لعلي"):
        assert is_found(text, "علي", common=common), text
    assert is_found("رأينا على عسيري", "علي عسيري", "علي", common=common)


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_lists_of_other_languages_hold_names_and_are_short(language: str) -> None:
    """A longer list would treat more names so; each word is as it is compared."""
    words = ordinary_words([language])
    assert 250 < len(words) < 600
    assert {one for one in words if words_of(one) != (one,)} == set()


def test_a_name_that_is_no_word_is_found_in_any_letters() -> None:
    """A list says what is treated otherwise, and nothing else is."""
    assert is_found("with orrelby there", "Orrelby")
    assert is_found("with tamsel north there", "Tamsel North")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Power is cut. Power is back", [0, 3]),
        ("The Power is out", []),
        ("POWER SHARING AND POWER", [0, 3]),
        ("They said: \u201cPower is ours\u201d", [2]),
        ("One\n\nPower two", [1]),
        ("power is cut", []),
    ],
)
def test_a_capital_proves_nothing_where_every_word_has_one(text: str, places: list[int]) -> None:
    """At the beginning of a sentence or a text, and in a text all in capitals."""
    assert unproved(text, {"power"}) == places


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("torrelby@example.org", True),
        ("from torrelby24 by mail", True),
        ("mtorrelby", False),
        ("the rain", False),
        ("a train came", False),
    ],
)
def test_an_initial_joined_to_a_name_is_the_name_where_it_is_no_word(text: str, is_there: bool) -> None:
    """As in an address; `Tom Rain` is in no train."""
    assert is_found(text, "Tamsel Orrelby", "Tom Rain") is is_there


def test_a_short_name_that_is_no_word_is_found_in_its_plural() -> None:
    """As longer names are; not where the plural is a word, or is the beginning of one."""
    for name in ("Khan", "Diaz", "Roy"):
        for text in (f"the {name}s came", f"the {name.lower()}s came", f"{name}'s house", f"the {name}s' house"):
            assert is_found(text, name), text
    assert not is_found("the khanso came", "Khan")
    assert not is_found("a bass voice", "Bas", common=COMMON | {"bass"})
