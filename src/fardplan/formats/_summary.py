"""The one line that tells an editor what is left to do."""

from __future__ import annotations

from collections.abc import Mapping

from fardplan.formats._base import Verdict
from fardplan.locales.text import Lang, Text, group_thousands, join
from fardplan.rules._base import Severity

_COUNTED = {
    Severity.ERROR: (Text("{n} fel", "{n} error"), Text("{n} fel", "{n} errors")),
    Severity.WARNING: (Text("{n} varning", "{n} warning"), Text("{n} varningar", "{n} warnings")),
    Severity.INFO: (Text("{n} upplysning", "{n} notice"), Text("{n} upplysningar", "{n} notices")),
}
_FILES = (Text("i {n} fil", "in {n} file"), Text("i {n} filer", "in {n} files"))
NOTHING = Text("Inget att rätta.", "Nothing to mend.")
NO_FILES = Text(
    "Mappen roadmaps är tom: det finns inget att kontrollera.",
    "The folder roadmaps is empty: there is nothing to check.",
)
NOTHING_IN = Text("Inget att rätta i {scope}.", "Nothing to mend in {scope}.")
NO_FILES_IN = Text(
    "Det finns inga färdplaner i {scope}: det finns inget att kontrollera.",
    "There are no roadmaps in {scope}: there is nothing to check.",
)
FOUND_IN = Text("I {scope}: {found}.", "In {scope}: {found}.")
MEND = Text(
    "Rätta felen innan du lämnar in ändringen.", "Mend the errors before you hand in the change."
)
NOTHING_STOPS = Text(
    "Inget hindrar dig från att lämna in.", "Nothing stops you from handing it in."
)
DEBT = Text(
    "1 känd brist finns kvar (visa den: fardplan validate --all).",
    "1 known debt remains (show it: fardplan validate --all).",
)
DEBTS = Text(
    "{n} kända brister finns kvar (visa dem: fardplan validate --all).",
    "{n} known debts remain (show them: fardplan validate --all).",
)
DEBT_THERE = Text(
    "1 känd brist finns kvar där (visa den: lägg till --all).",
    "1 known debt remains there (show it: add --all).",
)
DEBTS_THERE = Text(
    "{n} kända brister finns kvar där (visa dem: lägg till --all).",
    "{n} known debts remain there (show them: add --all).",
)
DEBT_SHOWN = Text("1 av det som visas är en känd brist.", "1 of what is shown is a known debt.")
DEBTS_SHOWN = Text(
    "{n} av det som visas är kända brister.", "{n} of what is shown are known debts."
)
PAID = Text(
    "En känd brist är åtgärdad. Ta bort den ur listan: fardplan baseline --update.",
    "One known debt is paid. Drop it from the list: fardplan baseline --update.",
)
PAID_SEVERAL = Text(
    "{n} kända brister är åtgärdade. Ta bort dem ur listan: fardplan baseline --update.",
    "{n} known debts are paid. Drop them from the list: fardplan baseline --update.",
)


def count_findings(counts: Mapping[Severity, int], lang: Lang) -> str:
    """Return how many there are of each severity, the gravest first: "3 fel och 5 varningar"."""
    parts = [
        _COUNTED[severity][counts[severity] != 1].say(lang, n=_number(counts[severity], lang))
        for severity in reversed(Severity)
        if counts.get(severity)
    ]
    return join(parts, lang)


def summarise(verdict: Verdict, lang: Lang, *, paid: int = 0) -> str:
    """Return the summary line: what was found, and whether it stands in the way."""
    counts = verdict.counts()
    sentences = [_nothing(verdict, lang)]
    if counts:
        files = len({item.finding.file for item in verdict.shown if not item.known})
        where = _FILES[files != 1].say(lang, n=_number(files, lang))
        advice = MEND if counts[Severity.ERROR] else NOTHING_STOPS
        found = f"{count_findings(counts, lang)} {where}"
        if verdict.scope:
            first = FOUND_IN.say(lang, scope=verdict.scope, found=found)
        else:
            first = f"{found}."
        sentences = [first, advice.say(lang)]
    if verdict.baselined:
        one, several = (DEBT_THERE, DEBTS_THERE) if verdict.scope else (DEBT, DEBTS)
        if any(item.known for item in verdict.shown):
            one, several = DEBT_SHOWN, DEBTS_SHOWN
        debts = one if verdict.baselined == 1 else several
        sentences.append(debts.say(lang, n=_number(verdict.baselined, lang)))
    if paid:
        sentences.append((PAID if paid == 1 else PAID_SEVERAL).say(lang, n=_number(paid, lang)))
    return " ".join(sentences)


def _number(count: int, lang: Lang) -> str:
    return group_thousands(str(count), lang)


def _nothing(verdict: Verdict, lang: Lang) -> str:
    """Return the sentence for a verdict without findings."""
    if verdict.scope:
        return (NOTHING_IN if verdict.files else NO_FILES_IN).say(lang, scope=verdict.scope)
    return (NOTHING if verdict.files else NO_FILES).say(lang)
