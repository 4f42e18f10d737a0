"""Sending: which organisation sends which case, where one does not send them all.

One that is invented sends those alone that it is told to: whoever has cases of their own does not think of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product
from pathlib import Path

from briefpack.files.choices import Choice, unknown
from briefpack.files.settings import SENDS, Setting, is_invented, read_sends
from briefpack.pack_files import REPORT, TEAM_ONLY
from briefpack.problems import Place, Problem, Refusal

#: An organisation and a case that it sends.
Pair = tuple[str, str]
#: So many places are named at most: an organisation may have sent hundreds of cases.
_NAMED = 20
_STILL_THERE = (
    f"{{places}}: packs or reports of a case that its organisation does not send ('{SENDS}' in config.yaml) lie there "
    "from an earlier build, and no build takes them away: delete them, or name the case for the organisation"
)


def read_pairs(file: Path, organisation: Choice, case: Choice) -> tuple[Pair, ...]:
    """Return each organisation of a library with each case that it sends by the settings file, in order.

    Raises:
        Refusal: the file names an organisation or a case that does not exist, each told with its nearest.
    """
    sends = read_sends(file)
    wrong = list(_mistakes(sends, organisation, case))
    if wrong:
        raise Refusal(wrong)
    sending = [name for name in organisation.found if name in sends or not is_invented(organisation.home / name)]
    return tuple((name, one) for name in sending for one in case.chosen(sends.get(name)))


def asked_for(pairs: Collection[Pair], organisations: Collection[str], cases: Collection[str]) -> tuple[Pair, ...]:
    """Return the pairs whose organisation and case are both asked for, in order."""
    wanted_organisations, wanted_cases = set(organisations), set(cases)
    return tuple(one for one in pairs if one[0] in wanted_organisations and one[1] in wanted_cases)


def nothing_sent(file: Path) -> Problem:
    """Return the problem of a build that is asked for cases which its organisations do not send."""
    message = f"no organisation that is asked for sends a case that is asked for: see '{SENDS}' in this file"
    return Problem(Place(str(file)), message)


def unsent(pairs: Collection[Pair], cases: Collection[str]) -> Iterator[str]:
    """Return a warning for each case that no organisation sends of those that are asked for."""
    sent = {case for _, case in pairs}
    for case in cases:
        if case not in sent:
            yield f"no pack is made of {case}: no organisation that is asked for sends it ('{SENDS}' in config.yaml)"


def still_there(
    outputs: Path, sent: Collection[Pair], organisations: Collection[str], cases: Collection[str]
) -> Iterator[str]:
    """Return a warning that names where packs and reports lie of cases that their organisation does not send, if any.

    No build takes away what was released once, so a case that is sent no more has to be told of.
    """
    known = set(sent)
    lying = [place for one in product(organisations, cases) if one not in known for place in _lying(outputs, *one)]
    if lying:
        more = f" and {len(lying) - _NAMED} more" if len(lying) > _NAMED else ""
        yield _STILL_THERE.format(places=", ".join(map(str, lying[:_NAMED])) + more)


def _lying(outputs: Path, organisation: str, case: str) -> Iterator[Path]:
    """Return the folder of the packs of a case in a house style, and its reports, where there are any."""
    folder = outputs / organisation / case
    if any(folder.glob(f"{case}.*")):
        yield folder
    report = outputs / TEAM_ONLY / organisation / f"{case}.{REPORT}"
    if any(report.parent.glob(f"{report.name}.*")):
        yield report.with_name(f"{report.name}.*")


def _mistakes(sends: Mapping[str, Setting], organisation: Choice, case: Choice) -> Iterator[Problem]:
    for name, setting in sends.items():
        if name not in organisation.found:
            yield unknown(organisation.noun, name, setting.place, organisation.found)
        yield from case.problems(setting)
