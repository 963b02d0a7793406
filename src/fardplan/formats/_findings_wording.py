"""How a finding is worded where there is no room for the line of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fardplan.formats._base import Shown
from fardplan.locales.text import Lang, Text
from fardplan.locales.visible import make_visible
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding

HINT = Text("Gör så här:", "What to do:")
SEE_ALSO = Text("Se också", "See also")
KNOWN = Text("känd brist", "known debt")

LEVELS = {
    Severity.ERROR: Text("Fel", "Error"),
    Severity.WARNING: Text("Varning", "Warning"),
    Severity.INFO: Text("Upplysning", "Info"),
}


def name_level(shown: Shown, lang: Lang) -> str:
    """Return "Fel", or "Fel (känd brist)"."""
    level = LEVELS[shown.finding.severity].say(lang)
    return f"{level} ({KNOWN.say(lang)})" if shown.known else level


def name_place(finding: Finding) -> str:
    """Return file, line and column, as editors and terminals make links of them."""
    return make_visible(f"{finding.file}:{finding.place.line}:{finding.place.column}")


def name_subject(finding: Finding) -> str:
    """Return what a finding is about, or its file: "goal lan/a › projektplan › financing"."""
    first = str(finding.subject) if finding.subject else finding.file
    return make_visible(" › ".join((first, *finding.path)))


def tell(finding: Finding, lang: Lang) -> Iterator[str]:
    """Yield what is said of a finding: the message, the other places, what to do."""
    yield make_visible(finding.say(lang))
    for end in finding.related:
        said = end.text.say(lang, **end.values)
        yield make_visible(f"{SEE_ALSO.say(lang)} {end.file}:{end.place.line}: {said}")
    if hint := finding.say_hint(lang):
        yield make_visible(f"{HINT.say(lang)} {hint}")


def number_alike(found: Iterable[Shown]) -> Iterator[tuple[Shown, int]]:
    """Yield each finding with its number, from 1, among those of the same fingerprint."""
    numbers: Counter[str] = Counter()
    for shown in found:
        numbers[shown.finding.fingerprint] += 1
        yield shown, numbers[shown.finding.fingerprint]
