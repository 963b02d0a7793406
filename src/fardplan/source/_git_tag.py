"""Making a tag: all that fardplan ever writes among the objects and names of a repository."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source._git_process import GIT_MISSING, compose_environment, find_git

TAKEN = Text(
    "Taggen {tag} finns redan: någon har gett ut versionen nyss. En tagg flyttas aldrig. "
    "Visa den: git show {tag}",
    "The tag {tag} is there already: someone has just released the version. A tag is never moved. "
    "Show it: git show {tag}",
)
IN_THE_WAY = Text(
    "Git kan inte göra taggen {tag}, eftersom en annan tagg är i vägen: {reason}",
    "Git cannot make the tag {tag}, since another tag is in the way: {reason}",
)
NOBODY = Text(
    "Git vet inte vem du är, och en utgåva ska ha en avsändare. Berätta det: "
    '`git config --global user.name "Namn"` och `git config --global user.email adress`',
    "Git does not know who you are, and a release has to come from someone. Tell it: "
    '`git config --global user.name "Name"` and `git config --global user.email address`',
)
NOT_SIGNED = Text(
    "Git är inställt att signera taggar (tag.gpgSign), men det gick inte. Inget är utgivet. "
    "Git säger: {reason}",
    "Git is set to sign tags (tag.gpgSign), but could not. Nothing is released. Git says: {reason}",
)
STOPPED = Text(
    "En kontroll i arkivet (en git-hook) stoppade taggen {tag}. Inget är utgivet. "
    "Git säger: {reason}",
    "A check in the repository (a git hook) stopped the tag {tag}. Nothing is released. "
    "Git says: {reason}",
)
NOT_MADE = Text(
    "Git kunde inte göra taggen {tag}. Inget är utgivet. Git säger: {reason}",
    "Git could not make the tag {tag}. Nothing is released. Git says: {reason}",
)

_NOBODY = re.compile(r"tell me who you are|empty ident name|auto-detect|no (name|email) was given")
_CAUSES = (
    (_NOBODY, NOBODY),
    (re.compile(r"exists; cannot create|blocking reference"), IN_THE_WAY),
    (re.compile(r"already exists"), TAKEN),
    (re.compile(r"by hook"), STOPPED),
    (re.compile(r"unable to sign|failed to sign"), NOT_SIGNED),
)


def make_tag(folder: Path, name: str, commit: str, message: str) -> None:
    """Make an annotated tag on a commit (an id), with a message taken as it is.

    The user's own settings hold here, and only here: signatures and hooks are not turned off. A tag
    that is there is never moved, whoever made it and however lately. Raises CannotRun with what git
    has against it.
    """
    program = find_git()
    if program is None:
        raise CannotRun(GIT_MISSING, folder=folder)
    done = subprocess.run(
        [program, "--no-pager", "tag", "--cleanup=verbatim", "--file=-", "--", name, commit],
        cwd=folder,
        env=compose_environment(),
        input=message.encode("utf-8", "replace"),
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise explain(done.stderr.decode("utf-8", "replace"), name)


def explain(complaint: str, tag: str) -> CannotRun:
    """Return git's complaint about a tag in plain words."""
    text = next((text for pattern, text in _CAUSES if pattern.search(complaint)), NOT_MADE)
    lines = (line.strip() for line in complaint.splitlines())
    reason = "; ".join(re.sub(r"^(fatal|error): ", "", line) for line in lines if line)
    return CannotRun(text, tag=tag, reason=reason or "–")
