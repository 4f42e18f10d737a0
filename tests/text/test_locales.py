"""Locales: what one language makes of the data that Babel shares changes no other language."""

from __future__ import annotations

import subprocess
import sys

#: In a program of its own, since what is tested may stay as it is for as long as a program runs.
_MONTHS = """
from babel.dates import get_month_names
from briefpack.text.locales import SeparateLocale
for language in ("he", "fr"):
    print(get_month_names("wide", "stand-alone", SeparateLocale(language))[1])
"""


def test_the_months_of_a_language_stay_its_own_after_another() -> None:
    """French still has its months after Hebrew told one by itself, which Babel's own locales then tell in Hebrew."""
    done = subprocess.run([sys.executable, "-c", _MONTHS], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["\u05d9\u05e0\u05d5\u05d0\u05e8", "janvier"]
