"""The questions about an activity in words, and the gaps that stay in its file."""

from __future__ import annotations

from fardplan.commands._questions import Choice
from fardplan.commands.new._form import Entry
from fardplan.editing.outline import Gap, Open
from fardplan.locales.text import Text
from fardplan.model.refusal import Refused, quote

TITLE = Entry(
    "title",
    "--title",
    Text("Vad heter aktiviteten?", "What is the activity called?"),
    Text("Aktivitetens namn.", "The activity's name."),
)

PARENT = Text("Vad hör aktiviteten till?", "What does the activity belong to?")
ABOUT_PARENT = Text(
    "Målet som aktiviteten ska bidra till, eller förutsättningen som den ska skapa.",
    "The goal that the activity is to serve, or the precondition that it is to bring about.",
)
ONE_PARENT = Text(
    "En aktivitet hör till en enda sak: välj --goal, --precondition eller --area.",
    "An activity belongs to one thing: choose --goal, --precondition or --area.",
)
NO_GOALS = Text(
    "Färdplanen {roadmap} har inga mål att lägga aktiviteten under. Skapa först ett: "
    "fardplan new goal {roadmap}",
    "The roadmap {roadmap} has no goals to put the activity under. First make one: "
    "fardplan new goal {roadmap}",
)
NO_SUCH_PARENT = Text("”{written}” finns inte i listan.", "“{written}” is not in the list.")
PARENTS = {
    "goal": Entry(
        "goal",
        "--goal",
        PARENT,
        Text("Målet som aktiviteten hör till.", "The goal that the activity belongs to."),
    ),
    "precondition": Entry(
        "precondition",
        "--precondition",
        PARENT,
        Text("Förutsättningen som aktiviteten hör till.", "The precondition that it belongs to."),
    ),
    "area": Entry(
        "area",
        "--area",
        PARENT,
        Text("Området som aktiviteten hör till.", "The area that the activity belongs to."),
    ),
}
PARENT_LEFT = (Gap("goal: …", Text("vilket mål? visa dem: fardplan list goal", "which goal?")),)

STATUS = Entry(
    "status",
    "--status",
    Text("Hur långt har aktiviteten kommit?", "How far has the activity come?"),
    Text("Hur långt aktiviteten har kommit.", "How far the activity has come."),
    (
        Gap(
            "status: …",
            Text("planned (planerad), ongoing (pågår) …", "planned, ongoing …"),
        ),
    ),
)
START = Entry(
    "start",
    "--start",
    Text("När börjar aktiviteten?", "When does the activity begin?"),
    Text(
        "När aktiviteten börjar, till exempel 2026-01, VT2026 eller 2026.",
        "When the activity begins, such as 2026-01, VT2026 or 2026.",
    ),
    (Gap("start: …", Text("när börjar den? till exempel 2026-01 eller VT2026", "when?")),),
)
END = Entry(
    "end",
    "--end",
    Text("När är den klar?", "When is it done?"),
    Text(
        "När aktiviteten slutar, till exempel 2026-12, HT2026 eller 2027.",
        "When the activity ends, such as 2026-12, HT2026 or 2027.",
    ),
    (Gap("end: …", Text("när är den klar? till exempel 2026-12 eller HT2026", "until when?")),),
)
RESPONSIBLE = Entry(
    "responsible",
    "--responsible",
    Text("Vem ansvarar för aktiviteten?", "Who is responsible for the activity?"),
    Text("Den eller de som ansvarar för aktiviteten.", "Who is responsible for the activity."),
    (Gap("responsible: …", Text("vem ansvarar? visa dem: fardplan list body", "who?")),),
    several=True,
    alone=True,
)
PARTNERS = (
    Gap(
        "partners: […]", Text("vilka medverkar? visa dem: fardplan list organisation", "with whom?")
    ),
)
TEXT = (Gap("text: …", Text("vad ska göras, och varför?", "what is to be done, and why?")),)
PRINCIPLES = Entry(
    "principles",
    "--principle",
    Text("Vilka vägledande principer bygger den på?", "On which guiding principles does it build?"),
    Text(
        "De vägledande principer som aktiviteten bygger på.",
        "The guiding principles that the activity builds on.",
    ),
    (
        Gap(
            "principles: […]",
            Text("vilka vägledande principer? visa dem: fardplan list principle", "which?"),
        ),
    ),
    several=True,
)
SUSTAINABILITY = (
    Gap("sustainability:", Text("jämlikhet och hållbarhet", "equality and sustainability")),
    Gap("  equal_health: …", Text("hur bidrar den till jämlik hälsa?", "how does it serve all?")),
    Gap("  long_term: …", Text("hur blir resultatet bestående?", "how does the result last?")),
    Gap("  economic: …", Text("hur håller den ekonomiskt?", "how can it be afforded?")),
)

PLAN = Text(
    "En aktivitet i en handlingsplan ska ha en projektplan. Var finns den?",
    "An activity in an action plan needs a projektplan. Where is it?",
)
ABOUT_PLAN = Text(
    "Projektplanen har fem delar: tidsplan, uppdrag, genomförande, finansiering och uppföljning. "
    "Den kan stå i samma fil eller vara ett eget dokument.",
    "The projektplan has five parts: timeline, mandate, implementation, financing and follow-up. "
    "It can stand in the same file or be a document of its own.",
)
NOW, ELSEWHERE, LATER = "now", "document", "later"
PLAN_CHOICES = (
    Choice(NOW, Text("Vi skriver den nu", "We write it now")),
    Choice(ELSEWHERE, Text("Den finns redan, som ett eget dokument", "It is a document already")),
    Choice(LATER, Text("Vi skriver den senare", "We write it later")),
)


PLAN_LEFT = Text(
    "lägg till den: fardplan new projektplan {name}", "add it: fardplan new projektplan {name}"
)


def plan_left(name: str) -> Open:
    """Return the line that says how the activity gets its projektplan."""
    return (
        Gap(
            "projektplan: …",
            PLAN_LEFT.fill(name=name),
        ),
    )


def read_parent(written: str) -> str:
    """Return what was chosen in the list of parents; raises Refused for anything else."""
    if written.partition("/")[0] not in PARENTS:
        raise Refused(NO_SUCH_PARENT, {"written": quote(written)})
    return written


def read_when(written: str) -> str:
    """Return when the projektplan is written; raises Refused for what is no choice."""
    if written not in {choice.value for choice in PLAN_CHOICES}:
        raise Refused(NO_SUCH_PARENT, {"written": quote(written)})
    return written
