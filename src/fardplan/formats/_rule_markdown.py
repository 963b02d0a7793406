"""A rule's manual as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.formats._rule_manual import FAILS, PASSES
from fardplan.locales.text import Lang
from fardplan.rules._base import Rule
from fardplan.rules._manual import WHY, Example, read_manual


def write(rule: Rule, lang: Lang) -> str:
    """Return what the rule demands, why, and examples of wrong and right, without a heading."""
    return "\n\n".join((*write_prose(rule, lang), *write_examples(rule, lang))) + "\n"


def write_prose(rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield the paragraphs on what the rule demands, how it judges and why."""
    prose = read_manual(rule).prose[lang]
    yield from (prose.demand, *prose.paragraphs)
    if prose.why:
        yield f"**{WHY[lang]}** {prose.why}"


def write_examples(rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield the examples of wrong and right, each with its label and its files."""
    manual = read_manual(rule)
    for label, examples in ((FAILS, manual.fails), (PASSES, manual.passes)):
        for example in examples:
            yield f"**{label.say(lang)}**"
            yield from _fences(example)


def _fences(example: Example) -> Iterator[str]:
    for path, content in example.items():
        body = content.rstrip("\n")
        yield f"```yaml\n# {path}\n{body}\n```"
