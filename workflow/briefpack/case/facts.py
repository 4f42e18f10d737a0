"""Facts: the fields of a case that state facts, as opposed to judgement, advice, design and coding.

Which these are is this project's own reading (briefing conventions: every claim has a source, every judgement a word of
likelihood or of confidence).
"""

from __future__ import annotations

from typing import Any

from briefpack.case.content import Path, field_of
from briefpack.case.schema import FieldShape

#: The fields that state facts: texts, dates and numbers in them are facts.
FACTS: frozenset[str] = frozenset(
    {
        "case.period",
        "case.timeline",
        "assessment.conflict",
        "assessment.parties.public_position",
        "assessment.parties.public_faces",
        "assessment.issues",
        "assessment.efforts",
        "assessment.track_i",
        "implementation.sessions",
        "implementation.media_log",
        "implementation.incidents",
        "implementation.coordination_log",
        "implementation.outputs",
        "evaluation.institutions",
        "evaluation.scale_up_progress",
        "evaluation.evaluation.indicators.actual",
        "evaluation.evaluation.criteria.finding",
        "evaluation.evaluation.transfer",
        "coordination.track_i_rounds",
        "coordination.calendar",
        "coordination.effects",
        "coordination.transfers",
    }
)

#: The collections by which the authors sort what they found: a reference to one of these is their judgement.
_SORTED_BY = frozenset({"assumption", "effort", "gap", "indicator", "scale_up"})
#: References that say, in the authors' judgement, what an event is part of.
_JUDGED = frozenset({"assessment.gaps.parties", "conception.linkages.activity"})


def is_judged(path: Path, shape: FieldShape) -> bool:
    """Return whether a value is a reference by which authors sort what sources say: to a gap, an effort, a measure."""
    return shape.reference in _SORTED_BY or field_of(path) in _JUDGED


def is_fact(path: Path, shape: FieldShape, value: Any) -> bool:
    """Return whether a value is a text, a date or a number in a field that states facts, and is not `unknown`."""
    is_plain = not shape.words and not shape.reference and not shape.item and path[-1] not in {"id", "key"}
    is_plain = is_plain and not shape.is_unknown(value)
    return is_plain and not isinstance(value, bool | tuple | dict) and _states_facts(path)


def _states_facts(path: Path) -> bool:
    steps = [step for step in path if isinstance(step, str)]
    return any(".".join(steps[:length]) in FACTS for length in range(2, len(steps) + 1))
