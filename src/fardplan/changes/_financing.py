"""How an activity is paid: sums by source and year, so that the rows may be written in any way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._levels import UNDECIDED
from fardplan.changes._money import amount_of, compare_amounts
from fardplan.changes._references import kinds_of
from fardplan.changes._scope import Scope
from fardplan.changes._values import Amount
from fardplan.changes._walk import compare_keys
from fardplan.model.projektplan import Financing
from fardplan.model.steering_terms import FundingKind

_Key = tuple[str, str, str]


@dataclass(slots=True, eq=False)
class _Post:
    """The money from one source in one year, for one party."""

    rows: list[Financing] = field(default_factory=list)

    @property
    def amount(self) -> Amount | None:
        """The sum of the rows that give one, in kronor."""
        sums = [amount_of(row.amount, row.unit) for row in self.rows]
        given = [each.sek for each in sums if each is not None]
        return Amount(sum(given[1:], given[0])) if given else None

    @property
    def year(self) -> int | None:
        """The year, which the rows share."""
        return self.rows[0].year


def compare_financing(
    old: tuple[Financing, ...], new: tuple[Financing, ...], scope: Scope
) -> Iterator[Change]:
    """Compare what money pays for the work, per source and year."""
    before, after = _posts(old, scope, old=True), _posts(new, scope, old=False)
    for key in sorted(before.keys() & after.keys()):
        yield from _compare_posts(before[key], after[key], scope)
    gone = [before[key] for key in sorted(before.keys() - after.keys())]
    come = [after[key] for key in sorted(after.keys() - before.keys())]
    for year in sorted({post.year or 0 for post in (*gone, *come)}):
        olds = [post for post in gone if (post.year or 0) == year]
        news = [post for post in come if (post.year or 0) == year]
        yield from _compare_year(olds, news, scope)


def _compare_year(old: list[_Post], new: list[_Post], scope: Scope) -> Iterator[Change]:
    """Compare what only one version has for a year: other sources, or money that came or went.

    Sources that give the same sum are taken for one another first; the rest is taken together, so
    that money still to be found ("undecided") may come from several sources.
    """
    gone, come = list(old), list(new)
    for was in old:
        twin = next((post for post in come if post.amount and post.amount == was.amount), None)
        if twin:
            yield from _tell_exchange([was], [twin], scope)
            gone.remove(was)
            come.remove(twin)
    if gone and come:
        yield from _tell_exchange(gone, come, scope)
        return
    for post in gone:
        yield from _tell(post, scope, old=True)
    for post in come:
        yield from _tell(post, scope, old=False)


def _posts(rows: tuple[Financing, ...], scope: Scope, *, old: bool) -> dict[_Key, _Post]:
    posts: dict[_Key, _Post] = {}
    for row in rows:
        source = f"kind {row.kind}"
        if row.source:
            targets = scope.run.references.targets(row.source, ("funding",), old=old)
            source = "/".join(min(targets))
        party = ""
        if row.party:
            kinds = kinds_of(Financing, "party")
            party = "/".join(min(scope.run.references.targets(row.party, kinds, old=old)))
        posts.setdefault((source, str(row.year or ""), party), _Post()).rows.append(row)
    return posts


def _tell_exchange(old: list[_Post], new: list[_Post], scope: Scope) -> Iterator[Change]:
    """Tell that the money comes from other sources, or that another party pays it."""
    before, after = _sources(old, scope, old=True), _sources(new, scope, old=False)
    total_before, total_after = _total(old), _total(new)
    told = old if total_after is None and total_before else new
    here = _at(scope, *told, old=told is old)
    if before != after:
        kind = ChangeKind.FINANCING_SOURCE_CHANGED
        yield here.change(kind, before, after, amount=total_after)
    yield from compare_amounts(total_before, total_after, here, _case(old))
    if len(old) == len(new) == 1:
        yield from _compare_rows(old[0], new[0], here, "party", "purpose", "text")


def _compare_posts(old: _Post, new: _Post, scope: Scope) -> Iterator[Change]:
    """Compare the money from one source in one year."""
    here = _at(scope, new)
    explained = here.noting(reason=_new_text(old, new))
    yield from compare_amounts(old.amount, new.amount, explained, _case([old]))
    if len(old.rows) == len(new.rows):
        yield from _compare_rows(old, new, here, "kind", "purpose", "text")
    elif old.amount == new.amount:
        yield here.change(ChangeKind.METADATA_CHANGED, tuple(old.rows), tuple(new.rows))


def _new_text(old: _Post, new: _Post) -> str | None:
    """Return what is said anew of the money, which tells why the sum is another."""
    before, after = ([row.text for row in post.rows if row.text] for post in (old, new))
    told = [text for text in after if text not in before]
    return told[0] if len(told) == 1 else None


def _compare_rows(old: _Post, new: _Post, scope: Scope, *keys: str) -> Iterator[Change]:
    for before, after in zip(old.rows, new.rows, strict=False):
        yield from compare_keys(before, after, scope, *keys)


def _tell(post: _Post, scope: Scope, *, old: bool) -> Iterator[Change]:
    """Tell of money that came or went, or of a row that gives no sum."""
    here = _at(scope, post, old=old)
    if post.amount is not None:
        before, after = (post.amount, None) if old else (None, post.amount)
        yield from compare_amounts(before, after, here, _case([post]))
    else:
        source = _sources([post], scope, old=old)
        pair_of_sources = (source, None) if old else (None, source)
        yield here.change(ChangeKind.FINANCING_SOURCE_CHANGED, *pair_of_sources)


def _case(old: list[_Post]) -> str | None:
    """Return whether the money was only wished for, so that less of it breaks no promise."""
    kinds = {row.kind if not row.source else None for post in old for row in post.rows}
    return UNDECIDED if kinds == {FundingKind.UNDECIDED} else None


def _total(posts: list[_Post]) -> Amount | None:
    given = [post.amount.sek for post in posts if post.amount is not None]
    return Amount(sum(given[1:], given[0])) if given else None


def _sources(posts: list[_Post], scope: Scope, *, old: bool) -> object:
    """Return where money comes from: a reference or a kind, or several of them."""
    show = scope.run.references.show
    rows = [post.rows[0] for post in posts]
    sources = [show(row.source, ("funding",), old=old) if row.source else row.kind for row in rows]
    return sources[0] if len(sources) == 1 else tuple(sources)


def _at(scope: Scope, *posts: _Post, old: bool = False) -> Scope:
    row = posts[0].rows[0]
    source = (row.source or row.kind) if len(posts) == 1 else None
    route = [str(part) for part in (source, row.year) if part]
    return scope.at(*route).noting(source=_sources(list(posts), scope, old=old), year=row.year)
