"""Write the reference in docs/ from the program itself: rules, commands, files.

python -m tools.docs            write it, and take away pages that are no more
python -m tools.docs --check    change nothing; name what is stale, and end with 1
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.command_pages import write_command_pages
from tools.file_pages import write_file_pages
from tools.rule_pages import write_rule_pages

DOCS = Path(__file__).parents[1] / "docs"
GENERATED = ("rules", "files")
"""The folders in which every page is generated."""


def write_reference() -> Mapping[str, str]:
    """Return every generated page by its path in docs/."""
    return {**write_command_pages(), **write_file_pages(), **write_rule_pages()}


def find_stale(folder: Path) -> list[str]:
    """Return the pages that `folder` lacks, holds in another wording or holds without need."""
    pages = write_reference()
    wrong = {name for name, text in pages.items() if _read(folder / name) != text}
    return sorted(wrong | _extra(folder, pages))


def publish(folder: Path) -> int:
    """Bring the pages in `folder` up to date; return how many they are."""
    pages = write_reference()
    for name in _extra(folder, pages):
        (folder / name).unlink()
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
    return len(pages)


def _extra(folder: Path, pages: Mapping[str, str]) -> set[str]:
    there = (path for name in GENERATED for path in (folder / name).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in there} - pages.keys()


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing; only tell")
    if not parser.parse_args().check:
        print(f"docs/: {publish(DOCS)} pages")
        return 0
    stale = find_stale(DOCS)
    for name in stale:
        print(f"docs/{name} is stale. Run: make docs")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
