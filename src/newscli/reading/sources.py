"""Paths, folders and standard input → a stream of articles, each error in its place."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
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
) -> Iterator[Article | SourceError]:
    """The articles of `sources` (of `find_sources`), read one by one as they are asked for.

    A file of records gives an article for each, any other source one. What cannot be read is a
    SourceError in its place, and the others go on.

    Args:
        encoding: of all sources; None recognises that of each.
        published: the day (YYYY-MM-DD) all were published, whatever they say.
        standard_input: what `-` reads, `sys.stdin.buffer` if None.

    Raises:
        UsageError: at once, if `encoding` or `published` is none.
    """
    if encoding is not None:
        encoding = parse_encoding(encoding)
    if published is not None:
        published = parse_published(published)
    return _read(sources, encoding, published, standard_input)


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
            f"{printable(path)}: the folder has no file to read ({suffixes}): "
            "name files with other suffixes one by one"
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
        yield SourceError(f"{printable(str(trouble.filename))}: {_explain(trouble)}")


def _read(
    sources: Iterable[str | SourceError],
    encoding: str | None,
    published: str | None,
    standard_input: BinaryIO | None,
) -> Iterator[Article | SourceError]:
    for source in sources:
        if isinstance(source, SourceError):
            yield source
            continue
        name = printable(source)
        try:
            if source == STANDARD_INPUT:
                data = (standard_input or sys.stdin.buffer).read()
                if _holds_records(data):
                    records = io.BytesIO(data)
                    yield from read_records(records, name, encoding=encoding, published=published)
                else:
                    yield _read_text(data, name, encoding, published)
            elif source.lower().endswith(RECORDS_SUFFIX):
                yield from _read_records(source, encoding, published)
            else:
                with open(source, "rb") as file:
                    data = file.read()
                yield _read_text(data, name, encoding, published)
        except SourceError as error:
            yield SourceError(f"{name}: {error}")
        except OSError as error:
            yield SourceError(f"{name}: {_explain(error)}")


def _holds_records(data: bytes) -> bool:
    """Whether the first line is a record: what is piped in has no name to tell by."""
    line = data.lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    try:
        return "text" in json.loads(line)
    except ValueError:
        return False


def _read_text(data: bytes, name: str, encoding: str | None, published: str | None) -> Article:
    trouble = signature_trouble(data)
    if trouble:
        raise SourceError(trouble)
    text, _ = decode(data, encoding)
    trouble = control_trouble(text)
    if trouble:
        raise SourceError(trouble)
    return make_article(text, name, published=published, file_name=os.path.basename(name))


def _read_records(
    source: str, encoding: str | None, published: str | None
) -> Iterator[Article | SourceError]:
    with open(source, "rb") as file:
        head = file.peek()
        trouble = signature_trouble(head)
        if trouble:
            raise SourceError(trouble)
        if b"\0" in head:
            raise SourceError("is in UTF-16 or binary: JSON Lines are read in UTF-8, save it so")
        yield from read_records(file, printable(source), encoding=encoding, published=published)


def _explain(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder: check the path"
    if isinstance(error, PermissionError):
        return "permission denied: check who may read it"
    return f"cannot be read ({error.strerror}): check the file"
