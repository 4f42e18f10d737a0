"""Outside judges: what programs that know nothing of us find in the shipped packs."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader
from spoilt import BODY, NAMESPACES, edited, good, members, packed, remove
from tests.building import ROOT, SHIPPED, shipped_packs

from briefpack.files.organisations import read_organisation_settings

ORGANISATIONS = ("default", "riverside-institute", "deux-rives")
VALIDATE = ROOT / "tests" / "validate"
#: mat2 also lists which colours a picture is painted with, and how many dots make a metre: a picture needs both.
PAINT = {"Palette", "PixelUnits", "PixelsPerUnitX", "PixelsPerUnitY"}
JUDGE = VALIDATE / "node_modules" / "@xarsh"


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return every Word pack of the shipped cases as a file; the organisation is the name of its folder."""
    folder = tmp_path_factory.mktemp("packs of all")
    for organisation in ORGANISATIONS:
        (folder / organisation).mkdir()
        for case in SHIPPED:
            for name, data in shipped_packs(case, organisation).items():
                if name.endswith(".docx"):
                    (folder / organisation / name).write_bytes(data)
    return sorted(folder.glob("*/*.docx"))


def traces(shown: str) -> dict[str, str]:
    """Return what mat2 shows of a file by name, whatever signs the name is made of."""
    return dict(re.findall(r"^ +(\S.*?): (.*)$", shown, re.MULTILINE))


def test_every_trace_is_read() -> None:
    """Names with hyphens, spaces and colons are all read as mat2 prints them."""
    shown = "[+] Metadata for x.docx:\n  Creation-Time: now\n      dc:title: A: b\n  Pixel Unit: 1\n"
    assert traces(shown) == {"Creation-Time": "now", "dc:title": "A: b", "Pixel Unit": "1"}


@pytest.mark.long
def test_mat2_finds_nothing_beyond_title_language_and_organisation(packs: list[Path]) -> None:
    """The tool that takes traces out of files would take out the title, the language and whose pack it is."""
    if not shutil.which("mat2"):
        pytest.skip("traces are looked for with mat2: make documents-tools")
    assert len([one for one in packs if one.name.count(".") == 3]) == len(ORGANISATIONS) * len(SHIPPED) * 2
    for pack in packs:
        shown = subprocess.run(["mat2", "--show", pack], capture_output=True, text=True, check=True).stdout
        found = traces(shown)
        assert {name for name in found if ":" not in name} <= PAINT, shown
        found = {name: text for name, text in found.items() if ":" in name}
        assert found.keys() == {"dc:title", "dc:creator", "dc:language"}, shown
        name = read_organisation_settings(ROOT / "templates", pack.parent.name).name
        assert (found["dc:creator"], found["dc:language"]) == (name, "en-GB")


@pytest.mark.long
def test_every_pack_becomes_a_pdf_that_holds_its_headings(packs: list[Path], tmp_path: Path) -> None:
    """LibreOffice opens each pack and lays out every heading; of a file that it cannot read it would say nothing."""
    if not shutil.which("soffice"):
        pytest.skip("packs are opened with LibreOffice: make documents-tools")
    for organisation in ORGANISATIONS:
        files = [pack for pack in packs if pack.parent.name == organisation]
        own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        to = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / organisation)]
        subprocess.run(["soffice", own, *to, *files], capture_output=True, check=True)
        for pack in files:
            pages = PdfReader(tmp_path / organisation / f"{pack.stem}.pdf").pages
            is_form = ".record." in pack.name
            assert len(pages) == 1 if is_form else len(pages) > 1
            laid_out = _letters("".join(page.extract_text() for page in pages))
            wanted = headings(pack.read_bytes())
            assert len(wanted) > 10
            assert [each for each in wanted if _letters(each) not in laid_out] == []


def headings(word: bytes) -> list[str]:
    """Return the words of every heading of a pack, those of its first page and of its tables too."""
    kinds = "starts-with(@w:val, 'Heading') or @w:val = 'FrontHeading' or @w:val = 'TableHeading'"
    path = f"//w:p[w:pPr/w:pStyle[{kinds}]]"
    found = etree.fromstring(members(word)[BODY]).xpath(path, namespaces=NAMESPACES)
    return ["".join(words.text for words in each.iter("{*}t")) for each in found]


def _letters(text: str) -> str:
    """Return a text without spaces and hyphens, which lines begin and end with."""
    return "".join(character for character in text if character.isalnum())


def _judged(*files: Path) -> subprocess.CompletedProcess[str]:
    if not JUDGE.is_dir():
        pytest.skip("the validator is not here: make validate-tools")
    return subprocess.run(["make", "--silent", "validate", f"ARGS={' '.join(map(str, files))}"], cwd=ROOT,
                          capture_output=True, text=True, check=False)  # fmt: skip


@pytest.mark.long
def test_the_outside_judge_sees_what_is_wrong(tmp_path: Path) -> None:
    """A good pack passes, a spoilt one does not, and `make validate` fails with the error and its place."""
    whole, broken = tmp_path / "good.docx", tmp_path / "broken.docx"
    whole.write_bytes(good()[1])
    broken.write_bytes(packed(edited(members(good()[1]), BODY, "//w:tblGrid", remove)))
    assert _judged(whole).returncode == 0
    judged = _judged(whole, broken)
    assert judged.returncode != 0
    lines = [line for line in judged.stdout.splitlines() if line.startswith(str(broken))]
    assert {line.split(": ")[1] for line in lines} == {"Office2019", "Microsoft365"}
    assert all("/word/document.xml" in line and "tblGrid" in line for line in lines)
    assert not any(line.startswith(str(whole)) for line in judged.stdout.splitlines())


def test_the_lock_file_of_the_judge_names_no_index() -> None:
    """Versions and digests are fixed; where packages come from is the user's own setting."""
    text = (VALIDATE / "package-lock.json").read_text(encoding="utf-8")
    assert text.count('"integrity": "sha512-') == 3
    assert "http" not in text
    assert '"resolved"' not in text
