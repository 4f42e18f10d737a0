"""Readers: who may see what of a case, item by item and with the rule that decided, before anything is built.

Told are places, names of fields, ids and words of rules, and nothing that the case says; nothing is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from briefpack.case.content import ABOUT, Case, items
from briefpack.case.content import Path as DataPath
from briefpack.case.readership import Readership, Seen, readership
from briefpack.case.view import View
from briefpack.checks.coverage import coverage
from briefpack.checks.openness import may_have_pack
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.house_styles import HouseStyle, read_house_style
from briefpack.stages.render import render
from briefpack.stages.select import select

_LANGUAGE = "en"
#: What every pack prints of its handling, in front of all that templates do.
_FURNITURE: frozenset[DataPath] = frozenset(("case", "handling", name) for name in ("mark", "tlp", "caveat")) | {
    ("case", "likelihood_scale")
}
#: What only stands for something else: names for references.
_NAMES = ("id", "key")


def told(case: Case, templates: Path, organisation: str | None, lacks: Audience | None) -> Iterator[str]:
    """Give a line for each item of a case and reader, one for each field that differs, and a count for each reader.

    With an organisation, what is shown and its templates do not print has a line too; with `lacks`, only what that
    reader does not see whole has one. Raise Refusal where the house style cannot be read.
    """
    house = read_house_style(templates, organisation, _LANGUAGE) if organisation else None
    readers: Sequence[Audience] = (lacks,) if lacks else PACK_AUDIENCES
    views = {audience: select(case, audience) for audience in readers if may_have_pack(case, audience)}
    for audience in readers:
        if audience not in views:
            yield f"{case.place(('case', 'title'))}: case: {audience}: nothing: the title is closed, so no pack is made"
    seen = [(readership(case, view), _printed(view, house) if house else None) for view in views.values()]
    lines = _Lines(case, organisation or "")
    for path in seen[0][0].items if seen else ():
        for one, printed in seen:
            if not lacks or one.items[path].outcome != "whole":
                yield from lines.of_item(one, path, printed)
    for one, _ in seen:
        counted = Counter(item.outcome for item in one.items.values())
        yield f"{one.audience}: of {len(one.items)} items and files, their fields not counted: " + ", ".join(
            f"{count} {outcome}" for outcome, count in counted.most_common()
        )


def _printed(view: View, house: HouseStyle) -> set[DataPath]:
    """Give the places of a view that the templates of a house style print."""
    found = set(_FURNITURE)
    made_from = (house.templates, house.settings, house.catalogue, coverage(view), house.citations, house.compiled)
    render(view, *made_from, told=found)
    return found


class _Lines:
    """The lines that tell of the items of one case, each by its place, its field and the id of what it is in."""

    def __init__(self, case: Case, organisation: str) -> None:
        self._case, self._organisation = case, organisation
        called = ((path, getattr(item, name, None)) for path, item in items(case.content) for name in _NAMES)
        self._called: Mapping[DataPath, str] = {path: name for path, name in called if name and path != ("case",)}

    def of_item(self, seen: Readership, path: DataPath, printed: Collection[DataPath] | None) -> Iterator[str]:
        """Give the line of an item for one reader, and one for each field that differs or is shown and not printed."""
        item, audience = seen.items[path], seen.audience
        values = [one for one in seen.shown[path] if one[-1] not in _NAMES] if printed is not None else []
        left = [one for one in values if one not in printed and one[:-1] not in printed] if printed is not None else []
        how_much = "" if not values else "nothing of it" if left == values else "part of it" if left else "it"
        told = f"; {self._organisation} prints {how_much}" if how_much else ""
        yield self._of(item, audience) + told
        yield from (self._of(one, audience) for one in item.fields)
        fields = dict.fromkeys(one[:-1] if isinstance(one[-1], int) else one for one in left)
        for one in fields if len(left) < len(values) else ():
            yield f"{self._where(one)}: {audience}: shown, and not printed by {self._organisation}"

    def _of(self, seen: Seen, audience: Audience) -> str:
        rule = f"{seen.reason.rule} ({self._case.place(seen.reason.path)})"
        return f"{self._where(seen.path)}: {audience}: {seen.outcome}: {rule}"

    def _where(self, path: DataPath) -> str:
        plain = path[: path.index(ABOUT)] if ABOUT in path else path
        field = ".".join(step for step in plain if isinstance(step, str))
        around = (plain[:length] for length in range(len(plain), 0, -1))
        called = next((f" {self._called[one]}" for one in around if one in self._called), "")
        said = f", '{path[-1]}' of it" if ABOUT in path else ""
        return f"{self._case.place(path)}: {field}{called}{said}"
