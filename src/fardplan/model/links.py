"""What points at something else: links, relations between documents, delegations."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from fardplan.locales.text import Text
from fardplan.model.base import (
    ActivityRef,
    AreaRef,
    DocumentRef,
    GoalRef,
    IndicatorRef,
    Line,
    PlanRef,
    PreconditionRef,
    PrincipleRef,
    Prose,
    RefTo,
    RoadmapRef,
    Short,
    StatementRef,
    Value,
    optional,
    required,
)
from fardplan.model.refusal import Refused
from fardplan.model.substance import Substance
from fardplan.model.terms import (
    RelationKind,
)
from fardplan.model.time import FuzzyTime
from fardplan.model.version import VersionNumber

ONE_TARGET = Text("Ange precis en sak att hänvisa till.", "Name exactly one thing to refer to.")
ONE_TARGET_HINT = Text(
    "Skriv till exempel `goal: orebro-lan/hemrehabilitering`.",
    "Write for example `goal: orebro-lan/hemrehabilitering`.",
)


class Link(Value):
    """A reference that names the kind of its target, and which version of it was reviewed."""

    roadmap: RoadmapRef | None = optional("Färdplan", "En hel färdplan.")
    area: AreaRef | None = optional("Område", "Ett område.")
    goal: GoalRef | None = optional("Mål", "Ett mål.")
    activity: ActivityRef | None = optional("Aktivitet", "En aktivitet.")
    indicator: IndicatorRef | None = optional("Indikator", "En indikator.")
    theme: Annotated[Line, RefTo(("theme",))] | None = optional("Tema", "Ett tema (hållplats).")
    precondition: PreconditionRef | None = optional(
        "Förutsättning", "En förutsättning på systemnivå."
    )
    principle: PrincipleRef | None = optional("Princip", "En vägledande princip.")
    core_word: Annotated[Line, RefTo(("core_word",))] | None = optional(
        "Värdeord", "Ett värdeord i en målbild."
    )
    statement: StatementRef | None = optional("Formulering", "En formulering i en målbild.")
    milestone: Annotated[Line, RefTo(("milestone",))] | None = optional(
        "Milstolpe", "En milstolpe."
    )
    sub_activity: Annotated[Line, RefTo(("sub_activity",))] | None = optional(
        "Delaktivitet", "En del av en aktivitet."
    )
    document: DocumentRef | None = optional(
        "Dokument", "Ett dokument under references, eller en färdplan."
    )
    plan: PlanRef | None = optional("Plan", "En plan under related_plans.")
    reviewed: VersionNumber | None = optional(
        "Avstämd mot version", "Den version av målet för hänvisningen som ni senast stämde av mot."
    )
    substance: Substance | None = optional(
        "Innehåll vid avstämningen",
        "Märke för vad målet för hänvisningen sade i den version som ni stämde av mot. "
        "`fardplan review` skriver det. Rör det inte för hand.",
    )
    reviewed_on: FuzzyTime | None = optional("Avstämd datum", "När avstämningen gjordes.")
    reviewed_by: Line | None = optional(
        "Avstämd av", "Rollen som gjorde avstämningen, aldrig ett personnamn."
    )
    outcome: Line | None = optional("Utfall", "Vad avstämningen ledde till.")

    TARGETS: ClassVar[tuple[str, ...]] = (
        "roadmap", "area", "goal", "activity", "indicator", "theme", "precondition", "principle",
        "core_word", "statement", "milestone", "sub_activity", "document", "plan",
    )  # fmt: skip

    @model_validator(mode="after")
    def _name_one_target(self) -> Self:
        if sum(getattr(self, name) is not None for name in self.TARGETS) != 1:
            raise Refused(ONE_TARGET, {}, ONE_TARGET_HINT)
        return self

    @property
    def target(self) -> tuple[str, str]:
        """The kind of the target and the reference to it."""
        return next(
            (name, str(value))
            for name in self.TARGETS
            if (value := getattr(self, name)) is not None
        )


class Relation(Link):
    """A link that says how the two documents relate."""

    kind: RelationKind = required("Slag", "Hur dokumenten hör ihop.")
    text: Prose | None = optional("Text", "Förklaring av sambandet.")


class Delegation(Short):
    """The plan in which a goal or an activity is handled instead."""

    shorthand = "plan"

    plan: PlanRef = required("Plan", "Planen som tar över, ett id under related_plans.")
    wording: Prose | None = optional("Lydelse", "Hur källan säger det.")
