"""Punctuation: packs read as if typed by a person, whichever values are given, and whatever is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import PACKS, SHIPPED, pack_for, read_case, shipped_pack
from tests.full import full_documents, full_value

from briefpack.case.content import FILES, Content
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of

#: What no reader should meet, by name.
FAULTS: Mapping[str, str] = {
    "a double space": r"\S  +\S",
    "a space before punctuation": r"(?<![\s|>]) +[,;:.!?](?:[\s*_)]|$)",
    "a space inside brackets": r"\( | \)",
    "a doubled full stop": r"(?<!\.)\.\.(?!\.)|…\.|\.…",
    "a stop behind a question": r"[?!][*_]*\.(?!\w)",
    "a stop behind notes that end a sentence": r"\.\)\*+\.",
    "a stop behind a stop and its notes": r"[.?!](?:\[\^[^\]]+\])+[*_ ]*\.",
    "a stop before words in brackets that end a sentence": r"^[-*] .*[a-z]{3}\. \([^()]*\)\.",
    "doubled separators": r"[;,:] ?[;,:](?!\w)|[;,:][*_]*\)|\([;,.]",
    "an empty pair of brackets": r"\(\)",
    "empty emphasis": r"\*\*\*\*|(?<=\s)\*\*(?=\s)",
    "emphasis inside emphasis": r"\*\([^()*]*\*\(",
}
#: Lines that are no sentences: the YAML above a pack, the head of a table, the table of contents, an address.
_ASIDE = re.compile(r"\A---\n[\s\S]*?\n---\n|^\| ---.*$|^\| \| \|$|<[^<> ]+>|\]\([^()\s]*\)", re.MULTILINE)
_ITEM = re.compile(r"[> ]*(?:[-*]|\d+\.) ")
_TEXTS = ("Said.", "said", "Said?", "Said …")


def faults(pack: str) -> list[tuple[str, str]]:
    """Return each fault of a pack by name, with the line that it is in."""
    said = _ASIDE.sub("_", pack)
    found = [
        (name, line.strip())
        for line in said.splitlines()
        for name, pattern in FAULTS.items()
        if re.search(pattern, line.strip())
    ]
    lines = [line for line in said.splitlines() if line.strip("> ")]
    # Behind a label stands what it is about, or below it a list.
    bare = (one for one, after in pairwise([*lines, ""]) if one.endswith(":**") and not _ITEM.match(after))
    return [*found, *(("a label with nothing behind it", line.strip()) for line in bare)]


def annotated(path: str, shape: FieldShape) -> Any:
    """Return the usual value of a field with a source, a confidence and its reason."""
    value = full_value(path, shape, annotated)
    if value is None or shape.form in ("item", "items", "mapping") or path == "case.id" or path.startswith("case.s"):
        return value
    said = {"cite": ["S1"], "confidence": "low", "confidence_because": "Our reading."}
    is_opened = isinstance(value, dict) and "sensitivity" in value
    return {**value, **said} if is_opened else {"value": value, **said}


def ended(end: str) -> Any:
    """Return what chooses for each text one that ends so."""

    def choose(path: str, shape: FieldShape) -> Any:
        value = full_value(path, shape, choose)
        return _ended(value, end) if shape.form in ("leaf", "leaves") else value

    return choose


def _ended(value: Any, end: str) -> Any:
    if isinstance(value, dict):
        return {name: _ended(one, end) if name == "value" else one for name, one in value.items()}
    if isinstance(value, list):
        return [_ended(one, end) for one in value]
    return value[: -len(" said.")] + f" {end}" if isinstance(value, str) and value.endswith(" said.") else value


def thinned(documents: Mapping[str, Any], number: int, *, alone: bool) -> dict[str, Any]:
    """Return a case in which each item has of what it can lack one field alone, or all but one."""
    return {stem: _thin(_class(stem), documents[stem], number, alone=alone) for stem in FILES}


def _class(stem: str) -> type[Item]:
    item = fields_of(Content)[stem].item
    assert item
    return item


def _thin(item: type[Item], data: Mapping[str, Any], number: int, *, alone: bool) -> dict[str, Any]:
    shapes = fields_of(item)
    bare = data["value"] if "value" in data and "value" not in shapes else data
    lacking = [name for name in bare if name in shapes and not _is_needed(shapes[name])]
    holders = {name for name in lacking if shapes[name].item}
    chosen = {lacking[number % len(lacking)]} if lacking else set()
    kept = {}
    for name, value in bare.items():
        shape = shapes.get(name)
        if shape and name in lacking and (name in chosen) != alone and not (alone and name in holders):
            continue
        kept[name] = _inner(shape, value, number, alone=alone) if shape and shape.item else value
    return {**{name: value for name, value in data.items() if name != "value"}, **kept} if bare is data else kept


def _is_needed(shape: FieldShape) -> bool:
    """Return whether a case without the field is another case, or none.

    What others refer to, and whom it is open to.
    """
    return shape.required or shape.name in ("id", "key", "sensitivity", "belongs_to", "track", "confidentiality")


def _inner(shape: FieldShape, value: Any, number: int, *, alone: bool) -> Any:
    assert shape.item
    if isinstance(value, dict) and value.keys() <= {"value", "sensitivity"}:
        return {**value, "value": _inner(shape, value["value"], number, alone=alone)}
    if isinstance(value, list):
        return [_thin(shape.item, one, number, alone=alone) for one in value]
    return _thin(shape.item, value, number, alone=alone) if isinstance(value, dict) else value


def _packs(folder: Path, documents: Mapping[str, Any]) -> Iterator[str]:
    home = folder / "full-case"
    home.mkdir(parents=True)
    for stem, data in documents.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (home / f"{stem}.yaml").write_text(text, encoding="utf-8")
    case, _ = read_case(home)
    yield from (pack_for(case, audience) for audience in PACKS)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pack_has_no_fault_of_punctuation(name: str) -> None:
    """Nor has either reader's."""
    assert [faults(shipped_pack(name, audience)[0]) for audience in PACKS] == [[], []]


@pytest.mark.parametrize("end", _TEXTS)
def test_a_text_ends_as_typed_with_no_stop_of_ours_behind_it(tmp_path: Path, end: str) -> None:
    """A full stop, none, a question mark and three points alike."""
    assert [one for pack in _packs(tmp_path, full_documents(0, ended(end))) for one in faults(pack)] == []


def test_notes_stand_behind_the_stop_of_their_sentence(tmp_path: Path) -> None:
    """A sentence of ours ends before what is said of the value in it."""
    assert [one for pack in _packs(tmp_path, full_documents(0, annotated)) for one in faults(pack)] == []


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("number", range(12))
def test_what_an_item_lacks_leaves_no_punctuation_behind(tmp_path: Path, number: int, *, alone: bool) -> None:
    """Each item has one field beside what it needs, or all but one."""
    documents = thinned(full_documents(0), number, alone=alone)
    assert [one for pack in _packs(tmp_path, documents) for one in faults(pack)] == []
