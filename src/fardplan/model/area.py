"""Areas: thematic groups of goals (område, fokusområde)."""

from fardplan.model.base import (
    ActorRef,
    Line,
    OneOrMore,
    Ordered,
    PlaceRef,
    Prose,
    RoadmapRef,
    StatementRef,
    Unordered,
    optional,
    required,
    several,
)
from fardplan.model.common import (
    AreaPriority,
    AreaRole,
    Entity,
    Figure,
    ListBlock,
    OngoingWork,
    Placeholder,
    Question,
    Quotation,
    Shift,
)
from fardplan.model.links import Delegation, Link
from fardplan.model.number import Count, Flag
from fardplan.model.terms import Icon, Priority


class Area(Entity):
    """A thematic group of goals, or a focus area of a direction document."""

    entity_kind = "area"

    title: Line = required("Titel", "Områdets namn.")
    short_title: Line | None = optional("Kort titel", "Namnet i översikter och vid ikonen.")
    aliases: Unordered[Line] = several("Andra namn", "Andra stavningar som är tillåtna.")
    order: Count | None = optional("Ordning", "Områdets plats i dokumentet.")
    icon: Icon | None = optional("Ikon", "Områdets bild.")
    priority: Priority | None = optional("Prioritet", "Om området är prioriterat i versionens år.")
    priorities: Ordered[AreaPriority] = several(
        "Prioritet per år", "Prioritet som skiljer sig mellan år eller parter."
    )
    also_priority_in: RoadmapRef | None = optional(
        "Prioriterat också i", "Färdplanen som också sägs prioritera området."
    )
    cross_cutting: Flag | None = optional(
        "Genomsyrande", "Skriv true om området ska genomsyra alla andra."
    )
    maps_to: Ordered[Link] = several(
        "Svarar mot", "Områden, teman eller värdeord på nivån ovanför."
    )
    local_reason: Prose | None = optional(
        "Eget område", "Varför området inte svarar mot något på nivån ovanför."
    )
    applies_to: Unordered[ActorRef] = several("Gäller för", "Verksamheterna som området gäller.")
    led_by: OneOrMore[ActorRef] = several("Leds av", "Den som leder arbetet inom området.")
    intro: Prose | None = optional("Inledning", "Texten som inleder området.")
    goal_sentence: Prose | None = optional("Målmening", "Områdets mål i en mening.")
    text: Prose | None = optional("Text", "Mer text om området.")
    shift: Shift | None = optional("Förflyttning", "Från vad till vad.")
    statements: Unordered[StatementRef] = several(
        "Formuleringar", "Formuleringarna i målbilden som området svarar mot."
    )
    keywords: Ordered[Line] = several("Nyckelord", "Orden i områdets ruta.")
    lists: Ordered[ListBlock] = several("Listor", "Punktlistor med inledning och styrka.")
    questions: Ordered[Question] = several("Fundera och diskutera", "Frågor att tala om.")
    quotations: Ordered[Quotation] = several("Citat", "Citat med källa.")
    figures: Ordered[Figure] = several("Figurer", "Bilder och diagram.")
    roles: Ordered[AreaRole] = several("Roller", "Roller som området talar om.")
    geography: Unordered[PlaceRef] = several("Plats", "Platserna som området gäller.")
    ongoing: OngoingWork | None = optional("Pågående arbete", "Arbete som pågår; inga åtaganden.")
    placeholder: Placeholder | None = optional(
        "Inget ännu", "Varför området saknar aktiviteter, och till när de kommer."
    )
    delegated_to: Delegation | None = optional("Hanteras i", "Planen där hela området hanteras.")
    reason: Prose | None = optional("Orsak", "Varför området har ändrats eller utgår.")
