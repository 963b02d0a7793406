"""The questions about a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from fardplan.commands._ask import Interview
from fardplan.commands._questions import Choice, Question, about_field
from fardplan.locales.text import Text, in_any_language
from fardplan.model.answers import read_answer
from fardplan.model.base import ACTOR_KINDS
from fardplan.model.index import Entity
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Adoption, Decision
from fardplan.model.steering_terms import DecisionKind
from fardplan.model.term import Term
from fardplan.model.terms import RoadmapStatus
from fardplan.model.time import FuzzyTime
from fardplan.pipeline.adopting import Given, refuse_future
from fardplan.pipeline.deciding import Deciding
from fardplan.pipeline.naming import read_reference

KIND = Text("Vad gör beslutet?", "What does the decision do?")
BODY = Text("Vilket organ beslutade?", "Which body decided?")
DATE = Text("Vilken dag fattades beslutet?", "On which day was the decision made?")
PARTY = Text("För vilken part gäller beslutet?", "For which party does the decision hold?")
PARAGRAPH = Text("Vilken paragraf?", "Which paragraph?")
REGISTRY_NUMBER = Text("Vilket diarienummer?", "Which registry number?")
CONDITION = Text(
    "Har beslutet något villkor? Vilket?", "Does the decision have a condition? Which?"
)
RESERVATION = Text(
    "Reserverade sig någon mot beslutet? Hur?", "Did anyone enter a reservation? What?"
)
EFFECTIVE = Text(
    "Från vilken dag gäller beslutet, om det inte är genast?",
    "From which day does the decision hold, if not at once?",
)
STATUS = Text("Vilken status får färdplanen?", "Which status does the roadmap get?")

LABELS = {
    "kind": Text("Beslut", "Decision"),
    "body": Text("Beslutsorgan", "Body"),
    "date": Text("Datum", "Date"),
    "parties": Text("Part", "Party"),
    "paragraph": Text("Paragraf", "Paragraph"),
    "registry_number": Text("Diarienummer", "Registry number"),
    "condition": Text("Villkor", "Condition"),
    "reservation": Text("Reservation", "Reservation entered"),
    "effective": Text("Gäller från", "Effective from"),
    "status": Text("Status", "Status"),
}

T = TypeVar("T", bound=Term)

_MOST_CHOICES = 15
_SECTION_SIGN = re.compile(r"\s*§+\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """What the options say; None where an option is not given."""

    kind: str | None
    body: str | None
    date: str | None
    paragraph: str | None
    registry_number: str | None
    parties: tuple[str, ...]
    status: str | None
    condition: str | None = None
    reservation: str | None = None
    effective: str | None = None


def collect(deciding: Deciding, interview: Interview, told: Told) -> Given:
    """Return the decision: what is told, and the answers to what is not.

    Raises WrongUsage where an option's value is wrong or something is missing that nobody can be
    asked about.
    """
    kind = _term(DecisionKind, interview.answer(_kind(), told.kind)) or DecisionKind.ADOPT
    body = interview.answer(_body(deciding), told.body)
    day = interview.answer(_date(), told.date)
    parties = _collect_parties(deciding, interview, told.parties, kind, body)
    paragraph = interview.answer(_paragraph(), told.paragraph)
    number = interview.answer(
        _registry_number(deciding.roadmap, asks=interview.asks), told.registry_number
    )
    condition = interview.answer(_condition(), told.condition)
    reservation = interview.answer(_reservation(), told.reservation)
    effective = interview.answer(_effective(), told.effective)
    status = None
    if told.status is not None:
        about = Text(
            "Var färdplanen står: utkast, remissversion, antagen …",
            "Where the roadmap stands: draft, adopted …",
        )
        question = about_field(Roadmap, "status", "--status", STATUS, about)
        status = _term(RoadmapStatus, interview.answer(question, told.status))
    interview.finish()
    more = {"condition": condition, "reservation": reservation, "effective": effective}
    return Given(kind, body, day, paragraph, number, parties, status, **more)


def describe(deciding: Deciding, given: Given) -> Iterator[tuple[Text, object]]:
    """Yield a label and a value for each part of a decision that is known."""
    body = deciding.body(given.body)
    values: dict[str, object] = {
        "kind": given.kind,
        "body": body and body.title,
        "date": given.date and FuzzyTime.parse(given.date),
        "parties": tuple(party.title for party in deciding.expand(given.parties)),
        "paragraph": given.paragraph,
        "registry_number": given.registry_number,
        "condition": given.condition,
        "reservation": given.reservation,
        "effective": given.effective and FuzzyTime.parse(given.effective),
        "status": given.status,
    }
    return ((LABELS[key], value) for key, value in values.items() if value)


def _collect_parties(
    deciding: Deciding,
    interview: Interview,
    told: tuple[str, ...],
    kind: DecisionKind,
    body: str | None,
) -> tuple[str, ...]:
    """Return the parties; only where they decide for themselves must there be one."""
    question = _party(deciding, body)
    if deciding.is_by_party(kind) or told:
        return tuple(dict.fromkeys(interview.answer_several(question, told)))
    return ()


def _term(terms: type[T], value: str | None) -> T | None:
    return next((term for term in terms if str(term.value) == value), None)


def _kind() -> Question:
    about = Text(
        "Vad beslutet gör: antar, fastställer, godkänner …",
        "What the decision does: adopts, establishes, approves …",
    )
    return about_field(
        Decision, "kind", "--kind", KIND, about, default=str(DecisionKind.ADOPT.value)
    )


def _body(deciding: Deciding) -> Question:
    home = deciding.edition.id
    return about_field(
        Decision,
        "body",
        "--body",
        BODY,
        Text(
            "Organet som beslutar. Skriv dess id eller titel.",
            "The body that decides. Write its id or its title.",
        ),
        read=partial(read_reference, deciding.index, home, ("body",)),
        choices=_as_choices(deciding.likely_bodies),
    )


def _date() -> Question:
    return about_field(
        Decision,
        "date",
        "--date",
        DATE,
        Text("När beslutet fattades.", "When the decision was made."),
        read=_read_date,
    )


def _read_date(written: str) -> str:
    read_answer(Decision, "date", written)
    refuse_future(written, date.today())  # noqa: DTZ011 - the user's own day is meant
    return written


def _party(deciding: Deciding, body: str | None) -> Question:
    home = deciding.edition.id
    party = deciding.party_of(body)
    left = deciding.left
    waits = party is not None and party.key in {one.key for one in left}
    return about_field(
        Adoption,
        "parties",
        "--party",
        PARTY,
        Text(
            "Parterna som har beslutat. Skriv ett id eller en titel.",
            "The parties that have decided. Write an id or a title.",
        ),
        read=partial(read_reference, deciding.index, home, ACTOR_KINDS),
        choices=_as_choices(left),
        default=party.id if party and (waits or not left) else "",
    )


def _paragraph() -> Question:
    about = Text("Paragrafens nummer, till exempel 23.", "The paragraph's number, such as 23.")
    question = about_field(Decision, "paragraph", "--paragraph", PARAGRAPH, about, required=False)
    return replace(question, read=lambda written: question.read(_SECTION_SIGN.sub("", written)))


def _registry_number(roadmap: Roadmap, *, asks: bool) -> Question:
    default = (roadmap.registry_number or "") if asks else ""
    about = Text("Ärendets diarienummer.", "The registry number of the case.")
    return about_field(
        Decision,
        "registry_number",
        "--registry-number",
        REGISTRY_NUMBER,
        about,
        default=default,
        required=False,
    )


def _condition() -> Question:
    about = Text(
        "Vad som ska vara uppfyllt för att beslutet ska gälla, med protokollets ord.",
        "What has to be met for the decision to hold, in the words of the minutes.",
    )
    return about_field(Decision, "condition", "--condition", CONDITION, about, required=False)


def _reservation() -> Question:
    about = Text(
        "Vad reservationen går ut på. Skriv parti eller grupp, inga personnamn.",
        "What the reservation says. Write the party or group, no person's name.",
    )
    return about_field(Decision, "reservation", "--reservation", RESERVATION, about, required=False)


def _effective() -> Question:
    about = Text(
        "Dagen då beslutet börjar gälla. Den får ligga i framtiden.",
        "The day from which the decision holds. It may be in the future.",
    )
    return about_field(Decision, "effective", "--effective", EFFECTIVE, about, required=False)


def _as_choices(entities: tuple[Entity, ...]) -> tuple[Choice, ...]:
    """Return things as choices, unless they are too many to show."""
    if len(entities) > _MOST_CHOICES:
        return ()
    return tuple(Choice(one.id, in_any_language(one.title)) for one in entities)
