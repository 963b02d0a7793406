"""One value alone, read as the model reads it: for answers to questions and values of options."""

from fardplan.model.base import Value
from fardplan.model.build import build
from fardplan.model.fields import FieldSpec, field_of
from fardplan.model.refusal import Refused
from fardplan.model.version import VersionNumber


def read_answer(model: type[Value], key: str, written: str) -> str:
    """Return what was written, if `model` takes it under `key` (or as one item of its list).

    Raises Refused in the words that a file with that value would be told.
    """
    spec = field_of(model, key)
    is_list = spec is not None and spec.shape in ("ordered", "unordered")
    data = {key: [written] if is_list else written}
    for misfit in build(model, data, {}).misfits:
        if misfit.route[:1] == (key,):
            raise Refused(misfit.text, misfit.values, misfit.hint)
    return written


def is_text(spec: FieldSpec) -> bool:
    """Tell whether a value that looks like a number is a text here, and is written as one.

    A version is: without quotation marks 2.10 would lose its zero in other programs.
    """
    return spec.scalar in (str, VersionNumber)
