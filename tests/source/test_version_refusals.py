from __future__ import annotations

import pytest

from tests.source.history import roadmap
from tests.source.reading import A, find, known, refuse


class TestRefusals:
    def test_an_unknown_version_lists_what_there_is(self, three_years):
        """Years with their versions, oldest first."""
        history, _ = three_years
        history.tag("a/2.0")
        assert refuse(history.root, "2019") == (
            "Det finns ingen version ”2019” av a. Det som finns: 2022, 2023 (1.0), 2024 (2.0)."
        )

    @pytest.mark.parametrize(
        "spec",
        [
            "",
            "9.9",
            "9" * 5000,
            "a/9.9",
            "finns/inte",
            "x/" * 3000,
            "--help",
            "..",
            "\x00",
            "{0}",
            "2023\n",
            "٢٠٢٣",
            "a/../a",
            "/",
            "1.0.0.0",
            "HEAD..HEAD",
            "~/x",
        ],
    )
    def test_whatever_is_asked_for_is_refused(self, three_years, spec):
        """Nonsense, options and paths that lead nowhere are unknown versions."""
        history, _ = three_years
        said = refuse(history.root, spec)
        assert said == (
            f"Det finns ingen version ”{spec}” av a. Det som finns: 2022, 2023 (1.0), 2024 (2.0)."
        )

    def test_a_year_that_is_not_committed_leads_to_the_full_stop(self, three_years):
        """The working tree may be a year ahead of the history."""
        history, commits = three_years
        history.write({A: roadmap(2025, "3.0")})
        for spec in ("2025", "3", "3.0"):
            assert refuse(history.root, spec) == (
                f"Version ”{spec}” av a är inte incheckad i git än. "
                "Ange en punkt (.) i stället, så läses filerna som de är nu."
            )
        assert find(history.root, "2024").commit == commits["2024"]

    def test_an_unknown_roadmap_lists_the_roadmaps(self, three_years):
        """A misspelt roadmap is told as such, whatever version was asked for."""
        history, _ = three_years
        history.write({"roadmaps/b/roadmap.yaml": roadmap(2024)})
        for spec in (".", "2023", "HEAD", "a/1.0"):
            assert refuse(history.root, spec, "c") == (
                "Det finns ingen färdplan som heter ”c”. De som finns: a, b."
            )

    @pytest.mark.parametrize("name", ["", "..", "A", "a/b", "a\n", "-a", "å", "a.b"])
    def test_what_is_no_id_is_no_roadmap(self, three_years, name):
        """A roadmap's name never leads out of roadmaps/."""
        history, _ = three_years
        said = refuse(history.root, "2023", name)
        assert said.endswith("De som finns: a.")

    def test_a_repository_without_roadmaps_is_told(self, start_history):
        """There is nothing to list."""
        history = start_history()
        history.commit({"README.md": "x\n"})
        assert refuse(history.root, "2023").endswith(
            f"{history.root} har ingen mapp roadmaps med färdplaner."
        )

    def test_a_roadmap_that_is_not_committed_is_told(self, start_history):
        """Before the first commit, and before the roadmap's first, there are only the files."""
        history = start_history()
        history.write({A: roadmap(2024)})
        for _ in range(2):
            assert refuse(history.root, "2023") == (
                "Det finns ingen version ”2023” av a: färdplanen är inte incheckad i git än. "
                "Ange en punkt (.) för filerna som de är nu."
            )
            assert find(history.root, ".").folder == "a"
            history.git("commit", "--quiet", "--allow-empty", "-m", "Börja")

    def test_states_without_year_and_version_are_told(self, start_history):
        """Then only revisions can name a version."""
        history = start_history()
        commit = history.commit({A: roadmap()})
        assert refuse(history.root, "2023").endswith("Ange en git-revision, till exempel HEAD~3.")
        assert find(history.root, "HEAD").commit == commit

    def test_outside_git_only_files_are_versions(self, tmp_path):
        """Years and revisions need git, and the refusal says what does not."""
        (tmp_path / "roadmaps/a").mkdir(parents=True)
        (tmp_path / A).write_text(roadmap(2023), encoding="utf-8")
        assert find(tmp_path, ".").folder == "a"
        for spec in ("2023", "1.0", "a/1.0", "HEAD"):
            assert refuse(tmp_path, spec) == (
                f"Mappen {tmp_path} ligger inte i git, så det finns inga äldre versioner att läsa "
                f"”{spec}” ur. Ange en punkt (.) för filerna som de är nu, eller en mapp med en "
                "äldre version."
            )
        assert known(tmp_path) == []
