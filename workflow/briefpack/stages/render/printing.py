"""Printing: how values of a view are worded and escaped in a pack, and the filters and functions of templates."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from briefpack.case.amounts import Approximate
from briefpack.case.dates import PartialDate
from briefpack.disclosure.bearing import said_of
from briefpack.disclosure.inside import inside, reference
from briefpack.disclosure.questions import Question
from briefpack.disclosure.view import Items, Leaf, Node
from briefpack.house.wording import UnknownWording
from briefpack.problems import TemplateMistake
from briefpack.stages.render import sheets
from briefpack.stages.render.asking import reason_told
from briefpack.stages.render.citing import of_the_case
from briefpack.stages.render.dates import date_in, on_weekday
from briefpack.stages.render.foremost import words_of
from briefpack.stages.render.grouping import by_day, grouped
from briefpack.stages.render.markdown import callouts, paragraphs
from briefpack.stages.render.noting import Noting
from briefpack.stages.render.stops import is_sentence, unmarked, with_notes
from briefpack.text.escaping import escaped, settled, unescaped
from briefpack.text.quoting import repeated

#: So many questions about one item, or letters of what the same is asked of, are a list of their own below it.
_ON_ONE_LINE = 3
_NAMES_ON_ONE_LINE = 120
#: The filters that are called as the method which words something.
_FILTERS = (
    *("asked", "borne_out", "capital", "cited", "disputed", "drawn", "fact_box", "gathered", "in_cell", "in_sentence"),
    *("listed", "notes", "plain", "quoted", "reference", "short_reference", "together", "verification"),
)


class Printer(Noting):
    """Words values for the readers of one language, and remembers which sources were cited, in order.

    Jinja calls it as `finalize` for every `{{ ... }}`: it refuses an absent value, and one that cannot be printed. Only
    a pack needs `citations`, the style its sources are set in.
    """

    def __call__(self, value: Any) -> str:
        """Return a value as Markdown; raise TemplateMistake if it cannot be printed, AbsentValue if it is absent."""
        if isinstance(value, str):
            return value
        if isinstance(value, Leaf):
            return escaped(self.worded(value))
        if isinstance(value, Node):
            return self(self._headline(value))
        if isinstance(value, PartialDate | Approximate):
            return self.catalogue.in_words(value)
        if isinstance(value, Items | tuple | list):
            return self.catalogue.list([self(inner) for inner in value])
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.catalogue.number(value)
        if isinstance(value, date):
            return value.isoformat()
        if not isinstance(value, bool):
            str(value)  # raises the error of an absent or undefined value
        raise TemplateMistake("this is not something that can be printed: print a field, a filter's result or a text")

    def worded(self, leaf: Leaf) -> str:
        """Return a value in words, not yet escaped: an enumeration's word, a date, a number, yes or no, or the text."""
        self.places_told |= leaf.said_at
        self.places_worded |= leaf.said_at
        if leaf.shape.words:
            return self.catalogue.word(leaf.shape.name, leaf.value)
        if isinstance(leaf.value, bool):
            return self.catalogue.say("words.yes" if leaf.value else "words.no")
        return leaf.in_words if leaf.shape.is_topic else self(leaf.value)

    def _headline(self, node: Node) -> Any:
        """Return the headline of an item, which names it; it may be a reference."""
        headline = inside(node).kind.headline
        if headline is None:
            str(node)
        self.places_told.add((*inside(node).path, str(headline)))
        return getattr(node, str(headline))

    def filters(self) -> dict[str, Callable[..., Any]]:
        """Return the filters that templates have beside Jinja's own."""
        named: dict[str, Any] = {"by_day": by_day, "grouped": grouped, "paragraphs": self.in_paragraphs}
        callout, days = callouts(self.catalogue.say("document.callouts")), partial(on_weekday, self)
        return {**named, "callout": callout, "on_weekday": days, **{one: getattr(self, one) for one in _FILTERS}}

    def globals(self) -> dict[str, Callable[..., Any]]:
        """Return the functions that templates have."""
        return {
            "is_printed": self.is_printed,
            "say": self.say,
            "is_scale_due": self.is_scale_due,
            "scale_is_used": self.scale_is_used,
            "has_wording": self.catalogue.has,
            "interval": self.interval,
            "cited_sources": self.cited_sources,
            "notes_given": self.notes_given,
            "codings": self.codings,
            "is_coding_due": self.is_coding_due,
            "untold": self.untold,
            "sign": self.signs.sign,
            "signs_given": self.signs.given,
        }

    def say(self, key: str, /, **values: Any) -> str:
        """Return wording of the catalogue, its placeholders filled with values of the view, plain texts and numbers."""
        filled = {
            name: value if type(value) is int or isinstance(value, Approximate) else str.__str__(self.printed(value))
            for name, value in values.items()
        }
        try:
            return self.catalogue.say(key if self.catalogue.has(key) else repeated(key), **filled)
        except UnknownWording as fault:
            raise TemplateMistake(str(fault)) from None

    def interval(self, start: Any, end: Any) -> str:
        """Return the words for the time from one date to another; an absent date leaves that end open."""
        for places in (self.places_told, self.places_worded):
            places.update(leaf.path for leaf in (start, end) if isinstance(leaf, Leaf))
        return self.catalogue.interval(date_in(start), date_in(end))

    def untold(self, questions: Iterable[Question]) -> list[tuple[Question, ...]]:
        """Return the questions that do not apply and whose reason the pack has not printed so far, by that reason."""
        untold = [one for one in questions if one.reason is not None and one.reason.path not in self.places_told]
        return [tuple(same) for _, same in groupby(untold, key=reason_told)]

    def asked(self, questions: Question | tuple[Question, ...], *, in_line: bool = False, slanted: bool = False) -> str:
        """Return an open question, or several about the same, with what they are about; in a list, or `in_line`.

        In a run of text what they are about can be `slanted`, so that it stands out.
        """
        every = questions if isinstance(questions, tuple) else (questions,)
        if not every or not all(isinstance(one, Question) for one in every):
            raise TemplateMistake("this takes an open question, as in pack.questions, or those about one item")
        asked = list(dict.fromkeys(words_of(one, self.catalogue) for one in every))
        if every[0].about is None:
            return " ".join(asked)
        names = list(dict.fromkeys(map(self._asked_of, every)))
        if len(names) > 1 and not in_line and len("".join(names)) > _NAMES_ON_ONE_LINE:
            lead = self.catalogue.say("open_questions.one_by_one_below")
            return f"{lead}: {' '.join(asked)}" + "".join(f"\n  - {name}" for name in names)
        named = names[0] if len(names) == 1 else self._one_by_one(names)
        if in_line or len(asked) < _ON_ONE_LINE:
            return f"*{named}:* {' '.join(asked)}" if slanted else f"{named}: {' '.join(asked)}"
        return f"{named}:" + "".join(f"\n  - {one}" for one in asked)

    def _one_by_one(self, names: Iterable[str]) -> str:
        """Return the words for several things of which the same is asked."""
        quoted = [self.catalogue.say("coordination.named", name=name) for name in names]
        return self.catalogue.say("open_questions.one_by_one", names=self.catalogue.list(quoted))

    def _asked_of(self, question: Question) -> str:
        """Return what the item is called that an open question is about."""
        self.places_told.add(question.names)
        point = f"readiness.{question.file}.{question.about}" if isinstance(question.about, Leaf) else ""
        about = self.catalogue.say(point) if self.catalogue.has(point) else question.about
        return self.capital(about).rstrip(".")

    def capital(self, value: Any) -> str:
        """Return wording with a capital letter, to begin a line; a text of the case stays as it was typed."""
        text = self(value)
        while isinstance(value, Node):
            value = self._headline(value)
        is_typed = not isinstance(value, str) and not (isinstance(value, Leaf) and not value.shape.is_text)
        return text if is_typed else self.catalogue.capital(text)

    def plain(self, value: Any) -> str:
        """Return a value without its notes and marks."""
        return with_notes(self(value), "")

    def listed(self, values: Iterable[Any]) -> str:
        """Return values as a list in a sentence."""
        return self.catalogue.list([self.printed(value) for value in values]) + self.of_all(values)

    def in_paragraphs(self, value: Any) -> str:
        """Return a text with its paragraphs kept, then its notes and marks."""
        if not isinstance(value, Leaf):
            return self(value)
        return self.told("\n\n".join(paragraphs(self.worded(value))), value.about)

    def quoted(self, value: Any) -> str:
        """Return a value as a quoted YAML text for the front matter, escaped as Markdown."""
        return json.dumps(settled(escaped(unescaped(unmarked(self(value))))), ensure_ascii=False)

    def printed(self, value: Any) -> str:
        """Return a value as `{{ ... }}` prints it: with what is said of it or, for an item, of the reference to it.

        The filters `cited` and `notes` print what is said of the item itself and of its headline.
        """
        if isinstance(value, Node):
            return self.told(self(value), reference(value).about, of=value)
        if isinstance(value, Items):
            return self.listed(value)
        return self.told(self(value), value.about, of=value) if isinstance(value, Leaf) else self(value)

    def cited(self, value: Any, item: Node | None = None) -> str:
        """Return a value with a note for each of its sources, and marks for doubts about it.

        With `item`, also with what is said of that item as a whole.
        """
        if isinstance(value, Items):
            return self(value) + self.of_all(value)
        return self.told(self(value), *said_of(value, item and of_the_case(item)), of=value)

    def in_sentence(self, value: Leaf, sentence: str) -> str:
        """Return a sentence that says a value, with what is said about that."""
        self.worded(value)
        return self.told(sentence, value.about, of=value)

    def in_cell(self, value: Any, item: Node | None = None) -> str:
        """Return a value as `cited` does; one that nobody knows, and words for one, so that tables can gather them."""
        if isinstance(value, Leaf) and value.is_unknown:
            return sheets.empty(self(value), self.notes(value, item))
        return sheets.empty(value) if isinstance(value, str) else self.cited(value, item)

    def fact_box(self, rows: str) -> str:
        """Return rows of two cells as a sheet of facts; an empty text for none."""
        return sheets.fact_box(rows, self.catalogue.say("evidence.not_known"))

    def gathered(self, table: str, said: str = "", columns: Iterable[Any] = ()) -> str:
        """Return a table with its empty values told in a line below, after `said`, and without its empty columns."""
        return sheets.gathered_in(self.catalogue, table, said, list(map(self, columns)))

    def notes(self, value: Any, item: Node | None = None) -> str:
        """Return the notes and marks of a value, without the value."""
        if isinstance(value, Items):
            return self.of_all(value)
        said = ((about, self._coding(value, about)) for about in said_of(value, item and of_the_case(item)))
        return self.told_elsewhere(said, lambda: self.called(value))

    def together(self, values: Iterable[Any]) -> str:
        """Return values as one text, each cited: sentences follow each other, other values are joined by semicolons."""
        run = between = ""
        for value in values:
            run += between + self.cited(value, value if isinstance(value, Node) else None)
            between = " " if is_sentence(self(value)) else "; "
        return run + self.of_all(values)

    def of_all(self, values: Iterable[Any]) -> str:
        """Return the notes and marks of a list as a whole; an empty text if the values are no list of the case."""
        if not isinstance(values, Items):
            return ""
        said = self.told_elsewhere([(values.about, self._coding(values, values.about))], lambda: self.called(values))
        return with_notes("", said + self.signs.sign("of_all")) if said and len(values) > 1 else said
