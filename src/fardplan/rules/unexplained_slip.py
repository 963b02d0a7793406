"""En tid som flyttas fram från en version till nästa ska ha en orsak.

Regeln jämför med den senast utgivna versionen (en tagg i git, till exempel `orebro-lan/1.0`): när
aktiviteter, delaktiviteter, milstolpar och leveranser ska vara klara, när beslut behövs, och när
det som är lovat ska komma. Den talar bara om tider som säkert är senare: från ”våren 2024” till
”2024” är ingen framflyttning. Orsaken får stå vid tiden eller i aktiviteten. Det som är klart,
avslutat eller hanteras i en annan plan lämnas utanför, liksom det som återkommer varje år.

Varför: 003, s. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen”. Den som
läser nästa version ska kunna se varför det tar längre tid, annars ser förseningen ut som ett nytt
löfte.

In English: A time that is put off from one version to the next has a reason.

The rule compares with the latest release (a tag in git, such as `orebro-lan/1.0`): when activities,
sub-activities, milestones and deliverables are to be done, when decisions are needed, and when what
is promised is to come. It speaks only of times that are certainly later: from “våren 2024” to
“2024” is no delay. The reason may stand beside the time or in the activity. What is done, closed or
handled in another plan is left out, and so is what comes back every year.

Why: 003, p. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen” (the activities
will get a new version each year). Whoever reads the next version must be able to see why it takes
longer, else the delay looks like a new promise.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml (version 0.9)
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    end: våren 2024
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    end: hösten 2024
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml (version 0.9)
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    end: våren 2024
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    end: hösten 2024
    reason: Rekryteringen tog längre tid än väntat.
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.rules._base import LENIENT_STATUSES, Facts, Problem, Severity, rule
from fardplan.rules._deadlines import Deadline, deadlines_of
from fardplan.rules._history import Past

SLIPPED = Text(
    "”{title}” har flyttats fram från {old} till {new} sedan version {version}, utan orsak.",
    "“{title}” has been put off from {old} to {new} since version {version}, without a reason.",
)
SAY_WHY = Text(
    "Skriv orsaken: `reason: …`. Är tiden fel? Skriv `{key}: {time}` igen.",
    "Write the reason: `reason: …`. Is the time wrong? Write `{key}: {time}` again.",
)


@rule(
    "unexplained-slip",
    Severity.WARNING,
    Text(
        "En tid som flyttas fram till nästa version har en orsak.",
        "A time that is put off in the next version has a reason.",
    ),
    completeness=True,
    history=True,
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the ends that are certainly later than in the last release, and say not why."""
    past = facts.history.previous(edition)
    if past is None or past.edition.roadmap.status in LENIENT_STATUSES:
        return
    before = _known(past, edition)
    for one in (one for document in edition.documents() for one in deadlines_of(*document)):
        file = edition.path_of(one.document)
        old = next((before[key] for key in one.keys if key in before), None)
        if old is None or old.is_closed or one.is_closed or one.is_explained:
            continue
        if any(facts.in_doubt(file, *route, "reason") for route in one.holders):
            continue
        was = old.time.in_term_of(past.edition.roadmap.year)
        time = one.time.in_term_of(edition.roadmap.year)
        if was.end is not None and time.leaves(None, was.end):
            values = {
                "title": one.title,
                "old": old.time,
                "new": one.time,
                "version": past.name_for(edition),
                "key": str(one.route[-1]),
                "time": old.time.text,
            }
            identity = (old.time.iso(), one.time.iso())
            yield Problem(file, one.route, SLIPPED, values, SAY_WHY, identity=identity)


def _known(past: Past, edition: Edition) -> dict[tuple[str, ...], Deadline]:
    """Return the deadlines of a past version by key, under the names that things have now.

    What was only guessed to be the same has no deadline to keep.
    """
    identity = past.identity(edition)
    found: dict[tuple[str, ...], Deadline] = {}
    for document, value in past.edition.documents():
        node = identity.old.of_value(value)
        new = identity.new_of(node) if node else None
        if new is None or new in identity.scores:
            continue
        own_id = new.id if new.parent or "/" in document else new.kind
        for one in deadlines_of(document, value):
            found[new.kind, own_id, *one.keys[0][2:]] = one
    return found
