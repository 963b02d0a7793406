"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fardplan.commands._output import emit
from fardplan.errors import CannotRun
from fardplan.source.output import write_file


def test_new_file(tmp_path):
    """A new file gets its folders, just the bytes given, and the permissions of the umask."""
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "a" / "b.txt", b"x")
    finally:
        os.umask(before)
    written = tmp_path / "a" / "b.txt"
    assert (written.read_bytes(), stat.S_IMODE(written.stat().st_mode)) == (b"x", 0o640)
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_existing_file(tmp_path):
    """A file that is there keeps its permissions, and a link to it stays a link."""
    old, link = tmp_path / "old", tmp_path / "link"
    old.write_bytes(b"before")
    old.chmod(0o600)
    link.symlink_to(old)
    write_file(link, b"after")
    assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode)) == (b"after", 0o600)
    assert link.is_symlink()


def test_failure_keeps_the_old_file(tmp_path, monkeypatch):
    """Where the writing fails, the old file stands and nothing is left beside it."""
    old = tmp_path / "old"
    old.write_bytes(b"before")

    def fail(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(CannotRun, match="you may not write there"):
        write_file(old, b"after")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old", b"before")]


def test_special_file():
    """What is no plain file is written into, not replaced."""
    write_file(Path(os.devnull), b"x")
    assert Path(os.devnull).is_char_device()


def test_pipe(tmp_path):
    """A pipe gets the bytes, even one that is reached through a name such as /dev/stdout."""
    reader, writer = os.pipe()
    link = tmp_path / "link"
    link.symlink_to(f"/dev/fd/{writer}")
    write_file(link, b"x")
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.read() == b"x"


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (".", "det är en mapp"),
        ("file/x", "en del av sökvägen är en fil, inte en mapp"),
        ("loop", "länken pekar på sig själv"),
        ("x" * 300, "namnet är för långt"),
    ],
)
def test_impossible_place(tmp_path, target, reason):
    """A place that cannot be written is told with the reason, in Swedish too."""
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(CannotRun) as error:
        write_file(tmp_path / target, b"x")
    assert error.value.say("sv") == f"Det går inte att skriva {tmp_path / target}: {reason}."


def test_emit(tmp_path, capfdbinary):
    """A product goes to stdout with a line end, or to the file just as it is, in UTF-8."""
    emit("å")
    emit(b"\x00\xff")
    emit("ä\n", tmp_path / "x")
    emit("ö", Path("-"))
    assert capfdbinary.readouterr().out == "å\n".encode() + b"\x00\xff" + "ö\n".encode()
    assert (tmp_path / "x").read_bytes() == "ä\n".encode()
