"""What Parquet and SQLite files hold, and that they go on after any stop, as text files do."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from newscli.errors import OutputError, UsageError
from newscli.output.formats import open_store
from newscli.output.stores import Store
from newscli.records import ArticleEntities, Mention, Organization

pq = pytest.importorskip("pyarrow.parquet")


def result(source: str, name: str = "Интерфакс") -> ArticleEntities:
    organizations = (Organization(name, (Mention(0, len(name), name, name),)),)
    return ArticleEntities(source, None, None, (), (), organizations, (), text=name)


def fill(store: Store, *articles: tuple[str, str]) -> Store:
    """Add a result for each (source, key) that is not there; the key is the name found."""
    for source, key in articles:
        if not store.has(source, key):
            store.add(source, key, result(source, key))
    return store


def found(path: Path) -> list[tuple[str, str]]:
    """(source, name) of each article, in the order of the file."""
    if path.suffix == ".parquet":
        rows = pq.read_table(path).to_pylist()
        return [(row["source"], row["organizations"][0]["name"]) for row in rows]
    with closing(sqlite3.connect(path)) as database:
        return database.execute(
            "SELECT source, name FROM articles JOIN entities ON article_id = articles.id "
            "ORDER BY articles.id"
        ).fetchall()


A, B, C = ("a", "Альфа"), ("b", "Бета"), ("c", "Гамма")


@pytest.fixture(params=["parquet", "sqlite"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"found.{request.param}"


def reopen(path: Path, *, resume: bool = True) -> Store:
    return open_store(path, path.suffix[1:], resume=resume)


@pytest.mark.parametrize("resume", [False, True])
def test_a_complete_run_leaves_one_file(path: Path, resume: bool) -> None:
    fill(reopen(path, resume=resume), A, B, C).close()
    assert found(path) == [A, B, C]
    assert list(path.parent.iterdir()) == [path]


def test_a_run_of_nothing_leaves_a_file_of_nothing(path: Path) -> None:
    reopen(path).close()
    assert found(path) == []


def test_without_resume_an_old_file_is_begun_anew(path: Path) -> None:
    fill(reopen(path), A, B).close()
    store = reopen(path, resume=False)
    assert not store.has(*A)
    fill(store, C).close()
    assert found(path) == [C]


def test_a_finished_file_is_gone_on_from(path: Path) -> None:
    fill(reopen(path), A).close()
    store = fill(reopen(path), B)
    assert store.has(*A)
    store.close()
    assert found(path) == [A, B]


@pytest.mark.parametrize("saved", range(4))
def test_what_was_saved_is_there_after_a_stop(path: Path, saved: int) -> None:
    store = fill(reopen(path, resume=False), *(A, B, C)[:saved])
    store.save()
    fill(store, *(A, B, C)[saved:]).abandon()
    store = reopen(path)
    assert store.began_anew is None
    assert [store.has(*article) for article in (A, B, C)] == [number < saved for number in range(3)]
    fill(store, A, B, C).close()
    assert found(path) == [A, B, C]


def test_stops_add_up(path: Path) -> None:
    fill(reopen(path), A).close()
    for article in (B, C):
        store = fill(reopen(path), article)
        store.save()
        store.abandon()
    fill(reopen(path), ("d", "Дельта")).close()
    assert found(path) == [A, B, C, ("d", "Дельта")]


def test_a_changed_article_supersedes_its_old_result(path: Path) -> None:
    fill(reopen(path), A, B, C).close()
    changed = ("b", "Новая бета")
    store = fill(reopen(path), A, changed, C)
    assert store.has(*changed)
    assert not store.has(*B)
    store.close()
    assert found(path) == [A, C, changed]


def test_the_same_source_twice_is_two_articles(path: Path) -> None:
    store = reopen(path)
    store.add("a", "k", result("a", "Альфа"))
    store.add("a (2)", "k", result("a", "Альфа"))
    store.close()
    assert found(path) == [A, A]


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_on_one_file_is_refused(path: Path, resume: bool) -> None:
    store = fill(reopen(path), A)
    with pytest.raises(UsageError, match="another run writes it"):
        reopen(path, resume=resume)
    fill(store, B).save()
    with pytest.raises(UsageError, match="another run writes it"):
        reopen(path, resume=resume)
    store.close()
    assert found(path) == [A, B]


def test_a_missing_folder_is_told(path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot write .*nowhere"):
        reopen(path.parent / "nowhere" / path.name)


def test_something_else_is_not_gone_on_from(path: Path) -> None:
    path.write_text("somebody else's diary, which is long enough to be looked at\n" * 20)
    with pytest.raises(UsageError, match=r"is not an? (Parquet file|SQLite database)"):
        reopen(path)
    assert list(path.parent.iterdir()) == [path]


def test_another_layout_is_not_gone_on_from(path: Path) -> None:
    fill(reopen(path), A).close()
    if path.suffix == ".parquet":
        pq.write_table(pq.read_table(path).drop_columns(["key"]), path)
    else:
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match=r"another newscli.* anew without --resume"):
        reopen(path)
    fill(reopen(path, resume=False), B).close()
    assert found(path) == [B]


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE places (name)")
    before = path.read_bytes()
    for resume in (False, True):
        with pytest.raises(UsageError, match="is a database of another program"):
            open_store(path, "sqlite", resume=resume)
    assert path.read_bytes() == before


def test_a_full_disk_is_told(path: Path) -> None:
    resource = pytest.importorskip("resource")
    store = fill(reopen(path), A)
    store.save()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        with pytest.raises(OutputError, match=f"cannot write .*{path.name}: "):
            fill(store, B, C).save()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    store.abandon()
    store = reopen(path)
    assert store.has(*A)
    store.abandon()


def die(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "where",
    [
        "newscli.output.parquet.pq.ParquetWriter.write_table",
        "pathlib.Path.replace",
        "pathlib.Path.unlink",
        "newscli.output.parquet.shutil.rmtree",
    ],
)
def test_a_kill_while_parts_are_put_together_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = tmp_path / "found.parquet"
    fill(reopen(path), A).close()
    store = fill(reopen(path), B)
    store.save()
    with monkeypatch.context() as patch:
        patch.setattr(where, die)
        with pytest.raises(KeyboardInterrupt):
            store.close()
    store.abandon()
    store = reopen(path)
    assert (store.has(*A), store.has(*B)) == (True, True)
    fill(store, C).close()
    assert found(path) == [A, B, C]
    assert list(tmp_path.iterdir()) == [path]


def test_a_kill_before_the_first_save_does_not_bring_back_a_file_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "found.parquet"
    fill(reopen(path), A).close()
    fill(reopen(path, resume=False), B).abandon()
    assert found(path) == [A]  # until the run is complete
    fill(reopen(path), C).close()
    assert found(path) == [C]


def test_full_parts_are_left_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscli.output.parquet._PART", 1)
    monkeypatch.setattr("newscli.output.parquet._ROW_GROUP", 1)
    path = tmp_path / "found.parquet"
    store = reopen(path)
    for article in (A, B, C):
        fill(store, article).save()
    assert len(list((tmp_path / "found.parquet.parts").glob("*.parquet"))) == 4
    store.close()
    assert found(path) == [A, B, C]
    assert pq.read_metadata(path).num_row_groups == 3


def test_the_permissions_of_a_file_that_was_there_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "found.parquet"
    path.touch(0o600)
    fill(reopen(path, resume=False), A).close()
    assert path.stat().st_mode & 0o777 == 0o600


_RUN = """
import os, signal, sys
from pathlib import Path
from newscli.output.formats import open_store
from newscli.records import ArticleEntities

path = Path(sys.argv[1])
store = open_store(path, path.suffix[1:], resume=True)
for number in range(40):
    if number % 10 == 0:
        store.save()
    found = ArticleEntities(str(number), None, None, (), (), (), (), text="т")
    store.add(str(number), "key", found)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process_leaves_what_it_saved_and_no_lock(path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", _RUN, path], check=False)
    assert run.returncode == -signal.SIGKILL
    store = reopen(path)
    assert [store.has(str(number), "key") for number in range(40)] == [True] * 30 + [False] * 10
    store.close()
