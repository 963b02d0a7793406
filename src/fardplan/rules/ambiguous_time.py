"""En tid ska gå att läsa på bara ett sätt.

”Vintern 2022” kan vara den vinter som började i december 2021 eller den som började i december
2022. Skriv båda åren: `vintern 2021/2022` eller `vintern 2022/2023`. Regeln ser på varje tid i
varje fil. Går det bara att läsa en tid på ett sätt, som i ”hösten 2022 – vintern 2022”, säger
regeln inget.

Varför: 001 säger att arbetet med länets färdplan ”påbörjades i maj 2022 och fortgår vintern 2022”.
Läsaren vet då inte om det är årets början eller slut som menas, och ingen kan säga om arbetet är
försenat.

In English: A time can be read in only one way.

“Vintern 2022” (winter 2022) may be the winter that began in December 2021 or the one that began in
December 2022. Write both years: `vintern 2021/2022` or `vintern 2022/2023`. The rule looks at every
time in every file. Where a time can be read in only one way, as “hösten 2022 – vintern 2022”, the
rule says nothing.

Why: 001 says that the work on the county's roadmap ”påbörjades i maj 2022 och fortgår vintern
2022” (began in May 2022 and goes on in winter 2022). The reader does not know whether the beginning
or the end of the year is meant, and nobody can tell whether the work is late.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    end: vintern 2024
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    end: vintern 2024/2025
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fardplan.locales.dates import join_span, say_month
from fardplan.locales.text import Lang, Text
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, fields_of, leaves, models_in
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts, Problem, Severity, rule_everywhere

AMBIGUOUS = Text("”{written}” kan betyda {readings}.", "“{written}” can mean {readings}.")
CHOOSE = Text("Skriv vilket som menas: {choices}.", "Write which is meant: {choices}.")
OR = Text("{first} eller {last}", "{first} or {last}")
FROM = Text("från {month}", "from {month}")
UNTIL = Text("till och med {month}", "up to and including {month}")

_SEVERAL = 2


class Readings(tuple[FuzzyTime, ...]):
    """Times to choose between, with the months that each covers."""

    __slots__ = ()

    def say(self, lang: Lang) -> str:
        """Return "vintern 2021/2022 (december 2021 – februari 2022) eller …"."""
        return _choice([f"{time.say(lang)} ({_months(time, lang)})" for time in self], lang)


class Choices(tuple[FuzzyTime, ...]):
    """Times to choose between, as they are to be written."""

    __slots__ = ()

    def say(self, lang: Lang) -> str:
        """Return "`vintern 2021/2022` eller `vintern 2022/2023`"."""
        return _choice([f"`{time.text}`" for time in self], lang)


@rule_everywhere(
    "ambiguous-time",
    Severity.WARNING,
    Text("En tid går att läsa på bara ett sätt.", "A time can be read in only one way."),
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield every time that can be read in several ways."""
    for file, document in _documents(facts):
        for leaf in leaves(document, fields=fields_with_times):
            time = leaf.value
            if isinstance(time, FuzzyTime) and len(readings := time.readings()) >= _SEVERAL:
                yield Problem(
                    file,
                    leaf.route,
                    AMBIGUOUS,
                    {
                        "written": time.text,
                        "readings": Readings(readings),
                        "choices": Choices(readings),
                    },
                    CHOOSE,
                    identity=(time.text,),
                )


def _documents(facts: Facts) -> Iterator[tuple[str, Value]]:
    """Yield the files of the roadmap, or those that all roadmaps share."""
    if facts.edition is None:
        yield from facts.collection.shared_documents()
        return
    for document, value in facts.edition.documents():
        yield facts.edition.path_of(document), value


@cache
def fields_with_times(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields that hold times, or values in which some can stand."""
    return tuple(
        spec
        for spec in fields_of(model)
        if spec.scalar is FuzzyTime or any(_has_times(held) for held in models_in(spec.model))
    )


def _has_times(model: type[Value]) -> bool:
    return any(spec.scalar is FuzzyTime for spec in fields_of(model))


def _choice(wordings: list[str], lang: Lang) -> str:
    *others, last = wordings
    return OR.say(lang, first=", ".join(others), last=last)


def _months(time: FuzzyTime, lang: Lang) -> str:
    """Return the first and last month of a time, of which at least one is known."""
    first, last = (
        say_month(day.year, day.month, lang) if day else "" for day in (time.start, time.end)
    )
    if first and last:
        return join_span(first, last)
    return FROM.say(lang, month=first) if first else UNTIL.say(lang, month=last)
