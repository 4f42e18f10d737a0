"""Texts: whatever editor saved a file, it is read as the same text."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest
from tests.building import INPUTS, TEMPLATES, make_packs, tell

from briefpack.commands.custody import unseal
from briefpack.files.comments import read_comments
from briefpack.files.settings import read_settings
from briefpack.packs.orders import Order

MARK = b"\xef\xbb\xbf"
TEXTS = (".yaml", ".j2", ".csl", ".md")
OWN = {
    "organisation.yaml": 'name: House\ncitation_style: own.csl\ncolours: {accent: "8A3A1C"}\n',
    "wording/en.yaml": "headings: {contents: What is where}\n",
    "parts/glossary.md.j2": "# Words\n\n{% block table %}\nNone.\n{% endblock %}\n",
}


def as_windows_saves(folder: Path) -> None:
    """Save every text below a folder with a byte-order mark and the line ends of Windows."""
    for path in (path for path in folder.rglob("*") if path.name.endswith(TEXTS)):
        path.write_bytes(MARK + path.read_bytes().replace(b"\n", b"\r\n"))


def packs(root: Path) -> dict[str, bytes]:
    """Return the packs of the case below a folder in the house style beside it."""
    order = Order(root / "harbour-talks", root / "templates", "house", ("track-i",), ("en",))
    return make_packs(order)


def test_a_pack_is_the_same_whatever_editor_saved_what_it_is_made_of(tmp_path: Path) -> None:
    """Templates, wording, citation style, organisation, case and registry: with marks and line ends, and without."""
    shutil.copytree(INPUTS / "harbour-talks", tmp_path / "harbour-talks")
    shutil.copytree(TEMPLATES / "base", tmp_path / "templates/base")
    for name, text in OWN.items():
        path = tmp_path / "templates/house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    found = find_spec("citeproc")
    styles = Path(str(found and found.origin)).parent / "data/styles"
    shutil.copy(styles / "harvard-cite-them-right.csl", tmp_path / "templates/house/own.csl")
    plain = packs(tmp_path)
    as_windows_saves(tmp_path)
    assert packs(tmp_path) == plain
    assert "What is where" in plain["harbour-talks.track-i.en.md"].decode()


def test_markdown_for_typeset_may_begin_with_a_byte_order_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The front matter behind the mark is front matter, and the file the same."""
    note = tmp_path / "note.md"
    made = []
    for mark in (b"", MARK):
        note.write_bytes(mark + b"---\r\ntitle: Note\r\n---\r\n\r\n# Heading\r\n")
        assert tell(capsys, "typeset", note, "-o", tmp_path / "note.docx").status == 0
        made.append((tmp_path / "note.docx").read_bytes())
    assert made[0] == made[1]


def test_settings_keys_and_comments_are_read_behind_a_byte_order_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A comment in the first line is a comment, a key file holds its key, and a registry comes out as it went in."""
    config = tmp_path / "config.yaml"
    config.write_bytes(MARK + b"# Dr Who\r\nlanguages: [en]\r\n")
    assert list(read_settings(config)) == ["languages"]
    assert [comment for _, comment in read_comments(tmp_path)] == ["# Dr Who"]
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "key.txt").write_bytes(MARK + f"# mine\r\n{identity}\r\n".encode())
    monkeypatch.setenv("BRIEFPACK_AGE_IDENTITY", str(tmp_path / "key.txt"))
    sealed = tmp_path / "registry.yaml.age"
    sealed.write_bytes(pyrage.encrypt(MARK + b"people: []\r\n", [identity.to_public()]))
    assert unseal(sealed) == "people: []\n"
