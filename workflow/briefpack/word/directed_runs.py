"""Directed runs: divides the runs of a paragraph by direction and script, and says both of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from briefpack.text.bidi import kinds
from briefpack.text.scripts import RIGHT_TO_LEFT
from briefpack.word.document_scripts import DocumentScripts, complex_script_of
from briefpack.word.property_order import put
from briefpack.word.xml import Element, find, qualified

_RUN, _WORDS, _PROPERTIES = (qualified(f"w:{name}") for name in ("r", "t", "rPr"))
#: What other things in a run are to the text around them: a tab, a space, a number, or a sign.
_SIGNS = {
    qualified("w:tab"): "\t",
    qualified("w:br"): "\u2028",
    qualified("w:footnoteRef"): "1",
    qualified("w:footnoteReference"): "1",
    qualified("w:drawing"): "\ufffc",
}
_FIELD = frozenset((qualified("w:fldChar"), qualified("w:instrText")))


class RunLook(NamedTuple):
    """The direction of characters, and their complex script; empty where they have none."""

    right_to_left: bool
    script: str


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph, with one character for each other thing that stands in its lines."""
    return "".join(map(_said, paragraph.iter(_RUN)))


def direct_runs(paragraph: Element, text: str, base: int, scripts: DocumentScripts) -> None:
    """Say of each run of a paragraph its direction and script; one that has several becomes several."""
    looks = _looks(text, kinds(text, base), scripts)
    at = 0
    for run in list(paragraph.iter(_RUN)):
        said = _said(run)
        here = looks[at : at + len(said)]
        at += len(said)
        # A field is set as its result, or what follows it: Word takes the look of a new result from its code.
        if not said and run[-1].tag in _FIELD:
            here = looks[at : at + 1]
        if any(look.right_to_left or look.script for look in here):
            _divide(run, said, here, scripts)


def _said(run: Element) -> str:
    return "".join((each.text or "") if each.tag == _WORDS else _SIGNS.get(str(each.tag), "") for each in run)


def _looks(text: str, kinds: Sequence[str], scripts: DocumentScripts) -> list[RunLook]:
    """Return the look of each character.

    What is no letter is of the script of the letters before it, if it runs from right to left or more of them follow.
    """
    before, after = _scripts_before(text), _scripts_before(text[::-1])[::-1]
    found: list[RunLook] = []
    for kind, first, second in zip(kinds, before, after, strict=True):
        if kind == "L":
            found.append(RunLook(False, first if first == second else ""))
        else:
            beside = (script for script in (first, second) if script in RIGHT_TO_LEFT)
            found.append(RunLook(True, next(beside, scripts.complex_script)))
    return found


def _scripts_before(text: str) -> list[str]:
    """Return the complex script of each character, or of the last letter before it where it is none."""
    found: list[str] = []
    for character in text:
        script = complex_script_of(character)
        is_letter = bool(script) or category(character)[0] == "L"
        found.append(script if is_letter or not found else found[-1])
    return found


def _divide(run: Element, said: str, looks: Sequence[RunLook], scripts: DocumentScripts) -> None:
    """Divide a run of words into runs of one look each; a run of something else gets the look as a whole."""
    pieces = list(_pieces(said, looks)) if find(run, "w:t") is not None else [(said, looks[0])]
    for words, look in reversed(pieces[1:]):
        made = deepcopy(run)
        run.addnext(made)
        _write(made, words)
        _dress(made, look, scripts)
    if len(pieces) > 1:
        _write(run, pieces[0][0])
    _dress(run, pieces[0][1], scripts)


def _pieces(said: str, looks: Sequence[RunLook]) -> Iterator[tuple[str, RunLook]]:
    for look, places in groupby(range(len(said)), looks.__getitem__):
        yield "".join(said[place] for place in places), look


def _write(run: Element, words: str) -> None:
    """Write other words into a run."""
    text = find(run, "w:t")
    assert text is not None, "only runs of words are divided"
    text.text = words


def _dress(run: Element, look: RunLook, scripts: DocumentScripts) -> None:
    """Add direction and script to the properties of a run, in the order of the schema."""
    if not (look.right_to_left or look.script):
        return
    properties = find(run, "w:rPr")
    if properties is None:
        properties = run.makeelement(_PROPERTIES)
        run.insert(0, properties)
    put(properties, "rtl" if look.right_to_left else "cs")
    if look.script == scripts.complex_script:
        return
    face = scripts.face(look.script)
    put(properties, "rFonts", cs=face.typeface)
    if face.language:
        put(properties, "lang", bidi=face.language)
