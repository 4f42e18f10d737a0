"""Adoption: an organisation's own Word template becomes the style document that its packs are set in.

What the template has is taken, what it lacks is filled from the base style and made to fit, and what would spoil a pack
is mended. Its header and footer are taken as plain words and pictures, for somebody to confirm. Its text, comments,
macros, links and properties are left behind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefpack.adoption import mending
from briefpack.adoption.colouring import colour_as_chosen
from briefpack.adoption.filling import Filling
from briefpack.adoption.indents import leave_room, margins_of_normal
from briefpack.adoption.legibility import make_legible
from briefpack.adoption.letterhead import LetterPart, letterhead_of, measure_of
from briefpack.adoption.list_signs import keep_signs_alone
from briefpack.adoption.lists import Lists
from briefpack.adoption.look import look_of
from briefpack.adoption.package import style_document
from briefpack.adoption.page import page_of
from briefpack.adoption.schema import tidied
from briefpack.adoption.sheet import Sheet
from briefpack.adoption.straightening import straighten
from briefpack.adoption.telling_apart import tell_apart
from briefpack.adoption.template import Template, open_template
from briefpack.adoption.theme import Theme
from briefpack.adoption.unnaming import unname
from briefpack.house.colours import BASE_COLOURS
from briefpack.problems import Problem, Refusal
from briefpack.word.house import SLOTS
from briefpack.word.styles import STYLE_DOCUMENT
from briefpack.word.xml import Element

#: Kind and name of a style that only the base's style document has, and copies of it.
OF_THE_BASE = ("table", "Briefing Table")
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
    """A style document made from a template: its bytes, and the house colours in it by slot.

    `filled` are the names of the styles that the base gave, `unused` those of the template's own that packs do not use,
    and `notes` say what else was done to it. `letterhead` is what the template bears above and below its pages.
    """

    style: bytes
    colours: Mapping[str, str]
    filled: frozenset[str]
    unused: tuple[str, ...]
    notes: tuple[str, ...]
    letterhead: tuple[LetterPart, ...] = ()


def adopt(
    template: bytes, base: bytes, colours: Mapping[str, str] = MappingProxyType({}), left_out: Collection[str] = ()
) -> Adopted:
    """Return the style document that packs of an organisation are set in.

    Args:
        template: the organisation's Word file: .docx, .dotx, .docm or .dotm.
        base: the base's style document, which has every style that packs use.
        colours: what the organisation's settings give of the colours, by slot.
        left_out: what they leave out of the letterhead, pictures by the names of their files.

    Raises:
        Refusal: the template is no Word file, or has no styles.
    """
    own, filler = open_template(template), open_template(base)
    sheet, models = Sheet(_styles(own)), Sheet(_styles(filler))
    theme = Theme(own)
    is_copy = _coloured(sheet, theme, colours)
    lists = Lists(own.tree(own.related("numbering")), _needed(filler, "numbering"))
    section, changed = page_of(_needed(own, ""), _needed(filler, ""))
    letterhead = letterhead_of(own, measure_of(section), left_out)
    changed += [*straighten(sheet, lists.root), *margins_of_normal(sheet, section)]
    look = look_of(sheet, theme, {**BASE_COLOURS, **colours} if is_copy else colours)
    filling = Filling(sheet, models, look, lists.numbers)
    filling.fill()
    notes = list(_mended(sheet, models, lists, theme, filling.added))
    notes += leave_room(sheet, measure_of(section))
    unused = tuple(mending.keep_what_is_needed(sheet))
    # What follows a style is no part of its look, so that it may have gone with the others.
    list(mending.mend_references(sheet))
    lists.prune(sheet)
    unname(sheet, lists.root)
    changed += keep_signs_alone(lists.root)
    for root in (sheet.root, lists.root):
        tidied(root)
    notes += [*_of_another_kind(filling), *changed, *_left_behind(own)]
    document = style_document(sheet.root, lists.root, section, own, filler)
    return Adopted(document, look.colours, frozenset(filling.added), unused, tuple(notes), letterhead)


def _coloured(sheet: Sheet, theme: Theme, colours: Mapping[str, str]) -> bool:
    """Give styles the colours that settings choose, and return whether they are those of the base's style document.

    A copy of that document takes its colours from the theme, where settings may still change them.
    """
    if sheet.named(*OF_THE_BASE) is not None:
        theme.slots |= {accent: colours[slot] for accent, slot in SLOTS.items() if slot in colours}
        return True
    theme.write_out(sheet.root)
    colour_as_chosen(sheet, theme, colours)
    return False


def _styles(template: Template) -> Element:
    found = template.tree(template.related("styles"))
    if found is None:
        raise Refusal([Problem(STYLE_DOCUMENT, "the style document has no styles; save it again from Word")])
    return found


def _needed(template: Template, relation: str) -> Element:
    found = template.tree(template.related(relation) if relation else template.main)
    assert found is not None
    return found


def _of_another_kind(filling: Filling) -> Iterator[str]:
    for called in filling.renamed:
        yield f"style '{called}' of your template is of another kind: packs use the base's"


def _mended(sheet: Sheet, models: Sheet, lists: Lists, theme: Theme, filled: Collection[str]) -> Iterator[str]:
    mending.give_defaults(sheet)
    yield from mending.mend_references(sheet)
    for called in lists.complete(sheet, models):
        yield f"style '{called}' has no list of its own in your template: it has that of the base style"
    yield from mending.show_what_is_hidden(sheet)
    yield from mending.take_off_numbers(sheet, filled)
    mending.set_levels(sheet)
    yield from mending.keep_in_place(sheet)
    yield from tell_apart(sheet)
    mending.take_off_tabs(sheet)
    yield from make_legible(sheet)
    yield from mending.mend_contrast(sheet, theme)


def _left_behind(template: Template) -> Iterator[str]:
    for piece, called in _LEFT_BEHIND.items():
        if template.holds(piece):
            yield f"the template's {called} stay behind: no pack holds them"
