"""Pengar används till det som de är till för, och statliga medel säger vad det är.

Det som står som `purpose` på en rad i `financing` ska vara ett av ändamålen (`purposes`) för medlen
som raden tar pengar från. Står ändamålet i en längre text räcker det. Har medlen inga ändamål,
eller raden inget `purpose`, säger regeln inget om raden.

Statliga stimulansmedel (`kind: state_stimulus`) med ett belopp ska också säga vilket år de gäller
(`year` eller `period`), vilket beslut som gav dem (`decision`), vilken överenskommelse som styr dem
(`agreement`) och vad de får användas till (`purposes`). Innan beloppet är känt krävs inget av
detta. En del av andra medel (`part_of`) behöver inte heller säga det.

Varför: 003, s. 5: ”Tilldelning och beslut om omfattning av statliga stimulansmedel sker årligen med
en tillhörande nationell överenskommelse för vad medel får avsättas för.” Medel som används till
annat kan behöva betalas tillbaka.

In English: Money is used for what it is meant for, and state money says what that is.

What stands as `purpose` in a row of `financing` is one of the purposes (`purposes`) of the money
that the row draws on. A longer text that holds the purpose will do. If the money has no purposes,
or the row no `purpose`, the rule says nothing of the row.

State stimulus money (`kind: state_stimulus`) with an amount also says which year it is for (`year`
or `period`), which decision granted it (`decision`), which agreement governs it (`agreement`) and
what it may be used for (`purposes`). Before the amount is known none of that is asked, nor of a
part of other money (`part_of`).

Why: 003, p. 5: ”Tilldelning och beslut om omfattning av statliga stimulansmedel sker årligen med en
tillhörande nationell överenskommelse för vad medel får avsättas för.” (The grants, and their size,
are decided yearly with a national agreement on what the money may be set aside for.) Money used for
something else may have to be repaid.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    funding:
      - {id: medel-2024, title: Projektmedel 2024, kind: project_grant, amount: 500000,
         purposes: [Förebyggande hälsa]}
    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, follow_up]
      financing:
        - {source: medel-2024, amount: 200000, purpose: Trygg utskrivning}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    funding:
      - {id: medel-2024, title: Projektmedel 2024, kind: project_grant, amount: 500000,
         purposes: [Förebyggande hälsa, Trygg utskrivning]}
    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, follow_up]
      financing:
        - {source: medel-2024, amount: 200000, purpose: Trygg utskrivning}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from fardplan.locales.text import Lang, Text
from fardplan.model.base import Kept, numbered
from fardplan.model.edition import Edition
from fardplan.model.funding import Funding
from fardplan.model.projektplan import Financing
from fardplan.model.refusal import quote
from fardplan.model.steering_terms import FundingKind
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule
from fardplan.rules._links import Link
from fardplan.rules._money import activity_of
from fardplan.rules._named import quoted

OTHER_PURPOSE = Text(
    "”{purpose}” är inget av ändamålen för ”{title}”: {purposes}.",
    "“{purpose}” is none of the purposes of “{title}”: {purposes}.",
)
DID_YOU_MEAN = Text("Menade du `purpose: {near}`?", "Did you mean `purpose: {near}`?")
NAME_PURPOSE = Text(
    "Skriv ett av ändamålen, till exempel `purpose: {near}`, och förklara resten under `text`. "
    "Passar inget av dem? Ta pengarna från andra medel: `source: …`.",
    "Write one of the purposes, for example `purpose: {near}`, and explain the rest under `text`. "
    "Does none of them fit? Take the money from elsewhere: `source: …`.",
)
PURPOSES_HERE = Text("Ändamålen står här.", "The purposes stand here.")
INCOMPLETE = Text(
    "De statliga medlen ”{title}” saknar {missing}.", "The state money “{title}” lacks {missing}."
)
FILL_IN = Text("Fyll i, till exempel {examples}.", "Fill in, for example {examples}.")


@dataclass(frozen=True, slots=True)
class _Demand:
    """Something that state money says: the key, what it is called, and how it is written."""

    key: str
    text: Text
    example: Text | str

    def say(self, lang: Lang) -> str:
        """Return what it is called in a sentence."""
        return self.text.say(lang)


_DEMANDS = (
    _Demand("year", Text("år", "a year"), "`year: 2024`"),
    _Demand(
        "decision",
        Text("beslut", "a decision"),
        Text(
            "`decision: medelsbeslut` (med `decisions: [{{id: medelsbeslut, kind: approve}}]`)",
            "`decision: medelsbeslut` (with `decisions: [{{id: medelsbeslut, kind: approve}}]`)",
        ),
    ),
    _Demand(
        "agreement",
        Text("överenskommelse", "an agreement"),
        Text(
            "`agreement: overenskommelsen` (med `references: [{{id: overenskommelsen, "
            "kind: national_agreement, title: Nationella överenskommelsen}}]`)",
            "`agreement: overenskommelsen` (with `references: [{{id: overenskommelsen, "
            "kind: national_agreement, title: Nationella överenskommelsen}}]`)",
        ),
    ),
    _Demand(
        "purposes",
        Text("ändamål", "purposes"),
        "`purposes: [Trygg utskrivning]`",
    ),
)


@rule(
    "funding-purpose",
    Severity.WARNING,
    Text("Pengar används till det som de är till för.", "Money is used for what it is meant for."),
    profiles=ACTION,
    completeness=True,
    code="R17",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield use of money outside its purposes, and state money that does not say what it is for."""
    for link in facts.links.under(edition.id, "source"):
        if activity_of(link, facts):
            yield from _judge_row(link)
    file = edition.path_of("roadmap.yaml")
    for index, funding in numbered(edition.roadmap.funding):
        known = funding.amount is not None and funding.kind is FundingKind.STATE_STIMULUS
        if known and funding.part_of is None and not facts.in_doubt(file, "funding", index):
            yield from _demand(file, index, funding)


def _judge_row(link: Link) -> Iterator[Problem]:
    """Yield a row of financing whose purpose is none of those of its money."""
    row, funding = link.reference.owner, link.target.value
    if not isinstance(row, Financing) or not isinstance(funding, Funding) or row.purpose is None:
        return
    purposes = funding.purposes
    lost = isinstance(purposes, Kept)  # some could not be read, and this may be one of them
    if lost or not purposes or any(_is_part(one, row.purpose) for one in purposes):
        return
    likely = get_close_matches(row.purpose, purposes, n=1)
    yield Problem(
        link.reference.file,
        (*link.reference.route[:-1], "purpose"),
        OTHER_PURPOSE,
        {
            "purpose": quote(row.purpose),
            "title": funding.title,
            "purposes": quoted(purposes),
            "near": (likely or purposes)[0],
        },
        DID_YOU_MEAN if likely else NAME_PURPOSE,
        related=(
            Related(link.target.file, (*link.target.route, "purposes"), PURPOSES_HERE, spot="key"),
        ),
        identity=(link.reference.written, row.purpose),
        contradiction=True,
    )


def _is_part(purpose: str, written: str) -> bool:
    """Tell whether one of the texts is the other or holds it, word by word."""
    one, other = _words(purpose), _words(written)
    return one in other or other in one


def _words(text: str) -> str:
    return f" {' '.join(re.findall('[0-9a-zà-öø-ÿ]+', text.casefold()))} "


def _demand(file: str, index: int, funding: Funding) -> Iterator[Problem]:
    """Yield what state money does not say."""
    missing = [one for one in _DEMANDS if not _says(funding, one.key)]
    if missing:
        yield Problem(
            file,
            ("funding", index, missing[0].key),
            INCOMPLETE,
            {
                "title": funding.title,
                "missing": missing,
                "examples": [one.example for one in missing],
            },
            FILL_IN,
            spot="first_key",
            identity=tuple(one.key for one in missing),
        )


def _says(funding: Funding, key: str) -> bool:
    if key == "year":
        return funding.year is not None or funding.period is not None
    return bool(getattr(funding, key))
