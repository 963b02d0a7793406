"""En utgiven version ändras inte: en ändring får ett nytt versionsnummer.

En version är utgiven när den har en tagg i git, till exempel `orebro-lan/1.0`. Har målen,
aktiviteterna eller något annat i färdplanen ändrats sedan dess ska `version` också vara en annan.
Jämförelsen gäller innebörden: ny radbrytning eller ny ordning på nycklarna är ingen ändring. Att
versionen beslutas, följs upp med rapporter och mätvärden eller stäms av mot andra färdplaner ändrar
inte vad den säger. I en klon utan taggar, eller i en gren som saknar taggens incheckning, säger
regeln inget.

Varför: 003, s. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen”. Två olika
dokument med samma nummer går inte att hålla isär, varken för den som beslutar eller för den som
följer upp.

In English: A released version does not change: a change gets a new version number.

A version is released when it has a tag in git, such as `orebro-lan/1.0`. If the goals, the
activities or anything else in the roadmap have changed since, `version` must be another one too.
The comparison is one of meaning: new line breaks or another order of keys is no change. That the
version is decided on, followed up by reports and measurements or reviewed against other roadmaps
does not change what it says. In a clone without tags, or on a branch that lacks the tag's commit,
the rule says nothing.

Why: 003, p. 5: ”färdplanens aktiviteter kommer att versionsuppdateras årligen” (the activities
will get a new version each year). Two different documents of the same number cannot be told apart,
neither by those who decide nor by those who follow up.

Fel:

    # roadmaps/exempel/goals/trygg-hemgang.yaml (version 1.0)
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång inom tre dagar
    area: trygg-hemma

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml (version 1.0)
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång inom tre dagar
    area: trygg-hemma
    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    version: "1.1"
    profile: action
    accountable: ledningsgruppen
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.version import VersionNumber
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._history import EDITORIAL
from fardplan.rules._named import Named, NamedList

CHANGED = Text(
    "Version {version} är utgiven, men har ändrats sedan dess: {things}.",
    "Version {version} is released but has changed since: {things}.",
)
NEW_NUMBER = Text(
    'Ge ändringarna ett nytt nummer: `version: "{next}"`, eller ta tillbaka dem. '
    "Se dem: `fardplan diff {roadmap} {version}`.",
    'Give the changes a new number: `version: "{next}"`, or take them back. '
    "See them: `fardplan diff {roadmap} {version}`.",
)
CORRECTION = Text(
    'Är det en rättelse? Skriv `version: "{next}"` och vad som är rättat under `corrections`. '
    "Se ändringarna: `fardplan diff {roadmap} {version}`.",
    'Is it a correction? Write `version: "{next}"` and what is corrected under `corrections`. '
    "See the changes: `fardplan diff {roadmap} {version}`.",
)
HERE = Text("Ändrat sedan version {version}.", "Changed since version {version}.")

_MOST_PLACES = 3


@rule(
    "changed-release",
    Severity.ERROR,
    Text("En utgiven version ändras inte.", "A released version does not change."),
    history=True,
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield a roadmap that differs from the release of the same version."""
    version = edition.roadmap.version
    if version is None or not facts.gaps.is_whole(edition.id):
        return
    past = facts.history.released(edition)
    if past is None or not past.is_whole:
        return
    changes = past.alterations(edition, facts.index)
    if not changes or not facts.history.leads_here(past):
        return
    things = list(dict.fromkeys(change.entity for change in changes))
    editorial = all(change.level == EDITORIAL for change in changes)
    values = {
        "version": version,
        "things": NamedList([Named(one.kind, one.title) for one in things]),
        "next": next_version(version, correction=editorial),
        "roadmap": edition.id,
    }
    yield Problem(
        edition.path_of("roadmap.yaml"),
        ("version",),
        CHANGED,
        values,
        CORRECTION if editorial else NEW_NUMBER,
        related=tuple(_places([(one.roadmap, one.kind, one.id) for one in things], version, facts)),
        identity=(version.text,),
    )


def next_version(version: VersionNumber, *, correction: bool) -> str:
    """Return the number after a version: 1.0.1 for a correction, else 1.1."""
    major, minor, patch = version.numbers
    return f"{major}.{minor}.{patch + 1}" if correction else f"{major}.{minor + 1}"


def _places(
    keys: Sequence[tuple[str, str, str]], version: VersionNumber, facts: Facts
) -> Iterator[Related]:
    """Yield where the first of what has changed stands now."""
    entities = (facts.index.by_key.get(key) for key in keys if key[1] != "roadmap")
    there = [entity for entity in entities if entity is not None]
    for entity in there[:_MOST_PLACES]:
        yield Related(entity.file, entity.route, HERE, {"version": version}, spot="inside")
