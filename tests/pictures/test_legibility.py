"""What can be read of a picture in other scripts, in black and white and in the colours of any house."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageColor
from tests.pictures.drawn import OF_PACKS, ORGANISATIONS, colours_of, shipped_pictures

from briefpack.house.colours import BASE_COLOURS, WHITE
from briefpack.pictures.canvas import Canvas
from briefpack.pictures.lettering import typeface
from briefpack.pictures.manner import Manner
from briefpack.pictures.parties import STYLES
from briefpack.pictures.work_marks import MARKS, STANDINGS, draw_work_mark


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


@pytest.mark.parametrize("track", ["i", "i_5", "ii", "iii"])
def test_marks_of_work_differ_in_black_and_white_by_whether_it_is_under_way(track: str) -> None:
    """On a sheet without colour each has dots that the others lack: filled, open, dotted and struck through."""
    black = Manner(**dict.fromkeys(BASE_COLOURS, "000000"))
    sheets = {}
    for standing in STANDINGS:
        canvas = Canvas(8, 8)
        draw_work_mark(canvas, black, track, standing, (4, 4))
        sheets[standing] = Image.open(io.BytesIO(canvas.finished().data)).convert("L")
    for one, other in combinations(STANDINGS, 2):
        apart = ImageChops.difference(sheets[one], sheets[other]).point(lambda dot: 255 if dot > 128 else 0)
        assert apart.histogram()[255] > 40, (one, other)


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("name", OF_PACKS)
def test_a_picture_keeps_its_contrast_in_grey(name: str, organisation: str) -> None:
    """A picture stands on pure white, in the very look of its house, and in grey these differ from what is behind."""
    colours = colours_of(organisation)
    sheet = Image.open(io.BytesIO(shipped_pictures("harbour-talks", "track-ii", organisation)[name].data))
    dots = {bytes(dot).hex().upper(): count for count, dot in sheet.getcolors(1 << 24)}
    whole = sheet.width * sheet.height
    assert dots[WHITE] > whole / 3
    used = {slot: dots.get(colour, 0) for slot, colour in colours.items()}
    assert min(used.values()) > 1000, used
    # Edges of letters and marks lie between the look; nothing else does.
    assert dots[WHITE] + dots["1A1A1A"] + sum(used.values()) > whole * 0.9
    grey = {slot: ImageColor.getrgb(f"#{colour}") for slot, colour in colours.items()}
    light = {slot: Image.new("RGB", (1, 1), dot).convert("L").getpixel((0, 0)) for slot, dot in grey.items()}
    assert max(light["heading"], light["accent"]) < 110
    assert light["rule"] < light["shade"] - 60 < 255 - 60


def test_kinds_of_lines_differ_in_how_much_of_them_is_inked() -> None:
    """Solid lines run through, dashes leave a third of the way bare and dots most of it, whatever their colour."""
    inked = {}
    for style in ("solid", "dashed", "dotted"):
        sheet = Canvas(60, 10)
        sheet.curves([((5, 5), (55, 5), style)], "000000", weight=0.45)
        row = Image.open(io.BytesIO(sheet.finished().data)).convert("L").crop((45, 35, 425, 45)).reduce((1, 10))
        inked[style] = sum(dot < 250 for dot in row.tobytes()) / row.width
    assert inked["solid"] == 1
    assert 0.5 < inked["dashed"] < 0.8
    assert 0.2 < inked["dotted"] < 0.5
