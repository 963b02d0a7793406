from __future__ import annotations

import pytest

from fardplan.errors import CannotRun
from fardplan.source.rewriting import CHANGED_MEANWHILE, PROTECTED, rewrite_file


def test_rewrite(tmp_path):
    """A file is replaced and keeps its permissions."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    rewrite_file(tmp_path, "a.yaml", b"old", b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)


@pytest.mark.parametrize(
    ("held", "mode", "text"),
    [(b"else", 0o644, CHANGED_MEANWHILE), (b"old", 0o444, PROTECTED)],
)
def test_refuse(tmp_path, held, mode, text):
    """What someone has changed meanwhile, or protected, is left as it is."""
    file = tmp_path / "a.yaml"
    file.write_bytes(held)
    file.chmod(mode)
    with pytest.raises(CannotRun) as caught:
        rewrite_file(tmp_path, "a.yaml", b"old", b"new")
    assert caught.value.say("sv") == text.say("sv", path="a.yaml")
    assert file.read_bytes() == held


def test_refuse_what_is_gone(tmp_path):
    """A file that someone has deleted meanwhile does not come back."""
    with pytest.raises(CannotRun):
        rewrite_file(tmp_path, "a.yaml", b"old", b"new")
    assert not (tmp_path / "a.yaml").exists()
