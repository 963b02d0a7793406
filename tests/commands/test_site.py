"""`fardplan site`: what it says, in both languages, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands.conftest import Write
from tests.source.history import roadmap

LAN = "roadmaps/lan/roadmap.yaml"
COUNTY = roadmap(2023, '"1.0"', profile="direction", status="adopted", language="sv")
FILES = {LAN: COUNTY, "roadmaps/lan/goals/a.yaml": "title: Målet A\n"}


def _without_files(said: str) -> str:
    """Return what is said without the number of files, which grows with each font and style."""
    return re.sub(r"\([0-9]+ n", "(N n", said)


def test_it_says_what_it_wrote_and_what_is_missing(fardplan, write: Write):
    """The folder, the number of pages, and what a publisher may want to add."""
    write(FILES)
    ran = fardplan("site")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert _without_files(ran.stderr) == (
        "Tillgänglighetsredogörelsen är inte ifylld. Gör det under [accessibility] i "
        "fardplan.toml.\n"
        "Ingen sitemap.xml, och flödena och 404.html saknar hela adresser: ange --base-url, eller "
        "base-url under [site] i fardplan.toml.\n"
        "Skrev 6 sidor i build/site (N nya eller ändrade filer, 0 borttagna).\n"
    )
    assert Path("build/site/lan/goals/a.html").is_file()
    assert fardplan("-q", "site").stderr == ""


def test_it_speaks_english(fardplan, write: Write):
    """With --lang en the messages are English; the pages stay in the language of the settings."""
    write({**FILES, LAN: COUNTY.replace("adopted", "draft")})
    ran = fardplan("--lang", "en", "site", "-o", "ut", "--base-url", "https://a.example.se")
    assert _without_files(ran.stderr) == (
        "Färdplan is left out (version 1.0): its status is draft. Should drafts show? Write "
        "drafts = true under [site] in fardplan.toml.\n"
        "The accessibility statement is not filled in. Do so under [accessibility] in "
        "fardplan.toml.\n"
        "Wrote 3 pages in ut (N new or changed files, 0 removed).\n"
    )
    assert "Ingen färdplan är antagen eller utgiven än." in Path("ut/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "address", ["", "fardplan.example.se", "ftp://x", "https://", "https://a b"]
)
def test_a_base_url_has_to_be_an_address(fardplan, write: Write, address):
    """What is no web address is a wrong usage, told with an example."""
    write(FILES)
    ran = fardplan("site", "--base-url", address)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "är ingen webbadress. Skriv till exempel https://fardplan.example.se/" in ran.stderr
    assert not Path("build").exists()


def test_a_folder_with_other_things_is_left_alone(fardplan, write: Write):
    """One line says what to do, and exit code 3."""
    write(FILES)
    ran = fardplan("site", "-o", "roadmaps")
    assert ran.exit_code == 3
    assert ran.stderr == (
        "fardplan: Mappen roadmaps innehåller annat än en webbplats som fardplan har gjort. "
        "Ange en tom mapp, eller en ny: fardplan site -o MAPP\n"
    )


def test_a_folder_without_roadmaps_empties_no_site(fardplan, write: Write, tmp_path):
    """In the wrong folder nothing is written, and nothing of what stands there is taken away."""
    write(FILES)
    site = tmp_path / "webb"
    assert fardplan("-q", "site", "-o", str(site)).exit_code == 0
    (tmp_path / "tom").mkdir()
    ran = fardplan("-C", str(tmp_path / "tom"), "site", "-o", str(site))
    assert (ran.exit_code, ran.stderr.count("\n"), "roadmaps" in ran.stderr) == (3, 1, True)
    assert (site / "lan/goals/a.html").is_file()


BROKEN = {
    "roadmaps/lan/goals/b.yaml": "titel: [\n",
    "roadmaps/lan/goals/a.yaml": "title: Målet A\norder: första\n",
    "roadmaps/annan/roadmap.yaml": "title: [\n",
    "fardplan.toml": '[site]\ndrafts = "ja"\n[severity]\nmissing-title = "warning"\n',
}


def test_a_site_that_is_not_whole_is_told_of(fardplan, write: Write):
    """What cannot be read is shown as written, its files and the settings are named, each time."""
    write({**FILES, **BROKEN})
    for _ in range(2):
        ran = fardplan("site", "--base-url", "https://a.example.se")
        assert ran.exit_code == 1
        assert ran.stderr.splitlines()[-1] == (
            "Publicera inte webbplatsen än: den är inte hel. De här filerna går inte att läsa "
            "fullt ut: fardplan.toml, roadmaps/annan/roadmap.yaml, roadmaps/lan/goals/a.yaml och "
            "1 till. Visa felen: fardplan validate"
        )
    page = Path("build/site/lan/1.0/index.html").read_text("utf-8")
    told = page[page.index('id="olasbart"') :]
    assert "första" in told
    assert "roadmaps/<wbr>lan/<wbr>goals/<wbr>b.yaml" in told


@pytest.mark.parametrize("name", BROKEN)
def test_each_file_that_cannot_be_read_is_named(fardplan, write: Write, name):
    """One such file is enough, also where it takes a whole roadmap away; others are not named."""
    write({**FILES, name: BROKEN[name]})
    ran = fardplan("site")
    assert ran.exit_code == 1
    assert f"läsa fullt ut: {name}. Visa" in ran.stderr


def test_a_site_without_roadmaps_says_so(fardplan, write: Write):
    """The pages about all are written, and one line says that there is nothing more."""
    write({"roadmaps/glossary.yaml": "format: 1\nterms: []\n"})
    ran = fardplan("site")
    assert ran.exit_code == 0
    assert "Webbplatsen är tom: det finns inga färdplaner i mappen roadmaps." in ran.stderr


def test_a_template_that_is_broken_is_told_of(fardplan, write: Write):
    """A fault in a repository's own part of the frame is told with its file and line."""
    write({**FILES, "templates/site/html/site.html.j2": "{{ site.nothing }}\n"})
    ran = fardplan("site")
    assert ran.exit_code == 3
    assert "templates/site/html/site.html.j2" in ran.stderr


def test_a_part_of_the_frame_can_be_replaced(fardplan, write: Write):
    """A repository changes one block of the frame and adds styles, and keeps all the rest."""
    write({
        **FILES,
        "templates/site/html/site.html.j2": '{% extends "builtin/site.html.j2" %}'
        "{% block site_menu %}<p>Egen meny</p>{% endblock %}",
        "templates/site/html/css/site-own.css": ".site-nav { color: red; }",
    })  # fmt: skip
    assert fardplan("site").exit_code == 0
    page = Path("build/site/lan/goals/a.html").read_text("utf-8")
    assert "<p>Egen meny</p>" in page
    assert 'class="crumbs"' in page
    assert "color: red" in Path("build/site/assets/roadmap.css").read_text("utf-8")
