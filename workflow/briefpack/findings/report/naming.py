"""Naming: what things are called in the report, as Markdown on one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.house.wording import Catalogue
from briefpack.text.escaping import escaped, on_one_line

#: The longest name of a thing, in letters: a message is called by its text.
_LONGEST = 110


@dataclass(frozen=True)
class Called:
    """What the things of a view are called, in the words of a catalogue."""

    items: Mapping[Path, Node]
    catalogue: Catalogue

    def of(self, path: Path) -> str:
        """Return what the item at a path is called, or the nearest around it that has a name, or its file."""
        around = (self.items[path[:length]] for length in range(len(path), 0, -1) if path[:length] in self.items)
        name = next(filter(None, map(_name, around)), "") or self._file(str(path[0]))
        return escaped(shorten(name.removesuffix("."), _LONGEST, placeholder=" …"))

    def field(self, name: str) -> str:
        """Return what a field is called, by its name or a dotted path to it, in plain words."""
        last = name.rpartition(".")[2]
        keys = (f"report.field_{last}", f"fields.{last}", f"findings.missing.{last}")
        return next((self.catalogue.say(key) for key in keys if self.catalogue.has(key)), last.replace("_", " "))

    def _file(self, file: str) -> str:
        return self.catalogue.say("open_questions.of_case" if file == "case" else f"headings.{file}")


def names_in(view: View, catalogue: Catalogue) -> Called:
    """Return what the things of a view are called, in the words of a catalogue."""
    return Called({one.path: Node(one) for one in view.items}, catalogue)


def _name(node: Node) -> str:
    """Return the own name of an item, else what it is called by; empty where it has neither."""
    kind = inside(node).kind
    own = getattr(node, kind.called) if kind.called else None
    if isinstance(own, Leaf):
        return on_one_line(str(own))
    return name_of(node) if kind.headline and kind.headline != "id" else ""
