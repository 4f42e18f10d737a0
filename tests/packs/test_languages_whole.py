"""Whatever of a case is printed has to be given in the language of the pack, but for what is the same in all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import PACKS, TEMPLATES, make_packs
from tests.full import write_full_case
from tests.packs.bilingual import with_french

from briefpack.case.content import Case
from briefpack.checks.translations import incomplete, untranslated
from briefpack.gate.words import words_of
from briefpack.handbook import RELEASED_TO
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.orders import Order
from briefpack.problems import Refusal
from briefpack.reading.readings import walk_all
from briefpack.reading.translating import folded

#: What is said of a value in every way, in texts that stand nowhere else.
SAID = {
    "value": "A river ran here.",
    "cite": [{"key": "S1", "at": "the preface to it"}],
    "confidence": "high",
    "confidence_because": "Somebody saw this river.",
    "other_readings": [{"value": "No river ran here.", "cite": [{"key": "S1", "at": "the end of it"}]}],
}
EMPTY = {"value": [], "none_because": "Nobody asked for any."}


def full_case(folder: Path, *languages: str) -> Intake:
    """Return a case that has every field of the model, in some languages, with texts in the first alone."""
    own = {"case.languages": [*languages], "case.summary": SAID, "case.gaps_in_evidence": EMPTY}
    return take_in(write_full_case(folder, choose=lambda path, _: own.get(path)))


def _same_everywhere(case: Case) -> set[str]:
    """Return the texts of a case that are never translated."""
    return {one.value for one in walk_all(case) if one.shape.as_it_is and isinstance(one.value, str)}


def test_every_text_that_is_printed_has_to_be_translated(tmp_path: Path) -> None:
    """Packs and report of a case with every field hold no text in its first language that would not be asked for."""
    intake = full_case(tmp_path, "en", "fr")
    files = make_packs(Order(intake.folder, TEMPLATES, "default", RELEASED_TO, ("en",)))
    views = intake.in_language("fr").disclosed
    assert views
    every = {folded(one.value) for one in walk_all(views.case) if one.shape.is_text and isinstance(one.value, str)}
    every |= set(views.case.untranslated.values())
    for audience in RELEASED_TO:
        name = "team" if audience == "coordinator" else audience
        texts = [data.decode() for file, data in files.items() if f".{name}.en." in file and file.endswith(".md")]
        row = f" {' '.join(words_of(' '.join(texts)))} "
        printed = {text for text in every if len(words_of(text)) > 2 and f" {' '.join(words_of(text))} " in row}
        asked = {views.case.untranslated[path] for path in untranslated(views.case, views.of(audience))}
        assert len(printed) > 30
        assert printed - asked - _same_everywhere(views.case) == set()


def test_a_report_lacks_what_its_recipients_would_get_and_keeps_no_pack(tmp_path: Path) -> None:
    """What only the coordinators see is missing in their report alone, and the packs are made without it."""
    intake = full_case(tmp_path, "en", "fr")
    views = intake.in_language("fr").disclosed
    assert views
    told = {problem.message.partition(" ")[0] for problem in incomplete(views)}
    assert told == {"coordinator"}
    with pytest.raises(Refusal) as caught:
        make_packs(Order(intake.folder, with_french(tmp_path / "library"), "ours", PACKS, ("fr",)))
    said = {problem.message.partition(" ")[0] for problem in caught.value.problems if problem.rule == "translations"}
    assert said == {*PACKS}
