"""Changes of rules: what an organisation changes of a rule on what does not fit between the tracks, and why."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from briefpack.case.fields import Item, Text

#: How much a finding matters, from the most: to be acted on, to be looked at, to be known.
Severity = Literal["high", "medium", "low"]
#: The largest number that a rule can judge by: the days of ten years.
_LARGEST = 3_650


class RuleChange(Item):
    """How much the findings of a rule matter here, the number that the rule judges by here, and why."""

    because: Text
    severity: Severity | None = None
    threshold: Annotated[int, Field(ge=0, le=_LARGEST)] | None = None
