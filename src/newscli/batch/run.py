"""One run over any number of articles: pass over what is kept, extract, keep, count."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timezone

from newscli.batch.keys import article_key
from newscli.batch.work import Engine, Result, Work
from newscli.errors import SourceError
from newscli.output.stores import Store
from newscli.reading.sources import Meter, read_articles

_SAVED = 1.0  # seconds from one save to the next: what a power cut costs


def read_works(
    sources: Iterable[str | SourceError],
    *,
    encoding: str | None = None,
    published: str | None = None,
    fingerprint: str | None = None,
    named_before: Mapping[str, int] | None = None,
) -> Iterator[Work | SourceError]:
    """The works of `sources`, read as they are asked for; `encoding` and `published` as there.

    A source that is named twice is two, with results of their own: the second one's identity ends
    in `//2`, as no file's name does. `named_before` is how often each was named elsewhere. Without
    a `fingerprint` of the settings works have no key.

    Raises:
        UsageError: at once, if `encoding` or `published` is none.
    """
    meter = Meter()
    turns = Counter(named_before)
    turn = 1

    def named() -> Iterator[str | SourceError]:
        nonlocal turn
        for source in sources:
            if isinstance(source, str):
                turns[source] += 1
                turn = turns[source]
            yield source

    def works() -> Iterator[Work | SourceError]:
        for article in articles:
            if isinstance(article, SourceError):
                yield article
                continue
            identity = article.source if turn == 1 else f"{article.source}//{turn}"
            key = article_key(article, fingerprint) if fingerprint else ""
            yield Work(article, identity, key, meter.read)

    articles = read_articles(named(), encoding=encoding, published=published, meter=meter)
    return works()


@dataclass(frozen=True)
class Summary:
    """How far a run has come: articles done, passed over since they were kept, and failed.

    It `began` at a time in UTC, `seconds` ago; `position` is how many bytes of the input that was.
    """

    done: int
    skipped: int
    failed: tuple[SourceError, ...]
    position: int
    began: datetime
    seconds: float

    @property
    def articles(self) -> int:
        return self.done + self.skipped + len(self.failed)

    @property
    def rate(self) -> float:
        """Articles done a second."""
        return self.done / self.seconds if self.seconds else 0.0


class Run:
    """A run of an engine over works; iterated over, it gives the outcome of each, in order.

    What was found is in the `store`, if there is one, before it is given; what the store has
    already is passed over.
    """

    def __init__(
        self, works: Iterable[Work | SourceError], engine: Engine, *, store: Store | None = None
    ) -> None:
        self._works = works
        self._engine = engine
        self._store = store
        self._done = self._skipped = self._position = 0
        self._failed: list[SourceError] = []
        self._began = datetime.now(timezone.utc)
        self._clock = time.monotonic()

    def __iter__(self) -> Iterator[Result | SourceError]:
        saved = time.monotonic()
        with closing(self._engine(self._works, self._is_wanted)) as outcomes:
            for outcome in outcomes:
                self._count(outcome)
                if self._store and time.monotonic() - saved > _SAVED:
                    self._store.save()
                    saved = time.monotonic()
                yield outcome

    def summary(self) -> Summary:
        """How far it has come until now."""
        return Summary(
            done=self._done,
            skipped=self._skipped,
            failed=tuple(self._failed),
            position=self._position,
            began=self._began,
            seconds=time.monotonic() - self._clock,
        )

    def _is_wanted(self, work: Work) -> bool:
        return self._store is None or not self._store.has(work.identity, work.key)

    def _count(self, outcome: Result | SourceError) -> None:
        if isinstance(outcome, SourceError):
            self._failed.append(outcome)
            return
        self._position = outcome.work.position
        if outcome.found is None:
            self._skipped += 1
            return
        if self._store:
            self._store.add(outcome.work.identity, outcome.work.key, outcome.found)
        self._done += 1
