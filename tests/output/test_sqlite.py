"""What an SQLite database holds, and what can be asked of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newscli.output.formats import open_store
from newscli.records import ArticleEntities, Country, Json, Mention, Organization, Person

TYPES = {
    "person": ("people", ("name", "first", "last", "patronymic", "gender")),
    "place": (
        "places",
        ("name", "kind", "country", "region", "lat", "lon", "geonames_id", "link_score"),
    ),
    "organization": ("organizations", ("name",)),
    "related_place": (
        "related_places",
        ("name", "kind", "country", "region", "lat", "lon", "geonames_id", "link_score"),
    ),
}
MENTION = ("text", "normal", "start", "end", "score")
ANCHORED = (*MENTION, "anchor", "anchor_text", "anchor_start", "anchor_end")

Open = Callable[..., sqlite3.Connection]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Open]:
    """A function that adds results to the database and opens it."""
    path = tmp_path / "found.sqlite"
    databases: list[sqlite3.Connection] = []

    def fill(*results: ArticleEntities, key: str = "key") -> sqlite3.Connection:
        store = open_store(path, "sqlite", resume=True)
        for result in results:
            store.add(result.source, key, result)
        store.close()
        databases.append(sqlite3.connect(path))
        databases[-1].row_factory = sqlite3.Row
        return databases[-1]

    yield fill
    for database in databases:
        database.close()


def article(source: str, text: str, *names: str, title: str | None = None) -> ArticleEntities:
    """An article in which people of these names are mentioned, each once."""
    people = tuple(
        Person(name, None, None, None, None, (Mention(0, 1, name, name),)) for name in names
    )
    return ArticleEntities(source, title, None, people, (), (), (), text=text)


def read_back(database: sqlite3.Connection, source: str) -> Json:
    """The JSON of an article, put together from the tables."""
    (row,) = database.execute("SELECT * FROM articles WHERE source = ?", (source,))
    found: Json = {name: row[name] for name in ("source", "title", "published", "text")}

    def rows(table: str, columns: tuple[str, ...], **where: object) -> list[Json]:
        condition = " AND ".join(f"{name} = ?" for name in where)
        query = f"SELECT * FROM {table} WHERE {condition} ORDER BY rowid"
        return [
            {name: row[name] for name in ("id", *columns)}
            for row in database.execute(query, tuple(where.values()))
        ]

    for type_, (kind, columns) in TYPES.items():
        found[kind] = rows(
            "entities",
            (*columns, "count", "latin_icao", "latin_bgn"),
            article_id=row["id"],
            type=type_,
        )
        for entity in found[kind]:
            icao, bgn = entity.pop("latin_icao"), entity.pop("latin_bgn")
            if type_ == "person":
                entity["latin"] = {"icao": icao, "bgn": bgn} if icao else None
            entity["mentions"] = rows("mentions", MENTION, entity_id=entity.pop("id"))
    found["dates"] = rows(
        "dates", ("value", "type", "mod", "from", "to", "anchor", "count"), article_id=row["id"]
    )
    for date in found["dates"]:
        date["mentions"] = rows("mentions", ANCHORED, date_id=date.pop("id"))
    for kind in (*(kind for kind, _ in TYPES.values()), "dates"):
        for entity in found[kind]:
            for mention in entity["mentions"]:
                del mention["id"]
    found["countries"] = [
        dict(country)
        for country in database.execute(
            "SELECT country, name, count FROM countries WHERE article_id = ? "
            "ORDER BY count DESC, country",
            (row["id"],),
        )
    ]
    found["warnings"] = [
        warning["warning"] for warning in rows("warnings", ("warning",), article_id=row["id"])
    ]
    return found


def test_tables_hold_the_json_of_each_article(filled: Open, samples: list[ArticleEntities]) -> None:
    database = filled(*samples)
    for found in samples:
        expected = found.to_dict()
        del expected["schema_version"]
        assert read_back(database, found.source) == expected


def test_offsets_cut_the_mention_out_of_the_text(
    filled: Open, samples: list[ArticleEntities]
) -> None:
    database = filled(*samples)
    query = """
        SELECT count(*), sum(substr(articles.text, start + 1, "end" - start) = mentions.text)
        FROM mentions LEFT JOIN entities ON entity_id = entities.id
        LEFT JOIN dates ON date_id = dates.id
        JOIN articles ON articles.id = coalesce(entities.article_id, dates.article_id)
    """
    (row,) = database.execute(query)
    assert row[0] == row[1] > 0


def test_the_file_is_known_by_its_header(filled: Open, tmp_path: Path) -> None:
    filled(article("a", "Текст"))
    assert (tmp_path / "found.sqlite").read_bytes()[68:72] == b"news"


def test_keys_hold(filled: Open, samples: list[ArticleEntities]) -> None:
    database = filled(*samples)
    assert not database.execute("PRAGMA foreign_key_check").fetchall()
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def search(database: sqlite3.Connection, words: str) -> list[str]:
    query = """
        SELECT source FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid
        WHERE articles_fts MATCH ? ORDER BY source
    """
    return [row["source"] for row in database.execute(query, (words,))]


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("паром", ["a"]),  # in the title
        ("ПОРТ", ["a"]),
        ("порт*", ["a", "b"]),
        ("соловьев", ["a", "b"]),  # е finds ё, too
        ("Соловьёв", ["a"]),
        ('"илья соловьев"', ["a", "b"]),
        ("елка", ["b"]),
        ("Путин", ["b"]),  # written with a stress mark
        ("мои", []),  # й is another letter than и
        ("мой", ["b"]),
        ("title: порт", []),
    ],
)
def test_full_text_search(filled: Open, words: str, sources: list[str]) -> None:
    database = filled(
        article("a", "Порт открыл Илья Соловьёв.", title="Паром"),
        article("b", "В порту был Илья Соловьев, Пу\u0301тин и мой друг. Ёлка."),
    )
    assert search(database, words) == sources


def test_search_marks_the_words_that_stand_there(filled: Open) -> None:
    database = filled(article("a", "Ещё раз: порт открыл Илья Соловьёв, сказали в порту."))
    query = """
        SELECT snippet(articles_fts, 1, '[', ']', '…', 4) FROM articles_fts
        WHERE articles_fts MATCH 'соловьев'
    """
    assert database.execute(query).fetchone()[0] == "…порт открыл Илья [Соловьёв]…"


def test_a_changed_article_is_found_by_its_new_words_only(filled: Open) -> None:
    filled(article("a", "Старый паром", "Анна Иванова"), article("b", "Старый порт"))
    database = filled(article("a", "Новый мост", "Анна Петрова"), key="other")
    assert search(database, "паром") == []
    assert search(database, "старый") == ["b"]
    assert search(database, "мост") == ["a"]
    assert [row["name"] for row in database.execute("SELECT name FROM people")] == ["Анна Петрова"]
    assert database.execute("SELECT count(*) FROM mentions").fetchone()[0] == 1


def test_an_article_edited_or_deleted_by_hand_is_searched_rightly(filled: Open) -> None:
    database = filled(article("a", "Ёлка в порту"), article("b", "Ёлка на площади"))
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("UPDATE articles SET text = 'Берёза' WHERE source = 'a'")
    assert search(database, "елка") == ["b"]
    assert search(database, "береза") == ["a"]
    database.execute("DELETE FROM articles")
    assert search(database, "елка OR береза") == []
    database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")


def test_people_by_number_of_articles(filled: Open) -> None:
    database = filled(
        article("a", "Т", "Анна", "Борис"), article("b", "Т", "Борис"), article("c", "Т", "Вера")
    )
    rows = database.execute("SELECT * FROM people_by_articles").fetchall()
    assert [tuple(row) for row in rows] == [("Борис", 2, 2), ("Анна", 1, 1), ("Вера", 1, 1)]


def test_who_is_mentioned_with_whom(filled: Open) -> None:
    with_company = replace(
        article("a", "Т", "Анна", "Борис"),
        organizations=(Organization("ТАСС", (Mention(5, 9, "ТАСС", "ТАСС"),)),),
    )
    database = filled(with_company, article("b", "Т", "Анна", "Борис"), article("c", "Т", "Вера"))
    query = "SELECT other_type, other_name, articles FROM mentioned_together WHERE name = 'Анна'"
    assert [tuple(row) for row in database.execute(query)] == [
        ("person", "Борис", 2),
        ("organization", "ТАСС", 1),
    ]


def test_the_timeline_is_in_the_order_of_the_days(
    filled: Open, samples: list[ArticleEntities]
) -> None:
    database = filled(*samples)
    rows = database.execute('SELECT "from", source, value FROM timeline').fetchall()
    expected = [
        (date.value.first, found.source, date.value.value)
        for found in samples
        for date in found.dates
        if date.value.first
    ]
    assert sorted(map(tuple, rows)) == sorted(expected)
    assert [row["from"] for row in rows] == sorted(row["from"] for row in rows)


def test_countries_keep_their_names(filled: Open) -> None:
    database = filled(replace(article("a", "Т"), countries=(Country("RU", "Россия", 2),)))
    assert tuple(database.execute("SELECT country, name, count FROM countries").fetchone()) == (
        *("RU", "Россия"),
        2,
    )


def test_others_read_while_it_grows_and_nobody_writes(tmp_path: Path) -> None:
    path = tmp_path / "found.sqlite"
    store = open_store(path, "sqlite", resume=False)
    store.add("a", "key", article("a", "Паром"))
    store.save()
    store.add("b", "key", article("b", "Паром"))
    with closing(sqlite3.connect(path, timeout=0)) as reader:
        assert search_sources(reader) == ["a"]
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            reader.execute("DELETE FROM articles")
        store.close()  # although it is still read
        assert search_sources(reader) == ["a", "b"]


def search_sources(database: sqlite3.Connection) -> list[str]:
    return [source for (source,) in database.execute("SELECT source FROM articles ORDER BY id")]
