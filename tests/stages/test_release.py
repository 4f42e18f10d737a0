"""Release: a finished file that holds what its reader must not see is refused, wherever in it that stands."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, shipped, shipped_pack

from briefpack.case.withheld import withheld_texts
from briefpack.stages.release import read_back
from briefpack.stages.select import select

SECRET = "The lamp room of the third tower"
OTHER = "No other withheld text stands here"


def planted(part: str, old: str, new: str) -> bytes:
    """Give a Word pack in one part of which a text is replaced."""
    word = shipped_pack("harbour-talks", "track-i")[1]
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as given, zipfile.ZipFile(stream, "w") as changed:
        for name in given.namelist():
            content = given.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            changed.writestr(name, content)
    return stream.getvalue()


def leaks(files: dict[str, bytes], *withheld: str) -> list[str]:
    """Give what is said of withheld texts; a planted one is refused for other reasons too, as the file is spoilt."""
    found = [str(problem) for problem in read_back(files, withheld)]
    return [text for text in found if "must not see" in text]


def header_of() -> str:
    """Give the name of a part that holds a header with text."""
    with zipfile.ZipFile(io.BytesIO(shipped_pack("harbour-talks", "track-i")[1])) as package:
        names = [name for name in package.namelist() if "header" in name and b"</w:p>" in package.read(name)]
    return names[0]


RUN = "<w:r><w:t>{}</w:t></w:r>"
PLANTS = {
    "body": ("word/document.xml", "</w:p>", RUN.format(SECRET) + "</w:p>"),
    "split over runs": (
        "word/document.xml",
        "</w:p>",
        RUN.format("The lamp ro")
        + "<w:r><w:rPr><w:b/></w:rPr><w:t>om of the thi</w:t></w:r>"
        + RUN.format("rd tower")
        + "</w:p>",
    ),
    "hidden": ("word/document.xml", "</w:p>", f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>"),
    "broken over lines": ("word/document.xml", "</w:p>", RUN.format("The lamp\n room of  the\tthird tower") + "</w:p>"),
    "attribute": ("word/document.xml", "<w:body>", f'<w:body><w:bookmarkStart w:id="99" w:name="{SECRET}"/>'),
    "properties": ("docProps/core.xml", "</dc:title>", f" {SECRET}</dc:title>"),
}


@pytest.mark.parametrize("where", PLANTS)
def test_a_planted_text_is_found_wherever_it_stands(where: str) -> None:
    """Body, runs, hidden text, attributes and properties are all read; the message names the part and not the text."""
    part, old, new = PLANTS[where]
    assert leaks({"x.docx": planted(part, old, new)}, OTHER, SECRET) == [
        f"x.docx:1:1: error: {part} holds a text that this reader must not see: the pack is not released"
    ]


def test_a_planted_text_in_a_header_is_found() -> None:
    """A header is a part of its own."""
    part = header_of()
    (leak,) = leaks({"x.docx": planted(part, "</w:p>", RUN.format(SECRET) + "</w:p>")}, SECRET)
    assert f"error: {part} holds" in leak


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        "The lamp\nroom  of the third tower",
        r"The lamp room of the third tower\.",
        "*The lamp room of the third tower*",
    ],
)
def test_a_planted_text_is_found_in_markdown(text: str) -> None:
    """Also where a line is broken or a character is escaped."""
    problems = read_back({"x.md": f"# Title\n\nBefore. {text} After.\n".encode()}, [SECRET])
    assert len(problems) == 1
    assert SECRET not in str(problems[0])


def test_an_escaped_text_is_found_in_markdown() -> None:
    """A withheld text with characters that Markdown escapes is found in the form it has there."""
    assert read_back({"x.md": b"Say \\*never\\* to [him\\] now"}, ["*never* to [him]"])


def test_clean_files_are_released() -> None:
    """The same search over the packs as they are finds nothing."""
    for audience in PACKS:
        markdown, word = shipped_pack("harbour-talks", audience)
        assert read_back({"x.md": markdown.encode(), "x.docx": word}, [SECRET, OTHER]) == []


def test_what_is_looked_for_is_what_the_reader_may_not_see() -> None:
    """Texts of three words and more that the team's view has and the reader's has not, and no text the reader sees."""
    case = shipped("harbour-talks")
    texts = withheld_texts(select(case, "team"), select(case, "track-i"))
    assert "Lamp-room conversations with the crews" in texts
    assert "Old rope school behind the salt market" in texts
    assert "Unions and councils of the two banks do not speak to each other." not in texts
    assert min(len(text.split()) for text in texts) >= 3
    assert withheld_texts(select(case, "team"), select(case, "team")) == frozenset()


def test_what_is_said_about_a_withheld_value_is_withheld_too(tmp_path: Path) -> None:
    """Other readings, reasons for a confidence and reasons for an empty list are looked for as well."""
    case = f"""{LEAST}sources: [{{key: S1, citation: One}}]
place:
  value: A mill upstream
  sensitivity: team_only
  other_readings: [{{value: A bridge far downstream, cite: [S1]}}]
  confidence: low
  confidence_because: Only one boatman said so.
timeline: {{value: [], none_because: Nothing has happened yet, sensitivity: team_only}}
"""
    made = case_of(tmp_path, case)
    assert withheld_texts(select(made, "team"), select(made, "track-i")) == {
        "A mill upstream",
        "A bridge far downstream",
        "Only one boatman said so.",
        "Nothing has happened yet",
    }
