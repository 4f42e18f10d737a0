"""Every text of the model is in the pack of each reader whose pack has its field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import LEAST, PACKS, case_of, pack_for, read_case, write_case
from tests.full import OWNERS, field_shapes, full_documents, write_full_case
from tests.noninterference.kinds import kind_of
from tests.templates.test_annotations import NOT_FOR

from briefpack.case.content import Content
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.disclosure.printed import is_printed
from briefpack.handbook import Audience

#: What is no text for readers: exceptions for checks, acronyms that no text here uses, parts of a source not cited.
APART = ("case.handling.allowed_terms.", "case.handling.publicly_known", "case.acronyms.", "case.sources.")
TEXTS = [
    path
    for path, shape in field_shapes()
    if shape.form in ("leaf", "leaves") and kind_of(OWNERS[path], shape) == "text" and not path.startswith(APART)
]


@pytest.mark.parametrize("audience", PACKS)
def test_every_text_of_the_model_is_printed_for_whoever_may_see_it(tmp_path: Path, audience: Audience) -> None:
    """Each text field says its own name; a pack lacks those that are not for its reader, and no other."""
    case, _ = read_case(write_full_case(tmp_path))
    pack = pack_for(case, audience).replace("\\", "").casefold()
    missing = {path for path in TEXTS if f"{path.replace('.', ' ').replace('_', ' ')} said" not in pack}
    expected = {path for path in TEXTS if not is_printed(path, audience) or path in NOT_FOR[audience]}
    assert missing == expected


#: What rules ask of an item before they show it, beside what the model requires of it.
BY_RULES = frozenset(
    """
    sensitivity track belongs_to confidentiality attribution release_to embargo activity output consent
    """.split()  # noqa: SIM905 - read more easily so
)


def alone(item: type[Item], path: str, given: Any, turn: int) -> Iterator[str]:
    """Leave of each item in data what it requires, the items inside it and the text whose turn it is."""
    if isinstance(given, list):
        for one in given:
            yield from alone(item, path, one, turn)
        return
    if "value" in given and "value" not in fields_of(item):
        yield from alone(item, path, given["value"], turn)
        return
    shapes = fields_of(item)
    texts = [name for name in shapes if f"{path}.{name}" in TEXTS and not shapes[name].required and name in given]
    chosen = texts[turn : turn + 1]
    for name in set(given) - BY_RULES - set(chosen):
        shape = shapes[name]
        if shape.item:
            yield from alone(shape.item, f"{path}.{name}", given[name], turn)
        elif not shape.required and name not in (item.headline, "id"):
            del given[name]
    yield from (f"{path}.{name}" for name in chosen)


@pytest.mark.parametrize("turn", range(6))
def test_a_text_is_printed_also_where_its_item_says_nothing_else(tmp_path: Path, turn: int) -> None:
    """What stands beside it may be withheld; of each item of the phases one text after the other is kept."""
    documents = full_documents()
    kept = [one for stem in documents if stem != "case" for one in _thinned(documents, stem, turn)]
    folder = write_case(tmp_path, "full-case", **{stem: yaml.safe_dump(data) for stem, data in documents.items()})
    case, _ = read_case(folder)
    for audience in PACKS:
        pack = pack_for(case, audience).replace("\\", "").casefold()
        missing = {path for path in kept if f"{path.replace('.', ' ').replace('_', ' ')} said" not in pack}
        assert missing == {path for path in kept if not is_printed(path, audience) or path in NOT_FOR[audience]}


def _thinned(documents: dict[str, Any], stem: str, turn: int) -> list[str]:
    shape = fields_of(Content)[stem]
    assert shape.item
    return list(alone(shape.item, stem, documents[stem], turn))


@pytest.mark.parametrize("audience", PACKS)
def test_a_text_that_ends_with_a_full_stop_gets_no_second_one(tmp_path: Path, audience: Audience) -> None:
    """Every text of the full case is a sentence."""
    case, _ = read_case(write_full_case(tmp_path))
    lines = pack_for(case, audience).replace("\\", "").splitlines()
    assert [line for line in lines if "said.." in line] == []


PARTNER = LEAST + "actors: [{id: mill, name: Mill}]\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"coordination": "information_flow: [{what: The list, from: track_i}]\n"}, "**From track I:** The list"),
        ({"coordination": "information_flow: [{what: The list, to: track_ii}]\n"}, "**To track II:** The list"),
        ({"conception": "linkages: [{mechanism: Word, from_quadrant: many}]\n"}, "Word. **From:** many"),
        ({"conception": "linkages: [{mechanism: Word, to_quadrant: laws}]\n"}, "Word. **To:** laws"),
        ({"implementation": "adaptations: [{what_changed: The room, old: A hall}]\n"}, "The room (before: A hall)"),
        ({"conception": "readiness: [{id: exit_written, evidence: A draft}]\n"}, "Not stated here whether in place: "),
        ({"case": PARTNER, "conception": "partners: [{actor: mill, agreed: false}]\n"}, "Mill (not yet agreed)"),
        ({"case": PARTNER, "conception": "partners: [{actor: mill, agreed: true}]\n"}, "Mill (agreed)"),
        ({"assessment": "ripeness: {way_out: present}\n"}, "**Signs of ripeness:** way out (present)"),
    ],
)
def test_what_stands_alone_of_a_pair_says_which_of_the_two_it_is(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    """A reader who is shown one of two values is not left to guess."""
    assert told in pack_for(case_of(tmp_path, **files), "track-ii")
