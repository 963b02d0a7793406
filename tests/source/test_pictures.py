"""Pictures of a repository: what can be shown is taken, and nothing else."""

from __future__ import annotations

import base64

import pytest

from fardplan.source.pictures import KINDS, MOST_BYTES, read_picture

BEGINNINGS = {
    ".svg": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff\xe0",
    ".jpeg": b"\xff\xd8\xff\xe1",
    ".gif": b"GIF89a",
    ".webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
}


def test_every_kind_is_taken(tmp_path):
    """Each kind of picture is returned as it is, also where the ending is in capitals."""
    assert BEGINNINGS.keys() == KINDS.keys()
    for ending, data in BEGINNINGS.items():
        for name in (f"a{ending}", f"b{ending.upper()}"):
            (tmp_path / name).write_bytes(data)
            told = f"data:image/{KINDS[ending]};base64,{base64.b64encode(data).decode()}"
            assert read_picture(tmp_path, name) == told


@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize("data", [b"", b"<!DOCTYPE html><p>404</p>", BEGINNINGS[".png"][:4]])
def test_what_is_no_picture_is_refused(tmp_path, ending, data):
    """An error page saved under the name of a picture would show nothing to a reader."""
    (tmp_path / f"a{ending}").write_bytes(data)
    assert read_picture(tmp_path, f"a{ending}") is None


def test_one_kind_under_the_name_of_another(tmp_path):
    """A browser believes what is said of a picture, and shows nothing of one that is another."""
    (tmp_path / "a.png").write_bytes(BEGINNINGS[".jpg"])
    assert read_picture(tmp_path, "a.png") is None


def test_one_that_is_too_large(tmp_path):
    """A picture may hold so much and no more."""
    for size, is_taken in ((MOST_BYTES, True), (MOST_BYTES + 1, False)):
        (tmp_path / "a.gif").write_bytes(BEGINNINGS[".gif"].ljust(size))
        assert (read_picture(tmp_path, "a.gif") is not None) is is_taken
