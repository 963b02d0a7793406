"""How a roadmap is made and carried out over time: events, phases, cycle, provenance."""

from fardplan.model.base import (
    ActorRef,
    AnnexRef,
    BodyRef,
    EventRef,
    IndicatorRef,
    InputRef,
    Line,
    OneOrMore,
    Ordered,
    Prose,
    Short,
    StepRef,
    Unordered,
    Value,
    optional,
    required,
    several,
)
from fardplan.model.common import Part, Question, Source, TargetGroup
from fardplan.model.links import Link
from fardplan.model.number import Count, Flag, Number
from fardplan.model.steering_terms import (
    EventKind,
    FollowUpMethod,
    ParticipationGroup,
    StepKind,
    StepState,
)
from fardplan.model.terms import DocumentKind, ListForce, QualityTag
from fardplan.model.time import FuzzyTime


class AgendaItem(Short):
    """One item of a seminar; speakers are counted, not named."""

    shorthand = "title"

    title: Line = required("Titel", "Programpunktens namn.")
    form: Line | None = optional("Form", "Formen, till exempel panelsamtal.")
    speakers: Count | None = optional("Medverkande", "Hur många som medverkade.")
    text: Prose | None = optional("Text", "Mer om programpunkten.")


class TaskResult(Value):
    """What the result of a group task is used for."""

    text: Line = required("Resultat", "Vad resultatet blir.")
    period: FuzzyTime | None = optional("Period", "Tiden som resultatet gäller.")


class Task(Part):
    """A task for a group, with its questions."""

    text: Prose = required("Uppgift", "Vad gruppen ska göra.")
    questions: Ordered[Question] = several("Frågor", "Frågorna i uppgiften.")
    result: TaskResult | None = optional("Resultat", "Vad svaren används till.")


class Event(Part):
    """A workshop, seminar, panel or other occasion that gave input."""

    entity_kind = "event"

    kind: EventKind = required("Slag", "Vilken sorts tillfälle det är.")
    title: Line = required("Titel", "Vad tillfället heter.")
    count: Count | None = optional("Antal", "Hur många gånger det hölls.")
    when: FuzzyTime | None = optional("När", "När det hölls.")
    duration_days: Count | None = optional("Antal dagar", "Hur många dagar det varade.")
    groups: Unordered[ParticipationGroup] = several("Deltagare", "Vilka grupper som deltog.")
    participants: Unordered[ActorRef] = several("Parter", "Organisationer och grupper som deltog.")
    quality_tags: Unordered[QualityTag] = several(
        "Kvaliteter", "Vilka av de fyra kvaliteterna det gällde."
    )
    series: Line | None = optional("Serie", "Serien som tillfället ingår i.")
    number: Count | None = optional("Nummer", "Numret i serien.")
    agenda: Ordered[AgendaItem] = several("Program", "Programpunkterna, i ordning.")
    tasks: Ordered[Task] = several("Uppgifter", "Grupparbeten, i ordning.")
    text: Prose | None = optional("Text", "Mer om tillfället.")


class Step(Part):
    """A step of a phase."""

    entity_kind = "step"

    title: Line = required("Steg", "Vad som görs.")
    kind: StepKind | None = optional("Slag", "Vad steget är, när en regel behöver veta det.")
    state: StepState | None = optional("Läge", "Hur långt steget har kommit.")
    when: FuzzyTime | None = optional("När", "När steget tas.")
    after: StepRef | None = optional("Efter", "Steget som måste vara klart först.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som ansvarar för steget.")
    body: BodyRef | None = optional("Grupp", "Gruppen som tar steget.")
    bodies: Ordered[BodyRef] = several("Grupper", "Grupperna som steget går till, i ordning.")
    partners: Unordered[ActorRef] = several("Medverkande", "De som hjälper till.")
    groups: Unordered[ParticipationGroup] = several("Deltagare", "Vilkas perspektiv hämtas in.")
    target_groups: Ordered[TargetGroup] = several("Målgrupper", "Vilka steget riktar sig till.")
    document_kind: DocumentKind | None = optional(
        "Dokument", "Vilken sorts dokument som blir resultatet."
    )
    annexes: Unordered[AnnexRef] = several("Bilagor", "Numren på bilagorna som steget nämner.")
    indicators: Unordered[IndicatorRef] = several("Indikatorer", "Indikatorerna som mäts i steget.")
    force: ListForce | None = optional("Styrka", "Hur bindande steget är.")
    text: Prose | None = optional("Text", "Mer om steget.")


class Deviation(Value):
    """What went otherwise than planned, and why."""

    text: Prose = required("Avvikelse", "Vad som hände.")
    causes: Ordered[Line] = several("Orsaker", "Varför det blev så.")


class Phase(Part):
    """A period of the work, with its steps in order."""

    entity_kind = "phase"

    title: Line | None = optional("Titel", "Fasens namn; tiden om inget anges.")
    when: FuzzyTime | None = optional("När", "Tiden för fasen.")
    steps: Ordered[Step] = several("Steg", "Stegen i fasen, i ordning.")
    deviation: Deviation | None = optional("Avvikelse", "Vad som inte gick enligt planen.")
    text: Prose | None = optional("Text", "Mer om fasen.")


class CycleStep(Short):
    """One step of a working cycle."""

    shorthand = "title"

    title: Line = required("Steg", "Vad som görs.")
    text: Prose | None = optional("Text", "Mer om steget.")


class Cycle(Part):
    """A way of working in steps that may lead back to the first."""

    title: Line = required("Titel", "Arbetssättets namn.")
    closed: Flag | None = optional(
        "Slutet", "Skriv true om sista steget leder tillbaka till det första."
    )
    steps: Ordered[CycleStep] = several("Steg", "Stegen, i ordning.")
    text: Prose | None = optional("Text", "Mer om arbetssättet.")


class Input(Part):
    """Something that the making of a roadmap builds on."""

    entity_kind = "input"

    title: Line = required("Underlag", "Vad underlaget är.")
    event: EventRef | None = optional("Händelse", "Tillfället som gav underlaget.")
    events: Unordered[EventRef] = several("Händelser", "Tillfällena som gav underlaget.")
    groups: Unordered[ParticipationGroup] = several("Deltagare", "Vilka som bidrog.")
    text: Prose | None = optional("Text", "Mer om underlaget.")


class Weighting(Part):
    """How inputs were weighed against each other."""

    title: Line = required("Viktning", "Vad som vägdes.")
    method: FollowUpMethod | None = optional("Metod", "Hur det gick till.")
    inputs: Unordered[InputRef] = several("Underlag", "Underlagen som vägdes.")
    text: Prose | None = optional("Text", "Mer om viktningen.")


class Tally(Value):
    """Something that was counted."""

    what: Line = required("Vad", "Vad som räknades.")
    value: Number = required("Antal", "Hur många.")
    categories: Count | None = optional("Kategorier", "Hur många kategorier de delades in i.")
    event: EventRef | None = optional("Händelse", "Tillfället där det räknades.")
    source: Source | None = optional("Källa", "Var sammanställningen finns.")


class PrioritisedProposal(Part):
    """A proposal that was chosen, and where it ended up."""

    title: Line = required("Förslag", "Vad som föreslogs.")
    found_in: Ordered[Link] = several(
        "Återfinns i", "Målet, aktiviteten eller förutsättningen som förslaget blev."
    )


class Provenance(Value):
    """How the roadmap was made."""

    text: Prose | None = optional("Text", "Hur arbetet gick till.")
    inputs: Ordered[Input] = several("Underlag", "Vad färdplanen bygger på.")
    weighting: Ordered[Weighting] = several("Viktning", "Hur underlagen vägdes mot varandra.")
    counts: Ordered[Tally] = several("Antal", "Det som räknades.")
    group: BodyRef | None = optional("Prioriteringsgrupp", "Gruppen som valde bland förslagen.")
    prioritised: Ordered[PrioritisedProposal] = several(
        "Prioriterade förslag", "Förslagen som valdes, i ordning."
    )


class Training(Part):
    """A training that belongs to the roadmap."""

    entity_kind = "training"

    title: Line = required("Titel", "Utbildningens namn.")
    when: FuzzyTime | None = optional("När", "När utbildningen hålls.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som håller i utbildningen.")
    target_groups: Ordered[TargetGroup] = several("Målgrupper", "Vilka utbildningen är till för.")
    text: Prose | None = optional("Text", "Mer om utbildningen.")


class Communication(Value):
    """How the roadmap is made known."""

    plan: AnnexRef | None = optional(
        "Kommunikationsplan", "Numret på bilagan med kommunikationsplanen."
    )
    key_message: Line | None = optional("Budskap", "Det viktigaste budskapet.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som ansvarar för kommunikationen.")
    channels: Ordered[Line] = several("Kanaler", "Var budskapen sprids.")
    target_groups: Ordered[TargetGroup] = several("Målgrupper", "Vilka som ska nås.")
    text: Prose | None = optional("Text", "Mer om kommunikationen.")
