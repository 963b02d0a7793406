from __future__ import annotations

import os
import stat

import pytest

from fardplan.errors import CannotRun
from fardplan.source import _git_process as process
from fardplan.source.git import Repository
from tests.source.history import StartHistory, roadmap
from tests.source.reading import A, contents, opened


class TestOpen:
    def test_a_folder_outside_git_has_no_repository(self, tmp_path):
        """A folder that lies in no repository is no failure: there is just no history."""
        assert Repository.open(tmp_path) is None

    def test_a_folder_that_is_not_there_has_no_repository(self, tmp_path):
        """A missing folder is the business of whoever asked for it."""
        assert Repository.open(tmp_path / "borta") is None

    def test_a_folder_below_the_top_is_read_by_its_own_paths(self, start_history):
        """Paths are relative to the folder that was opened, wherever it lies in the repository."""
        history = start_history()
        history.commit(
            {
                f"plats å/[färd plan]/{A}": "inre\n",
                f"plats å/f/{A}": "annan\n",
                A: "yttre\n",
            }
        )
        with opened(history.root / "plats å" / "[färd plan]") as repository:
            assert repository.prefix == "plats å/[färd plan]/"
            assert contents(repository) == {A: b"inre\n"}
            assert [step.blobs.keys() for step in repository.history.list_steps([A])] == [{A}]

    def test_a_missing_git_is_told_where_there_is_a_repository(self, start_history, monkeypatch):
        """Without the program git, a repository gives one line on what to do."""
        history = start_history()
        (history.root / "roadmaps").mkdir()
        monkeypatch.setenv("PATH", str(history.root))
        process.find_git.cache_clear()
        try:
            with pytest.raises(CannotRun) as caught:
                Repository.open(history.root / "roadmaps")
            assert Repository.open(history.root.parent) is None
        finally:
            process.find_git.cache_clear()
        assert caught.value.say("sv").endswith("Installera det från git-scm.com och försök igen.")

    def test_a_program_called_git_in_the_current_folder_is_never_run(self, tmp_path, monkeypatch):
        """Only absolute folders of PATH are searched for git."""
        fake = tmp_path / "git"
        fake.write_text("#!/bin/sh\n", encoding="utf-8")
        fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PATH", f".{os.pathsep}")
        process.find_git.cache_clear()
        try:
            assert process.find_git() is None
        finally:
            process.find_git.cache_clear()

    def test_a_repository_of_someone_else_is_told_with_the_way_out(
        self, start_history, monkeypatch
    ):
        """Git's refusal of another user's repository becomes one line with the command to run."""
        history = start_history()
        (history.root / "roadmaps").mkdir()
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        with pytest.raises(CannotRun) as caught:
            Repository.open(history.root / "roadmaps")
        said = caught.value.say("sv")
        assert said.endswith(f"Kör: git config --global --add safe.directory {history.root}")

    def test_a_repository_that_git_cannot_read_is_told_in_gits_words(self, start_history):
        """Whatever else git says against a repository is passed on in one line."""
        history = start_history()
        history.git("config", "core.repositoryFormatVersion", "99")
        with pytest.raises(CannotRun) as caught:
            Repository.open(history.root)
        assert "Expected git repo version <= 1, found 99" in caught.value.say("sv")

    def test_a_broken_link_to_a_repository_is_no_folder_without_git(self, tmp_path):
        """A `.git` file that points nowhere is told, not taken for a folder outside git."""
        (tmp_path / ".git").write_text("gitdir: /finns/inte\n", encoding="utf-8")
        with pytest.raises(CannotRun) as caught:
            Repository.open(tmp_path)
        assert "not a git repository: /finns/inte" in caught.value.say("en")


class TestFindCommit:
    @pytest.mark.parametrize(
        "revision",
        [
            "",
            "finns-inte",
            "--help",
            "--all",
            "-n1",
            "^HEAD",
            "HEAD..HEAD",
            "HEAD:roadmaps",
            "\x00",
            "HEAD\n",
            "--output=fil",
            "HEAD^{tree}",
            "HEAD~9",
            "å" * 3000,
            "0" * 40,
        ],
    )
    def test_what_names_no_commit_gives_none(self, start_history, revision):
        """Revisions are data: options, ranges, files and nonsense name no commit."""
        history = start_history()
        history.commit({A: "ett\n"})
        with opened(history.root) as repository:
            assert repository.find_commit(revision) is None
        assert sorted(path.name for path in history.root.iterdir()) == [".git", "roadmaps"]

    def test_what_names_a_commit_gives_its_id(self, start_history):
        """A branch, a tag of a tag, a short id and the ancestors of HEAD name commits."""
        history = start_history()
        first = history.commit({A: "ett\n"})
        history.tag("a/1.0")
        history.tag("a/1.0-kopia", at="a/1.0")
        history.git("branch", "-c", "main", "gren-å")
        history.git("branch", "sida", first)
        history.commit({A: "två\n"})
        with opened(history.root) as repository:
            names = ["HEAD~1", "a/1.0", "a/1.0-kopia", "refs/tags/a/1.0", "sida", first[:8], "@^"]
            assert {repository.find_commit(name) for name in names} == {first}

    def test_the_merge_base_is_found(self, start_history):
        """Two branches meet where they parted; two histories of their own do not."""
        history = start_history()
        base = history.commit({A: "ett\n"})
        history.git("checkout", "--quiet", "-b", "sida")
        side = history.commit({A: "två\n"})
        history.git("checkout", "--quiet", "main")
        main = history.commit({"fardplan.toml": ""})
        history.git("checkout", "--quiet", "--orphan", "ny")
        other = history.commit({A: "tre\n"})
        with opened(history.root) as repository:
            assert repository.find_merge_base(main, side) == base
            assert repository.find_merge_base(main, other) is None


class TestTags:
    def test_tags_of_all_sorts_are_listed(self, start_history):
        """Light and annotated tags name their commit, tags of tags too; tags of files are none."""
        history = start_history()
        commit = history.commit({A: "ett\n"})
        history.tag("a/1.0", annotated=False)
        history.tag("a/1.1")
        history.tag("a/1.2", at="a/1.1")
        history.tag("ab/1.0")
        history.git("tag", "a/fil", f"HEAD:{A}")
        history.git("tag", "-a", "-m", "fil", "a/fil2", f"HEAD:{A}")
        with opened(history.root) as repository:
            found = [(tag.name, tag.commit, tag.annotated) for tag in repository.list_tags("a")]
            assert found == [
                ("a/1.0", commit, False),
                ("a/1.1", commit, True),
                ("a/1.2", commit, True),
            ]
            assert [tag.name for tag in repository.list_tags("ab", "c")] == ["ab/1.0"]
            assert len(repository.list_tags()) == 4

    @pytest.mark.parametrize("form", ["sha1", "sha256"])
    def test_whether_anything_is_released(self, start_history, form):
        """A repository knows from the start whether any tag looks like a release."""
        history = start_history("arkiv", f"--object-format={form}")
        for tags in ((), ("utkast", "v1", "lan/vinter"), ("lan/1.0", "lan/2.0")):
            history.commit({A: "a"})
            for tag in tags:
                history.tag(tag)
            with opened(history.root) as repository:
                assert repository.has_releases is ("lan/1.0" in tags)
                assert (repository.prefix, repository.object_format) == ("", form)


def test_the_fixture_is_the_same_every_time(start_history: StartHistory):
    """Histories built in tests have the same commits on every computer and day."""
    commits = [
        start_history(name).build({"2022": {A: roadmap(2022)}, "2023": {A: roadmap(2023)}})
        for name in ("ett", "två")
    ]
    assert commits[0] == commits[1]
