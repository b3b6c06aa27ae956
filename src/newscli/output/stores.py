"""Files that results are kept in as they come, so that a stopped run can go on where it was.

A store knows an article by what the caller says of it: `source`, who it is, and `key`, a digest of
all that its result depends on. The same source with another key is an article that has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from newscli.errors import OutputError
from newscli.records import ArticleEntities


class Store(Protocol):
    """Where results are kept as they come, in the order in which they are added.

    A store holds a lock from when it is opened until `close` or `abandon`, or until its process
    dies, so that no two runs write one file. Its methods are called from one thread.

    Every method but `has` raises OutputError when the file cannot be written, for instance on a
    full disk.
    """

    began_anew: str | None
    """Why a run that was to go on begins anew ("there is no journal beside it"); else None."""

    def has(self, source: str, key: str) -> bool:
        """Whether this article's result is kept already, from this run or one before."""

    def add(self, source: str, key: str, found: ArticleEntities) -> None:
        """Keep a result; an older one of the same `source` is superseded.

        `source` may differ from `found.source`, which is what the file shows: a file that is named
        twice is two articles, each with an identity of its own.
        """

    def save(self) -> None:
        """Make all that was added outlast a power cut: called every second or so, and at the end.

        What was added after the last `save` is lost without a trace when the process is killed.
        """

    def close(self) -> None:
        """Save, and finish the file after the last result: footers, indexes, parts put together,
        superseded results left out. A journal that nobody asked to keep (`resume`) is removed.

        Killed at any moment of it, a run with `resume` still finds every result that was saved.
        """

    def abandon(self) -> None:
        """Let go of the files of a run that breaks off, as they are: nothing is finished.

        After `close` it does nothing.
        """


@contextmanager
def keeping(store: Store) -> Iterator[Store]:
    """Close `store` at the end; where something breaks off the run, save what there is."""
    try:
        yield store
    except BaseException:
        with suppress(OutputError):
            store.save()
        raise
    else:
        store.close()
    finally:
        store.abandon()
