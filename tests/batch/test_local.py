"""Engines: in order and one for one, in this process or in many that may die."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from newscli.batch import local
from newscli.batch.local import extract_in_pool, local_engine, usable_cores
from newscli.batch.work import Result, Work
from newscli.errors import NewscliError, SourceError, UsageError
from newscli.records import Article
from newscli.settings import Settings
from tests.quick_model import BROKEN, DEADLY, DEADLY_ONCE, NAME

SETTINGS = Settings(model=NAME)

pytestmark = pytest.mark.usefixtures("quick")


def work(text: str, source: str = "-") -> Work:
    return Work(Article(text, source), source, "", 0)


def works(*texts: str) -> list[Work | SourceError]:
    return [work(text, f"#{number}") for number, text in enumerate(texts)]


def everything(_: Work) -> bool:
    return True


def in_pool(given: Iterable[Work | SourceError]) -> list[Result | SourceError]:
    """By the engine of a pool, of one process where more would only cost time."""
    return list(extract_in_pool(given, everything, settings=SETTINGS, jobs=1))


def names(outcome: Result | SourceError) -> list[str]:
    """Who was found in the article."""
    assert isinstance(outcome, Result), outcome
    assert outcome.found
    return [person.name for person in outcome.found.people]


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_are_those_of_the_input_in_its_order(jobs: int) -> None:
    given = works(*(f"Пётр{number} и Анна." for number in range(70)))
    given.insert(40, SourceError("no text", "bad.txt"))
    engine = local_engine(SETTINGS, jobs=jobs)
    outcomes = list(engine(given, lambda work: work.identity != "#7"))
    assert str(outcomes.pop(40)) == "bad.txt: no text"
    assert [outcome.work for outcome in outcomes if isinstance(outcome, Result)] == [
        *given[:40],
        *given[41:],
    ]
    assert isinstance(outcomes[7], Result)
    assert outcomes[7].found is None
    assert names(outcomes[8]) == ["Пётр8", "Анна"]


def test_no_work_needs_no_process() -> None:
    engine = local_engine(SETTINGS, jobs=2)
    assert len(list(engine([SourceError("no text", "bad.txt")], everything))) == 1
    assert list(engine([], everything)) == []
    for outcome in engine(works("Пётр."), lambda _: False):
        assert isinstance(outcome, Result)
        assert outcome.found is None
        assert not active_children()


def test_an_article_that_kills_its_process_is_tried_once_more_and_told() -> None:
    texts = ["Пётр."] * 30
    texts[11] = f"Анна, {DEADLY}."
    outcomes = in_pool(works(*texts))
    assert str(outcomes.pop(11)).startswith("#11: the process that read it died twice")
    assert [names(outcome) for outcome in outcomes] == [["Пётр"]] * 29


def test_a_process_that_dies_once_costs_nothing() -> None:
    texts = ["Пётр."] * 30
    texts[5] = f"Анна, {DEADLY_ONCE}."
    outcomes = in_pool(works(*texts))
    assert names(outcomes[5]) == ["Анна"]
    assert len([names(outcome) for outcome in outcomes]) == 30


def test_a_process_killed_from_outside_costs_nothing() -> None:
    def slowly() -> Iterator[Work | SourceError]:
        for number in range(40):
            if number == 20:
                (victim, *_) = active_children()
                os.kill(victim.pid or 0, signal.SIGKILL)
            yield work("Пётр.", f"#{number}")
            time.sleep(0.01)

    assert [names(outcome) for outcome in in_pool(slowly())] == [["Пётр"]] * 40


def test_processes_that_cannot_start_are_told(monkeypatch: pytest.MonkeyPatch, quick: Path) -> None:
    (quick / NAME / "__init__.py").write_text("import os; os._exit(9)")
    with pytest.raises(NewscliError, match="every process died at its start"):
        in_pool(works("Пётр."))


def test_a_bug_keeps_its_traceback() -> None:
    with pytest.raises(RuntimeError, match="a bug") as caught:
        in_pool(works("Пётр.", f"Анна, {BROKEN}."))
    assert f"{NAME}/__init__.py" in str(caught.value.__cause__)
    assert not active_children()


def test_a_missing_model_is_told() -> None:
    with pytest.raises(UsageError, match="no_such_model"):
        list(local_engine(Settings(model="no_such_model"), jobs=2)(works("Пётр."), everything))


def test_what_goes_wrong_in_reading_is_told_where_it_is_waited_for() -> None:
    def broken() -> Iterator[Work | SourceError]:
        yield work("Пётр.")
        raise KeyError("a bug of reading")

    with pytest.raises(KeyError, match="a bug of reading"):
        in_pool(broken())


def test_a_result_comes_before_the_next_article_is_there() -> None:
    given = threading.Semaphore(0)

    def slowly() -> Iterator[Work | SourceError]:
        for number in range(5):
            given.acquire()
            yield work("Пётр.", f"#{number}")

    given.release()
    for number, outcome in enumerate(local_engine(SETTINGS, jobs=2)(slowly(), everything)):
        assert isinstance(outcome, Result)
        assert outcome.work.identity == f"#{number}"
        given.release()


def test_where_the_input_is_live_no_article_waits_for_the_next() -> None:
    read = []

    def given() -> Iterator[Work]:
        for each in works("Пётр вернулся.", "Анна вернулась."):
            assert isinstance(each, Work)
            read.append(each)
            yield each

    outcomes = local_engine(SETTINGS, jobs=1, is_live=True)(given(), everything)
    assert names(next(outcomes)) == ["Пётр"]
    assert len(read) == 1
    outcomes = local_engine(SETTINGS, jobs=1)(given(), everything)
    assert names(next(outcomes)) == ["Пётр"]
    assert len(read) == 3


def test_no_more_is_read_than_is_soon_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the first article waits for its process, memory does not fill with the others."""
    monkeypatch.setattr(local, "_AHEAD", 10)
    read = 0

    def endless() -> Iterator[Work | SourceError]:
        nonlocal read
        while True:
            read += 1
            yield work("Анна. " * 10_000)

    engine = extract_in_pool(endless(), everything, settings=SETTINGS, jobs=1)
    next(engine)
    time.sleep(0.2)
    assert read <= 12  # what is ahead, one in the pipe and one in hand
    engine.close()


def test_who_stops_asking_leaves_no_process() -> None:
    engine = extract_in_pool(works(*["Пётр."] * 50), everything, settings=SETTINGS, jobs=1)
    assert names(next(engine)) == ["Пётр"]
    assert active_children()
    engine.close()
    assert not active_children()


def test_cores_are_those_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    if hasattr(os, "sched_getaffinity"):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5})
        assert usable_cores() == 3
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert usable_cores() == 1
