"""Det som en hänvisning är avstämd mot ska inte ha ändrats sedan dess.

`reviewed` säger vilken version av en annan färdplan ni stämde av mot. Har det ni hänvisar till
ändrats i sak sedan den versionen behöver ni läsa ändringen och stämma av igen. `fardplan impact`
visar vad som har ändrats, och `fardplan review` skriver in den nya versionen. Ny stavning, nya
källor och andra språkliga ändringar räknas inte, och inte heller att färdplanen beslutas eller
följs upp. En hänvisning till en hel färdplan gäller allt i den. Är den nya versionen ett utkast är
det en upplysning. Den äldre versionen läses ur git, som tagg eller ur historiken.

Varför: 000, s. 1: ”knyter an till länets gemensamma färdplan”. Länets mål ändras varje år, och då
kan det kommunen knyter an till ha blivit något annat.

In English: What a reference was reviewed against has not changed since.

`reviewed` says which version of another roadmap you reviewed against. If what you refer to has
changed in substance since that version you need to read the change and review again. Use
`fardplan impact` to see what has changed and `fardplan review` to write the new version. New
spelling, new sources and other editorial changes do not count, nor that the roadmap is decided on
or followed up. A reference to a whole roadmap is about everything in it. If the new version is a
draft it is for information. The earlier version is read from git, as a tag or out of the history.

Why: 000, p. 1: ”knyter an till länets gemensamma färdplan” (ties in with the county's common
roadmap). The county's goals change every year, and what the municipality ties in with may then have
become something else.

Fel:

    # roadmaps/lanet/roadmap.yaml
    format: 1
    title: Länets färdplan
    year: 2024
    version: "1.1"
    profile: direction
    level: county
    # roadmaps/lanet/goals/samspel.yaml (version 1.0)
    title: Samspel mellan vårdgivarna
    # roadmaps/lanet/goals/samspel.yaml
    title: Samspel mellan vårdgivarna och tandvården
    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    implements:
      - {goal: lanet/samspel, reviewed: "1.0"}

Rätt:

    # roadmaps/lanet/roadmap.yaml
    format: 1
    title: Länets färdplan
    year: 2024
    version: "1.1"
    profile: direction
    level: county
    # roadmaps/lanet/goals/samspel.yaml (version 1.0)
    title: Samspel mellan vårdgivarna
    # roadmaps/lanet/goals/samspel.yaml
    title: Samspel mellan vårdgivarna och tandvården
    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    implements:
      - {goal: lanet/samspel, reviewed: "1.1"}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Text
from fardplan.model.edition import Edition
from fardplan.model.index import Entity
from fardplan.model.terms import Level
from fardplan.rules._base import LENIENT_STATUSES, Facts, Problem, Related, Severity, rule
from fardplan.rules._named import Named, NamedList, shorten
from fardplan.rules._reviews import Known, Review

if TYPE_CHECKING:
    from fardplan.changes._base import Change

CHANGED = Text(
    "{what} har ändrats sedan ni stämde av {it} (version {old}, nu {new}).",
    "{what} has changed since you reviewed it (version {old}, now {new}).",
)
REVIEW = Text(
    "Läs ändringen: `fardplan impact {roadmap} {old}`. Godkänn sedan: `fardplan review {own}`.",
    "Read the change: `fardplan impact {roadmap} {old}`. Then approve: `fardplan review {own}`.",
)
HERE = Text("Ändrat sedan version {old}: {changes}.", "Changed since version {old}: {changes}.")
IT = {False: Text("den", "it"), True: Text("det", "it")}
ROADMAP = Text("Färdplanen ”{title}”", "The roadmap “{title}”")
IN_ROADMAP = Text("{thing} i ”{roadmap}”", "{thing} in “{roadmap}”")
OWNED = Text("{owner} {kind} ”{title}”", "{owner} {kind} “{title}”")
_MOST_KINDS = 3
OWNERS = {
    Level.REGIONAL: Text("Sjukvårdsregionens", "The healthcare region's"),
    Level.COUNTY: Text("Länets", "The county's"),
    Level.MUNICIPAL: Text("Kommunens", "The municipality's"),
}


@rule(
    "suspect-link",
    Severity.WARNING,
    Text(
        "Det som en hänvisning är avstämd mot har inte ändrats sedan dess.",
        "What a reference was reviewed against has not changed since.",
    ),
    history=True,
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the references whose target differs in substance from the version reviewed."""
    known = Known(facts.collection, facts.index, facts.links, facts.gaps, facts.history)
    return (_problem(review, edition) for review in known.suspects(edition))


def _problem(review: Review, edition: Edition) -> Problem:
    entity, target, reference = review.entity, review.target, review.reference
    noun = KINDS.get(entity.kind)
    draft = target.roadmap.status in LENIENT_STATUSES
    told = {"old": review.then, "changes": _tell(entity, review.changes)}
    return Problem(
        reference.file,
        (*reference.route[:-1], "reviewed"),
        CHANGED,
        {
            "what": Target(entity, target, edition.roadmap.level),
            "it": IT[bool(noun and noun.neuter)],
            "old": review.then,
            "new": review.now,
            "roadmap": target.id,
            "own": edition.id,
        },
        REVIEW,
        severity=Severity.INFO if draft else None,
        related=(_place(entity, told),),
        identity=(reference.written, str(review.then)),
    )


def _place(entity: Entity, told: Mapping[str, object]) -> Related:
    """Return where the target stands; of a whole roadmap its version is shown."""
    if entity.kind == "roadmap":
        return Related(entity.file, ("version",), HERE, told)
    return Related(entity.file, entity.route, HERE, told, spot="inside")


def _tell(entity: Entity, changes: tuple[Change, ...]) -> object:
    """Return what has happened to the target; of a whole roadmap, to what in it."""
    if entity.kind == "roadmap":
        things = dict.fromkeys(change.entity for change in changes)
        return NamedList([Named(thing.kind, thing.title) for thing in things])
    return tuple(dict.fromkeys(change.kind for change in changes))[:_MOST_KINDS]


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to, as those below speak of it: "Länets mål ”Samspel”"."""

    entity: Entity
    edition: Edition
    own_level: Level | None

    def say(self, lang: Lang) -> str:
        """Return the words in `lang`."""
        level, noun = self.edition.roadmap.level, KINDS.get(self.entity.kind)
        owner = OWNERS.get(level) if level and level is not self.own_level else None
        title = shorten(self.entity.title)
        if owner and noun:
            return OWNED.say(lang, owner=owner, kind=noun.one, title=title)
        if self.entity.kind == "roadmap":
            return ROADMAP.say(lang, title=title)
        thing = Named(self.entity.kind, self.entity.title, begins=True)
        return IN_ROADMAP.say(lang, thing=thing, roadmap=shorten(self.edition.roadmap.title))
