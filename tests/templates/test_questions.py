"""Who is asked what: a reader is asked for what the base templates print for that reader, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, markdown_of, pack_for, read_case
from tests.full import write_full_case

from briefpack.case.content import Content
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.disclosure.inside import inside
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Items, Node, View
from briefpack.handbook import Audience
from briefpack.stages.render import pack as pack_module

#: Values at which a pack says what it says of a field only at times: a mark, an overlap.
CHOSEN: Mapping[str, object] = {
    "case.sources.grade": "organisers_account",
    "implementation.sessions.date": "2024-01-03",
    "planning.activities.level": ["middle"],
}
#: What a pack tells in its furniture, or as a mark at whatever cites a source.
TOLD_OTHERWISE = frozenset({"case.handling.mark", "case.handling.tlp", "case.sources.grade"})


def asked(item: type[Item], prefix: str, audience: Audience) -> Iterator[str]:
    """Return the path of every field that an audience is asked, but for headlines, without which no item is shown."""
    for name, shape in fields_of(item).items():
        here = f"{prefix}.{name}".strip(".")
        if audience in shape.asked and name != item.headline:
            yield here
        if shape.item and audience in shape.cleared:
            yield from asked(shape.item, here, audience)


@pytest.mark.long
@pytest.mark.parametrize("audience", PACKS)
def test_what_a_reader_is_asked_is_what_the_readers_pack_would_print(
    tmp_path: Path, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer taken out of a case that gives them all changes the pack; otherwise it is asked for nothing."""
    monkeypatch.setattr(pack_module, "questions", lambda _view: [])
    case, _ = read_case(write_full_case(tmp_path, choose=lambda path, _shape: CHOSEN.get(path)))
    view = select(case, audience)
    whole = markdown_of(view)
    paths = [path for path in asked(Content, "", audience) if path not in TOLD_OTHERWISE]
    untold = (path for path in paths if _text(path) not in whole)
    silent = [path for path in untold if _without(view, path) == whole]
    assert silent == []


def _text(path: str) -> str:
    """Return the text that a field of texts holds in the full case."""
    return f"{path.replace('.', ' ').replace('_', ' ')} said."


def _without(view: View, path: str) -> str:
    """Return the pack of a view without the values of a field, and put them back."""
    *steps, name = path.split(".")
    nodes = [view.root]
    for step in steps:
        nodes = [inner for node in nodes for inner in _inner(inside(node).fields.get(step))]
    shown = [inside(node) for node in nodes]
    taken = [(item, item.fields) for item in shown if name in item.fields]
    for item, fields in taken:
        item.fields = {key: value for key, value in fields.items() if key != name}
    try:
        return markdown_of(replace(view)) if taken else ""
    finally:
        for item, fields in taken:
            item.fields = fields


def _inner(value: object) -> list[Node]:
    return [value] if isinstance(value, Node) else list(value) if isinstance(value, Items) else []


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("assessment", "legal_review: {does_not_apply: Nobody is listed.}", "What about a legal review of contact?"),
        ("assessment", "next_review: {does_not_apply: It is over.}", "What about the next review?"),
        (
            "coordination",
            "track_i_rounds: [{id: a, title: Round, to: {does_not_apply: One day.}}]",
            "Round: What about the end?",
        ),
        ("case", "sources: [{key: S, title: A, type: report, doi: {does_not_apply: On paper.}}]", None),
    ],
)
def test_what_does_not_apply_is_told_in_words_also_where_nobody_is_asked(
    tmp_path: Path, file: str, text: str, told: str | None
) -> None:
    """No reader meets the name of a field as it is typed."""
    files = {"case": LEAST + text + "\n"} if file == "case" else {file: f"sensitivity: shared\n{text}\n"}
    pack = pack_for(case_of(tmp_path, **files), "track-i")
    assert told is None or f"**Does not apply:** *{told}* " in pack
    assert not [name for name in ("legal_review", "next_review", "legal review?", "doi?") if name in pack]
