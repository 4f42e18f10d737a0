"""Reports: what sets the coordinator's report apart from the packs that it is made with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from briefpack import pack_files
from briefpack.case.content import Case
from briefpack.checks.openness import names_coordinators, no_report
from briefpack.disclosure.views import Views
from briefpack.files.registries import keys_of_registry, open_registry
from briefpack.files.sealing import NotOpened, opened, sealed
from briefpack.findings.report import Report, report
from briefpack.findings.seats import seated
from briefpack.handbook import Audience
from briefpack.house.rule_changes import Severity
from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.making import Made, make
from briefpack.packs.orders import Order
from briefpack.packs.report_pages import fitted
from briefpack.problems import Problem, Refusal


class ReportRefused(Refusal):
    """Raised where the packs of a case are made and its report cannot be: `files` are those of the packs, by place.

    No reader may learn from the presence of a pack what only a report says.
    """

    def __init__(self, problems: Iterable[Problem], files: Mapping[Path, bytes]) -> None:
        super().__init__(problems)
        self.files = files


def coordinators(order: Order, case: Case, *, in_a_build: bool) -> Sequence[Audience]:
    """Return the coordinator where a report is asked for and the case names who gets it, or nobody.

    Raises:
        Refusal: it names nobody, and nothing else was asked for; a build goes on to the next case.
    """
    if "coordinator" not in order.audiences or (in_a_build and not names_coordinators(case)):
        return ()
    if not names_coordinators(case):
        raise Refusal([no_report(case)])
    return ("coordinator",)


def make_report(views: Views, house: HouseStyle, name: str, case: Path) -> Made:
    """Return the report of a case, without page numbers: LibreOffice would be given it in a file, in clear.

    Of the sealed registry, opened here once more, it gets numbers and kinds of seats alone.
    """
    plain = replace(house, page_numbers=False)
    computed = report_of(views, house, case)
    made = make(views.of("coordinator"), plain, name, computed)
    return replace(made, finished=replace(made.finished, counts=_counts(computed)))


def report_of(views: Views, house: HouseStyle, case: Path) -> Report:
    """Return what the report of a case is made from, as much on its two pages as they hold in a house style."""
    whole = report(views, house.catalogue, house.settings.findings, seated(views, open_registry(case)))
    return fitted(whole, views.of("coordinator"), house)


def _counts(computed: Report) -> Mapping[str, Mapping[str, object]]:
    """Return what the manifest counts: findings by severity, and by phase the points that are met, of those that apply.

    Of findings also how many are answered, and how many things could not be judged.
    """
    standing = Counter(one.severity for one in (*computed.to_act_on, *computed.to_know))
    by_severity = {severity: standing[severity] for severity in get_args(Severity)}
    return {
        "findings": {**by_severity, "answered": len(computed.answered), "unchecked": computed.judgements},
        "readiness": {
            one.phase: {"met": one.met, "of": one.applying, "ready": one.is_ready} for one in computed.readiness
        },
    }


def locked(case: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the files of a report by name, encrypted where the registry of the case is, for the same keys.

    Raises:
        Refusal: the registry does not say for which keys it is sealed: nothing of a report may lie in clear then.
    """
    keys = keys_of_registry(case)
    if keys is None:
        return files
    return {name + pack_files.SEALED: sealed(data, keys) for name, data in files.items()}


def unlocked(files: Mapping[str, bytes]) -> Mapping[str, bytes] | None:
    """Return released files by name, those that are encrypted opened in memory; None where no key here opens them."""
    try:
        return {
            name.removesuffix(pack_files.SEALED): opened(data) if name.endswith(pack_files.SEALED) else data
            for name, data in files.items()
        }
    except NotOpened:
        return None
