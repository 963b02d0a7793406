"""What the models' annotations do not say about their fields: which bind, which are background.

A field is named by the class that declares it and its key in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from fardplan.changes._levels import BACKGROUND, CLOSED, COMMITMENT, FACT
from fardplan.model.base import Value
from fardplan.model.common import ListBlock
from fardplan.model.terms import ListForce, ProjektplanKind

COMMITMENTS: Final = frozenset(
    {
        "Activity", "AdoptionDemand", "Area", "Deadline", "DecisionPoint", "DecisionPoints",
        "Deliverable", "ExpectedDate", "Goal", "Milestone", "Phase", "Placeholder", "Precondition",
        "Projektplan", "Statement", "Step", "SubActivity", "Target", "Timeline",
    }
)  # fmt: skip
"""What the parties bind themselves to: here a later date is a weakened commitment."""

BACKGROUNDS: Final = frozenset(
    {
        "AgendaItem", "AreaRole", "Contact", "Correction", "Cover", "CoverAuthor", "Cycle",
        "CycleStep", "Deviation", "Driver", "Event", "ExternalGoal", "Figure", "FigureDatum",
        "Input", "Member", "OngoingItem", "OngoingWork",
        "PrioritisedProposal", "Provenance", "Question", "Quotation", "Reader", "Reference",
        "SectionText", "Source", "Tally", "TargetGroup", "Task", "TaskResult", "Translation",
        "ValidityPeriod", "Weighting",
    }
)  # fmt: skip
"""What explains and refers; here a change is editorial."""

BACKGROUND_KEYS: Final = frozenset(
    {
        "aliases", "called", "continuity", "cover", "easy_read", "figures", "fictional", "icon",
        "judged_as_of", "keywords", "language", "long_title", "number", "order",
        "questions", "quotations", "remarks", "series", "short_title", "sources", "translations",
        "updated", "also_on_agenda", "reviewed", "reviewed_on", "reviewed_by", "outcome",
        "substance",
    }
)  # fmt: skip
_OF_THE_EDITION: Final = frozenset({"version", "year"})
"""What every new edition changes, and says in its heading."""

OF_ONE_EDITION: Final = frozenset(
    {
        ("Adoption", "when"), ("AdoptionDemand", "by"), ("DecisionStep", "when"),
        ("Roadmap", "next_revision"), ("Roadmap", "review_by"),
    }
)  # fmt: skip
"""Times that each edition has its own of; only within a year is a later one a delay."""
_PROMISED_BY_THE_ROADMAP: Final = frozenset({"next_revision", "review_by"})

CORE_TEXTS: Final = frozenset(
    {
        ("Activity", "commitment"), ("Activity", "wording"), ("Area", "goal_sentence"),
        ("Expectation", "text"), ("Goal", "wording"), ("Principle", "text"),
        ("Projektplan", "mandate"), ("Statement", "text"),
    }
)  # fmt: skip
"""The words that bind."""

DEFINITION: Final = frozenset(
    ("Indicator", key)
    for key in ("definition", "unit", "direction", "compare", "peers", "data_source")
)
"""What an indicator measures and how; in other words it is not the same."""

FACT_LINES: Final = frozenset(
    {
        "abbreviation", "aliases", "annex_of", "answered_by", "by", "code", "document_type",
        "email", "form", "language", "logo", "number", "page", "pages", "paragraph", "peers",
        "phone", "place", "publisher", "registry_number", "reviewed_by", "section", "series",
        "unit", "workplace", "year",
    }
)  # fmt: skip
"""Single lines that state a fact; other lines are wordings."""

FACT_DATES: Final = frozenset(
    {
        ("Activity", "added"), ("Assignment", "date"), ("Body", "period"),
        ("Consultation", "opened"), ("ConsultationAnswer", "received"), ("Correction", "date"),
        ("Cover", "date"), ("Decision", "date"), ("InForce", "date"), ("Link", "reviewed_on"),
        ("Measurement", "period"), ("Member", "period"), ("PlanDocument", "date"),
        ("Reference", "date"), ("Reference", "period"), ("Reference", "updated"),
        ("RelatedPlan", "period"), ("Relation", "reviewed_on"), ("ReplacedDocument", "date"),
        ("Report", "date"), ("Roadmap", "judged_as_of"), ("Roadmap", "updated"),
        ("StatusRow", "period"), ("TaskResult", "period"), ("Validity", "from"),
        ("Validity", "to"), ("ValidityPeriod", "from"), ("ValidityPeriod", "to"),
    }
)  # fmt: skip
"""Dates that state a fact, so that a later one is no delay."""

IF_UNSAID: Final[Mapping[tuple[str, str], object]] = MappingProxyType(
    {
        ("Activity", "partners_complete"): None,
        ("Annex", "available"): True,
        ("Projektplan", "kind"): ProjektplanKind.PROJEKTPLAN,
        ("Roadmap", "language"): "sv",
    }
)
"""What a field that is not there means. A flag that is not here then means no, all else nothing."""

RESPONSIBLE_KEYS: Final = frozenset({"accountable", "document_owner", "led_by", "responsible"})
TITLE_KEYS: Final = frozenset({"term", "title"})
WHOLE_LISTS: Final = frozenset({"sources"})
"""Lists told as one change, however much of them differs."""

NOT_COMPARED: Final = {
    "format": "what the program writes, not what the roadmap says",
    "id": "the identity itself: another id is `reidentified`",
    "order": "compared for all that stand together, in orders.py",
    "previously": "says how to compare; it is no content",
}

NATURAL_KEYS: Final = {
    "AgendaItem": ("title",),
    "AreaRole": ("title",),
    "Binding": ("level",),
    "Breakdown": ("group",),
    "Consequence": ("group",),
    "ConsultationAnswer": ("party",),
    "Contact": ("role", "organisation"),
    "Correction": ("date",),
    "CycleStep": ("title",),
    "Deadline": ("parties",),
    "ExternalGoal": ("title",),
    "FigureDatum": ("label",),
    "FundingUse": ("source", "year"),
    "Measurement": ("period",),
    "Member": ("role", "organisation"),
    "Reader": ("group",),
    "ReplacedDocument": ("title",),
    "StatusRow": ("entity",),
    "Tally": ("what",),
    "ValidityPeriod": ("version",),
}
"""What tells items without an id apart, as long as no two of a list share it."""


def weigh(owner: Value, key: str, around: str) -> str:
    """Return how a field of `owner` weighs, where what stands around it weighs `around`."""
    name = type(owner).__name__
    if around == BACKGROUND or name in BACKGROUNDS or key in BACKGROUND_KEYS:
        return BACKGROUND
    if around == CLOSED:
        return CLOSED
    if isinstance(owner, ListBlock):
        return FACT if owner.force is ListForce.NEED else BACKGROUND
    if name == "Roadmap":
        if key in _OF_THE_EDITION:
            return BACKGROUND
        return COMMITMENT if key in _PROMISED_BY_THE_ROADMAP else FACT
    return COMMITMENT if name in COMMITMENTS else FACT
