"""Pengarna ska gå ihop: delarna blir lika mycket som summan, och mer än så används inte.

Medel som är en del av andra medel skrivs med `part_of`. Blir delarna mer än summan är det ett fel.
Blir de mindre är det en varning, när minst två delar är angivna: en del ensam är bara ett utdrag.
Aktiviteternas projektplaner (`financing`) och rapporterna (`funding_used`) får inte heller använda
mer än vad som är beviljat och inte har betalats tillbaka (`repaid`). Beror det bara på föreslagna
aktiviteter och projektplaner som är utkast är det en varning. Aktiviteter som har avslutats utan
att genomföras räknas inte. Belopp i kronor, tkr och mnkr räknas samman. Belopp som inte anges
säger regeln inget om.

Varför: 003, s. 5: ”Tilldelning och beslut om omfattning av statliga stimulansmedel sker årligen”.
Den som läser ska kunna lita på summorna. Också verkliga uppgifter kan vara fel: för 2024 anges
3 430,25 mnkr för omställningen till nära vård, men delarna blir 3 330,25 mnkr.

In English: The money adds up: the parts come to the whole, and no more than that is used.

Money that is part of other money is written with `part_of`. If the parts come to more than the
whole it is an error. If they come to less it is a warning, where at least two parts are stated:
one alone is only an extract. Nor may the projektplaner of the activities (`financing`) and the
reports (`funding_used`) use more than was granted and not repaid (`repaid`). Where that comes only
of proposed activities and of projektplaner that are drafts, it is a warning. Activities that were
cancelled do not count. Amounts in SEK, kSEK and MSEK are added together. Of amounts that are not
stated the rule says nothing.

Why: 003, p. 5: ”Tilldelning och beslut om omfattning av statliga stimulansmedel sker årligen” (the
grants of state money, and how much it is, are decided yearly). The reader must be able to trust the
sums. Real figures go wrong too: for 2024 SEK 3,430.25 million is stated for the transition to close
care, but the parts come to 3,330.25 million.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    funding:
      - {id: medel-2024, title: Egna medel 2024, kind: own_budget, amount: 3, unit: MSEK}
      - {id: halsosamtal, title: Till hälsosamtal, kind: own_budget, amount: 2, unit: MSEK,
         part_of: medel-2024}
      - {id: hemgang, title: Till trygg hemgång, kind: own_budget, amount: 1 500, unit: kSEK,
         part_of: medel-2024}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    funding:
      - {id: medel-2024, title: Egna medel 2024, kind: own_budget, amount: 3, unit: MSEK}
      - {id: halsosamtal, title: Till hälsosamtal, kind: own_budget, amount: 2, unit: MSEK,
         part_of: medel-2024}
      - {id: hemgang, title: Till trygg hemgång, kind: own_budget, amount: 1 000, unit: kSEK,
         part_of: medel-2024}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.funding import Funding
from fardplan.model.money import Sum, add_up, subtract, sum_of
from fardplan.model.number import MoneyUnit
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule
from fardplan.rules._money import Stated, parts_of, planned_uses, reported_uses
from fardplan.source.slots import place_of

PARTS_EXCEED = Text(
    "”{title}” är på {whole}, men delarna blir tillsammans {sum}: {difference} för mycket.",
    "“{title}” is {whole}, but the parts come to {sum}: {difference} too much.",
)
PARTS_FALL_SHORT = Text(
    "”{title}” är på {whole}, men delarna blir tillsammans {sum}: {difference} fattas.",
    "“{title}” is {whole}, but the parts come to {sum}: {difference} is missing.",
)
PLANS_EXCEED = Text(
    "Projektplanerna använder {sum} av ”{title}”, men bara {whole} finns: {difference} för mycket.",
    "The projektplaner use {sum} of “{title}”, but only {whole} is there: {difference} too much.",
)
REPORT_EXCEEDS = Text(
    "Rapporten ”{report}” redovisar {sum} av ”{title}”, men bara {whole} finns: "
    "{difference} för mycket.",
    "The report “{report}” accounts for {sum} of “{title}”, but only {whole} is there: "
    "{difference} too much.",
)
CORRECT_PARTS = Text(
    "Rätta `amount` där det är fel. Hör en av delarna inte hit? Ta bort dess `part_of`.",
    "Correct `amount` where it is wrong. Does a part not belong here? Delete its `part_of`.",
)
ADD_PART = Text(
    "Rätta `amount` där det är fel, eller lägg till delen som fattas: `- {{title: Övrigt, "
    "kind: {kind}, amount: {number}, unit: {unit}, part_of: {id}}}`.",
    "Correct `amount` where it is wrong, or add the missing part: `- {{title: Övrigt, "
    "kind: {kind}, amount: {number}, unit: {unit}, part_of: {id}}}`.",
)
CORRECT_USE = Text(
    "Rätta `amount` där det är fel. Betalas en del på annat sätt? Minska beloppet och lägg till en "
    "rad under `financing`: `- {{kind: own_budget, amount: {number}, unit: {unit}}}`.",
    "Correct `amount` where it is wrong. Is some of it paid in another way? Lower the amount and "
    "add a row under `financing`: `- {{kind: own_budget, amount: {number}, unit: {unit}}}`.",
)
CORRECT_REPORT = Text(
    "Rätta `amount` där det är fel. Har mer beviljats? Ändra beloppet under `funding`, till "
    "exempel `amount: {needed}`.",
    "Correct `amount` where it is wrong. Has more been granted? Change the amount under `funding` "
    "to for example `amount: {needed}`.",
)
ONE_PART = Text("En del är på {amount}.", "One part is {amount}.")
ONE_USE = Text("Här används {amount}.", "Here {amount} is used.")
REPAID_HERE = Text("Så mycket har betalats tillbaka: {amount}.", "This much was repaid: {amount}.")


@dataclass(frozen=True, slots=True)
class _Granted:
    """Money granted, with where it stands."""

    file: str
    route: Route
    funding: Funding
    key: tuple[str, str, str]
    whole: Sum

    @property
    def left(self) -> Sum:
        """What was granted and not repaid."""
        repaid = self.funding.repaid
        return subtract(self.whole, Sum(repaid.value, self.whole.unit)) if repaid else self.whole


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is said to come out of granted money: as its parts, in plans, in a report."""

    text: Text
    hint: Text
    stated: Sequence[Stated]
    there: Sum
    end: Text
    identity: tuple[str, ...]
    report: str = ""

    @property
    def total(self) -> Sum | None:
        """What all of it comes to."""
        return add_up(one.holder for one in self.stated)


@rule(
    "funding-sum",
    Severity.ERROR,
    Text("Pengarna går ihop.", "The money adds up."),
    profiles=ACTION,
    code="R17",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the money whose parts do not add up to it, and of which more is used than granted."""
    for granted in _granted(edition, facts):
        yield from _judge_parts(granted, facts)
        yield from _judge_plans(granted, facts)
        yield from _judge_reports(granted, facts)


def _granted(edition: Edition, facts: Facts) -> Iterator[_Granted]:
    """Yield the money whose amount is certain and that others can refer to."""
    file = edition.path_of("roadmap.yaml")
    for index, funding in numbered(edition.roadmap.funding):
        route: Route = ("funding", index)
        whole = sum_of(funding)
        key = (edition.id, "funding", funding.id or "")
        known = facts.index.by_key.get(key)
        doubtful = any(facts.in_doubt(file, *route, key) for key in ("amount", "unit", "repaid"))
        if whole and known and known.value is funding and not doubtful:
            yield _Granted(file, route, funding, key, whole)


def _judge_parts(granted: _Granted, facts: Facts) -> Iterator[Problem]:
    parts, all_known = parts_of(granted.key, facts)
    more = _Claim(PARTS_EXCEED, CORRECT_PARTS, parts, granted.whole, ONE_PART, ("parts",))
    total = more.total
    if total and total.sek > granted.whole.sek:
        yield _problem(granted, more, total)
    elif total and total.sek < granted.whole.sek and all_known and len(parts) > 1:
        less = replace(more, text=PARTS_FALL_SHORT, hint=ADD_PART)
        yield _problem(granted, less, total, Severity.WARNING)


def _judge_plans(granted: _Granted, facts: Facts) -> Iterator[Problem]:
    uses = planned_uses(granted.key, facts)
    claim = _Claim(PLANS_EXCEED, CORRECT_USE, uses, granted.left, ONE_USE, ("use",))
    firm = replace(claim, stated=[one for one in uses if one.firm])
    if _exceeds(firm):
        yield from _exceeding(granted, claim)
    else:
        yield from _exceeding(granted, claim, Severity.WARNING)


def _judge_reports(granted: _Granted, facts: Facts) -> Iterator[Problem]:
    for file, uses in reported_uses(granted.key, facts).items():
        claim = _Claim(
            REPORT_EXCEEDS, CORRECT_REPORT, uses, granted.left, ONE_USE, ("report", file),
            report=place_of(file).stem,
        )  # fmt: skip
        yield from _exceeding(granted, claim)


def _exceeds(claim: _Claim) -> bool:
    total = claim.total
    return total is not None and total.sek > claim.there.sek


def _exceeding(
    granted: _Granted, claim: _Claim, severity: Severity | None = None
) -> Iterator[Problem]:
    if (total := claim.total) and _exceeds(claim):
        yield _problem(granted, claim, total, severity)


def _problem(
    granted: _Granted, claim: _Claim, total: Sum, severity: Severity | None = None
) -> Problem:
    funding, unit = granted.funding, granted.whole.unit
    difference = Sum(abs(total.sek - claim.there.sek), MoneyUnit.SEK).within(unit)
    needed = Sum(total.sek + granted.whole.sek - granted.left.sek, MoneyUnit.SEK).within(unit)
    return Problem(
        granted.file,
        (*granted.route, "amount"),
        claim.text,
        {
            "title": funding.title,
            "id": funding.id,
            "kind": str(funding.kind.value),
            "whole": claim.there.within(unit),
            "sum": total.within(unit),
            "difference": difference,
            "number": _written(difference),
            "unit": str(difference.unit.value),
            "needed": _written(needed),
            "report": claim.report,
        },
        claim.hint,
        severity=severity,
        related=(*_ends(claim), *(_repaid(granted) if claim.end is ONE_USE else ())),
        identity=(*claim.identity, f"{claim.there.sek:f}", f"{total.sek:f}"),
    )


def _ends(claim: _Claim) -> Iterator[Related]:
    for one in claim.stated:
        amount = {"amount": sum_of(one.holder)}
        yield Related(one.file, (*one.route, "amount"), claim.end, amount)


def _repaid(granted: _Granted) -> Iterator[Related]:
    if repaid := granted.funding.repaid:
        amount = {"amount": Sum(repaid.value, granted.whole.unit)}
        yield Related(granted.file, (*granted.route, "repaid"), REPAID_HERE, amount)


def _written(one: Sum) -> str:
    """Return a sum as an editor writes it after `amount:`, with a decimal comma in quotes."""
    plain = f"{one.value:f}"
    return f'"{plain.replace(".", ",")}"' if "." in plain else plain
