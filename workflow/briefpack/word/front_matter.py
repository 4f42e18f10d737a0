"""The front matter: facts about a pack in its first lines, as YAML texts that are escaped like Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

import yaml

from briefpack.problems import Place, Problem
from briefpack.text.callouts import KINDS, WORDS, words_by_kind
from briefpack.text.escaping import on_one_line, unescaped
from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeated
from briefpack.word.fill_lines import fault_of_lines
from briefpack.word.xml import unwritable

LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag (BCP 47), as much of one as Word needs."""


SHEET = "sheet"
"""The layout of a text of one or two pages: its headings look like those of a front page, and take little room."""

FORM = "form"
"""The layout of a sheet with few lines to fill in: the rows that they stand in have room for handwriting."""


@dataclass(frozen=True)
class FrontMatter:
    """The keys of the front matter that the Word file uses; each is empty if it is not given.

    `annexes` has the words of the heading at which the annexes begin, which are set a size smaller.
    `short` is what the foot calls a text whose `pagetitle` has no room there.
    `lines` says what each line to write on is for (`fill_lines.py`).
    `pagetitle` names the file and is printed nowhere, as in pandoc; other programs print `title` above the text.
    """

    title: str = ""
    pagetitle: str = ""
    short: str = ""
    organisation: str = ""
    language: str = ""
    mark: str = ""
    caveat: str = ""
    case: str = ""
    version: str = ""
    date: str = ""
    date_in_words: str = ""
    page_wording: str = "Page {page} of {pages}"
    labels: str = "Figure, Table"
    layout: str = ""
    annexes: str = ""
    callouts: str = WORDS
    lines: str = ""

    @property
    def day(self) -> str:
        """The date for the file's properties: that of the front matter if it is a full ISO date, else a fixed one."""
        try:
            return date.fromisoformat(self.date).isoformat() if len(self.date) == len("2000-01-01") else "2000-01-01"
        except ValueError:
            return "2000-01-01"


def read_front_matter(text: str, file: str, problems: list[Problem]) -> FrontMatter:
    """Return the front matter from YAML that begins on line 2 of its file; problems are added to `problems`."""
    try:
        content = yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        problems.append(Problem(Place(file, line), f"the front matter is not YAML: {error.problem}; mend or quote it"))
        return FrontMatter()
    except (yaml.YAMLError, RecursionError):
        problems.append(Problem(Place(file), "the front matter cannot be read; write one `key: text` a line"))
        return FrontMatter()
    if not isinstance(content, dict) and text.strip():
        problems.append(Problem(Place(file), "the front matter is not a mapping; write one `key: text` a line"))
    return _checked(content if isinstance(content, dict) else {}, text, file, problems)


def _checked(content: dict[object, object], text: str, file: str, problems: list[Problem]) -> FrontMatter:
    """Return the known keys with valid values; add a problem for each of the others."""
    values: dict[str, str] = {}
    keys = [field.name for field in fields(FrontMatter)]
    for key in map(str, content):
        hint = "" if key in keys else near_miss(key, keys)
        if hint:
            said = repeated(key)
            problems.append(Problem(Place(file, _line(key, text)), f"front matter: there is no key `{said}`{hint}"))
    for key in keys:
        if content.get(key):
            fault = fault_of(key, content[key])
            if fault:
                problems.append(Problem(Place(file, _line(key, text)), f"front matter: `{key}` {fault}"))
            else:
                values[key] = on_one_line(unescaped(str(content[key])))
    return FrontMatter(**values)


def _line(key: str, text: str) -> int:
    """Return the line of the file on which a key of the front matter stands."""
    lines = enumerate(text.split("\n"), start=2)
    return next((number for number, line in lines if line.startswith(f"{key}:")), 1)


def fault_of(key: str, value: object) -> str:
    """Return what is wrong with the value of a key, or an empty text."""
    if not isinstance(value, str):
        return "is not a text; write it on one line, in quotes if need be"
    if unwritable(value):
        return f"holds a {unwritable(value)}"
    if key == "language" and not LANGUAGE.fullmatch(value):
        return f"is '{repeated(value)}', which is no language tag; write for example `en` or `en-GB`"
    if key == "layout" and value not in (SHEET, FORM):
        return f"is '{repeated(value)}'; write `{SHEET}` or `{FORM}`, or leave it out"
    if key == "callouts" and len(words_by_kind(value)) != len(KINDS):
        return f"does not have {len(KINDS)} words with commas between them; write for example `{WORDS}`"
    if key == "lines":
        return fault_of_lines(value)
    if key == "page_wording" and "{page}" not in value:
        return "lacks `{page}`; write for example `Page {page} of {pages}`"
    return ""
