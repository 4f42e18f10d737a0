"""Missing: in words, what a rule needs and a view lacks, for those who know no field by its name."""

from __future__ import annotations

from briefpack.house.wording import Catalogue

#: What may be missing and has no field to write it in.
OF_NO_FIELD = frozenset({"other_sessions"})


def missing_in_words(rule: str, name: str, catalogue: Catalogue) -> str:
    """Return what is missing where a rule could not judge, by the last word of the name of the field."""
    last = name.rpartition(".")[2]
    own = f"findings.{rule}.missing_{last}"
    return catalogue.say(own if catalogue.has(own) else f"findings.missing.{last}")
