"""The line that says what is left to do."""

from __future__ import annotations

import pytest

from fardplan.formats._base import Shown, Verdict
from fardplan.formats._summary import summarise
from fardplan.rules._base import Severity
from tests.formats.findings import finding

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 (the levels, as in a table)
SV, EN = "sv", "en"


def _verdict(levels: str, files: int, baselined: int = 0, known: int = 0) -> Verdict:
    by_letter = {"E": E, "W": W, "I": I}
    new = [
        Shown(finding(severity=by_letter[level], file=f"{number % files}.yaml"))
        for number, level in enumerate(levels)
    ]
    old = [Shown(finding(file="known.yaml"), known=True)] * known
    return Verdict((*new, *old), baselined=baselined, files=9)


@pytest.mark.parametrize(
    ("verdict", "paid", "swedish", "english"),
    [
        (
            _verdict("EEEWWWWW", 4), 0,
            "3 fel och 5 varningar i 4 filer. Rätta felen innan du lämnar in ändringen.",
            "3 errors and 5 warnings in 4 files. Mend the errors before you hand in the change.",
        ),
        (
            _verdict("W", 1), 0,
            "1 varning i 1 fil. Inget hindrar dig från att lämna in.",
            "1 warning in 1 file. Nothing stops you from handing it in.",
        ),
        (
            _verdict("", 1, baselined=23), 0,
            "Inget att rätta. 23 kända brister finns kvar (visa dem: fardplan validate --all).",
            "Nothing to mend. 23 known debts remain (show them: fardplan validate --all).",
        ),
        (_verdict("", 1), 0, "Inget att rätta.", "Nothing to mend."),
        (
            _verdict("EWI", 1), 0,
            "1 fel, 1 varning och 1 upplysning i 1 fil. Rätta felen innan du lämnar in ändringen.",
            "1 error, 1 warning and 1 notice in 1 file. Mend the errors before you hand in the change.",
        ),
        (
            _verdict("II", 2, baselined=1), 1,
            ("2 upplysningar i 2 filer. Inget hindrar dig från att lämna in. "
            "1 känd brist finns kvar (visa den: fardplan validate --all). "
            "En känd brist är åtgärdad. Ta bort den ur listan: fardplan baseline --update."),
            ("2 notices in 2 files. Nothing stops you from handing it in. "
            "1 known debt remains (show it: fardplan validate --all). "
            "One known debt is paid. Drop it from the list: fardplan baseline --update."),
        ),
        (
            _verdict("", 1), 2,
            ("Inget att rätta. 2 kända brister är åtgärdade. "
            "Ta bort dem ur listan: fardplan baseline --update."),
            ("Nothing to mend. 2 known debts are paid. "
            "Drop them from the list: fardplan baseline --update."),
        ),
        # known debts that are shown are not counted as new, nor are their files
        (
            _verdict("W", 1, baselined=2, known=2), 0,
            ("1 varning i 1 fil. Inget hindrar dig från att lämna in. "
            "2 av det som visas är kända brister."),
            ("1 warning in 1 file. Nothing stops you from handing it in. "
            "2 of what is shown are known debts."),
        ),
        (
            _verdict("", 1, baselined=1, known=1), 0,
            "Inget att rätta. 1 av det som visas är en känd brist.",
            "Nothing to mend. 1 of what is shown is a known debt.",
        ),
        (
            _verdict("W" * 1200, 1000), 0,
            "1\N{NO-BREAK SPACE}200 varningar i 1\N{NO-BREAK SPACE}000 filer. Inget hindrar dig från att lämna in.",
            "1,200 warnings in 1,000 files. Nothing stops you from handing it in.",
        ),
        (
            Verdict(()), 0,
            "Mappen roadmaps är tom: det finns inget att kontrollera.",
            "The folder roadmaps is empty: there is nothing to check.",
        ),
    ],
)  # fmt: skip
def test_summary(verdict, paid, swedish, english):
    """The line counts what is new, says whether it stands in the way, and then the known debts."""
    assert (summarise(verdict, "sv", paid=paid), summarise(verdict, "en", paid=paid)) == (
        swedish, english,
    )  # fmt: skip
