"""CSL variables: groups, macros and labels of a style are left out if all the variables that they call are empty.

citeproc-py asks which variables a group could call, and does not ask this of macros and labels. CSL asks which
variables were called while this source was set.
"""

from __future__ import annotations

from collections import deque
from collections.abc import MutableSequence
from contextvars import ContextVar
from typing import Any

from citeproc.model import Choose as ChooseElement  # type: ignore[import-untyped]
from citeproc.model import CitationStylesElement
from citeproc.model import Date as DateElement
from citeproc.model import Else as ElseElement
from citeproc.model import Else_If as ElseIfElement
from citeproc.model import Group as GroupElement
from citeproc.model import If as IfElement
from citeproc.model import Label as LabelElement
from citeproc.model import Macro as MacroElement
from citeproc.model import Names as NamesElement
from citeproc.model import Number as NumberElement
from citeproc.model import Text as TextElement

#: For each variable that the innermost group or macro has called so far: whether it had a value. Not kept outside one.
_CALLED: ContextVar[MutableSequence[bool]] = ContextVar("called", default=deque(maxlen=0))  # noqa: B039 - it keeps nothing


class _Calling:
    """An element that may call a variable. A suffix of a year does not count as one: the style makes it."""

    def render(self, item: Any, *context: Any, **options: Any) -> Any:
        """Return the value of the variable, and note whether it has one."""
        text = None
        try:
            text = super().render(item, *context, **options)  # type: ignore[misc]
        finally:
            if self.get("variable") not in (None, *TextElement.generated_variables):  # type: ignore[attr-defined]
                _CALLED.get().append(bool(text))
        return text


class _Conditional:
    """An element that is "suppressed if all variables that are called are empty".

    The specification of CSL says this of `cs:group`; other processors do the same with a macro. To a group around it,
    the element is itself a variable: empty if it was left out, otherwise with a value. If nothing in it can call a
    variable, it is a fixed text.
    """

    def render(self, item: Any, *context: Any, **options: Any) -> Any:
        """Return the text of the element, or None if it called variables and none of them had a value."""
        called: list[bool] = []
        around = _CALLED.set(called)
        try:
            text = super().render(item, *context, **options)  # type: ignore[misc]
        finally:
            _CALLED.reset(around)
        if called and not any(called):
            text = None
        if called or (text and self.calls_variable()):  # type: ignore[attr-defined]
            _CALLED.get().append(bool(text))
        return text


#: The variables that must be empty for a branch to be taken; for an "else", those that the branches before it ask for.
_MISSING = "@variable[../@match = 'none'] | self::cs:else/../*/@variable"
#: The variables that the group or macro around a branch prints.
_WANTED = "ancestor::*[self::cs:group or self::cs:macro][1]//*[not(self::cs:if or self::cs:else-if)]/@variable"


#: Variables that place a work within a larger one, and the variables that a branch asks for, whatever the type.
_WHEREABOUTS = frozenset({"issue", "number", "page", "volume"})
_ASKED = "@variable[../@match = 'none' and not(../@type)] | self::cs:else[not(../*/@type)]/../*/@variable"


class _Alternative:
    """A branch that may print a fixed text in place of a variable, such as "no date"; this counts as a value.

    A text for a work without volume, issue and pages is left out. It may say that the work is a preprint, which nobody
    has said: these variables may be unknown or withheld.
    """

    def render(self, item: Any, *context: Any, **options: Any) -> Any:
        """Return the text of the branch, and note a value if it stands for a variable and calls none itself."""
        called = _CALLED.get()
        before = len(called)
        text = super().render(item, *context, **options)  # type: ignore[misc]
        asked = self._names(_ASKED)
        is_said = text and any(letter.isalpha() for letter in str(text)) and not self.calls_variable()  # type: ignore[attr-defined]
        if is_said and asked and asked <= _WHEREABOUTS:
            return None
        if text and len(called) == before:
            missing, wanted = self._names(_MISSING), self._names(_WANTED)
            called.extend([True] if missing & (wanted or missing) else [])
        return text

    def _names(self, path: str) -> set[str]:
        return {name for names in self.xpath_search(path) for name in names.split()}  # type: ignore[attr-defined]


class Text(_Calling, TextElement, CitationStylesElement):  # type: ignore[misc]
    """A variable, a macro, a term or a fixed text."""


class Number(_Calling, NumberElement, CitationStylesElement):  # type: ignore[misc]
    """A number."""


class Date(_Calling, DateElement, CitationStylesElement):  # type: ignore[misc]
    """A date."""


class Names(_Calling, NamesElement, CitationStylesElement):  # type: ignore[misc]
    """Names, or what stands in for them."""


class Macro(_Conditional, MacroElement, CitationStylesElement):  # type: ignore[misc]
    """A macro."""


class Group(_Conditional, GroupElement, CitationStylesElement):  # type: ignore[misc]
    """A group."""

    def process(self, item: Any, context: Any = None, **options: Any) -> Any:
        """Return the text of the group."""
        return self.render_children(item, delimiter=self.get("delimiter", ""), context=context, **options)

    def calls_variable(self) -> bool:
        """Return whether anything in the group calls a variable."""
        return any(child.calls_variable() for child in self)


class Choose(ChooseElement, CitationStylesElement):  # type: ignore[misc]
    """A choice between branches."""

    def render(self, item: Any, *context: Any, **options: Any) -> Any:
        """Return the text of the branch that is taken, and note an empty variable if no branch was."""
        called = _CALLED.get()
        before = len(called)
        text = super().render(item, *context, **options)
        if not text and len(called) == before and self.calls_variable():
            called.append(False)
        return text


class If(_Alternative, IfElement, CitationStylesElement):  # type: ignore[misc]
    """A branch with a condition."""


class Else_If(_Alternative, ElseIfElement, CitationStylesElement):  # type: ignore[misc]  # noqa: N801 - called as in CSL
    """A branch with a condition, where none before it holds."""


class Else(_Alternative, ElseElement, CitationStylesElement):  # type: ignore[misc]
    """The branch where no condition holds."""


class Label(LabelElement, CitationStylesElement):  # type: ignore[misc]
    """The term for a number: "only rendered if the selected variable is non-empty"."""

    def process(self, item: Any, variable: str | None = None, *context: Any, **options: Any) -> Any:
        """Return the term, or None if the source has no such number."""
        name = self.get("variable")
        has_number = item.has_locator if name == "locator" else name in item.reference
        return super().process(item, variable, *context, **options) if variable or has_number else None
