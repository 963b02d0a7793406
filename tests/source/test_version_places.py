from __future__ import annotations

import pytest

from tests.source.history import roadmap
from tests.source.reading import MARK, A, find, known, refuse


class TestWorkingTreeAndDirectories:
    def test_the_full_stop_is_the_files_as_they_are(self, three_years):
        """The working tree is read without git's help."""
        history, _ = three_years
        history.write({MARK: "smutsig\n"})
        version = find(history.root, ".")
        assert (version.commit, version.folder, version.tree.read(MARK)) == (
            None,
            "a",
            b"smutsig\n",
        )
        assert version.explain("sv") == "arbetskopian, det vill säga filerna som de är nu"

    def test_a_folder_with_roadmaps_is_a_version(self, tmp_path):
        """Another copy of the repository is read by its path, without git."""
        copy = tmp_path / "kopia"
        (copy / "roadmaps/a").mkdir(parents=True)
        (copy / A).write_text(roadmap(2020), encoding="utf-8")
        for spec, cwd in (("./kopia", tmp_path), (str(copy), tmp_path), ("../kopia/", copy)):
            version = find(tmp_path / "kopia", spec, cwd=cwd)
            assert (version.commit, version.folder, version.tree.paths()) == (None, "a", (A,))
            assert version.explain("sv") == f"mappen {spec}"

    def test_a_roadmaps_own_folder_stands_in_its_repository(self, tmp_path):
        """A folder in roadmaps/ is read with what stands beside it, under its own name."""
        for path in (A, "roadmaps/b/roadmap.yaml", "roadmaps/organisations.yaml"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(roadmap(2020), encoding="utf-8")
        version = find(tmp_path, "roadmaps/b")
        assert version.folder == "b"
        assert set(version.tree.paths()) == {
            A,
            "roadmaps/b/roadmap.yaml",
            "roadmaps/organisations.yaml",
        }

    def test_a_roadmaps_folder_elsewhere_is_read_as_the_roadmap(self, tmp_path):
        """A version kept in a folder `a/2021/` stands for roadmaps/a/."""
        (tmp_path / "a/2021/goals").mkdir(parents=True)
        (tmp_path / "a/2021/roadmap.yaml").write_text(roadmap(2021), encoding="utf-8")
        (tmp_path / "a/2021/goals/mark.yaml").write_text("x\n", encoding="utf-8")
        for left_out in ("bild.svg", "goals/.dold.yaml", ".x/mark.yaml"):
            (tmp_path / "a/2021" / left_out).parent.mkdir(exist_ok=True)
            (tmp_path / "a/2021" / left_out).write_text("x\n", encoding="utf-8")
        version = find(tmp_path, "a/2021")
        assert (version.folder, version.tree.paths()) == ("a", (MARK, A))
        assert (version.tree.read(MARK), version.tree.label) == (b"x\n", "a/2021")
        with pytest.raises(FileNotFoundError):
            version.tree.read("roadmaps/a/bild.svg")

    def test_a_folder_goes_before_a_tag(self, three_years):
        """A path with a slash that holds a roadmap is that folder."""
        history, _ = three_years
        history.tag("a/1.0")
        history.write({"a/1.0/roadmap.yaml": roadmap(2019)})
        assert find(history.root, "a/1.0").commit is None
        history.write({"a/1.0/roadmap.yaml": None})
        assert find(history.root, "a/1.0").explain("sv") == "taggen a/1.0"

    def test_a_folder_without_a_slash_is_no_folder(self, three_years):
        """`2023` is a year, also where a folder is called so."""
        history, commits = three_years
        history.write({"2023/roadmap.yaml": roadmap(2019)})
        assert find(history.root, "2023").commit == commits["2023"]

    def test_a_folder_that_lacks_the_roadmap_is_told(self, three_years, tmp_path):
        """The refusal lists what the folder does hold."""
        history, _ = three_years
        (tmp_path / "annan/roadmaps/b").mkdir(parents=True)
        (tmp_path / "annan/roadmaps/b/roadmap.yaml").write_text(roadmap(2020), encoding="utf-8")
        assert refuse(history.root, "../annan") == (
            "Färdplanen a finns inte i ../annan. Det som finns där: b."
        )


class TestKindsOfRepository:
    def test_a_bare_repository_has_versions_but_no_files(self, three_years, tmp_path):
        """Only the full stop has nothing to read there."""
        history, commits = three_years
        history.tag("a/2.0")
        bare = tmp_path / "naken.git"
        history.git("clone", "--quiet", "--bare", ".", str(bare))
        assert {spec: find(bare, spec).commit for spec in ("2022", "2024", "HEAD")} == {
            "2022": commits["2022"],
            "2024": commits["2024"],
            "HEAD": commits["2024"],
        }
        assert refuse(bare, ".") == (
            "Färdplanen a finns inte i arbetskopian, det vill säga filerna som de är nu. "
            "Det som finns där: inga färdplaner."
        )

    def test_a_worktree_and_a_detached_head_have_their_own_history(self, three_years, tmp_path):
        """The years are those of the HEAD at hand."""
        history, commits = three_years
        history.git("worktree", "add", "--quiet", str(tmp_path / "gren"), commits["2023"])
        assert (tmp_path / "gren/.git").is_file()
        assert history.git("-C", str(tmp_path / "gren"), "branch", "--show-current") == ""
        assert find(tmp_path / "gren", "2023").commit == commits["2023"]
        assert known(tmp_path / "gren") == [(2022, None, None), (2023, "1.0", None)]

    def test_sha256_and_a_folder_below_the_top(self, start_history):
        """Neither the form of ids nor the place of the root matters."""
        history = start_history("arkiv", "--object-format=sha256")
        history.commit({f"planer å/{A}": roadmap(2022)})
        last = history.commit({f"planer å/{MARK}": "x\n"})
        history.commit({f"planer å/{A}": roadmap(2023, "1.0")})
        history.tag("a/1.0")
        root = history.root / "planer å"
        version = find(root, "2022")
        assert (version.commit, version.tree.paths()) == (last, (MARK, A))
        assert known(root) == [(2022, None, None), (2023, "1.0", "a/1.0")]

    def test_a_shallow_clone_says_how_to_get_the_rest(self, three_years, tmp_path):
        """What is there is found; what is not is told with the way to fetch it."""
        history, commits = three_years
        clone = tmp_path / "grund"
        url = history.root.as_uri()
        history.git("clone", "--quiet", "--depth=1", url, str(clone))
        assert history.git("-C", str(clone), "rev-parse", "--is-shallow-repository") == "true"
        assert find(clone, "2024").commit == commits["2024"]
        for spec in ("2023", "1.0", "HEAD~1", "a/1.0", "2019"):
            assert refuse(clone, spec) == (
                f"Versionen ”{spec}” av a finns inte i den del av historiken som är hämtad. Hämta "
                "resten: git fetch --unshallow --tags, eller fetch-depth: 0 i ett CI-flöde."
            )
        history.git("-C", str(clone), "fetch", "--quiet", "--unshallow", "--tags")
        assert find(clone, "2023").commit == commits["2023"]
