"""Inför ett tema ska invånare, medarbetare, chefer och politiker ta reda på vad som behövs.

Det de kom fram till står under `preparation` i temat: `groups` (vilka som var med), `weaknesses`
(brister), `strengths` (styrkor) och `measures` (insatser). Brukare och anhöriga räknas som
invånare. Regeln ger en upplysning, i profilen `action`, när temat har börjat. Ett tema vars tid är
öppen, oklar eller inte angiven säger den inget om, och inte heller ett som var slut före versionens
år eller en förberedelse som bara beskrivs i löpande `text`.

Varför: 003, s. 8: ”Inför ett tema behöver vi arbeta användardrivet och inkludera invånare och
medarbetare tillsammans med tjänstemannaledning och politik för att identifiera brister, styrkor och
relevanta insatser.”

In English: Before a theme residents, employees, managers and politicians find out what is needed.

What they found stands under `preparation` in the theme: `groups` (who took part), `weaknesses`,
`strengths` and `measures`. Users and relatives count as residents. The rule informs, in the profile
`action`, once the theme has begun. Of a theme whose time is open, unclear or not stated it says
nothing, nor of one that was over before the version's year, or of a preparation that is only told
in running `text`.

Why: 003, p. 8: ”inkludera invånare och medarbetare tillsammans med tjänstemannaledning och politik
för att identifiera brister, styrkor och relevanta insatser” (include residents and employees
together with managers and politicians to identify weaknesses, strengths and fitting measures).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    themes:
      - title: Trygg hemgång
        awareness_year: 2024
        preparation:
          groups: [employees, managers, politicians]
          weaknesses: [Ingen vet vem som ringer den första kvällen.]
          strengths: [Hemtjänsten är nära och omtyckt.]
          measures: [Ett team som möter personen hemma]

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    themes:
      - title: Trygg hemgång
        awareness_year: 2024
        preparation:
          groups: [residents, employees, managers, politicians]
          weaknesses: [Ingen vet vem som ringer den första kvällen.]
          strengths: [Hemtjänsten är nära och omtyckt.]
          measures: [Ett team som möter personen hemma]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fardplan.locales.text import Lang, Text, localise
from fardplan.model.base import numbered
from fardplan.model.chapters import Theme, ThemePreparation
from fardplan.model.edition import Edition
from fardplan.model.steering_terms import ParticipationGroup
from fardplan.rules._base import ACTION, Facts, Problem, Severity, Spot, rule

MISSING = Text(
    "Det står inte hur temat ”{title}” förbereddes.",
    "It is not said how the theme “{title}” was prepared.",
)
LACKS_GROUPS = Text(
    "Det står inte att {groups} var med när temat ”{title}” förbereddes.",
    "It is not said that {groups} took part when the theme “{title}” was prepared.",
)
LACKS_RESULTS = Text(
    "Det står inte vilka {results} som kom fram när temat ”{title}” förbereddes.",
    "It is not said which {results} were found when the theme “{title}” was prepared.",
)
LACKS_BOTH = Text(
    "Det står inte att {groups} var med när temat ”{title}” förbereddes, och inte heller vilka "
    "{results} som kom fram.",
    "It is not said that {groups} took part when the theme “{title}” was prepared, nor which "
    "{results} were found.",
)
ADD_ALL = Text(
    "Skriv till exempel `preparation: {{groups: [residents, employees, managers, politicians], "
    "weaknesses: [{weakness}], strengths: [{strength}], measures: [{measure}]}}`.",
    "Write for example `preparation: {{groups: [residents, employees, managers, politicians], "
    "weaknesses: [{weakness}], strengths: [{strength}], measures: [{measure}]}}`.",
)
ADD = Text(
    "Skriv under `preparation`, till exempel {examples}.",
    "Write under `preparation`, for example {examples}.",
)

GROUPS = {
    ParticipationGroup.RESIDENTS: Text("invånare", "residents"),
    ParticipationGroup.EMPLOYEES: Text("medarbetare", "employees"),
    ParticipationGroup.MANAGERS: Text("chefer", "managers"),
    ParticipationGroup.POLITICIANS: Text("politiker", "politicians"),
}
AS_RESIDENTS = frozenset({ParticipationGroup.USERS, ParticipationGroup.RELATIVES})


class Result(NamedTuple):
    """What is found out before a theme: its name in a sentence, and an example of one."""

    name: Text
    example: Text


RESULTS = {
    "weaknesses": Result(Text("brister", "weaknesses"), Text("Kön är lång.", "The queue is long.")),
    "strengths": Result(
        Text("styrkor", "strengths"),
        Text("Elevhälsan finns på alla skolor.", "Every school has a health team."),
    ),
    "measures": Result(
        Text("insatser", "measures"),
        Text("En första linje utan remiss", "A first line without referral"),
    ),
}


@rule(
    "theme-preparation",
    Severity.INFO,
    Text(
        "Varje tema är förberett med alla som berörs.",
        "Every theme is prepared with all whom it concerns.",
    ),
    profiles=ACTION,
    completeness=True,
    code="R08",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the themes that have begun without a whole preparation."""
    file = edition.path_of("roadmap.yaml")
    for index, theme in numbered(edition.roadmap.themes):
        route = ("themes", index, "preparation")
        current = _is_of_this_version(theme, edition.roadmap.year, facts.today)
        if not current or facts.in_doubt(file, *route):
            continue
        if theme.preparation is None or not theme.preparation.model_fields_set:
            spot: Spot = "key" if "preparation" in theme.model_fields_set else "first_key"
            values = {
                "title": theme.title,
                "weakness": RESULTS["weaknesses"].example,
                "strength": RESULTS["strengths"].example,
                "measure": RESULTS["measures"].example,
            }
            yield Problem(file, route, MISSING, values, ADD_ALL, spot=spot)
        else:
            yield from _judge(theme, theme.preparation, file, index)


def _is_of_this_version(theme: Theme, year: int, today: date) -> bool:
    """Tell whether a theme has begun, and was not over when the version's year began."""
    time = theme.awareness_year
    if time is None or time.ambiguous or time.start is None or time.end is None:
        return False
    return time.start <= today and not time.is_over(date(year, 1, 1))


def _judge(theme: Theme, preparation: ThemePreparation, file: str, index: int) -> Iterator[Problem]:
    present = set(preparation.groups)
    if present & AS_RESIDENTS:
        present.add(ParticipationGroup.RESIDENTS)
    groups = tuple(group for group in GROUPS if group not in present)
    results = tuple(key for key in RESULTS if not getattr(preparation, key))
    told = len(groups) == len(GROUPS) and len(results) == len(RESULTS) and preparation.text
    if not (groups or results) or told:
        return
    both = LACKS_BOTH if results else LACKS_GROUPS
    yield Problem(
        file,
        ("themes", index, "preparation"),
        both if groups else LACKS_RESULTS,
        {
            "title": theme.title,
            "groups": tuple(GROUPS[group] for group in groups),
            "results": tuple(RESULTS[key].name for key in results),
            "examples": Lines((*(preparation.groups if groups else ()), *groups, *results)),
        },
        ADD,
        spot="key",
        identity=(*groups, *results),
    )


class Lines(tuple[str, ...]):
    """The lines of YAML that would say what is missing, as they read in a sentence."""

    __slots__ = ()

    def say(self, lang: Lang) -> str:
        """Return the lines in `lang`: all groups in one list, and a line for each result."""
        groups = ", ".join(one for one in self if one not in RESULTS)
        lines = [f"`groups: [{groups}]`"] if groups else []
        lines += [f"`{one}: [{RESULTS[one].example.say(lang)}]`" for one in self if one in RESULTS]
        return localise(lines, lang)
