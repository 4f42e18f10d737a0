"""Texts: the command that prints what is still to be translated of a case, ready to be filled in."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from briefpack.case.content import Case
from briefpack.checks.openness import may_have_pack, names_coordinators
from briefpack.checks.translations import untranslated, wordless
from briefpack.disclosure.view import Leaf
from briefpack.disclosure.views import Views
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.packs.intake import take_in
from briefpack.problems import Place, Problem, Refusal

_FIRST = "'{}' is the first of the 'languages' of this case, in which its texts are typed: name another"


def texts(options: argparse.Namespace) -> int:
    """Print an entry for each text that readers of a case would get and that one of its languages lacks.

    It holds what packs hold, and whatever is for one reader alone says so: print it where the case may lie.
    """
    intake, language = take_in(options.case), options.language
    if language == intake.language:
        raise Refusal([Problem(Place(str(options.case)), _FIRST.format(language))])
    read = intake.in_language(language)
    if read.disclosed is None:
        raise Refusal(read.problems)
    told = (read.disclosed, intake.language, language, options.case)
    entries = [*_entries(*told), *_topics(*told)]
    print(*(entries or [f"# no reader lacks a text in '{language}'"]), sep="\n")
    return 0


def _entries(views: Views, first: str, language: str, folder: Path) -> Iterator[str]:
    """Return an entry for each text that is missing, once, and above it who would get it and where it stands."""
    case = views.case
    readers: dict[str, dict[Audience, None]] = {}
    places: dict[str, Place] = {}
    for audience in _audiences(case):
        for path in untranslated(case, views.of(audience)):
            readers.setdefault(case.untranslated[path], {})[audience] = None
            places.setdefault(case.untranslated[path], case.place(path))
    for text in dict.fromkeys(one for one in case.untranslated.values() if one in readers):
        where = str(places[text]).removeprefix(f"{folder}/")
        yield f"# {', '.join(readers[text])}: {where}"
        yield f"- {first}: {json.dumps(text, ensure_ascii=False)}"
        yield f'  {language}: ""'


def _topics(views: Views, first: str, language: str, folder: Path) -> Iterator[str]:
    """Return an entry for 'topics' of case.yaml, as a comment, for each topic that readers would get by its id."""
    case, told = views.case, dict[str, Leaf]()
    for audience in _audiences(case):
        told = {leaf.value: leaf for leaf in wordless(case, views.of(audience))} | told
    for topic, leaf in told.items():
        where = str(case.place(leaf.path)).removeprefix(f"{folder}/")
        yield f"# {where}: a topic without words; they stand under 'topics' of case.yaml, as in"
        yield f"#   - {{id: {topic}, words: {{{first}: {json.dumps(leaf.in_words)}, {language}: ...}}}}"


def _audiences(case: Case) -> Iterator[Audience]:
    yield from (audience for audience in PACK_AUDIENCES if may_have_pack(case, audience))
    if names_coordinators(case):
        yield "coordinator"
