"""What `fardplan init` lays out for CI and pre-commit: the commands in it, run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ci.conftest import commit_all, run
from tests.ci.test_action import check_schema, read_all

WORKFLOW = ".github/workflows/fardplan.yml"
PIPELINE = ".gitlab-ci.yml"
GOAL = "roadmaps/nara-vard/goals/vart-forsta-mal.yaml"


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """Return a repository as `fardplan init` and `git init` make it, with a branch to work on."""
    folder = tmp_path / "ny"
    done = run(sys.executable, "-m", "fardplan", "init", "ny", "--no-input", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    commit_all(folder)
    assert run("git", "switch", "-q", "-c", "ändring", cwd=folder).returncode == 0
    return folder


def break_goal(folder: Path, *, commit: bool = True) -> None:
    """Put a key that does not exist into the goal's file."""
    file = folder / GOAL
    file.write_text(file.read_text("utf-8").replace("title: ", "titel: ", 1), "utf-8")
    if commit:
        assert run("git", "commit", "-q", "-a", "-m", "ändring", cwd=folder).returncode == 0


def run_workflow(
    folder: Path, programs: Path, published: Path, event: str, base: str
) -> tuple[int, list[str], str]:
    """Run the steps that hold for an event, as GitHub does; return code, commands, output."""
    (workflow,) = read_all(folder / WORKFLOW)
    job = workflow["jobs"]["validate"]
    commands: list[str] = []
    said = ""
    for step in job["steps"]:
        if "run" not in step:
            continue
        if (condition := step.get("if")) is not None:
            sign = re.fullmatch(r"github\.event_name (==|!=) 'pull_request'", condition)
            assert sign, condition
            if (sign[1] == "==") is not (event == "pull_request"):
                continue
        env = {name: text.replace("${{ github.base_ref }}", base)
               for name, text in step.get("env", {}).items()}  # fmt: skip
        done = run(
            *("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]),
            cwd=folder,
            PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
            **{**job["env"], "PACKAGE": str(published), **env},
        )
        commands.append(step["run"])
        said += done.stdout
        if done.returncode:
            return done.returncode, commands, said
    return 0, commands, said


def publish_main(folder: Path, name: str) -> None:
    """Let the remote branch stand where main does, as after a checkout with its whole history."""
    main = run("git", "rev-parse", "main", cwd=folder).stdout.strip()
    done = run("git", "update-ref", f"refs/remotes/origin/{name}", main, cwd=folder)
    assert done.returncode == 0, done.stdout


def test_workflow_passes(started, installed, published):
    """A push is checked whole: findings, layout, schemas."""
    code, commands, said = run_workflow(started, installed, published, "push", "")
    assert code == 0, said
    assert commands[1:] == [
        "fardplan validate -f github", "fardplan fmt --check", "fardplan schema --check",
    ]  # fmt: skip


def test_workflow_on_a_pull_request(started, installed, published):
    """In a pull request what is new against its base is annotated and fails the job."""
    publish_main(started, "main")
    break_goal(started)
    code, commands, said = run_workflow(started, installed, published, "pull_request", "main")
    assert (code, len(commands)) == (1, 2), said
    assert re.search(rf"^::error file={re.escape(GOAL)},line=\d+,", said, re.MULTILINE)


def test_workflow_runs_no_branch_name(started, installed, published):
    """The name of a branch is data, never a command."""
    bad = "$(touch pwned); `touch x`"
    code, _, said = run_workflow(started, installed, published, "pull_request", bad)
    assert code == 3, said
    assert not {"pwned", "x"} & {path.name for path in started.iterdir()}


def run_pipeline(
    folder: Path, programs: Path, published: Path, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the job's script as a GitLab runner does, line by line."""
    (pipeline,) = read_all(folder / PIPELINE)
    job = pipeline["fardplan-validate"]
    return run(
        *("bash", "-e", "-o", "pipefail", "-c", "\n".join(job["script"])),
        cwd=folder,
        PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
        **{**job["variables"], "PACKAGE": str(published), **env},
    )


def test_pipeline(started, installed, published):
    """The job passes what is right, and reports a fault of a merge request in both places."""
    done = run_pipeline(started, installed, published)
    assert done.returncode == 0, done.stdout
    report = started / "gl-code-quality-report.json"
    assert json.loads(report.read_text("utf-8")) == []
    report.unlink()
    break_goal(started)
    base = run("git", "rev-parse", "main", cwd=started).stdout.strip()
    done = run_pipeline(started, installed, published, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1, done.stdout
    assert "Skriv `title` (titel)." in done.stdout
    found = {one["check_name"] for one in json.loads(report.read_text("utf-8"))}
    assert "unknown-key" in found


@pytest.mark.parametrize(
    ("schema", "path"), [("vendor.github-workflows", WORKFLOW), ("vendor.gitlab-ci", PIPELINE)]
)
def test_official_schemas(started, schema, path):
    """The files are what GitHub and GitLab expect."""
    assert check_schema(schema, started / path) == ""


def test_whole_history_is_fetched(started):
    """Earlier versions can be read: neither of them cuts the history short."""
    (workflow,) = read_all(started / WORKFLOW)
    (checkout,) = [
        step for step in workflow["jobs"]["validate"]["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]  # fmt: skip
    assert checkout["with"] == {"fetch-depth": 0}
    (pipeline,) = read_all(started / PIPELINE)
    job: dict[str, Any] = pipeline["fardplan-validate"]
    assert job["variables"]["GIT_DEPTH"] == "0"
    assert job["artifacts"]["reports"] == {"codequality": "gl-code-quality-report.json"}


def test_pre_commit(started, tmp_path):
    """The real pre-commit runs the hooks: what is right is committed, an error is not."""
    programs = Path(sys.prefix, "bin")
    program = shutil.which("pre-commit", path=programs)
    assert program
    env = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
    }
    assert run(program, "install", cwd=started, **env).returncode == 0
    file = started / GOAL
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Nytt, ", 1), "utf-8")
    done = run("git", "commit", "-a", "-m", "rätt", cwd=started, **env)
    assert (done.returncode, done.stdout.count("Passed")) == (0, 2), done.stdout
    break_goal(started, commit=False)
    done = run("git", "commit", "-a", "-m", "fel", cwd=started, **env)
    assert done.returncode == 1
    assert "Skriv `title` (titel)." in done.stdout
