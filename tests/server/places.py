"""A small repository to preview, and the ways in which its files go bad."""

from __future__ import annotations

from pathlib import Path

ROADMAP = """\
format: 1
title: Länets färdplan
year: 2024
version: "1.0"
status: draft
profile: direction
language: sv
owners: [regionen]
purpose: Syftet är kort.
"""
ORGANISATIONS = """\
format: 1
organisations:
  - id: regionen
    title: Region Prov
    kind: region
"""
AREA = "title: Trygg hemma\nintroduction: Text om att vara trygg.\n"
GOAL = "title: Alla kommer hem\narea: trygg-hemma\n"
BROKEN = 'title: "Alla kommer hem\narea: trygg-hemma\n'


def write(root: Path, path: str, text: str) -> None:
    """Write a file of the repository."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def make_repository(root: Path) -> Path:
    """Write a roadmap with an area and a goal, and return the folder."""
    write(root, "fardplan.toml", 'language = "sv"\n')
    write(root, "roadmaps/organisations.yaml", ORGANISATIONS)
    write(root, "roadmaps/lanet/roadmap.yaml", ROADMAP)
    write(root, "roadmaps/lanet/areas/trygg-hemma.yaml", AREA)
    write(root, "roadmaps/lanet/goals/hem.yaml", GOAL)
    return root
