"""`fardplan release` in repositories of every kind, and what git itself may have against it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from fardplan.source import _git_process as process
from tests.commands.releases import FILES, LAN, county, identify, message_of, tags
from tests.commands.releases import lan as lan  # noqa: PLC0414 - a fixture
from tests.commands.releases import release as release  # noqa: PLC0414 - a fixture
from tests.commands.releases import start_history as start_history  # noqa: PLC0414 - a fixture
from tests.source.history import History

SIGN = r"""
cat > /dev/null
printf '\n[GNUPG:] SIG_CREATED \n' >&2
cat <<'END'
-----BEGIN PGP SIGNATURE-----

x
-----END PGP SIGNATURE-----
END
"""


def script(path: Path, text: str) -> str:
    """Write a program for git to run; return its path."""
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def cannot(release, *options: str) -> str:
    """Return the one line that says why nothing can be released here; in English there is one."""
    code, shown, told = release(*options)
    assert (code, shown, told.count("\n")) == (3, "", 1)
    assert release(*options, lang="en")[2].startswith("fardplan: ")
    return str(told).removeprefix("fardplan: ").rstrip("\n")


class TestKindsOfRepository:
    def test_linked_worktree(self, release, lan, monkeypatch, tmp_path):
        """In a linked worktree its own HEAD is released, and its own files have to be saved."""
        lan.git("worktree", "add", "--quiet", "-b", "sida", str(tmp_path / "sida å"))
        side = History(tmp_path / "sida å", lan.day)
        assert (side.root / ".git").is_file()
        commit = side.commit({"roadmaps/lan/goals/ny.yaml": "title: Ny\n"})
        lan.write({"fardplan.toml": ""})
        monkeypatch.chdir(side.root)
        assert release()[0] == 0
        assert lan.git("rev-parse", "lan/1.0^{commit}") == commit
        side.write({LAN: county('"1.1"')})
        assert release()[0] == 1

    def test_submodule(self, release, lan, start_history, monkeypatch):
        """In a submodule the tag is the submodule's; the repository around it gets none."""
        outer = start_history("yttre")
        add = ("submodule", "add", "--quiet", lan.root.as_uri(), "färd planer")
        outer.git("-c", "protocol.file.allow=always", *add)
        outer.commit({})
        inner = History(outer.root / "färd planer")
        assert (inner.root / ".git").is_file()
        assert Path(inner.git("rev-parse", "--show-superproject-working-tree")) == outer.root
        monkeypatch.chdir(inner.root)
        assert release()[0] == 0
        assert (tags(inner), tags(outer), tags(lan)) == (["lan/1.0"], [], [])

    def test_folder_below_the_top(self, release, start_history, monkeypatch):
        """Roadmaps in a folder of a larger repository; what is unsaved around them stays so."""
        identify(monkeypatch)
        history = start_history()
        folder = "planer å ä ö/[nära] vård"
        history.commit({f"{folder}/{path}": text for path, text in FILES.items()})
        history.write({"roadmaps/x.yaml": "x", "planer å ä ö/roadmaps/y.yaml": "y"})
        monkeypatch.chdir(history.root / folder / "roadmaps/lan")
        assert release("--dry-run")[0] == 0
        history.write({f"{folder}/roadmaps/lan/goals/ny.yaml": "title: Ny\n"})
        code, said, _ = release()
        assert (code, "    roadmaps/lan/goals/ny.yaml: ny fil, inte tillagd\n" in said) == (1, True)
        history.commit({})
        assert (release()[0], tags(history)) == (0, ["lan/1.0"])

    def test_detached_head(self, release, lan):
        """A commit without a branch is released, which is told."""
        commit = lan.commit({})
        lan.git("checkout", "--quiet", "--detach")
        lan.git("branch", "--force", "main", "HEAD~1")
        code, _, told = release()
        assert (code, told.splitlines()[0]) == (
            0,
            (
                f"Du står på en enskild incheckning ({commit[:10]}), inte på en gren. "
                "Det är den som ges ut."
            ),
        )
        assert lan.git("rev-parse", "lan/1.0^{commit}") == commit

    def test_sha256(self, release, start_history, monkeypatch):
        """A repository with SHA-256 names is released from like any other."""
        identify(monkeypatch)
        history = start_history("arkiv", "--object-format=sha256")
        history.commit(FILES)
        monkeypatch.chdir(history.root)
        assert release()[0] == 0
        assert len(history.git("rev-parse", "lan/1.0")) == 64
        history.commit({LAN: county('"1.1"')})
        assert release()[0] == 0
        assert message_of(history, "lan/1.1").endswith("fardplan diff lan 1.0 1.1")

    def test_packed(self, release, lan):
        """Packed objects and packed tags are known."""
        lan.tag("lan/1.0")
        lan.git("gc", "--quiet", "--prune=now")
        assert not (lan.root / ".git/refs/tags/lan/1.0").exists()
        assert (release()[0], "redan utgiven" in release()[1]) == (1, True)
        lan.commit({LAN: county('"1.1"')})
        assert release()[0] == 0

    def test_bare(self, release, lan, monkeypatch, tmp_path):
        """A bare repository has no unsaved files; what its HEAD holds is released."""
        lan.git("clone", "--quiet", "--bare", ".", str(tmp_path / "naken.git"))
        bare = History(tmp_path / "naken.git")
        assert bare.git("rev-parse", "--is-bare-repository") == "true"
        monkeypatch.chdir(bare.root)
        assert (release()[0], tags(bare)) == (0, ["lan/1.0"])

    def test_shallow(self, release, lan, monkeypatch, tmp_path):
        """In a shallow clone nobody knows what is released: one line says what to fetch."""
        lan.tag("lan/0.9")
        lan.commit({})
        lan.git("clone", "--quiet", "--depth=1", lan.root.as_uri(), str(tmp_path / "grund"))
        clone = History(tmp_path / "grund")
        assert clone.git("rev-parse", "--is-shallow-repository") == "true"
        monkeypatch.chdir(clone.root)
        assert cannot(release).startswith(
            "Bara en del av historiken är hämtad, så det går inte att veta vilka versioner som är "
            "utgivna. Hämta resten: git fetch --unshallow --tags"
        )
        clone.git("fetch", "--quiet", "--unshallow", "--tags")
        assert release()[0] == 0

    def test_no_commit(self, release, start_history, monkeypatch):
        """Before the first commit there is nothing to release."""
        history = start_history()
        history.write(FILES)
        monkeypatch.chdir(history.root)
        assert cannot(release) == (
            "Ingenting är incheckat än, så det finns inget att ge ut. "
            "Spara först: git add --all och git commit."
        )

    def test_roadmap_that_is_not_committed(self, release, fardplan, lan):
        """A roadmap that only the files have is told from one that nobody has."""
        lan.write({"roadmaps/kommun/roadmap.yaml": county()})
        done = fardplan("release", "kommun")
        assert (done.exit_code, done.stderr) == (
            3,
            (
                "fardplan: Färdplanen kommun är inte incheckad i git än, så det finns inget att "
                "ge ut. Spara den först: git add --all och git commit.\n"
            ),
        )
        for name in ("landet", "../lan", "lan/1.0", "å"):
            done = fardplan("release", name)
            assert (done.exit_code, done.stderr) == (
                3,
                (
                    f"fardplan: Det finns ingen färdplan som heter ”{name}”. "
                    "De som finns: kommun, lan.\n"
                ),
            )
        assert fardplan("release", "--", "-lan").exit_code == 3
        assert fardplan("release", "-lan").exit_code == 2

    def test_outside_git(self, release, write):
        """Outside git one line says what to begin with."""
        root = write(FILES)
        assert cannot(release) == (
            f"Mappen {root} ligger inte i git. En version ges ut genom en tagg i git. "
            "Börja med: git init, git add --all och git commit."
        )

    def test_without_the_program_git(self, release, lan, monkeypatch):
        """Without git on the computer the line says where to get it."""
        monkeypatch.setenv("PATH", "")
        process.find_git.cache_clear()
        try:
            assert "Installera det från git-scm.com" in cannot(release)
        finally:
            process.find_git.cache_clear()


class TestWhatGitHasAgainstIt:
    @pytest.mark.parametrize("options", [(), ("--dry-run",)])
    def test_nobody(self, release, lan, monkeypatch, options):
        """Without a name and an address the line says how to give them."""
        monkeypatch.delenv("GIT_COMMITTER_NAME")
        monkeypatch.delenv("GIT_COMMITTER_EMAIL")
        lan.git("config", "user.useConfigOnly", "true")
        assert cannot(release, *options) == (
            "Git vet inte vem du är, och en utgåva ska ha en avsändare. Berätta det: "
            '`git config --global user.name "Namn"` och `git config --global user.email adress`'
        )
        lan.git("config", "user.name", "Kansliet")
        lan.git("config", "user.email", "kansliet@example.org")
        assert release(*options)[0] == 0

    @pytest.mark.parametrize("key", ["tag.gpgSign", "tag.forceSignAnnotated"])
    def test_signed(self, release, lan, tmp_path, key):
        """Who has set git to sign tags gets a signed release."""
        lan.git("config", key, "true")
        lan.git("config", "gpg.program", script(tmp_path / "signera", f"#!/bin/sh{SIGN}"))
        assert release()[0] == 0
        message = message_of(lan, "lan/1.0")
        assert message.startswith("Färdplan 2023, version 1.0\n\nFörsta versionen.\n-----BEGIN PGP")

    def test_signature_that_fails(self, release, lan, tmp_path):
        """A signature that cannot be made stops the release, in plain words."""
        lan.git("config", "tag.gpgSign", "true")
        lan.git("config", "gpg.program", str(tmp_path / "finns-inte"))
        assert cannot(release).startswith(
            "Git är inställt att signera taggar (tag.gpgSign), men det gick inte. "
            "Inget är utgivet. Git säger: "
        )
        assert tags(lan) == []

    def test_hook_that_stops(self, release, lan, tmp_path):
        """A hook of the repository's runs, and may stop the release with its own words."""
        seen = tmp_path / "sett"
        hook = lan.root / ".git/hooks/reference-transaction"
        script(hook, f"#!/bin/sh\ncat >> '{seen}'\n")
        assert release("--dry-run")[0] == 0
        assert not seen.exists()
        assert release()[0] == 0
        assert "refs/tags/lan/1.0" in seen.read_text(encoding="utf-8")
        lan.git("tag", "--delete", "lan/1.0")
        script(hook, "#!/bin/sh\necho 'bara på fredagar' >&2\nexit 1\n")
        said = cannot(release)
        assert said.startswith("En kontroll i arkivet (en git-hook) stoppade taggen lan/1.0.")
        assert "bara på fredagar" in said
        assert tags(lan) == []

    @pytest.mark.parametrize("target", ["lan/1.0", "lan"])
    def test_race(self, release, lan, tmp_path, target):
        """A tag that someone else makes at the last moment is not moved, and is told."""
        other = lan.commit({})
        lan.git("checkout", "--quiet", "HEAD~1")
        lan.git("config", "tag.gpgSign", "true")
        theirs = f"#!/bin/sh\ngit -C '{lan.root}' update-ref refs/tags/{target} {other}"
        sign = script(tmp_path / "signera", theirs + SIGN)
        lan.git("config", "gpg.program", sign)
        code, shown, told = release()
        assert (code, shown, told.count("\n")) == (3, "", 1)
        said = {
            "lan/1.0": "Taggen lan/1.0 finns redan: någon har gett ut versionen nyss.",
            "lan": "Git kan inte göra taggen lan/1.0, eftersom en annan tagg är i vägen",
        }
        assert told.startswith(f"fardplan: {said[target]}")
        assert (tags(lan), lan.git("rev-parse", f"refs/tags/{target}")) == ([target], other)

    def test_release_twice(self, release, lan):
        """The same release a second time changes nothing."""
        assert release()[0] == 0
        made = lan.git("rev-parse", "lan/1.0")
        assert release()[0] == 1
        assert release("--correction")[0] == 1
        assert lan.git("rev-parse", "lan/1.0") == made

    def test_another_complaint(self, release, lan):
        """Whatever else git says is passed on in one line."""
        (lan.root / ".git/refs/tags/lan").mkdir()
        (lan.root / ".git/refs/tags/lan/1.0.lock").write_text("", encoding="ascii")
        said = cannot(release)
        assert said.startswith("Git kunde inte göra taggen lan/1.0. Inget är utgivet. Git säger: ")
        assert tags(lan) == []
