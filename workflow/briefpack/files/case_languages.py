"""Case languages: in which languages a case is written, read without the rest of it, since every build asks this."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from briefpack.files.sending import Pair
from briefpack.files.settings import from_command_line
from briefpack.files.texts import read_text
from briefpack.problems import Place, Problem, Refusal
from briefpack.text.languages import USUAL, languages_of

#: The key with what stands beside it, and the lines below that belong to it.
_LISTED = re.compile(r"^languages[ \t]*:.*(?:\n(?:[ \t#-].*)?)*", re.MULTILINE)

_NONE_BUILT = (
    "the 'languages' of their case.yaml are none that is asked for, or have no wording in templates/base/wording: "
    "{cases}"
)
_WITHOUT = "not written in '{language}': {cases}: list it under 'languages' of case.yaml, or leave it out here"
#: So many cases are named at most.
_NAMED = 20


def case_languages(folder: Path) -> tuple[str, ...]:
    """Return the languages that a case lists, the first of its plain texts first; the usual one where it says nothing.

    Where it is written so that only the whole file tells, the usual one is returned; whoever reads the file refuses it.
    """
    try:
        found = _LISTED.search(read_text(folder / "case.yaml"))
        return languages_of(yaml.load(found[0], yaml.BaseLoader)) if found else (USUAL,)
    except (OSError, Refusal, yaml.YAMLError):
        return (USUAL,)


def worded(languages: Collection[str], templates: Path) -> tuple[str, ...]:
    """Return those of some languages for which the base has wording, in their order."""
    return tuple(one for one in languages if (templates / "base" / "wording" / f"{one}.yaml").is_file())


class Spoken:
    """The languages that the cases which are sent list, and those of them that packs are built in."""

    def __init__(self, inputs: Path, sent: Collection[Pair], languages: Collection[str]) -> None:
        """Read what each case lists; packs may be in `languages`."""
        self._listed = {case: case_languages(inputs / case) for case in dict.fromkeys(case for _, case in sent)}
        self._built = {case: tuple(one for one in own if one in languages) for case, own in self._listed.items()}
        #: Each organisation with each case of which packs are built.
        self.pairs = tuple(pair for pair in sent if self._built[pair[1]])

    def languages_of(self, cases: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return for each of some cases in which languages its packs are built."""
        return {case: self._built.get(case, ()) for case in cases}

    def mistakes(self, file: Path, config: Mapping[str, object]) -> Iterator[Problem]:
        """Return what is wrong where nothing is left to build, or a case lacks a language that `config` names for it.

        Nobody who names a case and a language is given other packs instead.
        """
        is_named = {"cases", "language"} <= config.keys()
        typed = from_command_line("language", config["language"]).words if is_named else ()
        for language, place in typed:
            lacking = [case for case, own in self._listed.items() if language not in own]
            if lacking:
                yield Problem(place, _WITHOUT.format(language=language, cases=", ".join(lacking)))
        if not typed and not self.pairs:
            yield Problem(Place(str(file)), _NONE_BUILT.format(cases=self._named(self._listed)))

    def left_out(self) -> Iterator[str]:
        """Return a warning that names the cases of which no pack is built for their languages, if any."""
        out = [case for case, own in self._built.items() if not own]
        if out:
            yield f"no pack is made of these: {_NONE_BUILT.format(cases=self._named(out))}"

    def _named(self, cases: Collection[str]) -> str:
        named = [f"{case} ({', '.join(self._listed[case])})" for case in cases]
        return ", ".join(named[:_NAMED]) + (f" and {len(named) - _NAMED} more" if len(named) > _NAMED else "")
