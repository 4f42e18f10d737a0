"""Check: the documents of one case become a Case, or every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import ValidationError

from briefpack.case.content import Case, Content, Path
from briefpack.case.explain import explain
from briefpack.case.fields import Annotation
from briefpack.case.salvage import salvage
from briefpack.case.unwrap import ABOUT, unwrap
from briefpack.problems import Place, Problem


class Document(Protocol):
    """A YAML file as plain data whose paths begin with the file's stem."""

    @property
    def data(self) -> Any: ...  # noqa: D102
    @property
    def places(self) -> dict[Path, Place]: ...  # noqa: D102


@dataclass(frozen=True)
class Checked:
    """What a check gives: the case, or what could be read of it, and the problems so far.

    With an error among the problems the case is only good for looking for more problems; `lossy` says that items are
    missing from it that stand in the files.
    """

    case: Case | None
    problems: list[Problem]
    lossy: bool = False


def check(documents: Mapping[str, Document]) -> Checked:
    """Give the case that the documents of a folder (by stem: `case`, `assessment`, ...) spell.

    What must hold across its files is still to be asked of the families of `briefpack.checks`.
    """
    places = {path: place for document in documents.values() for path, place in document.places.items()}
    raw = unwrap({stem: document.data for stem, document in documents.items()}, places)
    raw.data.setdefault("case", {"id": "placeholder", "title": "placeholder"})
    annotations, problems = _annotations(raw.annotations, raw.places)
    try:
        return Checked(Case(Content.model_validate(raw.data), annotations, raw.places), problems)
    except ValidationError as fault:
        content, lossy = salvage(raw.data, fault)
        case = Case(content, annotations, raw.places) if content else None
        return Checked(case, [*problems, *explain(fault, Content, raw.places)], lossy)


def _annotations(
    raw: Mapping[Path, dict[str, Any]], places: Mapping[Path, Place]
) -> tuple[dict[Path, Annotation], list[Problem]]:
    annotations: dict[Path, Annotation] = {}
    problems: list[Problem] = []
    for path, data in raw.items():
        try:
            annotations[path] = Annotation.model_validate(data)
        except ValidationError as fault:
            problems.extend(explain(fault, Annotation, places, (*path, ABOUT)))
    return annotations, problems
