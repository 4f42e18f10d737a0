"""Text in every script: joined, stacked and turned as its readers know it, and never a box for a letter."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image, ImageChops
from pymupdf_fonts import myfont
from tests.building import ROOT
from tests.pictures.drawn import forget, small_pictures
from tests.pictures.scripts import LINES, LINES_OF_EXTRA

from briefpack.house.colours import BASE_COLOURS
from briefpack.house.wording import Catalogue
from briefpack.pictures import fonts, shaping
from briefpack.pictures.canvas import Canvas
from briefpack.pictures.lettering import SMALLEST, is_plain, lacking, width, wrapped
from briefpack.pictures.manner import Manner
from briefpack.pictures.masks import lettered
from briefpack.stages.draw.saying import joined

HAS_EXTRA = find_spec("manimgx_fonts_cjk") is not None
EVERY = {**LINES, **(LINES_OF_EXTRA if HAS_EXTRA else {})}
COLOURS = dict(BASE_COLOURS)
#: The beginning of a digest of the dots of each line, plain and bold, as they were when somebody looked at them.
DIGESTS = {
    "Latin": "bfd5ed3121d1",
    "Cyrillic": "d8f524b62a75",
    "Greek": "c742433c8fb7",
    "Georgian": "697a5dfe4857",
    "Hebrew": "69d516aa808f",
    "Arabic": "710cdfd48a05",
    "Devanagari": "420a9b09dfc1",
    "Thai": "ddd0c066701e",
    "Amharic": "83b76c0aed2c",
    "Bengali": "015dab275ef4",
    "Tamil": "896fd23a1ee2",
    "Khmer": "51fb96eb3d97",
    "Burmese": "a240656c8958",
    "Armenian": "cae6a7cdd6aa",
    "Sinhala": "6152d7bb55f5",
    "Lao": "a897a7616409",
    "Telugu": "d550470758e3",
    "Chinese": "33d68aa3008c",
    "Japanese": "39512dd7bfff",
    "Korean": "0a2a340f51e5",
}


@pytest.mark.parametrize("script", [*LINES, *LINES_OF_EXTRA])
def test_a_line_looks_as_it_did_when_it_was_looked_at(script: str) -> None:
    """Letters join, stack and turn in the same dots on every system; after an upgrade somebody looks again."""
    if script not in EVERY:
        pytest.skip("the font of the extra 'cjk' is not installed: make cjk-fonts")
    masks = [lettered(EVERY[script], SMALLEST, bold, "ls", "", False) for bold in (False, True)]
    told = [(mask.dots.size, mask.left, mask.top, mask.dots.tobytes()) for mask in masks]
    assert hashlib.sha256(repr(told).encode()).hexdigest()[:12] == DIGESTS[script]


@pytest.fixture
def numbers(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Return the number of each shaped glyph that is drawn from now on; a font has its box under 0."""
    told: set[int] = set()
    real = fonts.shaper()

    class Told:
        def __init__(self) -> None:
            self._pen = real.RasterDraw()

        def draw_glyph(self, font: Any, number: int) -> None:
            told.add(number)
            self._pen.draw_glyph(font, number)

        def render(self) -> Any:
            return self._pen.render()

        def __setattr__(self, name: str, value: Any) -> None:
            if name == "_pen":
                object.__setattr__(self, name, value)
            else:
                setattr(self._pen, name, value)

    watched = SimpleNamespace(Buffer=real.Buffer, shape=real.shape, RasterDraw=Told)
    monkeypatch.setattr(shaping, "shaper", lambda: watched)
    forget()
    return told


def test_a_case_in_every_script_draws_no_box(tmp_path: Path, numbers: set[int]) -> None:
    """Each picture shows a line in each script, and no glyph of it is the one that fonts have for what they lack."""
    lines = list(EVERY.values())
    events = "".join(f"  - {{date: 2024-0{1 + n % 9}, track: ii, event: '{line}'}}\n" for n, line in enumerate(lines))
    parties = "".join(f"  - {{id: p{n}, name: '{line}'}}\n" for n, line in enumerate(lines))
    efforts = "".join(
        f"  - {{id: e{n}, name: '{line}', track: ii, parties: [p{n}], level: [top], state: active}}\n"
        for n, line in enumerate(lines)
    )
    window = "window: {start: {value: 2025, sensitivity: shared}}"
    activities = "".join(f"  - {{id: a{n}, title: '{line}', track: ii, {window}}}\n" for n, line in enumerate(lines))
    pictures = small_pictures(
        tmp_path,
        case=f"date_of_information: 2024-06-08\ntimeline:\n{events}",
        assessment=f"parties:\n{parties}efforts:\n{efforts}",
        planning=f"activities:\n{activities}",
    )
    assert {"now", "timeline", "parties", "coverage", "plan"} <= set(pictures)
    for picture in pictures.values():
        assert lacking("".join(picture.texts)) == []
    shown = "".join("".join(text for one in pictures.values() for text in one.texts).split())
    assert [script for script, line in EVERY.items() if "".join(line.split()) not in shown] == []
    assert len(numbers) > 150
    assert 0 not in numbers


def test_what_no_font_has_would_be_a_box_and_is_told(numbers: set[int]) -> None:
    """The test above can fail: a letter of the Cherokee is lacking, and drawing it takes the glyph for that."""
    assert lacking("The \u13a0-house, \u2009a\u0301 \u200f and \ufe0f") == ["\u13a0"]
    lettered("\u13a0", SMALLEST, False, "ls", "", False)
    assert 0 in numbers


def test_plain_text_is_drawn_by_a_font_that_has_it() -> None:
    """Whatever is taken for plain is in both shapes of FiraGO; marks and letters of other directions are not plain."""
    plain = [chr(code) for code in range(0x20, 0x10000) if is_plain(chr(code))]
    assert len(plain) > 1000
    for shape in ("figo", "figbo"):
        known = set(fonts.shaper().Face(myfont(shape)).unicodes)
        assert [one for one in plain if ord(one) not in known] == []
    assert not any(map(is_plain, ("\u0301", "\u05d0", "\u0627", "\u06f1", "\u0915", "\u0e01", "\u4e00", "\u200f")))


def test_plain_text_loads_nothing_that_shapes() -> None:
    """An English pack costs what it cost: the library and the other fonts are loaded for texts that need them."""
    code = (
        "import sys; from briefpack.pictures.canvas import Canvas; from briefpack.pictures.lettering import lacking, "
        "wrapped\nCanvas(30, 9).text((1, 1), wrapped('Tajik \u0493, \u03a9, \u2013', 20, 8)[0]); lacking('abc')\n"
        "print([name for name in ('uharfbuzz', 'budoux', 'manimgx_fonts') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def dots(sheet: Canvas) -> Image.Image:
    """Return the dots of a sheet in grey."""
    return Image.open(io.BytesIO(sheet.finished().data)).convert("L")


def test_a_mirrored_sheet_runs_from_right_to_left_and_its_words_can_be_read() -> None:
    """Marks stand on the other side, and a number has the dots that it has on a sheet that is not mirrored."""
    sheets = []
    for is_mirrored in (False, True):
        sheet = Canvas(160, 20, Manner(**COLOURS, is_mirrored=is_mirrored))
        sheet.mark("triangle", (10, 5), 4, "000000")
        sheet.text((20, 15), "\u05d0 2024")
        sheets.append(dots(sheet))
    one, other = sheets
    turned = other.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    above = (0, 0, one.width, 70)
    assert ImageChops.difference(one.crop(above), turned.crop(above)).getbbox() is None
    left, right = (ImageChops.invert(sheet.crop((0, 75, *sheet.size))).getbbox() for sheet in sheets)
    assert left[0] == pytest.approx(157, abs=3)
    assert right[2] == pytest.approx(1260 - 157, abs=3)
    number = lettered("2024", SMALLEST, False, "ls", "", True).dots.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert number.tobytes() == lettered("\u200f2024", SMALLEST, False, "ls", "", False).dots.tobytes()


def test_a_line_runs_as_the_text_that_it_is_from() -> None:
    """In a pack from right to left a Latin name goes on across two lines: its second line begins with a number."""
    text = "\u0642\u0631\u0631 the council of the valleys on 12 May 1994"
    lines = wrapped(text, width(text, SMALLEST) - width("12 May 1994", SMALLEST), SMALLEST)
    assert lines[-1] == "12 May 1994"
    said, alone = (
        lettered(one, SMALLEST, False, "ls", "", True).dots.transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes()
        for one in (lines[-1], "12 May 1994")
    )
    assert said == lettered("\u200e12 May 1994", SMALLEST, False, "ls", "", False).dots.tobytes()
    assert said != alone


@pytest.mark.parametrize("script", EVERY)
def test_lines_have_their_room_and_lose_nothing(script: str) -> None:
    """In a narrow column each line fits, all of them together say the whole text, and no mark begins one."""
    text = " ".join([EVERY[script]] * 3)
    lines = wrapped(text, 12, SMALLEST)
    assert len(lines) > 3
    assert all(width(line, SMALLEST) <= 12 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert wrapped(text, 12, SMALLEST, most=2)[-1].endswith("\u2026")


def test_lines_end_where_readers_of_their_script_expect_it() -> None:
    """Thai between words, Chinese before no stop and after no bracket, Burmese between syllables, a number nowhere."""
    assert wrapped("การเจรจาสันติภาพครั้งที่สามระหว่างรัฐบาล", 20, SMALLEST)[:2] == ("การ", "เจรจาสันติภาพ")
    han = "会谈在日内瓦「举行」。双方同意停火。"
    if HAS_EXTRA:
        for room in range(10, 30):
            lines = wrapped(han, room, SMALLEST)
            assert not any(line[0] in "」。" or line[-1] == "「" for line in lines), lines
    burmese = "ငြိမ်းချမ်းရေးဆွေးနွေးပွဲ"
    every = [line for room in range(8, 24) for line in wrapped(burmese, room, SMALLEST)]
    assert len(every) > 40
    assert [line for line in every if re.match("[\u1000-\u102a]\u103a", line)] == []
    assert wrapped("It costs 10\u00a0000 in all", 14, SMALLEST)[1] == "10\u00a0000 in"


@pytest.mark.skipif(not HAS_EXTRA, reason="the font of the extra 'cjk' is not installed: make cjk-fonts")
def test_chinese_characters_have_the_shapes_of_their_language() -> None:
    """That of the pack, or that of the letters beside them which no other language has."""
    drawn = {
        (text, language): lettered(text, SMALLEST, False, "ls", language, False).dots.tobytes()
        for text in ("\u76f4", "\u76f4\u304b\u3044")
        for language in ("", "zh", "ja", "en_GB")
    }
    assert drawn["\u76f4", "zh"] == drawn["\u76f4", ""] == drawn["\u76f4", "en_GB"] != drawn["\u76f4", "ja"]
    assert drawn["\u76f4\u304b\u3044", "zh"] == drawn["\u76f4\u304b\u3044", "ja"]


def test_signs_between_words_are_those_of_their_script() -> None:
    """An Arabic pack has the comma and the semicolon of its letters, a Hebrew and a French one those of others."""
    said = {}
    for locale in ("ar", "fa", "he", "fr"):
        catalogue = Catalogue(locale, {"locale": locale})
        said[locale] = joined(";", ("a", "", joined(",", ("b", "c"), catalogue)), catalogue)
    assert said == {"ar": "a\u061b b\u060c c", "fa": "a\u061b b\u060c c", "he": "a; b, c", "fr": "a; b, c"}
