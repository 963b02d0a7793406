"""En fils namn är sakens id och ska kunna vara detsamma i alla år.

Namnet på filen, och på färdplanens mapp, skrivs med små bokstäver a–z, siffror och bindestreck. Då
går det att hänvisa till, ser likadant ut i alla datorer och behöver inte ändras när titeln gör
det. Titeln med å, ä och ö står i filen.

Varför: Två årgångar jämförs efter id. 003 formulerar om alla sex meningar om samverkan från 004,
men de är samma sex meningar.

In English: A file's name is the id of what it holds and can stay the same in all years.

The name of the file, and of the roadmap's folder, is written in small letters a–z, digits and
hyphens. Then it can be referred to, looks the same on all computers, and need not change when the
title does. The title, with å, ä and ö, stands in the file.

Why: Two years are compared by id. 003 rewords all six sentences on collaboration from 004, but they
are the same six sentences.

Fel:

    # roadmaps/exempel/goals/Trygg hemgång.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    delegated_to: aldreplan

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
"""

from __future__ import annotations

from fardplan.locales.text import Text
from fardplan.rules._base import reading_rule

check = reading_rule(
    "unstable-id",
    Text(
        "Filers och mappars namn duger som id i alla år.",
        "The names of files and folders can serve as ids over the years.",
    ),
)
