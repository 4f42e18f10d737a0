"""Script styles: what the styles, lists and settings of a document say of its language, direction and scripts.

Style documents run from left to right; here they are turned for a document that runs from right to left. Indents, tab
stops and sides of paragraphs need no turning: they are leading and trailing. Borders are left and right.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.word.directing import LEFT_TO_RIGHT
from briefpack.word.document_scripts import DocumentScripts
from briefpack.word.property_order import put
from briefpack.word.styles import Styles
from briefpack.word.xml import Element, add, find, find_all, qualified

#: What is said of letters, and how the same is said of those of complex scripts.
_TWINS = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
_SIDES = {qualified("w:left"): qualified("w:right"), qualified("w:right"): qualified("w:left")}
_BORDERS = [qualified(f"w:{side}") for side in ("top", "left", "bottom", "right", "between", "bar")]


def write_language(styles: Element, scripts: DocumentScripts) -> None:
    """Set the language of all text, in which Word checks spelling and hyphenates, in the slot of its script."""
    if not scripts.language:
        return
    defaults = find(styles, "w:docDefaults/w:rPrDefault/w:rPr")
    if defaults is not None and find(defaults, "w:lang") is None:
        add(defaults, "w:lang")
    for place in styles.iter(qualified("w:lang")):
        place.set(qualified(f"w:{scripts.slot}"), scripts.language)


def write_scripts(styles: Element, known: Styles, scripts: DocumentScripts) -> None:
    """Give styles what the scripts of a document need: their sizes, cuts and typefaces, and its direction."""
    defaults = find(styles, "w:docDefaults/w:rPrDefault/w:rPr")
    if scripts.complex_script:
        for letters in list(styles.iter(qualified("w:rPr"))):
            _give_twins(letters)
    if defaults is not None:
        _write_faces(styles, defaults, scripts)
    if scripts.right_to_left:
        _turn(styles, [known.paragraph(name) for name in LEFT_TO_RIGHT])


def turn_lists(numbering: Element | None) -> None:
    """Let the numbers of lists run from right to left, with their full stop behind them, around where they begin."""
    for level in () if numbering is None else list(numbering.iter(qualified("w:lvl"))):
        put(put(level, "rPr"), "rtl")
        side = find(level, "w:lvlJc")
        # Programs do not agree on which side is left. In the middle, a number reaches no line beside a callout in any.
        if side is None or side.get(qualified("w:val")) in ("left", "start"):
            put(level, "lvlJc", val="center")


def write_theme_languages(settings: Element, scripts: DocumentScripts) -> None:
    """Say in which languages typefaces of the theme are looked up: it has one for each script."""
    said = put(settings, "themeFontLang")
    for slot, script in (("bidi", scripts.complex_script), ("eastAsia", scripts.east_asian)):
        language = scripts.face(script).language if script else ""
        if language:
            said.set(qualified(f"w:{slot}"), language)


def _give_twins(letters: Element) -> None:
    """Say of letters of complex scripts what is said of others alone."""
    for name, twin in _TWINS:
        said = find(letters, f"w:{name}")
        if said is not None and find(letters, f"w:{twin}") is None:
            made = put(letters, twin)
            for key, setting in said.items():
                made.set(key, setting)


def _write_faces(styles: Element, defaults: Element, scripts: DocumentScripts) -> None:
    """Name the typefaces and languages of the document's scripts, unless the style document has ones for them."""
    fonts, languages = (put(defaults, name) for name in ("rFonts", "lang"))
    for slot, script, of_language in (
        ("cs", scripts.complex_script, "bidi"),
        ("eastAsia", scripts.east_asian, "eastAsia"),
    ):
        face = scripts.face(script)
        if script and face.language:
            languages.set(qualified(f"w:{of_language}"), face.language)
        for each in styles.iter(qualified("w:rFonts")) if script else ():
            _write_face(each, slot, face.typeface, is_needed=each is fonts)


def _write_face(fonts: Element, slot: str, typeface: str, *, is_needed: bool) -> None:
    """Name the typeface of a slot where it is that of Latin letters, which was not chosen for another script."""
    key, theme = qualified(f"w:{slot}"), qualified("w:cstheme" if slot == "cs" else f"w:{slot}Theme")
    said, latin = fonts.get(key), fonts.get(qualified("w:ascii"))
    if fonts.get(theme) is None and ((said is None and is_needed) or (said is not None and said == latin)):
        fonts.set(key, typeface)


def _turn(styles: Element, fixed: list[str]) -> None:
    """Let paragraphs run from right to left but for those in some styles, and swap the borders at their sides."""
    for style in _paragraph_styles(styles):
        is_fixed = style.get(qualified("w:styleId")) in fixed
        if is_fixed or find(style, "w:basedOn") is None:
            put(put(style, "pPr"), "bidi", **({"val": "0"} if is_fixed else {}))
        borders = find(style, "w:pPr/w:pBdr")
        if borders is not None and not is_fixed:
            swap_sides(borders)


def swap_sides(borders: Element) -> None:
    """Put what is on the left of a paragraph on its right, and the other way round."""
    for border in borders:
        border.tag = _SIDES.get(str(border.tag), str(border.tag))
    borders[:] = sorted(borders, key=lambda border: _BORDERS.index(str(border.tag)))


def _paragraph_styles(styles: Element) -> Iterator[Element]:
    kinds = find_all(styles, "w:style")
    return (style for style in kinds if style.get(qualified("w:type"), "paragraph") == "paragraph")
