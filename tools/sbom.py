"""Write vendored.cdx.json, which names what others have made and fardplan ships as files.

python -m tools.sbom            write it
python -m tools.sbom --check    change nothing; end with 1 where a file is other than it says

The wheel carries it (PEP 770), since no list of installed packages can tell of these files. What
is installed beside fardplan stands in the list that `make dist` makes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
TARGET = HOUSE / "vendored.cdx.json"
VENDORED = "templates/site/search/vendor"
FONTS = "templates/roadmap/*/fonts"


@dataclass(frozen=True, slots=True)
class Vendored:
    """Something of others that is shipped: `files` are the patterns of where it lies."""

    name: str
    version: str
    licence: str
    purl: str
    files: tuple[str, ...]
    about: str


COMPONENTS = (
    Vendored(
        "minisearch", "7.2.0", "MIT", "pkg:npm/minisearch@7.2.0",
        (f"{VENDORED}/minisearch.js",), "Full-text search in the reader's browser",
    ),
    Vendored(
        "snowball-stemmer", "3.0.1", "BSD-3-Clause", "pkg:github/snowballstem/snowball@v3.0.1",
        (f"{VENDORED}/swedish-stemmer.js",), "Swedish word stems",
    ),
    Vendored(
        "source-sans", "3.052", "OFL-1.1", "pkg:github/adobe-fonts/source-sans@3.052R",
        (f"{FONTS}/sans*.ttf", f"{FONTS}/fardplan-sans*.woff2"),
        "Typeface; cut by tools/fonts.py and renamed Fardplan Sans",
    ),
    Vendored(
        "source-serif", "4.005", "OFL-1.1", "pkg:github/adobe-fonts/source-serif@4.005R",
        (f"{FONTS}/serif*.ttf", f"{FONTS}/fardplan-serif*.woff2"),
        "Typeface; cut by tools/fonts.py and renamed Fardplan Serif",
    ),
    Vendored(
        "noto-emoji", "3.002", "OFL-1.1", "pkg:github/googlefonts/noto-emoji@3.002",
        (f"{FONTS}/emoji.ttf",),
        "Emoji in one colour; cut by tools/fonts.py and renamed Fardplan Emoji",
    ),
)  # fmt: skip


def write_sbom() -> str:
    """Return the list in CycloneDX 1.6, with the hash of every file."""
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "fardplan", "bom-ref": "fardplan"}
        },
        "components": [_component(one) for one in COMPONENTS],
        "dependencies": [
            {"ref": "fardplan", "dependsOn": [one.purl for one in COMPONENTS]},
        ],
    }
    return json.dumps(bom, indent=2, ensure_ascii=False) + "\n"


def find_files(component: Vendored) -> list[Path]:
    """Return where a component lies."""
    return sorted(path for pattern in component.files for path in HOUSE.glob(pattern))


def _component(one: Vendored) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "description": one.about,
        "licenses": [{"license": {"id": one.licence}}],
        "purl": one.purl,
        "components": list(_files(one)),
    }


def _files(one: Vendored) -> Iterator[dict[str, object]]:
    for path in find_files(one):
        # In the wheel templates/ lies inside the package.
        name = f"fardplan/{path.relative_to(HOUSE).as_posix()}"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        hashes = [{"alg": "SHA-256", "content": digest}]
        yield {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": hashes}


def main() -> None:
    """Write or check the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    written = write_sbom()
    if not parser.parse_args().check:
        TARGET.write_text(written, encoding="utf-8")
    elif not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != written:
        sys.exit(f"{TARGET.name} is stale: python -m tools.sbom")


if __name__ == "__main__":
    main()
