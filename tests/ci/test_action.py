"""The action for GitHub and the component for GitLab: their commands, run as they stand."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.ci.conftest import ROOT, run

ACTION = ROOT / "action.yml"
COMPONENT = ROOT / "templates" / "validate.yml"
GOAL = "roadmaps/exempelkommun/goals/trygg-hemgang.yaml"


def read_all(path: Path) -> list[Any]:
    """Return the documents of a YAML file."""
    return list(YAML(typ="safe").load_all(path.read_text("utf-8")))


@pytest.fixture
def broken(user: Path) -> Path:
    """Return a repository in which a branch has broken a file."""
    assert run("git", "switch", "-q", "-c", "ändring", cwd=user).returncode == 0
    file = user / GOAL
    file.write_text(file.read_text("utf-8").replace("title: ", "titel: ", 1), "utf-8")
    assert run("git", "commit", "-q", "-a", "-m", "ändring", cwd=user).returncode == 0
    return user


def run_action(folder: Path, programs: Path, published: Path, **inputs: str) -> tuple[int, str]:
    """Run the steps of the action as GitHub does; return the last exit code and all output."""
    (action,) = read_all(ACTION)
    values = {name: spec.get("default", "") for name, spec in action["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in inputs.items()}
    said = ""
    code = 0
    for step in action["runs"]["steps"]:
        if "run" not in step:
            continue
        assert step["shell"] == "bash"
        env = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda one: values[one[1]], text)
            for name, text in step.get("env", {}).items()
        }
        done = run(
            *("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]),
            cwd=folder,
            PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
            GITHUB_ACTION_PATH=str(published),
            GITHUB_STEP_SUMMARY=str(folder / "summary.md"),
            **env,
        )
        said, code = said + done.stdout, done.returncode
        if code:
            break
    return code, said


def test_action_passes(user, installed, published):
    """The action installs fardplan and passes a repository without findings."""
    code, said = run_action(user, installed, published)
    assert code == 0, said
    assert "Inget att rätta." in said


def test_action_annotates(broken, installed, published):
    """A fault fails the step, with a note on its line and a summary of the job."""
    code, said = run_action(broken, installed, published, changed_since="main")
    assert code == 1, said
    assert re.search(rf"^::error file={re.escape(GOAL)},line=\d+,", said, re.MULTILINE)
    assert "unknown-key" in (broken / "summary.md").read_text("utf-8")


def test_action_runs_no_branch_name(user, installed, published):
    """What an input holds is data, never a command."""
    code, said = run_action(user, installed, published, changed_since="$(touch pwned); `touch x`")
    assert code == 3, said
    assert not {"pwned", "x"} & {path.name for path in user.iterdir()}


def run_component(folder: Path, programs: Path, published: Path, **env: str) -> tuple[int, str]:
    """Run the script of the component's job as a GitLab runner does, line by line."""
    head, body = COMPONENT.read_text("utf-8").split("\n---\n")
    inputs = YAML(typ="safe").load(head)["spec"]["inputs"]
    values = {name: str(spec["default"]).lower() for name, spec in inputs.items()}
    values["package"] = str(published)
    filled = re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda one: values[one[1]], body)
    job = YAML(typ="safe").load(filled)["fardplan-validate"]
    done = run(
        *("bash", "-e", "-o", "pipefail", "-c", "\n".join(job["script"])),
        cwd=folder,
        PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
        CI_PROJECT_DIR=str(folder),
        **{**job["variables"], **env},
    )
    return done.returncode, done.stdout


def test_component_passes(user, installed, published):
    """The component installs fardplan, passes a repository without findings, reports nothing."""
    code, said = run_component(user, installed, published)
    assert code == 0, said
    assert json.loads((user / "gl-code-quality-report.json").read_text("utf-8")) == []


def test_component_reports(broken, installed, published):
    """A fault fails the job, stands in the log and in the report of code quality."""
    base = run("git", "rev-parse", "main", cwd=broken).stdout.strip()
    code, said = run_component(
        broken, installed, published, CHANGED_ONLY="true", CI_MERGE_REQUEST_DIFF_BASE_SHA=base
    )
    assert code == 1, said
    assert "Skriv `title` (titel)." in said
    report = json.loads((broken / "gl-code-quality-report.json").read_text("utf-8"))
    assert [one["check_name"] for one in report] == ["unknown-key"]


def check_schema(name: str, file: Path) -> str:
    """Return what check-jsonschema finds wrong with a file, by a schema that it brings along."""
    program = str(Path(sys.prefix, "bin", "check-jsonschema"))
    done = run(program, "--builtin-schema", name, str(file), cwd=file.parent)
    return done.stdout if done.returncode else ""


def test_official_schema_of_action():
    """The action is what GitHub expects of one."""
    assert check_schema("vendor.github-actions", ACTION) == ""


def test_official_schema_of_component(tmp_path):
    """The job of the component is one that GitLab's schema knows."""
    head, body = COMPONENT.read_text("utf-8").split("\n---\n")
    assert set(YAML(typ="safe").load(head)) == {"spec"}
    job = tmp_path / ".gitlab-ci.yml"
    job.write_text(re.sub(r"\$\[\[ inputs\.[\w-]+ \]\]", "x", body), "utf-8")
    assert check_schema("vendor.gitlab-ci", job) == ""
