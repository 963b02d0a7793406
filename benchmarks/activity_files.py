"""The activities of a synthetic roadmap: made up, changed, written as YAML."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.places import Place
from benchmarks.wording import (
    GOALS,
    MILESTONES,
    OBJECTS,
    PRINCIPLES,
    TARGET_GROUPS,
    VERBS,
    folded,
    sentences,
    slug,
    sustainability,
)

DELEGATED_GOALS = 1
"""The last goals have no activities of their own: another plan answers for them."""

INDICATORS = ("oplanerade-inskrivningar", "upplevd-delaktighet")
PRECONDITION = "gemensam-ledning"
FUNDING = ("stimulansmedel-2024", "stimulansmedel-2025")

_ROLES = ("digitaliseringschefen", "folkhalsostrategen", "socialchefen", "verksamhetschefen")
_KINDS = ("pilot", "investigation", "training", "service", "digital_solution", "agreement")
_QUALITIES = ("accessibility", "continuity", "coordination", "proactivity")

_FILE = """\
# yaml-language-server: $schema=../../../schemas/activity.schema.json
title: {title}
{parent}
order: {order}
kind: {kind}
status: {status}
start: {start}
end: {end}
{reason}responsible: {responsible}
partners: [{partners}]
target_groups: [{target_group}]
quality_tags: [{quality}]
principles: [{principle}]
{depends_on}sustainability:
  equal_health: {equal_health}
  long_term: {long_term}
  economic: {economic}
projektplan:
  kind: projektplan
  status: decided
  mandate: {mandate}
  implementation: {implementation}
  timeline:
    start: {start}
    end: {end}
    milestones:
{milestones}
  financing:
{financing}
  follow_up:
    responsible: {managers}
    frequency: yearly
    indicators: [{indicator}]
"""


@dataclass(frozen=True)
class Activity:
    """One activity; months are counted from January 2024."""

    place: Place
    number: int
    title: str
    status: str
    start: int
    end: int
    reason: str
    responsible: str
    partners: tuple[str, ...]
    implementation: str
    amounts: tuple[int, ...]
    depends_on: str
    seed: str

    @property
    def id(self) -> str:
        """The stem of its file."""
        return slug(self.title.removesuffix(f" i {self.place.area_name}").replace(", ", " "))


def make_activities(place: Place, count: int, seed: str) -> list[Activity]:
    """Return the activities of a place; more than there are titles for come in stages."""
    rng = random.Random(seed)
    titles = [f"{verb} {thing}" for verb in VERBS for thing in OBJECTS]
    rng.shuffle(titles)
    activities: list[Activity] = []
    for number in range(count):
        stage, index = divmod(number, len(titles))
        title = titles[index] + (f", etapp {stage + 1}" if stage else "")
        before = activities[number // 10].id if number % 5 == 4 else ""
        activities.append(_make(place, number, title, before, f"{seed}/{number}"))
    return activities


def _make(place: Place, number: int, title: str, before: str, seed: str) -> Activity:
    rng = random.Random(seed)
    started = rng.random() < 0.6 or not number  # the first is the precondition's, begun in time
    start = rng.randint(0, 4) if started else rng.randint(12, 16)
    helpers = [(place.county or place).organisation, "foreningslivet", "hogskolan"]
    return Activity(
        place=place,
        number=number,
        title=f"{title} i {place.area_name}",
        status="ongoing" if started else "planned",
        start=start,
        end=rng.randint(20, 42),
        reason="",
        responsible=rng.choice((*_ROLES, place.managers)),
        partners=tuple(rng.sample(helpers, 2)),
        implementation=sentences(rng, 2, place.area_name),
        amounts=tuple(rng.randint(2, 12) * 50_000 for _ in FUNDING[: rng.randint(1, 2)]),
        depends_on=before,
        seed=seed,
    )


def month(number: int) -> str:
    """Return a month, counted from January 2024, as it is written in a file."""
    year, rest = divmod(number, 12)
    return f"{2024 + year}-{rest + 1:02}"


def activity_file(activity: Activity) -> str:
    """Return the file of an activity."""
    rng = random.Random(f"{activity.seed}/words")
    place, number = activity.place, activity.number
    goal = GOALS[(number - 1) % (len(GOALS) - DELEGATED_GOALS)][0]
    equal_health, long_term, economic = sustainability(rng, place.area_name)
    return _FILE.format(
        title=activity.title,
        parent=f"goal: {goal}" if number else f"precondition: {PRECONDITION}",
        order=number + 1,
        kind=rng.choice(_KINDS),
        status=activity.status,
        start=month(activity.start),
        end=month(activity.end),
        reason=f"reason: {activity.reason}\n" if activity.reason else "",
        responsible=activity.responsible,
        partners=", ".join(activity.partners),
        target_group=rng.choice(TARGET_GROUPS),
        quality=", ".join(rng.sample(_QUALITIES, 2)),
        principle=rng.choice(PRINCIPLES),
        depends_on=f"depends_on: [{activity.depends_on}]\n" if activity.depends_on else "",
        equal_health=equal_health,
        long_term=long_term,
        economic=economic,
        mandate=folded(sentences(rng, 1, place.area_name), 4),
        implementation=folded(activity.implementation, 4),
        milestones=_milestones(activity),
        financing=_financing(activity),
        managers=place.managers,
        indicator=rng.choice(INDICATORS),
    )


def _milestones(activity: Activity) -> str:
    step = (activity.end - activity.start) // len(MILESTONES)
    return "\n".join(
        f"      - {{title: {title}, date: {month(activity.start + step * part)}}}"
        for part, title in enumerate(MILESTONES, 1)
    )


def _financing(activity: Activity) -> str:
    return "\n".join(
        f"    - {{source: {source}, year: {source[-4:]}, amount: {amount}}}"
        for source, amount in zip(FUNDING, activity.amounts, strict=False)
    )
