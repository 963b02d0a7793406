"""The history of a repository: the commits that changed a file, when, and whether it is the same."""

from __future__ import annotations

import pytest

from tests.source.history import roadmap
from tests.source.reading import MARK, A, opened

OTHER = "roadmaps/b/roadmap.yaml"


class TestSteps:
    def test_merges_count_with_what_they_brought(self, start_history):
        """A side branch counts once, as its merge, and by what it changed for the first parent."""
        history = start_history()
        first = history.commit({A: "ett\n"})
        history.git("checkout", "--quiet", "-b", "sida")
        history.commit({A: "två\n"})
        history.commit({A: "tre\n"})
        history.git("checkout", "--quiet", "main")
        other = history.commit({"fardplan.toml": ""})
        merge = history.merge("sida")
        with opened(history.root) as repository:
            steps = repository.history.list_steps([A])
            assert [(step.commit, step.parent) for step in steps] == [(merge, other), (first, None)]
            assert list(repository.objects.read([steps[0].blobs[A] or ""])) == [b"tre\n"]

    def test_taking_a_file_away_is_a_step(self, start_history):
        """A file that was taken away has no blob any more."""
        history = start_history()
        history.commit({A: "ett\n", "fardplan.toml": ""})
        gone = history.commit({A: None})
        with opened(history.root) as repository:
            newest = repository.history.list_steps([A])[0]
            assert (newest.commit, newest.blobs) == (gone, {A: None})

    @pytest.mark.parametrize(
        "setting",
        [
            "log.follow=true",
            "log.showRoot=false",
            "log.diffMerges=combined",
            "diff.relative=true",
            "diff.renames=copies",
            "log.showSignature=true",
            "core.quotePath=true",
            "color.ui=always",
            "diff.noprefix=true",
            "core.abbrev=4",
            "log.date=relative",
            "format.pretty=oneline",
        ],
    )
    def test_settings_change_nothing(self, start_history, setting):
        """How git is configured for its user does not matter to what is read."""
        history = start_history()
        history.commit({f"inne/{A}": roadmap(2023), "x": "x\n"})
        history.git("checkout", "--quiet", "-b", "sida")
        history.commit({f"inne/{A}": None, f"inne/{OTHER}": roadmap(2023)})
        history.git("checkout", "--quiet", "main")
        history.commit({"y": "y\n"})
        merge = history.merge("sida")
        blob = history.git("rev-parse", f"HEAD:inne/{OTHER}")
        key, _, value = setting.partition("=")
        history.git("config", key, value)
        with opened(history.root / "inne") as repository:
            steps = repository.history.list_steps([A, OTHER])
            assert [step.blobs for step in steps] == [{A: None, OTHER: blob}, {A: blob}]
            alone = repository.history.list_steps([OTHER])
            assert [(step.commit, step.blobs) for step in alone] == [(merge, {OTHER: blob})]
            assert repository.tree(merge, "").blob_ids() == {OTHER: blob}

    def test_foreseen_steps_are_those_that_would_be_read(self, start_history):
        """Read with many others, the history of a file is the same as by itself."""
        history = start_history()
        history.commit({A: "ett\n", OTHER: "ett\n"})
        history.commit({A: "två\n"})
        history.commit({OTHER: None, MARK: "x\n"})
        with opened(history.root) as alone, opened(history.root) as together:
            together.history.foresee_steps([A, OTHER, MARK])
            for paths in ([A], [OTHER], [A, OTHER], [MARK], ["roadmaps/inte.yaml"]):
                assert together.history.list_steps(paths) == alone.history.list_steps(paths)

    def test_a_new_commit_is_seen(self, start_history):
        """What was read before HEAD moved is not taken for what is there now."""
        history = start_history()
        first = history.commit({A: "ett\n"})
        with opened(history.root) as repository:
            assert [step.commit for step in repository.history.list_steps([A])] == [first]
            second = history.commit({A: "två\n"})
            assert [step.commit for step in repository.history.list_steps([A])] == [second, first]


class TestCommits:
    def test_last_change_of_a_folder(self, start_history):
        """A folder was last changed by the last commit that touched it; else no earlier is known."""
        history = start_history()
        first = history.commit({f"inne/{A}": "ett\n", A: "ett\n"})
        second = history.commit({A: "två\n"})
        third = history.commit({f"inne/{OTHER}": "ett\n"})
        with opened(history.root / "inne") as repository:
            find = repository.history.find_last_change
            assert find(third, "roadmaps/a") == find(first, "roadmaps/a") == first
            assert find(third, "roadmaps/b") == third
            assert find(second, "roadmaps/b") == second

    def test_dates(self, start_history):
        """Each commit has the time at which it was made, in UTC."""
        history = start_history()
        commits = [history.commit({A: f"{number}\n"}) for number in range(2)]
        with opened(history.root) as repository:
            assert repository.history.find_dates(commits) == {
                commits[0]: "2021-01-02T12:00:00+00:00",
                commits[1]: "2021-01-03T12:00:00+00:00",
            }
            assert repository.history.find_dates([]) == {}


class TestDescribe:
    def test_the_same_history_is_described_alike(self, start_history):
        """Only a new commit, a tag or a replacement makes the history another one."""
        history = start_history()
        found = []
        first = history.commit({A: "ett\n"})
        with opened(history.root) as repository:
            found.append(repository.history.describe())
            history.write({A: "två\n"})
            history.git("branch", "sida")
            assert repository.history.describe() == found[0]
            second = history.commit({})
            found.append(repository.history.describe())
            history.tag("a/1.0")
            found.append(repository.history.describe())
            history.git("replace", second, first)
            found.append(repository.history.describe())
        assert len(set(found)) == len(found)

    def test_a_history_that_is_cut_off_is_another(self, start_history, tmp_path):
        """A shallow clone is told from one that goes back further."""
        history = start_history()
        for number in range(4):
            history.commit({A: f"{number}\n"})
        found = set()
        for depth in ("--depth=1", "--depth=2", "--no-local"):
            clone = tmp_path / depth
            history.git("clone", "--quiet", depth, history.root.as_uri(), str(clone))
            with opened(clone) as repository:
                assert repository.shallow is (depth != "--no-local")
                found.add(repository.history.describe())
        assert len(found) == 3

    def test_before_the_first_commit(self, start_history):
        """A repository without commits has a description too."""
        history = start_history()
        with opened(history.root) as repository:
            before = repository.history.describe()
            history.commit({A: "ett\n"})
            assert repository.history.describe() != before
