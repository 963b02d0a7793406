"""The program as a whole: its help, its exit codes, its output."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner, Result

from fardplan.cli import Shell, app, start
from fardplan.commands._help import Command
from fardplan.commands._options import Session, session_of
from fardplan.commands._output import emit
from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.version import VERSION

PROGRAM = [sys.executable, "-m", "fardplan"]


def _run(*args: str, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **settings.pop("env", {})}
    return subprocess.run([*PROGRAM, *args], capture_output=True, check=False, env=env, **settings)


@pytest.fixture
def ending() -> Callable[..., Result]:
    """Return a function that runs a command which does what the test says."""

    def run(act: Callable[[Session], object], *args: str, **env: str) -> Result:
        def command(ctx: typer.Context) -> object:
            return act(session_of(ctx))

        program = typer.Typer(cls=Shell, rich_markup_mode=None, add_completion=False)
        program.callback(invoke_without_command=True)(start)
        program.command("do", cls=Command)(command)
        return CliRunner().invoke(program, [*args, "do"], env=env, prog_name="fardplan")

    return run


def _raise(error: BaseException) -> Callable[[Session], object]:
    def act(_: Session) -> object:
        raise error

    return act


def test_version():
    """`--version` prints name and version, and needs nothing else to be right."""
    result = _run("--version", cwd="/")
    assert (result.returncode, result.stdout) == (0, f"fardplan {VERSION}\n".encode())


def test_without_arguments_shows_help(fardplan):
    """Without arguments the help goes to stderr, and the call counts as wrong usage."""
    shown, asked = fardplan(), fardplan("--help")
    assert (shown.exit_code, shown.stdout, asked.exit_code, asked.stderr) == (2, "", 0, "")
    assert shown.stderr == asked.stdout


def _everything(command: Any, path: str = "fardplan") -> Iterator[tuple[str, str]]:
    """Yield each help text and each placeholder of the program, with where it stands."""
    yield path, command.help
    for param in command.params:
        yield f"{path} {param.opts[-1]}", param.help or ""
        if param.metavar is not None:
            yield f"{path} {param.opts[-1]} metavar", param.metavar
    if isinstance(command, TyperGroup):
        for name, inner in command.commands.items():
            yield from _everything(inner, f"{path} {name}")


def test_every_help_text_is_in_both_languages():
    """Each command, option and placeholder of the program speaks Swedish and English."""
    assert [where for where, text in _everything(get_command(app)) if "\x1f" not in text] == []


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda _: None, 0),
        (lambda _: 1, 1),
        (_raise(typer.Exit(1)), 1),
        (_raise(KeyboardInterrupt()), 130),
        (_raise(typer.Abort()), 130),
        (_raise(EOFError()), 130),
    ],
)
def test_exit_code(ending, act, code):
    """A command ends with the code that it returns or exits with; breaking it off gives 130."""
    result = ending(act)
    assert (result.exit_code, result.stderr) == (
        code,
        "fardplan: Avbrutet.\n" if code == 130 else "",
    )


@pytest.mark.parametrize(("lang", "said"), [("sv", "Ingen git: a b"), ("en", "No git: a b")])
def test_cannot_run(ending, lang, said):
    """What cannot run says why on one line of stderr, and exits 3."""
    error = CannotRun(Text("Ingen git: {why}", "No git: {why}"), why="a\n  b\n")
    result = ending(_raise(error), "--lang", lang)
    assert (result.exit_code, result.stderr) == (3, f"fardplan: {said}\n")


@pytest.mark.parametrize(
    ("lang", "said"), [("sv", "Detta är ett fel i fardplan"), ("en", "This is a bug in fardplan")]
)
def test_bug(ending, lang, said):
    """A bug exits 70 with its traceback and says where to report it, never 1 as findings do."""
    result = ending(_raise(ZeroDivisionError("hoppsan")), "--lang", lang)
    assert result.exit_code == 70
    traceback, _, message = result.stderr.partition("ZeroDivisionError: hoppsan\n")
    assert traceback.startswith("Traceback (most recent call last):")
    assert message.startswith(said)
    assert VERSION in message


def test_session(ending, tmp_path):
    """A command gets the root of the repository it is called in, and how much it should say."""
    (tmp_path / "fardplan.toml").touch()
    inner = tmp_path / "roadmaps" / "a"
    inner.mkdir(parents=True)
    seen: list[tuple[Session, Path]] = []
    before = Path.cwd()
    ending(
        lambda session: seen.append((session, Path.cwd())),
        *("-C", str(inner), "-q", "--color", "never", "--lang", "en"),
    )
    assert seen == [(Session("en", tmp_path.resolve(), "never", -1), inner.resolve())]
    assert Path.cwd() == before


@pytest.mark.parametrize(
    ("option", "said"), [("--quiet", ""), ("--lang=sv", "Klart: ö\n"), ("-v", "Klart: ö\nMer\n")]
)
def test_notes_and_details(ending, option, said):
    """Notes are left out under --quiet, details are said under --verbose only, both on stderr."""

    def act(session: Session) -> None:
        session.note(Text("Klart: {x}", "Done: {x}"), x="ö")
        session.detail(Text("Mer", "More"))

    result = ending(act, option)
    assert (result.stdout, result.stderr) == ("", said)


@pytest.mark.parametrize(
    ("color", "env", "terminal", "used"),
    [
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {}, True, False),
        ("auto", {"TERM": "xterm"}, True, True),
        ("auto", {"TERM": "xterm"}, False, False),
        ("auto", {"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
    ],
)
def test_color(monkeypatch, color, env, terminal, used):
    """Colour goes to terminals that can show it, unless it is asked for or refused."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    assert Session("sv", color=color).use_color(sys.stdout) is used


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}])
def test_output_is_utf8(locale):
    """Swedish letters are written as UTF-8 whatever the locale claims."""
    result = _run("--lang", "sv", "--help", env={**locale, "PYTHONUTF8": "0"})
    assert "jämför och publicera färdplaner".encode() in result.stdout


def test_half_a_character_is_escaped(ending):
    """What is no Unicode, such as a broken file name, is shown escaped rather than crashing."""
    result = ending(lambda _: emit("roadmaps/\udcff.yaml"))
    assert (result.exit_code, result.stdout) == (0, "roadmaps/\\udcff.yaml\n")


def test_reader_that_leaves():
    """A reader that closes the pipe early ends the program without a word."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as stdout:
        ended = subprocess.run(
            [*PROGRAM, "--help"], stdout=stdout, stderr=subprocess.PIPE, check=False
        )
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_full_disk():
    """A full disk is told in one line, and is no bug."""
    with Path("/dev/full").open("wb") as stdout:
        ended = subprocess.run(
            [*PROGRAM, "--lang", "en", "--help"], stdout=stdout, stderr=subprocess.PIPE, check=False
        )
    said = b"fardplan: The output cannot be written: the disk is full.\n"
    assert (ended.returncode, ended.stderr) == (3, said)


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ([], 3, "Mappen som du står i finns inte längre. Gå till en annan och försök igen."),
        (["-C", "."], 2, "Mappen . finns inte, eller går inte att öppna."),
    ],
)
def test_vanished_working_folder(ending, tmp_path, monkeypatch, args, code, said):
    """Standing in a folder that somebody has removed is told, and is no bug."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = ending(lambda _: None, *args)
    assert result.exit_code == code
    assert f"fardplan: {said}\n" in result.stderr
