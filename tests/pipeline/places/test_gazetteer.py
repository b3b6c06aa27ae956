"""The table that ships: what it holds is in order, and nobody can write to it."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator

import pytest

from newscli.model import FOLDER
from newscli.pipeline.places.gazetteer import (
    FILE_NAME,
    country_name,
    entries_named,
    name_key,
    open_gazetteer,
)
from newscli.records import PLACE_KINDS

_MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    connection = open_gazetteer(FOLDER / FILE_NAME)
    yield connection
    connection.close()


def test_is_no_larger_than_promised() -> None:
    assert (FOLDER / FILE_NAME).stat().st_size < 12 * _MEGABYTE


def test_opens_in_a_few_milliseconds() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        connection = open_gazetteer(FOLDER / FILE_NAME)
        connection.execute("SELECT place FROM names WHERE key = 'москва'").fetchall()
        connection.close()
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.01


def test_is_read_only(table: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        table.execute("DELETE FROM names")


def test_every_kind_is_of_the_contract(table: sqlite3.Connection) -> None:
    kinds = {kind for (kind,) in table.execute("SELECT DISTINCT kind FROM places")}
    assert kinds <= set(PLACE_KINDS)


def test_every_country_is_one_of_iso_3166(table: sqlite3.Connection) -> None:
    codes = {code for (code,) in table.execute("SELECT DISTINCT country FROM places")} - {None}
    countries = {
        code
        for (code,) in table.execute("SELECT country FROM places WHERE kind = 'country'")
        if code
    }
    assert codes == countries
    assert len(countries) == 249  # as many as ISO has
    assert "XK" not in countries


def test_every_region_begins_with_its_country(table: sqlite3.Connection) -> None:
    rows = table.execute("SELECT country, region FROM places WHERE region IS NOT NULL").fetchall()
    assert rows
    assert all(re.fullmatch(rf"{country}-[A-Z0-9]{{1,3}}", region) for country, region in rows)


def test_russia_has_all_its_subjects_of_iso(table: sqlite3.Connection) -> None:
    query = "SELECT COUNT(DISTINCT region) FROM places WHERE country = 'RU'"
    assert table.execute(query).fetchone() == (83,)


def test_coordinates_are_on_the_globe_and_come_together(table: sqlite3.Connection) -> None:
    wrong = table.execute(
        "SELECT name FROM places WHERE abs(lat) > 90 OR abs(lon) > 180 "
        "OR (lat IS NULL) != (lon IS NULL)"
    )
    assert wrong.fetchall() == []


def test_names_lead_to_entries_and_entries_have_their_own_name(table: sqlite3.Connection) -> None:
    lost = table.execute("SELECT key FROM names WHERE place NOT IN (SELECT id FROM places)")
    assert lost.fetchall() == []
    own = {(place, key) for key, place in table.execute("SELECT key, place FROM names")}
    assert all(
        (id_, name_key(name)) in own for id_, name in table.execute("SELECT id, name FROM places")
    )


def test_no_two_entries_are_the_same_place(table: sqlite3.Connection) -> None:
    twice = table.execute(
        "SELECT name, kind, country, lat, lon FROM places WHERE lat IS NOT NULL "
        "GROUP BY 1, 2, 3, 4, 5 HAVING COUNT(*) > 1"
    )
    assert twice.fetchall() == []


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Орёл", "орел"),
        ("НЬЮ-ЙОРК", "нью йорк"),
        ("Нью — Йорк", "нью йорк"),
        ("Н. Новгород", "н новгород"),
        ("Республика Саха (Якутия)", "республика саха якутия"),
    ],
)
def test_what_spellings_of_one_name_share(spelling: str, key: str) -> None:
    assert name_key(spelling) == key


def test_a_name_that_nobody_has() -> None:
    assert entries_named("жмыхов") == ()


def test_countries_by_their_code() -> None:
    assert country_name("KP") == "Северная Корея"
    with pytest.raises(LookupError, match="'XX'"):
        country_name("XX")
