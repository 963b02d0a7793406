"""Winters that are named by one year ("vintern 2022"), and the two winters that each can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DASH = "[-\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}/]"
_WINTER = re.compile(
    rf"\b(?:vintern|vinter|winter) (?:of )?(?P<y>[0-9]{{4}})(?: ?{_DASH} ?(?P<next>[0-9]{{4}}))?",
    re.IGNORECASE,
)


def name_winters(text: str) -> Iterator[str]:
    """Yield a wording with each winter named by both its years, in every way it can be meant."""
    winter = next((match for match in _WINTER.finditer(text) if not _is_clear(match)), None)
    if winter is None:
        yield text
        return
    year = int(winter["y"])
    before, after = text[: winter.start("y")], text[winter.end("y") :]
    for rest in name_winters(after):
        yield f"{before}{year - 1}/{year}{rest}"
        yield f"{before}{year}/{year + 1}{rest}"


def _is_clear(match: re.Match[str]) -> bool:
    """Tell whether the year after is named too, as in "vintern 2022/2023"."""
    return match["next"] is not None and int(match["next"]) == int(match["y"]) + 1
