from __future__ import annotations

import shutil
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
A = "roadmaps/lan/goals/a.yaml"
B = "roadmaps/lan/goals/b.yaml"
ROADMAP = "roadmaps/lan/roadmap.yaml"
RIGHT = "title: Målet\narea: x\n"
WRONG = "area:   x   # a\r\ntitle: Målet"
FILES = {ROADMAP: "format: 1\ntitle: F\nyear: 2023\nprofile: direction\n", A: WRONG, B: RIGHT}
LAID = "title: Målet\narea:   x   # a\n"


def held(root: Path, path: str) -> str:
    """Return what a file holds, its line ends as they are."""
    return (root / path).read_bytes().decode()


def test_lay_out(write, fardplan):
    """Each file of the roadmaps is laid out, and the next time there is nothing to do."""
    root = write(FILES)
    (root / A).chmod(0o640)
    first = fardplan("fmt")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == "1 fil är formaterad. 2 filer ser redan ut som de ska.\n"
    assert (held(root, A), held(root, B)) == (LAID, RIGHT)
    assert (root / A).stat().st_mode & 0o777 == 0o640
    again = fardplan("--lang", "en", "fmt")
    assert (again.exit_code, again.stderr) == (0, "3 files already look as they should.\n")


def test_check(write, fardplan):
    """--check lists the files that need laying out, changes nothing, and ends with 1."""
    root = write(FILES)
    checked = fardplan("fmt", "--check")
    assert (checked.exit_code, checked.stdout) == (1, f"{A}\n")
    assert checked.stderr == "1 fil behöver formateras. 2 filer ser redan ut som de ska.\n"
    assert held(root, A) == WRONG
    assert fardplan("fmt", "--check", B).exit_code == 0


@pytest.mark.parametrize(("flags", "code"), [([], 0), (["--check"], 1)])
def test_diff(write, fardplan, flags, code):
    """--diff shows what would change and changes nothing; with --check it ends with 1."""
    root = write(FILES)
    shown = fardplan("fmt", "--diff", *flags)
    assert shown.exit_code == code
    assert shown.stdout_bytes.decode() == (
        f"--- a/{A}\n+++ b/{A}\n@@ -1,2 +1,2 @@\n"
        "-area:   x   # a\r\n-title: Målet\n\\ No newline at end of file\n"
        "+title: Målet\n+area:   x   # a\n"
    )
    assert held(root, A) == WRONG
    coloured = fardplan("--color", "always", "fmt", "--diff").stdout
    assert "\x1b[32m+title: Målet\x1b[0m" in coloured


def test_named_files(write, fardplan):
    """Only the files and folders that are named are laid out."""
    root = write({**FILES, B: WRONG})
    assert fardplan("fmt", B).stderr == "1 fil är formaterad.\n"
    assert (held(root, A), held(root, B)) == (WRONG, LAID)
    assert fardplan("-v", "fmt", "roadmaps/lan/goals").stderr == (
        f"Formaterade {A}.\n1 fil är formaterad. 1 fil ser redan ut som den ska.\n"
    )


def test_quiet(write, fardplan):
    """With -q nothing is said of files that are right or laid out."""
    write(FILES)
    assert fardplan("-q", "fmt").stderr == ""


@pytest.mark.parametrize(
    "path",
    ["fardplan.toml", "fardplan-baseline.yaml", "roadmaps/lan/okand.yaml", "roadmaps/x", ".."],
)
def test_other_files_are_refused(write, fardplan, path):
    """Nothing but the roadmaps' own files can be laid out."""
    write(
        {
            **FILES,
            "fardplan.toml": "",
            "fardplan-baseline.yaml": "a:  []",
            "roadmaps/lan/okand.yaml": "a:   b",
        }
    )
    ended = fardplan("fmt", path)
    assert (ended.exit_code, ended.stderr.count("\n")) == (3, 1)


def test_other_files_are_left(write, fardplan):
    """The list of known debts and files that are no part of a roadmap are left alone."""
    others = {"fardplan-baseline.yaml": "debts:   [ ]\r\n", "roadmaps/lan/okand.yaml": "a:\r\n", "roadmaps/lan/goals/x.yml": "a:\r\n", "x.yaml": "a:\r\n"}  # fmt: skip
    root = write({**FILES, **others})
    assert fardplan("fmt").exit_code == 0
    assert {path: held(root, path) for path in others} == others


def test_faults(write, fardplan):
    """A file that cannot be read is named with its line and left; the others are laid out."""
    broken = {
        "roadmaps/lan/goals/b.yaml": "title: T\ntext: a: b\n",
        "roadmaps/lan/goals/c.yaml": b"title: \xe5\n",
        "roadmaps/lan/goals/d.yaml": "title: T\n\tx: 1\n",
        "roadmaps/lan/goals/e.yaml": "title: T\n? area\n: x\n",
        "roadmaps/lan/goals/f.yaml": "area: x\ntitle: T\ntext: |\n  a",
    }
    root = write({**FILES, **broken})
    before = {path: (root / path).read_bytes() for path in broken}
    ended = fardplan("fmt")
    assert ended.exit_code == 1
    lines = ended.stderr.splitlines()
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "roadmaps/lan/goals/b.yaml:2:8",
        "roadmaps/lan/goals/c.yaml:1:8",
        "roadmaps/lan/goals/d.yaml:2:1",
        "roadmaps/lan/goals/e.yaml:2:1",
        "roadmaps/lan/goals/f.yaml:1:1",
    ]
    assert (
        lines[-1]
        == "1 fil är formaterad. 1 fil ser redan ut som den ska. 5 filer är orörda, se ovan."
    )
    assert {path: (root / path).read_bytes() for path in broken} == before
    assert held(root, A) == LAID
    assert fardplan("fmt", "--check", A).exit_code == 0


def test_links(write, fardplan):
    """A link is named and not followed."""
    root = write({**FILES, A: RIGHT, "other.yaml": WRONG})
    (root / "roadmaps/lan/goals/link.yaml").symlink_to(root / "other.yaml")
    ended = fardplan("fmt")
    assert ended.exit_code == 1
    assert ended.stderr.startswith(
        "roadmaps/lan/goals/link.yaml:1:1: ”roadmaps/lan/goals/link.yaml” är en länk"
    )
    assert held(root, "other.yaml") == WRONG


def test_protected_file(write, fardplan):
    """A write-protected file is left, the others are laid out, and the run ends with 3."""
    root = write({**FILES, B: WRONG})
    (root / A).chmod(0o444)
    ended = fardplan("fmt")
    assert ended.exit_code == 3
    assert ended.stderr == (
        f"{A} är skrivskyddad och är orörd. Ta bort skyddet om filen får ändras.\n"
        "1 fil är formaterad. 1 fil ser redan ut som den ska. 1 fil är orörd, se ovan.\n"
    )
    assert (held(root, A), held(root, B)) == (WRONG, LAID)
    assert {file.name for file in (root / A).parent.iterdir()} == {"a.yaml", "b.yaml"}


def test_nothing_to_do(write, fardplan):
    """A repository without files says so, and a folder without roadmaps is refused."""
    root = write({})
    (root / "roadmaps").mkdir()
    ended = fardplan("fmt")
    assert (ended.exit_code, ended.stderr) == (0, "Det finns inga filer att formatera.\n")
    (root / "roadmaps").rmdir()
    assert fardplan("fmt").exit_code == 3


def test_shipped_roadmaps(fardplan, monkeypatch, tmp_path):
    """The roadmaps that are shipped are laid out as fmt does it."""
    shutil.copytree(HOUSE / "roadmaps", tmp_path / "roadmaps")
    monkeypatch.chdir(tmp_path)
    checked = fardplan("fmt", "--check")
    assert (checked.exit_code, checked.stdout) == (0, "")
