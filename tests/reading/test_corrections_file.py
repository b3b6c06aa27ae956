"""A file of corrections is read, or told what is wrong with it in one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import newscli
from newscli.corrections import Drop, Merge, Rename, Retype, Split
from newscli.errors import UsageError

GOOD = """
[[rename]]
type = "place"
name = "Тверь"
to = "Калинин"
source = "archive/19*"
note = "до 1990 года"

[[merge]]
type = "person"
names = ["БГ", "Борис  Гребенщиков"]
into = "Борис Гребенщиков"

[[drop]]
type = "organization"
name = "Эксперт"

[[retype]]
type = "organization"
name = "Хабр"
to = "place"

[[split]]
type = "person"
name = "Собчак"
mentions = ["Анатолия Собчака"]
into = "Анатолий Собчак"
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "corrections.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_table_is_read_in_the_order_of_application(tmp_path: Path, mark: str) -> None:
    path = written(tmp_path, mark + GOOD.replace("\n", "\r\n"))
    assert list(newscli.load_corrections(path)) == [
        ("drop", (Drop(type="organization", name="Эксперт"),)),
        ("retype", (Retype(type="organization", name="Хабр", to="place"),)),
        (
            "split",
            (
                Split(
                    type="person",
                    name="Собчак",
                    mentions=("Анатолия Собчака",),
                    into="Анатолий Собчак",
                ),
            ),
        ),
        (
            "merge",
            (
                Merge(
                    type="person",
                    names=("БГ", "Борис Гребенщиков"),
                    into="Борис Гребенщиков",
                ),
            ),
        ),
        (
            "rename",
            (
                Rename(
                    type="place",
                    name="Тверь",
                    to="Калинин",
                    source="archive/19*",
                    note="до 1990 года",
                ),
            ),
        ),
    ]


def test_an_empty_file_corrects_nothing(tmp_path: Path) -> None:
    assert all(not entries for _, entries in newscli.load_corrections(written(tmp_path, "")))


DROP = '[[drop]]\ntype = "person"\nname = "Хабр"\n'
RENAME = '[[rename]]\ntype = "person"\nname = "хабр"\nto = "Хабров"\n'
MERGE = '[[merge]]\ntype = "person"\nnames = ["Хабр", "Хабров"]\ninto = "Хабров"\n'
SPLIT = '[[split]]\ntype = "person"\nname = "Хабр"\nmentions = ["Хабра"]\ninto = "Хабров"\n'
RETYPE = '[[retype]]\ntype = "person"\nname = "Хабр"\nto = "place"\n'
SOURCE = 'source = "a/*"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The file
        (b"\xff\xfe\x00", "not UTF-8: save it"),
        ("[[drop]\n", "not TOML: Expected .* line 1"),
        ("a = " + "[" * 100_000, "lists too deep|not TOML"),
        ("a = " + "1" * 10_000, "not TOML"),
        ("[[merg]]\n", r"'merg' is no kind of correction: use \[\[drop\]\], .*\[\[rename\]\]"),
        ('type = "person"\n', "'type' is no kind of correction"),
        ('[drop]\ntype = "person"\n', r"drop: write \[\[drop\]\] .* double brackets"),
        ('drop = ["Хабр"]\n', r"drop: write \[\[drop\]\]"),
        # An entry
        (
            DROP + DROP.replace("name", "nam"),
            r"\[\[drop\]\] 2: unknown key 'nam': use type, name, source, note",
        ),
        (
            '[[drop]]\nname = "Хабр"\n',
            r"\[\[drop\]\] 1: 'type' is missing: \[\[drop\]\] needs type, name",
        ),
        (DROP.replace("person", "people"), "'type' is 'people': use person, place, organization"),
        (RETYPE.replace("place", "date"), "'to' is 'date': use person, place, organization"),
        (DROP.replace('"Хабр"', "5"), "'name' must be words in quotes, not 5"),
        (DROP.replace("Хабр", " "), "'name' must be words in quotes, not ' '"),
        (DROP + "note = 1990-01-01\n", "'note' must be words in quotes"),
        (MERGE.replace('["Хабр", "Хабров"]', '"Хабр"'), "'names' must be a list of words"),
        (MERGE.replace('["Хабр", "Хабров"]', "[]"), "'names' must be a list of words"),
        (SPLIT.replace('["Хабра"]', '["Хабра", 1]'), "'mentions' must be a list of words"),
        (RENAME.replace("хабр", "Хабров"), "'name' and 'to' are the same"),
        (RETYPE.replace("place", "person"), "'type' and 'to' are the same"),
        (SPLIT.replace("Хабров", "Хабр"), "'name' and 'into' are the same"),
        # Two entries
        (
            RENAME + DROP,
            r"\[\[rename\]\] 1 \(хабр\): \[\[drop\]\] 1 \(Хабр\) has taken the name: "
            "keep one of the two",
        ),
        (DROP + RENAME + SOURCE, "keep one of the two"),
        (DROP + SOURCE + RENAME + SOURCE, "keep one of the two"),
        (DROP + MERGE, r"\[\[merge\]\] 1 \(Хабр, Хабров\): \[\[drop\]\] 1"),
        (DROP + SPLIT, r"\[\[split\]\] 1 \(Хабр\): \[\[drop\]\] 1"),
        (DROP + RETYPE, r"\[\[retype\]\] 1 \(Хабр\): \[\[drop\]\] 1"),
        (RETYPE + RENAME, r"\[\[rename\]\] 1 \(хабр\): \[\[retype\]\] 1"),
        (MERGE + RENAME, r"\[\[rename\]\] 1 \(хабр\): \[\[merge\]\] 1"),
        (SPLIT + SPLIT.replace("Хабров", "Хабаров"), r"\[\[split\]\] 2 .*\[\[split\]\] 1"),
        (RENAME + RENAME + SOURCE, r"\[\[rename\]\] 2 .*put it above that one"),
        (RENAME + SOURCE + RENAME + SOURCE, r"\[\[rename\]\] 2 .*keep one of the two"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, text: str | bytes, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError, match=told) as raised:
        newscli.load_corrections(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize(
    "text",
    [
        DROP + SOURCE + RENAME,  # in the articles where nothing is dropped
        DROP + SOURCE + RENAME + 'source = "b/*"\n',
        RENAME + SOURCE + RENAME.replace("Хабров", "Хабаров"),  # all but these
        DROP + RENAME.replace("person", "place"),
        DROP + SPLIT.replace('"Хабр"', '"Эксперт"').replace("Хабров", "Хабр") + RENAME,
        SPLIT + SPLIT.replace("Хабра", "Хабру"),
        SPLIT + RENAME,  # what the split leaves
        MERGE + RENAME.replace("хабр", "Хабров").replace('to = "Хабров"', 'to = "Хабров А."'),
    ],
)
def test_what_only_looks_like_a_contradiction_is_taken(tmp_path: Path, text: str) -> None:
    tables = dict(newscli.load_corrections(written(tmp_path, text)))
    assert sum(map(len, tables.values())) == text.count("[[")


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with pytest.raises(UsageError, match=re.escape(f"{path}: cannot be read (")):
        newscli.load_corrections(path)
