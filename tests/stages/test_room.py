"""Room: what annexes tell in full depends on the reader and on how much there is, and each activity stands once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, pack_for

from briefpack.handbook import Audience

_PURPOSE = "Hear what crews need of the quay in a storm week, and what they would give for it. " * 3


def pack(folder: Path, audience: Audience, activities: int) -> tuple[str, str]:
    """Return the body and the annexes of a pack of a case with one party and so many activities."""
    told = "".join(
        f"  - {{id: a{n}, title: Supper {n}, purpose: '{_PURPOSE}', confidentiality: on_record}}\n"
        for n in range(activities)
    )
    files = {"planning": f"sensitivity: shared\nactivities:\n{told}"}
    parties = (
        "sensitivity: shared\nparties: [{id: up, name: Upper valley, kind: community, public_position: No dam.}]\n"
    )
    text = pack_for(case_of(folder, case=LEAST, assessment=parties, **files), audience)
    body, _, annexes = text.partition("\n## Annex A")
    return body, annexes


@pytest.mark.parametrize("audience", PACKS)
def test_activities_in_full_yield_first_then_parties(tmp_path: Path, audience: Audience) -> None:
    """What yields stands in brief in a section, to which the annex leads."""
    full = []
    for count in (2, 15, 90):
        body, annexes = pack(tmp_path / str(count), audience, count)
        full.append(("### Supper 1\n" in annexes, "\n| Upper valley | community |" in annexes))
        leads = ("The activities stand in [", "For what the parties say in public, see [")
        assert tuple(lead in annexes for lead in leads) == tuple(not told for told in full[-1])
        assert ("| Supper 1 |" in body) == (audience == "track-i" or not full[-1][0])
    assert full == [(True, True), (False, True), (False, False)]


def test_convenors_read_of_an_activity_once(tmp_path: Path) -> None:
    """Where the annex has room for them in full, the section on planning names them and leads there."""
    body, annexes = pack(tmp_path, "track-ii", 2)
    assert "| Supper" not in body
    assert (
        "2 activities: Supper 0 and Supper 1. For when and with whom they meet, their rules and their design, see"
        in body
    )
    assert annexes.count("### Supper") == 2


@pytest.mark.parametrize("audience", PACKS)
def test_the_position_of_a_party_stands_once(tmp_path: Path, audience: Audience) -> None:
    """The assessment has it for every reader, so the annex does not say it again."""
    body, annexes = pack(tmp_path, audience, 1)
    assert body.count("No dam.") == 1
    assert "No dam." not in annexes
    assert "| Upper valley | community |" in annexes


@pytest.mark.parametrize("audience", PACKS)
def test_what_does_not_apply_to_a_party_stands_with_it(tmp_path: Path, audience: Audience) -> None:
    """The reason is told in the annex of parties to every reader, and not with what is open."""
    parties = (
        "sensitivity: shared\nparties:\n"
        "  - {id: up, name: Upper valley, public_faces: {does_not_apply: Its elders speak in turn.}}\n"
    )
    text = pack_for(case_of(tmp_path, case=LEAST, assessment=parties), audience)
    assert "| Publicly known representatives | does not apply: Its elders speak in turn. |" in text
    assert text.count("Its elders speak in turn.") == 1
