"""The words that the synthetic roadmaps are put together from."""

from __future__ import annotations

import random
import textwrap
import unicodedata

_WIDTH = 92

VERBS = (
    "Pröva", "Införa", "Utveckla", "Bygga ut", "Förbereda", "Utvärdera", "Samordna", "Förenkla",
    "Kartlägga", "Sprida", "Förankra", "Planera",
)  # fmt: skip
OBJECTS = (
    "trygghetsteam för äldre",
    "digital första kontakt",
    "gemensam vårdplanering",
    "hembesök efter utskrivning",
    "stöd till anhöriga",
    "fallförebyggande träning",
    "rehabilitering i hemmet",
    "en väg in för barn och unga",
    "samtal om levnadsvanor",
    "mobila närsjukvårdsteam",
    "fast läkarkontakt på boenden",
    "introduktion för nya medarbetare",
    "mötesplatser för seniorer",
    "läkemedelsgenomgångar",
    "egenvård med digitalt stöd",
    "samverkan kring psykisk hälsa",
    "tidiga insatser i förskolan",
    "utbildning i personcentrerat arbete",
)
GOALS = (
    ("trygg-hemgang", "Trygg hemgång från sjukhuset"),
    ("fler-far-hjalp-tidigt", "Fler får hjälp tidigt"),
    ("en-vag-in", "En väg in till vården och omsorgen"),
    ("halsa-hela-livet", "Hälsa genom hela livet"),
    ("digitala-moten", "Digitala möten där de passar"),
    ("kompetens-som-racker", "Kompetens som räcker till"),
    ("delaktiga-invanare", "Delaktiga invånare och anhöriga"),
    ("vard-i-hemmet", "Mer vård i hemmet"),
    ("barn-och-unga-mar-bra", "Barn och unga mår bra"),
    ("samordnat-stod", "Samordnat stöd vid psykisk ohälsa"),
)
"""Id and title of each roadmap's goals; the last is delegated to another plan."""

AREAS = (
    ("samspel", "Samspel", "coordination", 3),
    ("halsoframjande", "Hälsofrämjande och förebyggande", "health", 2),
    ("digitalisering", "Digitalisering", "digital", 2),
    ("kompetens", "Trygg kompetens", "competence", 3),
)
"""Id, title and icon of each roadmap's areas, and how many of the goals belong to each."""

PERSPECTIVES = (
    ("invanare", "Invånare", ("delaktig", "Jag är delaktig i min vård och omsorg."),
     ("tydlig-ingang", "Jag vet vart jag ska vända mig."),
     ("tidigt-stod", "Jag får stöd innan jag blir sjuk.")),
    ("medarbetare", "Medarbetare", ("ratt-kompetens", "Vi har den kompetens som behövs."),
     ("tid-for-motet", "Vi har tid för mötet med varje person."),
     ("larande", "Vi lär av varandra och av dem vi möter.")),
    ("samverkan", "Samverkan", ("partnerskap", "Vi är partner på lika villkor."),
     ("gemensamt-ansvar", "Vi tar ansvar för helheten tillsammans."),
     ("vi-hjalps-at", "Vi hjälps åt när någon behöver oss.")),
)  # fmt: skip
"""Id and title of each perspective of a målbild, then id and wording of its statements."""

PRINCIPLES = tuple(name for name, _ in PERSPECTIVES[-1][2:])

_SENTENCES = (
    "Arbetet börjar med en kartläggning av behoven i {place}.",
    "En arbetsgrupp med medarbetare från vården och omsorgen leder det dagliga arbetet.",
    "Invånarna är med från början, genom samtal på bibliotek, mötesplatser och vårdcentraler.",
    "Arbetssättet prövas först på två enheter i {place} och sprids sedan till de andra.",
    "Gruppen träffas var tredje vecka och berättar på webben om vad den har lärt sig.",
    "Erfarenheter från andra län tas till vara innan något nytt byggs upp.",
    "Chefer i båda organisationerna har avsatt tid för sina medarbetare att delta.",
    "Rutinerna skrivs om så att samma person inte behöver berätta samma sak flera gånger.",
    "En enkel webbsida samlar frågor, svar och kontaktvägar för alla som berörs.",
    "Det som fungerar blir en del av det ordinarie arbetet när tiden är slut.",
    "Utbildningen hålls två gånger om året och är öppen för alla yrken i {place}.",
    "Varje enhet utser en kontaktperson som för kunskapen vidare till sina kolleger.",
)
_EQUAL_HEALTH = (
    "Störst insatser görs där hälsan är sämst.",
    "Stödet ges på flera språk och på tider som passar dem som arbetar.",
    "De som har längst väg till vården får hjälpen hemma.",
)
_LONG_TERM = (
    "Kunskapen finns kvar i våra rutiner.",
    "Ansvaret går över till linjen när projektet är slut.",
    "Två personer på varje enhet kan arbetssättet.",
)
_ECONOMIC = (
    "Kostnaden ryms i ordinarie budget från och med 2027.",
    "Färre inskrivningar väntas frigöra mer tid än arbetet tar.",
    "Lokaler och utrustning delas med andra i {place}.",
)
MILESTONES = ("Arbetssättet är prövat", "Resultatet är spritt")
TARGET_GROUPS = (
    "Personer över 80 år", "Barn och unga", "Anhöriga", "Personer med flera sjukdomar",
    "Medarbetare i hemtjänsten",
)  # fmt: skip


def slug(title: str) -> str:
    """Return a title as an id: lower case, å ä ö as a a o, hyphens between the words."""
    plain = unicodedata.normalize("NFKD", title.lower())
    return "-".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def sentences(rng: random.Random, count: int, place: str) -> str:
    """Return that many sentences about the work in `place`."""
    return " ".join(rng.sample(_SENTENCES, count)).format(place=place)


def sustainability(rng: random.Random, place: str) -> tuple[str, str, str]:
    """Return a sentence on equal health, one on the long term and one on money."""
    chosen = (rng.choice(choices) for choices in (_EQUAL_HEALTH, _LONG_TERM, _ECONOMIC))
    first, second, third = (sentence.format(place=place) for sentence in chosen)
    return first, second, third


def folded(text: str, indent: int) -> str:
    """Return a text as the lines of a folded block scalar, its sign included."""
    pad = " " * indent
    lines = textwrap.wrap(text, _WIDTH - indent, break_on_hyphens=False)
    return ">-\n" + "\n".join(pad + line for line in lines)


def listed(items: tuple[str, ...] | list[str], indent: int) -> str:
    """Return texts as the lines of a list, without the line break before and after."""
    return "\n".join(" " * indent + f"- {item}" for item in items)
