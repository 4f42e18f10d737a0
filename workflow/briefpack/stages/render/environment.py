"""The one Jinja environment: sandboxed, strict, and looking for templates nearest to the organisation first."""

from __future__ import annotations

import re

import jinja2
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefpack.case.organisation import Templates
from briefpack.case.view import Leaf
from briefpack.problems import Place, Problem
from briefpack.stages.render.printing import Printer

#: What would differ from one build to the next, or print how a value is made.
_UNSETTLED = ("random", "lipsum", "pprint")
_OF_A_LEAF = frozenset({"value", "is_unknown"})


#: The small forms that templates import, and what one of them begins with.
MACROS = "parts/macros.md.j2"
_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)")
#: A block ends with an empty line whatever its last tag swallowed, so that two blocks never run into one paragraph.
_BLOCK_ENDS = re.compile(r"^(?=[ \t]*\{%-?\s*endblock\b)", re.MULTILINE)
_PARTED = r'{{ "\n\n" }}'


class Compiled(jinja2.BytecodeCache):
    """Templates once compiled, for the next pack of the same house style and language; kept in memory alone."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], object] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code of a template's source into its bucket, if that source has been compiled."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))  # type: ignore[assignment]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template's source."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


class PackEnvironment(ImmutableSandboxedEnvironment):
    """A Jinja environment for the packs of one organisation and audience.

    Every template has one name, its path below the template library; `Templates.resolve` says which one is meant.
    """

    def __init__(self, templates: Templates, audience: str, printer: Printer, compiled: Compiled | None = None) -> None:
        super().__init__(
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            # What is worked out while compiling fails without a line of its own template.
            optimized=False,
            autoescape=False,
            finalize=printer,
            loader=jinja2.FunctionLoader(self._load),
            cache_size=-1,
            bytecode_cache=compiled,
        )
        self.root, self._templates, self._audience = templates.root, templates, audience
        for name in _UNSETTLED:
            self.filters.pop(name, None)
            self.globals.pop(name, None)
        self.filters.update(printer.filters())
        self.globals.update(printer.globals())

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Let templates have a leaf's value and whether it is unknown, and nothing else of its making."""
        if isinstance(obj, Leaf):
            return attr in _OF_A_LEAF
        return super().is_safe_attribute(obj, attr, value)

    def names(self) -> list[str]:
        """Give the name of every template."""
        return list(self._templates.sources)

    def macros(self) -> frozenset[str]:
        """Give the names of the small forms that templates can import."""
        return frozenset(_MACRO.findall(self._templates.sources.get(f"base/{MACROS}", "")))

    def files(self) -> frozenset[str]:
        """Give the path of every template file."""
        return frozenset(self.file(name) for name in self.names())

    def file(self, name: str) -> str:
        """Give the path of a template file."""
        return f"{self.root}/{name}"

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self._templates.sources.get(name)
        return None if source is None else (_BLOCK_ENDS.sub(_PARTED, source), self.file(name), None)

    def join_path(self, template: str, parent: str) -> str:
        """Give the one name that a template goes by, as `parent` means it."""
        return self._templates.resolve(template, parent, self._audience)

    def syntax_problems(self) -> list[Problem]:
        """Give every template that does not parse, or parses and makes no sense, as with an unknown filter."""
        found: list[Problem] = []
        for name, source in self._templates.sources.items():
            try:
                self.compile(source, name, self.file(name))
            except jinja2.TemplateSyntaxError as fault:
                place = Place(self.file(name), fault.lineno)
                found.append(Problem(place, f"the template does not parse: {fault.message}"))
        return found
