"""Sentences: every line of a pack that a word of an enumeration can change, with each word that it can hold.

`tests/templates/sentences.md` is for reading: look at each line that a change of wording or templates alters in it.
`python -m tests.renew` writes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.building import PACKS, pack_for, read_case
from tests.full import write_full_case

from briefpack.case.content import Content
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of

TABLE = Path(__file__).with_name("sentences.md")
HEAD = """# Sentences

Every line of a pack that a word of an enumeration changes, by section, with each word that it can hold.
The texts of a case are shortened to `…`. Read what a change of wording alters here: is each line true and English?
"""
#: The kinds of sources are set by citation styles, and have a test of their own.
_LEFT_OUT = "case.sources.type"


def turns() -> int:
    """Return how many words the longest enumeration has."""
    return max(len(shape.words) for path, shape in enumerated(Content, "") if path != _LEFT_OUT)


def enumerated(item: type[Item], path: str) -> Iterator[tuple[str, FieldShape]]:
    """Return every field of the model that holds words of an enumeration, with its path."""
    for name, shape in fields_of(item).items():
        here = f"{path}.{name}" if path else name
        if shape.words:
            yield here, shape
        if shape.item:
            yield from enumerated(shape.item, here)


def sentences() -> str:
    """Return the table as it should stand."""
    told: dict[str, dict[str, set[int]]] = {}
    count = turns()
    with TemporaryDirectory() as folder:
        for turn in range(count):
            case, _ = read_case(write_full_case(Path(folder) / str(turn), turn))
            for audience in PACKS:
                for section, line in _lines(pack_for(case, audience)):
                    told.setdefault(section, {}).setdefault(line, set()).add(turn)
    parts = [HEAD]
    for section, lines in told.items():
        changed = sorted(line for line, found in lines.items() if len(found) < count)
        if changed:
            parts.append("\n".join([f"## {section}\n", *(f"* {line}" for line in changed)]) + "\n")
    return "\n".join(parts)


def _lines(pack: str) -> Iterator[tuple[str, str]]:
    section = "Cover"
    for line in pack.partition("\n# ")[2].splitlines():
        if line.startswith("## "):
            section = re.sub(r"^[\d.]+ ", "", line[3:])
        elif line.strip() and not line.startswith(("![", "---", "| ---", "#", "*")):
            yield section, re.sub(r"\w+(?: \w+)* said\.?", "…", line.strip()).lstrip("-> ")


def test_every_sentence_that_words_can_make_was_looked_at() -> None:
    """The table holds just what packs say today; whoever changes it reads the lines that change."""
    assert TABLE.read_text(encoding="utf-8") == sentences()
