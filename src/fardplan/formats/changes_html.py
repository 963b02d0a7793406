"""Changes as a web page of their own, with the look of the roadmap's documents.

What is gone stands in `del` and what is new in `ins`, each with words before and after it for those
who hear the page.
"""

from __future__ import annotations

from fardplan.changes._base import Comparison, Side
from fardplan.documents.blocks import Fact
from fardplan.documents.document import Document
from fardplan.documents.engine import BASE, load_template
from fardplan.documents.html.render import render_html
from fardplan.formats._changes_blocks import ChapterWriter, summary_blocks
from fardplan.formats._changes_report import build_report, say_version
from fardplan.formats._page import Page
from fardplan.locales import comparison as words
from fardplan.locales.text import Lang
from fardplan.source.resources import templates_dir

_SHORT = 10
"""How much of a commit's id is shown."""


def write(comparison: Comparison, page: Page) -> str:
    """Return the changes as one self-contained page, laid out by the page's template."""
    template = page.template or load_template(BASE, [templates_dir()])
    return render_html(compose_changes(comparison, page), template)


def compose_changes(comparison: Comparison, page: Page) -> Document:
    """Return the changes as a document."""
    report = build_report(comparison, page.lang)
    return Document(
        lang=page.lang,
        title=report.title,
        kicker=words.KICKER.say(page.lang),
        organisation=page.organisation,
        description=report.summary,
        facts=(
            Fact(words.OLDER.say(page.lang), _say_side(comparison.old, page.lang)),
            Fact(words.NEWER.say(page.lang), _say_side(comparison.new, page.lang)),
        ),
        opening=summary_blocks(report, page.lang),
        sections=ChapterWriter(page.lang, comparison.language).chapters(report),
    )


def _say_side(side: Side, lang: Lang) -> str:
    version = say_version(side, lang)
    if side.commit is None:
        return version
    return words.COMMIT.say(lang, version=version, commit=side.commit[:_SHORT])
