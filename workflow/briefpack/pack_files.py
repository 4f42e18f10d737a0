"""Pack files: what the files of a pack are called. Each has the name of its pack and the ending of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORD, MARKDOWN, MANIFEST = ".docx", ".md", ".manifest.json"
#: The kinds of file that every pack has, and what a person calls each.
KINDS: Mapping[str, str] = MappingProxyType({WORD: "Word", MARKDOWN: "Markdown", MANIFEST: "Manifest"})
#: The folder of the pictures of a pack.
PICTURES = ".media"
