"""The roadmap itself: who, when, version, steering, principles, themes, making (roadmap.yaml)."""

from fardplan.model.base import (
    ActorRef,
    BodyRef,
    Line,
    OneOrMore,
    Ordered,
    Prose,
    RoadmapRef,
    UnitRef,
    Unordered,
    optional,
    required,
    several,
)
from fardplan.model.chapters import (
    Annex,
    Cover,
    CrossCutting,
    Driver,
    ExpectedDate,
    ExternalGoal,
    Precondition,
    Principle,
    Reader,
    Reference,
    RelatedPlan,
    ReplacedDocument,
    SectionText,
    Theme,
    Validity,
)
from fardplan.model.common import (
    Assignment,
    Entity,
    Figure,
    OngoingWork,
    Placeholder,
    Question,
    Quotation,
    TargetGroup,
)
from fardplan.model.file_format import FileFormat
from fardplan.model.funding import Funding
from fardplan.model.links import Link, Relation
from fardplan.model.number import Flag, Year
from fardplan.model.process import (
    Communication,
    Cycle,
    Event,
    Phase,
    Provenance,
    Training,
)
from fardplan.model.steering import (
    Adoption,
    AdoptionDemand,
    Binding,
    Body,
    Consultation,
    Contact,
    Correction,
    Decision,
    DecisionStep,
    Expectation,
    FollowUp,
    Reporting,
)
from fardplan.model.terms import DocumentKind, Level, Profile, QualityTag, RoadmapStatus
from fardplan.model.time import FuzzyTime
from fardplan.model.version import VersionNumber


class Roadmap(Entity):
    """A strategy with areas and activities for a shared journey (färdplan), reissued every year."""

    entity_kind = "roadmap"

    format: FileFormat = required("Format", "Filformatets version: 1.")
    title: Line = required("Titel", "Färdplanens namn.")
    subtitle: Line | None = optional("Undertitel", "Raden under titeln.")
    short_title: Line | None = optional("Kort titel", "Namnet i menyer och tabeller.")
    year: Year = required("År", "Året som versionen gäller.")
    version: VersionNumber | None = optional("Version", 'Versionens nummer, till exempel "1.0".')
    language: Line | None = optional("Språk", "Textens språk: sv eller en.")
    profile: Profile = required(
        "Profil", "Vilken sorts dokument det är: vision, direction, action eller process."
    )
    level: Level | None = optional("Nivå", "Nivån: län, kommun, verksamhet …")
    kind: DocumentKind | None = optional("Slag", "Vilken sorts plan det är.")
    document_type: Line | None = optional(
        "Dokumenttyp", "Vad dokumentet heter enligt de egna reglerna: plan, strategi, program …"
    )
    fictional: Flag | None = optional(
        "Påhittad", "Skriv true om färdplanen är ett påhittat exempel."
    )
    status: RoadmapStatus | None = optional("Status", "Utkast, remissversion, antagen …")
    validity: Validity | None = optional(
        "Giltighetstid", "Från och med när och till och med när den gäller."
    )
    planning_years: Ordered[Year] = several("Planeringsår", "Åren som planen räknar på.")
    next_revision: FuzzyTime | None = optional("Nästa revidering", "När nästa version ska komma.")
    review_by: FuzzyTime | None = optional(
        "Aktualitetsprövas", "När det senast ska prövas om den fortfarande gäller."
    )
    updated: FuzzyTime | None = optional("Senast uppdaterad", "När texten senast ändrades.")
    judged_as_of: FuzzyTime | None = optional(
        "Bedöms per", "Dagen som regler om tid utgår från, för äldre färdplaner."
    )
    expected: Ordered[ExpectedDate] = several("Väntas", "Vad som är lovat till en viss tid.")
    corrections: Ordered[Correction] = several("Rättelser", "Rättelser i den utgivna versionen.")

    owners: OneOrMore[ActorRef] = several("Ägare", "Organisationerna som äger färdplanen.")
    parties: Unordered[ActorRef] = several("Parter", "Organisationerna som har åtagit sig något.")
    actors: Unordered[ActorRef] = several("Aktörer", "Andra som verkar i färdplanen.")
    applies_to: Unordered[ActorRef] = several("Gäller för", "Verksamheterna som den gäller.")
    units: Unordered[UnitRef] = several("Verksamheter", "Verksamheterna som ska ha egna planer.")
    accountable: BodyRef | None = optional(
        "Ansvarigt organ", "Gruppen som ansvarar för färdplanen."
    )
    document_owner: OneOrMore[ActorRef] = several(
        "Dokumentansvarig", "Rollen eller organet som ansvarar för dokumentet."
    )
    reporting: Reporting | None = optional("Rapportering", "Till vem och när det rapporteras.")
    follow_up: FollowUp | None = optional("Uppföljning", "Hur färdplanen följs upp.")
    bodies: Unordered[Body] = several("Grupper", "Grupper som bara finns i den här färdplanen.")
    contacts: Ordered[Contact] = several("Kontakt", "Vem man vänder sig till, som roll.")

    registry_number: Line | None = optional("Diarienummer", "Ärendets diarienummer.")
    annex_of: Line | None = optional("Bilaga till", "Ärendet som dokumentet är bilaga till.")
    cover: Cover | None = optional("Försättsblad", "Plats, datum, roll och styrgrupp.")
    decisions: Ordered[Decision] = several("Beslut", "Besluten om färdplanen.")
    decision_path: Ordered[DecisionStep] = several(
        "Beslutsväg", "Stegen fram till beslut, i ordning."
    )
    adoption: AdoptionDemand | None = optional(
        "Krav på antagande", "Vilka som ska anta färdplanen, och till när."
    )
    adoptions: Ordered[Adoption] = several("Antaganden", "Vilka som har antagit.")
    consultations: Ordered[Consultation] = several("Remisser", "Remisserna och deras svar.")

    vision: RoadmapRef | None = optional("Målbild", "Färdplanen som målbilden står i.")
    implements: Ordered[Link] = several("Genomför", "Det på nivån ovanför som färdplanen genomför.")
    relations: Ordered[Relation] = several("Samband", "Andra dokument som färdplanen hör ihop med.")
    references: Unordered[Reference] = several(
        "Referenser", "Dokument och länkar som källor pekar på."
    )
    related_plans: Unordered[RelatedPlan] = several(
        "Andra planer", "Planer som mål och aktiviteter kan hanteras i."
    )
    replaces: Ordered[ReplacedDocument] = several("Ersätter", "Dokumenten som färdplanen ersätter.")
    external_goals: Ordered[ExternalGoal] = several(
        "Yttre mål", "Mål från andra, till exempel Agenda 2030."
    )
    binding: Ordered[Binding] = several("Bindande", "Hur färdplanen styr nivåerna under.")
    expectations: Ordered[Expectation] = several("Förväntningar", "Vad färdplanen ber parterna om.")

    key_message: Line | None = optional("Budskap", "Det viktigaste budskapet.")
    key_points: Ordered[Line] = several(
        "I korthet", "De viktigaste punkterna, överst i dokumentet."
    )
    purpose: Prose | None = optional("Syfte", "Varför färdplanen finns.")
    summary: Prose | None = optional("Sammanfattning", "Färdplanen i korthet.")
    readers: Ordered[Reader] = several(
        "Vad betyder det för dig?", "Vad färdplanen betyder för olika läsare."
    )
    limits: Prose | None = optional("Avgränsning", "Vad färdplanen inte är.")
    drivers: Ordered[Driver] = several("Varför nära vård?", "Skälen till omställningen.")
    qualities: Ordered[QualityTag] = several(
        "Kvaliteter", "De kvaliteter som arbetet ordnas efter."
    )
    target_groups: Ordered[TargetGroup] = several("Målgrupper", "Vilka färdplanen är till för.")
    themes: Ordered[Theme] = several("Teman", "Teman (hållplatser), i ordning.")
    principles: Ordered[Principle] = several("Vägledande principer", "Så samarbetar vi, i ordning.")
    cross_cutting: Ordered[CrossCutting] = several(
        "Genomsyrande perspektiv", "Perspektiv som ska finnas med i allt."
    )
    preconditions: Ordered[Precondition] = several(
        "Förutsättningar på systemnivå", "Det som måste vara på plats, i ordning."
    )
    areas_pending: Placeholder | None = optional(
        "Områden inte valda", "Varför områden saknas, och när de väljs."
    )
    selection_criteria: Ordered[Line] = several("Urvalskriterier", "Hur aktiviteterna har valts.")
    assignments: Ordered[Assignment] = several("Uppdrag", "Uppdrag som färdplanen ger.")
    funding: Ordered[Funding] = several("Beviljade medel", "Pengar som har beviljats.")
    ongoing: OngoingWork | None = optional("Pågående arbete", "Arbete som pågår; inga åtaganden.")
    sections: Ordered[SectionText] = several("Avsnitt", "Egna avsnitt, i ordning.")
    questions: Ordered[Question] = several("Fundera och diskutera", "Frågor om hela färdplanen.")
    quotations: Ordered[Quotation] = several("Citat", "Citat med källa.")
    figures: Ordered[Figure] = several("Figurer", "Bilder och diagram.")

    phases: Ordered[Phase] = several("Faser", "Genomförandet i tid, i ordning.")
    cycle: Cycle | None = optional("Arbetssätt", "Arbetssättet i steg.")
    events: Ordered[Event] = several("Händelser", "Möten och tillfällen som gav underlag.")
    provenance: Provenance | None = optional(
        "Så togs färdplanen fram", "Underlag, antal och prioriteringar."
    )
    training: Ordered[Training] = several("Utbildning", "Utbildningar som hör till färdplanen.")
    communication: Communication | None = optional("Kommunikation", "Hur färdplanen görs känd.")
    also_on_agenda: Ordered[Line] = several(
        "Samtidigt på dagordningen", "Andra frågor som behandlades samtidigt."
    )
    annexes: Ordered[Annex] = several("Bilagor", "Bilagorna, med nummer.")
