"""`fardplan validate`, on real folders."""

from __future__ import annotations

import json

import pytest

GOAL = "roadmaps/lan/goals/a.yaml"
MISSPELT = {GOAL: "title: Målet A\nansvarig: regionen\n"}
NOTHING = "Inget att rätta.\n"


def test_nothing_wrong(fardplan, write):
    """A repository that is all right gives no output, a summary on stderr, and 0."""
    write()
    result = fardplan("validate")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", NOTHING)


def test_an_error(fardplan, write):
    """An error is shown on stdout, summed up on stderr, and gives 1."""
    write()
    write(MISSPELT)
    result = fardplan("validate")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        (
            "roadmaps/lan/goals/a.yaml:2:1  (goal lan/a › ansvarig)\n"
            "  Fel: Här kan inte ”ansvarig” stå. [unknown-key]\n"
            "  2 │ ansvarig: regionen\n"
            "    │ ^^^^^^^^\n"
            "  Gör så här: Skriv `responsible` (ansvarig).\n"
            "\n"
        ),
        "1 fel i 1 fil. Rätta felen innan du lämnar in ändringen.\n",
    )


def test_in_english(fardplan, write):
    """With --lang en, or in the settings, everything is in English."""
    write()
    write(MISSPELT)
    result = fardplan("--lang", "en", "validate")
    assert "  What to do: Write `responsible`.\n" in result.stdout
    assert result.stderr == "1 error in 1 file. Mend the errors before you hand in the change.\n"
    write({"fardplan.toml": 'language = "en"\n'})
    assert fardplan("validate").stdout == result.stdout


def test_quiet(fardplan, write):
    """With -q only the findings are written."""
    write()
    write(MISSPELT)
    result = fardplan("-q", "validate")
    assert (result.exit_code, result.stderr, result.stdout != "") == (1, "", True)


def test_colour(fardplan, write):
    """Colour is on where it is asked for, and never in a file."""
    root = write()
    write(MISSPELT)
    assert "\x1b[" in fardplan("--color", "always", "validate").stdout
    assert "\x1b[" not in fardplan("validate").stdout
    fardplan("--color", "always", "validate", "-o", "out.txt")
    assert "\x1b[" not in (root / "out.txt").read_text(encoding="utf-8")


def test_output_file(fardplan, write):
    """With -o the findings go to a file and the summary stays on stderr."""
    root = write()
    write(MISSPELT)
    plain = fardplan("validate", "-f", "json").stdout
    result = fardplan("validate", "-f", "json", "-o", "ny mapp/out.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (root / "ny mapp/out.json").read_text(encoding="utf-8") == plain
    assert result.stderr.startswith("1 fel i 1 fil.")


def test_output_file_that_cannot_be_written(fardplan, write):
    """A place that cannot be written to is told in one line, with 3."""
    write()
    result = fardplan("validate", "-o", "roadmaps/lan/roadmap.yaml/x")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)


def test_select_and_ignore(check, write):
    """Only the rules asked for are used, one by one or joined by commas."""
    write()
    write({GOAL: "title: A\nansvarig: x\norder: -1\narea: finns-inte\n"})
    rules = lambda *args: {rule for rule, *_ in check(*args)[1]}  # noqa: E731
    assert rules() == {"unknown-key", "invalid-value", "unresolved-reference"}
    assert rules("--select", "unknown-key") == {"unknown-key"}
    both = {"unknown-key", "invalid-value"}
    assert rules("--select", "unknown-key, invalid-value") == both
    assert rules("--select", "unknown-key", "--select", "invalid-value") == both
    assert rules("--ignore", "unresolved-reference") == both
    assert rules("--select", "unknown-key", "--ignore", "unknown-key") == set()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rule(fardplan, write, option):
    """A rule that does not exist is wrong usage, with the nearest name."""
    write()
    result = fardplan("validate", option, "unknown-keys")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Det finns ingen regel som heter ”unknown-keys”. Menade du unknown-key?" in result.stderr
    assert "Visa alla: fardplan rules" in fardplan("validate", option, "qwertyuiop").stderr


@pytest.mark.parametrize(
    ("severity", "limit", "code"),
    [
        ("error", None, 1), ("warning", None, 0), ("info", None, 0),
        ("warning", "warning", 1), ("info", "warning", 0), ("error", "info", 1),
        ("info", "info", 1), ("off", "info", 0),
    ],
)  # fmt: skip
def test_fail_on(fardplan, write, severity, limit, code):
    """The limit decides which findings give 1; by default errors do."""
    write()
    write({**MISSPELT, "fardplan.toml": f'[severity]\nunknown-key = "{severity}"\n'})
    limits = ["--fail-on", limit] if limit else []
    result = fardplan("validate", *limits)
    assert result.exit_code == code
    stopped = {"error": "Rätta felen", "off": "Inget att rätta."}.get(severity, "Inget hindrar")
    assert stopped in result.stderr


@pytest.mark.parametrize(("day", "late"), [("2024-06-30", False), ("2024-07-01", True)])
def test_today(check, write, day, late):
    """What depends on the day is judged as of the day that is given."""
    area = "roadmaps/lan/areas/b.yaml"
    write({
        "roadmaps/lan/roadmap.yaml": "format: 1\ntitle: F\nyear: 2023\nprofile: action\n",
        area: "title: B\nplaceholder: {reason: Inte klart, due: 2024-06}\n",
    })  # fmt: skip
    found = check("--select", "empty-area", "--today", day)[1]
    assert found == [("empty-area", area, 2, 40)][:late]


@pytest.mark.parametrize("day", ["20260131", "i går", "2026-02-30", "2026"])
def test_wrong_day(fardplan, write, day):
    """A day that is none is wrong usage."""
    write()
    assert fardplan("validate", "--today", day).exit_code == 2


@pytest.mark.parametrize("args", [["-f", "xml"], ["--fail-on", "never"], ["--finns-inte"]])
def test_wrong_usage(fardplan, write, args):
    """What the command does not understand is wrong usage, told without a traceback."""
    write()
    result = fardplan("validate", *args)
    assert (result.exit_code, result.stdout, "Traceback" in result.stderr) == (2, "", False)


def test_no_roadmaps(fardplan, write):
    """Without the folder roadmaps the command cannot run, and says where it looked."""
    root = write({"README.md": "x"})
    result = fardplan("validate")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"fardplan: Här finns inga färdplaner: mappen roadmaps saknas i ”{root}”. "
        "Gå till rätt mapp, eller peka ut den: fardplan -C MAPP. Börja från början: fardplan init\n"
    )
    write({"roadmaps": "en fil"})
    assert fardplan("validate").exit_code == 3


def test_empty_roadmaps_folder(fardplan, write):
    """An empty folder has nothing wrong in it, and the summary says that it is empty."""
    (write({}) / "roadmaps").mkdir()
    result = fardplan("validate")
    assert (result.exit_code, result.stderr) == (
        0, "Mappen roadmaps är tom: det finns inget att kontrollera.\n",
    )  # fmt: skip


def test_without_git(check, write, monkeypatch):
    """Git is not needed."""
    write()
    monkeypatch.setenv("PATH", "")
    assert check() == (0, [])


def test_settings_that_are_no_toml(fardplan, write):
    """Settings that cannot be read stop everything, in one line that says where."""
    write()
    write({"fardplan.toml": 'language = "sv"\n[site\n'})
    result = fardplan("validate")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "rad 2" in result.stderr


def test_settings_that_are_a_link(fardplan, write):
    """Settings that are a link are not followed, which is said."""
    root = write()
    (root / "elsewhere.toml").write_text("", encoding="utf-8")
    (root / "fardplan.toml").symlink_to("elsewhere.toml")
    result = fardplan("validate")
    assert (result.exit_code, "är en länk" in result.stderr) == (3, True)


def test_faults_in_settings(check, write):
    """A key that the settings do not know and a bad value are findings with their lines."""
    write()
    write({
        **MISSPELT,
        "fardplan.toml": 'langauge = "sv"\n\n[severity]\nunknown-key = "varning"\nfinns-ej = "off"\n',
    })  # fmt: skip
    code, found = check()
    assert (code, found) == (
        1,
        [
            ("unknown-key", "fardplan.toml", 1, 1),
            ("invalid-value", "fardplan.toml", 4, 15),
            ("unknown-key", "fardplan.toml", 5, 1),
            ("unknown-key", GOAL, 2, 1),
        ],
    )


def test_links_to_manuals(fardplan, write):
    """With `docs-url` each finding carries the address of its rule's manual."""
    write({**MISSPELT, "fardplan.toml": 'docs-url = "https://example.se/regler/{rule}.html"\n'})
    (finding, *_) = json.loads(fardplan("validate", "-f", "json", GOAL).stdout)["findings"]
    assert finding["url"] == "https://example.se/regler/unknown-key.html"


def test_all_and_known_debts(fardplan, write):
    """Known debts are counted and stop nothing; --all shows them."""
    write()
    write({GOAL: "title: A\n", "roadmaps/lan/roadmap.yaml": (
        "format: 1\ntitle: F\nyear: 2023\nprofile: action\nstatus: adopted\n"
    )})  # fmt: skip
    before = json.loads(fardplan("validate", "-f", "json").stdout)
    assert before["findings"] != []
    assert fardplan("baseline").exit_code == 0
    after = fardplan("validate", "-f", "json")
    assert (after.exit_code, json.loads(after.stdout)["findings"]) == (0, [])
    known = len(before["findings"])
    kept = "1 känd brist finns kvar" if known == 1 else f"{known} kända brister finns kvar"
    assert after.stderr.startswith(f"Inget att rätta. {kept} (visa de")
    shown = fardplan("validate", "-f", "json", "--all")
    findings = json.loads(shown.stdout)["findings"]
    assert [one["baselined"] for one in findings] == [True] * known
    assert (shown.exit_code, json.loads(shown.stdout)["summary"]["baselined"]) == (0, known)
    assert fardplan("validate", "--all", "--fail-on", "info").exit_code == 0


@pytest.mark.parametrize(
    ("variable", "value", "code", "found"),
    [
        ("FAIL_ON", "info", 1, {"unknown-key", "unresolved-reference"}),
        ("FAIL_ON", "", 0, {"unknown-key", "unresolved-reference"}),
        ("SELECT", "unknown-key", 0, {"unknown-key"}),
        ("SELECT", "unknown-key,unresolved-reference", 0, {"unknown-key", "unresolved-reference"}),
        ("SELECT", "invalid-value unknown-key", 0, {"unknown-key"}),
        ("IGNORE", "invalid-value, unknown-key", 0, {"unresolved-reference"}),
        ("STAGED", "1", 3, None),
        ("STAGED", "0", 0, {"unknown-key", "unresolved-reference"}),
        ("REV", "HEAD", 3, None),
        ("CHANGED_SINCE", "main", 3, None),
        ("REV", "", 0, {"unknown-key", "unresolved-reference"}),
        ("FAIL_ON", "allt", 2, None),
        ("SELECT", "unknown-keys", 2, None),
    ],
)
def test_environment(fardplan, write, variable, value, code, found):
    """Each option can be given as FARDPLAN_VALIDATE_<OPTION>; an empty variable is none."""
    write()
    write({
        GOAL: "title: A\nansvarig: x\narea: finns-inte\n",
        "fardplan.toml": '[severity]\nunknown-key = "info"\nunresolved-reference = "warning"\n',
    })  # fmt: skip
    env = {f"FARDPLAN_VALIDATE_{variable}": value}
    result = fardplan("validate", "-f", "json", env=env)
    assert result.exit_code == code
    if found is None:
        assert (result.stdout, result.stderr != "") == ("", True)
    else:
        assert {one["rule"] for one in json.loads(result.stdout)["findings"]} == found


@pytest.mark.parametrize("option", ["--staged", "--rev", "--changed-since", "--fail-on"])
def test_help_tells_of_each_option(fardplan, option):
    """The help page has every option, in both languages and not in the same words."""
    pages = [fardplan("--lang", lang, "validate", "--help").stdout for lang in ("sv", "en")]
    lines = [next(row for row in page.splitlines() if option in row) for page in pages]
    assert lines[0] != lines[1]
