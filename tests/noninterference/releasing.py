"""Releasing: the finished files of a drawn case for one audience, made in this process as a build would make them."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

from tests.building import TEMPLATES, _Bare, make_packs
from tests.noninterference.tree import Given

from briefpack import checks
from briefpack.case.content import Case
from briefpack.checks.audiences import Audiences
from briefpack.handbook import Audience
from briefpack.packs import checking, packing, releasing
from briefpack.packs.checking import CheckedCase
from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.intake import Intake
from briefpack.packs.orders import Order
from briefpack.problems import Problem, Refusal, errors
from briefpack.reading.check import check
from briefpack.reading.translating import Version
from briefpack.text.languages import USUAL

Files = Mapping[str, bytes]


class Unsound(Exception):  # noqa: N818 - drawn data is unsound; nothing went wrong
    """Raised where drawn data is no case: it says nothing of what is withheld."""


class InFrench(Mapping[str, Version]):
    """Words for every text there is, each made of one of that text: what a case says of itself in a second language."""

    def __getitem__(self, text: str) -> Version:
        return Version(" ".join(f"{word}u" for word in text.split()))

    def __contains__(self, _: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def case_of(given: Given, language: str = USUAL) -> Case:
    """Return the case that a tree spells; raise Unsound where a check has an error."""
    documents = {stem: _Bare(data, {}) for stem, data in given.written().items()}  # type: ignore[misc]
    if language != USUAL:
        documents["case"].data["languages"] = [USUAL, language]
    checked = check(documents, {language: InFrench()} if language != USUAL else None, language)  # type: ignore[arg-type]
    if checked.case is None or errors([*checked.problems, *checks.problems(checked.case)]):
        raise Unsound
    return checked.case


def ungated(case: Case, audience: Audience) -> Files | None:
    """Return the files of an audience's pack as the gate would get them: what is not in them, it need not find."""
    with patch.object(releasing, "release", lambda _name, _audience, finished, *_: dict(finished.files)):
        return released(case, audience)


def released(case: Case, audience: Audience) -> Files | None:
    """Return the files of an audience's pack by name, in its language, or None where the release is refused."""
    spoken = (case.language,)
    order = Order(Path("river-talks"), TEMPLATES, "default", (audience,), spoken)
    with (
        patch.object(packing, "take_in", lambda folder: Intake(folder, case, (), spoken, case.language)),
        patch.object(checking, "check_case", _checked),
        patch.object(packing, "house_styles", _house_styles),
    ):
        try:
            return make_packs(order)
        except Refusal:
            return None


def _checked(intake: Intake, *_: object, **__: object) -> CheckedCase:
    """Return a case of which only what its readers see was checked: the gate is tried, not what stands before it."""
    assert intake.sound
    audiences = Audiences(intake.sound.for_packs)
    with patch.object(checks, "VIEW_CHECKS", _OF_ONE_PACK):
        found = errors(checks.problems_of_views(intake.sound.case, audiences))
    if found:
        raise Refusal(found)
    return CheckedCase(intake.sound, ())


#: The checks of views, but for those that look for what the gate looks for.
_OF_ONE_PACK = {name: check for name, check in checks.VIEW_CHECKS.items() if name not in ("retyped", "alike")}
_read = packing.house_styles


@functools.cache
def _house_styles(order: Order) -> tuple[Sequence[HouseStyle], Sequence[Problem]]:
    """Return the house styles once: reading and compiling the templates takes longer than all the rest."""
    return _read(order)
