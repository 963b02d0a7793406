"""What every model is built from: frozen values, texts, lists, references and their Swedish names.

A field's `title` and `description` are Swedish and go into the JSON Schemas; the English label is
the key itself with spaces. Markers in `Annotated` say what a plain type cannot: whether the order
of a list is content, what a reference points at, and whether a text is one line or Markdown.

A hundred classes take a large part of the time of a short command. So the modules with models do
without `from __future__ import annotations`, or pydantic compiles each annotation once more, and
the markers tell pydantic at once what they mean to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
SOMETHING = r"\S"
"""A text must hold more than blanks."""


T = TypeVar("T")


class Kept(tuple[T, ...]):  # noqa: SLOT001 (a tuple can only keep more in a dict)
    """What is left of a list in a file after some items did not fit, with where each stood."""

    places: tuple[int, ...]

    @classmethod
    def of(cls, items: tuple[T, ...], places: tuple[int, ...]) -> Kept[T]:
        """Join items to their places in the file, from 0."""
        kept = cls(items)
        kept.places = places
        return kept


class Thinned(list[Any]):
    """A list as read, from which items can be taken out without losing where the rest stood."""

    places: list[int]

    @classmethod
    def of(cls, items: list[Any]) -> Thinned:
        """Take over a whole list."""
        thinned = cls(items)
        thinned.places = list(range(len(items)))
        return thinned

    def take_out(self, index: int) -> Any:
        """Remove and return an item, with its place."""
        del self.places[index]
        return self.pop(index)


def numbered(items: tuple[T, ...]) -> Iterator[tuple[int, T]]:
    """Yield each item of a list with its index in the file."""
    if isinstance(items, Kept):
        return zip(items.places, items, strict=True)
    return enumerate(items)


Build = Callable[[object], Any]


def read_list(value: object, build: Build) -> Any:
    """Read a list, or a key without a value as an empty one."""
    if value is None:
        return ()
    built = build(value)
    return Kept.of(built, tuple(value.places)) if isinstance(value, Thinned) else built


def one_or_more(value: object, build: Build) -> Any:
    """Read a list, or a lone text as a list of one."""
    return read_list((value,) if isinstance(value, str) else value, build)


@dataclass(frozen=True, slots=True)
class Order:
    """Marks a list: the order of its items is content (`True`), or the list is a set (`False`)."""

    matters: bool
    read: Callable[[object, Build], Any] = read_list

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(self.read, handler(source))


@dataclass(frozen=True, slots=True)
class TextKind:
    """Marks a text: `line` (a title), `prose` (Markdown), `id`, `url`, and says what it may be."""

    name: str
    pattern: str = SOMETHING
    longest: int | None = None

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.str_schema(pattern=self.pattern, max_length=self.longest)


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text as a reference to an entity of one of these kinds."""

    kinds: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return handler(source)  # it means nothing to pydantic


Ordered = Annotated[tuple[T, ...], Order(matters=True)]
"""A list whose order is content: statements, steps, questions."""

Unordered = Annotated[tuple[T, ...], Order(matters=False)]
"""A list that is a set: partners, tags, references."""

OneOrMore = Annotated[tuple[T, ...], Order(matters=False, read=one_or_more)]
"""A set that may be written as one text: `responsible: socialnamnden`."""

Id = Annotated[str, TextKind("id", f"^{ID_PATTERN}$", longest=100)]
Line = Annotated[str, TextKind("line")]
Prose = Annotated[str, TextKind("prose")]
Url = Annotated[str, TextKind("url", r'^(https?://|mailto:)[^\s<>"]+$', longest=2000)]
PreviousId = Annotated[str, TextKind("previous", rf"^({ID_PATTERN}/){{0,2}}{ID_PATTERN}$")]

ACTOR_KINDS = ("organisation", "class", "body", "unit", "role")

ActorRef = Annotated[Line, RefTo(ACTOR_KINDS)]
ActivityRef = Annotated[Line, RefTo(("activity",))]
AnnexRef = Annotated[Line, RefTo(("annex",))]
AreaRef = Annotated[Line, RefTo(("area",))]
BodyRef = Annotated[Line, RefTo(("body",))]
CrossCuttingRef = Annotated[Line, RefTo(("cross_cutting",))]
DecisionRef = Annotated[Line, RefTo(("decision",))]
DocumentRef = Annotated[Line, RefTo(("reference", "roadmap"))]
EventRef = Annotated[Line, RefTo(("event",))]
FundingRef = Annotated[Line, RefTo(("funding",))]
GoalRef = Annotated[Line, RefTo(("goal",))]
IndicatorRef = Annotated[Line, RefTo(("indicator",))]
InputRef = Annotated[Line, RefTo(("input",))]
PlaceRef = Annotated[Line, RefTo(("place", "organisation"))]
PlanRef = Annotated[Line, RefTo(("plan",))]
PreconditionRef = Annotated[Line, RefTo(("precondition",))]
PrincipleRef = Annotated[Line, RefTo(("principle",))]
ReferenceRef = Annotated[Line, RefTo(("reference",))]
RoadmapRef = Annotated[Line, RefTo(("roadmap",))]
StatementRef = Annotated[Line, RefTo(("statement",))]
StepRef = Annotated[Line, RefTo(("step",))]
UnitRef = Annotated[Line, RefTo(("unit",))]


class Value(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    entity_kind: ClassVar[str] = ""
    """The kind under which references find it; empty for a value without identity."""
    identity: ClassVar[str] = "id"
    """The field that tells items of a list apart."""
    shorthand: ClassVar[str] = ""
    """The field that a lone text (or list) in place of the mapping fills."""


class Short(Value):
    """A value that may be written as a lone text (or list): what its `shorthand` field holds."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, data: object) -> object:
        return {cls.shorthand: data} if isinstance(data, (str, list, tuple)) else data


def required(title: str, description: str = "", **more: Any) -> Any:
    """Declare a key that must stand there."""
    return Field(title=title, description=description or None, **more)


def optional(title: str, description: str = "", **more: Any) -> Any:
    """Declare a key that may be absent: what a source does not say stays unsaid."""
    return Field(default=None, title=title, description=description or None, **more)


def several(title: str, description: str = "", **more: Any) -> Any:
    """Declare a list that may be absent."""
    return Field(default=(), title=title, description=description or None, **more)
