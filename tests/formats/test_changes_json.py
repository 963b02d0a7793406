"""Changes as JSON: the published object, exactly."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from fardplan.changes._base import Comparison, Side
from fardplan.changes._compare import compare
from fardplan.formats import changes_json
from fardplan.formats._page import Page
from fardplan.formats._schemas import CHANGES
from fardplan.pipeline.comparison import compare_versions
from tests.changes.editions import diff
from tests.changes.generated import EDITIONS, build

ROOT = Path(__file__).parent.parent.parent
SIDES = Side("2023", "a" * 40, 2023, "1.0"), Side(".", None, 2024, None)


ALL_READ: dict[str, list[str]] = {"unread": [], "partly_read": []}


def test_whole():
    """The object holds both versions, each change with its values as written, and the counts."""
    old = {"activities/x.yaml": "title: Tullhuset\nend: hösten 2024\nresponsible: kumla\n"}
    new = {"activities/x.yaml": "title: Tullhuset\nend: våren 2025\nresponsible: laxa\n"}
    changes = diff(old, new)
    written = json.loads(changes_json.write(Comparison("lanet", *SIDES, changes), Page("sv")))
    entity = {"roadmap": "lanet", "type": "activity", "id": "x"}
    assert written == {
        "schema_version": 1,
        "roadmap": "lanet",
        "old": {"spec": "2023", "commit": "a" * 40, "year": 2023, "version": "1.0", **ALL_READ},
        "new": {"spec": ".", "commit": None, "year": 2024, "version": None, **ALL_READ},
        "changes": [
            {
                "kind": "date-slipped",
                "level": "major",
                "entity": entity,
                "path": ["end"],
                "old": "hösten 2024",
                "new": "våren 2025",
                "guess": None,
                "months": 6,
                "years": None,
                "reason": None,
                "closed": None,
                "end": None,
                "approval": None,
                "fingerprint": changes[0].fingerprint,
            },
            {
                "kind": "responsible-changed",
                "level": "minor",
                "entity": entity,
                "path": ["responsible"],
                "old": ["kumla"],
                "new": ["laxa"],
                "guess": None,
                "months": None,
                "years": None,
                "reason": None,
                "closed": None,
                "end": None,
                "approval": None,
                "fingerprint": changes[1].fingerprint,
            },
        ],
        "summary": {
            "major": 1,
            "minor": 1,
            "editorial": 0,
            "approved": 0,
            "kinds": {"date-slipped": 1, "responsible-changed": 1},
            "money": [],
        },
        "idle_approvals": [],
    }


def test_what_was_over_and_why():
    """A slip says why, and what was over when it left says how it ended."""
    old = {
        "activities/x.yaml": "title: Tullhuset\nend: hösten 2024\n",
        "activities/y.yaml": "title: Dietist direkt\nstatus: completed\n",
    }
    new = {"activities/x.yaml": "title: Tullhuset\nend: våren 2025\nreason: Lokalen dröjer.\n"}
    found = Comparison("lanet", *SIDES, diff(old, new))
    written = json.loads(changes_json.write(found, Page("sv")))
    assert [(one["kind"], one["reason"], one["closed"]) for one in written["changes"]] == [
        ("date-slipped", "Lokalen dröjer.", None),
        ("removed", None, "completed"),
    ]


def test_end_of_what_is_cancelled():
    """What is cancelled says how its end moved."""
    old = {"activities/x.yaml": "title: Tullhuset\nend: hösten 2024\n"}
    new = {"activities/x.yaml": "title: Tullhuset\nend: våren 2024\nstatus: cancelled\n"}
    found = Comparison("lanet", *SIDES, diff(old, new))
    (written,) = json.loads(changes_json.write(found, Page("sv")))["changes"]
    assert (written["kind"], written["end"]) == (
        "dropped", {"path": ["end"], "old": "hösten 2024", "new": "våren 2024"},
    )  # fmt: skip


def misfits(document: object) -> list[str]:
    """Return what does not fit the published schema."""
    return [error.message for error in Draft202012Validator(CHANGES).iter_errors(document)]


@given(EDITIONS, EDITIONS)
@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
def test_schema(old, new):
    """Whatever changed fits the published schema."""
    (before, old_index), (after, new_index) = build(old), build(new)
    found = Comparison("lanet", *SIDES, compare(before, after, old_index, new_index))
    assert misfits(json.loads(changes_json.write(found, Page("sv")))) == []


def test_example_fits_the_schema():
    """The example that uses every feature fits the published schema."""
    old = str(ROOT / "tests" / "fixtures" / "history" / "exempelkommun" / "2024")
    found = compare_versions(ROOT, "exempelkommun", old).comparison
    assert misfits(json.loads(changes_json.write(found, Page("sv")))) == []


def test_language_is_irrelevant():
    """JSON is the same in every language."""
    changes = diff({}, {"activities/x.yaml": "title: Tullhuset\n"})
    found = Comparison("lanet", *SIDES, changes)
    assert changes_json.write(found, Page("sv")) == changes_json.write(found, Page("en"))
