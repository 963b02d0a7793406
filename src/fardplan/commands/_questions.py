"""What a question is: its words, its choices, and how an answer to it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import NamedTuple

from fardplan.editing._scalars import check_printable
from fardplan.locales import asking as words
from fardplan.locales.text import Saying, Text
from fardplan.model.answers import read_answer
from fardplan.model.base import Value
from fardplan.model.fields import field_of
from fardplan.model.names import slug
from fardplan.model.refusal import Refused, quote
from fardplan.model.term import Term

Read = Callable[[str], str]
"""Returns what goes into the file for an answer; raises Refused."""

_MOST_DIGITS = 3


class Choice(NamedTuple):
    """Something to choose: what goes into the file, what it is called, and under which heading."""

    value: str
    label: Text
    group: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the option that answers it too, its words, and how an answer is read.

    An argument that answers it is named as the usage names it, which differs by language.
    `default` is taken where nothing is answered; a question that is not `required` and has none
    may be skipped.
    """

    option: str | Text
    text: Text
    about: Text
    read: Read = str
    choices: tuple[Choice, ...] = ()
    default: str = ""
    required: bool = True


def about_field(
    model: type[Value],
    key: str,
    option: str,
    text: Text,
    about: Text,
    *,
    read: Read | None = None,
    choices: Iterable[Choice] | None = None,
    default: str = "",
    required: bool = True,
) -> Question:
    """Return the question about a model's field, which `about` explains.

    Where the field holds a term, its terms are the choices.
    """
    spec = field_of(model, key)
    if spec is None:
        raise KeyError(key)
    if choices is None:
        is_term = spec.scalar is not None and issubclass(spec.scalar, Term)
        choices = term_choices(spec.scalar) if is_term else ()  # type: ignore[arg-type]
    return Question(
        option,
        text,
        about,
        read or partial(read_answer, model, key),
        tuple(choices),
        default,
        required,
    )


def term_choices(terms: Iterable[Enum]) -> tuple[Choice, ...]:
    """Return the terms of an enumeration as choices."""
    named = [term for term in terms if isinstance(term, Term)]
    return tuple(Choice(str(term.value), Text(term.say("sv"), term.say("en"))) for term in named)


def complain(refusal: Refused) -> Saying:
    """Return what is wrong with a value and what to write instead, as one text."""
    if refusal.hint is None:
        return Saying(refusal.text, refusal.values)
    parts = {
        "text": Saying(refusal.text, refusal.values),
        "hint": Saying(refusal.hint, refusal.values),
    }
    return Saying(words.BOTH_SENTENCES, parts)


def read_one(question: Question, written: str) -> str:
    """Return the value of an answer: the choice that it names, or what the question reads."""
    written = written.strip()
    check_printable(written)
    return question.read(_chosen(question, written) if question.choices else written)


def read_several(question: Question, written: str) -> str:
    parts = [part.strip() for part in written.split(",")]
    return ",".join(read_one(question, part) for part in parts if part)


def _chosen(question: Question, written: str) -> str:
    """Return the choice of that number, value or label; anything else as it is."""
    values = {choice.value for choice in question.choices}
    if written in values:
        return written
    if written.isdecimal() and len(written) < _MOST_DIGITS + 1:
        number = int(written)
        if not 1 <= number <= len(question.choices):
            last = len(question.choices)
            wanted = {"number": quote(written), "numbers": "1" if last == 1 else f"1–{last}"}
            raise Refused(words.NO_MORE_NUMBERS, wanted)
        return question.choices[number - 1].value
    labels = {slug(label): one.value for one in question.choices for label in one.label}
    return labels.get(slug(written), written)
