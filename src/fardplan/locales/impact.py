"""What is said of changes to those who refer to what has changed."""

from __future__ import annotations

from fardplan.locales.text import Text

TITLE = Text(
    "{roadmap}: vad ändringarna från {old} till {new} betyder för andra färdplaner",
    "{roadmap}: what the changes from {old} to {new} mean for other roadmaps",
)
NOBODY_REFERS = Text("Ingen annan färdplan hänvisar hit.", "No other roadmap refers to this one.")
NOTHING_REFERRED = Text(
    "Inget som andra färdplaner hänvisar till har ändrats.",
    "Nothing that other roadmaps refer to has changed.",
)
NOTHING_TO_DO = Text(
    "Ingen behöver göra något nu: det ändrade är redan avstämt, eller bara ändrat i språket.",
    "Nobody needs to do anything now: what has changed is reviewed already, or only reworded.",
)
TO_DO = (
    Text(
        "En färdplan behöver se över vad den hänvisar till: {roadmaps}.",
        "One roadmap needs to look at what it refers to: {roadmaps}.",
    ),
    Text(
        "{n} färdplaner behöver se över vad de hänvisar till: {roadmaps}.",
        "{n} roadmaps need to look at what they refer to: {roadmaps}.",
    ),
)
"""For one and several; `n` begins a sentence."""

WHOLE = Text("Färdplanen", "The roadmap")
REFERS = Text(" hänvisar till {target}, ", " refers to {target}, ")
REFERS_TO_ALL = Text(" hänvisar till {target} som helhet.", " refers to {target} as a whole.")
ALSO = Text(" Det gör också {also}.", " So does {also}.")
IS_NEW = Text("som är {new}.", "which is {new}.")
IS_GONE = Text("som inte finns kvar.", "which is gone.")
IS_ANOTHER = Text("som har blivit {heirs}.", "which has become {heirs}.")
HAS_CHANGED = Text("som har ändrats.", "which has changed.")
HAS_CHANGED_INSIDE = Text(
    "där något som hör dit har ändrats.", "in which something that belongs there has changed."
)
ONLY_WORDING = Text(
    "där bara språk, källor och bakgrund har ändrats.",
    "in which only wording, sources and background have changed.",
)
REVIEWED = Text(" Redan avstämt mot version {version}.", " Already reviewed against {version}.")
WEAKENED = Text("Försvagat åtagande: ", "Weakened commitment: ")
LEVEL = Text(" Nivå: {level}.", " Level: {level}.")
INSIDE = Text("Det som hör dit, {summary}", "What belongs there, {summary}")
DO = Text("Gör så här: ", "What to do: ")
THEN = Text("Godkänn sedan: fardplan review {roadmap}", "Then approve: fardplan review {roadmap}")
UNANSWERED = Text(
    "Nytt och borttaget som ingen annan färdplan hänvisar till",
    "New and removed, and referred to by no other roadmap",
)
ONLY_NEW = Text(
    "Nytt som ingen annan färdplan svarar mot ännu",
    "New, and not answered by any other roadmap yet",
)

REPLACE = Text(
    "Ta bort hänvisningen, eller låt den leda till något annat.",
    "Take the reference away, or let it lead to something else.",
)
POINT_TO = Text("Låt hänvisningen leda till {heirs}.", "Let the reference lead to {heirs}.")
ON_DROPPED = Text("Avgör om ni fortsätter på egen hand.", "Decide whether you go on by yourselves.")
ON_COMPLETED = Text("Avgör vad som händer hos er nu.", "Decide what happens with you now.")
ON_DATES = Text("Se efter om era egna tider håller.", "See whether your own times hold.")
ON_MONEY = Text("Se efter om er egen finansiering håller.", "See whether your own financing holds.")
ON_PARTIES = Text("Se efter vem ni nu samarbetar med.", "See with whom you cooperate from now on.")
ON_DELEGATION = Text("Se efter vilken plan som nu gäller.", "See which plan holds now.")
ON_TARGETS = Text(
    "Se efter om era egna målvärden och mätningar passar.",
    "See whether your own targets and measurements fit.",
)
ON_NEW = Text(
    "Se efter om det ni har skrivit svarar mot det.",
    "See whether what you have written answers it.",
)
ON_ANYTHING = Text(
    "Se efter om det ni har skrivit fortfarande stämmer.",
    "See whether what you have written still holds.",
)
LEFT_OUT = Text(
    "Allt får inte plats här. Visa resten: fardplan impact {roadmap} {old} {new}",
    "Not everything fits here. Show the rest: fardplan impact {roadmap} {old} {new}",
)
