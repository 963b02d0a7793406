"""Varje perspektiv i en målbild ska ha formuleringar.

Målbilden står i `vision.yaml`: perspektiv, och under varje perspektiv de formuleringar som säger
hur det ska bli. Kravet gäller profilen `vision`.

Varför: 004 bygger målbilden av tre perspektiv med sex formuleringar i vart och ett. Ett perspektiv
utan formuleringar säger inget om vart det ska leda.

In English: Every perspective of a vision (målbild) has statements.

The vision stands in `vision.yaml`: perspectives, and under each perspective the statements that say
what it will be like. The demand is for the profile `vision`.

Why: 004 builds the vision of three perspectives with six statements in each. A perspective without
statements does not say where it is to lead.

Fel:

    # roadmaps/malbilden/roadmap.yaml
    format: 1
    title: Målbild för nära vård
    year: 2024
    profile: vision
    # roadmaps/malbilden/vision.yaml
    title: Gemensam målbild
    perspectives:
      - id: invanaren
        title: Invånaren
        question: Vad är nära vård för invånaren?

Rätt:

    # roadmaps/malbilden/roadmap.yaml
    format: 1
    title: Målbild för nära vård
    year: 2024
    profile: vision
    # roadmaps/malbilden/vision.yaml
    title: Gemensam målbild
    perspectives:
      - id: invanaren
        title: Invånaren
        question: Vad är nära vård för invånaren?
        statements:
          - id: en-vag-in
            text: Jag vet vart jag ska vända mig.
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.terms import Profile
from fardplan.model.vision import Vision
from fardplan.rules._base import Facts, Problem, Severity, rule

EMPTY = Text(
    "Perspektivet ”{title}” har inga formuleringar.", "The perspective “{title}” has no statements."
)
ADD_STATEMENTS = Text(
    "Skriv dem under `statements:`, var och en med `id` och `text`.",
    "Write them under `statements:`, each with `id` and `text`.",
)
NO_PERSPECTIVES = Text(
    "Målbilden ”{title}” har inga perspektiv.", "The vision “{title}” has no perspectives."
)
ADD_PERSPECTIVES = Text(
    "Skriv dem under `perspectives:`, var och en med `title` och `statements`.",
    "Write them under `perspectives:`, each with `title` and `statements`.",
)
NO_VISION = Text(
    "Profilen är ”målbild”, men målbilden saknas.", "The profile is “vision”, but there is none."
)
WRITE_VISION = Text(
    "Skriv den i {file}. Står den i en annan färdplan? Ange den: `vision: …`.",
    "Write it in {file}. Does it stand in another roadmap? Name that: `vision: …`.",
)


@rule(
    "empty-perspective",
    Severity.ERROR,
    Text(
        "Varje perspektiv i målbilden har formuleringar.",
        "Every perspective of the vision has statements.",
    ),
    profiles=frozenset({Profile.VISION}),
    completeness=True,
    code="R33",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the perspectives that say nothing."""
    file = edition.path_of("vision.yaml")
    if edition.vision is not None:
        yield from _judge(edition.vision, file, facts)
    elif not edition.roadmap.vision and not facts.gaps.has_unread(edition.id, Vision):
        place = edition.path_of("roadmap.yaml")
        yield Problem(place, ("profile",), NO_VISION, {"file": file}, WRITE_VISION)


def _judge(vision: Vision, file: str, facts: Facts) -> Iterator[Problem]:
    if facts.in_doubt(file, "perspectives"):
        return
    if not vision.perspectives:
        values = {"title": vision.title}
        route = ("perspectives",)
        yield Problem(file, route, NO_PERSPECTIVES, values, ADD_PERSPECTIVES, spot="first_key")
    for index, perspective in numbered(vision.perspectives):
        if not perspective.statements:
            yield Problem(
                file,
                ("perspectives", index, "statements"),
                EMPTY,
                {"title": perspective.title},
                ADD_STATEMENTS,
                spot="first_key",
            )
