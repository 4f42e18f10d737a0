"""Page one: what is reckoned of it is never less than LibreOffice sets, and at most a tenth more."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.building import INPUTS, PACKS, ROOT, shipped_packs

from briefpack.stages.render import page_one
from briefpack.stages.typeset import typeset
from briefpack.word.page_room import page_room

STYLE = (ROOT / "templates" / "base" / "style.docx").read_bytes()
#: Where text begins and ends on a page of the base style, in points from its top.
TOP, BOTTOM = 1304 / 20, (16838 - 1191) / 20
LINE = re.compile(r'<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">(.*?)</line>', re.DOTALL)
END = "\n\n---\n\n## Contents\n\n- [End](#end)\n\n## End\n\nEnd.\n\n"


def set_height(pdf: Path, notes: list[str]) -> float:
    """Return how many points of page one are taken: to the last line of its text, and from its first footnote on."""
    told = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    lines = [
        (float(top), float(end), " ".join(html.unescape(word) for word in re.findall(r">([^<]+)</word>", words)))
        for top, end, words in LINE.findall(told.split("<page ")[1])
    ]
    lines = [one for one in lines if one[0] > TOP - 3 and one[1] < BOTTOM + 3]
    firsts = [one.partition(": ")[2][:12] for one in notes]
    foot = min((top for top, _, text in lines if any(first in text for first in firsts)), default=BOTTOM)
    return max(end for top, end, _ in lines if top < foot - 4) - TOP + BOTTOM - foot


def test_page_one_of_each_shipped_pack_is_reckoned_never_under_and_at_most_a_tenth_over(tmp_path: Path) -> None:
    """So a page one that is said to fit never runs onto page two, and little of a page is given away."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("pages need LibreOffice and poppler: make documents-tools")
    room, reckoned = page_room(STYLE, "a4"), {}
    for case in sorted(one.name for one in INPUTS.iterdir() if one.is_dir()):
        files = shipped_packs(case)
        for audience in PACKS:
            text = files[f"{case}.{audience}.en.md"].decode("utf-8")
            first = page_one(text)
            lines = [line for line in text.split("\n") if re.match(r"\[\^.+?\]: ", line)]
            notes = [line for line in lines if line.partition(":")[0] in first]
            pictures = {path: data for path, data in files.items() if path.endswith(".png") and path in first}
            heights = {path: int.from_bytes(data[20:24], "big") * 25.4 / 200 for path, data in pictures.items()}
            # Links lead to annexes that stand on other pages.
            alone = re.sub(r"\]\(#[^)]*\)", "](https://a.example)", first)
            word = typeset(alone + END + "\n\n".join(notes) + "\n", STYLE, pictures=pictures)
            (tmp_path / f"{case}.{audience}.docx").write_bytes(word)
            reckoned[f"{case}.{audience}"] = (room.taken(first, heights), notes)
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=300)
    off = {name: taken / set_height(tmp_path / f"{name}.pdf", notes) for name, (taken, notes) in reckoned.items()}
    assert {name: share for name, share in off.items() if not 1 <= share <= 1.1} == {}
    assert max(taken for taken, _ in reckoned.values()) <= room.height
