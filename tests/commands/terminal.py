"""A person at a terminal: runs fardplan on a real pseudo-terminal and answers its questions."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_PATIENCE = 60
"""Seconds until a program that neither writes nor ends counts as stuck."""


def converse(
    root: Path, args: Sequence[str], answers: Sequence[str], *, hang_up: bool = False
) -> tuple[int, str]:
    """Run `fardplan args` in a folder; return its exit code and all that stood on the screen.

    Each answer is typed when the program has stopped writing and waits after a prompt, which ends
    in a blank. With `hang_up` the end of input (Ctrl+D) is typed after the last answer.
    """
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    program = [sys.executable, "-m", "fardplan", *args]
    process = subprocess.Popen(
        program, stdin=follower, stdout=follower, stderr=follower, cwd=root, env=environment,
        close_fds=True,
    )  # fmt: skip
    os.close(follower)
    waiting = [*(f"{answer}\n".encode() for answer in answers), *([b"\x04"] if hang_up else [])]
    screen = b""
    try:
        while True:
            ready, _, _ = select.select([leader], [], [], _PATIENCE)
            if not ready:
                raise TimeoutError(screen.decode(errors="replace"))
            piece = _read(leader)
            if not piece:
                break
            screen += piece
            if screen.endswith(b" ") and waiting:
                os.write(leader, waiting.pop(0))
    finally:
        process.kill() if process.poll() is None and waiting else None
        code = process.wait(_PATIENCE)
        os.close(leader)
    return code, screen.decode().replace("\r\n", "\n")


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65_536)
    except OSError:  # Linux ends so when the other side is closed
        return b""
