"""Fixed words: what every pack holds, whatever its case, refuses none for being withheld from its reader somewhere."""

from __future__ import annotations

import json
import re
from itertools import chain
from pathlib import Path

from tests.building import LEAST, PACKS, TEMPLATES, make_packs, write_case

from briefpack.gate.surfaces import Finished, texts
from briefpack.packs.orders import Order

#: Words of the case and of the name of the organisation, which are not fixed.
OF_THE_CASE = {"river", "talks", "examples"}


def packs(parent: Path, issues: str = "") -> dict[str, bytes]:
    """Return the packs of the smallest case, with some issues in it."""
    folder = write_case(parent, **{"case": LEAST, **({"assessment": issues} if issues else {})})
    return make_packs(Order(folder, TEMPLATES, "default", PACKS, ("en",)))


def test_a_withheld_word_that_every_pack_holds_refuses_none(tmp_path: Path) -> None:
    """An issue may be called Media, Manifest or Properties; nobody could tell it from the word of a file's form."""
    bare = Finished(packs(tmp_path / "bare"))
    # The contents are the result of one field: their lines, joined, make words that nobody sees.
    held = "\n".join(chain.from_iterable(text.pieces for text in texts(bare) if text.surface != "results of fields"))
    surfaces = json.loads(bare.files["river-talks.track-i.en.manifest.json"])["gate"]["surfaces_read"]
    words = sorted(
        {*re.findall(r"\b[a-z]{3,}\b", held.lower()), *surfaces, "core properties", "font table"} - OF_THE_CASE
    )
    assert {"manifest", "properties", "caption", "heading", "times", "null", "document variables"} <= {*words}
    closed = "\n".join(
        f"  - {{id: i{number}, title: '{word}', kind: identity, sensitivity: team_only}}"
        for number, word in enumerate(words)
    )
    full = packs(tmp_path / "full", f"sensitivity: shared\nissues:\n{closed}\n")
    assert full.keys() == bare.files.keys()
    assert len(words) > 100
