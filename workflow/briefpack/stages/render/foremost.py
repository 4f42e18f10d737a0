"""Foremost: the few open questions that bear most on what a reader is asked, and on the safety of people.

All of it is worked out from the reader's own view: a question is as near to the asks as the words that it shares with
them, and a word counts the less the more questions have it. Of a question about an item its name counts alone: what is
asked of such items is worded alike in every case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefpack.disclosure.inside import name_of
from briefpack.disclosure.questions import Question
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.house.wording import Catalogue
from briefpack.stages.render.pressing import pressing

#: How many questions a reader is given first, and how many of them, at most, because they are pressing.
MOST, MOST_PRESSING = 5, 2
#: So many letters at the beginning of a word tell what it is about, but for a plural's; short words are passed over.
_STEM = 6
_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True)
class FirstQuestions:
    """The questions to ask first: those of what is not answered, and those that the authors put to the reader."""

    questions: tuple[Question, ...]
    of_authors: tuple[Leaf, ...]


def first_questions(
    view: View, asked: Sequence[Question], of_authors: Sequence[Leaf], catalogue: Catalogue
) -> FirstQuestions:
    """Return the few questions that bear most on a reader's asks; of those equally near the authors' own come first."""
    urgent = pressing(asked)[:MOST_PRESSING]
    texts: list[tuple[Question | Leaf, str]] = [(one, str(one)) for one in of_authors]
    texts += [(one, _about(one, catalogue) or words_of(one, catalogue)) for one in asked if one not in urgent]
    stems = [_stems([text]) for _, text in texts]
    weights = Counter(stem for some in stems for stem in some)
    sought = _stems(_asks(view))
    nearness = [sum(1 / weights[stem] for stem in sorted(some & sought)) for some in stems]
    order = sorted(range(len(texts)), key=lambda at: (-round(nearness[at], 6), at))
    chosen = [texts[at][0] for at in order[: MOST - len(urgent)]]
    return FirstQuestions(
        _together([*urgent, *(one for one in chosen if isinstance(one, Question))], catalogue),
        tuple(one for one in chosen if isinstance(one, Leaf)),
    )


def _together(questions: Sequence[Question], catalogue: Catalogue) -> tuple[Question, ...]:
    """Return questions in their order, but for those about the same thing, which follow the first of them."""
    about = [_about(one, catalogue) or words_of(one, catalogue) for one in questions]
    return tuple(one for _, one in sorted(zip(about, questions, strict=True), key=lambda pair: about.index(pair[0])))


def words_of(question: Question, catalogue: Catalogue) -> str:
    """Return the wording of a question; there may be another for a case that is over."""
    keys = [f"past_questions.{question.key}"] * question.is_past + [f"questions.{question.key}"]
    key = next(filter(catalogue.has, keys), None)
    if key:
        return catalogue.say(key)
    named = next(filter(catalogue.has, (f"fields.{step}" for step in reversed(question.key.split(".")))))
    return catalogue.say("open_questions.of_field", field=catalogue.say(named))


def _about(question: Question, catalogue: Catalogue) -> str:
    about = question.about
    point = f"readiness.{question.file}.{about}" if isinstance(about, Leaf) else ""
    if catalogue.has(point):
        return catalogue.say(point)
    return name_of(about) if isinstance(about, Node) else str(about or "")


def _asks(view: View) -> Iterator[str]:
    """Return what a reader is asked, what is recommended, and the bottom line."""
    pages = view.root.case.front_pages
    for one in (*pages.track_i.asks, *pages.track_ii.needs):
        yield f"{one.ask} {one.of or ''} {one.occasion or ''}"
    yield str(pages.track_i.bottom_line or pages.track_ii.purpose or "")
    yield from (str(one.option) for one in pages.track_i.options if one.recommended)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM].casefold().rstrip("s") for text in texts for word in _WORD.findall(text))
