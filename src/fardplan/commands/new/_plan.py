"""The questions about a projektplan: its five parts, or the document elsewhere that has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from fardplan.commands._questions import Choice, Question, term_choices
from fardplan.commands._usage import WrongUsage
from fardplan.commands.new import _plan_words as words
from fardplan.commands.new._form import Form, Given, as_choices
from fardplan.editing.fragments import Plain
from fardplan.editing.outline import Open, lay_out
from fardplan.locales.text import Lang
from fardplan.model.answers import read_answer
from fardplan.model.base import Value
from fardplan.model.projektplan import Financing, PlanDocument, Projektplan, Timeline
from fardplan.model.steering import FollowUp
from fardplan.model.steering_terms import FundingKind
from fardplan.pipeline.naming import read_reference

_NO_MONEY = (FundingKind.NONE_NEEDED, FundingKind.UNDECIDED)
"""The kinds of financing that have no sum."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the options say of a projektplan, by key; `financing` is where the money comes from."""

    values: Mapping[str, Given] = field(default_factory=dict)

    def get(self, key: str) -> Given:
        """Return what an option says; None where it is not given."""
        return self.values.get(key) or None

    def __bool__(self) -> bool:
        return any(self.values.values())

    @property
    def is_elsewhere(self) -> bool:
        """Whether an option names a document."""
        return any(self.get(key) for key in ("document", "registry_number", "url", "contains"))


def ask_plan(form: Form, told: Told, lang: Lang, *, elsewhere: bool) -> dict[str, Plain]:
    """Return a projektplan: its parts, or with `elsewhere` the document that has them.

    `form` is that of whoever asks: its interview, repository and roadmap are used.
    """
    plan = _inside(form, Projektplan)
    plan.ask(words.KIND, told.get("kind"))
    plan.ask(words.STATUS, told.get("status"))
    if elsewhere:
        _ask_document(plan, told, lang)
    else:
        _ask_parts(plan, told, lang)
    plan.known.setdefault("kind", "projektplan")
    return lay_out(Projektplan, plan.known, plan.left, lang)


def _ask_parts(plan: Form, told: Told, lang: Lang) -> None:
    plan.ask(words.MANDATE, told.get("mandate"))
    plan.ask(words.IMPLEMENTATION, told.get("implementation"))
    timeline = _inside(plan, Timeline)
    timeline.ask(words.START, told.get("start"))
    timeline.ask(words.END, told.get("end"))
    _put(plan, "timeline", timeline, words.TIMELINE_LEFT, lang)
    rows = list(_ask_financing(plan, told))
    if rows:
        plan.known["financing"] = rows
    else:
        plan.leave(words.FINANCING_LEFT)
    follow_up = _inside(plan, FollowUp)
    follow_up.ask(words.FOLLOWED_BY, told.get("followed_by"))
    follow_up.ask(words.FREQUENCY, told.get("frequency"))
    _put(plan, "follow_up", follow_up, words.FOLLOW_UP_LEFT, lang)


def _ask_document(plan: Form, told: Told, lang: Lang) -> None:
    document = _inside(plan, PlanDocument)
    while not document.known:
        document.ask(words.DOCUMENT_TITLE, told.get("document"))
        document.ask(words.REGISTRY_NUMBER, told.get("registry_number"))
        document.ask(words.URL, told.get("url"))
        if document.known:
            break
        if not plan.interview.asks:
            raise WrongUsage(words.NAME_DOCUMENT_OPTION)
        plan.interview.tell(words.NAME_DOCUMENT)
    _put(plan, "document", document, (), lang)
    plan.ask(words.CONTAINS, told.get("contains"))


def _ask_financing(plan: Form, told: Told) -> Iterator[dict[str, Plain]]:
    """Yield a row for each sum, or the one that says that none is needed."""
    given = told.get("financing")
    asked = given if isinstance(given, str) else None
    while True:
        row = _inside(plan, Financing)
        source = plan.interview.answer(_money_question(plan), asked)
        if source is None:
            return
        kinds = {str(kind.value) for kind in FundingKind}
        row.known["kind" if source in kinds else "source"] = source
        if source not in {str(kind.value) for kind in _NO_MONEY}:
            row.ask(words.YEAR, told.get("year"))
            row.ask(words.AMOUNT, told.get("amount"))
        yield row.known
        if given or not plan.interview.asks or source == str(FundingKind.NONE_NEEDED.value):
            return
        if not plan.interview.confirm(words.MORE_MONEY, default=False):
            return


def _money_question(plan: Form) -> Question:
    granted = as_choices(plan.ground.entities(plan.home, "funding"), words.GRANTED)
    first = (FundingKind.NONE_NEEDED,)
    others = tuple(kind for kind in FundingKind if kind not in first)
    choices = (
        *term_choices(first),
        *granted,
        *(Choice(one.value, one.label, words.OTHER_MONEY) for one in term_choices(others)),
    )
    return Question(
        "--financing",
        words.MONEY,
        words.ABOUT_MONEY,
        partial(_read_money, plan),
        choices,
        required=False,
    )


def _read_money(plan: Form, written: str) -> str:
    """Return a kind of financing, or the reference to granted money."""
    if written in {str(kind.value) for kind in FundingKind}:
        return read_answer(Financing, "kind", written)
    return read_reference(plan.ground.index, plan.home, ("funding",), written)


def _inside(form: Form, model: type[Value]) -> Form:
    return Form(form.interview, form.ground, form.home, model)


def _put(form: Form, key: str, part: Form, left: Open, lang: Lang) -> None:
    """Put a part into its form where anything is known of it, else leave room for all of it."""
    if part.known:
        form.known[key] = lay_out(part.model, part.known, part.left, lang)
    elif left:
        form.leave(left)
