"""En nyckel får bara stå en gång på samma ställe.

Bara den första läses. Den andra skulle annars försvinna utan att någon märkte det.

Varför: När två personer lägger till samma nyckel i var sin ände av en fil ser båda raderna rätt
ut, men bara den ena gäller.

In English: A key stands only once in the same place.

Only the first is read. The second would otherwise vanish without anyone noticing.

Why: When two people add the same key at different ends of a file both lines look right, but only
one of them counts.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    delegated_to: aldreplan
    title: Pröva trygghetsteam i norr

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam i norr
    goal: trygg-hemgang
    delegated_to: aldreplan
"""

from __future__ import annotations

from fardplan.locales.text import Text
from fardplan.rules._base import reading_rule

check = reading_rule(
    "duplicate-key",
    Text("Ingen nyckel står två gånger.", "No key stands twice."),
)
