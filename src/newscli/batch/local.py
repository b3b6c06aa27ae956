"""Articles → results on this machine: in this process, or in as many as there are cores.

The processes are ours and not of `concurrent.futures`, whose pool is broken when one of them dies.
(pebble's goes on, but its processes share one pipe, which half a result spoils for all: of 400
tasks with results of 3 MB, twelve processes killed on the way cost 364.) Here each has a pipe of
its own, and its death is told by the pipe's end.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait

from newscli.batch.ahead import Ahead
from newscli.batch.work import Engine, Result, Work
from newscli.batch.worker import Answer, Broken, Found, Ready, work
from newscli.errors import NewscliError, SourceError
from newscli.settings import Settings

# Articles and characters in a batch at most: what a worker that dies costs, and what comes late
# when one is done. Some tenths of a second each; the way there and back takes a thousandth.
_BATCH = 16
_BATCH_CHARACTERS = 50_000
# What is read and not yet given back, for each process: enough that none waits while the first
# of the line, a long article perhaps, is still being read, and little enough to stay in memory.
_AHEAD = 128
_AHEAD_CHARACTERS = 1_000_000

# Deaths before a process could work that are made good; each one more leaves fewer processes.
_VAIN_STARTS = 2
_THREADS = "OMP_NUM_THREADS"
_DIED = "the process that read it died twice (killed, or out of memory): try it alone"


def usable_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def local_engine(settings: Settings, *, jobs: int, is_live: bool = False) -> Engine:
    """The engine of this process alone, or of `jobs` others.

    `is_live` says that the input may come slowly: then no article waits for the next.
    """
    if jobs == 1:
        return partial(extract_here, settings=settings, at_once=1 if is_live else _BATCH)
    return partial(extract_in_pool, settings=settings, jobs=jobs)


def extract_here(
    works: Iterable[Work | SourceError],
    is_wanted: Callable[[Work], bool],
    *,
    settings: Settings,
    at_once: int = _BATCH,
) -> Generator[Result | SourceError, None, None]:
    """The `Engine` of one process: this one. So many articles are read together."""
    from newscli.extraction import extractor  # spaCy, which the parent of a pool can do without

    extract = None
    for each in _batches(works, is_wanted, at_once):
        if isinstance(each, list):
            # Not before: where all is kept already, nobody waits for the pipeline to load.
            extract = extract or extractor(settings)
            for work, found in zip(each, extract([work.article for work in each]), strict=True):
                yield Result(work, found)
        else:
            yield each


def _batches(
    works: Iterable[Work | SourceError], is_wanted: Callable[[Work], bool], at_once: int
) -> Iterator[list[Work] | Result | SourceError]:
    """Batches of works that are wanted, and between them what needs no work."""
    batch: list[Work] = []
    room = _BATCH_CHARACTERS
    for each in works:
        done = each if isinstance(each, SourceError) or is_wanted(each) else Result(each, None)
        if isinstance(done, Work):
            batch.append(done)
            room -= len(done.article.text)
            if len(batch) < at_once and room > 0:
                continue
        if batch:
            yield batch
            batch, room = [], _BATCH_CHARACTERS
        if not isinstance(done, Work):
            yield done
    if batch:
        yield batch


def extract_in_pool(
    works: Iterable[Work | SourceError],
    is_wanted: Callable[[Work], bool],
    *,
    settings: Settings,
    jobs: int,
) -> Generator[Result | SourceError, None, None]:
    """The `Engine` of `jobs` processes; `works` is drawn in a thread.

    A process that dies is replaced. The articles it had are tried once more, each alone, and one
    that is the death of a second process is a SourceError.

    Raises:
        UsageError: there is no such pipeline as `settings.model`.
        NewscliError: no process lives long enough to begin.
    """
    pool = _Pool(settings, jobs)
    ahead = Ahead(works)
    # All that was taken and is not yet given back, in order.
    line: deque[_Task | Result | SourceError] = deque()
    characters = 0
    try:
        while True:
            while has_room := len(line) < _AHEAD * jobs and characters < _AHEAD_CHARACTERS * jobs:
                each = ahead.take()
                if each is None:
                    break
                if isinstance(each, SourceError):
                    line.append(each)
                elif is_wanted(each):
                    task = _Task(each)
                    line.append(task)
                    pool.waiting.append(task)
                    characters += task.characters
                else:
                    line.append(Result(each, None))
            pool.hand_out()
            while line and (outcome := _outcome(line[0])):
                first = line.popleft()
                if isinstance(first, _Task):
                    characters -= first.characters
                yield outcome
            if ahead.ended and not line:
                return
            pool.listen(ahead.connection if has_room and not ahead.ended else None)
    finally:
        ahead.close()
        pool.kill()


class _Task:
    """A work that is wanted, and what has become of it so far."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.characters = len(work.article.text)
        self.outcome: Result | SourceError | None = None
        self.was_fatal = False  # a process has died of it, or of one in the same batch


def _outcome(place: _Task | Result | SourceError) -> Result | SourceError | None:
    return place.outcome if isinstance(place, _Task) else place


class _Worker:
    """A process, the pipe to it, and the batch it has."""

    def __init__(self, settings: Settings) -> None:
        # Not forked: a child of this process would have its threads' locks and its open files.
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, settings), daemon=True)
        with _surroundings():
            self.process.start()
        theirs.close()
        self.is_ready = False
        self.batch: list[_Task] = []


class _Pool:
    """Processes, started when there is something for them to do, and what waits for them."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self.waiting: deque[_Task] = deque()
        self._settings = settings
        self._jobs = jobs
        self._workers: dict[Connection, _Worker] = {}
        self._vain_starts = 0

    def hand_out(self) -> None:
        """Give what waits to those who are idle, and start others if there is more."""
        starting = 0
        for worker in self._workers.values():
            if not worker.is_ready:
                starting += 1
            elif self.waiting and not worker.batch:
                worker.batch = self._next_batch()
                with suppress(OSError):  # it is dead: `listen` will hear of it
                    worker.connection.send([task.work.article for task in worker.batch])
        while len(self._workers) < self._jobs and len(self.waiting) > starting:
            worker = _Worker(self._settings)
            self._workers[worker.connection] = worker
            starting += 1

    def listen(self, other: Connection | None) -> None:
        """Wait until a process has something to say, or `other`, and hear all who have."""
        connections = [*self._workers, *([other] if other else [])]
        ready = wait(connections) if connections else ()
        for worker in [*self._workers.values()]:
            if worker.connection in ready:
                self._hear(worker)

    def kill(self) -> None:
        """End all processes at once."""
        for worker in self._workers.values():
            worker.process.kill()
        for worker in self._workers.values():
            worker.process.join()
            worker.connection.close()

    def _next_batch(self) -> list[_Task]:
        """The next of those that wait, fewer when they get few: nobody is idle at the end."""
        batch = [self.waiting.popleft()]
        size = min(_BATCH, len(self.waiting) // (2 * self._jobs))
        room = _BATCH_CHARACTERS - batch[0].characters
        while len(batch) < size and not batch[0].was_fatal:
            room -= self.waiting[0].characters
            if room < 0 or self.waiting[0].was_fatal:
                break
            batch.append(self.waiting.popleft())
        return batch

    def _hear(self, worker: _Worker) -> None:
        try:
            answer: Answer = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        match answer:
            case Ready():
                worker.is_ready = True
            case Found(results, matched):
                for task, found in zip(worker.batch, results, strict=True):
                    task.outcome = Result(task.work, found)
                worker.batch = []
                if self._settings.corrections:
                    self._settings.corrections.matched |= matched
            case Broken(error, told):
                raise error from (None if isinstance(error, NewscliError) else _InWorkerError(told))

    def _bury(self, worker: _Worker) -> None:
        """Go on without a process that has died: its articles are tried again, each alone."""
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        del self._workers[worker.connection]
        if not worker.is_ready:
            self._vain_starts += 1
            if self._vain_starts > _VAIN_STARTS:
                self._jobs -= 1  # one more would die like it: memory is short
            if not self._jobs:
                raise NewscliError(
                    "every process died at its start (killed, or out of memory): give fewer --jobs"
                )
        for task in reversed(worker.batch):
            if task.was_fatal:
                task.outcome = SourceError(_DIED, task.work.article.source)
            else:
                task.was_fatal = True
                self.waiting.appendleft(task)


class _InWorkerError(Exception):
    """The traceback of an error in a worker, shown as its cause."""

    def __init__(self, told: str) -> None:
        super().__init__("in a worker process:\n" + told)


@contextmanager
def _surroundings() -> Iterator[None]:
    """What a process is born with.

    One thread for numpy, which reads this when it is imported: the cores are taken by processes.
    And no ear for Ctrl-C, which a terminal sends to all: the parent hears it, and ends them.
    """
    given = os.environ.get(_THREADS)
    os.environ[_THREADS] = given or "1"
    has_masks = hasattr(signal, "pthread_sigmask")
    if has_masks:
        resource_tracker.ensure_running()  # which else would lift the mask when it starts
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        if has_masks:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        if given is None:
            del os.environ[_THREADS]
