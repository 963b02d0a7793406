"""A template from a proposal: it reads no files, runs no code, and comes to an end."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from fardplan.documents.blocks import Paragraph, Section
from fardplan.documents.document import Document
from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.pdf.render import render_pdf
from fardplan.documents.pdf.typst_files import font_folders
from fardplan.documents.template_fault import TemplateFault
from fardplan.source.resources import templates_dir

DOCUMENT = Document(
    lang="sv",
    title="Titel",
    metadata={"date": "2024-01-01"},
    sections=(Section("a", "A", (Paragraph("Ett"),)),),
)
HIDDEN = "HEMLIGT-4711"
PAGE = "html/page.html.j2"


@pytest.fixture
def own(tmp_path):
    """Return a function that writes a template's files and loads it, with a secret beside it."""
    (tmp_path / "hemligt").mkdir()
    (tmp_path / "hemligt" / "html").mkdir()
    (tmp_path / "hemligt" / "html" / "secret").write_text(HIDDEN)

    def load(files: dict[str, str], name: str = "roadmap"):
        for path, text in files.items():
            target = tmp_path / "arkiv" / "templates" / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        return load_template(name, [tmp_path / "arkiv" / "templates", templates_dir()])

    return load


ESCAPES = [
    # Through the classes of a value, by every way to write a name.
    "''['__class__']", "''|attr('__cl' ~ 'ass__')", "[]['__class__']['__base__']['__subclasses__']()",
    "''|attr(['__class__']|first)", "[''.__class__]|map(attribute='__mro__')|list",
    "[document]|map(attribute='__class__.__init__.__globals__')|list",
    "[document]|groupby('__class__')|list", "[document]|sum(attribute='__class__')",
    "[document]|selectattr('__class__.__mro__')|list", "document|attr('__init__')|attr('__globals__')",
    "(document,)|map('attr', '__init__')|map('attr', '__globals__')|list",
    "document.__init__['__globals__']", "w['__class__']", "w|attr('_template')|attr('folders')",
    # By format strings, called and passed on (CVE-2016-10745, CVE-2019-10906, CVE-2024-56326).
    "'{0.__class__.__init__.__globals__}'.format(document)", "'{x.__class__}'.format_map({'x': document})",
    "['{0.__class__}']|map('format', document)|list|string ~ ('{0.__class__}'|attr('format'))(document)",
    "('{0.__class__.__mro__}'|attr('format'))(document)", "('{x.__class__}'|attr('format_map'))({'x': document})",
    "(['{0.__class__.__mro__}'.format]|first)(document)",
    # By what Jinja itself hands out (CVE-2025-27516 and the well-known payloads).
    "lipsum.__globals__['os'].popen('id').read()", "cycler.__init__.__globals__", "joiner.__init__",
    "namespace.__init__.__globals__", "namespace(x=1).__class__", "range.__class__", "dict.__class__",
    "dict.fromkeys.__self__.__subclasses__()", "self.__init__", "self._TemplateReference__context",
    "self.__dict__", "w.block.__func__.__globals__", "w.block.__self__", "w.say.__globals__",
    "settings.__class__.__mro__", "document.sections.__class__", "url_for.__globals__", "config.items()",
    "request.application", "get_flashed_messages.__globals__", "loop.__init__", "caller.__globals__",
    "(w.block|attr('im_func'))", "(w.blocks.__code__.co_consts)", "w.contents.gi_frame",
    "(range(1)|map('string')).gi_frame.f_globals", "(range(1)|select).gi_frame", "joiner().seen.__class__",
    # By changing what is shared.
    "document.metadata.__setitem__('a', 1)", "document.metadata|attr('update')", "[].append(1)",
    "{}.update({'a': 1})", "{'a': 1}.pop('a')", "document.sections.append(1)",
]  # fmt: skip
"""Published ways out of the sandbox, with the objects that fardplan's own templates are given."""
EMPTY = {
    "[document]|groupby('__class__')|list": "[(Undefined, [Document(",
    "(document,)|map('attr', '__init__')|map('attr', '__globals__')|list": "[Undefined]",
}
"""Those that end in nothing rather than a fault, with how what they give begins."""


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_way_out_of_the_sandbox(own, escape):
    """Each way that is known ends in one line that names the file; nothing is shown or changed."""
    template = own({PAGE: f"{{{{ {escape} }}}}"})
    if escape in EMPTY:
        shown = render_html(DOCUMENT, template)
        assert shown.startswith(EMPTY[escape])
        assert not {"class", "module", "function"} & set(re.findall(r"\w+", shown))
        return
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, template)
    said = fault.value.say("sv")
    assert f"{PAGE} går inte att använda, rad 1. Jinja säger: " in said


ENDLESS = {
    "loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
             "{% endfor %}{% endfor %}{% endfor %}",
    "range": "{% for a in range(1000000000) %}{% endfor %}",
    "filters": "{% for a in range(99999) %}{{ range(99999)|map('string')|join|length }}{% endfor %}",
    "tests": "{% for a in range(99999) %}{{ range(99999)|select('odd')|list is sequence }}{% endfor %}",
    "recursion": "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(90) }}",
    "loop": "{% for a in [1, 2] recursive %}{{ loop([1, 2]) if loop.depth < 90 }}{% endfor %}",
    "string": "{{ ('x' * 9000000) * 9000000 }}", "list": "{{ ([1] * 9999999) * 999 }}",
    "power": "{{ 9 ** (9 ** 9) }}", "product": "{% set n = namespace(x=9) %}{% for i in range(99) %}"
             "{% set n.x = n.x * n.x %}{% endfor %}", "huge": "{{ 'x' * 9999999999999999 }}",
    "doubling": "{% set n = namespace(x='x') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "lists": "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "centre": "{{ 'x'|center(9999999999) }}", "format": "{{ '%9999999999d'|format(1) }}",
    "method": "{{ '{:>9999999999}'.format(1) }}", "adjust": "{{ 'x'.ljust(9999999999) }}",
    "batch": "{{ [1]|batch(9999999999, 'x')|list }}", "indent": "{{ 'x'|indent(9999999999, first=true) }}",
    "replace": "{% set n = namespace(x='aa') %}{% for i in range(99) %}"
               "{% set n.x = n.x|replace('a', 'aaaa') %}{% endfor %}",
    "block": "{% macro f() %}{{ w.blocks(document.sections, 2) }}{% endmacro %}"
             "{% for a in range(99999) %}{{ f() }}{% for b in range(999) %}{{ f() }}{% endfor %}{% endfor %}",
    "lipsum": "{% for a in range(99999) %}{{ lipsum(n=999) }}{% endfor %}",
}  # fmt: skip


@pytest.fixture
def few_steps(monkeypatch):
    """Let a template do a twentieth of what it may, which takes a twentieth of the time."""
    monkeypatch.setattr("fardplan.documents.sandbox.MOST_STEPS", 1_000_000)


@pytest.mark.usefixtures("few_steps")
@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_template_comes_to_an_end(own, text):
    """What would take for ever, or all memory, is stopped and said with its file."""
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, own({PAGE: text}))
    assert f"{PAGE}" in fault.value.say("sv")
    assert render_html(DOCUMENT, load_template("roadmap", [templates_dir()]))


@pytest.mark.usefixtures("few_steps")
def test_what_takes_too_much_is_said_so(own):
    """The message says what is wrong in plain words, in both languages."""
    template = own({PAGE: "\n" + ENDLESS["loops"]})
    file = template.folders[0] / PAGE
    with pytest.raises(TemplateFault) as fault:
        render_html(DOCUMENT, template)
    assert fault.value.say("sv") == (
        f"Mallfilen {file}, rad 2, tar aldrig slut eller gör mer än något dokument behöver."
    )
    assert fault.value.say("en") == (
        f"The template file {file}, line 2, does not end, or does more than any document needs."
    )


@pytest.mark.parametrize(
    "name", ["..", ".", "../../hemligt", "/etc", "a/../../x", "C:x", "a\\b", "a\0b", ""]
)
def test_a_name_leads_to_no_other_folder(own, tmp_path, name):
    """What `extends` and the settings name is looked for among the templates alone."""
    if name:
        with pytest.raises(TemplateFault):
            load_template(name, [tmp_path / "arkiv" / "templates", templates_dir()])
    if name and "\0" not in name:  # which TOML does not hold
        with pytest.raises(TemplateFault):
            own({"document.toml": f"extends = '{name}'"})


@pytest.mark.parametrize("way", ["extends", "folder", "templates"])
def test_a_link_leads_to_no_other_folder(own, tmp_path, way):
    """A folder of templates that is a link out of the repository is none."""
    place = tmp_path / "arkiv" / "templates"
    hidden = tmp_path / "hemligt"
    if way == "templates":
        place.parent.mkdir()
        place.symlink_to(tmp_path)
        (tmp_path / "roadmap").symlink_to(hidden)
        template = own({})
    elif way == "folder":
        place.mkdir(parents=True)
        (place / "roadmap").symlink_to(hidden)
        template = own({})
    else:
        place.mkdir(parents=True)
        (place / "annan").symlink_to(hidden)
        with pytest.raises(TemplateFault):
            own({"document.toml": 'extends = "annan"'})
        return
    assert hidden.resolve() not in {folder.resolve() for folder in template.folders}
    assert HIDDEN not in template.read("html/secret")


def test_the_settings_name_no_folder(write_roadmap, fardplan):
    """The template that fardplan.toml names is one of the repository's, and no path."""
    root = write_roadmap('[templates]\nlan = "../../hemligt"\n')
    (root.parent.parent / "hemligt" / "html").mkdir(parents=True)
    (root.parent.parent / "hemligt" / "html" / PAGE.rpartition("/")[2]).write_text(HIDDEN)
    result = fardplan("--lang=sv", "render", "lan")
    assert (result.exit_code, HIDDEN in result.output) == (3, False)
    assert "Det finns ingen mall som heter ”../../hemligt”." in result.stderr


@pytest.fixture
def write_roadmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return a function that writes a repository with settings, and stands in it."""

    def write(settings: str) -> Path:
        root = tmp_path / "a" / "arkiv"
        (root / "roadmaps" / "lan").mkdir(parents=True)
        (root / "fardplan.toml").write_text(settings)
        (root / "roadmaps" / "lan" / "roadmap.yaml").write_text(
            "format: 1\ntitle: F\nyear: 2023\nprofile: direction\n"
        )
        monkeypatch.chdir(root)
        return root

    return write


TYPST = [
    '#read("/etc/passwd")', '#read("../../../../../../etc/passwd")', '#read("../../hemligt/html/secret")',
    '#image("/etc/passwd")', '#image("../../../etc/logo.svg")', '#include "/etc/passwd"',
    '#import "/etc/x.typ"', '#json("/etc/passwd")', '#csv("/proc/self/environ")', '#xml("/etc/x")',
    '#bibliography("/etc/x.bib")', '#plugin("/usr/lib/x.wasm")', '#import "@preview/cetz:0.3.0"',
    '#import "@local/x:1.0.0"', '#read("https://example.org/")', '#image("https://example.org/a.svg")',
    '#read(sys.inputs.at("document").slice(0, 1) + "/../../etc/passwd")', '#raw(theme: "/etc/passwd", "x")',
    "#let f(n) = f(n + 1)\n#f(1)", "#while true {}", '#eval("read(\\"/etc/passwd\\")")', "#panic(1)",
]  # fmt: skip


@pytest.mark.parametrize("text", TYPST)
def test_typst_reads_and_fetches_nothing(own, text):
    """A template for PDF has its own folder and nothing else: no files, packages or addresses."""
    with pytest.raises(TemplateFault) as fault:
        render_pdf(DOCUMENT, own({"typst/page.typ": text}))
    said = fault.value.say("sv")
    assert "root:" not in said
    assert HIDDEN not in said


def test_typst_follows_no_link(own, tmp_path):
    """A link in the template's folder is not copied to where Typst can see it, nor its fonts."""
    template = own({"typst/page.typ": '#read("secret.txt")'})
    folder = template.folders[0] / "typst"
    (folder / "secret.txt").symlink_to(tmp_path / "hemligt" / "html" / "secret")
    (folder / "fonts").symlink_to("/")
    with pytest.raises(TemplateFault) as fault:
        render_pdf(DOCUMENT, template)
    assert "file not found" in fault.value.say("sv")
    assert font_folders(template) == (templates_dir() / "roadmap" / "typst" / "fonts",)
