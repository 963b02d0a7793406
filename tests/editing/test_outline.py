"""What is known and what is left to fill in, in one file."""

from __future__ import annotations

import pytest

from fardplan.editing.fragments import Bare, print_document
from fardplan.editing.outline import Gap, fill_gap, is_whole, lay_out
from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.projektplan import Timeline

WHO = (Gap("responsible: …", Text("vem?", "who?")),)
WHEN = (Gap("start: …", Text("när?", "when?")),)
PLAN = (Gap("projektplan: …", Text("lägg till den", "add it")),)
LASTING = (
    Gap("sustainability:", Text("hållbarhet", "sustainability")),
    Gap("  long_term: …"),
)


def test_order_and_language():
    """Keys and gaps stand in the model's order, the questions in one column."""
    known = {"goal": "g", "title": "T", "principles": "p"}
    laid = lay_out(Activity, known, [LASTING, WHO, WHEN], "sv")
    assert print_document(laid) == (
        "title: T\n"
        "goal: g\n"
        "# start: …                      # när?\n"
        "# responsible: …                # vem?\n"
        "principles: p\n"
        "# sustainability:               # hållbarhet\n"
        "#   long_term: …\n"
    )
    assert "# who?" in print_document(lay_out(Activity, known, [WHO], "en"))


def test_gap_before_all_that_is_known():
    """A gap that comes first stands above what is known; nested, it is indented with it."""
    laid = {"timeline": lay_out(Timeline, {"end": Bare("2027")}, [WHEN], "sv")}
    assert print_document(laid) == (
        "timeline:\n  # start: …                      # när?\n  end: 2027\n"
    )
    assert (is_whole(laid), is_whole({"end": "2027"})) == (False, True)


def test_what_is_known_leaves_no_gap():
    """A key that is known is not asked for."""
    assert print_document(lay_out(Activity, {"title": "T", "start": "x"}, [WHEN], "sv")) == (
        "title: T\nstart: x\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_filling_a_gap(end):
    """The line of the gap gives way to the value; all else stays."""
    start = f"title: T  # a{end}# b{end}"
    data = f"{start}# projektplan: …   # lägg till den{end}# c{end}".encode()
    filled = fill_gap(data, "projektplan", {"mandate": "x"}, {"title": "T"})
    assert filled == f"{start}projektplan:{end}  mandate: x{end}# c{end}".encode()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("title: T\n", {"title": "T"}),
        ("title: T\n# projektplan: vi tar den sen\n", {"title": "T"}),
        ("title: T\nprojektplan: x\n# projektplan: …\n", {"title": "T", "projektplan": "x"}),
    ],
)
def test_no_gap_to_fill(text, values):
    """Only a gap that was left by the program counts, and only where the key is missing."""
    assert fill_gap(text.encode(), "projektplan", "y", values) is None
