"""Inquiry: the open questions of a whole case in words, for the people who work on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from briefpack.case.content import Path as DataPath
from briefpack.disclosure.inside import inside
from briefpack.disclosure.questions import Question, questions
from briefpack.disclosure.view import Leaf
from briefpack.disclosure.views import Views
from briefpack.house.wording import Catalogue
from briefpack.problems import Place
from briefpack.stages.render.printing import Printer
from briefpack.text.escaping import unescaped


def worded_questions(views: Views, catalogue: Catalogue) -> tuple[list[tuple[Place, str]], str]:
    """Return every open question of a case, as its team sees it, with its place; and a line that counts them.

    A question names what it is about only if every audience may know that: what is printed ends up in logs and mails.
    """
    printer = Printer(catalogue)
    known = frozenset.intersection(*(view.places for view in views.for_packs.values()))
    asked = [_discreet(question, known) for question in questions(views.of("team"))]
    worded = [
        (views.case.place(question.path), f"{unescaped(printer.asked(question))} ({_field(question)})")
        for question in asked
    ]
    return worded, catalogue.say("check.open", count=len(asked))


def _field(question: Question) -> str:
    """Return the field that takes the answer, as a path in its file; a field left out has no place of its own."""
    return question.key.partition(".")[2]


def _discreet(question: Question, known: Collection[DataPath]) -> Question:
    about = question.about
    if about is None or (about.path if isinstance(about, Leaf) else inside(about).path) in known:
        return question
    return replace(question, about=None)
