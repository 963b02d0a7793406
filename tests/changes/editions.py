"""Small editions from YAML for tests, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fardplan.changes._base import Change
from fardplan.changes._compare import compare
from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.source.collection import load

ROADMAP = "roadmap.yaml"
FRONT = "format: 1\ntitle: Färdplan\nprofile: action\nyear: {year}\n"
SHARED = """
format: 1
organisations:
  - {id: regionen, title: Regionen}
  - {id: kumla, title: Kumla kommun}
  - {id: laxa, title: Laxå kommun}
classes:
  - {id: alla-kommuner, title: Länets kommuner, members: [kumla, laxa]}
bodies:
  - {id: socialnamnden, title: Socialnämnden}
  - {id: chefsgruppen, title: Chefsgruppen}
"""

AREA = "title: Hälsa\n"
"""The file of an area, to which a test adds what it is about."""

Files = Mapping[str, str]


@dataclass(frozen=True)
class MemoryTree:
    """Files that only the test knows of."""

    files: Mapping[str, str]
    label: str = "test"

    def paths(self) -> tuple[str, ...]:
        """Return the paths, sorted."""
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        """Return a file's content."""
        return self.files[path].encode()


def front(text: str) -> dict[str, str]:
    """Return a roadmap.yaml with these keys."""
    return {"roadmap.yaml": text + "\n"}


def areas(**titles: str) -> dict[str, str]:
    """Return area files with these titles, and what else is written after a bar."""
    return {
        f"areas/{name.replace('_', '-')}.yaml": "title: " + text.replace(" | ", "\n") + "\n"
        for name, text in titles.items()
    }


def read(files: Files, *, name: str = "lanet", year: int = 2024) -> tuple[Edition, Index]:
    """Return the edition that some files make: a path inside the roadmap, or below roadmaps/.

    The content of roadmap.yaml comes after a title, a profile and the year, unless it says
    `format` itself.
    """
    written = {"roadmaps/organisations.yaml": SHARED}
    for path, text in {ROADMAP: "", **files}.items():
        front = FRONT.format(year=year) if path == ROADMAP and "format:" not in text else ""
        whole = path if path.startswith("roadmaps/") else f"roadmaps/{name}/{path}"
        written[whole] = front + text
    loaded = load(MemoryTree(written), None)
    assert not loaded.faults, loaded.faults
    assert not loaded.misfits, loaded.misfits
    return loaded.collection.editions[name], Index.of(loaded.collection)


def diff(
    old: Files,
    new: Files,
    *,
    years: tuple[int, int] = (2024, 2024),
    names: tuple[str, str] = ("lanet", "lanet"),
) -> tuple[Change, ...]:
    """Return what differs between two sets of files."""
    before, old_index = read(old, name=names[0], year=years[0])
    after, new_index = read(new, name=names[1], year=years[1])
    return compare(before, after, old_index, new_index)


def told(changes: tuple[Change, ...]) -> set[str]:
    """Return each change as "level kind entity/id path"."""
    return {
        " ".join(
            filter(
                None,
                (
                    str(change.level),
                    str(change.kind),
                    f"{change.entity.kind}/{change.entity.id}",
                    "/".join(map(str, change.path)),
                ),
            )
        )
        for change in changes
    }
