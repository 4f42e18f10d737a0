"""Packs: the commands that make packs of cases, release them, and explain why packs cannot be released."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefpack.checks.openness import may_have_pack, names_coordinators, no_pack, no_report, real_under_invented
from briefpack.commands.reporting import guarded, tell_problems
from briefpack.disclosure.views import Views
from briefpack.files.batches import Batch, read_batch
from briefpack.files.case_languages import case_languages, worded
from briefpack.files.layout import NO_LAYOUT, can_lay_out
from briefpack.files.page_numbers import PAGE_NUMBERS
from briefpack.files.senders import not_sent
from briefpack.files.settings import is_invented
from briefpack.handbook import RELEASED_TO
from briefpack.packs.batching import pack_batch, renewed
from briefpack.packs.building import Warm, warm
from briefpack.packs.building import build as built
from briefpack.packs.house_styles import HouseStyle, read_house_style
from briefpack.packs.intake import disclosed_case, take_in
from briefpack.packs.making import computed_of
from briefpack.packs.orders import Order
from briefpack.packs.packing import explained, packed, put
from briefpack.packs.provenance import provenance
from briefpack.packs.reports import report_of
from briefpack.problems import Place, Problem, Refusal, under
from briefpack.stages.coverage import Coverage


def pack(options: argparse.Namespace) -> int:
    """Make the packs of one case and put them into a folder."""
    order = _order(options)
    _refuse_real(order)
    tell_problems(not_sent(order.case, order.templates, order.organisation))
    print(*put(order, packed(order, options.into, options.outputs, tell_problems)), sep="\n")
    return 0


def _refuse_real(order: Order) -> None:
    """Raise Refusal where an invented organisation would give its name to files of a real case, as in a build."""
    case = take_in(order.case).case if is_invented(order.templates / order.organisation) else None
    found = real_under_invented(case, order.organisation) if case else None
    if found:
        raise Refusal(list(under("openness", [found])))


def report(options: argparse.Namespace) -> int:
    """Make the report to the coordinator between the tracks of one case and put it into a folder."""
    return pack(argparse.Namespace(**vars(options), audience=["coordinator"], outputs=None))


def build(options: argparse.Namespace) -> int:
    """Make the packs of one case and release them."""
    built(_order(options), options.outputs, options.page_numbers, options.made_from, tell_problems)
    return 0


def batch(options: argparse.Namespace) -> int:
    """Make and release the packs of each case of a batch, and what comes after the last of its organisation.

    The exit status is 1 if any could not be made.
    """
    starter, cases = os.getppid(), read_batch(options.batch)
    audiences = tuple(audience for audience in RELEASED_TO if audience in cases.audiences)
    spoken = {language for case in cases.cases for language in cases.languages_of(case)}
    languages = tuple(language for language in cases.languages if language in spoken)
    readers = (audiences, languages, may_have_page_numbers(cases.page_numbers))
    every = Order(Path(cases.inputs), Path(cases.templates), cases.organisation, *readers)
    shared = warm(every, cases.page_numbers, len(cases.cases)) if cases.cases else None
    failed = pack_batch(cases, partial(_one_of, cases, every, shared), starter)
    return 0 if renewed(cases, options.batch) and not failed else 1


def _one_of(cases: Batch, every: Order, shared: Warm | None, case: str) -> int:
    """Make and release the packs of one case of a batch, and return the exit status."""
    order = replace(every, case=every.case / case, languages=cases.languages_of(case))
    told = (cases.cases[case], cases.shared)

    def packs() -> int:
        built(order, Path(cases.outputs), cases.page_numbers, told, tell_problems, shared)
        return 0

    return guarded(packs, (order.case, order.templates, Path(cases.outputs)))


def explain(options: argparse.Namespace) -> int:
    """Print where each part of a reader's pack comes from, or, for no reader, each find of the gate in all packs.

    The exit status is 1 if there is a find.
    """
    if options.reader or options.section or options.document:
        return _told_of_parts(options)
    found = explained(_order(options), options.outputs)
    good = f"{options.case}: the gate finds nothing: these packs can be released"
    print(*(map(str, sorted(found)) if found else [good]), sep="\n")
    return 1 if found else 0


def _told_of_parts(options: argparse.Namespace) -> int:
    """Print which template, block and organisation gave each part of a document, and which lines of the case fed it."""
    if not options.reader:
        option = "--section" if options.section else "--document"
        raise Refusal([Problem(Place(option), f"say of whose: {', '.join(RELEASED_TO)}, after the case")])
    language = _languages(options)[0]
    views, broken = disclosed_case(options.case, language)
    tell_problems(broken)
    house, view = read_house_style(options.templates, options.organisation, language), views.of(options.reader)
    if options.reader == "coordinator":
        computed: Coverage = _of_report(views, house, options.case)
    elif may_have_pack(views.case, options.reader):
        computed = computed_of(view, house)
    else:
        raise Refusal([no_pack(views.case, options.reader)])
    for line in provenance(views.case, view, house, computed, options.document, options.section):
        print(line)
    return 1 if broken else 0


def _of_report(views: Views, house: HouseStyle, case: Path) -> Coverage:
    """Return what the report of a case is made from; nobody gets one of a case that names no coordinator."""
    if not names_coordinators(views.case):
        raise Refusal([no_report(views.case)])
    return report_of(views, house, case)


def _languages(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the languages that were named, else those of the case that have wording; one of these must have it."""
    own = case_languages(options.case)
    return tuple(dict.fromkeys(options.language or worded(own, options.templates, options.organisation) or own))


def _order(options: argparse.Namespace) -> Order:
    return Order(
        options.case,
        options.templates,
        options.organisation,
        tuple(options.audience),
        _languages(options),
        may_have_page_numbers(options.page_numbers),
    )


def may_have_page_numbers(asked: str) -> bool:
    """Return whether the contents can have the page numbers that were asked for; print why not if they cannot."""
    if asked == PAGE_NUMBERS[0]:
        return False
    if not can_lay_out():
        print(f"warning: {NO_LAYOUT}", file=sys.stderr)
    return can_lay_out()
