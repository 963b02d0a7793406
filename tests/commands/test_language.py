"""The order in which the language is chosen."""

from __future__ import annotations

import pytest

from fardplan.commands._language import choose_language

SETTINGS_SV = 'language = "sv"\n'
SETTINGS_EN = 'language = "en"\n'


@pytest.mark.parametrize(
    ("given", "environ", "settings", "lang"),
    [
        ("en", {"FARDPLAN_LANG": "sv", "LC_ALL": "sv_SE"}, SETTINGS_SV, "en"),
        (None, {"FARDPLAN_LANG": "en", "LC_ALL": "sv_SE"}, SETTINGS_SV, "en"),
        (None, {"LC_ALL": "sv_SE.UTF-8"}, SETTINGS_EN, "en"),
        (None, {"LC_ALL": "en_GB.UTF-8"}, SETTINGS_SV, "sv"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "sv_SE"}, None, "en"),
        (None, {"LC_MESSAGES": "en", "LANG": "sv_SE"}, None, "en"),
        (None, {"LC_ALL": "", "LANG": "en_US"}, None, "en"),
        (None, {"LC_ALL": "C", "LANG": "en_US"}, None, "sv"),
        (None, {"LANG": "C.UTF-8"}, None, "sv"),
        (None, {"LANG": "enm"}, None, "sv"),
        (None, {}, None, "sv"),
        ("de", {"FARDPLAN_LANG": "fi"}, SETTINGS_EN, "en"),
        (None, {"LANG": "en"}, 'language = "fi"', "en"),
        (None, {"LANG": "en"}, "language = [", "en"),
        (None, {"LANG": "en"}, "language = 1", "en"),
    ],
)
def test_order(tmp_path, given, environ, settings, lang):
    """The option goes before the variable, the settings, the locale and Swedish."""
    inner = tmp_path / "roadmaps" / "orebro"
    inner.mkdir(parents=True)
    if settings is not None:
        (tmp_path / "fardplan.toml").write_text(settings, encoding="utf-8")
    assert choose_language({"lang": given, "directory": str(inner)}, environ) == lang


def test_folder_that_does_not_exist(tmp_path):
    """A folder that does not exist leaves the choice to the locale."""
    assert choose_language({"directory": str(tmp_path / "finns/inte")}, {"LANG": "en"}) == "en"


def test_folder_from_the_environment(tmp_path):
    """FARDPLAN_DIRECTORY names the folder whose settings count, as -C does."""
    (tmp_path / "fardplan.toml").write_text(SETTINGS_EN, encoding="utf-8")
    assert choose_language({}, {"FARDPLAN_DIRECTORY": str(tmp_path)}) == "en"


@pytest.mark.parametrize("args", [["--lang=en"], ["--lang", "en"], ["-qv", "--lang", "en", "zzz"]])
def test_written_in_any_way(fardplan, args):
    """The option is understood however it is written, even in a call that is otherwise wrong."""
    assert fardplan(*args).stderr.startswith("Usage: ")
