"""`fardplan diff` and what stands beside the roadmaps: levels, approvals, and earlier years."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.source.history import start_history as start_history  # noqa: PLC0414 (a fixture)

ROADMAP = "format: 1\ntitle: Länets färdplan\nprofile: action\nyear: {year}\nversion: '{version}'\n"
GOAL = "roadmaps/lan/goals/hemgang.yaml"
ACTIVITY = "roadmaps/lan/activities/tullhuset.yaml"
APPROVALS = "fardplan-approvals.yaml"
Data = dict[str, Any]
FORMATS = ("text", "markdown", "html")


def files(year: int, version: str, end: str = "2024", responsible: str = "kumla") -> dict[str, str]:
    """Return a roadmap with one activity that ends at some time."""
    return {
        "fardplan.toml": "",
        "roadmaps/organisations.yaml": "format: 1\norganisations: "
        "[{id: kumla, title: Kumla}, {id: laxa, title: Laxå}]\n",
        "roadmaps/lan/roadmap.yaml": ROADMAP.format(year=year, version=version),
        GOAL: "title: Trygg hemgång\n",
        ACTIVITY: f"title: Tullhuset\ngoal: hemgang\nresponsible: {responsible}\nend: {end}\n",
    }


@pytest.fixture
def history(start_history, monkeypatch):
    """Return a repository with the editions of 2023 and 2024, tagged, and stand in it."""
    made = start_history()
    made.build({"lan/1.0": files(2023, "1.0"), "lan/2.0": files(2024, "2.0", "2025")}, tags=True)
    monkeypatch.chdir(made.root)
    return made


def compare(fardplan, *arguments: str) -> Data:
    """Return the comparison of 2023 with the files as they are."""
    found: Data = json.loads(fardplan("diff", "lan", "2023", "-f", "json", *arguments).stdout)
    return found


def slip_of(found: Data) -> Data:
    """Return the change that is a slip."""
    slip: Data
    (slip,) = (one for one in found["changes"] if one["kind"] == "date-slipped")
    return slip


def approve(fingerprint: str, **more: str) -> dict[str, str]:
    """Return a list that approves one change."""
    given = {
        "fingerprint": f'"{fingerprint}"', "kind": "date-slipped",
        "entity": "activity lan/tullhuset", "by": "Chefsgruppen", "decision": "§ 12",
        "date": "2024-03-05", **more,
    }  # fmt: skip
    inner = ", ".join(f"{key}: {value}" for key, value in given.items())
    return {APPROVALS: f"format: 1\napprovals:\n  - {{{inner}}}\n"}


# Levels


@pytest.mark.parametrize(
    ("level", "code", "heading"),
    [("major", 1, "Försvagade åtaganden"), ("minor", 0, "Mål och aktiviteter utan område"),
     ("editorial", 0, "Språk, källor och bakgrund")],
)  # fmt: skip
def test_levels_of_the_settings(fardplan, history, level, code, heading):
    """`[level]` says how grave a kind is: in the headings, in JSON and for `--fail-on`."""
    history.write(
        {
            **files(2024, "2.0", responsible="laxa"),
            "fardplan.toml": f'[level]\nresponsible-changed = "{level}"\n',
        }
    )
    done = fardplan("diff", "lan", "2023", "--fail-on", "major")
    assert done.exit_code == code
    sections = done.stdout.split("\n\n")[2:]
    (told,) = (section for section in sections if "Ansvarig" in section)
    assert told.startswith(heading)
    kinds = {one["kind"]: one["level"] for one in compare(fardplan)["changes"]}
    assert kinds["responsible-changed"] == level


def test_levels_are_those_of_the_newer_version(fardplan, history):
    """A comparison of two past versions follows the settings of the newer of them."""
    history.commit({"fardplan.toml": '[level]\ndate-slipped = "editorial"\n'})
    assert slip_of(compare(fardplan))["level"] == "editorial"
    assert slip_of(compare(fardplan, "2.0"))["level"] == "major"


def test_unknown_level_is_a_finding(fardplan, history):
    """A kind or a level that there is not is found by `validate`, and changes nothing."""
    history.write({"fardplan.toml": '[level]\ndate-sliped = "minor"\nmoved = "error"\n'})
    found = json.loads(fardplan("validate", "-f", "json").stdout)["findings"]
    here = [(one["rule"], one["line"]) for one in found if one["file"] == "fardplan.toml"]
    assert here == [("unknown-key", 2), ("invalid-value", 3)]
    assert slip_of(compare(fardplan))["level"] == "major"


def test_settings_of_the_past_refuse_nothing(fardplan, history):
    """Settings that could not be read in an old version leave the usual levels."""
    history.commit({"fardplan.toml": "[[[\n"})
    history.commit({"fardplan.toml": ""})
    found = fardplan("diff", "lan", "2023", "HEAD~1", "-f", "json")
    assert slip_of(json.loads(found.stdout))["level"] == "major"
    history.write({"fardplan.toml": "[[[\n"})
    assert fardplan("diff", "lan", "2023").exit_code == 3


# Approvals


def test_an_approved_change_fails_nothing(fardplan, history):
    """What a decision approves stays grave, and does not end with 1 under `--fail-on`."""
    before = fardplan("diff", "lan", "2023", "--fail-on", "major")
    assert before.exit_code == 1
    slip = slip_of(compare(fardplan))
    assert (slip["level"], slip["approval"]) == ("major", None)
    history.write(approve(slip["fingerprint"]))
    after = fardplan("diff", "lan", "2023", "--fail-on", "major")
    assert (after.exit_code, after.stderr) == (0, "")
    assert fardplan("diff", "lan", "2023", "--exit-code").exit_code == 1
    found = compare(fardplan)
    assert slip_of(found) == slip | {
        "approval": {"by": "Chefsgruppen", "decision": "§ 12", "date": "2024-03-05"}
    }
    assert (found["summary"]["major"], found["summary"]["approved"]) == (1, 1)
    assert found["idle_approvals"] == []


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize(
    ("lang", "summary", "said"),
    [
        ("sv", "1 åtagande är försvagat, och det är godkänt.",
         "Godkänt av Chefsgruppen (§ 12, 5 mars 2024)."),
        ("en", "1 commitment is weakened, and that is approved.",
         "Approved by Chefsgruppen (§ 12, 5 March 2024)."),
    ],
)  # fmt: skip
def test_every_format_says_by_whom(fardplan, history, output_format, lang, summary, said):
    """By whom and in which decision something was approved stands where the change is told."""
    history.write(approve(slip_of(compare(fardplan))["fingerprint"]))
    page = fardplan("--lang", lang, "diff", "lan", "2023", "-f", output_format).stdout
    words = re.sub(r"<[^>]+>", "", page).replace("\u00a0", " ").replace("\\", "")
    assert summary in words
    assert said in words


def test_what_may_be_filled_in(fardplan, history):
    """Where a weakened commitment is not approved, the line to fill in stands on stderr."""
    done = fardplan("diff", "lan", "2023", "--fail-on", "major")
    fingerprint = slip_of(compare(fardplan))["fingerprint"]
    assert done.stderr.splitlines() == [
        (
            "En försvagning är inte godkänd. Finns det ett beslut? Fyll i det här under approvals i "
            "fardplan-approvals.yaml:"
        ),
        (
            f'  - {{fingerprint: "{fingerprint}", kind: date-slipped, '
            "entity: activity lan/tullhuset, by: , decision: , date: }"
        ),
    ]
    line = done.stderr.splitlines()[1]
    filled = line.replace("by: ", "by: A").replace("decision: ", "decision: B")
    history.write(
        {APPROVALS: f"format: 1\napprovals:\n{filled.replace('date: }', 'date: 2024}')}\n"}
    )
    assert fardplan("diff", "lan", "2023", "--fail-on", "major").exit_code == 0


def test_an_approval_survives_a_rebase(fardplan, history):
    """The same change on another base, in other lines of the file, is still approved."""
    slip = slip_of(compare(fardplan))
    history.git("checkout", "--quiet", "-b", "andring")
    history.commit(approve(slip["fingerprint"]))
    first = history.git("rev-parse", "HEAD")
    history.git("checkout", "--quiet", "main")
    moved = "# Ny kommentar\nend:   2025\nresponsible: [kumla]\n\ngoal: hemgang\ntitle: Tullhuset\n"
    history.commit({ACTIVITY: moved, GOAL: "title: Trygg hemgång för alla\n"})
    history.git("checkout", "--quiet", "andring")
    history.day += 1
    history.git("rebase", "--quiet", "main")
    assert history.git("rev-parse", "HEAD") != first
    assert slip_of(compare(fardplan)) == slip | {
        "approval": {"by": "Chefsgruppen", "decision": "§ 12", "date": "2024-03-05"}
    }
    assert fardplan("diff", "lan", "2023", "--fail-on", "major").exit_code == 0


def test_an_approval_is_for_what_was_decided(fardplan, history):
    """What slips further than was decided fails again, and the reader is told why."""
    history.write(approve(slip_of(compare(fardplan))["fingerprint"]))
    history.write({ACTIVITY: files(2024, "2.0", "2027")[ACTIVITY]})
    done = fardplan("diff", "lan", "2023", "--fail-on", "major")
    assert done.exit_code == 1
    assert done.stdout.split("\n\n")[-1] == (
        "Godkännanden som inte används här\n"
        "  • senarelagt, activity lan/tullhuset: ändringen är en annan än den som Chefsgruppen "
        "godkände (§ 12, 5 mars 2024).\n"
    )
    (idle,) = compare(fardplan)["idle_approvals"]
    assert (idle["reason"], idle["kind"], idle["by"]) == ("another", "date-slipped", "Chefsgruppen")


def test_an_approval_of_nothing(fardplan, history):
    """An approval that no change bears is told of in every format, until it has been released."""
    history.write(approve("0" * 16, kind="dropped"))
    for output_format in FORMATS:
        page = fardplan("diff", "lan", "2023", "-f", output_format).stdout
        assert "Godkännanden som inte används här" in page
        assert "det finns ingen sådan ändring mellan de här versionerna" in page
    (idle,) = compare(fardplan)["idle_approvals"]
    assert (idle["reason"], idle["fingerprint"]) == ("unknown", "0" * 16)
    history.commit({})
    assert compare(fardplan, "HEAD")["idle_approvals"] != []
    told = json.loads(fardplan("diff", "lan", "HEAD", "-f", "json").stdout)
    assert told["idle_approvals"] == []


def test_approvals_are_those_of_the_newer_version(fardplan, history):
    """What is approved now does not change how a past version is judged."""
    history.write(approve(slip_of(compare(fardplan))["fingerprint"]))
    assert slip_of(compare(fardplan, "2.0"))["approval"] is None


def test_a_broken_list(fardplan, history):
    """What cannot be used in the list approves nothing, is said on stderr, and found by validate."""
    history.write(approve(slip_of(compare(fardplan))["fingerprint"], date="snart"))
    done = fardplan("diff", "lan", "2023", "--fail-on", "major")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == (
        "Något i fardplan-approvals.yaml går inte att använda. Visa felen: fardplan validate"
    )
    found = json.loads(fardplan("validate", "-f", "json").stdout)["findings"]
    (fault,) = (one for one in found if one["file"] == APPROVALS)
    assert (fault["rule"], fault["line"], fault["severity"]) == ("invalid-value", 3, "error")


def test_the_list_hides_no_other_finding(fardplan, history):
    """Faults in the list of approvals leave all other findings as they are."""
    before = json.loads(fardplan("validate", "-f", "json").stdout)["findings"]
    history.write({APPROVALS: "format: 1\napprovals: [{x: 1}]\n"})
    after = json.loads(fardplan("validate", "-f", "json").stdout)["findings"]
    assert [one for one in after if one["file"] != APPROVALS] == before
    assert {one["rule"] for one in after if one["file"] == APPROVALS} == {
        "unknown-key", "missing-key",
    }  # fmt: skip


# Earlier years


def test_what_slips_again_is_counted(fardplan, history):
    """A time that has slipped in three years says so, in every format."""
    history.commit(files(2025, "3.0", "2026"))
    history.tag("lan/3.0")
    history.write(files(2026, "4.0", "2027"))
    done = fardplan("diff", "lan", "2025")
    assert done.stdout.split("\n\n", 1)[1] == (
        "Sedan 2025: 1 aktivitet skjuts upp 12 månader, för tredje året. "
        "1 åtagande är försvagat.\n\n"
        "Försvagade åtaganden\n"
        "  • Aktiviteten ”Tullhuset”: Slut senareläggs: var 2026, är nu 2027 (12 månader), "
        "för tredje året. Ingen orsak anges.\n"
    )
    english = fardplan("--lang", "en", "diff", "lan", "2025", "-f", "markdown").stdout
    assert "is now 2027 (12 months), for the third year." in english
    told = json.loads(fardplan("diff", "lan", "2025", "-f", "json").stdout)
    assert slip_of(told)["years"] == 3


def test_years_without_releases_count(fardplan, history):
    """Where nothing was released, the last state of each year along the first parents counts."""
    for tag in ("lan/1.0", "lan/2.0"):
        history.git("tag", "-d", tag)
    history.commit({ACTIVITY: files(2024, "2.0", "2026")[ACTIVITY]})
    history.commit(files(2025, "3.0", "2026"))
    history.write({ACTIVITY: files(2025, "3.0", "2027")[ACTIVITY]})
    told = json.loads(fardplan("diff", "lan", "2024", "-f", "json").stdout)
    assert slip_of(told)["years"] == 2


def test_a_renamed_roadmap_keeps_its_years(fardplan, history):
    """Years under an earlier folder name count."""
    history.git("mv", "roadmaps/lan", "roadmaps/region")
    front = ROADMAP.format(year=2025, version="3.0") + "previously: [lan]\n"
    later = files(2025, "3.0", "2026")[ACTIVITY]
    history.write(
        {"roadmaps/region/roadmap.yaml": front, "roadmaps/region/activities/tullhuset.yaml": later}
    )
    told = json.loads(fardplan("diff", "region", "2024", "-f", "json").stdout)
    assert slip_of(told)["years"] == 2


def test_without_history_nothing_is_said(fardplan, history, tmp_path, monkeypatch):
    """In a shallow clone, which knows only some of the years, and outside git, nothing is told."""
    history.commit(files(2025, "3.0", "2026"))
    history.tag("lan/3.0")
    clone = tmp_path / "klon"
    history.git("clone", "--quiet", "--depth=2", history.root.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    told = json.loads(fardplan("diff", "lan", "HEAD~1", "-f", "json").stdout)
    assert slip_of(told)["years"] is None
    monkeypatch.chdir(history.root)
    told = json.loads(fardplan("diff", "lan", "2024", "-f", "json").stdout)
    assert slip_of(told)["years"] == 2


def test_a_page_with_the_look_of_the_repository(fardplan, history, tmp_path):
    """The page has the sender of the settings and the template of the roadmap."""
    history.write(
        {
            "fardplan.toml": '[organisation]\nname = "Region Exempel"\n[templates]\nlan = "egen"\n',
            "templates/egen/document.toml": '[colors]\naccent = "#7a1f5c"\n',
        }
    )
    target = tmp_path / "andringar.html"
    done = fardplan("diff", "lan", "2023", "-f", "html", "-o", str(target))
    page = target.read_text(encoding="utf-8")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "<span>Region Exempel</span>" in page
    assert "--accent: #7a1f5c" in page
