"""The library: what a build is asked for, what packs are made from, and what is said of a word that names nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefpack.files.case_languages import case_languages
from briefpack.files.digests import digest
from briefpack.files.library import open_library
from briefpack.files.sources import documents
from briefpack.problems import Refusal

EMPTY_FILES = (
    "inputs/harbour/case.yaml",
    "inputs/harbour/assessment.yaml",
    "inputs/harbour/registry.yaml",
    "inputs/river/case.yaml",
    "inputs/.drafts/case.yaml",
    "inputs/_old/case.yaml",
    "inputs/empty/notes.txt",
    "templates/base/organisation.yaml",
    "templates/base/pack.md.j2",
    "templates/base/wording/en.yaml",
    "templates/base/wording/fr.yaml",
    "templates/default/organisation.yaml",
    "templates/second/organisation.yaml",
    "templates/notes/README.md",
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a library in it, and work there."""
    for name in EMPTY_FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _refused(config: dict[str, object]) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        open_library(config)
    return list(map(str, refusal.value.problems))


@pytest.mark.usefixtures("library")
def test_everything_found_is_built_unless_asked_otherwise() -> None:
    """Cases are the visible folders, organisations those with an organisation.yaml but the base; languages, those with
    wording that a case is written in: English, where it lists none.
    """
    found = open_library({})
    assert found.cases == ("empty", "harbour", "river")
    assert found.organisations == ("default", "second")
    assert found.audiences == ("track-i", "track-ii")
    assert found.languages == ("en", "fr")
    assert found.languages_of == dict.fromkeys(found.pairs, ("en",))


def test_the_settings_file_narrows_and_the_command_line_has_the_last_word(library: Path) -> None:
    """`inputs/config.yaml` gives the defaults of its library, and `--config` overrides them key by key."""
    (library / "inputs/config.yaml").write_text("organisations: second\nlanguages: [fr, en]\n", encoding="utf-8")
    assert open_library({}).organisations == ("second",)
    found = open_library({"organisation": "default"})
    assert (found.organisations, found.languages) == (("default",), ("en", "fr"))


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("value", ["river,harbour", "river, harbour,river", ["harbour", "river"]])
def test_several_words_are_a_list_or_have_commas_between(value: object) -> None:
    """Both spellings choose each word once, in the library's order."""
    assert open_library({"cases": value}).cases == ("harbour", "river")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("config", "line"),
    [
        ({"cases": "rivre"}, "--config cases: error: there is no case 'rivre' (did you mean 'river'?): choose from "),
        ({"cases": None}, "--config cases: error: nothing is named here: name one or more of empty, harbour, river"),
        ({"case": "river"}, "--config case: error: there is no setting 'case' (did you mean 'cases'?): choose from "),
        (
            {"audience": "team"},
            "--config audience: error: there is no audience 'team': choose from track-i, track-ii, coordinator",
        ),
        ({"language": "de"}, "--config language: error: there is no language 'de': choose from en, fr"),
        ({"templates": "nowhere"}, "--config templates: error: there is no folder 'nowhere': name the folder that"),
        (
            {"outputs": "inputs/packs"},
            "--config outputs: error: 'inputs/packs' lies in the inputs: packs need a folder",
        ),
        ({"outputs": "out{1}"}, "--config outputs: error: one folder is expected here, without braces in its name"),
        ({"inputs": None}, "--config inputs: error: one folder is expected here, without braces in its name"),
    ],
)
def test_a_mistake_on_the_command_line_is_refused_in_one_line(config: dict[str, object], line: str) -> None:
    """The line says where, what is wrong, what is nearest and what exists."""
    (problem,) = _refused(config)
    assert problem.startswith(line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("audiences: [track-i, track-3]\n", "inputs/config.yaml:1:22: error: there is no audience 'track-3': choose"),
        ("\norganisation: second\n", "inputs/config.yaml:2:1: error: there is no setting 'organisation' (did you mean"),
        ("languages: []\n", "inputs/config.yaml:1:1: error: nothing is named here: name one or more of en, fr"),
        ("languages: {en: fr}\n", "inputs/config.yaml:1:12: error: a word or a list of words is expected here"),
        ("languages: [[en]]\n", "inputs/config.yaml:1:13: error: a word or a list of words is expected here"),
        ("- en\n", "inputs/config.yaml:1:1: error: keys are expected here"),
        ("languages: [en\n", "inputs/config.yaml:2:1: error: this is not YAML"),
        ("cases: harbour #river\n", "inputs/config.yaml:1:16: error: everything from ' #' on is read as a comment"),
        ("cases:\n  - river\n  - #harbour\n", "inputs/config.yaml:3:5: error: a comment begins here, so no value"),
        ("languages: en\nlanguages: fr\n", "inputs/config.yaml:2:1: error: the key 'languages' is repeated"),
        ("languages: \x07\n", "inputs/config.yaml:1:1: error: this is not YAML"),
    ],
)
def test_a_mistake_in_the_settings_file_is_refused_with_its_place(library: Path, text: str, line: str) -> None:
    """The line has the file, line and column of the word that is wrong."""
    (library / "inputs/config.yaml").write_text(text, encoding="utf-8")
    (problem,) = _refused({})
    assert problem.startswith(line)


@pytest.mark.usefixtures("library")
def test_page_numbers_come_from_a_libreoffice_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs made without it are those without page numbers: stale once it is there, and whoever builds is told."""
    plain = open_library({})
    monkeypatch.setenv("PATH", str(tmp_path))
    lacking = open_library({"page_numbers": "libreoffice"})
    assert (lacking.page_numbers, len(lacking.warnings), plain.warnings) == ("none", 1, ())
    assert lacking.made_from("default", "harbour") == plain.made_from("default", "harbour")
    (tmp_path / "soffice").touch(0o755)
    having = open_library({"page_numbers": "libreoffice"})
    assert (having.page_numbers, having.warnings) == ("libreoffice", ())
    assert having.made_from("default", "harbour") != plain.made_from("default", "harbour")


def test_a_settings_file_that_is_not_text_is_refused(library: Path) -> None:
    """A file in another encoding is named, with what to do."""
    (library / "inputs/config.yaml").write_bytes(b"languages: \xff\xfe\n")
    assert _refused({}) == ["inputs/config.yaml:1:1: error: the file is not UTF-8 text: save it as UTF-8"]


def test_an_empty_settings_file_says_nothing(library: Path) -> None:
    """A settings file with comments alone leaves every default as it is."""
    (library / "inputs/config.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert open_library({}).languages == ("en", "fr")


@pytest.mark.usefixtures("library")
def test_all_mistakes_are_told_at_once() -> None:
    """Two misspelt words give two lines."""
    assert len(_refused({"cases": "rivre", "organisation": "thrid"})) == 2


def test_a_library_with_nothing_in_it_says_what_to_make(library: Path) -> None:
    """Where there is no case, or no wording in the language of any case, the line says what is missing where."""
    (library / "bare").mkdir()
    assert _refused({"inputs": "bare"}) == [
        "bare:1:1: error: there is no case here: make a folder with a case.yaml in it"
    ]
    (library / "templates/base/wording/en.yaml").unlink()
    assert _refused({}) == [
        "inputs/config.yaml:1:1: error: the 'languages' of their case.yaml are none that is asked for, or have no "
        "wording, neither in templates/base/wording nor of who sends them: empty (en), harbour (en), river (en)"
    ]


def test_a_name_that_snakemake_would_misread_is_refused(library: Path) -> None:
    """A case folder with braces in its name is named, with what to do."""
    (library / "inputs/a{b}").mkdir()
    (problem,) = _refused({})
    assert problem == (
        "inputs/a{b}:1:1: error: the name of this case has braces, which Snakemake reads as a wildcard: rename it"
    )


def test_a_mistake_in_the_settings_file_is_refused_even_where_it_is_overridden(library: Path) -> None:
    """The command line has the last word on what is built, and none on what is right."""
    (library / "inputs/config.yaml").write_text("organisations: [nope]\n", encoding="utf-8")
    (problem,) = _refused({"organisation": "default"})
    assert problem.startswith("inputs/config.yaml:1:17: error: there is no organisation 'nope': choose from ")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("track-2", ""),
        ("track-iii", ""),
        ("track_i", " (did you mean 'track-i'?)"),
        ("Track II", " (did you mean 'track-ii'?)"),
    ],
)
def test_a_word_is_proposed_only_where_it_stands_out(word: str, hint: str) -> None:
    """Two words nearly as near are both left unsaid: a wrong proposal sends a pack to the wrong reader."""
    assert _refused({"audience": word}) == [
        f"--config audience: error: there is no audience '{word}'{hint}: choose from track-i, track-ii, coordinator"
    ]


def test_the_documents_of_a_case_are_its_yaml_files_and_its_registry(library: Path) -> None:
    """All that a build must look at again when it is edited, and nothing else of the folder."""
    found = [file.name for file in documents(library / "inputs/harbour")]
    assert found == ["assessment.yaml", "case.yaml", "registry.yaml"]
    assert documents(library / "inputs/empty") == []


def test_an_organisation_is_fed_by_the_base_and_its_own_folder(library: Path) -> None:
    """An edit to one organisation's templates changes its digest alone; an edit to the base changes all."""
    first = open_library({}).templates_of
    (library / "templates/second/pack.md.j2").touch()
    second = open_library({}).templates_of
    assert (first["default"] == second["default"], first["second"] == second["second"]) == (True, False)
    (library / "templates/base/more.md.j2").touch()
    third = open_library({}).templates_of
    assert (second["default"] == third["default"], second["second"] == third["second"]) == (False, False)


def test_the_digest_of_a_case_changes_with_its_documents_whatever_their_dates(library: Path) -> None:
    """An edit with an old date is an edit, one of the registry too: packs are compared with it before their release."""
    first = open_library({})
    for name in ("case.yaml", "registry.yaml"):
        path = library / "inputs/harbour" / name
        path.write_text("edited\n", encoding="utf-8")
        os.utime(path, (0, 0))
        second = open_library({})
        assert second.made_from("default", "harbour") != first.made_from("default", "harbour")
        assert second.made_from("default", "river") == first.made_from("default", "river")
        first = second


def test_a_file_that_cannot_be_read_is_left_to_the_job_that_needs_it(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One unreadable file changes the digest of its case and does not stop the others."""
    (library / "inputs/harbour/case.yaml").write_text("id: harbour\n", encoding="utf-8")
    first = open_library({})
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.parent.name == "harbour":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    second = open_library({})
    assert second.made_from("default", "harbour") != first.made_from("default", "harbour")
    assert second.made_from("default", "river") == first.made_from("default", "river")


@pytest.mark.usefixtures("library")
def test_a_folder_that_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder nobody may open is one line with its name."""

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert _refused({}) == ["inputs:1:1: error: this cannot be read: Permission denied"]


def test_a_digest_changes_with_content_and_names_only(tmp_path: Path) -> None:
    """Edits, additions, renamings and removals change it; dates, READMEs and what editors leave behind do not."""
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    first = digest(tmp_path)
    os.utime(tmp_path / "a.txt", (0, 0))
    for dropping in ("README.md", ".a.txt.swp", "~$a.docx", "a.txt~", "#a.txt#"):
        (tmp_path / dropping).touch()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").touch()
    assert digest(tmp_path) == first
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    renamed = digest(tmp_path)
    (tmp_path / "b.txt").write_text("two", encoding="utf-8")
    edited = digest(tmp_path)
    (tmp_path / "c.txt").touch()
    added = digest(tmp_path)
    assert len({first, renamed, edited, added}) == 4
    (tmp_path / "c.txt").unlink()
    assert digest(tmp_path) == edited
    assert digest(tmp_path / "b.txt") != digest(tmp_path / "no such file")


def test_names_and_contents_cannot_be_mistaken_for_each_other(tmp_path: Path) -> None:
    """A name and text that move into another file's text give another digest."""
    for folder, files in (("first", {"1": "a2b"}), ("second", {"1": "a", "2": "b"})):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    assert digest(tmp_path / "first") != digest(tmp_path / "second")


def test_the_snakefile_stays_quick_to_read() -> None:
    """Importing the library loads neither pydantic, python-docx nor Jinja."""
    program = "import sys, briefpack.files.library; print(*({'pydantic', 'docx', 'jinja2'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert loaded.split() == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("languages: [fr, en]\n", ("fr", "en")),
        ("id: x\nlanguages:\n  - fr\n  # and, some day, ru\n  - de\ntitle: x\n", ("fr", "de")),
        ("languages: {value: [fr], sensitivity: shared}\n", ("fr",)),
        ("title: x\n  languages: [fr]\n", ("en",)),
        ("languages: [fr\n", ("en",)),
        ("languages: fr\n", ("en",)),
    ],
)
def test_the_languages_of_a_case_are_read_without_the_rest_of_it(
    library: Path, written: str, read: tuple[str, ...]
) -> None:
    """In a list of any form; where the list is wrong, English is built, and who reads the whole file refuses it."""
    (library / "inputs/river/case.yaml").write_text(written, encoding="utf-8")
    assert case_languages(library / "inputs/river") == read


def test_each_case_is_built_in_its_own_languages_that_have_wording(library: Path) -> None:
    """Its first language comes first; one without wording is left out, and so is a case that has no other."""
    (library / "inputs/river/case.yaml").write_text("languages: [fr, de, en]\n", encoding="utf-8")
    (library / "inputs/harbour/case.yaml").write_text("languages: [de]\n", encoding="utf-8")
    found = open_library({})
    assert {case: own for (_, case), own in found.languages_of.items()} == {
        "empty": ("en",),
        "harbour": (),
        "river": ("fr", "en"),
    }
    assert found.packs("second", "river") == [f"river.{one}.{code}" for one in found.audiences for code in ("fr", "en")]
    assert {case for _, case in found.pairs} == {"empty", "river"}
    assert any("no pack is made of these" in line and "harbour (de)" in line for line in found.warnings)


def test_a_language_that_an_organisation_alone_has_wording_in_is_built_for_it_alone(library: Path) -> None:
    """The base lacks German: who has it sends the case in it, who has not sends none, and that is told."""
    (library / "inputs/river/case.yaml").write_text("languages: [de]\n", encoding="utf-8")
    (library / "templates/second/wording").mkdir()
    (library / "templates/second/wording/de.yaml").touch()
    found = open_library({})
    assert found.languages == ("de", "en", "fr")
    assert found.worded_in == {"default": ("en", "fr"), "second": ("de", "en", "fr")}
    assert [pair for pair in found.pairs if "river" in pair] == [("second", "river")]
    assert found.packs("second", "river") == ["river.track-i.de", "river.track-ii.de"]
    assert any("other organisations alone have wording" in line and "default/river" in line for line in found.warnings)
    (problem,) = _refused({"organisation": "default", "cases": "river", "language": "de"})
    assert "have no wording" in problem
    assert "river (de)" in problem


def test_a_language_narrows_a_build_to_the_cases_that_are_written_in_it(library: Path) -> None:
    """Others are left out with a warning; a case that is named itself is refused, with the language that it lacks."""
    (library / "inputs/river/case.yaml").write_text("languages: [en, fr]\n", encoding="utf-8")
    found = open_library({"language": "fr"})
    assert found.pairs == (("default", "river"), ("second", "river"))
    assert found.packs("default", "river") == ["river.track-i.fr", "river.track-ii.fr"]
    assert any("empty (en), harbour (en)" in line for line in found.warnings)
    assert _refused({"language": "en,fr", "cases": "harbour,river"}) == [
        "--config language: error: not written in 'fr': harbour: list it under 'languages' of case.yaml, or leave it "
        "out here"
    ]


def test_a_case_is_stale_once_a_translation_of_its_texts_changes(library: Path) -> None:
    """The files of its texts are made into packs as its own are; nothing else in that folder or another one is."""
    (library / "inputs/river/texts").mkdir()
    seen = [open_library({}).documents_of["river"]]
    for name in ("texts/fr.yaml", "texts/de.yml"):
        (library / "inputs/river" / name).write_text("[]\n", encoding="utf-8")
        seen.append(open_library({}).documents_of["river"])
    assert len(set(seen)) == 3
    for name in ("texts/notes.txt", "texts/.fr.yaml", "texts/old/fr.yaml", "other/fr.yaml"):
        (library / "inputs/river" / name).parent.mkdir(exist_ok=True)
        (library / "inputs/river" / name).write_text("[]\n", encoding="utf-8")
        assert open_library({}).documents_of["river"] == seen[-1]
