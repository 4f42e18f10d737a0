"""CSL elements: mends citeproc-py where it sets single elements of a style otherwise than CSL asks.

citeproc makes an element of a style from the class that was defined last for its kind. So the classes here replace
those that they inherit from.
"""

from __future__ import annotations

import functools
from typing import Any

from citeproc.model import CitationStylesElement, TextCased  # type: ignore[import-untyped]
from citeproc.model import Name as NameElement
from citeproc.model import Name_Part as NamePartElement
from citeproc.model import Substitute as SubstituteElement
from citeproc.source import LiteralDate, Reference  # type: ignore[import-untyped]
from citeproc.string import MixedString, String  # type: ignore[import-untyped]
from lxml import etree

# Their elements take the place of citeproc's, too.
from briefpack.stages.render import csl_months, csl_variables  # noqa: F401
from briefpack.stages.render.emphasis import bold, italic
from briefpack.stages.render.initials import initials
from briefpack.stages.render.source_variables import NAMES, TITLES

_CSL = {"cs": "http://purl.org/net/xbiblio/csl"}


@functools.cache
def question(path: str) -> etree.XPath:
    """Return an XPath question of a style, compiled once, since it is the same for every source."""
    return etree.XPath(path, namespaces=_CSL)


def _answered(element: Any, path: str) -> Any:
    return question(path)(element)


CitationStylesElement.xpath_search = _answered


class Marking:
    """Marks what a style sets in italics or in bold. Other formatting, such as small capitals, is left out."""

    @staticmethod
    def preformat(text: object) -> Any:
        """Return a text without marks."""
        return String(text)

    @staticmethod
    def Italic(text: object) -> Any:  # noqa: N802
        """Return a text in italics."""
        return String(italic(text))

    @staticmethod
    def Bold(text: object) -> Any:  # noqa: N802
        """Return a text in bold."""
        return String(bold(text))

    Oblique = Italic
    Light = Underline = Superscript = Subscript = SmallCaps = preformat


class Name(NameElement, CitationStylesElement):  # type: ignore[misc]
    """Names, with initials that are right in every script."""

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Return the initials of a given name."""
        if "false" in (self.get("initialize"), self.get_root().get("initialize")):
            return given
        return initials(given, mark, keeps_hyphens=self.get_option("initialize-with-hyphen", context))


class Name_Part(NamePartElement, CitationStylesElement):  # type: ignore[misc]  # noqa: N801 - called as CSL has it
    """A part of a name, set as plain text; an empty part is left out."""

    def format_part(self, given: str | None, family: str | None) -> tuple[str | None, str | None]:
        """Return both parts of the name, with the formatting of this part."""
        part = given if self.get("name") == "given" else family
        if not part:
            return given, family
        formatted = str(self.wrap(self.format(self.case(part))))
        return (formatted, family) if self.get("name") == "given" else (given, formatted)


class Substitute(SubstituteElement, CitationStylesElement):  # type: ignore[misc]
    """Substitutes for missing names: editors or translators who are used here are not printed a second time."""

    def render(self, item: Any, context: Any = None, **options: Any) -> Any:
        """Return the first substitute that has a value, and remove its names from the source."""
        roles = [str(child.get("variable", "")).split() for child in self.getchildren()]
        given = next((names for names in roles if any(name in item.reference for name in names)), [])
        text = super().render(item, context=context, **options)
        for name in given if text else []:
            if name in NAMES.values():
                item.reference.pop(name, None)
        return text


class _WithCase:
    """An element that changes the case of letters, also in texts that citeproc returns as plain texts."""

    def case(self, text: Any, language: str | None = None) -> Any:
        """Return a text in the case of the style."""
        parts = text if isinstance(text, MixedString) else [text]
        known = [part if isinstance(part, String | MixedString) else String(part) for part in parts if part is not None]
        return super().case(MixedString(known) if len(known) > 1 else (known or [String("")])[0], language)  # type: ignore[misc]


#: A class for each element of a style that changes case. The list keeps them alive, so that citeproc finds them.
_CASED = [
    type(element.__name__, (_WithCase, element, CitationStylesElement), {})
    for element in {one.__name__: one for one in CitationStylesElement.__subclasses__()}.values()
    if issubclass(element, TextCased)
]


class Anonymous(Reference):  # type: ignore[misc]
    """A source without names: a title that is the substitute for them is not printed a second time, as CSL asks."""

    def __getitem__(self, name: str) -> Any:
        return self.pop(name) if name in TITLES and name in self else super().__getitem__(name)


class InWords(LiteralDate):  # type: ignore[misc]
    """A date in words: it has no parts, so a style that prints its parts in two places prints it once."""

    def __getitem__(self, name: str) -> Any:
        return self.pop(name) if name == "text" and name in self else super().__getitem__(name)
