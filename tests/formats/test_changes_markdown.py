"""Changes as Markdown: what a forge shows, escaped, and within its limit."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from fardplan.changes._base import Comparison, IdleApproval, Side
from fardplan.formats import changes_markdown
from fardplan.formats._lines_markdown import LIMIT
from fardplan.formats._page import Page
from fardplan.locales.text import Lang
from fardplan.model.approval import Approval
from tests.changes.editions import diff

SIDES = Side("2023", None, 2023, None, "Färdplan"), Side("2024", None, 2024, None, "Färdplan")


def write(old: dict[str, str], new: dict[str, str], lang: Lang = "sv") -> str:
    """Return what differs between two sets of files."""
    return changes_markdown.write(Comparison("lanet", *SIDES, diff(old, new)), Page(lang))


def test_whole():
    """Title, sentence, headings with counts, a list with names in bold and the words that differ."""
    old = {"activities/x.yaml": "title: Tullhuset\nwording: Vi prövar ett team.\nend: 2024\n"}
    new = {"activities/x.yaml": "title: Tullhuset\nwording: Vi inför ett team.\nend: 2025\n"}
    assert write(old, new) == (
        "## Färdplan: ändringar från 2023 till 2024\n"
        "\n"
        "Sedan 2023: 1 aktivitet skjuts upp 12 månader. 1 åtagande är försvagat. "
        "Dessutom 1 annan ändring.\n"
        "\n"
        "### Försvagade åtaganden (1)\n"
        "\n"
        "- **Aktiviteten ”Tullhuset”**: Slut senareläggs: var 2024, är nu 2025 (12 månader). Ingen orsak anges.\n"
        "\n"
        "### Mål och aktiviteter utan område (1)\n"
        "\n"
        "- **Aktiviteten ”Tullhuset”**: Lydelse: Vi ~~prövar~~**inför** ett team.\n"
    )


def test_user_text_is_text():
    """Markup and HTML in a text show as they were written, and no one is mentioned or linked."""
    title = "<script>alert(1)</script> *a* _b_ ~~c~~ [d](http://x) # `e` | &amp; a@b.se"
    shown = write({}, {"activities/x.yaml": f"title: '{title}'\n"})
    html = MarkdownIt("gfm-like", {"linkify": False}).render(shown)
    assert title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in html
    assert re.findall(r"<(?!/?(?:h2|h3|ul|li|p|strong)\b)[^>]+>", html) == []


def test_no_one_is_notified():
    """A forge does not take @name in a text for someone to call."""
    shown = write({}, {"activities/x.yaml": "title: '@anna och (@bo) skriver till c@d.se'\n"})
    assert "”@<!-- -->anna och (@<!-- -->bo) skriver till c@d.se”" in shown


def test_line_breaks_open_nothing():
    """A line break of any sort in a title begins no heading or list."""
    shown = write({}, {"activities/x.yaml": 'title: "A\\r# B\\r\\n- C\\nD"\n'})
    assert "”A # B - C D”" in shown


def test_nested():
    """A new goal has its new activities below it."""
    new = {
        "areas/vard.yaml": "title: Vård\n",
        "goals/a.yaml": "title: Hemgång\narea: vard\n",
        "activities/x.yaml": "title: Tullhuset\ngoal: a\n",
    }
    assert "- Nytt mål: **”Hemgång”**\n    - Ny aktivitet: **”Tullhuset”**\n" in write({}, new)


def test_limit():
    """A comment that would be too long ends with how many changes are left out, and where to see."""
    new = {
        f"activities/x{number}.yaml": f"title: Aktivitet {number} {'om vård ' * 11}\nstatus: ongoing\n"
        for number in range(900)
    }
    old = {path: text.replace("ongoing", "planned") for path, text in new.items()}
    shown = write(old, new)
    told = shown.count("\n- ")
    assert 50_000 < len(shown) <= LIMIT
    assert shown.endswith(
        f"\n*{900 - told} ändringar till får inte plats här. Visa dem: fardplan diff lanet 2023 2024*\n"
    )


def test_limit_within_a_list():
    """A list that is too long by itself is cut in its middle, not left out whole."""
    new = {f"activities/x{n}.yaml": f"title: Ny {n} {'om vård ' * 11}\n" for n in range(900)}
    shown = write({}, new)
    told = shown.count("\n  - ")
    assert 50_000 < len(shown) <= LIMIT < 65_536
    assert told > 400
    assert f"\n*{900 - told} ändringar till får inte plats här." in shown


@pytest.mark.parametrize("number", [0, 1, 300, 320, 400, 900])
def test_never_above_the_limit(number):
    """However much is approved in vain, the comment fits, and the cut is said."""
    idle = tuple(
        IdleApproval(
            Approval.model_validate(
                {
                    "fingerprint": str(n), "kind": "dropped", "entity": f"activity lanet/x{n}",
                    "by": "Chefsgruppen för samverkan", "decision": "§ 12, dnr 24RS318",
                    "date": "2024-03-05",
                }
            )
        )
        for n in range(number)
    )  # fmt: skip
    found = Comparison("lanet", *SIDES, diff({}, {"goals/a.yaml": "title: A\n"}), idle=idle)
    shown = changes_markdown.write(found, Page("sv"))
    told = shown.count("\n- utgår, ")
    assert len(shown) <= LIMIT
    assert shown.endswith("fardplan diff lanet 2023 2024*\n") is (told < number)
    assert ("inte allt om pengar och godkännanden" in shown) is (told < number)


def test_english():
    """The words around the roadmap's own texts are in the language asked for."""
    assert write({}, {}, "en").endswith("No changes between 2023 and 2024.\n")
