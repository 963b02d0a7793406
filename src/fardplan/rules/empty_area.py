"""Ett område utan mål och aktiviteter ska säga när de kommer.

Beskedet skrivs under `placeholder` i områdets fil: gärna varför det är tomt, men framför allt när
det ska vara ifyllt (`due`). Hanteras hela området i en annan plan anges det med `delegated_to`.
Ett perspektiv som ska genomsyra allt (`cross_cutting: true`) behöver inga egna mål. Kravet gäller
profilen `action`.

Har tiden gått ut är det också en varning. Då gäller dagen i `--today`, annars `judged_as_of`,
annars i dag. En färdplan med `judged_as_of` är en äldre som finns kvar: `--today` flyttar dess
dag, men inte längre än till slutet av det år som versionen gäller. Vad som hände sedan får nästa
version svara för.

Varför: 003, s. 14, om ett område utan rader i tabellen: ”Aktiviteter tas fram under 2023.”

In English: An area without goals and activities says when they will come.

The word stands under `placeholder` in the area's file: preferably why it is empty, but above all
when it is to be filled (`due`). If the whole area is handled in another plan, say so with
`delegated_to`. A perspective that is to be met in everything (`cross_cutting: true`) needs no goals
of its own. The demand is for the profile `action`.

When the time has passed that is a warning as well. The day is that of `--today`, else
`judged_as_of`, else today. A roadmap with `judged_as_of` is an older one that is kept: `--today`
moves its day, but no further than to the end of the year that the version is for. For what happened
then the next version answers.

Why: 003, p. 14, of an area without rows in its table: ”Aktiviteter tas fram under 2023.”
(Activities are worked out during 2023.)

Fel:

    # roadmaps/exempel/areas/digitalisering.yaml
    title: Digitalisering

Rätt:

    # roadmaps/exempel/areas/digitalisering.yaml
    title: Digitalisering
    placeholder:
      reason: Upphandlingen av nytt verksamhetssystem pågår.
      due: hösten 2024
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.area import Area
from fardplan.model.edition import Edition
from fardplan.rules._base import ACTION, Facts, Problem, Severity, rule

EMPTY = Text(
    "Området ”{title}” har varken mål eller aktiviteter, och inget besked om när de kommer.",
    "The area “{title}” has neither goals nor activities, and does not say when they come.",
)
NO_DAY = Text(
    "Området ”{title}” har varken mål eller aktiviteter, och det står inte när de kommer.",
    "The area “{title}” has neither goals nor activities, and it is not said when they come.",
)
SAY_WHEN = Text(
    "Skriv när området ska vara ifyllt: `placeholder: {{due: hösten 2024}}`.",
    "Write when the area will be filled: `placeholder: {{due: hösten 2024}}`.",
)
OVERDUE = Text(
    "Området ”{title}” är fortfarande tomt. Det skulle vara ifyllt till {due}.",
    "The area “{title}” is still empty. It was to be filled by {due}.",
)
FILL_IN = Text(
    "Lägg till mål och aktiviteter, eller ange en ny tid under `due` och varför under `reason`.",
    "Add goals and activities, or give a new time under `due` and the reason under `reason`.",
)


@rule(
    "empty-area",
    Severity.WARNING,
    Text("Ett tomt område säger när det ska fyllas.", "An empty area says when it will be filled."),
    profiles=ACTION,
    completeness=True,
    code="R20",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the empty areas that do not say when they will be filled, or whose time is over."""
    unsure = facts.is_unsure("activities", "area") or facts.is_unsure("goals", "area")
    if unsure:
        return
    for name, area in edition.areas.items():
        file = edition.path_of(f"areas/{name}.yaml")
        doubt = any(facts.in_doubt(file, key) for key in ("delegated_to", "placeholder"))
        excused = area.delegated_to or area.cross_cutting
        if not doubt and not excused and name not in facts.relations.busy_areas:
            yield from _judge(file, area, facts)


def _judge(file: str, area: Area, facts: Facts) -> Iterator[Problem]:
    values = {"title": area.title}
    due = area.placeholder.due if area.placeholder else None
    if area.placeholder is None:
        yield Problem(file, ("placeholder",), EMPTY, values, SAY_WHEN, spot="first_key")
    elif due is None:
        yield Problem(file, ("placeholder",), NO_DAY, values, SAY_WHEN, spot="inside")
    elif due.is_over(facts.today):
        late = {**values, "due": due}
        yield Problem(file, ("placeholder", "due"), OVERDUE, late, FILL_IN, identity=(due.iso(),))
