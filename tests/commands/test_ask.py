"""Questions: what is asked, how an answer is read, and what holds when nobody can be asked."""

from __future__ import annotations

from functools import partial
from io import StringIO

import pytest

from fardplan.commands._ask import Interview, _fold
from fardplan.commands._options import Session
from fardplan.commands._questions import Choice, Question, about_field, term_choices
from fardplan.commands._usage import WrongUsage
from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.answers import read_answer
from fardplan.model.common import Part
from fardplan.model.projektplan import Financing
from fardplan.model.refusal import Refused
from fardplan.model.terms import ActivityStatus

ASKED = Text("Vad?", "What?")
ABOUT = Text("Parter.", "Partners.")


def _question(**more) -> Question:
    return Question("--what", ASKED, Text("Förklaring.", "Explanation."), **more)


def _interview(answers: str, lang="sv") -> tuple[Interview, StringIO]:
    screen = StringIO()
    return Interview(Session(lang), answers=StringIO(answers), screen=screen), screen


@pytest.fixture
def alone() -> Interview:
    """Return an interview with nobody to ask."""
    return Interview(Session("sv"), ask=False)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2", "planned"),
        ("planned", "planned"),
        ("Planerad", "planned"),
        ("pågår", "ongoing"),
        ("", "idea"),
    ],
)
def test_choices(written, value):
    """A choice is named by its number, its value or its label; return takes the default."""
    question = about_field(Activity, "status", "--status", ASKED, ABOUT, default="idea")
    interview, screen = _interview(f"{written}\n")
    assert interview.answer(question) == value
    assert "   2  planerad  (planned)\n" in screen.getvalue()
    assert screen.getvalue().endswith("Välj med nummer eller namn [föreslagen] ")


def test_asks_until_it_fits():
    """An answer that does not fit is told in the words of a finding, and the question comes anew."""
    question = about_field(Financing, "amount", "--amount", ASKED, ABOUT)
    interview, screen = _interview("massor\n\n1,5\n")
    assert interview.answer(question) == "1,5"
    assert screen.getvalue().count("Vad? ") == 3
    assert "Frågan behöver ett svar.\n" in screen.getvalue()
    assert "massor" in screen.getvalue()


def test_own_reading():
    """A question may read in its own way, and asks again where that refuses."""

    def read(written: str) -> str:
        if written == "nej":
            raise Refused(Text("”{x}” duger inte.", "“{x}” will not do."), {"x": written})
        return written.upper()

    interview, screen = _interview("nej\nja\n")
    assert interview.answer(_question(read=read)) == "JA"
    assert "”nej” duger inte.\n" in screen.getvalue()


def test_optional():
    """A question that is not required may be skipped."""
    interview, screen = _interview("\n")
    assert interview.answer(_question(required=False)) is None
    assert screen.getvalue().endswith("Vad? [hoppa över] ")


def test_several():
    """Several answers are written with commas between, and each is read."""
    question = about_field(Activity, "partners", "--partner", ASKED, ABOUT)
    interview, screen = _interview("?\na, b ,, c\n")
    assert interview.answer_several(question) == ("a", "b", "c")
    assert "Skriv flera med komma emellan.\n" in screen.getvalue()


def test_options_come_first(alone):
    """What an option says is taken and not asked for, if it fits."""
    question = about_field(Activity, "status", "--status", ASKED, ABOUT)
    assert alone.answer(question, "pågår") == "ongoing"
    assert alone.answer_several(question, ["idea", "planned"]) == ("idea", "planned")
    with pytest.raises(WrongUsage) as wrong:
        alone.answer(question, "kanske")
    assert wrong.value.say("sv").startswith("--status: ”kanske” går inte att välja här.")
    assert wrong.value.say("en").startswith("--status: “kanske” is no choice here.")


def test_nobody_to_ask(alone):
    """Without anyone to ask, defaults hold, and all that is missing is told at once."""
    assert alone.answer(_question(default="x")) == "x"
    assert alone.answer(_question(required=False)) is None
    assert alone.confirm(ASKED)
    alone.finish()
    assert alone.answer(_question()) is None
    assert alone.answer_several(Question("--more", ASKED, ASKED)) == ()
    with pytest.raises(WrongUsage) as wrong:
        alone.finish()
    assert wrong.value.say("sv").startswith("Ange också --what och --more.")


@pytest.mark.parametrize(
    ("answers", "default", "yes"),
    [
        ("j\n", False, True),
        ("NEJ\n", True, False),
        ("\n", True, True),
        ("\n", False, False),
        ("x\nyes\n", False, True),
    ],
)
def test_confirm(answers, default, yes):
    """Yes and no are understood in both languages; return takes the one in capitals."""
    interview, _ = _interview(answers)
    assert interview.confirm(ASKED, default=default) is yes


@pytest.mark.parametrize("ask", [Interview.answer, Interview.confirm])
def test_end_of_answers(ask):
    """At the end of the answers the command is interrupted rather than asking for ever."""
    interview, _ = _interview("")
    with pytest.raises(EOFError):
        ask(interview, _question() if ask is Interview.answer else ASKED)


@pytest.mark.parametrize("written", ["a\x1b[31m", "\udce5", "a\u2028b"])
def test_characters(written):
    """A character that no file may hold is refused at once, and does not steer the terminal."""
    interview, screen = _interview(f"{written}\nb\n")
    assert interview.answer(_question()) == "b"
    assert "ett tecken som inte går att skriva" in screen.getvalue()
    assert "\x1b" not in screen.getvalue()


def test_how_to_is_told_once():
    """How to answer is told before the first question only."""
    interview, screen = _interview("a\nb\n", lang="en")
    interview.answer(_question())
    interview.answer(_question())
    assert screen.getvalue().count("Answer the questions.") == 1


@pytest.mark.parametrize(
    ("model", "key", "good", "bad"),
    [
        (Part, "id", "trygg-hemgang", "Trygg hemgång"),
        (Activity, "start", "VT2024", "2024-02-30"),
        (Activity, "title", "En titel", "   "),
        (Activity, "order", "3", "tre"),
        (Activity, "partners", "namnden", ""),
        (Financing, "amount", "7,50", "x"),
        (Financing, "unit", "kSEK", "riksdaler"),
    ],
)
def test_read_answer(model, key, good, bad):
    """One value is read as in a file, whatever else the file would need."""
    assert read_answer(model, key, good) == good
    with pytest.raises(Refused) as refused:
        read_answer(model, key, bad)
    assert refused.value.say("sv") != refused.value.say("en")


def test_term_choices():
    """The terms of an enumeration are choices in their order, with both labels."""
    assert term_choices(ActivityStatus)[:2] == (
        Choice("idea", Text("föreslagen", "idea")),
        Choice("planned", Text("planerad", "planned")),
    )


def test_no_field():
    """A question about a field that does not exist is a mistake in the program."""
    with pytest.raises(KeyError):
        partial(about_field, Activity, "nyckel")("--x", ASKED, ABOUT)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Kort rad", "Kort rad"),
        ("   1  En mycket lång rad", "   1  En mycket\n   lång rad"),
        ("Vad heter den [Nära vård i Exempel] ", "Vad heter den\n[Nära vård i\nExempel] "),
        ("https://www.exempel.se/en-lång-adress", "https://www.exempel.se/en-lång-adress"),
    ],
)
def test_long_lines_break_between_words(line, shown):
    """A line that is too long for the screen breaks between words, never in one, and keeps indents."""
    assert _fold(line, 18) == shown
