"""Marks: a pack is marked in the words of the United Nations and of TLP 2.0, not in those of a government.

Source: briefing conventions, section 4 (ST/SGB/2007/6, TLP 2.0): a government alone classifies; a tool that writes its
words down invents a classification. The words are a list of well-known ones, not of all that there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefpack.case.closed import closed
from briefpack.case.content import Case
from briefpack.case.telling import places
from briefpack.case.view import View
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.problems import Problem

#: Well-known words of national, European Union and NATO schemes: those that no sentence needs, however they are
#: written, ...
_ALWAYS = (
    r"(?i:top[ _-]?secret|streng[ -]geheim|confidentiel[ -]ue|secret[ -]ue|f\.o\.u\.o|official[ -]sensitive"
    r"|noforn|orcon|restreint|restricted[ -]data|eyes[ -]only|tlp:?white"
    r"|tr[eè]s[ -]secret|confidentiel[ -]d[eé]fense|secret[ -]d[eé]fense|diffusion[ -]restreinte|eu[ -]restricted"
    r"|for[ -]official[ -]use[ -]only|controlled[ -]unclassified[ -]information|verschlusssache|vs-nfd)"
)
#: ... and those that are plain words, only in capitals.
_IN_CAPITALS = (
    "OFFICIAL|SECRET|COSMIC|LIMITE|RESTRICTED|PROTECTED|FOUO|CUI|SBU|NATO|GEHEIM|NFD"
    "|\u0421\u0415\u041a\u0420\u0415\u0422\u041d\u041e"
)
#: Marks of portions of a text, as in (S//NF), (TS//SI), (U//FOUO); and those alone that no text would put in brackets.
_PORTION = r"\((?:(?:TS|S|C|U|CUI)(?://[A-Z/ -]+)+|TS|CUI|FOUO)\)"
_FOREIGN = re.compile(rf"(?<!\w)(?:{_ALWAYS}|{_IN_CAPITALS})(?!\w)|{_PORTION}")

_MESSAGE = (
    "this reads like a classification by a government, which only a government can give: say it with 'mark' "
    "(unclassified, confidential, strictly_confidential) and 'tlp' (clear, green, amber, amber_strict, red)"
)
#: The front pages are written for one reader each, which alone does not keep them from the other.
_BRIEFS = ("case", "briefs")
_NO_LIMIT = "this mark sets no limit, and the pack of {audience} holds what {other} must not see: raise it"
#: The word of each scheme that lets anybody read on.
_LIMITLESS: Mapping[str, str] = {"mark": "unclassified", "tlp": "clear"}


def problems(case: Case) -> Iterator[Problem]:
    """Give a caveat that holds a word of another scheme; the model itself has no such mark."""
    handling = case.content.case.handling
    if handling and handling.caveat and _FOREIGN.search(handling.caveat):
        yield Problem(case.place(("case", "handling", "caveat")), _MESSAGE)


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> Iterator[Problem]:
    """Give a warning at a mark that lets anybody read a pack in which something is closed to the other track."""
    handling = case.content.case.handling
    given = [scheme for scheme in _LIMITLESS if handling and getattr(handling, scheme)]
    for audience, view in views.items():
        shown = {path for path, _ in places(view.root) if path[:2] != _BRIEFS}
        for other in PACK_AUDIENCES:
            if shown & closed(case, other):
                for scheme in (one for one in given if getattr(view, one) == _LIMITLESS[one]):
                    message = _NO_LIMIT.format(audience=audience, other=other)
                    yield Problem(case.place(("case", "handling", scheme)), message, "warning")
