"""What changed in one file, as `git diff` shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rich.console import Console
from rich.text import Text as Styled

from fardplan.changes._base import Comparison, Level
from fardplan.formats._changes_report import Section, build_report
from fardplan.formats._lines_text import HEADINGS, print_lines
from fardplan.formats._page import Page
from fardplan.formats._terminal import draw
from fardplan.locales.text import Text
from fardplan.locales.visible import make_visible

SAME = Text(
    "Innehållet är detsamma: bara sättet att skriva det är ett annat.",
    "The content is the same: only the way it is written is another.",
)
OTHERS = Text("Övriga ändringar", "Other changes")
_STYLES = {"-": "red", "+": "green"}


def write_file_changes(
    title: str, comparison: Comparison | None, old: Sequence[str], new: Sequence[str], page: Page
) -> str:
    """Return the changes in sentences, then the lines of `old` and `new` that differ.

    The latter are lines of the file in words, of all that no sentence tells.
    """
    report = build_report(comparison, page.lang) if comparison else None
    sections = [one for one in report.sections if one.count] if report else []
    rest = list(_differing(old, new))

    def print_all(console: Console) -> None:
        console.print(Styled(make_visible(title), style="bold"))
        _print_sections(console, sections, page)
        for line in rest:
            console.print(Styled(f"  {line}", style=_STYLES[line[0]]))
        if not sections and not rest:
            console.print(Styled(f"  {SAME.say(page.lang)}"))
        console.print()

    return draw(print_all, color=page.color, width=page.width)


def _print_sections(console: Console, sections: Sequence[Section], page: Page) -> None:
    """Print the changes, with headings only where a commitment is weakened."""
    before = None
    for section in sections:
        if section.level is Level.MAJOR:
            console.print(Styled(f"  {section.title}", style=HEADINGS[Level.MAJOR]))
        elif before is Level.MAJOR:
            console.print(Styled(f"  {OTHERS.say(page.lang)}", style=HEADINGS[Level.MINOR]))
        print_lines(console, section.lines, page)
        before = section.level


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield the lines that only one of the two holds, after `- ` or `+ `."""
    for way, start, end, first, last in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if way != "equal":
            yield from (f"- {line}" for line in old[start:end])
            yield from (f"+ {line}" for line in new[first:last])
