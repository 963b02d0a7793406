"""`fardplan render`: from files to a document, with and without git."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

ROADMAP = """\
format: 1
title: Vår färdplan
year: {year}
version: "{version}"
profile: action
language: sv
purpose: Syftet {year}.
"""
OWNER = "owners: regionen\n"
NO_STATEMENT = (
    "Dokumentet länkar inte till någon tillgänglighetsredogörelse. Ange statement-url under "
    "[accessibility] i fardplan.toml.\n"
)
CUT = (
    "Publicera inte dokumentet än: det är inte helt. De här filerna går inte att läsa fullt ut: "
    "{}. Visa felen: fardplan validate\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository's folder with two roadmaps, not in git."""
    for name in ("lanet", "kommunen"):
        _write(tmp_path, f"roadmaps/{name}/roadmap.yaml", ROADMAP.format(year=2024, version="1.0"))
    _write(tmp_path, "fardplan.toml", 'language = "sv"\n')
    return tmp_path


@pytest.fixture
def render(fardplan, root) -> Callable[..., Result]:
    """Return a function that renders in the repository."""
    return lambda *args: fardplan("-C", str(root), "render", *args)


def _write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def _git(root: Path, *args: str) -> None:
    subprocess.run(["git", *args], cwd=root, check=True, capture_output=True)


def test_html_on_stdout(render):
    """Without options the product is one HTML page on stdout, and nothing is said beside it."""
    result = render("lanet")
    assert result.exit_code == 0
    assert result.stdout.startswith('<!DOCTYPE html>\n<html lang="sv">')
    assert "Syftet 2024." in result.stdout
    assert result.stderr == ""


def test_markdown(render):
    """`-f markdown` gives text that reads well by itself."""
    result = render("lanet", "-f", "markdown")
    assert "# Vår färdplan\n" in result.stdout
    assert "Syftet 2024." in result.stdout


def test_file(render, root):
    """With `-o` the document goes to the file, byte by byte what stdout would get."""
    result = render("lanet", "-o", "ut/plan.html")
    assert (result.stdout, result.stderr) == ("", f"Skrev ut/plan.html.\n{NO_STATEMENT}")
    assert (root / "ut/plan.html").read_text("utf-8") == render("lanet").stdout


def test_unknown_roadmap(render):
    """An unknown roadmap ends with 3 and names those that exist."""
    result = render("lannet")
    assert result.exit_code == 3
    assert result.stderr == (
        "fardplan: Det finns ingen färdplan som heter ”lannet”. De som finns: kommunen, lanet.\n"
    )


def test_unknown_format(render):
    """A format that does not exist is wrong usage."""
    assert render("lanet", "-f", "rtf").exit_code == 2


def test_faults_are_told(render, root):
    """What cannot be read is left out, the rest stands; one line names the files, and it is 1."""
    _write(root, "roadmaps/lanet/goals/trasigt.yaml", "title: [")
    _write(root, "roadmaps/lanet/goals/helt.yaml", "title: Ett helt mål\nfärg: röd\n")
    result = render("lanet")
    assert result.exit_code == 1
    assert "Ett helt mål" in result.stdout
    files = "roadmaps/lanet/goals/helt.yaml och roadmaps/lanet/goals/trasigt.yaml"
    assert result.stderr == CUT.format(files)
    other = render("kommunen")
    assert (other.exit_code, other.stderr) == (0, "")


def test_many_faulty_files(render, root):
    """Of many files that cannot be read three are named, and the others counted."""
    for name in "abcde":
        _write(root, f"roadmaps/lanet/goals/{name}.yaml", "title: [")
    named = ", ".join(f"roadmaps/lanet/goals/{name}.yaml" for name in "abc")
    assert render("lanet").stderr == CUT.format(f"{named} och 2 till")


def test_unreadable_roadmap(render, root):
    """A roadmap whose own file cannot be read gives what its other files hold; nothing is made up.

    The document itself says which file it is.
    """
    _write(root, "roadmaps/lanet/roadmap.yaml", "title: [\n")
    _write(root, "roadmaps/lanet/goals/mal.yaml", "title: Målet\n")
    result = render("lanet")
    assert result.exit_code == 1
    assert "Målet" in result.stdout
    assert 'name="year"' not in result.stdout
    text = render("lanet", "-f", "markdown").stdout
    assert "2000" not in text
    assert "roadmaps/lanet/roadmap.yaml" in text
    assert result.stderr == CUT.format("roadmaps/lanet/roadmap.yaml")


def test_values_that_cannot_be_read_are_shown(render, root):
    """An invalid value stands in the document as written; with it goes what it is a part of."""
    _write(root, "roadmaps/lanet/roadmap.yaml", ROADMAP.format(year="i år", version="1.0"))
    parts = "sub_activities:\n  - text: Utan titel\n    status: klar\nwhen: snart nog\n"
    _write(root, "roadmaps/lanet/activities/a.yaml", f"title: Aktiviteten\n{parts}")
    text = render("lanet", "-f", "markdown").stdout
    table = text.partition("### Det här gick inte att läsa")[2].split("\n\n")[2]
    assert table.splitlines()[2:] == [
        "| **Aktiviteten** | Delaktiviteter | text: Utan titel; status: klar |",
        "| **Aktiviteten** | När | snart nog |",
        "| **Vår färdplan** | År | i år |",
    ]
    assert "**År:**" not in text


def test_the_past_is_never_refused(render, root):
    """What an earlier version says in ways that no longer fit is told, and nothing fails."""
    old = ROADMAP.format(year=2023, version="0.9") + "status: halvt antagen\n"
    _write(root, "forra/lanet/roadmap.yaml", old)
    result = render("lanet", "--rev", "forra/lanet", "-f", "markdown")
    assert "| **Vår färdplan** | Status | halvt antagen |" in result.stdout
    assert (result.exit_code, result.stderr) == (
        0,
        (
            "Dokumentet är inte helt. De här filerna går inte att läsa fullt ut: "
            "roadmaps/lanet/roadmap.yaml.\n"
        ),
    )
    old = ROADMAP.format(year=2023, version="0.9") + "bortglömd: ja\n"
    _write(root, "forra/lanet/roadmap.yaml", old)
    result = render("lanet", "--rev", "forra/lanet", "-f", "markdown")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "gick inte att läsa" not in result.stdout


def test_earlier_version(render, root, fardplan):
    """`--rev` takes a year, a version or a revision from git; `-v` says which was taken."""
    _git(root, "init", "-q")
    _git(root, "add", ".")
    _git(root, "commit", "-q", "-m", "2024")
    _git(root, "tag", "lanet/1.0")
    _write(root, "roadmaps/lanet/roadmap.yaml", ROADMAP.format(year=2025, version="2.0"))
    _git(root, "commit", "-q", "-am", "2025")
    for rev in ("2024", "1.0", "lanet/1.0", "HEAD~1"):
        assert "Syftet 2024." in render("lanet", "--rev", rev).stdout
    assert "Syftet 2025." in render("lanet").stdout
    told = fardplan("-C", str(root), "-v", "render", "lanet", "--rev", "1.0").stderr
    assert "taggen lanet/1.0" in told
    assert render("lanet", "--rev", "2019").exit_code == 3


def test_earlier_version_in_a_folder(render, root):
    """An earlier version may be a folder: it needs no git, and takes today's organisations."""
    _write(root, "forra/lanet/roadmap.yaml", ROADMAP.format(year=2023, version="0.9") + OWNER)
    shared = "format: 1\norganisations:\n  - id: regionen\n    title: Region Prov\n"
    _write(root, "roadmaps/organisations.yaml", shared)
    page = render("lanet", "--rev", "forra/lanet").stdout
    assert "Syftet 2023." in page
    assert "Region Prov" in page


def test_no_git(render):
    """Without git an earlier version cannot be read, and the message says why."""
    result = render("lanet", "--rev", "2023")
    assert result.exit_code == 3
    assert "ligger inte i git" in result.stderr


def test_template_of_the_settings(render, root):
    """The settings name a template per roadmap; `--template` goes before them."""
    _write(root, "templates/lanet/document.toml", '[colors]\naccent = "#123456"\n')
    _write(root, "fardplan.toml", '[templates]\nlanet = "lanet"\n')
    assert "#123456" in render("lanet").stdout
    assert "#123456" not in render("kommunen").stdout
    assert "#123456" not in render("lanet", "--template", "roadmap").stdout
    assert "#123456" in render("kommunen", "--template", "templates/lanet").stdout


def test_unknown_template(render):
    """A template that does not exist ends with 3 and names those that do."""
    result = render("lanet", "--template", "borta")
    assert (result.exit_code, result.stderr) == (
        3,
        "fardplan: Det finns ingen mall som heter ”borta”. Det finns: roadmap.\n",
    )


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def test_publisher(render, root):
    """The organisation and its logo in the settings stand on the cover."""
    _write(root, "logo.svg", SVG)
    _write(root, "fardplan.toml", '[organisation]\nname = "Region Prov"\nlogo = "logo.svg"\n')
    page = render("lanet").stdout
    assert "Region Prov" in page
    assert 'src="data:image/svg+xml;base64,' in page


@pytest.mark.parametrize(
    "logo", ["borta.png", "../utanfor.png", "fardplan.toml", f"{'x' * 300}.png"]
)
def test_bad_logo(render, root, logo):
    """A logo that is missing, outside the repository or no picture is told by name."""
    (root.parent / "utanfor.png").write_bytes(b"")
    cover = f"cover:\n  logo: ../../{logo}\n"
    _write(root, "roadmaps/lanet/roadmap.yaml", ROADMAP.format(year=2024, version="1") + cover)
    result = render("lanet")
    assert result.exit_code == 3
    why = "finns inte i arkivet" if logo[:5] in ("borta", "xxxxx") else "går inte att använda"
    assert result.stderr.startswith(f"fardplan: Logotypen {logo} {why}")


def test_settings_that_are_a_link(render, root):
    """Settings that cannot be read end with 3 and a line that says why."""
    _write(root, "andra.toml", "")
    (root / "fardplan.toml").unlink(missing_ok=True)
    (root / "fardplan.toml").symlink_to("andra.toml")
    result = render("lanet")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "fardplan.toml" in result.stderr


def test_english(fardplan, root):
    """`--lang en` is the language of messages; the document keeps that of the roadmap."""
    result = fardplan("-C", str(root), "--lang", "en", "render", "lanet", "-o", "plan.md")
    assert result.stderr.startswith("Wrote plan.md.\nThe document does not link to an access")
    assert '<html lang="sv">' in (root / "plan.md").read_text("utf-8")


def test_licence_and_statement_of_the_settings(render, root):
    """The licence and the accessibility statement in the settings stand in the document."""
    _write(
        root,
        "fardplan.toml",
        'data-license = "CC-BY-4.0"\n[accessibility]\nstatement-url = "https://a.se/till"\n',
    )
    page = render("lanet", "-f", "markdown").stdout
    assert "[Tillgänglighetsredogörelse](https://a.se/till)" in page
    assert "(https://creativecommons.org/licenses/by/4.0/deed.sv)" in page
    assert render("lanet", "-o", "a.html").stderr == "Skrev a.html.\n"


def test_advice(render, fardplan, root):
    """A page to publish without what the law asks for is told of, but no draft and no text."""
    assert render("lanet", "-f", "markdown", "-o", "a.md").stderr == "Skrev a.md.\n"
    assert fardplan("-C", str(root), "-q", "render", "lanet", "-o", "a.html").stderr == ""
    draft = ROADMAP.format(year=2024, version="1.0") + "status: draft\n"
    _write(root, "roadmaps/lanet/roadmap.yaml", draft)
    assert render("lanet", "-o", "a.html").stderr == "Skrev a.html.\n"


def test_way_to_the_version_in_force(render, root):
    """An earlier version leads to the one in force on the site, or the advice says what lacks."""
    now = ROADMAP.format(year=2024, version="1.0") + "status: adopted\n"
    _write(root, "roadmaps/lanet/roadmap.yaml", now)
    _write(root, "forra/lanet/roadmap.yaml", ROADMAP.format(year=2023, version="0.9"))
    asked = ("lanet", "--rev", "forra/lanet", "-f", "markdown", "-o", "a.md")
    assert render(*asked).stderr == (
        "Skrev a.md.\nDokumentet länkar inte till den version som gäller. Ange base-url under "
        "[site] i fardplan.toml.\n"
    )
    _write(root, "fardplan.toml", '[site]\nbase-url = "https://a.se/plan/"\n')
    assert render(*asked).stderr == "Skrev a.md.\n"
    text = (root / "a.md").read_text("utf-8")
    assert "[2024 (version 1.0)](https://a.se/plan/lanet/index.html)" in text
