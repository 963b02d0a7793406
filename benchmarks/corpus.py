"""Write a synthetic repository of roadmaps, to measure on.

    python benchmarks/corpus.py SIZE DIR [--seed N] [--changed K]

SIZE is S (1 roadmap of 50 activities), M (13 of 80: a county with its municipalities), L (311 of
64: as many as there are regions and municipalities in Sweden) or RxA, such as 5x20. DIR gets a git
repository with two commits: HEAD changes K activity files (20), adds 2 and removes 1, all in the
first roadmap as far as they find room there. Every file is valid and no rule has anything to say.
The same arguments give the same bytes and the same commits.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.activity_files import Activity, activity_file, make_activities
from benchmarks.places import MOST_ROADMAPS, make_places
from benchmarks.roadmap_files import roadmap_files
from benchmarks.shared_files import GLOSSARY, SETTINGS, organisations_file
from benchmarks.wording import GOALS, sentences

SIZES = {"S": (1, 50), "M": (13, 80), "L": (311, 64)}
FEWEST_ACTIVITIES = 2 * len(GOALS)
"""Enough for every goal to keep one when one is removed."""

ADDED = 2

State = Mapping[str, str]
"""The text of every file by its path from the repository's root."""


def make_states(roadmaps: int, activities: int, seed: int, changed: int) -> tuple[State, State]:
    """Return the files of the first commit and of the second.

    Raises ValueError where there is no room for so many roadmaps or changes.
    """
    if not 1 <= roadmaps <= MOST_ROADMAPS or activities < FEWEST_ACTIVITIES:
        raise ValueError(
            f"1 to {MOST_ROADMAPS} roadmaps with at least {FEWEST_ACTIVITIES} activities each"
        )
    if not 0 <= changed < roadmaps * activities:
        raise ValueError("more changes than activities")
    places = make_places(roadmaps)
    base = {
        "fardplan.toml": SETTINGS,
        "roadmaps/organisations.yaml": organisations_file(places),
        "roadmaps/glossary.yaml": GLOSSARY,
    }
    made: list[Activity] = []
    for place in places:
        for path, text in roadmap_files(place, places, activities, f"{seed}/{place.key}"):
            base[f"roadmaps/{place.roadmap}/{path}"] = text
        extra = ADDED if place is places[0] else 0
        made += make_activities(place, activities + extra, f"{seed}/{place.key}/activities")
    added, made = made[activities:][:ADDED], made[:activities] + made[activities + ADDED :]
    base |= {_path(activity): activity_file(activity) for activity in made}
    head = base | {_path(activity): activity_file(activity) for activity in added}
    gone, *chosen = _choose(made, activities, changed, random.Random(f"{seed}/changes"))
    del head[_path(gone)]
    for number, activity in enumerate(chosen):
        head[_path(activity)] = activity_file(_change(activity, number))
    return base, head


def _choose(
    made: list[Activity], activities: int, changed: int, rng: random.Random
) -> Iterator[Activity]:
    """Yield the activity that is removed, then those that change: the first roadmap's first.

    Other activities depend on some of the first ones, so one of the later is removed.
    """
    first = made[:activities]
    gone = rng.choice(first[activities // 2 :])
    yield gone
    rest = [activity for activity in first if activity is not gone]
    rng.shuffle(rest)
    yield from (rest + made[activities:])[:changed]


def _change(activity: Activity, number: int) -> Activity:
    """Return the activity as it stands in the next commit: five kinds of change in turn."""
    match number % 5:
        case 0:
            return replace(activity, status="paused", reason="Vi väntar på nya lokaler.")
        case 1:
            return replace(activity, end=activity.end + 3, reason="Rekryteringen tog längre tid.")
        case 2:
            return replace(activity, amounts=tuple(amount // 2 for amount in activity.amounts))
        case 3:
            words = sentences(random.Random(f"{activity.seed}/new"), 2, activity.place.area_name)
            return replace(activity, implementation=words)
        case _:
            return replace(activity, partners=(*activity.partners, "socialchefen"))


def _path(activity: Activity) -> str:
    return f"roadmaps/{activity.place.roadmap}/activities/{activity.id}.yaml"


def write_repository(target: Path, base: State, head: State) -> None:
    """Write a git repository with two commits to an empty folder, and check the second out."""
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        raise FileExistsError(f"{target} is not empty")
    _git(target, "init", "--quiet", "--object-format=sha1", "--initial-branch=main")
    _git(target, "fast-import", "--quiet", data=b"".join(_stream(base, head)))
    _git(target, "reset", "--quiet", "--hard", "main")


def _git(target: Path, *arguments: str, data: bytes | None = None) -> None:
    """Run git without the user's own settings, which could change bytes or commits."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *arguments], cwd=target, input=data, env=kept | settings, check=True)


def _stream(base: State, head: State) -> Iterator[bytes]:
    """Yield the two commits in the format that git fast-import reads."""
    yield from _commit(1, "Första utgåvan", {path: base[path] for path in sorted(base)}, ())
    changed = {path: head[path] for path in sorted(head) if base.get(path) != head[path]}
    yield from _commit(2, "Ändrade aktiviteter", changed, sorted(base.keys() - head.keys()))


def _commit(day: int, message: str, files: State, gone: list[str] | tuple[()]) -> Iterator[bytes]:
    who = f"corpus <corpus@example.se> {1704067200 + 86400 * day} +0000"
    yield f"commit refs/heads/main\ncommitter {who}\n".encode() + _data(message)
    for path, text in files.items():
        yield f"M 100644 inline {path}\n".encode() + _data(text)
    for path in gone:
        yield f"D {path}\n".encode()
    yield b"\n"


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)


def read_size(written: str) -> tuple[int, int]:
    """Return how many roadmaps, of how many activities each, a size stands for."""
    if written in SIZES:
        return SIZES[written]
    match = re.fullmatch(r"(\d+)x(\d+)", written)
    if not match:
        raise argparse.ArgumentTypeError("S, M, L or RxA, such as 5x20")
    return int(match[1]), int(match[2])


def main() -> None:
    """Write the repository that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", metavar="SIZE", type=read_size)
    parser.add_argument("target", metavar="DIR", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changed", type=int, default=20)
    args = parser.parse_args()
    roadmaps, activities = args.size
    try:
        states = make_states(roadmaps, activities, args.seed, args.changed)
        write_repository(args.target, *states)
    except (ValueError, FileExistsError) as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
