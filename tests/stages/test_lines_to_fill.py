"""Lines to fill: a form has rows of dots that every reader of Markdown shows, and says at its head what each is for."""

from __future__ import annotations

import re
from pathlib import Path

from tests.building import TEMPLATES, make_packs, write_case
from tests.forms.filled import CASE, ENGAGEMENTS, REGISTRY

from briefpack.packs.orders import Order
from briefpack.stages.render.lines_to_fill import lines_to_fill

ASKED = '---\nmark: "A"\n---\n\nDue: [……](record:due "Due; on")\n\nWho: [………………](record:who "By whom") ………………\n'
GIVEN = '---\nmark: "A"\nlines: "due Due, on; who By whom"\n---\n\nDue: ……………\n\nWho: ……………… …\n'


def test_lines_become_rows_of_dots_that_the_front_matter_names_in_their_order() -> None:
    """Each has five dots or more, which no other row of dots of the text then has."""
    assert lines_to_fill(ASKED) == GIVEN


def test_a_text_without_lines_stays_as_it_is() -> None:
    """Dots of its own, too."""
    assert lines_to_fill("Who: ………………\n") == "Who: ………………\n"


def test_a_form_in_markdown_has_no_link_and_names_its_lines_whatever_the_case_says(tmp_path: Path) -> None:
    """A row of dots in a text of the case moves no line of the form to another purpose."""
    dotted = ENGAGEMENTS.replace("Who opens the sluice", "Who opens …………………… the sluice")
    case = write_case(tmp_path, case=CASE.format(version="0.1"), engagements=dotted, registry=REGISTRY)
    files = make_packs(Order(case, TEMPLATES, "default", ("track-i",), ("en",)))
    text = files[f"{case.name}.track-i.en.record.1.md"].decode()
    named = re.search('^lines: "(.*)"$', text, re.MULTILINE)
    assert named is not None
    rows = re.findall("…{5,}", text)
    assert len(named[1].split("; ")) == len(rows) > 10
    assert "| Who opens … the sluice | ……" in text
    assert "](" not in text
