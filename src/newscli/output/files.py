"""Where results go: a stream, piece by piece, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from newscli.errors import OutputError, UsageError


def write_stream(stream: TextIO, pieces: Iterable[str]) -> None:
    """Write each of `pieces` as soon as it comes.

    Raises:
        OutputError: the stream cannot be written to (a full disk, a terminal that is gone).
    """
    for piece in pieces:
        try:
            stream.write(piece)
            stream.flush()
        except BrokenPipeError:
            raise  # whoever read it has had enough: nothing to tell
        except OSError as error:
            raise OutputError(f"cannot write the results: {error.strerror}") from error


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write `pieces` as UTF-8 to `path`; until all are there the old file, if any, stays.

    A link is followed, and the permissions of a file that was there are kept. A pipe or a device
    cannot be replaced: it gets each piece at once.

    Raises:
        UsageError: the folder is missing or not writable; no piece has been drawn then.
        OutputError: the disk is full; the old file stays.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with _told(path):
            device = path.open("w", encoding="utf-8", newline="")
        with device:
            write_stream(device, pieces)
        return
    with _told(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            write_stream(file, pieces)
        with _told(path):
            beside.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
            beside.replace(path)
    except BaseException:
        beside.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Make new names in `folder` outlast a power cut, where folders can be opened (not Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def check_writable(path: Path) -> None:
    """See now, and not after hours of work, that `write_whole` can write to `path`.

    Raises:
        UsageError: it cannot.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        return  # a pipe or a device is opened when it is written
    with _told(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    os.unlink(name)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in one line that `path` cannot be written; what happens elsewhere is left alone."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def _usual_mode() -> int:
    """The permissions `open` gives a new file; a temporary one is its owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
