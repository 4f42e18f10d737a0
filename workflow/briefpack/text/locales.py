"""Locales: those of Babel, each with data of its own.

Babel shares what languages have in common, and writes into it what the first of them makes of it. Once Hebrew had told
a month by itself, the months of French, Spanish and Arabic were told in Hebrew.
"""

from __future__ import annotations

import functools
import pickle

from babel import Locale
from babel.localedata import LocaleDataDict, load


class SeparateLocale(Locale):
    """A locale whose data no other locale changes."""

    @property
    def _data(self) -> LocaleDataDict:
        return _own_data(str(self).partition("@")[0])


@functools.cache
def _own_data(name: str) -> LocaleDataDict:
    """Return the data of a locale, copied before anything is made of what it shares."""
    return LocaleDataDict(pickle.loads(pickle.dumps(load(name))))
