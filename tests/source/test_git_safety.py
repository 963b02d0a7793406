from __future__ import annotations

from tests.source.reading import A, contents, opened


class TestSafety:
    def test_nothing_of_the_repositorys_own_is_run(self, start_history, tmp_path):
        """Monitors, hooks, external diffs and filters that a repository brings are not run."""
        history = start_history()
        history.commit({A: "ett\n", ".gitattributes": "*.yaml diff=ond filter=ond\n"})
        history.commit({A: "två\n"})
        trap, sprung = tmp_path / "fälla.sh", tmp_path / "utlöst"
        trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\ncat\n", encoding="utf-8")
        trap.chmod(0o755)
        keys = ["core.fsmonitor", "diff.external", "diff.ond.textconv", "diff.ond.command"]
        keys += ["core.pager", "filter.ond.smudge", "core.sshCommand", "gpg.program"]
        for key in [*keys, "core.alternateRefsCommand"]:
            history.git("config", key, str(trap))
        history.git("config", "log.showSignature", "true")
        unsigned = history.git("cat-file", "commit", "HEAD")
        head, _, message = unsigned.partition("\n\n")
        mark = "-----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----"
        signed = history.root / ".git/undertecknad"
        signed.write_text(f"{head}\ngpgsig {mark}\n\n{message}\n", encoding="utf-8")
        commit = history.git("hash-object", "-t", "commit", "-w", str(signed))
        history.git("update-ref", "HEAD", commit)
        hooks = history.root / ".git/hooks"
        for hook in ("post-index-change", "post-checkout", "reference-transaction"):
            (hooks / hook).symlink_to(trap)
        with opened(history.root) as repository:
            contents(repository)
            repository.history.list_steps([A])
            repository.list_tags()
            repository.find_merge_base(commit, commit)
            repository.staged("indexet").paths()
        assert not sprung.exists()

    def test_what_a_hook_hands_down_does_not_lead_elsewhere(
        self, start_history, tmp_path, monkeypatch
    ):
        """The folder that was asked for is read, whatever GIT_DIR and its like say."""
        other = start_history("annat")
        other.commit({A: "annat\n"})
        history = start_history()
        history.commit({A: "rätt\n"})
        monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
        monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
        monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git/index"))
        monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.root / ".git/objects"))
        monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
        monkeypatch.setenv("GIT_PREFIX", "roadmaps/")
        with opened(history.root) as repository:
            assert contents(repository) == {A: b"r\xc3\xa4tt\n"}
            assert repository.staged("indexet").read(A) == b"r\xc3\xa4tt\n"
            assert len(repository.history.list_steps([A])) == 1

    def test_nothing_is_written(self, start_history):
        """Reading leaves every byte and time under .git and in the files as it was."""
        history = start_history()
        commit = history.commit({A: "ett\n"})
        history.write({A: "smutsig\n"})

        def state() -> dict[str, tuple[int, int]]:
            return {
                str(path): (path.stat().st_mtime_ns, path.stat().st_size)
                for path in sorted(history.root.rglob("*"))
            }

        before = state()
        with opened(history.root) as repository:
            contents(repository)
            repository.history.list_steps([A])
            repository.list_tags()
            repository.staged("indexet").paths()
            repository.find_merge_base(commit, commit)
        assert state() == before
