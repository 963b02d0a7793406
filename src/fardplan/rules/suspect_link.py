"""Det som en hänvisning är avstämd mot ska inte ha ändrats sedan dess.

`reviewed` säger vilken version av en annan färdplan ni stämde av mot. Har det ni hänvisar till
ändrats i sak sedan den versionen behöver ni läsa ändringen och stämma av igen. `fardplan impact`
visar vad som har ändrats, och `fardplan review` skriver in den nya versionen. Ny stavning, nya
källor och andra språkliga ändringar räknas inte, och inte heller att färdplanen beslutas eller
följs upp. En hänvisning till en hel färdplan gäller allt i den. Är den nya versionen ett utkast är
det en upplysning.

`fardplan review` skriver också `substance`, ett märke för vad det ni hänvisar till sade då. Stämmer
märket har inget ändrats, och inget behöver läsas ur git. Annars läses den äldre versionen ur git,
som tagg eller ur historiken, och jämförs med den nya. Går den inte att läsa syns det bara att något
har ändrats, inte vad. Rör inte märket för hand. Utan märke, eller med ett för en annan version än
den i `reviewed`, är det jämförelsen som gäller.

Varför: 000, s. 1: ”knyter an till länets gemensamma färdplan”. Länets mål ändras varje år, och då
kan det kommunen knyter an till ha blivit något annat.

In English: What a reference was reviewed against has not changed since.

`reviewed` says which version of another roadmap you reviewed against. If what you refer to has
changed in substance since that version you need to read the change and review again. Use
`fardplan impact` to see what has changed and `fardplan review` to write the new version. New
spelling, new sources and other editorial changes do not count, nor that the roadmap is decided on
or followed up. A reference to a whole roadmap is about everything in it. If the new version is a
draft it is for information.

`fardplan review` also writes `substance`, a mark of what you refer to said then. While the mark
holds nothing has changed, and nothing need be read from git. Otherwise the earlier version is read
from git, as a tag or out of the history, and compared with the new one. Where it cannot be read it
is only seen that something has changed, not what. Leave the mark alone. Without a mark, or with one
for another version than that in `reviewed`, the comparison holds.

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
from fardplan.locales.levels import OWNED, OWNERS
from fardplan.locales.text import Lang, Text, capitalise
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
CHANGED_WITHIN = Text(
    "{what} har ändrats sedan ni stämde av {it}, utan att versionen är en annan (fortfarande "
    "{old}).",
    "{what} has changed since you reviewed {it}, although the version is the same (still {old}).",
)
NEVER_SAID = Text(
    "Det som ni stämde av är inte det som version {old} säger om {name}.",
    "What you reviewed is not what version {old} says of {name}.",
)
REVIEW = Text(
    "Läs ändringen: `fardplan impact {roadmap} {old}`. Godkänn sedan: `fardplan review {own}`.",
    "Read the change: `fardplan impact {roadmap} {old}`. Then approve: `fardplan review {own}`.",
)
READ_AGAIN = Text(
    "Läs {name} på nytt. Godkänn sedan: `fardplan review {own}`.",
    "Read {name} again. Then approve: `fardplan review {own}`.",
)
FETCH = Text(
    "Vad som har ändrats syns inte, för version {old} går inte att läsa här. Hämta historiken "
    "(`git fetch --unshallow --tags`, i CI `fetch-depth: 0`) eller läs {name} på nytt. Godkänn "
    "sedan: `fardplan review {own} {written}`.",
    "What has changed cannot be seen, for version {old} cannot be read here. Fetch the history "
    "(`git fetch --unshallow --tags`, in CI `fetch-depth: 0`) or read {name} again. Then approve: "
    "`fardplan review {own} {written}`.",
)
HERE_NOW = Text("Så här är det nu.", "This is how it is now.")
HERE = Text("Ändrat sedan version {old}: {changes}.", "Changed since version {old}: {changes}.")
IT = {False: Text("den", "it"), True: Text("det", "it")}
ROADMAP = Text("Färdplanen ”{title}”", "The roadmap “{title}”")
IN_ROADMAP = Text("{thing} i ”{roadmap}”", "{thing} in “{roadmap}”")
_MOST_KINDS = 3


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
    text, hint = _say(review)
    return Problem(
        reference.file,
        (*reference.route[:-1], "reviewed"),
        text,
        {
            "what": Target(entity, target, edition.roadmap.level),
            "name": Named(entity.kind, entity.title),
            "written": reference.written,
            "it": IT[bool(noun and noun.neuter)],
            "old": review.then,
            "new": review.now,
            "roadmap": target.id,
            "own": edition.id,
        },
        hint,
        severity=Severity.INFO if draft else None,
        related=(_place(entity, HERE if review.is_shown else HERE_NOW, told),),
        identity=(reference.written, str(review.then)),
    )


def _say(review: Review) -> tuple[Text, Text]:
    """Return the message and the hint: what has changed, or only that something has."""
    is_same_version = review.now == review.then
    if review.is_shown or review.past is None:
        text = CHANGED_WITHIN if is_same_version else CHANGED
        return text, REVIEW if review.is_shown else FETCH
    return CHANGED_WITHIN if is_same_version else NEVER_SAID, READ_AGAIN


def _place(entity: Entity, text: Text, told: Mapping[str, object]) -> Related:
    """Return where the target stands; of a whole roadmap its version is shown."""
    if entity.kind == "roadmap":
        return Related(entity.file, ("version",), text, told)
    return Related(entity.file, entity.route, text, told, spot="inside")


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
        owner = OWNERS.get(str(level.value)) if level and level is not self.own_level else None
        title = shorten(self.entity.title)
        if owner and noun:
            return capitalise(OWNED.say(lang, owner=owner, kind=noun.one, title=title))
        if self.entity.kind == "roadmap":
            return ROADMAP.say(lang, title=title)
        thing = Named(self.entity.kind, self.entity.title, begins=True)
        return IN_ROADMAP.say(lang, thing=thing, roadmap=shorten(self.edition.roadmap.title))
