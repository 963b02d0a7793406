"""The questions about a first roadmap."""

from __future__ import annotations

from collections.abc import Mapping

from fardplan.commands._ask import Interview
from fardplan.commands._questions import Question, about_field
from fardplan.commands.new import _roadmap_words as words
from fardplan.locales.text import Text
from fardplan.model.answers import read_answer
from fardplan.model.common import Part
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Organisation
from fardplan.model.terms import Profile
from fardplan.pipeline.creating import propose_name

TITLE = Text("Färdplan för nära vård", "Roadmap for close care")
ORGANISATION = Text("Vår kommun", "Our municipality")
WHO = Text(
    "Vilken kommun, region eller annan organisation äger färdplanen?",
    "Which municipality, region or other organisation owns the roadmap?",
)
ID = Text(
    "Vilket kort namn (id) ska färdplanen ha? Mappen heter så.",
    "Which short name (id) should the roadmap have? Its folder is called that.",
)
ABOUT_ID = Text(
    "Kort namn som andra kan hänvisa till: små bokstäver a–z, siffror och bindestreck.",
    "A short name for others to refer to: lower-case letters a–z, digits and hyphens.",
)


def ask_start(
    interview: Interview, given: Mapping[str, str | None], new_id: str | None
) -> dict[str, str]:
    """Return title, organisation, profile, year and the roadmap's id, each told, asked or usual."""
    lang = interview.lang
    title = about_field(
        Roadmap, "title", "--title", words.TITLE.text, words.TITLE.english, default=TITLE.say(lang)
    )
    owner = about_field(
        Organisation, "title", "--organisation", WHO, "The organisation's name.",
        default=ORGANISATION.say(lang),
    )  # fmt: skip
    profile = about_field(
        Roadmap, "profile", "--profile", words.PROFILE.text, words.PROFILE.english,
        default=str(Profile.ACTION.value),
    )  # fmt: skip
    entry = words.year()
    year = about_field(
        Roadmap, "year", "--year", entry.text, entry.english, default=entry.proposal
    )
    questions = {"title": title, "organisation": owner, "profile": profile, "year": year}
    told = {key: interview.answer(one, given[key]) or "" for key, one in questions.items()}
    name = Question(
        "--id", ID, ABOUT_ID, lambda written: read_answer(Part, "id", written),
        default=propose_name("roadmap", told["title"]),
    )  # fmt: skip
    told["roadmap"] = interview.answer(name, new_id) or ""
    interview.finish()
    return told
