from __future__ import annotations

import os

import pytest

from fardplan.errors import CannotRun
from fardplan.source.tree import Unreadable
from tests.source.reading import A, contents, opened


class TestReading:
    def test_equal_files_have_equal_ids(self, start_history):
        """A diff need only read the files whose ids differ."""
        history = start_history()
        names = [f"roadmaps/a/goals/{name}.yaml" for name in "xyz"]
        history.commit(dict.fromkeys(names, "samma\n"))
        history.commit({names[1]: "ny\n"})
        with opened(history.root) as repository:
            old, new = (
                repository.tree(repository.find_commit(name) or "", name).blob_ids()
                for name in ("HEAD~1", "HEAD")
            )
            assert [path for path in names if old[path] != new[path]] == [names[1]]

    def test_many_large_files_are_read_in_order(self, start_history):
        """Neither many files nor large ones block the pipe, and each gets its own content."""
        history = start_history()
        files = {
            f"roadmaps/a/goals/{'lång' * 20}-{number}.yaml": f"{number}\n" * (1 + number * 300)
            for number in range(120)
        }
        history.commit(files)
        with opened(history.root) as repository:
            assert contents(repository) == {p: text.encode() for p, text in files.items()}
            commit = repository.find_commit("HEAD") or ""
            asked = [(commit, path) for path in reversed(files)]
            assert list(repository.read_files(asked)) == [files[path].encode() for _, path in asked]

    def test_every_byte_is_kept(self, start_history):
        """Line ends, zeros, a missing last line break and empty files come through as they are."""
        history = start_history()
        odd = {A: b"a\r\nb\0\xff\xef\xbb\xbf", "roadmaps/tom.yaml": b"", "fardplan.toml": b"\n\n"}
        history.commit(odd)
        with opened(history.root) as repository:
            assert contents(repository) == odd

    def test_what_is_not_there_is_none(self, start_history):
        """Folders, missing files and foreign ids are None, and the rest is still read."""
        history = start_history()
        commit = history.commit({A: "ett\n"})
        with opened(history.root) as repository:
            asked = [(commit, "roadmaps"), (commit, "nej å.yaml"), ("0" * 40, A), (commit, A)]
            assert list(repository.read_files(asked)) == [None, None, None, b"ett\n"]

    def test_a_file_that_the_tree_lacks_is_not_found(self, start_history):
        """Asking a tree for a file it has not is an error of its own."""
        history = start_history()
        commit = history.commit({A: "ett\n"})
        with opened(history.root) as repository, pytest.raises(FileNotFoundError):
            repository.tree(commit, "nu").read("roadmaps/b/roadmap.yaml")

    def test_lost_content_is_told(self, start_history):
        """A damaged repository gives one line that names the file."""
        history = start_history()
        commit = history.commit({A: "ett\n"})
        blob = history.git("rev-parse", f"HEAD:{A}")
        (history.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
        with opened(history.root) as repository, pytest.raises(Unreadable) as caught:
            repository.tree(commit, "1.0").read(A)
        assert caught.value.say("sv").startswith(f"Filen {A} i 1.0 går inte att läsa")

    def test_a_git_that_dies_is_told_and_the_next_question_starts_another(self, start_history):
        """The reader survives the end of its git."""
        history = start_history()
        commit = history.commit({A: "ett\n"})
        with opened(history.root) as repository:
            assert repository.tree(commit, "nu").read(A) == b"ett\n"
            child = repository.objects._process
            assert child is not None
            child.kill()
            child.wait()
            with pytest.raises(CannotRun):
                repository.tree(commit, "nu").read(A)
            assert repository.tree(commit, "nu").read(A) == b"ett\n"

    def test_closing_ends_git(self, start_history):
        """No child process outlives the repository."""
        history = start_history()
        commit = history.commit({A: "ett\n"})
        with opened(history.root) as repository:
            repository.tree(commit, "nu").read(A)
            child = repository.objects._process
        assert child is not None
        assert child.returncode == 0
        forgotten = opened(history.root)
        forgotten.tree(commit, "nu").read(A)
        child = forgotten.objects._process
        assert child is not None
        del forgotten
        assert child.returncode == 0

    def test_a_forked_child_reads_with_a_git_of_its_own(self, start_history):
        """Two processes never share one pipe."""
        history = start_history()
        commit = history.commit({A: "ett\n", "fardplan.toml": "# två\n"})
        with opened(history.root) as repository:
            tree = repository.tree(commit, "nu")
            assert tree.read(A) == b"ett\n"
            parents = repository.objects._process
            child = os.fork()
            if child == 0:
                right = tree.read("fardplan.toml") == b"# tv\xc3\xa5\n"
                right = right and repository.objects._process is not parents
                repository.close()
                os._exit(0 if right else 1)
            assert os.waitpid(child, 0)[1] == 0
            assert tree.read("fardplan.toml") == b"# tv\xc3\xa5\n"


class TestStaged:
    def test_the_index_is_what_the_next_commit_holds(self, start_history):
        """What is added counts; what is only written, or only announced, does not."""
        history = start_history()
        history.commit({A: "ett\n", "roadmaps/bort.yaml": "x\n"})
        history.write({A: "två\n", "roadmaps/ny.yaml": "ny\n", "roadmaps/tom.yaml": ""})
        history.git("add", A, "roadmaps/ny.yaml", "roadmaps/tom.yaml")
        history.write({A: "tre\n", "roadmaps/väntar.yaml": "v\n", "roadmaps/lös.yaml": "l\n"})
        history.git("add", "--intent-to-add", "roadmaps/väntar.yaml")
        history.git("rm", "--quiet", "--cached", "roadmaps/bort.yaml")
        with opened(history.root) as repository:
            tree = repository.staged("indexet")
            assert dict(tree.read_many(tree.paths())) == {
                A: "två\n".encode(),
                "roadmaps/ny.yaml": b"ny\n",
                "roadmaps/tom.yaml": b"",
            }

    def test_the_index_of_a_folder_below_the_top_is_by_its_own_paths(self, start_history):
        """Announced files are left out there too."""
        history = start_history()
        history.commit({f"inne/{A}": "ett\n", A: "yttre\n"})
        history.write({"inne/roadmaps/x.yaml": "x\n"})
        history.git("add", "--intent-to-add", "inne/roadmaps/x.yaml")
        with opened(history.root / "inne") as repository:
            assert repository.staged("indexet").paths() == (A,)

    @pytest.mark.parametrize("absolute", [True, False])
    def test_the_index_that_a_hook_names_is_read(self, start_history, monkeypatch, absolute):
        """`git commit FILE` prepares an index of its own, which hooks are told of."""
        history = start_history()
        history.commit({f"inne/{A}": "ett\n"})
        usual = history.root / ".git/index"
        (history.root / ".git/index.annan").write_bytes(usual.read_bytes())
        history.write({f"inne/{A}": "två\n"})
        history.git("add", "--all")
        named = ".git/index.annan"
        monkeypatch.setenv("GIT_INDEX_FILE", str(history.root / named) if absolute else named)
        monkeypatch.setenv("GIT_DIR", ".git")
        with opened(history.root / "inne") as repository:
            assert repository.staged("indexet").read(A) == b"ett\n"

    def test_an_unfinished_merge_cannot_be_read(self, start_history):
        """A file with two versions in the index is named, with what to do."""
        history = start_history()
        history.commit({A: "ett\n"})
        history.git("checkout", "--quiet", "-b", "sida")
        history.commit({A: "två\n"})
        history.git("checkout", "--quiet", "main")
        history.commit({A: "tre\n"})
        with pytest.raises(AssertionError):
            history.merge("sida")
        with opened(history.root) as repository, pytest.raises(CannotRun) as caught:
            repository.staged("indexet").paths()
        assert caught.value.say("sv") == (
            "Git håller på med en sammanslagning som inte är klar: roadmaps/a/roadmap.yaml har två "
            "versioner. Lös konflikten, kör git add och försök igen."
        )
