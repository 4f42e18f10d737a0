"""Every text of the model is in the pack of each reader whose pack has its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import PACKS, pack_for
from tests.full import OWNERS, field_shapes, write_full_case
from tests.noninterference.kinds import kind_of
from tests.templates.test_annotations import NOT_FOR

from briefpack.case.printed import is_printed
from briefpack.handbook import Audience
from briefpack.intake import read_case

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


@pytest.mark.parametrize("audience", PACKS)
def test_a_text_that_ends_with_a_full_stop_gets_no_second_one(tmp_path: Path, audience: Audience) -> None:
    """Every text of the full case is a sentence."""
    case, _ = read_case(write_full_case(tmp_path))
    lines = pack_for(case, audience).replace("\\", "").splitlines()
    assert [line for line in lines if "said.." in line] == []
