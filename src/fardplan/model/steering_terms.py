"""The terms for who steers, decides, pays and takes part, and for what is measured."""

from __future__ import annotations

from fardplan.model.term import Term


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


class BindingForce(Term):
    """Whether a roadmap governs or guides a level below."""

    GOVERNING = "governing", "styrande"
    GUIDANCE = "guidance", "vägledande"


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
    WORKGROUP = "workgroup", "arbetsgrupper"
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


class Stance(Term):
    """What a consulted party answers."""

    SUPPORTS = "supports", "tillstyrker"
    SUPPORTS_WITH_COMMENTS = "supports_with_comments", "tillstyrker med synpunkter"
    OPPOSES = "opposes", "avstyrker"
    NO_OPINION = "no_opinion", "avstår"
