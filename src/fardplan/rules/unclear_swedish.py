"""Texten ska gå att förstå vid första läsningen: korta meningar, och någon som gör det som sägs.

Regeln ger upplysningar om tre saker i löpande text på svenska. En mening med fler än 40 ord. En
mening som säger att något ”ska genomföras” utan att någon gör det: varken meningen eller det som
den handlar om (`responsible`) säger vem. Och ord som ordlistan avråder från (`avoid`). Citat och
ordalydelser (`wording`) läses inte, och i en inriktning eller en målbild frågar regeln inte efter
vem.

Varför: Språklagen (2009:600), 11 §: språket i offentlig verksamhet ska vara ”vårdat, enkelt och
begripligt”.

In English: The text can be understood at first reading: short sentences, and someone who does it.

The rule informs of three things in running text in Swedish. A sentence of more than 40 words. A
sentence which says that something ”ska genomföras” (is to be carried out) without anyone doing it:
neither the sentence nor what it is about (`responsible`) says who. And words that the glossary
advises against (`avoid`). Quotations and wordings (`wording`) are not read, and in a direction or a
vision the rule does not ask who.

Why: The Language Act (2009:600), section 11: the language of public authorities shall be ”vårdat,
enkelt och begripligt” (cultivated, simple and comprehensible).

Fel:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    text: En kartläggning ska genomföras under våren.

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    text: Socialnämnden kartlägger behoven under våren.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from fardplan.locales.text import Text
from fardplan.model.base import Value
from fardplan.model.edition import Edition
from fardplan.model.shared import GlossaryTerm
from fardplan.model.terms import Profile
from fardplan.rules._base import Facts, Problem, Severity, rule_everywhere
from fardplan.rules._texts import Written, is_foreign
from fardplan.rules._vocabulary import Vocabulary

LONG = Text("Meningen har {n} ord.", "The sentence has {n} words.")
SPLIT = Text(
    "Dela den i två eller flera, eller gör en lista av det som räknas upp.",
    "Split it into two or more, or make a list of what is enumerated.",
)
NOBODY = Text(
    "Här ”{words}” något, men det står inte vem som gör det.",
    "Something “{words}” here, but it does not say who does it.",
)
SAY_WHO = Text(
    "Skriv vem som gör det: ”Nämnden ska …”, eller ange `responsible`.",
    "Write who does it: “Nämnden ska …”, or state `responsible`.",
)
AVOIDED = Text(
    "Ordlistan avråder från ”{word}”.", "The glossary advises against the word “{word}”."
)
USE_INSTEAD = Text("Skriv ”{term}”.", "Write “{term}”.")

MOST_WORDS = 40

_SHORT = 2 * MOST_WORDS
"""As many characters hold no more words than that."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”)*_]*\s+(?=[\"”(*_]*[A-ZÅÄÖ0-9])")
_BLOCK_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>|#]|\d+[.)])\s)|(?<=:)\n")
_WORD = re.compile(r"\w[\w'’:-]*")
_OBLIGING = ("ska", "bör", "måste", "behöver")
"""One of these stands in every passive that is looked for; to seek them alone is fast."""
_PASSIVE = re.compile(
    r"\b(?:ska|skall|bör|måste|behöver)\s+(?:(?:också|även|därför|då|sedan|årligen|alltid)\s+)?"
    r"(?:genomföras|göras|utredas|utvecklas|utarbetas|upprättas|inrättas|införas|implementeras|"
    r"kartläggas|samordnas|säkerställas|stärkas|förbättras|prövas|utvärderas|beaktas|"
    r"tas\s+fram|följas\s+upp|ses\s+över)\b",
    re.IGNORECASE,
)
_BY_SOMEONE = re.compile(
    r"\bav\s+\w|\b(?:vi|ni|jag|du|alla|parterna|huvudmännen|\w*(?:kommun(?!ikation)|region|nämnd|"
    r"styrelse|förvaltning|grupp(?:en)?\b|råd(?:et)?\b|chef|ledare|verksamhet|enhet|medarbetare|team|"
    r"bolag|vårdgivar|aktör|kansli|förening)\w*)\b",
    re.IGNORECASE,
)
"""Anyone who may be the one that acts."""
_ASKS_WHO = frozenset({Profile.ACTION, Profile.PROCESS})


@rule_everywhere(
    "unclear-swedish",
    Severity.INFO,
    Text("Texten är klar och enkel.", "The text is clear and simple."),
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield long sentences, sentences without anyone who acts, and words to avoid."""
    if not _is_swedish(facts.edition):
        return
    doers = _Doers(facts)
    for written in facts.texts:
        foreign = is_foreign(written) or "translations" in written.route
        if foreign or written.spec.text == "url":
            continue
        if facts.vocabulary.avoided and not isinstance(written.owner, GlossaryTerm):
            yield from _check_words(written, facts.vocabulary.avoided, facts.vocabulary)
        if written.is_prose and _deserves_a_look(written):
            yield from _check_sentences(written, doers)


def _is_swedish(edition: Edition | None) -> bool:
    return edition is None or (edition.roadmap.language or "sv") == "sv"


def _check_words(
    written: Written, avoided: re.Pattern[str], vocabulary: Vocabulary
) -> Iterator[Problem]:
    for word in dict.fromkeys(match[0] for match in avoided.finditer(written.words)):
        values = {"word": word, "term": vocabulary.instead[word.casefold()]}
        yield _problem(written, AVOIDED, USE_INSTEAD, values, word)


def _deserves_a_look(written: Written) -> bool:
    """Tell whether a text may hold a sentence to report, at less cost than to take it apart."""
    text = written.text
    if len(text) > _SHORT and len(_WORD.findall(text)) > MOST_WORDS:
        return True
    folded = text.casefold()
    obliges = any(verb in folded for verb in _OBLIGING)
    return obliges and _PASSIVE.search(written.words) is not None


class _Doers:
    """Who is said to do what a text speaks of."""

    def __init__(self, facts: Facts) -> None:
        edition = facts.edition
        self._facts = facts
        self._asks = edition is not None and edition.roadmap.profile in _ASKS_WHO
        documents = dict(edition.documents()) if edition else {}
        self._documents: Mapping[str, Value] = {
            edition.path_of(name): value for name, value in documents.items() if edition
        }

    def may_be_missing(self, written: Written) -> bool:
        """Tell whether neither the text's owner nor its document names who is responsible."""
        if not self._asks or self._facts.in_doubt(written.file, "responsible"):
            return False
        around = (written.owner, self._documents.get(written.file))
        return not any(getattr(one, "responsible", ()) for one in around)


def _check_sentences(written: Written, doers: _Doers) -> Iterator[Problem]:
    for sentence in _sentences(written.words):
        count = len(_WORD.findall(sentence))
        if count > MOST_WORDS:
            yield _problem(written, LONG, SPLIT, {"n": count}, sentence)
        passive = _PASSIVE.search(sentence)
        if passive and not _BY_SOMEONE.search(sentence) and doers.may_be_missing(written):
            words = " ".join(passive[0].split())
            yield _problem(written, NOBODY, SAY_WHO, {"words": words}, passive[0])


def _sentences(text: str) -> Iterator[str]:
    for block in _BLOCK_END.split(text):
        for sentence in _SENTENCE_END.split(block):
            if sentence.strip():
                yield sentence.strip()


def _problem(
    written: Written, text: Text, hint: Text, values: Mapping[str, object], words: str
) -> Problem:
    identity = (" ".join(words.split()),)
    return Problem(written.file, written.route, text, values, hint, identity=identity, words=words)
