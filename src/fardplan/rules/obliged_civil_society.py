"""Civilsamhället kan medverka, men inte åläggas något.

En organisation av slaget `civil_society` får stå bland de medverkande (`partners`, `actors`), men
inte som ansvarig, ägare, part eller mottagare av ett uppdrag. Det gäller också grupper,
verksamheter och roller som hör till organisationen, och grupper av parter där den ingår. Kravet
gäller profilen `action`.

Varför: 003: ”Civilsamhället är en viktig aktör och samarbetspartner för regionen och kommunerna
men de underordnas inte i de krav som ställs i färdplanen.”

In English: Civil society may take part, but not be put under an obligation.

An organisation of the kind `civil_society` may stand among those who take part (`partners`,
`actors`), but not as responsible, owner, party or receiver of an assignment. That goes for bodies,
units and roles that belong to the organisation, and for classes of parties that it is in. The
demand is for the profile `action`.

Why: 003: ”Civilsamhället är en viktig aktör och samarbetspartner för regionen och kommunerna men de
underordnas inte i de krav som ställs i färdplanen.” (Civil society is an important actor and
partner, but is not subject to the demands of the roadmap.)

Fel:

    # roadmaps/exempel/activities/motesplats.yaml
    title: Öppna en mötesplats
    goal: trygg-hemgang
    responsible: idrottsforeningen
    delegated_to: aldreplan

Rätt:

    # roadmaps/exempel/activities/motesplats.yaml
    title: Öppna en mötesplats
    goal: trygg-hemgang
    responsible: socialnamnden
    partners: [idrottsforeningen]
    delegated_to: aldreplan
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.base import ACTOR_KINDS
from fardplan.model.common import Assignment
from fardplan.model.edition import Edition
from fardplan.model.index import Entity, Index
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Organisation, OrganisationClass
from fardplan.model.steering_terms import OrganisationKind
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule
from fardplan.rules._links import Link

OBLIGED = Text(
    "”{title}” hör till civilsamhället och kan inte åläggas något i färdplanen.",
    "“{title}” belongs to civil society and cannot be obliged by the roadmap.",
)
CONTAINS = Text(
    "”{group}” kan inte åläggas något i färdplanen: där ingår ”{title}” från civilsamhället.",
    "“{group}” cannot be obliged by the roadmap: it includes “{title}”, which is civil society.",
)
BELONGS = Text(
    "”{group}” hör till ”{title}” i civilsamhället och kan inte åläggas något i färdplanen.",
    "“{group}” belongs to “{title}” in civil society and cannot be obliged by the roadmap.",
)
MAKE_PARTNER = Text(
    "Flytta till `partners` och ange en ansvarig hos regionen eller kommunen.",
    "Move it to `partners`, and name someone responsible at the region or municipality.",
)
GIVE_TO_OTHER = Text(
    "Ge uppdraget till regionen eller en kommun.", "Give it to the region or a municipality."
)
MAKE_ACTOR = Text("Flytta till `actors`.", "Move it to `actors`.")
KIND_HERE = Text("Organisationens slag står här.", "The kind of the organisation stands here.")

_HINTS = {"responsible": MAKE_PARTNER, "to": GIVE_TO_OTHER}
_KEYS = ("responsible", "owners", "parties", "required_of", "to")


@rule(
    "obliged-civil-society",
    Severity.ERROR,
    Text(
        "Civilsamhället medverkar men åläggs inget.",
        "Civil society takes part but is not obliged.",
    ),
    profiles=ACTION,
    code="R15",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the places where civil society is given an obligation."""
    known: dict[tuple[str, str, str], Entity | None] = {}
    for link in facts.links.under(edition.id, *_KEYS):
        if not _obliges(link):
            continue
        target = link.target
        if target.key not in known:
            known[target.key] = _civil_society_in(target, facts.index)
        if found := known[target.key]:
            yield _problem(link, found)


def _obliges(link: Link) -> bool:
    """Tell apart keys of the same name: only a roadmap's own parties have committed themselves."""
    owner = link.reference.owner
    if link.key == "parties":
        return isinstance(owner, Roadmap)
    return link.key != "to" or isinstance(owner, Assignment)


def _problem(link: Link, found: Entity) -> Problem:
    return Problem(
        link.reference.file,
        link.reference.route,
        _words(link.target, found),
        {"title": found.title, "group": link.target.title},
        _HINTS.get(link.key, MAKE_ACTOR),
        related=(Related(found.file, (*found.route, "kind"), KIND_HERE),),
        identity=(link.reference.written,),
    )


def _words(target: Entity, found: Entity) -> Text:
    if target.key == found.key:
        return OBLIGED
    return CONTAINS if isinstance(target.value, OrganisationClass) else BELONGS


def _civil_society_in(entity: Entity, index: Index) -> Entity | None:
    """Return the first civil-society organisation that an actor is, belongs to or contains."""
    seen: set[tuple[str, str, str]] = set()
    waiting = [entity]
    while waiting:
        here = waiting.pop(0)
        if here.key in seen:
            continue
        seen.add(here.key)
        value = here.value
        if isinstance(value, Organisation) and value.kind is OrganisationKind.CIVIL_SOCIETY:
            return here
        above = getattr(value, "organisation", None), getattr(value, "part_of", None)
        members = value.members if isinstance(value, OrganisationClass) else ()
        written = [one for one in (*members, *above) if one]
        found = (index.resolve(here.home, one, ACTOR_KINDS).entity for one in written)
        waiting += [one for one in found if one]
    return None
