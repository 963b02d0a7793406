"""En antagen färdplan ska visa vem som antog den, när och i vilken paragraf.

Regeln gäller färdplaner med status `adopted` eller `in_force`; i profilen `direction` bara
`adopted`. Beslutet står under `decisions`, eller under `adoptions` när flera parter antar samma
färdplan. Det räcker att ett beslut är fullständigt: organ (`body`), tid (`date`, eller `when` i ett
antagande), paragraf (`paragraph`) och diarienummer (`registry_number`, som också kan stå direkt i
färdplanen). Saknas bara diarienumret är det en varning, annars ett fel. Beslut om andra dokument
och om medel räknas inte. Står det vilka parter som ska anta färdplanen (`adoption`) säger regeln
inget om en av dem har skrivit beslutet i sin egen färdplan, eller kan ha gjort det i något som inte
går att läsa.

Varför: 002 anger ett beslut så att det går att hitta: ”Kommunstyrelsen i Askersund har antagit”,
”§23”. 004 kräver ”Beslut i respektive organisation”. Utan organ, tid och paragraf kan ingen
kontrollera vad som gäller.

In English: An adopted roadmap shows who adopted it, when and in which paragraph.

The rule is about roadmaps with the status `adopted` or `in_force`; in the profile `direction` only
`adopted`. The decision stands under `decisions`, or under `adoptions` where several parties adopt
the same roadmap. One complete decision is enough: body (`body`), time (`date`, or `when` in an
adoption), paragraph (`paragraph`) and registry number (`registry_number`, which may also stand in
the roadmap itself). If only the registry number is missing it is a warning, else an error.
Decisions about other documents and about money do not count. Where it says which parties must adopt
the roadmap (`adoption`), the rule says nothing if one of them has recorded the decision in its own,
or may have done so in something that cannot be read.

Why: 002 gives a decision so that it can be found: ”Kommunstyrelsen i Askersund har antagit”, ”§23”
(the municipal executive board has adopted, § 23). 004 asks for ”Beslut i respektive organisation”
(a decision in each organisation). Without body, time and paragraph nobody can check what applies.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    status: adopted
    validity: {from: 2023, to: 2026}
    next_revision: februari 2025
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    related_plans:
      - {id: aldreplan, title: Äldreplan, period: 2020–2026}
    decisions:
      - {id: antagande, kind: adopt, state: decided, body: socialnamnden, date: 2023-11-14}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    status: adopted
    validity: {from: 2023, to: 2026}
    next_revision: februari 2025
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    related_plans:
      - {id: aldreplan, title: Äldreplan, period: 2020–2026}
    decisions:
      - id: antagande
        kind: adopt
        state: decided
        body: socialnamnden
        date: 2023-11-14
        paragraph: "48"
        registry_number: SN 2023/101
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.index import SHARED
from fardplan.rules._adoptions import find_adopters
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._decisions import (
    ADOPTING,
    ELECTED,
    brings_into_force,
    claims_decision,
    is_made,
    is_of,
)
from fardplan.rules._parties import find_parties

NO_DECISION = Text(
    "”{title}” har status ”{status}”, men beslutet saknas.",
    "“{title}” has the status “{status}”, but the decision is missing.",
)
INCOMPLETE = Text(
    "Beslutet om ”{title}” saknar {missing}.", "The decision on “{title}” lacks {missing}."
)
GIVE_DECISION = Text(
    "Skriv beslutet under `decisions`, till exempel `{{id: antagande, kind: adopt, state: decided, "
    'body: {body}, date: {year}-02-24, paragraph: "21", registry_number: '
    "KS {year}/318}}`. Är färdplanen inte antagen? Ändra `status`.",
    "Write the decision under `decisions`, for example `{{id: antagande, kind: adopt, state: "
    'decided, body: {body}, date: {year}-02-24, paragraph: "21", registry_number: KS '
    "{year}/318}}`. Is the roadmap not adopted? Change `status`.",
)
FILL_IN = Text("Fyll i beslutet, till exempel {keys}.", "Fill in the decision, for example {keys}.")
STATUS_HERE = Text("Färdplanens status står här.", "The status of the roadmap stands here.")

_NAMES = {
    "body": Text("beslutsorgan", "the body"),
    "date": Text("datum", "the date"),
    "when": Text("datum", "the date"),
    "paragraph": Text("paragraf", "the paragraph"),
    "registry_number": Text("diarienummer", "the registry number"),
}
_EXAMPLES = {
    "body": "{body}",
    "date": "{year}-02-24",
    "when": "{year}-02-24",
    "paragraph": '"21"',
    "registry_number": "KS {year}/318",
}


@dataclass(frozen=True, slots=True)
class Record:
    """A decision by which the roadmap was adopted, and the keys that it lacks."""

    route: Route
    missing: tuple[str, ...]


@rule(
    "missing-decision-facts",
    Severity.ERROR,
    Text(
        "En antagen färdplan visar vem som antog den, när och i vilken paragraf.",
        "An adopted roadmap shows who adopted it, when and in which paragraph.",
    ),
    completeness=True,
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the adopted roadmap if no decision on it can be traced."""
    roadmap = edition.roadmap
    file = edition.path_of("roadmap.yaml")
    in_doubt = ("decisions", "adoptions", "registry_number")
    if not claims_decision(roadmap) or any(facts.in_doubt(file, key) for key in in_doubt):
        return
    records = list(_records(edition, facts))
    if not records:
        if not _may_be_decided_elsewhere(edition, facts):
            values = _values(edition, facts)
            yield Problem(file, ("status",), NO_DECISION, values, GIVE_DECISION)
        return
    best = min(records, key=lambda one: len(one.missing))
    if best.missing:
        values = _values(edition, facts)
        yield Problem(
            file,
            best.route,
            INCOMPLETE,
            {
                "title": roadmap.title,
                "missing": tuple(_NAMES[key] for key in best.missing),
                "keys": [f"`{key}: {_EXAMPLES[key].format(**values)}`" for key in best.missing],
            },
            FILL_IN,
            spot="inside",
            severity=Severity.WARNING if best.missing == ("registry_number",) else None,
            related=(Related(file, ("status",), STATUS_HERE),),
            identity=best.missing,
        )


def _values(edition: Edition, facts: Facts) -> dict[str, object]:
    """Return what the texts tell of the roadmap, and a body as an example."""
    roadmap = edition.roadmap
    return {
        "title": roadmap.title,
        "status": roadmap.status,
        "year": str(roadmap.year),
        "body": _some_body(edition, facts),
    }


def _some_body(edition: Edition, facts: Facts) -> str:
    """Return a body to write as an example: one that the owners have elected, if there is any."""
    owners = find_parties(facts.index, edition.id, edition.roadmap.owners).members
    homes = ((home, "body") for home in (edition.id, SHARED))
    for entity in (one for key in homes for one in facts.index.by_kind.get(key, {}).values()):
        if getattr(entity.value, "kind", None) in ELECTED:
            above = find_parties(facts.index, entity.home, [entity.id]).members
            if not owners or not owners.keys().isdisjoint(above):
                return entity.id
    return edition.roadmap.accountable or "kommunstyrelsen"


def _may_be_decided_elsewhere(edition: Edition, facts: Facts) -> bool:
    """Tell whether a party that must adopt the roadmap says in its own that it has, or may."""
    demand = edition.roadmap.adoption
    if demand is None or not demand.required_of:
        return facts.in_doubt(edition.path_of("roadmap.yaml"), "adoption")
    if not facts.gaps.is_empty:  # what was not read may be the decision, or tell whose it is
        return True
    required = find_parties(facts.index, edition.id, demand.required_of).members
    return bool(required) and bool(find_adopters(edition, facts, required))


def _records(edition: Edition, facts: Facts) -> Iterator[Record]:
    """Yield every decision that is taken and by which this roadmap was adopted."""
    roadmap = edition.roadmap
    known = frozenset({"registry_number"} if roadmap.registry_number else ())
    for index, decision in numbered(roadmap.decisions):
        if is_made(decision.state) and brings_into_force(decision, edition, facts.index):
            missing = _missing(("date",), known, decision)
            yield Record(("decisions", index), missing)
    for index, adoption in numbered(roadmap.adoptions):
        made = is_made(adoption.state) and adoption.kind in ADOPTING | {None}
        if made and is_of(adoption, edition, facts.index):
            linked = facts.relations.find(edition.id, "decision", adoption.decision)
            values = (adoption, *([linked.value] if linked else ()))
            missing = _missing(("when", "date"), known, *values)
            yield Record(("adoptions", index), missing)


def _missing(times: tuple[str, ...], known: frozenset[str], *holders: object) -> tuple[str, ...]:
    """Return the keys that stand in none of what tells of one decision."""

    def stands(*keys: str) -> bool:
        return any(getattr(one, key, None) is not None for one in holders for key in keys)

    asked = (("body",), times, ("paragraph",), ("registry_number",))
    return tuple(keys[0] for keys in asked if keys[0] not in known and not stands(*keys))
