"""Printed: what readers are told that a house style prints is in its packs, and what it does not print is in none."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pytest
import yaml
from tests.building import INPUTS, PACKS, SHIPPED, TEMPLATES, markdown_of, read_case
from tests.commands.test_readers import by_reader
from tests.full import write_full_case

from briefpack.case.amounts import Approximate
from briefpack.case.content import Case, is_within
from briefpack.case.content import Path as DataPath
from briefpack.case.dates import PartialDate, parse_date
from briefpack.commands.readers import told
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.readership import readership
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Items, Leaf, Node, View
from briefpack.disclosure.views import Views
from briefpack.handbook import Audience
from briefpack.text.escaping import unescaped

_LINE = re.compile(r"^(?P<place>.+?\.yaml:\d+:\d+): (?P<field>[a-z_.]+)[^:]*: (?P<reader>track-i+): (?P<said>.+)$")


#: A text that cites the full case's source and uses its acronym.
CITING = {"case.summary": {"value": "GHI came.", "cite": ["S1"]}, "case.acronyms.short": "GHI"}
UNMENTIONED: Mapping[str, Mapping[str, str]] = {
    "actors": {"id": "hermit", "name": "Hermit of the upper weir", "role": "Speaks with nobody there"},
    "sources": {"key": "S9", "type": "book", "title": "Letters that nobody read"},
    "acronyms": {"short": "HUW", "long": "Hermitage under willows"},
}


@pytest.fixture(scope="module", params=[*SHIPPED, "full"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Return both shipped cases, and one in which every field of the model is given, each text its own.

    In that there are an actor, a source and an acronym too of which nothing in the case says anything, and each reader
    had an earlier version, with news of its own.
    """
    if request.param != "full":
        return read_case(INPUTS / str(request.param))[0]
    folder = write_full_case(tmp_path_factory.mktemp("printed"), choose=lambda path, _: CITING.get(path))
    data = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
    for name, item in UNMENTIONED.items():
        data[name].append(item)
    for side in ("track_i", "track_ii"):
        data["releases"][side][0]["changed"] = [f"Earlier news of {side}"]
    (folder / "case.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return read_case(folder)[0]


@pytest.fixture(params=["default", "riverside-institute"])
def organisation(request: pytest.FixtureRequest) -> str:
    """Return the house styles that are shipped."""
    return str(request.param)


@functools.cache
def lines_of(case: Case, organisation: str) -> tuple[re.Match[str], ...]:
    """Return what is told of the places of a case, one for each reader."""
    lines = by_reader(told(Views(case), TEMPLATES, organisation, None))
    return tuple(match for line in lines if (match := _LINE.match(line)))


def not_printed(case: Case, view: View, organisation: str) -> set[DataPath]:
    """Return the places of values that are said to be shown to a reader, and not printed."""
    at: dict[tuple[str, str], list[DataPath]] = {}
    for path in case.places:
        at.setdefault((str(case.place(path)), ".".join(one for one in path if isinstance(one, str))), []).append(path)
    shown = readership(case, view).shown
    found: set[DataPath] = set()
    for line in lines_of(case, organisation):
        here = at[line["place"], line["field"]]
        if line["reader"] == view.audience and line["said"].endswith("prints nothing of it"):
            found |= {one for path in here for one in shown.get(path, ())}
        if line["reader"] == view.audience and line["said"].startswith("nothing: nothing printed for this reader"):
            found |= {leaf.path for leaf in _leaves(view) for path in here if is_within(leaf.path, path)}
        if line["reader"] == view.audience and line["said"].startswith("shown, and not printed"):
            found |= {one for values in shown.values() for one in values for path in here if one[: len(path)] == path}
    return found


@pytest.mark.parametrize("audience", PACKS)
def test_a_text_is_in_the_pack_where_it_is_said_to_be_printed_and_nowhere_else(
    case: Case, organisation: str, audience: Audience
) -> None:
    """Of a case in which no text stands twice each is in the pack, or has a line that says that it is not printed."""
    view = select(case, audience)
    pack = _plain(markdown_of(view, TEMPLATES, organisation))
    left = not_printed(case, view, organisation)
    texts = {leaf.path: _plain(str(leaf)) for leaf in _leaves(view) if leaf.shape.is_text and not _is_of_a_source(leaf)}
    missing = {path for path, text in texts.items() if path not in left and text not in pack}
    assert missing == set()
    if case.content.case.id == "full-case":
        assert {path for path in left & texts.keys() if texts[path] in pack} == set()
        assert left & texts.keys()


@pytest.mark.parametrize("audience", PACKS)
def test_an_actor_a_source_and_an_acronym_are_in_the_pack_where_they_are_said_to_be(
    case: Case, organisation: str, audience: Audience
) -> None:
    """Of sources, each has its row in the list; of the others the texts are compared above with those of the pack."""
    view = select(case, audience)
    pack, left = markdown_of(view, TEMPLATES, organisation), not_printed(case, view, organisation)
    listed = {inside(source).path for source in view.root.case.sources if f"\n| {source.key} | " in pack}
    told = {leaf.path[:3] for leaf in _leaves(view) if _is_of_a_source(leaf) and leaf.path not in left}
    assert listed == told
    if case.content.case.id == "full-case":
        assert len(view.root.case.sources) == len(told) + 1
        assert {one[1] for one in left if one[0] == "case"} >= {"actors", "sources", "acronyms"}


@pytest.mark.parametrize("audience", PACKS)
def test_what_is_said_not_to_be_printed_can_be_anything(case: Case, audience: Audience) -> None:
    """With other words, dates, numbers and references in all these places at once the pack is the same.

    Of the default style, which prints what sentences are worked out from; one that leaves activities out tells still
    how many of them were compared.
    """
    view, other = select(case, audience), select(case, audience)
    assert alter(other, not_printed(case, view, "default"))
    assert markdown_of(other) == markdown_of(view)


def alter(view: View, at: Collection[DataPath]) -> int:
    """Put something else where these values stand in a view; give how many were changed.

    Two things stay, which are not printed and decide what else is: who is named anywhere is listed among the actors,
    whatever it is named for; and a relationship is no output that is handed over.
    """
    changed = 0
    for item in view.items:
        for name, value in list(item.fields.items()):
            is_at = (
                {(*item.path, name), *((*item.path, name, step) for step in range(len(value)))} & set(at)
                if (isinstance(value, Items))
                else {(*item.path, name)} & set(at)
            )
            other = _other(item, value) if is_at and not _decides(value) else None
            if other is not None:
                item.fields[name], changed = other, changed + 1
    return changed


def _other(item: Inside, value: Any) -> Any:
    if isinstance(value, Leaf):
        return dataclasses.replace(value, value=_another(value))
    if isinstance(value, Items) and value:
        is_reference = value[0] in item.references()
        other = Items(value[1:] if is_reference else [_other(item, one) for one in value])
        other.about, other.none_because = value.about, value.none_because
        return None if any(one is None for one in other) else other
    return None


def _another(leaf: Leaf) -> Any:
    if leaf.shape.words:
        return next((word for word in leaf.shape.words if word not in (leaf.value, "unknown")), leaf.value)
    if isinstance(leaf.value, bool):
        return not leaf.value
    if isinstance(leaf.value, PartialDate):
        return parse_date("1901-02-03")
    return 777 if isinstance(leaf.value, int | float | Approximate) else "_".join(map(str, ("qv", *leaf.path)))


def _decides(value: Any) -> bool:
    first = value[0] if isinstance(value, Items) and value else value
    if isinstance(first, Leaf):
        return first.path[:2] == ("implementation", "outputs") and first.shape.name == "kind"
    return isinstance(first, Node) and inside(first).kind.collection == "actor"


def _leaves(view: View) -> Iterator[Leaf]:
    return (leaf for leaf in view.leaves if leaf.shape.name not in ("none_because", "does_not_apply"))


def _is_of_a_source(leaf: Leaf) -> bool:
    """Return whether a value is set by a citation style, which leaves out what its type of source does not have."""
    return leaf.path[:2] == ("case", "sources")


def _plain(text: str) -> str:
    """Return the words of Markdown in small letters, without notes.

    A sentence begins with a capital and ends somehow.
    """
    return " ".join(re.findall(r"\w+", re.sub(r"\[\^[^\]]*\]", " ", unescaped(text)))).casefold()
