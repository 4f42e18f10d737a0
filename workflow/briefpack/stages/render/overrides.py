"""Overrides: what an organisation's templates override, and which of their blocks override nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from briefpack.house.organisation import BASE, Templates
from briefpack.problems import Place, Problem
from briefpack.stages.render.environment import PackEnvironment
from briefpack.text.near_miss import near_miss


@dataclass
class Overrides:
    """The templates of one organisation, seen from every audience for which each of them is used."""

    templates: Templates
    environment: PackEnvironment
    trees: dict[str, nodes.Template] = field(default_factory=dict)

    def problems(self) -> list[Problem]:
        """Return every template of the organisation that extends itself or has a block that overrides nothing."""
        own = [name for name in self.templates.sources if not name.startswith(f"{BASE}/")]
        return [problem for name in own for problem in self._problems(name)]

    def _problems(self, name: str) -> Iterator[Problem]:
        extends = self._extends(name)
        if extends is None:
            return
        used_for = self.templates.used_for(name)
        parents = {self.templates.resolve(self._parent(extends), name, one) for one in used_for}
        if name in parents:
            remedy = f"write '{BASE}/' before the name to reach the original"
            yield Problem(Place(self.environment.file(name), extends.lineno), f"this template extends itself: {remedy}")
            return
        known = {block for parent in parents for one in used_for for block in self._blocks(parent, one)}
        for block in (node for node in self._tree(name).body if isinstance(node, nodes.Block)):
            if known and block.name not in known:
                hint = near_miss(block.name, known) or f": there are {', '.join(sorted(known))}"
                place = Place(self.environment.file(name), block.lineno)
                yield Problem(place, f"the base has no block '{block.name}' to override{hint}")

    def _blocks(self, name: str, audience: str) -> set[str]:
        """Return the blocks of a template, and of all templates that it extends in an audience's pack."""
        known: set[str] = set()
        seen: set[str] = set()
        while name in self.templates.sources and name not in seen:
            seen.add(name)
            known |= {block.name for block in self._tree(name).find_all(nodes.Block)}
            extends = self._extends(name)
            name = self.templates.resolve(self._parent(extends), name, audience) if extends else ""
        return known

    def _extends(self, name: str) -> nodes.Extends | None:
        extends = self._tree(name).find(nodes.Extends)
        return extends if extends is not None and isinstance(extends.template, nodes.Const) else None

    def _parent(self, extends: nodes.Extends) -> str:
        return str(extends.template.value) if isinstance(extends.template, nodes.Const) else ""

    def _tree(self, name: str) -> nodes.Template:
        if name not in self.trees:
            source, file = self.templates.sources[name], self.environment.file(name)
            self.trees[name] = self.environment.parse(source, name, file)
        return self.trees[name]
