from __future__ import annotations

import pytest

from fardplan.documents.blocks import Paragraph, Section
from fardplan.documents.document import Document
from fardplan.documents.engine import load_template
from fardplan.documents.html import render_html
from fardplan.documents.markdown import render_markdown
from fardplan.documents.template_fault import TemplateFault
from fardplan.documents.template_settings import contrast
from fardplan.source.resources import templates_dir

DOCUMENT = Document(
    lang="sv", title="<T>", sections=(Section("a", "A", (Paragraph("Ett & två"),)),)
)


@pytest.fixture
def own(tmp_path):
    """Return a function that writes files of a repository's template and loads it."""

    def load(files: dict[str, str], name: str = "roadmap"):
        for path, text in files.items():
            target = tmp_path / "templates" / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        return load_template(name, [tmp_path / "templates", templates_dir()])

    return load


def test_a_repositorys_file_replaces_the_built_in_one_and_the_others_stay(own):
    """One block changes, the page around it does not."""
    template = own({
        "html/blocks/paragraph.html.j2": "{% macro block(b, level, w) %}<p>!{{ w.inline(b.content) }}</p>{% endmacro %}"
    })  # fmt: skip
    html = render_html(DOCUMENT, template)
    assert "<p>!Ett &amp; två</p>" in html
    assert "<h1>&lt;T&gt;</h1>" in html


def test_a_template_of_another_name_falls_back_on_the_roadmap(own):
    """Only its settings and own styles differ."""
    template = own(
        {"document.toml": '[colors]\naccent = "#7a1f5c"\n', "html/css/own.css": ".x { }"}, "lan"
    )
    html = render_html(DOCUMENT, template)
    assert "--accent: #7a1f5c" in html
    assert ".x { }" in html


def test_a_folder_can_be_named_by_its_path(own, tmp_path):
    """A template need not lie among the others."""
    own({"markdown/page.md.j2": "{{ w.inline(document.title) }}"}, "x")
    template = load_template(tmp_path / "templates/x", [templates_dir()])
    assert render_markdown(DOCUMENT, template) == "\\<T>\n"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[colors]\naccent = "red"', "”red” går inte att använda för colors.accent. Skriv en färg som #14555a."),
        ('[colors]\naccent = "#dddddd"', "färgen #dddddd (colors.accent) syns för dåligt mot bakgrunden: kontrasten är 1,3:1 men ska vara minst 4,5:1."),
        ("[contents]\ndepth = true", "”True” går inte att använda för contents.depth. Skriv ett tal från 1 till 4."),
        ("[colours]\nx = 1", "det finns ingen inställning som heter ”colours.x”. De som finns: extends, colors.accent, colors.accent_dark, page.size, contents.depth, fonts.embed."),
        ("x = ", "går inte att läsa som TOML. Programmet som läser det säger: Invalid value (at end of document)"),
    ],
)  # fmt: skip
def test_bad_settings_are_named_with_their_file(own, toml, message):
    """The message says which file, which key and what to write."""
    with pytest.raises(TemplateFault) as fault:
        own({"document.toml": toml})
    said = fault.value.say("sv")
    assert said.partition("document.toml")[2].lstrip(": ") == message


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("html/page.html.j2", "\n{% if %}", 2),
        ("html/page.html.j2", "\n\n{{ missing.x }}", 3),
        ("html/page.html.j2", "{{ document.title.__class__.__mro__ }}", 1),
        ("html/page.html.j2", "{{ w.say('nonsense') }}", 1),
        ("html/page.html.j2", "{{ 1 + 'a' }}", 1),
    ],
)
def test_a_broken_template_is_named_with_file_and_line(own, path, text, line):
    """Neither a slip nor a forbidden reach ends in a traceback."""
    template = own({path: text})
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, template)
    assert f"{path} går inte att använda, rad {line}. Jinja säger: " in fault.value.say("sv")


def test_an_unknown_template_lists_those_there_are():
    """The names that exist are in the message."""
    with pytest.raises(TemplateFault) as fault:
        load_template("vagkarta", [templates_dir()])
    assert fault.value.say("sv") == "Det finns ingen mall som heter ”vagkarta”. Det finns: roadmap."


def test_contrast_is_that_of_wcag():
    """Black on white is 21, grey #767676 on white the least that passes."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
