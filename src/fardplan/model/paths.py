"""Where the files of roadmaps lie, as paths from the repository's root."""

from __future__ import annotations

from typing import Final

CONTENT: Final = "roadmaps"
"""The folder of all roadmaps, and of the files that they share."""

ORGANISATIONS: Final = f"{CONTENT}/organisations.yaml"
GLOSSARY: Final = f"{CONTENT}/glossary.yaml"


def path_in(roadmap: str, document: str) -> str:
    """Return the path of one of a roadmap's files, such as `roadmap.yaml` or `goals/x.yaml`."""
    return f"{CONTENT}/{roadmap}/{document}"
