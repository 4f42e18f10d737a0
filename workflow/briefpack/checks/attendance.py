"""Attendance: whoever leads, acts or agrees at a session is in its room, and who is there is of its activity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.case.engagements import ConvenedSession
from briefpack.problems import Problem
from briefpack.text.normalising import folded

_NOBODY = "this names nobody under 'ours' or 'theirs': name a role that stands there, or add who does it there"
_NO_CONSENT = (
    "this names nobody under 'ours' or 'theirs' who could agree: name a role that stands there, or say that nobody was "
    "asked"
)
_OTHER_PARTY = (
    "the activity that this session is part of does not name this party: name it under its 'parties' too, or correct "
    "one of the two"
)
#: So many letters at the beginning of a word tell what it is about; words of so few tell it only where no other does.
_STEM, _SHORT = 5, 3
_WORD = re.compile(r"[^\W\d_]+")
#: Words that stand for all who are there, or say that it is nobody, or that this is not known, in each language that
#: packs have wording in.
_EVERYBODY_OR_NOBODY = """
    all any anybody anyone both each every everybody everyone whoever nobody none no not unknown
    tous toutes tout toute chacun chacune quiconque personne aucun aucune non pas inconnu
    todos todas toda ambos ambas cada cualquiera quienquiera nadie ningún ninguno ninguna desconocido
    все всех каждый каждая любой любая никто ни нет не неизвестно
    الجميع جميع جميعا كل كلا كلتا أي لا لم ليس غير مجهول
"""


def problems(case: Case) -> Iterator[Problem]:
    """Return each leader, helper and consent of a session that names nobody there, and each party of another work."""
    for path, item in case.every_item.items():
        if isinstance(item, ConvenedSession):
            yield from _parties(case, path, item)
            if item.ours and item.theirs:
                yield from _named(case, path, item)


def _named(case: Case, path: Path, session: ConvenedSession) -> Iterator[Problem]:
    there = {word[:_STEM] for text in _there(case, session) for word in _words(text)}
    for place, text, message in _naming(path, session):
        if text and not _NO_ROLE & set(_words(text)) and not _stems(text) & there:
            yield Problem(case.place(place), message, "warning")


def _naming(path: Path, session: ConvenedSession) -> Iterator[tuple[Path, str | None, str]]:
    """Return each text of a session that names who does or allows something, with its place and what is told of it."""
    yield (*path, "opened_by"), session.opened_by, _NOBODY
    for number, part in enumerate(session.run or ()):
        yield (*path, "run", number, "lead"), part.lead, _NOBODY
    for number, card in enumerate(session.contingencies or ()):
        yield (*path, "contingencies", number, "who"), card.who, _NOBODY
    for number, one in enumerate(session.passed_on or ()):
        yield (*path, "passed_on", number, "consent"), one.consent, _NO_CONSENT


def _there(case: Case, session: ConvenedSession) -> Iterator[str]:
    """Return all that says who is in the room, or can be called."""
    parties = (case.content.assessment and case.content.assessment.parties) or ()
    names = {one.id: one.name for one in parties}
    for one in (*(session.ours or ()), *(session.theirs or ())):
        yield f"{one.role} {one.part or ''} {names.get(one.party or '', '')}"
    yield from filter(None, (session.admitted, session.interpreter, session.record_keeper, session.contact))


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


_NO_ROLE = frozenset(_words(_EVERYBODY_OR_NOBODY))


def _stems(text: str) -> set[str]:
    words = _words(text)
    return {word[:_STEM] for word in words if len(word) > _SHORT} or set(words)


def _parties(case: Case, path: Path, session: ConvenedSession) -> Iterator[Problem]:
    """Return each party in the room that the activity of a session does not name."""
    activity = case.content.activities.get(session.activity or "")
    known = activity.parties if activity else None
    for number, one in enumerate(session.theirs or ()):
        if known is not None and one.party is not None and one.party not in known:
            yield Problem(case.place((*path, "theirs", number, "party")), _OTHER_PARTY, "warning")
