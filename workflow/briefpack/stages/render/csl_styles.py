"""CSL styles: a style that is read once and copied for each source, since citeproc-py changes it while it sets one.

Of the locales that come with citeproc it changes the dates, which are few. Their terms are many, and are shared.
"""

from __future__ import annotations

import copy
import io
from typing import Any

from citeproc import CitationStylesStyle  # type: ignore[import-untyped]
from citeproc.model import CitationStylesElement  # type: ignore[import-untyped]
from citeproc.model import Locale as LocaleElement


class Locale(LocaleElement, CitationStylesElement):  # type: ignore[misc]
    """What a language has for each style; a copy without terms asks the `whole` locale for them."""

    whole: Locale | None = None
    known: dict[tuple[object, ...], Any]

    def get_term(self, *asked: Any, **named: Any) -> Any:
        """Return a term, looked for once; raise IndexError where the locale has none."""
        if self.whole is None:
            return super().get_term(*asked, **named)
        known, key = self.whole.known, (*asked, *named.items())
        if key not in known:
            known[key] = next(iter(_found(self.whole, asked, named)), None)
        if known[key] is None:
            raise IndexError(key)
        return known[key]


def _found(locale: Any, asked: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
    try:
        return [locale.get_term(*asked, **named)]
    except IndexError:
        return []


def read_style(content: bytes, locale: str) -> Any:
    """Return a style that does not sort: citeproc sets a source to sort it, and can set it only once."""
    style = CitationStylesStyle(io.BytesIO(content), locale, validate=False)
    for sort in style.root.xpath("//*[local-name() = 'sort']"):
        sort.getparent().remove(sort)
    style.root.locales = [one if one.getparent() is not None else _without_terms(one) for one in style.root.locales]
    return style


def _without_terms(whole: Any) -> Any:
    """Return a locale that asks the whole one for its terms."""
    whole.known = {}
    slim = copy.deepcopy(whole)
    for terms in slim.findall("{*}terms"):
        slim.remove(terms)
    slim.whole = whole
    return slim


def copied(style: Any) -> Any:
    """Return a copy of a style, in which one source may be set."""
    fresh = copy.copy(style)
    fresh.root = copy.deepcopy(style.root)
    own = dict(zip(style.root.iterchildren(), fresh.root.iterchildren(), strict=True))
    fresh.root.locales = [own[one] if one in own else _copied_locale(one) for one in style.root.locales]
    for locale in fresh.root.locales:
        (locale.whole or locale).style = locale.style = fresh.root
    return fresh


def _copied_locale(locale: Any) -> Any:
    slim = copy.deepcopy(locale)
    slim.whole = locale.whole
    return slim
