"""The questions about an area in words, and the gaps that stay in its file."""

from __future__ import annotations

from fardplan.commands.new._form import Entry
from fardplan.editing.outline import Gap
from fardplan.locales.text import Text

TITLE = Entry(
    "title",
    "--title",
    Text("Vad heter området?", "What is the area called?"),
    Text("Områdets namn.", "The area's name."),
)
INTRO = Entry(
    "intro",
    "--intro",
    Text("Hur inleds området, i några meningar?", "How is it introduced, in a few sentences?"),
    Text("Texten som inleder området.", "The text that introduces the area."),
    (Gap("intro: …", Text("vad handlar området om?", "what is it about?")),),
)
ICON = (
    Gap(
        "icon: …",
        Text(
            "bild: coordination, digital, competence, health, children, person …",
            "picture: coordination, digital, competence, health, children, person …",
        ),
    ),
)
MAPS_TO = (
    Gap("maps_to:", Text("vad svarar området mot på nivån ovanför?", "what does it answer above?")),
    Gap("  - area: …", Text("till exempel orebro-lan/samordning", "such as orebro-lan/samordning")),
)
LOCAL_REASON = (
    Gap(
        "local_reason: …",
        Text("eller: varför finns det bara hos er?", "or: why is it yours alone?"),
    ),
)
LED_BY = (
    Gap(
        "led_by: …", Text("vem leder arbetet? visa dem: fardplan list body", "who leads the work?")
    ),
)
PLACEHOLDER = (
    Gap("placeholder:", Text("bara medan området saknar mål", "only while it has no goals")),
    Gap("  text: …", Text("vad ska stå så länge?", "what to say meanwhile?")),
    Gap("  due: …", Text("när kommer målen? till exempel HT2026", "when will they come?")),
)
