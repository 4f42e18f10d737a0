"""Texts: what templates may do with typed texts, so that these are printed as they were typed.

A text of the case is shielded before it is cut, changed or joined. A text that a template has printed is Markdown. It
can be printed again, joined and compared; cutting it is refused, since that could part a backslash from its sign.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn, SupportsIndex

from jinja2 import Environment, pass_environment
from jinja2.filters import make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from briefpack.disclosure.view import Leaf
from briefpack.problems import TemplateMistake
from briefpack.stages.render.blame import handed_on, held_to_types
from briefpack.stages.render.bounds import limit
from briefpack.text.escaping import on_one_line, unescaped
from briefpack.text.shielding import shielded

_CUT = "what a template has printed cannot be cut or changed: change the field itself before it is printed"
#: Filters that take a text; those that cut it; methods that ask about it; methods that leave it whole.
_OF_TEXTS = frozenset(
    """
    batch capitalize center count first indent last length list lower replace reverse slice string title trim truncate
    upper wordcount wordwrap
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
_CUTTING = frozenset({"batch", "first", "last", "list", "reverse", "slice", "truncate", "wordwrap"})
_ASKING = frozenset({"count", "endswith", "find", "startswith"})
_WHOLE = frozenset({"capitalize", "isdigit", "join", "lower", "lstrip", "replace", "rstrip", "strip", "title", "upper"})
#: An id, from which templates make keys of the wording.
_NAME = re.compile(r"[a-z](?:\w*[a-z\d])?")
#: Filters and methods that look for one text in another.
_SEEKING = frozenset(
    """
    count endswith find lstrip partition removeprefix removesuffix replace rpartition rstrip split startswith strip
    trim
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)


class PrintedMarkdown(str):
    """Markdown that a template has printed."""

    __slots__ = ()

    def __getitem__(self, key: SupportsIndex | slice) -> NoReturn:
        raise TemplateMistake(_CUT)

    def __iter__(self) -> Iterator[str]:
        raise TemplateMistake(_CUT)


def as_text(value: Any) -> Any:
    """Return a text of the case, or a field that holds one, shielded; anything else as it is."""
    if isinstance(value, Leaf) and isinstance(value.value, str):
        is_name = not value.shape.is_text and _NAME.fullmatch(value.value)
        return str(value) if value.shape.words or is_name else shielded(on_one_line(value.value))
    return value


def put_together(pieces: list[Any], between: Any = "") -> str:
    """Return texts as one."""
    texts, between = [as_text(piece) for piece in pieces], as_text(between)
    joined = [str(text) for text in texts]
    limit(sum(map(len, joined)) + len(joined) * len(str(between)))
    made: str = _like(str(between).join(joined), *texts, between)
    return made


@pass_environment
def join(environment: Environment, value: Iterable[Any], d: Any = "", attribute: str | int | None = None) -> str:
    """Return values as one text, as Jinja's own filter does."""
    get = make_attrgetter(environment, attribute) if attribute is not None else as_text
    return put_together([get(one) for one in value], d)


def printing(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return one of our own filters or functions so that its texts count as printed Markdown."""

    held = held_to_types(function)

    @functools.wraps(function)
    def printed(*values: Any, **named: Any) -> Any:
        plain = {name: _plain(value) for name, value in named.items()}
        given = held(*map(_plain, values), **plain)
        return PrintedMarkdown(given) if isinstance(given, str) else given

    return printed


def filtered(name: str, sift: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of Jinja's that shields typed texts and keeps printed ones Markdown."""
    if name not in _OF_TEXTS:
        return sift

    @functools.wraps(sift)
    def sifted(*values: Any, **named: Any) -> Any:
        given = [as_text(value) for value in values]
        at = next((at for at, one in enumerate(given) if not isinstance(one, Environment | EvalContext | Context)), 0)
        text, asked = given[at], given[at + 1 :]
        if isinstance(text, PrintedMarkdown) and (name in _CUTTING or (asked and name in ("replace", "trim"))):
            _refuse_to_cut(name, asked)
        return _like(sift(*given[:at], *_sought(name, text, [text, *asked]), **named), *given)

    return sifted


def method(name: str, own: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method of a text that shields typed texts and keeps printed ones Markdown."""

    def called(*values: Any, **named: Any) -> Any:
        given = [as_text(value) for value in values]
        if not isinstance(own, PrintedMarkdown):
            inner = [list(map(as_text, one)) if isinstance(one, list | tuple) else one for one in given]
            inner = inner if name == "join" else given
            texts = inner[0] if name == "join" and inner and isinstance(inner[0], list) else given
            return _like(handed_on(function, *_sought(name, own, [own, *inner])[1:], **named), *texts)
        if name in _ASKING:
            return handed_on(getattr(unescaped(own), name), *given, **named)
        if name not in _WHOLE or (given and name != "join"):
            _refuse_to_cut(name, given)
        return _like(handed_on(function, *given, **named), own)

    called.__name__ = name
    return called


def _refuse_to_cut(name: str, asked: list[Any]) -> None:
    """Raise TemplateMistake for a change of a printed text, unless it replaces words without a backslash."""
    if name != "replace" or not asked or not str(asked[0]).strip() or "\\" in str(asked[0]):
        raise TemplateMistake(_CUT)


def _sought(name: str, text: Any, given: list[Any]) -> list[Any]:
    """Return the arguments of a search, with the text that is looked for shielded if it stands so in the other."""
    if name not in _SEEKING or len(given) < 2 or isinstance(text, PrintedMarkdown) or not isinstance(text, str):
        return given
    sought = given[1]
    if isinstance(sought, tuple):
        given[1] = tuple(_seen(one, text) if isinstance(one, str) else one for one in sought)
    elif isinstance(sought, str):
        given[1] = _seen(sought, text)
    return given


def _seen(sought: str, text: str) -> str:
    return shielded(sought) if shielded(sought) in text else sought


def _like(given: Any, *texts: Any) -> Any:
    """Return a text as printed Markdown if one of the texts that it was made from is."""
    is_printed = isinstance(given, str) and any(isinstance(text, PrintedMarkdown) for text in texts)
    return PrintedMarkdown(given) if is_printed else given


def _plain(value: Any) -> Any:
    return str.__str__(value) if isinstance(value, PrintedMarkdown) else value
