"""The officer: each change that a programme officer makes, by the steps and commands of `templates/README.md` alone."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from tests.building import TEMPLATES, TEN_LINES, Told, tell, write_case

README = (TEMPLATES / "README.md").read_text(encoding="utf-8")
#: The command of a step, as the README has it.
COMMAND = r"`\.venv/bin/python -m briefpack ({}[^`]*)`"
NAME = "my-office"
#: More than the ten lines of a case that begins: what both packs have to show a change with.
CASE = f"""{TEN_LINES}
acronyms: [{{short: MF, long: Millers and Fishers}}]
front_pages:
  track_i:
    points_to_make: [The MF have water for one more summer.]
  track_ii:
    framing_questions: [What does the MF need?]
"""


@dataclass(frozen=True)
class Desk:
    """Where an officer sits: a library with the base alone, the folder of a case, and a terminal."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def own(self) -> Path:
        """Return the folder of the organisation."""
        return self.folder / "templates" / NAME

    def types(self, step: str, *more: str) -> Told:
        """Type a command of the README, which begins with this, with what stands for the words in capitals."""
        (command,) = {one for one in re.findall(COMMAND.format(step), README) if "NAME" in one}
        given = {
            "NAME": NAME,
            "CASE_DIR": str(self.folder / "river-talks"),
            "AUDIENCE": "track-i",
            "DIR": str(self.folder / "packs"),
        }
        words = [re.sub("|".join(given), lambda found: given[found[0]], word) for word in shlex.split(command)]
        words = [word.replace("templates/", f"{self.folder}/templates/", 1) for word in words]
        return tell(self.capsys, *words, *more, "--templates", self.folder / "templates")

    def writes(self, file: str, old: str, new: str) -> None:
        """Write something over what stands in a file of the organisation."""
        path = self.own / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    def builds(self) -> dict[str, bytes]:
        """Build as step 3 says, and return the files by name; nothing is wrong."""
        told = self.types("pack CASE_DIR")
        assert (told.status, told.err) == (0, "")
        made = self.folder / "packs"
        return {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}

    def pack(self, audience: str = "track-i") -> str:
        """Build, and return the Markdown pack of an audience."""
        return self.builds()[f"river-talks.{audience}.en.md"].decode()

    def word(self, part: str = "word/document.xml") -> str:
        """Build, and return a part of the Word pack for officials."""
        with zipfile.ZipFile(io.BytesIO(self.builds()["river-talks.track-i.en.docx"])) as package:
            return package.read(part).decode()


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return a desk at which step 1 has been done."""
    shutil.copytree(TEMPLATES / "base", tmp_path / "templates" / "base")
    write_case(tmp_path, case=CASE)
    made = Desk(tmp_path, capsys)
    assert made.types("new-organisation").status == 0
    return made


def headings(text: str) -> list[str]:
    """Return the headings of sections and annexes."""
    return re.findall(r"^## (.*)", text, re.M)


def test_the_name(desk: Desk) -> None:
    """It stands above the title, and on the cover with unit and contact."""
    desk.writes("organisation.yaml", 'name: "My office"', "name: Office of the Envoy")
    desk.writes("organisation.yaml", "contact: Head of the briefing desk", "contact: Duty desk, 24 hours")
    assert "**From:** Office of the Envoy, Briefing desk · **Contact:** Duty desk, 24 hours" in desk.pack()
    assert "Office of the Envoy" in desk.word()


def test_the_colours(desk: Desk) -> None:
    """Headings are in the new one, and no longer in that of the example."""
    desk.writes("organisation.yaml", "heading: 5B2333", "heading: 0B4F3C")
    styles = desk.word("word/styles.xml") + desk.word("word/theme/theme1.xml")
    assert "0B4F3C" in styles
    assert "5B2333" not in styles


def test_a_colour_that_cannot_be_read_is_told_with_its_line(desk: Desk) -> None:
    """The officer is told at once, and where."""
    desk.writes("organisation.yaml", "heading: 5B2333", "heading: F5ECEF")
    told = desk.types("pack CASE_DIR")
    assert told.status == 1
    assert re.search(r"my-office/organisation\.yaml:\d+:\d+: error: ", told.err)


def test_the_paper(desk: Desk) -> None:
    """From A4 to letter, in twentieths of a point."""
    assert '<w:pgSz w:w="11906" w:h="16838"' in desk.word()
    desk.writes("organisation.yaml", "paper: a4", "paper: letter")
    assert '<w:pgSz w:w="12240" w:h="15840"' in desk.word()


def test_a_heading(desk: Desk) -> None:
    """That of the example gets other words, and another is copied from the wording of the base with its key."""
    desk.writes(
        "wording/en.yaml", '  talking-points: "What to say"', '  talking-points: "Lines"\n  contents: "In this pack"'
    )
    text = desk.pack()
    assert "## Lines" in text
    assert "## In this pack" in text


def test_a_heading_in_another_language(desk: Desk) -> None:
    """The file of the language beside that of English has the same key, and changes packs in that language alone."""
    titled = "languages: [en, fr]\ntitle: {en: River Talks, fr: Pourparlers du fleuve}"
    (desk.folder / "river-talks" / "case.yaml").write_text(f"sensitivity: shared\nid: river-talks\n{titled}\n")
    desk.writes("wording/fr.yaml", '  talking-points: "Que dire"', '  talking-points: "Messages"')
    made = desk.builds()
    assert "## Messages" in made["river-talks.track-i.fr.md"].decode()
    assert "## What to say" in made["river-talks.track-i.en.md"].decode()


def test_words_are_needed_in_the_languages_that_are_built(desk: Desk) -> None:
    """A text of one's own in English alone is told of, until the settings leave the other language out."""
    case = desk.folder / "river-talks"
    titled = "title: {en: River Talks, fr: Pourparlers du fleuve}"
    (case / "case.yaml").write_text(f"sensitivity: shared\nid: river-talks\nlanguages: [en, fr]\n{titled}\n")
    (desk.own / "wording" / "fr.yaml").unlink()

    def told() -> str:
        library = ("--templates", desk.folder / "templates", "--organisation", NAME)
        return tell(desk.capsys, "check", case, "--quiet", *library).err

    assert "'languages' in inputs/config.yaml" in told()
    (desk.folder / "config.yaml").write_text("languages: [en]\n", encoding="utf-8")
    assert "wording" not in told()


def test_the_order(desk: Desk) -> None:
    """Sections stand as they are listed, and the contents with them."""
    sections = "[talking-points, coordination, assessment, conception, planning, implementation, evaluation]"
    desk.writes("organisation.yaml", sections, "[planning, talking-points, assessment]")
    text = desk.pack()
    body = [one for one in headings(text) if one in {"What to say", "Step 1: Assessment", "Step 3: Planning"}]
    assert body == ["Step 3: Planning", "What to say", "Step 1: Assessment"]
    assert "Step 2" not in "".join(headings(text))


def test_a_section_added(desk: Desk) -> None:
    """The example's own section gets other words; a file of the same kind and a line more are a second one."""
    desk.writes("wording/en.yaml", '  use: "How to use this pack"', '  use: "Before you travel"\n  visa: "Papers"')
    (desk.own / "own" / "papers.md.j2").write_text('## {{ say("own.visa") }}\n\nTake two copies.\n', encoding="utf-8")
    include = '{% include "own/how-to-use.md.j2" %}\n'
    desk.writes("track-i/pack.md.j2", include, include + '\n{% include "own/papers.md.j2" %}\n')
    at = headings(desk.pack()).index("Before you travel")
    assert headings(desk.pack())[at : at + 2] == ["Before you travel", "Papers"]
    assert "Papers" not in headings(desk.pack("track-ii"))


def test_a_picture_in_a_section_for_one_reader(desk: Desk) -> None:
    """A PNG in `own`, its words, and a line in the section of the example; convenors get none of it."""
    Image.new("RGB", (60, 40), (91, 35, 51)).save(desk.own / "own" / "office.png")
    said = "{alternative: A house beside a round tower, caption: Our office, words: Quay 4}"
    for path in (desk.own / "wording").glob("*.yaml"):
        path.write_text(f"{path.read_text(encoding='utf-8')}  pictures:\n    office: {said}\n", encoding="utf-8")
    figures = '{% from "parts/macros.md.j2" import figure, see_figure with context %}'
    assert figures in README
    section = desk.own / "own" / "how-to-use.md.j2"
    section.write_text(f'{figures}\n{section.read_text()}\n{{{{ figure("own/office") }}}}\n', encoding="utf-8")
    made = desk.builds()
    shown = made["river-talks.track-i.en.md"].decode()
    assert "![A house beside a round tower](river-talks.track-i.en.media/own-office.png)" in shown
    assert "Our office" in shown[shown.index("## How to use this pack") :]
    assert not [name for name in made if "track-ii" in name and "own-office" in name]
    assert "own-office" not in made["river-talks.track-ii.en.md"].decode()


def test_what_an_officer_reads_takes_ten_minutes() -> None:
    """At 230 words a minute, down to the reference."""
    assert len(README[: README.index("\n## Reference\n")].split()) <= 2300


def test_a_section_left_out(desk: Desk) -> None:
    """Whatever is listed under `leave_out` is gone, and so are the examples whose files are deleted."""
    desk.writes("organisation.yaml", "leave_out: [activities]", "leave_out: [activities, glossary, evaluation]")
    shutil.rmtree(desk.own / "track-i")
    told = "".join(headings(desk.pack()))
    assert all(gone not in told for gone in ("Glossary", "Step 5", "How to use this pack"))


def test_a_block_that_explain_found(desk: Desk) -> None:
    """`explain` names block and template; what the base prints there stays, and a sentence is added."""
    (row,) = re.findall(r"  points +base/(\S+):\d+ +case\.yaml \d+", desk.types("explain").out)
    (desk.own / row).parent.mkdir(parents=True, exist_ok=True)
    extended = f'{{% extends "base/{row.removeprefix("track-i/")}" %}}'
    override = f"{extended}\n{{% block points %}}\n{{{{ super() }}}}\nSay it once.\n\n{{% endblock %}}\n"
    (desk.own / row).write_text(override, encoding="utf-8")
    assert re.search(r"one more summer\.\n\nSay it once\.", desk.pack())


def test_a_logo(desk: Desk) -> None:
    """A picture in the folder that organisation.yaml names stands at the head of page one."""
    file = io.BytesIO()
    Image.new("RGB", (400, 100), (91, 35, 51)).save(file, "PNG")
    (desk.own / "logo.png").write_bytes(file.getvalue())
    desk.writes("organisation.yaml", "# logo: logo.png", "logo: logo.png")
    with zipfile.ZipFile(io.BytesIO(desk.builds()["river-talks.track-i.en.docx"])) as package:
        heads = [name for name in package.namelist() if name.startswith("word/_rels/header")]
        assert any("image" in package.read(name).decode() for name in heads)


def test_a_logo_that_is_not_there_is_told_at_its_line(desk: Desk) -> None:
    """The officer goes to the key that names it."""
    desk.writes("organisation.yaml", "# logo: logo.png", "logo: logo.png")
    lines = (desk.own / "organisation.yaml").read_text(encoding="utf-8").splitlines()
    told = desk.types("pack CASE_DIR")
    assert told.status == 1
    at = lines.index("logo: logo.png") + 1
    assert f"organisation.yaml:{at}:7: error: there is no 'logo.png' in this folder" in told.err


def test_a_letterhead(desk: Desk) -> None:
    """The Word template is copied by hand, `style` says what to confirm, and packs bear it from then on."""
    shutil.copyfile(TEMPLATES / "deux-rives" / "style.dotx", desk.own / "style.dotx")
    told = tell(desk.capsys, "style", desk.own / "style.dotx", "--templates", desk.folder / "templates")
    confirmed = re.findall(r"under 'confirmed' of 'letterhead': (\S+)", told.out)
    assert len(confirmed) == 4
    lines = "".join(f"\n    - {one}" for one in confirmed)
    desk.writes("organisation.yaml", "paper: a4", f"letterhead:\n  confirmed:{lines}\npaper: a4")
    with zipfile.ZipFile(io.BytesIO(desk.builds()["river-talks.track-i.en.docx"])) as package:
        heads = "".join(package.read(name).decode() for name in package.namelist() if name.startswith("word/header"))
    assert "Quai du Bac 7, 1299 Rivemont" in heads
