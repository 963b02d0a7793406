"""The stylesheets of a page, fonts and pictures included, and the policy that admits only them."""

from __future__ import annotations

import base64
import hashlib
import re

from fardplan.documents import wording
from fardplan.documents.document import Document
from fardplan.documents.engine import Template
from fardplan.documents.template_settings import DARK_PAPER, LIGHT_PAPER

SCREEN = ("base", "page", "blocks", "lists", "tables", "figures")
_TYPES = {"woff2": "font/woff2", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
_ADDRESS = re.compile(r"""url\(["']?([\w./-]+\.(woff2|svg|png|jpg))["']?\)""")


def stylesheets(document: Document, template: Template) -> list[str]:
    """Return the text of each style element: for every medium, and for print."""
    paper = f"{_paper(document, template)}\n{print_css(template)}"
    return [_embed(css, template) for css in (screen_css(template), paper)]


def screen_css(template: Template) -> str:
    """Return what every page has in every medium, with the addresses of fonts and pictures."""
    names = (*(("fonts",) if template.settings.embed_fonts else ()), *SCREEN, "own")
    sheets = (template.read(f"html/css/{name}.css") for name in names)
    return "\n".join([_variables(template), *sheets])


def print_css(template: Template) -> str:
    """Return what every page has on paper."""
    return template.read("html/css/print.css")


def shared_css(template: Template) -> tuple[str, str]:
    """Return the two stylesheets that all pages of a site share: for every medium, and for print.

    Their fonts are in them, for Firefox takes no font from a file beside a page that is a file.
    """
    site = (template.read(f"html/css/{name}.css") for name in ("site", "site-own"))
    screen = "\n".join([screen_css(template), *site])
    paper = f"{print_css(template)}\n{template.read('html/css/site-print.css')}"
    return _embed(screen, template), _embed(paper, template)


def paper_css(document: Document, template: Template) -> str:
    """Return what one document has on paper: its head and foot on each sheet."""
    return _embed(_paper(document, template), template)


def policy(styles: list[str], *, files: bool = False, script: bool = False) -> str:
    """Return a content security policy: these styles and embedded pictures and fonts, no more.

    With `files` the page's own site may give it stylesheets and pictures, and take the form for
    searching; with `script` it may give scripts too.
    """
    # To Firefox a page that is a file is no site: its form needs leave to lead to another file.
    own, forms = ("'self' ", "'self' file:") if files else ("", "'none'")
    scripts = "script-src 'self'; " if script else ""
    hashes = " ".join(dict.fromkeys(map(_hash, styles)))
    return (
        f"default-src 'none'; style-src {own}{hashes}; img-src {own}data:; font-src data:; "
        f"{scripts}base-uri 'none'; form-action {forms}"
    )


def css_string(text: str) -> str:
    """Return text as a CSS string in which nothing can end it, nor the style element around it."""
    safe = (c if c.isalnum() or c in " ,.–-" else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(safe)}"'


def _variables(template: Template) -> str:
    settings = template.settings
    return (
        f":root {{ --paper: {LIGHT_PAPER}; --accent: {settings.accent}; }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"  :root {{ --paper: {DARK_PAPER}; --accent: {settings.accent_dark}; }}\n}}\n"
    )


def _paper(document: Document, template: Template) -> str:
    status = document.standing or (document.status.badge.text if document.status else "")
    page = wording.PAGE.say(document.lang, page="\0", pages="\1")
    before, between, after = re.split("[\0\1]", page)
    return (
        f"@page {{ size: {template.settings.paper};\n"
        f"  @top-left {{ content: {css_string(document.title)}; }}\n"
        f"  @top-right {{ content: {css_string(status)}; }}\n"
        f"  @bottom-left {{ content: {css_string(document.organisation)}; }}\n"
        f"  @bottom-right {{ content: {css_string(before)} counter(page) "
        f"{css_string(between)} counter(pages) {css_string(after)}; }}\n}}\n"
        "@page :first { @top-left { content: none; } @top-right { content: none; } }\n"
    )


def _embed(css: str, template: Template) -> str:
    """Return a stylesheet with its fonts and pictures in it, which cannot end a style element."""

    def embed(found: re.Match[str]) -> str:
        path = template.find(f"html/{found[1]}")
        if path is None:
            return "none"
        data = base64.b64encode(path.read_bytes()).decode("ascii")
        return f'url("data:{_TYPES[found[2]]};base64,{data}")'

    return _ADDRESS.sub(embed, css).replace("</", "<\\/")


def _hash(style: str) -> str:
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
