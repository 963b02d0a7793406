"""How a run ends: every way out of a command, as an exit code and a message in one language."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import traceback
from collections.abc import Sequence

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError

from fardplan.commands._exit import ExitCode
from fardplan.commands._help import Group
from fardplan.commands._language import choose_language
from fardplan.commands._options import Session
from fardplan.commands._output import help_width, speak_utf8
from fardplan.commands._usage import WrongUsage, explain, peek_options
from fardplan.errors import CannotRun
from fardplan.locales import commands as words
from fardplan.locales.text import Lang
from fardplan.locales.visible import make_visible
from fardplan.source.output import tell_refusal
from fardplan.version import VERSION

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def run(program: Group, args: Sequence[str], name: str) -> int:
    """Run the command that `args` name and return the exit code; raises nothing."""
    speak_utf8()
    lang = choose_language(peek_options(program, args))
    try:
        code = _invoke(program, args, name, lang)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()  # the reader has left, as `head` does: nothing to tell anyone
        return ExitCode.PIPE_CLOSED
    except OSError as error:
        if error.errno not in _NO_ROOM:
            return _report_bug(lang)
        _forget_stdout()
        _tell(words.NO_ROOM.say(lang, reason=tell_refusal(error)), name)
        return ExitCode.CANNOT_RUN
    except Exception:  # noqa: BLE001 - whatever it is, the user shall know what to do with it
        return _report_bug(lang)
    return code


def _invoke(program: Group, args: Sequence[str], name: str, lang: Lang) -> int:
    """Run the command; turn what the user did or asked for into an exit code."""
    try:
        width = help_width()
        with program.make_context(name, [*args], obj=Session(lang), terminal_width=width) as ctx:
            result = program.invoke(ctx)
    except typer.Exit as end:
        return end.exit_code
    except NoArgsIsHelpError as error:
        _tell(error.message)
        return ExitCode.WRONG_USAGE
    except (UsageError, WrongUsage) as error:
        _tell_usage(error, name, lang)
        return ExitCode.WRONG_USAGE
    except CannotRun as error:
        _tell(error.say(lang), name)
        return ExitCode.CANNOT_RUN
    except (KeyboardInterrupt, typer.Abort, EOFError):
        _tell(words.INTERRUPTED.say(lang), name)
        return ExitCode.INTERRUPTED
    return result if isinstance(result, int) else ExitCode.OK


def _tell_usage(error: UsageError | WrongUsage, name: str, lang: Lang) -> None:
    """Write how the command is called, what was wrong with the call, and where to read more."""
    command = name
    if error.ctx is not None:
        _tell(error.ctx.get_usage())
        command = error.ctx.command_path
    _tell(explain(error, lang), name)
    _tell(words.READ_MORE.say(lang, command=command))


def _report_bug(lang: Lang) -> int:
    """Write the traceback of the exception at hand, and where to send it."""
    import platform

    _tell(traceback.format_exc())
    _tell(words.BUG.say(lang, version=VERSION, python=platform.python_version()))
    return ExitCode.BUG


def _tell(message: str, name: str = "") -> None:
    """Write a message on stderr: in its lines, or on one line after the program's name.

    What it quotes cannot steer the terminal. Where stderr is closed too, the exit code has to do.
    """
    if name:
        one_line = re.sub(r"\s*[\r\n]+\s*", " ", message).strip()
        message = f"{name}: {one_line}"
    lines = message.rstrip("\n").split("\n")
    with contextlib.suppress(OSError):
        sys.stderr.write("\n".join(map(make_visible, lines)) + "\n")


def _forget_stdout() -> None:
    """Send what is still unwritten nowhere, or Python would fail once more as it ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
