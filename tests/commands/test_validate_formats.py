"""`fardplan validate -f …`, as CI asks for it."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from fardplan.formats._registry import FINDINGS
from fardplan.rules._registry import RULES
from tests.commands.conftest import GOOD

GOAL = "roadmaps/lan/goals/a.yaml"
MISSPELT = {GOAL: "title: Målet A\nansvarig: regionen\n"}
COMMAND = f"::error file={GOAL},line=2,endLine=2,col=1,endColumn=8,title=unknown-key::"
SENTENCE = "1 fel i 1 fil. Rätta felen innan du lämnar in ändringen.\n"


@pytest.fixture(autouse=True)
def outside_ci(monkeypatch):
    """Stand in no job of GitHub's, whatever runs the tests."""
    for name in ("STEP_SUMMARY", "SERVER_URL", "REPOSITORY", "SHA"):
        monkeypatch.delenv(f"GITHUB_{name}", raising=False)


@pytest.mark.parametrize("name", FINDINGS)
def test_every_format(fardplan, write, name):
    """Every format goes to stdout, the summary to stderr, and the exit code is the same."""
    write()
    write(MISSPELT)
    result = fardplan("validate", "-f", name)
    assert (result.exit_code, result.stderr) == (1, SENTENCE)
    assert "ansvarig" in result.stdout


@pytest.mark.parametrize("name", FINDINGS)
def test_every_format_into_a_file(fardplan, write, name):
    """With -o the same bytes go to the file."""
    root = write()
    shown = fardplan("validate", "-f", name).stdout
    assert fardplan("validate", "-f", name, "-o", "ut").exit_code == 0
    written = (root / "ut").read_text(encoding="utf-8")
    if name == "junit":  # says when it was made
        shown, written = (ET.fromstring(one).attrib for one in (shown, written))  # noqa: S314
    assert written == shown


def test_job_summary(fardplan, write, tmp_path, monkeypatch):
    """In GitHub Actions all findings are added to the page of the run, with links to their lines."""
    page = tmp_path / "summary.md"
    page.write_text("Förut.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_REPOSITORY", "lan/plan")
    monkeypatch.setenv("GITHUB_SHA", "c0ffee")
    write()
    write(MISSPELT)
    result = fardplan("validate", "-f", "github")
    assert result.stdout.startswith(COMMAND)
    written = page.read_text(encoding="utf-8")
    assert written.startswith(f"Förut.\n### Kontroll av färdplanerna\n\n{SENTENCE}")
    assert f"| [2](https://github.com/lan/plan/blob/c0ffee/{GOAL}#L2) | Fel |" in written


def test_other_formats_leave_the_page_alone(fardplan, write, tmp_path, monkeypatch):
    """Only the format of GitHub writes its page."""
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    write()
    for name in set(FINDINGS) - {"github"}:
        fardplan("validate", "-f", name)
    assert not page.exists()


def test_a_full_page(fardplan, write, tmp_path, monkeypatch):
    """What an earlier command of the step wrote counts: together they keep within the limit."""
    page = tmp_path / "summary.md"
    page.write_bytes(b"x" * (1024 * 1024 - 230))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    write()
    write(MISSPELT)
    assert fardplan("validate", "-f", "github").exit_code == 1
    assert page.read_bytes().endswith(
        "1 till får inte plats här. Alla står i jobbets logg.\n".encode()
    )
    assert page.stat().st_size <= 1024 * 1024


def test_a_page_that_cannot_be_written(fardplan, write, tmp_path, monkeypatch):
    """A page that cannot be written is told of, and the findings and the exit code stand."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    write()
    write(MISSPELT)
    result = fardplan("validate", "-f", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(COMMAND)
    assert result.stderr == (
        "Jobbets sammanfattning blev inte skriven. "
        f"Det går inte att skriva {tmp_path}: det är en mapp.\n{SENTENCE}"
    )


@pytest.mark.parametrize(
    ("name", "key"), [("github", "file="), ("gitlab", '"path": "'), ("sarif", '"uri": "')]
)
def test_a_folder_of_a_larger_repository(fardplan, start_history, monkeypatch, name, key):
    """A forge names files from the top of the repository, wherever in it the roadmaps lie."""
    history = start_history()
    history.commit({f"plan/{path}": text for path, text in {**GOOD, **MISSPELT}.items()})
    monkeypatch.chdir(history.root / "plan")
    assert f"{key}plan/{GOAL}" in fardplan("validate", "-f", name).stdout


def test_rules_that_were_not_asked_have_not_passed(fardplan, write):
    """A report names the rules that were asked: chosen, and not turned off."""
    write()
    write({"fardplan.toml": '[severity]\nunknown-key = "off"\n'})
    report = json.loads(fardplan("validate", "-f", "sarif").stdout)
    names = [rule["id"] for rule in report["runs"][0]["tool"]["driver"]["rules"]]
    assert set(names) == {rule.name for rule in RULES} - {"unknown-key"}
    chosen = fardplan("validate", "-f", "junit", "--select", "duplicate-key,unknown-key").stdout
    suites = ET.fromstring(chosen).findall("testsuite")  # noqa: S314 - our own
    assert [suite.get("name") for suite in suites] == ["duplicate-key"]


def test_the_address_of_the_manual(fardplan, write):
    """With `docs-url` in the settings the rules lead to their manuals."""
    write()
    write({"fardplan.toml": 'docs-url = "https://example.se/{rule}"\n'})
    report = json.loads(fardplan("validate", "-f", "sarif").stdout)
    rules = report["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["helpUri"] for rule in rules} == {
        f"https://example.se/{rule['id']}" for rule in rules
    }


def test_what_fails_a_test(fardplan, write):
    """A warning fails a test only where --fail-on has it end with 1."""
    write()
    write(MISSPELT | {"fardplan.toml": '[severity]\nunknown-key = "warning"\n'})
    for limit, failures in (("error", "0"), ("warning", "1")):
        result = fardplan("validate", "-f", "junit", "--fail-on", limit)
        root = ET.fromstring(result.stdout)  # noqa: S314 - our own
        assert (root.get("failures"), str(result.exit_code)) == (failures, failures)
