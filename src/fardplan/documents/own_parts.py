"""The parts that a repository's own template replaces: the one that it extends must have them."""

from __future__ import annotations

from difflib import get_close_matches

from jinja2 import Environment, nodes

from fardplan.documents.template_fault import TemplateFault
from fardplan.locales.text import Text

_NO_PART = Text(
    "Mallfilen {file}, rad {line}, byter ut ”{part}”, men {parent} har ingen sådan del. "
    "Menade du {near}?",
    "The template file {file}, line {line}, replaces “{part}”, but {parent} has no such part. Did "
    "you mean {near}?",
)


def refuse_unknown_parts(environment: Environment, text: str, file: str) -> None:
    """Raise TemplateFault where a template replaces what the one that it extends does not have.

    Jinja would leave it out without a word.
    """
    tree = environment.parse(text, filename=file)
    parent = _find_parent(tree)
    if parent is None:
        return
    known = sorted(_list_parts(environment, parent))
    for part in tree.body:
        if isinstance(part, nodes.Block) and known and part.name not in known:
            near = get_close_matches(part.name, known, n=1, cutoff=0)
            values = {"part": part.name, "parent": parent, "near": near}
            raise TemplateFault(_NO_PART, file=file, line=part.lineno, **values)


def _list_parts(environment: Environment, name: str) -> set[str]:
    """Return the parts of a template and of all that it extends."""
    parts: set[str] = set()
    seen: set[str] = set()
    following: str | None = name
    while following and environment.loader and following not in seen:
        seen.add(following)
        text, file, _ = environment.loader.get_source(environment, following)
        tree = environment.parse(text, filename=file)
        parts |= {block.name for block in tree.find_all(nodes.Block)}
        following = _find_parent(tree)
    return parts


def _find_parent(tree: nodes.Template) -> str | None:
    """Return the template that one extends, if it says so by name."""
    extends = tree.find(nodes.Extends)
    named = extends.template if extends else None
    return named.value if isinstance(named, nodes.Const) else None
