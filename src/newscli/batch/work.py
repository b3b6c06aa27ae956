"""What an engine is given and what it gives back, whichever it is: one process, many, a cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from newscli.errors import SourceError
from newscli.records import Article, ArticleEntities


@dataclass(frozen=True)
class Work:
    """An article to extract from.

    `identity` is who it is among all of the run: its source, told apart where that is named twice.
    `key` is the digest of all its result depends on, `position` how many bytes of the input were
    read when it was.
    """

    article: Article
    identity: str
    key: str
    position: int


@dataclass(frozen=True)
class Result:
    """What was found in the article of a `work`; None where that was not wanted."""

    work: Work
    found: ArticleEntities | None


# Called with the works and errors in the order of the input, and with what tells whether a work is
# wanted, which it asks once for each, in that order, in the caller's thread. Yields in that order:
# a Result for each work, or a SourceError where it failed, and the errors it was given. It reads no
# further ahead than memory that stays flat allows, and yields each result as soon as it can.
Engine = Callable[
    [Iterable[Work | SourceError], Callable[[Work], bool]],
    Generator[Result | SourceError, None, None],
]
