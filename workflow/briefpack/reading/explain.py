"""Explain: turns what pydantic found into problems for a person: place, what is wrong, what to do, never the value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from briefpack.case.content import Content, Path
from briefpack.case.engagement_parts import CLOCK
from briefpack.case.fields import CASE_ID, COLOUR, DOI, ID, KEY, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.case.words import is_unknown
from briefpack.problems import Place, Problem
from briefpack.reading.wrapping import ITEM_KEYS, WRAPPER_KEYS
from briefpack.text.languages import LANGUAGE
from briefpack.text.near_miss import near_miss

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_TEXT = "expected a text"
_MAPPING = "expected an item: indented lines of 'key: value'"
_ONE_OF_A_LIST = "expected a list: put this between '[' and ']', or after '- ' on a line of its own"
_NUMBER = "expected a whole number, 0 or more"
_NO_ANSWER = (
    "'does_not_apply' cannot stand here: write it only at a field that may be left out, with nothing beside its "
    "reason, sensitivity and sources"
)
_MISFIT = (
    "the field does not take such a value: look the field up in inputs/FIELDS.md, or, if it is one of "
    "organisation.yaml, in templates/README.md, and write what it takes"
)
#: How an annotation is written at a value.
_AT_A_VALUE = "field: {value: ..., likelihood: ..., confidence: ...}"
_ONE = "expected one value, not a list: write it without '[' and ']', and without '- '"
#: Keys that had another name before, with the name of today.
_NOW_CALLED: Mapping[str, str] = {"briefs": "front_pages"}
#: The errors of pydantic where a list stands in place of one value.
_OF_ONE = frozenset({"string_type", "int_type", "float_type"})
_OF_ONE_ITEM = frozenset({"model_type", "dict_type", "model_attributes_type"})
_WHERE = "; to say where in the source, write {key: S1, at: p. 4}"
_MESSAGES: Mapping[str, str] = {
    "string_type": _TEXT,
    "string_too_short": "the text is empty: write it, or delete the key",
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_from_float": _NUMBER,
    "greater_than_equal": _NUMBER,
    "less_than_equal": "the number is too large for this field",
    "float_type": "expected a number such as 0.5",
    "float_parsing": "expected a number such as 0.5",
    "finite_number": "expected a number such as 0.5",
    "tuple_type": "expected a list: indented lines that begin with '- '",
    "too_short": "the list is empty: give at least one",
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
}


_PATTERNS: Mapping[str, str] = {
    ID: "an id begins with a small letter and holds only small letters, digits and '_'",
    CASE_ID: "a case's id begins with a small letter and holds only small letters and digits, with '-' between",
    LANGUAGE: "a language is given by its code, such as fr or pt_BR",
    CLOCK: 'a time of day is four digits in quotes, such as "09:30"',
    COLOUR: "a colour is six digits or letters from A to F, without '#', such as 1F3864",
    DOI: "a DOI begins with '10.' and has no address before it, such as 10.1057/9780312299392_8",
    KEY: "a source's key begins with a letter and holds only letters, digits, '_', '.' and '-'",
}


def explain(fault: ValidationError, model: type[Item], places: Mapping[Path, Place], root: Path = ()) -> list[Problem]:
    """Return one problem for each error of a validation, with the place of the value, or of a wrong key.

    `root` is the path of the validated item; `places` the places of the whole case.
    """
    details = fault.errors(include_url=False, include_context=True)
    strange: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            strange.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    told = (detail for detail in details if not (detail["type"] == "missing" and _is_misspelt(detail["loc"], strange)))
    return [_problem(detail, model, places, root) for detail in told if not _lacks_dashes(detail, places, root)]


def _is_misspelt(missing: Path, strange: Mapping[Path, Iterable[str]]) -> bool:
    """Return whether a missing key is there but misspelt; it is then reported as an unknown key."""
    return any(near_miss(key, [str(missing[-1])]) for key in strange.get(missing[:-1], ()))


def _lacks_dashes(detail: ErrorDetails, places: Mapping[Path, Place], root: Path) -> bool:
    """Return whether items stand without their dashes in place of a list.

    Their keys are then reported as repeated.
    """
    given = detail.get("input")
    return (
        detail["type"] == "tuple_type"
        and isinstance(given, dict)
        and any((*root, *detail["loc"], key, "*again*") in places for key in given)
    )


def _problem(detail: ErrorDetails, model: type[Item], places: Mapping[Path, Place], root: Path) -> Problem:
    inner = tuple(step for step in detail["loc"] if step != "[key]")
    path = (*root, *inner)
    kind = detail["type"]
    if kind == "missing":
        return Problem(_place(path[:-1], places), f"the key '{path[-1]}' is missing: add it")
    if kind == "extra_forbidden":
        return Problem(_place((*path, "*key*"), places), _unknown_key(str(path[-1]), _known(model, inner), model))
    if isinstance(detail.get("input"), dict) and "does_not_apply" in detail["input"]:
        return Problem(_place(path, places), _NO_ANSWER)
    if unknown := _beside_value(detail):
        return Problem(_place((*path, unknown[0], "*key*"), places), _unknown_words(unknown))
    if detail["loc"] and detail["loc"][-1] == "[key]":
        path = (*path, "*key*")
    return Problem(_place(path, places), _message(kind, detail) + _where_unknown(detail, model, inner))


def _where_unknown(detail: ErrorDetails, model: type[Item], inner: Path) -> str:
    """Return the remedy where `unknown` is written for a value that is not a text, or for a whole list."""
    given = detail.get("input")
    if not (isinstance(given, str) and is_unknown(given)):
        return ""
    owner = owner_of(model, inner)
    shape = fields_of(owner).get(str(inner[-1])) if owner and detail["type"] == "tuple_type" else None
    if shape and (shape.is_text or "unknown" in shape.words):
        return "; where nobody knows, write [unknown]"
    return "; where nobody knows, leave the key out"


def _beside_value(detail: ErrorDetails) -> list[str]:
    """Return the unknown keys because of which a mapping is not read as a value with annotations."""
    given = detail.get("input")
    is_value = isinstance(given, dict) and "value" in given and detail["type"].endswith("_type")
    return sorted(set(given) - WRAPPER_KEYS - {"value"}) if is_value else []


def _message(kind: str, detail: ErrorDetails) -> str:
    given = detail.get("input")
    if kind == "tuple_type" and isinstance(given, str):
        return _ONE_OF_A_LIST
    if kind == "literal_error":
        known = _words(detail.get("ctx", {}).get("expected", ""))
        if isinstance(given, list):
            return f"{_ONE}; the allowed values are {known}"
        hint = near_miss(given, known.split(", ")) if isinstance(given, str) else ""
        return f"not an allowed value{hint}: {known}"
    if kind == "string_pattern_mismatch":
        form = _PATTERNS.get(detail.get("ctx", {}).get("pattern", ""), _MISFIT)
        return form + _WHERE if "cite" in detail["loc"] else form
    is_item = isinstance(given, list) and len(given) == 1 and isinstance(given[0], dict)
    if isinstance(given, list) and (kind in _OF_ONE or (kind in _OF_ONE_ITEM and is_item)):
        return _ONE
    if kind == "string_too_long":
        return f"this is longer than {detail.get('ctx', {}).get('max_length', '')} characters: shorten it"
    if kind == "value_error":
        message = str(detail["msg"]).removeprefix("Value error, ")
        return f"{message}; {_ONE}" if isinstance(given, list) else message
    return _MESSAGES.get(kind, _MISFIT)


def _words(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")


def _unknown_words(unknown: list[str]) -> str:
    known = {*WRAPPER_KEYS, "value"}
    if any(" " in word for word in unknown):
        return "this text was read as a key: put a text that holds a comma or a colon in quotes"
    hints = "".join(dict.fromkeys(near_miss(word, known) for word in unknown))
    return f"unknown key beside 'value'{hints}: the keys allowed there are {', '.join(sorted(WRAPPER_KEYS))}"


def _known(model: type[Item], inner: Path) -> list[str]:
    """Return the keys that may stand where an unknown one does; only items of a case carry annotations."""
    owner = owner_of(model, inner)
    own = list(fields_of(owner)) if owner else []
    return [*own, *ITEM_KEYS] if own and model is Content else own


def _unknown_key(key: str, known: list[str], model: type[Item]) -> str:
    if key in WRAPPER_KEYS - ITEM_KEYS and model is Content:
        return (
            f"'{key}' belongs to one value, not to a group of fields: write it at one of the fields, as in "
            f"{_AT_A_VALUE}"
        )
    hint = near_miss(key, known)
    if " " in key and not hint:
        return "this text was read as a key: put a text that holds a comma or a colon in quotes"
    if (now := _NOW_CALLED.get(key, "")) in known:
        return f"this key is now called '{now}': rename it"
    listed = "" if hint or not known else f": the keys allowed here are {', '.join(sorted(known))}"
    # The key itself is not quoted: it could be a name that somebody typed, and messages end up in logs.
    return f"unknown key{hint}{listed}"


def owner_of(model: type[Item], inner: Path) -> type[Item] | None:
    """Return the item class around the last name of a path, or None where there is none."""
    owner: type[Item] | None = model
    names = iter([step for step in inner if isinstance(step, str)][:-1])
    for step in names:
        if owner is None:
            return None
        shape: FieldShape | None = fields_of(owner).get(step)
        if shape and shape.form == "mapping":
            owner, _ = _of_a_mapping(owner, shape), next(names, None)
        else:
            owner = shape.item if shape else None
    return owner


def _of_a_mapping(owner: type[Item], shape: FieldShape) -> type[Item] | None:
    """Return the item class that a mapping has under each of its keys, or None where these are not items."""
    _, inner = (*get_args(owner.model_fields[shape.attribute].annotation), None, None)[:2]
    return inner if isinstance(inner, type) and issubclass(inner, Item) else None


def _place(path: Path, places: Mapping[Path, Any]) -> Place:
    for length in range(len(path), -1, -1):
        if path[:length] in places:
            place: Place = places[path[:length]]
            return place
    return Place("case.yaml")
