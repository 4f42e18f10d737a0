"""Translating: the texts of a case as they read in one of its languages, and where one of them has none.

A text is typed in the first language of its case, or in several: `{en: ..., fr: ...}`, `{all: ...}` where it is the
same in all. What stands in the files of `texts/` fills every place that has the same text in the first language, unless
the place itself says how it reads. Where there is no text, that of the first language stands in, and is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from babel.localedata import exists

from briefpack.case.content import ABOUT, Path
from briefpack.case.schema import FieldShape
from briefpack.case.words import is_unknown
from briefpack.problems import Place, Problem
from briefpack.reading.wrapping import WRAPPER_KEYS
from briefpack.text.languages import ALL, is_code
from briefpack.text.locators import located

_CURRENCY_CODE = re.compile("[A-Z]{3}")
_UNLISTED = "this case does not list this language: add it to 'languages' of case.yaml, or delete it here"
_ANNOTATED = "this belongs beside the texts, not among them: write {{value: {{{first}: ..., ...}}, {key}: ...}}"
_NO_FIRST = (
    "the text in '{first}' is missing, the first of the case's 'languages': add it, or write 'all' where the text is "
    "the same in every language"
)
_EMPTY = "the text is empty: write it, or delete the key"
_NO_TEXT = "expected a text"
_LEFT_OVER = (
    "the case has no text that reads like this any more: change the text in the first language, with its translation, "
    "to that of the case, or delete the entry"
)


@dataclass(frozen=True)
class Version:
    """A text in one language, and its place where that is not the place of the value itself."""

    text: str
    place: Place | None = None


#: The translations that stand apart: by language, and by the text in the first language.
Apart = Mapping[str, Mapping[str, Version]]


def folded(text: str) -> str:
    """Return a text with its white space folded, as texts are compared."""
    return " ".join(text.split())


@dataclass
class Translating:
    """The reading of a case in a language; `languages` are those of the case, `apart` what stands in `texts/`.

    `untranslated` has the text that stands in at each path that has none, `firsts` what a text at a path is in the
    first language, `versions` of each text those in the other languages, and `used` the texts that were looked for in
    `apart`.
    """

    languages: tuple[str, ...]
    language: str
    apart: Apart
    untranslated: dict[Path, str] = field(default_factory=dict)
    firsts: dict[tuple[Path, str], str] = field(default_factory=dict)
    versions: dict[str, set[str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def read(self, node: Any, old: Path, new: Path, shape: FieldShape, places: Mapping[Path, Place]) -> Version | None:
        """Return the text of a node as it reads in the language; None where it is no text in any.

        `old` is its path in the YAML, `new` in the case.
        """
        if isinstance(node, str):
            if len(self.languages) == 1:
                return None
            every = {self.languages[0]: Version(node)}
        elif self._is_by_language(node):
            every = dict(self._given(node, old, places))
        else:
            return None
        if not every:
            # What is wrong is told of the languages; the model is to say nothing more.
            return Version(_NO_TEXT)
        if not shape.as_it_is:
            every = every | dict(self._from_apart(every))
        found = every.get(self.language) or every.get(ALL)
        if is_unknown(next(iter(every.values())).text):
            # Nobody knows the answer in any language.
            return next(iter(every.values()))
        if found is None:
            found = next(iter(every.values()))
            if not shape.as_it_is and _reads_differently(found.text, new):
                self.untranslated[new] = folded(found.text)
        self._remember(found.text, every, new)
        return found

    def left_over(self) -> Iterator[Problem]:
        """Return a warning for each translation of a text that the case does not have."""
        for of_language in self.apart.values():
            for text, version in of_language.items():
                if text not in self.used and version.place:
                    yield Problem(version.place, _LEFT_OVER, "warning")

    def _is_by_language(self, node: Any) -> bool:
        """Return whether a mapping where a text may stand is of languages: of those of the case, or of others alone."""
        if not isinstance(node, dict) or not node or "value" in node:
            return False
        return not node.keys().isdisjoint({ALL, *self.languages}) or all(
            key not in WRAPPER_KEYS and is_code(key) and exists(key.replace("-", "_")) for key in node
        )

    def _given(self, node: Mapping[str, Any], old: Path, places: Mapping[Path, Place]) -> Iterator[tuple[str, Version]]:
        """Return each text of a mapping by language, the first language first; what is wrong is told."""
        first, at = self.languages[0], places.get(old, Place("case.yaml"))
        if not {first, ALL} & node.keys():
            self.problems.append(Problem(at, _NO_FIRST.format(first=first)))
        for key in sorted(node, key=lambda one: one != first):
            text, place = node[key], places.get((*old, key), at)
            if key not in (ALL, *self.languages):
                message = _ANNOTATED.format(first=first, key=key) if key in WRAPPER_KEYS else _UNLISTED
                self.problems.append(Problem(places.get((*old, key, "*key*"), at), message))
            elif isinstance(text, str) and text.strip():
                yield key, Version(text, place)
            else:
                self.problems.append(Problem(place, _NO_TEXT if text and not isinstance(text, str) else _EMPTY))

    def _from_apart(self, every: Mapping[str, Version]) -> Iterator[tuple[str, Version]]:
        """Return each version that stands apart of a text that does not itself say how it reads in that language."""
        first = every.get(self.languages[0])
        text = folded(first.text) if first and self.apart else ""
        for language, versions in self.apart.items():
            if text in versions:
                self.used.add(text)
                yield from [(language, versions[text])] if every.keys().isdisjoint({language, ALL}) else ()

    def _remember(self, text: str, every: Mapping[str, Version], path: Path) -> None:
        here, first = folded(text), every.get(self.languages[0]) or every.get(ALL)
        if first and first.text.strip() != text.strip():
            value = path[: path.index(ABOUT)] if ABOUT in path else path
            self.firsts[value, text.strip()] = first.text.strip()
        others = {folded(one.text) for one in every.values()} - {here}
        if others:
            self.versions.setdefault(here, set()).update(others)


def _reads_differently(text: str, path: Path) -> bool:
    """Return whether a text is to be translated: it has a letter, and is no word, page of a source or currency code."""
    is_place = path[-1] == "at" and ABOUT in path and located(text)
    is_code = path[-1] == "currency" and _CURRENCY_CODE.fullmatch(text)
    return any(map(str.isalpha, text)) and not (is_unknown(text) or is_place or is_code)
