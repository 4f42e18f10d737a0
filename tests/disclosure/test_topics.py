"""A topic is an id, and whoever is shown it is shown its words; nobody else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, pack_for

from briefpack.disclosure.select import select
from briefpack.disclosure.withheld import texts
from briefpack.gate.withheld_terms import withheld_terms
from briefpack.handbook import Audience

TOPICS = "topics: [{id: night_watch, words: the watch at night}, {id: fence, words: the fence at the weir}]\n"
LINES = (
    "public_lines:\n"
    "  - {topic: night_watch, stance: supports, text: Somebody is awake.}\n"
    "  - {topic: fence, stance: silent, text: It stands., sensitivity: track_ii_only}\n"
    "  - {topic: spring_tide, stance: silent, text: It comes.}\n"
)


@pytest.mark.parametrize("audience", PACKS)
def test_a_topic_is_printed_in_its_words_and_one_without_by_its_id(tmp_path: Path, audience: Audience) -> None:
    """A line begins with them in a capital; the underscores of an id are spaces, as they always were."""
    pack = pack_for(case_of(tmp_path, LEAST + TOPICS, coordination="sensitivity: shared\n" + LINES), audience)
    assert "**The watch at night:**" in pack
    assert "**Spring tide:**" in pack
    assert "night_watch" not in pack.replace("\\", "")
    assert ("**The fence at the weir:**" in pack) == (audience == "track-ii")


def test_words_of_a_topic_on_which_a_reader_is_shown_nothing_are_not_in_the_view(tmp_path: Path) -> None:
    """They would tell that something hidden is on it: the view has no more than if the case had never said them."""
    coordination = "sensitivity: shared\n" + LINES
    case = case_of(tmp_path / "both", LEAST + TOPICS, coordination=coordination)
    bare = case_of(
        tmp_path / "bare",
        LEAST + TOPICS.replace(", {id: fence, words: the fence at the weir}", ""),
        coordination="".join(line for line in coordination.splitlines(keepends=True) if "fence" not in line),
    )
    seen, alone = (sorted(text for _, text in texts(select(one, "track-i"))) for one in (case, bare))
    assert seen == alone
    assert pack_for(case, "track-i") == pack_for(bare, "track-i")
    assert [str(one.id) for one in select(case, "track-ii").root.case.topics] == ["night_watch", "fence"]


def test_ordinary_words_of_a_topic_are_looked_for_in_the_language_of_the_pack_alone(tmp_path: Path) -> None:
    """One or two stand by chance in a title, as it reads in another language, beside a pack; longer ones do not."""
    topics = (
        "topics: [{id: a, words: {en: harbour, fr: le port}}, {id: b, words: {en: who keeps it, fr: qui le garde}}]\n"
    )
    lines = "sensitivity: team_only\npublic_lines: [{topic: a, text: {all: A}}, {topic: b, text: {all: B}}]\n"
    case = case_of(tmp_path, f"{LEAST}languages: [en, fr]\n{topics}", coordination=lines)
    words = {one.term.words for one in withheld_terms(case, select(case, "track-i"), None) if "topics" in one.path}
    assert {("harbour",), ("who", "keeps", "it"), ("qui", "le", "garde")} <= words
    assert ("le", "port") not in words


def test_words_that_are_closed_to_a_reader_leave_the_id(tmp_path: Path) -> None:
    """Words have a sensitivity as any text has; a topic that a reader is shown never goes for want of words."""
    closed = "topics: [{id: night_watch, words: {value: the watch at night, sensitivity: track_ii_only}}]\n"
    case = case_of(tmp_path, LEAST + closed, coordination="sensitivity: shared\n" + LINES)
    assert "**Night watch:**" in pack_for(case, "track-i")
    assert "**The watch at night:**" in pack_for(case, "track-ii")
