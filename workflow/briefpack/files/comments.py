"""Comments: the text after `#` in the YAML files of a case: no stage reads it, but anybody who has the files can."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefpack.files.sources import CLEAR, TEXTS
from briefpack.files.texts import text_of
from briefpack.files.visible import visible
from briefpack.files.writing import read_bytes
from briefpack.problems import Place

#: A `#` begins a comment at the beginning of a line and after a space; one within quotes is taken for one too.
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


def read_comments(folder: Path) -> Iterator[tuple[Place, str]]:
    """Return every comment in the YAML files of a case folder, except its registry, with its place, line by line."""
    for path in visible(folder, "*.yaml", "*.yml", f"{TEXTS}/*.yaml", f"{TEXTS}/*.yml"):
        if path.name != CLEAR:
            for number, line in enumerate(text_of(read_bytes(path), "replace").splitlines(), start=1):
                for match in _COMMENT.finditer(line):
                    yield Place(str(path), number, match.start() + 1), match[0]
