"""The one thing that is written to a repository, and what git is asked before it."""

from __future__ import annotations

import pytest

from fardplan.errors import CannotRun
from fardplan.source._git_tag import explain
from tests.source.reading import A, opened

MESSAGE = "# Färdplan\n\n  indrag \n\n\n# slut\n"


@pytest.fixture
def history(start_history, monkeypatch):
    """Return a repository with one commit, and a name for who makes tags."""
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Kansliet")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "kansliet@example.org")
    made = start_history()
    made.commit({A: "ett\n"})
    return made


def refuse(repository, name: str, commit: str) -> str:
    """Return the Swedish line that a tag is refused with."""
    with pytest.raises(CannotRun) as caught:
        repository.make_tag(name, commit, MESSAGE)
    assert caught.value.say("en")
    return caught.value.say("sv")


def test_the_message_is_kept_to_the_letter(history):
    """Lines that look like comments, spaces and blank lines stay in the message."""
    commit = history.git("rev-parse", "HEAD")
    with opened(history.root) as repository:
        repository.make_tag("a/1.0", commit, MESSAGE)
        (tag,) = repository.list_tags()
    assert (tag.name, tag.commit, tag.annotated) == ("a/1.0", commit, True)
    made = (history.root / ".git/refs/tags/a/1.0").read_text("ascii").strip()
    assert history.git("cat-file", "tag", made).partition("\n\n")[2] == MESSAGE.strip("\n")


@pytest.mark.parametrize("annotated", [True, False])
def test_a_tag_is_never_moved(history, annotated):
    """A tag that is there stays where it is, whatever sort it is and wherever it is asked for."""
    history.tag("a/1.0", annotated=annotated)
    before = history.git("rev-parse", "refs/tags/a/1.0")
    other = history.commit({A: "två\n"})
    with opened(history.root) as repository:
        assert refuse(repository, "a/1.0", other).startswith("Taggen a/1.0 finns redan")
        assert refuse(repository, "a/1.0", before).startswith("Taggen a/1.0 finns redan")
    assert history.git("rev-parse", "refs/tags/a/1.0") == before


@pytest.mark.parametrize("name", ["-d", "--force", "a..b", "a/1.0~1", "a b", ""])
def test_names_are_data(history, name):
    """A name that means something to git is refused, not obeyed."""
    history.tag("a/1.0")
    with opened(history.root) as repository:
        assert refuse(repository, name, history.git("rev-parse", "HEAD")).startswith("Git kunde in")
    assert history.git("tag").split() == ["a/1.0"]


def test_what_is_in_the_way(history):
    """The name itself, a tag called as its folder and one below it are in the way; no other is."""
    for name in ("a/1.0", "b", "c/1.0/x", "d/1.0-utkast", "dd/1.0"):
        history.tag(name, annotated=False)
    with opened(history.root) as repository:
        names = ("a/1.0", "b/1.0", "c/1.0", "d/1.0", "e/1.0")
        found = {name: repository.find_blocking(name) for name in names}
    assert found == {
        "a/1.0": "a/1.0", "b/1.0": "b", "c/1.0": "c/1.0/x", "d/1.0": None, "e/1.0": None,
    }  # fmt: skip


def test_complaints_in_plain_words():
    """What git says when two make the same tag at once is told as such, in both its wordings."""
    for complaint in (
        "fatal: tag 'a/1.0' already exists",
        "fatal: cannot lock ref 'refs/tags/a/1.0': reference already exists",
    ):
        assert explain(complaint, "a/1.0").say("sv").startswith("Taggen a/1.0 finns redan: någon")
    nobody = "\n*** Please tell me who you are.\n\nRun\n\nfatal: unable to auto-detect email"
    assert explain(nobody, "a/1.0").say("en").startswith("Git does not know who you are")
    assert explain("", "a/1.0").say("sv").endswith("Git säger: –")


def test_what_is_not_saved(history):
    """Only what is asked for is told, by its path from the root; renames are two files."""
    history.commit({f"inne å/{A}": "ett\n", "inne å/roadmaps/b.yaml": "b\n" * 9})
    history.git("mv", "inne å/roadmaps/b.yaml", 'inne å/roadmaps/"c" d.yaml')
    history.write({f"inne å/{A}": "två\n", A: "två\n", "inne å/x": "x\n"})
    with opened(history.root / "inne å") as repository:
        before = (history.root / ".git/index").read_bytes()
        found = repository.list_unsaved(("roadmaps", "fardplan.toml"))
        assert (history.root / ".git/index").read_bytes() == before
    assert not any(one.ignored for one in found)
    assert [(one.path, one.how.en) for one in found] == [
        ('roadmaps/"c" d.yaml', "added, not committed"),
        (A, "changed, not added"),
        ("roadmaps/b.yaml", "removed, not committed"),
    ]


def test_a_bare_repository_has_nothing_unsaved(history, tmp_path):
    """Without files there is nothing to save."""
    history.git("clone", "--quiet", "--bare", ".", str(tmp_path / "naken.git"))
    with opened(tmp_path / "naken.git") as repository:
        assert (repository.bare, repository.list_unsaved(("roadmaps",))) == (True, ())
