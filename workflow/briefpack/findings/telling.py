"""Telling: each finding of a case in words, and what of it may be said to each side.

A finding may be said to a side where the same finding arises from that side's own view, and its packs print all that it
rests on; its sentence is then made from that view alone. Where it does not, nothing may be said: a sentence that
appears only because something is hidden would give that away, however it is worded. A finding that rests on something
absent is never said to a side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefpack.case.amounts import Approximate
from briefpack.case.content import Path
from briefpack.case.dates import PartialDate
from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.disclosure.views import Views
from briefpack.findings import Judged, Judgement, changed, judge
from briefpack.findings.answers import Lapsed, holds, lapsed
from briefpack.findings.finding import Unseen, Value, Worded
from briefpack.findings.fingerprint import fingerprint
from briefpack.findings.in_print import is_in_print
from briefpack.findings.seated import Seated
from briefpack.handbook import PACK_AUDIENCES, Audience, yaml_word
from briefpack.house.rule_changes import RuleChange, Severity
from briefpack.house.wording import Catalogue
from briefpack.text.escaping import on_one_line

#: Rules that tell a coordinator no more of an item than another rule that finds something about it.
_TOLD_BY: Mapping[str, str] = MappingProxyType({"C18": "C06"})


@dataclass(frozen=True)
class Told:
    """A finding in plain words: what is so, what its owner is to do, and what each side may be told and asked.

    The remedy is for its owner, who sees both sides, or leads the work and may be told; it asks nothing of a side.
    `said` holds None for a side to which nothing may be said. `places` are those of the items in the case;
    `fingerprint` is what an answer names. `items` bear it out, `dates` are those that it rests on, and `changed` says
    what the organisation changes of its rule, and why.
    What `is_past` can be learned from, and no more; what `is_urgent` is to be settled at once.
    """

    rule: str
    severity: Severity
    places: tuple[Path, ...]
    sentence: str
    remedy: str
    owner: str
    said: Mapping[Audience, str | None]
    fingerprint: str
    items: tuple[Node | Leaf, ...] = ()
    dates: tuple[Leaf, ...] = ()
    changed: str = ""
    is_past: bool = False
    is_urgent: bool = False

    @property
    def key(self) -> tuple[str, tuple[Path, ...]]:
        """Return what makes it the same finding in another view: its rule and the items it is about."""
        return self.rule, self.places


@dataclass(frozen=True)
class Sayable:
    """A finding that a reader's own view gives: what the reader may be told, and what asked."""

    found: Judged
    sentence: str
    ask: str

    @property
    def text(self) -> str:
        """Return what may be said, then what may be asked."""
        return f"{self.sentence} {self.ask}"


@dataclass(frozen=True)
class Telling:
    """All findings of a case in words, and what could not be checked: rule, place and missing fields of each.

    `answered` are those that the case answers, each with the answer; `lapsed` are answers that do not hold.
    `changes` are those that the organisation makes of rules that found nothing, by rule.
    """

    findings: tuple[Told, ...]
    unchecked: tuple[tuple[str, Path, tuple[str, ...]], ...]
    answered: tuple[tuple[Told, Node], ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()


def tell(
    views: Views,
    catalogue: Catalogue,
    changes: Mapping[str, RuleChange] = MappingProxyType({}),
    seated: Seated | None = None,
) -> Telling:
    """Return the findings of a case in the words of a catalogue, as the coordinator between the tracks sees it."""
    whole = views.of("coordinator")
    found = judge(whole, changes, seated, unseen(views))
    keys = {one.key for one in found.findings}
    own = {audience: sayable(views.of(audience), catalogue, changes) for audience in PACK_AUDIENCES}
    set_here = {name: changed.in_words(name, change, catalogue) for name, change in changes.items()}
    every = [one for one in found.findings if (_TOLD_BY.get(one.rule), one.finding.places) not in keys]
    told = [replace(_told(one, views, own, catalogue), changed=set_here.get(one.rule, "")) for one in every]
    given = tuple(whole.root.coordination.answered_findings)
    answers = {str(one.finding): one for one in given if holds(one, whole)}
    answered = tuple((one, answers[one.fingerprint]) for one in told if one.fingerprint in answers)
    standing = {answer for _, answer in answered}
    return Telling(
        tuple(one for one in told if one.fingerprint not in answers),
        tuple((rule, inside(one.about).path, one.missing) for rule, one in found.unchecked),
        answered,
        _lapsed((one for one in given if one not in standing), whole, told),
        tuple((rule, words) for rule, words in set_here.items() if rule not in {one.rule for one in told}),
    )


def _lapsed(answers: Iterable[Node], view: View, told: Iterable[Told]) -> tuple[Lapsed, ...]:
    sentences = {one.fingerprint: one.sentence for one in told}
    return tuple(lapsed(one, view, sentences) for one in answers)


def unseen(views: Views) -> Unseen:
    """Return for each side the places that the coordinator sees and its own view does not hold."""
    whole = views.of("coordinator").places
    return {audience: whole - views.of(audience).places for audience in PACK_AUDIENCES}


def sayable(view: View, catalogue: Catalogue, changes: Mapping[str, RuleChange]) -> dict[object, Sayable]:
    """Return what a reader may be told and asked of each finding that the reader's own view gives, by its key."""
    return dict(spoken(judge(view, changes), view, catalogue))


def spoken(judgement: Judgement, view: View, catalogue: Catalogue) -> Iterator[tuple[object, Sayable]]:
    """Return each finding of a reader's own view that rests on what is there and in print, by its key, in words."""
    ask = f"ask_{yaml_word(view.audience)}"
    for one in judgement.findings:
        if one.basis == "presence" and is_in_print(one, view):
            yield one.key, Sayable(one, sentence_of(one, view, catalogue), said(one, view, catalogue, ask, "ask"))


def _told(one: Judged, views: Views, own: Mapping[Audience, Mapping[object, Sayable]], catalogue: Catalogue) -> Told:
    view = views.of("coordinator")
    past = one.finding.is_past or is_over(view)
    owner, remedy = _to_do(one, views, own["track-ii"], catalogue)
    return Told(
        one.rule,
        one.severity,
        one.finding.places,
        sentence_of(one, view, catalogue),
        remedy,
        owner,
        {audience: texts[one.key].text if one.key in texts else None for audience, texts in own.items()},
        fingerprint(one),
        borne_by(one),
        tuple(_dates(one.finding.values.values())),
        is_past=one.finding.is_past,
        is_urgent=one.finding.is_urgent and not past,
    )


def _to_do(one: Judged, views: Views, theirs: Mapping[object, Sayable], catalogue: Catalogue) -> tuple[str, str]:
    """Return who is to do something about a finding, and what.

    Convenors lead the work. They may own what they may be told, and then all of it is made from their own view; of
    anything else the owner is somebody who sees both sides.
    """
    is_theirs = one.key in theirs and catalogue.has(f"findings.{one.rule}.owner_track_ii")
    seen, view = (theirs[one.key].found, views.of("track-ii")) if is_theirs else (one, views.of("coordinator"))
    owner = said(one, view, catalogue, "owner_track_ii" if is_theirs else "owner")
    return owner, said(seen, view, catalogue, f"remedy_{seen.finding.form}", "remedy")


def borne_by(one: Judged) -> tuple[Node | Leaf, ...]:
    """Return what bears a finding out: the items it is about, others it names but parties and bodies, and texts."""
    values = one.finding.values.values()
    items = (value for value in values if isinstance(value, Node))
    others = (node for node in items if inside(node).kind.collection not in ("actor", "party"))
    texts = (value for value in values if isinstance(value, Leaf) and value.shape.is_text)
    return tuple(dict.fromkeys((*one.finding.about, *others, *texts)))


def _dates(values: Iterable[Value]) -> Iterator[Leaf]:
    """Return each date among the values of a finding."""
    for value in values:
        if isinstance(value, tuple):
            yield from _dates(value)
        elif isinstance(value, Leaf) and isinstance(value.value, PartialDate):
            yield value


def sentence_of(one: Judged, view: View, catalogue: Catalogue) -> str:
    """Return what is so, with a stop at its end, also behind a text of the case that has none."""
    text = said(one, view, catalogue, one.finding.form)
    return text if text.rstrip("”\"')]").endswith((".", "!", "?", "…")) else f"{text}."


def said(one: Judged, view: View, catalogue: Catalogue, *keys: str) -> str:
    """Return a text about a finding, made from the view that gave it: by the first key for which its rule has words."""
    words = replace(catalogue, is_past=one.finding.is_past or is_over(view))
    values = {name: in_words(value, words) for name, value in one.finding.values.items()}
    named = [f"findings.{one.rule}.{key}" for key in keys]
    return words.say(next((key for key in named if words.has(key)), named[-1]), **values)


def in_words(value: Value, catalogue: Catalogue) -> str:
    """Return a value of a finding in words: what an item is called, a date, a word of a list, a number, or a list."""
    match value:
        case Node():
            own = inside(value).fields.get(inside(value).kind.called or "")
            return on_one_line(str(own)) if isinstance(own, Leaf) else name_of(value)
        case Leaf(value=PartialDate() | Approximate() as exact):
            return catalogue.in_words(exact)
        case Leaf():
            return catalogue.word(value.shape.name, value.value) if value.shape.words else on_one_line(str(value))
        case int():
            return catalogue.number(value)
        case Worded():
            return catalogue.say(value.key)
    return listed([in_words(each, catalogue) for each in value], catalogue)


def listed(texts: Sequence[str], catalogue: Catalogue) -> str:
    """Return texts as a list; where one of them holds a comma, semicolons stand between them."""
    return "; ".join(texts) if any("," in text for text in texts) else catalogue.list(texts)
