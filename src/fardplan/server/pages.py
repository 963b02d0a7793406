"""The pages around a preview: the list of roadmaps, and the frame with the findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from fardplan.formats._base import Shown
from fardplan.formats._findings_wording import LEVELS, name_level, name_place, tell
from fardplan.formats._summary import NOTHING, count_findings
from fardplan.locales.text import Lang, Text
from fardplan.pipeline.previewing import Look, Sight
from fardplan.rules._base import Severity
from fardplan.source.resources import templates_dir

FOLDER = "preview"

TITLE = Text("Förhandsvisning", "Preview")
PREVIEW_OF = Text("Förhandsvisning: {title}", "Preview: {title}")
CHOOSE = Text("Välj en färdplan", "Choose a roadmap")
NO_ROADMAPS = Text(
    "Det finns inga färdplaner här än. Skapa en: fardplan new roadmap",
    "There are no roadmaps here yet. Create one: fardplan new roadmap",
)
ALL = Text("Alla färdplaner", "All roadmaps")
ALONE = Text("Öppna dokumentet för sig", "Open the document by itself")
HELD = Text(
    "En fil går inte att läsa just nu. Under listan står dokumentet som det var innan.",
    "A file cannot be read right now. Below the list stands the document as it was before.",
)
WITHOUT = Text(
    "En fil går inte att läsa, så det som står i den saknas i dokumentet.",
    "A file cannot be read, so what it says is missing from the document.",
)
NO_DOCUMENT = Text("Det går inte att göra något dokument än.", "No document can be made yet.")
UPDATED = Text("Uppdaterad", "Updated")
LOST = Text(
    "Förhandsvisningen är avslutad. Starta den igen: fardplan serve",
    "The preview has ended. Start it again: fardplan serve",
)
NOT_FOUND = Text("Sidan finns inte.", "There is no such page.")
NO_SCRIPT = Text(
    "Ladda om sidan för att se det du har sparat.", "Reload the page to see what you have saved."
)

_CLASSES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A roadmap in the list, and what there is to mend in it."""

    id: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding in the frame: its level in a word, where it is, and what is said of it."""

    kind: str
    level: str
    place: str
    lines: tuple[str, ...]


def write_list(entries: Sequence[Entry], problem: str, lang: Lang) -> str:
    """Return the page that all roadmaps are chosen from."""
    return _page("list", lang, entries=entries, problem=problem)


def write_frame(roadmap: str, sight: Sight, now: Look, moment: str, lang: Lang) -> str:
    """Return the page that holds a document and, above it, the findings."""
    return _page("frame", lang, roadmap=roadmap, moment=moment, **_panel(roadmap, sight, now, lang))


def write_panel(roadmap: str, sight: Sight, now: Look, lang: Lang) -> str:
    """Return the findings alone, which take the place of those in an open frame."""
    return _page("panel", lang, **_panel(roadmap, sight, now, lang))


def write_missing(lang: Lang) -> str:
    """Return the page for an address that leads nowhere."""
    return _page("missing", lang)


def summarise(found: Sequence[Shown], lang: Lang) -> str:
    """Return how many findings of each sort there are, or that there is nothing to mend."""
    counts = {level: sum(one.finding.severity is level for one in found) for level in LEVELS}
    return count_findings(counts, lang) if found else NOTHING.say(lang)


def _panel(roadmap: str, sight: Sight, now: Look, lang: Lang) -> dict[str, object]:
    ranked = sorted(now.of(roadmap), key=lambda one: -one.finding.severity.rank)
    refusal = sight.refusal or now.refusal
    return {
        "sight": sight,
        "summary": summarise(ranked, lang),
        "worst": _CLASSES[ranked[0].finding.severity] if ranked else "",
        "problem": refusal.say(lang) if refusal else "",
        "notices": [_notice(one, lang) for one in ranked],
    }


def _notice(shown: Shown, lang: Lang) -> Notice:
    finding = shown.finding
    return Notice(
        _CLASSES[finding.severity],
        name_level(shown, lang),
        name_place(finding),
        tuple(tell(finding, lang)),
    )


def _page(name: str, lang: Lang, **values: object) -> str:
    def say(text: str, /, **inner: object) -> str:
        found: Text = globals()[text.upper()]
        return found.say(lang, **inner)

    return _environment().get_template(f"{name}.html.j2").render(lang=lang, say=say, **values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_dir() / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
