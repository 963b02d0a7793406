"""Questions in plain language, for commands that lack an answer and have someone to ask.

A command makes a `Question` for each thing that it needs, and gets the answers from an
`Interview`: what an option says holds, else the question is asked at the terminal, else its default
holds, and what then is missing is told in one line by `finish`. Every answer, asked or given, is
read by the question's `read`, which raises Refused in the words of the misfits.

    interview = Interview(session, ask=not no_input)
    kind = interview.answer(about_field(Decision, "kind", "--kind", KIND, ABOUT), kind)
    interview.finish()
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import TextIO

from fardplan.commands._options import Session
from fardplan.commands._questions import Question, Read, complain, read_one, read_several
from fardplan.commands._usage import WrongUsage
from fardplan.errors import CannotRun
from fardplan.locales import asking as words
from fardplan.locales.commands import NEEDS_VALUE, VALUE_PLACE
from fardplan.locales.text import Lang, Text
from fardplan.locales.visible import make_visible
from fardplan.model.refusal import Refused

_EXPLAIN = "?"
_YES = frozenset({"j", "ja", "y", "yes"})
_NO = frozenset({"n", "nej", "no"})


def is_terminal() -> bool:
    """Tell whether someone sits there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


class Interview:
    """Collects the answers that a command needs, from options and from whoever can be asked."""

    def __init__(
        self,
        session: Session,
        *,
        ask: bool = True,
        answers: TextIO | None = None,
        screen: TextIO | None = None,
    ) -> None:
        """Ask at the terminal, if there is one and `ask` is set; streams may be given instead."""
        self.asks = ask and (answers is not None or is_terminal())
        self.lang: Lang = session.lang
        self._answers = answers or sys.stdin
        self._screen = screen or sys.stderr
        self._missing: list[str | Text] = []
        self._has_begun = False
        if answers is None and self.asks and hasattr(self._answers, "reconfigure"):
            # What is no UTF-8 stays recognisable, and is refused as a character of no file.
            self._answers.reconfigure(encoding="utf-8", errors="surrogateescape")

    def answer(self, question: Question, given: str | None = None) -> str | None:
        """Return the answer to a question, None where it is skipped or missing.

        Raises WrongUsage where an option's value is wrong, EOFError where nobody answers any more.
        """
        if given is not None:
            return self._take(question, given)
        if self.asks:
            return self._ask(question, partial(read_one, question))
        if question.default:
            return self._take(question, question.default)
        if question.required:
            self._missing.append(question.option)
        return None

    def answer_several(self, question: Question, given: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the answers to a question that may have several, asked for with commas between."""
        if given:
            return tuple(self._take(question, one) for one in given)
        if self.asks:
            answer = self._ask(question, partial(read_several, question), several=True)
        else:
            answer = self.answer(question)
        return tuple(answer.split(",")) if answer else ()

    def confirm(self, text: Text, *, default: bool = True, **values: object) -> bool:
        """Return the answer to a yes-or-no question; the default where nobody can be asked."""
        if not self.asks:
            return default
        hint = words.DEFAULT_YES if default else words.DEFAULT_NO
        while True:
            prompt = f"{text.say(self.lang, **values)} {hint.say(self.lang)} "
            written = self._read_line(prompt).casefold()
            if not written or written in _YES | _NO:
                return default if not written else written in _YES
            self.tell(words.YES_OR_NO)

    def finish(self) -> None:
        """Raise WrongUsage where answers are missing, with all of their options at once."""
        if self._missing:
            raise WrongUsage(words.MISSING_ANSWERS, options=tuple(self._missing))

    def tell(self, text: Text, /, **values: object) -> None:
        """Write a line to whoever answers."""
        self._write(text.say(self.lang, **values) + "\n")

    def _take(self, question: Question, given: str) -> str:
        try:
            return read_one(question, given)
        except Refused as refusal:
            if not given.strip():
                raise WrongUsage(NEEDS_VALUE, option=question.option, place=VALUE_PLACE) from None
            reason = complain(refusal)
            raise WrongUsage(words.WRONG_OPTION, option=question.option, reason=reason) from None

    def _ask(self, question: Question, read: Read, *, several: bool = False) -> str | None:
        """Ask until the answer can be used."""
        if not self._has_begun:
            self._has_begun = True
            self.tell(words.HOW_TO)
        self._write("\n")
        if question.choices:
            self._show_choices(question)
        while True:
            written = self._read_line(self._prompt(question)) or question.default
            if written == _EXPLAIN:
                self._explain(question, several=several)
            elif not written and question.required:
                self.tell(words.NEEDS_ANSWER)
            elif not written:
                return None
            else:
                try:
                    return read(written)
                except Refused as refusal:
                    self._write(complain(refusal).say(self.lang) + "\n")
                except CannotRun as unknown:  # nothing of that name: a slip at the keyboard
                    self._write(unknown.say(self.lang) + "\n")

    def _prompt(self, question: Question) -> str:
        words_asked = words.CHOOSE if question.choices else question.text
        default = question.default or ("" if question.required else words.SKIP.say(self.lang))
        for choice in question.choices:
            if choice.value == question.default:
                default = choice.label.say(self.lang)
        asked = words_asked.say(self.lang)
        return f"{asked} [{default}] " if default else f"{asked} "

    def _show_choices(self, question: Question) -> None:
        self.tell(question.text)
        group = None
        for number, choice in enumerate(question.choices, 1):
            if choice.group is not None and choice.group != group:
                group = choice.group
                self._write(f"  {group.say(self.lang)}\n")
            label = choice.label.say(self.lang)
            key = f"  ({choice.value})" if choice.value != label else ""
            self._write(f"  {number:>2}  {label}{key}\n")

    def _explain(self, question: Question, *, several: bool) -> None:
        self.tell(question.about)
        if several:
            self.tell(words.SEVERAL)
        self.tell(words.OPTION, option=question.option)

    def _read_line(self, prompt: str) -> str:
        """Return what is written after a prompt; raises EOFError at the end of the answers."""
        self._write(prompt)
        line = self._answers.readline()
        if not line:
            self._write("\n")
            raise EOFError
        return line.strip()

    def _write(self, text: str) -> None:
        width = shutil.get_terminal_size().columns
        lines = (make_visible(line) for line in text.split("\n"))
        self._screen.write("\n".join(_fold(line, width) for line in lines))
        self._screen.flush()


def _fold(line: str, width: int) -> str:
    """Break a line that is too long for the screen between its words."""
    if len(line) < width:
        return line
    indent = " " * (len(line) - len(line.lstrip()))
    end = " " * (len(line) - len(line.rstrip()))
    folded = textwrap.wrap(
        line, width - 1, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(folded) + end
