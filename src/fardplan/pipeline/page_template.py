"""Which template the pages about a roadmap are laid out with."""

from __future__ import annotations

from pathlib import Path

from fardplan.documents.engine import BASE, Template, load_template
from fardplan.source.resources import templates_dir
from fardplan.source.settings import Settings


def find_template(root: Path, settings: Settings, roadmap: str) -> Template:
    """Return the template that the settings name for a roadmap, else the built-in one.

    Raises TemplateFault where there is no such template, or it cannot be used.
    """
    name = settings.templates.get(roadmap) or BASE
    return load_template(name, (root / "templates", templates_dir()))
