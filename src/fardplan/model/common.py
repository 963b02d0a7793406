"""The small values that many entities share: sources, links, questions, lists, figures."""

from fardplan.model.base import (
    ActivityRef,
    ActorRef,
    BodyRef,
    DocumentRef,
    GoalRef,
    Id,
    Line,
    Ordered,
    PlaceRef,
    PreviousId,
    Prose,
    Short,
    Unordered,
    Value,
    optional,
    required,
    several,
)
from fardplan.model.number import Flag, Number, Year
from fardplan.model.terms import (
    Address,
    Certainty,
    FigureKind,
    Likelihood,
    ListForce,
    Priority,
    QualityTag,
)
from fardplan.model.time import FuzzyTime


class Source(Value):
    """Where in which document something stands."""

    document: DocumentRef = required("Dokument", "Id på ett dokument under references.")
    page: Line | None = optional("Sida", "Sidan i dokumentet, till exempel 13.")
    pages: Line | None = optional("Sidor", "Flera sidor, till exempel 12–13.")
    section: Line | None = optional("Avsnitt", "Rubriken i dokumentet där det står.")
    certainty: Certainty | None = optional("Säkerhet", "Hur säker läsningen av källan är.")


class Part(Value):
    """Something inside a file that may have an id of its own."""

    id: Id | None = optional(
        "Id", "Kort namn som andra kan hänvisa till: små bokstäver a–z, siffror och bindestreck."
    )
    previously: Unordered[PreviousId] = several(
        "Tidigare id", "Vad samma sak hette i tidigare versioner."
    )
    sources: Ordered[Source] = several("Källor", "Var uppgifterna kommer ifrån.")
    remarks: Prose | None = optional(
        "Anmärkning", "Förklaring av hur källan har tolkats eller vad som saknas."
    )


class Translation(Value):
    """The texts of an entity in another language."""

    title: Line | None = optional("Titel", "Titeln på det andra språket.")
    short_title: Line | None = optional("Kort titel", "Den korta titeln på det andra språket.")
    text: Prose | None = optional("Text", "Texten på det andra språket.")


class Entity(Value):
    """Something with a file of its own; the file's name is its id."""

    number: Line | None = optional("Nummer", "Numret som trycks i dokumentet, till exempel 2.3.")
    previously: Unordered[PreviousId] = several(
        "Tidigare id", "Vad samma sak hette i tidigare versioner."
    )
    easy_read: Prose | None = optional("Lättläst", "Samma innehåll på lättläst svenska.")
    translations: dict[Line, Translation] | None = optional(
        "Översättningar", "Texter på andra språk, med språkkoden som nyckel."
    )
    sources: Ordered[Source] = several("Källor", "Var uppgifterna kommer ifrån.")
    remarks: Prose | None = optional(
        "Anmärkning", "Förklaring av hur källan har tolkats eller vad som saknas."
    )


class TargetGroup(Short, Part):
    """A group that something is meant for."""

    shorthand = "text"

    text: Line | None = optional("Text", "Vilka målgruppen är.")
    force: ListForce | None = optional(
        "Styrka", "Hur bindande uppgiften är, till exempel possible (möjligt)."
    )

    @property
    def title(self) -> str:
        """The words for the group, or its id where no words are given."""
        return self.text or (self.id or "").replace("-", " ").capitalize()


class Question(Short):
    """A question to think about and discuss."""

    shorthand = "text"

    to: Address | None = optional("Till", "Vem frågan vänder sig till: du, ni eller vi.")
    text: Line = required("Fråga", "Frågan.")


class ListItem(Short):
    """One item of a list, perhaps with the activity that takes it on."""

    shorthand = "text"

    text: Line = required("Text", "Punkten.")
    activity: ActivityRef | None = optional("Aktivitet", "Aktiviteten som svarar mot punkten.")
    goal: GoalRef | None = optional("Mål", "Målet som svarar mot punkten.")


class ListBlock(Part):
    """A bullet list with its lead-in and its force."""

    lead: Line | None = optional("Inledning", "Meningen före listan.")
    force: ListForce = required(
        "Styrka", "Hur bindande punkterna är: exempel, innebörd, behov, möjligt eller forskning."
    )
    items: Ordered[ListItem] = several("Punkter", "Listans punkter, i ordning.")


class Quotation(Part):
    """A quotation with its source."""

    text: Prose = required("Citat", "Den citerade texten, ordagrant.")
    cites: Source | None = optional("Källa", "Var citatet är hämtat.")


class FigureDatum(Value):
    """One value of a figure."""

    label: Line = required("Etikett", "Vad värdet gäller.")
    value: Number | None = optional("Värde", "Talet.")
    unit: Line | None = optional("Enhet", "Talets enhet.")
    text: Line | None = optional("Text", "Förklaring av värdet.")


class Figure(Part):
    """A figure; `data` is absent where the source has only a picture."""

    kind: FigureKind | None = optional("Slag", "Vad bilden visar.")
    title: Line = required("Titel", "Figurens rubrik.")
    text: Prose | None = optional("Text", "Vad figuren visar, i ord.")
    data: Ordered[FigureDatum] = several(
        "Data", "Figurens värden. Skriv null om källan bara har en bild."
    )
    cites: Source | None = optional("Källa", "Var figuren eller dess uppgifter är hämtade.")


class AreaRole(Value):
    """A function that an area speaks of, statutory or not."""

    title: Line = required("Titel", "Rollens namn.")
    statutory: Flag | None = optional("Lagstadgad", "Om rollen finns i lag.")
    scope: Line | None = optional("Gäller inom", "Var rollen finns.")
    text: Prose | None = optional("Text", "Vad rollen gör.")


class OngoingItem(Part):
    """One piece of work that goes on anyway; no commitment, so no rule on activities sees it."""

    entity_kind = "ongoing"

    title: Line = required("Titel", "Vad som pågår.")
    quality: QualityTag | None = optional(
        "Kvalitet", "Vilken av de fyra kvaliteterna arbetet bidrar till."
    )
    mode: Line | None = optional("Läge", "Hur arbetet bedrivs, till exempel Breddinförande.")
    geography: Unordered[PlaceRef] = several("Plats", "Var arbetet sker.")
    period: FuzzyTime | None = optional("Tid", "När arbetet pågår.")
    text: Prose | None = optional("Text", "Mer om arbetet.")
    items: Ordered["OngoingItem"] = several("Delar", "Delar av arbetet.")


class OngoingWork(Short):
    """Ongoing work as a list, or as a list that says it is only an extract."""

    shorthand = "items"

    selection: Flag | None = optional("Urval", "Skriv true om listan bara är ett axplock.")
    lead: Prose | None = optional("Inledning", "Texten före listan.")
    items: Ordered["OngoingItem"] = several("Punkter", "Det som pågår.")


class Placeholder(Value):
    """Says why something is empty, and when it will be filled."""

    reason: Prose | None = optional("Orsak", "Varför det är tomt.")
    text: Prose | None = optional("Text", "Vad som sägs i dokumentet.")
    due: FuzzyTime | None = optional("Klart", "När det ska vara ifyllt.")
    decided_by: BodyRef | None = optional("Beslutas av", "Gruppen som beslutar.")


class Shift(Value):
    """The move that an area or a goal asks for: from what to what."""

    from_: Line = required("Från", "Hur det är i dag.", alias="from")
    to: Line = required("Till", "Hur det ska bli.")


class AreaPriority(Value):
    """The priority of an area in a year, for a party where parties differ."""

    year: Year = required("År", "Året som prioriteringen gäller.")
    party: ActorRef | None = optional("Part", "Parten som prioriterar; alla om inget anges.")
    priority: Priority = required("Prioritet", "Hur området prioriteras.")


class Assignment(Part):
    """A commission given to someone."""

    entity_kind = "assignment"

    title: Line = required("Titel", "Vad uppdraget är.")
    to: ActorRef | None = optional("Till", "Den som har fått uppdraget.")
    by: ActorRef | None = optional("Från", "Den som har gett uppdraget.")
    date: FuzzyTime | None = optional("Datum", "När uppdraget gavs.")
    text: Prose | None = optional("Text", "Uppdragets innehåll.")


class Scope(Value):
    """What is included and what is not."""

    includes: Ordered[Line] = several("Ingår", "Vad som ingår.")
    excludes: Ordered[Line] = several("Ingår inte", "Vad som inte ingår.")


class Risk(Part):
    """Something that may go wrong, and what is done about it."""

    title: Line = required("Risk", "Vad som kan hända.")
    likelihood: Likelihood | None = optional("Sannolikhet", "Hur troligt det är.")
    impact: Likelihood | None = optional("Konsekvens", "Hur allvarligt det blir.")
    measure: Prose | None = optional("Åtgärd", "Vad som görs åt risken.")


class Consequence(Value):
    """What something means for a target group."""

    group: Line = required("Målgrupp", "Vilka det gäller.")
    text: Prose = required("Konsekvens", "Vad det innebär för dem.")
