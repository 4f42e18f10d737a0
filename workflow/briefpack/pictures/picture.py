"""Picture: what a pack shows instead of telling, as one finished file with what is said about it."""

from __future__ import annotations

from dataclasses import dataclass

#: The pictures that a pack may have, in the order in which they are drawn. Several files of one name are parts of one.
PICTURES = ("timeline", "parties", "coverage", "plan")


@dataclass(frozen=True)
class Picture:
    """One picture of a pack.

    `name` is its file's name without the suffix; `data` a PNG file; `alternative` says to who cannot see it what there
    is to see, and `caption` what it is of, both plain text; `width` and `height` are in millimetres on paper. `texts`
    are all the words that are drawn in it, for reading what no search of the file could.
    """

    name: str
    data: bytes
    alternative: str
    caption: str
    width: float
    height: float
    texts: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Return the name of the picture's file."""
        return f"{self.name}.png"
