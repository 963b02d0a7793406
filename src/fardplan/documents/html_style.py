"""The stylesheets of a page, fonts and pictures included, and the policy that admits only them."""

from __future__ import annotations

import base64
import hashlib
import re

from fardplan.documents import wording
from fardplan.documents.blocks import Figure
from fardplan.documents.document import Document, walk
from fardplan.documents.engine import Template
from fardplan.documents.template_settings import DARK_PAPER, LIGHT_PAPER

SCREEN = ("base", "page", "blocks", "lists", "tables")
_TYPES = {"woff2": "font/woff2", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
_ADDRESS = re.compile(r"""url\(["']?([\w./-]+\.(woff2|svg|png|jpg))["']?\)""")
_STYLE_ELEMENT = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def stylesheets(document: Document, template: Template) -> list[str]:
    """Return the text of each style element: for every medium, and for print."""
    names = (*(("fonts",) if template.settings.embed_fonts else ()), *SCREEN, "own")
    screen = [_variables(template), *(template.read(f"html/css/{name}.css") for name in names)]
    paper = [_paper(document, template), template.read("html/css/print.css")]
    return [_element("\n".join(sheets), template) for sheets in (screen, paper)]


def policy(document: Document, styles: list[str]) -> str:
    """Return a content security policy: these styles and embedded pictures and fonts, no more."""
    figures = (part.svg for part in walk(document) if isinstance(part, Figure))
    inner = (style for svg in figures for style in _STYLE_ELEMENT.findall(svg))
    hashes = dict.fromkeys(map(_hash, (*styles, *inner)))
    return (
        f"default-src 'none'; style-src {' '.join(hashes)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
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
    status = document.status.badge.text if document.status else ""
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


def _element(css: str, template: Template) -> str:
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
