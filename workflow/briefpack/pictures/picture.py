"""Picture: one finished picture of a pack, with its caption and its alternative text."""

from __future__ import annotations

from dataclasses import dataclass

#: The pictures that a pack or a report may have, in the order of drawing. Several files of one name are parts of one.
PICTURES = ("now", "timeline", "parties", "coverage", "plan", "ideas")
#: Those of the coordinator's report; nothing else is drawn for it.
OF_REPORT = ("now", "coverage", "plan", "ideas")
#: How the names of pictures begin that an organisation has in its folder `own`; templates write a slash for the hyphen.
OF_ORGANISATION = "own-"


@dataclass(frozen=True)
class Picture:
    """One picture of a pack.

    `name` is its file's name without the suffix; `data` a PNG file; `alternative` says what it
    shows, for readers who cannot see it, and `caption` what it is; both are plain text. `width` and `height` are in
    millimetres on paper. `texts` are all words in it, so that they can be searched, which the dots cannot. It
    `is_whole` if none of its words are cut; `things` counts what a part of a picture shows of what all parts show in
    order, such as events. `signs` names those in it, and it `is_sourced` if keys of sources stand in it.
    """

    name: str
    data: bytes
    alternative: str
    caption: str
    width: float
    height: float
    texts: tuple[str, ...] = ()
    is_whole: bool = True
    things: int = 0
    signs: tuple[str, ...] = ()
    is_sourced: bool = False

    @property
    def file(self) -> str:
        """Return the name of the picture's file."""
        return f"{self.name}.png"
