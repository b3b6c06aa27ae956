"""Reading ahead in a thread, so that a slow input keeps nobody who waits for results."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from threading import Thread
from typing import Generic, TypeVar, cast

Item = TypeVar("Item")


class Ahead(Generic[Item]):
    """The items of an iterable, which a thread asks for as soon as there is room in a pipe.

    The pipe is the bound: the thread is ahead by the 64 kB that it holds, or by one item.
    `connection` can be waited for beside those of processes (`multiprocessing.connection.wait`):
    it is ready when there is an item, and when there are no more.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self.ended = False
        self.connection, writer = Pipe(duplex=False)
        self._error: BaseException | None = None
        Thread(target=self._read, args=(items, writer), daemon=True).start()

    def take(self) -> Item | None:
        """The next item if it is there; whatever the iterable raises is raised here."""
        if self.ended or not self.connection.poll():
            return None
        try:
            return cast(Item, self.connection.recv())
        except EOFError:
            self.ended = True
        if self._error:
            raise self._error
        return None

    def close(self) -> None:
        """Let the thread end, once it has what it is waiting for."""
        self.connection.close()

    def _read(self, items: Iterable[Item], writer: Connection) -> None:
        try:
            with suppress(BrokenPipeError):  # nobody takes items any more
                for item in items:
                    writer.send(item)
        except BaseException as error:
            self._error = error
        finally:
            writer.close()
