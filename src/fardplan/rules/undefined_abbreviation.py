"""En förkortning ska förklaras i ordlistan, eller skrivas ut där den står första gången.

Ordlistan är `roadmaps/glossary.yaml`. Det räcker också att texten själv säger vad förkortningen
betyder: ”samordnad individuell plan (SIP)”. Namn på organisationer, grupper och planer räknas som
förklarade, liksom förkortningar som alla känner till och beteckningar på dokument (”SOU 2016:2”).
Regeln säger till en gång för varje förkortning i en färdplan.

Varför: Språklagen (2009:600), 11 §: språket i offentlig verksamhet ska vara ”vårdat, enkelt och
begripligt”. En förkortning är begriplig för den som redan vet.

In English: An abbreviation is explained in the glossary, or spelt out where it first stands.

The glossary is `roadmaps/glossary.yaml`. It is also enough that the text itself says what the
abbreviation means: ”samordnad individuell plan (SIP)”. Names of organisations, bodies and plans
count as explained, as do abbreviations that everyone knows and designations of documents (”SOU
2016:2”). The rule speaks up once for each abbreviation in a roadmap.

Why: The Language Act (2009:600), section 11: the language of public authorities shall be ”vårdat,
enkelt och begripligt” (cultivated, simple and comprehensible). An abbreviation is comprehensible
to those who know it already.

Fel:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    text: Var och en som behöver det får en SIP före hemgången.

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    text: Var och en som behöver det får en samordnad individuell plan (SIP) före hemgången.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.chapters import Reference, RelatedPlan, ReplacedDocument
from fardplan.model.edition import Edition
from fardplan.model.index import SHARED
from fardplan.model.names import slug
from fardplan.model.shared import GlossaryTerm
from fardplan.rules._base import Facts, Problem, Severity, rule
from fardplan.rules._texts import Written, is_foreign
from fardplan.rules._vocabulary import capitals_in

UNDEFINED = Text(
    "Förkortningen ”{word}” förklaras inte.", "The abbreviation “{word}” is not explained."
)
EXPLAIN = Text(
    "Skriv ut den, eller lägg den i roadmaps/glossary.yaml: "
    "`{{id: {id}, term: …, abbreviation: {word}}}`.",
    "Spell it out, or put it in roadmaps/glossary.yaml: "
    "`{{id: {id}, term: …, abbreviation: {word}}}`.",
)

KNOWN_TO_ALL = frozenset(
    {
        "AB", "AI", "CV", "EU", "FN", "GPS", "HT", "ID", "IT", "OBS", "OK", "PC", "PDF", "SMS",
        "TV", "UK", "USA", "VD", "VT", "WC",
    }
)  # fmt: skip

STRESSED = frozenset(
    {
        "ALDRIG", "ALL", "ALLA", "ALLT", "AND", "BARA", "BÅDA", "BÖR", "DU", "EJ", "ELLER",
        "ENDAST", "FÅR", "INGA", "INGEN", "INTE", "KAN", "MED", "MUST", "MÅSTE", "NI", "NO", "NOT",
        "NY", "NYA", "NYTT", "OCH", "ONLY", "OR", "SAMT", "SHALL", "SKA", "UTAN", "VI", "VIKTIG",
        "ÄVEN",
    }
)  # fmt: skip
"""Words that are set in capitals to be stressed."""

_NAMES = (Reference, RelatedPlan, ReplacedDocument, GlossaryTerm)
"""What names other things: their titles are as they are."""

_NO_TEXT = frozenset({"registry_number", "paragraph", "abbreviation", "email", "phone"})

_TWO_CAPITALS = re.compile("[A-ZÅÄÖ]{2}")
_CAPITALS = re.compile(r"(?<![\w&/.-])[A-ZÅÄÖ]{2,6}(?![\wÅÄÖåäö/&]|\.[A-Za-z])")
_OTHER_WORD = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")
_ROMAN = re.compile(r"[IVXLC]+")
_DESIGNATION = re.compile(r"[\s\u00a0]*(?:§|\d{2,})")
_NO_MARKUP = str.maketrans("", "", "*_")
_EXPLAINED_BY = re.compile(
    # samordnad individuell plan (SIP), (förkortat SIP)
    r"\w[\s\u00a0]+\((?:(?:förkort\w*|förk\.|kallad|kallas|abbreviated)\s+)?([A-ZÅÄÖ]{2,6})[),;]"
    r"|\b([A-ZÅÄÖ]{2,6})[\s\u00a0]+\(\w{4}"  # SIP (samordnad individuell plan)
    # SIP, samordnad individuell plan; SIP – samordnad individuell plan
    r"|\b(([A-ZÅÄÖ])[A-ZÅÄÖ]{1,5})(?:,|:|[\s\u00a0]+[–=-])[\s\u00a0]+(?=(?i:\4)\w{3})"
)


@rule(
    "undefined-abbreviation",
    Severity.INFO,
    Text("Förkortningar förklaras.", "Abbreviations are explained."),
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the first place of each abbreviation that is explained nowhere."""
    if not facts.gaps.is_whole(SHARED):
        return
    told = {*KNOWN_TO_ALL, *STRESSED, *facts.vocabulary.capitals, *_named(edition)}
    texts = [one for one in facts.texts if _TWO_CAPITALS.search(one.text) and _is_read(one)]
    for written in texts:
        for match in _EXPLAINED_BY.finditer(written.text.translate(_NO_MARKUP)):
            told.add(match[1] or match[2] or match[3])
    for written in texts:
        for word in _abbreviations(written):
            if word not in told:
                told.add(word)
                yield Problem(
                    written.file,
                    written.route,
                    UNDEFINED,
                    {"word": word, "id": slug(word)},
                    EXPLAIN,
                    identity=(word,),
                    words=word,
                )


def _is_read(written: Written) -> bool:
    """Tell whether it is a text of the roadmap's own; addresses hold no words anyway."""
    if is_foreign(written) or written.spec.key in _NO_TEXT:
        return False
    return written.is_prose or not isinstance(written.owner, _NAMES)


def _named(edition: Edition) -> Iterator[str]:
    """Yield the words in capitals that the names of the roadmap's own things hold."""
    roadmap = edition.roadmap
    for group in (roadmap.bodies, roadmap.related_plans, roadmap.references):
        yield from capitals_in(one.title for one in group)


def _abbreviations(written: Written) -> Iterator[str]:
    text = written.words
    if text.isupper():
        return  # a heading set in capitals
    for match in _CAPITALS.finditer(text):
        word = match[0]
        designation = _DESIGNATION.match(text, match.end())
        if not (designation or _ROMAN.fullmatch(word) or _stands_among_capitals(text, match)):
            yield word


def _stands_among_capitals(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words beside are in capitals too: then it is no abbreviation but a title."""
    before = text[: match.start()].split()[-1:]
    after = text[match.end() :].split()[:1]
    return any(_OTHER_WORD.fullmatch(word) for word in (*before, *after))
