"""Not YAML: what a parser says of a file that it cannot read, said to a person with what to do."""

from __future__ import annotations

import yaml

from briefpack.problems import Place, Problem

MERGE = "merge key"
"""What is wrong where a key is `<<`."""

#: What the parser says, and what to do then; the first that fits.
_REMEDIES = (
    (MERGE, "a merge key (<<) is not allowed: write out the keys that it stands for"),
    ("an alias", "a text that begins with '*' needs quotes around it; and texts are plain, without **bold**"),
    ("escape", _BACKSLASH := "within double quotes '\\' has a meaning of its own: put the text in single quotes"),
    ("hexdecimal", _BACKSLASH),
    ("a tab", _TABS := "indent with spaces, not tabs, and put a text that begins with a special character in quotes"),
    ("\\t", _TABS),
    ("cannot start any token", _TABS),
    ("mapping values", "a text that holds ': ' needs quotes around it"),
    ("flow mapping", "within {} a text that holds a comma or ': ' needs quotes around it, and the '}' must be there"),
    ("flow sequence", "within [] a text that holds a comma or ': ' needs quotes around it, and the ']' must be there"),
)
_ANY_REMEDY = "check the indentation, the quotes and the brackets around this place"


def not_yaml(fault: yaml.MarkedYAMLError, file: str, quote: tuple[Place, int] | None) -> Problem:
    """Say what is not YAML: of a quote that was left open where it was opened, of all else where reading stopped.

    `quote` is where a text in quotes begins that goes on over what looks like keys, and the line of its end.
    """
    mark, context, what = fault.problem_mark or fault.context_mark, fault.context or "", fault.problem or ""
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    if "quoted scalar" in context and "end of stream" in what and fault.context_mark:
        quote = (Place(file, fault.context_mark.line + 1, fault.context_mark.column + 1), mark.line if mark else 0)
    if quote and mark and mark.line - quote[1] <= 1:
        return Problem(
            quote[0], "this is not YAML: a quote opens here and is not closed: close it at the end of its text"
        )
    remedy = next((said for sign, said in _REMEDIES if sign in f"{context} {what}"), _ANY_REMEDY)
    return Problem(place, f"this is not YAML: {remedy}")
