"""The library: writes so many valid cases, always the same, for measuring what a large library costs.

A third are of ten lines, a third like `harbour-talks`, a third like the Tajik case; each has an id and a title of its
own, so that no two packs are the same.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEN_LINES = """\
sensitivity: shared
id: {name}
title: River Talks {number}
summary: Millers and fishers of two valleys meet to agree who may draw water from sluice {number}.
place: Two valleys with one river
period: {{from: 2024-01}}
version: "0.1"
date_of_information: 2024-03-01
handling: {{mark: confidential, tlp: amber}}
actors: [{{id: lead_team, name: River Talks team, kind: team}}]
"""
_LIKE = ("harbour-talks", "inter-tajik-dialogue")


def write_library(inputs: Path, count: int) -> list[Path]:
    """Write so many cases into a folder, and return the folder of each."""
    cases = [inputs / f"case-{number:05}" for number in range(count)]
    for number, case in enumerate(cases):
        (case / "texts").mkdir(parents=True)
        for name, text in _files(case.name, number).items():
            (case / name).write_text(text, encoding="utf-8")
    return cases


def _files(name: str, number: int) -> dict[str, str]:
    """Return the files of one case by name."""
    if number % 3 == 0:
        return {"case.yaml": TEN_LINES.format(name=name, number=number)}
    like = _LIKE[number % 3 - 1]
    folder = ROOT / "inputs" / like
    every = sorted((*folder.glob("*.yaml"), *folder.glob("texts/*.yaml")))
    files = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in every}
    own = re.sub(rf"^id: {like}$", f"id: {name}", files["case.yaml"], flags=re.MULTILINE)
    # A register is of a handful of cases that choose it, not of a third of a library.
    own = re.sub(r"^ +register: .*\n", "", own, flags=re.MULTILINE)
    files["case.yaml"] = re.sub(r"^title: (\{value: )?", rf"\g<0>Case {number} · ", own, flags=re.MULTILINE)
    return files


if __name__ == "__main__":
    write_library(Path(sys.argv[1]), int(sys.argv[2]))
