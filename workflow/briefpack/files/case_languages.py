"""Case languages: in which languages a case is written, read without the rest of it, since every build asks this."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
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
    "the 'languages' of their case.yaml are none that is asked for, or have no wording, neither in "
    "templates/base/wording nor of who sends them: {cases}"
)
_NONE_OF_SOME = "these are not made, since other organisations alone have wording in the languages of the case: {packs}"
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


def worded(languages: Collection[str], templates: Path, organisation: str | None) -> tuple[str, ...]:
    """Return those of some languages for which the base or an organisation has wording, in their order."""
    homes = [templates / name / "wording" for name in ("base", organisation) if name]
    return tuple(one for one in languages if any((home / f"{one}.yaml").is_file() for home in homes))


class Spoken:
    """The languages that the cases which are sent list, and those of them that packs are built in."""

    def __init__(self, inputs: Path, sent: Collection[Pair], worded_in: Mapping[str, Collection[str]]) -> None:
        """Read what each case lists; the packs of each organisation may be in what it is `worded_in`."""
        self._listed = {case: case_languages(inputs / case) for case in dict.fromkeys(case for _, case in sent)}
        #: For each organisation and case that it sends, in which languages packs are built.
        self.languages_of = {
            (organisation, case): tuple(one for one in self._listed[case] if one in worded_in[organisation])
            for organisation, case in sent
        }
        #: Each organisation with each case of which packs are built.
        self.pairs = tuple(pair for pair in sent if self.languages_of[pair])

    def mistakes(self, file: Path, config: Mapping[str, object]) -> Iterator[Problem]:
        """Return what is wrong where nothing is left to build, or a case lacks a language that `config` names for it.

        Nobody who names a case and a language is given other packs instead.
        """
        is_named = {"cases", "language"} <= config.keys()
        typed = from_command_line("language", config["language"]).words if is_named else ()
        told = False
        for language, place in typed:
            lacking = [case for case, own in self._listed.items() if language not in own]
            if lacking:
                told = True
                yield Problem(place, _WITHOUT.format(language=language, cases=", ".join(lacking)))
        if not told and not self.pairs:
            yield Problem(Place(str(file)), _NONE_BUILT.format(cases=self._named(self._listed)))

    def left_out(self) -> Iterator[str]:
        """Return a warning that names the cases of which no pack is built for their languages, if any.

        Another names those of which some organisations alone build packs, with the organisations that do not.
        """
        built = {case for _, case in self.pairs}
        out = [case for case in self._listed if case not in built]
        if out:
            yield f"no pack is made of these: {_NONE_BUILT.format(cases=self._named(out))}"
        without = [
            f"{one}/{case}" for one, case in self.languages_of if case in built and (one, case) not in self.pairs
        ]
        if without:
            yield _NONE_OF_SOME.format(packs=_shortened(without))

    def _named(self, cases: Collection[str]) -> str:
        return _shortened([f"{case} ({', '.join(self._listed[case])})" for case in cases])


def _shortened(named: Sequence[str]) -> str:
    return ", ".join(named[:_NAMED]) + (f" and {len(named) - _NAMED} more" if len(named) > _NAMED else "")
