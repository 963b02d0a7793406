"""What the shell suggests for arguments and options, asked for at every press of Tab.

Nothing here says a word: whatever goes wrong, there are no suggestions.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from fardplan.commands._usage import words_of
from fardplan.locales.text import Lang
from fardplan.model.paths import CONTENT
from fardplan.source.root import find_root

_SAFE = re.compile(r"[\w.@~+,-][\w./@~+,-]*")
"""What every shell takes as one word; other ids are no ids."""
_HARMFUL = str.maketrans(
    {'"': "”", "'": "’", "`": "’", "$": "S", "\\": "/", "[": "(", "]": ")", "|": "/", ";": ","}
)
"""The characters of a title that mean something to a shell."""

Pairs = list[tuple[str, str]]


def _quietly(
    suggest: Callable[[typer.Context, str], Iterable[tuple[str, str]]],
) -> Callable[[typer.Context, list[str], str], Pairs]:
    """Make what the shell asks of a function: safe words, and silence where something is wrong."""

    def answer(ctx: typer.Context, args: list[str], incomplete: str) -> Pairs:
        del args
        try:
            found = dict(suggest(ctx, incomplete))
        except Exception:  # noqa: BLE001 - a Tab must never disturb what is being written
            return []
        return [(word, _tame(about)) for word, about in found.items() if _SAFE.fullmatch(word)]

    return answer


@_quietly
def roadmaps(ctx: typer.Context, _: str) -> Iterable[tuple[str, str]]:
    """Suggest roadmaps."""
    from fardplan.pipeline.suggesting import suggest_roadmaps

    return suggest_roadmaps(_root(ctx))


@_quietly
def entities(ctx: typer.Context, _: str) -> Iterable[tuple[str, str]]:
    """Suggest everything that has an id."""
    from fardplan.pipeline.suggesting import suggest_entities

    return suggest_entities(_root(ctx), _lang(ctx))


@_quietly
def activities_without_plan(ctx: typer.Context, _: str) -> Iterable[tuple[str, str]]:
    """Suggest activities that lack a projektplan."""
    from fardplan.pipeline.suggesting import suggest_without_plan

    return suggest_without_plan(_root(ctx))


@_quietly
def versions(ctx: typer.Context, _: str) -> Iterable[tuple[str, str]]:
    """Suggest the versions of the roadmap that is named before."""
    from fardplan.pipeline.suggesting import suggest_versions

    return suggest_versions(_root(ctx), _home(ctx) or "", _lang(ctx))


@_quietly
def rules(ctx: typer.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    """Suggest rules, also after others and a comma."""
    from fardplan.pipeline.suggesting import suggest_rules

    before = incomplete.rpartition(",")[0]
    start = f"{before}," if before else ""
    return ((f"{start}{name}", about) for name, about in suggest_rules(_lang(ctx)))


def of_kind(*kinds: str) -> Callable[[typer.Context, list[str], str], Pairs]:
    """Return what suggests things of these kinds by their ids in the roadmap named before."""

    @_quietly
    def suggest(ctx: typer.Context, _: str) -> Iterable[tuple[str, str]]:
        from fardplan.pipeline.suggesting import suggest_entities

        return suggest_entities(_root(ctx), _lang(ctx), kinds, _home(ctx))

    return suggest


def terms(model: str, key: str) -> Callable[[typer.Context, list[str], str], Pairs]:
    """Return what suggests the terms that a field of a model may hold."""

    @_quietly
    def suggest(ctx: typer.Context, _: str) -> Iterable[tuple[str, str]]:
        from fardplan.pipeline.suggesting import suggest_terms

        return suggest_terms(model, key, _lang(ctx))

    return suggest


def _root(ctx: typer.Context) -> Path:
    """Return the repository that the line so far is about."""
    given = ctx.find_root().params.get("directory") or os.environ.get("FARDPLAN_DIRECTORY")
    return find_root(Path(str(given or ".")))


def _home(ctx: typer.Context) -> str | None:
    """Return the roadmap that is named before; a line that is not whole is not parsed in full."""
    named = ctx.params.get("roadmap")
    if isinstance(named, str):
        return named
    known = {path.name for path in (_root(ctx) / CONTENT).iterdir() if path.is_dir()}
    return next((word for word in words_of(ctx) if word in known), None)


def _lang(ctx: typer.Context) -> Lang:
    lang: Lang = ctx.find_root().obj.lang
    return lang


def _tame(title: str) -> str:
    """Return a title on one line that no shell can take for anything else."""
    line = " ".join(title.split()).translate(_HARMFUL)
    return "".join(char for char in line if char.isprintable())[:80]
