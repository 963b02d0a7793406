"""The terms for roadmaps, goals and activities, each value with its Swedish label."""

from __future__ import annotations

from fardplan.model.term import Term


class Profile(Term):
    """What sort of document a roadmap is; it decides how strictly the rules judge."""

    VISION = "vision", "målbild"
    DIRECTION = "direction", "inriktning"
    ACTION = "action", "handlingsplan"
    PROCESS = "process", "processplan"


class Level(Term):
    """The level of society that a roadmap belongs to."""

    NATIONAL = "national", "nationell"
    REGIONAL = "regional", "sjukvårdsregion"
    COUNTY = "county", "län"
    MUNICIPAL = "municipal", "kommun"
    UNIT = "unit", "verksamhet"
    LOCAL_ARENA = "local_arena", "lokal samverkansarena"


class DocumentKind(Term):
    """The kind of a plan or of a document that a roadmap refers to."""

    VISION = "vision", "målbild"
    NATIONAL_AGREEMENT = "national_agreement", "nationell överenskommelse"
    REGIONAL_STRATEGY = "regional_strategy", "regional utvecklingsstrategi"
    COUNTY_PLAN = "county_plan", "länsgemensam färdplan"
    MUNICIPAL_PLAN = "municipal_plan", "kommunal färdplan"
    ACTION_PLAN = "action_plan", "handlingsplan"
    OPERATIONAL_PLAN = "operational_plan", "verksamhetsplan"
    ACTIVITY_PLAN = "activity_plan", "aktivitetsplan"
    COMMUNICATION_PLAN = "communication_plan", "kommunikationsplan"
    AGREEMENT = "agreement", "överenskommelse"
    LAW = "law", "lag"
    GOVERNMENT_INQUIRY = "government_inquiry", "statlig utredning"
    REPORT = "report", "rapport"
    SURVEY = "survey", "undersökning"
    WEB_PAGE = "web_page", "webbsida"
    PRESENTATION = "presentation", "presentation"
    WORKING_MATERIAL = "working_material", "arbetsmaterial"


class RoadmapStatus(Term):
    """Where a roadmap stands between draft and expiry."""

    DRAFT = "draft", "utkast"
    CONSULTATION = "consultation", "remissversion"
    PROPOSED = "proposed", "förslag"
    ADOPTED = "adopted", "antagen"
    IN_FORCE = "in_force", "gällande"
    UNDER_REVISION = "under_revision", "under revidering"
    EXPIRED = "expired", "upphört"
    REPLACED = "replaced", "ersatt"
    WITHDRAWN = "withdrawn", "återkallad"


class ActivityStatus(Term):
    """How far an activity has come."""

    IDEA = "idea", "föreslagen"
    PLANNED = "planned", "planerad"
    WAITING = "waiting", "avvaktar villkor"
    NOT_STARTED = "not_started", "ej påbörjad"
    ONGOING = "ongoing", "pågår"
    DELAYED = "delayed", "försenad"
    PAUSED = "paused", "vilande"
    COMPLETED = "completed", "genomförd"
    IMPLEMENTED = "implemented", "införd i ordinarie verksamhet"
    CANCELLED = "cancelled", "avslutad utan genomförande"
    CARRIED_OVER = "carried_over", "överförd"
    DELEGATED = "delegated", "hanteras i annan plan"


class Stage(Term):
    """A step in the life of an activity, in this order."""

    PREPARE = "prepare", "ta fram"
    DECIDE = "decide", "besluta"
    IMPLEMENT = "implement", "implementera"
    EVALUATE = "evaluate", "utvärdera"


class ActivityKind(Term):
    """What sort of work an activity is."""

    PILOT = "pilot", "pilotprojekt"
    INVESTIGATION = "investigation", "utredning"
    AGREEMENT = "agreement", "överenskommelse"
    AGREEMENT_REVIEW = "agreement_review", "översyn av överenskommelse"
    CONSULTATION = "consultation", "remissprocess"
    TRAINING = "training", "utbildning"
    SERVICE = "service", "tjänst"
    STAFFING = "staffing", "bemanning"
    DIGITAL_SOLUTION = "digital_solution", "digital lösning"
    PLAN_MAKING = "plan_making", "framtagande av plan"
    COMMUNICATION = "communication", "kommunikation"
    WORKSHOP = "workshop", "workshop"
    CONTINUATION = "continuation", "fortsättning av annan plan"
    DECISION_POINTS = "decision_points", "beslutspunkter"


class Continuity(Term):
    """How an activity relates to the edition before."""

    NEW = "new", "ny"
    CONTINUED = "continued", "fortsätter"
    CONTINUED_REWORDED = "continued_reworded", "fortsätter med ny lydelse"
    MOVED = "moved", "flyttad"
    DELEGATED = "delegated", "lämnad till annan plan"
    RESUMED = "resumed", "återupptagen"
    UNKNOWN = "unknown", "okänt"


class GoalKind(Term):
    """What sort of statement a goal makes."""

    EFFECT = "effect", "effektmål"
    DIRECTION = "direction", "inriktningsmål"
    STATE = "state", "önskat tillstånd"
    CHANGE = "change", "förflyttning"


class GoalJudgement(Term):
    """How a goal is judged in a follow-up."""

    ACHIEVED = "achieved", "uppnått"
    PARTLY = "partly", "delvis uppnått"
    NOT_ACHIEVED = "not_achieved", "ej uppnått"
    CANNOT_ASSESS = "cannot_assess", "kan inte bedömas"
    NOT_APPLICABLE = "not_applicable", "ej tillämpligt"


class ListForce(Term):
    """How binding the items of a list are."""

    EXAMPLE = "example", "exempel"
    MEANING = "meaning", "innebörd"
    NEED = "need", "behov"
    POSSIBLE = "possible", "möjligt"
    RESEARCH = "research", "forskning"


class Priority(Term):
    """How much an area is stressed."""

    HIGH = "high", "prioriterat"
    NORMAL = "normal", "övrigt"


class QualityTag(Term):
    """One of the four qualities of close care."""

    ACCESSIBILITY = "accessibility", "tillgänglighet"
    CONTINUITY = "continuity", "kontinuitet"
    COORDINATION = "coordination", "samordning"
    PROACTIVITY = "proactivity", "proaktivitet"


class Address(Term):
    """Whom a question addresses."""

    DU = "du", "du"
    NI = "ni", "ni"
    VI = "vi", "vi"


class Voice(Term):
    """Who speaks in the statements of a perspective."""

    JAG = "jag", "jag"
    VI = "vi", "vi"


class Certainty(Term):
    """How sure the reading of a source is."""

    CERTAIN = "certain", "säker"
    UNCERTAIN = "uncertain", "osäker"


class ProjektplanKind(Term):
    """Which of the two documents an activity's plan is."""

    PROJEKTPLAN = "projektplan", "projektplan"
    UPPDRAGSDIREKTIV = "uppdragsdirektiv", "uppdragsdirektiv"


class ProjektplanStatus(Term):
    """How far an activity's projektplan has come."""

    DRAFT = "draft", "utkast"
    DECIDED = "decided", "beslutad"
    REPLACED = "replaced", "ersatt"


class ProjektplanPart(Term):
    """The five parts that the county's own rule demands (003, p. 12)."""

    TIMELINE = "timeline", "tidsplan"
    MANDATE = "mandate", "uppdrag"
    IMPLEMENTATION = "implementation", "genomförande"
    FINANCING = "financing", "finansiering"
    FOLLOW_UP = "follow_up", "uppföljning"


class RelationKind(Term):
    """How a roadmap relates to another document."""

    IMPLEMENTS = "implements", "genomför"
    REPLACES = "replaces", "ersätter"
    DELEGATES_TO = "delegates_to", "hänvisar till"
    DEPENDS_ON = "depends_on", "beror av"
    DERIVED_FROM = "derived_from", "utgår från"
    ALIGNS_WITH = "aligns_with", "ligger nära"
    CITES = "cites", "citerar"
    SUPPLEMENTS = "supplements", "kompletterar"
    PART_OF = "part_of", "ingår i"
    INTEGRATES = "integrates", "tar in"


class Likelihood(Term):
    """How likely or serious a risk is."""

    LOW = "low", "låg"
    MEDIUM = "medium", "medel"
    HIGH = "high", "hög"


class Icon(Term):
    """The pictogram of an area."""

    COORDINATION = "coordination", "samordning"
    DIGITAL = "digital", "digitalt"
    COMPETENCE = "competence", "kompetens"
    HEALTH = "health", "hälsa"
    CHILDREN = "children", "barn"
    PERSON = "person", "person"
    HUB = "hub", "nav"
    GENERIC = "generic", "allmän"


class Placement(Term):
    """Where in the document a section stands."""

    FIRST = "first", "först"
    BEFORE_AREAS = "before_areas", "före områdena"
    LAST = "last", "sist"


class FigureKind(Term):
    """What a picture in a source shows."""

    FACTORS = "factors", "faktorer"
    CYCLE = "cycle", "kretslopp"
    WHEEL = "wheel", "hjul"
    CHART = "chart", "diagram"
    ILLUSTRATION = "illustration", "illustration"
