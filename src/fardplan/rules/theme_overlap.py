"""Två teman ska inte pågå samtidigt, och ett tema ska gälla ett område eller en förutsättning.

Varje år har ett tema. Två teman vars `awareness_year` har någon dag gemensam är en varning, om inte
något av dem säger att det är meningen: `overlaps: true`. Tider som är öppna eller oklara säger
regeln inget om. `relates_to` ska peka på ett område, en förutsättning, ett värdeord eller ett tema
i en annan färdplan. Ett fritt tema har inget `relates_to`. Regeln gäller profilen `action`.

Varför: 003, s. 8: ”årligen att välja ut ett tema (hållplats) som vi gemensamt bedömer hjälper oss
framåt” och ”insatser som stödjer det utvalda området”.

In English: Two themes do not go on at the same time, and a theme is about an area or precondition.

Every year has one theme. Two themes of which the `awareness_year` have a day in common are a
warning, unless one of them says that it is meant: `overlaps: true`. Of times that are open or
unclear the rule says nothing. `relates_to` points at an area, a precondition, a core word or a
theme in another roadmap. A free theme has no `relates_to`. The rule is for the profile `action`.

Why: 003, p. 8: ”årligen att välja ut ett tema (hållplats)” (choose one theme every year) and
”insatser som stödjer det utvalda området” (work that supports the area that was chosen).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    themes:
      - {id: hemgang, title: Trygg hemgång, awareness_year: 2025–2026}
      - {id: rorelse, title: Rörelse, awareness_year: 2026}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    themes:
      - {id: hemgang, title: Trygg hemgång, awareness_year: 2025}
      - {id: rorelse, title: Rörelse, awareness_year: 2026, relates_to: {area: trygg-hemma}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.chapters import Theme
from fardplan.model.edition import Edition
from fardplan.model.links import Link
from fardplan.model.time import FuzzyTime, TimeKind
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule
from fardplan.rules._decisions import find_target

OVERLAP = Text(
    "Temat ”{title}” ({time}) pågår samtidigt som temat ”{other}” ({when}).",
    "The theme “{title}” ({time}) goes on at the same time as the theme “{other}” ({when}).",
)
MOVE_OR_SAY = Text(
    "Ändra tiden för ett av dem, till exempel `awareness_year: {example}`. Är det meningen? "
    "Skriv `overlaps: true`.",
    "Change the time of one of them, for example `awareness_year: {example}`. Is it meant? "
    "Write `overlaps: true`.",
)
OTHER_HERE = Text("Tiden för ”{other}” står här.", "The time of “{other}” stands here.")
WRONG_KIND = Text(
    "Temat ”{title}” gäller {kind} ”{target}”, men ett tema gäller ett område eller en "
    "förutsättning.",
    "The theme “{title}” is about {kind} “{target}”, but a theme is about an area or a "
    "precondition.",
)
NAME_AREA = Text(
    "Skriv till exempel `relates_to: {{area: {example}}}`. Är temat fritt? Ta bort `relates_to`.",
    "Write for example `relates_to: {{area: {example}}}`. Is the theme free? Delete `relates_to`.",
)

ALLOWED = frozenset({"area", "precondition", "core_word", "theme"})

_Dated = tuple[date, date, int, Theme, FuzzyTime]


@rule(
    "theme-overlap",
    Severity.WARNING,
    Text(
        "Teman följer på varandra och gäller ett område eller en förutsättning.",
        "Themes follow one another and are about an area or a precondition.",
    ),
    profiles=ACTION,
    code="R07",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the themes that overlap an earlier one, and those about something else."""
    file = edition.path_of("roadmap.yaml")
    yield from _overlaps(edition, facts, file)
    example = next(iter(edition.areas), "omrade")
    for index, theme in numbered(edition.roadmap.themes):
        if theme.relates_to and theme.relates_to.target[0] not in ALLOWED:
            yield _wrong_kind(theme, theme.relates_to, index, file, facts, example)


def _overlaps(edition: Edition, facts: Facts, file: str) -> Iterator[Problem]:
    """Go through the themes in order of time, each against the one that lasts the longest."""
    longest: _Dated | None = None
    dated = sorted(_dated(edition, facts, file))  # by start, end and then as they stand
    free = max((one[1].year for one in dated), default=edition.roadmap.year) + 1
    for one in dated:
        start, end, index, theme, time = one
        if longest and start <= longest[1] and not _are_neighbours(longest[4], time):
            _, _, other_index, other, when = longest
            yield Problem(
                file,
                ("themes", index, "awareness_year"),
                OVERLAP,
                {
                    "title": theme.title, "time": time, "other": other.title, "when": when,
                    "example": str(free),
                },
                MOVE_OR_SAY,
                related=(
                    Related(
                        file, ("themes", other_index, "awareness_year"), OTHER_HERE,
                        {"other": other.title},
                    ),
                ),
                identity=(other.id or other.title, time.iso(), when.iso()),
            )  # fmt: skip
        if longest is None or end > longest[1]:
            longest = one


def _dated(edition: Edition, facts: Facts, file: str) -> Iterator[_Dated]:
    """Yield the themes whose days are known and that are not meant to overlap others."""
    for index, theme in numbered(edition.roadmap.themes):
        time = theme.awareness_year
        if time is None or time.ambiguous or time.start is None or time.end is None:
            continue
        if not theme.overlaps and not facts.in_doubt(file, "themes", index, "overlaps"):
            yield time.start, time.end, index, theme, time


def _are_neighbours(one: FuzzyTime, other: FuzzyTime) -> bool:
    """Tell whether two seasons follow each other: våren and sommaren share June by the rules."""
    both = one.kind is other.kind is TimeKind.SEASON
    return both and one.iso() != other.iso()


def _wrong_kind(
    theme: Theme, link: Link, index: int, file: str, facts: Facts, example: str
) -> Problem:
    kind, written = link.target
    found = find_target(link, facts.home, facts.index)
    name = found.kind if found else {"document": "reference"}.get(kind, kind)
    return Problem(
        file,
        ("themes", index, "relates_to", kind),
        WRONG_KIND,
        {
            "title": theme.title,
            "kind": KINDS[name].the,
            "target": found.title if found else written,
            "example": example,
        },
        NAME_AREA,
        identity=(kind, written),
    )
