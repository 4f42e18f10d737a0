"""Lists: bullets next to one another never begin alike, and what nobody knows of a list is told once, at its end."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tests.building import LEAST, case_of, pack_for, shipped_packs

from briefpack.stages.render.lists import gathered_lists, under_heads
from briefpack.stages.render.sheets import empty, filled

#: What a bullet begins with, up to its colon.
LEAD = re.compile(r"(?: {2})*- (\*\*[^*]+:\*\*|[^:*]{1,80}:)")
CASES = ("harbour-talks", "korrin-pastures", "inter-tajik-dialogue", "aceh-1999-2006")


def test_bullets_that_begin_alike_stand_under_one_head() -> None:
    """What is indented below one goes with it; a text between two lists parts them."""
    nets = "- Nets: Who mends?\n- Nets:\n  - When?\n  - Where?\n- Nets: How?\n  - Twice\n"
    text = f"{nets}- Boats: Whose?\n\nAnd\n\n- Boats: No"
    assert under_heads(text).splitlines() == [
        *("- Nets:", "  - Who mends?", "  - When?", "  - Where?", "  - How?", "    - Twice"),
        *("- Boats: Whose?", "", "And", "", "- Boats: No"),
    ]
    dated = "- Changes: May: a\n- Changes: May: b\n- Changes: June: c"
    assert under_heads(dated) == "- Changes:\n  - May:\n    - a\n    - b\n  - June: c"
    inner = "> - **Ice:** a\n> - **Ice:** b\n>\n> - Days\n>   - 2005: c\n>   - 2005: d\n"
    assert under_heads(inner).splitlines() == [
        *("> - **Ice:**", ">   - a", ">   - b", ">", "> - Days", ">   - 2005:", ">     - c", ">     - d"),
    ]


def test_bullets_that_do_not_begin_alike_stay_as_they_are() -> None:
    """A head is no clock, no link, and nothing that is said in full."""
    text = "- At 9:30 tea\n- At 9:45 talk\n- [a: b](#x): c\n- [a: b](#x): d\n- **To us:** e\n- To us: f\n- One\n- One"
    assert under_heads(text) == text


def test_a_word_of_likelihood_stays_with_each_sentence_that_it_is_about(tmp_path: Path) -> None:
    """Of two questions in a row that are as likely, each says so, also below a head of both."""
    text = "- **Nets:** Likely: Tar holds.\n- **Nets:** Likely: Rope holds.\n"
    assert under_heads(text, {"Likely:"}) == "- **Nets:**\n  - Likely: Tar holds.\n  - Likely: Rope holds.\n"
    asked = ", ".join(f"{{value: {name} holds., likelihood: likely}}" for name in ("Tar", "Rope"))
    case = case_of(
        tmp_path,
        f"{LEAST}likelihood_scale: icd_203\n",
        planning=f"sensitivity: shared\nopen_questions: [{asked}]\n",
    )
    assert "- Likely: Tar holds.\n- Likely: Rope holds.\n" in pack_for(case, "track-ii")


def test_a_list_tells_what_nobody_knows_in_one_bullet_at_its_end() -> None:
    """A bullet of one such value goes, a part of a bullet too; one that every bullet lacks is told without them."""
    unknown = empty("not known", "[^S1] [ᵒ]")
    whole = f"- **Mood:** {unknown}\n- **Law:** open\n- **Risk:** {empty('not known')}"
    assert gathered_lists(whole, "Not known") == "- **Law:** open\n- **Not known:** Mood[^S1] [ᵒ]; Risk"
    part = f"- Ice. **State:** {unknown}. **Owner:** Us\n- Fog on the lake. **State:** {unknown}\n"
    assert gathered_lists(f"{part}\nEnd", "Not known", "{} of each".format) == (
        "- Ice. **Owner:** Us\n- Fog on the lake\n- **Not known:** State of each[^S1] [ᵒ][^S1] [ᵒ]\n\nEnd"
    )
    assert gathered_lists(f"{part}- Rain. **State:** over", "Not known").endswith(
        "- **Not known:** Ice (State)[^S1] [ᵒ]; Fog on the lake (State)[^S1] [ᵒ]"
    )


def test_a_single_value_that_nobody_knows_stays_where_it_is() -> None:
    """The words in a text that was typed are no empty value, however many there are."""
    text = f"- **Mood:** {empty('not known')}\n- **Law:** not known\n- **Risk:** not known\n"
    assert gathered_lists(text, "Not known") == text
    assert filled(text).count("not known") == 3


def test_a_pack_gathers_what_nobody_knows_of_obstacles(tmp_path: Path) -> None:
    """Convenors are told once that no state is known, and each obstacle keeps what is said of it."""
    said = [f"{{description: {name}, kind: security, state: unknown, action: Wait}}" for name in ("Ice", "Fog")]
    case = case_of(tmp_path, LEAST, implementation=f"sensitivity: shared\nobstacles: [{', '.join(said)}]\n")
    pack = pack_for(case, "track-ii")
    assert (
        "- Ice (security). **Action:** Wait\n- Fog (security). **Action:** Wait\n- **Not known:** State of each\n"
        in pack
    )


@pytest.mark.parametrize("name", CASES)
def test_no_two_bullets_in_a_row_begin_alike_in_a_shipped_document(name: str) -> None:
    """Packs, briefs and forms of both readers: a head is told once."""
    files = {file: data.decode() for file, data in shipped_packs(name).items() if file.endswith(".md")}
    assert len(files) > 1
    for file, text in files.items():
        leads = [(found := LEAD.match(line)) and found[0] for line in text.splitlines() if line.strip()]
        again = [one for one, following in pairwise(leads) if one and one == following]
        assert again == [], file
