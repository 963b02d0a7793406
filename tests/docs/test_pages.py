"""Every command in the pages that users read is run, and says what the page says that it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.docs.following import NOT_RUN, Reader, is_run, matches
from tests.docs.pages import (
    ROOT,
    WRITTEN,
    Change,
    Command,
    FileShown,
    Move,
    Start,
    Step,
    UnclearPage,
    read_steps,
)

FORGES = {
    ".github/workflows/": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}
"""The schemas that check-jsonschema knows of files that run on a forge."""


@pytest.fixture
def begin(tmp_path: Path, this_repository: Path) -> Callable[[Start], Reader]:
    """Return a reader in the folder that a page begins in."""
    forge = tmp_path / "forge"
    forge.mkdir()
    clone = ("git", "clone", "--quiet", "--bare", str(this_repository), "fardplaner.git")
    subprocess.run(clone, cwd=forge, check=True)
    subprocess.run(("git", "init", "--quiet", "--bare", "nytt-arkiv.git"), cwd=forge, check=True)

    def begin(start: Start) -> Reader:
        folder = tmp_path / "fardplaner"
        if start.where == "this repository":
            shutil.copytree(this_repository, folder)
        else:
            assert start.where == "an empty folder"
            folder.mkdir()
        return Reader(folder, forge)

    return begin


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_tells_the_truth(page, begin, request):
    """Commands succeed and say what is shown; files are in order; changes can be made."""
    text = page.read_text("utf-8")
    steps = list(read_steps(text))
    if not steps:
        return
    assert isinstance(steps[0], Start), f"{page.name} begins in no folder"
    reader = begin(steps[0])
    updates = bool(request.config.getoption("--update-golden"))
    for step, following in zip(steps[1:], [*steps[2:], None], strict=True):
        follow(reader, step, following, lenient=updates)
    if updates:
        page.write_text(renew(text, steps, reader), "utf-8")


def follow(reader: Reader, step: Step, following: Step | None, *, lenient: bool) -> None:
    """Do one thing that a page says, and see that it goes as the page says.

    Where `lenient`, a command may say something else, which the page is then to show.
    """
    match step:
        case Command() if is_run(step):
            said = reader.run(step)
            where = f"line {step.line}: $ {step.written}\n{said}"
            if step.shown is not None:
                assert lenient or matches(said, step.shown), where
            asked_for = isinstance(following, Command) and following.written == "echo $?"
            assert asked_for or reader.code in ((0, 1) if step.shown else (0,)), where
        case Move():
            reader.folder /= step.path
            assert reader.folder.is_dir(), step.path
        case Change():
            reader.make(step)
        case FileShown(how="shows"):
            assert step.content in (reader.folder / step.path).read_text("utf-8"), step.path
        case FileShown():
            reader.write(step)
            faults = find_faults(reader.folder, step.path)
            assert bool(faults) is (step.how == "faulty file"), (step.path, faults)


def find_faults(folder: Path, path: str) -> str:
    """Return what is wrong in a file, by whoever reads such files."""
    schema = next((FORGES[start] for start in FORGES if path.startswith(start)), "")
    if schema:
        return complaint("check_jsonschema", "--builtin-schema", schema, str(folder / path))
    if path == ".pre-commit-config.yaml":
        return complaint("pre_commit", "validate-config", str(folder / path))
    if path.endswith("/document.toml"):
        return ""  # read by the `render` that follows
    done = subprocess.run(
        [sys.executable, "-m", "fardplan", "validate", "-f", "json"],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr.decode()
    found = json.loads(done.stdout)["findings"]
    return "\n".join(one["message"] for one in found if one["file"] == path)


def complaint(module: str, *args: str) -> str:
    """Return what a program says against something, or nothing."""
    done = subprocess.run(
        [sys.executable, "-m", module, *args], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


def renew(text: str, steps: Sequence[Step], reader: Reader) -> str:
    """Return a page in which the output of each command is the present one.

    Output of which something is left out has to be written by hand.
    """
    lines = text.split("\n")
    for step in reversed(steps):
        if not isinstance(step, Command) or step.shown is None or step.line not in reader.heard:
            continue
        said = reader.heard[step.line]
        if "…" in step.shown or matches(said, step.shown):
            continue
        written = lines[step.line - 1]
        indent = written[: len(written) - len(written.lstrip())]
        new = [f"{indent}{line}".rstrip() for line in said.rstrip().split("\n")]
        lines[step.line : step.line + len(step.shown.split("\n"))] = new
    return "\n".join(lines)


def test_nothing_is_left_out_without_reason():
    """Each exception from running is needed by some page."""
    commands = [
        step.written
        for page in WRITTEN
        for step in read_steps(page.read_text("utf-8"))
        if isinstance(step, Command) and not is_run(step)
    ]
    unused = [
        pattern for pattern in NOT_RUN if not any(is_for(pattern, written) for written in commands)
    ]
    assert unused == []


def is_for(pattern: str, written: str) -> bool:
    """Tell whether an exception is for a command."""
    return re.fullmatch(pattern, written) is not None


@pytest.mark.parametrize(
    ("said", "shown", "same"),
    [
        ("a\nb\nc\n", "a\n…\nc", True),
        ("a\nc\n", "a\n…\nc", True),
        ("a\nb\n", "a", False),
        ("a\n", "a\nb", False),
        ("Skrev 12 filer.\n", "Skrev … filer.", True),
        ("Skrev 12\nfiler.\n", "Skrev … filer.", False),
        ("1\N{NO-BREAK SPACE}200 kr\n", "1 200 kr", True),
        ("a (b)\n", "a [b]", False),
    ],
)
def test_matching(said, shown, same):
    """What a page leaves out may be anything; all else is as it is shown."""
    assert matches(said, shown) is same


@pytest.mark.parametrize(
    "text",
    [
        "```yaml\ntitle: x\n```\n",
        "```console\nutdata\n```\n",
        "<!-- file: a.yaml -->\n\nText.\n",
        "<!-- något annat -->\n",
        "<!-- change: a -->\n```diff\n*a\n```\n",
        "```console\n$ a\n```\n\n```\nb\n```\n",
    ],
)
def test_unclear_page(text):
    """A block that nothing is said of, and a note that nothing follows, fail."""
    with pytest.raises(UnclearPage):
        list(read_steps(text))


def test_every_page_is_read():
    """The pages that are tested are all that are written by hand for users."""
    names = {page.relative_to(ROOT).as_posix() for page in WRITTEN}
    assert names >= {"README.md", "docs/README.md", "docs/editors.md", "docs/ci.md"}
