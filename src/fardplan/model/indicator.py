"""Indicators, their measurements, and the yearly report."""

from fardplan.model.base import (
    ActivityRef,
    ActorRef,
    BodyRef,
    FundingRef,
    GoalRef,
    Line,
    OneOrMore,
    Ordered,
    Prose,
    Unordered,
    Url,
    Value,
    optional,
    required,
    several,
)
from fardplan.model.common import Entity, Source
from fardplan.model.links import Link
from fardplan.model.number import Count, Flag, MoneyUnit, Number, Year
from fardplan.model.steering_terms import (
    Assessor,
    Comparison,
    Frequency,
    IndicatorDirection,
    Rag,
    StepState,
)
from fardplan.model.terms import ActivityStatus, GoalJudgement
from fardplan.model.time import FuzzyTime


class Breakdown(Value):
    """A measured value for one group."""

    group: Line = required("Grupp", "Gruppen, till exempel kvinnor.")
    value: Number | None = optional("Värde", "Gruppens värde.")
    missing: Line | None = optional("Saknas", "Varför värdet saknas.")


class Measurement(Value):
    """A measured value at a time, or the reason why there is none."""

    period: FuzzyTime = required("Period", "Tiden som värdet gäller.")
    value: Number | None = optional("Värde", "Det uppmätta värdet.")
    by: Ordered[Breakdown] = several("Uppdelat", "Värdet för olika grupper.")
    missing: Line | None = optional("Saknas", "Varför värdet saknas.")
    source: Source | None = optional("Källa", "Var värdet är hämtat.")
    comment: Prose | None = optional("Kommentar", "Förklaring av värdet.")


class Target(Value):
    """A value to reach, absolute or as a change."""

    year: Year | None = optional("År", "Året då värdet ska vara nått.")
    value: Number | None = optional("Målvärde", "Värdet som ska nås.")
    change: Number | None = optional(
        "Förändring", "Hur mycket värdet ska ändras, i indikatorns enhet."
    )
    relative_to: Comparison | None = optional("Jämfört med", "Vad förändringen räknas från.")
    text: Line | None = optional("Text", "Målet i ord.")


class Indicator(Entity):
    """A measure with unit and direction."""

    entity_kind = "indicator"

    title: Line = required("Titel", "Indikatorns namn.")
    definition: Prose | None = optional("Definition", "Vad som mäts och hur.")
    unit: Line | None = optional("Enhet", "Enheten: procent, antal, dagar, per 1 000 …")
    direction: IndicatorDirection | None = optional("Riktning", "Åt vilket håll värdet ska gå.")
    compare: Comparison | None = optional("Jämförs med", "Vad värdet jämförs med.")
    peers: Ordered[Line] = several("Jämförbara", "De som värdet jämförs med.")
    order: Count | None = optional("Ordning", "Indikatorns plats i dokumentet.")
    goals: Unordered[GoalRef] = several("Mål", "Målen som indikatorn visar.")
    activities: Unordered[ActivityRef] = several(
        "Aktiviteter", "Aktiviteterna som indikatorn visar."
    )
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som tar fram värdet.")
    frequency: Frequency | None = optional("Hur ofta", "Hur ofta värdet tas fram.")
    data_source: Line | None = optional(
        "Datakälla", "Registret eller systemet som värdet hämtas ur."
    )
    baseline: Measurement | None = optional("Baslinje", "Värdet före start (nollmätning).")
    targets: Ordered[Target] = several("Målvärden", "Värdena som ska nås.")
    measurements: Ordered[Measurement] = several("Mätningar", "Senare värden (ommätning).")
    text: Prose | None = optional("Text", "Mer om indikatorn.")


class StatusRow(Value):
    """How one thing stood at the time of a report."""

    entity: Link = required(
        "Gäller", "Aktiviteten, delaktiviteten, milstolpen, målet eller indikatorn."
    )
    called: Line | None = optional(
        "Hette", "Vad det hette, när det har lämnat färdplanen. Då får hänvisningen stå kvar."
    )
    period: FuzzyTime | None = optional("Period", "Tiden som bedömningen gäller.")
    by: ActorRef | None = optional("Av", "Den som har bedömt.")
    assessor: Assessor | None = optional("Bedömning", "Om den är egen eller extern.")
    status: ActivityStatus | None = optional("Status", "Aktivitetens status.")
    state: StepState | None = optional("Läge", "Milstolpens läge.")
    judgement: GoalJudgement | None = optional("Måluppfyllelse", "Om målet är nått.")
    rag: Rag | None = optional("Läget bedöms som", "Om arbetet följer planen.")
    cause: Prose | None = optional("Orsak", "Varför det avviker.")
    evidence: Prose | None = optional("Underlag", "Vad bedömningen bygger på.")
    comment: Prose | None = optional("Kommentar", "Mer om läget.")


class FundingUse(Value):
    """How much of some money was used."""

    source: FundingRef = required("Medel", "Medlen under funding i färdplanen.")
    year: Year | None = optional("År", "Året som pengarna användes.")
    amount: Number = required("Belopp", "Hur mycket som användes.")
    unit: MoneyUnit | None = optional(
        "Enhet", "SEK (kronor, om inget anges), kSEK (tkr) eller MSEK (mnkr)."
    )
    comment: Prose | None = optional("Kommentar", "Mer om användningen.")


class Report(Entity):
    """The follow-up to the accountable body for one period; the file's name is the period."""

    entity_kind = "report"

    title: Line | None = optional("Titel", "Rapportens rubrik.")
    body: BodyRef | None = optional("Till", "Gruppen som tar emot rapporten.")
    date: FuzzyTime | None = optional("Datum", "Mötet då rapporten togs emot.")
    summary: Prose | None = optional("Sammanfattning", "Det viktigaste i rapporten.")
    statuses: Ordered[StatusRow] = several("Läget", "En rad för varje sak som rapporten bedömer.")
    funding_used: Ordered[FundingUse] = several("Använda medel", "Hur pengarna har använts.")
    dissemination: Ordered[Line] = several("Spridning", "Var rapporten har spridits.")
    url: Url | None = optional("Länk", "Var rapporten finns.")
    final: Flag | None = optional("Slutrapport", "Skriv true om det är den sista rapporten.")
