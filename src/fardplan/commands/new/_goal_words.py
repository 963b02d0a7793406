"""The questions about a goal in words, and the gaps that stay in its file."""

from __future__ import annotations

from fardplan.commands.new._form import Entry
from fardplan.editing.outline import Gap
from fardplan.locales.text import Text

TITLE = Entry(
    "title",
    "--title",
    Text("Vad heter målet?", "What is the goal called?"),
    Text("Målets namn.", "The goal's name."),
)
AREA = Entry(
    "area",
    "--area",
    Text("Vilket område hör målet till?", "Which area does the goal belong to?"),
    Text("Området som målet hör till.", "The area that the goal belongs to."),
    (Gap("area: …", Text("vilket område? visa dem: fardplan list area", "which area?")),),
)
KIND = Entry(
    "kind",
    "--kind",
    Text("Vilken sorts mål är det?", "What sort of goal is it?"),
    Text(
        "Ett effektmål, ett inriktningsmål, ett önskat tillstånd eller en förflyttning "
        "från ett läge till ett annat.",
        "An effect, a direction, a wanted state or a move from one state to another.",
    ),
)
RESPONSIBLE = Entry(
    "responsible",
    "--responsible",
    Text("Vem ansvarar för målet?", "Who is responsible for the goal?"),
    Text("Den som ansvarar för målet.", "Who is responsible for the goal."),
    (Gap("responsible: …", Text("vem ansvarar? visa dem: fardplan list body", "who?")),),
    several=True,
    alone=True,
)
WORDING = (
    Gap(
        "wording: …",
        Text("hela målet, om titeln är en kortare form", "the whole goal, if the title is shorter"),
    ),
)
TEXT = (Gap("text: …", Text("vad betyder målet, och varför?", "what does it mean, and why?")),)
INDICATORS = (
    Gap(
        "indicators: […]",
        Text("vad visar att målet nås? visa dem: fardplan list indicator", "what shows it?"),
    ),
)
PLACEHOLDER = (
    Gap(
        "placeholder:", Text("bara medan målet saknar aktiviteter", "only while without activities")
    ),
    Gap("  text: …", Text("vad ska stå så länge?", "what to say meanwhile?")),
    Gap("  due: …", Text("när kommer aktiviteterna? till exempel HT2026", "when will they come?")),
)
