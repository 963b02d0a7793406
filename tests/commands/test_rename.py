"""`fardplan rename`: a new id, and everything that refers to it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from fardplan.errors import CannotRun
from fardplan.source import edits
from fardplan.source.output import write_within

LAN = "format: 1\ntitle: Länets färdplan\nyear: 2023\nprofile: direction\n"
FILES = {
    "roadmaps/organisations.yaml": (
        "format: 1\n"
        "organisations:\n"
        "  - {id: regionen, title: Regionen}\n"
        "  - {id: orebro, title: Örebro}\n"
        "bodies:\n"
        "  - {id: namnden, title: Nämnden, organisation: orebro}\n"
    ),
    "roadmaps/lan/roadmap.yaml": LAN + (
        "owners: regionen\n"
        "themes:\n"
        "  # hållplatsen\n"
        "  - id: hem   # 2023\n"
        "    title: Hem\n"
        "    relates_to: {area: hemma}\n"
    ),
    "roadmaps/lan/areas/hemma.yaml": "title: Hemma\nstatements: []\n",
    "roadmaps/lan/goals/mal.yaml": (
        'title: Mål\narea: hemma   # området\nimplements:\n  - {theme: hem, reviewed: "1.0"}\n'
    ),
    "roadmaps/lan/activities/a.yaml": (
        "title: A\ngoal: 'mal'\nresponsible: orebro\npartners: [regionen, namnden]\n"
    ),
    "roadmaps/orebro/roadmap.yaml": (
        "format: 1\ntitle: Örebro\nyear: 2024\nprofile: direction\nowners: [orebro]\n"
        "implements: [{roadmap: lan}]\n"
    ),
    "roadmaps/orebro/areas/hemma.yaml": "title: Hemma\nmaps_to: [{area: lan/hemma}]\n",
    "roadmaps/orebro/goals/eget.yaml": "title: Eget\ncontributes_to: [lan/mal, eget]\n",
}  # fmt: skip


@pytest.fixture
def repository(write):
    """Write two roadmaps that refer to one another."""
    return write(FILES)


def _state(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def _changed(root: Path, before: dict[str, bytes]) -> dict[str, str | None]:
    """Return the files that differ, by path, with what they hold now."""
    after = _state(root)
    return {
        path: after[path].decode() if path in after else None
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
    }


def test_file(fardplan, repository):
    """A goal's file gets the new name, the old id is kept, and every reference follows."""
    before = _state(repository)
    result = fardplan("rename", "lan/goal/mal", "nytt-mal")
    assert (result.exit_code, result.stderr) == (
        0, "lan/goal/mal heter nu lan/goal/nytt-mal. 2 hänvisningar följer med.\n",
    )  # fmt: skip
    assert result.stdout == (
        "roadmaps/lan/goals/mal.yaml → roadmaps/lan/goals/nytt-mal.yaml\n"
        "roadmaps/lan/activities/a.yaml: 1 ändring\n"
        "roadmaps/lan/goals/nytt-mal.yaml: 1 ändring\n"
        "roadmaps/orebro/goals/eget.yaml: 1 ändring\n"
    )
    changed = _changed(repository, before)
    moved = changed.pop("roadmaps/lan/goals/nytt-mal.yaml")
    assert moved is not None
    assert "previously:\n  - mal\n" in moved
    assert moved.replace("previously:\n  - mal\n", "") == FILES["roadmaps/lan/goals/mal.yaml"]
    assert changed == {
        "roadmaps/lan/goals/mal.yaml": None,
        "roadmaps/lan/activities/a.yaml": FILES["roadmaps/lan/activities/a.yaml"].replace(
            "'mal'", "'nytt-mal'"
        ),
        "roadmaps/orebro/goals/eget.yaml": "title: Eget\ncontributes_to: [lan/nytt-mal, eget]\n",
    }


def test_id_in_a_list(fardplan, repository):
    """An id in a list changes where it stands, with its comments."""
    before = _state(repository)
    assert fardplan("rename", "theme/hem", "trygg-hemma").exit_code == 0
    changed = _changed(repository, before)
    assert changed.pop("roadmaps/lan/goals/mal.yaml") == FILES[
        "roadmaps/lan/goals/mal.yaml"
    ].replace("theme: hem,", "theme: trygg-hemma,")
    text = changed.pop("roadmaps/lan/roadmap.yaml")
    assert changed == {}
    assert text is not None
    assert "  # hållplatsen\n  - id: trygg-hemma   # 2023\n" in text
    assert text.count("    previously:\n      - hem\n") == 1


def test_shared(fardplan, repository):
    """What the roadmaps share is renamed everywhere, also where a lone text stands for a list."""
    assert fardplan("rename", "organisation/orebro", "orebro-kommun").exit_code == 0
    state = _state(repository)
    assert (
        b"{id: orebro-kommun, title: \xc3\x96rebro, previously: [orebro]}"
        in state["roadmaps/organisations.yaml"]
    )
    assert b"organisation: orebro-kommun" in state["roadmaps/organisations.yaml"]
    assert b"responsible: orebro-kommun\n" in state["roadmaps/lan/activities/a.yaml"]
    assert b"owners: [orebro-kommun]" in state["roadmaps/orebro/roadmap.yaml"]


def test_roadmap(fardplan, repository, write):
    """A roadmap's whole folder moves; references, settings and known debts follow."""
    write({
        "roadmaps/lan/bild.svg": "<svg/>",
        "fardplan.toml": '[organisation]\nlogo = "roadmaps/lan/bild.svg" # bild\n[templates]\nlan = "x"  # mall\n',
        "fardplan-baseline.yaml": (
            "# egen\nformat: 1\nknown:\n"
            "  - {rule: missing-projektplan, entity: activity lan/a, path: projektplan, severity: error}\n"
            "  - {rule: empty-area, entity: area lan/hemma, path: '', severity: info}\n"
            "  - {rule: unreadable-file, entity: roadmaps/lan/x.yaml, path: '', severity: error}\n"
        ),
    })  # fmt: skip
    result = fardplan("rename", "roadmap/lan", "lanet")
    assert result.exit_code == 0, result.stderr
    state = _state(repository)
    assert [path for path in state if path.startswith("roadmaps/lan/")] == []
    assert state["roadmaps/lanet/bild.svg"] == b"<svg/>"
    assert b"previously:\n  - lan\n" in state["roadmaps/lanet/roadmap.yaml"]
    assert b"[{roadmap: lanet}]" in state["roadmaps/orebro/roadmap.yaml"]
    assert b"{area: lanet/hemma}" in state["roadmaps/orebro/areas/hemma.yaml"]
    assert b"[lanet/mal, eget]" in state["roadmaps/orebro/goals/eget.yaml"]
    assert state["fardplan.toml"].decode() == (
        '[organisation]\nlogo = "roadmaps/lanet/bild.svg" # bild\n[templates]\nlanet = "x"  # mall\n'
    )
    assert state["fardplan-baseline.yaml"].decode() == (
        "# egen\nformat: 1\nknown:\n"
        "  - {rule: missing-projektplan, entity: activity lanet/a, path: projektplan, severity: error}\n"
        "  - {rule: empty-area, entity: area lanet/hemma, path: '', severity: info}\n"
        "  - {rule: unreadable-file, entity: roadmaps/lanet/x.yaml, path: '', severity: error}\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[templates]\n"lan" = "x"\nlanet = "y"\n', '[templates]\nnytt = "x"\nlanet = "y"\n'),
        ('templates = {lan = "lan", b = "y"} # lan\r\n', 'templates = {nytt = "lan", b = "y"} # lan\r\n'),
        ("templates.lan = 'x'\norganisation.logo = 'roadmaps/lan/å.svg'\n",
         "templates.nytt = 'x'\norganisation.logo = \"roadmaps/nytt/å.svg\"\n"),
        ('\ufeff[templates]\nlan = "x"\n', '\ufeff[templates]\nnytt = "x"\n'),
        ('[organisation]\nlogo = "roadmaps/lanet/a.svg"\n', None),
        ('[severity]\nlan = "x"\n', None),
    ],
)  # fmt: skip
def test_settings(fardplan, repository, write, before, after):
    """Settings keyed by the roadmap's id follow it, however they are written; others stay."""
    write({"fardplan.toml": before})
    assert fardplan("rename", "roadmap/lan", "nytt").exit_code == 0
    assert _state(repository)["fardplan.toml"].decode() == (after or before)


@pytest.mark.parametrize(
    ("path", "content"),
    [("fardplan.toml", "a = [\n"), ("fardplan.toml", b"\xff"), ("fardplan-baseline.yaml", "x")],
)
def test_own_files_that_cannot_be_read(fardplan, repository, write, path, content):
    """Where settings or known debts cannot be read nothing is renamed."""
    write({path: content})
    before = _state(repository)
    result = fardplan("--lang", "sv", "rename", "roadmap/lan", "nytt")
    assert (result.exit_code, result.stderr.count("\n"), path in result.stderr) == (3, 1, True)
    assert _changed(repository, before) == {}


@pytest.mark.parametrize("path", ["fardplan.toml", "fardplan-baseline.yaml"])
def test_links(fardplan, repository, path):
    """What is a link to something else is not written through."""
    (repository / path).symlink_to("/dev/null")
    result = fardplan("--lang", "sv", "rename", "roadmap/lan", "nytt")
    assert (result.exit_code, "är en länk till något annat" in result.stderr) == (3, True)


def test_debts_inside_lists(fardplan, repository, write):
    """A known debt names items by their ids, and these follow too."""
    path = "fardplan-baseline.yaml"
    line = "format: 1\nknown:\n  - {{rule: r, entity: activity lan/a, path: partners/{}, severity: info}}\n"
    write({path: line.format("namnden")})
    assert fardplan("rename", "body/namnden", "radet").exit_code == 0
    assert _state(repository)[path].decode() == line.format("radet")


def test_dry_run(fardplan, repository):
    """With --dry-run the same is told and nothing is written."""
    before = _state(repository)
    told = fardplan("rename", "mal", "nytt", "--dry-run")
    assert (told.exit_code, _changed(repository, before)) == (0, {})
    assert told.stderr == (
        "lan/goal/mal skulle byta id till lan/goal/nytt. 2 hänvisningar följer med. "
        "Inget är ändrat.\n"
    )
    assert fardplan("rename", "mal", "nytt").stdout == told.stdout


@pytest.mark.parametrize(
    "old", ["mal", "lan/mal", "goal/mal", "goals/mal", "lan/goal/mal", "lan/goals/mal", "roadmaps/lan/goals/mal.yaml"]
)  # fmt: skip
def test_names(fardplan, repository, old):
    """A thing is found by every name that means only it."""
    assert fardplan("rename", old, "nytt").stderr.startswith("lan/goal/mal heter nu lan/goal/nytt.")


def test_ambiguous_afterwards(fardplan, repository):
    """Where the new id means two things, references say which, also those to the other one."""
    assert fardplan("rename", "body/namnden", "regionen").exit_code == 0
    state = _state(repository)
    assert (
        b"partners: [organisation/regionen, body/regionen]"
        in state["roadmaps/lan/activities/a.yaml"]
    )
    assert b"owners: organisation/regionen\n" in state["roadmaps/lan/roadmap.yaml"]


REFUSALS = [
    ("hemma", "nytt", "”hemma” kan betyda flera saker. Skriv en av dem: lan/area/hemma, orebro/area/hemma"),
    ("orebro", "nytt", "”orebro” kan betyda flera saker. Skriv en av dem: organisation/orebro, roadmap/orebro"),
    ("lan/goal/mahl", "nytt", "Det finns inget som heter ”lan/goal/mahl”. Menade du lan/goal/mal?"),
    ("goal/xyzåäö", "nytt", "Det finns inget som heter ”goal/xyzåäö”. Visa det som finns: fardplan list goal"),
    ("mal", "Nytt mål", "”Nytt mål” går inte att ha som id. Ett id har små bokstäver a–z, siffror och bindestreck. Förslag: `nytt-mal`."),
    ("mal", "mal", "lan/goal/mal heter redan så."),
    ("mal", "nul", "”nul” går inte att ha som namn: Windows har det till annat, och kan inte öppna filen."),
    ("roadmap/lan", "con", "”con” går inte att ha som namn: Windows har det till annat, och kan inte öppna filen."),
    ("lan/hemma", "upptaget", "”upptaget” är upptaget: roadmaps/lan/areas/upptaget.yaml finns redan."),
    ("organisation/orebro", "regionen", "”regionen” är upptaget: organisation/regionen finns redan."),
    ("roadmap/lan", "orebro", "”orebro” är upptaget: roadmap/orebro finns redan."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), REFUSALS)
def test_refusals(fardplan, repository, old, new, said):
    """What cannot be is told in one line, and nothing is written."""
    (repository / "roadmaps/lan/areas/upptaget.yaml").symlink_to("ingenstans")
    before = _state(repository)
    result = fardplan("rename", old, new)
    assert (result.exit_code, result.stdout, result.stderr) == (3, "", f"fardplan: {said}\n")
    assert _changed(repository, before) == {}


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("roadmaps/lan/goals/trasig.yaml", "title: [\n# mal\n"),
        ("roadmaps/lan/goals/okand.yaml", "title: T\nokänd: mal\n"),
        ("roadmaps/lan/goals/x.yml", "title: T\ncontributes_to: [mal]\n"),
        ("roadmaps/lan/goals/mal.yaml", "title: T\nokänd: x\n"),
        ("roadmaps/lan/goals/latin.yaml", "title: Må\n# mal".encode("latin-1")),
    ],
)
def test_unread_files(fardplan, repository, write, path, content):
    """A file that cannot be read in full and may hold references stops the renaming."""
    write({path: content})
    before = _state(repository)
    result = fardplan("rename", "lan/mal", "nytt")
    assert (result.exit_code, _changed(repository, before)) == (3, {})
    assert result.stderr == (
        f"fardplan: Något i {path} går inte att läsa och kan hänvisa till ”mal”. "
        "Rätta det först (visa felen: fardplan validate).\n"
    )


def test_other_unread_files(fardplan, repository, write):
    """A broken file that does not mention the id is no hindrance, and stays as it is."""
    write({"roadmaps/lan/goals/trasig.yaml": "title: [\n# malen\n"})
    assert fardplan("rename", "lan/mal", "nytt").exit_code == 0


def test_name_that_is_no_id(fardplan, write):
    """A file whose name cannot be an id gets one; the old name is no earlier id."""
    root = write({**FILES, "roadmaps/lan/goals/Trygg hemgång.yaml": "title: T\n"})
    assert fardplan("rename", "Trygg hemgång", "trygg-hemgang").exit_code == 0
    assert (root / "roadmaps/lan/goals/trygg-hemgang.yaml").read_bytes() == b"title: T\n"


def test_report(fardplan, repository, write):
    """A report's id is its period."""
    write({"roadmaps/lan/reports/2023.yaml": "title: R\n"})
    assert fardplan("rename", "report/2023", "fjolaret").exit_code == 3
    assert fardplan("rename", "report/2023", "2023-q2").exit_code == 0
    assert (repository / "roadmaps/lan/reports/2023-q2.yaml").is_file()


def test_vision(fardplan, repository, write):
    """A vision bears the name of its roadmap."""
    write({"roadmaps/lan/vision.yaml": "title: Målbild\n"})
    result = fardplan("rename", "vision/lan", "nytt")
    assert (result.exit_code, "fardplan rename roadmap/lan nytt" in result.stderr) == (3, True)
    assert fardplan("rename", "roadmap/lan", "nytt").exit_code == 0


def test_twins(fardplan, repository, write):
    """Of two things with one id none can be renamed."""
    write({
        "roadmaps/lan/roadmap.yaml": LAN + "themes: [{id: x, title: A}, {id: x, title: B}]\n",
        "roadmaps/lan/goals/mal.yaml": "title: T\n",
    })  # fmt: skip
    result = fardplan("rename", "x", "y")
    assert (result.exit_code, result.stderr) == (
        3,
        (
            "fardplan: Flera saker heter lan/theme/x. "
            "Rätta det först (visa felen: fardplan validate).\n"
        ),
    )


@pytest.mark.parametrize("old", ["lan/mal", "roadmap/lan", "organisation/orebro"])
@pytest.mark.parametrize("failing", [0, 1, 2])
def test_failure_midway(fardplan, repository, monkeypatch, old, failing):
    """When a file cannot be written, everything is put back as it was."""
    before = _state(repository)
    written = []

    def fail(root: Path, path: str, data: bytes) -> None:
        written.append(path)
        if len(written) == failing + 1:
            raise CannotRun(edits.NOT_MOVED, path="x", reason="disken är full")
        write_within(root, path, data)

    monkeypatch.setattr("fardplan.source.edits.write_within", fail)
    result = fardplan("rename", old, "nytt")
    assert (result.exit_code, "disken är full" in result.stderr) == (3, True)
    assert len(written) > failing
    assert _changed(repository, before) == {}


def test_folder_that_cannot_be_written(fardplan, repository, monkeypatch):
    """Where the file cannot get its new name that is told, and nothing is changed."""
    before = _state(repository)

    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "rename", refuse)
    result = fardplan("rename", "lan/mal", "nytt")
    assert (result.exit_code, _changed(repository, before)) == (3, {})
    assert result.stderr == (
        "fardplan: Det går inte att byta namn på roadmaps/lan/goals/mal.yaml: "
        "du har inte rätt att skriva där.\n"
    )


def test_changed_meanwhile(repository):
    """A file that was changed after it was read is left alone, and so are all others."""
    from fardplan.source.tree import WorkingTree

    class Late(WorkingTree):
        def read(self, path: str) -> bytes:
            return b"title: gammalt\n"

    path = "roadmaps/lan/areas/hemma.yaml"
    before = _state(repository)
    with pytest.raises(CannotRun) as refusal:
        edits.Edits(Late(repository), files={path: b"title: nytt\n"}).carry_out()
    assert refusal.value.say("sv").startswith(f"{path} har ändrats under tiden")
    assert _changed(repository, before) == {}


def test_english(fardplan, repository):
    """Everything is said in English too."""
    result = fardplan("--lang", "en", "rename", "lan/mal", "nytt")
    assert result.stderr == "lan/goal/mal is now lan/goal/nytt. 2 references follow.\n"
    assert "roadmaps/lan/goals/nytt.yaml: 1 change\n" in result.stdout
