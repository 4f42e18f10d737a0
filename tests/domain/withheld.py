"""What a shipped case withholds from a reader, worked out from its YAML alone and without the package's own rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

OPEN_TO = {
    "track-i": {"public", "shared", "track_i_only"},
    "track-ii": {"public", "shared", "track_ii_only"},
}
#: What stays closed until opened at the field itself: the handbook map, sections 2 and 3, in the words of this model.
NARROWED = {
    "interests": "team_only",
    "needs_fears": "team_only",
    "spoiler_potential": "team_only",
    "place": "team_only",
    "safety": "team_only",
    "trust": "team_only",
    "incidents": "team_only",
    "reentry_reports": "team_only",
    "start": "track_ii_only",
    "end": "track_ii_only",
    "selection_criteria": "track_ii_only",
    "agenda": "track_ii_only",
    "budget": "track_ii_only",
    "contingencies": "track_ii_only",
    "sources": "track_ii_only",
    "attended_per_party": "track_ii_only",
    "group_issues": "track_ii_only",
    "red_lines": "track_i_only",
    "instructions": "track_i_only",
    "track_i": "track_i_only",
    "track_ii": "track_ii_only",
}
#: Fields of these names that are narrowed in one file only.
_WHERE = {
    "place": "planning",
    "sources": "conception",
    "start": "planning",
    "end": "planning",
    "track_i": "engagements",
    "track_ii": "engagements",
}
_SAID = {"sensitivity", "cite", "verification", "other_readings", "likelihood", "confidence", "confidence_because"}
#: Words of a regime under which the other track may not even know of an activity, unless it is named.
_SECRET = {"deniable", "closed_existence_known"}

Path = tuple[Any, ...]


def leaves(data: dict[str, Any], audience: str) -> Iterator[tuple[Path, str, bool]]:
    """Return every leaf of a case by path, its text, and whether this audience may see it."""
    default = data["case"].get("sensitivity", "team_only")
    closed = set(_closed_items(data, audience))
    for stem, content in data.items():
        for path, text, is_open in _leaves(content, (stem,), default, audience):
            yield path, text, is_open and path[:3] not in closed


def _closed_items(data: dict[str, Any], audience: str) -> Iterator[Path]:
    """Return the activities and outputs that only track II may know of: no activity of these cases is track I's."""
    if audience == "track-ii":
        return
    for position, activity in enumerate(data["planning"]["activities"]):
        if activity.get("confidentiality") in _SECRET and "track_i" not in activity.get("release_to", []):
            yield ("planning", "activities", position)
    for position, output in enumerate(data["implementation"]["outputs"]):
        embargo = output.get("embargo", {})
        is_over = embargo.get("until", "0") <= data["case"]["date_of_information"] and "event" not in embargo
        if not {"track_i", "public"} & set(output.get("release_to", [])) or not is_over:
            yield ("implementation", "outputs", position)


def _leaves(node: Any, path: Path, inherited: str, audience: str) -> Iterator[tuple[Path, str, bool]]:
    if isinstance(node, dict) and "value" in node:
        yield from _leaves(node["value"], (*path, "value"), node.get("sensitivity", inherited), audience)
    elif isinstance(node, dict):
        own = node.get("sensitivity", inherited)
        for key, inner in node.items():
            if key not in _SAID:
                yield from _leaves(inner, (*path, key), _narrowed(key, path, own), audience)
    elif isinstance(node, list):
        for position, inner in enumerate(node):
            yield from _leaves(inner, (*path, position), inherited, audience)
    elif node:
        yield path, str(node), inherited in OPEN_TO[audience]


def _narrowed(key: str, path: Path, inherited: str) -> str:
    """Return the sensitivity that a field passes on: its own where it says one, else the narrower of the two."""
    if path == ("case", "front_pages"):
        return "track_i_only" if key == "track_i" else "track_ii_only"
    if key in NARROWED and _WHERE.get(key, path[0]) == path[0]:
        return NARROWED[key] if inherited in ("public", "shared", NARROWED[key]) else "team_only"
    return inherited
