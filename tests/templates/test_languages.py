"""Languages: each catalogue of the base says what the English one says, in the forms that its language has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, TEMPLATES, case_of, copied_case, make_packs, markdown_of, written_in

from briefpack.case.assessment import Effort
from briefpack.case.coordination import CalendarEntry, Commitment, HandedOver, Message, Round
from briefpack.case.dates import parse_date
from briefpack.case.implementation import Output, Session
from briefpack.case.planning import Activity
from briefpack.disclosure.select import select
from briefpack.files.catalogues import read_catalogue, read_texts
from briefpack.findings.report.naming import Called
from briefpack.handbook import Audience
from briefpack.house.wording import FOR_CHECKS, Wording, placeholders
from briefpack.packs.orders import Order
from briefpack.text.locales import SeparateLocale

LANGUAGES = sorted(path.stem for path in (TEMPLATES / "base" / "wording").glob("*.yaml") if path.stem != "en")
ENGLISH = read_texts(TEMPLATES / "base" / "wording" / "en.yaml")
#: Marks that are never translated, words of likelihood of which nobody published a translation, and titles of sources.
SAME = re.compile(
    r"words\.(tlp\.)?(tlp_)?(red|amber|amber_strict|green|clear)"
    r"|words\.(likelihood\.)?(almost|remote|very|highly|unlikely|realistic|roughly|likely)\w*|role\.source\.\w+|locale|reviewed_by"
    r"|likelihood\.language"
)
#: What may stand in Latin letters in a text of another script.
LATIN = re.compile(
    r"\{\{?\w+\}?\}|TLP:\w+(?:\+\w+)?|`[^`]*`|\([^()]*[A-Za-z][^()]*\)|https?://\S+|#[\w-]+"
    r"|\b(?:TLP|PHIA|ICD|UN|USIP|BATNA|OECD|DAC|Word|Markdown|YAML|LibreOffice|briefpack|ACLED|UCDP|C\d\d|I{1,3})\b"
    r"|\b(?:almost|remote|very|highly|un|realistic|roughly|likely|or|probable|even|chance|certain|no|possibility|unlikely)\b"
)
SIGNS = ("**", "`", "|", "](")


def forms(wording: Wording) -> Iterator[str]:
    """Return a text, or each of its plural forms."""
    yield from [wording] if isinstance(wording, str) else wording.values()


def told(language: str) -> Mapping[str, Wording]:
    """Return the texts of a language that a reader meets."""
    texts = read_catalogue(TEMPLATES, None, language).texts
    return {key: text for key, text in texts.items() if not key.startswith(FOR_CHECKS)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_is_filled_with_all_that_the_english_one_is_filled_with(language: str) -> None:
    """A translation that leaves a value out says less than the English text."""
    lacking = {
        key: sorted(lost)
        for key, text in told(language).items()
        if key in ENGLISH and (lost := placeholders(ENGLISH[key]) - placeholders(text))
    }
    assert lacking == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_with_plural_forms_has_those_of_its_language(language: str) -> None:
    """What is counted in English is counted everywhere, in every form that whole numbers take there."""
    texts = told(language)
    locale = SeparateLocale.parse(str(texts["locale"]))
    wanted = {locale.plural_form(number) for number in range(1000)}
    counted = {key: set(text) for key, text in texts.items() if not isinstance(ENGLISH.get(key, ""), str)}
    assert {key: sorted(wanted - found) for key, found in counted.items() if wanted - found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_has_the_signs_of_markdown_that_the_english_one_has(language: str) -> None:
    """A sign that is lost or left over spoils the line in which the text stands."""
    odd = {
        key
        for key, text in told(language).items()
        if key in ENGLISH
        for sign in SIGNS
        if {one.count(sign) for one in forms(text)} != {one.count(sign) for one in forms(ENGLISH[key])}
    }
    assert odd == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_in_english(language: str) -> None:
    """A sentence of several words that is the same in both was forgotten."""
    left = {
        key
        for key, text in told(language).items()
        if text == ENGLISH.get(key)
        and not SAME.fullmatch(key)
        and len(re.findall(r"[A-Za-z]{3,}", LATIN.sub("", str(text)))) > 1
    }
    assert left == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_calls_what_a_side_does_not_see_by_words_of_the_language(language: str) -> None:
    """The name that a field has in a case is English, and no reader knows it."""
    kinds = (Effort, Activity, Session, Output, Round, CalendarEntry, HandedOver, Commitment, Message)
    called = Called({}, read_catalogue(TEMPLATES, None, language))
    fields = {field.rstrip("_") for kind in kinds for field in kind.model_fields}
    assert {field for field in fields if called.field(field) == field.replace("_", " ")} == set()


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one in ("ar", "ru")])
def test_no_latin_word_stands_in_another_script(language: str) -> None:
    """Abbreviations and marks that are known by their Latin letters may stand there; a word of English may not."""
    left = {
        key: found
        for key, text in told(language).items()
        if not SAME.fullmatch(key)
        for one in forms(text)
        if (found := re.findall(r"[A-Za-z]{2,}", LATIN.sub("", one)))
    }
    assert left == {}


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["Francia", "Italia"], "Francia e Italia"),
        (["nieve", "hielo"], "nieve y hielo"),
        (["Perú", "Chile", "«Isla Negra»"], "Perú, Chile e «Isla Negra»"),
        (["Paz y Vida", "Iglesias"], "Paz y Vida, e Iglesias"),
        (["Italia"], "Italia"),
    ],
)
def test_a_list_in_spanish_says_e_before_the_sound_of_i(texts: list[str], told: str) -> None:
    """The word before the last text is that which Spanish has there."""
    assert read_catalogue(TEMPLATES, None, "es").list(texts) == told


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        ("dates.from", {"start": "1 de julio de 2024"}, "desde el 1 de julio de 2024"),
        ("dates.from", {"start": "julio de 2024"}, "desde julio de 2024"),
        ("dates.before", {"date": "1 de julio de 2024"}, "antes del 1 de julio de 2024"),
        ("dates.before", {"date": "2024"}, "antes de 2024"),
        (
            "dates.interval",
            {"start": "mayo de 2024", "end": "1 de julio de 2024"},
            "mayo de 2024 al 1 de julio de 2024",
        ),
        ("coordination.mandate_reviewed", {"date": "1 de julio de 2024"}, "revisión: 1 de julio de 2024"),
    ],
)
def test_a_day_in_spanish_has_its_article(key: str, values: dict[str, str], told: str) -> None:
    """A day has one after a word that asks for it, and it joins with that word; a month or a year has none."""
    assert read_catalogue(TEMPLATES, None, "es").say(key, **values) == told


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        ("dates.until", {"end": "5 mars 2024"}, "jusqu\u2019au 5 mars 2024"),
        ("dates.until", {"end": "mars 2024"}, "jusqu\u2019à mars 2024"),
        ("dates.from", {"start": "1er mars 2024"}, "à partir du 1er mars 2024"),
        ("dates.from", {"start": "avril 2024"}, "à partir d\u2019avril 2024"),
        ("dates.before", {"date": "2024"}, "avant 2024"),
        ("report.before", {"date": "3 avril 2024"}, "Avant le 3 avril 2024."),
    ],
)
def test_a_day_in_french_has_its_article(key: str, values: dict[str, str], told: str) -> None:
    """A day has one after a word that asks for it, and it joins with that word; a month or a year has none."""
    assert read_catalogue(TEMPLATES, None, "fr").say(key, **values) == told


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    """It is so in a day, and in the days between two."""
    french = read_catalogue(TEMPLATES, None, "fr")
    days = ("2024-03-01", "2024-03-01/2024-03-11", "2024-03-31/2024-04-01")
    assert [french.date(parse_date(day)) for day in days] == [
        "1er mars 2024",
        "1er\u201311 mars 2024",
        "31 mars\u2009\u2013\u20091er avril 2024",
    ]


@pytest.mark.parametrize("text", ["Ils négocient.", "वार्ता शुरू होती है।", "会谈开始。", "ውይይቱ ይጀምራል።", "ဆွေးနွေးသည်။"])
def test_a_sentence_ends_with_one_full_stop_of_any_script(text: str) -> None:
    """A text that brings its own full stop is filled in without it where the wording has one."""
    said = read_catalogue(TEMPLATES, None, "es").say("phase.as_of", date=text)
    assert said == f"Información a {text[:-1]}."


def test_the_state_of_work_named_for_a_gap_is_a_word_of_the_language(tmp_path: Path) -> None:
    """What an author chose from a list is never printed as the case spells it."""
    order = Order(written_in(copied_case(tmp_path), "es"), TEMPLATES, "default", ("track-ii",), ("es",))
    pack = make_packs(order)["harbour-talks.track-ii.es.md"].decode()
    assert "Relief ferries (concluida, hasta mayo de 2023)" in pack


@pytest.mark.parametrize(
    ("texts", "listed"),
    [
        (["«Сады и поля»", "«Рынки»"], "«Сады и поля» и «Рынки»"),
        (["Сады и поля", "Рынки"], "Сады и поля, и Рынки"),
    ],
)
def test_a_comma_parts_a_list_only_where_no_quotation_marks_do(texts: list[str], listed: str) -> None:
    """A text that holds the word between the last two ends at a comma, or at its marks."""
    assert read_catalogue(TEMPLATES, None, "ru").list(texts) == listed


@pytest.mark.parametrize(("language", "arrow"), [("ar", "←"), ("en", "→"), ("ru", "→")])
@pytest.mark.parametrize("audience", PACKS)
def test_an_arrow_points_where_the_language_runs(tmp_path: Path, language: str, arrow: str, audience: Audience) -> None:
    """What follows is to the left of it in Arabic: programs turn brackets, but no arrows."""
    changes = "sensitivity: shared\nadaptations: [{what_changed: A, old: B, new: C}]\n"
    made = markdown_of(select(case_of(tmp_path, LEAST, implementation=changes), audience), language=language)
    assert f"(B {arrow} C" in made


@pytest.mark.parametrize(
    ("language", "hours", "minutes", "told"),
    [
        ("ar", 2, 30, "ساعتان و30 دقيقة"),
        ("ar", 3, 5, "3 ساعات و5 دقائق"),
        ("en", 2, 1, "2 hours 1 minute"),
        ("es", 2, 1, "2 horas 1 minuto"),
        ("ru", 2, 30, "2 ч 30 мин."),
    ],
)
def test_hours_and_minutes_have_the_form_of_their_own_number(
    language: str, hours: int, minutes: int, told: str
) -> None:
    """As templates say them: each number with its word, and both joined."""
    say = read_catalogue(TEMPLATES, None, language).say
    each = [say("engagement.hours_long", count=hours, hours=hours)]
    each.append(say("engagement.minutes_long", count=minutes, minutes=minutes))
    assert say("engagement.hours_and_minutes", hours=each[0], minutes=each[1]) == told


def test_russian_forms_for_one_hold_for_twenty_one() -> None:
    """Where most work is: that there is no more than one would be false of a place with twenty-one."""
    assert "21" in read_catalogue(TEMPLATES, None, "ru").say("pictures.most_work", count=21, places="A")
