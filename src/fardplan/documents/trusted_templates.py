"""fardplan's own templates, compiled to plain Python: a site asks for a million things in them.

What a template of somebody else asks for goes through the sandbox, and is paid for; of these, the
blocks are that they lay out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from fardplan.source.resources import templates_dir


@cache
def is_trusted(file: str) -> bool:
    """Tell whether a template is one of fardplan's own."""
    return Path(file).is_relative_to(templates_dir())


class Compiler(CodeGenerator):
    """Compiles a template; in a trusted one nothing stands between it and what it asks for.

    What a page shows has been escaped by the `finalize` of its environment.
    """

    @property
    def _is_trusted(self) -> bool:
        return is_trusted(str(self.filename))

    def get_visitor(self, node: nodes.Node) -> Callable[..., Any] | None:
        """Return what writes a part of a template."""
        if self._is_trusted:
            if isinstance(node, nodes.Getattr):
                return self._write_attribute
            if isinstance(node, nodes.Call) and not (node.dyn_args or node.dyn_kwargs):
                return self._write_call
        return super().get_visitor(node)

    def _write_attribute(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _write_call(self, node: nodes.Call, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._shows_plainly(frame, finalize):
            self.write(finalize.src or "")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._shows_plainly(frame, finalize):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    def _shows_plainly(self, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
        is_escaped = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        return is_escaped and finalize.src is not None and self._is_trusted
