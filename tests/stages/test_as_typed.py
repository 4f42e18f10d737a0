"""As typed: any text, in any field of a case or of an organisation's settings, reads in every pack as it was typed.

Each place in the model holds a text of `typed`, with a token of its own, and all of them are in one case. What readers
of the packs make of them is compared with what was typed: a CommonMark parser, python-docx, and pandoc where it is
installed. With each turn every place has the next text; the long profile turns through all of them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import docx
import pytest
import yaml
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from tests.building import PACKS, make_packs, own_templates
from tests.full import _SET, OWNERS, _item, write_full_case
from tests.noninterference.kinds import kind_of
from tests.profiles import by_profile
from tests.typed import TEXTS

from briefpack.case.schema import FieldShape
from briefpack.packs.orders import Order
from briefpack.text.escaping import on_one_line, unescaped

pytestmark = pytest.mark.drawn

TURNS = by_profile((17,), (5, 17, 41, 66), tuple(range(len(TEXTS))))
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).use(front_matter_plugin)
SETTINGS = ("name", "unit", "contact")
#: Texts that are said about a value, with the field at which they are said here.
SAID = "assessment.conflict.summary"
#: What a source has that its author words in full.
OF_ITS_AUTHOR = ("citation", "short", "note", "url")


@dataclass(frozen=True)
class Typed:
    """What was typed: by its token, the place and the text that holds the token."""

    by_token: dict[str, tuple[str, str]]
    turn: int

    def text(self, place: str) -> str:
        """Return the text of a place at this turn, and remember it."""
        number = len(self.by_token)
        token = f"qx{number:04d}q"
        typed = TEXTS[(number + self.turn) % len(TEXTS)].replace("¤", token)
        self.by_token[token] = (place, typed)
        return typed

    def choose(self, path: str, shape: FieldShape) -> Any:
        """Return a text for each field that takes one, but for given names, which styles shorten."""
        if path == "case.sources":
            assert shape.item
            usual = _item(shape.item, path, self.turn, self.choose)
            return [usual, {"key": "S2", **{field: self.text(f"S2.{field}") for field in OF_ITS_AUTHOR}}]
        if path in _SET or shape.form not in ("leaf", "leaves") or kind_of(OWNERS[path], shape) != "text":
            return None
        if path.startswith("case.sources") and path.endswith("given"):
            return None
        value: Any = [self.text(path)] if shape.form == "leaves" else self.text(path)
        if path == SAID:
            return self._said(value)
        return {"value": value, "sensitivity": "shared"} if shape.closure and not shape.never else value

    def _said(self, value: str) -> dict[str, Any]:
        """Return a text with all that can be said about one; it uses the acronym, so that a glossary explains that."""
        acronym = next(text for place, text in self.by_token.values() if place == "case.acronyms.short")
        at, because, reading = map(self.text, ("at", "because", "reading"))
        return {
            "value": f"{value} {acronym}",
            "cite": [{"key": "S1", "at": at}, "S2"],
            "confidence": "low",
            "confidence_because": because,
            "other_readings": [{"value": reading, "cite": ["S1"]}],
        }


@cache
def packs(turn: int) -> tuple[Typed, Mapping[str, bytes]]:
    """Return what was typed at this turn, and the finished files of the packs that hold it."""
    typed = Typed({}, turn)
    with TemporaryDirectory() as folder:
        case = write_full_case(Path(folder), turn, typed.choose)
        settings = yaml.safe_dump({name: typed.text(name) for name in SETTINGS}, allow_unicode=True)
        library = own_templates(Path(folder), {"organisation.yaml": settings})
        return typed, make_packs(Order(case, library, "ours", PACKS, ("en",)))


def read_markdown(markdown: str) -> Iterator[str]:
    """Return each stretch of text of a pack as a CommonMark parser reads it, pictures' words and front matter too."""
    for token in PARSER.parse(markdown):
        if token.type == "front_matter":
            yield from map(unescaped, map(str, yaml.safe_load(token.content).values()))
        if token.type == "inline":
            yield "".join(_words(token.children or []))


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield "".join(_words(token.children or []))
        else:
            yield " " if token.type in ("softbreak", "hardbreak") else token.content


def read_word(content: bytes) -> Iterator[str]:
    """Return each paragraph of a Word file as python-docx reads it, in the body, notes, headers and footers."""
    document = docx.Document(BytesIO(content))
    with ZipFile(BytesIO(content)) as parts:
        names = [name for name in parts.namelist() if name.endswith(".xml") and name.startswith("word/")]
        for name in names:
            for paragraph in etree.fromstring(parts.read(name)).iter(f"{WORD}p"):
                yield "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))
    yield from (document.core_properties.title, document.core_properties.author)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_by_pandoc(markdown: str) -> Iterator[str]:
    """Return each stretch of text of a pack as pandoc reads it, and each value of its front matter."""
    command = ["pandoc", "--from", "markdown-smart", "--to", "json"]
    said = subprocess.run(command, input=markdown.encode(), capture_output=True, check=True, timeout=120)
    pack = json.loads(said.stdout)
    yield from _stretches(pack["blocks"])
    for value in pack["meta"].values():
        yield "".join(_inlines(value["c"])) if value["t"] == "MetaInlines" else f"<{value['t']}>{value['c']}"


def _stretches(node: Any) -> Iterator[str]:
    if isinstance(node, dict) and node.get("t") in ("Para", "Plain", "Header"):
        words = node["c"][-1] if node["t"] == "Header" else node["c"]
        # Of brackets at the beginning of a point pandoc makes a box, with a backslash or without.
        yield "".join(_inlines(words)).replace("\u2610", "[ ]").replace("\u2612", "[x]")
        yield from _notes(words)
    elif isinstance(node, dict) and "c" in node:
        yield from _stretches(node["c"])
    elif isinstance(node, list):
        for inner in node:
            yield from _stretches(inner)


def _notes(node: Any) -> Iterator[str]:
    if isinstance(node, dict) and node.get("t") == "Note":
        yield from _stretches(node["c"])
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _notes(inner)


def _inlines(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for inner in node:
            yield from _inlines(inner)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield node["c"]
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case "Strong" | "Emph" | "Link" | "Image":
                yield from _inlines(node["c"])
            case "Note":
                pass
            case other:
                yield f"<{other}>"


def faults(typed: Typed, stretches: Iterable[str]) -> tuple[list[str], set[str]]:
    """Return each place whose text reads otherwise than it was typed, and the tokens that were met."""
    found, met = [], set()
    for stretch in stretches:
        for token, (place, text) in typed.by_token.items():
            if token in stretch:
                met.add(token)
                if on_one_line(text).removesuffix(".") not in stretch:
                    found.append(f"{place}: {text!r} reads {stretch!r}")
    return found, met


@pytest.mark.parametrize("turn", TURNS)
def test_a_text_reads_as_typed_to_a_commonmark_parser(turn: int) -> None:
    """In the text, headings, tables, notes, captions, alternative texts and the front matter."""
    typed, files = packs(turn)
    read = [stretch for name in files if name.endswith(".md") for stretch in read_markdown(files[name].decode())]
    found, met = faults(typed, read)
    assert found == []
    assert len(met) > len(typed.by_token) * 0.9


@pytest.mark.parametrize("turn", TURNS)
def test_a_text_reads_as_typed_in_word(turn: int) -> None:
    """In the body, tables, notes, headers and footers, and in the file's properties."""
    typed, files = packs(turn)
    read = [stretch for name in files if name.endswith(".docx") for stretch in read_word(files[name])]
    found, met = faults(typed, read)
    assert found == []
    assert len(met) > len(typed.by_token) * 0.9


@pytest.mark.parametrize("turn", TURNS)
def test_a_text_reads_as_typed_to_pandoc(turn: int) -> None:
    """Pandoc's own Markdown, without smart punctuation, knows more signs, and makes nothing of them."""
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed: make bench-tools")
    typed, files = packs(turn)
    read = [stretch for name in files if name.endswith(".md") for stretch in read_by_pandoc(files[name].decode())]
    found, met = faults(typed, read)
    assert found == []
    assert len(met) > len(typed.by_token) * 0.9
