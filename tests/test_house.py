"""The rules that the source tree keeps, where no tool keeps them."""

from __future__ import annotations

import ast
import importlib
import os
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
PACKAGE = HOUSE / "src" / "fardplan"
HEAVY = ("pydantic", "rich", "ruamel", "_ruamel_yaml", "git", "babel", "jinja2", "markdown_it")


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("__init__.py")), ids=lambda path: path.parent.name
)
def test_init_is_a_docstring(path):
    """A package's __init__ says what the package is for, and holds nothing else."""
    (statement,) = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)


def test_every_folder_is_a_package():
    """Each folder with modules has an __init__, or the wheel and the layers would miss it."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [str(f) for f in folders if not (f / "__init__.py").is_file()] == []


def test_registry_names_each_plugin():
    """A plug-in folder and its registry list the same modules, in alphabetical order."""
    for registry in PACKAGE.glob("*/_registry.py"):
        files = sorted(p.stem for p in registry.parent.glob("*.py") if not p.stem.startswith("_"))
        named = [name for name in _named(registry) if not name.startswith("_")]
        assert (registry.parent.name, named) == (registry.parent.name, files)


def _named(registry: Path) -> list[str]:
    """Return the modules of its own folder that a registry imports, in order, each once."""
    found: list[str] = []
    own = f"fardplan.{registry.parent.name}"
    for node in ast.walk(ast.parse(registry.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == own:
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{own}."):
            found.append((node.module or "").removeprefix(f"{own}."))
        elif isinstance(node, ast.Import):
            found += [a.name.removeprefix(f"{own}.") for a in node.names if a.name.startswith(own)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["--lang", "en", "no-such-command"]])
def test_light_start(args):
    """Neither version, help nor a usage error waits for a library that it does not need."""
    script = (
        "import sys\n"
        "from fardplan.__main__ import main\n"
        f"sys.argv = ['fardplan', *{args!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.exit(' '.join(sorted(set(sys.modules) & set({HEAVY!r}))) or 0)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr.splitlines()[3:]) == (0, [])


def test_every_module_can_be_imported():
    """Each module can be imported, also those that no other module imports yet."""
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        assert importlib.import_module(name).__name__ == name


CATCH_ALL = {
    "commands/_completions.py": 1,
    "commands/_run.py": 1,
    "commands/_shells.py": 1,
    "documents/engine.py": 1,
    "server/serving.py": 1,
}
"""Where any error at all is caught and something is done about it; the list only shrinks."""


def test_nothing_is_caught_unseen():
    """No reader catches errors that it does not name; who writes lets them go on after clearing up."""
    found: Counter[str] = Counter()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler) and _catches_all(node):
                raises = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                found[path.relative_to(PACKAGE).as_posix()] += not raises
    assert +found == CATCH_ALL


def _catches_all(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {node.id for node in caught if isinstance(node, ast.Name)}
    return handler.type is None or bool(names & {"Exception", "BaseException"})


def test_layers_name_every_package():
    """The layers of import-linter name each module and package at the top of the house."""
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    named = {
        name.strip(" ()")
        for layer in contract["layers"]
        for name in layer.replace("|", ":").split(":")
    }
    top = {p.stem for p in PACKAGE.glob("*.py")} | {p.parent.name for p in PACKAGE.glob("*/*.py")}
    assert top - named == {"__init__", *contract["exhaustive_ignores"]}


def test_licence_is_whole():
    """The licence is the EUPL 1.2 with all its articles and the appendix."""
    text = (HOUSE / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith(
        "EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016\n"
    )
    assert [n for n in range(1, 17) if f"\n{n}." in text] == list(range(1, 16))
    assert text.rstrip().endswith("require the production of a new EUPL version.")


OMITTED = """
import pytest
@pytest.mark.parametrize("n", [1, 2])
def test_left_out(n):
    pytest.skip("no browser")
@pytest.mark.xfail(strict=True)
def test_known():
    raise AssertionError
"""


@pytest.mark.parametrize("strict", ["", "1"])
def test_left_out_tests_fail_where_asked(tmp_path, strict):
    """With FARDPLAN_NO_SKIPS a test that is left out fails with its reason, else it is listed."""
    conftest = (HOUSE / "tests" / "conftest.py").read_text(encoding="utf-8")
    (tmp_path / "conftest.py").write_text(conftest, encoding="utf-8")
    (tmp_path / "test_a.py").write_text(OMITTED, encoding="utf-8")
    (tmp_path / "test_b.py").write_text(
        "import pytest\npytest.importorskip('no_such_module')\n", encoding="utf-8"
    )
    (tmp_path / "pytest.ini").touch()
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", "."]
    if strict:
        command.append("--continue-on-collection-errors")
    ended = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "FARDPLAN_NO_SKIPS": strict},
    )  # fmt: skip
    assert "no browser" in ended.stdout
    assert "no_such_module" in ended.stdout
    assert (ended.returncode == 0) is (not strict)
    last = ended.stdout.splitlines()[-1]
    assert ("2 failed, 1 xfailed, 1 error" if strict else "3 skipped, 1 xfailed") in last
