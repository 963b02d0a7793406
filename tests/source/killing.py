"""Ends fardplan by force at every write, and looks at what it leaves.

Run as a program of its own, which has but one thread and may fork: the children start at once.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_WRITES = frozenset(
    {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"}
)
Files = dict[str, str]


@dataclass(frozen=True)
class Cut:
    """One run that was ended: at which event, what it left, what the next command made of it."""

    event: str
    left: Files
    then: Files
    said: str


def kill_at_every_write(
    root: Path, args: Sequence[str], after: Sequence[str], step: int = 1
) -> list[Cut]:
    """Run `fardplan args` on copies of a folder, each time ended before one more write.

    After each, `fardplan after` is run there. The last run of all is not ended, and not returned.
    With another `step` some of the writes are passed over.
    """
    told = [str(root), json.dumps([*args]), json.dumps([*after]), str(step)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.source.killing", *told],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [Cut(**one) for one in json.loads(done.stdout)]


def read_all(root: Path) -> Files:
    """Return all files but git's, by path, hidden ones too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape")
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def _main(root: Path, args: list[str], after: list[str], step: int) -> None:
    import fardplan.cli  # once, for all the children

    del fardplan
    cuts: list[Cut] = []
    while True:
        copy = root.with_name(f"{root.name}-{len(cuts)}")
        shutil.copytree(root, copy, symlinks=True)
        event = _run(copy, args, len(cuts) * step + 1)
        if event is None:
            break
        left = read_all(copy)
        _run(copy, after, None)
        said = (copy.parent / "said").read_text("utf-8")
        cuts.append(Cut(event, left, read_all(copy), said))
        shutil.rmtree(copy)
    print(json.dumps([cut.__dict__ for cut in cuts]))  # noqa: T201 - to the parent


def _run(root: Path, args: list[str], last: int | None) -> str | None:
    """Run a command in a child; return the event before which it was ended, or None."""
    child = os.fork()
    if child == 0:
        _be_child(root, args, last)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return (root.parent / "event").read_text("utf-8")
    assert os.WEXITSTATUS(status) == 0, (root.parent / "said").read_text("utf-8")
    return None


def _be_child(root: Path, args: list[str], last: int | None) -> None:
    from fardplan.cli import app

    os.chdir(root)
    screen = os.open(root.parent / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    note = os.open(root.parent / "event", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(screen, 1)
    os.dup2(screen, 2)
    if last is not None:
        _watch(str(root), last, note)
    code: object = 70
    try:
        app(args, prog_name="fardplan")
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 70)


def _watch(root: str, last: int, note: int) -> None:
    """End this program by force before the `last` of its writes below a folder.

    The data of a file is written after it is opened: to be ended after that and to be ended before
    the next event leave the same but for how much of the data is there.
    """
    seen = 0

    def end_at(event: str) -> None:
        nonlocal seen
        seen += 1
        if seen == last:
            os.write(note, event.encode())
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, args: tuple[object, ...]) -> None:
        writes = event in _WRITES or (event == "open" and _for_writing(args))
        if writes and os.path.abspath(os.fsdecode(args[0])).startswith(root):  # type: ignore[arg-type]  # noqa: PTH100
            end_at(event)

    real = os.fsync

    def cut_fsync(descriptor: int) -> None:
        end_at("fsync")
        real(descriptor)

    os.fsync = cut_fsync  # type: ignore[assignment]
    sys.addaudithook(hook)


def _for_writing(args: tuple[object, ...]) -> bool:
    flags = args[2] if len(args) > 2 else 0
    return (
        isinstance(args[0], str | bytes)
        and isinstance(flags, int)
        and bool(flags & (os.O_WRONLY | os.O_RDWR))
    )


if __name__ == "__main__":
    _main(Path(sys.argv[1]), json.loads(sys.argv[2]), json.loads(sys.argv[3]), int(sys.argv[4]))
