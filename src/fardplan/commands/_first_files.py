"""The roadmap that a new repository begins with, and what it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.commands.new import _roadmap_words as words
from fardplan.commands.new._filling import FILL_IN
from fardplan.editing.fragments import Bare, Plain
from fardplan.editing.outline import Gap, Open
from fardplan.locales.text import Lang, Text
from fardplan.model.edition import FORMAT
from fardplan.model.names import slug
from fardplan.model.paths import GLOSSARY, ORGANISATIONS, path_in
from fardplan.model.steering_terms import OrganisationKind
from fardplan.model.terms import Profile
from fardplan.pipeline.creating import Sheet

ABOUT_ORGANISATIONS = (
    Text(
        "Alla som färdplanerna talar om. Personer står aldrig här, bara roller. Ett id ändras inte",
        "All that the roadmaps speak of. Persons never stand here, only roles. An id does not",
    ),
    Text("när namnet ändras.", "change when the name does."),
)
ABOUT_GLOSSARY = (
    Text(
        "Det gemensamma språket: ord och förkortningar i färdplanerna.",
        "The common language: words and abbreviations in the roadmaps.",
    ),
)
EXAMPLE = (
    Text(
        "Ett exempel att börja med. Byt texterna mot era egna. Ska filen heta något annat:",
        "An example to begin with. Put your own texts in. Should the file be called otherwise:",
    ),
    Text("fardplan rename {old} NYTT-ID", "fardplan rename {old} NEW-ID"),
)

BODIES: Open = (
    Gap("bodies:", Text("nämnder, styrelser och grupper", "committees, boards and groups")),
    Gap("  - id: …", Text("kort namn: a–z, siffror, bindestreck", "a short name: a–z, digits")),
    Gap("    title: …", Text("till exempel Socialnämnden", "such as Socialnämnden")),
    Gap(
        "    organisation: …", Text("id på organisationen ovan", "the id of an organisation above")
    ),
)
TERMS: Open = (
    Gap("terms:", Text("en punkt för varje ord", "an item for each word")),
    Gap("  - id: …", Text("kort namn: a–z, siffror, bindestreck", "a short name: a–z, digits")),
    Gap("    term: …", Text("ordet", "the word")),
    Gap("    abbreviation: …", Text("förkortningen, om det finns en", "its abbreviation, if any")),
    Gap("    definition: …", Text("vad ordet betyder", "what the word means")),
)
AREA = Text("Vårt första område", "Our first area")
GOAL = Text("Vårt första mål", "Our first goal")
WAITING = Text("Aktiviteter tas fram under {year}.", "Activities are worked out in {year}.")
PERSPECTIVE = Text("Invånarnas perspektiv", "The residents' view")
STATEMENT = Text("Jag vet vart jag ska vända mig.", "I know where to turn.")

_NAME_TELLS = {
    "region": OrganisationKind.REGION,
    "kommun": OrganisationKind.MUNICIPALITY,
    "kommunen": OrganisationKind.MUNICIPALITY,
    "stad": OrganisationKind.MUNICIPALITY,
}


def first_sheets(
    *,
    title: str,
    organisation: str,
    body: str,
    roadmap: str,
    profile: str,
    year: str,
    lang: Lang,
) -> Iterator[Sheet]:
    """Yield the files of a first roadmap: without findings, and with an example where it helps."""
    owner = slug(organisation)[:60].strip("-") or "organisation"
    group = slug(body)[:60].strip("-")
    yield _organisations(organisation, owner, body, group)
    yield Sheet(GLOSSARY, {"format": Bare(FORMAT)}, (TERMS,), ABOUT_GLOSSARY)
    known = {**words.basics(), "title": title, "year": Bare(year), "profile": profile}
    yield Sheet(
        path_in(roadmap, "roadmap.yaml"),
        {**known, "owners": owner, **({"accountable": group} if group else {})},
        words.gaps(profile),
        FILL_IN,
    )
    yield from _examples(title, roadmap, profile, year, lang)


def _organisations(name: str, owner: str, body: str, group: str) -> Sheet:
    kinds = (_NAME_TELLS.get(word) for word in slug(name).split("-"))
    kind = next((one for one in kinds if one), None)
    own: dict[str, Plain] = {
        "id": owner,
        **({"kind": str(kind.value)} if kind else {}),
        "title": name,
    }
    values: dict[str, Plain] = {"format": Bare(FORMAT), "organisations": [own]}
    if group:
        values["bodies"] = [{"id": group, "title": body, "organisation": owner}]
    return Sheet(ORGANISATIONS, values, (BODIES,), ABOUT_ORGANISATIONS)


def _examples(title: str, home: str, profile: str, year: str, lang: Lang) -> Iterator[Sheet]:
    """Yield an area with a goal for an action plan, an area for a direction, or the målbild."""
    known: dict[str, Plain]
    area, goal = slug(AREA.say(lang)), slug(GOAL.say(lang))
    if profile in (Profile.ACTION, Profile.DIRECTION):
        about = _example(f"{home}/area/{area}")
        known = {"title": AREA.say(lang), "order": Bare(1)}
        yield Sheet(path_in(home, f"areas/{area}.yaml"), known, (), about)
    if profile == Profile.ACTION:
        about = _example(f"{home}/goal/{goal}")
        waiting = {"text": WAITING.say(lang, year=year), "due": Bare(year)}
        known = {"title": GOAL.say(lang), "area": area, "order": Bare(1), "placeholder": waiting}
        yield Sheet(path_in(home, f"goals/{goal}.yaml"), known, (), about)
    if profile == Profile.VISION:
        statement: dict[str, Plain] = {"id": slug(STATEMENT.say(lang)), "text": STATEMENT.say(lang)}
        perspective: dict[str, Plain] = {
            "id": slug(PERSPECTIVE.say(lang)),
            "title": PERSPECTIVE.say(lang),
            "statements": [statement],
        }
        known = {"title": title, "perspectives": [perspective]}
        yield Sheet(path_in(home, "vision.yaml"), known, (), EXAMPLE[:1])


def _example(name: str) -> tuple[Text, ...]:
    first, then = EXAMPLE
    return first, then.fill(old=name)
