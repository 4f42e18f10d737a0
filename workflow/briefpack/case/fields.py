"""The building blocks of the model: what a field may hold, who is asked for it, and how closed it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Optional, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from briefpack.case.amounts import Count
from briefpack.case.words import Attribution, Confidence, Mark, Tlp, Verification
from briefpack.handbook import PACK_AUDIENCES, Audience, Sensitivity

T = TypeVar("T")


@dataclass(frozen=True)
class AskedOf:
    """A practitioner should answer this field; left out, it is an open question in these audiences' packs."""

    audiences: frozenset[Audience]


#: How closed a field stays: as a sensitivity says, or open to the side alone whose activity it is of.
Closure = Sensitivity | Literal["own_side"]


@dataclass(frozen=True)
class WhileRunning:
    """A field that only a case that is not over can answer: of one that is over it is no open question."""


@dataclass(frozen=True)
class StaysClosed:
    """A field that stays this closed until the author opens it at the field itself.

    Of an activity that belongs to no side, what is for its `own_side` is for the team.
    """

    to: Closure


@dataclass(frozen=True)
class Reference:
    """A text that is the id of an item of this collection, in whichever file that stands."""

    collection: str


@dataclass(frozen=True)
class Counts:
    """A number that is the total of a sibling field: shown where no part is, where those add up to it, or opened."""

    field: str


@dataclass(frozen=True)
class ShownWith:
    """A field counted over the same people as a sibling total: shown where that is, or where it was opened itself."""

    field: str


@dataclass(frozen=True)
class OfPeople:
    """A number of people, or several: no pack shows one that is smaller than the case allows."""


@dataclass(frozen=True)
class Never:
    """A field that these audiences never see, whatever its sensitivity."""

    audiences: frozenset[Audience]


@dataclass(frozen=True)
class Attributes:
    """A field that attributes what the item around it says, this closely."""

    closeness: Attribution


@dataclass(frozen=True)
class TellsWhoWasThere:
    """A field of an activity that tells who took part, which the Chatham House Rule keeps to those in the room."""


@dataclass(frozen=True)
class OnlyFor:
    """A list of the audiences that the item around it is for; with nothing said it is for all."""


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
DOI = r"^10\.\d{4,9}/\S+$"
COLOUR = r"^[0-9A-Fa-f]{6}$"
#: Names end up in names of files and in anchors; a text is read by people, and looked through letter by letter.
LONGEST_NAME, LONGEST_TEXT = 64, 20_000
Id = Annotated[str, StringConstraints(pattern=ID, max_length=LONGEST_NAME)]
CaseId = Annotated[str, StringConstraints(pattern=CASE_ID, max_length=LONGEST_NAME)]
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=LONGEST_NAME)]
Doi = Annotated[str, StringConstraints(pattern=DOI)]
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
SourceRef = Annotated[Key, Reference("source")]

TeamOnly = StaysClosed("team_only")
TrackIOnly = StaysClosed("track_i_only")
TrackIIOnly = StaysClosed("track_ii_only")
OwnSide = StaysClosed("own_side")
NeverTrackII = Never(frozenset({"track-ii"}))


class Item(BaseModel):
    """A mapping of the case: unknown keys are errors and nothing changes after reading.

    `headline` names the field without which the item says nothing: where it is withheld the item is absent as a
    whole, and likewise where all of `needs_one_of` are. `collection` names what its `id` can be referred to as,
    `falls_with` the references without which no pack shows it, whether they are withheld or were never given. What is
    `quoted` from elsewhere means by `unknown` the word itself; anywhere else it opens the question of its field.
    `plain` names the field that a plain text stands for where a group of fields is expected, `called` that with the
    name of an item's own, where its headline is what it belongs to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    headline: ClassVar[str | None] = None
    needs_one_of: ClassVar[frozenset[str]] = frozenset()
    collection: ClassVar[str | None] = None
    falls_with: ClassVar[frozenset[str]] = frozenset()
    quoted: ClassVar[bool] = False
    plain: ClassVar[str | None] = None
    called: ClassVar[str | None] = None


class Cite(Item):
    """A source, by its key, and where in it; the key alone is written without the rest."""

    headline = "key"
    key: SourceRef
    at: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _key_alone(cls, given: Any) -> Any:
        return {"key": given} if isinstance(given, str) else given


class Reading(Item):
    """Another reading of a fact, where sources differ; as open as the fact, unless it is said to be more closed."""

    headline = "value"
    value: Text
    sensitivity: Sensitivity | None = None
    cite: Annotated[tuple[Cite, ...], Field(min_length=1)]


class Correction(Item):
    """Why a number of people is another than in the pack before, of the same people: for these two numbers alone."""

    was: Count
    now: Count
    because: Text
    nobody_joined_or_left: Bool


class Annotation(Item):
    """What may be said of any value: how closed it is, where it comes from, how sure it is, how it is to be handled.

    A value is annotated by writing `{value: ..., sensitivity: ..., cite: [...]}` in its place; a mapping takes some of
    these keys among its own (`unwrap.ITEM_KEYS`). Those who may see what is around a withheld value are told that
    something is withheld where `say_withheld` says so, and whom to `ask`: the id of an actor, or a text. `coarsen` is
    what packs show in place of the exact value: `month` or `year` of a date, or the words that stand for a text.
    `does_not_apply` stands in place of a value, with the reason why the case has none; `corrected` at a number of
    people that was wrong, and is printed by no pack.
    """

    sensitivity: Sensitivity | None = None
    cite: tuple[Cite, ...] = ()
    verification: Verification | None = None
    other_readings: tuple[Reading, ...] = ()
    likelihood: Text | None = None
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
