"""The files that come with the program: its templates."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def templates_dir() -> Path:
    """Return the folder of the built-in templates, one folder per document."""
    return _find("templates")


def _find(name: str) -> Path:
    """Return the folder inside the installed package, or at the top of the checkout it runs from.

    Raises FileNotFoundError where neither exists: the package was then built wrongly.
    """
    installed, checkout = _PACKAGE / name, _CHECKOUT / name
    if installed.is_dir():
        return installed
    if (_CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    raise FileNotFoundError(str(installed))
