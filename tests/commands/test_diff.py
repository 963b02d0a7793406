"""`fardplan diff`: which versions it takes, what it writes where, and how it ends."""

from __future__ import annotations

import json

import pytest

from tests.source.history import start_history as start_history  # noqa: PLC0414 (a fixture)

ROADMAP = "format: 1\ntitle: Länets färdplan\nprofile: action\nyear: {year}\nversion: '{version}'\n"
GOAL = "roadmaps/lan/goals/hemgang.yaml"
ACTIVITY = "roadmaps/lan/activities/tullhuset.yaml"


def files(year: int, version: str, end: str = "2024") -> dict[str, str]:
    """Return a roadmap with one goal and one activity that ends at some time."""
    return {
        "fardplan.toml": "",
        "roadmaps/organisations.yaml": "format: 1\norganisations: [{id: kumla, title: Kumla}]\n",
        "roadmaps/lan/roadmap.yaml": ROADMAP.format(year=year, version=version),
        GOAL: "title: Trygg hemgång\n",
        ACTIVITY: f"title: Tullhuset\ngoal: hemgang\nresponsible: kumla\nend: {end}\n",
    }


@pytest.fixture
def history(start_history, monkeypatch):
    """Return a repository with the editions of 2023 and 2024, tagged, and stand in it."""
    made = start_history()
    made.build({"lan/1.0": files(2023, "1.0"), "lan/2.0": files(2024, "2.0", "2025")}, tags=True)
    monkeypatch.chdir(made.root)
    return made


def test_two_years(fardplan, history):
    """Two years give the changes between their editions, and exit code 0."""
    done = fardplan("diff", "lan", "2023", "2024")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert done.stdout == (
        "Länets färdplan: ändringar från 2023 (version 1.0) till 2024 (version 2.0)\n"
        "\n"
        "Sedan 2023: 1 aktivitet skjuts upp 12 månader. 1 åtagande är försvagat.\n"
        "\n"
        "Försvagade åtaganden\n"
        "  • Aktiviteten ”Tullhuset”: Slut senareläggs: var 2024, är nu 2025 (12 månader). "
        "Ingen orsak anges.\n"
    )


def test_working_tree_is_the_newer(fardplan, history):
    """Without a newer version the files as they are now are taken."""
    history.write({GOAL: "title: Trygg hemgång för alla\n"})
    done = fardplan("diff", "lan", "2.0", "-f", "json")
    (change,) = json.loads(done.stdout)["changes"]
    assert (change["kind"], change["old"], change["new"]) == (
        "renamed", "Trygg hemgång", "Trygg hemgång för alla",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "commit"), [("lan/1.0", True), ("1.0", True), ("HEAD~1", True), (".", False)]
)
def test_ways_to_name_a_version(fardplan, history, old, commit):
    """A tag, a version, a revision and a full stop name versions; the JSON says which commit."""
    written = json.loads(fardplan("diff", "lan", old, "2024", "-f", "json").stdout)
    first = history.git("rev-parse", "lan/1.0^{commit}")
    assert written["old"]["commit"] == (first if commit else None)
    assert (written["old"]["spec"], written["new"]["spec"]) == (old, "2024")
    assert written["summary"]["major"] == commit


def test_folder(fardplan, history, tmp_path):
    """A folder with a version is compared without git, with the organisations of the other."""
    old = tmp_path / "gammal"
    (old / "activities").mkdir(parents=True)
    (old / "roadmap.yaml").write_text(ROADMAP.format(year=2023, version="1.0"), encoding="utf-8")
    (old / "activities" / "tullhuset.yaml").write_text(
        "title: Tullhuset\nresponsible: kumla\nend: 2025\n", encoding="utf-8"
    )
    written = json.loads(fardplan("diff", "lan", str(old), "-f", "json").stdout)
    kinds = {(change["kind"], change["entity"]["id"]) for change in written["changes"]}
    assert kinds == {
        ("metadata-changed", "lan"), ("added", "hemgang"), ("moved", "tullhuset"),
    }  # fmt: skip


def test_renamed_folder(fardplan, history):
    """A roadmap whose folder has another name now is found under the old one."""
    history.git("mv", "roadmaps/lan", "roadmaps/region")
    front = ROADMAP.format(year=2025, version="3.0") + "previously: [lan]\n"
    history.commit({"roadmaps/region/roadmap.yaml": front})
    written = json.loads(fardplan("diff", "region", "2024", "-f", "json").stdout)
    assert [(c["kind"], c["path"]) for c in written["changes"]] == [
        ("reidentified", []), ("metadata-changed", ["version"]), ("metadata-changed", ["year"]),
    ]  # fmt: skip


def test_output_file(fardplan, history, tmp_path):
    """`-o` writes to a file, and nothing to the screen."""
    target = tmp_path / "ny" / "andringar.md"
    done = fardplan("diff", "lan", "2023", "2024", "-f", "markdown", "-o", str(target))
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("## Länets färdplan: ändringar från 2023")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--exit-code"], 1),
        (["--fail-on", "major"], 1),
        (["--fail-on", "editorial"], 1),
    ],
)
def test_exit_code_with_a_slip(fardplan, history, options, code):
    """Changes end with 1 only where that is asked for."""
    assert fardplan("diff", "lan", "2023", "2024", *options).exit_code == code


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--exit-code"], 1),
        (["--fail-on", "major"], 0),
        (["--fail-on", "minor"], 1),
        (["--fail-on", "major", "--exit-code"], 1),
    ],
)
def test_exit_code_with_a_minor_change(fardplan, history, options, code):
    """The limit leaves milder changes alone."""
    history.write({GOAL: "title: Trygg hemgång för alla\n"})
    assert fardplan("diff", "lan", "2.0", *options).exit_code == code


@pytest.mark.parametrize("options", [["--exit-code"], ["--fail-on", "major"]])
def test_exit_code_where_nothing_can_be_read(fardplan, history, options):
    """A newer file that cannot be read may have withdrawn anything: that is no pass."""
    history.write({ACTIVITY: "title: [\n"})
    done = fardplan("diff", "lan", "2.0", *options)
    assert (done.exit_code, done.stderr) == (
        1,
        f"Vad som har ändrats här vet ingen, för det går inte att läsa i den nyare versionen: {ACTIVITY}.\n",
    )
    assert fardplan("diff", "lan", "2.0").exit_code == 0
    history.commit({})
    assert fardplan("diff", "lan", "HEAD", *options).exit_code == 0


def test_nothing_changed(fardplan, history):
    """The same version twice gives one sentence and exit code 0."""
    done = fardplan("diff", "lan", "2024", "--exit-code")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "Inga ändringar mellan 2024 och filerna som de är nu."


def test_verbose_says_which_versions(fardplan, history):
    """`-v` says which versions were taken."""
    done = fardplan("-v", "diff", "lan", "2023")
    assert done.stderr == (
        "Jämför den högsta utgivna versionen för 2023: taggen lan/1.0 med arbetskopian, "
        "det vill säga filerna som de är nu.\n"
    )


def test_english(fardplan, history):
    """The words are in the language asked for, the roadmap's own texts stay."""
    done = fardplan("--lang", "en", "diff", "lan", "2023", "2024")
    assert "• The activity “Tullhuset”: End is put off: was 2024, is now 2025" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["landet", "2023"], "Det finns ingen färdplan som heter ”landet”"),
        (["lan", "1999"], "Det finns ingen version ”1999” av lan"),
        (["lan", "2023", "nyast"], "Det finns ingen version ”nyast” av lan"),
    ],
)
def test_unknown(fardplan, history, arguments, words):
    """An unknown roadmap or version is one line that says what there is, and exit code 3."""
    done = fardplan("diff", *arguments)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith(f"fardplan: {words}")
    assert len(done.stderr.splitlines()) == 1


def test_without_git(fardplan, tmp_path, monkeypatch):
    """Without git an earlier version cannot be had: one line, and exit code 3."""
    for path, text in files(2024, "1.0").items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = fardplan("diff", "lan", "2023")
    assert done.exit_code == 3
    assert "ligger inte i git" in done.stderr


def test_shallow(fardplan, history, start_history, monkeypatch):
    """In a shallow clone a version that was not fetched is exit code 3, with what to fetch."""
    clone = history.root.parent / "klon"
    history.git("clone", "--quiet", "--depth=1", "--no-tags", history.root.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    done = fardplan("diff", "lan", "2023")
    assert done.exit_code == 3
    assert "fetch-depth: 0" in done.stderr


@pytest.mark.parametrize(
    "content",
    ["title: [1", "okänd: 1\nyear: tjugo\n", "", "- a\n", "\x00", "title: X\nend: när som\n"],
)
def test_old_content_never_refuses(fardplan, history, content):
    """Whatever stands in an old file, the versions are compared."""
    history.commit({ACTIVITY: content, "roadmaps/lan/extra.yml": content})
    history.commit(files(2024, "2.0", "2025"))
    done = fardplan("diff", "lan", "HEAD~1", "2.0")
    assert done.exit_code == 0, done.stderr


def test_nothing_is_written_to_the_repository(fardplan, history):
    """A comparison leaves the repository as it is."""
    before = history.git("status", "--porcelain"), history.git("for-each-ref")
    fardplan("diff", "lan", "2023", "2024")
    assert (history.git("status", "--porcelain"), history.git("for-each-ref")) == before


def test_wrong_format(fardplan, history):
    """A format that there is not is wrong usage."""
    assert fardplan("diff", "lan", "2023", "-f", "pdf").exit_code == 2
