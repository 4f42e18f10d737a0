"""Direction: whether what is written from right to left runs so, in paragraphs, runs, tables and sections."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import bidirectional

from briefpack.inspection.faults import OURS
from briefpack.inspection.names import Element, first, full, is_on
from briefpack.inspection.package import CORE, MAIN
from briefpack.inspection.walk import Inspection, Rule

#: Languages that are written from right to left, and others in scripts that Word calls complex, by their tags.
_TURNED_LANGUAGES = "ar arc azb ckb dv fa glk he ku-arab mzn nqo pa-arab pnb prs ps sd syr ug ur yi"
_COMPLEX_LANGUAGES = "am as bn bo brx dz gu hi km kn kok lo mai ml mr my ne or pa sa si ta te th ti"
_RIGHT_TO_LEFT, _OTHER_COMPLEX = (frozenset(each.split()) for each in (_TURNED_LANGUAGES, _COMPLEX_LANGUAGES))
_EAST_ASIAN = frozenset({"ii", "ja", "ko", "yue", "zh"})
_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
#: Letters that run from right to left; signs and numbers among them take the direction around them.
_TURNED = re.compile(
    "[\u05d0-\u05f4\u0620-\u063f\u0641-\u064a\u066e-\u06d5\u06ee\u06ef\u06fa-\u070d\u0710\u0712-\u07a5"
    "\u07ca-\u07ea\u0840-\u0858\u0860-\u086a\u08a0-\u08c9\ufb1d\ufb1f-\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d"
    "\ufd50-\ufdfc\ufe70-\ufefc]"
)
_STRAIGHT = re.compile("[A-Za-z\u00c0-\u02af\u0370-\u0482\u048a-\u0588]")
_DIRECTION, _STYLE, _NUMBER = (full(f"w:{name}") for name in ("bidi", "pStyle", "numPr"))
_WORDS, _VALUE = full("w:t"), full("w:val")
_OFF = ("0", "false", "off")
#: A paragraph with so many times as many letters of one direction is text of that direction.
_CLEARLY = 2


def is_right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left, by its tag."""
    language, _, rest = tag.lower().partition("-")
    script = rest.partition("-")[0]
    return script in _SCRIPTS or language in _RIGHT_TO_LEFT or f"{language}-{script}" in _RIGHT_TO_LEFT


def slot_of(tag: str) -> str:
    """Return the attribute of `w:lang` in which Word looks for a language."""
    language = tag.lower().partition("-")[0]
    if is_right_to_left(tag) or language in _OTHER_COMPLEX:
        return "w:bidi"
    return "w:eastAsia" if language in _EAST_ASIAN else "w:val"


def language_of(inspection: Inspection) -> str:
    """Return the language that the file says it is in, or an empty text."""
    core = inspection.package.trees.get(CORE)
    return "" if core is None else (core.findtext(full("dc:language")) or "")


def _paragraph(element: Element, inspection: Inspection) -> None:
    """Add a fault for a paragraph that begins in the other direction and has far more letters of it than of its own."""
    text = "".join(words.text or "" for words in element.iter(_WORDS))
    turned = len(_TURNED.findall(text))
    if not turned:
        return
    straight = [place for place, letter in enumerate(text) if bidirectional(letter) == "L"]
    begins_so = not straight or next(_TURNED.finditer(text)).start() < straight[0]
    is_more = begins_so and turned > _CLEARLY * len(straight)
    # A heading, or a point of a list, goes with its document, whatever its words.
    is_bound = not is_right_to_left(language_of(inspection)) and {_STYLE, _NUMBER} & set(inspection.here)
    if is_more and not is_bound and not _runs_right_to_left(inspection):
        inspection.fault(f"a paragraph of right-to-left text lacks its direction, w:bidi: {OURS}", element)


def _runs_right_to_left(inspection: Inspection) -> bool:
    """Return whether the current paragraph runs from right to left, by itself or by its style."""
    own = inspection.here.get(_DIRECTION)
    if own is not None:
        return own.get(_VALUE, "1") not in _OFF
    named = inspection.here.get(_STYLE)
    lineage = inspection.styles.lineage(None if named is None else named.get(_VALUE, ""), "paragraph")
    said = (first(style, "w:pPr/w:bidi") for style in lineage)
    found = next((each for each in said if each is not None), None)
    return found is not None and found.get(_VALUE, "1") not in _OFF


def _text(element: Element, inspection: Inspection) -> None:
    """Add a fault for letters in a run that says the other direction."""
    words, run = element.text or "", element.getparent()
    if run is None:
        return
    turned = is_on(run, "w:rPr/w:rtl")
    if not turned and _TURNED.search(words):
        inspection.fault(f"right-to-left letters stand in a run without w:rtl: {OURS}", element)
    if turned and _STRAIGHT.search(words):
        inspection.fault(f"left-to-right letters stand in a run with w:rtl: {OURS}", element)


DIRECTION: Mapping[str, Rule] = MappingProxyType({"w:p": _paragraph, "w:t": _text})
"""Element -> rule."""


def check_direction(inspection: Inspection) -> None:
    """Add a fault for each table and section of a right-to-left file that does not run so."""
    if not is_right_to_left(language_of(inspection)):
        return
    body = inspection.package.trees[MAIN]
    for table in body.iter(full("w:tbl")):
        if not is_on(table, "w:tblPr/w:bidiVisual"):
            message = f"the columns of a table begin on the left, w:bidiVisual is missing: {OURS}"
            inspection.faults.add(MAIN, message, table)
    for section in body.iter(full("w:sectPr")):
        if not is_on(section, "w:bidi"):
            message = f"a section does not run from right to left, w:bidi is missing: {OURS}"
            inspection.faults.add(MAIN, message, section)
