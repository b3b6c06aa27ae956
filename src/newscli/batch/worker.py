"""The life of a worker process: batches of articles in, what was found in them out."""

from __future__ import annotations

import os
import threading
import traceback
from collections.abc import Set
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from newscli.corrections import AnyCorrection
from newscli.records import ArticleEntities
from newscli.settings import Settings


@dataclass(frozen=True)
class Ready:
    """Said once, when the pipeline is loaded."""


@dataclass(frozen=True)
class Found:
    """The results of a batch, in its order, and the corrections that have matched so far."""

    results: list[ArticleEntities]
    matched: Set[AnyCorrection]


@dataclass(frozen=True)
class Broken:
    """The worker has ended with an error: wrong use, which is the user's, or a bug of ours."""

    error: Exception
    traceback: str


Answer = Ready | Found | Broken


def work(connection: Connection, settings: Settings) -> None:
    """Answer each batch of articles that comes, until the connection or the parent is gone."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        from newscli.extraction import extractor  # spaCy, which the parent can do without

        extract = extractor(settings)
        connection.send(Ready())
        while True:
            results = list(extract(connection.recv()))
            matched = settings.corrections.matched if settings.corrections else frozenset()
            connection.send(Found(results, matched))
    except (EOFError, ConnectionError):
        os._exit(1)  # the parent is gone
    except MemoryError:
        os._exit(1)  # as if the system had killed it: the batch is tried again in a new process
    except Exception as error:
        connection.send(Broken(error, traceback.format_exc()))


def _end_with_parent() -> None:
    """A parent that was killed told nobody; what is being extracted is for nobody, too."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
