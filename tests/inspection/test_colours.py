"""Colours: those of an organisation in which text could hardly be read are refused where they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import own_templates, tell

from briefpack.files.organisations import read_organisation_settings
from briefpack.house.colours import BASE_COLOURS, BLACK, WHITE, contrast, faint
from briefpack.problems import Refusal


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        ("777777", WHITE, 4.48),
        ("767676", WHITE, 4.54),
        ("FF0000", WHITE, 4.0),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    """The ratio is that of WCAG, whichever colour is named first."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_the_colours_of_the_base_can_be_read() -> None:
    """Headings and links have more than enough contrast on white and on the shade."""
    assert list(faint({})) == []
    assert min(contrast(BASE_COLOURS[slot], BASE_COLOURS["shade"]) for slot in ("heading", "accent")) > 7


FAINT = [
    ("heading: '999999'", 3, "'heading' on white is only 2.8 to 1"),
    ("accent: '8899AA'", 3, "'accent' on white is only 2.9 to 1"),
    ("heading: '747474'", 3, "'heading' on the colour 'shade' is only 4.0 to 1"),
    ("rule: 'EEEEEE'\n  shade: '335577'", 4, "'heading' on the colour 'shade' is only 1.4 to 1"),
    ("shade: '444444'", 3, "black text on the colour 'shade' is only 2.1 to 1"),
]


@pytest.mark.parametrize(("colours", "line", "reason"), FAINT)
def test_faint_colours_are_refused_at_their_line(tmp_path: Path, colours: str, line: int, reason: str) -> None:
    """The error names the key, the ratio and what to do; a colour that is left out is the base's."""
    library = own_templates(tmp_path, {"organisation.yaml": f"name: Ours\ncolours:\n  {colours}\n"})
    with pytest.raises(Refusal) as refused:
        read_organisation_settings(library, "ours")
    said = [str(problem) for problem in refused.value.problems]
    place = f"{library / 'ours' / 'organisation.yaml'}:{line}:"
    assert any(text.startswith(place) and reason in text and "at least 4.5 to 1 is needed" in text for text in said)


def test_rules_may_be_fainter_than_text_but_not_vanish(tmp_path: Path) -> None:
    """Lines need 3 to 1 on white (WCAG 1.4.11): tables and pictures are drawn with them."""
    library = own_templates(tmp_path, {"organisation.yaml": "name: Ours\ncolours: {rule: '949494'}\n"})
    assert read_organisation_settings(library, "ours").colours.rule == "949494"
    library = own_templates(tmp_path / "b", {"organisation.yaml": "name: Ours\ncolours: {rule: 'A0A0A0'}\n"})
    with pytest.raises(Refusal, match="'rule' on white are only"):
        read_organisation_settings(library, "ours")


def test_no_pack_is_made_in_faint_colours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line refuses the organisation before it makes anything."""
    library = own_templates(tmp_path, {"organisation.yaml": "name: Ours\ncolours: {heading: AAAAAA}\n"})
    case = Path(__file__).resolve().parents[2] / "inputs" / "harbour-talks"
    told = tell(capsys, "pack", case, "--organisation", "ours", "--templates", library, "--into", tmp_path / "out")
    assert told.status == 1
    assert "organisation.yaml:2:" in told.err
    assert not (tmp_path / "out").exists()
