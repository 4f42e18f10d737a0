"""Open questions: what a practitioner should answer and nobody has, or has answered with unknown.

Source: the fields marked required in the handbook map, section 2. They never stop a build; they are printed and
counted. An audience that is told that a field does not apply is not asked it. One that is told that the case is over
is asked nothing that only a running case can answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefpack.case.conception import Assumption
from briefpack.case.content import Content, Path
from briefpack.case.dates import is_before
from briefpack.case.engagements import Engagement
from briefpack.case.fields import Item
from briefpack.case.implementation import NOT_CARRIED, Output
from briefpack.case.once import once
from briefpack.case.planning import Activity, Transfer
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.rules import NAMELESS, owner_of
from briefpack.disclosure.view import Items, Leaf, Node, View


@dataclass(frozen=True)
class Question:
    """One open question: its file, the catalogue key of its wording, its path, and the item that it is about.

    `about` is what the nearest item is called, or None where the question is about the case itself. The
    path is for messages alone: a pack that told it would tell of withheld neighbours. `is_past` says that the case, or
    its meeting, is over; `reason` is why the question does not apply: without one it is open. `names` is where the
    headline stands.
    """

    file: str
    key: str
    path: Path = field(repr=False)
    about: Leaf | Node | None
    is_past: bool = False
    reason: Leaf | None = None
    names: Path = field(default=(), repr=False)


def is_over(view: View) -> bool:
    """Return whether a case is over, as far as its audience is told."""
    return bool(view.root.case.over)


def is_held(view: View, shown: Inside) -> bool:
    """Return whether something was held before the date of information, as far as the view shows."""
    today, day = view.root.case.date_of_information, shown.fields.get("date")
    if not issubclass(shown.kind, Engagement) or not isinstance(day, Leaf) or not isinstance(today, Leaf):
        return False
    return is_before(day.value, today.value)


def questions(view: View) -> list[Question]:
    """Return the open questions of a view in the order of the model, as far as its audience is asked them."""
    return [question for question in _every(view) if question.reason is None]


def answered(view: View) -> list[Question]:
    """Return the questions that do not apply, as the audience of the view is told, in the order of the model."""
    return [question for question in _every(view) if question.reason is not None]


@once
def _every(view: View) -> tuple[Question, ...]:
    files = inside(view.root).children()
    return tuple(one for file in files for one in _of_item(view, file, str(file.path[0]), (None, ())))


def question_keys() -> list[str]:
    """Return the key of every question that any case could leave open, in the order of the model."""
    return [key for file, shape in fields_of(Content).items() if shape.item for key in _keys(shape.item, file)]


def _keys(item: type[Item], prefix: str) -> Iterator[str]:
    for name, shape in fields_of(item).items():
        if shape.asked or "unknown" in shape.words or _can_be_unknown(item, shape, prefix):
            yield f"{prefix}.{name}"
        if shape.among:
            yield from (f"{prefix}.{name}.{shape.among.field}.{value}" for value in shape.among.values)
        if shape.item:
            yield from _keys(shape.item, f"{prefix}.{name}")


def _can_be_unknown(item: type[Item], shape: FieldShape, prefix: str) -> bool:
    """Return whether the word `unknown` alone is an answer in a text: not in what an item is called, or in a source."""
    is_name = shape.required or shape.name == item.headline or prefix.startswith("case.sources")
    return shape.is_text and not is_name


def _is_asked(view: View, shown: Inside, here: str, value: object, shape: FieldShape, *, is_theirs: bool) -> bool:
    """Return whether a field is asked for: one that is written as unknown, or one of theirs without an answer."""
    is_open = _is_open(shown, shape, value) and is_printed(here, view.audience)
    return is_open or (is_theirs and _is_unanswered(view, shape, value))


def _of_item(
    view: View,
    shown: Inside,
    key: str,
    called: tuple[Leaf | Node | None, Path],
    *,
    is_asked: bool = True,
    is_own: bool = True,
    is_past: bool = False,
) -> Iterator[Question]:
    """Return the questions of an item; in a field that is closed to the audience, only a written `unknown` counts.

    What an activity keeps to its own side is asked of nobody else: it `is_own` where the view says that it is theirs.
    """
    for name in (shown.kind.headline, shown.kind.called):
        named = shown.fields.get(name or "")
        called = (named, (*shown.path, str(name))) if isinstance(named, Leaf | Node) else called
    about, names = called
    is_past |= is_over(view) | is_held(view, shown)
    is_asked = is_asked and not is_held(view, shown)
    is_own = _is_own(view, shown) if shown.kind is Activity else is_own
    for name, shape in fields_of(shown.kind).items():
        value, is_theirs = shown.fields.get(name), is_asked and (is_own or shape.closure != "own_side")
        is_theirs = is_theirs and not _needs_no_answer(view, shown, shape)
        here, there, is_open = f"{key}.{name}", (*shown.path, name), is_theirs and view.audience in shape.cleared
        if name in shown.not_applying and is_printed(here, view.audience):
            yield Question(str(there[0]), here, there, about, is_past, shown.not_applying[name], names)
        elif _is_asked(view, shown, here, value, shape, is_theirs=is_theirs):
            for part in _parts(shape, view):
                asked, at = ".".join((here, *part)), (*there, *part)
                yield Question(str(there[0]), asked, at, about, is_past, names=names)
        else:
            for inner in _items(shape, value):
                yield from _of_item(view, inner, here, called, is_asked=is_open, is_own=is_own, is_past=is_past)
            if is_theirs:
                yield from _asked_among(view, shape, value, Question(str(there[0]), here, there, about, names=names))


def _asked_among(
    view: View, shape: FieldShape, value: Leaf | Node | Items | None, whole: Question
) -> Iterator[Question]:
    """Return a question for each answer that a list lacks, by the question for the whole of the list."""
    if view.audience in shape.asked and not is_over(view):
        for wanted in _not_among(shape, value):
            yield replace(whole, key=f"{whole.key}.{wanted}")


def _not_among(shape: FieldShape, value: Leaf | Node | Items | None) -> list[str]:
    """Return which answers a list lacks of those that should be among it; a reason in place of one is an answer."""
    if shape.among is None or not isinstance(value, Items) or not len(value):
        return []
    name = shape.among.field
    shown = [inside(one) for one in value if isinstance(one, Node)]
    if any(name in one.not_applying or (shape.among.all_say and name not in one.fields) for one in shown):
        return []
    told = {str(one.fields[name].value).lower() for one in shown if isinstance(one.fields.get(name), Leaf)}
    return [f"{name}.{value}" for value in shape.among.values if value not in told]


def _items(shape: FieldShape, value: Leaf | Node | Items | None) -> list[Inside]:
    """Return each item that stands in a field; a reference alone does not count."""
    if isinstance(value, Node):
        return [] if shape.reference else [inside(value)]
    return [inside(inner) for inner in value] if isinstance(value, Items) and shape.form == "items" else []


def _parts(shape: FieldShape, view: View) -> list[tuple[str, ...]]:
    """Return the one part of a group that the audience may see, or else the whole of the group.

    Nothing is asked where only a case that is not over can answer.
    """
    if shape.while_running and is_over(view):
        return []
    fields = fields_of(shape.item) if shape.item and shape.form == "item" and not shape.reference else {}
    theirs = [(name,) for name, inner in fields.items() if view.audience in inner.cleared]
    return list(theirs) if len(theirs) == 1 else [()]


def _needs_no_answer(view: View, shown: Inside, shape: FieldShape) -> bool:
    """Return whether what is shown answers a field, in its parts or elsewhere, or says that no pack ever tells it."""
    is_consent = shape.name == "consent" and (_is_not_carried(shown) or _is_agreed(view, shown))
    is_judged = shape.name == "state" and shown.kind is Assumption and _is_judged(view, shown)
    return (shape.counts or "") in shown.fields or is_consent or is_judged or _is_never_told(view, shown, shape)


def _is_judged(view: View, assumption: Inside) -> bool:
    """Return whether the evaluation says, as far as the view shows, whether an assumption held."""
    evaluation = view.root.evaluation.evaluation
    judged = [one for one in evaluation.assumptions if one.held and not one.held.is_unknown]
    return any(inside(one.assumption).path == assumption.path for one in judged)


def _is_never_told(view: View, shown: Inside, shape: FieldShape) -> bool:
    """Return whether the view shows that the Chatham House Rule keeps the answer: who was there, answered or not."""
    rule = shown.fields.get("confidentiality")
    return bool(shape.tells_who_was_there and view.audience != "team" and rule and rule.value == NAMELESS)


def _is_agreed(view: View, shown: Inside) -> bool:
    """Return whether something is a transfer, and what its activity is shown to have brought has consent of its own."""
    found = [one for one in view.root.implementation.outputs if one.activity] if shown.kind is Transfer else []
    mine = [one for one in found if (*inside(one.activity).path, "transfer") == shown.path]
    carried = [one for one in mine if not _is_not_carried(inside(one))]
    return bool(carried) and all(one.consent for one in carried)


def _is_not_carried(shown: Inside) -> bool:
    """Return whether something is an output that nobody hands over with consent, as far as the view shows."""
    kind = shown.fields.get("kind")
    return shown.kind is Output and kind is not None and kind.value in NOT_CARRIED


def _is_own(view: View, activity: Inside) -> bool:
    """Return whether an activity is the audience's own, as far as the view shows whose it is."""
    owner, track = activity.fields.get("belongs_to"), activity.fields.get("track")
    return view.audience == "team" or view.audience == owner_of(owner and owner.value, track and track.value)


def _is_open(shown: Inside, shape: FieldShape, value: object) -> bool:
    return shape.name in shown.unknown or _is_unknown(shape, value)


def _is_unknown(shape: FieldShape, value: object) -> bool:
    if isinstance(value, Leaf):
        return value.is_unknown
    return isinstance(value, Items) and bool(shape.words) and any(leaf.is_unknown for leaf in value)


def _is_unanswered(view: View, shape: FieldShape, value: object) -> bool:
    return view.audience in shape.asked and (value is None or isinstance(value, Absent))
