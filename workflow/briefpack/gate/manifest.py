"""Manifest: what a released pack consists of, and the proof that the gate read it.

It says nothing that depends on what is withheld: no count of terms, no digest of the case.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from briefpack.gate.verdict import Proof

SUFFIX = ".manifest.json"


def manifest_of(files: Mapping[str, bytes], facts: Mapping[str, Any], proof: Proof, allowances: int) -> bytes:
    """Give the manifest of finished files, as JSON; `facts` is what the pack says of itself."""
    told = {
        **facts,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
        "gate": {
            "surfaces_read": sorted(proof.found),
            "canaries_seeded": len(proof.seeded),
            "canaries_found": len(proof.found),
            "allowances_used": allowances,
        },
    }
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()
