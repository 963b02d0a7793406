"""How the document stands: its status in words, what to beware of, what registers ask for."""

from __future__ import annotations

from fardplan.documents.compose import cover
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.document import Banner, Status
from fardplan.documents.inline import Badge, Inline, Tone, join, plain
from fardplan.locales.text import Text
from fardplan.model.terms import RoadmapStatus

NO_STATUS = Text("Status anges inte", "Status not stated")
FICTIONAL = Text(
    "Det här är ett påhittat exempel. Organisationerna, besluten och siffrorna i den finns inte.",
    "This is a fictional example. Its organisations, decisions and figures do not exist.",
)
REPLACED_BY = Text(
    "Det här är en äldre version av {plan}. Den version som gäller:",
    "This is an earlier version of {plan}. The version in force:",
)
VERSION = Text("version {version}", "version {version}")
IN_FORCE = Text("Den version som gäller:", "The version in force:")
TONES: dict[RoadmapStatus, Tone] = {
    RoadmapStatus.DRAFT: "caution",
    RoadmapStatus.CONSULTATION: "caution",
    RoadmapStatus.PROPOSED: "caution",
    RoadmapStatus.ADOPTED: "good",
    RoadmapStatus.IN_FORCE: "good",
    RoadmapStatus.UNDER_REVISION: "accent",
    RoadmapStatus.EXPIRED: "critical",
    RoadmapStatus.REPLACED: "critical",
    RoadmapStatus.WITHDRAWN: "critical",
}
WARNINGS = {
    RoadmapStatus.DRAFT: Text(
        "Det här är ett utkast. Innehållet kan ändras.",
        "This is a draft. Its content may change.",
    ),
    RoadmapStatus.CONSULTATION: Text(
        "Det här är en remissversion. Innehållet kan ändras efter svaren.",
        "This is a consultation version. Its content may change after the answers.",
    ),
    RoadmapStatus.PROPOSED: Text(
        "Det här är ett förslag som ännu inte är antaget.",
        "This is a proposal that has not been adopted yet.",
    ),
    RoadmapStatus.EXPIRED: Text("{Plan} har upphört att gälla.", "{Plan} has expired."),
    RoadmapStatus.REPLACED: Text(
        "{Plan} är ersatt av en senare version.", "{Plan} is replaced by a later version."
    ),
    RoadmapStatus.WITHDRAWN: Text("{Plan} är återkallad.", "{Plan} has been withdrawn."),
}
BINDING = frozenset({RoadmapStatus.ADOPTED, RoadmapStatus.IN_FORCE, RoadmapStatus.UNDER_REVISION})
"""What a roadmap says of itself while it is to be followed."""


def status(view: View, in_force: Inline = "", *, replaced: bool = False) -> Status:
    """Return how the roadmap stands, with the way to the version in force where there is one.

    With `replaced`, that version has taken the place of this one, whatever this one said of itself.
    """
    state = _state(view, replaced=replaced)
    told = state is RoadmapStatus.REPLACED  # by the banner
    detail = join([view.words(IN_FORCE), in_force], " ") if in_force and not told else ""
    if state is None:
        return Status(Badge(view.words(NO_STATUS), "quiet"), detail, stated=False)
    return Status(Badge(plain(capital(view.say(state))), TONES[state]), detail)


def banners(view: View, in_force: Inline = "", *, replaced: bool = False) -> tuple[Banner, ...]:
    """Return what must be said across the top: fiction first, then a status to beware of."""
    found = [Banner(view.words(FICTIONAL))] if view.roadmap.fictional else []
    state = _state(view, replaced=replaced)
    if state is RoadmapStatus.REPLACED and in_force:
        found.append(Banner(join([view.words(REPLACED_BY), join([in_force, "."], "")], " ")))
    elif state in WARNINGS:
        found.append(Banner(view.words(WARNINGS[state])))
    return tuple(found)


def _state(view: View, *, replaced: bool) -> RoadmapStatus | None:
    state = view.roadmap.status
    return RoadmapStatus.REPLACED if replaced and state in (None, *BINDING) else state


def standing(view: View, shown: Status) -> str:
    """Return how the roadmap stands on one line, for the head of a sheet."""
    version = view.roadmap.version
    decision = cover.find_decision(view)
    words = (
        shown.badge.text,
        view.words(VERSION, version=version) if version else "",
        decision.date.say_short(view.lang) if decision and decision.date else "",
    )
    return " · ".join(filter(None, words))


def _decided(view: View) -> str:
    """Return the day of the decision as 2023-10-26, "" where it is not known to the day."""
    decision = cover.find_decision(view)
    if decision is None or decision.date is None or decision.date.start != decision.date.end:
        return ""
    return decision.date.start.isoformat() if decision.date.start else ""


def metadata(view: View, shown: Status, licence: str = "") -> dict[str, str]:
    """Return what goes into the document's properties: the facts that registers ask for.

    `licence` is as the settings have it: an SPDX id where it can be.
    """
    roadmap = view.roadmap
    values: dict[str, Inline] = {
        "roadmap": view.edition.id,
        "year": "" if "year" in view.made_up else str(roadmap.year),
        "version": view.spoken(roadmap, "version"),
        "status": shown.badge.text,
        "validity": cover.validity(view, roadmap.validity),
        "registry-number": roadmap.registry_number or "",
        "decision": cover.decision_words(view),
        "decided": _decided(view),
        "updated": roadmap.updated.text if roadmap.updated else "",
        "license": licence,
    }
    return {name: words for name, value in values.items() if (words := plain(value))}
