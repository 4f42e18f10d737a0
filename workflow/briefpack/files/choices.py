"""Choices: the things a build can be narrowed to, what exists of each, and what was asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from briefpack.files.page_numbers import PAGE_NUMBERS
from briefpack.files.settings import Setting
from briefpack.handbook import RELEASED_TO
from briefpack.problems import Place, Problem
from briefpack.text.near_miss import near_miss

#: By how much more of its letters the nearest known word must match than the second nearest, to be proposed.
_CLEARLY = 0.1


@dataclass(frozen=True)
class Choice:
    """One thing to narrow a build by: its name for people, on the command line and in `inputs/config.yaml`.

    `found` is what exists and `home` where, `remedy` how to make the first one, and `default` what is built when
    nothing was asked for.
    """

    noun: str
    option: str
    key: str
    found: tuple[str, ...]
    home: Path
    remedy: str
    default: tuple[str, ...]

    def problems(self, setting: Setting | None) -> Iterator[Problem]:
        """Return a problem for each word that names nothing, or one where there is nothing to choose."""
        yield from (self._braced(name) for name in self.found if set("{}") & set(name))
        if not self.found:
            yield Problem(Place(str(self.home)), f"there is no {self.noun} here: make {self.remedy}")
        elif setting is None:
            missing = [word for word in self.default if word not in self.found]
            yield from (unknown(self.noun, word, Place(str(self.home)), self.found) for word in missing)
        elif not setting.words:
            message = f"nothing is named here: name one or more of {', '.join(self.found)}, or leave it out"
            yield Problem(setting.place, message)
        else:
            strangers = [(word, place) for word, place in setting.words if word not in self.found]
            yield from (unknown(self.noun, word, place, self.found) for word, place in strangers)

    def _braced(self, name: str) -> Problem:
        place = Place(str(self.home / name))
        return Problem(
            place, f"the name of this {self.noun} has braces, which Snakemake reads as a wildcard: rename it"
        )

    def chosen(self, setting: Setting | None) -> tuple[str, ...]:
        """Return what to build, without repeats, in the order in which it exists."""
        asked = {word for word, _ in setting.words} if setting else set(self.default)
        return tuple(word for word in self.found if word in asked)


def choices(inputs: Path, templates: Path) -> tuple[Choice, ...]:
    """Return the choices of a library: case, organisation, audience, language and page numbers, in this order."""
    cases = case_names(inputs)
    organisations = organisation_names(templates)
    wording = templates / "base" / "wording"
    homes = (templates / name / "wording" for name in ("base", *organisations))
    languages = _names({Path(path.stem) for home in homes for path in home.glob("*.yaml")})
    one_case, one_organisation = "a folder with a case.yaml in it", "a folder with an organisation.yaml in it"
    return (
        Choice("case", "cases", "cases", cases, inputs, one_case, cases),
        Choice(
            "organisation", "organisation", "organisations", organisations, templates, one_organisation, organisations
        ),
        Choice("audience", "audience", "audiences", RELEASED_TO, templates, "", RELEASED_TO),
        Choice("language", "language", "languages", languages, wording, "its wording, such as en.yaml", languages),
        Choice("source of page numbers", "page_numbers", "page_numbers", PAGE_NUMBERS, inputs, "", PAGE_NUMBERS[:1]),
    )


def case_names(inputs: Path) -> tuple[str, ...]:
    """Return the names of the case folders: every folder of the inputs that is not hidden, even without a case.yaml."""
    return _names(path for path in inputs.iterdir() if path.is_dir())


def organisation_names(templates: Path) -> tuple[str, ...]:
    """Return the names of the organisations: every folder of the templates with an organisation.yaml but the base."""
    return _names(path.parent for path in templates.glob("*/organisation.yaml") if path.parent.name != "base")


def _names(paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in paths if path.name[0] not in "._"))


def unknown(noun: str, word: str, place: Place, known: Sequence[str]) -> Problem:
    """Return the problem of a word that names nothing, with the nearest word, if one stands out, and all that exist."""
    return Problem(place, f"there is no {noun} '{word}'{_hint(word, known)}: choose from {', '.join(known)}")


def _hint(word: str, known: Sequence[str]) -> str:
    """Return the known word that was meant; nothing where two are nearly as near, since `track-2` is not `track-i`."""
    spelt = word.casefold().replace("_", "-").replace(" ", "-")
    if spelt in known:
        return near_miss(spelt, [spelt])
    nearness = sorted((SequenceMatcher(None, name, spelt).ratio() for name in known), reverse=True)
    is_clear = len(nearness) < 2 or nearness[0] - nearness[1] >= _CLEARLY
    return near_miss(spelt, known) if is_clear else ""
