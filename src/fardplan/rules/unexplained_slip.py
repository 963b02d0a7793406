"""En tid som flyttas fram från en version till nästa ska ha en orsak.

Regeln jämför med den senast utgivna versionen (en tagg i git, till exempel `orebro-lan/1.0`): när
aktiviteter, delaktiviteter, milstolpar och leveranser ska vara klara, när beslut behövs, och när
det som är lovat ska komma. Den säger bara till om tider som säkert är senare: från ”våren 2024”
till ”2024” är ingen framflyttning. Orsaken får stå vid tiden eller i aktiviteten. Det som är klart,
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
from fardplan.model.base import Value
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
    origins = dict(past.edition.documents())
    for document, value in edition.documents():
        old = origins.get(document) or _find_renamed(value, past, edition)
        if old is None or old == value:
            continue
        before = {one.keys[0]: one for one in deadlines_of(old)}
        for one in deadlines_of(value) if before else ():
            was = next((before[key] for key in one.keys if key in before), None)
            if was and _is_put_off(was, one, past, edition):
                file = edition.path_of(document)
                if not any(facts.in_doubt(file, *route, "reason") for route in one.holders):
                    yield _problem(file, was, one, past.name_for(edition))


def _find_renamed(value: Value, past: Past, edition: Edition) -> Value | None:
    """Return what a file was that says under which id; what is only alike has promised nothing."""
    if not getattr(value, "previously", ()):
        return None
    identity = past.identity(edition)
    node = identity.new.of_value(value)
    old = identity.old_of(node) if node else None
    return old.value if old and node not in identity.scores else None


def _is_put_off(old: Deadline, new: Deadline, past: Past, edition: Edition) -> bool:
    """Tell whether somebody is bound by an end that is now certainly later, unexplained."""
    if old.time == new.time:  # "mandatperioden" ends later in a later term, but was not put off
        return False
    if old.is_closed or new.is_closed or new.is_explained:
        return False
    end = old.time.in_term_of(past.edition.roadmap.year).end
    time = new.time.in_term_of(edition.roadmap.year)
    return end is not None and time.leaves(None, end)


def _problem(file: str, old: Deadline, new: Deadline, version: str) -> Problem:
    values = {
        "title": new.title,
        "old": old.time,
        "new": new.time,
        "version": version,
        "key": str(new.route[-1]),
        "time": old.time.text,
    }
    identity = (old.time.iso(), new.time.iso())
    return Problem(file, new.route, SLIPPED, values, SAY_WHY, identity=identity)
