from __future__ import annotations

import pytest

from fardplan.source.git import Repository
from fardplan.source.versions import resolve
from tests.source.history import roadmap
from tests.source.reading import MARK, A, find, known, refuse


class TestYears:
    def test_a_year_is_its_last_state(self, three_years):
        """What was changed after roadmap.yaml named the year belongs to the year."""
        history, commits = three_years
        assert {year: find(history.root, year).commit for year in commits} == commits

    def test_a_version_is_its_last_state(self, three_years):
        """A version that roadmap.yaml names is found like a year."""
        history, commits = three_years
        assert find(history.root, "1.0").commit == commits["2023"]

    def test_what_was_taken_is_told(self, three_years):
        """The version says in both languages how it was found."""
        history, commits = three_years
        version = find(history.root, "2023")
        assert version.explain("sv") == (
            "det sista läget i historiken där färdplanen gäller 2023 "
            f"(incheckning {commits['2023'][:10]})"
        )
        assert version.explain("en").endswith(f"of 2023 (commit {commits['2023'][:10]})")

    def test_the_files_are_those_of_the_commit(self, three_years):
        """The working tree does not shine through."""
        history, _ = three_years
        history.write({MARK: "smutsig\n", A: roadmap(2029)})
        repository = Repository.open(history.root)
        assert repository is not None
        with repository:
            version = resolve(repository, history.root, "a", "2022")
            assert version.tree.read(MARK) == b"2022\n"
            assert version.tree.label == "2022"
            assert resolve(repository, history.root, "a", "2024").tree.read(MARK) == b"2024\n"

    def test_a_side_branch_does_not_count_before_it_is_merged(self, start_history):
        """A year prepared on a branch, and dated earlier, begins with its merge."""
        history = start_history()
        history.commit({A: roadmap(2023)})
        history.git("checkout", "--quiet", "-b", "nästa")
        history.commit({A: roadmap(2024)})
        side = history.commit({MARK: "sida\n"})
        history.git("checkout", "--quiet", "main")
        last = history.commit({"roadmaps/a/goals/annat.yaml": "main\n"})
        merge = history.merge("nästa")
        assert find(history.root, "2023").commit == last
        assert find(history.root, "2024").commit == merge
        history.git("checkout", "--quiet", side)
        assert find(history.root, "2024").commit == side

    def test_a_year_that_was_taken_back_ends_where_it_last_stood(self, start_history):
        """When a year comes twice, the later time counts."""
        history = start_history()
        history.commit({A: roadmap(2023)})
        history.commit({A: roadmap(2024)})
        history.commit({A: roadmap(2023)})
        last = history.commit({MARK: "x\n"})
        history.commit({A: roadmap(2024)})
        assert find(history.root, "2023").commit == last

    def test_a_roadmap_that_was_taken_away_is_still_found(self, start_history):
        """A year's last state may be the commit before the folder went."""
        history = start_history()
        history.commit({A: roadmap(2023)})
        last = history.commit({MARK: "x\n"})
        history.commit({A: None, MARK: None, "roadmaps/b/roadmap.yaml": roadmap(2024)})
        assert find(history.root, "2023").commit == last

    def test_other_roadmaps_and_unreadable_states_do_not_disturb(self, start_history):
        """A broken roadmap.yaml says no year, and another roadmap's year is its own."""
        history = start_history()
        history.commit({A: roadmap(2023), "roadmaps/b/roadmap.yaml": roadmap(2022)})
        history.commit({"roadmaps/b/roadmap.yaml": roadmap(2023)})
        last = history.commit({MARK: "x\n"})
        history.commit({A: 'title: "öppen\nyear: 2023\n'})
        history.commit({A: roadmap(2024, okänd="[1, {x: y}]")})
        assert find(history.root, "2023").commit == last
        assert known(history.root) == [(2023, None, None), (2024, None, None)]

    @pytest.mark.parametrize("year", ['"2023"', "'2023'", "2023 # året"])
    def test_a_year_may_be_written_in_any_way(self, start_history, year):
        """Quotes and comments do not matter."""
        history = start_history()
        commit = history.commit({A: f"format: 1\nyear: {year}\n"})
        assert find(history.root, "2023").commit == commit


class TestReleases:
    def test_the_highest_release_of_a_year_is_taken(self, start_history):
        """Versions compare as numbers, and a correction made on a branch counts."""
        history = start_history()
        history.commit({A: roadmap(2023, "1.9")})
        history.tag("a/1.9")
        history.commit({A: roadmap(2023, "1.10")})
        history.tag("a/1.10", annotated=False)
        history.git("checkout", "--quiet", "-b", "rättelse")
        corrected = history.commit({A: roadmap(2023, "1.10.1")})
        history.tag("a/1.10.1")
        history.git("checkout", "--quiet", "main")
        history.commit({A: roadmap(2024, "2.0")})
        version = find(history.root, "2023")
        assert (version.commit, version.explain("sv")) == (
            corrected,
            "den högsta utgivna versionen för 2023: taggen a/1.10.1",
        )
        assert known(history.root) == [
            (2023, "1.9", "a/1.9"),
            (2023, "1.10", "a/1.10"),
            (2023, "1.10.1", "a/1.10.1"),
            (2024, "2.0", None),
        ]

    def test_a_release_goes_before_later_states_of_its_year(self, three_years):
        """What was changed after the release is not the release."""
        history, commits = three_years
        history.tag("a/1.0", at=f"{commits['2023']}~1")
        released = history.git("rev-parse", f"{commits['2023']}~1")
        assert {find(history.root, spec).commit for spec in ("2023", "1.0", "a/1.0")} == {released}

    @pytest.mark.parametrize("spec", ["1", "1.0", "1.0.0"])
    def test_zeros_at_the_end_do_not_matter(self, start_history, spec):
        """1, 1.0 and 1.0.0 name the same version, as a tag and as a state."""
        history = start_history()
        first = history.commit({A: roadmap(2023, "1.0")})
        assert find(history.root, spec).commit == first
        history.tag("a/1")
        history.commit({A: roadmap(2023, "1.0", extra="x")})
        assert find(history.root, spec).commit == first

    def test_the_tag_goes_before_a_branch_of_the_same_name(self, start_history):
        """`a/1.0` is asked for as a tag."""
        history = start_history()
        first = history.commit({A: roadmap(2023, "1.0")})
        history.tag("a/1.0")
        history.commit({A: roadmap(2023, "1.0"), MARK: "x\n"})
        history.git("branch", "a/1.0")
        version = find(history.root, "a/1.0")
        assert (version.commit, version.explain("en")) == (first, "the tag a/1.0")

    def test_tags_of_other_forms_and_of_other_roadmaps_are_no_releases(self, start_history):
        """Only ROADMAP/VERSION whose commit holds the roadmap is a release of it."""
        history = start_history()
        history.commit({"roadmaps/b/roadmap.yaml": roadmap(2023)})
        history.tag("a/0.1")
        history.commit({A: roadmap(2023), "roadmaps/a-b/roadmap.yaml": roadmap(2023)})
        for tag in ("a/1.0.0.0", "a/1.0-utkast", "a/utkast/1.0", "a-b/3.0", "v4.0", "5.0"):
            history.tag(tag)
        last = history.commit({MARK: "x\n"})
        assert find(history.root, "2023").commit == last
        assert known(history.root) == [(2023, None, None)]


class TestRenames:
    def test_earlier_folder_names_are_followed(self, start_history):
        """`previously:` leads to states and tags under the old names."""
        history = start_history()
        history.commit({"roadmaps/gammal/roadmap.yaml": roadmap(2021, "0.9")})
        history.tag("gammal/0.9")
        second = history.commit({"roadmaps/gammal/roadmap.yaml": roadmap(2022)})
        history.commit(
            {
                "roadmaps/gammal/roadmap.yaml": None,
                A: roadmap(2023, previously="[gammal]"),
            }
        )
        found = {spec: find(history.root, spec) for spec in ("2021", "2022", "HEAD~1", "2023")}
        assert {spec: version.folder for spec, version in found.items()} == {
            "2021": "gammal",
            "2022": "gammal",
            "HEAD~1": "gammal",
            "2023": "a",
        }
        assert found["2022"].commit == second
        assert known(history.root) == [
            (2021, "0.9", "gammal/0.9"),
            (2022, None, None),
            (2023, None, None),
        ]
        assert find(history.root, "gammal/0.9").folder == "gammal"

    def test_the_earlier_name_still_names_the_roadmap(self, start_history):
        """Who asks by the old id gets the roadmap that declares it."""
        history = start_history()
        history.commit({"roadmaps/gammal/roadmap.yaml": roadmap(2022)})
        history.commit(
            {
                "roadmaps/gammal/roadmap.yaml": None,
                A: roadmap(2023, previously="[äldst, gammal]"),
            }
        )
        assert find(history.root, "2023", "gammal").folder == "a"
        assert find(history.root, ".", "gammal").folder == "a"
        assert find(history.root, "2022", "gammal").folder == "gammal"

    def test_a_rename_that_is_not_committed_is_known_from_the_files(self, start_history):
        """The working tree's roadmap.yaml says what the roadmap was called."""
        history = start_history()
        first = history.commit({"roadmaps/gammal/roadmap.yaml": roadmap(2022)})
        history.write(
            {
                "roadmaps/gammal/roadmap.yaml": None,
                A: roadmap(2023, previously="[gammal]"),
            }
        )
        assert find(history.root, "2022").commit == first


class TestRevisions:
    def test_any_revision_names_a_version(self, three_years):
        """Ancestors, branches, short ids and bare tags are revisions."""
        history, commits = three_years
        history.git("branch", "remiss", commits["2023"])
        history.tag("remissversion", at=commits["2023"])
        for spec in ("HEAD~2", "remiss", commits["2023"][:9], "remissversion", "refs/heads/remiss"):
            assert find(history.root, spec).commit == commits["2023"]
        assert find(history.root, "remiss").explain("sv") == (
            f"git-revisionen remiss (incheckning {commits['2023'][:10]})"
        )

    def test_a_branch_or_tag_may_be_called_like_a_year(self, three_years):
        """A year that no roadmap.yaml says may be the whole name of a branch or a tag."""
        history, commits = three_years
        history.git("branch", "2019", commits["2022"])
        history.tag("0.1", at=commits["2023"])
        assert find(history.root, "2019").commit == commits["2022"]
        assert find(history.root, "0.1").commit == commits["2023"]

    def test_a_year_is_never_the_beginning_of_an_id(self, three_years):
        """Four digits that happen to begin a commit's id are an unknown year."""
        history, _ = three_years
        for number in range(1, 2000):
            tree = history.git("rev-parse", "HEAD^{tree}")
            commit = history.git("commit-tree", tree, "-m", str(number))
            if commit[:4].isdigit():
                break
        else:
            pytest.fail("no id begins with four digits")
        assert history.git("rev-parse", "--verify", f"{commit[:4]}^{{commit}}") == commit
        assert refuse(history.root, commit[:4]).startswith("Det finns ingen version")
        assert find(history.root, commit[:12]).commit == commit

    def test_a_revision_without_the_roadmap_is_told(self, start_history):
        """The refusal names the revision and what it holds."""
        history = start_history()
        history.commit({"roadmaps/b/roadmap.yaml": roadmap(2022)})
        history.commit({A: roadmap(2023)})
        assert refuse(history.root, "HEAD~1") == (
            "Färdplanen a finns inte i HEAD~1. Det som finns där: b."
        )


def test_a_history_built_from_folders_has_a_commit_and_a_tag_a_version(start_history, tmp_path):
    """Folders `ROADMAP/VERSION/` become commits in order, tagged where roadmap.yaml has a version."""
    for path, text in {
        "a/2022/roadmap.yaml": roadmap(2022),
        "a/2022/goals/mark.yaml": "x\n",
        "a/2023/roadmap.yaml": roadmap(2023, '"1.0"'),
        "b/2022/roadmap.yaml": roadmap(2022, "0.1"),
    }.items():
        (tmp_path / "mappar" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mappar" / path).write_text(text, encoding="utf-8")
    history = start_history()
    commits = history.build_from(tmp_path / "mappar")
    assert list(commits) == ["a/2022", "b/2022", "a/2023"]
    assert known(history.root) == [(2022, None, None), (2023, "1.0", "a/1.0")]
    assert find(history.root, "2022").tree.paths() == (
        MARK,
        A,
        "roadmaps/b/roadmap.yaml",
    )
    assert find(history.root, "2023").tree.paths() == (A, "roadmaps/b/roadmap.yaml")
