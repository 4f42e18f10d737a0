"""The one Jinja environment: sandboxed, strict, and looking for templates nearest to the organisation first."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

import jinja2
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from briefpack.case.dates import PartialDate, Point
from briefpack.disclosure.view import Leaf
from briefpack.house.organisation import Templates
from briefpack.problems import Place, Problem, TemplateMistake
from briefpack.stages.render.blame import handed_on, held_to_types
from briefpack.stages.render.bounds import LARGEST, Bounds, Code, bounded, counted, limit, spanned
from briefpack.stages.render.compiled import Compiled
from briefpack.stages.render.printing import Printer
from briefpack.stages.render.reach import FILTERS, Given, Reach
from briefpack.stages.render.texts import PrintedMarkdown, as_text, filtered, join, method, printing, put_together

#: The file of macros that templates import, and how a macro begins.
MACROS = "parts/macros.md.j2"
_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)")
#: Each block ends with an empty line, whatever its last tag swallows, so that two blocks are never one paragraph.
#: What Jinja says where brackets or tags do not close, and the same in words for a person.
_SYNTAX = (
    (re.compile(r"unexpected '(.+)', expected '(.+)'"), "'{1}' is missing before '{0}': close what was opened"),
    (re.compile(r"unexpected '([)}\]])'"), "'{0}' closes nothing: a bracket that should open before it is missing"),
    (
        re.compile(r"unexpected char ['\"](['\"])['\"] at \d+"),
        "a text in quotes is not closed: its second {0} is missing",
    ),
    (
        re.compile(r"expected token 'end of (?:print statement|statement block)', got '(.+)'"),
        "'{0}' is not expected here: a comma, a filter's '|' or the end of the braces is missing before it",
    ),
)
_BLOCK_ENDS = re.compile(r"^(?=[ \t]*\{%-?\s*endblock\b)", re.MULTILINE)
_PARTED = r'{{ "\n\n" }}'
#: Jinja's own functions that templates have.
_FUNCTIONS: dict[str, Callable[..., Any]] = {"dict": dict, "namespace": Namespace, "range": spanned}


class PackContext(Context):
    """The names that a template knows while it is rendered."""

    def super(self, name: str, current: Callable[[Context], Iterator[str]]) -> Any:
        """Return the function that prints the block which this one overrides."""
        return _as_given(super().super(name, current))


class PackEnvironment(ImmutableSandboxedEnvironment):
    """A Jinja environment for the packs of one organisation and audience.

    The name of a template is its path below the template library; `Templates.resolve` says which file is meant. `reach`
    lists what templates may ask for. Functions among it are called, and never printed.
    """

    context_class = PackContext
    code_generator_class = Code
    concat = staticmethod(lambda pieces: PrintedMarkdown("".join(pieces)))
    intercepted_binops = frozenset({"%", "*", "**", "+"})

    def __init__(
        self,
        templates: Templates,
        audience: str,
        printer: Printer,
        compiled: Compiled | None = None,
        computed: object = None,
    ) -> None:
        self._bounds = bounds = Bounds()
        super().__init__(
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            # A constant worked out while compiling would fail without a line, and be worded in one language for all.
            optimized=False,
            autoescape=False,
            finalize=_at_the_time(printer, bounds),
            loader=jinja2.FunctionLoader(self._load),
            cache_size=-1,
            bytecode_cache=compiled,
        )
        self.root, self._templates, self._audience = templates.root, templates, audience
        self._reach, self._asked_for = Reach(computed), printer.asked_for
        self.filters = {name: filtered(name, bounded(name, self._at_once(self.filters[name]))) for name in FILTERS}
        self.filters["join"] = held_to_types(join)
        self.filters |= {name: printing(sift) for name, sift in printer.filters().items()}
        own = {name: printing(function) for name, function in printer.globals().items()}
        self.globals = {name: Given(function) for name, function in (_FUNCTIONS | own).items()}
        self.made = Given(bounds.made)
        self.rounds, self.joined = Given(bounds.rounds), Given(lambda *pieces: put_together([*pieces]))

    def _parse(self, source: str, name: str | None, filename: str | None) -> jinja2.nodes.Template:
        return counted(super()._parse(source, name, filename))

    def call(__self, __context: Context, __obj: Any, *values: Any, **named: Any) -> Any:  # noqa: N805
        """Return the result of a call from a template, and count the call and the size of its result."""
        __self._bounds.step()
        return __self._bounds.made(handed_on(super().call, __context, __obj, *values, **named))

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:  # noqa: ARG002
        """Return whether a template may ask a value of this kind for an attribute: only if it is listed in `reach`."""
        return self._reach.is_open(obj, attr)

    def is_safe_callable(self, obj: object) -> bool:
        """Return whether templates may call this: functions given to them, macros and loops.

        An undefined name may be called, too: it then says that it is undefined.
        """
        return isinstance(obj, Given | Macro | LoopContext | Undefined)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the attribute that a template asks for with a dot."""
        self._asked_for(obj, attribute)
        found = super().getattr(obj, attribute)
        if isinstance(found, Undefined) and self._reach.must_have(obj, attribute):
            # Jinja would take an error in one of our properties for a name that does not exist.
            found = getattr(obj, attribute)
        return _as_given(found, obj)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return the item that a template asks for in square brackets."""
        self._asked_for(obj, argument)
        return _as_given(super().getitem(obj, argument), obj)

    def wrap_str_format(self, value: object) -> None:
        """Return None: `format` and `format_map` get no special treatment, since they are not listed in `reach`."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return the result of an operator; `%` is refused for texts, since it could print how objects are made."""
        if operator == "+":
            if all(isinstance(as_text(one), str) for one in (left, right)):
                return self._bounds.made(put_together([left, right]))
            limit(sum(len(one) for one in (left, right) if isinstance(one, str | list | tuple)))
        elif operator != "%":
            if not all(isinstance(one, int | float) and abs(one) <= LARGEST for one in (left, right)):
                raise TemplateMistake(f"'{operator}' is for numbers up to {LARGEST}: to repeat a text, write it out")
        elif not isinstance(left, int | float):
            raise TemplateMistake("'%' is for numbers: put texts together with '~', or word them in the catalogue")
        return self._bounds.made(handed_on(super().call_binop, context, operator, left, right))

    def _at_once(self, sift: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter whose result is a list, not a generator, which would print as an address."""

        @functools.wraps(sift)
        def sifted(*values: Any, **named: Any) -> Any:
            given = handed_on(sift, *values, **named)
            return self._bounds.made(handed_on(list, given) if isinstance(given, Iterator) else given)

        return sifted

    def names(self) -> list[str]:
        """Return the name of every template."""
        return list(self._templates.sources)

    def macros(self) -> frozenset[str]:
        """Return the names of the macros that templates can import."""
        return frozenset(_MACRO.findall(self._templates.sources.get(f"base/{MACROS}", "")))

    def files(self) -> frozenset[str]:
        """Return the path of every template file."""
        return frozenset(self.file(name) for name in self.names())

    def file(self, name: str) -> str:
        """Return the path of a template file."""
        return f"{self.root}/{name}"

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self._templates.sources.get(name)
        return None if source is None else (_parted(source), self.file(name), None)

    def join_path(self, template: str, parent: str) -> str:
        """Return the name of the template that `parent` means by this name."""
        if not isinstance(template, str):
            raise TemplateMistake("a template is named by a text: write it in quotes, as in 'parts/cover.md.j2'")
        return self._templates.resolve(template, parent, self._audience)

    def syntax_problems(self) -> list[Problem]:
        """Return a problem for every template that does not parse or compile, as with an unknown filter."""
        found: list[Problem] = []
        for name, source in self._templates.sources.items():
            try:
                self.compile(source, name, self.file(name))
            except jinja2.TemplateSyntaxError as fault:
                place = Place(self.file(name), fault.lineno)
                found.append(Problem(place, f"the template does not parse: {_in_words(fault.message or '')}"))
        return found


def _in_words(said: str) -> str:
    """Return what Jinja says of brackets in words for a person, and anything else as it is."""
    for pattern, words in _SYNTAX:
        if found := pattern.fullmatch(said):
            return words.format(*found.groups())
    return said


@functools.lru_cache(maxsize=512)
def _parted(source: str) -> str:
    """Return a template with a blank line before the end of each block, once for all packs."""
    return _BLOCK_ENDS.sub(_PARTED, source)


def _at_the_time(printer: Printer, bounds: Bounds) -> Callable[[Context, Any], str]:
    """Return the function that prints a value at rendering; at compiling, its words would be kept for all languages."""

    @jinja2.pass_context
    def printed(_: Context, value: Any) -> str:
        text = printer.printed(value)
        bounds.printed(text)
        return text

    return printed


def _as_given(thing: Any, owner: Any = None) -> Any:
    """Return a value as templates get it: a method wrapped as a function, a text shielded or as printed Markdown.

    `owner` is the value that was asked for it. Texts in fields of the case were typed; texts in `pack` are Markdown.
    """
    if isinstance(thing, BuiltinMethodType) and isinstance(thing.__self__, str):
        return Given(method(thing.__name__, thing.__self__, bounded(thing.__name__, thing, thing.__self__)))
    if isinstance(thing, str) and isinstance(owner, Leaf):
        return as_text(owner)
    if isinstance(thing, str) and is_dataclass(owner) and not isinstance(owner, PartialDate | Point):
        return PrintedMarkdown(thing)
    is_method = isinstance(thing, MethodType | BuiltinMethodType | FunctionType | BlockReference)
    return Given(held_to_types(thing) if isinstance(thing, MethodType) else thing) if is_method else thing
