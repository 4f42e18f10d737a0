"""People: aliases lead to the sealed registry, and no registered name stands in a text that could be printed.

No message here ever holds a name or an alias: only the place where one stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefpack.case.content import Case, Path, items, walk_all
from briefpack.case.registry import Registry
from briefpack.case.source import Contributor
from briefpack.problems import Problem


def problems(case: Case, registry: Registry | None) -> Iterator[Problem]:
    """Give each alias that leads nowhere and each text that holds a registered person's name.

    `registry` is None where the case has no registry.yaml; then an alias has nowhere to lead.
    """
    people = registry.people if registry else {}
    for position, actor in enumerate(case.content.case.actors or ()):
        if actor.alias and actor.alias not in people:
            place = case.place(("case", "actors", position, "alias"))
            yield Problem(place, "registry.yaml has no person under this alias: add the person, or correct the alias")
    names = _pattern([person.name for person in people.values()])
    for path, text in _texts(case):
        if names and names.search(_folded(text)):
            message = "this text holds the name of a person in registry.yaml: write the role instead"
            yield Problem(case.place(path), message)


def _texts(case: Case) -> Iterator[tuple[Path, str]]:
    """Give every text of a case; the name of who wrote a source, which stands in two fields, also in one piece."""
    yield from ((found.path, found.value) for found in walk_all(case) if isinstance(found.value, str))
    for path, item in items(case.content):
        if isinstance(item, Contributor) and item.given and item.family:
            yield path, f"{item.given} {item.family} {item.given}"


def _pattern(names: list[str]) -> re.Pattern[str] | None:
    folded = sorted({re.escape(_folded(name)) for name in names}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(folded)})(?!\w)") if folded else None


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())
