"""A lock that a process holds until it ends, on every system that Python runs on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newscli.errors import UsageError


class Lock:
    """Keeps other runs from `file` by SQLite's lock on an empty database, `path`.

    It goes with the process, however that ends; the database may stay.
    """

    def __init__(self, path: Path, *, file: Path) -> None:
        """Take the lock.

        Raises:
            UsageError: another run holds it, or `path` cannot be written.
        """
        try:
            # A lock is waited for no longer than it takes a killed process to go.
            self._connection = sqlite3.connect(path, timeout=1, isolation_level=None)
            try:
                self._connection.execute("BEGIN EXCLUSIVE")
            except BaseException:
                self._connection.close()
                raise
        except sqlite3.OperationalError as error:
            raise UsageError(why_locked(file, error)) from error

    def release(self) -> None:
        self._connection.close()


def why_locked(file: Path, error: sqlite3.OperationalError) -> str:
    """The line to tell when SQLite cannot take the lock on `file`."""
    if "locked" in str(error):
        return f"cannot write {file}: another run writes it: wait for it, or choose another file"
    return f"cannot write {file}: {error}"
