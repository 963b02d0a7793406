"""The one line that tells an editor what is left to do."""

from __future__ import annotations

from fardplan.formats._base import Verdict
from fardplan.locales.text import Lang, Text, join
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
PAID = Text(
    "En känd brist är åtgärdad. Ta bort den ur listan: fardplan baseline --update.",
    "One known debt is paid. Drop it from the list: fardplan baseline --update.",
)
PAID_SEVERAL = Text(
    "{n} kända brister är åtgärdade. Ta bort dem ur listan: fardplan baseline --update.",
    "{n} known debts are paid. Drop them from the list: fardplan baseline --update.",
)


def summarise(verdict: Verdict, lang: Lang, *, paid: int = 0) -> str:
    """Return the summary line: what was found, and whether it stands in the way."""
    counts = verdict.counts()
    parts = [
        (_COUNTED[severity][counts[severity] != 1]).say(lang, n=counts[severity])
        for severity in reversed(Severity)
        if counts[severity]
    ]
    sentences = [(NOTHING if verdict.files else NO_FILES).say(lang)]
    if parts:
        files = len({item.finding.file for item in verdict.shown if not item.known})
        where = _FILES[files != 1].say(lang, n=files)
        advice = MEND if counts[Severity.ERROR] else NOTHING_STOPS
        sentences = [f"{join(parts, lang)} {where}.", advice.say(lang)]
    if verdict.baselined:
        debts = DEBT if verdict.baselined == 1 else DEBTS
        sentences.append(debts.say(lang, n=verdict.baselined))
    if paid:
        sentences.append((PAID if paid == 1 else PAID_SEVERAL).say(lang, n=paid))
    return " ".join(sentences)
