"""JSON Lines and CSV that grow as results come, and go on after any stop."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from newscli.errors import OutputError, UsageError
from newscli.output.formats import has_store, open_store
from newscli.output.stores import Store
from newscli.records import ArticleEntities, Mention, Organization


def result(source: str, name: str = "Интерфакс") -> ArticleEntities:
    mention = Mention(0, len(name), name, name)
    organizations = (Organization(name, (mention,)),)
    return ArticleEntities(source, None, None, (), (), organizations, ())


def fill(store: Store, *articles: tuple[str, str]) -> Store:
    """Add a result for each (source, key) that is not there; the key is the name found."""
    for source, key in articles:
        if not store.has(source, key):
            store.add(source, key, result(source, key))
    return store


def kill(store: Store) -> None:
    """What is left when the process dies: what it wrote, and the journal as last saved."""
    store.abandon()


def found(path: Path) -> list[tuple[str, str]]:
    """(source, name) of each line of a JSON Lines file."""
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [(line["source"], line["organizations"][0]["name"]) for line in lines]


A, B, C = ("a", "Альфа"), ("b", "Бета"), ("c", "Гамма")


@pytest.fixture(params=["json", "csv"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Store]:
    def open_again(resume: bool = True) -> Store:
        return open_store(tmp_path / "found", request.param, resume=resume)

    return open_again


def test_without_resume_the_journal_goes_when_the_run_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    store = fill(open_store(path, "json", resume=False), A, B)
    assert (tmp_path / "found.jsonl.journal").exists()
    store.close()
    assert found(path) == [A, B]
    assert [left.name for left in tmp_path.iterdir()] == ["found.jsonl"]


def test_with_resume_the_journal_stays(tmp_path: Path) -> None:
    fill(open_store(tmp_path / "found.jsonl", "json", resume=True), A).close()
    names = sorted(left.name for left in tmp_path.iterdir())
    assert names == ["found.jsonl", "found.jsonl.journal"]


def test_each_result_is_in_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    store = fill(open_store(path, "json", resume=False), A)
    assert found(path) == [A]
    store.abandon()


def test_without_resume_an_old_file_is_begun_anew(reopen: Callable[..., Store]) -> None:
    fill(reopen(), A, B).close()
    store = reopen(resume=False)
    assert not store.has(*A)
    assert store.began_anew is None
    store.abandon()


@pytest.mark.parametrize("saved", [0, 1, 2, 3])
def test_a_killed_run_goes_on_to_the_same_bytes(
    reopen: Callable[..., Store], tmp_path: Path, saved: int
) -> None:
    fill(reopen(resume=False), A, B, C).close()
    whole = (tmp_path / "found").read_bytes()
    (tmp_path / "found").unlink()
    store = fill(reopen(resume=False), *(A, B, C)[:saved])
    store.save()
    kill(fill(store, *(A, B, C)[saved:]))
    with (tmp_path / "found").open("ab") as file:
        file.write(b'{"half a li')
    store = reopen()
    assert store.began_anew is None
    assert [store.has(*article) for article in (A, B, C)] == [number < saved for number in range(3)]
    fill(store, A, B, C).close()
    assert (tmp_path / "found").read_bytes() == whole


def test_a_changed_article_supersedes_its_old_result_when_the_run_is_complete(
    reopen: Callable[..., Store], tmp_path: Path
) -> None:
    fill(reopen(), A, B, C).close()
    changed = ("b", "Новая бета")
    fill(reopen(), A, changed, C).close()
    twice = (tmp_path / "found").read_bytes()
    fill(reopen(resume=False), A, C, changed).close()
    assert twice == (tmp_path / "found").read_bytes()


@pytest.mark.parametrize("is_swapped", [False, True])
def test_a_run_killed_while_superseded_results_are_left_out_finishes_it_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_swapped: bool
) -> None:
    path = tmp_path / "found.jsonl"
    fill(open_store(path, "json", resume=True), A, B, C).close()
    store = fill(open_store(path, "json", resume=True), ("a", "Новая альфа"))
    replace = Path.replace

    def die(self: Path, target: Path) -> Path:
        if is_swapped:
            replace(self, target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            store.close()
    kill(store)
    store = open_store(path, "json", resume=True)
    assert store.has("a", "Новая альфа")
    fill(store, ("d", "Дельта")).close()
    assert found(path) == [B, C, ("a", "Новая альфа"), ("d", "Дельта")]
    assert not list(tmp_path.glob(".*"))


def test_superseded_results_go_in_one_of_many_places(tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    articles = [(f"a{number}", f"Имя {number}") for number in range(50)]
    fill(open_store(path, "json", resume=True), *articles).close()
    changed = [(source, name + " новое") for source, name in articles[10:40:3]]
    fill(open_store(path, "json", resume=True), *changed).close()
    kept = [article for article in articles if article[0] not in dict(changed)]
    assert found(path) == kept + changed
    store = open_store(path, "json", resume=True)
    assert all(store.has(*article) for article in kept + changed)
    fill(store, A).close()
    assert found(path) == [*kept, *changed, A]


def test_a_file_without_a_journal_is_begun_anew_and_that_is_told(tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    path.write_text("somebody else's\n")
    store = open_store(path, "json", resume=True)
    assert store.began_anew == "there is no journal found.jsonl.journal beside it"
    fill(store, A).close()
    assert found(path) == [A]


def test_nothing_at_all_is_nothing_to_tell(tmp_path: Path) -> None:
    store = open_store(tmp_path / "found.jsonl", "json", resume=True)
    assert store.began_anew is None
    store.abandon()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: path.unlink(), "the file is gone"),
        (lambda path: path.write_text(""), "shorter than its journal says"),
    ],
)
def test_a_file_that_lost_results_is_begun_anew(
    tmp_path: Path, spoil: Callable[[Path], object], told: str
) -> None:
    path = tmp_path / "found.jsonl"
    fill(open_store(path, "json", resume=True), A, B).close()
    spoil(path)
    store = open_store(path, "json", resume=True)
    assert told in str(store.began_anew)
    fill(store, A, B).close()
    assert found(path) == [A, B]


def test_a_journal_of_another_format_is_not_gone_on_from(tmp_path: Path) -> None:
    path = tmp_path / "found"
    fill(open_store(path, "json", resume=True), A).close()
    store = open_store(path, "csv", resume=True)
    assert "another format" in str(store.began_anew)
    store.abandon()


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_on_one_file_is_refused(tmp_path: Path, resume: bool) -> None:
    path = tmp_path / "found.jsonl"
    store = fill(open_store(path, "json", resume=resume), A)
    with pytest.raises(UsageError, match="another run writes it"):
        open_store(path, "json", resume=resume)
    fill(store, B).close()
    assert found(path) == [A, B]


def test_what_is_no_journal_is_told(tmp_path: Path) -> None:
    (tmp_path / "found.jsonl.journal").write_text("a diary, long enough to be looked into" * 50)
    with pytest.raises(UsageError, match="is not its journal"):
        open_store(tmp_path / "found.jsonl", "json", resume=True)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"):
        open_store(tmp_path / "no" / "found.jsonl", "json", resume=False)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    store = fill(open_store(tmp_path / "found.jsonl", "json", resume=False), A)
    monkeypatch.setattr("newscli.output.text_store.os.fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        store.save()
    store.abandon()


def test_bytes_are_on_the_disk_before_the_journal_vouches_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = fill(open_store(tmp_path / "found.jsonl", "json", resume=False), A)

    def power_cut(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("newscli.output.text_store.os.fsync", power_cut)
        with pytest.raises(KeyboardInterrupt):
            store.save()
    store.abandon()
    with sqlite3.connect(tmp_path / "found.jsonl.journal") as journal:
        assert journal.execute("SELECT count(*) FROM results").fetchone() == (0,)
    journal.close()


@pytest.mark.parametrize(
    ("name", "format_", "expected"),
    [
        ("found.jsonl", "json", True),
        ("found.csv", "csv", True),
        ("found.txt", "json", True),
        ("found.json", "json", False),
        ("map.geojson", "geojson", False),
        ("found.txt", "table", False),
    ],
)
def test_what_is_one_document_has_no_store(
    tmp_path: Path, name: str, format_: str, expected: bool
) -> None:
    assert has_store(tmp_path / name, format_) is expected
