"""Adoption: an organisation's own Word template becomes the style document that its packs are set in.

What the template has is taken, what it lacks is filled from the base style and made to fit, and what would spoil a pack
is mended. Its text, comments, macros, links and properties are left behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.adoption import mending
from briefpack.adoption.filling import Filling
from briefpack.adoption.lists import Lists
from briefpack.adoption.look import look_of
from briefpack.adoption.package import style_document
from briefpack.adoption.page import page_of
from briefpack.adoption.schema import tidied
from briefpack.adoption.sheet import Sheet
from briefpack.adoption.template import Template, open_template
from briefpack.adoption.theme import Theme
from briefpack.problems import Problem, Refusal
from briefpack.word.styles import STYLE_DOCUMENT
from briefpack.word.xml import Element

#: A piece of a part's name -> what such parts are.
_LEFT_BEHIND = {
    "vbaproject": "macros",
    "comments": "comments",
    "embeddings/": "embedded objects",
    "activex": "controls with programs",
    "fonts/": "embedded typefaces",
}


@dataclass(frozen=True)
class Adopted:
    """A style document made from a template: its bytes, the house colours in it by slot, and what was done to it."""

    style: bytes
    colours: Mapping[str, str]
    notes: tuple[str, ...]


def adopt(template: bytes, base: bytes, colours: Mapping[str, str] = MappingProxyType({})) -> Adopted:
    """Return the style document that packs of an organisation are set in.

    Args:
        template: the organisation's Word file: .docx, .dotx, .docm or .dotm.
        base: the base's style document, which has every style that packs use.
        colours: what the organisation's settings give of the colours, by slot.

    Raises:
        Refusal: the template is no Word file, or has no styles.
    """
    own, filler = open_template(template), open_template(base)
    sheet, models = Sheet(_styles(own)), Sheet(_styles(filler))
    theme = Theme(own)
    theme.write_out(sheet.root)
    lists = Lists(own.tree(own.related("numbering")), _needed(filler, "numbering"))
    look = look_of(sheet, theme, colours)
    filling = Filling(sheet, models, look, lists.numbers)
    filling.fill()
    notes = [*_filled(filling), *_mended(sheet, models, lists, theme)]
    section, changed = page_of(_needed(own, ""), _needed(filler, ""))
    for root in (sheet.root, lists.root):
        tidied(root)
    notes += [*changed, *_left_behind(own)]
    return Adopted(style_document(sheet.root, lists.root, section, own, filler), look.colours, tuple(notes))


def _styles(template: Template) -> Element:
    found = template.tree(template.related("styles"))
    if found is None:
        raise Refusal([Problem(STYLE_DOCUMENT, "the style document has no styles; save it again from Word")])
    return found


def _needed(template: Template, relation: str) -> Element:
    found = template.tree(template.related(relation) if relation else template.main)
    assert found is not None
    return found


def _filled(filling: Filling) -> Iterator[str]:
    if filling.added:
        yield f"filled from the base style: {', '.join(filling.added)}"
    for called in filling.renamed:
        yield f"style '{called}' of your template is of another kind: packs use the base's"


def _mended(sheet: Sheet, models: Sheet, lists: Lists, theme: Theme) -> Iterator[str]:
    yield from mending.mend_references(sheet)
    for called in lists.complete(sheet, models):
        yield f"style '{called}' has no list of its own in your template: it has that of the base style"
    mending.keep_what_is_needed(sheet)
    # What follows a style is no part of its look, so that it may have gone with the others.
    list(mending.mend_references(sheet))
    yield from mending.show_what_is_hidden(sheet)
    yield from mending.take_off_numbers(sheet)
    mending.take_off_tabs(sheet)
    yield from mending.mend_contrast(sheet, theme)
    lists.prune(sheet)


def _left_behind(template: Template) -> Iterator[str]:
    for piece, called in _LEFT_BEHIND.items():
        if template.holds(piece):
            yield f"the template's {called} stay behind: no pack holds them"
