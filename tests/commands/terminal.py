"""A person at a terminal: runs fardplan on a real pseudo-terminal and answers its questions."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

INTERRUPT = "\x03"
_PATIENCE = 60
"""Seconds until a program that neither writes nor ends counts as stuck."""


def converse(
    root: Path, args: Sequence[str], answers: Sequence[str], *, hang_up: bool = False
) -> tuple[int, str]:
    """Run `fardplan args` in a folder; return its exit code and all that stood on the screen.

    Each answer is typed when the program has stopped writing and waits after a prompt, which ends
    in a blank. The answer `INTERRUPT` is Ctrl+C; with `hang_up` the end of input (Ctrl+D) is typed
    after the last answer.
    """
    leader, follower = pty.openpty()
    # A wide screen, so that what is said can be looked for without knowing where lines break.
    environment = {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", "COLUMNS": "500"}
    program = [sys.executable, "-m", "fardplan", *args]
    process = subprocess.Popen(
        program, stdin=follower, stdout=follower, stderr=follower, cwd=root, env=environment,
        close_fds=True,
    )  # fmt: skip
    os.close(follower)
    waiting = [*(f"{answer}\n".encode() for answer in answers), *([b"\x04"] if hang_up else [])]
    screen = b""
    try:
        while piece := _read(leader):
            screen += piece
            if screen.endswith(b" ") and not _has_more(leader):
                assert waiting, f"asked for more: {screen.decode(errors='replace')}"
                _type(leader, process, waiting.pop(0))
        assert not waiting, f"not asked for: {waiting}"
        return process.wait(_PATIENCE), screen.decode().replace("\r\n", "\n")
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def _type(leader: int, process: subprocess.Popen[bytes], keys: bytes) -> None:
    if keys.startswith(INTERRUPT.encode()):
        process.send_signal(signal.SIGINT)
    else:
        os.write(leader, keys)


def _has_more(leader: int) -> bool:
    """Tell whether the program goes on writing: then what it wrote was no prompt."""
    return bool(select.select([leader], [], [], 0.05)[0])


def _read(leader: int) -> bytes:
    if not select.select([leader], [], [], _PATIENCE)[0]:
        raise TimeoutError
    try:
        return os.read(leader, 65_536)
    except OSError:  # Linux ends so when the other side is closed
        return b""
