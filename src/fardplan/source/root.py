"""Where the repository's files begin, and which language its settings name."""

from __future__ import annotations

from pathlib import Path

from fardplan.locales.text import LANGUAGES, Lang
from fardplan.model.paths import CONTENT

SETTINGS = "fardplan.toml"
BASELINE = "fardplan-baseline.yaml"
APPROVALS = "fardplan-approvals.yaml"
JOURNAL = ".fardplan-edit"
"""What an edit keeps beside the roadmaps while it is made, so that it can be undone."""

OWN_FILES = (SETTINGS, BASELINE, APPROVALS)
"""What is read beside the roadmaps."""


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above `start` with settings, else with roadmaps, else it."""
    here = start.resolve()
    above = (here, *here.parents)
    for folder in above:
        if (folder / SETTINGS).is_file():
            return folder
    for folder in above:
        if (folder / CONTENT).is_dir():
            return folder
    return here


def read_language(root: Path) -> Lang | None:
    """Return `language` from the settings in `root`, or None where they are silent or unreadable.

    Says nothing of what is wrong with them: the commands that read all the settings do.
    """
    settings_file = root / SETTINGS
    if not settings_file.is_file():
        return None
    import tomllib  # takes as long as all the rest of the choice

    try:
        settings = tomllib.loads(settings_file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return None
    chosen = settings.get("language")
    return next((lang for lang in LANGUAGES if lang == chosen), None)
