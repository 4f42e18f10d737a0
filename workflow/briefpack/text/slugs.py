"""Slugs: the names by which links find headings, as GitHub makes them."""

from __future__ import annotations

import unicodedata


def slugify(text: str) -> str:
    """Return a heading's name in links: lower case, hyphens for spaces, and only letters, digits and underscores."""
    kept = (each for each in text.lower().strip() if each in "-_ " or unicodedata.category(each)[0] in "LMN")
    return "".join(kept).replace(" ", "-")
