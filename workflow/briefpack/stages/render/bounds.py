"""Bounds: how many steps the templates of a pack may take, and how long a text they may make.

A template that loops without end, or doubles a text again and again, is stopped by counting steps, not by a clock. So
it is stopped at the same place on every machine. A text is measured before it is made.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer

from briefpack.disclosure.view import Leaf
from briefpack.problems import TemplateMistake
from briefpack.stages.render.blame import handed_on

#: The largest number that templates multiply or give to a filter, and the longest text that they put together.
LARGEST, LONGEST, LONGEST_RANGE = 1_000, 2_000_000, 100_000
#: The most rounds of loops and calls of one pack, and the most values and bytes of text that it prints. A pack of the
#: Inter-Tajik Dialogue takes a hundred thousand bytes, and XML is read back with no text of more than ten million.
MOST_STEPS, MOST_VALUES, MOST_BYTES = 5_000_000, 2_000_000, 9_000_000
#: The seconds that a pack of the Inter-Tajik Dialogue takes, with 1,500 steps; a hundred times that is the last
#: limit, checked every so many steps.
USUAL_SECONDS, _LOOKS = 0.6, 64
MOST_SECONDS = 100 * USUAL_SECONDS
#: The containers that templates can make.
_HOLDING = (list, tuple, dict)
_ROUNDS = "the templates of a pack take too many steps: a loop or a macro goes round too often here"
_LONG = f"this text would be longer than {LONGEST} letters: no pack holds such a text"
_NUMBER = f"numbers up to {LARGEST} are allowed here: to repeat a text, write it out"
_RANGE = f"range() gives at most {LONGEST_RANGE} numbers: a loop goes round too often here"
_PRINTED = "the templates print more than any pack holds: a loop goes round too often here"


class Bounds:
    """What the templates of one pack have done so far."""

    def __init__(self) -> None:
        self._steps, self._values, self._bytes = 0, 0, 0
        self._began = time.process_time()

    def step(self) -> None:
        """Count one round of a loop, or a call."""
        self._steps += 1
        is_late = not self._steps % _LOOKS and time.process_time() - self._began > MOST_SECONDS
        if is_late or self._steps > MOST_STEPS:
            raise TemplateMistake(_ROUNDS)

    def printed(self, text: str) -> None:
        """Count the values and bytes that are printed."""
        self._values += 1
        self._count(_bytes(text))
        if self._values > MOST_VALUES:
            raise TemplateMistake(_PRINTED)

    def _count(self, size: int) -> None:
        self._bytes += size
        if self._bytes > MOST_BYTES:
            raise TemplateMistake(_PRINTED)

    def made(self, thing: Any) -> Any:
        """Return a value that a template made, after counting its texts, so that it fits into memory.

        A list that holds the same list many times counts as often as it would be printed.
        """
        if isinstance(thing, str):
            self._count(_bytes(thing))
        elif type(thing) in _HOLDING:
            size, waiting = 0, [thing]
            while waiting:
                one = waiting.pop()
                held = one.values() if type(one) is dict else one
                self.step()
                size += len(held) + sum(len(each) for each in held if isinstance(each, str))
                limit(size)
                waiting += [each for each in held if type(each) in _HOLDING]
        return thing

    def rounds(self, things: Iterable[Any], size: int) -> Iterator[Any]:
        """Return the items of a loop one by one, each counted with the fixed text of the loop."""
        return self._counted(handed_on(iter, things), size)

    def _counted(self, things: Iterator[Any], size: int) -> Iterator[Any]:
        for thing in things:
            self.step()
            self._count(size)
            yield thing


def _bytes(text: str) -> int:
    """Return the length of a text in the file, in bytes."""
    return len(text) if text.isascii() else len(text.encode(errors="replace"))


def limit(length: int) -> None:
    """Refuse a text or a list that would be longer than allowed."""
    if length > LONGEST:
        raise TemplateMistake(_LONG)


def spanned(*numbers: int) -> range:
    """Return `range` for templates; refuse one that is longer than any loop may be."""
    given = handed_on(range, *numbers)
    if given[LONGEST_RANGE:]:
        raise TemplateMistake(_RANGE)
    return given


def bounded(name: str, function: Callable[..., Any], *own: str) -> Callable[..., Any]:
    """Return a function for templates that measures its result before making it; of a method, `own` is the text."""

    @functools.wraps(function)
    def measured(*values: Any, **named: Any) -> Any:
        every = (*own, *values, *named.values())
        if any(isinstance(one, int) and not isinstance(one, bool) and abs(one) > LARGEST for one in every[1:]):
            raise TemplateMistake(_NUMBER)
        limit(_length(name, every))
        return handed_on(function, *values, **named)

    return measured


def _length(name: str, values: tuple[Any, ...]) -> int:
    """Return the largest length of a text that is made from these values."""
    texts = [str(one) for one in values if isinstance(one, str | Leaf)]
    numbers = [one for one in values if isinstance(one, int)]
    if name == "join":
        pieces = next((one for one in values if isinstance(one, list | tuple)), ())
        return sum(len(one) for one in pieces if isinstance(one, str)) + len(pieces) * sum(map(len, texts))
    total, longest = sum(map(len, texts)), max(map(len, texts[1:]), default=0)
    if name == "replace" and len(texts) > 1:
        return total + (texts[0].count(texts[-2]) if len(texts) > 2 else len(texts[0])) * len(texts[-1])
    if name == "indent" and texts:
        return total + texts[0].count("\n") * max([longest, *numbers])
    return total + len(texts[0]) * longest if name == "wordwrap" and texts else total


def counted(tree: nodes.Template) -> nodes.Template:
    """Return a template whose loops and joined texts are counted."""
    for loop in tree.find_all(nodes.For):
        size = sum(_bytes(data.data) for data in loop.find_all(nodes.TemplateData))
        loop.iter = _asked("rounds", loop.iter, nodes.Const(size))
    for joint in list(tree.find_all(nodes.Concat)):
        joint.nodes = [_asked("joined", *joint.nodes)]
    _Holding().visit(tree)
    return tree


class _Holding(NodeTransformer):
    """Makes templates measure each list, tuple and mapping when they make it."""

    def visit_List(self, node: nodes.Expr) -> nodes.Node:  # noqa: N802 - the name that the visitor looks for
        inner = self.generic_visit(node)
        return _asked("made", inner) if getattr(node, "ctx", "load") == "load" else inner

    visit_Tuple = visit_Dict = visit_List  # noqa: N815 - as above


class Code(CodeGenerator):
    """The code that Jinja makes from templates: `~` becomes one call, whose result is kept as it is."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - the library's own name
        """Write the one call that joins the texts of `~`."""
        self.visit(node.nodes[0], frame)


def _asked(name: str, *values: nodes.Node) -> nodes.Call:
    call = nodes.Call(nodes.EnvironmentAttribute(name), [*values], [], None, None)
    call.set_lineno(values[0].lineno)
    return call
