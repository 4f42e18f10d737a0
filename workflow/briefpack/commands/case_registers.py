"""Case registers: the command that makes the register of an organisation across cases, alone or in a build."""

from __future__ import annotations

import argparse

from briefpack.commands.reporting import tell_problems
from briefpack.files.batches import read_batch
from briefpack.files.case_registers import may_enter, register_names, standing
from briefpack.files.library import open_library
from briefpack.files.writing import write_all
from briefpack.pack_files import register_name
from briefpack.packs.case_registers import Standing, finds, is_unread, registers
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.old_registers import OldRegisters
from briefpack.packs.orders import Order
from briefpack.packs.renewing import renew
from briefpack.problems import Place, Problem, Refusal

_NOBODY = (
    "no case enters the register of this organisation: a case enters that names all recipients of 'register' in this "
    "file under 'coordinator' and under 'register' in handling.distribution of its case.yaml"
)

_NOT_ALL = "not every case in this register is written in {}: make it in the languages that all of them are written in"


def register(options: argparse.Namespace) -> int:
    """Make the register of an organisation; the exit status is 1 where the gate finds anything in it."""
    if options.batch:
        renew(read_batch(options.batch), tell_problems)
        return 0
    order, cases, stands = _asked(options)
    place = Place(str(options.templates / options.organisation / "organisation.yaml"))
    if options.explain and cases:
        found = sorted(finds(order, cases, stands))
        good = f"{place.file}: the gate finds nothing: this register can be released"
        print(*(map(str, found) if found else [good]), sep="\n")
        return 1 if found else 0
    files = registers(order, cases, stands).files
    if not files:
        raise Refusal([Problem(place, _NOBODY)])
    lacking = [one for one in options.language or () if not any(register_name(one) + "." in name for name in files)]
    if lacking:
        raise Refusal([Problem(place, _NOT_ALL.format(", ".join(lacking)))])
    write_all({options.into / name: data for name, data in files.items()})
    print(*(f"{options.into / name}: made" for name in files), sep="\n")
    return 0


def _asked(options: argparse.Namespace) -> tuple[Order, list[Intake], Standing]:
    """Return the order of a register, the cases that may enter it, and how their packs stand in the outputs."""
    folders = {name: getattr(options, name) for name in ("inputs", "templates", "outputs")}
    narrowed = {"language": options.language} if options.language else {}
    library = open_library({**folders, "organisation": options.organisation, **narrowed})
    languages = library.worded_in[options.organisation]
    order = Order(options.inputs, options.templates, options.organisation, ("coordinator",), languages)
    entering = may_enter(library, options.organisation)
    stands = standing(options.outputs, options.organisation, entering, register_names(languages))
    old = OldRegisters(options.outputs, options.organisation, register_names(languages))
    unread = [one for one in old.also_in(options.inputs, entering) if is_unread(one)]
    return (
        order,
        [*(take_in(options.inputs / case) for case in entering), *unread],
        stands if options.outputs.is_dir() else {},
    )
