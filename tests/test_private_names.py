"""Private names: what an object keeps to itself is read by the module that its class stands in, and by no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

#: The module that walks what a node keeps; a node has no public names, since each could be that of a YAML field.
OWNERS = {"disclosure/inside.py": {"_inside", "_reference"}}


def _sources(root: Path) -> dict[str, str]:
    package = root / "workflow" / "briefpack"
    return {path.relative_to(package).as_posix(): path.read_text("utf-8") for path in sorted(package.rglob("*.py"))}


def _is_private(name: object) -> bool:
    return isinstance(name, str) and name.startswith("_") and not name.startswith("__")


def _kept(tree: ast.Module) -> set[str]:
    """Return the private attributes of the classes of a module: methods, fields, slots, and what `self` is given."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    inside = [node for one in classes for node in ast.walk(one)]
    methods = {node.name for node in inside if isinstance(node, ast.FunctionDef)}
    fields = {target.id for one in classes for line in one.body for target in _targets(line)}
    given = {node.attr for node in inside if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    slots = {
        name.value
        for one in classes
        for line in one.body
        if "__slots__" in {target.id for target in _targets(line)}
        for name in ast.walk(line)
        if isinstance(name, ast.Constant)
    }
    return {str(name) for name in methods | fields | given | slots if _is_private(name)}


def _targets(line: ast.stmt) -> list[ast.Name]:
    targets = line.targets if isinstance(line, ast.Assign) else [line.target] if isinstance(line, ast.AnnAssign) else []
    return [target for target in targets if isinstance(target, ast.Name)]


def _reached(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Return the line and the name of each private attribute that is asked of something other than `self`."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and _is_private(node.attr)
            and ast.unparse(node.value) not in ("self", "cls")
        ):
            yield node.lineno, node.attr
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("getattr", "attrgetter", "operator.attrgetter"):
            names = [name.value for name in node.args if isinstance(name, ast.Constant)]
            yield from ((node.lineno, str(name)) for name in names if _is_private(name))


def _strangers(sources: dict[str, str]) -> list[str]:
    """Return each place where a module asks an object for what a class of another module keeps to itself."""
    trees = {name: ast.parse(source) for name, source in sources.items()}
    kept = {name: _kept(tree) | OWNERS.get(name, set()) for name, tree in trees.items()}
    all_kept = set().union(*kept.values())
    return [
        f"{name}:{line} {reached}"
        for name, tree in trees.items()
        for line, reached in _reached(tree)
        if reached in all_kept - kept[name]
    ]


def test_nobody_reaches_into_what_an_object_of_another_module_keeps(root: Path) -> None:
    """A private name of the package is asked for where its class stands; a node's also in the module that walks it."""
    sources = _sources(root)
    assert {"_inside", "_reference"} <= _kept(ast.parse(sources["disclosure/view.py"]))
    assert _strangers(sources) == []


@pytest.mark.long
@pytest.mark.parametrize(
    "reach", ["node._inside.fields", "node._reference = None", 'getattr(node, "_inside")', "[one._inside for one in x]"]
)
def test_a_reach_into_a_node_is_seen(root: Path, reach: str) -> None:
    """The guard sees each way in which a module could go round the door."""
    sources = _sources(root)
    sources["checks/lists.py"] += f"\n\ndef reach(node, x):\n    {reach}\n"
    assert [one.split(":")[0] for one in _strangers(sources)] == ["checks/lists.py"]
