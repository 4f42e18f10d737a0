"""Own pictures: what an organisation has in `own` as PNG is shown with its words, and nothing else of its file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from tests.building import INPUTS, LEAST, PACKS, make_packs, own_templates, tell, write_case

from briefpack.handbook import Audience
from briefpack.packs.orders import Order
from briefpack.problems import Refusal

Capture = pytest.CaptureFixture[str]
WORDS = """\
own:
  pictures:
    office: {alternative: A house beside a tower., caption: Our office., words: Quay four}
"""
SHOWN = """\
{% extends "base/parts/glossary.md.j2" %}
{% from "parts/macros.md.j2" import figure, see_figure with context %}
{% block table %}
{{ super() }}
{{ see_figure("own/office") }}

{{ figure("own/office") }}
{% endblock %}
"""
TERMS = (("MF", "Millers and Fishers"), ("RB", "River Board"), ("TC", "Town Council"))
LISTED = ", ".join(f"{{short: {short}, long: {long}}}" for short, long in TERMS)
CASE = f"{LEAST}acronyms: [{LISTED}]\nsummary: The MF, RB and TC meet.\n"


def png(size: tuple[int, int] = (300, 200), mode: str = "RGB", said: str = "") -> bytes:
    """Return a PNG file, with something said in its metadata."""
    beside = PngImagePlugin.PngInfo()
    if said:
        beside.add_text("Author", said)
    file = io.BytesIO()
    Image.new(mode, size, 120).save(file, "PNG", pnginfo=beside, dpi=(300, 300))
    return file.getvalue()


def library(tmp_path: Path, picture: bytes | None, words: str = WORDS, **templates: str) -> Path:
    """Return a template library in which an organisation shows a picture of its own."""
    files = templates or {"parts/glossary.md.j2": SHOWN}
    made = own_templates(tmp_path, {"wording/en.yaml": words, **files})
    if picture is not None:
        (made / "ours" / "own").mkdir(exist_ok=True)
        (made / "ours" / "own" / "office.png").write_bytes(picture)
    return made


def packs(tmp_path: Path, templates: Path, audiences: tuple[Audience, ...] = PACKS) -> dict[str, bytes]:
    """Return the files of the packs of a small case in the house style of the organisation."""
    return make_packs(Order(write_case(tmp_path, case=CASE), templates, "ours", audiences, ("en",)))


def refused(tmp_path: Path, templates: Path) -> list[str]:
    """Return what is said where no pack can be made, without the folder of the organisation."""
    with pytest.raises(Refusal) as refusal:
        packs(tmp_path, templates)
    return [str(problem).removeprefix(f"{templates}/") for problem in refusal.value.problems]


def test_a_picture_stands_in_both_packs_with_number_caption_and_alternative_text(tmp_path: Path) -> None:
    """It is printed as the pictures that are drawn are, and lies beside the Markdown as they do."""
    files = packs(tmp_path, library(tmp_path, png()))
    for audience in PACKS:
        name = f"river-talks.{audience}.en"
        path = f"{name}.media/own-office.png"
        shown = f"See [Figure 1]({path}).\n\n![A house beside a tower.]({path})\n\n**Figure 1.** Our office.\n"
        assert shown in files[f"{name}.md"].decode()
        assert path in files
        with zipfile.ZipFile(io.BytesIO(files[f"{name}.docx"])) as word:
            assert files[path] in [word.read(part) for part in word.namelist() if part.startswith("word/media/")]
            assert 'descr="A house beside a tower."' in word.read("word/document.xml").decode()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "1"])
def test_nothing_of_its_file_is_kept_but_the_dots(tmp_path: Path, mode: str) -> None:
    """Who made it, with what and at which resolution stays with the organisation."""
    files = packs(tmp_path, library(tmp_path, png(mode=mode, said="Tamsel Orrelby")))
    data = files["river-talks.track-i.en.media/own-office.png"]
    assert all(word not in data for word in (b"Orrelby", b"tEXt", b"pHYs", b"PLTE"))
    assert Image.open(io.BytesIO(data)).size == (300, 200)


@pytest.mark.parametrize("size", [(6000, 3000), (1000, 6000)])
def test_a_large_picture_is_made_as_small_as_paper_needs_it(tmp_path: Path, size: tuple[int, int]) -> None:
    """Its sides keep their proportion, and no side has more dots than 300 an inch on its page."""
    files = packs(tmp_path, library(tmp_path, png(size)), ("track-i",))
    width, height = Image.open(io.BytesIO(files["river-talks.track-i.en.media/own-office.png"])).size
    assert width <= 1890
    assert height <= 2363
    assert abs(width / height - size[0] / size[1]) < 0.01


def test_a_picture_that_is_not_printed_is_in_no_pack(tmp_path: Path) -> None:
    """A file in the folder is no more than an offer to the templates; for one audience, its own template prints it."""
    files = packs(tmp_path, library(tmp_path, png(), **{"track-i/parts/glossary.md.j2": SHOWN}))
    assert [name for name in files if "office" in name] == ["river-talks.track-i.en.media/own-office.png"]


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ("own:\n  pictures:\n    office: {caption: Our office.}\n", "an alternative text"),
        ("own:\n  pictures:\n    office: {alternative: A house beside a tower.}\n", "a caption"),
        ("own:\n  pictures:\n    office: {alternative: '  ', caption: Our office.}\n", "an alternative text"),
    ],
)
def test_a_picture_without_words_is_refused(tmp_path: Path, words: str, lacking: str) -> None:
    """Whoever cannot see it would not know that it is there, whether it is printed or not."""
    (said,) = refused(tmp_path, library(tmp_path, png(), words))
    assert said.startswith(f"ours/wording/en.yaml:1:1: error: own/office.png needs {lacking}: add it, as in 'own: {{")


def test_words_without_their_picture_are_refused(tmp_path: Path) -> None:
    """A misspelt name is told with the picture that was meant."""
    templates = library(tmp_path, png(), WORDS + "    ofice: {caption: Our office.}\n")
    (said,) = refused(tmp_path, templates)
    assert said.startswith("ours/wording/en.yaml:4:")
    assert "there is no picture own/ofice.png (did you mean 'office'?)" in said


def test_a_picture_that_there_is_not_cannot_be_printed(tmp_path: Path) -> None:
    """It is no picture that has nothing to show: the template is wrong."""
    (said, *_) = refused(tmp_path, library(tmp_path, None, "own: {use: x}\n"))
    assert "there is no picture 'own/office': there is now, timeline, parties" in said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "this is no PNG file, whatever its name says: save the picture as PNG"),
        (b"\xff\xd8\xff\xe0 a photograph", "this is no PNG file"),
        (png()[:60], "the picture is no picture that can be read"),
        (png()[:16] + (40_000).to_bytes(4) * 2 + png()[24:], "the picture "),
    ],
)
def test_what_is_no_picture_is_refused_at_its_file(tmp_path: Path, data: bytes, said: str) -> None:
    """Nobody finds out in a pack that a file is damaged, of another kind, or far too large."""
    problems = refused(tmp_path, library(tmp_path, data))
    assert [one.startswith(f"ours/own/office.png:1:1: error: {said}") for one in problems] == [True]


def test_a_name_that_templates_cannot_ask_for_is_refused(tmp_path: Path) -> None:
    """Small letters, digits and hyphens are the same on every system."""
    templates = library(tmp_path, png())
    (templates / "ours" / "own" / "Our Office.png").write_bytes(png())
    (said,) = refused(tmp_path, templates)
    assert said.startswith("ours/own/Our Office.png:1:1: error: a picture of your own is called by small letters")


def test_the_gate_reads_the_words_that_stand_in_a_picture(tmp_path: Path, capsys: Capture) -> None:
    """Dots cannot be searched, so what its owner says of them is searched as the words of drawn pictures are."""
    shut = f"{CASE}place: {{value: Quay four, sensitivity: team_only}}\n"
    templates = library(tmp_path, png())
    told = tell(capsys, "explain", write_case(tmp_path, case=shut), "--templates", templates, "--organisation", "ours")
    assert told.status == 1
    assert "words in pictures" in told.out


def test_readers_are_told_of_a_house_style_with_pictures(tmp_path: Path, capsys: Capture) -> None:
    """What its templates print is found out by rendering them, pictures and all."""
    templates = library(tmp_path, png())
    told = tell(capsys, "readers", INPUTS / "harbour-talks", "--templates", templates, "--organisation", "ours")
    assert (told.status, told.err) == (0, "")
