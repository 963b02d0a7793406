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
from fardplan.model.steering import Body, Organisation
from fardplan.model.terms import Profile
from fardplan.pipeline.creating import propose_name

TITLE = Text("Färdplan för nära vård", "Roadmap for close care")
ORGANISATION = Text("Vår kommun", "Our municipality")
WHO = Text(
    "Vilken kommun, region eller annan organisation äger färdplanen?",
    "Which municipality, region or other organisation owns the roadmap?",
)
ABOUT_OWNER = Text("Organisationens namn.", "The organisation's name.")
BODY = Text(
    "Vilken grupp eller nämnd ansvarar för färdplanen?",
    "Which group or committee is accountable for the roadmap?",
)
ABOUT_BODY = Text(
    "Gruppen som ansvarar för färdplanen.", "The group that is accountable for the roadmap."
)
GROUP = Text("Ledningsgruppen", "The management group")
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
        Roadmap, "title", "--title", words.TITLE.text, words.TITLE.about, default=TITLE.say(lang)
    )
    owner = about_field(
        Organisation, "title", "--organisation", WHO, ABOUT_OWNER,
        default=ORGANISATION.say(lang),
    )  # fmt: skip
    profile = about_field(
        Roadmap, "profile", "--profile", words.PROFILE.text, words.PROFILE.about,
        default=str(Profile.ACTION.value),
    )  # fmt: skip
    entry = words.year()
    year = about_field(Roadmap, "year", "--year", entry.text, entry.about, default=entry.proposal)
    questions = {"title": title, "organisation": owner, "profile": profile, "year": year}
    told = {key: interview.answer(one, given[key]) or "" for key, one in questions.items()}
    told["body"] = ""
    if given["body"] or told["profile"] in (Profile.ACTION, Profile.PROCESS):
        body = about_field(
            Body, "title", "--body", BODY, ABOUT_BODY,
            default=GROUP.say(lang),
        )  # fmt: skip
        told["body"] = interview.answer(body, given["body"]) or ""
    name = Question(
        "--id", ID, ABOUT_ID, lambda written: read_answer(Part, "id", written),
        default=propose_name("roadmap", told["title"]),
    )  # fmt: skip
    told["roadmap"] = interview.answer(name, new_id) or ""
    interview.finish()
    return told
