"""What fardplan is made of: few libraries, each with a reason, and files of others by name."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

from tools.lowest import find_lowest
from tools.sbom import COMPONENTS, TARGET, find_files, write_sbom

HOUSE = Path(__file__).parent.parent
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
OWN = {"last-resort.ttf"}
"""Made here (tools/fonts.py), of nothing."""


def _names(requirements):
    return {Requirement(one).name for one in requirements} - {"fardplan"}


def test_every_library_has_its_reason():
    """The page of decisions gives a reason for each library, and for none that is not used."""
    page = (HOUSE / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    reasons = set(re.findall(r"^\| `([a-z0-9._-]+)` \|", page, re.MULTILINE))
    used = _names(PROJECT["dependencies"]).union(*map(_names, EXTRAS.values()))
    assert reasons == used


def test_list_of_vendored_files_is_true():
    """The list names each file of others with its hash, in CycloneDX 1.6."""
    written = TARGET.read_text(encoding="utf-8")
    assert written == write_sbom()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None


def test_every_file_of_others_is_listed():
    """Nothing lies among vendored programs and fonts that the list does not name."""
    listed = [path for component in COMPONENTS for path in find_files(component)]
    lies = {
        path
        for pattern in ("**/vendor/*", "**/fonts/*")
        for path in (HOUSE / "templates").glob(pattern)
        if path.suffix in {".js", ".css", ".ttf", ".woff2", ".wasm"} and path.name not in OWN
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == lies


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """Build the wheel of two copies, the second of which was written later and by another umask."""
    built = []
    for number, mode in enumerate((0o644, 0o600)):
        copy = tmp_path_factory.mktemp(f"copy{number}")
        for name in ("src", "templates", "schemas"):
            shutil.copytree(
                HOUSE / name, copy / name, copy_function=shutil.copyfile,
                ignore=shutil.ignore_patterns("__pycache__"),
            )  # fmt: skip
        for name in ("pyproject.toml", "README.md", "LICENSE", TARGET.name):
            shutil.copyfile(HOUSE / name, copy / name)
        for path in copy.rglob("*.py"):
            path.chmod(mode)
        (wheel,) = WheelBuilder(str(copy)).build(directory=str(copy), versions=["standard"])
        built.append(Path(wheel))
    return built


def test_wheel_comes_out_the_same(wheels):
    """The wheel depends on the sources alone, not on when and by whom it is built."""
    one, other = (wheel.read_bytes() for wheel in wheels)
    assert one == other


def test_wheel_carries_the_list(wheels):
    """Who has only the wheel finds the list in it, where PEP 770 says, and the files it names."""
    with zipfile.ZipFile(wheels[0]) as wheel:
        (name,) = [one for one in wheel.namelist() if "/sboms/" in one]
        assert wheel.read(name) == TARGET.read_bytes()
        listed = re.findall(r'"bom-ref": "file:([^"]+)"', TARGET.read_text(encoding="utf-8"))
        assert set(listed) <= set(wheel.namelist())


SMOKE = """
import subprocess, sys
fardplan = [sys.executable, "-m", "fardplan", "-q"]
for *command, code in {commands!r}:
    ended = subprocess.run([*fardplan, *command], capture_output=True)
    if ended.returncode != code or b"Warning" in ended.stderr:
        sys.exit(f"{{command}}: {{ended.returncode}} {{ended.stderr.decode()}}")
"""


def test_lowest_releases_do(tmp_path):
    """With the oldest libraries that are asked for, every document comes out the same."""
    lowest = tmp_path / "lowest.txt"
    lowest.write_text("\n".join(find_lowest()), encoding="utf-8")
    python = tmp_path / "venv" / "bin" / "python"
    pip = [python, "-m", "pip", "--quiet", "install", "--constraint", lowest]
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    subprocess.run([*pip, f"{HOUSE}[all]"], check=True, capture_output=True)
    made = {name: tmp_path / name for name in ("lowest", "here")}
    for folder, program in zip(made.values(), (python, sys.executable), strict=True):
        folder.mkdir()
        commands = [("validate", 0), ("list", "roadmap", 0)] + [
            ("render", "exempelkommun", "-f", kind, "-o", str(folder / f"page.{kind}"), 0)
            for kind in ("html", "markdown", "pdf", "docx")
        ]
        script = SMOKE.format(commands=commands)
        ran = subprocess.run(
            [program, "-c", script], cwd=HOUSE, capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stderr) == (0, "")
    for path in made["here"].glob("page.[hm]*"):
        assert (made["lowest"] / path.name).read_bytes() == path.read_bytes()
    assert len(list(made["lowest"].iterdir())) == len(list(made["here"].iterdir())) == 4
