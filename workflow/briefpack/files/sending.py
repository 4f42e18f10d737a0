"""Sending: which organisation sends which case, where one does not send them all.

One that is invented sends those alone that it is told to: whoever has cases of their own does not think of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from briefpack.files.choices import Choice, unknown
from briefpack.files.settings import SENDS, Setting, is_invented, read_sends
from briefpack.problems import Place, Problem, Refusal

#: An organisation and a case that it sends.
Pair = tuple[str, str]


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


def _mistakes(sends: Mapping[str, Setting], organisation: Choice, case: Choice) -> Iterator[Problem]:
    for name, setting in sends.items():
        if name not in organisation.found:
            yield unknown(organisation.noun, name, setting.place, organisation.found)
        yield from case.problems(setting)
