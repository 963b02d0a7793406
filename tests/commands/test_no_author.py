"""No product of any command names whoever wrote the commits: names stay in git."""

from __future__ import annotations

import io
import subprocess
import zipfile

import pikepdf
import pytest

from fardplan.commands import diff, impact, render
from fardplan.commands import list as list_

AUTHOR, COMMITTER, TAGGER = "Zorxa Qvinberg", "Xylvester Zetterqvist", "Qarin Wzedin"
NAMES = [part for name in (AUTHOR, COMMITTER, TAGGER) for part in name.split()]


def _git(root, *args, author=AUTHOR, committer=COMMITTER):
    people = {
        "GIT_AUTHOR_NAME": author,
        "GIT_AUTHOR_EMAIL": f"{author.split()[0]}@example.org",
        "GIT_COMMITTER_NAME": committer,
        "GIT_COMMITTER_EMAIL": f"{committer.split()[0]}@example.org",
    }
    settings = [word for key, value in people.items() for word in ("-c", f"{_key(key)}={value}")]
    command = ["git", *settings, *args]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def _key(variable):
    _, role, what = variable.lower().split("_")
    return f"{role}.{what}"


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Return a repository of two released years whose people are known."""
    for role in ("AUTHOR", "COMMITTER"):
        for what in ("NAME", "EMAIL"):
            monkeypatch.delenv(f"GIT_{role}_{what}")  # which would go before the settings
    folder = tmp_path / "arkiv"
    file = folder / "roadmaps/plan/roadmap.yaml"
    file.parent.mkdir(parents=True)
    (folder / "fardplan.toml").write_text(
        'organisation.name = "Norra kommun"\n[site]\ntitle = "Planer"\n'
        'base-url = "https://plan.example.se"\n',
        "utf-8",
    )
    _git(folder, "init", "-q")
    for year in (2023, 2024):
        file.write_text(
            f"format: 1\ntitle: Plan\nyear: {year}\nversion: '{year - 2022}.0'\nprofile: action\n"
            f"status: adopted\nupdated: '{year}-03-01'\nthemes: [{{id: t, title: Tema {year}}}]\n"
            f"corrections: [{{date: '{year}-04-01', what: Ett fel, by: Kansliet}}]\n"
            f"decisions: [{{kind: adopt, paragraph: '7', date: '{year}-03-01'}}]\n",
            "utf-8",
        )
        _git(folder, "add", ".")
        _git(folder, "commit", "-qm", f"Av {AUTHOR}")
        tag = f"plan/{year - 2022}.0"
        _git(folder, "tag", "-a", tag, "-m", f"Av {TAGGER}", committer=TAGGER)
    return folder


def _contents(data):
    """Yield the bytes of a product, and of what is packed in it."""
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for name in file.namelist():
                yield name.encode()
                yield from _contents(file.read(name))
    if data.startswith(b"%PDF"):
        plain = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        yield plain.getvalue()


def _named(data):
    found = set()
    for content in _contents(data):
        texts = [content.decode("utf-8", "ignore"), content.decode("utf-16-be", "ignore")]
        found |= {name for name in NAMES for text in texts if name.casefold() in text.casefold()}
    return found


def test_names_would_be_found(root):
    """Git itself names them all, so that the tests below look for what is there."""
    log = ["git", "log", "--format=%an %cn", "--all"]
    told = subprocess.run(log, cwd=root, check=True, capture_output=True).stdout
    tags = ["git", "for-each-ref", "--format=%(taggername)", "refs/tags"]
    told += subprocess.run(tags, cwd=root, check=True, capture_output=True).stdout
    assert _named(told) == set(NAMES)


@pytest.mark.parametrize("form", list(render.Format))
@pytest.mark.parametrize("args", [(), ("--rev", "2023"), ("--since", "2023")])
def test_documents(form, args, root, fardplan):
    """No form of a document names them, of now, of then, and with what has changed."""
    target = root / "ut"
    result = fardplan("-C", str(root), "render", "plan", *args, "-f", form, "-o", str(target))
    assert result.exit_code == 0, result.output
    assert _named(target.read_bytes()) == set()
    assert _named(result.output.encode()) == set()


@pytest.mark.parametrize(
    "args",
    [
        *(("diff", "plan", "2023", "-f", form) for form in diff.Format),
        *(("impact", "plan", "2023", "-f", form) for form in impact.Format),
        *(("list", "plan", "-f", form) for form in list_.Format),
        ("-v", "diff", "plan", "2023"),
        ("-v", "render", "plan", "--rev", "2023"),
        ("validate", "-f", "json"),
    ],
)
def test_other_commands(args, root, fardplan):
    """Nor does what the commands print of versions and changes."""
    result = fardplan("-C", str(root), *args)
    assert result.exit_code in (0, 1), result.output
    assert _named((result.stdout + result.stderr).encode()) == set()


def test_site(root, fardplan, tmp_path):
    """Nor does any file of the web site."""
    folder = tmp_path / "site"
    result = fardplan("-C", str(root), "site", "-o", str(folder))
    assert result.exit_code == 0, result.output
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    assert {
        file.name: _named(file.read_bytes()) for file in files if _named(file.read_bytes())
    } == {}
