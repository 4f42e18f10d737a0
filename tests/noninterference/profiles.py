"""Profiles: how many cases are drawn, by the environment variable BRIEFPACK_EXAMPLES: `ci` (the default) or `long`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

LONG = os.environ.get("BRIEFPACK_EXAMPLES", "ci") == "long"


def examples(ci: int, long: int) -> settings:
    """Return the settings of a property that is tried so often in each profile, the same cases every time."""
    return settings(
        max_examples=long if LONG else ci,
        deadline=None,
        database=None,
        derandomize=not LONG,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
