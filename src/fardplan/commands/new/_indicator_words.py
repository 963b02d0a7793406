"""The questions about an indicator in words, and the gaps that stay in its file."""

from __future__ import annotations

from fardplan.commands.new._form import Entry
from fardplan.editing.outline import Gap
from fardplan.locales.text import Text

TITLE = Entry(
    "title",
    "--title",
    Text("Vad heter indikatorn?", "What is the indicator called?"),
    Text("Indikatorns namn.", "The indicator's name."),
)
DEFINITION = Entry(
    "definition",
    "--definition",
    Text("Vad mäts, och hur?", "What is measured, and how?"),
    Text("Vad som mäts och hur.", "What is measured, and how."),
    (Gap("definition: …", Text("vad mäts, och hur?", "what is measured, and how?")),),
)
UNIT = Entry(
    "unit",
    "--unit",
    Text("I vilken enhet?", "In which unit?"),
    Text(
        "Enheten: procent, antal, dagar, per 1\u00a0000 …",
        "The unit: percent, number, days, per 1,000 …",
    ),
    (Gap("unit: …", Text("enhet: procent, antal, dagar …", "unit: percent, number, days …")),),
)
DIRECTION = Entry(
    "direction",
    "--direction",
    Text("Åt vilket håll ska värdet gå?", "Which way should the value go?"),
    Text("Åt vilket håll värdet ska gå.", "Which way the value should go."),
    (
        Gap(
            "direction: …", Text("increase (öka) eller decrease (minska)?", "increase or decrease?")
        ),
    ),
)
GOALS = Entry(
    "goals",
    "--goal",
    Text("Vilka mål visar indikatorn?", "Which goals does it show?"),
    Text("Målen som indikatorn visar.", "The goals that the indicator shows."),
    (Gap("goals: […]", Text("vilka mål? visa dem: fardplan list goal", "which goals?")),),
    several=True,
)
RESPONSIBLE = Entry(
    "responsible",
    "--responsible",
    Text("Vem tar fram värdet?", "Who finds out the value?"),
    Text("Den som tar fram värdet.", "Who finds out the value."),
    (Gap("responsible: …", Text("vem tar fram värdet?", "who finds out the value?")),),
    several=True,
    alone=True,
)
FREQUENCY = (
    Gap(
        "frequency: …",
        Text("hur ofta? yearly (varje år), half_yearly (varje halvår) …", "how often? yearly …"),
    ),
)
DATA_SOURCE = (
    Gap("data_source: …", Text("ur vilket register eller system?", "from which register?")),
)
BASELINE = (
    Gap("baseline:", Text("värdet innan arbetet börjar (nollmätning)", "before the work begins")),
    Gap("  period: …", Text("när mättes det? till exempel 2025", "when? such as 2025")),
    Gap("  value: …", Text("vilket värde? till exempel 31,5", "which value? such as 31.5")),
)
TARGETS = (
    Gap("targets:", Text("värdena som ska nås", "the values to reach")),
    Gap("  - year: …", Text("vilket år?", "in which year?")),
    Gap("    value: …", Text("vilket värde?", "which value?")),
)
