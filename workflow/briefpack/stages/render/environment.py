"""The one Jinja environment: sandboxed, strict, and looking for templates nearest to the organisation first."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefpack.case.organisation import BASE, Templates
from briefpack.problems import Place, Problem, near_miss
from briefpack.stages.render.printing import Printer


class PackEnvironment(ImmutableSandboxedEnvironment):
    """A Jinja environment for the packs of one organisation and audience.

    Every template has one name, its path below the template library. `cover.md.j2` in a template stands for the nearest
    file of that name; `base/cover.md.j2` for the base's own, in which an audience's file goes before the common one.
    """

    def __init__(self, templates: Templates, audience: str, printer: Printer) -> None:
        super().__init__(
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            autoescape=False,
            finalize=printer,
            loader=jinja2.FunctionLoader(self._load),
            cache_size=-1,
        )
        self.root, self._templates, self._audience = templates.root, templates, audience
        self._trees: dict[str, nodes.Template] = {}
        self.filters.update(printer.filters())
        self.globals.update(printer.globals())

    def names(self) -> list[str]:
        """Give the name of every template."""
        return list(self._templates.sources)

    def files(self) -> frozenset[str]:
        """Give the path of every template file."""
        return frozenset(self._file(name) for name in self.names())

    def _file(self, name: str) -> str:
        return f"{self.root}/{name}"

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self._templates.sources.get(name)
        return None if source is None else (source, self._file(name), None)

    def join_path(self, template: str, parent: str) -> str:
        """Give the one name that a template goes by, as `parent` means it."""
        folders = self._templates.search(self._audience)
        bare = template.removeprefix(f"{BASE}/")
        if bare != template:
            folders = (f"{BASE}/{self._audience}", BASE)
        for folder in folders:
            name = f"{folder}/{bare}"
            if name in self._templates.sources and not (folder != BASE and name == parent and bare != template):
                return name
        return template

    def stray_blocks(self) -> list[Problem]:
        """Give every template of the organisation that extends itself or has a block that overrides nothing."""
        own = [name for name in self.names() if not name.startswith(f"{BASE}/")]
        return [problem for name in own for problem in self._stray_blocks(name)]

    def syntax_problems(self) -> list[Problem]:
        """Give every template that does not parse."""
        found: list[Problem] = []
        for name, source in self._templates.sources.items():
            try:
                self.parse(source, name, self._file(name))
            except jinja2.TemplateSyntaxError as fault:
                place = Place(self._file(name), fault.lineno)
                found.append(Problem(place, f"the template does not parse: {fault.message}"))
        return found

    def _tree(self, name: str) -> nodes.Template:
        if name not in self._trees:
            self._trees[name] = self.parse(self._templates.sources[name], name, self._file(name))
        return self._trees[name]

    def _stray_blocks(self, name: str) -> Iterator[Problem]:
        extended = self._extended(name)
        if extended is None:
            return
        line, parent = extended
        if parent == name:
            remedy = f"'{BASE}/' before the name reaches the original"
            yield Problem(Place(self._file(name), line), f"this template extends itself: {remedy}")
            return
        known = self._blocks(parent)
        for block in (node for node in self._tree(name).body if isinstance(node, nodes.Block)):
            if known and block.name not in known:
                hint = near_miss(block.name, known) or f": {parent} has {', '.join(sorted(known))}"
                yield Problem(
                    Place(self._file(name), block.lineno), f"the block '{block.name}' overrides nothing{hint}"
                )

    def _extended(self, name: str) -> tuple[int, str] | None:
        """Give the line in which a template extends another, and that other's name."""
        extends = self._tree(name).find(nodes.Extends)
        if extends is None or not isinstance(extends.template, nodes.Const):
            return None
        return extends.lineno, self.join_path(str(extends.template.value), name)

    def _blocks(self, name: str) -> set[str]:
        """Give the blocks of a template and of all that it extends."""
        known: set[str] = set()
        seen: set[str] = set()
        while name in self._templates.sources and name not in seen:
            seen.add(name)
            known |= {block.name for block in self._tree(name).find_all(nodes.Block)}
            extended = self._extended(name)
            name = extended[1] if extended else ""
        return known
