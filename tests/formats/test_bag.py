"""Bags in zip files: what an independent reader makes of them."""

from __future__ import annotations

import io
import zipfile

import bagit
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fardplan.formats._bag import pack_bag

PAYLOAD = {"b.txt": b"bb", "a/å ä ö.txt": b"a", "tom": b""}
ABOUT = (("Source-Organization", "Region  Örebro\nlän"), ("Contact-Name", " "))


def _unpack(data, folder):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        file.extractall(folder)
    return bagit.Bag(str(folder / "plan-1.0"))


def test_another_reader_takes_it(tmp_path):
    """The reader of the Library of Congress finds the bag complete and valid."""
    bag = _unpack(pack_bag("plan-1.0", PAYLOAD, ABOUT), tmp_path)
    assert bag.is_valid()
    assert bag.version_info == (1, 0)
    assert bag.algorithms == ["sha256"]
    assert set(bag.payload_files()) == {f"data/{path}" for path in PAYLOAD}
    assert bag.info == {"Source-Organization": "Region Örebro län", "Payload-Oxum": "3.3"}


@pytest.mark.parametrize("path", ["data/b.txt", "bag-info.txt"])
def test_a_changed_file_is_found_out(path, tmp_path):
    """One changed byte, in the payload or in what tells of it, makes the bag invalid."""
    bag = _unpack(pack_bag("plan-1.0", PAYLOAD, ABOUT), tmp_path)
    file = tmp_path / "plan-1.0" / path
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(bagit.BagValidationError):
        bag.validate()


def test_same_bytes():
    """The same files give the same bytes, in whatever order they come."""
    backwards = dict(reversed(PAYLOAD.items()))
    assert pack_bag("plan-1.0", PAYLOAD, ABOUT) == pack_bag("plan-1.0", backwards, ABOUT)


def test_nothing_tells_when_or_by_whom():
    """All entries bear the same day, and plain rights to read."""
    with zipfile.ZipFile(io.BytesIO(pack_bag("plan-1.0", PAYLOAD))) as file:
        told = {(one.date_time, one.external_attr >> 16, one.compress_type, one.comment)
                for one in file.infolist()}  # fmt: skip
    assert told == {((1980, 1, 1, 0, 0, 0), 0o644, zipfile.ZIP_STORED, b"")}


NAMES = st.text(st.sampled_from("aå%\n\r0A "), min_size=1, max_size=6).filter(
    lambda name: name.strip() == name
)


@given(NAMES, st.binary(max_size=20))
@settings(max_examples=30)
def test_any_name(name, data):
    """Whatever a file is called, its line in the manifest is one line and leads to it."""
    packed = pack_bag("plan-1.0", {name: data})
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        manifest = file.read("plan-1.0/manifest-sha256.txt").decode()
    assert manifest.count("\n") == 1
    written = manifest.rstrip("\n").partition("  ")[2]
    decoded = written.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert decoded == f"data/{name}"
