"""Case registers: which cases may enter the register of an organisation, what it is made from, and whether it is stale.

Builds ask this on every call, so files are only searched for a word here: a case without the key `register` in its
case.yaml is in no register, and moves none. Whether another enters is told once it is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from briefpack import pack_files
from briefpack.files.batches import REGISTER_KEY
from briefpack.files.digests import joined
from briefpack.files.library import Library
from briefpack.files.receipts import read_receipt, receipt_file, why_stale
from briefpack.files.sending import Pair
from briefpack.files.states import State, state_by
from briefpack.handbook import PACK_AUDIENCES

_PACKED, _AGAIN = "a case that may enter it is packed again", "asked for again"
#: Where `register` stands as a key, or a key that may be it: in quotes, any letter may be written as an escape.
_SAYS_SO = re.compile(
    rb"""(?:^|[{,?\r\xbf\xfe\xff])[ \t]*+(?:[&!]\S*+\s++)*+["']?register["']?(?:\s|\#[^\r\n]*+)*+:
    |\\[xuU\r\n](?:[^"\\]|\\.)*+"\s*+:""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True)
class Due:
    """A register that must be made again: the cases that may enter it, as `may_enter` returns them, and why."""

    entering: Mapping[str, str]
    why: str


def may_enter(library: Library, organisation: str) -> dict[str, str]:
    """Return the cases that may enter the register of an organisation, each with the digest of its packs' sources.

    There is none where the settings of the organisation speak of no register.
    """
    if not _says_so(library.templates / organisation / "organisation.yaml"):
        return {}
    sent = (case for sender, case in library.sent if sender == organisation)
    said_so = (case for case in sent if _says_so(library.inputs / case / "case.yaml"))
    return {case: library.made_from(organisation, case) for case in said_so}


def _says_so(file: Path) -> bool:
    with suppress(OSError):
        # UTF-16 and UTF-32 have zeros between these letters: such a file cannot be read, and that is to be told.
        return _SAYS_SO.search(file.read_bytes().replace(b"\0", b"")) is not None
    return False


def standing(
    outputs: Path, organisation: str, made_from: Mapping[str, str], languages: Iterable[str]
) -> dict[str, State]:
    """Return the state of each pack of some cases, by its name, as the receipts tell it now.

    `made_from` has for each case the digest of what its packs would be made from today.
    """
    found: dict[str, State] = {}
    for (case, today), audience, language in product(made_from.items(), PACK_AUDIENCES, languages):
        name = pack_files.name_of(case, audience, language)
        receipt = read_receipt(outputs / receipt_file(organisation, name))
        found[name] = state_by(outputs, organisation, case, name, receipt, today)
    return found


def made_of(shared: str, made_from: Mapping[str, str], states: Mapping[str, State]) -> str:
    """Return one digest of all that a register is made from: the house style, the cases that may enter, their packs."""
    return joined(shared, *(part for both in (made_from, states) for one in both.items() for part in one))


def due_registers(library: Library, planned: Collection[Pair], *, is_forced: bool) -> dict[str, Due]:
    """Return the register of each organisation that must be made again, as a build is `planned` or all `is_forced`.

    Where no case may enter, there is nothing to make, but one that was made before is taken away.
    """
    found: dict[str, Due] = {}
    for organisation in library.organisations if library.has_registers else ():
        entering = may_enter(library, organisation)
        is_packed = any((organisation, case) in planned for case in entering)
        told = (is_packed and _PACKED) or (bool(entering) and is_forced and _AGAIN)
        shared, names = library.shared(organisation), register_names(library.worded_in[organisation])
        why = told or why_renewed(library.outputs, organisation, shared, entering, names)
        if why:
            found[organisation] = Due(entering, why)
    return found


def register_names(languages: Iterable[str]) -> dict[str, str]:
    """Return the name of the register in each language, by language."""
    return {language: pack_files.register_name(language) for language in languages}


def why_renewed(
    outputs: Path, organisation: str, shared: str, entering: Mapping[str, str], names: Mapping[str, str]
) -> str:
    """Return in words why a register, by its names, must be made again, or nothing if it is as it should be."""
    receipts = [read_receipt(outputs / receipt_file(organisation, name)) for name in names.values()]
    if not entering and not any(receipt and receipt.files for receipt in receipts):
        return ""
    today = made_of(shared, entering, standing(outputs, organisation, entering, names))
    return next(
        filter(None, (why_stale(outputs, organisation, REGISTER_KEY, name, today) for name in names.values())), ""
    )
