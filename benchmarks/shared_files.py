"""What all roadmaps of a corpus share: settings, organisations, glossary."""

from __future__ import annotations

from benchmarks.places import Place, towns_of
from benchmarks.wording import listed

SETTINGS = """\
language = "sv"
data-license = "CC0-1.0"

[site]
title = "Påhittade färdplaner"
"""

GLOSSARY = """\
# yaml-language-server: $schema=../schemas/glossary.schema.json
format: 1

terms:
  - id: aktivitet
    term: aktivitet
    definition: Något som görs för att nå ett mål.
    english: activity
  - id: brukare
    term: brukare
    definition: Den som får stöd eller omsorg av kommunen.
    english: user
  - id: fardplan
    term: färdplan
    definition: Plan för en gemensam resa, med områden, mål och aktiviteter.
    english: roadmap
  - id: huvudman
    term: huvudman
    definition: Den organisation som enligt lag ansvarar för en verksamhet.
    english: principal
  - id: malbild
    term: målbild
    definition: Beskrivning av hur det ska vara när omställningen är genomförd.
    english: vision
  - id: nara-vard
    term: nära vård
    definition: Vård och omsorg som utgår från personen och samordnas nära hemmet.
    english: close care
  - id: projektplan
    term: projektplan
    definition: Plan för en aktivitet, med uppdrag, genomförande, tid, pengar och uppföljning.
    english: project plan
  - id: samordnad-individuell-plan
    term: samordnad individuell plan
    abbreviation: SIP
    definition: Plan för den som behöver insatser från både regionen och kommunen.
    english: coordinated individual plan
"""

_ORGANISATION = """\
  - id: {id}
    kind: {kind}
    title: {title}
    short_title: {name}
    code: "{code}"
    principal: true
"""
_OTHERS = """\
  - id: foreningslivet
    kind: civil_society
    title: Föreningslivet
  - id: hogskolan
    kind: university
    title: Högskolan
"""
_CLASS = """\
  - id: {id}
    title: Kommunerna i {county}
    members:
{members}
"""
_BODY = """\
  - id: {id}
    kind: {kind}
    title: {title}
    organisation: {organisation}
"""
_UNIT = """\
  - id: primarvarden-{key}
    title: Primärvården i {area}
    organisation: {organisation}
    plan_url: https://www.{key}.example/verksamhetsplan
"""
_ROLES = """\
roles:
  - id: digitaliseringschefen
    title: Digitaliseringschefen
  - id: folkhalsostrategen
    title: Folkhälsostrategen
  - id: socialchefen
    title: Socialchefen
  - id: verksamhetschefen
    title: Verksamhetschefen i primärvården
"""


def organisations_file(places: tuple[Place, ...]) -> str:
    """Return the file of the parties, their bodies and the roles that may be responsible."""
    parties = "".join(_organisation(number, place) for number, place in enumerate(places, 1))
    classes = "".join(
        _CLASS.format(
            id=county.towns,
            county=county.area_name,
            members=listed([town.organisation for town in towns], 6),
        )
        for county in places
        if not county.county and (towns := towns_of(county, places))
    )
    return (
        "# yaml-language-server: $schema=../schemas/organisations.schema.json\n"
        f"format: 1\n\norganisations:\n{parties}{_OTHERS}"
        + (f"\nclasses:\n{classes}" if classes else "")
        + "\nbodies:\n"
        + "".join(_bodies(place) for place in places)
        + "\nunits:\n"
        + "".join(_unit(place) for place in places if not place.county)
        + f"\n{_ROLES}"
    )


def _organisation(number: int, place: Place) -> str:
    kind, title = (
        ("municipality", f"{place.name} kommun")
        if place.county
        else ("region", f"Region {place.name}")
    )
    return _ORGANISATION.format(
        id=place.organisation, kind=kind, title=title, name=place.name, code=f"{number:04}"
    )


def _unit(county: Place) -> str:
    """Return the region's own plan; the municipalities have theirs as roadmaps."""
    return _UNIT.format(key=county.key, area=county.area_name, organisation=county.organisation)


def _bodies(place: Place) -> str:
    managers, board = (
        (("executive_group", "Ledningsgruppen"), ("board", "Kommunstyrelsen"))
        if place.county
        else (("managers_group", "Chefsgruppen"), ("council", "Samverkansrådet"))
    )
    return "".join(
        _BODY.format(
            id=body, kind=kind, title=f"{title} i {place.area_name}",
            organisation=place.organisation,
        )
        for body, (kind, title) in ((place.managers, managers), (place.board, board))
    )  # fmt: skip
