from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2.compiler import CodeGenerator

from fardplan.documents import engine
from fardplan.documents.blocks import Paragraph, Section
from fardplan.documents.document import Document
from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.markdown.render import render_markdown
from fardplan.documents.template_fault import TemplateFault
from fardplan.documents.template_settings import LIGHT_PAPER, WASH, contrast
from fardplan.source.resources import templates_dir
from tests.documents.sample import SAMPLE

DOCUMENT = Document(
    lang="sv",
    title="<T>",
    metadata={"a": "A"},
    sections=(Section("a", "A", (Paragraph("Ett & två"),)),),
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


def test_one_part_of_the_page_changes_and_the_rest_stays(own):
    """A page that extends the built-in one replaces a block of it, or adds to what stands there."""
    template = own({
        "html/page.html.j2": '{% extends "builtin/page.html.j2" %}'
        "{% block made %}<p>Kommunen, {{ document.title }}</p>{% endblock %}"
        "{% block metadata %}{{ super() }}<meta name=own>{% endblock %}"
    })  # fmt: skip
    html = render_html(DOCUMENT, template)
    assert "<p>Kommunen, &lt;T&gt;</p></footer>" in html
    assert '<meta name="generator" content="fardplan">\n<meta name=own>' in html
    built_in = render_html(DOCUMENT, load_template("roadmap", [templates_dir()]))
    assert (
        html.split("<body", 1)[1].split("<footer>")[0]
        == (built_in.split("<body", 1)[1].split("<footer>")[0])
    )


def test_every_part_of_the_page_can_be_replaced(own):
    """What the manual lists as parts of the page are its blocks."""
    page = load_template("roadmap", [templates_dir()]).html.get_template("page.html.j2")
    manual = (Path(__file__).parents[2] / "docs" / "publishers.md").read_text("utf-8")
    part = manual.partition("### Byta ut en del av sidan")[2].partition("\n### ")[0]
    table = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
    assert table == list(page.blocks)


def test_a_block_of_a_kind_is_wrapped(own):
    """An own macro may call the built-in one that it covers."""
    template = own({
        "html/blocks/paragraph.html.j2":
            '{% from "builtin/blocks/paragraph.html.j2" import block as original %}'
            "{% macro block(b, level, w) %}<div class=own>{{ original(b, level, w) }}</div>{% endmacro %}"
    })  # fmt: skip
    assert "<div class=own><p>Ett &amp; två</p>\n</div>" in render_html(DOCUMENT, template)


@pytest.mark.parametrize("path", ["html/css/own.css", "html/blocks/paragraph.html.j2"])
def test_a_link_out_of_the_folder_is_not_followed(own, tmp_path, path):
    """A template shows no file from elsewhere on the machine, not even through a symbolic link."""
    (tmp_path / "secret").write_text("HEMLIGT", "utf-8")
    target = tmp_path / "templates/roadmap" / path
    target.parent.mkdir(parents=True)
    target.symlink_to(tmp_path / "secret")
    html = render_html(DOCUMENT, own({}))
    assert "HEMLIGT" not in html
    assert "<p>Ett &amp; två</p>" in html


@pytest.mark.parametrize("name", ["/etc/passwd", "../../secret", "blocks/../../../../secret"])
def test_a_template_includes_no_other_file(own, tmp_path, name):
    """Only files of the template can be included; what it lacks is named with the place."""
    (tmp_path / "secret").write_text("HEMLIGT", "utf-8")
    template = own({"html/page.html.j2": f'\n{{% include "{name}" %}}'})
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, template)
    page = template.folders[0] / "html/page.html.j2"
    assert (
        fault.value.say("sv")
        == f"Mallfilen {page}, rad 2, hänvisar till {name}, som mallen inte har."
    )


@pytest.mark.parametrize(
    "text", ["", "{% macro quote(b, level, w) %}{% endmacro %}", "{% set block = 1 %}",
             "{% macro block(b) %}{% endmacro %}"],
)  # fmt: skip
def test_a_block_without_its_macro_is_named(own, text):
    """A file of a block that holds something else is named, with what it must hold."""
    template = own({"html/blocks/paragraph.html.j2": text})
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, template)
    file = template.folders[0] / "html/blocks/paragraph.html.j2"
    assert fault.value.say("sv") == (
        f"Mallfilen {file} går inte att använda: den ska ha ett makro som börjar "
        "{% macro block(b, level, w) %}"
    )


@pytest.mark.parametrize(
    "reach",
    [
        "''.__class__.__mro__[1].__subclasses__()",
        "''|attr('__class__')",
        "('{0.__class__}').format(1) + missing",
        "w.blocks.__globals__",
        "w.blocks.__func__.__code__",
        "w._template.folders",
        "w._document",
        "document.__init__.__globals__['re']",
        "cycler.__init__.__globals__.os.popen('id').read()",
        "self._TemplateReference__context",
        "document.metadata.update(a='b')",
        "document.metadata.clear()",
        "settings.__class__(accent='x')",
        "range(10000000)|list",
        "lipsum.__globals__",
    ],
)
def test_the_sandbox_holds(own, reach):
    """No way that is known out of a template leads to Python, or changes the document."""
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, own({"html/page.html.j2": f"\n{{{{ {reach} }}}}"}))
    assert "html/page.html.j2 går inte att använda, rad 2. Jinja säger: " in fault.value.say("sv")
    assert DOCUMENT.metadata == {"a": "A"}


def test_what_is_asked_in_vain_in_a_built_in_file_is_named(own):
    """A built-in macro that an own template gives something odd is a fault of templates."""
    template = own({
        "html/page.html.j2": '{% from "builtin/blocks/paragraph.html.j2" import block %}{{ block(2, 2, w) }}'
    })  # fmt: skip
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, template)
    file = templates_dir() / "roadmap/html/blocks/paragraph.html.j2"
    assert f"{file} går inte att använda, rad 2. " in fault.value.say("sv")


def test_built_in_templates_show_the_same_as_in_the_sandbox(monkeypatch):
    """To compile them to plain Python changes no letter, nor what is escaped."""
    plainly = render_html(SAMPLE, load_template("roadmap", [templates_dir()]))
    monkeypatch.setattr(engine, "Compiler", CodeGenerator)
    assert render_html(SAMPLE, load_template("roadmap", [templates_dir()])) == plainly


def test_format_strings_reach_nothing(own):
    """A format string sees no attribute that the template may not."""
    template = own({"html/page.html.j2": "{{ '{0.__class__.__mro__}'.format(document) }}"})
    with pytest.raises(TemplateFault):
        render_html(DOCUMENT, template)


@pytest.mark.parametrize(
    "text",
    [
        "\n{{ w.blocks() }}",
        "\n{{ w.block('x', 2) }}",
        "\n{{ w.say(1) }}",
        "\n{% from 'blocks/table.html.j2' import block %}{{ block(1, 2, 3, 4) }}",
        "\n{{ [1].x.y }}",
        "\n{{ 1 / 0 }}",
        "\n{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ],
)
def test_a_mistake_in_an_own_template_is_no_crash(own, text):
    """What an own template does wrong with what it gets is told with its file and line."""
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, own({"html/page.html.j2": text}))
    assert "html/page.html.j2 går inte att använda, rad 2. Jinja säger: " in fault.value.say("sv")


@pytest.mark.parametrize("path", ["html/page.html.j2", "html/css/own.css"])
def test_a_file_that_is_no_text_is_named(own, tmp_path, path):
    """A file in another encoding is told, not shown as rubbish."""
    template = own({path: ""})
    (tmp_path / "templates/roadmap" / path).write_bytes("å".encode("latin-1"))
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, template)
    assert fault.value.say("sv").endswith(f"{path} går inte att läsa: den är inte text i UTF-8.")


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
        ('[colors]\naccent = "#dddddd"', "färgen #dddddd (colors.accent) syns för dåligt mot bakgrunden: kontrasten är 1,2:1 men ska vara minst 4,5:1."),
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


def test_an_unknown_template_to_extend_is_named(own):
    """A template does not quietly do without the one that it says it extends."""
    with pytest.raises(TemplateFault, match="There is no template called “finns-inte”"):
        own({"document.toml": 'extends = "finns-inte"'})


def test_a_part_that_the_page_does_not_have_is_named(own):
    """A misspelt part would be left out without a word; the fault says where, and which it may be."""
    template = own({
        "html/page.html.j2": '{% extends "builtin/page.html.j2" %}\n{% block made %}x{% endblock %}\n'
        "{% block foter %}x{% endblock %}"
    })  # fmt: skip
    with pytest.raises(TemplateFault) as found:
        render_html(DOCUMENT, template)
    said = found.value.say("sv")
    assert "page.html.j2, rad 3, byter ut ”foter”" in said
    assert "Menade du footer?" in said


def test_a_part_may_hold_parts_of_its_own(own):
    """A part inside one that is replaced is new, and so is a part of a page that extends nothing."""
    inner = "{% block footer %}{% block mine %}<p>Egen</p>{% endblock %}{% endblock %}"
    template = own({"html/page.html.j2": '{% extends "builtin/page.html.j2" %}' + inner})
    assert "<p>Egen</p>" in render_html(DOCUMENT, template)
    assert render_html(DOCUMENT, own({"html/page.html.j2": inner})) == "<p>Egen</p>"


def test_a_colour_must_stand_out_in_a_tinted_box_too(own):
    """What is just enough on white paper is too little in a box that is tinted by it."""
    assert contrast("#707070", LIGHT_PAPER) > 4.5
    with pytest.raises(TemplateFault) as fault:
        own({"document.toml": '[colors]\naccent = "#707070"'})
    assert "kontrasten är 4,1:1" in fault.value.say("sv")
    css = load_template("roadmap", [templates_dir()]).read("html/css/base.css")
    assert f"--wash: color-mix(in srgb, var(--accent) {WASH:.0%}, var(--paper))" in css


def test_contrast_is_that_of_wcag():
    """Black on white is 21, grey #767676 on white the least that passes."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
