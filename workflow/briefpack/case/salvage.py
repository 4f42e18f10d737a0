"""What is left of wrong data, so that one run can also report what is wrong across files."""

from __future__ import annotations

import copy
from typing import Any

from pydantic import ValidationError

from briefpack.case.content import Content, Path
from briefpack.case.explain import owner_of
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of

#: Stands in for a required text or id that is missing or wrong.
_STAND_IN = "placeholder"


def salvage(data: dict[str, Any], fault: ValidationError) -> tuple[Content | None, bool]:
    """Give the content that remains when every faulty value is taken out, and whether whole items were lost with it.

    Where items were lost, references to them would be reported as dangling though their items stand in the file.
    """
    rest = copy.deepcopy(data)
    lossy = False
    for detail in sorted(fault.errors(include_url=False), key=lambda found: len(found["loc"]), reverse=True):
        path = tuple(step for step in detail["loc"] if step != "[key]")
        lossy |= _take_out(rest, path)
    try:
        return Content.model_validate(rest), lossy
    except ValidationError:
        return None, True


def _take_out(data: dict[str, Any], path: Path) -> bool:
    """Remove or replace what stands at a path; say whether items went with it."""
    parent: Any = data
    for step in path[:-1]:
        if not isinstance(parent, dict | list) or (isinstance(parent, dict) and step not in parent):
            return False
        parent = parent[step]  # type: ignore[index]
    last = path[-1]
    names = [step for step in path if isinstance(step, str)]
    owner = owner_of(Content, path)
    shape = fields_of(owner).get(names[-1]) if owner else None
    if isinstance(last, int):
        if shape and shape.item:
            parent[last] = None
            return _take_out(data, path[:-1])
        parent[last] = _STAND_IN
    elif shape and shape.required and isinstance(parent, dict):
        parent[last] = _STAND_IN
    elif isinstance(parent, dict):
        parent.pop(last, None)
    return bool(shape and shape.item and _can_be_referred_to(shape.item))


def _can_be_referred_to(item: type[Item]) -> bool:
    """Say whether an item, or any item inside it, has an id that others refer to."""
    inner = (shape.item for shape in fields_of(item).values() if shape.item)
    return item.collection is not None or any(_can_be_referred_to(one) for one in inner)
