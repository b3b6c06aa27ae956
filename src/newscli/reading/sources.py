"""Paths, folders and standard input → a stream of articles, each error in its place."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from newscli.errors import SourceError
from newscli.reading.articles import make_article, printable
from newscli.reading.binary import control_trouble, signature_trouble
from newscli.reading.days import parse_published
from newscli.reading.decoding import decode, parse_encoding
from newscli.reading.jsonlines import read_records
from newscli.records import Article

STANDARD_INPUT = "-"
RECORDS_SUFFIX = ".jsonl"
FOLDER_SUFFIXES = (".txt", ".md", RECORDS_SUFFIX)


@dataclass
class Meter:
    """How much of the input has been read."""

    read: int = 0  # bytes

    def passing(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """`pieces` as they are, each measured when it is asked for."""
        for piece in pieces:
            self.read += len(piece)
            yield piece


def find_sources(paths: Sequence[str]) -> list[str | SourceError]:
    """What there is to read at `paths`, in their order; standard input where there are none.

    A folder is searched to the bottom, in alphabetical order, for FOLDER_SUFFIXES; hidden files
    and folders and links to folders are passed over. Cheap: nothing is opened, so the number of
    sources is known before the first is read.
    """
    return [source for path in paths or [STANDARD_INPUT] for source in _find(path)]


def read_articles(
    sources: Iterable[str | SourceError],
    *,
    encoding: str | None = None,
    published: str | None = None,
    standard_input: BinaryIO | None = None,
    meter: Meter | None = None,
) -> Iterator[Article | SourceError]:
    """The articles of `sources` (of `find_sources`), read one by one as they are asked for.

    A file of records gives an article for each, any other source one. What cannot be read is a
    SourceError in its place, and the others go on.

    Args:
        encoding: of all sources; None recognises that of each.
        published: the day (YYYY-MM-DD) all were published, whatever they say.
        standard_input: what `-` reads, `sys.stdin.buffer` if None.
        meter: is told how much has been read.

    Raises:
        UsageError: at once, if `encoding` or `published` is none.
    """
    if encoding is not None:
        encoding = parse_encoding(encoding)
    if published is not None:
        published = parse_published(published)
    return _read(sources, encoding, published, standard_input, meter or Meter())


def measure(sources: Iterable[str | SourceError]) -> int | None:
    """The bytes that there are to read in all; None if a pipe or a terminal is among them."""
    total = 0
    for source in sources:
        if isinstance(source, SourceError):
            continue
        try:
            found = os.fstat(0) if source == STANDARD_INPUT else os.stat(source)
        except OSError:
            continue  # it is told when its turn comes
        if not stat.S_ISREG(found.st_mode):
            return None
        total += found.st_size
    return total


def _find(path: str) -> Iterator[str | SourceError]:
    if not os.path.isdir(path):
        yield path
        return
    found = False
    for source in _walk(path):
        found = True
        yield source
    if not found:
        suffixes = ", ".join(FOLDER_SUFFIXES)
        yield SourceError(
            f"the folder has no file to read ({suffixes}): "
            "name files with other suffixes one by one",
            printable(path),
        )


def _walk(folder: str) -> Iterator[str | SourceError]:
    troubles: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(parent, name)
            # A pipe would wait for ever; a dangling link is told as a missing file.
            readable = os.path.isfile(path) or not os.path.exists(path)
            if readable and not name.startswith(".") and name.lower().endswith(FOLDER_SUFFIXES):
                yield path
    for trouble in troubles:
        yield SourceError(_explain(trouble), printable(str(trouble.filename)))


def _read(
    sources: Iterable[str | SourceError],
    encoding: str | None,
    published: str | None,
    standard_input: BinaryIO | None,
    meter: Meter,
) -> Iterator[Article | SourceError]:
    for source in sources:
        if isinstance(source, SourceError):
            yield source
            continue
        name = printable(source)
        try:
            if source == STANDARD_INPUT:
                file = standard_input or sys.stdin.buffer
                yield from _read_stream(file, name, encoding, published, meter)
            elif source.lower().endswith(RECORDS_SUFFIX):
                yield from _read_records(source, encoding, published, meter)
            else:
                with open(source, "rb") as file:
                    yield _read_text(meter.passing([file.read()]), name, encoding, published)
        except SourceError as error:
            yield SourceError(error.message, name)
        except OSError as error:
            yield SourceError(_explain(error), name)


def _read_stream(
    file: BinaryIO, name: str, encoding: str | None, published: str | None, meter: Meter
) -> Iterator[Article | SourceError]:
    """Standard input: records, each as soon as it is there, or a text."""
    head = []
    for line in file:
        head.append(line)
        if line.strip():
            break
    if head and _is_record(head[-1]):
        lines = meter.passing(chain(head, file))
        yield from read_records(lines, name, encoding=encoding, published=published)
    else:
        pieces = meter.passing([*head, file.read()])
        yield _read_text(pieces, name, encoding, published)


def _is_record(line: bytes) -> bool:
    """Whether it is an article's: what is piped in has no name to tell by."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return "text" in json.loads(line)
    except ValueError:
        return False


def _read_text(
    pieces: Iterable[bytes], name: str, encoding: str | None, published: str | None
) -> Article:
    data = b"".join(pieces)
    trouble = signature_trouble(data)
    if trouble:
        raise SourceError(trouble)
    text, _ = decode(data, encoding)
    trouble = control_trouble(text)
    if trouble:
        raise SourceError(trouble)
    return make_article(text, name, published=published, file_name=os.path.basename(name))


def _read_records(
    source: str, encoding: str | None, published: str | None, meter: Meter
) -> Iterator[Article | SourceError]:
    with open(source, "rb") as file:
        head = file.peek()
        trouble = signature_trouble(head)
        if trouble:
            raise SourceError(trouble)
        if b"\0" in head:
            raise SourceError("is in UTF-16 or binary: JSON Lines are read in UTF-8, save it so")
        lines = meter.passing(file)
        name = printable(source)
        yield from read_records(lines, name, encoding=encoding, published=published)


def _explain(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder: check the path"
    if isinstance(error, PermissionError):
        return "permission denied: check who may read it"
    return f"cannot be read ({error.strerror}): check the file"
