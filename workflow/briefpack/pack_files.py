"""Pack files: what the files of a pack are called, each with the name of its pack and its own ending; where they lie.

The report to the coordinator between the tracks has such files too, in a folder of their own, away from readers' packs.
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
#: What the names of files end in that are encrypted: those of a report, where the registry of its case is.
SEALED = ".age"


def name_of(case: str, audience: str, language: str) -> str:
    """Return the name of a pack, such as `harbour-talks.track-i.en`, or of the coordinator's report."""
    return f"{case}.{REPORT if audience == 'coordinator' else audience}.{language}"


def is_report(name: str) -> bool:
    """Return whether this is the name of a report, or of a file of one; the name of a case has no dot."""
    return name.split(".")[1:2] == [REPORT]


def folder_of(organisation: str, case: str, name: str) -> str:
    """Return the folder of the outputs in which a pack or a report of this name lies, with all of its files."""
    return f"{TEAM_ONLY}/{organisation}" if is_report(name) else f"{organisation}/{case}"
