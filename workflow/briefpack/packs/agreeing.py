"""Agreeing: what the views of both readers of a case agree on, for the index that lies beside the packs of both.

Nothing else goes there: a value that one reader does not see, or sees less exactly, would be told to him by the index.
The mark of a pack is its own. It is decided by rules (what `handling` says, and the marks at what is shown), and a
desk officer who takes a pack for less than it is does more harm than one who sees that two packs are marked apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from briefpack.case.content import Path as Steps
from briefpack.case.dates import PartialDate
from briefpack.desk.facts import Facts
from briefpack.disclosure.telling import SCHEMES
from briefpack.disclosure.view import Leaf, View
from briefpack.disclosure.views import Views
from briefpack.files.digests import digest
from briefpack.files.receipts import receipt_file
from briefpack.files.sources import documents
from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.orders import Order
from briefpack.stages.render import marks_of
from briefpack.text.escaping import on_one_line, unescaped

#: What has a deadline, by where that stands, and what it is called in the index.
_DEADLINES: Mapping[tuple[str, ...], str] = {
    ("case", "front_pages", "track_i", "asks", "by"): "asked of officials",
    ("case", "front_pages", "track_ii", "needs", "by"): "asked of convenors",
    ("coordination", "commitments", "due"): "a commitment",
    ("evaluation", "follow_ups", "due"): "a follow-up",
}
#: The states of these in which nothing is due any more.
_DONE = frozenset({"kept", "partly_kept", "not_kept", "done", "dropped"})

Agreed = Mapping[Steps, Leaf]


def facts_by_pack(order: Order, views_in: Callable[[str], Views], houses: Mapping[str, HouseStyle]) -> dict[str, Facts]:
    """Return what the index may say of each pack of an order, by its name; views and house styles are by language."""
    made_from = digest(*documents(order.case))
    facts: dict[str, Facts] = {}
    for language, house in houses.items():
        views = views_in(language)
        agreed = _agreed(views)
        due, due_for = _next_deadline(agreed)
        title, version, date = (_text(agreed, name) for name in ("title", "version", "date_of_information"))
        for audience in (one for one, in_language in order.readers if in_language == language):
            facts[order.name(audience, language)] = Facts(
                *(made_from, title, version, date, due, due_for),
                house=house.settings.name,
                language=str(house.catalogue.locale.get_language_name("en")),
                mark=on_one_line(unescaped(marks_of(views.of(audience), house.catalogue)[0])),
                height=_height(views.of(audience)),
            )
    return facts


def kept(facts: Mapping[str, Facts], organisation: str, outputs: Path) -> dict[Path, bytes]:
    """Return what the receipt of each pack is to keep of it, by the place of the receipt."""
    return {outputs / receipt_file(organisation, name): json.dumps(one.data()).encode() for name, one in facts.items()}


def _agreed(views: Views) -> Agreed:
    """Return each value that both readers see at the same place, exactly alike."""
    first, second = ({leaf.path: leaf for leaf in view.leaves if _is_value(leaf)} for view in views.for_packs.values())
    return {path: leaf for path, leaf in first.items() if path in second and second[path].value == leaf.value}


def _is_value(leaf: Leaf) -> bool:
    """Return whether a leaf is what stands at its place, and not the reason why nothing does."""
    return bool(leaf.path) and leaf.shape.name == leaf.path[-1]


def _text(agreed: Agreed, name: str) -> str:
    leaf = agreed.get(("case", name))
    return on_one_line(str(leaf)) if leaf is not None else ""


def _next_deadline(agreed: Agreed) -> tuple[str, str]:
    """Return the first deadline from the date of information on, as typed, and what is due then; or nothing."""
    today = agreed.get(("case", "date_of_information"))
    if today is None or ("case", "over", "since") in agreed:
        return "", ""
    ahead = [one for one in _deadlines(agreed) if one[0].end.last >= today.value.start.first]
    date, called = min(ahead, key=lambda one: one[0].sort_key, default=(None, ""))
    return (date.text, called) if date else ("", "")


def _deadlines(agreed: Agreed) -> Iterator[tuple[PartialDate, str]]:
    """Return each deadline that both readers see, but of what both see to be done.

    What only one of them sees to be done stays: were it passed over, the index would tell the other.
    """
    for path, leaf in agreed.items():
        called = _DEADLINES.get(tuple(step for step in path if isinstance(step, str)))
        state = agreed.get((*path[:-1], "state"))
        if called and not (state is not None and state.value in _DONE):
            yield leaf.value, called


def _height(view: View) -> int:
    """Return how high the mark of a pack is; a pack without any mark is handled as if it had the highest."""
    handling, marks = view.root.case.handling, SCHEMES["mark"]
    return marks.index((view.mark if handling.mark or handling.tlp else None) or marks[-1])
