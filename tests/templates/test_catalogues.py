"""Catalogues: what may stand in the wording of a house style or a language, and what is refused with its place."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.building import (
    INPUTS,
    LEAST,
    TEMPLATES,
    case_of,
    copied_case,
    make_packs,
    markdown_of,
    own_templates,
    pseudo_wording,
    tell,
    write_case,
)
from tests.templates.test_documentation import FOLDERS

from briefpack.disclosure.select import select
from briefpack.files.catalogues import read_catalogue
from briefpack.handbook import Audience
from briefpack.house.wording import Catalogue
from briefpack.packs.house_styles import read_house_style
from briefpack.packs.orders import Order
from briefpack.problems import Refusal
from briefpack.stages.render.printing import Printer


def refusal(parent: Path, wording: str) -> list[str]:
    """Return what is said about an organisation's own wording, without the folder it is in."""
    library = own_templates(parent, {"wording/en.yaml": wording})
    with pytest.raises(Refusal) as caught:
        read_catalogue(library, "ours", "en")
    return [str(problem).removeprefix(f"{library}/") for problem in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "{a.striptags}",
        "{a.striptags.__globals__[t].sys.modules[os].environ[HOME]}",
        "{a[0]}",
        "{a!r}",
        "{a:>30}",
        "{a:{b}}",
        "{}",
        "{0}",
        "{A}",
        "{ a }",
        "{a",
        "a}",
        "{{a",
        "{{a.b}}",
        "{{{a.b}}}",
    ],
)
@pytest.mark.parametrize("form", ["own: {{env: {0}}}", "own: {{env: {{one: x, other: {0}}}}}"])
def test_braces_that_hold_more_than_a_plain_name_are_refused_where_they_stand(
    tmp_path: Path, text: str, form: str
) -> None:
    """What reads attributes, items or forms of a value could reach whatever Python reaches."""
    said = refusal(tmp_path, form.format(f'"{text}"'))
    assert len(said) == 1
    place = r"ours/wording/en\.yaml:1:\d+: error: the braces in the wording 'own\.env' do not hold a plain name: "
    assert re.match(place, said[0])


def test_braces_of_the_base_are_read_as_strictly(tmp_path: Path) -> None:
    """A language that somebody adds is a house style's file like any other."""
    library = own_templates(tmp_path, {})
    file = library / "base" / "wording" / "fr.yaml"
    file.write_text('locale: fr_FR\ncover:\n  date: "{date.__class__}"\n')
    with pytest.raises(Refusal, match=r"fr\.yaml:3:9: error: the braces in the wording 'cover\.date' do not"):
        read_catalogue(library, None, "fr")


def test_what_fills_a_sentence_is_never_read_again() -> None:
    """A value with braces of its own stays as it is, and doubled braces are left for another to fill."""
    catalogue = Catalogue("en", {"locale": "en_GB", "a": "{one} of {two}, {{page}}"})
    assert catalogue.say("a", one="{two}", two="{one.__class__}") == "{two} of {one.__class__}, {page}"


def test_wording_is_filled_with_plain_texts_and_numbers() -> None:
    """What comes with methods of its own, as marked text does, is made a plain text first."""

    class Marked(str):
        def __str__(self) -> str:
            return "reached"

        def __format__(self, form: str) -> str:
            return "reached"

    catalogue = Catalogue("en", {"locale": "en_GB", "a": "{one}"})
    assert Printer(catalogue).say("a", one=Marked("plain")) == "plain"


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("pictures: {round: '{tile}, {date}'}", "1:19: error: the wording 'pictures.round' has nothing to fill '{tile}'"),
        ("cover: {title: '{case}'}", "1:16: error: the base has no wording 'cover.title' to override"),
        ("cover: {date: [a, b]}", "1:15: error: the wording 'cover.date' is not a text: write it on one line"),
        ("planning: {people: {one: x}}", "1:20: error: the wording 'planning.people' "),
        ("own: {people: {one: x}}", "1:15: error: the wording 'own.people' has plural forms but no 'other': add it"),
        ("locale: klingon", "1:9: error: 'locale' has to name a language that dates can be worded in"),
    ],
)  # fmt: skip
def test_wording_that_nobody_could_print_is_refused_where_it_stands(tmp_path: Path, wording: str, said: str) -> None:
    """No mistake in a catalogue waits for a page that prints it."""
    assert refusal(tmp_path, wording)[0].startswith(f"ours/wording/en.yaml:{said}")


def without(library: Path, language: str, *keys: str) -> Path:
    """Return the wording of a language in the base of a library, which is the English one without some lines."""
    file = library / "base" / "wording" / f"{language}.yaml"
    english = (TEMPLATES / "base" / "wording" / "en.yaml").read_text(encoding="utf-8")
    lines = [line for line in english.splitlines() if not line.startswith(tuple(f"  {key}:" for key in keys))]
    assert len(lines) < len(english.splitlines()) or not keys
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_all_wording_that_is_missing_is_told_at_once_beside_what_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever translates mends a language in one go; each text is told at the last one of its group."""
    library = own_templates(tmp_path, {})
    file = without(library, "en", "timeline_caption", "until_within", "conception")
    order = ("--templates", library, "--organisation", "ours", "--into", tmp_path / "out")
    told = tell(capsys, "pack", copied_case(tmp_path / "inputs"), *order)
    assert told.status == 1
    found = {re.sub(r".*'(.*)' is missing.*", r"\1", line): line.partition(": error")[0] for line in told.problems}
    assert {
        "pictures.timeline_caption",
        "dates.until_within",
        "steps.conception",
        "headings.conception",
    } <= found.keys()
    lines = file.read_text(encoding="utf-8").splitlines()
    for key, place in found.items():
        _, line, _ = place.rsplit(":", 2)
        group = next(text for text in reversed(lines[: int(line)]) if not text.startswith(" "))
        assert group.startswith(f"{key.partition('.')[0]}:")


def test_a_group_of_which_nothing_is_worded_is_told_in_one_line(tmp_path: Path) -> None:
    """A language that somebody has begun is no list of a thousand lines."""
    library = own_templates(tmp_path, {})
    (library / "base" / "wording" / "fr.yaml").write_text("locale: fr_FR\nsteps: {planning: Concevoir}\n")
    with pytest.raises(Refusal) as caught:
        read_catalogue(library, None, "fr")
    told = [str(problem).partition("fr.yaml:")[2] for problem in caught.value.problems]
    assert len(told) < 60
    assert any(
        re.match(r"1:1: error: all wording under 'dates' is missing, \d+ texts from 'dates\.", line) for line in told
    )
    assert any(line.startswith("2:19: error: the wording 'steps.evaluation' is missing") for line in told)
    assert any("the wording 'framing.questions' is missing" in line for line in told), "a group of one is its text"
    assert not any(", 1 texts from" in line for line in told)


def test_what_an_organisation_words_of_its_own_it_words_in_each_language(tmp_path: Path) -> None:
    """A sentence that is there in English alone is told before a pack in French is made."""
    library = own_templates(tmp_path, {"wording/en.yaml": "own: {motto: Slowly., greeting: Hello.}\n"})
    without(library, "fr")
    with pytest.raises(Refusal, match=r"ours/wording/fr\.yaml:1:1: error: all wording under 'own' is missing, 2 texts"):
        read_catalogue(library, "ours", "fr")
    french = library / "ours" / "wording" / "fr.yaml"
    french.write_text("own: {motto: Lentement.}\n")
    with pytest.raises(Refusal, match=r"ours/wording/fr\.yaml:1:14: error: the wording 'own\.greeting' is missing"):
        read_catalogue(library, "ours", "fr")
    french.write_text("own: {motto: Lentement., greeting: Bonjour.}\n")
    assert read_catalogue(library, "ours", "fr").say("own.greeting") == "Bonjour."


# A language that an organisation alone has


def test_an_organisation_may_bring_a_language_that_the_base_lacks(tmp_path: Path) -> None:
    """Its own file is then the whole wording, dates in it are of its locale, and others have no such language."""
    library = own_templates(tmp_path, {"wording/pt.yaml": pseudo_wording("pt", "pt_PT")})
    read = read_catalogue(library, "ours", "pt")
    assert (read.locale.language, read.say("words.confidential")) == ("pt", "CONFIDENTIAL")
    assert "\u0308" in str(read.texts["dates.from"])
    with pytest.raises(Refusal, match="there is no language 'pt'"):
        read_catalogue(library, None, "pt")


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        (
            "  confidential: CONFIDENTIAL\n",
            "",
            "the wording 'words.confidential' is missing: copy it from base/wording",
        ),
        ("{start}", "{begin}", "has nothing to fill '{begin}' with"),
        ('"TLP:AMBER"', '"TLP:ÂMBAR"', "'words.amber' is a mark that is the same in every language"),
        ("locale: pt_PT", "locale: xx_QQ", "'locale' has to name a language"),
        ('reviewed_by: ""', 'reviewed_by: "the makers of briefpack"', "still names who read the English wording"),
        ("locale: pt_PT", "locale: pt_PT\nspare: x", "nothing uses the wording 'spare'"),
    ],
)
def test_a_language_of_an_organisation_is_complete_or_refused(
    tmp_path: Path, written: str, instead: str, told: str
) -> None:
    """What is missing or wrong is listed with its place in the organisation's own file."""
    whole = pseudo_wording("pt", "pt_PT")
    assert written in whole
    library = own_templates(tmp_path, {"wording/pt.yaml": whole.replace(written, instead)})
    with pytest.raises(Refusal) as caught:
        read_catalogue(library, "ours", "pt")
    lines = list(map(str, caught.value.problems))
    assert any(told in line for line in lines), lines
    assert all("ours/wording/pt.yaml:" in line for line in lines)


def test_a_pack_in_a_language_of_an_organisation_is_whole(tmp_path: Path) -> None:
    """Its words, the dates of its locale, the direction and the tag of its language, and the mark that nobody read it."""
    library = own_templates(tmp_path, {"wording/he.yaml": pseudo_wording("he", "he_IL")})
    case = write_case(tmp_path, case=f"{LEAST}languages: [he]\ndate_of_information: 2024-03-01\n")
    files = make_packs(Order(case, library, "ours", ("track-i",), ("he",)))
    markdown = files["river-talks.track-i.he.md"].decode()
    styles = zipfile.ZipFile(io.BytesIO(files["river-talks.track-i.he.docx"])).read("word/styles.xml").decode()
    assert "still to be reviewed" in markdown.replace("\u0308", "")
    assert 'language: "he-IL"' in markdown
    assert "1 במרץ 2024" in markdown
    assert "<w:bidi/>" in styles
    assert 'w:bidi="he-IL"' in styles


# Handling marks


@pytest.mark.parametrize("key", ["confidential", "mark.confidential", "amber", "tlp.amber", "red"])
def test_no_house_style_words_a_handling_mark(tmp_path: Path, key: str) -> None:
    """A mark of an invented classification would be taken for the real thing."""
    field, _, word = key.rpartition(".")
    said = refusal(tmp_path, f"words: {{{field}: {{{word}: UK SECRET}}}}" if field else f"words: {{{word}: UK SECRET}}")
    assert re.match(rf"ours/wording/en\.yaml:1:\d+: error: 'words\.{key}' is a handling mark", said[0])


@pytest.mark.parametrize("key", ["unmarked", "unmarked_caveat"])
def test_no_house_style_words_what_an_unmarked_pack_is_marked_with(key: str, tmp_path: Path) -> None:
    """Without a mark a pack is handled at the highest level, in every house style."""
    said = refusal(tmp_path, f"handling: {{{key}: UK SECRET}}")
    assert f"'handling.{key}' is a handling mark" in said[0]


@pytest.mark.parametrize("key", ["name", "unit", "contact"])
@pytest.mark.parametrize(("said", "is_fine"), [("UK Secret", False), ("Top secret desk", False), ("NATO desk", True)])
def test_no_house_style_gives_a_mark_as_its_name(key: str, said: str, is_fine: bool, tmp_path: Path) -> None:
    """What an organisation calls itself stands on the cover of every pack."""
    settings = {"name": "Ours", key: said}
    library = own_templates(
        tmp_path, {"organisation.yaml": "\n".join(f"{one}: {text}" for one, text in settings.items())}
    )
    if is_fine:
        assert read_house_style(library, "ours", "en").settings
        return
    with pytest.raises(Refusal) as caught:
        read_house_style(library, "ours", "en")
    assert [str(problem.place) for problem in caught.value.problems] == [f"{library}/ours/organisation.yaml:1:1"]
    assert f"'{key}' reads like a classification" in str(caught.value)


@pytest.mark.parametrize(
    ("file", "line", "text"),
    [
        ("wording/en.yaml", 1, "front_page: {tracks: UK SECRET}"),
        ("wording/en.yaml", 1, "own: {end: 'Top secret'}"),
        (
            "parts/cover.md.j2",
            2,
            '{% extends "base/parts/cover.md.j2" %}\n{% block title %}\u200bUK SECRET{% endblock %}\n',
        ),
        ("organisation.yaml", 1, "name: UK SECRET DESK"),
    ],
)
def test_no_house_style_has_words_of_a_classification(file: str, line: int, text: str, tmp_path: Path) -> None:
    """Wherever a house style writes on a page, it writes no mark of its own."""
    library = own_templates(tmp_path, {file: text})
    with pytest.raises(Refusal) as caught:
        read_house_style(library, "ours", "en")
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{library}/ours/{file}:{line}:")
    assert "reads like a classification by a government, which no house style can give" in problem.message


@pytest.mark.parametrize("organisation", FOLDERS)
def test_shipped_house_styles_have_none(organisation: str) -> None:
    """The words of the base are not what is refused."""
    assert organisation == "base" or read_house_style(TEMPLATES, organisation, "en")


@pytest.mark.parametrize(
    "block",
    [
        '{{ super() | replace("case:", "mark: UK SECRET\\ncase:") }}',
        "---\ntitle: A pack\n---\n",
        '{{ super() | replace("CONFIDENTIAL", "SECRET") }}',
    ],
)
def test_no_template_marks_a_pack_otherwise_than_its_case(block: str, tmp_path: Path) -> None:
    """Header and footer are made of the front matter; a pack whose mark is changed or gone is refused."""
    text = '{% extends "base/pack.md.j2" %}\n{% block front_matter %}' + block + "{% endblock %}\n"
    library = own_templates(tmp_path, {"organisation.yaml": "name: Ours\n", "pack.md.j2": text})
    with pytest.raises(Refusal) as caught:
        make_packs(Order(INPUTS / "harbour-talks", library, "ours", ("track-i",), ("en",)))
    assert "the case alone decides how a pack is marked" in str(caught.value)


def test_a_mark_that_a_language_lacks_may_be_worded(tmp_path: Path) -> None:
    """A house style may stand in for a translation that nobody has made."""
    library = own_templates(tmp_path, {"wording/fr.yaml": "words: {confidential: CONFIDENTIEL}\n"})
    shutil.copy(library / "base" / "wording" / "en.yaml", library / "base" / "wording" / "fr.yaml")
    file = library / "base" / "wording" / "fr.yaml"
    file.write_text(re.sub(r"(?m)^  confidential: .*\n", "", file.read_text()))
    assert read_catalogue(library, "ours", "fr").word("mark", "confidential") == "CONFIDENTIEL"


def test_words_of_other_lists_may_still_be_changed(tmp_path: Path) -> None:
    """What is no mark reads as the house style has it."""
    case = case_of(tmp_path / "inputs", LEAST, assessment="gaps: [{id: g, description: A gap., priority: high}]\n")
    library = own_templates(tmp_path, {"wording/en.yaml": "words: {high: at once}\n"})
    assert "at once" in markdown_of(select(case, "track-ii"), library, "ours")


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("document:\n", "pictures_of: {figure: x}\ndocument:\n", "nothing uses the wording 'pictures_of.figure'"),
        ("  figure: ", "  figures: x\n  figure: ", r"nothing uses the wording 'pictures\.figures' \(did you mean"),
        (
            '  figure: "Figure ',
            '  figure: "Bild ',
            r"'pictures\.figure' begins with 'Bild', which 'document\.labels' does",
        ),
        (
            '  labels: "Figure, ',
            '  labels: "Bild, ',
            r"'pictures\.figure' begins with 'Figure', which 'document\.labels'",
        ),
    ],
)
def test_a_language_words_what_is_asked_for_and_labels_figures_as_it_says(
    tmp_path: Path, written: str, instead: str, said: str
) -> None:
    """A key that only a copy has is a slip; a caption whose label Word is not told of would have no number of its own."""
    french = (TEMPLATES / "base" / "wording" / "en.yaml").read_text(encoding="utf-8")
    assert french.count(written) == 1
    library = own_templates(tmp_path, {})
    (library / "base" / "wording" / "fr.yaml").write_text(french.replace(written, instead), encoding="utf-8")
    with pytest.raises(Refusal, match=rf"fr\.yaml:\d+:\d+: error: {said}") as caught:
        read_catalogue(library, None, "fr")
    assert len(caught.value.problems) == 1


def test_a_language_may_word_one_field_and_the_past_by_itself(tmp_path: Path) -> None:
    """Another language may need a form where English has one for all."""
    french = (TEMPLATES / "base" / "wording" / "en.yaml").read_text(encoding="utf-8")
    more = french.replace("\nwords:\n", "\nwords:\n  planning_status: {done: faite}\n").replace(
        "\nsteps:\n", "\nsteps:\n  planning_past: x\n"
    )
    library = own_templates(tmp_path, {})
    (library / "base" / "wording" / "fr.yaml").write_text(more, encoding="utf-8")
    texts = read_catalogue(library, None, "fr").texts
    assert {"words.planning_status.done", "steps.planning_past"} <= texts.keys()


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
def test_a_pack_in_a_language_that_no_speaker_reviewed_says_so_under_its_mark(
    tmp_path: Path, audience: Audience
) -> None:
    """An organisation whose translators have read the wording names them in its own file, and the warning is gone."""
    library = own_templates(tmp_path, {"wording/en.yaml": 'reviewed_by: ""\n'})
    case = copied_case(tmp_path, "harbour-talks")
    for organisation, is_warned in (("ours", True), ("default", False)):
        shutil.copytree(TEMPLATES / "default", library / "default", dirs_exist_ok=True)
        files = make_packs(Order(case, library, organisation, (audience,), ("en",)))
        text = files[f"harbour-talks.{audience}.en.md"].decode()
        with zipfile.ZipFile(io.BytesIO(files[f"harbour-talks.{audience}.en.docx"])) as word:
            above = [word.read(name).decode() for name in word.namelist() if name.startswith("word/header")]
        warning = "English wording still to be reviewed by a speaker of the language"
        assert (warning in text.partition("---\n")[2].partition("\n---\n")[0]) is is_warned
        assert above
        assert all((warning in one) is is_warned for one in above)
