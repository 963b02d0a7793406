from __future__ import annotations

from fardplan.documents.compose.reports import compose_reports
from fardplan.documents.inline import plain
from tests.documents.composing import make_view, read, sections, table

ACTIVITIES = {"x": {"title": "Teamet", "goal": "g"}}


def test_latest_report_comes_first():
    """Reports are ordered by the end of their period, whatever the form of their names."""
    reports: dict[str, dict[str, str]] = {"2023": {}, "2024-q2": {}, "2024-01-15": {}}
    chapter = compose_reports(make_view(reports=reports))
    assert chapter is not None
    assert [plain(part.title) for part in sections(chapter.blocks).values()] == [
        "Uppföljning kvartal 2 2024",
        "Uppföljning 15 januari 2024",
        "Uppföljning 2023",
    ]


def test_statuses_are_a_table_for_each_period():
    """Rows of one period stand together; a row without one has the period of the report."""
    rows = [
        {"entity": {"activity": "x"}, "status": "delayed", "rag": "at_risk", "cause": "Tomt."},
        {"entity": {"activity": "x"}, "period": "2023-Q1", "assessor": "self", "comment": "Bra."},
    ]
    view = make_view(activities=ACTIVITIES, reports={"2023": {"statuses": rows}})
    chapter = compose_reports(view)
    assert table(chapter, "Läget 2023") == [
        ("Gäller", "Status", "Läget bedöms som", "Kommentar"),
        ("Teamet", "Försenad", "Risk för avvikelse", "Orsak | Tomt."),
    ]
    assert table(chapter, "Läget kvartal 1 2023") == [
        ("Gäller", "Bedömt av", "Kommentar"),
        ("Teamet", "Egen bedömning", "Bra."),
    ]


def test_money_used_adds_up():
    """The rows of money used end in their sum, in kronor where the units differ."""
    used = [
        {"source": "a", "amount": 2, "unit": "kSEK", "year": 2023},
        {"source": "b", "amount": 5},
    ]
    found = table(
        compose_reports(make_view(reports={"2023": {"funding_used": used}})), "Använda medel"
    )
    assert found[-1] == ("Summa", "", "2\u00a0005\u00a0kr")


def test_final_report_says_so():
    """The last report is called that."""
    assert "Slutrapport" in read(compose_reports(make_view(reports={"2026": {"final": True}})))


def test_no_reports_no_chapter():
    """Without reports there is no chapter."""
    assert compose_reports(make_view()) is None
