"""Pages that several processes make: the same to the byte, and told of in the same way."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from fardplan.documents.template_fault import TemplateFault
from fardplan.pipeline.site import dealing, writing
from fardplan.pipeline.site.dealing import deal_out
from fardplan.pipeline.site.publish import publish_site
from tests.forking import needs_fork
from tests.site.conftest import BASE
from tests.site.test_again import FILES, contents

FIRST = os.getpid()


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let two other processes work, however few processors and pages there are; return them."""
    started: list[int] = []
    fork = getattr(os, "fork", None)

    def note() -> int:
        started.append(fork() if fork else 0)
        return started[-1]

    monkeypatch.setattr(os, "fork", note, raising=False)
    monkeypatch.setattr(dealing, "can_share", lambda: True)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(writing, "_ENOUGH", 0)
    return started


def tell_who(number: int) -> Iterator[list[object]]:
    """Yield two values of a number, each with whether it comes from another process."""
    for letter in "ab":
        yield [number, letter, os.getpid() != FIRST]


def is_left(process: int) -> bool:
    """Tell whether a process that was started is still there, or nobody has asked how it ended."""
    try:
        os.waitpid(process, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def collect(dealt: Iterator[tuple[int, object]]) -> dict[int, list[object]]:
    """Return what came of each number, from where it began anew for the last time."""
    found: dict[int, list[object]] = {}
    ended: set[int] = set()
    for number, value in dealt:
        if value is None:
            ended.add(number)
        else:
            found.setdefault(number, []).append(value)
    assert ended == found.keys()
    return found


@needs_fork
def test_all_is_done_by_others_each_in_order(others):
    """Every number is done once, by another process, what it yields in order; then they end."""
    found = collect(deal_out(7, tell_who))
    assert found == {n: [[n, "a", True], [n, "b", True]] for n in range(7)}
    assert len(others) > 2, "each is replaced after a while"
    assert not any(map(is_left, others))


@pytest.mark.parametrize(("count", "alone"), [(1, False), (3, True)])
def test_few_things_are_done_by_the_first_process(others, count, alone):
    """One thing, or what is not worth it, is done here and in order."""
    dealt = list(deal_out(count, tell_who, alone=alone))
    assert dealt == [
        one for n in range(count) for one in ((n, [n, "a", False]), (n, [n, "b", False]), (n, None))
    ]


@needs_fork
def test_what_is_found_out_but_once_is_found_out_before(others):
    """What the first thing needs, such as templates, is there for all processes that do things."""
    known: list[int] = []

    def work(at: int) -> Iterator[list[object]]:
        if not known:
            known.append(os.getpid())
        yield [at, known[0]]

    found = collect(deal_out(5, work))
    assert found == {n: [[n, FIRST]] for n in range(5)}


@needs_fork
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_lost_process_left_is_done_by_the_first(others, number):
    """A process that somebody ends takes nothing with it: all that is not done is done here."""

    def work(at: int) -> Iterator[list[object]]:
        yield from tell_who(at)
        if at == 2 and os.getpid() != FIRST:
            os.kill(os.getpid(), number)

    found = collect(deal_out(6, work))
    assert found.keys() == {*range(6)}
    assert found[2] == [[2, "a", True], [2, "b", True], [2, "a", False], [2, "b", False]]
    assert others
    assert not any(map(is_left, others))


@needs_fork
def test_the_first_process_does_it_all_where_no_other_can_be_started(others, monkeypatch):
    """A system that is full starts no process, and the work is done none the less."""

    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert collect(deal_out(3, tell_who)) == {
        n: [[n, "a", False], [n, "b", False]] for n in range(3)
    }


@needs_fork
def test_what_goes_wrong_first_in_order_is_raised(others):
    """However long it takes to find out: what the first of them would have met alone is met."""

    def work(at: int) -> Iterator[list[object]]:
        yield [at]
        if at == 3:
            time.sleep(0.2)
        if at >= 3:
            raise ValueError(at)

    with pytest.raises(ValueError, match="3"):
        list(deal_out(9, work))
    assert others
    assert not any(map(is_left, others))


@needs_fork
def test_who_stops_asking_leaves_no_process_behind(others):
    """As with Ctrl-C: what is being done elsewhere ends when nobody wants it any more."""

    def work(at: int) -> Iterator[list[object]]:
        yield [at]
        time.sleep(60)

    dealt = deal_out(4, work)
    assert next(dealt)[1] is not None
    dealt.close()
    assert others
    assert not any(map(is_left, others))


@needs_fork
def test_a_site_made_by_several_is_the_same(county, tmp_path, others, monkeypatch):
    """Every file is the same to the byte, and what is told of the site too."""
    told: dict[str, list[tuple[int, int]]] = {"several": [], "one": []}
    built = {}
    for name, said in told.items():
        monkeypatch.setattr(dealing, "can_share", lambda name=name: name == "several")
        out = tmp_path / name
        built[name] = publish_site(county.root, out, BASE, lambda *now, said=said: said.append(now))
    assert contents(tmp_path / "several") == contents(tmp_path / "one")
    assert built["several"] == built["one"]
    for said in told.values():
        assert said == sorted(said)
    assert {*told["several"]} == {*told["one"]}
    assert others
    assert not any(map(is_left, others))


@needs_fork
def test_a_fault_is_told_as_by_one(tmp_path, others, monkeypatch):
    """A template that cannot be used is named with file and line, whoever has met it."""
    fault = "{% macro block(b, level, w) %}\n{{ b.nothing }}{% endmacro %}"
    files = {
        **FILES,
        "fardplan.toml": '[templates]\nstad = "stadens"\n',  # the last of the roadmaps
        "templates/stadens/html/blocks/section.html.j2": fault,
    }
    for path, text in files.items():
        target = tmp_path / "arkiv" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    said = []
    for shared in (True, False):
        monkeypatch.setattr(dealing, "can_share", lambda shared=shared: shared)
        with pytest.raises(TemplateFault) as found:
            publish_site(tmp_path / "arkiv", tmp_path / str(shared), None, lambda *_: None)
        said.append(found.value.say("sv"))
    assert said[0] == said[1]
    assert "section.html.j2 går inte att använda, rad 2." in said[0]
    assert others
    assert not any(map(is_left, others))
