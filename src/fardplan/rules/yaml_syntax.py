"""Varje fil ska följa YAML:s regler för citattecken, kolon, indrag och listor.

Ett enda tecken fel kan göra att resten av filen betyder något annat än det ser ut som. Därför
läses inget ur en fil där en rad inte går att förstå.

Varför: Filerna skrivs för hand. Den som rättar ska få veta vilken rad det gäller och vad som ska
stå där.

In English: Every file follows the rules of YAML for quotes, colons, indents and lists.

A single wrong character can make the rest of the file mean something else than it seems. So nothing
is read from a file in which a line cannot be understood.

Why: The files are written by hand. Whoever mends them should be told which line it is and what
should stand there.

Fel:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång: samma team hela vägen
    area: trygg-hemma

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: "Trygg hemgång: samma team hela vägen"
    area: trygg-hemma
"""

from __future__ import annotations

from fardplan.locales.text import Text
from fardplan.rules._base import reading_rule

check = reading_rule(
    "yaml-syntax",
    Text("Varje rad går att läsa som YAML.", "Every line can be read as YAML."),
)
