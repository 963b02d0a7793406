"""Bara nycklar som fardplan känner till får stå i filerna.

Nycklarna är engelska ord. Skriver du det svenska ordet får du veta vilken nyckel som menas:
`ansvarig` heter `responsible`. En felstavad nyckel får ett förslag på rättning.

Varför: Det som står under en okänd nyckel skulle aldrig synas i dokumentet.

In English: Only keys that fardplan knows may stand in the files.

The keys are English words. If you write the Swedish word, you are told which key is meant:
`ansvarig` is called `responsible`. For a misspelt key a correction is proposed.

Why: What stands under an unknown key would never show in the document.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    ansvarig: socialnamnden
    delegated_to: aldreplan

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    responsible: socialnamnden
    delegated_to: aldreplan
"""

from __future__ import annotations

from fardplan.locales.text import Text
from fardplan.rules._base import reading_rule

check = reading_rule(
    "unknown-key",
    Text("Alla nycklar är kända.", "All keys are known."),
)
