"""The least that a program would have to do: each floor is a process that does that and no more.

    python benchmarks/floors.py NAME [DIR]

Those that go through files print how many there were, so that no work can be left out unseen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield every YAML file below a folder, hidden folders left out."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                yield from _entries(entry.path)
            elif entry.name.endswith(".yaml"):
                yield entry


def _contents(folder: str) -> Iterator[bytes]:
    for entry in _entries(folder):
        with open(entry.path, "rb") as file:  # noqa: PTH123 - the floor does without pathlib
            yield file.read()


def nothing(_: str) -> None:
    """Start Python and end."""


def scan(folder: str) -> None:
    """List every file and ask when it changed."""
    print(sum(entry.stat().st_mtime_ns > 0 for entry in _entries(folder)))


def read(folder: str) -> None:
    """Read every file."""
    print(sum(1 for _ in _contents(folder)))


def blobs(folder: str) -> None:
    """Read every file of HEAD out of git."""
    import subprocess

    os.chdir(folder)
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "-z", "HEAD"], stdout=subprocess.PIPE, check=True
    ).stdout
    lines = [line for line in listed.split(b"\0") if line.endswith(b".yaml")]
    names = b"".join(line.split(None, 3)[2] + b"\n" for line in lines)
    batch = subprocess.run(
        ["git", "cat-file", "--batch"], input=names, stdout=subprocess.PIPE, check=True
    ).stdout
    print(len(lines) if batch else 0)


def events(folder: str) -> None:
    """Read every file and let ruamel's C parser run through its events."""
    from _ruamel_yaml import CParser
    from ruamel.yaml.events import StreamEndEvent

    count = 0
    for content in _contents(folder):
        parser = CParser(content)
        while type(parser.get_event()) is not StreamEndEvent:
            pass
        count += 1
    print(count)


def pyyaml(folder: str) -> None:
    """Read every file and load it with PyYAML's C loader (P)."""
    import importlib

    yaml = importlib.import_module("yaml")
    print(sum(1 for data in _contents(folder) if yaml.load(data, yaml.CSafeLoader) is not None))


def typer(argument: str) -> None:
    """Start a Typer app with a version and one command, the way that fardplan sets it up."""
    import typer as library

    app = library.Typer(add_completion=False, rich_markup_mode=None)

    def show(asked: bool) -> None:
        if asked:
            library.echo("floor 1.0")
            raise library.Exit

    @app.callback()
    def start(
        version: bool = library.Option(False, "--version", is_eager=True, callback=show),
    ) -> None:
        """Do nothing."""
        del version

    @app.command()
    def command() -> None:
        """Do nothing."""

    app([argument])


def model(_: str) -> None:
    """Import pydantic and build one model."""
    from pydantic import BaseModel

    class Model(BaseModel):
        title: str

    print(Model(title="floor"))


def libraries(_: str) -> None:
    """Import what a document is written with."""
    import jinja2
    import markdown_it

    print(jinja2.Environment, markdown_it.MarkdownIt)


FLOORS: dict[str, Callable[[str], None]] = {
    floor.__name__: floor
    for floor in (nothing, scan, read, blobs, events, pyyaml, typer, model, libraries)
}

if __name__ == "__main__":
    FLOORS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")
