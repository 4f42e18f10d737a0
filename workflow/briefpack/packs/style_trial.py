"""Style trial: a page set in a style document, so that faults of the document are not taken for faults of a pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefpack.adoption import Adopted
from briefpack.house.organisation import OrganisationSettings
from briefpack.inspection.faults import OURS, OURS_OR_STYLE
from briefpack.inspection.inspecting import faults_of_pack
from briefpack.inspection.package import open_package
from briefpack.packs.letterheads import letterhead_lines, whole
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.typeset import typeset
from briefpack.word.house import House
from briefpack.word.letterhead import NO_LETTERHEAD, Letterhead
from briefpack.word.style_names import USED

_REMEDY = "correct it in Word, or start from the base style"
#: One of each thing that a pack can hold, without pictures.
_PAGE = """\
---
title: "Trial"
organisation: "Trial"
language: "en"
mark: "Mark"
caveat: "Caveat"
date: "2000-01-01"
---

# Trial

| | |
| --- | --- |
| A | B |

## Contents

[[contents]]

---

## One

A *word*, a **word**, a `word`, a [section](#one) and a note.[^A]

### Two

- One
  - Two
    1. Three

#### Three

> **For action:** Asked.

> Quoted.

| C | D |
| --- | --- |
| E | F |

Term
: What it means.

[^A]: Note.
"""


SHOWN = 12
"""The most styles without use that are named: Word's own documents have hundreds."""


def examined(made: Adopted, file: str, settings: OrganisationSettings | None = None) -> tuple[list[str], list[Problem]]:
    """Return what a template gives to packs and what it lacks, for a person to read, and what is wrong with it.

    `settings` are those of its organisation, where it has any, with what is confirmed of its letterhead.
    """
    problems = list(dict.fromkeys(faults_of_style(made.style, file)))
    with_letterhead = dict.fromkeys(faults_of_style(made.style, file, whole(made.letterhead)))
    lines = [*_lines(made), *letterhead_lines(made.letterhead, settings)]
    lines += [f"letterhead: packs cannot bear it: {each.text}" for each in with_letterhead if each not in problems]
    return lines, problems


def _lines(made: Adopted) -> Iterator[str]:
    """Return a line for each used style, then how many are whose, what packs do not use, and what was changed."""
    filled = {name.casefold() for name in made.filled}
    own = [used for used in USED if used.name.casefold() not in filled]
    for used in USED:
        yield f"{used.name:<20}{used.kind:<11}{'yours' if used in own else 'the base':<10}{used.purpose}"
    yield f"{len(USED)} styles are used: {len(own)} yours, {len(USED) - len(own)} the base's, in your look"
    if made.unused:
        more = len(made.unused) - SHOWN
        yield "not used: " + ", ".join(made.unused[:SHOWN]) + (f" and {more} more" if more > 0 else "")
    yield from (f"changed: {note}" for note in made.notes)


def faults_of_style(style: bytes, file: str, letterhead: Letterhead = NO_LETTERHEAD) -> Iterator[Problem]:
    """Return a problem for each thing that a style document brings into packs and that no pack may hold.

    In the base style the page has no fault.
    """
    try:
        package, faults = open_package(typeset(_PAGE, style, House("Trial", letterhead=letterhead)))
    except Refusal as refusal:
        yield from (replace(problem, place=Place(file)) for problem in refusal.problems)
    else:
        for fault in faults if package is None else faults_of_pack(package, None):
            yield Problem(Place(file), fault.text.replace(OURS_OR_STYLE, _REMEDY).replace(OURS, _REMEDY))
