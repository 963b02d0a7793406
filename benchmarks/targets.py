"""What must hold, as ratios within one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.programs import P
from benchmarks.series import Series

Measured = Mapping[str, Series]
Ratio = tuple[float, float]
"""In time and in processor time."""


@dataclass(frozen=True)
class Target:
    """The most that one program may take, as times what another takes; each with its series.

    A series without a size is the only one of its case. With `faster` it is turned around: how
    many times the other's time the program must at least save.
    """

    text: str
    program: tuple[str, str]
    over: tuple[str, str]
    limit: float
    faster: bool = False
    less: str = ""
    """A program of the same series whose time is taken off first."""

    def measure(self, measured: Measured) -> Ratio | None:
        """Return the ratio; None where one side was not measured."""
        (title, name), (other_title, other_name) = self.program, self.over
        one, other = find_series(measured, title), find_series(measured, other_title)
        if not one or not other or name not in one.runs or other_name not in other.runs:
            return None
        if self.faster:
            one, name, other, other_name = other, other_name, one, name
        if self.less:
            spent, cpu = (figure(name) - figure(self.less) for figure in (one.wall, one.cpu))
            return spent / other.wall(other_name), cpu / other.cpu(other_name)
        if one is other:
            return one.ratio(name, other_name), one.ratio(name, other_name, cpu=True)
        return one.wall(name) / other.wall(other_name), one.cpu(name) / other.cpu(other_name)

    def holds(self, ratio: float) -> bool:
        """Tell whether that is good enough."""
        return ratio >= self.limit if self.faster else ratio <= self.limit


def find_series(measured: Measured, title: str) -> Series | None:
    """Return the series of that title, or the only one of that case."""
    if title in measured:
        return measured[title]
    of_case = [series for name, series in measured.items() if name.split()[0] == title]
    return of_case[0] if len(of_case) == 1 else None


def _against_peers(size: str, ours: str, peer: str, limit: float, what: str) -> Target:
    text = f"{what} {size}, times faster than {peer}"
    return Target(text, (f"peers {size}", ours), (f"peers {size}", peer), limit, faster=True)


_VALIDATE, _SITE = "fardplan validate", "fardplan site"
_AGAIN, _ONE, _STAGED = "nothing changed", "one file changed", "one file staged"

TARGETS = (
    Target(
        "`--version` ÷ a bare Typer app",
        ("start", "fardplan --version"), ("start", "Typer --version"), 1.15,
    ),
    Target(
        "`--help` ÷ a bare Typer app",
        ("start", "fardplan --help"), ("start", "Typer --help"), 1.15,
    ),
    Target("`validate` M ÷ P", ("validate M", _VALIDATE), ("validate M", P), 1.5),
    Target("`validate` L ÷ P", ("validate L", _VALIDATE), ("validate L", P), 1.0),
    _against_peers("M", _VALIDATE, "check-jsonschema", 8, "`validate`"),
    _against_peers("L", _VALIDATE, "check-jsonschema", 20, "`validate`"),
    _against_peers("M", _VALIDATE, "doorstop -F", 4, "`validate`"),
    _against_peers("M", _VALIDATE, "strictdoc", 15, "`validate`"),
    Target(
        "`validate` M again, nothing changed ÷ `--version`",
        ("again M", _AGAIN), ("again M", "fardplan --version"), 1.8,
    ),
    Target(
        "`validate` L again, nothing changed ÷ `git status`",
        ("again L", _AGAIN), ("again L", "git status"), 6,
    ),
    Target(
        "`validate` L again, one file changed ÷ nothing changed",
        ("again L", _ONE), ("again L", _AGAIN), 1.5,
    ),
    Target(
        "`validate` M again, one file changed − nothing changed ÷ pydantic and one model",
        ("again M", _ONE), ("again M", "import pydantic, one model"), 1.2, less=_AGAIN,
    ),
    Target(
        "`validate --staged` of one file, L ÷ nothing changed",
        ("again L", _STAGED), ("again L", _AGAIN), 1.5,
    ),
    Target(
        "`diff` of the same 23 changes, L ÷ M",
        ("diff L", "fardplan diff"), ("diff M", "fardplan diff"), 1.3,
    ),
    _against_peers("M", "fardplan diff", "strictdoc, diff of two commits", 60, "`diff`"),
    Target(
        "`render` to HTML ÷ pandoc",
        ("render", "fardplan render, html"), ("render", "pandoc"), 1.5,
    ),
    Target(
        "PDF ÷ Typst alone", ("pdf", "fardplan render, pdf"), ("pdf", "Typst alone"), 1.1,
    ),
    _against_peers("M", _SITE, "mkdocs-material", 2, "`site`"),
    _against_peers("L", _SITE, "mkdocs-material", 8, "`site`"),
    _against_peers("M", _SITE, "strictdoc", 8, "`site`"),
    Target(
        "`site` M, one file changed, times faster than strictdoc, one document changed",
        ("peers M", _ONE), ("peers M", "strictdoc, one document changed"), 8, faster=True,
    ),
)  # fmt: skip

MOST_MEMORY = 400
"""MiB that `validate` and `site` may take for every region and municipality in Sweden."""

MOST_GROWTH = 1.25
"""How many times more one more file may cost in a large repository than in a small one."""
