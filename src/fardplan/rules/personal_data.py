"""Personnummer, privata e-postadresser och mobilnummer ska inte stå i en färdplan.

Skriv rollen i stället för personen, och en funktionsadress eller ett växelnummer i stället för
någons egna. Ett personnummer eller samordningsnummer (med rätt kontrollsiffra) är ett fel. En
adress hos en e-posttjänst för privatpersoner och ett mobilnummer är varningar. Regeln läser alla
texter, också anmärkningar och adresser till webbsidor.

Varför: Det som en gång har lämnats in finns kvar i historiken för alltid, också när raden är
borta. Dataskyddsförordningen (EU) 2016/679, artikel 5, säger att uppgifter om personer ska vara
”adekvata, relevanta och inte för omfattande”.

In English: Personal identity numbers, private e-mail addresses and mobile numbers stay out.

Write the role instead of the person, and a shared address or a switchboard number instead of
someone's own. A personal identity number or coordination number (with the right check digit) is an
error. An address at a mail service for private persons and a mobile number are warnings. The rule
reads all texts, also remarks and the addresses of web pages.

Why: What was once handed in stays in the history for ever, also when the line is gone. The General
Data Protection Regulation (EU) 2016/679, article 5, says that personal data shall be ”adequate,
relevant and limited to what is necessary”.

Fel:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    text: Frågor besvaras på 070-174 06 35.

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    text: Frågor besvaras av kommunens växel, 010-516 10 00.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from fardplan.locales.text import Text
from fardplan.rules._base import Facts, Problem, Severity, rule_everywhere
from fardplan.rules._texts import Written

IDENTITY_NUMBER = Text("Här står ett personnummer.", "Here stands a personal identity number.")
DELETE_NUMBER = Text(
    "Ta bort det. Har filen redan lämnats in finns numret kvar i historiken: säg till den som "
    "sköter arkivet.",
    "Delete it. If the file has been handed in already, the number is still in the history: tell "
    "whoever looks after the repository.",
)
PRIVATE_ADDRESS = Text(
    "Adressen är hos en e-posttjänst för privatpersoner.",
    "The address is at a mail service for private persons.",
)
GIVE_SHARED_ADDRESS = Text(
    "Skriv verksamhetens adress, gärna en funktionsadress.",
    "Write the organisation's address, preferably a shared one.",
)
MOBILE = Text("Här står ett mobilnummer.", "Here stands a mobile number.")
GIVE_SWITCHBOARD = Text(
    "Skriv numret till växeln eller en funktion. Är mobilnumret en funktions eget? Skriv på raden "
    "ovanför: `# fardplan: ignore[personal-data]` och varför.",
    "Write the number of the switchboard or of a function. Does the mobile number belong to a "
    "function? Write on the line above: `# fardplan: ignore[personal-data]` and why.",
)

_SUSPECT = re.compile(r"[@+]|\d\D{0,3}\d\D{0,3}\d\D{0,3}\d")
_IDENTITY_NUMBER = re.compile(
    r"(?<![\w.,/-])"
    r"(?:(?:18|19|20)(?P<long>\d{6})[-+ ]?|(?P<short>\d{6})[-+])(?P<last>\d{4})"
    r"(?![\w-])"
)
_MOBILE = re.compile(
    r"(?<![\w-])(?:\+46[ -]?(?:\(0\))?|0046[ -]?|0)7[02369](?:[ \u00a0-]?\d){7}(?![\w-])"
)
_ADDRESS = re.compile(
    r"[\w.+-]+@(?:(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|aol|gmx|proton)"
    r"|protonmail|telia|bredband2?|comhem|spray|tele2|swipnet|home)\.(?:com|se|net|org|me|nu|de)\b"
    r"(?!\.\w)",
    re.IGNORECASE,
)

Search = Callable[[str], Iterator[str]]


@rule_everywhere(
    "personal-data",
    Severity.ERROR,
    Text(
        "Inga personnummer, privata adresser eller mobilnummer.",
        "No personal identity numbers, private addresses or mobile numbers.",
    ),
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield each text that gives away who someone is, and where."""
    for written in facts.texts:
        if not _SUSPECT.search(written.text):
            continue
        numbered = written.spec.key == "registry_number"  # of cases, some have the same form
        for found in sorted(set(() if numbered else _identity_numbers(written.text))):
            yield _problem(written, found, "number", IDENTITY_NUMBER, DELETE_NUMBER, None)
        for match in sorted({one[0] for one in _ADDRESS.finditer(written.text)}):
            yield _problem(
                written, match, "address", PRIVATE_ADDRESS, GIVE_SHARED_ADDRESS, Severity.WARNING
            )
        for match in sorted({one[0] for one in _MOBILE.finditer(written.text)}):
            yield _problem(written, match, "mobile", MOBILE, GIVE_SWITCHBOARD, Severity.WARNING)


def _problem(
    written: Written, found: str, sort: str, text: Text, hint: Text, severity: Severity | None
) -> Problem:
    # The message does not say it once more: messages end up in logs.
    return Problem(
        written.file,
        written.route,
        text,
        hint=hint,
        severity=severity,
        identity=(sort, found),
        words=found,
    )


def _identity_numbers(text: str) -> Iterator[str]:
    for match in _IDENTITY_NUMBER.finditer(text):
        digits = (match["long"] or match["short"]) + match["last"]
        if _is_day(digits) and _has_right_check_digit(digits):
            yield match[0]


def _is_day(digits: str) -> bool:
    """Tell whether the first six digits are a day; coordination numbers add 60 to it."""
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        # The century is not known: every fourth year is a leap year, as since 1904, and so is 2000.
        date(2000 + year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True


def _has_right_check_digit(digits: str) -> bool:
    """Tell whether ten digits add up as those of a personnummer do (SFS 2007:1109)."""
    doubled = [int(one) * (2 - at % 2) for at, one in enumerate(digits)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
