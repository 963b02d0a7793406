from __future__ import annotations

import re
from collections import Counter

import pytest

from benchmarks.corpus import make_states, write_repository
from benchmarks.places import MOST_ROADMAPS, make_places
from tests.benchmarks.generating import git, write_corpus

PLACES_OF_FILES = re.compile(
    r"fardplan\.toml|roadmaps/(organisations|glossary)\.yaml"
    r"|roadmaps/[a-z0-9-]+/((roadmap|vision)\.yaml|(areas|goals|activities|indicators)/[a-z0-9-]+\.yaml)"
)


def test_same_arguments_same_commits(corpus, tmp_path):
    """Neither hash seed, time zone nor the user's own git settings change a byte or a commit."""
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[core]\n\tautocrlf = true\n[commit]\n\tgpgsign = true\n[user]\n\tname = X\n"
    )
    ran = write_corpus(
        "S", tmp_path / "again",
        PYTHONHASHSEED="7", TZ="Asia/Tokyo", GIT_CONFIG_GLOBAL=str(settings), GIT_AUTHOR_NAME="Y",
    )  # fmt: skip
    assert ran.returncode == 0
    history = git(corpus, "log", "--format=%H %T")
    assert git(tmp_path / "again", "log", "--format=%H %T") == history
    assert git(tmp_path / "again", "status", "--short") == git(corpus, "status", "--short") == ""
    for path in git(corpus, "ls-files").split():
        assert (tmp_path / "again" / path).read_bytes() == (corpus / path).read_bytes()


def test_another_seed_another_corpus():
    """The seed decides what stands in the activities, not where they stand."""
    one, other = make_states(1, 20, 1, 0)[0], make_states(1, 20, 2, 0)[0]
    assert one != other
    assert len(one) == len(other)


def test_history(corpus):
    """Two commits; the second changes 20 activities, adds two and removes one, in one roadmap."""
    assert git(corpus, "rev-list", "--count", "HEAD") == "2"
    lines = [
        line.split("\t") for line in git(corpus, "diff", "--name-status", "HEAD~1").split("\n")
    ]
    assert Counter(kind for kind, _ in lines) == {"M": 20, "A": 2, "D": 1}
    assert {path.rpartition("/")[0] for _, path in lines} == {"roadmaps/norrskog-lan/activities"}


def test_layout(corpus):
    """Every file stands where fardplan looks for it; S has 50 activities and 10 goals."""
    paths = git(corpus, "ls-tree", "-r", "--name-only", "HEAD~1").split()
    assert [path for path in paths if not PLACES_OF_FILES.fullmatch(path)] == []
    folders = Counter(path.split("/")[2] for path in paths if path.count("/") == 3)
    assert folders == {"activities": 50, "areas": 4, "goals": 10, "indicators": 2}


@pytest.mark.parametrize("commit", ["HEAD", "HEAD~1"])
@pytest.mark.parametrize("day", [(), ("--today", "2026-01-01"), ("--today", "2030-01-01")])
def test_no_rule_finds_anything(fardplan, corpus, tmp_path, commit, day):
    """No rule has anything to say about S, in either commit, on any day."""
    git(tmp_path, "clone", "--quiet", str(corpus), "state")
    git(tmp_path / "state", "checkout", "--quiet", commit)
    ended = fardplan("-C", str(tmp_path / "state"), "validate", "--fail-on", "info", *day)
    assert (ended.exit_code, ended.stdout) == (0, "")


def test_county_with_municipalities_is_clean(fardplan, tmp_path):
    """Nor about a county whose municipalities refer to its målbild, areas and goals."""
    base, head = make_states(4, 20, 1, 25)
    write_repository(tmp_path, base, head)
    ended = fardplan("-C", str(tmp_path), "validate", "--fail-on", "info")
    assert (ended.exit_code, ended.stdout) == (0, "")
    across = [path for path, text in head.items() if "norrskog-lan/" in text]
    assert {path.split("/")[1] for path in across} >= {
        place.roadmap for place in make_places(4)[1:]
    }


def test_changes_spill_over():
    """Where the first roadmap has too few activities, the next ones change as well."""
    base, head = make_states(2, 20, 1, 30)
    changed = [path for path in base.keys() & head.keys() if base[path] != head[path]]
    assert Counter(path.split("/")[1] for path in changed) == {"norrskog-lan": 19, "alberga": 11}
    assert len(head.keys() - base.keys()) == 2
    assert len(base.keys() - head.keys()) == 1


@pytest.mark.parametrize(("count", "counties"), [(1, 1), (13, 1), (311, 21), (MOST_ROADMAPS, 23)])
def test_as_many_regions_as_in_sweden(count, counties):
    """Every size has regions and municipalities in Sweden's proportion, all with their own names."""
    places = make_places(count)
    assert sum(1 for place in places if place.county is None) == counties
    assert len({place.roadmap for place in places}) == len(places) == count
    assert len({place.organisation for place in places}) == count


@pytest.mark.parametrize(
    "arguments",
    [("XL",), ("0x50",), ("1x19",), ("341x20",), ("1x20", "--changed", "20")],
)
def test_sizes_that_cannot_be_made(tmp_path, arguments):
    """A size that there is no room for is refused, and nothing is written."""
    size, *more = arguments
    ran = write_corpus(size, tmp_path / "new", *more)
    assert (ran.returncode, (tmp_path / "new").exists()) == (2, False)
    assert "Traceback" not in ran.stderr


def test_only_an_empty_folder_is_written_to(tmp_path):
    """Nothing that is there already is overwritten."""
    (tmp_path / "mine.txt").write_text("kvar")
    ran = write_corpus("1x20", tmp_path)
    assert ran.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
