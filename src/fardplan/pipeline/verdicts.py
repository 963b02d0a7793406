"""Judging only what has changed: each roadmap's verdict is kept with all that it rests on.

A verdict stands while the roadmap's own files, and the answers to all that its rules asked of
others, are the same. The others may have changed in all that was not asked.
"""

from __future__ import annotations

import hashlib
import json
import os

from fardplan.pipeline.answers import describe_program
from fardplan.pipeline.history import GitArchive
from fardplan.pipeline.kept_verdicts import Row
from fardplan.pipeline.progress import first_half, second_half
from fardplan.pipeline.rejudging import Review
from fardplan.pipeline.sharing import judge_homes
from fardplan.pipeline.states import State
from fardplan.rules._engine import Judging
from fardplan.rules._findings import Finding
from fardplan.source.cache import Cache
from fardplan.source.collection import Tell, tell_nobody
from fardplan.source.contents import find_contents

_KIND = "verdicts-"
_RUN = "/run"
"""The name of the last run that wrote; no folder is called so."""
_MOST_LINES = 4
"""For how many sets of rules and settings verdicts are kept."""


def judge_changed(
    state: State, judging: Judging, archive: GitArchive, cache: Cache, tell: Tell = tell_nobody
) -> list[Finding] | None:
    """Return all findings, sorted; None where it is not known what the files hold.

    What was judged before is judged again only where it may come out otherwise. `tell` is told how
    far that has come.
    """
    contents = find_contents(state.tree)
    if contents is None or not cache.is_kept:
        return None
    line = _KIND + _describe(state, judging)
    kept = cache.read_all(line)
    run = kept.pop(_RUN, None)
    rows = {home: row for home, text in kept.items() if (row := Row.parse(text))}
    review = Review(state, judging, contents, rows, first_half(tell))
    halves = first_half(tell), second_half(tell)
    new, is_sure = judge_homes(review, review.find_stale(), archive, cache, halves)
    rows |= new
    found = review.engine.join({home: rows[home].verdict for home in review.homes})
    gone = kept.keys() - set(review.homes)
    if (new or gone) and is_sure and review.is_sure:
        # A history that could not be read may be there the next time.
        doubtful = archive.lacks or archive.failed
        written = {
            home: None if doubtful and row.verdict.asked else row.write()
            for home, row in new.items()
        }
        entries = {**dict.fromkeys(gone), **written, _RUN: os.urandom(8).hex()}
        cache.replace(line, entries, guard=_RUN, seen=run)
        cache.drop_kinds(_KIND, _MOST_LINES)
    return found


def _describe(state: State, judging: Judging) -> str:
    """Return one name for the rules, the settings, the program and the sort of state."""
    told = (
        describe_program(),
        [one.name for one in judging.rules],
        {name: level and str(level) for name, level in judging.severities.items()},
        judging.link("{rule}"),
        state.commit is not None,
    )
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]
