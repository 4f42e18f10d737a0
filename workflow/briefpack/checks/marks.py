"""Marks: a pack is marked in the words of the United Nations and of TLP 2.0, not in those of a government.

Source: briefing conventions, section 4 (ST/SGB/2007/6, TLP 2.0): a government alone classifies; a tool that writes its
words down invents a classification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.problems import Problem

#: Words of national, European Union and NATO schemes: those that no sentence needs, however they are written, ...
_ALWAYS = r"(?i:top[ -]secret|official[ -]sensitive|noforn|orcon|restreint|restricted[ -]data|eyes[ -]only|tlp:?white)"
#: ... and those that are plain words, only in capitals.
_IN_CAPITALS = r"OFFICIAL|SECRET|COSMIC|LIMITE|RESTRICTED|PROTECTED|FOUO|CUI|SBU|NATO"
_FOREIGN = re.compile(rf"(?<!\w)(?:{_ALWAYS}|{_IN_CAPITALS})(?!\w)")

_MESSAGE = (
    "this reads like a classification by a government, which only a government can give: say it with 'mark' "
    "(unclassified, confidential, strictly_confidential) and 'tlp' (clear, green, amber, amber_strict, red)"
)


def problems(case: Case) -> Iterator[Problem]:
    """Give a caveat that holds a word of another scheme; the model itself has no such mark."""
    handling = case.content.case.handling
    if handling and handling.caveat and _FOREIGN.search(handling.caveat):
        yield Problem(case.place(("case", "handling", "caveat")), _MESSAGE)
