"""Versionens år och aktiviteternas tider ska ligga inom färdplanens giltighetstid.

Giltighetstiden står under `validity` i `roadmap.yaml`. I profilen `action` ska den finnas från och
med att färdplanen är ett förslag; i andra profiler räcker året. Ett år utanför giltighetstiden är
ett fel. En aktivitet, delaktivitet eller milstolpe utanför den är en varning, om den inte har
följt med från en tidigare version (`continuity: continued`) eller lämnas över till nästa (`status:
carried_over`). Går hela aktiviteten utanför nämns inte dess delar. Tider som bara kanske ligger
utanför säger regeln inget om, och inte heller de som säger emot varandra: det är `timeline-order`.

Varför: 003: ”Färdplanen gäller under 2023-2026.”

In English: The version's year and the times of the activities lie within the roadmap's validity.

The validity stands under `validity` in `roadmap.yaml`. In the profile `action` it must be there as
soon as the roadmap is a proposal; in other profiles the year is enough. A year outside the validity
is an error. An activity, sub-activity or milestone outside it is a warning, unless it came along
from an earlier version (`continuity: continued`) or is left to the next (`status: carried_over`).
Where the whole activity goes out its parts are not mentioned. Of times that only may lie outside
the rule says nothing, nor of those that contradict each other: that is `timeline-order`.

Why: 003: ”Färdplanen gäller under 2023-2026.” (The roadmap is in force 2023–2026.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2028
    profile: direction
    validity: {from: 2023, to: 2026}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: direction
    validity: {from: 2023, to: 2026}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fardplan.locales.dates import join_span
from fardplan.locales.text import Lang, Text
from fardplan.model.activity import Activity
from fardplan.model.chapters import Validity
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.roadmap import Roadmap
from fardplan.model.terms import ActivityStatus, Continuity, Profile
from fardplan.rules._base import LENIENT_STATUSES, Facts, Problem, Related, Severity, rule
from fardplan.rules._dates import dates_of
from fardplan.rules._spans import contradicted_times

NO_VALIDITY = Text(
    "Färdplanen ”{title}” saknar giltighetstid.", "The roadmap “{title}” has no validity period."
)
NO_END = Text(
    "Det står inte hur länge färdplanen ”{title}” gäller.",
    "It is not said how long the roadmap “{title}” is in force.",
)
GIVE_VALIDITY = Text(
    "Skriv till exempel `validity: {{from: 2023, to: 2026}}`. Gäller den tills vidare? "
    "Skriv `until_further_notice: true`.",
    "Write for example `validity: {{from: 2023, to: 2026}}`. Is it in force until further notice? "
    "Write `until_further_notice: true`.",
)
YEAR_OUTSIDE = Text(
    "Versionen är för {year}, men färdplanen gäller {period}.",
    "The version is for {year}, but the roadmap is in force {period}.",
)
CORRECT_YEAR = Text(
    "Rätta `year`, eller förläng giltighetstiden under `validity`.",
    "Correct `year`, or extend the period under `validity`.",
)
TIME_OUTSIDE = Text(
    "”{title}” har en tid utanför färdplanens giltighetstid ({period}): {time}.",
    "“{title}” has a time outside the roadmap's validity ({period}): {time}.",
)
CORRECT_EARLY = Text(
    "Rätta tiden. Har aktiviteten följt med från en tidigare version? "
    "Skriv `continuity: continued`.",
    "Correct the time. Did the activity come along from an earlier version? "
    "Write `continuity: continued`.",
)
CORRECT_LATE = Text(
    "Rätta tiden. Lämnas aktiviteten över till nästa färdplan? Skriv `status: carried_over`.",
    "Correct the time. Is the activity left to the next roadmap? Write `status: carried_over`.",
)
FROM = Text("från {time}", "from {time}")
UNTIL = Text("till {time}", "until {time}")
VALIDITY_HERE = Text("Giltighetstiden står här.", "The validity stands here.")

_TIMELINE: Route = ("projektplan", "timeline")
_OF_THE_WHOLE: frozenset[Route] = frozenset(
    {("when",), ("start",), ("end",), (*_TIMELINE, "start"), (*_TIMELINE, "end")}
)
"""Where it stands when an activity as a whole takes place."""

_CARRIED_IN = frozenset(Continuity) - {Continuity.NEW, Continuity.UNKNOWN}


@rule(
    "outside-period",
    Severity.ERROR,
    Text(
        "År och tider ligger inom färdplanens giltighetstid.",
        "Year and times lie within the roadmap's validity.",
    ),
    code="R05",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield a missing validity period, and the times that lie outside a stated one."""
    roadmap = edition.roadmap
    file = edition.path_of("roadmap.yaml")
    if facts.in_doubt(file, "validity"):
        return
    yield from _demand(roadmap, file)
    if roadmap.validity and not _is_reversed(roadmap.validity):
        yield from _judge_year(roadmap, roadmap.validity, file)
        for name, activity in edition.activities.items():
            place = edition.path_of(f"activities/{name}.yaml")
            yield from _judge_times(activity, place, roadmap.validity, file)


def _demand(roadmap: Roadmap, file: str) -> Iterator[Problem]:
    """Yield what is missing, in an action plan that is at least proposed."""
    if roadmap.profile is not Profile.ACTION or roadmap.status in LENIENT_STATUSES | {None}:
        return
    values = {"title": roadmap.title}
    validity = roadmap.validity
    if validity is None or not validity.model_fields_set:
        route = ("validity",)
        yield Problem(file, route, NO_VALIDITY, values, GIVE_VALIDITY, spot="first_key")
    elif validity.to is None and not validity.until_further_notice:
        yield Problem(file, ("validity",), NO_END, values, GIVE_VALIDITY, spot="inside")


def _is_reversed(validity: Validity) -> bool:
    """Tell whether the period ends before it begins; that is the finding of timeline-order."""
    return bool(validity.from_ and validity.to and validity.to.before(validity.from_))


def _bounds(validity: Validity) -> tuple[date | None, date | None]:
    """Return the first and the last day, None where there is no limit."""
    start = validity.from_.start if validity.from_ else None
    return start, validity.to.end if validity.to else None


@dataclass(frozen=True, slots=True)
class Period:
    """A validity as it reads in a sentence: 2023–2026, 2024, från 2023, till 2026."""

    validity: Validity

    def say(self, lang: Lang) -> str:
        """Return the words in `lang`."""
        start, end = self.validity.from_, self.validity.to
        if start and end:
            first, last = start.say(lang), end.say(lang)
            return first if first == last else join_span(first, last)
        one, words = (start, FROM) if start else (end, UNTIL)
        return words.say(lang, time=one)


def _judge_year(roadmap: Roadmap, validity: Validity, file: str) -> Iterator[Problem]:
    start, end = _bounds(validity)
    year = roadmap.year
    if (start and year < start.year) or (end and year > end.year):
        yield Problem(
            file,
            ("year",),
            YEAR_OUTSIDE,
            {"year": str(year), "period": Period(validity)},
            CORRECT_YEAR,
            related=(Related(file, ("validity",), VALIDITY_HERE, spot="key"),),
            identity=(str(year),),
        )


def _judge_times(
    activity: Activity, place: str, validity: Validity, file: str
) -> Iterator[Problem]:
    """Yield the times outside; of a part only where its whole has not gone out on the same side."""
    start, end = _bounds(validity)
    contradicted: frozenset[Route] | None = None
    told: set[Text] = set()
    for dated in dates_of(activity):
        early = dated.time.leaves(start, None) and activity.continuity not in _CARRIED_IN
        late = dated.time.leaves(None, end) and activity.status is not ActivityStatus.CARRIED_OVER
        if not early and not late:
            continue
        if contradicted is None:
            contradicted = contradicted_times(activity)
        hint = CORRECT_EARLY if early else CORRECT_LATE
        if hint not in told and dated.route not in contradicted:
            if dated.route in _OF_THE_WHOLE:
                told.add(hint)
            yield Problem(
                place,
                dated.route,
                TIME_OUTSIDE,
                {"title": dated.title, "time": dated.time, "period": Period(validity)},
                hint,
                severity=Severity.WARNING,
                related=(Related(file, ("validity",), VALIDITY_HERE, spot="key"),),
                identity=(dated.time.iso(),),
            )
