"""The pages on the files: every key that each kind of file may have, from the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fardplan.editing.key_order import key_order
from fardplan.locales.kinds import KINDS as NOUNS
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, field_of, is_term
from fardplan.model.schema import KINDS, TITLES
from fardplan.source._encoding import MAX_BYTES
from fardplan.source._yaml_events import MAX_DEPTH
from fardplan.source._yaml_nodes import MAX_EXPANDED

_FILES = {
    "roadmap": ("roadmaps/FÄRDPLAN/roadmap.yaml", "vem, när, version, beslut, teman, pengar"),
    "vision": ("roadmaps/FÄRDPLAN/vision.yaml", "målbilden, där färdplanen äger den"),
    "area": ("roadmaps/FÄRDPLAN/areas/ID.yaml", "ett område"),
    "goal": ("roadmaps/FÄRDPLAN/goals/ID.yaml", "ett mål"),
    "activity": ("roadmaps/FÄRDPLAN/activities/ID.yaml", "en aktivitet med sin projektplan"),
    "indicator": ("roadmaps/FÄRDPLAN/indicators/ID.yaml", "något som mäts"),
    "report": ("roadmaps/FÄRDPLAN/reports/PERIOD.yaml", "hur långt allt hade kommit vid en tid"),
    "organisations": ("roadmaps/organisations.yaml", "parterna och deras grupper"),
    "glossary": ("roadmaps/glossary.yaml", "ord och förkortningar"),
    "approvals": ("fardplan-approvals.yaml", "försvagade åtaganden som har godkänts i ett beslut"),
}
"""Where each kind of file lies, and what it holds."""

_INDEX = """\
# Filer och nycklar

En färdplan består av filer av olika slag. Varje slag har sina nycklar. Med
[hjälp i redigeraren](../editors.md#öppna-mappen-i-en-redigerare) ser du samma förklaringar medan du
skriver.

| slag | vad filen innehåller | var den ligger |
|---|---|---|
"""

_WRITTEN = """
## Så skrivs det

| i tabellerna | betyder | till exempel |
|---|---|---|
| rad | text på en rad | `title: Trygg hemgång` |
| text | löpande text, som får ha stycken, listor och länkar ([Markdown](https://commonmark.org/help/)) | `text: Teamet möter personen **hemma**.` |
| id | små bokstäver a–z, siffror och bindestreck | `id: beslut-om-pilot` |
| tid | en dag, en månad, ett år, en termin eller det som brukar sägas | `2024-04-18`, `VT2024`, `hösten 2023`, `senast 2025`, `HT2021 – VT2023` |
| tal | siffror; decimaler skrivs med komma eller punkt | `1200000`, `7,50` |
| heltal | siffror utan decimaler | `3`, `2024` |
| ja eller nej | `true` eller `false` | `fictional: true` |
| version | ett versionsnummer inom citattecken | `version: "1.0"` |
| hänvisning | id på något annat; `färdplan/id` om det står i en annan färdplan | `goal: trygg-hemgang` |
| lista | ett värde på varje rad, eller inom `[ ]` | `partners: [region-exempel, exempelkommun]` |
| uppslag | namn som ni väljer själva, med ett värde vart | `en: {title: Safe return}` |

**Fet stil** i tabellerna är en nyckel som måste finnas där dess rubrik används. Alla andra får
utelämnas.
"""  # noqa: E501 - the rows of a table

_NOT_READ = f"""
## Det av YAML som inte läses

Filerna är skrivna i [YAML](https://yaml.org/) 1.2. Där är mer tillåtet än någon behöver för en
färdplan. Det som betyder något annat än det ser ut som läses inte, utan blir ett fynd
([yaml-syntax](../rules/yaml-syntax.md)) som säger vilken rad det gäller och vad du kan skriva i
stället.

| det som inte läses | till exempel | skriv i stället |
|---|---|---|
| flera dokument i en fil | en rad med bara `---` mitt i filen | en fil för varje |
| en fil utan innehåll | bara kommentarer | fyll i den, eller ta bort den |
| instruktioner till läsaren | `%TAG`, `%YAML 1.1` | ingenting: ta bort raden |
| ord som börjar med `!` | `!!int 5`, `!viktigt` | värdet utan ordet, eller citattecken om alltihop |
| nycklar som inte är ett ord | `? [a, b]`, `*namn : värde` | ett ord och kolon |
| en tom nyckel | `: värde` | nyckelns namn |
| värden som slås ihop | `<<: *namn` | värdena där de hör hemma |
| tabbtecken som indrag | en tabb först på raden eller efter `-` | mellanslag |
| tecken inom `[ ]` och `{{ }}` som kan missförstås | `[a: b, :c, ?d]`, `{{url: https://a.se}}` | citattecken om texten |
| namn efter `&` och `*` med andra tecken | `&läge`, `&a:b` | a–z, siffror, `-` och `_` |
| osynliga tecken | `"\\b"`, `"\\0"`, halva tecken som `"\\ud800"` | ingenting |

Tal, datum och ja eller nej tolkas inte när filen läses: `007`, `1.10` och `2024-01-01` är det som
står där, tills nyckeln säger vad det ska vara. Bara `null`, `~` och ingenting alls, utan
citattecken, betyder att värdet saknas.

`fardplan fmt` rör inte filer som inte kan läsas. En fil där en nyckel har ett frågetecken framför
sig, eller där `&namn` står på en egen rad, läses men formateras inte.

## Gränser

| gräns | högst | fynd |
|---|---|---|
| en fils storlek | {MAX_BYTES // 1_000_000} MB | [unreadable-file](../rules/unreadable-file.md) |
| nivåer inuti varandra | {MAX_DEPTH} | [yaml-syntax](../rules/yaml-syntax.md) |
| värden som filens hänvisningar (`*namn`) står för | {MAX_EXPANDED:,} | [yaml-syntax](../rules/yaml-syntax.md) |

En fil ska vara vanlig text i UTF-8. Den läses också med Windows radslut och med det osynliga märke
(BOM) som en del program sätter först. Andra teckenkodningar, till exempel UTF-16, läses inte.
""".replace(",000", "\u00a0000").replace(" MB", "\u00a0MB")  # noqa: E501 - the rows of a table

_SCALARS = {
    "FuzzyTime": "tid",
    "Number": "tal",
    "Substance": "märke, som `fardplan review` skriver",
    "VersionNumber": "version",
    "bool": "ja eller nej",
    "int": "heltal",
}
_TEXTS = {
    "id": "id",
    "line": "rad",
    "prose": "text",
    "url": "webbadress",
    "previous": "tidigare id",
}
_LISTS = {
    "ordered": "lista i ordning",
    "unordered": "lista",
    "mapping": "uppslag",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A mapping that a file may hold: what it is called, where it first stands, its model."""

    title: str
    path: str
    model: type[Value]

    @property
    def heading(self) -> str:
        return f"{self.title} (`{self.path}`)"

    @property
    def anchor(self) -> str:
        """The name under which forges link to the heading."""
        kept = (c for c in self.heading.lower() if c.isalnum() or c in " _-")
        return "".join(kept).replace(" ", "-")


def write_file_pages() -> Mapping[str, str]:
    """Return every page on the files, by its path in docs/."""
    pages = {f"files/{kind}.md": _write_page(kind) for kind in KINDS}
    return {"files/README.md": _write_index(), **pages}


def _write_index() -> str:
    rows = (
        f"| [{TITLES[kind]}]({kind}.md) | {holds} | `{place}` |\n"
        for kind, (place, holds) in _FILES.items()
    )
    return _INDEX + "".join(rows) + _WRITTEN + _NOT_READ


def _write_page(kind: str) -> str:
    model = KINDS[kind]
    parts = _find_parts(model)
    opening = (
        f"# {TITLES[kind]}\n\nFilen `{_FILES[kind][0]}`. "
        "Hur tider, listor och hänvisningar skrivs står i [Filer och nycklar](README.md).\n"
    )
    sections = (
        f"\n## {part.heading}\n{_say_short(part.model)}\n{_table(part.model, parts)}"
        for part in parts.values()
    )
    return f"{opening}\n{_table(model, parts)}" + "".join(sections)


def _find_parts(model: type[Value]) -> Mapping[type[Value], _Part]:
    """Return every model inside a file, each where it stands least deep, in the order of keys."""
    found: dict[type[Value], _Part] = {}
    waiting = [("", model)]
    while waiting:
        path, here = waiting.pop(0)
        for spec in _in_order(here):
            if spec.model and spec.model is not model and spec.model not in found:
                inner = f"{path}.{spec.key}".lstrip(".")
                found[spec.model] = _Part(spec.title, inner, spec.model)
                waiting.append((inner, spec.model))
    return dict(sorted(found.items(), key=lambda item: item[1].path))


def _say_short(model: type[Value]) -> str:
    if not model.shorthand:
        return ""
    return f"\nFår skrivas kort, som bara det som annars står under `{model.shorthand}`.\n"


def _table(model: type[Value], parts: Mapping[type[Value], _Part]) -> str:
    rows = (
        f"| {_key(spec)} | {spec.title} | {_explain(spec)} | {_form(spec, parts)} |\n"
        for spec in _in_order(model)
    )
    return "| nyckel | heter | vad | hur |\n|---|---|---|---|\n" + "".join(rows)


def _in_order(model: type[Value]) -> Iterator[FieldSpec]:
    """Yield the fields of a model in the order in which `fardplan fmt` lays out their keys."""
    for key in key_order(model):
        if spec := field_of(model, key):
            yield spec


def _key(spec: FieldSpec) -> str:
    return f"**`{spec.key}`**" if spec.required else f"`{spec.key}`"


def _explain(spec: FieldSpec) -> str:
    return " ".join(spec.description.split()).replace("|", "\\|")


def _form(spec: FieldSpec, parts: Mapping[type[Value], _Part]) -> str:
    """Return how a field is written, and what may stand there."""
    form = _form_of_one(spec, parts)
    return f"{_LISTS[spec.shape]}: {form}" if spec.shape in _LISTS else form


def _form_of_one(spec: FieldSpec, parts: Mapping[type[Value], _Part]) -> str:
    if spec.model:
        part = parts.get(spec.model)
        return f"[{part.title.lower()}](#{part.anchor})" if part else "samma nycklar som filen"
    if is_term(spec) and spec.scalar:
        return ", ".join(_choices(spec.scalar))
    if spec.refs:
        *others, last = (NOUNS[kind].one.sv for kind in spec.refs)
        return f"hänvisning till {', '.join(others)}{' eller ' if others else ''}{last}"
    name = spec.scalar.__name__ if spec.scalar else ""
    return _SCALARS.get(name) or _TEXTS[spec.text]


def _choices(scalar: type) -> Iterator[str]:
    for member in scalar:  # type: ignore[attr-defined]
        label = getattr(member, "sv", member.value)
        yield f"`{member.value}`" + (f" ({label})" if label != member.value else "")
