"""DocumentMatter: the front matter of a document, of which title, author, date and the dialect's own keys are used."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import date, time

import yaml

from briefpack.text.escaping import on_one_line, unescaped
from briefpack.text.quoting import repeated
from briefpack.word.documents.losses import Losses, shortened
from briefpack.word.front_matter import FrontMatter, fault_of

_KEY = re.compile(r"([A-Za-z_][\w-]*):\s+(\S.*?)\s*")
_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
"""What the first line of front matter may be, and what its last: YAML has the first, TOML the second."""

_MOST_AUTHORS = 20
_LONGEST = 1000
_OWN = "page_wording"
"""The key that every pack has and no other program knows: a text with it is of the dialect."""


@dataclass(frozen=True)
class DocumentMatter:
    """What the front matter of a document says, who wrote it, and whether it is of the dialect, as a pack is."""

    front: FrontMatter = field(default_factory=FrontMatter)
    author: str = ""
    is_dialect: bool = False


@dataclass(frozen=True)
class MatterLines:
    """The first lines of a text, if they may be front matter: what they say, their sign, how many they are."""

    content: str
    sign: str
    count: int


def matter_lines(text: str) -> MatterLines | None:
    """Return the first lines between two lines of `---` or `+++`, or those that begin with `%`, as pandoc has them."""
    lines = text.split("\n")
    sign = lines[0].rstrip() if lines[0].rstrip() in _ENDS else lines[0][:2]
    if sign == "% ":
        count = next((at for at, line in enumerate(lines) if not line.startswith("%")), len(lines))
        return MatterLines("\n".join(line[1:].strip() for line in lines[:count]), sign, count) if count <= 3 else None
    ends = _ENDS.get(sign, ())
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() in ends), 0)
    return MatterLines("\n".join(lines[1:end]), sign, end + 1) if end else None


def _content(lines: MatterLines) -> object:
    """Return the keys of front matter, or what its text is if it has none."""
    if lines.sign == "% ":
        return dict(zip(("title", "author", "date"), lines.content.split("\n"), strict=False))
    try:
        if lines.sign == "+++":
            found = tomllib.loads(lines.content)
            return {key: said.isoformat() if isinstance(said, date | time) else said for key, said in found.items()}
        return yaml.load(lines.content, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError):
        return _line_by_line(lines.content)


def read_matter(lines: MatterLines, losses: Losses) -> DocumentMatter | None:
    """Return what front matter says, or None if it is none: a text between two rules, for example."""
    content = _content(lines)
    if content is None:
        if lines.content.strip():
            losses.tell(1, "front matter: comments are left out", "note")
        return DocumentMatter()
    if not isinstance(content, dict) or not content:
        return None
    if isinstance(content.get("lang"), str):
        content.setdefault("language", content["lang"])
    known = {each.name: content.get(each.name) for each in fields(FrontMatter)}
    values = {key: said for key, said in known.items() if isinstance(said, str) and not fault_of(key, said)}
    used = {*values, "author", "authors", "lang"}
    others = [str(key) for key, said in content.items() if str(key) not in used and said]
    if others and _OWN not in values:
        named = ", ".join(f"`{repeated(shortened(key))}`" for key in others[:_MOST_AUTHORS])
        losses.tell(1, f"front matter: {named} {'is' if len(others) == 1 else 'are'} not used")
    front = FrontMatter(**{key: on_one_line(unescaped(said))[:_LONGEST] for key, said in values.items()})
    author = ", ".join(_names(content.get("author") or content.get("authors")))
    return DocumentMatter(front, author[:_LONGEST], _OWN in values)


def _line_by_line(text: str) -> dict[str, object]:
    """Return the keys of what is no YAML but begins like it: `title: one: two`, for example."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = [_KEY.fullmatch(line) for line in lines]
    return {each[1]: each[2].strip("\"'") for each in found if each} if found and found[0] else {}


def _names(given: object) -> list[str]:
    """Return the names of authors: one text, several, or several with a name among other keys."""
    listed = given if isinstance(given, list) else [given]
    named = (each.get("name") if isinstance(each, dict) else each for each in listed[:_MOST_AUTHORS])
    return [on_one_line(unescaped(each)) for each in named if isinstance(each, str) and each]
