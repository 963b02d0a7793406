"""Goals and the activities that answer them."""

from fardplan.model.base import (
    ActivityRef,
    ActorRef,
    AreaRef,
    BodyRef,
    CrossCuttingRef,
    GoalRef,
    IndicatorRef,
    Line,
    OneOrMore,
    Ordered,
    PlaceRef,
    PreconditionRef,
    PrincipleRef,
    Prose,
    Short,
    StatementRef,
    Unordered,
    Value,
    optional,
    required,
    several,
)
from fardplan.model.common import (
    Assignment,
    Consequence,
    Entity,
    Part,
    Placeholder,
    Risk,
    Scope,
    Shift,
    TargetGroup,
)
from fardplan.model.links import Delegation, Link
from fardplan.model.number import Count, Flag
from fardplan.model.projektplan import Condition, Projektplan
from fardplan.model.steering_terms import DecisionState
from fardplan.model.terms import (
    ActivityKind,
    ActivityStatus,
    Continuity,
    GoalJudgement,
    GoalKind,
    Priority,
    QualityTag,
    Stage,
)
from fardplan.model.time import FuzzyTime


class Goal(Entity):
    """A wanted change or state (mål)."""

    entity_kind = "goal"

    title: Line = required("Titel", "Målets namn.")
    wording: Prose | None = optional(
        "Lydelse", "Målet ordagrant, när titeln är kortare än källans text."
    )
    area: AreaRef | None = optional("Område", "Området som målet hör till.")
    order: Count | None = optional("Ordning", "Målets plats i dokumentet.")
    kind: GoalKind | None = optional(
        "Slag", "Effektmål, inriktningsmål, tillstånd eller förflyttning."
    )
    text: Prose | None = optional("Text", "Mer om målet.")
    shift: Shift | None = optional("Förflyttning", "Från vad till vad.")
    expected_results: Ordered[Line] = several("Förväntade resultat", "Vad målet ska leda till.")
    judgement: GoalJudgement | None = optional("Bedömning", "Om målet är nått.")
    priority: Priority | None = optional("Prioritet", "Om målet är prioriterat.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som ansvarar för målet.")
    target_groups: Ordered[TargetGroup] = several("Målgrupper", "Vilka målet gäller.")
    quality_tags: Unordered[QualityTag] = several(
        "Kvaliteter", "Vilka av de fyra kvaliteterna målet gäller."
    )
    principles: Unordered[PrincipleRef] = several(
        "Principer", "De vägledande principer som målet bygger på."
    )
    statements: Unordered[StatementRef] = several(
        "Formuleringar", "Formuleringarna i målbilden som målet svarar mot."
    )
    indicators: Unordered[IndicatorRef] = several(
        "Indikatorer", "Indikatorerna som visar om målet nås."
    )
    contributes_to: Unordered[GoalRef] = several("Bidrar till", "Andra mål som målet bidrar till.")
    implements: Ordered[Link] = several("Genomför", "Det på nivån ovanför som målet genomför.")
    delegated_to: Delegation | None = optional("Hanteras i", "Planen där målet hanteras i stället.")
    placeholder: Placeholder | None = optional(
        "Inget ännu", "Varför målet saknar aktiviteter, och till när de kommer."
    )
    assignments: Ordered[Assignment] = several("Uppdrag", "Uppdrag som har getts för målet.")
    reason: Prose | None = optional("Orsak", "Varför målet har ändrats eller utgår.")


class Sustainability(Value):
    """How an activity serves equal health and lasts (003, p. 10)."""

    equal_health: Prose | None = optional(
        "Jämlik hälsa", "Hur aktiviteten bidrar till jämlik hälsa."
    )
    long_term: Prose | None = optional("Långsiktighet", "Hur resultatet blir bestående.")
    economic: Prose | None = optional("Ekonomisk hållbarhet", "Hur aktiviteten håller ekonomiskt.")


class DecisionPoint(Part):
    """A point at which a decision is needed."""

    entity_kind = "decision_point"

    title: Line = required("Beslutspunkt", "Vad som ska beslutas.")
    when: FuzzyTime | None = optional("När", "När beslutet behövs.")
    body: BodyRef | None = optional("Beslutsorgan", "Gruppen som beslutar.")
    state: DecisionState | None = optional("Läge", "Om beslutet är fattat.")


class DecisionPoints(Short):
    """The decision points of an activity; a source may know only how many there are."""

    shorthand = "points"

    expected: Count | None = optional("Antal", "Hur många beslutspunkter det ska vara.")
    points: Ordered[DecisionPoint] = several("Beslutspunkter", "Beslutspunkterna, i ordning.")


class SubActivity(Part):
    """A part of an activity with its own state."""

    entity_kind = "sub_activity"

    title: Line = required("Titel", "Vad som görs.")
    status: ActivityStatus | None = optional("Status", "Hur långt delen har kommit.")
    start: FuzzyTime | None = optional("Start", "När delen börjar.")
    end: FuzzyTime | None = optional("Slut", "När delen slutar.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som ansvarar för delen.")
    text: Prose | None = optional("Text", "Mer om delen.")


class Activity(Entity):
    """Something that is done to reach a goal (aktivitet)."""

    entity_kind = "activity"

    title: Line = required("Titel", "Aktivitetens namn.")
    wording: Prose | None = optional(
        "Lydelse", "Raden ordagrant, när titeln är kortare än källans text."
    )
    goal: GoalRef | None = optional("Mål", "Målet som aktiviteten hör till.")
    precondition: PreconditionRef | None = optional(
        "Förutsättning", "Förutsättningen som aktiviteten hör till, i stället för ett mål."
    )
    area: AreaRef | None = optional("Område", "Området som aktiviteten hör till, där mål saknas.")
    order: Count | None = optional("Ordning", "Aktivitetens plats under målet.")
    kind: ActivityKind | None = optional("Slag", "Vilken sorts arbete det är.")
    status: ActivityStatus | None = optional("Status", "Hur långt aktiviteten har kommit.")
    stages: Ordered[Stage] = several("Steg", "Stegen som aktiviteten ska gå igenom.")
    stage: Stage | None = optional("Nått steg", "Steget som aktiviteten är i nu.")
    continuity: Continuity | None = optional(
        "Från förra versionen", "Om aktiviteten är ny eller fortsätter."
    )
    when: FuzzyTime | None = optional("När", "Tiden i ord, när start och slut inte anges.")
    start: FuzzyTime | None = optional("Start", "När aktiviteten börjar.")
    end: FuzzyTime | None = optional("Slut", "När aktiviteten slutar.")
    added: FuzzyTime | None = optional("Tillagd", "När aktiviteten lades till under perioden.")
    reason: Prose | None = optional(
        "Orsak", "Varför aktiviteten har flyttats fram, avslutats eller utgått."
    )
    text: Prose | None = optional("Text", "Mer om aktiviteten.")
    problem: Prose | None = optional("Problem", "Problemet som aktiviteten ska lösa.")
    commitment: Prose | None = optional("Åtagande", "Vad parterna åtar sig.")
    contribution: Prose | None = optional("Bidrag till målet", "Hur aktiviteten bidrar till målet.")
    result: Prose | None = optional("Resultat", "Vad aktiviteten har lett till.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den eller de som ansvarar.")
    partners: Unordered[ActorRef] = several("Medverkande", "De som hjälper till.")
    partners_complete: Flag | None = optional(
        "Alla medverkande", "Skriv false om fler medverkar än de som står här."
    )
    target_groups: Ordered[TargetGroup] = several("Målgrupper", "Vilka aktiviteten är till för.")
    geography: Unordered[PlaceRef] = several("Plats", "Var aktiviteten sker.")
    quality_tags: Unordered[QualityTag] = several(
        "Kvaliteter", "Vilka av de fyra kvaliteterna aktiviteten gäller."
    )
    principles: Unordered[PrincipleRef] = several(
        "Principer", "De vägledande principer som aktiviteten bygger på."
    )
    cross_cutting: Unordered[CrossCuttingRef] = several(
        "Genomsyrande perspektiv", "De perspektiv som aktiviteten tar hänsyn till."
    )
    sustainability: Sustainability | None = optional(
        "Jämlikhet och hållbarhet", "Hur aktiviteten bidrar till jämlik hälsa och håller över tid."
    )
    scope: Scope | None = optional("Avgränsning", "Vad som ingår och inte ingår.")
    sub_activities: Ordered[SubActivity] = several(
        "Delaktiviteter", "Aktivitetens delar, i ordning."
    )
    decision_points: DecisionPoints | None = optional(
        "Beslutspunkter", "Beslut som behövs på vägen."
    )
    conditions: Ordered[Condition] = several("Villkor", "Det som måste hända först.")
    depends_on: Unordered[ActivityRef] = several(
        "Beror av", "Aktiviteter som måste vara klara först."
    )
    contributes_to: Unordered[GoalRef] = several(
        "Bidrar också till", "Andra mål som aktiviteten bidrar till."
    )
    implements: Ordered[Link] = several(
        "Genomför", "Det på nivån ovanför som aktiviteten genomför."
    )
    delegated_to: Delegation | None = optional(
        "Hanteras i", "Planen där aktiviteten hanteras i stället."
    )
    risks: Ordered[Risk] = several("Risker", "Vad som kan gå fel.")
    consequences: Ordered[Consequence] = several(
        "Konsekvenser", "Vad aktiviteten innebär för olika grupper."
    )
    projektplan: Projektplan | None = optional(
        "Projektplan", "Aktivitetens projektplan eller uppdragsdirektiv."
    )
    none: dict[Line, Prose] | None = optional(
        "Medvetet tomt",
        "Nycklar som medvetet är tomma, med skälet: `partners: Berör bara kommunen.`",
    )
