"""The sandbox that templates run in: no way to Python or the disk, and an end to all they do.

A template may come from a proposal that nobody has looked through. What it can reach is settled by
Jinja's sandbox; what it can use up is settled here: turns, calls and memory are counted, the same
on every machine.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from pathlib import Path
from types import BuiltinMethodType, MethodType
from typing import Any, cast

from jinja2 import Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_STEPS = 20_000_000
"""What one document may cost: a turn of a loop is a step, a call a hundred. That is forty times
what the largest known one costs."""
MOST_MEMORY = 1 << 30
"""How many bytes a program may grow while it fills in a template, where the system can tell."""

BLOCK = 400
"""What it costs to lay out a block, since no call in fardplan's own templates is paid for."""
_CALL, _LETTERS_A_STEP = 100, 16
_LONGEST, _MOST_BITS = 10_000_000, 10_000
_COUNTED = "_counted"


class Exhausted(SecurityError):
    """A template that never ends, or does more than any document needs."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which every loop, call and filter is paid for.

    It answers once for each kind of value whether an attribute is safe, and for each method whether
    it may be called: Jinja's answers hang on the value's type and the name alone, or on the method,
    and are asked for a million times on a site.
    """

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        """Take what Jinja takes."""
        super().__init__(**options)
        self.filters[_COUNTED] = _count
        del self.globals["lipsum"]  # makes up any amount of text, and is of no use here

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; Jinja is asked where it is not known as safe, or may format text."""
        if _SAFE.get((type(obj), attribute)):
            value = getattr(obj, attribute, self)
            is_format = isinstance(value, _METHODS) and isinstance(value.__self__, str)
            if value is not self and not is_format:
                return value
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may see an attribute."""
        key = (type(obj), attr)
        known = _SAFE.get(key)
        if known is None:
            known = _SAFE[key] = super().is_safe_attribute(obj, attr, value)
        return known

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        spend(_CALL)
        if type(obj) is MethodType and self._is_plain(obj):
            kwargs.pop("_block_vars", None)  # as Jinja does
            kwargs.pop("_loop_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def _is_plain(self, method: MethodType) -> bool:
        """Tell whether a method may be called, and takes nothing of the template's own."""
        function = method.__func__
        known = _PLAIN.get(function)
        if known is None:
            is_safe = self.is_safe_callable(method)
            known = _PLAIN[function] = is_safe and not hasattr(function, "jinja_pass_arg")
        return known

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply; nothing that could grow beyond any use."""
        if _grows_too_large(operator, left, right):
            raise Exhausted(f"{operator} makes too large a value")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template, and let what each loop goes through and each filter gets be counted."""
        template = super()._parse(source, name, filename)
        for asked in list(template.find_all((nodes.Filter, nodes.Test))):
            given: nodes.Expr | None = asked.node
            if given is not None:  # a block that is filtered gives what stands in it
                asked.node = _counted(given)
        for loop in list(template.find_all(nodes.For)):
            loop.iter = _counted(cast("nodes.Expr", loop.iter))
        return template


_METHODS = (MethodType, BuiltinMethodType)
_SAFE: dict[tuple[type, str], bool] = {}
_PLAIN: dict[object, bool] = {}
_left = threading.local()


@contextmanager
def within_bounds() -> Iterator[None]:
    """Let templates that are filled in meanwhile do so much and no more.

    Raises Exhausted or MemoryError in them where they do.
    """
    before = getattr(_left, "steps", None)
    _left.steps = MOST_STEPS
    try:
        with _limited_memory():
            yield
    finally:
        _left.steps = before


def _counted(node: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(node, _COUNTED, [], [], None, None, lineno=node.lineno)


def _count(value: Any) -> Any:
    """Return what a loop goes through or a filter gets, and pay for it."""
    if isinstance(value, Undefined):
        return value
    if isinstance(value, str):
        spend(1 + len(value) // _LETTERS_A_STEP)
    elif isinstance(value, Sized):
        spend(1 + len(value))
    elif isinstance(value, Iterator):
        return _count_each(value)
    else:
        spend(1)
    return value


def _count_each(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        spend(1)
        yield value


def spend(steps: int) -> None:
    """Pay for what is done; raises Exhausted where a template has no more left."""
    left = getattr(_left, "steps", None)
    if left is None:
        return
    _left.steps = left - steps
    if left < steps:
        raise Exhausted("the template does not end, or does more than any document needs")


def _grows_too_large(operator: str, left: Any, right: Any) -> bool:
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * (max(right, 1) if operator == "**" else 1) + right.bit_length()
        return bits > _MOST_BITS
    if operator == "**":
        return False
    longer = max((len(one) for one in (left, right) if isinstance(one, Sized)), default=0)
    times = max((one for one in (left, right) if isinstance(one, int)), default=0)
    return longer * times > _LONGEST


@contextmanager
def _limited_memory() -> Iterator[None]:
    """Let this program grow by so much and no more, where the system has such a limit."""
    size = Path("/proc/self/statm")
    if sys.platform != "linux" or not size.exists():
        yield
        return
    import resource

    limit, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = int(size.read_text("ascii").split()[0]) * resource.getpagesize() + MOST_MEMORY
    known = [one for one in (limit, most, wanted) if one != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(known), most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
