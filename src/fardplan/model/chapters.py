"""The parts of a roadmap's front matter and chapters."""

from fardplan.model.base import (
    ActorRef,
    BodyRef,
    Line,
    OneOrMore,
    Ordered,
    Prose,
    ReferenceRef,
    Short,
    StatementRef,
    Unordered,
    Url,
    Value,
    optional,
    required,
    several,
)
from fardplan.model.common import Figure, ListBlock, Part, Question, Quotation, TargetGroup
from fardplan.model.links import Link
from fardplan.model.number import Flag
from fardplan.model.steering_terms import BodyRole, DecisionKind, DecisionState, ParticipationGroup
from fardplan.model.terms import DocumentKind, Placement, QualityTag, RelationKind
from fardplan.model.time import FuzzyTime
from fardplan.model.version import VersionNumber


class ValidityPeriod(Value):
    """A validity that an earlier version had."""

    from_: FuzzyTime | None = optional("Från och med", "Första dagen.", alias="from")
    to: FuzzyTime | None = optional("Till och med", "Sista dagen.")
    version: VersionNumber | None = optional("Version", "Versionen som hade giltigheten.")
    remarks: Prose | None = optional("Anmärkning", "Varför den ändrades.")


class Validity(Value):
    """From when to when the roadmap is in force."""

    from_: FuzzyTime | None = optional("Från och med", "När den börjar gälla.", alias="from")
    to: FuzzyTime | None = optional("Till och med", "När den slutar gälla.")
    until_further_notice: Flag | None = optional(
        "Tills vidare", "Skriv true om den gäller tills vidare."
    )
    history: Ordered[ValidityPeriod] = several("Tidigare", "Tidigare giltighetstider.")


class CoverAuthor(Value):
    """Who wrote the document, by role."""

    role: Line = required("Roll", "Rollen, aldrig ett personnamn.")
    organisation: ActorRef | None = optional("Organisation", "Organisationen som rollen finns i.")


class Cover(Value):
    """What stands on the cover."""

    place: Line | None = optional("Ort", "Orten.")
    date: FuzzyTime | None = optional("Datum", "Datumet på försättsbladet.")
    author: CoverAuthor | None = optional("Författare", "Rollen som har skrivit.")
    annex_label: Line | None = optional("Bilagemärke", "Till exempel Bilaga 1.")
    steering_group: BodyRef | None = optional("Styrgrupp", "Gruppen som står på försättsbladet.")
    logo: Line | None = optional("Logotyp", "Sökvägen till en bildfil i mappen.")
    logo_alt: Line | None = optional("Logotyp i ord", "Vad logotypen visar.")


class Reference(Part):
    """A document that sources and links point at."""

    entity_kind = "reference"

    kind: DocumentKind | None = optional("Slag", "Vilken sorts dokument det är.")
    title: Line = required("Titel", "Dokumentets titel.")
    version: VersionNumber | None = optional("Version", "Dokumentets version.")
    year: Line | None = optional("År", "Dokumentets år.")
    date: FuzzyTime | None = optional("Datum", "Dokumentets datum.")
    period: FuzzyTime | None = optional("Period", "Tiden som dokumentet gäller.")
    updated: FuzzyTime | None = optional("Uppdaterad", "När en webbsida senast uppdaterades.")
    number: Line | None = optional("Nummer", "Till exempel SOU 2020:19.")
    publisher: Line | None = optional("Utgivare", "Den som har gett ut dokumentet.")
    registry_number: Line | None = optional("Diarienummer", "Dokumentets diarienummer.")
    url: Url | None = optional("Länk", "Var dokumentet finns.")
    text: Prose | None = optional("Text", "Mer om dokumentet.")


class RelatedPlan(Part):
    """A plan that goals and activities can be delegated to."""

    entity_kind = "plan"

    title: Line = required("Titel", "Planens namn.")
    long_title: Line | None = optional("Hela namnet", "Planens fullständiga namn.")
    period: FuzzyTime | None = optional("Giltighetstid", "Tiden som planen gäller.")
    relation: RelationKind | None = optional("Samband", "Hur planen hör ihop med färdplanen.")
    accountable: BodyRef | None = optional("Ansvarigt organ", "Gruppen som ansvarar för planen.")
    registry_number: Line | None = optional("Diarienummer", "Planens diarienummer.")
    url: Url | None = optional("Länk", "Var planen finns.")
    text: Prose | None = optional("Text", "Mer om planen.")


class ReplacedDocument(Short):
    """A document that the roadmap replaces."""

    shorthand = "title"

    title: Line = required("Titel", "Dokumentets titel.")
    registry_number: Line | None = optional("Diarienummer", "Dokumentets diarienummer.")
    date: FuzzyTime | None = optional("Datum", "Dokumentets datum.")
    url: Url | None = optional("Länk", "Var dokumentet finns.")


class ThemePreparation(Value):
    """What was found out before a theme, and with whom (003, p. 8)."""

    groups: Unordered[ParticipationGroup] = several("Deltagare", "Vilka som var med.")
    weaknesses: Ordered[Line] = several("Brister", "Det som brister.")
    strengths: Ordered[Line] = several("Styrkor", "Det som fungerar.")
    measures: Ordered[Line] = several("Insatser", "Det som bör göras.")
    when: FuzzyTime | None = optional("När", "När förberedelsen gjordes.")
    text: Prose | None = optional("Text", "Mer om förberedelsen.")


class Theme(Part):
    """The common focus of a year (tema, hållplats)."""

    entity_kind = "theme"

    title: Line = required("Titel", "Temats namn.")
    awareness_year: FuzzyTime | None = optional("Uppmärksamhetsår", "Tiden då temat lyfts fram.")
    relates_to: Link | None = optional(
        "Gäller", "Området, förutsättningen eller värdeordet som temat gäller."
    )
    overlaps: Flag | None = optional(
        "Får överlappa", "Skriv true om temat medvetet pågår samtidigt som ett annat."
    )
    preparation: ThemePreparation | None = optional(
        "Förberedelse", "Brister, styrkor och insatser som har kartlagts."
    )
    text: Prose | None = optional("Text", "Mer om temat.")


class Principle(Part):
    """How the parties cooperate (vägledande princip)."""

    entity_kind = "principle"

    title: Line | None = optional(
        "Titel", "Principens namn; formuleringens lydelse om inget anges."
    )
    statement: StatementRef | None = optional(
        "Formulering", "Formuleringen i målbilden som principen bygger på."
    )
    text: Prose | None = optional("Text", "Principens lydelse, där den inte är en formulering.")


class CrossCutting(Part):
    """A perspective to be met in everything."""

    entity_kind = "cross_cutting"

    title: Line = required("Titel", "Perspektivets namn.")
    text: Prose | None = optional("Text", "Vad perspektivet innebär.")


class PendingDecision(Value):
    """A decision that a precondition waits for."""

    kind: DecisionKind = required("Slag", "Vad beslutet gör.")
    state: DecisionState = required("Läge", "Hur långt beslutet har kommit.")


class PreconditionLevel(Part):
    """One of the levels on which a precondition is looked at."""

    title: Line = required("Nivå", "Nivåns namn.")
    body: BodyRef | None = optional("Grupp", "Gruppen på nivån.")
    body_role: BodyRole | None = optional("Uppgift", "Vad gruppen gör.")
    decision: PendingDecision | None = optional("Beslut", "Beslutet som behövs.")
    text: Prose | None = optional("Text", "Vad nivån handlar om.")
    examples: Ordered[Line] = several("Exempel", "Exempel från nivån.")


class Precondition(Part):
    """What must be in place for the rest to work (förutsättning på systemnivå)."""

    entity_kind = "precondition"

    title: Line = required("Titel", "Förutsättningens namn.")
    why: Prose | None = optional("Varför", "Varför den behövs.")
    begins_by: FuzzyTime | None = optional("Påbörjas senast", "När arbetet ska ha börjat.")
    active: FuzzyTime | None = optional("Pågår", "Hur länge arbetet ska pågå.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som ansvarar.")
    quality_tags: Unordered[QualityTag] = several(
        "Kvaliteter", "Vilka av de fyra kvaliteterna den gäller."
    )
    target_groups: Ordered[TargetGroup] = several(
        "Målgrupper", "Vilka arbetet börjar med eller gäller."
    )
    levels: Ordered[PreconditionLevel] = several("Nivåer", "Nivåerna, i ordning.")
    text: Prose | None = optional("Text", "Mer om förutsättningen.")


class SectionText(Part):
    """A section of running text in its place."""

    entity_kind = "section"

    title: Line = required("Rubrik", "Avsnittets rubrik.")
    place: Placement | None = optional("Plats", "Var i dokumentet avsnittet står.")
    text: Prose | None = optional("Text", "Avsnittets text.")
    lists: Ordered[ListBlock] = several("Listor", "Punktlistor med inledning och styrka.")
    questions: Ordered[Question] = several("Fundera och diskutera", "Frågor att tala om.")
    quotations: Ordered[Quotation] = several("Citat", "Citat med källa.")
    figures: Ordered[Figure] = several("Figurer", "Bilder och diagram.")


class Driver(Short, Part):
    """A reason for the transition."""

    shorthand = "title"

    title: Line = required("Skäl", "Skälet i korthet.")
    text: Prose | None = optional("Text", "Mer om skälet.")


class Reader(Value):
    """What the roadmap means for one kind of reader."""

    group: Line = required("Läsare", "Vem texten vänder sig till.")
    text: Prose = required("Text", "Vad färdplanen betyder för dem.")


class ExpectedDate(Part):
    """Something promised for a time."""

    entity_kind = "expected"

    title: Line = required("Vad", "Vad som är lovat.")
    date: FuzzyTime | None = optional("När", "När det ska komma.")
    text: Prose | None = optional("Text", "Mer om löftet.")
    reason: Prose | None = optional("Orsak", "Varför tiden har ändrats.")


class ExternalGoal(Value):
    """A goal set by someone else, such as Agenda 2030."""

    title: Line = required("Titel", "Målets namn.")
    number: Line | None = optional("Nummer", "Målets nummer.")
    url: Url | None = optional("Länk", "Var målet beskrivs.")


class Annex(Part):
    """An annex of the roadmap, known by its number."""

    entity_kind = "annex"
    identity = "number"

    number: Line = required("Nummer", "Bilagans nummer.")
    title: Line = required("Titel", "Bilagans titel.")
    available: Flag | None = optional("Finns", "Skriv false om bilagan nämns men inte följer med.")
    document: ReferenceRef | None = optional("Dokument", "Dokumentet under references.")
    url: Url | None = optional("Länk", "Var bilagan finns.")
    text: Prose | None = optional("Text", "Bilagans innehåll.")
