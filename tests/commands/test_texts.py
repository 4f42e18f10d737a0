"""`texts` prints what is still to be translated, ready to be filled in; `check` tells of every language of a case."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.building import LEAST, add_language, own_templates, tell, write_case
from tests.packs.bilingual import CASE, bilingual

#: Texts for both readers, for one, for nobody, and for nobody but the coordinators.
LACKING = f"""\
{CASE}      - {{value: Only convenors know., sensitivity: track_ii_only}}
      - Both know; "all" of it.
      - {{value: Nobody knows., sensitivity: team_only}}
"""


def _written(parent: Path, case: str = LACKING) -> Path:
    return bilingual(parent, case, "[]\n")


def test_each_missing_text_is_printed_once_with_its_readers_and_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What no reader would get is not asked for; filled in and put into the file, nothing is missing any more."""
    folder = _written(tmp_path)
    told = tell(capsys, "texts", folder, "--language", "fr")
    assert (told.status, told.err) == (0, "")
    assert told.out.splitlines() == [
        "# track-i, track-ii: case.yaml:5:10",
        '- en: "Millers and fishers meet."',
        '  fr: ""',
        "# track-ii: case.yaml:13:5",
        '- en: "Only convenors know."',
        '  fr: ""',
        "# track-i, track-ii: case.yaml:14:5",
        '- en: "Both know; \\"all\\" of it."',
        '  fr: ""',
    ]
    entries = [{**one, "fr": f"{one['en']} Oui."} for one in yaml.safe_load(told.out)]
    (folder / "texts" / "fr.yaml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    again = tell(capsys, "texts", folder, "--language", "fr")
    assert again.out == "# no reader lacks a text in 'fr'\n"


def test_a_topic_without_words_is_printed_with_the_line_that_gives_it_some(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands in case.yaml, not among the translations; once however often something is on it."""
    lines = (
        "sensitivity: shared\npublic_lines: [{topic: dry_years, text: {all: A}}, {topic: dry_years, text: {all: B}}]\n"
    )
    folder = bilingual(tmp_path, coordination=lines)
    told = tell(capsys, "texts", folder, "--language", "fr")
    assert told.out.splitlines() == [
        "# coordination.yaml:2:24: a topic without words; they stand under 'topics' of case.yaml, as in",
        '#   - {id: dry_years, words: {en: "dry years", fr: ...}}',
    ]


def test_texts_for_the_report_alone_are_asked_for_where_somebody_gets_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The coordinators see what both readers see, and what is for one of them."""
    case = LACKING.replace("{track_i: [The ministry]}", "{track_i: [The ministry], coordinator: [The envoy]}")
    told = tell(capsys, "texts", _written(tmp_path, case), "--language", "fr")
    assert "# track-ii, coordinator: case.yaml:13:5" in told.out.splitlines()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "'en' is the first of the 'languages' of this case, in which its texts are typed"),
        ("de", "this case is not in 'de': add it to 'languages' of case.yaml"),
    ],
)
def test_another_language_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    """The first language lacks nothing, and one that the case does not list is none of its own."""
    told = tell(capsys, "texts", _written(tmp_path), "--language", language)
    assert told.status == 1
    assert said in told.err


def test_check_says_what_a_case_gets_whose_language_has_no_wording(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """English packs without `languages`; or packs of the organisations alone that have wording in it."""
    library = own_templates(tmp_path, {})
    folder = write_case(tmp_path, case=f"{LEAST}languages: [pt]\n")
    options = ("--quiet", "--templates", library)
    assert "without 'languages', packs are made in English" in tell(capsys, "check", folder, *options).err
    (library / "ours" / "wording").mkdir()
    (library / "ours" / "wording" / "pt.yaml").touch()
    assert "packs in it are of ours alone" in tell(capsys, "check", folder, *options).err


def test_check_looks_at_a_case_in_each_of_its_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is missing is told of each language that has wording, and which has none is a warning."""
    library = own_templates(tmp_path, {})
    for wording in (library / "base" / "wording").glob("*.yaml"):
        if wording.stem != "en":
            wording.unlink()
    folder = bilingual(tmp_path, CASE.replace("[en, fr]", "[en, fr, de]"), "[]\n")
    options = ("--quiet", "--templates", library)
    told = tell(capsys, "check", folder, *options)
    assert told.status == 0
    assert [line.partition(" yet")[0] for line in told.problems if "wording" in line] == [
        f"{folder}/case.yaml:2:12: warning: packs have no wording in '{one}'" for one in ("de", "fr")
    ]
    add_language(library, "fr", "fr_FR")
    told = tell(capsys, "check", folder, *options)
    assert told.status == 1
    lacking = [line for line in told.problems if "would get this text" in line]
    assert [line.partition(" would")[0] for line in lacking] == [
        f"{folder}/case.yaml:5:10: error: {one}" for one in ("track-i", "track-ii")
    ]
