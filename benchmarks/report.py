"""The results as Markdown: what was measured with, the targets, the numbers."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.peers import NAMES, PEERS
from benchmarks.programs import P
from benchmarks.targets import MOST_GROWTH, MOST_MEMORY, TARGETS, Measured

_LIBRARIES = ("fardplan", "typer", "pydantic", "ruamel.yaml.clib", "PyYAML")


def write_report(measured: Measured, files: Mapping[str, int]) -> str:
    """Return the whole report; `files` is how many there are in a corpus of each size."""
    lines = [
        "# Benchmarks", "",
        "Written by `make bench`. Each program runs in turn with the floors that it is compared",
        "with, several rounds; the numbers are medians. Trust ratios within one report more than",
        "seconds. P is a process that reads the same files and loads them with PyYAML's C loader.",
        "What takes less memory than the measuring itself is shown with as much as that.",
        "",
        *_machine(), "", "## Ratios", "", *_targets(measured), "",
        "## Growth", "",
        "Processor time of one more file.", "",
        *_growth(measured, files), "", "## Numbers", "",
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
    beside = importlib.metadata.distributions(path=[str(one) for one in PEERS.glob("lib/*/*")])
    peers = {one.name: one.version for one in beside if one.name in NAMES}
    if peers:
        yield f"* {', '.join(f'{name} {peers[name]}' for name in NAMES if name in peers)}"


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


def _targets(measured: Measured) -> Iterator[str]:
    yield "| what | measured | processor time | must hold |"
    yield "|---|--:|--:|--:|"
    for target in TARGETS:
        if (ratio := target.measure(measured)) is not None:
            sign = "≥" if target.faster else "≤"
            verdict = "" if target.holds(ratio[0]) else " (missed)"
            told = f"{ratio[0]:.2f} | {ratio[1]:.2f}"
            yield f"| {target.text} | {told} | {sign} {target.limit:g}{verdict} |"
    for title, name in (("validate L", "fardplan validate"), ("peers L", "fardplan site")):
        if large := measured.get(title):
            peak = large.peak(name)
            verdict = "" if peak <= MOST_MEMORY else " (missed)"
            what = f"memory of `{name.split()[1]}` L, MiB"
            yield f"| {what} | {peak:.0f} | | ≤ {MOST_MEMORY}{verdict} |"


GROWING = (
    ("validate", "fardplan validate"),
    ("validate", P),
    ("again", "nothing changed"),
    ("again", "one file changed"),
    ("diff", "fardplan diff"),
)


def _growth(measured: Measured, files: Mapping[str, int]) -> Iterator[str]:
    """Yield what one more file costs between S and M, and between M and L."""
    yield "| | program | S to M | M to L | grows |"
    yield "|---|---|--:|--:|--:|"
    for case, name in GROWING:
        walls = {size: _cpu(measured, f"{case} {size}", name) for size in files}
        if set(files) == {"S", "M", "L"} and None not in walls.values():
            small, medium, large = (walls[size] or 0.0 for size in "SML")
            one = (medium - small) / (files["M"] - files["S"]) * 1e6
            other = (large - medium) / (files["L"] - files["M"]) * 1e6
            verdict = " (a defect)" if one > 0 and other > MOST_GROWTH * one else ""
            grows = f"{other / one:.2f}{verdict}" if one > 0 else ""
            yield f"| {case} | {name} | {one:.0f} µs | {other:.0f} µs | {grows} |"


def _cpu(measured: Measured, title: str, name: str) -> float | None:
    series = measured.get(title)
    return series.cpu(name) if series and name in series.runs else None


def _numbers(measured: Measured) -> Iterator[str]:
    yield "| | program | seconds | processor | memory, MiB | first ÷ this | rounds |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for series in measured.values():
        first = next(iter(series.runs))
        for name, runs in series.runs.items():
            yield (
                f"| {series.title} | {name} | {series.wall(name):.3f} | {series.cpu(name):.3f} "
                f"| {series.peak(name):.0f} | {series.ratio(first, name):.2f} | {len(runs)} |"
            )
