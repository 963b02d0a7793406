"""`fardplan render -f pdf`: a file, never a screen full of bytes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fardplan.commands.render import ENDINGS, FONTS
from fardplan.source.resources import templates_dir
from tests.commands.terminal import converse

ROADMAP = 'format: 1\ntitle: Vår färdplan\nyear: 2024\nversion: "1.0"\nprofile: action\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository's folder with one roadmap, not in git."""
    (tmp_path / "roadmaps" / "lanet").mkdir(parents=True)
    (tmp_path / "roadmaps" / "lanet" / "roadmap.yaml").write_text(ROADMAP, "utf-8")
    (tmp_path / "fardplan.toml").write_text('language = "sv"\n', "utf-8")
    return tmp_path


def test_file(fardplan, root):
    """With `-o` the file is the PDF, and one line says where it is."""
    result = fardplan("-C", str(root), "render", "lanet", "-f", "pdf", "-o", "ut/plan.pdf")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Skrev ut/plan.pdf.\n")
    assert (root / "ut/plan.pdf").read_bytes().startswith(b"%PDF-1.7\n")


def test_pipe(fardplan, root):
    """What is no terminal gets the same bytes as a file."""
    fardplan("-C", str(root), "render", "lanet", "-f", "pdf", "-o", "plan.pdf")
    result = fardplan("-C", str(root), "render", "lanet", "-f", "pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == (root / "plan.pdf").read_bytes()


@pytest.mark.parametrize("form", sorted(form.value for form in ENDINGS))
def test_terminal(root, form):
    """At a terminal one line says how to write the file, before any work is done."""
    code, screen = converse(root, ["render", "lanet", "-f", form], [])
    file = f"lanet.{ {form.value: ending for form, ending in ENDINGS.items()}[form] }"
    assert code == 2
    assert (
        f"Formatet {form} går inte att visa i terminalen. Skriv det till en fil: -o {file}\n"
    ) in screen
    code, screen = converse(root, ["--lang", "en", "render", "lanet", "-f", form], [])
    assert code == 2
    assert (
        f"The format {form} cannot be shown in the terminal. Write it to a file: -o {file}\n"
    ) in screen


def test_extra(fardplan, root, monkeypatch):
    """Without the extra the command ends with 3 and says what to install."""
    monkeypatch.setitem(sys.modules, "typst", None)
    result = fardplan("-C", str(root), "render", "lanet", "-f", "pdf", "-o", "plan.pdf")
    assert (result.exit_code, result.stderr) == (
        3,
        'fardplan: PDF kräver ett tillägg. Installera det: pip install "fardplan[pdf]"\n',
    )
    assert not (root / "plan.pdf").exists()


def test_own_template(fardplan, root):
    """A template's file that Typst cannot use is named with its line."""
    own = root / "templates" / "lanet" / "typst" / "blocks" / "section.typ"
    own.parent.mkdir(parents=True)
    own.write_text("#let draw(b, level, w) = {\n  fel\n}\n", "utf-8")
    result = fardplan(
        "-C", str(root), "render", "lanet", "-f", "pdf", "-o", "a.pdf", "--template", "lanet"
    )
    assert result.exit_code == 3
    assert result.stderr.startswith("fardplan: Mallfilen ")
    assert result.stderr.endswith(
        "section.typ går inte att använda, rad 2. Typst säger: unknown variable: fel\n"
    )


@pytest.mark.parametrize("logo", [b"\x89PNG\r\n\x1a\nnej", b"<svg"])
def test_broken_logo(fardplan, root, logo):
    """A picture that cannot be drawn is told as what it is, on one line."""
    ending = "png" if logo.startswith(b"\x89") else "svg"
    (root / f"logo.{ending}").write_bytes(logo)
    (root / "fardplan.toml").write_text(
        f'language = "sv"\n[organisation]\nname = "Länet"\nlogo = "logo.{ending}"\n', "utf-8"
    )
    result = fardplan("-C", str(root), "render", "lanet", "-f", "pdf", "-o", "plan.pdf")
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "bild" in result.stderr


def test_what_no_font_has_is_told(fardplan, root):
    """What is shown as a box is named once, with where to put a font; in quiet it is not."""
    path = root / "roadmaps" / "lanet" / "roadmap.yaml"
    path.write_text(ROADMAP.replace("Vår", "Vår 中文 中 ቋንቋ"), "utf-8")
    told = (
        "Inget av typsnitten har 中, 文, ቋ och 1 till. I PDF:en visas rutor i stället, men uppläsning "
        "och sökning fungerar. Lägg ett typsnitt som har dem i templates/roadmap/typst/fonts/\n"
    )
    command = ("-C", str(root), "render", "lanet", "-f", "pdf", "-o", "plan.pdf")
    assert fardplan(*command).stderr == f"Skrev plan.pdf.\n{told}"
    assert fardplan("-q", *command).stderr == ""


@pytest.mark.parametrize("template", ["roadmap", "eget"])
def test_a_font_of_ones_own_leaves_no_box(fardplan, root, template):
    """A font in the folder that is named is used, whichever template the document has."""
    path = root / "roadmaps" / "lanet" / "roadmap.yaml"
    path.write_text(ROADMAP.replace("Vår", "Vår 中文"), "utf-8")
    own = root / FONTS / "egen.ttf"
    own.parent.mkdir(parents=True)
    own.write_bytes(_named_otherwise(templates_dir() / "roadmap/typst/fonts/last-resort.ttf"))
    (root / "templates" / "eget" / "html").mkdir(parents=True)
    command = ("-C", str(root), "render", "lanet", "-f", "pdf", "--template", template)
    assert fardplan(*command, "-o", "plan.pdf").stderr == "Skrev plan.pdf.\n"


def _named_otherwise(font: Path) -> bytes:
    """Return a font that has every sign, under another name of the same length."""
    data = font.read_bytes()
    for name, other in (
        ("Fardplan Last Resort", "Kommunens Egna Skrif"),
        ("FardplanLastResort", "KommunensEgnaSkrif"),
    ):
        for encoding in ("utf-16-be", "ascii"):
            data = data.replace(name.encode(encoding), other.encode(encoding))
    return data
