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


def order(seen: Vantage) -> Iterator[Found]:
    """Return each phase that is ready or done while one before it is blocked or not begun.

    Loops are allowed: a phase that is `revisited` says so.
    """
    named = [(name, getattr(seen.view.root, name)) for name in PHASE_NAMES]
    phases = [(name, one) for name, one in named if one]
    yield from (Unchecked(one, ("status",)) for _, one in phases if not one.status)
    for (earlier, before), (later, after) in combinations(phases, 2):
        if str(before.status or "") in ("blocked", "not_started") and str(after.status or "") in ("ready", "done"):
            words = {"before": Worded(f"headings.{earlier}"), "after": Worded(f"headings.{later}")}
            yield Finding((before, after), {**words, "was": before.status, "is": after.status})


def readiness(seen: Vantage) -> Iterator[Found]:
    """Return each readiness point that is called met while what can be worked out says otherwise."""
    if seen.is_over:
        return
    for name in PHASE_NAMES:
        for point in getattr(seen.view.root, name).readiness:
            worked_out = COUNTERPARTS[name].get(str(point.id))
            if worked_out and str(point.state or "") == "met" and (told := worked_out(seen.view)).is_so is False:
                values: dict[str, Value] = {"point": Worded(f"readiness.{name}.{point.id}"), "state": point.state}
                values |= {"phase": Worded(f"headings.{name}"), "items": told.items, "times": UNBALANCED}
                values["lacking"] = tuple(Worded(f"findings.C26.lacks_{one}") for one in told.lacking)
                yield Finding((point,), values, form=told.form)
