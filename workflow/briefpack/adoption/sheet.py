"""The sheet: the styles of a Word file by the names that people know, whatever the language Word was in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefpack.adoption.elsewhere import ENGLISH
from briefpack.word.xml import Element, add, find, find_all, qualified, value

_STYLE, _TYPE, _ID = (qualified(name) for name in ("w:style", "w:type", "w:styleId"))
_ON = frozenset(("1", "true", "on"))


class Sheet:
    """The styles part of one Word file, which may be changed here."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.index()

    def index(self) -> None:
        """Look through the styles again, after some were added or taken away."""
        self._named: dict[tuple[str, str], Element] = {}
        self.by_identifier: dict[str, Element] = {}
        for style in self:
            self.by_identifier.setdefault(identifier(style), style)
            self._named.setdefault((kind(style), name(style).casefold()), style)
        for style in self:
            for other in _other_names(style):
                self._named.setdefault((kind(style), other), style)

    def __iter__(self) -> Iterator[Element]:
        return iter(list(find_all(self.root, "w:style")))

    def named(self, of_kind: str, called: str) -> Element | None:
        """Return the style of a kind with a name, by its English name, an alias, or its name in another language."""
        return self._named.get((of_kind, called.casefold()))

    def of_other_kinds(self, of_kind: str, called: str) -> list[Element]:
        """Return the styles that bear a name but are of another kind."""
        return [style for style in self if kind(style) != of_kind and name(style).casefold() == called.casefold()]

    def default(self, of_kind: str) -> Element | None:
        """Return the style that a text of a kind has where it names none."""
        found = (each for each in self if kind(each) == of_kind and each.get(qualified("w:default")) in _ON)
        return next(found, None)

    def lineage(self, style: Element | None) -> Iterator[Element]:
        """Return a style, and then each that it is based on."""
        seen: set[str] = set()
        while style is not None and identifier(style) not in seen:
            seen.add(identifier(style))
            yield style
            style = self.by_identifier.get(value(style, "w:basedOn") or "")

    def first(self, style: Element | None, path: str) -> Element | None:
        """Return a property such as `w:rPr/w:sz` from a style, what it is based on, or the defaults of the file."""
        found = (find(each, path) for each in self.lineage(style))
        inherited = next((each for each in found if each is not None), None)
        holder = path.partition("/")[0]
        return inherited if inherited is not None else find(self.root, f"w:docDefaults/{holder}Default/{path}")


def within(style: Element, holder: str) -> Element:
    """Return what holds properties of a style, such as `w:pPr`, which is made where it is not there."""
    found = find(style, holder)
    return add(style, holder) if found is None else found


def without(style: Element, holder: str, *names: str) -> Element:
    """Return what holds properties of a style, after taking these out of it."""
    properties = within(style, holder)
    for old in [each for called in names for each in find_all(properties, called)]:
        properties.remove(old)
    return properties


def name(style: Element) -> str:
    """Return the name of a style."""
    return (value(style, "w:name") or "").strip()


def kind(style: Element) -> str:
    """Return the kind of a style: `paragraph`, `character`, `table` or `numbering`."""
    return style.get(_TYPE, "paragraph")


def identifier(style: Element) -> str:
    """Return the identifier of a style."""
    return style.get(_ID, "")


def _other_names(style: Element) -> Iterator[str]:
    """Return what else a style may be called: its aliases, and Word's name for what another program calls it."""
    yield from (alias.strip().casefold() for alias in (value(style, "w:aliases") or "").split(",") if alias.strip())
    for said in (name(style), identifier(style)):
        english = ENGLISH.get(unicodedata.normalize("NFC", said).casefold().replace(" ", ""))
        if english:
            yield english
