"""The steps that all new files share: which roadmap, what it is called, writing, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fardplan.commands._ask import Interview
from fardplan.commands._options import Session
from fardplan.commands._output import emit
from fardplan.commands._questions import Question
from fardplan.commands.new._form import Entry, Form, as_choices
from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.model.base import Value
from fardplan.model.terms import Profile
from fardplan.pipeline.creating import Ground, NewPlace, Sheet, create, roadmaps_of

HOME = Text("I vilken färdplan?", "In which roadmap?")
ABOUT_HOME = Text("Färdplanen som det nya hör till.", "The roadmap that the new thing belongs to.")
NO_ROADMAPS = Text(
    "Det finns ingen färdplan än. Skapa en: fardplan new roadmap",
    "There is no roadmap yet. Make one: fardplan new roadmap",
)
ID = Text(
    "Vilket kort namn (id) ska det ha i filer och hänvisningar?",
    "Which short name (id) should it have in files and references?",
)
ABOUT_ID = Text(
    "Kort namn som andra kan hänvisa till: små bokstäver a–z, siffror och bindestreck.",
    "A short name for others to refer to: lower-case letters a–z, digits and hyphens.",
)
FILL_IN = (
    Text(
        "Raderna som börjar med # fattas ännu. Ta bort # och skriv svaret i stället för … på de",
        "The lines that begin with # are still missing. Take away the # and write the answer in",
    ),
    Text(
        "rader som behövs, och ta bort resten. Kontrollera sedan: fardplan validate",
        "place of … where it is needed, and delete the others. Then check: fardplan validate",
    ),
)
WRITTEN = Text("Filen är skapad: {path}", "The file is written: {path}")
CHECK = Text(
    "Öppna den och fyll i det som fattas. Kontrollera sedan: fardplan validate {path}",
    "Open it and fill in what is missing. Then check: fardplan validate {path}",
)
CHECK_WHOLE = Text(
    "Kontrollera den: fardplan validate {path}", "Check it: fardplan validate {path}"
)
NOT_WRITTEN = Text(
    "Så skulle {path} se ut. Inget är skrivet.", "{path} would look so. Nothing is written."
)


class Making:
    """One new thing on its way into a roadmap."""

    def __init__(self, session: Session, kind: str, model: type[Value], *, ask: bool) -> None:
        """Read the repository, and get ready to ask."""
        self.session = session
        self.kind = kind
        self.ground = Ground.open(session.root)
        self.interview = Interview(session, ask=ask)
        self.form = Form(self.interview, self.ground, "", model)

    @property
    def profile(self) -> Profile:
        """What sort of document the roadmap is."""
        return self.ground.edition(self.form.home).roadmap.profile

    def enter(self, home: str | None) -> None:
        """Settle the roadmap: the one that is named, the only one, or one to choose."""
        found = tuple(roadmaps_of(self.ground))
        if home is None and not found:
            raise CannotRun(NO_ROADMAPS)
        if home is None and len(found) == 1:
            home = found[0].id
        if home is None:
            question = Question(
                Text("FÄRDPLAN", "ROADMAP"), HOME, ABOUT_HOME,
                lambda name: self.ground.edition(name).id, as_choices(found),
            )  # fmt: skip
            home = self.interview.answer(question)
        self.interview.finish()
        self.form.home = self.ground.edition(home or "").id

    def name(self, title: Entry, given: str | None, new_id: str | None) -> str:
        """Settle title and id; return the id."""
        (called,) = self.form.ask(replace(title, required=True), given) or ("",)
        self.interview.finish()
        return self.identify(called, new_id)

    def identify(self, title: str, new_id: str | None) -> str:
        """Settle the id, proposed from a title."""
        place = NewPlace(self.ground, self.form.home, self.kind)
        proposal = place.propose(title)
        question = Question("--id", ID, ABOUT_ID, place.check, default=proposal)
        return self.interview.answer(question, new_id) or proposal

    def place(self, parent: tuple[str, str] | None) -> None:
        """Put it after the others under the same parent, where they have an order."""
        from fardplan.editing.fragments import Bare

        order = self.ground.next_order(self.form.home, self.kind, parent)
        if order is not None:
            self.form.known["order"] = Bare(order)

    def sheet(self, entity_id: str) -> Sheet:
        """Return the file as it is to be."""
        path = NewPlace(self.ground, self.form.home, self.kind).path(entity_id)
        left = self.form.left
        return Sheet(path, self.form.known, left, FILL_IN if left else ())

    def write(self, sheets: Sequence[Sheet], *, dry_run: bool = False) -> None:
        """Write the files and say what to do next, or show them."""
        self.interview.finish()
        lang = self.session.lang
        files = {one.path: one.write(lang) for one in sheets}
        if dry_run:
            for path, data in files.items():
                emit(data.decode())
                self.session.note(NOT_WRITTEN, path=path)
            return
        create(self.ground, files)
        for path in files:
            self.session.note(WRITTEN, path=path)
        tell_next(self.session, sheets[0].path, is_whole=not sheets[0].left)


def tell_next(session: Session, path: str, *, is_whole: bool) -> None:
    """Say what to do with a file that has been written."""
    session.note(CHECK_WHOLE if is_whole else CHECK, path=path)
