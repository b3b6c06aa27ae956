"""A file of corrections, in TOML → `Corrections`, checked."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import MISSING, fields
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from newscli.corrections import (
    TABLES,
    TYPES,
    AnyCorrection,
    Corrections,
    Key,
    Retype,
    label,
)
from newscli.errors import UsageError
from newscli.reading.articles import printable

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_LISTS = ("names", "mentions")
# What an entry puts in the place of what: it must not be the same.
_CHANGES = {"retype": ("type", "to"), "split": ("name", "into"), "rename": ("name", "to")}


def load_corrections(path: str | PathLike[str]) -> Corrections:
    """The corrections in a TOML file, for `extract` and `extract_all`.

    Raises:
        UsageError: the file cannot be read, is no TOML, or an entry of it is wrong or contradicts
            another.
    """
    name = printable(fspath(path))
    try:
        # Editors on Windows begin a file with a byte-order mark, which TOML has no place for.
        tables = tomllib.loads(Path(path).read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(
            f"{name}: cannot be read ({error.strerror}): give a TOML file of corrections"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: not UTF-8: save it in that encoding") from error
    except RecursionError as error:
        raise UsageError(f"{name}: lists too deep: a correction needs none in another") from error
    except ValueError as error:  # TOMLDecodeError, and an integer too long for Python
        raise UsageError(f"{name}: not TOML: {error}") from error
    unknown = tables.keys() - set(TABLES)
    if unknown:
        every = ", ".join(f"[[{table}]]" for table in TABLES)
        raise UsageError(f"{name}: {min(unknown)!r} is no kind of correction: use {every}")
    corrections = Corrections(
        name,
        {table: _entries(name, table, tables.get(table, [])) for table in TABLES},
    )
    _check_together(corrections)
    return corrections


def _entries(path: str, table: str, entries: object) -> tuple[AnyCorrection, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UsageError(f"{path}: {table}: write [[{table}]] above each entry, in double brackets")
    found = []
    for number, entry in enumerate(entries, start=1):
        try:
            found.append(_entry(table, entry))
        except ValueError as error:
            raise UsageError(f"{path}: [[{table}]] {number}: {error}") from error
    return tuple(found)


def _entry(table: str, entry: dict[str, Any]) -> AnyCorrection:
    """One entry of a table.

    Raises:
        ValueError: what is wrong with it, and the remedy.
    """
    kind = TABLES[table]
    needed = [field.name for field in fields(kind) if field.default is MISSING]
    possible = [*needed, *(field.name for field in fields(kind) if field.name not in needed)]
    for key, value in entry.items():
        if key not in possible:
            raise ValueError(f"unknown key {key!r}: use {', '.join(possible)}")
        if key in _LISTS:
            if not (isinstance(value, list) and value and all(map(_is_words, value))):
                raise ValueError(
                    f'{key!r} must be a list of words in quotes: ["Алиев", "И. Алиев"]'
                )
        elif not _is_words(value):
            raise ValueError(f"{key!r} must be words in quotes, not {value!r}")
    for key in needed:
        if key not in entry:
            raise ValueError(f"{key!r} is missing: [[{table}]] needs {', '.join(needed)}")
    for key in ("type", "to") if kind is Retype else ("type",):
        if entry[key] not in TYPES:
            raise ValueError(f"{key!r} is {entry[key]!r}: use {', '.join(TYPES)}")
    if table in _CHANGES and entry[_CHANGES[table][0]] == entry[_CHANGES[table][1]]:
        before, after = _CHANGES[table]
        raise ValueError(f"{before!r} and {after!r} are the same: say what is to change")
    arguments: dict[str, Any] = {
        key: tuple(map(_one_line, value)) if key in _LISTS else _one_line(value)
        for key, value in entry.items()
    }
    return kind(**arguments)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _check_together(corrections: Corrections) -> None:
    """Refuse an entry that could never match, since another takes its names before it.

    Raises:
        UsageError: there is one.
    """
    taken: dict[Key, list[tuple[str, AnyCorrection]]] = defaultdict(list)
    for table, entries in corrections:
        for number, entry in enumerate(entries, start=1):
            ours = label(table, number, entry)
            for key in sorted(entry.takes):
                # `key[:2]` is the whole entity of whose mentions a split takes some.
                for other, taker in (*taken[key], *taken[key[:2]]):
                    if taker.source in (None, entry.source):
                        narrower = taker in entries and taker.source != entry.source
                        remedy = "put it above that one" if narrower else "keep one of the two"
                        raise UsageError(
                            f"{corrections.path}: {ours}: {other} has taken the name: {remedy}"
                        )
            for key in entry.takes:
                taken[key].append((ours, entry))
        # What one table makes, the next may take.
        for key in {key for entry in entries for key in entry.gives}:
            taken.pop(key, None)
