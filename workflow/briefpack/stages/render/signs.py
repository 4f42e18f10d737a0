"""Signs: raised letters behind values that say where these come from, and the key to those that a document uses.

In Markdown a sign is a link to the key whose title says what it means, so that every reader of Markdown has it: raised,
in text, and read aloud. A space stands before it, since two brackets in a row would be another link.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.house.wording import Catalogue
from briefpack.problems import TemplateMistake
from briefpack.text.quoting import repeated
from briefpack.text.slugs import slugify

#: What signs say, in the order of the key.
SIGNS = (
    *("self_reported", "recall", "partly_verified", "abstract", "uncited", "coding", "of_all"),
    *("confidence_low", "confidence_moderate", "confidence_high"),
)


@dataclass(frozen=True)
class Sign:
    """A sign as Markdown, what it means in short and in the key, and the line that defines its link."""

    mark: str
    means: str
    explained: str
    defined: str


class Signs:
    """Words signs, and remembers which were printed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._printed: set[str] = set()

    def sign(self, name: str) -> str:
        """Return a sign with the space before it."""
        if name not in SIGNS:
            raise TemplateMistake(f"there is no sign '{repeated(name)}': see 'signs' in the wording")
        self._printed.add(name)
        return f" {self._mark(name)}"

    def given(self) -> list[Sign]:
        """Return the signs that were printed, in the order of the key."""
        place = slugify(self._catalogue.say("signs.heading"))
        return [self._keyed(name, place) for name in SIGNS if name in self._printed]

    def _mark(self, name: str) -> str:
        return f"[{self._catalogue.say(f'signs.{name}.letter')}]"

    def _keyed(self, name: str, place: str) -> Sign:
        means = self._catalogue.say(f"signs.{name}.means")
        title = means.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
        mark = self._mark(name)
        more = f"signs.{name}.more"
        explained = self._catalogue.say(more) if self._catalogue.has(more) else means
        return Sign(mark, means, explained, f'{mark}: #{place} "{title}"')
