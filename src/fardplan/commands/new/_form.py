"""A form to fill in: the questions about one new thing, and what their answers become.

What is answered is known, and what is not stays in the file as a gap with its question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from fardplan.commands._ask import Interview
from fardplan.commands._questions import Choice, Read, about_field
from fardplan.editing.fragments import Bare, Inline, Plain
from fardplan.editing.outline import Open
from fardplan.locales.text import Text, in_any_language
from fardplan.model.answers import is_text
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, field_of
from fardplan.model.index import Entity
from fardplan.pipeline.creating import Ground
from fardplan.pipeline.naming import read_reference

Given = str | Sequence[str] | None
"""What an option says: nothing, one value, or several."""

_MOST_CHOICES = 60
_LONGEST_IN_BRACKETS = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a form: the key that it fills, its words, the option that answers it too.

    `left` stands in the file where there is no answer. `proposal` is what Return takes. A key that
    takes `several` is answered by one or more; where one is the rule (`alone`), one answer stands
    without brackets.
    """

    key: str
    option: str
    text: Text
    about: Text
    left: Open = ()
    proposal: str = ""
    several: bool = False
    alone: bool = False
    required: bool = False


@dataclass(slots=True)
class Form:
    """The answers about one new thing, which stands in the roadmap `home`."""

    interview: Interview
    ground: Ground
    home: str
    model: type[Value]
    known: dict[str, Plain] = field(default_factory=dict)
    left: list[Open] = field(default_factory=list)

    def ask(
        self,
        entry: Entry,
        given: Given = None,
        *,
        choices: Iterable[Choice] | None = None,
        read: Read | None = None,
    ) -> tuple[str, ...]:
        """Fill in a key, by an option or an answer; return what was answered."""
        spec = field_of(self.model, entry.key)
        if spec is None:
            raise KeyError(entry.key)
        if spec.refs:
            found = _by_heading(self.ground.index.titles(self.home, spec.refs))
            choices = choices if choices is not None else found
            read = read or partial(read_reference, self.ground.index, self.home, spec.refs)
        question = about_field(
            self.model,
            entry.key,
            entry.option,
            entry.text,
            entry.about,
            read=read,
            choices=choices,
            default=entry.proposal if self.interview.asks else "",
            required=entry.required,
        )
        if spec.refs and not question.choices:
            question = replace(question, about=_tell_how(question.about, spec))
        if entry.several:
            several = (given,) if isinstance(given, str) else tuple(given or ())
            answers = self.interview.answer_several(question, several)
        else:
            answer = self.interview.answer(question, given if isinstance(given, str) else None)
            answers = () if answer is None else (answer,)
        self._keep(entry, spec, answers)
        return answers

    def leave(self, *gaps: Open) -> None:
        """Leave gaps in the file for what is not asked for."""
        self.left += gaps

    def _keep(self, entry: Entry, spec: FieldSpec, answers: tuple[str, ...]) -> None:
        values: list[Plain] = [
            one if spec.refs or is_text(spec) else Bare(one) for one in dict.fromkeys(answers)
        ]
        if not values:
            if entry.left:
                self.leave(entry.left)
        elif spec.shape == "one" or (entry.alone and len(values) == 1):
            self.known[entry.key] = values[0]
        else:
            is_short = len(", ".join(map(str, values))) <= _LONGEST_IN_BRACKETS
            self.known[entry.key] = Inline(values) if is_short else values


HOW_TO_FIND = Text(
    "{about} Skriv namnet eller id:t. Visa dem som finns: {commands}",
    "{about} Write the name or the id. Show those that exist: {commands}",
)


def as_choices(entities: Iterable[Entity], group: Text | None = None) -> tuple[Choice, ...]:
    """Return things as choices under a heading."""
    return tuple(Choice(one.id, in_any_language(one.title), group) for one in entities)


def _tell_how(about: Text, spec: FieldSpec) -> Text:
    """Return an explanation with how the things are found that can be answered."""
    kinds = ", ".join(f"fardplan list {kind}" for kind in spec.refs)
    return HOW_TO_FIND.fill(about=about, commands=kinds)


def _by_heading(entities: Iterable[Entity]) -> tuple[Choice, ...]:
    """Return what a reference may lead to as choices, unless that is too much to read."""
    choices = as_choices(entities)
    return choices if len(choices) <= _MOST_CHOICES else ()
