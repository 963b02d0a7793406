"""The error that says why a file was not changed."""

from __future__ import annotations

from fardplan.model.refusal import Refused


class CannotEdit(Refused):
    """A change that cannot be made without changing something else; nothing has been changed."""
