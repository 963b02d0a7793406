"""What is installed holds all that lies in the repository, and finds it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

HOUSE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Build the wheel and lay out its files, as an installation does."""
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = WheelBuilder(str(HOUSE)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _files(folder: Path, ending: str = "") -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob(f"*{ending}")
        if path.is_file() and path.suffix != ".pyc"
    }


@pytest.mark.parametrize("folder", ["templates", "schemas"])
def test_wheel_holds_the_files_beside_the_package(installed, folder):
    """Templates and schemas are inside the installed package, all of them."""
    assert _files(installed / "fardplan" / folder) == _files(HOUSE / folder)


def test_wheel_holds_the_modules(installed):
    """Each module is installed, and nothing else lands beside the package."""
    assert _files(installed / "fardplan", ".py") == _files(HOUSE / "src" / "fardplan", ".py")
    assert {path.name.partition("-")[0] for path in installed.iterdir()} == {"fardplan"}


def test_wheel_holds_the_licence(installed):
    """The licence travels with the program, as it demands."""
    (licence,) = installed.glob("*.dist-info/licenses/LICENSE")
    assert licence.read_bytes() == (HOUSE / "LICENSE").read_bytes()


def test_installed_program_finds_its_own_templates(installed):
    """The installed program uses the templates installed with it."""
    script = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "from fardplan.source.resources import templates_dir\n"
        "print(templates_dir())"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert Path(ended.stdout.strip()) == (installed / "fardplan" / "templates").resolve()
