"""A finding is the same in every language of its case, so that an answer to it holds in each."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.building import copied_case, wording, written_in

from briefpack.disclosure.views import Views
from briefpack.findings.telling import tell
from briefpack.packs.intake import take_in


def test_what_an_answer_names_is_the_same_in_every_language(tmp_path: Path) -> None:
    """Whatever items are called there; what is answered in one language is answered in the report in another."""
    folder = written_in(copied_case(tmp_path, "crossed-lines"), "en", "fr")
    lacking = take_in(folder).in_language("fr").case
    assert lacking
    entries = [{"en": text, "fr": f"Oh, {text.swapcase()}!"} for text in dict.fromkeys(lacking.untranslated.values())]
    (folder / "texts").mkdir()
    (folder / "texts" / "fr.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    intake = take_in(folder)
    told = {}
    for language in ("en", "fr"):
        views = intake.in_language(language).disclosed
        assert isinstance(views, Views)
        assert not views.case.untranslated
        told[language] = tell(views, wording())
    english, french = told["en"], told["fr"]
    assert [one.sentence for one in french.findings] != [one.sentence for one in english.findings]
    assert [one.fingerprint for one in french.findings] == [one.fingerprint for one in english.findings]
    assert len(french.answered) == len(english.answered)
