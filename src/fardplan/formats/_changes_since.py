"""The changes since an earlier version as what a roadmap's document shows of them."""

from __future__ import annotations

from fardplan.changes._base import Comparison
from fardplan.documents.blocks import Callout, Paragraph, Section
from fardplan.documents.compose.since import Since
from fardplan.documents.inline import Link
from fardplan.formats._changes_blocks import ChapterWriter, summary_blocks
from fardplan.formats._changes_marks import mark_changes
from fardplan.formats._changes_report import build_report, say_version
from fardplan.locales import since as words
from fardplan.locales.text import Lang

ANCHOR = "forandringar"
"""Where the annex stands in the document."""


def show_since(comparison: Comparison, lang: Lang) -> Since:
    """Return marks, notice and annex, in the same words and order as `fardplan diff`."""
    report = build_report(comparison, lang)
    version = say_version(comparison.old, lang)
    title = words.TITLE.say(lang, version=version)
    writer = ChapterWriter(lang, comparison.language, prefix=f"{ANCHOR}-", linked=True)
    way = (Link(words.ALL.say(lang), f"#{ANCHOR}"), ".")
    marked = (words.MARKED.say(lang), *way) if comparison.changes else ""
    notice = (Paragraph(report.summary), *((Paragraph(marked),) if marked else ()))
    blocks = (*summary_blocks(report, lang), *writer.chapters(report))
    return Since(
        version,
        mark_changes(comparison, lang),
        (Callout("note", notice, title),),
        Section(ANCHOR, title, blocks=blocks),
    )
