"""The shipped template: an invented organisation's Word template that LibreOffice wrote, as its packs are set in it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.building import TEMPLATES, shipped_pack, tell

from briefpack.files.organisations import read_organisation_settings

STYLE = TEMPLATES / "deux-rives" / "style.dotx"
SOURCE = Path(__file__).parent / "deux-rives.fodt"
CASE = "korrin-pastures"


def _part(file: Path | bytes, name: str) -> str:
    with zipfile.ZipFile(file if isinstance(file, Path) else io.BytesIO(file)) as package:
        return package.read(name).decode("utf-8")


def test_it_was_not_written_by_our_code() -> None:
    """LibreOffice says that it did, and our styles are not in it."""
    assert "<Application>LibreOffice/" in _part(STYLE, "docProps/app.xml")
    assert "template.main+xml" in _part(STYLE, "[Content_Types].xml")
    styles = _part(STYLE, "word/styles.xml")
    assert "Handling Mark" not in styles
    assert "Briefing Table" not in styles
    assert "List Bullet" not in styles


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_it_is_what_its_readme_says_that_it_was_made_from(tmp_path: Path) -> None:
    """The same command gives the same styles, headers and footers again, but for what a newer LibreOffice adds."""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "dotx:MS Word 2007 XML Template"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(SOURCE)], check=True, capture_output=True, timeout=120)
    made = tmp_path / "deux-rives.dotx"
    for name in ("word/styles.xml", "word/header1.xml", "word/footer1.xml"):
        assert _seen(_part(made, name)) == _seen(_part(STYLE, name))


def _seen(part: str) -> tuple[list[str], list[str]]:
    """Return the names of styles and colours of a part, and its texts."""
    return re.findall(r'<w:(?:name|color) w:val="([^"]+)"', part), re.findall(r"<w:t[ >][^<]*", part)


def test_its_faults_are_mended_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Its README names three kinds: headings that number themselves, pale links and narrow margins."""
    told = tell(capsys, "style", STYLE)
    assert (told.status, told.err) == (0, "")
    changed = [line for line in told.out.splitlines() if line.startswith("changed: ")]
    assert len([line for line in changed if "numbers itself in your template" in line]) == 3
    assert [line for line in changed if "Hyperlink" in line and "has only 2.8 to 1" in line]
    assert len([line for line in changed if "margin leaves no room for the handling mark" in line]) == 2
    confirmed = read_organisation_settings(TEMPLATES, "deux-rives").letterhead.confirmed
    assert told.out.count("    confirmed: packs bear it\n") == len(confirmed) == 4


def test_its_packs_look_like_it_and_bear_its_letterhead() -> None:
    """Typeface, colour of headings, head and foot are those of the template; the mark of the case stands there too."""
    _, word = shipped_pack(CASE, "track-i", "deux-rives")
    styles = _part(word, "word/styles.xml")
    heading = re.search(r'<w:style [^>]*w:styleId="Heading1".*?</w:style>', styles, re.S)
    assert heading is not None
    assert "C99A6B" in heading[0]
    assert 'w:ascii="Times New Roman"' in styles
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        edges = [
            package.read(name).decode() for name in package.namelist() if re.match(r"word/(header|footer)\d", name)
        ]
    said = "".join(re.sub(r"<[^>]+>", "", edge) for edge in edges)
    for text in ("Fondation des Deux Rives", "Quai du Bac 7, 1299 Rivemont", "deux-rives.example", "CONFIDENTIAL"):
        assert text in said
