"""Blame: whether an exception in a rendering is a mistake of the template or a style, or a fault of briefpack.

Templates call functions of Jinja, of Python and of ours. An exception in the template's own line, or in a library that
it called, is the template's mistake. One in our code is ours, unless the template gave us arguments of a wrong type.
"""

from __future__ import annotations

import functools
import inspect
import typing
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from types import CodeType, TracebackType, UnionType
from typing import Any, TypeVar

import jinja2

from briefpack.problems import TemplateMistake

_OURS, _JINJA = str(Path(__file__).parents[2]), str(Path(jinja2.__file__).parent)
_Given = TypeVar("_Given")
#: A template that includes itself is on the stack many times. No template that ends is there this often.
_WITHOUT_END = 30


def handed_on(function: Callable[..., _Given], *values: Any, **named: Any) -> _Given:
    """Return the result of a function of Python's or Jinja's, called with arguments from a template.

    An exception in it, with none of our functions in between, is the template's mistake: `is_of_template` looks for the
    name of this function on the stack.
    """
    return function(*values, **named)


def held_to_types(function: Callable[..., _Given]) -> Callable[..., _Given]:
    """Return one of our functions for templates, which blames the template if it fails on arguments of a wrong type.

    The types are looked at only after it failed.
    """

    @functools.wraps(function)
    def called(*values: Any, **named: Any) -> _Given:
        try:
            return function(*values, **named)
        except TemplateMistake:
            raise
        except Exception:
            if _takes(function, values, named):
                raise
            name = getattr(function, "__name__", "this")
            raise TemplateMistake(f"'{name}' does not take what it is given here: see templates/README.md") from None

    return called


def is_of_template(fault: Exception, files: Collection[str]) -> bool:
    """Return whether an exception is the mistake of a template; `files` are those of the compiled templates."""
    if isinstance(fault, jinja2.TemplateError | TemplateMistake):
        return True
    stack = list(_stack(fault.__traceback__))
    in_templates = [place for place, code in enumerate(stack) if code.co_filename in files]
    if isinstance(fault, RecursionError):
        return len(in_templates) > _WITHOUT_END or _most_frequent(stack).co_filename.startswith(_JINJA)
    ours = [code for code in stack[in_templates[-1] :] if _is_ours(code)] if in_templates else []
    return bool(in_templates) and (not ours or ours[-1] is handed_on.__code__)


def is_ours(fault: Exception, library: str) -> bool:
    """Return whether an exception in a library, or on the way to it, is a fault of our code.

    `library` is the folder of a library that works out what a user wrote, and may call our code for it. What fails in
    our code, with none of the library in between, is ours. So is what calls itself without end and does not come by the
    library.
    """
    if isinstance(fault, TemplateMistake):
        return False
    stack = list(_stack(fault.__traceback__))
    in_library = [place for place, code in enumerate(stack) if code.co_filename.startswith(library)]
    if isinstance(fault, RecursionError):
        return not in_library or in_library[-1] < len(stack) - _WITHOUT_END
    return any(map(_is_ours, stack[in_library[-1] :] if in_library else stack))


def _stack(trace: TracebackType | None) -> Iterator[CodeType]:
    while trace is not None:
        yield trace.tb_frame.f_code
        trace = trace.tb_next


def _is_ours(code: CodeType) -> bool:
    return code.co_filename.startswith(_OURS)


def _most_frequent(stack: list[CodeType]) -> CodeType:
    return max(stack, key=stack.count)


def _takes(function: Callable[..., Any], values: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Return whether the arguments have the number and the types that a function declares."""
    shape, kinds = inspect.signature(function), typing.get_type_hints(function)
    try:
        bound = shape.bind(*values, **named)
    except TypeError:
        return False
    for name, value in bound.arguments.items():
        kind = kinds.get(name, Any)
        parameter = shape.parameters[name].kind
        many = value if parameter is inspect.Parameter.VAR_POSITIONAL else [value]
        many = value.values() if parameter is inspect.Parameter.VAR_KEYWORD else many
        if not all(_is_of(kind, one) for one in many):
            return False
    return True


def _is_of(kind: Any, value: Any) -> bool:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is Any:
        return True
    if origin in (typing.Union, UnionType):
        return any(_is_of(one, value) for one in inner)
    if origin is not None and issubclass(origin, Iterable) and len(inner) == 1:
        return isinstance(value, origin) and all(_is_of(inner[0], one) for one in value)
    return isinstance(value, origin or kind)
