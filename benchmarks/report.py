"""The results as Markdown: what was measured with, the targets, the numbers."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.cases import P
from benchmarks.series import Series

_LIBRARIES = ("fardplan", "typer", "pydantic", "ruamel.yaml.clib", "PyYAML")


@dataclass(frozen=True)
class Target:
    """The most that one program may take, as times what another takes; each with its series."""

    text: str
    program: tuple[str, str]
    over: tuple[str, str]
    limit: float


TARGETS = (
    Target(
        "`--version` ÷ a bare Typer app",
        ("start", "fardplan --version"),
        ("start", "Typer --version"),
        1.15,
    ),
    Target(
        "`--help` ÷ a bare Typer app", ("start", "fardplan --help"), ("start", "Typer --help"), 1.15
    ),
    Target("`validate` M ÷ P", ("validate M", "fardplan validate"), ("validate M", P), 1.5),
    Target("`validate` L ÷ P", ("validate L", "fardplan validate"), ("validate L", P), 1.0),
    Target(
        "`diff` of the same 23 changes, L ÷ M",
        ("diff L", "fardplan diff"),
        ("diff M", "fardplan diff"),
        1.3,
    ),
    Target(
        "`render` to HTML ÷ pandoc",
        ("render S", "fardplan render, html"),
        ("render S", "pandoc"),
        1.5,
    ),
)


MOST_MEMORY = 400
"""MiB that `validate` may take for every region and municipality in Sweden."""


def write_report(measured: Mapping[str, Series]) -> str:
    """Return the whole report."""
    lines = [
        "# Benchmarks", "",
        "Written by `make bench`. Each program runs in turn with the floors that it is compared",
        "with, several rounds; the numbers are medians. Trust ratios within one report more than",
        "seconds. P is a process that reads the same files and loads them with PyYAML's C loader.",
        "What takes less memory than the measuring itself is shown with as much as that.",
        "",
        *_machine(), "", "## Ratios", "", *_targets(measured), "", "## Numbers", "",
        *_numbers(measured), "",
    ]  # fmt: skip
    return "\n".join(lines)


def _machine() -> Iterator[str]:
    git = subprocess.run(["git", "--version"], stdout=subprocess.PIPE, check=True).stdout.decode()
    installed = (f"{name} {version}" for name in _LIBRARIES if (version := _version(name)))
    yield f"* {datetime.now(UTC):%Y-%m-%d}"
    yield f"* {_processor()}, {os.cpu_count()} cores, {platform.system()}"
    yield f"* Python {platform.python_version()}, {git.strip()}"
    yield f"* {', '.join(installed)}"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    if about.exists():
        for line in about.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _targets(measured: Mapping[str, Series]) -> Iterator[str]:
    yield "| what | measured | processor time | must hold |"
    yield "|---|--:|--:|--:|"
    for target in TARGETS:
        ratios = _ratios(target, measured)
        if ratios is not None:
            verdict = "" if ratios[0] <= target.limit else " (missed)"
            yield (
                f"| {target.text} | {ratios[0]:.2f} | {ratios[1]:.2f} "
                f"| ≤ {target.limit:g}{verdict} |"
            )
    if large := measured.get("validate L"):
        peak = large.peak("fardplan validate")
        verdict = "" if peak <= MOST_MEMORY else " (missed)"
        yield f"| memory of `validate` L, MiB | {peak:.0f} | | ≤ {MOST_MEMORY}{verdict} |"


def _ratios(target: Target, measured: Mapping[str, Series]) -> tuple[float, float] | None:
    """Return the ratio in time and in processor time; None where one side was not measured."""
    (title, name), (other_title, other_name) = target.program, target.over
    series, other = measured.get(title), measured.get(other_title)
    if not series or not other or other_name not in other.runs:
        return None
    if series is other:
        return series.ratio(name, other_name), series.ratio(name, other_name, cpu=True)
    return series.wall(name) / other.wall(other_name), series.cpu(name) / other.cpu(other_name)


def _numbers(measured: Mapping[str, Series]) -> Iterator[str]:
    yield "| | program | seconds | processor | memory, MiB | first ÷ this | rounds |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for series in measured.values():
        first = next(iter(series.runs))
        for name, runs in series.runs.items():
            yield (
                f"| {series.title} | {name} | {series.wall(name):.3f} | {series.cpu(name):.3f} "
                f"| {series.peak(name):.0f} | {series.ratio(first, name):.2f} | {len(runs)} |"
            )
