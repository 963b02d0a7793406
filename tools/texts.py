"""Collect every text of the program for a translator, and write the edited texts back.

    python -m tools.texts export build/texts-en.po           Swedish to English
    python -m tools.texts export build/texts-sv.po --to sv   English to Swedish
    python -m tools.texts import build/texts-en.po

The catalogue is a gettext PO file, which Poedit and every translation service can open. An entry
that is marked as needing work ("fuzzy") is not written back. Nothing at all is written where any
entry cannot be: the reasons are listed with their lines in the file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from fardplan.locales.text import LANGUAGES
from tools.text_catalogue import NotRead, read_catalogue, write_catalogue
from tools.text_source import HOUSE, Uneven, collect
from tools.text_writing import NotWritten, write


def main(args: Sequence[str] | None = None, house: Path = HOUSE) -> int:
    """Do what the arguments ask for; return 0, or 1 where nothing could be done."""
    asked = _parser().parse_args(args)
    try:
        if asked.act == "export":
            number = write_catalogue(collect(house), asked.to, asked.file)
            print(f"{number} texts in {asked.file}")
        else:
            target, edits = read_catalogue(asked.file, collect(house))
            paths = write(edits, target, house)
            print(f"{len(edits)} texts written", *paths, sep="\n  ")
    except (NotRead, NotWritten, Uneven) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("tools.texts", description=(__doc__ or "").split("\n", 1)[0])
    acts = parser.add_subparsers(dest="act", required=True)
    export = acts.add_parser("export", help="collect the texts into a PO file")
    export.add_argument("file", type=Path)
    export.add_argument("--to", choices=LANGUAGES, default="en", help="the language to edit")
    acts.add_parser("import", help="write the edited texts back").add_argument("file", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
