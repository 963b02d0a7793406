"""En aktivitet som väntar på ett villkor börjar inte före det, och säger när det väntas.

Det är ett fel om aktiviteten pågår, är genomförd eller är införd (`status`) fast ett av dess
villkor (`conditions`) ännu inte är beslutat, bara är berett eller är avslaget (`state`). Har den
bara nått steget att ta fram eller besluta (`stage: prepare` eller `decide`) är det en varning.
Det är också en varning om aktiviteten ska börja före tiden då villkoret väntas (`expected`), om
det inte står när villkoret väntas, och om den tiden har gått ut medan det ännu inte är beslutat.
Villkor för en avslutad aktivitet, eller för en som hanteras i en annan plan, behöver ingen tid,
och inte heller de i en inriktning eller en målbild (`direction`, `vision`).

Varför: 000: ”Implementering av ny överenskommelse för hälso- och sjukvård i hemmet när den
antagits” och ”Den förväntas träda i kraft år 2025.”

In English: An activity that waits for a condition does not begin before it, and says when it is
expected.

It is an error if the activity is ongoing, completed or implemented (`status`) though one of its
conditions (`conditions`) is pending, only prepared, or rejected (`state`). If it has only come to
preparing or deciding (`stage: prepare` or `decide`) it is a warning. It is also a warning if the
activity is to begin before the condition is expected (`expected`), if it is not said when the
condition is expected, and if that time has passed while it is still pending. A condition of an
activity that has ended, or that is handled in another plan, needs no time, nor does one in a
direction or a vision (`direction`, `vision`).

Why: 000: ”Implementering av ny överenskommelse för hälso- och sjukvård i hemmet när den antagits”
(putting the new agreement into practice when it has been adopted) and ”Den förväntas träda i kraft
år 2025.” (It is expected to enter into force in 2025.)

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Införa länets nya överenskommelse
    goal: trygg-hemgang
    status: ongoing
    conditions:
      - {id: antagen, title: Överenskommelsen antas, state: pending, expected: HT2024}
    projektplan:
      document: {title: Projektplan för överenskommelsen}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Införa länets nya överenskommelse
    goal: trygg-hemgang
    status: waiting
    conditions:
      - {id: antagen, title: Överenskommelsen antas, state: pending, expected: HT2024}
    projektplan:
      document: {title: Projektplan för överenskommelsen}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.projektplan import Condition
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering_terms import DecisionState
from fardplan.model.terms import ActivityStatus, Profile, Stage
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._conditions import WAITED_FOR, passed_time, state_of

TOO_EARLY = Text(
    "”{title}” {status}, men villkoret ”{condition}” är inte uppfyllt ({state}).",
    "“{title}” {status}, but the condition “{condition}” is not met ({state}).",
)
WAIT = Text(
    "Skriv `status: waiting` tills villkoret är uppfyllt. Är det redan uppfyllt? Skriv `state: "
    "decided` under villkoret.",
    "Write `status: waiting` until the condition is met. Is it met already? Write `state: decided` "
    "under the condition.",
)
CANCEL = Text(
    "Skriv `status: cancelled` med orsaken i `reason`, eller rätta `state` under villkoret.",
    "Write `status: cancelled` with the cause in `reason`, or correct `state` under the condition.",
)
BEGINS_EARLY = Text(
    "”{title}” ska börja {start}, men villkoret ”{condition}” väntas först {expected}.",
    "“{title}” is to begin {start}, but the condition “{condition}” is not expected until "
    "{expected}.",
)
MOVE_START = Text(
    "Flytta fram starten, till exempel `start: {example}`, eller rätta `expected`.",
    "Move the start, for example `start: {example}`, or correct `expected`.",
)
NO_TIME = Text(
    "Det står inte när villkoret ”{condition}” för ”{title}” väntas bli uppfyllt.",
    "It is not said when the condition “{condition}” of “{title}” is expected to be met.",
)
SAY_WHEN = Text(
    "Skriv till exempel `expected: VT{year}`. Är det redan uppfyllt? Skriv `state: decided`.",
    "Write for example `expected: VT{year}`. Is it met already? Write `state: decided`.",
)
OVERDUE = Text(
    "Villkoret ”{condition}” för ”{title}” väntades {expected} men är inte uppfyllt ({state}).",
    "The condition “{condition}” of “{title}” was expected {expected} but is not met ({state}).",
)
SAY_ANEW = Text(
    "Har det hänt? Skriv `state: decided`. Skriv annars den nya tiden, till exempel `expected: "
    "VT{year}`.",
    "Has it happened? Write `state: decided`. Otherwise write the new time, for example `expected: "
    "VT{year}`.",
)
STATE_HERE = Text("Villkorets läge står här.", "The state of the condition stands here.")
EXPECTED_HERE = Text("Då väntas villkoret.", "The condition is expected then.")

_ASKED_WHEN = frozenset({Profile.ACTION, Profile.PROCESS})
_BEGUN = {
    ActivityStatus.ONGOING: Text("pågår", "is ongoing"),
    ActivityStatus.COMPLETED: Text("är genomförd", "is completed"),
    ActivityStatus.IMPLEMENTED: Text("är införd", "is implemented"),
}
_OVER = frozenset(
    {
        ActivityStatus.COMPLETED, ActivityStatus.IMPLEMENTED, ActivityStatus.CANCELLED,
        ActivityStatus.CARRIED_OVER, ActivityStatus.DELEGATED,
    }
)  # fmt: skip
_UNMET = WAITED_FOR | {DecisionState.REJECTED}
_EARLY_STAGES = frozenset({Stage.PREPARE, Stage.DECIDE})


@dataclass(frozen=True, slots=True)
class _Case:
    """A condition of an activity, with its state and where that stands."""

    file: str
    route: Route
    activity: Activity
    condition: Condition
    state: DecisionState | None
    stated_at: tuple[str, Route]

    @property
    def values(self) -> dict[str, object]:
        """The values that every text about the case takes."""
        return {
            "title": self.activity.title,
            "condition": self.condition.title,
            "state": self.state,
        }

    @property
    def identity(self) -> str:
        """What tells the conditions of an activity apart."""
        return self.condition.id or self.condition.title


@rule(
    "unmet-condition",
    Severity.ERROR,
    Text(
        "En aktivitet med villkor väntar tills de är uppfyllda.",
        "An activity with conditions waits until they are met.",
    ),
    completeness=True,
    code="R24",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the activities that do not wait for their conditions, or do not say for how long."""
    for name, activity in edition.activities.items():
        file = edition.path_of(f"activities/{name}.yaml")
        for index, condition in numbered(activity.conditions):
            route: Route = ("conditions", index)
            if not facts.in_doubt(file, *route) and not facts.in_doubt(file, "status"):
                case = _case(file, route, activity, condition, facts)
                yield from _judge(case, edition.roadmap, facts)


def _case(file: str, route: Route, activity: Activity, condition: Condition, facts: Facts) -> _Case:
    """Return a condition with its own state, else that of the decision it names."""
    state, decision = state_of(condition, facts)
    place, start = (decision.file, decision.route) if decision else (file, route)
    stated_at = place, (*start, "state")
    return _Case(file, route, activity, condition, state, stated_at)


def _judge(case: _Case, roadmap: Roadmap, facts: Facts) -> Iterator[Problem]:
    """Yield at most one thing about a condition: the gravest."""
    activity, condition = case.activity, case.condition
    start = activity.start
    if activity.status in _BEGUN and case.state in _UNMET:
        yield _too_early(case)
    elif activity.status in _OVER or facts.is_delegated(case.file, activity):
        return
    elif start and _waits(case) and condition.expected and start.before(condition.expected):
        yield _begins_early(case, start, condition.expected)
    elif case.state in WAITED_FOR and (late := passed_time(case.condition, facts)):
        key, time = late
        values = {**case.values, "expected": time, "year": facts.today.year + 1}
        yield Problem(
            case.file, (*case.route, *key), OVERDUE, values, SAY_ANEW, severity=Severity.WARNING,
            identity=("late", case.identity), contradiction=True,
        )  # fmt: skip
    elif case.state in WAITED_FOR | {None} and _must_say_when(condition, roadmap):
        values = {**case.values, "year": roadmap.year + 1}
        yield Problem(
            case.file, (*case.route, "expected"), NO_TIME, values,
            SAY_WHEN, spot="first_key", severity=Severity.WARNING,
            identity=("time", case.identity),
        )  # fmt: skip


def _too_early(case: _Case) -> Problem:
    status = case.activity.status
    milder = status is ActivityStatus.ONGOING and case.activity.stage in _EARLY_STAGES
    return Problem(
        case.file,
        ("status",),
        TOO_EARLY,
        {**case.values, "status": _BEGUN[status] if status else ""},
        CANCEL if case.state is DecisionState.REJECTED else WAIT,
        severity=Severity.WARNING if milder else None,
        related=(Related(*case.stated_at, STATE_HERE),),
        identity=("early", case.identity),
        contradiction=True,
    )


def _begins_early(case: _Case, start: FuzzyTime, expected: FuzzyTime) -> Problem:
    return Problem(
        case.file,
        ("start",),
        BEGINS_EARLY,
        {**case.values, "start": start, "expected": expected, "example": expected.text},
        MOVE_START,
        severity=Severity.WARNING,
        related=(Related(case.file, (*case.route, "expected"), EXPECTED_HERE),),
        identity=("start", case.identity),
        contradiction=True,
    )


def _waits(case: _Case) -> bool:
    """Tell whether the work of the activity is all ahead, and the condition too."""
    return case.state in WAITED_FOR and case.activity.stage not in _EARLY_STAGES


def _must_say_when(condition: Condition, roadmap: Roadmap) -> bool:
    """Tell whether a time is missing; of a direction or a målbild nobody asks for any."""
    in_force = condition.in_force
    stated = in_force and (in_force.expected or in_force.date)
    said = condition.expected or stated or condition.decision
    return not said and roadmap.profile in _ASKED_WHEN
