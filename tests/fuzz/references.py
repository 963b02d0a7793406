"""References: whatever is written where something is pointed at, leads somewhere or is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from fardplan.locales.text import LANGUAGES
from fardplan.model.index import Index, references
from fardplan.rules._base import Rule
from fardplan.rules._engine import Judging, judge
from fardplan.rules._registry import RULES
from fardplan.source.collection import load
from tests.changes.editions import MemoryTree
from tests.fuzz.content import loaded

ABOUT = ("unresolved-reference", "reference-cycle", "duplicate-id", "unstable-id", "invalid-value")
WORDS = (
    "goal/",
    "area/",
    "organisation/",
    "lanet/",
    "mark",
    "hem",
    "regionen",
    "alla",
    "plan",
    "/",
)
FILES: Mapping[str, str] = {
    "roadmaps/organisations.yaml": "format: 1\norganisations: [{id: regionen, title: Regionen}]\n"
    "classes: [{id: alla, title: Alla, members: [regionen, ONE]}]\n",
    "roadmaps/lanet/roadmap.yaml": "format: 1\ntitle: Länet\nprofile: action\nyear: 2024\n"
    "owners: [ONE]\nrelated_plans: [{id: plan, title: Planen}]\n"
    "references: [{id: TWO, title: Bilaga}]\n",
    "roadmaps/lanet/areas/hem.yaml": "title: Trygg hemma\npreviously: [TWO]\n",
    "roadmaps/lanet/goals/mark.yaml": "title: Märkt\narea: ONE\nsupports: [{goal: TWO}, {area: ONE}]\n",
    "roadmaps/lanet/activities/a.yaml": "title: Gör\ngoal: TWO\nresponsible: [ONE]\n"
    "delegated_to: TWO\nrequires: [{activity: ONE}]\n",
}


def seeds() -> Iterator[bytes]:
    """Yield references of the real roadmaps, two by two."""
    editions = loaded().collection.editions.values()
    written = sorted({one.written for edition in editions for one in references(edition)})
    yield from (f"{a}\n{b}".encode() for a, b in zip(written[::2], written[1::2], strict=False))
    yield from (b"mark\nhem", b"goal/mark\nlanet/area/hem", b"lanet/goal/mark\nregionen")


@cache
def rules() -> list[Rule]:
    """Return the rules about references."""
    return [rule for rule in RULES if rule.name in ABOUT]


def check(data: bytes) -> None:
    """Put two references in every place of a small roadmap and judge it."""
    one, _, two = data.decode("utf-8", "replace").partition("\n")
    tree = MemoryTree({path: _fill(text, one, two) for path, text in FILES.items()})
    found = load(tree)
    for finding in judge(found, tree, Judging(rules(), date(2024, 6, 1))):
        assert all(finding.say(lang) for lang in LANGUAGES)
        assert all(finding.say_hint(lang) is not None for lang in LANGUAGES)
    index = Index.of(found.collection)
    for kinds in (("goal",), ("goal", "area", "activity"), ("roadmap", "plan"), ("organisation",)):
        leads = index.resolve("lanet", one, kinds)
        assert leads.entity is None or leads.entity.id in one


def _fill(text: str, one: str, two: str) -> str:
    """Put both into a file, in quotation marks: the signs of YAML are not what is asked about."""
    return text.replace("ONE", _quote(one)).replace("TWO", _quote(two))


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
