"""What a Parquet file holds: the JSON of each article, in types that DuckDB and pandas know."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newscli.errors import UsageError
from newscli.output.formats import open_store
from newscli.records import ArticleEntities, Json

pytest.importorskip("pyarrow")
import pyarrow as pa
import pyarrow.parquet as pq


def write(path: Path, results: list[ArticleEntities]) -> pa.Table:
    store = open_store(path, "parquet", resume=False)
    for result in results:
        store.add(result.source, "key", result)
    store.close()
    return pq.read_table(path)


def with_iso_days(value: Any) -> Any:
    """A row with its days as the JSON writes them."""
    if isinstance(value, dict):
        return {name: with_iso_days(field) for name, field in value.items()}
    if isinstance(value, list):
        return [with_iso_days(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def facts(row: Json) -> Json:
    """A row without the two columns by which a run knows the article."""
    return {name: value for name, value in row.items() if name not in ("identity", "key")}


def test_a_row_is_the_json_of_its_article(tmp_path: Path, samples: list[ArticleEntities]) -> None:
    rows = write(tmp_path / "found.parquet", samples).to_pylist()
    assert [with_iso_days(facts(row)) for row in rows] == [found.to_dict() for found in samples]


def test_what_nobody_asked_for_is_null(tmp_path: Path, samples: list[ArticleEntities]) -> None:
    bare = replace(samples[0], text=None, related_places=None)
    (row,) = write(tmp_path / "found.parquet", [bare]).to_pylist()
    assert row["text"] is None
    assert row["related_places"] is None


def test_columns_are_named_and_ordered_as_the_json(
    tmp_path: Path, samples: list[ArticleEntities]
) -> None:
    table = write(tmp_path / "found.parquet", samples[:1])
    assert table.column_names == [*samples[0].to_dict(), "identity", "key"]


def test_days_are_dates_and_offsets_are_numbers(
    tmp_path: Path, samples: list[ArticleEntities]
) -> None:
    schema = write(tmp_path / "found.parquet", samples[:1]).schema
    dates = schema.field("dates").type.value_type
    assert schema.field("published").type == pa.date32()
    assert dates.field("from").type == dates.field("to").type == pa.date32()
    assert dates.field("value").type == pa.string()  # 2025-SU, P3D
    assert dates.field("mentions").type.value_type.field("start").type == pa.int32()


def test_the_earliest_and_the_last_day_are_dates_too(
    tmp_path: Path, samples: list[ArticleEntities]
) -> None:
    days = [replace(samples[0], source=day, published=day) for day in ("0001-01-01", "9999-12-31")]
    table = write(tmp_path / "found.parquet", days)
    assert table["published"].to_pylist() == [date.min, date.max]


def test_without_pyarrow_the_error_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("newscli.output.parquet", "newscli.output.arrow"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'newscli\[parquet\]'"):
        open_store(tmp_path / "found.parquet", "parquet", resume=False)
