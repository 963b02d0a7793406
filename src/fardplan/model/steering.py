"""Who decides, follows up and answers: bodies, decisions, adoption, reporting, consultation."""

from fardplan.model.base import (
    ActorRef,
    BodyRef,
    DecisionRef,
    DocumentRef,
    EventRef,
    IndicatorRef,
    Line,
    OneOrMore,
    Ordered,
    PlaceRef,
    Prose,
    Unordered,
    Url,
    Value,
    optional,
    required,
    several,
)
from fardplan.model.common import Part
from fardplan.model.links import Link
from fardplan.model.number import Count, Flag, Year
from fardplan.model.steering_terms import (
    BindingForce,
    BodyKind,
    BodyRole,
    DecisionKind,
    DecisionState,
    FollowUpMethod,
    Frequency,
    OrganisationKind,
    Stance,
)
from fardplan.model.terms import Level
from fardplan.model.time import FuzzyTime


class Member(Value):
    """A seat in a group, by role and never by name."""

    role: Line = required("Roll", "Rollen, till exempel Socialchef.")
    organisation: ActorRef | None = optional("Organisation", "Organisationen som rollen finns i.")
    workplace: Line | None = optional(
        "Arbetsplats", "Arbetsplatsen, när den inte är en egen organisation."
    )
    count: Count | None = optional("Antal", "Hur många som har rollen.")
    chair: Flag | None = optional("Ordförande", "Om rollen leder gruppen.")
    period: FuzzyTime | None = optional("Period", "När uppdraget gäller.")


class Body(Part):
    """A forum: council, managers' group, committee, steering group, workgroup."""

    entity_kind = "body"

    kind: BodyKind | None = optional("Slag", "Vilken sorts grupp det är.")
    title: Line = required("Namn", "Gruppens namn.")
    short_title: Line | None = optional("Kort namn", "Gruppens korta namn.")
    role: Unordered[BodyRole] = several("Uppgift", "Vad gruppen gör: beslutar, bereder, styr …")
    organisation: ActorRef | None = optional("Organisation", "Organisationen som gruppen hör till.")
    part_of: BodyRef | None = optional("Del av", "Den större grupp som den ingår i.")
    members: Ordered[Member] = several("Medlemmar", "Rollerna i gruppen.")
    period: FuzzyTime | None = optional("Period", "När gruppen finns.")
    text: Prose | None = optional("Text", "Mer om gruppen.")


class Organisation(Part):
    """A party or an actor: region, municipality, civil society."""

    entity_kind = "organisation"

    kind: OrganisationKind | None = optional("Slag", "Vilken sorts organisation det är.")
    title: Line = required("Namn", "Organisationens namn.")
    short_title: Line | None = optional(
        "Kort namn", "Namnet i löpande text, till exempel Regionen."
    )
    code: Line | None = optional("Kod", "Läns- eller kommunkod enligt SCB.")
    principal: Flag | None = optional(
        "Huvudman", "Om organisationen är huvudman för vård och omsorg."
    )
    part_of: ActorRef | None = optional("Del av", "Organisationen som den ingår i.")
    url: Url | None = optional("Webbplats", "Adressen till webbplatsen.")
    text: Prose | None = optional("Text", "Mer om organisationen.")


class OrganisationClass(Part):
    """A name for several parties at once."""

    entity_kind = "class"

    title: Line = required("Namn", "Gruppens namn, till exempel Länets kommuner.")
    members: Unordered[ActorRef] = several("Medlemmar", "Organisationerna som ingår.")
    text: Prose | None = optional("Text", "Mer om vilka som räknas in.")


class Unit(Part):
    """An operational part of an organisation."""

    entity_kind = "unit"

    title: Line = required("Namn", "Verksamhetens namn.")
    organisation: ActorRef | None = optional("Organisation", "Organisationen som den hör till.")
    part_of: ActorRef | None = optional("Del av", "Verksamheten som den ingår i.")
    plan_url: Url | None = optional("Egen plan", "Länk till verksamhetens egen plan.")
    text: Prose | None = optional("Text", "Mer om verksamheten.")


class OfficialRole(Part):
    """A role that may be responsible, by title and never by name."""

    entity_kind = "role"

    title: Line = required("Titel", "Rollens namn.")
    organisation: ActorRef | None = optional("Organisation", "Organisationen som rollen finns i.")
    text: Prose | None = optional("Text", "Vad rollen ansvarar för.")


class Place(Part):
    """A part of the county that activities can be tied to."""

    entity_kind = "place"

    title: Line = required("Namn", "Platsens namn.")
    part_of: PlaceRef | None = optional("Del av", "Den större plats som den ingår i.")


class Decision(Part):
    """A decision: who, when, which paragraph, about what."""

    entity_kind = "decision"

    title: Line | None = optional("Rubrik", "Beslutets rubrik.")
    kind: DecisionKind = required("Slag", "Vad beslutet gör: antar, fastställer, godkänner …")
    state: DecisionState | None = optional("Läge", "Hur långt beslutet har kommit.")
    body: BodyRef | None = optional("Beslutsorgan", "Gruppen som beslutar.")
    party: ActorRef | None = optional("Part", "Parten som beslutet gäller för.")
    date: FuzzyTime | None = optional("Datum", "När beslutet fattades.")
    paragraph: Line | None = optional("Paragraf", "Paragrafens nummer, till exempel 23.")
    registry_number: Line | None = optional("Diarienummer", "Ärendets diarienummer.")
    objects: Ordered[Link] = several("Gäller", "Vad beslutet handlar om.")
    covers: Ordered[Line] = several("Omfattar", "Vilka delar beslutet omfattar.")
    condition: Prose | None = optional("Villkor", "Villkor för beslutet.")
    reservation: Prose | None = optional("Reservation", "Reservationer mot beslutet.")
    effective: FuzzyTime | None = optional("Gäller från", "När beslutet börjar gälla.")
    text: Prose | None = optional("Text", "Mer om beslutet.")


class DecisionStep(Part):
    """One step on the way to a decision."""

    entity_kind = "decision_step"

    title: Line = required("Steg", "Vad som händer i steget.")
    kind: DecisionKind | None = optional("Slag", "Vad beslutet gör.")
    state: DecisionState | None = optional("Läge", "Hur långt steget har kommit.")
    when: FuzzyTime | None = optional("När", "När steget tas.")
    body: BodyRef | None = optional("Grupp", "Gruppen som tar steget.")
    bodies: Ordered[BodyRef] = several("Grupper", "Grupperna som tar steget.")
    body_role: BodyRole | None = optional("Uppgift", "Vad gruppen gör i steget.")
    parties: Unordered[ActorRef] = several("Parter", "Parterna som tar steget.")
    event: EventRef | None = optional("Händelse", "Mötet där det sker.")
    text: Prose | None = optional("Text", "Mer om steget.")


class AdoptionDemand(Value):
    """Who must adopt the roadmap, and by when."""

    required_of: Unordered[ActorRef] = several("Krävs av", "Parterna som ska anta färdplanen.")
    by: FuzzyTime | None = optional("Senast", "När alla ska ha beslutat.")


class Adoption(Part):
    """The adoption of a document by one or several parties."""

    entity_kind = "adoption"

    document: DocumentRef | None = optional(
        "Dokument", "Det som antas; den här färdplanen om inget anges."
    )
    parties: Unordered[ActorRef] = several("Parter", "Parterna som har beslutat eller ska besluta.")
    kind: DecisionKind | None = optional("Slag", "Vad beslutet gör.")
    state: DecisionState | None = optional("Läge", "Hur långt beslutet har kommit.")
    when: FuzzyTime | None = optional("När", "När beslutet fattades.")
    body: BodyRef | None = optional("Beslutsorgan", "Gruppen som beslutade.")
    decision: DecisionRef | None = optional("Beslut", "Beslutet under decisions.")
    paragraph: Line | None = optional("Paragraf", "Paragrafens nummer.")
    registry_number: Line | None = optional("Diarienummer", "Ärendets diarienummer.")


class Reporting(Value):
    """To whom the roadmap is reported, and when."""

    to: BodyRef = required("Till", "Gruppen som tar emot rapporten.")
    frequency: Frequency | None = optional("Hur ofta", "Hur ofta det rapporteras.")
    when: Frequency | None = optional(
        "När", "När under året, till exempel before_revision (inför revidering)."
    )
    dates: Ordered[FuzzyTime] = several("Datum", "Bestämda tidpunkter för rapporten.")
    text: Prose | None = optional("Text", "Mer om rapporteringen.")


class Instrument(Part):
    """A questionnaire or scale used in a follow-up."""

    title: Line = required("Titel", "Instrumentets namn.")
    items: Ordered[Line] = several("Frågor", "Frågorna eller påståendena.")
    scale: Line | None = optional("Skala", "Svarsskalan.")
    answered_by: Line | None = optional("Besvaras av", "Vilka som svarar.")


class FollowUp(Value):
    """How something is followed up."""

    responsible: OneOrMore[ActorRef] = several("Ansvarig", "Den som ansvarar för uppföljningen.")
    frequency: Frequency | None = optional("Hur ofta", "Hur ofta det följs upp.")
    dates: Ordered[FuzzyTime] = several("Datum", "Bestämda tidpunkter.")
    method: Unordered[FollowUpMethod] = several("Metod", "Hur det följs upp.")
    indicators: Unordered[IndicatorRef] = several(
        "Indikatorer", "Indikatorerna som visar resultatet."
    )
    instruments: Ordered[Instrument] = several("Instrument", "Enkäter och skalor som används.")
    reviews: Ordered[Year] = several("Utvärderas", "Åren då hela arbetet utvärderas.")
    report_to: BodyRef | None = optional("Rapporteras till", "Gruppen som får resultatet.")
    text: Prose | None = optional("Text", "Uppföljningen i ord.")


class ConsultationAnswer(Value):
    """What one party answered in a consultation."""

    party: ActorRef = required("Part", "Den som har svarat.")
    received: FuzzyTime | None = optional("Inkom", "När svaret kom in.")
    registry_number: Line | None = optional("Diarienummer", "Svarets diarienummer.")
    stance: Stance | None = optional("Ställningstagande", "Om parten tillstyrker eller avstyrker.")
    text: Prose | None = optional("Text", "Svaret i korthet.")


class Consultation(Part):
    """A formal request for opinions with a last day (remiss)."""

    entity_kind = "consultation"

    title: Line = required("Titel", "Remissens namn.")
    opened: FuzzyTime | None = optional("Öppnad", "När remissen skickades ut.")
    last_day: FuzzyTime | None = optional("Sista svarsdag", "När svaren ska ha kommit in.")
    form: Line | None = optional("Form", "Hur synpunkter lämnas.")
    addressees: Unordered[ActorRef] = several("Remissinstanser", "De som har fått remissen.")
    answers: Ordered[ConsultationAnswer] = several("Svar", "Svaren som har kommit in.")
    text: Prose | None = optional("Text", "Mer om remissen.")


class Expectation(Value):
    """What the roadmap asks of its parties."""

    on: OneOrMore[ActorRef] = several("Riktas till", "Parten eller parterna som det gäller.")
    text: Prose = required("Förväntan", "Vad som förväntas.")
    force: BindingForce | None = optional("Styrka", "Om det är styrande eller vägledande.")


class Binding(Value):
    """How binding the roadmap is on a level below."""

    level: Level = required("Nivå", "Nivån som det gäller.")
    force: BindingForce = required("Styrka", "Om färdplanen är styrande eller vägledande där.")


class Correction(Value):
    """A corrected error in a released version."""

    date: FuzzyTime = required("Datum", "När rättelsen gjordes.")
    what: Line = required("Vad", "Vad som rättades.")
    by: Line = required("Av", "Rollen eller organisationen som rättade.")


class Contact(Value):
    """Whom to turn to, by role."""

    role: Line = required("Roll", "Rollen, till exempel Projektledare.")
    organisation: ActorRef | None = optional("Organisation", "Organisationen som rollen finns i.")
    email: Line | None = optional("E-post", "En funktionsadress, ingen privat adress.")
    phone: Line | None = optional("Telefon", "Ett växel- eller funktionsnummer.")
    url: Url | None = optional("Webbsida", "En sida med kontaktuppgifter.")
