"""What all tests share: a clean environment, the command line, a browser, no silent omissions."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Generator, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import typer
from hypothesis import settings
from typer.main import get_command
from typer.testing import CliRunner, Result

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STRICT = "FARDPLAN_NO_SKIPS"


# A busy machine makes no example wrong: time is measured in benchmarks/, never in a test.
settings.register_profile("fardplan", deadline=None)
settings.load_profile("fardplan")


def _leave_out(name: str) -> bool:
    """Tell whether a variable of the developer's could change what a test sees."""
    return name.startswith(("FARDPLAN_", "GIT_", "LC_")) or name in {
        "LANG",
        "LANGUAGE",
        "NO_COLOR",
        "COLUMNS",
    }


for _name in [name for name in os.environ if _leave_out(name) and name != STRICT]:
    del os.environ[_name]
# A shell lets what it runs in the background ignore Ctrl+C, which tests send to what they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
# An empty file of one's own: git replaces the file that it writes settings to, were it a device.
_GIT_SETTINGS = tempfile.NamedTemporaryFile(prefix="gitconfig-")  # noqa: SIM115 - until all is done
_CACHE = tempfile.TemporaryDirectory(prefix="cache-")  # what a test starts leaves nothing behind
os.environ |= {
    "COLUMNS": "80",
    "XDG_CACHE_HOME": _CACHE.name,
    "GIT_CONFIG_GLOBAL": _GIT_SETTINGS.name,
    "FARDPLAN_NO_CACHE": "1",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.se",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.se",
}


@pytest.fixture
def fardplan(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line in this process: `fardplan("validate", "-f", "json", env={...})`."""
    from fardplan.cli import app

    # Building the commands takes longer than running most of them: once is enough.
    monkeypatch.setattr("typer.testing._get_command", _build)

    def run(*args: str, env: dict[str, str] | None = None, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, list(args), env=env, input=stdin)

    return run


@cache
def _build(app: typer.Typer) -> object:
    """Return the commands of a program."""
    return get_command(app)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --update-golden` write the golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file in `golden/` beside the test, or write it as the option asks."""

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{name}: see `--update-golden`"

    return compare


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser, or leave the test out where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium saknas: apt install chromium (the browser tests need Chromium)")
    return path


_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser once for all tests, wherever they stand: it can run only once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """Where nothing may be left out, let a test that is left out fail with its reason."""
    return _refuse_omission((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """Do the same for a whole file of tests."""
    return _refuse_omission((yield))


def _refuse_omission(report: Any) -> Any:
    if os.environ.get(STRICT) and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"{reason}\nleft out, which {STRICT} counts as a failure"
    return report
