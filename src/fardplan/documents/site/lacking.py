"""Who has no roadmap of their own, said plainly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fardplan.documents.blocks import Blocks, Callout, Paragraph
from fardplan.documents.compose._view import View
from fardplan.documents.site.issues import Site
from fardplan.locales.text import Lang, Text, capitalise, count_in_words
from fardplan.model.steering import Organisation
from fardplan.model.steering_terms import OrganisationKind

LACK_ONE = Text(
    "En kommun har ännu ingen egen färdplan här: {names}.",
    "One municipality has no roadmap of its own here yet: {names}.",
)
LACK_SOME = Text(
    "{count} kommuner har ännu ingen egen färdplan här: {names}.",
    "{count} municipalities have no roadmap of their own here yet: {names}.",
)
LACK_REGION = Text(
    "{names} har ännu ingen egen färdplan här.", "{names} has no roadmap of its own here yet."
)
_EXPECTED: Final = (OrganisationKind.REGION, OrganisationKind.MUNICIPALITY)


def say_lacking(site: Site, views: list[View]) -> Blocks:
    """Say which regions and municipalities have no roadmap of their own."""
    owning = {
        owner.id
        for view in views
        for written in view.roadmap.owners
        if (owner := view.find(written, ("organisation",)))
    }
    real = [one for one in site.collection.organisations.organisations if _counts(site, one)]
    without = [one for one in real if one.id not in owning]
    towns = [one for one in without if one.kind is OrganisationKind.MUNICIPALITY]
    regions = [one for one in without if one.kind is OrganisationKind.REGION]
    said = [*_say_towns(towns, site.lang)]
    if regions:
        said.append(LACK_REGION.say(site.lang, names=[one.title for one in regions]))
    return (Callout("note", tuple(map(Paragraph, said))),) if said else ()


def _say_towns(towns: list[Organisation], lang: Lang) -> Iterator[str]:
    names = [one.short_title or one.title for one in towns]
    if len(towns) == 1:
        yield LACK_ONE.say(lang, names=names)
    elif towns:
        yield LACK_SOME.say(lang, count=capitalise(count_in_words(len(towns), lang)), names=names)


def _counts(site: Site, organisation: Organisation) -> bool:
    """Tell whether a roadmap is to be expected: a region or municipality that is real."""
    fictional = {
        owner
        for edition in site.collection.editions.values()
        if edition.roadmap.fictional
        for owner in (*edition.roadmap.owners, *edition.roadmap.parties)
    }
    return organisation.kind in _EXPECTED and organisation.id not in fictional
