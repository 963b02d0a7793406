"""`fardplan validate --changed-since`: what a change touches or breaks, and nothing else."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import ROADMAP

GOAL = "roadmaps/lan/goals/a.yaml"
OTHER = "roadmaps/lan/goals/b.yaml"
AREA = "roadmaps/lan/areas/x.yaml"
ROAD = "roadmaps/lan/roadmap.yaml"
ACTIVITY = "roadmaps/lan/activities/c.yaml"
RIGHT = "title: Målet A\n"
WRONG = "title: Målet A\nansvarig: regionen\n"
BROKEN = "title: 'Målet\n"
ACTION = ROADMAP.replace("direction", "action")


def unknown(file: str, line: int = 2) -> tuple[str, str, int, int]:
    """Return the place of a misspelt key."""
    return "unknown-key", file, line, 1


@pytest.fixture
def branch(kept):
    """Return a repository in which `main` has one wrong goal, with a branch checked out."""
    kept.commit({GOAL: WRONG, OTHER: RIGHT})
    kept.git("checkout", "--quiet", "-b", "gren")
    return kept


@pytest.fixture
def since_main(check, branch):
    """Check what the branch changes, as it lies on the disk."""

    def run(*args):
        return check("--changed-since", "main", *args)

    return run


def test_nothing_changed(fardplan, since_main, branch):
    """What is wrong from before does not fail a branch that has done nothing yet."""
    assert since_main() == (0, [])
    result = fardplan("-v", "validate", "--changed-since", "main")
    assert (result.exit_code, result.stdout) == (0, "")
    first, last = result.stderr.splitlines()
    commit = branch.git("rev-parse", "main")
    assert first == f"Jämför med incheckning {commit[:10]}: 0 filer skiljer sig."
    assert last == "Inget att rätta i det som har ändrats sedan main."


def test_only_what_the_change_brings(since_main, branch):
    """A new fault is shown, whether committed or not; an old one in another file is not."""
    branch.write({OTHER: WRONG})
    assert since_main() == (1, [unknown(OTHER)])
    branch.commit({})
    assert since_main() == (1, [unknown(OTHER)])
    branch.write({"roadmaps/lan/goals/d.yaml": WRONG})
    assert since_main() == (1, [unknown(OTHER), unknown("roadmaps/lan/goals/d.yaml")])


def test_all_in_a_file_that_changed(since_main, branch):
    """Who changes a file answers for all of it, wherever its lines have moved."""
    branch.write({GOAL: "# Ny rad\n" + WRONG})
    assert since_main() == (1, [unknown(GOAL, 3)])


def test_the_three_new_sides(check, branch):
    """The working tree, the index and a revision can each be compared with the same base."""
    branch.commit({OTHER: WRONG})
    branch.write({"roadmaps/lan/goals/c.yaml": WRONG})
    branch.git("add", "--all")
    branch.write({"roadmaps/lan/goals/d.yaml": WRONG})
    b, c, d = (unknown(f"roadmaps/lan/goals/{name}.yaml") for name in "bcd")
    since = ("--changed-since", "main")
    assert check(*since) == (1, [b, c, d])
    assert check(*since, "--staged") == (1, [b, c])
    assert check(*since, "--rev", "gren") == (1, [b])
    assert check(*since, "--rev", "main") == (0, [])


@pytest.mark.parametrize(
    ("args", "sv", "en"),
    [
        ([], "det som har ändrats sedan main", "what has changed since main"),
        (
            ["--staged"],
            "det som ska checkas in och har ändrats sedan main",
            "what is about to be committed and has changed since main",
        ),
        (
            ["--rev", "gren"],
            "det som har ändrats från main till gren",
            "what has changed from main to gren",
        ),
    ],
)
def test_summary(fardplan, branch, args, sv, en):
    """The summary says what was compared, in both languages."""
    everything = ("validate", "--changed-since", "main", *args)
    assert fardplan(*everything).stderr == f"Inget att rätta i {sv}.\n"
    assert fardplan("--lang", "en", *everything).stderr == f"Nothing to mend in {en}.\n"
    branch.commit({OTHER: WRONG})
    assert fardplan(*everything).stderr == (
        f"I {sv}: 1 fel i 1 fil. Rätta felen innan du lämnar in ändringen.\n"
    )
    assert fardplan("--lang", "en", *everything).stderr == (
        f"In {en}: 1 error in 1 file. Mend the errors before you hand in the change.\n"
    )


def test_what_a_deleted_file_breaks(check, kept):
    """A file that nobody touched is reported where a goal that it refers to is gone."""
    kept.commit({GOAL: "title: A\narea: x\n", AREA: "title: X\n", OTHER: WRONG})
    kept.write({AREA: None})
    found = [("unresolved-reference", GOAL, 2, 7)]
    assert check("--changed-since", "HEAD") == (1, found)
    assert check("--changed-since", "HEAD", GOAL) == (1, found)
    assert check("--changed-since", "HEAD", AREA) == (0, [])
    assert check("--changed-since", "HEAD", "--staged") == (0, [])


def test_a_renamed_file_counts_as_changed(since_main, branch):
    """All in a file under a new name is reported, also what was there under the old one."""
    branch.git("mv", GOAL, "roadmaps/lan/goals/ny.yaml")
    branch.commit({})
    assert since_main() == (1, [unknown("roadmaps/lan/goals/ny.yaml")])


def test_the_merge_base_counts_and_not_the_tip(since_main, branch):
    """What has happened on the other branch since they parted is no fault of this one."""
    branch.git("checkout", "--quiet", "main")
    branch.commit({GOAL: RIGHT, "roadmaps/lan/goals/d.yaml": WRONG})
    branch.git("checkout", "--quiet", "gren")
    assert since_main() == (0, [])
    branch.write({OTHER: WRONG})
    assert since_main() == (1, [unknown(OTHER)])
    branch.commit({})
    branch.merge("main")
    assert since_main() == (1, [unknown(OTHER)])


@pytest.mark.parametrize("committed", [False, True])
def test_a_file_that_broke(since_main, branch, committed):
    """A file that cannot be read any more is reported, and blames no other for it."""
    branch.write({OTHER: BROKEN})
    if committed:
        branch.commit({})
    code, found = since_main()
    assert (code, {(rule, file) for rule, file, *_ in found}) == (1, {("yaml-syntax", OTHER)})


def test_a_file_that_was_broken_before(check, kept):
    """A file that could not be read is no reason to fail a change of another one."""
    kept.commit({GOAL: BROKEN, OTHER: WRONG})
    assert check("--changed-since", "HEAD") == (0, [])
    kept.write({AREA: "title: X\n"})
    assert check("--changed-since", "HEAD") == (0, [])
    kept.write({GOAL: RIGHT})
    assert check("--changed-since", "HEAD") == (0, [])


def test_what_has_become_more_serious_is_new(check, kept):
    """A roadmap that is adopted is judged as such, in files that nobody touched too."""
    plain = {ROAD: ACTION + "status: draft\n", ACTIVITY: "title: C\n"}
    kept.commit(plain)
    only = ("--select", "missing-projektplan", "--changed-since", "HEAD")
    assert check("--select", "missing-projektplan")[1] == [("missing-projektplan", ACTIVITY, 1, 1)]
    assert check(*only) == (0, [])
    kept.write({ROAD: ACTION + "status: adopted\n"})
    assert check(*only) == (1, [("missing-projektplan", ACTIVITY, 1, 1)])
    kept.commit({})
    kept.write({ROAD: ACTION + "status: draft\n"})
    assert check(*only) == (0, [])


def test_both_sides_are_judged_by_the_new_settings(since_main, branch):
    """Turning a rule on, or off, or up, blames nobody for what was there before."""
    branch.commit({"fardplan.toml": '[severity]\nunknown-key = "off"\n'})
    assert since_main() == (0, [])
    branch.git("branch", "--force", "main")
    branch.commit({"fardplan.toml": '[severity]\nunknown-key = "error"\n'})
    assert since_main() == (0, [])
    branch.write({"fardplan.toml": "langauge = 'sv'\n"})
    assert since_main() == (1, [unknown("fardplan.toml", 1)])


def test_settings_that_could_not_be_read(check, kept):
    """Settings that were no TOML do not stop the change that mends them."""
    kept.commit({"fardplan.toml": "[site\n", GOAL: WRONG})
    kept.write({"fardplan.toml": ""})
    assert check("--changed-since", "HEAD") == (0, [])


def debts(*lines: str) -> str:
    """Return a list of known debts."""
    return "format: 1\nknown:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


DEBT = "rule: missing-projektplan, entity: activity lan/c, path: {path}, severity: {severity}"


@pytest.fixture
def indebted(fardplan, kept):
    """Return an adopted roadmap with two activities without projektplan, both known debts."""
    kept.write({
        ROAD: ACTION + "status: adopted\n",
        ACTIVITY: "title: C\n",
        "roadmaps/lan/activities/d.yaml": "title: D\n",
    })  # fmt: skip
    assert fardplan("baseline").exit_code == 0
    kept.commit({})
    return kept


ONLY = ("--changed-since", "HEAD", "--select", "missing-projektplan")


def test_a_known_debt_stays_known(check, fardplan, indebted):
    """A debt in a file that is changed is no new finding; --all shows those of the change."""
    indebted.write({ACTIVITY: "title: C två\n"})
    assert check(*ONLY) == (0, [])
    assert check(*ONLY, "--all") == (0, [("missing-projektplan", ACTIVITY, 1, 1)])
    told = fardplan("validate", *ONLY).stderr
    assert told.endswith(". 1 känd brist finns kvar där (visa den: lägg till --all).\n")
    said = json.loads(fardplan("validate", *ONLY, "--all", "-f", "json").stdout)
    assert (said["findings"][0]["baselined"], said["summary"]["baselined"]) == (True, 1)


@pytest.mark.parametrize("update", [False, True])
def test_a_debt_that_is_paid(check, fardplan, indebted, update):
    """Paying a debt fails nothing, whether it is dropped from the list at once or not."""
    plan = "projektplan: {document: {title: Plan, registry_number: SN 2024/17}}\n"
    indebted.write({ACTIVITY: "title: C\n" + plan})
    if update:
        fardplan("baseline", "--update")
    assert check(*ONLY) == (0, [])
    told = fardplan("validate", "--changed-since", "HEAD").stderr
    assert ("åtgärda" in told) is not update


def test_a_debt_that_is_struck_out_unpaid(check, indebted):
    """Striking a debt from the list does not pay it: it is new to those who come after."""
    baseline = "fardplan-baseline.yaml"
    text = (indebted.root / baseline).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "activity lan/d" not in line]
    indebted.write({baseline: "\n".join(kept) + "\n"})
    assert check(*ONLY) == (1, [("missing-projektplan", "roadmaps/lan/activities/d.yaml", 1, 1)])


def test_a_list_of_debts_that_was_broken(check, indebted):
    """A list that could not be read at the base does not stop the change that mends it."""
    baseline = "fardplan-baseline.yaml"
    text = (indebted.root / baseline).read_text(encoding="utf-8")
    indebted.commit({baseline: "known: [\n"})
    indebted.write({baseline: text})
    assert check(*ONLY) == (0, [])


def test_suppressions_count_on_their_own_side(since_main, branch):
    """A finding that a comment leaves out is not reported; taking the comment away reports it."""
    excused = "title: Målet A\nansvarig: regionen # fardplan: ignore[unknown-key] gammalt system\n"
    branch.write({GOAL: excused})
    assert since_main() == (0, [])
    branch.commit({})
    branch.git("branch", "--force", "main")
    branch.write({GOAL: WRONG})
    assert since_main() == (1, [unknown(GOAL)])


def test_paths_narrow(since_main, branch):
    """Of what the change brings only that in the files named is shown; one may be gone."""
    new = "roadmaps/lan/goals/d.yaml"
    branch.write({OTHER: WRONG, new: WRONG, GOAL: None})
    assert since_main(new) == (1, [unknown(new)])
    assert since_main(GOAL) == (0, [])


def test_line_ends_are_no_change(since_main, branch):
    """A file that git lays out with other line ends on the disk, as on Windows, is the same."""
    branch.write({GOAL: WRONG.replace("\n", "\r\n")})
    assert since_main() == (0, [])
    branch.write({GOAL: WRONG.replace("\n", "\r\n\r\n")})
    assert since_main() == (1, [unknown(GOAL, 3)])


def test_links_are_the_same_on_both_sides(since_main, branch):
    """A link that is not read was no better before, though its state is called otherwise."""
    (branch.root / "roadmaps/lan/goals/c.yaml").symlink_to("a.yaml")
    link = ("unreadable-file", "roadmaps/lan/goals/c.yaml", 1, 1)
    assert since_main() == (1, [link])
    branch.commit({})
    branch.git("branch", "--force", "main")
    branch.write({OTHER: "title: Ny\n"})
    assert since_main() == since_main("--rev", "gren") == since_main("--staged") == (0, [])


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_common_history(fardplan, branch, lang):
    """Where nothing is common there is no change to speak of, which one line says."""
    branch.git("checkout", "--quiet", "--orphan", "ny")
    unborn = fardplan("--lang", lang, "validate", "--changed-since", "main")
    branch.commit({})
    unrelated = fardplan("--lang", lang, "validate", "--changed-since", "main")
    for result in (unborn, unrelated):
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
        assert result.stderr.endswith(": fardplan validate\n")
    assert {"sv": "Ingenting är incheckat", "en": "Nothing is committed"}[lang] in unborn.stderr
    assert {"sv": "ingen historia gemensam", "en": "no history"}[lang] in unrelated.stderr


def test_no_common_history_in_a_shallow_clone(fardplan, branch, monkeypatch):
    """Where a clone lacks the place at which the branches parted, it says how to fetch it."""
    branch.commit({OTHER: WRONG})
    branch.git("checkout", "--quiet", "main")
    branch.commit({AREA: "title: X\n"})
    target = branch.root.parent / "klon"
    options = ("--depth=1", "--no-single-branch")
    branch.git("clone", "--quiet", *options, f"file://{branch.root}", str(target))
    monkeypatch.chdir(target)
    result = fardplan("validate", "--changed-since", "origin/gren")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "når inte tillbaka till där ”origin/gren” och HEAD skildes åt" in result.stderr
    assert "fetch-depth: 0" in result.stderr


def test_a_repository_with_sha256(check, start_history, monkeypatch):
    """Repositories with the newer ids are compared in the same way."""
    history = start_history("arkiv", "--object-format=sha256")
    history.commit({ROAD: ROADMAP, GOAL: WRONG, OTHER: RIGHT})
    monkeypatch.chdir(history.root)
    assert check("--changed-since", "HEAD") == (0, [])
    history.write({OTHER: WRONG})
    history.git("add", "--all")
    for side in ((), ("--staged",)):
        assert check("--changed-since", "HEAD", *side) == (1, [unknown(OTHER)])
    assert check("--rev", "HEAD") == (1, [unknown(GOAL)])


def test_names_that_are_not_ascii(check, start_history, monkeypatch):
    """Files and folders with å, spaces and brackets are the same on the disk and in git."""
    history = start_history("arkivet på [hyllan]")
    files = {f"rör ej/{path}": text for path, text in {ROAD: ROADMAP, GOAL: WRONG}.items()}
    odd = "roadmaps/lan/goals/målet å [1].yaml"
    history.commit({**files, f"rör ej/{odd}": WRONG})
    monkeypatch.chdir(history.root / "rör ej")
    everything = check()
    assert {file for _, file, *_ in everything[1]} == {GOAL, odd}
    assert check("--staged") == check("--rev", "HEAD") == everything
    assert check("--changed-since", "HEAD") == (0, [])
    history.write({f"rör ej/{odd}": "# rad\n" + WRONG})
    assert {file for _, file, *_ in check("--changed-since", "HEAD")[1]} == {odd}


def test_three_hundred_files(check, kept):
    """A change of one file among many is found, and the others are left alone."""
    many = [f"roadmaps/lan/goals/g{number}.yaml" for number in range(300)]
    kept.commit(dict.fromkeys(many, WRONG))
    assert len(check("--staged")[1]) == len(check("--rev", "HEAD")[1]) == 300
    assert check("--changed-since", "HEAD") == (0, [])
    kept.write({many[7]: WRONG + "order: 1\n", many[8]: None})
    assert check("--changed-since", "HEAD") == (1, [unknown(many[7])])


def test_fail_on_and_rules(check, branch):
    """What is chosen besides goes for what is new alone."""
    branch.write({OTHER: "title: B\nansvarig: x\narea: finns-inte\n"})
    since = ("--changed-since", "main")
    assert check(*since, "--select", "unresolved-reference")[1] == [
        ("unresolved-reference", OTHER, 3, 7)
    ]
    assert check(*since, "--ignore", "unresolved-reference") == (1, [unknown(OTHER)])
    branch.write({"fardplan.toml": '[severity]\nunknown-key = "warning"\n', OTHER: WRONG})
    assert check(*since) == (0, [unknown(OTHER)])
    assert check(*since, "--fail-on", "warning") == (1, [unknown(OTHER)])
