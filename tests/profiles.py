"""Profiles: how often what is drawn by lot is tried, by the environment variable BRIEFPACK_EXAMPLES.

`few` is the usual, `many` that of `make test-long`, `long` what somebody runs overnight. Tests that try more in the
larger ones are marked `drawn`; those that run in the larger ones alone are marked `long`.
"""

from __future__ import annotations

import os
from typing import TypeVar

from hypothesis import HealthCheck, settings

Value = TypeVar("Value")
_PROFILES = ("few", "many", "long")
PROFILE = os.environ.get("BRIEFPACK_EXAMPLES", "few")
if PROFILE not in _PROFILES:
    raise ValueError(f"BRIEFPACK_EXAMPLES is '{PROFILE}': choose from {', '.join(_PROFILES)}")


def by_profile(few: Value, many: Value, long: Value) -> Value:
    """Return the value for the profile of this run."""
    return {"few": few, "many": many, "long": long}[PROFILE]


def examples(few: int, many: int, long: int) -> settings:
    """Return the settings of a property tried so often in each profile, with the same cases each time but in `long`."""
    return settings(
        max_examples=by_profile(few, many, long),
        deadline=None,
        database=None,
        derandomize=PROFILE != "long",
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
