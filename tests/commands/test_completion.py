"""What the shells suggest at Tab: by their own protocols, and once in a real bash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source.history import StartHistory

FILES = {
    "roadmaps/organisations.yaml": (
        "format: 1\nbodies: [{id: namnden, title: Nämnden}]\n"
        "organisations: [{id: kommunen, title: Kommunen}]\n"
    ),
    "roadmaps/plan/roadmap.yaml": (
        'format: 1\ntitle: Planen\nyear: 2023\nversion: "1.0"\nprofile: action\n'
    ),
    "roadmaps/plan/areas/hemma.yaml": "title: 'Hemma: $(touch x) `y` \"z\" [b]'\n",
    "roadmaps/plan/goals/hem.yaml": "title: Trygg hemgång\narea: hemma\n",
    "roadmaps/plan/activities/team.yaml": "title: Team\ngoal: hem\n",
    "roadmaps/plan/activities/klar.yaml": "title: K\ngoal: hem\nprojektplan: {mandate: x}\n",
    "roadmaps/planet/roadmap.yaml": "format: 1\ntitle: P\nyear: 2023\nprofile: direction\n",
}


@pytest.fixture
def root(start_history: StartHistory) -> Path:
    """Return a repository with a version in its history."""
    history = start_history()
    history.commit(FILES)
    return history.root


def ask(root: Path, shell: str, line: str, **env: str) -> tuple[int, list[str], str]:
    """Ask as a shell does at the end of a line; return code, lines, and what went to stderr."""
    words = line.split(" ")
    asked = {
        "_FARDPLAN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args", "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "fardplan"], cwd=root, env={**os.environ, **asked, **env},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.splitlines(), done.stderr


SUGGESTED = [
    ("fardplan ren", ["render", "rename"]),
    ("fardplan render p", ["plan", "planet"]),
    ("fardplan adopt planet", ["planet"]),
    ("fardplan diff plan ", [".", "1.0", "2023"]),
    ("fardplan diff plan 1.0 2", ["2023"]),
    ("fardplan render plan --rev 1", ["1.0"]),
    ("fardplan rule missing-pri", ["missing-principle"]),
    ("fardplan validate --select missing-pri", ["missing-principle"]),
    ("fardplan validate --ignore empty-area,missing-pri", ["empty-area,missing-principle"]),
    ("fardplan rename plan/goal/", ["plan/goal/hem"]),
    ("fardplan rename body/", ["body/namnden"]),
    ("fardplan new pro", ["projektplan"]),
    ("fardplan new projektplan ", ["plan/team"]),
    ("fardplan new goal pl", ["plan", "planet"]),
    ("fardplan new goal plan --area ", ["hemma"]),
    ("fardplan new goal planet --area ", []),
    ("fardplan new activity plan --goal h", ["hem"]),
    ("fardplan new activity plan --status on", ["ongoing"]),
    ("fardplan new activity plan --responsible n", ["namnden"]),
    ("fardplan adopt plan --body ", ["namnden"]),
    ("fardplan list goa", ["goal"]),
    ("fardplan --lan", ["--lang"]),
]


@pytest.mark.parametrize(("line", "words"), SUGGESTED)
def test_bash(root, line, words):
    """Bash is told the words that can come next, and nothing else."""
    code, found, said = ask(root, "bash", line)
    assert (code, sorted(filter(None, found)), said) == (0, sorted(words), "")


def test_fish(root):
    """Fish is told each word with what it is called."""
    assert ask(root, "fish", "fardplan new projektplan ") == (0, ["plan/team\tTeam"], "")
    is_args = {"_TYPER_COMPLETE_FISH_ACTION": "is-args"}
    assert ask(root, "fish", "fardplan render p", **is_args)[0] == 0
    assert ask(root, "fish", "fardplan fmt roadmaps/", **is_args)[0] == 1


def test_zsh(root):
    """Zsh is told each word with what it is called; no title can be taken for a command."""
    code, found, said = ask(root, "zsh", "fardplan new goal plan --area ")
    title = r"Hemma\\: S(touch x) ’y’ ”z” (b)"
    assert (code, found, said) == (0, [f"""_arguments '*: :(("hemma":"{title}"))'"""], "")
    assert ask(root, "zsh", "fardplan fmt ")[1] == ["_files"]


def test_powershell(root):
    """PowerShell is told each word with what it is called."""
    assert ask(root, "powershell", "fardplan adopt planet")[1] == ["planet::: "]


@pytest.mark.parametrize(("lang", "said"), [("sv", "Skapa ett mål."), ("en", "Make a goal.")])
def test_language(root, lang, said):
    """Commands are explained in the user's language."""
    _, found, _ = ask(root, "fish", "fardplan new goa", FARDPLAN_LANG=lang)
    assert found == [f"goal\t{said}"]


@pytest.mark.parametrize(
    "line", ["fardplan rename plan", "fardplan diff plan ", "fardplan render "]
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_errors_stay_silent(root, shell, line):
    """Broken files and settings, a missing folder, no git: nothing disturbs the line."""
    (root / "roadmaps/plan/roadmap.yaml").write_text("title: [", "utf-8")
    (root / "fardplan.toml").write_text("language = [", "utf-8")
    assert ask(root, shell, line)[2] == ""
    assert ask(root, shell, line, PATH="")[2] == ""
    assert ask(root, shell, line, FARDPLAN_DIRECTORY="/finns/inte")[2] == ""
    assert ask(root, shell, "fardplan -C /finns/inte render ")[2] == ""
    assert ask(root, shell, 'fardplan render "')[2] == ""


def test_unknown_shell(root):
    """A shell that is not known is told so by the exit code alone."""
    assert ask(root, "tcsh", "fardplan ")[:1] == (1,)
    assert ask(root, "bash", "fardplan ", _FARDPLAN_COMPLETE="nonsens") == (1, [], "")


def test_real_bash(root):
    """The script works in a bash that has read it."""
    programs = Path(sys.executable).parent
    script = (
        'eval "$(fardplan completion bash)"\n'
        "COMP_WORDS=(fardplan rename plan/goal/h); COMP_CWORD=2\n"
        '"$(complete -p fardplan | sed -E "s/.* -F ([^ ]+) .*/\\1/")" fardplan\n'
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "--norc", "--noprofile", "-c", script], cwd=root, capture_output=True, text=True,
        env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("plan/goal/hem\n", "", 0)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_script(fardplan, shell):
    """Each shell's script asks by the variable that the program answers to."""
    result = fardplan("completion", shell)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "_FARDPLAN_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("shell", "files"),
    [
        ("bash", [".bash_completions/fardplan.sh", ".bashrc"]),
        ("zsh", [".zfunc/_fardplan", ".zshrc"]),
        ("fish", [".config/fish/completions/fardplan.fish"]),
    ],
)
def test_install(fardplan, tmp_path, monkeypatch, shell, files):
    """With --install the script lies where the shell looks, once, and that is said."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for _ in range(2):
        result = fardplan("completion", shell, "--install")
        assert (result.exit_code, result.stdout) == (0, ""), result.stderr
        assert "öppnat ett nytt terminalfönster" in result.stderr
    found = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert [path.relative_to(tmp_path).as_posix() for path in found] == sorted(files)
    if shell == "bash":
        assert (tmp_path / ".bashrc").read_text().count("source ") == 1


def test_not_installed(fardplan, tmp_path, monkeypatch):
    """What cannot be put in its place is told in one line."""
    monkeypatch.setenv("HOME", str(tmp_path / "fil"))
    (tmp_path / "fil").touch()
    result = fardplan("completion", "fish", "--install")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert fardplan("completion", "powershell", "--install").exit_code == 2
