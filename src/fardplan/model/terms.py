"""The enumerations of the domain, each value with its Swedish label."""

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


class Rag(Term):
    """The judged progress of an activity, beside its status."""

    ON_TRACK = "on_track", "enligt plan"
    AT_RISK = "at_risk", "risk för avvikelse"
    OFF_TRACK = "off_track", "avviker från plan"
    LATE_NO_RISK = "late_no_risk", "sen utan risk för målet"


class Assessor(Term):
    """Who made a judgement."""

    SELF = "self", "egen bedömning"
    EXTERNAL = "external", "extern bedömning"


class ListForce(Term):
    """How binding the items of a list are."""

    EXAMPLE = "example", "exempel"
    MEANING = "meaning", "innebörd"
    NEED = "need", "behov"
    POSSIBLE = "possible", "möjligt"
    RESEARCH = "research", "forskning"


class BindingForce(Term):
    """Whether a roadmap governs or guides a level below."""

    GOVERNING = "governing", "styrande"
    GUIDANCE = "guidance", "vägledande"


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


class FundingKind(Term):
    """Where money comes from."""

    STATE_STIMULUS = "state_stimulus", "statliga stimulansmedel"
    STATE_TARGETED = "state_targeted", "riktat statsbidrag"
    STATE_GENERAL = "state_general", "generellt statsbidrag"
    OWN_BUDGET = "own_budget", "egen budget"
    CO_FINANCING = "co_financing", "samfinansiering"
    PROJECT_GRANT = "project_grant", "projektmedel"
    EU_FUND = "eu_fund", "EU-medel"
    SOCIAL_INVESTMENT = "social_investment", "social investering"
    NONE_NEEDED = "none_needed", "inga pengar behövs"
    UNDECIDED = "undecided", "inte beslutad"


class Allocation(Term):
    """How money is shared out."""

    LUMP_SUM = "lump_sum", "klumpsumma"
    PER_CAPITA = "per_capita", "per invånare"
    SHARE_OF_POPULATION = "share_of_population", "befolkningsandel"
    BY_AGREEMENT = "by_agreement", "enligt överenskommelse"
    ACTUAL_COST = "actual_cost", "faktisk kostnad"


class OrganisationKind(Term):
    """What sort of organisation a party is."""

    REGION = "region", "region"
    MUNICIPALITY = "municipality", "kommun"
    MUNICIPAL_ASSOCIATION = "municipal_association", "kommunalförbund"
    REGIONAL_ASSOCIATION = "regional_association", "regionförbund"
    STATE_AGENCY = "state_agency", "statlig myndighet"
    GOVERNMENT = "government", "regeringen"
    SKR = "skr", "Sveriges Kommuner och Regioner"
    PRIVATE_PROVIDER = "private_provider", "privat utförare"
    CIVIL_SOCIETY = "civil_society", "civilsamhälle"
    TRADE_UNION = "trade_union", "fackförbund"
    UNIVERSITY = "university", "lärosäte"
    COMPANY = "company", "företag"
    CITIZENS = "citizens", "invånare"


class BodyKind(Term):
    """What sort of forum a body is."""

    COUNCIL = "council", "samverkansråd"
    MANAGERS_GROUP = "managers_group", "chefsgrupp"
    BOARD = "board", "styrelse"
    COMMITTEE = "committee", "nämnd"
    ASSEMBLY = "assembly", "fullmäktige"
    STEERING_GROUP = "steering_group", "styrgrupp"
    WORKGROUP = "workgroup", "arbetsgrupp"
    REFERENCE_GROUP = "reference_group", "referensgrupp"
    EXECUTIVE_GROUP = "executive_group", "ledningsgrupp"
    NETWORK = "network", "nätverk"
    PROGRAMME_OFFICE = "programme_office", "programkontor"


class BodyRole(Term):
    """What a body does with a roadmap or a decision."""

    DECIDES = "decides", "beslutar"
    RECOMMENDS = "recommends", "rekommenderar"
    PREPARES = "prepares", "bereder"
    STEERS = "steers", "styr"
    EXECUTES = "executes", "genomför"
    IS_INFORMED = "is_informed", "informeras"
    IS_CONSULTED = "is_consulted", "rådfrågas"


class DecisionKind(Term):
    """What a decision does; the words differ in force."""

    ADOPT = "adopt", "anta"
    ESTABLISH = "establish", "fastställa"
    APPROVE = "approve", "godkänna"
    ENDORSE = "endorse", "ställa sig bakom"
    RECOMMEND = "recommend", "rekommendera"
    DECIDE_DIRECTION = "decide_direction", "besluta inriktning"
    REFER_BACK = "refer_back", "återremittera"
    TABLE = "table", "bordlägga"
    TAKE_NOTE = "take_note", "notera till protokollet"
    REJECT = "reject", "avslå"
    PROLONG = "prolong", "förlänga"
    REVISE = "revise", "revidera"
    TERMINATE = "terminate", "upphäva"


class DecisionState(Term):
    """How far a decision has come."""

    PENDING = "pending", "ännu inte beslutat"
    PREPARED = "prepared", "berett"
    DECIDED = "decided", "beslutat"
    REJECTED = "rejected", "avslaget"
    CONDITIONAL = "conditional", "beslutat med villkor"


class Frequency(Term):
    """How often something is followed up or reported."""

    ONCE = "once", "en gång"
    MONTHLY = "monthly", "varje månad"
    QUARTERLY = "quarterly", "varje kvartal"
    TERTIAL = "tertial", "varje tertial"
    HALF_YEARLY = "half_yearly", "varje halvår"
    YEARLY = "yearly", "varje år"
    PER_MANDATE_PERIOD = "per_mandate_period", "en gång per mandatperiod"
    AT_DATES = "at_dates", "vid angivna tidpunkter"
    CONTINUOUS = "continuous", "löpande"
    BEFORE_REVISION = "before_revision", "inför revidering"


class FollowUpMethod(Term):
    """How something is followed up."""

    INDICATOR = "indicator", "indikatorer"
    SELF_ASSESSMENT = "self_assessment", "självskattning"
    SURVEY = "survey", "enkät"
    INTERVIEW = "interview", "intervjuer"
    DIALOGUE = "dialogue", "dialog"
    REPORT = "report", "rapport"
    EXTERNAL_REVIEW = "external_review", "extern granskning"
    LEARNING_FOLLOW_UP = "learning_follow_up", "lärande uppföljning"


class IndicatorDirection(Term):
    """Which way an indicator should move."""

    INCREASE = "increase", "ska öka"
    DECREASE = "decrease", "ska minska"
    MAINTAIN = "maintain", "ska hållas"
    THRESHOLD = "threshold", "ska nå en nivå"
    GAP_DECREASE = "gap_decrease", "skillnaden ska minska"
    NONE = "none", "ingen riktning"


class Comparison(Term):
    """What an indicator or target is compared with."""

    BASE_YEAR = "base_year", "basåret"
    OWN_TARGET = "own_target", "eget målvärde"
    PEERS = "peers", "jämförbara"
    NATIONAL_AVERAGE = "national_average", "rikssnittet"
    BEST_QUARTILE = "best_quartile", "bästa fjärdedelen"
    GAP = "gap", "skillnaden mellan grupper"


class ParticipationGroup(Term):
    """Who takes part in making or following a roadmap."""

    RESIDENTS = "residents", "invånare"
    USERS = "users", "brukare"
    RELATIVES = "relatives", "anhöriga"
    EMPLOYEES = "employees", "medarbetare"
    MANAGERS = "managers", "chefer"
    POLITICIANS = "politicians", "politiker"
    UNIONS = "unions", "fackliga företrädare"
    CIVIL_SOCIETY = "civil_society", "civilsamhället"
    EXPERTS = "experts", "sakkunniga"


class EventKind(Term):
    """What sort of meeting or input an event is."""

    WORKSHOP = "workshop", "workshop"
    SEMINAR = "seminar", "seminarium"
    DIGITAL_PANEL = "digital_panel", "digital panel"
    DIGITAL_BOARD = "digital_board", "digital anslagstavla"
    SURVEY = "survey", "enkät"
    DIALOGUE = "dialogue", "dialog"
    MEETING = "meeting", "möte"
    TRAINING = "training", "utbildning"
    CONSULTATION = "consultation", "remiss"
    HOMEWORK = "homework", "hemuppgift"
    PRESENTATION = "presentation", "presentation"


class StepKind(Term):
    """What a step of a phase does, where a rule needs to know."""

    DECISION = "decision", "beslut"
    BASELINE = "baseline", "mätning före start"
    MEASUREMENT = "measurement", "mätning"
    TRAINING = "training", "utbildning"
    WORKSHOP = "workshop", "workshop"
    REPORT = "report", "rapport"
    COMMUNICATION = "communication", "kommunikation"


class StepState(Term):
    """How far a step or milestone has come."""

    PLANNED = "planned", "planerat"
    ONGOING = "ongoing", "pågår"
    DONE = "done", "klart"
    LATE = "late", "försenat"
    CANCELLED = "cancelled", "utgår"


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


class Stance(Term):
    """What a consulted party answers."""

    SUPPORTS = "supports", "tillstyrker"
    SUPPORTS_WITH_COMMENTS = "supports_with_comments", "tillstyrker med synpunkter"
    OPPOSES = "opposes", "avstyrker"
    NO_OPINION = "no_opinion", "avstår"


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
