# ruff: noqa: RUF001
"""Languages: what is withheld is found in a pack in whatever language of its case somebody typed it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations
from urllib.parse import quote

import pytest
from tests.building import TEMPLATES, make_packs, write_case
from tests.gate.planting import zipped

from briefpack.case.registry import Registry
from briefpack.disclosure.select import select
from briefpack.files.catalogues import read_catalogue
from briefpack.files.ordinary_words import ordinary_words
from briefpack.gate.surfaces import Finished
from briefpack.gate.terms import Sought, fixed_row, sought
from briefpack.gate.verdict import leaks
from briefpack.packs.intake import take_in
from briefpack.packs.orders import Order

#: One language of the case: what its readers are shown, and a withheld text, name and day as somebody may type them.
SAID = {
    "en": ("Two valleys share a river.", "The mill closed its sluice at night.", "Orrelby's", "14 February"),
    "fr": ("Deux vallées partagent une eau.", "Le moulin a fermé sa vanne de nuit.", "d’Orrelby", "14 février 2031"),
    "es": ("Dos valles comparten un agua.", "El molino cerró su compuerta de noche.", "ORRELBY", "14 de febrero"),
    "ar": ("واديان يتقاسمان نهرا.", "أغلقت الطاحونة بوابتها ليلا.", "ولأوريلبي", "١٤ شباط/فبراير ٢٠٣١"),
    "ru": ("Две долины делят реку.", "Мельница закрыла свой шлюз ночью.", "Оррельбеевым", "14-го февраля"),
}
SHOWN, HIDDEN = ("{" + ", ".join(f'{code}: "{said[at]}"' for code, said in SAID.items()) + "}" for at in (0, 1))
PLACE = "{all: Orrel, ru: Гладкий Мыс, ar: الرأس}"
CASE = f"""\
sensitivity: shared
languages: [{", ".join(SAID)}]
id: river-talks
title: {{all: "1"}}
summary: {SHOWN}
version: "0.1"
date_of_information: 2031-03-01
handling: {{mark: confidential, tlp: amber}}
gaps_in_evidence: [{{value: {HIDDEN}, sensitivity: team_only}}]
place: {{value: {PLACE}, sensitivity: team_only}}
timeline: [{{date: 2031-02-14, track: ii, event: {HIDDEN}, sensitivity: team_only}}]
"""
SPELLINGS = ["Orrelby", "أوريلبي", "Оррельбеев"]
BODIES = ["Речная Стража", "حراس النهر"]
PEOPLE = {"curlew": {"name": "Tamsel Orrelby", "spellings": SPELLINGS, "role": "mediator", "affiliations": BODIES}}


def _word(change: Callable[[dict[str, bytes]], None]) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def changed(files: dict[str, bytes]) -> dict[str, bytes]:
        name = next(one for one in files if one.endswith(".docx"))
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            parts = {member: archive.read(member) for member in archive.namelist()}
        change(parts)
        return files | {name: zipped(parts)}

    return changed


def _body(xml: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """Return a function that puts XML at the end of the text of the Word file of a pack."""

    def change(parts: dict[str, bytes]) -> None:
        before, end, after = parts["word/document.xml"].decode().rpartition("</w:body>")
        parts["word/document.xml"] = (before + xml + end + after).encode()

    return _word(change)


def _runs(text: str) -> str:
    halves = text[: len(text) // 2], text[len(text) // 2 :]
    return f"<w:p>{''.join(f'<w:r><w:t>{half}</w:t></w:r>' for half in halves)}</w:p>"


#: Where a canary may stand beside the Markdown: in two runs of Word, an alternative text, the names of files and parts.
ELSEWHERE: dict[str, Callable[[str], Callable[[dict[str, bytes]], dict[str, bytes]]]] = {
    "runs": lambda text: _body(_runs(text)),
    "alternative text": lambda text: _body(f'<x xmlns:wp="urn:wp"><wp:docPr descr="{text}"/></x>'),
    "name of a file": lambda text: lambda files: files | {f"{text.replace('/', '-').replace(' ', '-')}.md": b""},
    "name of a part": lambda text: _word(lambda parts: parts.update({f"word/media/{text.replace('/', '-')}.bin": b""})),
}


@dataclass(frozen=True)
class Pack:
    """A finished pack in one language, and what the gate looks for in it."""

    files: dict[str, bytes]
    sought: Sought

    def finds(self, text: str) -> bool:
        """Return whether something is found once a text stands at the end of the Markdown."""
        planted = {name: data + f"\n{text}\n".encode() * name.endswith(".md") for name, data in self.files.items()}
        return self.finds_in(planted)

    def finds_in(self, files: dict[str, bytes]) -> bool:
        """Return whether something is found in files in place of those of the pack."""
        return bool(list(leaks(Finished(files), self.sought)))


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pack]:
    """Return a pack of a small case in each language that packs have wording in."""
    folder, people = write_case(tmp_path_factory.mktemp("case"), case=CASE), Registry.model_validate({"people": PEOPLE})
    made = make_packs(Order(folder, TEMPLATES, "default", ("track-i",), tuple(SAID)))
    found = {}
    for code in SAID:
        case, says = take_in(folder).in_language(code).case, read_catalogue(TEMPLATES, None, code)
        assert case
        view, row = select(case, "track-i"), fixed_row(says, [])
        wanted = sought(case, view, people, row, says, ordinary_words([says.locale.language]))
        found[code] = Pack({name: data for name, data in made.items() if f".{code}." in name}, wanted)
    return found


def test_a_pack_holds_what_its_reader_is_shown_in_its_language_and_nothing_else(packs: dict[str, Pack]) -> None:
    """Nothing is found in a pack as it is made, in whatever language."""
    for code, pack in packs.items():
        assert SAID[code][0] in pack.files[f"river-talks.track-i.{code}.md"].decode()
        assert not pack.finds("")


@pytest.mark.parametrize(("of_pack", "typed"), [*permutations(SAID, 2), *((code, code) for code in SAID)])
def test_a_text_a_name_and_a_day_are_found_in_each_pack_in_each_language(
    packs: dict[str, Pack], of_pack: str, typed: str
) -> None:
    """A canary of each kind in each language, planted in packs of each language."""
    _, *canaries = SAID[typed]
    assert [one for one in canaries if not packs[of_pack].finds(f"… {one} …")] == []


@pytest.mark.parametrize("where", ELSEWHERE)
def test_a_canary_in_another_language_is_found_wherever_it_stands(packs: dict[str, Pack], where: str) -> None:
    """Not in the Markdown alone: each language in the pack of the next one."""
    others = dict(zip(SAID, [*packs.values()][1:] + [*packs.values()][:1], strict=True))
    planted = [(code, text, ELSEWHERE[where](text)(others[code].files)) for code in SAID for text in SAID[code][1:]]
    assert [(code, text) for code, text, files in planted if not others[code].finds_in(files)] == []
    assert not others["en"].finds_in(ELSEWHERE[where]("x")(others["en"].files))


@pytest.mark.parametrize(
    "text",
    [
        *("в Гладком Мысе", "Гладкого Мыса", "ГЛАДКОМУ МЫСУ", "من الرأس", "بالرأس", "للرأس"),
        *("из Речной Стражи", "с Речной стражей", "لحراس النهر"),
    ],
)
def test_a_place_and_a_body_are_found_in_the_forms_of_their_language(packs: dict[str, Pack], text: str) -> None:
    """Nobody names one in Russian or Arabic without declining it, or writing a small word to it."""
    assert [code for code, pack in packs.items() if not pack.finds(f"… {text} …")] == []


@pytest.mark.parametrize(
    "target",
    [
        f"https://{'оррельбеев.example'.encode('idna').decode()}/",
        f"https://example.org/{quote(quote('Оррельбеев'))}",
        f"https://example.org/{quote('Оррельбеев'.encode('cp1251'))}",
        f"https://example.org/{quote('أوريلبي'.encode('cp1256'))}",
    ],
)
def test_a_name_in_a_target_is_found_however_its_letters_are_written_there(packs: dict[str, Pack], target: str) -> None:
    """In the name of a host, quoted twice, or in an encoding that sites of its language had before."""
    assert packs["en"].finds(f"[more]({target})")
    link = f'<Relationship Id="more" Type="x/hyperlink" Target="{target}" TargetMode="External"/>'
    related = "word/_rels/document.xml.rels"

    def change(parts: dict[str, bytes]) -> None:
        parts[related] = parts[related].replace(b"</Relationships>", f"{link}</Relationships>".encode())

    assert packs["en"].finds_in(_word(change)(packs["en"].files))
