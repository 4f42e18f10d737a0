"""Case register: all that the register across cases is made from, by the coordinator's view of each case in it.

What cases draw on together, what does not fit in each, how old that is, and how its packs stand. No case that is not in
it is counted. Everything here is Markdown: nothing of a case itself gets to the templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, islice, product
from string import ascii_uppercase
from types import MappingProxyType

from briefpack.disclosure.view import View
from briefpack.disclosure.views import Views
from briefpack.findings.case_register.member import member_of, title_of
from briefpack.findings.case_register.shared import Meeting, Shared, bodies, meetings, places
from briefpack.findings.case_register.tallies import Tally, tallies
from briefpack.findings.seated import Seated
from briefpack.findings.telling import Telling, tell
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage.times import one_time
from briefpack.text.escaping import escaped, on_one_line

#: The most dates that two cases share which are printed; the others are counted.
_MOST_MEETINGS = 12


@dataclass(frozen=True)
class Entrant:
    """A case that enters the register: its views, its seats as the registry counts them, and how its packs stand.

    `packs` gives a state for each audience, such as `current`; empty where nothing is known of its packs.
    """

    views: Views
    seated: Seated | None = None
    packs: Mapping[Audience, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class PackStands:
    """For whom a pack is, and how it stands: a word of the wording under `register.pack_`."""

    audience: str
    state: str


@dataclass(frozen=True)
class CaseRow:
    """One case of the register, and the letter that stands for it; `as_of` and `version` are empty if not shown.

    `answered` counts the findings that the case answers, `unchecked` what could not be judged.
    """

    letter: str
    title: str
    as_of: str
    version: str
    packs: tuple[PackStands, ...]
    answered: int
    unchecked: int


@dataclass(frozen=True)
class CaseRegister:
    """What the register is made from: its recipients, its cases, what they share, and what was found in them.

    `newest` is the newest date of information among its cases; it is empty where none is shown.
    `meetings` are the dates that two cases share and that are not over, `more` counts those that are not printed, and
    `past` those that are over.
    """

    recipients: tuple[str, ...]
    newest: str
    cases: tuple[CaseRow, ...]
    bodies: tuple[Shared, ...]
    places: tuple[Shared, ...]
    meetings: tuple[Meeting, ...]
    more: int
    past: int
    tallies: tuple[Tally, ...]


def case_register(
    entrants: Sequence[Entrant],
    recipients: Sequence[str],
    catalogue: Catalogue,
    changes: Mapping[str, RuleChange] = MappingProxyType({}),
) -> CaseRegister:
    """Return what the register of some cases is made from, in the words of a catalogue."""
    views = [one.views.of("coordinator") for one in entrants]
    told = [tell(one.views, catalogue, changes, one.seated) for one in entrants]
    days = [one_time(view.root.case.date_of_information) for view in views]
    members = [member_of(view, catalogue) for view in views]
    letters = list(islice(_letters(), len(members)))
    coming, past = meetings(members)
    return CaseRegister(
        tuple(escaped(on_one_line(one)) for one in recipients),
        _newest(views, catalogue),
        tuple(_row(*one, catalogue) for one in zip(letters, entrants, told, strict=True)),
        tuple(bodies(members)),
        tuple(places(members)),
        coming[:_MOST_MEETINGS],
        len(coming[_MOST_MEETINGS:]),
        past,
        tuple(tallies(list(zip(letters, days, told, strict=True)), catalogue)),
    )


def _newest(views: Sequence[View], catalogue: Catalogue) -> str:
    """Return the newest date of information among some cases; of what is not known to the day its last day counts."""
    dates = [date for view in views if (date := view.root.case.date_of_information)]
    newest = max(dates, key=lambda date: date.value.end.last, default=None)
    return catalogue.date(newest.value) if newest else ""


def _letters() -> Iterator[str]:
    """Return a letter for each case, then two for each."""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _row(letter: str, entrant: Entrant, telling: Telling, catalogue: Catalogue) -> CaseRow:
    """Return the row of a case, with a pack for each audience of whose pack something is known."""
    view = entrant.views.of("coordinator")
    as_of, version = view.root.case.date_of_information, view.root.case.version
    return CaseRow(
        letter,
        title_of(view),
        catalogue.date(as_of.value) if as_of else "",
        escaped(on_one_line(str(version))) if version else "",
        tuple(PackStands(one, entrant.packs[one]) for one in PACK_AUDIENCES if one in entrant.packs),
        len(telling.answered),
        len(telling.unchecked),
    )
