"""Judging many homes: where that pays, a second process judges half of them.

Each reads its own half, and of the other only what its rules look into. Who leads where and what
is wanting must be known of all homes before any is judged, so the two first tell each other the
outlines of theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate

from fardplan.pipeline.history import GitArchive
from fardplan.pipeline.kept_verdicts import Row
from fardplan.pipeline.rejudging import Review
from fardplan.rules._outline import Outline
from fardplan.source.cache import Cache
from fardplan.source.collection import Tell, tell_nobody
from fardplan.source.second import Channel, can_share, share

_ENOUGH = 400
"""With fewer files a second process costs as much as it saves."""


def judge_homes(
    review: Review,
    homes: Sequence[str],
    archive: GitArchive,
    cache: Cache,
    tell: tuple[Tell, Tell],
) -> tuple[dict[str, Row], bool]:
    """Judge these homes, and tell whether what the other process read is what the ids are of.

    The two of `tell` are told how many files have been read, and how many homes were judged.
    """
    mine, theirs = _halve(review, homes)
    if not theirs or not can_share():
        return _judge(review, homes, tell[1]), True
    cache.let_go()
    with share(lambda channel: _judge_half(review, theirs, archive, channel)) as channel:
        outlines = _plain(review.share(mine, tell[0]))
        if others := channel.receive():
            review.learn({home: Outline(*parts) for home, parts in others})
            with suppress(BrokenPipeError):
                channel.send(outlines)
        rows = _judge(review, mine, tell[1])
        told = channel.receive()
    if not told:  # it was ended by someone
        return rows | _judge(review, theirs, tell[1]), True
    texts, is_sure, lacks, failed = told
    archive.lacks |= lacks
    archive.failed |= failed
    known = {home: row for home, text in texts if (row := Row.parse(text))}
    return rows | known, is_sure


def _judge_half(
    review: Review, homes: Collection[str], archive: GitArchive, channel: Channel
) -> None:
    """Judge these homes in a second process."""
    channel.send(_plain(review.share(homes, tell_nobody)))
    review.learn({home: Outline(*parts) for home, parts in channel.receive()})
    rows = [(home, review.judge(home).write()) for home in homes]
    channel.send((rows, review.is_sure, archive.lacks, archive.failed))


def _judge(review: Review, homes: Sequence[str], tell: Tell) -> dict[str, Row]:
    rows = {}
    for number, home in enumerate(homes, 1):
        rows[home] = review.judge(home)
        tell(number, len(homes))
    return rows


def _halve(review: Review, homes: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Deal out homes so that both processes get as many files; all to the first if they are few."""
    if sum(map(review.count_files, homes)) < _ENOUGH:
        return homes, ()
    order = [home for family in _find_families(review, homes) for home in family]
    counts = list(accumulate(map(review.count_files, order)))
    middle = bisect_left(counts, counts[-1] / 2) + 1
    return order[:middle], order[middle:]


def _find_families(review: Review, homes: Sequence[str]) -> Collection[Sequence[str]]:
    """Return the homes by those whose roadmap.yaml name each other, as in a county.

    What is named there is likely to be looked into, and should not have to be read twice.
    """
    families = {home: [home] for home in homes}
    for home in homes:
        for other in sorted(review.names_others(home) & families.keys()):
            larger, smaller = sorted((families[home], families[other]), key=len, reverse=True)
            if larger is not smaller:
                larger += smaller
                families |= dict.fromkeys(smaller, larger)
    return {id(family): family for family in families.values()}.values()


def _plain(outlines: Mapping[str, Outline]) -> list[tuple[str, tuple[object, ...]]]:
    return [(home, outline.parts) for home, outline in outlines.items()]
