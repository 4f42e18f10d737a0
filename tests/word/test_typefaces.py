"""Typefaces: how much room a text takes depends on the letters that it is set in, as far as they are known."""

from __future__ import annotations

import pytest
from tests.adoption.templates_of_ours import NORMAL, word_file
from tests.building import TEMPLATES

from briefpack.adoption import adopt
from briefpack.word.page_room import page_room

BASE = (TEMPLATES / "base" / "style.docx").read_bytes()
TEXT = "# Talks\n\n" + "Convenors of both tracks met, and told each other what they had heard. " * 40 + "\n"
_DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {}/></w:rPr></w:rPrDefault></w:docDefaults>"
_OF_THE_THEME = _DEFAULTS.format('w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"')


def taken(template: bytes) -> float:
    """Return how many points a text takes in packs that are set in a template."""
    return page_room(adopt(template, BASE).style, None).taken(TEXT)


def in_face(face: str) -> float:
    """Return how many points a text takes in a typeface."""
    return taken(word_file(defaults=_DEFAULTS.format(f'w:ascii="{face}" w:hAnsi="{face}"')))


@pytest.mark.parametrize(
    ("face", "other"),
    [
        ("Liberation Serif", "Times New Roman"),
        ("Tinos", "Times New Roman"),
        ("Liberation Serif;Times New Roman", "Times New Roman"),
        ("Liberation Sans", "Arial"),
        ("Arimo", "Arial"),
        ("Helvetica", "Arial"),
        ("Liberation Sans Narrow", "Arial Narrow"),
        ("Carlito", "Calibri"),
    ],
)
def test_a_typeface_with_the_widths_of_another_takes_as_much_room(face: str, other: str) -> None:
    """Free typefaces were drawn to take the place of those that Word has; of any other the letters may be broad."""
    assert in_face(face) == in_face(other) < in_face("Verdana")


def test_a_typeface_of_the_theme_is_known_by_its_name() -> None:
    """Word's own templates name the typeface of their text nowhere else."""
    assert taken(word_file(defaults=_OF_THE_THEME, face="Calibri")) == in_face("Calibri")
    assert taken(word_file(defaults=_OF_THE_THEME, face="Verdana")) == in_face("Verdana")


def test_larger_letters_of_complex_scripts_take_more_room() -> None:
    """A template can give Arabic letters a size of their own, which counts where a text has any."""
    arabic = (
        "# \u0645\u0631\u0641\u0623\n\n" + "\u0645\u0631\u0641\u0623 \u0627\u0644\u0645\u062f\u064a\u0646\u0629 " * 60
    )
    latin, both = (
        adopt(word_file(normal=NORMAL.replace("</w:style>", f"<w:rPr>{sizes}</w:rPr></w:style>")), BASE).style
        for sizes in ('<w:sz w:val="21"/>', '<w:sz w:val="21"/><w:szCs w:val="28"/>')
    )
    assert page_room(latin, None).taken(arabic) < page_room(both, None).taken(arabic)
    assert page_room(latin, None).taken(TEXT) == page_room(both, None).taken(TEXT)
