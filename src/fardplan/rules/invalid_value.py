"""Ett värde ska vara av den sort som nyckeln kräver: en tid, ett tal, ett av några givna ord.

Tider får vara så exakta som de är kända: `2024`, `2024-10-26`, `hösten 2024`, `HT2024 – VT2026`.
Tal skrivs utan enhet. Skriver du ett svenskt ord där ett av de engelska väntas får du veta vilket
som menas: `pågår` heter `ongoing`.

Varför: Ett värde som inte går att förstå kan varken jämföras, räknas eller visas rätt.

In English: A value is of the sort that its key asks for: a time, a number, one of some given words.

Times may be as exact as they are known: `2024`, `2024-10-26`, `hösten 2024`, `HT2024 – VT2026`.
Numbers are written without a unit. If you write a Swedish word where one of the English ones is
expected, you are told which one is meant: `pågår` is called `ongoing`.

Why: A value that cannot be understood can be neither compared nor counted nor shown rightly.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    start: 2024-13
    delegated_to: aldreplan

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    start: 2024-12
    delegated_to: aldreplan
"""

from __future__ import annotations

from fardplan.locales.text import Text
from fardplan.rules._base import reading_rule

check = reading_rule(
    "invalid-value",
    Text(
        "Varje värde är av den sort som nyckeln kräver.",
        "Every value is of the sort that its key asks for.",
    ),
)
