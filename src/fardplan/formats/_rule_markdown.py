"""A rule's manual as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.formats._rule_manual import FAILS, PASSES
from fardplan.locales.text import Lang
from fardplan.rules._base import Rule
from fardplan.rules._manual import WHY, Example, read_manual


def write(rule: Rule, lang: Lang) -> str:
    """Return what the rule demands, why, and examples of wrong and right, without a heading."""
    return "\n\n".join(_blocks(rule, lang)) + "\n"


def _blocks(rule: Rule, lang: Lang) -> Iterator[str]:
    manual = read_manual(rule)
    prose = manual.prose[lang]
    yield from (prose.demand, *prose.paragraphs)
    if prose.why:
        yield f"**{WHY[lang]}** {prose.why}"
    for label, examples in ((FAILS, manual.fails), (PASSES, manual.passes)):
        for example in examples:
            yield f"**{label.say(lang)}**"
            yield from _fences(example)


def _fences(example: Example) -> Iterator[str]:
    for path, content in example.items():
        body = content.rstrip("\n")
        yield f"```yaml\n# {path}\n{body}\n```"
