"""The building blocks of the model: what a field may hold, who is asked for it, and how closed it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Optional, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from briefpack.case.amounts import Count
from briefpack.case.languages import AsItIs
from briefpack.case.words import Attribution, Confidence, Mark, Tlp, Verification
from briefpack.handbook import PACK_AUDIENCES, Audience, Sensitivity

T = TypeVar("T")


@dataclass(frozen=True)
class AskedOf:
    """A field that authors should answer: if it is left out, the packs of these audiences print an open question."""

    audiences: frozenset[Audience]


#: How closed a field stays: as closed as a sensitivity, or open only to the side of its activity.
Closure = Sensitivity | Literal["own_side"]


@dataclass(frozen=True)
class WhileRunning:
    """A field that only a running case can answer: a case that is over has no open question here."""


@dataclass(frozen=True)
class StaysClosed:
    """A field that stays this closed until the author opens it at the field itself.

    In an activity of neither side, a field for its `own_side` is for the team alone.
    """

    to: Closure


@dataclass(frozen=True)
class Reference:
    """A text that is the id of an item of this collection, in any file."""

    collection: str


@dataclass(frozen=True)
class Counts:
    """A number that is the total of a sibling field.

    It is shown if none of the parts is, if all parts are and add up to it, or if it was opened itself.
    """

    field: str


@dataclass(frozen=True)
class ShownWith:
    """A field about the same people as a sibling total: shown if that total is shown, or if it was opened itself."""

    field: str


@dataclass(frozen=True)
class OfPeople:
    """One or several numbers of people: no pack shows a number below the smallest that the case allows."""


@dataclass(frozen=True)
class Never:
    """A field that these audiences never see, whatever its sensitivity."""

    audiences: frozenset[Audience]


@dataclass(frozen=True)
class NotInReport:
    """A field that the report to the coordinator between the tracks never holds, whatever its sensitivity."""


@dataclass(frozen=True)
class Attributes:
    """A field that attributes the statement of its item to somebody, as closely as this."""

    closeness: Attribution


@dataclass(frozen=True)
class TellsWhoWasThere:
    """A field of an activity that tells who took part, which the Chatham House Rule keeps to those in the room."""


@dataclass(frozen=True)
class TellsWhere:
    """A field that tells more exactly than a country where people meet: a rule to `coarsen` venues closes it."""


@dataclass(frozen=True)
class NamesPlace:
    """A text that is the name of a place: searched for as a name is, and no stranger's name."""


@dataclass(frozen=True)
class OnlyFor:
    """A list of the audiences that its item is for; without it, the item is for all."""


def _plain_bool(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    raise ValueError("expected true or false: write one of these two words")


# Optional, not `| None`: a type variable in an Annotated alias needs it at run time.
Asked = Annotated[Optional[T], AskedOf(frozenset(PACK_AUDIENCES))]  # noqa: UP045
AskedTrackII = Annotated[Optional[T], AskedOf(frozenset({"track-ii"}))]  # noqa: UP045
AskedTrackI = Annotated[Optional[T], AskedOf(frozenset({"track-i"}))]  # noqa: UP045
AskedTeam = Annotated[Optional[T], AskedOf(frozenset())]  # noqa: UP045

ID = r"^[a-z][a-z0-9_]*$"
CASE_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
KEY = r"^[A-Za-z][A-Za-z0-9_.-]*$"
FINDING = r"^C\d\d-[0-9a-f]{8}$"
DOI = r"^10\.\d{4,9}/\S+$"
COLOUR = r"^[0-9A-Fa-f]{6}$"
#: The most characters of a name and of a text. Names become file names; texts are searched letter by letter.
LONGEST_NAME, LONGEST_TEXT = 64, 20_000
Id = Annotated[str, StringConstraints(pattern=ID, max_length=LONGEST_NAME)]
CaseId = Annotated[str, StringConstraints(pattern=CASE_ID, max_length=LONGEST_NAME)]
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=LONGEST_NAME)]
Doi = Annotated[str, StringConstraints(pattern=DOI)]
FindingId = Annotated[str, StringConstraints(pattern=FINDING)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]
Bool = Annotated[bool, BeforeValidator(_plain_bool)]

ActivityRef = Annotated[Id, Reference("activity")]
ActorRef = Annotated[Id, Reference("actor")]
EffortRef = Annotated[Id, Reference("effort")]
GapRef = Annotated[Id, Reference("gap")]
IndicatorRef = Annotated[Id, Reference("indicator")]
OutputRef = Annotated[Id, Reference("output")]
PartyRef = Annotated[Id, Reference("party")]
ScaleUpRef = Annotated[Id, Reference("scale_up")]
AssumptionRef = Annotated[Id, Reference("assumption")]
#: An ask, a commitment, a follow-up or an entry of the log of contacts.
TaskRef = Annotated[Id, Reference("task")]
SourceRef = Annotated[Key, Reference("source")]

TeamOnly = StaysClosed("team_only")
TrackIOnly = StaysClosed("track_i_only")
TrackIIOnly = StaysClosed("track_ii_only")
OwnSide = StaysClosed("own_side")
NeverTrackI = Never(frozenset({"track-i"}))
NeverTrackII = Never(frozenset({"track-ii"}))
NeverInPacks = Never(frozenset(PACK_AUDIENCES))


class Item(BaseModel):
    """A mapping of the case: unknown keys are errors and nothing changes after reading.

    `headline` names the field without which the item says nothing: if it is withheld, the whole item is absent. The
    same holds if all fields of `needs_one_of` are withheld. `collection` is the kind of reference that can point to its
    `id`. `falls_with` names references without which no pack shows the item, whether they are withheld or not given,
    `falls_with_given` those that withhold it only where they are given and withheld themselves.
    In a `quoted` item, `unknown` is just a word; in others it makes an open question of its field. `plain` names the
    field that a plain text in place of the item stands for. `called` names the field with the item's own name, if the
    headline is a reference to what it belongs to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    headline: ClassVar[str | None] = None
    needs_one_of: ClassVar[frozenset[str]] = frozenset()
    collection: ClassVar[str | None] = None
    falls_with: ClassVar[frozenset[str]] = frozenset()
    falls_with_given: ClassVar[frozenset[str]] = frozenset()
    quoted: ClassVar[bool] = False
    plain: ClassVar[str | None] = None
    called: ClassVar[str | None] = None


def value_of(item: Item, attribute: str) -> Any:
    """Return the value of an item in an attribute, or None where its class has no such field.

    Unlike `getattr`, it costs nothing where there is none, and hardly any class has the field that is asked for.
    """
    return vars(item).get(attribute)


class Cite(Item):
    """A source by its key, and the place in it; the key may also be written alone."""

    headline = "key"
    key: SourceRef
    at: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _key_alone(cls, given: Any) -> Any:
        return {"key": given} if isinstance(given, str) else given


class Reading(Item):
    """Another reading of a fact, if sources differ; as open as the fact, unless it is marked as more closed."""

    headline = "value"
    value: Text
    sensitivity: Sensitivity | None = None
    cite: Annotated[tuple[Cite, ...], Field(min_length=1)]


class Correction(Item):
    """Why a number of the same people differs from that in the last pack; it holds for these two numbers alone."""

    was: Count
    now: Count
    because: Text
    nobody_joined_or_left: Bool


class Annotation(Item):
    """What may be said of any value: its sensitivity, its sources, how sure it is, and how packs handle it.

    A value is annotated by writing `{value: ..., sensitivity: ..., cite: [...]}` in its place; a mapping takes some of
    these keys among its own (`unwrap.ITEM_KEYS`). If `say_withheld` is set, readers who
    may see what is around a withheld value are told that something is withheld, and whom to `ask`: the id of an actor,
    or a text. `coarsen` is what packs show in place of the exact value: the `month` or `year` of a date, or words in
    place of a text. `does_not_apply` stands in place of a value, with the reason why the case has none. `corrected`
    explains a number of people that was wrong; no pack prints it.
    """

    sensitivity: Sensitivity | None = None
    cite: tuple[Cite, ...] = ()
    verification: Verification | None = None
    other_readings: tuple[Reading, ...] = ()
    likelihood: Annotated[Text | None, AsItIs()] = None
    confidence: Confidence | None = None
    confidence_because: Text | None = None
    none_because: Text | None = None
    does_not_apply: Text | None = None
    say_withheld: Bool | None = None
    ask: Text | None = None
    coarsen: Text | None = None
    corrected: Correction | None = None
    mark: Mark | None = None
    tlp: Tlp | None = None
