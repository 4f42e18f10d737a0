"""Style trial: a page set in a style document, so that faults of the document are not taken for faults of a pack."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from briefpack.inspection.faults import OURS, OURS_OR_STYLE
from briefpack.inspection.inspecting import faults_of_pack
from briefpack.inspection.package import open_package
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.typeset import typeset
from briefpack.word.contract import contract

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

A *word*, a **word**, a `word`, a [link](#one) and a note.[^A]

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


def examined(style: bytes, file: str) -> tuple[list[str], list[Problem]]:
    """Return the state of each style that packs use, for a person to read, and what is wrong with a style document."""
    found = contract(style, file)
    return list(found.lines()), [*found.problems, *faults_of_style(style, file)]


def faults_of_style(style: bytes, file: str) -> Iterator[Problem]:
    """Return a problem for each thing that a style document brings into packs and that no pack may hold.

    In the base style the page has no fault. What a style document lacks is reported where a pack needs it.
    """
    with suppress(Refusal):
        package, faults = open_package(typeset(_PAGE, style))
        for fault in faults if package is None else faults_of_pack(package, None):
            said = fault.text.replace(OURS_OR_STYLE, _REMEDY).replace(OURS, _REMEDY)
            if said != fault.text:
                yield Problem(Place(file), said)
