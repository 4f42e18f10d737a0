"""Pack files: what the files of a pack are called, each with the name of its pack and its own ending; where they lie.

The report to the coordinator between the tracks has such files too, and so has the register across cases, in a folder
of their own, away from readers' packs.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORD, MARKDOWN, MANIFEST = ".docx", ".md", ".manifest.json"
#: The kinds of file that every pack has, and what a person calls each.
KINDS: Mapping[str, str] = MappingProxyType({WORD: "Word", MARKDOWN: "Markdown", MANIFEST: "Manifest"})
#: The folder of the pictures of a pack.
PICTURES = ".media"
#: What a report has in its name where a pack has its audience, and the folder of the outputs for all reports.
REPORT, TEAM_ONLY = "team", "team-only"
#: What the register across cases is called, where a pack or a report has the name of its case.
REGISTER = "register"
#: How many parts the name of a pack has: its case, audience and language.
_PARTS = 3
#: How the audiences of packs begin, which stand in their names.
_READER = "track-"
#: What the names of files end in that are encrypted: those of a report, where the registry of its case is.
SEALED = ".age"


def name_of(case: str, audience: str, language: str) -> str:
    """Return the name of a pack, such as `harbour-talks.track-i.en`, or of the coordinator's report."""
    return f"{case}.{REPORT if audience == 'coordinator' else audience}.{language}"


def pack_of(file: str) -> str:
    """Return the name of the pack that a file belongs to: a brief has more parts in its name than its pack."""
    return ".".join(file.split(".")[:_PARTS])


def is_beside(file: str, pack: str) -> bool:
    """Return whether a file, by its name below the folder of a pack, is one of the pack, a brief or a picture of it."""
    own = file.removeprefix(f"{pack}{PICTURES}/")
    return file.startswith(f"{pack}.") and "/" not in own and own != ".."


def register_name(language: str) -> str:
    """Return the name of the register across cases in a language, such as `register.en`."""
    return f"{REGISTER}.{language}"


def is_report(name: str) -> bool:
    """Return whether this is the name of a report or of the register, or of a file of one; names of cases have no dot.

    A case may be called as the register is: its packs and reports have one part more in their names.
    """
    first, second = [*name.split("."), ""][:2]
    return second == REPORT or (first == REGISTER and not second.startswith(_READER))


def kind_of(name: str) -> str:
    """Return what a person calls the document of this name, or of a file of it: a pack, a report or the register."""
    return ("report" if name.split(".")[1:2] == [REPORT] else "register") if is_report(name) else "pack"


def folder_of(organisation: str, case: str, name: str) -> str:
    """Return the folder of the outputs in which a pack, a report or the register lies, with all of its files."""
    return f"{TEAM_ONLY}/{organisation}" if is_report(name) else f"{organisation}/{case}"
