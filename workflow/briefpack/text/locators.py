"""Locators: the places in a source that CSL has terms for, as authors write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NUMBERS = r"(\d+(?:[-\u2013]\d+)?)"
#: The term of CSL -> how authors write such a place.
_LOCATORS: Mapping[str, re.Pattern[str]] = {
    "page": re.compile(rf"(?:pp?\.? ?|pages? )?{_NUMBERS}"),
    "chapter": re.compile(rf"(?:ch\.? ?|chapter ){_NUMBERS}", re.IGNORECASE),
    "paragraph": re.compile(rf"(?:paras?\.? ?|paragraphs? |¶ ?){_NUMBERS}", re.IGNORECASE),
    "section": re.compile(rf"(?:§ ?|sec\.? ?|section ){_NUMBERS}", re.IGNORECASE),
    "volume": re.compile(rf"(?:vol\.? ?|volume ){_NUMBERS}", re.IGNORECASE),
}


def located(at: str) -> tuple[str, str] | None:
    """Return the term of CSL and the number of a place in a source; a number alone is a page. None for other words."""
    for label, form in _LOCATORS.items():
        if match := form.fullmatch(at):
            return label, match[1].replace("-", "\u2013")
    return None
