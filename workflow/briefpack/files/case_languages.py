"""Case languages: in which languages a case is written, read without the rest of it, since every build asks this."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import yaml

from briefpack.files.texts import read_text
from briefpack.problems import Refusal
from briefpack.text.languages import USUAL, languages_of

#: The key with what stands beside it, and the lines below that belong to it.
_LISTED = re.compile(r"^languages[ \t]*:.*(?:\n(?:[ \t#-].*)?)*", re.MULTILINE)


def case_languages(folder: Path) -> tuple[str, ...]:
    """Return the languages that a case lists, the first of its plain texts first; the usual one where it says nothing.

    Where it is written so that only the whole file tells, the usual one is returned; whoever reads the file refuses it.
    """
    try:
        found = _LISTED.search(read_text(folder / "case.yaml"))
        return languages_of(yaml.load(found[0], yaml.BaseLoader)) if found else (USUAL,)
    except (OSError, Refusal, yaml.YAMLError):
        return (USUAL,)


def worded(languages: Collection[str], templates: Path) -> tuple[str, ...]:
    """Return those of some languages for which the base has wording, in their order."""
    return tuple(one for one in languages if (templates / "base" / "wording" / f"{one}.yaml").is_file())
