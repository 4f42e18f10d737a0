"""Claims: what the authors say of their work, beside what can be worked out (C22, C26).

A claim is compared with what a view shows, and a view may lack what bears it out: such findings are the team's alone.

Source: handbook map, section 2 (readiness of each step) and section 4 (C22).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, Worded
from briefpack.findings.readiness import COUNTERPARTS, UNBALANCED
from briefpack.handbook import PHASE_NAMES
from briefpack.stages.coverage.readiness import readiness as phases


def order(seen: Vantage) -> Iterator[Found]:
    """Return each phase that is ready or done while one before it is blocked or not begun.

    Loops are allowed: a phase that is `revisited` says so.
    """
    named = [(name, getattr(seen.view.root, name)) for name in PHASE_NAMES]
    given = [(name, one) for name, one in named if one]
    yield from (Unchecked(one, ("status",)) for _, one in given if not one.status)
    for (earlier, before), (later, after) in combinations(given, 2):
        if str(before.status or "") in ("blocked", "not_started") and str(after.status or "") in ("ready", "done"):
            words = {"before": Worded(f"headings.{earlier}"), "after": Worded(f"headings.{later}")}
            yield Finding((before, after), {**words, "was": before.status, "is": after.status})


def readiness(seen: Vantage) -> Iterator[Found]:
    """Return each readiness point that is called met while what can be worked out says otherwise.

    So too each phase that is called ready or done while points of it are not met with evidence.
    """
    if not seen.is_over:
        yield from _points(seen)
        yield from _phases(seen)


def _phases(seen: Vantage) -> Iterator[Finding]:
    for one in phases(seen.view):
        phase = getattr(seen.view.root, one.phase)
        if str(phase.status or "") not in ("ready", "done") or one.is_ready:
            continue
        open_points = (*one.unmet, *one.unknown, *one.unstated, *one.unproven, *one.missing)
        values: dict[str, Value] = {"phase": Worded(f"headings.{one.phase}"), "status": phase.status}
        values["points"] = tuple(Worded(f"readiness.{one.phase}.{point}") for point in open_points)
        yield Finding((phase,), values, "low", form="status_empty" if one.is_empty else "status")


def _points(seen: Vantage) -> Iterator[Finding]:
    for name in PHASE_NAMES:
        for point in getattr(seen.view.root, name).readiness:
            worked_out = COUNTERPARTS[name].get(str(point.id))
            if worked_out and str(point.state or "") == "met" and (told := worked_out(seen.view)).is_so is False:
                values: dict[str, Value] = {"point": Worded(f"readiness.{name}.{point.id}"), "state": point.state}
                values |= {"phase": Worded(f"headings.{name}"), "items": told.items, "times": UNBALANCED}
                values["lacking"] = tuple(Worded(f"findings.C26.lacks_{one}") for one in told.lacking)
                yield Finding((point,), values, form=told.form)
