"""New organisation: the folder with which an organisation begins builds at once, and shows each kind of change."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.building import INPUTS, SHIPPED, TEMPLATES, make_packs, tell

from briefpack.files.case_languages import case_languages
from briefpack.files.catalogues import read_catalogue
from briefpack.handbook import PACK_AUDIENCES
from briefpack.packs.house_styles import read_settings
from briefpack.packs.orders import Order

Capture = pytest.CaptureFixture[str]
CASE = "harbour-talks"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a template library with the base alone."""
    shutil.copytree(TEMPLATES / "base", tmp_path / "templates" / "base")
    return tmp_path / "templates"


def _packs(library: Path, organisation: str = "my-office", case: str = CASE) -> dict[str, str]:
    """Return the Markdown pack of each audience in the house style of an organisation."""
    files = make_packs(Order(INPUTS / case, library, organisation, PACK_AUDIENCES, ("en",)))
    return {audience: files[f"{case}.{audience}.en.md"].decode() for audience in PACK_AUDIENCES}


def _headings(text: str) -> list[str]:
    return re.findall(r"^## (.*)", text, re.M)


def test_it_builds_at_once_and_shows_each_change_that_its_readme_names(library: Path, capsys: Capture) -> None:
    """Name, contact, a heading, an order, a section, a block for both and a block for one audience are in its packs."""
    assert tell(capsys, "new-organisation", "my-office", "--templates", library).status == 0
    packs = _packs(library)
    officials, convenors = packs["track-i"], packs["track-ii"]
    for text in packs.values():
        assert "**From:** My office, Briefing desk · **Contact:** Head of the briefing desk" in text
    headings = [heading.partition(":")[0] for heading in _headings(officials)]
    steps = [f"Step {number}" for number in range(1, 6)]
    body = ["What to say", "Coordination between the tracks", *steps, "How to use this pack", "Annex A"]
    assert headings[(at := headings.index("What to say")) : at + len(body)] == body
    assert "Activities" not in "".join(_headings(officials))
    assert "How to use this pack" not in _headings(convenors)
    assert "One question is enough to open a conversation.\n\n### Questions to ask" in convenors
    with_glossary = _packs(library, case="inter-tajik-dialogue")["track-ii"]
    assert re.search(r"^## Annex .: Glossary\n\n- \*\*", with_glossary, re.M)


def test_it_passes_the_checks(library: Path, capsys: Capture) -> None:
    """No shipped case has a problem or too long a page in it, and its settings and templates are read without one."""
    tell(capsys, "new-organisation", "my-office", "--templates", library)
    told = tell(capsys, "check", INPUTS / CASE, "--quiet", "--templates", library, "--organisation", "my-office")
    assert (told.status, told.err) == (0, "")


def test_it_has_its_texts_in_each_language_of_the_shipped_cases(library: Path, capsys: Capture) -> None:
    """No case is refused because an example is in English alone, and none is in English where its pack is not."""
    tell(capsys, "new-organisation", "my-office", "--templates", library)
    languages = {one for case in SHIPPED for one in case_languages(INPUTS / case)}
    assert len(languages) > 3
    said = {one: read_catalogue(library, "my-office", one).texts for one in languages}
    for key in (key for key in said["en"] if key.startswith("own.")):
        assert len({str(texts[key]) for texts in said.values()}) == len(languages)


@pytest.mark.parametrize(("ending", "called"), [(".docx", "style.docx"), (".DOTX", "style.dotx")])
def test_a_word_template_is_copied_and_examined(library: Path, capsys: Capture, ending: str, called: str) -> None:
    """What `style` says of it is said; paper and colours are left to it, and packs are set in it."""
    template = library.parent / f"House paper{ending}"
    shutil.copyfile(TEMPLATES / "base" / "style.docx", template)
    told = tell(capsys, "new-organisation", "my-office", "--style", template, "--templates", library)
    examined = tell(capsys, "style", template, "--templates", library)
    assert told.status == 0
    assert told.out.startswith(examined.out)
    assert (library / "my-office" / called).read_bytes() == template.read_bytes()
    settings = (library / "my-office" / "organisation.yaml").read_text(encoding="utf-8")
    assert "\n# paper: a4\n" in settings
    assert "\n# colours:\n#   heading:" in settings
    assert "letterhead:" not in settings
    assert "My office" in _packs(library)["track-i"]


def test_a_letterhead_stands_ready_to_be_confirmed(library: Path, capsys: Capture) -> None:
    """Its parts stand as comments in organisation.yaml; without the signs before them packs bear it, and not before."""
    template = TEMPLATES / "deux-rives" / "style.dotx"
    told = tell(capsys, "new-organisation", "my-office", "--style", template, "--templates", library)
    settings = library / "my-office" / "organisation.yaml"
    ready = settings.read_text(encoding="utf-8")
    listed = re.findall(r"under 'confirmed' of 'letterhead': (\S+)", told.out)
    assert re.findall(r"^#     - (\S+)  # the ", ready, re.M) == listed != []
    assert read_settings(library, "my-office").letterhead.confirmed == ()
    settings.write_text(re.sub(r"^# (letterhead:\n)((?:#   .*\n)+)", _uncommented, ready, flags=re.M), encoding="utf-8")
    assert list(read_settings(library, "my-office").letterhead.confirmed) == listed
    told = tell(capsys, "style", library / "my-office" / "style.dotx", "--templates", library)
    assert told.out.count("confirmed: packs bear it") == len(listed)
    assert "confirm its letterhead" not in tell(capsys, "new-organisation", "other", "--templates", library).out


def _uncommented(lines: re.Match[str]) -> str:
    return lines[0].replace("# ", "", 1).replace("\n# ", "\n")


def test_a_template_that_cannot_be_used_makes_nothing(library: Path, capsys: Capture) -> None:
    """What is wrong with it is said as `style` says it, and no folder is begun."""
    template = library.parent / "paper.docx"
    template.write_bytes(b"no Word document")
    told = tell(capsys, "new-organisation", "my-office", "--style", template, "--templates", library)
    assert (told.status, told.out) == (1, "")
    assert told.err == tell(capsys, "style", template, "--templates", library).err
    assert not (library / "my-office").exists()


@pytest.mark.parametrize("name", ["paper.odt", "paper"])
def test_what_is_no_word_template_is_refused_by_its_name(library: Path, capsys: Capture, name: str) -> None:
    """A document of another kind is told with the kinds that can be used."""
    told = tell(capsys, "new-organisation", "my-office", "--style", library.parent / name, "--templates", library)
    assert (told.status, told.out) == (1, "")
    assert f"{name}:1:1: error: a Word template ends in .docx, .dotx, .docm, .dotm" in told.err


@pytest.mark.parametrize("name", ["My-office", "my_office", "../my-office", "my-office/x", "-x", "1st", "", "x" * 65])
def test_a_name_that_no_folder_of_packs_can_have_is_refused(library: Path, capsys: Capture, name: str) -> None:
    """Small letters, digits and hyphens make names that are the same on every system."""
    told = tell(capsys, "new-organisation", "--templates", library, "--", name)
    assert (told.status, told.out) == (1, "")
    assert "error: a name begins with a small letter" in told.err
    assert [path.name for path in library.iterdir()] == ["base"]


@pytest.mark.parametrize("name", ["base", "team-only", "track-i", "register"])
def test_a_name_that_stands_for_something_else_is_refused(library: Path, capsys: Capture, name: str) -> None:
    """A folder of reports or of templates for one audience is no organisation's."""
    told = tell(capsys, "new-organisation", name, "--templates", library)
    assert (told.status, told.out) == (1, "")
    assert "this name stands for a folder of briefpack's own" in told.err


def test_an_organisation_that_is_there_is_left_as_it_is(library: Path, capsys: Capture) -> None:
    """Not a file of it is written again."""
    own = library / "my-office"
    own.mkdir()
    (own / "organisation.yaml").write_text("name: Ours\n", encoding="utf-8")
    told = tell(capsys, "new-organisation", "my-office", "--templates", library)
    assert (told.status, told.out) == (1, "")
    assert "my-office:1:1: error: this is there already" in told.err
    assert [path.name for path in own.iterdir()] == ["organisation.yaml"]
