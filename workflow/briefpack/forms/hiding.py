"""Hiding: which text of a Word file no reader sees, or is to take for said, by its own properties or by its styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefpack.forms.opening import Element, W

_HIDING = tuple(f"{W}{name}" for name in ("vanish", "specVanish", "webHidden"))
_STRIKING = tuple(f"{W}{name}" for name in ("strike", "dstrike"))
_OFF = frozenset({"0", "false", "off"})
#: What text is that is there and not meant to be read.
HIDDEN, _STRUCK, _COVERED = "hidden text", "text that is struck out", "text that is white or blacked out"
#: Property of a run and its attribute -> the value with which nobody reads the text.
_COVERING = (("color", "val", "FFFFFF"), ("highlight", "val", "black"), ("shd", "fill", "000000"))


class Hiding:
    """What the styles of a file hide."""

    def __init__(self, styles: Element | None) -> None:
        every = [] if styles is None else list(styles.iter(f"{W}style"))
        self._based = {one.get(f"{W}styleId", ""): _value(one, "basedOn") for one in every}
        self._own = {one.get(f"{W}styleId", "") for one in every if any(map(_hides, one.iter(f"{W}rPr")))}
        self._by_default = {
            one.get(f"{W}type"): one.get(f"{W}styleId", "") for one in every if one.get(f"{W}default") in ("1", "true")
        }
        defaults = None if styles is None else styles.find(f"{W}docDefaults")
        self._all = defaults is not None and any(map(_hides, defaults.iter(f"{W}rPr")))

    def hides_table(self, table: Element) -> bool:
        """Return whether the style of a table hides what is in it, or a part of that."""
        return self._is_hidden(_style_of(table, "tblPr", "tblStyle") or self._by_default.get("table", ""))

    def hides_paragraph(self, paragraph: Element) -> bool:
        """Return whether the style of a paragraph hides what is in it."""
        return self._all or self._is_hidden(
            _style_of(paragraph, "pPr", "pStyle") or self._by_default.get("paragraph", "")
        )

    def kind_of_run(self, run: Element) -> str:
        """Return in words why the text of a run is not taken: it is hidden, struck out or covered; or an empty text."""
        own = run.find(f"{W}rPr")
        if (own is not None and _hides(own)) or self._is_hidden(_style_of(run, "rPr", "rStyle")):
            return HIDDEN
        if own is None:
            return ""
        return _STRUCK if _is_on(own, _STRIKING) else _COVERED if _is_covered(own) else ""

    def _is_hidden(self, style: str) -> bool:
        """Return whether a style hides, or one that it is based on."""
        return any(one in self._own for one in self._lineage(style))

    def _lineage(self, style: str) -> Iterator[str]:
        met: set[str] = set()
        while style and style not in met:
            met.add(style)
            yield style
            style = self._based.get(style, "")


def _hides(properties: Element) -> bool:
    return _is_on(properties, _HIDING)


def _is_on(properties: Element, names: Iterable[str]) -> bool:
    return any(one.get(f"{W}val", "1") not in _OFF for name in names for one in properties.iterchildren(name))


def _is_covered(properties: Element) -> bool:
    found = ((properties.find(f"{W}{name}"), attribute, value) for name, attribute, value in _COVERING)
    return any(one is not None and one.get(f"{W}{attribute}") == value for one, attribute, value in found)


def _style_of(element: Element, properties: str, style: str) -> str:
    own = element.find(f"{W}{properties}")
    return "" if own is None else _value(own, style)


def _value(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
