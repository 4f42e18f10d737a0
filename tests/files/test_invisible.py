"""Invisible characters: kept without a word where a script needs them, told anywhere else, never in a name of ours."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.building import LEAST, PACKS, TEMPLATES, complaints, gated_alone, tell, write_case

from briefpack.files.documents import parse_document
from briefpack.packs.orders import Order
from briefpack.problems import Refusal

NEEDED = {
    "Thai words": "\u0e2a\u0e31\u0e19\u0e15\u0e34\u200b\u0e20\u0e32\u0e1e",
    "Thai beside a bracket": "\u0e2a\u0e31\u0e19\u200b(\u200bIOM) \u0e01",
    "Lao words": "\u0eaa\u0eb1\u0e99\u200b\u0e95\u0eb4",
    "Khmer words": "\u179f\u1793\u17d2\u178f\u17b7\u200b\u1797\u17b6\u1796",
    "Burmese words": "\u1004\u103c\u102d\u1019\u103a\u200b\u1038",
    "Persian, parted": "\u0645\u06cc\u200c\u0631\u0648\u062f",
    "Persian, at the end of a word": "\u062e\u0627\u0646\u0647\u200c \u0647\u0627",
    "Arabic, joined to nothing": "1445 \u0647\u200d",
    "Sinhala": "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
    "Devanagari": "\u0915\u094d\u200d\u0937",
    "Malayalam, parted": "\u0d28\u0d4d\u200c\u0d31\u0d46",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "a shade of skin": "\U0001f469\U0001f3fd\u200d\u2695\ufe0f",
    "a heart": "\u2764\ufe0f\u200d\U0001f525",
    "a mark of direction": "\u0633\u0644\u0627\u0645\u200f (IOM) \u200e2024",
    "a number sign": "\u0600\u0661\u0662",
}


@pytest.mark.parametrize("text", NEEDED.values(), ids=NEEDED)
@pytest.mark.parametrize("form", ["a: {}\n", 'a: "{}"\n', "a: |\n  x {}\n"])
def test_what_a_script_needs_is_kept_without_a_word(text: str, form: str) -> None:
    """Nobody is advised to break a word of Thai or Persian."""
    document, problems = parse_document(form.format(text), "a.yaml", ())
    assert not problems
    assert document
    assert text in document.data["a"]


def test_what_a_script_needs_can_be_spelt_with_a_backslash() -> None:
    """In double quotes YAML spells any character by its number."""
    document, problems = parse_document('a: "\u0645\u06cc\\u200c\u0631"\n', "a.yaml", ())
    assert not problems
    assert document
    assert document.data["a"] == "\u0645\u06cc\u200c\u0631"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Tam\u200bsel", "error"),
        ("\u0421\u0430\u200b\u0448\u0430", "error"),
        ("1\u200b2", "error"),
        ("\u0645\u200b\u06cc", "error"),
        ("\u0e2a\u2060\u0e31", "error"),
        ("\u202eabc", "error"),
        ("Tam\u200dsel", "warning"),
        ("Tam\u200csel", "warning"),
        ("x\u200d\U0001f525", "warning"),
        ("Tam\u200fsel", "warning"),
    ],
)
def test_what_nothing_beside_it_needs_is_told(text: str, severity: str) -> None:
    """A space of no width hides a name; a joiner between Latin letters does nothing."""
    _, problems = parse_document(f"a: x {text}\n", "a.yaml", ())
    assert [problem.severity for problem in problems] == [severity]
    assert "invisible character U+" in str(problems[0])


@pytest.mark.parametrize(
    "case",
    [
        f"{LEAST}actors: [{{id: le\u200dad, name: Them}}]\n",
        f"{LEAST}actors: [{{id: lead, na\u200dme: Them}}]\n",
        f"{LEAST}sources: [{{key: S\u200c1, type: book, title: T}}]\n",
        f"{LEAST}actors: [{{id: lead, name: Them, alias: le\u200dad}}]\n",
        f"{LEAST}actors: [{{id: lead, name: Them, alias: \u0645\u06cc\u200c\u0631}}]\n",
        f"{LEAST}summary: {{value: Words, cite: [S\u200d1]}}\nsources: [{{key: S1, type: book, title: T}}]\n",
    ],
)
def test_in_ids_keys_aliases_and_references_they_are_errors(tmp_path: Path, case: str) -> None:
    """What is compared sign by sign holds nothing that cannot be seen."""
    assert [line for line in complaints(tmp_path, case=case) if ": error:" in line]


NAME = "\u0645\u06cc\u0631\u062d\u0633\u06cc\u0646 \u0639\u0644\u06cc\u200c\u067e\u0648\u0631"
REGISTRY = f"people:\n  lead:\n    name: {NAME}\n"


def test_they_are_kept_in_word_and_in_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The words that the case has are those that its reader gets."""
    words = " ".join(NEEDED.values())
    folder = write_case(tmp_path, case=f"{LEAST}summary: {words}\n")
    assert tell(capsys, "pack", folder, "--into", tmp_path / "packs").status == 0
    markdown = next((tmp_path / "packs").rglob("*track-i.en.md")).read_text(encoding="utf-8")
    word = next((tmp_path / "packs").rglob("*track-i.en.docx")).read_bytes()
    assert words in markdown
    assert words in [paragraph.text for paragraph in docx.Document(BytesIO(word)).paragraphs]


def test_the_gate_finds_a_name_through_them(tmp_path: Path) -> None:
    """A sealed name is found however it is joined or parted, and nothing is released."""
    typed = "\u0645\u06cc\u200c\u0631\u062d\u0633\u06cc\u0646 \u0639\u0644\u06cc\u067e\u200d\u0648\u0631"
    case = f"{LEAST}summary: We met {typed} twice.\nactors: [{{id: a, name: Someone, alias: lead}}]\n"
    folder = write_case(tmp_path, case=case, registry=REGISTRY)
    with pytest.raises(Refusal, match="X01"):
        gated_alone(Order(folder, TEMPLATES, "default", PACKS, ("en",)))
