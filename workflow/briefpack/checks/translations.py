"""Translations: what a reader sees of a case that reads in another language must all have a text in that language.

Each view is judged alone: what is hidden from a reader neither counts for that reader's pack nor is told of.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import UnknownLocaleError

from briefpack.case.content import ABOUT, Case, Path
from briefpack.checks.audiences import Audiences
from briefpack.checks.openness import may_have_pack
from briefpack.disclosure.view import Leaf, View
from briefpack.disclosure.views import Views
from briefpack.disclosure.withheld import held
from briefpack.handbook import Audience
from briefpack.problems import Problem
from briefpack.text.locales import SeparateLocale

_LACKING = (
    "{audience} would get this text, and it has no {language}, so no {made} is made: write it under '{code}' here, or "
    "in texts/{code}.yaml ('briefpack texts' with the folder of the case and '--language {code}' prints them all)"
)


_WORDLESS = (
    "{audience} would get this topic, and it has no words that this reader may see, so no {made} in {language} is "
    "made: write them under 'topics' of case.yaml, as in {{id: ..., words: {{{first}: ..., {code}: ...}}}}"
)


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return an error at each text or topic that an audience would get, and that is missing in the case's language."""
    for audience, view in audiences.views.items():
        if may_have_pack(case, audience):
            yield from _lacking(case, view, audience)


def incomplete(views: Views) -> Iterator[Problem]:
    """Return an error at each text that the coordinator's report would hold, and that is missing in its language."""
    yield from _lacking(views.case, views.of("coordinator"), "coordinator")


def untranslated(case: Case, view: View) -> Iterator[Path]:
    """Return the path of each text of a view for which that of the first language stands in."""
    values = held(view).values if case.untranslated else frozenset()
    yield from (path for path, text in case.untranslated.items() if (_holder(path), text) in values)


def wordless(case: Case, view: View) -> Iterator[Leaf]:
    """Return each topic of a view, once, that has only its id, where the case does not read in its first language."""
    first, *others = case.content.case.languages or (case.language,)
    leaves = view.leaves if others and case.language != first else ()
    yield from {leaf.value: leaf for leaf in reversed(leaves) if leaf.shape.is_topic and not leaf.words}.values()


def _holder(path: Path) -> Path:
    """Return where a view has the text at a path: what is said of a value is beside it, or in its place."""
    if ABOUT not in path:
        return path
    value, said = path[: path.index(ABOUT)], path[path.index(ABOUT) + 1 :]
    return value if said == ("coarsen",) else (*value, ABOUT)


def _lacking(case: Case, view: View, audience: Audience) -> Iterator[Problem]:
    made = "report" if audience == "coordinator" else "pack"
    told = {"audience": audience, "language": _name(case.language), "code": case.language, "made": made}
    yield from (Problem(case.place(path), _LACKING.format(**told)) for path in untranslated(case, view))
    told["first"] = (case.content.case.languages or ("",))[0]
    for leaf in wordless(case, view):
        yield Problem(case.place(leaf.path), _WORDLESS.format(**told))


def _name(language: str) -> str:
    """Return what a language is called in English, or its code."""
    try:
        return SeparateLocale.parse(language.replace("-", "_")).get_display_name(SeparateLocale("en")) or language
    except (UnknownLocaleError, ValueError):
        return language
