"""The pages on the rules, from their manuals: one a rule, and a table of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fardplan.formats._rule_markdown import write_examples, write_prose
from fardplan.model.terms import Profile
from fardplan.rules._base import ALL_PROFILES, Rule
from fardplan.rules._registry import RULES

_INDEX = """\
# Regler

Det här kontrollerar `fardplan validate`. Klicka på en regel för att se vad den kräver, varför, och
hur det ser ut när det är fel och rätt. Samma sak visas av `fardplan rule REGEL`.

*Nivå* är den som gäller om inget annat sägs: ett fel hindrar, en varning eller en upplysning gör
det inte. I ett utkast blir en brist mildare. Ni ändrar nivån för en regel, eller stänger av den,
[i `fardplan.toml`](../ci.md#bestäm-vad-som-är-fel). *Profil* är det slags färdplan som regeln
gäller för, alltså det som står efter `profile:` i `roadmap.yaml`.

| regel | nivå | profiler | i korthet |
|---|---|---|---|
"""

_SOURCES = """
## Källorna

Skälen hänvisar till de offentliga dokument som reglerna bygger på, med nummer och sida:
”003, s. 12” är sidan 12 i länets färdplan. Lagar skrivs ut med namn.

| nummer | dokument |
|---|---|
| 000 | Örebro kommuns färdplan för nära vård 2024 |
| 001 | Region Örebro läns webbsida om omställningen till nära vård, 2022 |
| 002 | Färdplan nära vård Askersund, 2023 |
| 003 | Färdplan för omställning till nära vård i Örebro län, version 1.0, 2023 |
| 004 | Bildspel om den gemensamma målbilden för nära vård i Örebro län, 2021 |
"""


def write_rule_pages() -> Mapping[str, str]:
    """Return every page on the rules, by its path in docs/."""
    pages = {f"rules/{rule.name}.md": _write_page(rule) for rule in RULES}
    return {"rules/README.md": _write_index(), **pages}


def _write_index() -> str:
    rows = (
        f"| [{rule.name}]({rule.name}.md) | {rule.severity.sv} | {_profiles(rule)} "
        f"| {rule.about.sv} |\n"
        for rule in RULES
    )
    return _INDEX + "".join(rows) + _SOURCES


def _write_page(rule: Rule) -> str:
    return "\n\n".join(_blocks(rule)) + "\n"


def _blocks(rule: Rule) -> Iterator[str]:
    yield f"# {rule.name}"
    yield f"*Nivå: {rule.severity.sv}. Profiler: {_profiles(rule)}.*"
    yield from write_prose(rule, "sv")
    yield "## Exempel"
    yield from write_examples(rule, "sv")
    yield "## In English"
    kinds = "all" if rule.profiles == ALL_PROFILES else ", ".join(_sorted(rule))
    yield f"*Severity: {rule.severity.value}. Profiles: {kinds}.*"
    yield from write_prose(rule, "en")
    yield "The examples above show what is wrong (*Fel*) and what is right (*Rätt*)."
    yield "[Alla regler och källorna · All rules and the sources](README.md)"


def _profiles(rule: Rule) -> str:
    if rule.profiles == ALL_PROFILES:
        return "alla"
    return ", ".join(f"`{profile.value}` ({profile.sv})" for profile in _sorted(rule))


def _sorted(rule: Rule) -> list[Profile]:
    return [profile for profile in Profile if profile in rule.profiles]
