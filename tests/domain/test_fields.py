"""The reference of fields says what a case may hold, no less and no more.

`python -m tests.renew` writes it anew from the model.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, get_args, get_origin

from tests.building import INPUTS

from briefpack.case.amounts import LARGEST as LARGEST_AMOUNT
from briefpack.case.amounts import parse_amount, parse_exact_amount
from briefpack.case.content import Content
from briefpack.case.dates import EXTENTS, parse_date, parse_plain_date
from briefpack.case.engagement_parts import CLOCK
from briefpack.case.fields import CASE_ID, DOI, ID, KEY, LONGEST_NAME, LONGEST_TEXT, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.commands.reporting import MOST_TOLD
from briefpack.files.documents import DEEPEST, LARGEST
from briefpack.handbook import PACK_AUDIENCES, READINESS
from briefpack.text.languages import LANGUAGE

REFERENCE = INPUTS / "FIELDS.md"
HEAD = """# Fields of a case

These are all fields that the files of a case may hold. The columns mean:

* **write**: what the field takes. If there are words in `code`, it takes one of them. Any value can be written with
  more about it, such as its sources: see [How values are written](README.md#how-values-are-written).
* **asked**: whose pack prints an open question if the field is left out. A field that is *needed* may not be left out.
  A field that is asked *while it runs* is not asked of a case that says under `over` that it is over.
* **open to**: for a field that stays more closed than what is around it, who sees it until it gets a sensitivity of its
  own ([Fields that stay closed](README.md#fields-that-stay-closed)). *Its own side* is the side whose activity it is.

A date stands for all days that it leaves possible, and is sorted and compared as such. If one end is open, it is sorted
by the other end. Packs say only what holds for all of these days. These words may stand before a year, a month or a
day:

| word | the days that are meant |
| --- | --- |
EXTENTS
A number may have `about` before it, as in `about 3000`: it then stands for all numbers from a tenth less to a tenth
more, or at least from one less to one more. It is withheld if any of these is below the smallest number that packs
show. It never adds up with other numbers.

A readiness point is named by its `id`. Each phase has these:

| phase | its readiness points |
| --- | --- |
READINESS
A `likelihood` is a word of the scale that `likelihood_scale` names. From the lowest to the highest, the words are:

| scale | its words |
| --- | --- |
LIKELIHOODS
These are the limits; whatever exceeds them is refused where it stands, or is only counted:

| of | at most |
| --- | --- |
LIMITS
This page is made from the model: `.venv/bin/python -m tests.renew`.
"""
TABLES = {
    "EXTENTS": EXTENTS,
    "READINESS": {phase: ", ".join(f"`{point}`" for point in points) for phase, points in READINESS.items()},
    "LIKELIHOODS": {scale: ", ".join(f"`{word}`" for word in words) for scale, words in LIKELIHOOD_WORDS.items()},
}
LIMITS = {
    "a text": f"{LONGEST_TEXT:,} letters",
    "an id or a key": f"{LONGEST_NAME} letters",
    "a file": f"{LARGEST:,} letters",
    "lists and groups within each other": f"{DEEPEST}",
    "a number": f"{LARGEST_AMOUNT:,}",
    "problems that are printed": f"{MOST_TOLD}; the others are counted",
}
PATTERNS = {
    ID: "an id: small letters, digits, `_`",
    LANGUAGE: "a language, such as `fr`",
    CASE_ID: "the folder's name: small letters, digits, `-`",
    KEY: "a key: letters, digits, `_`, `.`, `-`",
    CLOCK: 'a time of day, such as `"09:30"`',
    DOI: "a DOI",
}
RULES: dict[Callable[[object], object], str] = {
    parse_date: "a date",
    parse_plain_date: "a date, without a word before it",
    parse_amount: "a number, perhaps `about`",
    parse_exact_amount: "a number",
}
#: What a docstring says of one field, on a line of its own.
_OF_FIELD = re.compile(r"^    (\* `\w+`: .*)$", re.MULTILINE)
AUDIENCES = {frozenset(PACK_AUDIENCES): "both", frozenset({"track-i"}): "track I", frozenset({"track-ii"}): "track II"}
OPEN_TO = {"team_only": "the team", "track_i_only": "track I", "track_ii_only": "track II", "own_side": "its own side"}


def reference() -> str:
    """Return the page as it should stand: one section a file, one below it for each group of fields."""
    told: dict[type[Item], str] = {}
    head = HEAD.replace("LIMITS\n", "".join(f"| {what} | {most} |\n" for what, most in LIMITS.items()) + "\n", 1)
    for name, table in TABLES.items():
        head = head.replace(name, "".join(f"| `{word}` | {said} |\n" for word, said in table.items()), 1)
    parts = [head]
    for shape in fields_of(Content).values():
        assert shape.item
        parts += _sections(shape.item, f"{shape.name}.yaml", "##", told)
    return "\n".join(parts)


def _sections(item: type[Item], path: str, level: str, told: dict[type[Item], str]) -> Iterator[str]:
    known = set(told)
    for shape in fields_of(item).values():
        if shape.item:
            name = _inside(path, shape.name)
            told.setdefault(shape.item, f"{path.removesuffix('.yaml')}.{name}" if name in told.values() else name)
    rows = [_row(shape, item, told) for shape in fields_of(item).values()]
    yield f"{level} {path}\n\n{_said(item)}\n\n| field | write | asked | open to |\n| --- | --- | --- | --- |"
    yield "\n".join(rows) + "\n"
    for shape in fields_of(item).values():
        if shape.item and shape.item not in known:
            known.add(shape.item)
            yield from _sections(shape.item, told[shape.item], "###", told)


def _inside(path: str, name: str) -> str:
    return name if path.endswith(".yaml") else f"{path}.{name}"


def _said(item: type[Item]) -> str:
    """Return what a group of fields is, and below it what is said of each field; it has fields of its bases too."""
    head, *_ = (item.__doc__ or "").partition("\n\n    * ")
    fields = [line for kind in reversed(item.__mro__) for line in _OF_FIELD.findall(kind.__doc__ or "")]
    return "\n".join([" ".join(head.split()), "", *fields]).rstrip()


def _row(shape: FieldShape, item: type[Item], told: dict[type[Item], str]) -> str:
    asked = "*needed*" if shape.required else AUDIENCES.get(shape.asked - {"team"}, "the team" if shape.asked else "")
    asked += ", while it runs" if asked and shape.while_running else ""
    closed = OPEN_TO[shape.closure] if shape.closure else ""
    if shape.never:
        closed += ", never " + " or ".join(AUDIENCES[frozenset({audience})] for audience in sorted(shape.never))
    cells = (f"`{shape.name}`", _taken(shape, item, told), asked, closed)
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def _taken(shape: FieldShape, item: type[Item], told: dict[type[Item], str]) -> str:
    if shape.item:
        where = told[shape.item]
        link = f"[{where}](#{where.replace('.', '')})"
        return f"a list of {link}" if shape.form == "items" else f"the fields of {link}"
    info = item.model_fields[shape.attribute]
    value = _value(shape, Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation)
    return f"a list: {value}" if shape.form == "leaves" else value


def _value(shape: FieldShape, annotation: Any) -> str:
    if shape.form == "mapping":
        number = (
            ", ".join(f"`{word}`" for word in shape.words) if shape.words else _plain(get_args(_bare(annotation))[1])
        )
        return f"for each {_named(shape)}, by its id: {number}"
    if shape.words:
        return ", ".join(f"`{word}`" for word in shape.words)
    if shape.reference:
        return f"the {'key' if shape.reference == 'source' else 'id'} of {_article(_named(shape))}"
    return _plain(get_args(_bare(annotation))[0] if shape.form == "leaves" else annotation)


def _named(shape: FieldShape) -> str:
    return str(shape.reference).replace("_", " ")


def _article(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated or type(None) in get_args(annotation):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _plain(annotation: Any) -> str:
    for pattern, said in PATTERNS.items():
        if repr(pattern) in str(annotation):
            return said
    for rule, said in RULES.items():
        if rule.__name__ in str(annotation):
            return said
    return {str: "text", bool: "`true` or `false`", float: "a share from 0 to 1"}[_bare(annotation)]


def test_the_reference_of_fields_is_that_of_the_model() -> None:
    """Every field of every file stands there with what it takes; what is there is in the model."""
    assert REFERENCE.read_text(encoding="utf-8") == reference()


def test_every_readiness_point_and_likelihood_word_stands_in_the_reference() -> None:
    """Nobody has to provoke an error to learn which there are."""
    page = REFERENCE.read_text(encoding="utf-8")
    words = {word for known in (*READINESS.values(), *LIKELIHOOD_WORDS.values()) for word in known}
    assert {word for word in words if f"`{word}`" not in page} == set()


def test_every_field_of_the_model_stands_in_the_reference() -> None:
    """No group of fields is left out, however deep it lies."""
    page = reference()
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\]\(#(.*?)\)", page)) <= {heading.replace(".", "") for heading in headings}
    for item in _every(Content, set()):
        assert item is Content or all(f"| `{name}` |" in page for name in fields_of(item))
        assert item is Content or _said(item) in page


def _every(item: type[Item], seen: set[type[Item]]) -> set[type[Item]]:
    seen.add(item)
    for shape in fields_of(item).values():
        if shape.item and shape.item not in seen:
            _every(shape.item, seen)
    return seen
