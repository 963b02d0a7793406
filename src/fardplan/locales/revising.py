"""What is said of a new edition that somebody has to take a stand on."""

from __future__ import annotations

from fardplan.locales.text import Text

OVERDUE = Text(
    "Aktiviteter vars tid har gått ut: fortsätter de, är de klara eller utgår de?",
    "Activities whose time has passed: do they go on, are they done, or are they dropped?",
)
GOALS = Text("Mål utan aktiviteter", "Goals without activities")
PRECONDITIONS = Text(
    "Förutsättningar på systemnivå utan aktiviteter", "Preconditions without activities"
)
ACHIEVED = Text("Uppnådda mål: ska de vara kvar?", "Goals that are achieved: shall they stay?")
PLACEHOLDERS = Text("Skulle ha varit ifyllda vid det här laget", "Should be filled in by now")
DELEGATED = Text("Hanteras i en plan som har tagit slut", "Handled in a plan that has ended")
DATES = Text("Andra tider som har gått ut", "Other times that have passed")
INDICATORS = Text("Indikatorer utan målvärde för {year}", "Indicators without a target for {year}")
FINANCING = Text(
    "Projektplaner vars finansiering inte säger något om {year}",
    "Projektplaner whose financing says nothing of {year}",
)
PRIORITIES = Text(
    "Prioriterade områden: är de prioriterade också {year}?",
    "Areas of priority: are they that in {year} too?",
)
TEXTS = Text("Texter som nämner {year}", "Texts that mention {year}")
REST = Text("Annat att skriva in eller se över", "Other things to fill in or look over")

REPORTING = Text("Rapportering (`reporting › dates`)", "Reporting (`reporting › dates`)")
FOLLOW_UP = Text("Uppföljning (`follow_up › dates`)", "Follow-up (`follow_up › dates`)")
FILE = Text("{title} ({file})", "{title} ({file})")
TIMED = Text("{title}: {time} ({file})", "{title}: {time} ({file})")
IN_PLAN = Text("{title}: {plan}, {time} ({file})", "{title}: {plan}, {time} ({file})")
NO_FUNDING = Text(
    "Inga beviljade medel för {year} står under `funding` ({file})",
    "No money granted for {year} stands under `funding` ({file})",
)
KEY = Text("{key} ({file})", "{key} ({file})")
NO_THEME = Text(
    "Inget tema gäller {year}. Skriv det under `themes` ({file})",
    "No theme is of {year}. Write it under `themes` ({file})",
)
SUBTITLE = Text(
    "Undertiteln nämner ett tema: ”{subtitle}” ({file})",
    "The subtitle mentions a theme: “{subtitle}” ({file})",
)
NO_REVISION = Text(
    "När nästa revidering ska göras: `next_revision` ({file})",
    "When the next revision is to be made: `next_revision` ({file})",
)
NO_NUMBER = Text(
    "Det nya ärendets diarienummer: `registry_number` ({file})",
    "The registry number of the new case: `registry_number` ({file})",
)
NO_LAST_DAY = Text(
    "När alla parter ska ha antagit version {version}: `adoption › by` ({file})",
    "When all parties are to have adopted version {version}: `adoption › by` ({file})",
)
NO_PATH = Text(
    "Beslutsvägen för version {version}: `decision_path`. Senast var stegen: {steps} ({file})",
    "The way to a decision on version {version}: `decision_path`. Last time the steps were: "
    "{steps} ({file})",
)
NO_REPORT = Text(
    "Rapporten för {year}: reports/{year}.yaml saknas. Skapa den: fardplan new report {roadmap}",
    "The report for {year}: reports/{year}.yaml is missing. Make it: fardplan new report {roadmap}",
)
PROVENANCE = Text(
    "Så togs färdplanen fram: `provenance` handlar om den förra versionen ({file})",
    "How the roadmap was made: `provenance` is about the previous version ({file})",
)
PLANNING_YEARS = Text("Planeringsåren: {years} ({file})", "The planning years: {years} ({file})")
