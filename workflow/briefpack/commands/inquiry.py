"""Inquiry: the open questions of a whole case in words, for the people who work on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.content import Path as DataPath
from briefpack.disclosure.questions import Question, questions
from briefpack.disclosure.select import select
from briefpack.disclosure.telling import places
from briefpack.disclosure.view import Leaf
from briefpack.files.catalogues import read_catalogue
from briefpack.handbook import PACK_AUDIENCES
from briefpack.house.wording import UnknownWording
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.render.printing import Printer
from briefpack.text.escaping import unescaped

_LANGUAGE = "en"


def worded_questions(case: Case, templates: Path) -> tuple[list[tuple[Place, str]], str]:
    """Return every open question of a case, as its team sees it, with its place; and a line that counts them.

    What a question is about is named only where every reader may know it: what is printed ends up in logs and mails.
    """
    catalogue = read_catalogue(templates, None, _LANGUAGE)
    printer = Printer(catalogue)
    views = (select(case, audience) for audience in PACK_AUDIENCES)
    known = set.intersection(*({path for path, _ in places(view.root)} for view in views))
    asked = [_discreet(question, known) for question in questions(select(case, "team"))]
    try:
        worded = [
            (case.place(question.path), f"{unescaped(printer.asked(question))} ({_field(question)})")
            for question in asked
        ]
    except UnknownWording as fault:
        raise Refusal([Problem(Place(str(templates / "base" / "wording" / f"{_LANGUAGE}.yaml")), str(fault))]) from None
    return worded, catalogue.say("check.open", count=len(asked))


def _field(question: Question) -> str:
    """Return the field that takes the answer, below its file: the place is that of what is around a field left out."""
    return question.key.partition(".")[2]


def _discreet(question: Question, known: Collection[DataPath]) -> Question:
    about = question.about
    if about is None or (about.path if isinstance(about, Leaf) else about._path) in known:
        return question
    return replace(question, about=None)
