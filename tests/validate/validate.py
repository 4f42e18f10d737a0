"""The outside judge: the Open XML SDK's own validator looks at every pack, as two versions of Office read it.

Prints `path: version: part: what is wrong (place)` for every error and exits with 1 where there is one. Run it with
`make validate`; it judges every pack in outputs/, or the files that are named.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JUDGE = Path(__file__).parent / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
VERSIONS = ("Office2019", "Microsoft365")


def main(arguments: Sequence[str]) -> int:
    """Judge the files and give the exit status."""
    files = [Path(argument) for argument in arguments] or sorted(ROOT.glob("outputs/**/*.docx"))
    if not JUDGE.is_file() or not shutil.which("node"):
        sys.exit("the validator or Node.js is not here: make validate-tools installs both")
    if not files:
        sys.exit("there is no pack in outputs/: make packs makes them")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        judged = pool.map(lambda each: list(errors(*each)), product(files, VERSIONS))
        found = [line for lines in judged for line in lines]
    print(*found, f"{len(files)} files, {' and '.join(VERSIONS)}: {len(found)} errors", sep="\n")
    return 1 if found else 0


def errors(file: Path, version: str) -> Iterator[str]:
    """Return each error that one version of Office would find in a file."""
    command = ["node", JUDGE, file, "--officeVersion", version]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    if judged.returncode not in (0, 1):
        sys.exit(f"{file}: the validator did not run: {judged.stderr.strip()}")
    verdict = json.loads(judged.stdout)
    if verdict["ok"] != (judged.returncode == 0) or verdict["ok"] == bool(verdict["errors"]):
        sys.exit(f"{file}: the validator contradicts itself: {judged.stdout}")
    for error in verdict["errors"]:
        yield f"{file}: {version}: {error['path']}: {error['description']} ({error['xPath']})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
