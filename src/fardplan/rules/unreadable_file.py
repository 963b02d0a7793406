"""Varje fil under `roadmaps` ska gå att läsa och ligga där en färdplan har sin plats för den.

Filerna ska vara vanlig text i teckenkodningen UTF-8 och sluta på `.yaml`. I en färdplans mapp
ligger `roadmap.yaml`, ibland `vision.yaml`, och mapparna `areas`, `goals`, `activities`,
`indicators` och `reports`. En fil som ligger någon annanstans läses inte, och då vet ingen att den
saknas i dokumentet.

Varför: En fil som tyst hoppas över är ett åtagande som försvinner.

In English: Every file under `roadmaps` can be read and lies where a roadmap has its place for it.

The files are plain text in the encoding UTF-8 and end in `.yaml`. In a roadmap's folder lie
`roadmap.yaml`, sometimes `vision.yaml`, and the folders `areas`, `goals`, `activities`,
`indicators` and `reports`. A file that lies anywhere else is not read, and then nobody knows that
it is missing from the document.

Why: A file that is passed over in silence is a commitment that vanishes.

Fel:

    # roadmaps/exempel/mål/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
"""

from __future__ import annotations

from fardplan.locales.text import Text
from fardplan.rules._base import reading_rule

check = reading_rule(
    "unreadable-file",
    Text(
        "Varje fil går att läsa och ligger på sin plats.",
        "Every file can be read and lies in its place.",
    ),
)
