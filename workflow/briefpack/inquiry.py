"""Inquiry: the open questions of a whole case in words, for the people who work on it."""

from __future__ import annotations

from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.questions import questions
from briefpack.case.wording import UnknownWording
from briefpack.files.organisations import read_catalogue
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.render.printing import Printer
from briefpack.stages.select import select

_LANGUAGE = "en"


def worded_questions(case: Case, templates: Path) -> tuple[list[tuple[Place, str]], str]:
    """Give every open question of a case, as its team sees it, with its place; and a line that counts them."""
    catalogue = read_catalogue(templates, None, _LANGUAGE)
    printer = Printer(catalogue)
    asked = questions(select(case, "team"))
    try:
        worded = [(case.place(question.path), printer.asked(question)) for question in asked]
    except UnknownWording as fault:
        raise Refusal([Problem(Place(str(templates / "base" / "wording" / f"{_LANGUAGE}.yaml")), str(fault))]) from None
    return worded, catalogue.say("check.open", count=len(asked))
