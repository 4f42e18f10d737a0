"""Formats: problems as one document for editors and CI, as JSON or as SARIF 2.1.0 (Static Analysis Results, OASIS).

A document quotes no file: a problem says where it is and what to do, and holds nothing that is withheld.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from briefpack.commands.reporting import OTHERWISE
from briefpack.problems import RULES, Problem, under

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: What SARIF calls the folder that paths are relative to; GitHub and editors know it as the top of the repository.
_ROOT = "%SRCROOT%"
_ROOT_MEANS = "the folder in which the check was run"
_HELP = "inputs/README.md says what may stand in a case, and who may see what of it."


def relative(path: Path) -> Path:
    """Return a path relative to the folder in which the command was run, or as it is if it does not lie below that."""
    here = Path.cwd()
    # First as it is written, with its links; then as the links resolve.
    for one in (Path(os.path.abspath(path)), Path(os.path.realpath(path))):  # noqa: PTH100 - resolve() follows links
        if one.is_relative_to(here):
            return one.relative_to(here)
    return path


def as_json(
    problems: Iterable[Problem],
    *,
    is_finished: bool,  # noqa: ARG001 - as the other formats are called
    rules: Mapping[str, str] = RULES,  # noqa: ARG001
) -> str:
    """Return problems as a list of `rule`, `severity`, `file`, `line`, `column` and `message`."""
    return _written([_entry(problem) for problem in _in_order(problems)])


def as_sarif(problems: Iterable[Problem], *, is_finished: bool, rules: Mapping[str, str] = RULES) -> str:
    """Return problems as a SARIF log with one run; `is_finished` says whether the check was finished.

    `rules` are those that the problems may have, with what each forbids.
    """
    told = [
        {
            "id": rule,
            **{part: {"text": text} for part in ("shortDescription", "fullDescription")},
            "help": {"text": _HELP},
        }
        for rule, text in rules.items()
    ]
    run = {
        "tool": {"driver": {"name": "briefpack", "rules": told}},
        "invocations": [{"executionSuccessful": is_finished}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_MEANS}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, list(rules)) for problem in _in_order(problems)],
    }
    return _written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


#: The function that writes the document of each format for machines.
FORMATS: Mapping[str, Callable[..., str]] = MappingProxyType({"json": as_json, "sarif": as_sarif})


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(under(OTHERWISE, problems)))


def _entry(problem: Problem) -> dict[str, Any]:
    place, file = problem.place, relative(Path(problem.place.file)).as_posix()
    where = {"file": _readable(file), "line": place.line, "column": place.column}
    return {"rule": problem.rule, "severity": problem.severity, **where, "message": _readable(problem.message)}


def _result(problem: Problem, rules: Sequence[str]) -> dict[str, Any]:
    region = {"startLine": problem.place.line, "startColumn": problem.place.column}
    where = {"artifactLocation": _artifact(Path(problem.place.file)), "region": region}
    ruled = {"ruleId": problem.rule, "ruleIndex": rules.index(str(problem.rule))}
    said = {"level": problem.severity, "message": {"text": _readable(problem.message)}}
    return {**ruled, **said, "locations": [{"physicalLocation": where}]}


def _artifact(file: Path) -> dict[str, str]:
    """Return the location of a file: relative to the folder of the check or, outside it, from the root of the disk."""
    near = relative(file)
    if near.is_absolute() or ".." in near.parts:
        return {"uri": Path(os.path.realpath(near)).as_uri()}
    return {"uri": quote(os.fsencode(near.as_posix())), "uriBaseId": _ROOT}


def _readable(text: str) -> str:
    """Return a text without lone surrogates, which JSON parsers refuse; a file name that is not UTF-8 can hold them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _written(document: object) -> str:
    return json.dumps(document, indent=2)
