"""What a reader gets in a language, and is refused for, depends on nothing that is hidden from this reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import PACKS, make_packs
from tests.packs.bilingual import CASE, FRENCH, bilingual, refusal, with_french

from briefpack.handbook import Audience
from briefpack.packs.orders import Order

#: A text that is hidden, in every way in which it may read in French or not, and the entries that stand apart.
HIDDEN = {
    "given": ("{en: Somebody counted., fr: Quelqu'un a compté.}", ""),
    "changed": ("{en: Somebody counted., fr: Personne n'a rien compté du tout.}", ""),
    "missing": ("Somebody counted.", ""),
    "the same": ("{all: Somebody counted.}", ""),
    "apart": ("Somebody counted.", "- {en: Somebody counted., fr: Quelqu'un a compté.}\n"),
    "apart and changed": ("Somebody counted.", "- {en: Somebody counted., fr: Rien de tel.}\n"),
    "blank": ("Somebody counted.", "- {en: Somebody counted., fr: }\n"),
    "like what is shown": ("Millers and fishers meet.", ""),
}
#: What the hidden text is: a value, what is said of one, another reading, or a name.
WHERE = {
    "a value": "open_questions: [{{value: {0}, sensitivity: {1}}}]",
    "a reason": "gaps: {{value: [], none_because: {0}, sensitivity: {1}}}",
    "a name": "parties: [{{id: herders, name: {0}, sensitivity: {1}}}]",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return templates with a second language, whose words are English."""
    return with_french(tmp_path_factory.mktemp("library"))


def _case(parent: Path, where: str, how: str, sensitivity: str) -> Path:
    text, apart = HIDDEN[how]
    file = f"sensitivity: shared\nissues: [{{id: i, title: {{all: Eau}}}}]\n{WHERE[where].format(text, sensitivity)}\n"
    return bilingual(parent, CASE, FRENCH + apart, assessment=file)


@pytest.mark.parametrize("where", WHERE)
def test_no_language_of_a_hidden_text_changes_a_byte(tmp_path: Path, library: Path, where: str) -> None:
    """However the French of what no reader sees is given, changed or missing, all packs are made, and are the same."""
    made = {}
    for how in HIDDEN:
        folder = _case(tmp_path / how, where, how, "team_only")
        made[how] = make_packs(Order(folder, library, "ours", PACKS, ("en", "fr")))
    assert [how for how, files in made.items() if files != made["given"]] == []


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(("reader", "only"), [("track-i", "track_ii_only"), ("track-ii", "track_i_only")])
def test_a_reader_is_told_of_no_text_that_only_the_other_lacks(
    tmp_path: Path, library: Path, where: str, reader: Audience, only: str
) -> None:
    """A missing text that one reader sees is told of that reader alone, and what both lack is told of each."""
    folder = _case(tmp_path, where, "missing", only)
    assert not [
        line for line in refusal(folder, library, "fr") if line.partition("error: ")[2].startswith(f"{reader} ")
    ]
    shared = _case(tmp_path / "shared", where, "missing", "shared")
    told = [line.partition("error: ")[2] for line in refusal(shared, library, "fr")]
    assert {one for one in PACKS for line in told if line.startswith(f"{one} ")} == {*PACKS}
