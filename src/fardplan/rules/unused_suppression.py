"""Ett undantag ska behövas, och säga varför.

Med kommentaren `# fardplan: ignore[regel] orsak` säger den som skriver att en regel inte gäller
just här: på samma rad, på raden ovanför, eller överst i filen för hela filen. Regeln säger till
när inget finns att undanta, när orsaken saknas och när ingen regel heter så. Ett undantag utan
orsak har ingen verkan.

Varför: Ett undantag som har blivit kvar döljer nästa fel på samma rad. Och den som läser om ett år
behöver veta varför det gjordes.

In English: An exception is needed, and says why.

With the comment `# fardplan: ignore[rule] reason` the writer says that a rule does not apply here:
on the same line, on the line above, or at the top of the file for the whole file. The rule speaks
up when there is nothing to except, when the reason is missing and when no rule has that name. An
exception without a reason has no effect.

Why: An exception that was left behind hides the next fault on the same line. And whoever reads it
in a year needs to know why it was made.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    # fardplan: ignore[missing-projektplan] skrivs i höst
    projektplan:
      document: {title: Projektplan trygghetsteam}
      contains: [timeline, mandate, implementation, financing, follow_up]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    # fardplan: ignore[missing-projektplan] nämnden beslutar om projektplanen i mars
    title: Pröva trygghetsteam
    goal: trygg-hemgang
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from fardplan.locales.text import Text
from fardplan.rules._base import Facts, Problem, Severity, last_rule
from fardplan.rules._comments import IdleComment

NOT_NEEDED = Text(
    "Undantaget från {rules} behövs inte: regeln har inget att anmärka på här.",
    "The exception from {rules} is not needed: the rule has nothing to say here.",
)
NOT_NEEDED_SEVERAL = Text(
    "Undantaget från {rules} behövs inte: reglerna har inget att anmärka på här.",
    "The exception from {rules} is not needed: the rules have nothing to say here.",
)
TAKE_AWAY = Text(
    "Ta bort kommentaren, eller regelns namn ur den.",
    "Take the comment away, or the name of the rule out of it.",
)
NO_REASON = Text(
    "Undantaget har ingen verkan: det säger inte varför det behövs.",
    "The exception has no effect: it does not say why it is needed.",
)
GIVE_REASON = Text(
    "Skriv orsaken efter klammern, till exempel `# fardplan: ignore[{rules}] beslutas i mars`.",
    "Write the reason after the bracket, such as `# fardplan: ignore[{rules}] decided in March`.",
)
NO_RULE = Text(
    "Undantaget har ingen verkan: det säger inte vilken regel det gäller.",
    "The exception has no effect: it does not say which rule it is about.",
)
NAME_RULE = Text(
    "Skriv `# fardplan: ignore[regel] orsak`. Reglernas namn: `fardplan rules`.",
    "Write `# fardplan: ignore[rule] reason`. The names of the rules: `fardplan rules`.",
)
UNKNOWN = Text("Det finns ingen regel som heter ”{name}”.", "There is no rule called “{name}”.")
DID_YOU_MEAN = Text("Menade du `{near}`?", "Did you mean `{near}`?")
SHOW_ALL = Text("Visa alla regler: `fardplan rules`.", "Show all rules: `fardplan rules`.")


@last_rule(
    "unused-suppression",
    Severity.WARNING,
    Text("Varje undantag behövs och säger varför.", "Every exception is needed and says why."),
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield the comments that leave nothing out."""
    for idle in facts.idle:
        if not idle.comment.rules:
            yield _problem(idle, "no rule", NO_RULE, NAME_RULE)
        elif idle.comment.reason is None:
            written = ", ".join(idle.comment.rules)
            yield _problem(idle, "no reason", NO_REASON, GIVE_REASON, rules=written)
        for name in idle.unknown:
            near = _nearest(name)
            hint = DID_YOU_MEAN if near else SHOW_ALL
            yield _problem(idle, "unknown", UNKNOWN, hint, name=name, near=near)
        if idle.rules:
            text = NOT_NEEDED if len(idle.rules) == 1 else NOT_NEEDED_SEVERAL
            names = tuple(f"`{one}`" for one in idle.rules)
            yield _problem(idle, "not needed", text, TAKE_AWAY, rules=names)


def _problem(idle: IdleComment, case: str, text: Text, hint: Text, **values: object) -> Problem:
    identity = (case, *(f"{key}={value}" for key, value in values.items()))
    return Problem(idle.file, (), text, values, hint, identity=identity, place=idle.comment.place)


def _nearest(name: str) -> str:
    # The registry imports this module.
    from fardplan.rules._registry import RULES

    return next(iter(get_close_matches(name, [one.name for one in RULES], n=1)), "")
