"""A repository in which every text field of every model carries every attack.

The texts of the shipped roadmaps, which set every field that there is, give way to attacks: each
field of a model gets all of them, spread over the places where it stands.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

from fardplan.model.fields import Leaf, leaves
from fardplan.source.collection import load
from fardplan.source.tree import WorkingTree
from fardplan.source.yaml import read_yaml

ROOT = Path(__file__).parents[2]
EVIL = "https://evil.example"
"""Where nothing may ever be fetched from; as a link that a reader follows it is let through."""

MARKUP = (
    "<script>window.hit=1</script>",
    "</title></style></textarea></noscript><script>window.hit=2</script>",
    '"><svg/onload=window.hit=3>',
    "' onmouseover='window.hit=4' x='",
    '" autofocus onfocus="window.hit=5" x="',
    "<img src=x onerror=window.hit=6>",
    f"<svg><script href={EVIL}/s.js></script><image href={EVIL}/i.png /></svg>",
    "<svg><animate onbegin=window.hit=7 attributeName=x dur=1s></svg>",
    "<details open ontoggle=window.hit=8>",
    f"<style>@import url({EVIL}/c.css);body{{display:none}}</style>",
    f"<link rel=stylesheet href={EVIL}/c.css>",
    f"<meta http-equiv=refresh content='0;url={EVIL}'>",
    f"<base href={EVIL}/>",
    f"<iframe src={EVIL} srcdoc='<script>parent.hit=9</script>'></iframe>",
    f"<object data={EVIL}></object><embed src={EVIL}>",
    f"<form action={EVIL}><button>Skicka</button></form>",
    "<a href=javascript:window.hit=10>klicka</a>",
    "<a id=_content name=location>krock</a>",
    "<p style=position:fixed;inset:0;background:red>täck</p>",
    "<!-- <script>window.hit=11</script>",
    "--> ]]> <![CDATA[<script>window.hit=12</script>",
    "&lt;script&gt;window.hit=13&lt;/script&gt; &#60;img src=x onerror=window.hit=14&#62;",
    "<math><mtext></form><mglyph><style></math><img src onerror=window.hit=15>",
    "<x onclick=window.hit=16 tabindex=1 id=x>",
)
LINKS = (
    "[klicka](javascript:window.hit=20)",
    "[klicka](JaVaScRiPt:window.hit=21 'titel')",
    "[klicka](&#106;avascript:window.hit=22)",
    "[klicka](java&Tab;script:window.hit=23)",
    "[klicka](<java\tscript:window.hit=24>)",
    "[klicka](data:text/html,<script>window.hit=25</script>)",
    "[klicka](vbscript:window.hit=26) [fil](file:///etc/passwd)",
    "[klicka](//evil.example/a) [klicka](\\\\evil.example\\a)",
    "<javascript:window.hit=27>",
    f"![bild]({EVIL}/bild.png) ![bild](data:image/svg+xml;base64,PHN2Zy8+)",
    "[![bild](javascript:window.hit=28)](javascript:window.hit=29)",
    '[klicka](https://exempel.se/"onmouseover="window.hit=30)',
    "[klicka](https://exempel.se/<script>window.hit=31</script>)",
    "`</code><script>window.hit=32</script>`",
    "*[x](javascript:window.hit=33)* | # - 1. > ~~~",
    "[^1] [a]: javascript:window.hit=34",
)
TEMPLATES = (
    "{{ 7 * 7 }} {% for a in b %} {{ self.__init__ }} {# x #}",
    "${7*7} #{7*7} <%= 7*7 %> [[7*7]]",
    '#read("/etc/passwd") #import "@preview/x:1.0.0": * $ x $ @ref <label> \\u{0}',
    "\\include{/etc/passwd} \\input|id",
)
LETTERS = (
    "\u202eomvänd text utan slut",
    "\u2067\u202eisolerad\u2066 utan slut",
    "\u200b\u200d\u2060osynligt\u00ad\u200b",
    "Z" + "".join(map(chr, range(0x300, 0x350))) + "algo",
    "Ord" * 700,
    "👨‍👩‍👧‍👦" * 60,
    "日本語の長い題名は幅が広い" * 12,
    "العربية من اليمين إلى اليسار",
    "\U000e0041\U000e0042 \ufff9\ufffa\ufffb \ue000",
    "\N{NO-BREAK SPACE}" * 200 + "fast",
    "https://exempel.se/" + "a" * 400,
)
CONTROL = (
    "\x1b]0;titel\x07\x1b[31mröd\x1b[2J",
    "\x00noll\x08\x7f\x9b31m",
    "rad\u2028ny\u2029rad\ufffe",
)
"""What the reader finds fault with, and still hands over when it is written as an escape."""
COMMANDS = (
    "::error file=x,line=1::falskt fel",
    "rad\n::add-mask::x\n##[error]falskt\n::stop-commands::x",
    "@alla i länet, se #1 och !1",
    '=HYPERLINK("https://evil.example")',
    "section_start:0:x\r",
)
LINES = (*MARKUP, *LINKS, *TEMPLATES, *LETTERS, *COMMANDS)
"""What stands in texts of one line; prose gets the same and more."""
PROSE = (
    *LINES,
    "```html\n<script>window.hit=40</script>\n```",
    "[länk]: javascript:window.hit=41\n\n[länk] och [länk][länk]",
    "| a | <script>window.hit=42</script> |\n|--|--|\n| [x](javascript:window.hit=43) | "
    + "y" * 300
    + " |",
    "[^n]\n\n[^n]: <script>window.hit=44</script> [x](javascript:window.hit=45)",
    "Ord\n:   <script>window.hit=46</script>",
    "# <script>window.hit=47</script>\n\n" + "> " * 60 + "djupt",
    "    <script>window.hit=48</script>\n\n1. a\n"
    + "".join(f"{'   ' * n}- x\n" for n in range(40)),
)
URLS = (
    "https://evil.example/'onmouseover='window.hit=50",
    "https://evil.example/\u202egnp.exe",
    "https://" + "a" * 1900 + ".example",
    "https://evil.example/)](javascript:window.hit=51)",
    "https://evil.example/`;window.hit=52;{{7*7}}${7*7}",
    "mailto:x@evil.example?body=&lt;script&gt;",
)


def make_hostile(root: Path, *, control: bool = True) -> set[str]:
    """Write the repository, and return the fields that carry attacks.

    With `control`, characters that the reader finds fault with are among them.
    """
    shutil.copytree(ROOT / "roadmaps", root / "roadmaps")
    (root / "fardplan.toml").write_text(_settings(), "utf-8")
    loaded = load(WorkingTree(root))
    files = {
        f"roadmaps/{name}/{document}": list(leaves(value))
        for name, edition in loaded.collection.editions.items()
        for document, value in edition.documents()
    }
    shared = {"organisations.yaml": loaded.collection.organisations,
              "glossary.yaml": loaded.collection.glossary}  # fmt: skip
    files |= {f"roadmaps/{name}": list(leaves(value)) for name, value in shared.items()}
    places: dict[str, list[tuple[str, Leaf]]] = defaultdict(list)
    for path, found in files.items():
        for leaf in found:
            if leaf.spec.text in _ATTACKS and not leaf.spec.refs:
                places[f"{type(leaf.owner).__name__}.{leaf.spec.name}"].append((path, leaf))
    contents: dict[str, Any] = {
        path: read_yaml((root / path).read_bytes()).values for path in files
    }
    for there in places.values():
        attacks = _choose(there[0][1].spec.text, control=control)
        for number, (path, leaf) in enumerate(there):
            _replace(contents[path], leaf, _join(attacks, number, len(there), leaf.spec.text))
    for path, values in contents.items():
        (root / path).write_text(json.dumps(values, indent=1), "utf-8")
    return set(places)


_ATTACKS = {"line": LINES, "prose": PROSE, "url": URLS}


def _choose(kind: str, *, control: bool) -> tuple[str, ...]:
    return _ATTACKS[kind] + (CONTROL if control and kind != "url" else ())


def _join(attacks: tuple[str, ...], number: int, count: int, kind: str) -> str:
    """Return the share of one place among `count`: all of them together have every attack."""
    if kind == "url":
        return attacks[number % len(attacks)]
    own = attacks[number::count] or (attacks[number % len(attacks)],)
    return ("\n\n" if kind == "prose" else " ").join(own)


def _replace(values: Any, leaf: Leaf, text: str) -> None:
    """Put a text where a leaf stands, be it written short or in full."""
    for key in leaf.route:
        if isinstance(values, list) and isinstance(key, str):
            continue  # a lone list in place of a mapping
        if isinstance(values[key], str):  # the text, or a lone text in place of what is around it
            values[key] = text
            return
        values = values[key]


def _settings() -> str:
    evil = json.dumps(" ".join(MARKUP[:4]))
    return f'language = "sv"\n[site]\ntitle = {evil}\n[organisation]\nname = {evil}\n'
