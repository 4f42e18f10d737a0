"""Manifest: what a released pack consists of, and the proof that the gate read it.

It says nothing that depends on what is withheld: no count of terms, no digest of the case.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from briefpack.gate.verdict import Proof

#: The allowed names for the folder of a house style.
_HOUSE = re.compile("[a-z0-9-]{1,100}")


def manifest_of(files: Mapping[str, bytes], facts: Mapping[str, Any], proof: Proof, allowances: int) -> bytes:
    """Return the manifest of finished files, as JSON; `facts` is what the pack says of itself."""
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


def house_of(manifest: bytes) -> str:
    """Return the house style of the pack that a manifest tells of, or nothing where it does not say it as we do."""
    try:
        house = json.loads(manifest)["organisation"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return house if isinstance(house, str) and _HOUSE.fullmatch(house) else ""
