"""In common: whoever is in charge of each thing of a list is named once, at its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, pack_for

from briefpack.stages.render.in_common import InCommon, told_once

OWNER = InCommon("Owner", "Owner of each", "Owner unless another is named")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            "- Nets tear. **Owner:** Us\n- Boats sink. **State:** open. **Owner:** Us\n",
            "- Nets tear.\n- Boats sink. **State:** open.\n- **Owner of each:** Us\n",
        ),
        (
            "- Missing:\n  - nets. **Owner:** Us.\n  - tar. **Owner:** Them.\n  - rope. **Owner:** Us.\n",
            "- Missing:\n  - nets.\n  - tar. **Owner:** Them.\n  - rope.\n  - **Owner unless another is named:** Us\n",
        ),
        (
            "> - Nets! **Owner:** Us [ᵒ]\n> - Tar. **Owner:** Us [ᵒ]",
            "> - Nets!\n> - Tar.\n> - **Owner of each:** Us [ᵒ]",
        ),
    ],
)
def test_a_list_names_once_whom_its_bullets_have_in_common(given: str, told: str) -> None:
    """Where one bullet has another, that stays with it; a list in a list or in a callout is told so, too."""
    assert told_once(given, OWNER) == told


@pytest.mark.parametrize(
    "text",
    [
        "- Nets. **Owner:** Us\n- Tar\n- Rope. **Owner:** Us",
        "- Nets. **Owner:** Us\n- Tar. **Owner:** Them",
        "- Nets. **Owner:** Us. **State:** open\n- Tar. **Owner:** Us. **State:** kept",
        "- Nets. **Owner:** Us\n\nAnd\n\n- Tar. **Owner:** Us",
        "- Nets. **Payer:** Us\n- Tar. **Payer:** Us",
    ],
)
def test_a_list_of_which_a_bullet_names_nobody_stays_as_it_is(text: str) -> None:
    """It would else be said of that one, too."""
    assert told_once(text, OWNER) == text


def test_a_pack_names_the_owner_of_its_risks_once(tmp_path: Path) -> None:
    """It stands below the risks of the page that convenors read."""
    risks = "".join(f"      - {{risk: {name}, mitigation: A call., owner: mill}}\n" for name in ("Fog", "Ice"))
    case = f"{LEAST}actors: [{{id: mill, name: Mill}}]\nfront_pages:\n  track_ii:\n    risks:\n{risks}"
    pack = pack_for(case_of(tmp_path, case), "track-ii")
    assert "- Fog. **Mitigation:** A call.\n- Ice. **Mitigation:** A call.\n- **Owner of each:** Mill\n" in pack
