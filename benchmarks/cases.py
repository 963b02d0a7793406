"""What is measured: each case runs fardplan in turn with what it is compared with."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.checking_cases import again, diff, floors, start, validate
from benchmarks.peer_cases import peers
from benchmarks.publishing_cases import pdf, render, site
from benchmarks.repository import Corpus
from benchmarks.series import Series

CASES: dict[str, Callable[[Corpus, int], Series]] = {
    case.__name__: case for case in (start, floors, validate, again, diff, render, pdf, site, peers)
}
SIZES_OF: dict[str, tuple[str, ...]] = {
    "floors": ("M", "L"),
    "site": ("S",),
    "peers": ("M", "L"),
}
"""The sizes of the cases that are not measured on all; among the peers there are sites too."""

ONCE = frozenset({"start", "render", "pdf"})
"""What is no larger in a larger corpus: measured on the first that there is."""


def cases_of(size: str, wanted: list[str], sizes: list[str]) -> list[str]:
    """Return those of the wanted cases that are measured on a corpus of `size`, one of `sizes`."""
    return [
        case
        for case in wanted
        if size in SIZES_OF.get(case, (size,)) and (case not in ONCE or size == sizes[0])
    ]
