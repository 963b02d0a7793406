"""Varje part ska ha en egen plan för nära vård.

Regeln gäller profilen `action`, i färdplaner som räknar upp sina `parties`. En part har en egen
plan om en färdplan i samma samling har den bland sina `owners`, utan att alla parter äger den
tillsammans, eller om någon av partens verksamheter i `organisations.yaml` länkar till sin plan med
`plan_url`. En målbild räknas inte. Alla parter utan plan står i en och samma upplysning. Så länge
något i någon fil inte går att läsa, eller en nyckel är felstavad, säger regeln inget: det kan vara
planen som står där.

Varför: 003, s. 4: ”behöver varje part […] ta fram egna planer och aktiviteter för sitt lokala
arbete” och ”behöver integrera nära vård i sina respektive verksamhetsplaner”.

In English: Every party has a plan of its own for close care.

The rule is for the profile `action`, in roadmaps that list their `parties`. A party has a plan of
its own if a roadmap in the same collection has it among its `owners`, without all parties owning it
together, or if one of the party's units in `organisations.yaml` links to its plan with `plan_url`.
A vision does not count. All parties without a plan stand in one piece of information. As long as
anything in any file cannot be read, or a key is misspelt, the rule says nothing: it may be the plan
that stands there.

Why: 003, p. 4: ”behöver varje part […] ta fram egna planer och aktiviteter för sitt lokala arbete”
(every party makes plans and activities of its own for its local work) and ”integrera nära vård i
sina respektive verksamhetsplaner” (takes close care into its operational plan).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    owners: [exempelkommunen, regionen]
    parties: [exempelkommunen, regionen]

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    owners: [exempelkommunen, regionen]
    parties: [exempelkommunen, regionen]
    # roadmaps/exempelkommunen/roadmap.yaml
    format: 1
    title: Exempelkommunens färdplan
    year: 2024
    profile: direction
    owners: [exempelkommunen]
    # roadmaps/organisations.yaml
    format: 1
    organisations:
      - {id: exempelkommunen, kind: municipality, title: Exempelkommunen}
      - {id: regionen, kind: region, title: Regionen}
    bodies:
      - {id: ledningsgruppen, kind: managers_group, title: Ledningsgruppen}
    units:
      - id: primarvarden
        title: Primärvården
        organisation: regionen
        plan_url: https://www.exempel.se/primarvardens-plan
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule
from fardplan.rules._parties import find_parties

MISSING = Text(
    "Här finns ingen egen plan för {names} ({count} av {all} parter).",
    "There is no plan here of their own for {names} ({count} of {all} parties).",
)
ADD_PLAN = Text(
    "Lägg partens färdplan i en egen mapp under `roadmaps`, eller länka till dess verksamhetsplan "
    "under `units` i `roadmaps/organisations.yaml`, till exempel "
    "`- {{id: nara-vard-{example}, title: Nära vård, organisation: {example}, "
    'plan_url: "https://…"}}`.',
    "Put the party's roadmap in a folder of its own under `roadmaps`, or link to its operational "
    "plan under `units` in `roadmaps/organisations.yaml`, for example "
    "`- {{id: nara-vard-{example}, title: Nära vård, organisation: {example}, "
    'plan_url: "https://…"}}`.',
)


@rule(
    "party-without-plan",
    Severity.INFO,
    Text("Varje part har en egen plan.", "Every party has a plan of its own."),
    profiles=ACTION,
    completeness=True,
    code="R11",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the parties without a plan of their own, all in one problem."""
    if not facts.gaps.is_empty:
        return
    parties = find_parties(facts.index, edition.id, edition.roadmap.parties)
    plans = facts.links.ownership
    missing = [one for key, one in parties.members.items() if not plans.has_own_plan(key, parties)]
    if missing:
        yield Problem(
            edition.path_of("roadmap.yaml"),
            ("parties",),
            MISSING,
            {
                "names": tuple(one.title for one in missing),
                "count": len(missing),
                "all": len(parties.members),
                "example": missing[0].id,
            },
            ADD_PLAN,
            spot="key",
            identity=tuple(sorted(one.id for one in missing)),
        )
