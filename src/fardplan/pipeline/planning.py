"""The projektplan of an activity that is there already."""

from __future__ import annotations

from collections.abc import Mapping

from fardplan.editing.fragments import Plain, as_read
from fardplan.editing.outline import fill_gap
from fardplan.editing.splice import CannotEdit, set_value
from fardplan.errors import CannotRun
from fardplan.locales.text import Saying, Text
from fardplan.model.activity import Activity
from fardplan.model.index import Entity
from fardplan.model.paths import path_in
from fardplan.model.projektplan import Projektplan
from fardplan.model.refusal import quote
from fardplan.pipeline.creating import Ground, verify
from fardplan.source.edits import Edits
from fardplan.source.yaml import read_yaml

HAS_PLAN = Text(
    "”{title}” har redan en projektplan i {file}. Det som saknas är {parts}: "
    "fyll i {keys} där, under projektplan.",
    "“{title}” has a projektplan already, in {file}. What is missing is {parts}: "
    "fill in {keys} there, under projektplan.",
)
HAS_WHOLE_PLAN = Text(
    "”{title}” har redan en projektplan i {file}, med alla fem delar. Ändra i filen.",
    "“{title}” has a projektplan already, in {file}, with all five parts. Change the file.",
)
BROKEN_PLAN = Text(
    "Det som står under projektplan i {file} går inte att läsa. Rätta det först "
    "(visa felen: fardplan validate).",
    "What stands under projektplan in {file} cannot be read. Mend it first "
    "(show the errors: fardplan validate).",
)
BROKEN_FILE = Text(
    "{file} går inte att läsa. Rätta den först (visa felen: fardplan validate).",
    "{file} cannot be read. Mend it first (show the errors: fardplan validate).",
)
NOT_EDITED = Text("{file}: {reason}.", "{file}: {reason}.")


def check_is_read(ground: Ground, written: str) -> None:
    """Raise CannotRun where an activity is named that has a file, but one that cannot be read."""
    home, _, name = written.rpartition("/")
    file = path_in(home, f"activities/{name}.yaml")
    if file in ground.tree.paths() and not ground.index.find(home, "activity", name):
        raise CannotRun(BROKEN_FILE, file=file)


def check_has_no_plan(ground: Ground, activity: Entity) -> None:
    """Raise CannotRun where an activity has a projektplan, with what that one lacks."""
    data = ground.tree.read(activity.file)
    written = read_yaml(data).values
    if not isinstance(written, dict) or written.get("projektplan") is None:
        return
    plan = getattr(activity.value, "projektplan", None)
    values: dict[str, object] = {"title": quote(activity.title), "file": activity.file}
    if not isinstance(plan, Projektplan):
        raise CannotRun(BROKEN_PLAN, **values)
    missing = plan.missing_parts
    if not missing:
        raise CannotRun(HAS_WHOLE_PLAN, **values)
    keys = tuple(str(part.value) for part in missing)
    raise CannotRun(HAS_PLAN, **values, parts=missing, keys=keys)


def add_plan(ground: Ground, activity: Entity, plan: Mapping[str, Plain]) -> bytes:
    """Return an activity's file with a projektplan, and every other byte as it was.

    Only a line that says that the projektplan is missing gives way to it.
    """
    old = ground.tree.read(activity.file)
    values = read_yaml(old).values
    try:
        filled = fill_gap(old, "projektplan", plan, values if isinstance(values, dict) else {})
        data = filled or set_value(old, ("projektplan",), plan, Activity)
    except CannotEdit as refusal:
        reason = Saying(refusal.text, refusal.values)
        raise CannotRun(NOT_EDITED, file=activity.file, reason=reason) from refusal
    verify(activity.file, data, Activity, {"projektplan": as_read(plan)})
    return data


def replace(ground: Ground, path: str, data: bytes) -> None:
    """Write a file that is there already."""
    Edits(ground.tree, files={path: data}).carry_out()
