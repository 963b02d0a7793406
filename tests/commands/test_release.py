"""`fardplan release`: the tag that is made, its message, and what is told beside."""

from __future__ import annotations

import subprocess

import pytest

from tests.commands.releases import (
    FILES,
    GOAL,
    LAN,
    TEAM,
    county,
    message_of,
    sentence_of,
    tags,
    team,
)
from tests.commands.releases import lan as lan  # noqa: PLC0414 - a fixture
from tests.commands.releases import release as release  # noqa: PLC0414 - a fixture
from tests.commands.releases import start_history as start_history  # noqa: PLC0414 - a fixture

OTHER = "roadmaps/kommun/roadmap.yaml"


def test_first_version(release, lan):
    """The first version gets an annotated tag on HEAD that says so; the last line how to send it."""
    head = lan.git("rev-parse", "HEAD")
    message = "Färdplan 2023, version 1.0\n\nFörsta versionen.\n"
    assert release() == (
        0,
        f"lan/1.0\n\n{message}",
        (
            f"Version 1.0 av lan är utgiven: taggen lan/1.0 på incheckning {head[:10]}.\n"
            "Den finns bara här än. Skicka den till de andra: git push origin refs/tags/lan/1.0\n"
        ),
    )
    assert message_of(lan, "lan/1.0") == message.strip()
    assert lan.git("rev-parse", "lan/1.0^{commit}") == head
    assert lan.git("for-each-ref", "--format=%(taggername)", "refs/tags") == "Kansliet"
    assert lan.git("status", "--porcelain") == ""


def test_english(release, lan):
    """All that is told is in the language asked for; the message is in the roadmap's own."""
    head = lan.git("rev-parse", "HEAD")
    assert release("--dry-run", lang="en") == (
        0,
        "lan/1.0\n\nFärdplan 2023, version 1.0\n\nFörsta versionen.\n",
        (
            f"This is what the tag lan/1.0 on commit {head[:10]} would be. Nothing is changed.\n"
            "Once made, it is sent by: git push origin refs/tags/lan/1.0\n"
        ),
    )
    lan.commit({LAN: county().replace("language: sv", "language: en")})
    assert release("--dry-run")[1] == ("lan/1.0\n\nFärdplan 2023, version 1.0\n\nFirst version.\n")
    assert release(lang="en")[2].startswith("Version 1.0 of lan is released: the tag lan/1.0 on ")


def test_next_version(release, fardplan, lan):
    """The message is the change in a sentence, then the commitments that are weakened and why."""
    assert release()[0] == 0
    reason = "reason: Avtalet med regionen om gemensam bemanning blev klart ett halvår senare\n"
    files = {LAN: county('"2.0"', 2024), TEAM: team("2025", reason), GOAL: "title: Trygg hem\n"}
    lan.commit(files)
    code, shown, _ = release()
    message = message_of(lan, "lan/2.0")
    assert (code, shown) == (0, f"lan/2.0\n\n{message}\n")
    subject, _, weak, pointer = message.split("\n\n")
    assert subject == "Färdplan 2024, version 2.0"
    told = fardplan("diff", "lan", "1.0", "2.0").stdout
    assert sentence_of(message) == sentence_of(told)
    assert weak.splitlines()[0] == "Försvagade åtaganden:"
    assert weak.splitlines()[1].startswith("- Aktiviteten ”Teamet”: ")
    assert "Avtalet med regionen" in " ".join(weak.split())
    assert "Trygg hem" not in weak
    assert pointer == "Alla ändringar: fardplan diff lan 1.0 2.0"
    assert max(map(len, message.splitlines())) <= 72


def test_since_the_release_below(release, lan):
    """The release before is the highest below by number, not the latest made."""
    for number in ("1.9", "1.10"):
        lan.commit({LAN: county(f'"{number}"'), GOAL: f"title: Mål {number}\n"})
        lan.tag(f"lan/{number}", annotated=False)
    lan.commit({LAN: county('"1.11"'), GOAL: "title: Mål 1.10\n"})
    message = release("--dry-run")[1]
    assert "Mål" not in message
    assert message.endswith("Alla ändringar: fardplan diff lan 1.10 1.11\n")


def test_since_an_earlier_year(release, lan):
    """Without a release the last state of an earlier year is compared with, side branches apart."""
    lan.commit({LAN: county(None, 2022), TEAM: team("2024")})
    lan.git("checkout", "--quiet", "-b", "sida")
    lan.commit({TEAM: team("2029")})
    lan.git("checkout", "--quiet", "main")
    lan.commit({LAN: county('"2.0"', 2024), TEAM: team("2025")})
    message = release("--dry-run")[1]
    assert "Slut senareläggs: var 2024, är nu 2025" in message
    assert message.endswith("Alla ändringar: fardplan diff lan 2022 2.0\n")


def test_folder_that_was_renamed(release, fardplan, lan):
    """Releases under the earlier name count, and the new tag bears the present one."""
    assert release()[0] == 0
    lan.git("mv", "roadmaps/lan", "roadmaps/lanet")
    new = LAN.replace("/lan/", "/lanet/")
    lan.commit({new: county('"1.0"', previously="[lan]")})
    refused = fardplan("release", "lanet")
    assert (refused.exit_code, tags(lan)) == (1, ["lan/1.0"])
    assert "Version 1.0 är redan utgiven: taggen lan/1.0 finns." in refused.stdout
    lan.commit({new: county('"1.1"', previously="[lan]")})
    done = fardplan("release", "lan")  # the earlier name still names it
    assert (done.exit_code, tags(lan)) == (0, ["lan/1.0", "lanet/1.1"])
    assert message_of(lan, "lanet/1.1").endswith("fardplan diff lanet 1.0 1.1")


def test_dry_run_changes_nothing(release, lan):
    """Neither a file nor a reference nor an object comes to be."""

    def state():
        files = sorted(path for path in lan.root.rglob("*") if path.is_file())
        return [(path, path.stat().st_mtime_ns, path.read_bytes()) for path in files]

    before = state()
    code, shown, told = release("--dry-run")
    assert (code, shown.splitlines()[0]) == (0, "lan/1.0")
    assert told.splitlines()[-1].endswith("skickas den med: git push origin refs/tags/lan/1.0")
    assert state() == before


def test_a_tag_is_all_that_is_written(release, lan):
    """A release adds one tag and its object; the files and all else in git stay."""

    def files():
        found = {str(path.relative_to(lan.root)) for path in lan.root.rglob("*") if path.is_file()}
        return found, lan.git("rev-parse", "HEAD"), (lan.root / ".git/index").read_bytes()

    (before, head, index), _ = files(), release()
    (after, same_head, same_index) = files()
    made = lan.git("rev-parse", "refs/tags/lan/1.0")
    assert after - before == {".git/refs/tags/lan/1.0", f".git/objects/{made[:2]}/{made[2:]}"}
    assert (before - after, same_head, same_index) == (set(), head, index)


def test_known_debts_go_along(release, fardplan, lan):
    """Known debts of the roadmap are listed, those of others are not."""
    activity = "title: Teamet\ngoal: hemgang\n"
    adopted = county(status="adopted").replace("direction", "action")
    lan.write({LAN: adopted, TEAM: activity, OTHER: adopted.replace("Färdplan", "Annan")})
    assert fardplan("baseline").exit_code == 0
    lan.commit({})
    code, _, told = release()
    lines = told.splitlines()
    listed = [line for line in lines if line.startswith("  ")]
    assert (code, lines[0]) == (0, f"{len(listed)} kända brister följer med:")
    assert any(line.endswith("saknar projektplan. [missing-projektplan]") for line in listed)
    assert {line.split(":")[0].strip() for line in listed} == {LAN, TEAM}
    assert lines[-1].endswith("refs/tags/lan/1.0")


def test_warnings(release, lan):
    """New warnings are counted, and stop nothing."""
    lan.commit({TEAM: team("2022")})
    settings = '[severity]\noverdue-activity = "warning"\noutside-period = "off"\n'
    lan.commit({"fardplan.toml": settings})
    code, _, told = release("--dry-run")
    assert (code, told.splitlines()[0]) == (
        0,
        "Dessutom finns 1 varning (visa med fardplan validate). Det hindrar inte utgåvan.",
    )
    assert release("--dry-run", lang="en")[2].startswith("Beside that: 1 warning (show with")
    lan.commit({"fardplan.toml": settings.replace("warning", "error")})
    assert release("--dry-run")[0] == 1


@pytest.mark.parametrize(
    ("status", "word"),
    [("draft", "utkast"), ("consultation", "remissversion"), ("proposed", "förslag")],
)
def test_unfinished(release, lan, status, word):
    """A draft may be released, which is told."""
    lan.commit({LAN: county(status=status)})
    code, _, told = release()
    assert (code, tags(lan)) == (0, ["lan/1.0"])
    assert told.splitlines()[0] == (
        f"Färdplanen har status {word}, och det står på varje sida av det som ges ut."
    )


def test_errors_elsewhere(release, lan):
    """An error in another roadmap is told and stops nothing; in what all share it does."""
    lan.commit({OTHER: "format: 1\ntitle: Kommun\n"})
    code, _, told = release("--dry-run")
    first = told.splitlines()[0]
    assert (code, first.endswith("Det hindrar inte den här utgåvan.")) == (0, True)
    assert first.startswith("I andra färdplaner i arkivet finns 2 fel.")
    lan.commit({"roadmaps/organisations.yaml": "format: 1\norganisationer: []\n"})
    code, shown, _ = release("--dry-run")
    assert (code, "organisations.yaml:2:1" in shown) == (1, True)


def test_quiet(fardplan, lan):
    """With `-q` there is only the tag and its message."""
    done = fardplan("-q", "release", "lan")
    assert (done.stdout.splitlines()[0], done.stderr) == ("lan/1.0", "")


def test_texts_cannot_steer_the_terminal(release, lan):
    """What a title hides from the eye is shown in the message, not obeyed."""
    lan.commit({LAN: county().replace("title: Färdplan", 'title: "Färd\\u200eplan\\u202e"')})
    code, shown, _ = release()
    assert (code, "\u202e" in shown + message_of(lan, "lan/1.0")) == (0, False)


def test_nothing_is_sent(release, lan, tmp_path):
    """The release stays here until it is pushed as the last line says."""
    lan.git("clone", "--quiet", "--bare", ".", str(tmp_path / "server.git"))
    lan.git("remote", "add", "origin", str(tmp_path / "server.git"))
    _, _, told = release()
    shown = ["git", "-C", str(tmp_path / "server.git"), "tag"]
    assert subprocess.run(shown, capture_output=True, check=True).stdout == b""
    command = told.splitlines()[-1].rpartition(": ")[2].split()
    lan.git(*command[1:])
    assert subprocess.run(shown, capture_output=True, check=True).stdout == b"lan/1.0\n"


def test_files_of_the_roadmap_are_the_ones_committed(release, lan):
    """What is no part of the roadmaps may be unsaved."""
    lan.write({"README.md": "utkast\n", "anteckningar/x.yaml": "a: 1\n", "roadmaps2/x": ""})
    assert release()[0] == 0
    assert FILES.keys() <= set(lan.git("ls-tree", "-r", "--name-only", "lan/1.0").split("\n"))
