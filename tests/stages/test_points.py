"""Points of a citation style: where a source has no part that they stand around, a pack has one of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.stages.test_citations import SLIM, cited
from tests.stages.test_citations import STYLE as OURS
from tests.stages.test_csl_variables import listed

from briefpack.stages.render.citations import AsSet
from briefpack.stages.render.emphasis import bold, italic
from briefpack.stages.render.points import held, pointed

PLACE = '<text variable="publisher-place" prefix=", "/>'
PUBLISHER = '<text variable="publisher" font-style="italic"/>'


@pytest.mark.parametrize(
    ("element", "whole", "bare"),
    [
        (f'<text value=". "/>{PUBLISHER}', ". *P*.", "."),
        (f'<text value=", "/>{PUBLISHER}<text value=". "/>{PLACE}', ", *P*., L.", "."),
        (f'<text value=" in: "/>{PUBLISHER}{PLACE}<text value=", 1"/>', " in: *P*, L, 1.", " in, 1."),
        (f'<text value=" ("/>{PUBLISHER}<text value=", 1)"/>', " (*P*, 1).", " (1)."),
        (f'<text value=" (1, "/>{PUBLISHER}<text value=")"/>', " (1, *P*).", " (1)."),
        (f'<text value=" ("/>{PUBLISHER}{PLACE}<text value=") 1"/>', " (*P*, L) 1.", " 1."),
        (f'<text value="... "/>{PUBLISHER}', "... *P*.", "..."),
    ],
)
def test_points_around_what_is_not_there_are_one_or_none(tmp_path: Path, element: str, whole: str, bare: str) -> None:
    """They meet, stand behind a space or in a bracket, or stand at an end; an ellipsis of the style is whole."""
    assert listed(tmp_path, element, "publisher: P, place: L", "issued: 2001") == [whole, bare]


def test_points_of_authors_stay_as_typed(tmp_path: Path) -> None:
    """Odd as they are, they are the author's."""
    titles = ("Wait . . . what", "Who , and , why", "One.. two", "A (, b) c() d", "So .. : on", ".NET")
    element = '<text variable="publisher" prefix=": "/>'
    books = (f'publisher: "{title}"' for title in titles)
    assert listed(tmp_path, element, *books) == [f": {title}." for title in titles]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (f"{italic('T.')}. . London", f"{italic('T.')} London"),
        (f"{italic('T')}, . {bold('London')},", f"{italic('T')}. {bold('London')}"),
        (f"A {italic('')}. B", f"A{italic('')}. B"),
        ("et al. , 2001", "et al., 2001"),
        ("n.d. : Press, : Paris", "n.d. : Press, Paris"),
        ("Paris : Press ; London", "Paris : Press ; London"),
        (held("One . . two"), "One . . two"),
    ],
)
def test_points_are_one_across_emphasis(marked: str, said: str) -> None:
    """Marks of emphasis stay in pairs; what a language sets behind a space stays there."""
    assert pointed(marked) == said


def test_a_point_alone_is_no_source(tmp_path: Path) -> None:
    """Where a style prints no more of a type of source, it is set as another, as where it prints nothing."""
    point = '<else-if type="speech"><text value="."/></else-if>'
    style = OURS.replace('<else-if type="thesis">', f'{point}<else-if type="thesis">').encode()
    assert cited(tmp_path, f"type: speech, {SLIM}, title: Quays", style) == AsSet("**Quays**", "Slim")
