"""Slutet ska inte komma före början, och det som hör till en tidsplan ska ligga inom den.

Regeln jämför det som står: start och slut, giltighetstidens `from` och `to`, en remiss och dess
sista svarsdag, ett steg och steget som det kommer efter (`after`). Ligger slutet helt före början
är det ett fel. En milstolpe eller leverans utanför tidsplanen och en delaktivitet utanför
aktiviteten är varningar. Tider som bara kanske krockar säger regeln inget om, och
inte heller om det som utgår (`status: cancelled`).

Varför: 003, s. 12, kräver en tidsplan i varje projektplan, och 002 ordnar sina steg efter termin
(”Genomförande och tidplan”). En tidsplan som säger emot sig själv kan ingen följa.

In English: The end does not come before the beginning, and what belongs to a timeline lies in it.

The rule compares what is stated: start and end, `from` and `to` of the validity, a consultation and
its last day, a step and the one that it comes after (`after`). If the end lies wholly before the
beginning it is an error. A milestone or deliverable outside the timeline and a sub-activity outside
the activity are warnings. Of times that only may clash the rule says
nothing, nor of what is dropped (`status: cancelled`).

Why: 003, p. 12, demands a timeline in every projektplan, and 002 orders its steps by term
(”Genomförande och tidplan”). Nobody can follow a timeline that contradicts itself.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    start: hösten 2025
    end: våren 2025
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    start: våren 2025
    end: hösten 2025
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Lang, Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.roadmap import Roadmap
from fardplan.model.time import FuzzyTime, TimeKind
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._dates import Dated
from fardplan.rules._spans import Span, parts_of
from fardplan.rules._steps import Placed, steps_of

REVERSED = Text(
    "Slutet för ”{title}” ({end}) ligger före början ({start}).",
    "The end of “{title}” ({end}) lies before its beginning ({start}).",
)
STEP_TOO_EARLY = Text(
    "Steget ”{title}” ({time}) ligger före steget som det ska komma efter: ”{before}” ({other}).",
    "The step “{title}” ({time}) lies before the step that it comes after: “{before}” ({other}).",
)
OUTSIDE = Text(
    "”{title}” ({time}) ligger utanför tiden för ”{whole}”, som {edge}.",
    "“{title}” ({time}) lies outside the time of “{whole}”, which {edge}.",
)
CORRECT_ONE = Text(
    "Rätta den tid som är fel, till exempel `{last}: {example}`.",
    "Correct the time that is wrong, for example `{last}: {example}`.",
)
CORRECT_STEP = Text(
    "Rätta tiden, till exempel `when: {example}`, flytta steget till rätt fas, eller ta bort "
    "`after` om stegen inte hör ihop.",
    "Correct the time, for example `when: {example}`, move the step to the right phase, or remove "
    "`after` if the steps are unrelated.",
)
BEGIN_SOONER = Text(
    "Rätta tiden. Börjar ”{whole}” redan då? Skriv `start: {example}`.",
    "Correct the time. Does “{whole}” begin that early? Write `start: {example}`.",
)
END_LATER = Text(
    "Rätta tiden. Slutar ”{whole}” först då? Skriv `end: {example}`.",
    "Correct the time. Does “{whole}” end that late? Write `end: {example}`.",
)
BEGINS = Text("börjar {time}", "begins {time}")
ENDS = Text("slutar {time}", "ends {time}")
BEGINNING_HERE = Text("Början står här.", "The beginning stands here.")
END_HERE = Text("Slutet står här.", "The end stands here.")
OTHER_STEP = Text("Steget som ska komma före står här.", "The step that comes before is here.")


@dataclass(frozen=True, slots=True)
class Edge:
    """A beginning or an end as it reads in a sentence: slutar hösten 2024."""

    words: Text
    time: FuzzyTime

    def say(self, lang: Lang) -> str:
        """Return the words in `lang`."""
        return self.words.say(lang, time=self.time)


@rule(
    "timeline-order",
    Severity.ERROR,
    Text(
        "Slutet kommer inte före början, och delarna ligger inom helheten.",
        "The end does not come before the beginning, and the parts lie within the whole.",
    ),
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the times that contradict each other."""
    file = edition.path_of("roadmap.yaml")
    for span in _spans_of_roadmap(edition.roadmap):
        yield from _judge_span(span, file)
    yield from _judge_steps(edition, file)
    for name, activity in edition.activities.items():
        place = edition.path_of(f"activities/{name}.yaml")
        if facts.in_doubt(place, "status"):
            continue
        for part in parts_of(activity):
            if part.span.is_reversed:
                yield from _judge_span(part.span, place)
            for dated, edge in part.outside() if part.whole else ():
                if part.whole and not facts.in_doubt(place, *dated.route[:-1], "status"):
                    yield _outside(dated, part.whole, edge, place)


def _spans_of_roadmap(roadmap: Roadmap) -> Iterator[Span]:
    if validity := roadmap.validity:
        route: Route = ("validity",)
        keys = ("from", "to")
        yield Span(route, roadmap.title, validity.from_, validity.to, keys)
        for index, earlier in numbered(validity.history):
            place = (*route, "history", index)
            yield Span(place, roadmap.title, earlier.from_, earlier.to, keys)
    for index, sent in numbered(roadmap.consultations):
        route = ("consultations", index)
        yield Span(route, sent.title, sent.opened, sent.last_day, ("opened", "last_day"))


def _judge_span(span: Span, file: str) -> Iterator[Problem]:
    if not (span.is_reversed and span.start and span.end):
        return
    first, last = span.keys
    earliest = span.start.end or span.start.start
    form = "%Y-%m-%d" if span.start.kind is TimeKind.DAY else "%Y-%m"
    yield Problem(
        file,
        (*span.route, last),
        REVERSED,
        {
            "title": span.title,
            "start": span.start,
            "end": span.end,
            "last": last,
            "example": earliest.strftime(form) if earliest else "",
        },
        CORRECT_ONE,
        related=(Related(file, (*span.route, first), BEGINNING_HERE),),
        identity=(span.start.iso(), span.end.iso()),
    )


def _outside(dated: Dated, whole: Span, edge: str, file: str) -> Problem:
    bound: FuzzyTime = getattr(whole, edge)
    early = edge == "start"
    return Problem(
        file,
        dated.route,
        OUTSIDE,
        {
            "title": dated.title,
            "time": dated.time,
            "whole": whole.title,
            "edge": Edge(BEGINS if early else ENDS, bound),
            "example": dated.time.text,
        },
        BEGIN_SOONER if early else END_LATER,
        severity=Severity.WARNING,
        related=(Related(file, (*whole.route, edge), BEGINNING_HERE if early else END_HERE),),
        identity=(dated.time.iso(), bound.iso()),
    )


def _judge_steps(edition: Edition, file: str) -> Iterator[Problem]:
    steps = steps_of(edition)
    by_id = {one.step.id: one for one in steps if one.step.id}
    for one in steps:
        if other := by_id.get(one.step.after or ""):
            yield from _judge_after(one, other, file)


def _judge_after(one: Placed, other: Placed, file: str) -> Iterator[Problem]:
    if one.time and other.time and one.time.before(other.time):
        yield Problem(
            file,
            (*one.route, "when" if one.step.when else "after"),
            STEP_TOO_EARLY,
            {
                "title": one.step.title,
                "time": one.time,
                "before": other.step.title,
                "other": other.time,
                "example": other.time.text,
            },
            CORRECT_STEP,
            related=(Related(file, other.route, OTHER_STEP, spot="inside"),),
            identity=(one.time.iso(), other.time.iso()),
        )
