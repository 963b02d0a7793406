from __future__ import annotations

import pytest

from fardplan.errors import CannotRun
from fardplan.source.tree import Unreadable, WorkingTree
from tests.source.reading import A, contents, opened


class TestKindsOfRepository:
    def test_only_what_fardplan_reads_is_listed(self, start_history):
        """YAML under roadmaps/ and what is read beside it; sorted, whatever else there is."""
        history = start_history()
        files = [A, "roadmaps/a/goals/b.yml", "fardplan.toml"]
        files += ["fardplan-approvals.yaml", "fardplan-baseline.yaml"]
        others = ["roadmaps/a/.dold.yaml", "roadmaps/.x/y.yaml", "roadmaps/#a.yaml#"]
        others += [
            "README.md",
            "roadmaps/bild.svg",
            "x/fardplan.toml",
            "roadmaps2/a.yaml",
            "a.yaml",
        ]
        history.commit(dict.fromkeys(files + others, "x\n"))
        with opened(history.root) as repository:
            commit = repository.find_commit("HEAD") or ""
            assert repository.tree(commit, "nu").paths() == tuple(sorted(files))
            assert WorkingTree(history.root).paths() == tuple(sorted(files))
            narrow = repository.tree(commit, "nu").narrow("roadmaps/a/goals", "fardplan.toml")
            assert narrow.paths() == ("fardplan.toml", "roadmaps/a/goals/b.yml")
            assert repository.staged("nu").narrow("fardplan.toml").paths() == ("fardplan.toml",)

    def test_paths_with_swedish_letters_and_spaces_are_whole(self, start_history):
        """Paths come as they are written, not quoted."""
        history = start_history()
        path = 'roadmaps/å ä ö/"mål"\tett.yaml'
        history.commit({path: "titel: ÅÄÖ\n"})
        with opened(history.root) as repository:
            assert contents(repository) == {path: "titel: ÅÄÖ\n".encode()}

    @pytest.mark.parametrize("form", ["sha1", "sha256"])
    def test_both_object_formats_are_read(self, start_history, form):
        """A repository with SHA-256 names is read like any other."""
        history = start_history("arkiv", f"--object-format={form}")
        history.commit({A: "ett\n"})
        history.tag("a/1.0")
        with opened(history.root) as repository:
            assert repository.object_format == form
            assert contents(repository, "refs/tags/a/1.0") == {A: b"ett\n"}
            assert [tag.name for tag in repository.list_tags()] == ["a/1.0"]
            assert len(repository.history.list_steps([A])) == 1

    def test_packed_objects_and_references_are_read(self, start_history):
        """Nothing depends on loose files under .git."""
        history = start_history()
        first = history.commit({A: "ett\n"})
        history.tag("a/1.0", annotated=False)
        history.commit({A: "två\n"})
        history.git("gc", "--quiet", "--aggressive", "--prune=now")
        assert "count: 0" in history.git("count-objects", "-v").split("\n")
        assert not (history.root / ".git/refs/tags/a/1.0").exists()
        with opened(history.root) as repository:
            assert contents(repository, "a/1.0") == {A: b"ett\n"}
            assert [tag.commit for tag in repository.list_tags("a")] == [first]

    def test_a_bare_repository_is_read(self, start_history, tmp_path):
        """A repository without files of its own holds its versions all the same."""
        history = start_history()
        history.commit({A: "ett\n"})
        history.git("clone", "--quiet", "--bare", ".", str(tmp_path / "naken.git"))
        with opened(tmp_path / "naken.git") as repository:
            assert repository.bare
            assert contents(repository) == {A: b"ett\n"}
            assert len(repository.history.list_steps([A])) == 1

    def test_a_linked_worktree_has_its_own_head(self, start_history, tmp_path):
        """In a worktree, HEAD is the worktree's."""
        history = start_history()
        history.commit({A: "ett\n"})
        history.git("worktree", "add", "--quiet", "-b", "sida", str(tmp_path / "sida"))
        history.commit({A: "två\n"})
        assert (tmp_path / "sida/.git").is_file()
        assert history.git("worktree", "list").count("\n") == 1
        with opened(tmp_path / "sida") as repository:
            assert contents(repository) == {A: b"ett\n"}
            assert contents(repository, "main") == {A: "två\n".encode()}

    def test_a_detached_head_is_read(self, start_history):
        """HEAD need not be a branch."""
        history = start_history()
        first = history.commit({A: "ett\n"})
        history.commit({A: "två\n"})
        with opened(history.root) as repository:
            assert not repository.is_detached
        history.git("checkout", "--quiet", first)
        assert history.git("branch", "--show-current") == ""
        with opened(history.root) as repository:
            assert repository.is_detached
            assert contents(repository) == {A: b"ett\n"}
            assert [step.commit for step in repository.history.list_steps([A])] == [first]

    def test_a_submodule_is_a_repository_of_its_own(self, start_history):
        """In a submodule, HEAD, tags and history are the submodule's."""
        history = start_history("inre")
        first = history.commit({A: "inre\n"})
        history.tag("a/1.0")
        outer = start_history("yttre")
        add = ("submodule", "add", "--quiet", history.root.as_uri(), "färd plan")
        outer.git("-c", "protocol.file.allow=always", *add)
        outer.commit({A: "yttre\n"})
        outer.tag("a/2.0")
        inner = outer.root / "färd plan"
        assert (inner / ".git").is_file()
        assert outer.git("ls-files", "--stage", "--", "färd plan").startswith(f"160000 {first}")
        with opened(inner) as repository:
            assert (repository.prefix, repository.find_commit("HEAD")) == ("", first)
            assert contents(repository) == {A: b"inre\n"}
            assert [tag.name for tag in repository.list_tags()] == ["a/1.0"]
            assert [step.commit for step in repository.history.list_steps([A])] == [first]
        with opened(outer.root) as repository:
            assert contents(repository) == {A: b"yttre\n"}

    def test_a_repository_without_commits_has_no_head(self, start_history):
        """Before the first commit there is no HEAD, no history and no tag."""
        with opened(start_history().root) as repository:
            assert repository.find_commit("HEAD") is None
            assert repository.history.list_steps([A]) == ()
            assert repository.list_tags() == ()

    def test_links_and_submodules_show_but_are_not_followed(self, start_history, tmp_path):
        """A symbolic link or a submodule under roadmaps/ shows, and reading it says why not."""
        inner = start_history("inre")
        commit = inner.commit({"x.yaml": "x\n"})
        history = start_history()
        history.commit({A: "ett\n"})
        (history.root / "roadmaps" / "länk.yaml").symlink_to("a/roadmap.yaml")
        history.git("add", "--all")
        entry = f"160000,{commit},roadmaps/delat"
        history.git("update-index", "--add", "--cacheinfo", entry)
        history.git("commit", "--quiet", "-m", "Länka")
        with opened(history.root) as repository:
            tree = repository.tree(repository.find_commit("HEAD") or "", "nu")
            assert tree.paths() == (A, "roadmaps/delat", "roadmaps/länk.yaml")
            assert set(tree.blob_ids()) == {A}
            reasons = {}
            for path in tree.paths()[1:]:
                with pytest.raises(Unreadable) as caught:
                    tree.read(path)
                reasons[path] = caught.value.say("sv")
            assert reasons == {
                "roadmaps/delat": "”roadmaps/delat” i nu är ett annat git-arkiv (en submodul) och "
                "läses inte.",
                "roadmaps/länk.yaml": "”roadmaps/länk.yaml” i nu är en länk till något annat och "
                "läses inte.",
            }
            assert [
                len(step.blobs) for step in repository.history.list_steps(["roadmaps/länk.yaml"])
            ] == [1]
            assert repository.history.list_steps(["roadmaps/länk.yaml"])[0].blobs == {
                "roadmaps/länk.yaml": None
            }

    def test_a_clone_without_contents_says_what_to_do(self, start_history, tmp_path):
        """What a partial clone left on the server is fetched; if it cannot be, that is said."""
        history = start_history()
        history.commit({A: "ett\n"})
        history.commit({A: "två\n"})
        history.git("config", "uploadpack.allowFilter", "true")
        history.git("config", "uploadpack.allowAnySHA1InWant", "true")
        clone, url = tmp_path / "delvis", history.root.as_uri()
        history.git("clone", "--quiet", "--filter=blob:none", url, str(clone))
        history.git("-C", str(clone), "remote", "set-url", "origin", (tmp_path / "borta").as_uri())
        missing = history.git(
            "-C", str(clone), "rev-list", "--objects", "--missing=print", "--all"
        ).count("?")
        assert missing == 1
        with opened(clone) as repository:
            assert contents(repository) == {A: "två\n".encode()}
            with pytest.raises(CannotRun) as caught:
                contents(repository, "HEAD~1")
        assert str(caught.value.say("sv")).startswith(
            f"Klonen i {clone} har inte hämtat allt innehåll, och det gick inte att hämta nu."
        )
        history.git("-C", str(clone), "remote", "set-url", "origin", url)
        with opened(clone) as repository:
            assert contents(repository, "HEAD~1") == {A: b"ett\n"}

    def test_a_shallow_clone_knows_that_it_is_one(self, start_history, tmp_path):
        """What the clone left behind cannot be named."""
        history = start_history()
        first = history.commit({A: "ett\n"})
        history.commit({A: "två\n"})
        url = history.root.as_uri()
        history.git("clone", "--quiet", "--depth=1", url, str(tmp_path / "grund"))
        with opened(tmp_path / "grund") as repository:
            assert repository.shallow
            assert repository.find_commit("HEAD~1") is None
            assert repository.find_commit(first) is None
            assert contents(repository) == {A: "två\n".encode()}
