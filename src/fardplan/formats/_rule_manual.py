"""A rule's manual as text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from fardplan.locales.text import Lang, Text
from fardplan.rules._base import Rule
from fardplan.rules._manual import WHY, Example, read_manual

WIDEST = 80
FAILS = Text("Fel:", "Wrong:")
PASSES = Text("Rätt:", "Right:")


def write(rule: Rule, lang: Lang, width: int = 0) -> str:
    """Return what the rule demands, why, and examples of wrong and right.

    Sentences are folded to `width` columns (0: any), but never wider than is well read.
    """
    return "\n".join(_lines(rule, lang, min(width or WIDEST, WIDEST))).rstrip() + "\n"


def _lines(rule: Rule, lang: Lang, width: int) -> Iterator[str]:
    manual = read_manual(rule)
    heading = f"{rule.name} ({rule.severity.say(lang)})"
    yield from (heading, "=" * len(heading), "")
    prose = manual.prose[lang]
    for paragraph in (prose.demand, *prose.paragraphs):
        yield from (*textwrap.wrap(paragraph, width), "")
    if prose.why:
        yield from (*textwrap.wrap(f"{WHY[lang]} {prose.why}", width), "")
    for label, examples in ((FAILS, manual.fails), (PASSES, manual.passes)):
        for example in examples:
            yield from (label.say(lang), "")
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for path, content in example.items():
        yield f"    # {path}"
        yield from (f"    {line}".rstrip() for line in content.splitlines())
        yield ""
