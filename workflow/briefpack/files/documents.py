"""Documents: YAML read with the place of every key and value, refusing what YAML would silently change.

Every plain scalar stays the text it was written as, so `NO`, `12:30` and `1993` are what they look like; the model
gives them their types. Duplicate keys, tags, anchors, aliases, invisible characters and deep nesting are refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import yaml

from briefpack.case.content import Path
from briefpack.files.invisible import Verdict, judged
from briefpack.files.misread import misread
from briefpack.files.not_yaml import MERGE, TOO_DEEP, fault_of_key, not_yaml
from briefpack.files.texts import read_text
from briefpack.problems import Place, Problem, Refusal, Severity, under

DEEPEST = 40
LARGEST = 5_000_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
#: What can stand before a space that YAML needs: nothing, a dash or a colon.
_STRUCTURE = re.compile(r"^[\s-]*$|:\s*$")
#: A line within a text that looks like a key: probably a quote before it was not closed.
_KEY_WITHIN = re.compile(r"\n\s*(?:- )?\w+:(?:\s|$)")


@dataclass(frozen=True)
class Document:
    """One YAML file as plain data, with the place of every value (at its path) and key (its path and "*key*")."""

    file: str
    data: Any
    places: dict[Path, Place]


#: libyaml's parser where it is installed (twenty times faster), else PyYAML's own; both give the same events.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_document(path: FilePath, root: Path) -> tuple[Document | None, list[Problem]]:
    """Return a YAML file as a document whose paths start at `root`, and every problem met on the way.

    The document is None if the file cannot be read as YAML at all.
    """
    file = str(path)
    if not path.exists():
        return None, [Problem(Place(file), "the file is missing: create it, or move its case out of the inputs")]
    try:
        return parse_document(read_text(path), file, root)
    except Refusal as refusal:
        return None, under("yaml", refusal.problems)


def parse_document(text: str, file: str, root: Path) -> tuple[Document | None, list[Problem]]:
    """Return YAML text as a document, as `read_document` does."""
    document, problems = _parsed(text, file, root)
    return document, under("yaml", problems)


def _parsed(text: str, file: str, root: Path) -> tuple[Document | None, list[Problem]]:
    if len(text) > LARGEST:
        return None, [Problem(Place(file), "the file is larger than 5 MB: a case file holds text, not data")]
    problems = list(_invisible(text, file))
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    reader = _EventReader(file, root)
    try:
        document, found = reader.read(text)
    except yaml.MarkedYAMLError as fault:
        return None, [*problems, not_yaml(fault, file, reader.quote, reader.lines)]
    except yaml.YAMLError:
        return None, [*problems, Problem(Place(file), "this is not YAML: check the characters of the file")]
    return document, [*problems, *found]


def _invisible(text: str, file: str) -> Iterator[Problem]:
    """Return a problem for each invisible character that no script needs where it stands: it could hide a name."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isprintable():
            continue
        line = line.rstrip("\r")
        for place, character, verdict in judged(line):
            severity: Severity = "error" if verdict == "hidden" else "warning"
            yield Problem(Place(file, number, place + 1), _unseen(character, verdict), severity)
        for place, character in enumerate(line):
            if character != " " and unicodedata.category(character) == "Zs" and _STRUCTURE.search(line[:place]):
                message = f"U+{ord(character):04X} looks like a space but is not one: delete it and type a space"
                yield Problem(Place(file, number, place + 1), message, "warning")


def _unseen(character: str, verdict: Verdict) -> str:
    sign = f"invisible character U+{ord(character):04X}"
    if verdict == "hidden":
        return f"{sign}: delete it and type the text again"
    return f"{sign}, which no letter beside it needs: delete it"


class _EventReader:
    """Turns the events of one YAML file into plain data and places."""

    def __init__(self, file: str, root: Path) -> None:
        self.file, self.root = file, root
        self.places: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.lines: list[str] = []
        #: Where the last quoted text begins that runs over lines that look like keys, and the line of its end.
        self.quote: tuple[Place, int] | None = None

    def read(self, text: str) -> tuple[Document | None, list[Problem]]:
        self.lines = text.splitlines()
        parser = _LOADER(text)
        try:
            self._expect(parser, yaml.StreamStartEvent)
            if parser.check_event(yaml.StreamEndEvent):
                return None, [Problem(Place(self.file), "the file is empty: write something into it, or delete it")]
            self._expect(parser, yaml.DocumentStartEvent)
            data = self._node(parser, self.root, 0)
            self._expect(parser, yaml.DocumentEndEvent)
            if not parser.check_event(yaml.StreamEndEvent):
                place = self._place(parser.peek_event())
                self.problems.append(Problem(place, "a second YAML document ('---') begins here: keep one a file"))
        finally:
            parser.dispose()
        if data is None:
            self.problems.append(Problem(Place(self.file), "the file is empty: write something into it, or delete it"))
        return Document(self.file, data, self.places), self.problems

    def _expect(self, parser: Any, kind: type[yaml.Event]) -> None:
        if parser.check_event(kind):
            parser.get_event()

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, event: Any, message: str) -> None:
        self.problems.append(Problem(self._place(event), message))

    def _node(self, parser: Any, path: Path, depth: int) -> Any:
        event = parser.get_event()
        self.places.setdefault(path, self._place(event))
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem=f"{TOO_DEEP} {DEEPEST} levels", problem_mark=event.start_mark)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self._refuse(event, "anchors (&) and aliases (*) are not allowed: write the text out, or quote it")
        if getattr(event, "tag", None) and event.tag != "!":
            self._refuse(event, "tags (!) are not allowed: delete the tag, or quote the text")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(parser, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(parser, path, depth)
        return self._scalar(event)

    def _scalar(self, event: Any) -> str | None:
        if isinstance(event, yaml.AliasEvent):
            return None
        text: str = event.value
        if not text.isprintable() and any(verdict == "hidden" for _, _, verdict in judged(text.replace("\n", ""))):
            self._refuse(event, "this text spells an invisible character with a backslash: delete it")
        plain = event.style is None or event.style == ""
        self._warn_of(event)
        self._note_quote(event)
        return None if plain and text in _NULLS else text

    def _warn_of(self, event: Any) -> None:
        for row, column, message in misread(event, self.lines):
            self.problems.append(Problem(Place(self.file, row + 1, column + 1), message, "warning"))

    def _note_quote(self, event: Any) -> None:
        """Remember where a text in quotes begins if it runs over lines that look like keys."""
        if event.style in ("'", '"') and event.end_mark.line > event.start_mark.line:
            source = "\n".join(self.lines[event.start_mark.line : event.end_mark.line + 1])
            if _KEY_WITHIN.search(source):
                self.quote = (self._place(event), event.end_mark.line)

    def _sequence(self, parser: Any, path: Path, depth: int) -> list[Any]:
        values: list[Any] = []
        while not parser.check_event(yaml.SequenceEndEvent):
            values.append(self._node(parser, (*path, len(values)), depth + 1))
        parser.get_event()
        return values

    def _mapping(self, parser: Any, path: Path, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        is_told = False
        while not parser.check_event(yaml.MappingEndEvent):
            event = parser.peek_event()
            key = self._node(parser, (*path, "*name*"), depth + 1)
            self.places.pop((*path, "*name*"), None)
            name = key if isinstance(key, str) else ""
            if name == "<<":
                raise yaml.MarkedYAMLError(problem=MERGE, problem_mark=event.start_mark)
            fault = fault_of_key(event, name, parser.peek_event())
            if fault:
                self._refuse(event, fault)
                self._node(parser, (*path, "*none*"), depth + 1)
                continue
            if name in values:
                first = self.places[(*path, name, "*key*")]
                message = f"this key is repeated (first on line {first.line}): keep one"
                # If a dash is missing, all keys of the next item stand here again.
                if not is_told:
                    self._refuse(event, message if path == self.root else f"{message}, or begin each item with '- '")
                is_told = True
                self._node(parser, (*path, name, "*again*"), depth + 1)
                continue
            self.places[(*path, name, "*key*")] = self._place(event)
            values[name] = self._node(parser, (*path, name), depth + 1)
        parser.get_event()
        return values
