"""A file that is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from newscli.errors import UsageError


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write `pieces` as UTF-8 to `path`; until all are there the old file, if any, stays.

    Raises:
        UsageError: the folder is missing or not writable; no piece has been drawn then.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        # mkstemp makes files that only their owner reads; give what `open` would have given.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
