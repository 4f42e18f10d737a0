"""Made up: a library of cases whose packs and reports look built, with nothing in them but what the desk reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefpack.desk.facts import Facts
from briefpack.files.library import Library, open_library
from briefpack.files.receipts import Receipt, Stamp, receipt_file, stamp_of

#: What is known of most packs.
FACTS = Facts("", "", "0.4", "2024-03-01", "2024-04-30", "a follow-up", "Riverside Institute", "English",
              "CONFIDENTIAL · TLP:AMBER", 1)  # fmt: skip
HIGHER = {"mark": "STRICTLY CONFIDENTIAL · TLP:AMBER+STRICT", "height": 2}
COUNTS = {
    "findings": {"high": 2, "medium": 4, "low": 0, "answered": 1, "unchecked": 3},
    "readiness": {"assessment": {"met": 8, "of": 8, "ready": True}, "planning": {"met": 7, "of": 12, "ready": False}},
}
_SHARED = ("templates/base/wording/en.yaml", "templates/default/organisation.yaml")


def put(name: str | Path, text: str = "") -> None:
    """Write a file, with its folder."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def library(titles: Mapping[str, str]) -> Library:
    """Return a library in the folder where this is called, its cases by folder and title, every pack of it built.

    What is known of the packs of convenors has a higher mark.
    """
    for name in (*_SHARED, *(f"inputs/{case}/case.yaml" for case in titles)):
        put(name, name)
    found = open_library({})
    for case in found.cases:
        for audience in found.audiences:
            higher = HIGHER if audience == "track-ii" else {}
            know(found, f"{case}.{audience}.en", replace(FACTS, title=titles[case], **higher))
    return found


def know(found: Library, pack: str, facts: Facts | None) -> None:
    """Build a pack of the default house style, and keep these facts of it, as of the case of today."""
    case, folder = pack.partition(".")[0], Path("outputs/default", pack.partition(".")[0])
    own = replace(facts, documents=found.documents_of[case]).data() if facts else {}
    _release(found, pack, folder, (".docx", ".md", ".manifest.json"), own)


def report(found: Library, case: str, counts: Mapping[str, object] | None) -> None:
    """Build the report of a case with these counts in its manifest, or a sealed one."""
    sealed = ".age" if counts is None else ""
    kinds = [f"{kind}{sealed}" for kind in (".docx", ".md", ".manifest.json")]
    told = json.dumps({"pack": f"{case}.team.en", **(counts or {})})
    _release(found, f"{case}.team.en", Path("outputs/team-only/default"), kinds, {}, told)


def _release(
    found: Library,
    pack: str,
    folder: Path,
    kinds: tuple[str, ...] | list[str],
    own: Mapping[str, object],
    text: str = "",
) -> None:
    stamps: dict[str, Stamp] = {}
    for file in (folder / f"{pack}{kind}" for kind in kinds):
        put(file, text)
        stamps[file.name] = stamp_of(file, text.encode())
    made_from = found.made_from("default", pack.partition(".")[0])
    put(Path("outputs") / receipt_file("default", pack), Receipt(made_from, stamps, own).data().decode())
