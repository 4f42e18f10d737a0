"""Every file that a batch releases was searched by the gate, proved by a seed of its own, and inspected."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tests.building import INPUTS
from tests.packs.test_batching import PLAN, _run, batch

from briefpack.files.batches import Batch
from briefpack.files.library import open_library

__all__ = ["batch"]

#: Runs a batch, and writes down each file that is inspected, of which a copy is seeded, and that is searched.
COUNTING = """
import json, sys
from hashlib import sha256
from briefpack.__main__ import main
from briefpack.gate import verdict
from briefpack.stages import release

def noting(module, name, files_of):
    own = getattr(module, name)
    def noted(given):
        with open("noted.txt", "a") as file:
            for called, data in files_of(given):
                file.write(json.dumps([name, called, sha256(data).hexdigest()]) + "\\n")
        return own(given)
    setattr(module, name, noted)

noting(release, "open_package", lambda data: [("", data)])
noting(verdict, "seeded", lambda finished: finished.files.items())
noting(verdict, "texts", lambda finished: finished.files.items())
sys.exit(main(sys.argv[1:]))
"""


def test_every_released_file_of_a_batch_is_searched_proved_and_inspected(batch: Batch) -> None:
    """No file goes out on what was seen of another: each has its own reading, its own seeds and its own inspection."""
    shutil.copytree(INPUTS / "harbour-talks", "inputs/harbour-talks")
    told = open_library({"organisation": "default"}).made_from("default", "harbour-talks")
    replace(batch, cases={**batch.cases, "harbour-talks": told}).write(PLAN)
    run = _run("-c", COUNTING, "batch", PLAN)
    assert run.returncode == 1, run.stderr
    noted = Counter(tuple(json.loads(line)) for line in Path("noted.txt").read_text(encoding="utf-8").splitlines())
    folders = [path for path in Path("outputs/default").iterdir() if path.name != "beta"]
    released = {
        (path.relative_to(folder).as_posix(), sha256(path.read_bytes()).hexdigest())
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert {Path(name).suffix for name, _ in released} == {".docx", ".md", ".json", ".png"}
    for name, digest in released:
        # A picture is the same in the copy with seeds, whose own are beside it; every other file is another there.
        assert noted["texts", name, digest] == (2 if name.endswith(".png") else 1), name
        if not name.endswith(".json"):
            assert noted["seeded", name, digest] == 1, name
    words = Counter(digest for name, digest in released if name.endswith(".docx"))
    beside = [name for name, _ in released if name.endswith(".docx") and (".brief." in name or ".record." in name)]
    assert words.total() == len(folders) + len(beside) > len(folders) > 1
    assert {digest: noted["open_package", "", digest] for digest in words} == dict(words)
