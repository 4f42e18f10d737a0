"""Every field of the model does something: taken out of a full case it changes a pack, or a rule refuses the case."""

from __future__ import annotations

import copy
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import PACKS, pack_for, read_case
from tests.full import field_shapes, full_documents
from tests.profiles import by_profile
from tests.templates.test_annotations import NOT_FOR

from briefpack.case.schema import FieldShape
from briefpack.disclosure.printed import is_printed
from briefpack.problems import Refusal

pytestmark = pytest.mark.drawn

#: What rules read, of which the packs of the full case are not others: tests of those rules stand elsewhere.
READ_BY_RULES = frozenset(
    """
    case.handling.smallest_count case.handling.no_letterhead planning.activities.belongs_to
    planning.activities.window.coarse
    planning.activities.release_to implementation.sessions.attribution implementation.outputs.release_to
    implementation.outputs.embargo implementation.outputs.embargo.until evaluation.evaluation.lessons.share_with
    coordination.track_i_rounds.exclusive
    """.split()  # noqa: SIM905 - read more easily so
)
#: Parts of a source for which the house's citation style has no room in a source of the full case's type.
SET_BY_STYLE = frozenset(f"case.sources.{part}" for part in ("type", "version", "pages", "genre", "url", "accessed"))
#: A text that cites the source, is judged by the scale and uses the acronym.
SUMMARY = {"value": "GHI came.", "cite": ["S1"], "likelihood": "likely"}
PATHS = [path for path, shape in field_shapes() if "." in path and not shape.required]
#: Some of them, the same every time, so that a new field leaves the others as they are; all in the long profile.
DRAWN = sorted(PATHS, key=lambda path: sha256(path.encode()).digest())[: by_profile(3, 10, len(PATHS))]


def chosen(path: str, _shape: FieldShape) -> Any:
    """Return a case in which sources, the scale and acronyms are used."""
    return {"case.summary": SUMMARY, "case.acronyms.short": "GHI"}.get(path)


def without(given: Any, steps: list[str]) -> bool:
    """Take a field out of data, wherever it stands in lists and below annotations; say whether it was there."""
    if isinstance(given, list):
        return max((without(one, steps) for one in given), default=False)
    if isinstance(given, dict) and "value" in given and steps[0] not in given:
        return without(given["value"], steps)
    if not isinstance(given, dict) or steps[0] not in given:
        return False
    if steps[1:]:
        return without(given[steps[0]], steps[1:])
    del given[steps[0]]
    return True


def packs_of(folder: Path, documents: dict[str, Any]) -> tuple[str, ...] | None:
    """Return the packs of a case, or none where a rule refuses it."""
    home = folder / "full-case"
    home.mkdir(exist_ok=True)
    for stem, data in documents.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (home / f"{stem}.yaml").write_text(text, encoding="utf-8")
    try:
        case, _ = read_case(home)
    except Refusal:
        return None
    return tuple(pack_for(case, audience) for audience in PACKS)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Return the packs of the full case."""
    packs = packs_of(tmp_path_factory.mktemp("whole"), full_documents(0, chosen))
    assert packs
    return packs


@pytest.mark.parametrize("path", DRAWN)
def test_a_field_that_is_taken_out_changes_the_packs_of_its_readers(
    tmp_path: Path, whole: tuple[str, ...], path: str
) -> None:
    """Whoever may see it reads another pack without it, unless a rule reads it; and no other reader does."""
    documents = copy.deepcopy(full_documents(0, chosen))
    if not without(documents, path.split(".")):
        pytest.skip("a field that the full case does not have: it excludes another")
    packs = packs_of(tmp_path, documents)
    if packs is None or path in READ_BY_RULES | SET_BY_STYLE:
        return
    changed = {audience for audience, before, after in zip(PACKS, whole, packs, strict=True) if before != after}
    assert changed == {one for one in PACKS if is_printed(path, one) and path not in NOT_FOR[one]}
