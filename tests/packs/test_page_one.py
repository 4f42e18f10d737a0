"""Page one, briefs and forms: what is reckoned is never less than LibreOffice sets, and at most a tenth more."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.arabic import in_arabic
from tests.building import INPUTS, PACKS, TEMPLATES, shipped, shipped_packs
from tests.pages.layout import as_pdf
from tests.stages.test_typeset import respelt

from briefpack.disclosure.select import select
from briefpack.packs.house_styles import HouseStyle, read_house_style, word_of
from briefpack.packs.making import openings

#: Where text begins on a page of the base style, in points from its top.
TOP = 1304 / 20
LINE = re.compile(r'<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">(.*?)</line>', re.DOTALL)
#: The definition of a note, and its label.
NOTE = re.compile(r"^(\[\^(.+?)\]: .*)$", re.MULTILINE)
END = "\n\n---\n\n## Contents\n\n- [End](#end)\n\n## End\n\nEnd.\n\n"
EVERY = sorted(one.name for one in INPUTS.iterdir() if one.is_dir())


@dataclass(frozen=True)
class Reckoned:
    """One document: what is reckoned of it, on how many pages of which height it should stand, its notes and Word file.

    `behind` is how many pages stand behind what is reckoned.
    """

    taken: float
    pages: int
    height: float
    notes: Sequence[str]
    word: bytes
    behind: int = 0


def house_style(name: str) -> HouseStyle:
    """Return a shipped house style, or `own`: one on letter paper with other letters in its style document."""
    if name != "own":
        return read_house_style(TEMPLATES, name, "en")
    base = read_house_style(TEMPLATES, "default", "en")
    style = respelt(base.word.style, "word/styles.xml", '="Arial"', '="Times New Roman"')
    return replace(
        base, word=replace(base.word, style=style), settings=base.settings.model_copy(update={"paper": "letter"})
    )


def reckoned(house: HouseStyle) -> Iterator[tuple[str, Reckoned]]:
    """Return each page one, brief and form of the shipped cases in a house style, by name."""
    for case in EVERY:
        for audience in PACKS:
            defined = NOTE.findall(shipped_packs(case)[f"{case}.{audience}.en.md"].decode())
            for document, text, pictures in openings(select(shipped(case), audience), house):
                is_whole = document.engagement is not None
                notes = [note for note, label in NOTE.findall(text) if is_whole]
                notes = notes or [note for note, label in defined if f"[^{label}]" in text]
                # Links lead to annexes that stand on other pages.
                alone = re.sub(r"\]\(#[^)]*\)", "](https://a.example)", text)
                alone += "" if is_whole else END + "\n\n".join(notes) + "\n"
                word = word_of(
                    alone, house, "one.md", {path: one.data for path, one in pictures.items() if path in text}
                )
                taken = house.room.taken(text, {path: one.height for path, one in pictures.items()})
                yield (
                    document.stem(f"{case}.{audience}"),
                    Reckoned(taken, document.kind.pages, house.room.height, notes, word, behind=not is_whole),
                )


def pages_set(pdf: Path, one: Reckoned) -> list[float]:
    """Return how many points of each page are taken: to the last line of its text, and from its first note on."""
    told = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    pages = told.split("<page ")[1:]
    return [_set_height(page, one) for page in pages[: len(pages) - one.behind]]


def _set_height(page: str, one: Reckoned) -> float:
    bottom = TOP + one.height
    lines = [
        (float(top), float(end), " ".join(html.unescape(word) for word in re.findall(r">([^<]+)</word>", words)))
        for top, end, words in LINE.findall(page)
    ]
    lines = [each for each in lines if each[0] > TOP - 3 and each[1] < bottom + 3]
    firsts = [note.partition(": ")[2][:12] for note in one.notes]
    foot = min((top for top, _, text in lines if any(first in text for first in firsts)), default=bottom)
    return max((end for top, end, _ in lines if top < foot - 4), default=TOP) - TOP + bottom - foot


@pytest.mark.parametrize("name", ["default", "riverside-institute", pytest.param("own", marks=pytest.mark.long)])
def test_what_is_reckoned_is_never_under_and_at_most_a_tenth_over(name: str, tmp_path: Path) -> None:
    """So what is said to fit never runs onto a page more, and little of a page is given away, of briefs too."""
    every = dict(reckoned(house_style(name)))
    files = as_pdf({stem: one.word for stem, one in every.items()}, tmp_path)
    of_pages = {stem: pages_set(files[stem], one) for stem, one in every.items()}
    # What stays empty where a page ends is taken, too.
    reach = {stem: (len(found) - 1) * every[stem].height + found[-1] for stem, found in of_pages.items()}
    off = {stem: every[stem].taken / down for stem, down in reach.items()}
    assert {stem: share for stem, share in off.items() if not 1 <= share <= 1.1} == {}
    fits = {stem: len(found) <= every[stem].pages for stem, found in of_pages.items()}
    assert fits == {stem: one.taken <= one.pages * one.height for stem, one in every.items()}


def test_text_in_arabic_letters_is_never_reckoned_under(tmp_path: Path) -> None:
    """Its letters are higher and broader than Latin ones; how much so is another matter in each typeface."""
    house = house_style("default")
    every: dict[str, Reckoned] = {}
    for audience, number in (("track-i", 1), ("track-i", 2)):
        for kind in ("brief", "record"):
            name = f"harbour-talks.{audience}.en.{kind}.{number}.md"
            if name in shipped_packs("harbour-talks"):
                text = in_arabic(shipped_packs("harbour-talks")[name].decode())
                word = word_of(text, house, "one.md", {})
                every[name] = Reckoned(house.room.taken(text), 1, house.room.height, [], word)
    assert len(every) > 1
    files = as_pdf({stem: one.word for stem, one in every.items()}, tmp_path)
    of_pages = {stem: pages_set(files[stem], one) for stem, one in every.items()}
    reach = {stem: (len(found) - 1) * every[stem].height + found[-1] for stem, found in of_pages.items()}
    off = {stem: every[stem].taken / down for stem, down in reach.items()}
    assert {stem: share for stem, share in off.items() if not 1 <= share <= 1.1} == {}
