"""Resolving: puts into a selection the items that it refers to, and the sources that its audience may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefpack.case.content import Path
from briefpack.case.facts import is_fact, is_judged
from briefpack.case.fields import Annotation, Cite, Reading
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.inside import Inside, referred
from briefpack.disclosure.view import NOTHING_SAID as NOTHING_TOLD
from briefpack.disclosure.view import About, Cited, Items, Leaf, Node, Read
from briefpack.handbook import Sensitivity
from briefpack.reading.readings import read, reading_path, shape_of


@dataclass(frozen=True, eq=False, slots=True)
class Unsourced(About):
    """What the author said of what stands at a path, until it is known which of its sources can be seen.

    `is_untold` says of another reading that it must not be told.
    """

    said: Annotation = NOTHING_SAID
    path: Path = ()
    is_untold: Callable[[Any], bool] = lambda _: False


#: What is said, and told, of most values: one for all of them, of which a large case has many.
UNSAID = Unsourced()
_UNCITED = replace(NOTHING_TOLD, is_uncited=True)


def together(own: Annotation, of_all: Annotation) -> Annotation:
    """Return what is said of one among several: its own words first; sources add up, reasons go with confidence."""
    said = {name: getattr(own, name) or getattr(of_all, name) for name in ("verification", "likelihood", "confidence")}
    because = (own if own.confidence or own.confidence_because else of_all).confidence_because
    cite = (*own.cite, *(one for one in of_all.cite if one not in own.cite))
    return own.model_copy(update={**said, "cite": cite, "confidence_because": because})


def untold(leaf: Leaf, is_untold: Callable[[Any], bool]) -> Leaf:
    """Return a value that is not resolved yet without those of its other readings of which this is so."""
    about = replace(leaf.about, is_untold=is_untold) if isinstance(leaf.about, Unsourced) else leaf.about
    return replace(leaf, about=about)


def resolve(
    items: Sequence[Inside], seen: Mapping[tuple[str, str], Node], is_open: Callable[[Sensitivity], bool]
) -> None:
    """Put the node referred to in the place of each reference, now that all that can be seen is known.

    `seen` are the items that can be referred to, by collection and id.
    """
    _Resolving(items, seen, is_open).resolve()


def _judged(about: About, is_judged: bool) -> About:
    """Return what is said of a value, with whether it is its authors' coding."""
    return replace(about, is_judged=True) if is_judged else about


@dataclass
class _Resolving:
    """One pass over the items of a view; whether a source is shown around the one at hand is kept on the way."""

    items: Sequence[Inside]
    seen: Mapping[tuple[str, str], Node]
    is_open: Callable[[Sensitivity], bool]
    is_backed: bool = False

    def resolve(self) -> None:
        """Resolve every item of the view in its place."""
        for item in self.items:
            item.about = self._sourced(item.about)
        cited = {item.path for item in self.items if item.about.cites}
        for item in self.items:
            self.is_backed = any(item.path[:length] in cited for length in range(1, len(item.path) + 1))
            for name, value in item.fields.items():
                item.fields[name] = self._resolved(value)
            for name, reason in item.not_applying.items():
                item.not_applying[name] = replace(reason, about=self._sourced(reason.about))

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, Leaf):
            if value.shape.reference and value.shape.form != "mapping":
                about = _judged(self._sourced(value.about), is_judged(value.path, value.shape))
                return referred(self.seen[(value.shape.reference, value.value)], about, value.path)
            return replace(value, about=self._told_uncited(value, self._sourced(value.about)))
        if isinstance(value, Items):
            around, of_all = self.is_backed, self._sourced(value.about)
            self.is_backed = around or bool(of_all.cites)
            kept = Items(self._resolved(inner) for inner in value)
            judged = any(isinstance(one, Leaf) and is_judged(one.path, one.shape) for one in value)
            kept.about, kept.none_because = _judged(of_all, judged), value.none_because
            self.is_backed = around
            if isinstance(value.none_because, Leaf):
                kept.none_because = replace(value.none_because, about=self._sourced(value.none_because.about))
            return kept
        if isinstance(value, dict):
            return self._resolved_mapping(value)
        return value

    def _told_uncited(self, leaf: Leaf, about: About) -> About:
        """Return what is said of a value, with whether it is a fact of which no source is shown here."""
        if (
            self.is_backed
            or about.cites
            or about.likelihood
            or about.confidence
            or not is_fact(leaf.path, leaf.shape, leaf.value)
        ):
            return about
        return _UNCITED if about is NOTHING_TOLD else replace(about, is_uncited=True)

    def _resolved_mapping(self, value: dict[str, Leaf]) -> tuple[tuple[Node, Leaf], ...]:
        pairs = ((self.seen[(str(leaf.shape.reference), key)], self._resolved(leaf)) for key, leaf in value.items())
        return tuple(pairs)

    def _sourced(self, about: About) -> About:
        """Return what is said with the sources this audience may see: no reading without, none of what is coarse."""
        if not isinstance(about, Unsourced):
            return about
        said = about.said
        if said is NOTHING_SAID and about.is_exact:
            return NOTHING_TOLD
        given = said.other_readings if about.is_exact else ()
        read = (self._read(about, position, one) for position, one in enumerate(given))
        return About(
            self._cites(said.cite, about.is_exact),
            tuple(one for one in read if one is not None and one.cites),
            said.verification,
            said.likelihood,
            said.confidence,
            said.confidence_because if about.is_exact else None,
            about.is_exact,
        )

    def _read(self, about: Unsourced, position: int, reading: Reading) -> Read | None:
        """Return another reading as its value: nothing where it is closed, or refers to what is not seen."""
        path, shape = reading_path(about.path, position), shape_of(about.path)
        given = read(about.path, reading.value)
        if (reading.sensitivity and not self.is_open(reading.sensitivity)) or about.is_untold(given):
            return None
        value = self.seen.get((shape.reference, given)) if shape.reference else Leaf(given, shape, path=path)
        return None if value is None else Read(value, self._cites(reading.cite, True), path)

    def _cites(self, cites: tuple[Cite, ...], is_exact: bool) -> tuple[Cited, ...]:
        """Return the sources that can be seen; where in one could tell what is shown less exactly."""
        known = ((self.seen.get(("source", one.key)), one.at if is_exact else None) for one in cites)
        return tuple(Cited(source, at) for source, at in known if source is not None)
