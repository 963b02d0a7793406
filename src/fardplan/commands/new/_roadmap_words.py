"""The questions about a roadmap in words, and the gaps that stay in its file."""

from __future__ import annotations

from datetime import date

from fardplan.commands.new._form import Entry
from fardplan.editing.fragments import Bare, Plain
from fardplan.editing.outline import Gap, Open
from fardplan.locales.text import Text
from fardplan.model.edition import FORMAT
from fardplan.model.terms import Profile, RoadmapStatus

TITLE = Entry(
    "title",
    "--title",
    Text("Vad heter färdplanen?", "What is the roadmap called?"),
    Text("Färdplanens namn.", "The roadmap's name."),
)
OWNERS = Entry(
    "owners",
    "--owner",
    Text("Vilken organisation äger färdplanen?", "Which organisation owns the roadmap?"),
    Text("Organisationerna som äger färdplanen.", "The organisations that own the roadmap."),
    (Gap("owners: …", Text("vem äger den? visa dem: fardplan list organisation", "whose is it?")),),
    several=True,
    alone=True,
)
PROFILE = Entry(
    "profile",
    "--profile",
    Text("Vilken sorts dokument är det?", "What sort of document is it?"),
    Text(
        "Vilken sorts dokument det är. En handlingsplan prövas strängast: varje "
        "aktivitet i den ska ha en projektplan.",
        "What sort of document it is. An action plan is judged most strictly: its "
        "activities have a projektplan each.",
    ),
    required=True,
)

_VERSION: Open = (
    Gap(
        'version: "…"', Text("till exempel 1.0, med citattecken", "such as 1.0, in quotation marks")
    ),
)
_LEVEL: Open = (Gap("level: …", Text("county (län), municipal (kommun) …", "county, municipal …")),)
_VALIDITY: Open = (
    Gap("validity:", Text("giltighetstid", "when it is in force")),
    Gap("  from: …", Text("från och med? till exempel 2026-01-01", "from when?")),
    Gap("  to: …", Text("till och med? till exempel 2029-12-31", "until when?")),
)
_NEXT_REVISION: Open = (
    Gap("next_revision: …", Text("när kommer nästa version?", "when is the next version due?")),
)
_ACCOUNTABLE: Open = (
    Gap("accountable: …", Text("vilket organ ansvarar? fardplan list body", "which body?")),
)
_REGISTRY_NUMBER: Open = (Gap("registry_number: …", Text("diarienummer", "registry number")),)
_PURPOSE: Open = (Gap("purpose: …", Text("varför finns färdplanen?", "why is there a roadmap?")),)
_PRINCIPLES: Open = (
    Gap("principles:", Text("hur samarbetar ni? en punkt var", "how do you work together?")),
    Gap(
        "  - id: …",
        Text("kort namn: a–z, siffror, bindestreck", "a short name: a–z, digits, hyphens"),
    ),
    Gap("    title: …", Text("principens namn", "the principle's name")),
)
_PHASES: Open = (
    Gap("phases:", Text("faserna i arbetet, i ordning", "the phases of the work, in order")),
    Gap(
        "  - id: …",
        Text("kort namn: a–z, siffror, bindestreck", "a short name: a–z, digits, hyphens"),
    ),
    Gap("    title: …", Text("fasens namn", "the phase's name")),
)
VISION: tuple[Open, ...] = (
    (
        Gap("perspectives:", Text("vem talar? till exempel invånare", "who speaks?")),
        Gap("  - id: …", Text("kort namn: a–z, siffror, bindestreck", "a short name: a–z, digits")),
        Gap("    title: …", Text("perspektivets namn", "the perspective's name")),
        Gap("    statements:", Text("formuleringarna, i ordning", "the statements, in order")),
        Gap("      - id: …", Text("kort namn, som inte ändras", "a short name that stays")),
        Gap("        text: …", Text("en mening i målbilden", "a sentence of the vision")),
    ),
)


def year() -> Entry:
    """Return the question about the year, which usually is this one."""
    return Entry(
        "year",
        "--year",
        Text("Vilket år gäller versionen?", "Which year is the version for?"),
        Text("Året som versionen gäller.", "The year that the version is for."),
        proposal=str(date.today().year),  # noqa: DTZ011 - the user's own day is meant
        required=True,
    )


def basics() -> dict[str, Plain]:
    """Return what every new roadmap says."""
    return {"format": Bare(FORMAT), "status": str(RoadmapStatus.DRAFT.value)}


def gaps(profile: str) -> tuple[Open, ...]:
    """Return what a roadmap of a profile is to say in time, and what is good to know."""
    found: tuple[Open, ...] = (_VERSION, _LEVEL, _REGISTRY_NUMBER, _PURPOSE)
    if profile != Profile.VISION:
        found = (*found, _VALIDITY, _NEXT_REVISION)
    if profile in (Profile.ACTION, Profile.PROCESS):
        found = (*found, _ACCOUNTABLE)
    if profile == Profile.ACTION:
        found = (*found, _PRINCIPLES)
    if profile == Profile.PROCESS:
        found = (*found, _PHASES)
    return found
