"""Asking: which questions a pack or a brief puts to its reader, and by whom each could be answered."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefpack.disclosure.inside import inside
from briefpack.disclosure.mentions import unmentioned
from briefpack.disclosure.questions import Question, answered, questions
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.handbook import PHASES
from briefpack.house.wording import Catalogue
from briefpack.stages.render.answerers import in_order, who_could_answer
from briefpack.stages.render.foremost import FirstQuestions, first_questions, words_of
from briefpack.stages.render.pressing import by_item


@dataclass(frozen=True)
class QuestionGroup:
    """The open questions that `who` could answer; `by_item` has in rows those that are about one item."""

    who: str
    questions: tuple[Question, ...]
    by_item: tuple[tuple[Question, ...], ...]


def asked_of(
    view: View, sections: Collection[str], catalogue: Catalogue, engagement: Node | None = None
) -> dict[str, Any]:
    """Return what a document asks, by the names of its fields. A brief asks of its engagement alone."""
    asked = _of_engagement(view, engagement) if engagement else _of_pack(view, sections, questions(view))
    of_authors = tuple(_authors_questions(view, sections))
    first = FirstQuestions((), ()) if engagement else first_questions(view, asked, of_authors, catalogue)
    groups = tuple(_groups(one for one in asked if one not in first.questions))
    return {
        "questions": asked,
        "question_count": _how_many(first.questions, groups, catalogue),
        "question_groups": groups,
        "not_applying": _of_pack(view, sections, answered(view)),
        "authors_questions": of_authors,
        "first_questions": first,
    }


def _of_pack(view: View, sections: Collection[str], every: Iterable[Question]) -> tuple[Question, ...]:
    """Return those of questions, open or answered by what does not apply, that are about what these sections print."""
    silent = unmentioned(view)
    return tuple(one for one in every if one.file in sections and one.path[:3] not in silent)


def _of_engagement(view: View, engagement: Node) -> tuple[Question, ...]:
    """Return what a brief asks; what is about its engagement itself does not name it, as its title does."""
    own = inside(engagement).path
    asked = (one for one in questions(view) if one.path[:3] == own)
    return tuple(replace(one, about=None) if one.names[:-1] == own else one for one in asked)


def _groups(asked: Iterable[Question]) -> Iterator[QuestionGroup]:
    """Return open questions by who could answer them."""
    for who, group in itertools.groupby(in_order(asked), key=who_could_answer):
        questions = tuple(group)
        yield QuestionGroup(who, questions, by_item(questions))


def _how_many(first: Iterable[Question], groups: Iterable[QuestionGroup], catalogue: Catalogue) -> int:
    """Return how many open questions are listed: what is asked alike of several items counts once."""
    rows = (row for group in groups for row in group.by_item)
    return sum(len({words_of(one, catalogue) for one in row}) for row in (*((one,) for one in first), *rows))


def _authors_questions(view: View, sections: Collection[str]) -> Iterator[Leaf]:
    """Return the questions that the authors put to the reader in the phases that this pack has."""
    for phase in PHASES:
        if phase.name in sections:
            yield from getattr(view.root, phase.name).open_questions


def reason_told(question: Question) -> object:
    """Return why a question does not apply, and which item it is about; of a reason with notes, which one that is."""
    reason = question.reason
    return question.names, reason and (reason.value, None if reason.about.is_nothing else reason.path)
