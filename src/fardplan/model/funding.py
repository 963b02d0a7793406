"""Money granted to a roadmap."""

from fardplan.model.base import (
    ActorRef,
    DecisionRef,
    FundingRef,
    Line,
    Ordered,
    Prose,
    ReferenceRef,
    optional,
    required,
    several,
)
from fardplan.model.common import Part
from fardplan.model.number import MoneyUnit, Number, Year
from fardplan.model.steering_terms import Allocation, FundingKind
from fardplan.model.time import FuzzyTime


class Funding(Part):
    """Money granted: source, year, amount, purposes."""

    entity_kind = "funding"

    title: Line = required("Titel", "Vad medlen heter.")
    kind: FundingKind = required("Slag", "Vilket slags medel det är.")
    year: Year | None = optional("År", "Året som medlen gäller.")
    period: FuzzyTime | None = optional("Period", "Tiden som medlen gäller, när det är flera år.")
    amount: Number | None = optional("Belopp", "Summan, utan enhet.")
    unit: MoneyUnit | None = optional(
        "Enhet", "SEK (kronor, om inget anges), kSEK (tkr) eller MSEK (mnkr)."
    )
    part_of: FundingRef | None = optional(
        "Del av", "De större medlen som de här är en del av, ett id under funding."
    )
    allocation: Allocation | None = optional("Fördelning", "Hur pengarna fördelas.")
    party: ActorRef | None = optional("Till", "Parten som får pengarna.")
    granted_by: ActorRef | None = optional("Från", "Den som har beviljat pengarna.")
    purposes: Ordered[Line] = several("Ändamål", "Vad pengarna får användas till.")
    agreement: ReferenceRef | None = optional(
        "Överenskommelse", "Överenskommelsen som styr, under references."
    )
    decision: DecisionRef | None = optional("Beslut", "Beslutet under decisions.")
    repaid: Number | None = optional("Återbetalt", "Hur mycket som har betalats tillbaka.")
    text: Prose | None = optional("Text", "Mer om medlen.")
