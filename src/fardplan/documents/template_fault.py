"""What is wrong with a template."""

from __future__ import annotations

from fardplan.errors import CannotRun


class TemplateFault(CannotRun):
    """A template that is missing or cannot be used; `say(lang)` tells which, where and why."""
