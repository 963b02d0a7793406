"""The projektplan (or uppdragsdirektiv) of an activity, with its five parts (003, p. 12)."""

from fardplan.model.base import (
    ActorRef,
    DecisionRef,
    FundingRef,
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
from fardplan.model.common import Part
from fardplan.model.number import Flag, MoneyUnit, Number, Year
from fardplan.model.steering import FollowUp
from fardplan.model.steering_terms import DecisionState, FundingKind, StepState
from fardplan.model.terms import ProjektplanKind, ProjektplanPart, ProjektplanStatus
from fardplan.model.time import FuzzyTime


class Deadline(Value):
    """A last day, for some of the parties where they differ."""

    by: FuzzyTime = required("Senast", "Sista tidpunkten.")
    parties: OneOrMore[ActorRef] = several("För", "Parterna som tidpunkten gäller.", alias="for")


class Milestone(Part):
    """A dated point in the work."""

    entity_kind = "milestone"

    number: Line | None = optional("Nummer", "Numret som trycks i dokumentet.")
    title: Line = required("Titel", "Vad som ska vara nått.")
    date: FuzzyTime | None = optional("Datum", "När den ska nås.")
    start: FuzzyTime | None = optional("Start", "När arbetet med den börjar.")
    end: FuzzyTime | None = optional("Slut", "När arbetet med den slutar.")
    deadlines: Ordered[Deadline] = several("Sista dagar", "Olika tider för olika parter.")
    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som ansvarar.")
    status: StepState | None = optional("Läge", "Hur långt den har kommit.")
    recurring: Flag | None = optional("Återkommer", "Om den återkommer varje år.")
    text: Prose | None = optional("Text", "Mer om milstolpen.")
    reason: Prose | None = optional("Orsak", "Varför tidpunkten har ändrats.")


class Deliverable(Milestone):
    """A dated result."""

    entity_kind = "deliverable"


class Timeline(Value):
    """Tidsplan: when the work starts and ends, with milestones and deliverables."""

    start: FuzzyTime | None = optional("Start", "När arbetet börjar.")
    end: FuzzyTime | None = optional("Slut", "När arbetet slutar.")
    milestones: Ordered[Milestone] = several("Milstolpar", "Punkter att nå, i ordning.")
    deliverables: Ordered[Deliverable] = several("Leveranser", "Resultat att lämna, i ordning.")
    text: Prose | None = optional("Text", "Tidsplanen i ord.")
    reason: Prose | None = optional("Orsak", "Varför tiden har ändrats sedan förra versionen.")


class Financing(Value):
    """One row of finansiering: which money, in which year."""

    source: FundingRef | None = optional("Medel", "Medlen under funding i färdplanen.")
    kind: FundingKind | None = optional("Slag", "Slags medel. Behövs inga pengar: none_needed.")
    year: Year | None = optional("År", "Året som pengarna används.")
    amount: Number | None = optional("Belopp", "Summan, utan enhet.")
    unit: MoneyUnit | None = optional(
        "Enhet", "SEK (kronor, om inget anges), kSEK (tkr) eller MSEK (mnkr)."
    )
    party: ActorRef | None = optional("Part", "Den som betalar.")
    purpose: Line | None = optional("Ändamål", "Vad pengarna används till.")
    text: Prose | None = optional("Text", "Mer om finansieringen.")


class PlanDocument(Value):
    """The document elsewhere that is the projektplan."""

    title: Line | None = optional("Titel", "Dokumentets titel.")
    registry_number: Line | None = optional("Diarienummer", "Dokumentets diarienummer.")
    url: Url | None = optional("Länk", "Var dokumentet finns.")
    date: FuzzyTime | None = optional("Datum", "När dokumentet är daterat.")


class Projektplan(Value):
    """An activity's plan: uppdrag, genomförande, tidsplan, finansiering and uppföljning."""

    kind: ProjektplanKind | None = optional("Slag", "Projektplan eller uppdragsdirektiv.")
    status: ProjektplanStatus | None = optional("Status", "Utkast eller beslutad.")
    orderer: ActorRef | None = optional("Uppdragsgivare", "Den som har gett uppdraget.")
    decision: DecisionRef | None = optional("Beslut", "Beslutet under decisions.")
    document: PlanDocument | None = optional(
        "Dokument", "Dokumentet, om planen finns någon annanstans."
    )
    contains: Unordered[ProjektplanPart] = several(
        "Innehåller", "Vilka av de fem delarna som dokumentet har."
    )
    mandate: Prose | None = optional("Uppdrag", "Vad uppdraget är.")
    implementation: Prose | None = optional("Genomförande", "Hur arbetet görs.")
    timeline: Timeline | None = optional("Tidsplan", "När arbetet görs.")
    financing: Ordered[Financing] = several("Finansiering", "Hur arbetet betalas.")
    follow_up: FollowUp | None = optional("Uppföljning", "Hur arbetet följs upp.")

    @property
    def parts(self) -> frozenset[ProjektplanPart]:
        """The parts that are there, written here or contained in the document.

        An empty part is not there, nor one that is in a document of which nothing is said.
        """
        here = {part for part in ProjektplanPart if _says_something(self.__dict__[part.value])}
        return frozenset(here | set(self.contains if _says_something(self.document) else ()))

    @property
    def missing_parts(self) -> tuple[ProjektplanPart, ...]:
        """The parts that are not there, in the order of the county's rule."""
        there = self.parts
        return tuple(part for part in ProjektplanPart if part not in there)


def _says_something(content: object) -> bool:
    """Tell whether anything stands in a value, at any depth."""
    if isinstance(content, Value):
        return any(_says_something(getattr(content, name)) for name in content.model_fields_set)
    if isinstance(content, tuple):
        return any(_says_something(item) for item in content)
    return content is not None


class InForce(Value):
    """When an outside decision takes effect."""

    expected: FuzzyTime | None = optional("Väntas", "När det väntas börja gälla.")
    date: FuzzyTime | None = optional("Datum", "När det började gälla.")


class Condition(Part):
    """Something outside the activity that must happen first."""

    entity_kind = "condition"

    title: Line = required("Villkor", "Vad som måste hända.")
    state: DecisionState | None = optional("Läge", "Om villkoret är uppfyllt.")
    expected: FuzzyTime | None = optional("Väntas", "När det väntas hända.")
    in_force: InForce | None = optional("Börjar gälla", "När beslutet börjar gälla.")
    decision: DecisionRef | None = optional("Beslut", "Beslutet, när det är fattat.")
    text: Prose | None = optional("Text", "Mer om villkoret.")
