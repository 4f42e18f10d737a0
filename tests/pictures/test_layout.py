"""The layout of pictures: nothing covers anything, words can be read, and no meaning rests on colour alone."""

from __future__ import annotations

import datetime
import io
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image
from tests.building import ROOT
from tests.pictures.drawn import shipped_pictures, small_pictures

from briefpack.pictures.coverage import MARKS
from briefpack.pictures.lettering import typeface, width, wrapped
from briefpack.pictures.parties import STYLES
from briefpack.pictures.scale import banded, bands_of, columns, spread

SIZES = some.lists(some.tuples(some.floats(0, 100), some.floats(1, 9)), min_size=1, max_size=20)


@given(SIZES)
def test_things_that_are_spread_keep_their_order_and_do_not_meet(things: list[tuple[float, float]]) -> None:
    """Labels stand below each other in the order of what they belong to, each with its own room, from the start on."""
    things.sort()
    wanted, sizes = zip(*things, strict=True)
    found = spread(wanted, sizes, 0, 300)
    edges = [(middle - size / 2, middle + size / 2) for middle, size in zip(found, sizes, strict=True)]
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= 300 + 1e-6
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(edges))


def test_things_that_have_room_stay_where_they_were_wanted() -> None:
    """Only what would overlap is moved."""
    assert spread([10, 50, 90], [5, 5, 5], 0, 100) == pytest.approx([10, 50, 90])
    assert spread([50, 50], [10, 10], 0, 100) == pytest.approx([45, 55])


@given(some.lists(some.tuples(some.floats(0, 100), some.floats(0, 30)), max_size=20))
def test_spans_in_one_column_do_not_meet(spans: list[tuple[float, float]]) -> None:
    """Marks that would cover each other stand in columns of their own."""
    spans = sorted((start, start + length) for start, length in spans)
    chosen = columns(spans)
    for column in set(chosen):
        mine = [span for span, one in zip(spans, chosen, strict=True) if one == column]
        assert all(before[1] <= after[0] for before, after in pairwise(mine))


@given(some.lists(some.integers(1900, 2100), min_size=1, max_size=40))
def test_time_runs_on_where_years_have_unequal_room(years: list[int]) -> None:
    """A later day never stands before an earlier one, and every year that is asked for has room of its own."""
    scale = banded(bands_of(dict.fromkeys(years, 1.0)), 0, 150, 5)
    days = [datetime.date(year, month, 1).toordinal() for year in sorted(set(years)) for month in (1, 7, 12)]
    places = [scale.place(day) for day in days]
    assert all(before < after for before, after in pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= 150


@pytest.mark.parametrize("most", [1, 2, 5])
def test_words_stay_in_their_room_and_say_where_they_were_cut(most: int) -> None:
    """No line is wider than its room; what did not fit ends in an ellipsis."""
    text = "Antidisestablishmentarianism is a word that a narrow column can only take in several pieces."
    lines = wrapped(text, 30, 7, most=most)
    assert len(lines) <= most
    assert all(width(line, 7) <= 30 for line in lines)
    assert lines[-1].endswith("\u2026") == (" ".join(lines).replace(" ", "") != text.replace(" ", ""))


def test_nothing_is_set_smaller_than_seven_points() -> None:
    """No size in the pictures is below 7 points on paper."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "workflow/briefpack/pictures").glob("*.py")]
    sizes = [float(size) for text in sources for size in re.findall(r"(?:_SIZE|\bsize)(?:: float)? ?= ?([\d.]+)", text)]
    sizes += [float(size) for text in sources for size in re.findall(r"size=(\d+) if \w+ else (?:\d+)", text)]
    assert len(sizes) > 5
    assert min(sizes) >= 7


@pytest.mark.parametrize("bold", [False, True])
def test_the_typeface_has_the_letters_of_its_readers(bold: bool) -> None:
    """Tajik, Russian, Greek, Georgian and accented Latin letters are drawn, not boxes."""
    face = typeface(20, bold)
    box = face.getmask("\uffff").getbbox(), bytes(face.getmask("\uffff"))
    tajik = "\u0492\u0493\u04e2\u04e3\u049a\u049b\u04ee\u04ef\u04b2\u04b3\u04b6\u04b7"
    letters = f"{tajik}\u0429\u044b\u03a9\u10d0\u0160\u00e7\u011f\u0151\u2026\u2013"
    missing = [one for one in letters if (face.getmask(one).getbbox(), bytes(face.getmask(one))) == box]
    assert missing == []


def test_tracks_differ_in_shape_and_stroke() -> None:
    """Each track has a mark and a line of its own, so that a picture can be read in black and white."""
    assert len(set(MARKS.values())) == len(MARKS)
    assert len(set(STYLES.values())) == len(STYLES)


@pytest.mark.parametrize("name", ["timeline", "parties", "coverage", "plan"])
def test_a_picture_keeps_its_contrast_in_grey(name: str) -> None:
    """Printed in grey, a picture still has its darkest and its lightest, and much of both kinds of lines between."""
    data = shipped_pictures("inter-tajik-dialogue", "track-i")[name].data
    grey = Image.open(io.BytesIO(data)).convert("L")
    counts = grey.histogram()
    assert sum(counts[:80]) > 5000
    assert sum(counts[250:]) > sum(counts) / 3


LONG = (
    "An organisation of a name so long that no box of a picture could ever take it in one line or even in two of them"
)


def test_long_names_and_many_of_them_still_make_pictures_that_fit(tmp_path: Path) -> None:
    """Ten parties and thirty efforts with long names are drawn in parts that fit a page."""
    parties = "".join(f"  - {{id: p{one}, name: '{LONG} {one}'}}\n" for one in range(10))
    efforts = "".join(
        f"  - {{id: e{one}, name: '{LONG} {one}', track: ii, level: [middle], parties: [p{one % 9}], convenor: team}}\n"
        for one in range(30)
    )
    case = f"actors:\n  - {{id: team, name: '{LONG}'}}\n"
    pictures = small_pictures(tmp_path, case=case, assessment=f"parties:\n{parties}efforts:\n{efforts}")
    assert {name.partition("-")[0] for name in pictures} == {"parties", "coverage"}
    assert max(picture.height for picture in pictures.values()) < 185
    said = " ".join(picture.alternative for name, picture in pictures.items() if name.startswith("parties"))
    assert said.count("led by") == 30
