"""Readers: the command that says who may see what of a case, and by which rule, before anything is built.

The lines hold places, names of fields, ids and words of rules, and nothing that the case says. No file is written.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from briefpack.case.content import ABOUT, Case, field_of
from briefpack.case.content import Path as DataPath
from briefpack.checks.openness import may_have_pack
from briefpack.commands.reporting import tell_problems
from briefpack.disclosure.readership import Readership, Seen, readership
from briefpack.disclosure.view import View
from briefpack.disclosure.views import Views
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.packs.house_styles import HouseStyle, read_house_style
from briefpack.packs.intake import disclosed_case
from briefpack.packs.making import computed_of
from briefpack.stages.render import documents_of, render

_LANGUAGE = "en"
#: What every pack prints of its handling, whatever its templates print.
_FURNITURE: frozenset[DataPath] = frozenset(("case", "handling", name) for name in ("mark", "tlp", "caveat")) | {
    ("case", "likelihood_scale")
}
#: Stands for the audience in a line that is the same for both.
_BOTH = "both"
#: A line about a place: where it is, and what is said of it, without the audience.
_Line = tuple[str, str]
#: Fields that only name an item, for references to it.
_NAMES = ("id", "key")


def readers(options: argparse.Namespace) -> int:
    """Print who may see what of a case; the exit status is 1 if a rule of disclosure is broken."""
    views, broken = disclosed_case(options.case)
    tell_problems(broken)
    for line in told(views, options.templates, options.organisation, options.lacks):
        print(line)
    return 1 if broken else 0


def told(views: Views, templates: Path, organisation: str | None, lacks: Audience | None) -> Iterator[str]:
    """Return a line for each item and audience, one for each field that differs, and a count for each audience.

    What is the same for both audiences has one line. With an organisation, there is also a line for what is shown but
    not printed by its templates. With `lacks`, there are lines only for what that audience does not see whole. Raise
    Refusal where the house style cannot be read.
    """
    house = read_house_style(templates, organisation, _LANGUAGE) if organisation else None
    audiences: Sequence[Audience] = (lacks,) if lacks else PACK_AUDIENCES
    case = views.case
    shown = {audience: views.of(audience) for audience in audiences if may_have_pack(case, audience)}
    for audience in audiences:
        if audience not in shown:
            yield f"{case.place(('case', 'title'))}: case: {audience}: nothing: the title is closed, so no pack is made"
    seen = [(readership(case, view), _printed(view, house) if house else None) for view in shown.values()]
    lines = _Lines(case, organisation or "")
    for path in seen[0][0].items if seen else ():
        told_of = {one.audience: tuple(lines.of_item(one, path, printed)) for one, printed in seen}
        yield from _merged(told_of) if not lacks or seen[0][0].items[path].outcome != "whole" else ()
    yield from (_total(one, lists_whole=not lacks) for one, _ in seen)


def _total(seen: Readership, *, lists_whole: bool) -> str:
    """Return one line that counts the items by how one audience sees them."""
    counted = Counter(item.outcome for item in seen.items.values())
    unlisted = "" if lists_whole else ", not listed"
    told = [f"{count} {how}{unlisted if how == 'whole' else ''}" for how, count in counted.most_common()]
    return f"{seen.audience}: of {len(seen.items)} items and files, their fields not counted: {'; '.join(told)}"


def _merged(told: Mapping[Audience, Sequence[_Line]]) -> Iterator[str]:
    """Return the line of an item and then those of its fields, one line where both audiences have the same."""
    readers: dict[_Line, list[Audience]] = {}
    for of_fields in (False, True):
        for audience, lines in told.items():
            for line in lines[1:] if of_fields else lines[:1]:
                readers.setdefault(line, []).append(audience)
    for (where, what), by in readers.items():
        yield f"{where}: {_BOTH if len(by) == len(PACK_AUDIENCES) else by[0]}: {what}"


def _printed(view: View, house: HouseStyle) -> set[DataPath]:
    """Return the places of a view that the templates of a house style print."""
    found, computed = set(_FURNITURE), computed_of(view, house)
    for document in documents_of(view, view.audience):
        render(view, house, computed, house.own_pictures, told=found, document=document)
    return found


class _Lines:
    """The lines about the items of one case, each with its place, its field and the id of the item around it."""

    def __init__(self, case: Case, organisation: str) -> None:
        self._case, self._organisation = case, organisation
        called = ((path, getattr(item, name, None)) for path, item in case.every_item.items() for name in _NAMES)
        self._called: Mapping[DataPath, str] = {path: name for path, name in called if name and path != ("case",)}

    def of_item(self, seen: Readership, path: DataPath, printed: Collection[DataPath] | None) -> Iterator[_Line]:
        """Return the line of an item for one audience, and one for each field that differs or is not printed."""
        item = seen.items[path]
        values = [one for one in seen.shown[path] if one[-1] not in _NAMES] if printed is not None else []
        left = [one for one in values if one not in printed and one[:-1] not in printed] if printed is not None else []
        how_much = "" if not values else "nothing of it" if left == values else "part of it" if left else "it"
        where, what = self._of(item)
        yield where, f"{what}; {self._organisation} prints {how_much}" if how_much else what
        yield from map(self._of, item.fields)
        fields = dict.fromkeys(one[:-1] if isinstance(one[-1], int) else one for one in left)
        for one in fields if len(left) < len(values) else ():
            yield self._where(one), f"shown, and not printed by {self._organisation}"

    def _of(self, seen: Seen) -> _Line:
        return self._where(seen.path), f"{seen.outcome}: {seen.reason.rule} ({self._case.place(seen.reason.path)})"

    def _where(self, path: DataPath) -> str:
        plain = path[: path.index(ABOUT)] if ABOUT in path else path
        field = field_of(plain)
        around = (plain[:length] for length in range(len(plain), 0, -1))
        called = next((f" {self._called[one]}" for one in around if one in self._called), "")
        said = f", '{path[-1]}' of it" if ABOUT in path else ""
        return f"{self._case.place(path)}: {field}{called}{said}"
