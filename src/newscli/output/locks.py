"""A lock that a process holds until it ends, on every system that Python runs on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newscli.errors import UsageError


class Lock:
    """Keeps other runs from a file while this one writes it: SQLite's lock on an empty database.

    It goes with the process, however that ends; the file at `path` may stay.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            UsageError: another run holds it, or `path` cannot be written.
        """
        self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise UsageError(
                f"cannot lock {path} ({error}): is another run writing here?"
            ) from error

    def release(self) -> None:
        self._connection.close()
