"""The questions about a report in words, and the gaps that stay in its file."""

from __future__ import annotations

from collections.abc import Iterable

from fardplan.commands.new._form import Entry
from fardplan.editing.outline import Gap, Open
from fardplan.locales.text import Text, in_any_language
from fardplan.model.index import Entity
from fardplan.model.names import slug
from fardplan.model.refusal import Refused, quote
from fardplan.model.time import FuzzyTime
from fardplan.pipeline.creating import NewPlace

PERIOD = Text("Vilken period gäller rapporten?", "Which period is the report about?")
ABOUT_PERIOD = Text(
    "Perioden blir filens namn. Skriv ett år (2024), ett kvartal (2024-q2) eller en dag.",
    "The period becomes the file's name. Write a year (2024), a quarter (2024-q2) or a day.",
)
NOT_A_PERIOD = Text("”{written}” är ingen period.", "“{written}” is no period.")
WRITE_PERIOD = Text(
    "Skriv till exempel 2024, 2024-q2 eller 2024-10-26.",
    "Write for instance 2024, 2024-q2 or 2024-10-26.",
)

DATE = Entry(
    "date",
    "--date",
    Text("Vilken dag togs den emot?", "On which day was it received?"),
    Text("Mötet då rapporten togs emot.", "The meeting at which the report was received."),
    (Gap("date: …", Text("vilken dag togs den emot? till exempel 2025-01-09", "on which day?")),),
)
SUMMARY = (Gap("summary: …", Text("det viktigaste, i några meningar", "what matters most")),)
STATUS = Text(
    "ongoing (pågår), delayed (försenad), completed (genomförd) …", "ongoing, delayed, completed …"
)
COMMENT = Text("vad har hänt?", "what has happened?")
ONE_EACH = Text("hur har det gått? en rad var", "how has it gone? a row each")


def read_period(place: NewPlace, written: str) -> str:
    """Return a period as a file's name says it; raises Refused for what is no time or is taken."""
    stem = slug(written)
    try:
        FuzzyTime.parse(stem)
    except Refused:
        values = {"written": quote(written)}
        raise Refused(NOT_A_PERIOD, values, WRITE_PERIOD) from None
    return place.check(stem)


def title_of(stem: str) -> Entry:
    """Return the question about the title of a report."""
    when = FuzzyTime.parse(stem)
    return Entry(
        "title",
        "--title",
        Text("Vilken rubrik ska rapporten ha?", "What heading should the report have?"),
        Text("Rapportens rubrik.", "The report's heading."),
        proposal=f"Rapport för {when.say('sv')}",
    )


def receiver(usual: str) -> Entry:
    """Return the question about who receives a report; usually it is the same body."""
    return Entry(
        "body",
        "--body",
        Text("Vem tar emot rapporten?", "Who receives the report?"),
        Text("Gruppen som tar emot rapporten.", "The body that receives the report."),
        (Gap("body: …", Text("vem tar emot den? visa dem: fardplan list body", "who?")),),
        proposal=usual,
    )


def statuses(activities: Iterable[Entity]) -> Open:
    """Return a row to fill in for each activity."""
    lines = [Gap("statuses:", ONE_EACH)]
    for one in activities:
        lines += [
            Gap(f"  - entity: {{activity: {one.id}}}", in_any_language(quote(one.title))),
            Gap("    status: …", STATUS),
            Gap("    comment: …", COMMENT),
        ]
    return tuple(lines)
