"""Why the system refused, in the reader's language."""

from __future__ import annotations

import errno
import os

import pytest

from fardplan.locales.reasons import REASONS, tell_reason
from fardplan.locales.text import LANGUAGES
from fardplan.source.output import tell_refusal


@pytest.mark.parametrize(
    ("number", "sv", "en"),
    [
        (errno.ENOSPC, "disken är full", "the disk is full"),
        (errno.ESTALE, "nätverksdisken har tappat kontakten med filen",
         "the network drive has lost touch with the file"),
        (errno.EACCES, "du har inte rätt till det", "you have no permission for that"),
        (errno.ENOTTY, f"felkod {errno.ENOTTY}", f"error code {errno.ENOTTY}"),
    ],
)  # fmt: skip
def test_reason(number, sv, en):
    """A common reason is told in plain words, any other by its number."""
    reason = tell_reason(OSError(number, os.strerror(number)))
    assert (reason.say("sv"), reason.say("en")) == (sv, en)


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_words_of_the_system_are_not_passed_on(number):
    """Whatever the system says in its own language is said in ours."""
    for tell in (tell_reason, tell_refusal):
        error = OSError(number, os.strerror(number))
        said = [tell(error).say(lang) for lang in LANGUAGES]
        assert os.strerror(number).casefold() not in said[0].casefold()
        assert said[0] != said[1]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("no number"), "okänt fel"),
        (ValueError("embedded null byte"), "namnet innehåller ett tecken som inte får finnas där"),
        (RuntimeError("Symlink loop"), "länken pekar på sig själv"),
    ],
)
def test_reason_without_a_number(error, said):
    """What Python refuses by itself is told in plain words too."""
    assert tell_reason(error).say("sv") == said


def test_names_are_those_of_systems():
    """Each reason stands under a name that Python knows of some system."""
    unknown = {name for name in REASONS if not hasattr(errno, name)}
    assert unknown == set() or os.name == "nt"
