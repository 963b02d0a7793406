"""En aktivitet försvinner inte ur färdplanen utan förklaring.

Varje aktivitet i den senast utgivna versionen (en tagg i git, till exempel `orebro-lan/1.0`) ska
finnas kvar. Den får lämna färdplanen när den var genomförd eller avslutad redan i den versionen,
när den hanteras i en annan plan, och när något annat säger att det är samma sak: `previously`.
Aktiviteter i ett utkast eller en remissversion får falla bort.

Varför: 003, s. 12: ”Alla aktiviteter ska ha en projektplan eller ett uppdragsdirektiv”. Det är
åtaganden, och ett åtagande ska inte kunna tas bort med en fil: den som väntar på det ska få veta
hur det gick.

In English: An activity does not vanish from the roadmap without an explanation.

Each activity of the latest release (a tag in git, such as `orebro-lan/1.0`) must still be there. It
may leave the roadmap when it was completed or cancelled already in that version, when it is handled
in another plan, and when something else says that it is the same: `previously`. Activities in a
draft or a consultation may be left out.

Why: 003, p. 12: ”Alla aktiviteter ska ha en projektplan eller ett uppdragsdirektiv” (all activities
must have a projektplan or an uppdragsdirektiv). They are commitments, and a commitment cannot be
withdrawn with a file: those who wait for it must be told how it went.

Fel:

    # roadmaps/exempel/activities/dietist-direkt.yaml (version 0.9)
    title: Dietist direkt
    goal: trygg-hemgang
    projektplan:
      document: {title: Projektplan dietist direkt}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/activities/dietist-direkt.yaml (version 0.9)
    title: Dietist direkt
    goal: trygg-hemgang
    projektplan:
      document: {title: Projektplan dietist direkt}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/activities/dietist-direkt.yaml
    title: Dietist direkt
    goal: trygg-hemgang
    status: cancelled
    reason: Behovet fylls av vårdcentralernas dietister.
    projektplan:
      document: {title: Projektplan dietist direkt}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.edition import Edition
from fardplan.model.terms import ActivityStatus
from fardplan.rules._base import LENIENT_STATUSES, Facts, Problem, Related, Severity, rule
from fardplan.rules._history import MAJOR, Past, names_of

VANISHED = Text(
    "”{title}” fanns i version {version} men saknas nu, utan förklaring.",
    "“{title}” was in version {version} but is missing now, without an explanation.",
)
BRING_BACK = Text(
    "Ta tillbaka filen och sätt `status: completed`, eller `cancelled` med orsak.",
    "Bring the file back and set `status: completed`, or `cancelled` with a reason.",
)
IS_IT_THIS = Text(
    "Är det samma sak som ”{heir}”? Skriv `previously: [{id}]` i den filen. Annars: ta tillbaka "
    "filen och sätt `status: completed`, eller `cancelled` med orsak.",
    "Is it the same as “{heir}”? Write `previously: [{id}]` in that file. Otherwise bring the file "
    "back and set `status: completed`, or `cancelled` with a reason.",
)
MISSING_HERE = Text("Versionen som saknar den.", "The version that lacks it.")
HEIR_HERE = Text("Den liknar den här.", "It is like this one.")

_OVER = frozenset(
    {
        ActivityStatus.CANCELLED, ActivityStatus.CARRIED_OVER, ActivityStatus.COMPLETED,
        ActivityStatus.DELEGATED, ActivityStatus.IMPLEMENTED,
    }
)  # fmt: skip


@rule(
    "vanished-activity",
    Severity.ERROR,
    Text(
        "En aktivitet försvinner inte utan förklaring.",
        "An activity does not vanish without an explanation.",
    ),
    completeness=True,
    history=True,
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the activities of the last release that are gone, and nothing says why."""
    past = facts.history.previous(edition)
    if past is None or past.edition.roadmap.status in LENIENT_STATUSES:
        return
    gone = {
        name: activity
        for name, activity in past.edition.activities.items()
        if name not in edition.activities and activity.status not in _OVER
    }
    if not gone or facts.is_unsure("activities", "previously"):
        return
    heirs = dict(_unexplained(past, edition, facts))
    for name, activity in gone.items():
        if name not in heirs or facts.gaps.may_hold(edition.id, "activity", name):
            continue
        if not _is_moved(name, edition, facts):
            yield _problem(name, activity, heirs[name], past, edition)


def _unexplained(
    past: Past, edition: Edition, facts: Facts
) -> Iterator[tuple[str, tuple[str, Activity] | None]]:
    """Yield the id of each activity that a comparison misses, with what is most like it."""
    for change in past.changes(edition, facts.index):
        if change.entity.kind != "activity" or change.path:
            continue
        if change.kind == "removed" and change.level == MAJOR and "heir" not in change.details:
            yield change.entity.id, None
        elif change.kind == "reidentified" and change.guess is not None:
            heir = change.entity.id
            yield getattr(change.old, "id", ""), (heir, edition.activities[heir])


def _is_moved(name: str, edition: Edition, facts: Facts) -> bool:
    """Tell whether another roadmap says that it has taken an activity over."""
    kinds = ("", "activity/", "activities/")
    written = (f"{home}/{kind}{name}" for home in names_of(edition) for kind in kinds)
    return not facts.links.declared.isdisjoint(written)


def _problem(
    name: str, activity: Activity, heir: tuple[str, Activity] | None, past: Past, edition: Edition
) -> Problem:
    """Return the problem of an activity; it stands at the file that is no longer there."""
    roadmap = edition.path_of("roadmap.yaml")
    key = "version" if edition.roadmap.version else "year"
    place = Related(roadmap, (key,), MISSING_HERE)
    if heir:
        place = Related(edition.path_of(f"activities/{heir[0]}.yaml"), ("title",), HEIR_HERE)
    return Problem(
        edition.path_of(f"activities/{name}.yaml"),
        (),
        VANISHED,
        {
            "title": activity.title,
            "version": past.name_for(edition),
            "id": name,
            "heir": heir[1].title if heir else "",
        },
        IS_IT_THIS if heir else BRING_BACK,
        related=(place,),
        identity=(name,),
    )
