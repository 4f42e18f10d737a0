"""House styles: what an organisation may put in its folder, and what is refused with a remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.building import make_packs, own_templates

from briefpack.files.organisations import read_organisation_settings
from briefpack.handbook import Audience
from briefpack.packs.house_styles import read_house_style
from briefpack.packs.orders import Order
from briefpack.problems import Refusal

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "inputs" / "harbour-talks"

Make = Callable[[dict[str, str], Audience], str]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that makes a Markdown pack in a house style of the given files."""

    def made(own: dict[str, str], audience: Audience = "track-ii") -> str:
        templates = tmp_path / "templates"
        shutil.copytree(ROOT / "templates" / "base", templates / "base", dirs_exist_ok=True)
        for name, text in {"organisation.yaml": "name: House\n", **own}.items():
            path = templates / "house" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        files = make_packs(Order(HARBOUR, templates, "house", (audience,), ("en",)))
        return files[f"harbour-talks.{audience}.en.md"].decode()

    return made


@pytest.mark.parametrize("colour", ["112233", "1E0040", "000000", "1F3864"])
def test_a_colour_needs_no_quotes(tmp_path: Path, colour: str) -> None:
    """Digits alone, or such as other readers of YAML take for a number, are a colour all the same."""
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "organisation.yaml").write_text(f"name: House\ncolours: {{heading: {colour}}}\n")
    assert read_organisation_settings(tmp_path, "house").colours.heading == colour


CONSENT = '{% extends "base/parts/front-page.md.j2" %}{% block consent %}Ask the desk.\n\n{% endblock %}'


@pytest.mark.parametrize("place", ["parts/front-page.md.j2", "track-ii/parts/front-page.md.j2"])
def test_a_block_that_one_audience_has_may_be_overridden_for_both(make: Make, place: str) -> None:
    """A block of the track II front page is replaced there, and the track I pack is built without it."""
    assert "Ask the desk." in make({place: CONSENT}, "track-ii")
    assert "Ask the desk." not in make({place: CONSENT}, "track-i")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ say('x' }}", "')' is missing before '}'"),
        ("{{ case.title) }}", "')' closes nothing"),
        ("{{ case title }}", "'title' is not expected here"),
        ("{{ say('x) }}", "a text in quotes is not closed: its second ' is missing"),
    ],
)
def test_a_bracket_or_quote_that_is_missing_in_a_template_is_told_in_words(make: Make, text: str, said: str) -> None:
    """At its line, so that whoever typed it finds it without knowing how templates are read."""
    with pytest.raises(Refusal) as refusal:
        make({"parts/glossary.md.j2": f"\n{text}\n"})
    (told,) = map(str, refusal.value.problems)
    assert "house/parts/glossary.md.j2:2:1: error: the template does not parse: " + said in told


def test_mistakes_in_several_files_are_told_at_once_with_what_was_meant(make: Make) -> None:
    """Settings, colours, wording and templates: nobody mends one to be told of the next."""
    settings = "name: House\npaper: a5\ncolours: {rule: FFFFF0}\nTrack I: {leave_out: [role]}\n"
    with pytest.raises(Refusal) as refusal:
        make({"organisation.yaml": settings, "wording/en.yaml": "headings: {asks: Yours}\n", "parts/covr.md.j2": "x"})
    told = [str(one).partition(" error: ")[2] for one in refusal.value.problems]
    begun = [
        "not an allowed value",
        "unknown key (did you mean 'track-i'?)",
        "lines of the colour 'rule' on white are only",
    ]
    begun += ["the base has no wording 'headings.asks' to override (did you mean 'front_page.asks'?)"]
    begun += ["this template does not override one of the base (did you mean 'parts/cover.md.j2'?)"]
    assert [start for start in begun if not any(one.startswith(start) for one in told)] == []
    assert len(told) == len(begun)


def test_a_file_for_one_audience_that_hides_the_common_one_is_told(tmp_path: Path) -> None:
    """Where it neither extends that nor names it in a comment; nothing is told of a file that stands alone."""
    start, common = '{% extends "base/parts/front-page.md.j2" %}', "parts/front-page.md.j2"

    def told(name: str, **files: str) -> list[str]:
        library = own_templates(
            tmp_path / name, {common: start, **{f"track-ii/{common}": each for each in files.values()}}
        )
        return [str(one).removeprefix(f"{library}/") for one in read_house_style(library, "ours", "en").said]

    assert told("a") == told("b", both=f'{{% extends "ours/{common}" %}}') == []
    assert told("c", meant="{#- Instead of ours/parts/front-page.md.j2. -#}" + start) == []
    (line,) = told("d", hides=start)
    assert line.startswith(
        f"ours/track-ii/{common}:1:1: warning: for track-ii this file takes the place of ours/{common}"
    )
    assert f"begin this one with '{{% extends \"ours/{common}\" %}}'" in line


def test_a_template_for_an_audience_that_has_none_is_refused(make: Make) -> None:
    """Talking points belong to track I: the same name in the folder of track II overrides nothing."""
    with pytest.raises(Refusal, match=r"track-ii/talking-points.md.j2:1:1: error: this template does not override"):
        make({"track-ii/talking-points.md.j2": "x"}, "track-ii")


def test_a_new_part_stands_in_the_folder_own(make: Make) -> None:
    """A part that overrides nothing may be included from the folder `own`, with wording of its own."""
    files = {
        "own/motto.md.j2": '{{ say("own.motto") }}\n',
        "wording/en.yaml": "own:\n  motto: Slowly by slowly.\n",
        "parts/contact.md.j2": '{% include "own/motto.md.j2" %}',
    }
    assert "Slowly by slowly." in make(files)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("track-i: {annexes: [sources, timeline]}", "'sources' must be the last annex"),
        ("track-i: {sections: [assessment, assessment]}", "a name is listed twice"),
        ("track-i: {sections: [framing]}", "not an allowed value"),
        ("colours: {heading: '#1F3864'}", "a colour is six digits or letters"),
    ],
)
def test_settings_that_cannot_be_followed_are_refused_where_they_stand(make: Make, settings: str, message: str) -> None:
    """Each wrong setting is told with its line in organisation.yaml."""
    with pytest.raises(Refusal, match=rf"organisation.yaml:2:\d+: error: .*{message}"):
        make({"organisation.yaml": f"name: House\n{settings}\n"})


def test_a_pack_without_the_annex_of_questions_does_not_point_to_it(make: Make) -> None:
    """Where the annex of open questions is left out, the first page counts them and sends nobody there."""
    text = make({"organisation.yaml": "name: House\ntrack-ii: {leave_out: [open-questions]}\n"})
    assert "questions are open or not answered in this pack. The first to ask:" in text
    assert "See “" not in text


@pytest.mark.parametrize("name", ["wording/en.yml", "en.yaml", "parts/cover.md", "organization.yaml", "own/map.jpg"])
def test_a_file_that_nothing_reads_is_refused(make: Make, name: str) -> None:
    """A file under a wrong name would have no effect and nobody would know."""
    with pytest.raises(Refusal, match=rf"house/{name}:1:1: error: nothing reads this file"):
        make({name: "x"})


def test_readmes_and_hidden_files_may_lie_in_a_house_style(make: Make) -> None:
    """What editors leave behind, and what people write for each other, is no mistake."""
    assert "Harbour Talks" in make({"README.md": "x", ".hidden": "x", "parts/README.md": "x", "~$style.docx": "x"})


def test_a_step_keeps_its_number_and_those_left_out_ask_nothing(make: Make) -> None:
    """The number of a section is that of its step in the handbook, wherever it stands."""
    text = make({"organisation.yaml": "name: Ours\ntrack-ii: {leave_out: [conception]}\n"}, "track-ii")
    assert "\n## Step 3: Planning\n\nHandbook: " in text
    assert "Does this assumption still hold?" not in text
    assert "By what criteria are participants chosen?" in text


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
@pytest.mark.parametrize("left_out", ["[timeline]", "[timeline, activities]", "[timeline, parties, activities]"])
def test_rounds_that_work_is_compared_with_are_told_once_in_every_order(
    make: Make, audience: Audience, left_out: str
) -> None:
    """In the plan of the activities, and as a list where the annex that has it is left out."""
    sections = "sections: [coordination, assessment, planning, implementation]"
    text = make({"organisation.yaml": f"name: Ours\n{audience}: {{{sections}, leave_out: {left_out}}}\n"}, audience)
    is_listed = "activities" in left_out
    begins, day = ("Rounds of official talks", " (") if is_listed else ("meetings of the official talks: ", ", ")
    assert text.count(begins) == 1
    assert f"Third round{day}16\u201320 October 2023" in text.partition(begins)[2]
    assert f"Fourth round{day}" in text.partition(begins)[2]
    assert ("Third round (" in text) == is_listed
