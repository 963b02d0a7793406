"""Write each small change of a function beside it, so that a running program can choose one."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

KNOWN_DECORATORS = frozenset({"classmethod", "staticmethod"})
"""The decorators that mutmut knows how to mutate under."""


@dataclass(frozen=True)
class Mutant:
    """A small change: its name, and the file in which it stands beside what it changes."""

    name: str
    path: Path


def write_mutants(folder: Path, pattern: str) -> Iterator[Mutant]:
    """Rewrite these modules in place, and yield the mutants that they now hold."""
    for path in sorted(folder.glob(pattern)):
        name = path.relative_to(folder)
        mutated = mutate_file_contents(str(name), undecorate(path.read_text("utf-8")))
        path.write_text(mutated.code, "utf-8")
        for function in mutated.mutant_names:
            yield Mutant(get_mutant_name(name, function), path)


def tell_apart(mutant: Mutant) -> str:
    """Return what a mutant changes, as a diff."""
    functions = _read_functions(mutant.path)
    changed = mutant.name.rpartition(".")[2]
    name = changed.partition("__mutmut_")[0]
    before, after = (
        [line.replace(one, name) for line in functions[one]]
        for one in (f"{name}__mutmut_orig", changed)
    )
    return "\n".join(unified_diff(before, after, mutant.path.name, mutant.path.name, lineterm=""))


@cache
def _read_functions(path: Path) -> Mapping[str, Sequence[str]]:
    """Return the lines of each function in a file, by its name."""
    code = path.read_text("utf-8")
    lines = code.split("\n")
    return {
        node.name: lines[node.lineno - 1 : node.end_lineno]
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FunctionDef)
    }


def undecorate(source: str) -> str:
    """Return the same code with `f = decorate(f)` for `@decorate`, which mutmut passes over."""
    lines = source.split("\n")
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    for function in sorted(functions, key=lambda node: -node.lineno):
        decorators = [ast.unparse(one) for one in function.decorator_list]
        if not decorators or KNOWN_DECORATORS.intersection(decorators):
            continue
        value = function.name
        for decorator in reversed(decorators):
            value = f"{decorator}({value})"
        end = function.end_lineno or function.lineno
        lines.insert(end, f"{' ' * function.col_offset}{function.name} = {value}")
        del lines[function.decorator_list[0].lineno - 1 : function.lineno - 1]
    return "\n".join(lines)
