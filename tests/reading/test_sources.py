"""Paths, folders, records and standard input become a stream of articles and errors."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import SourceError, UsageError
from newscli.reading.binary import SIGNATURES
from newscli.reading.sources import Meter, find_sources, measure, read_articles
from newscli.records import Article

TEXT = "Мост через Волгу открыли в Твери.\r\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str | bytes = TEXT) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(*paths: str, **options: str) -> list[Article | SourceError]:
    return list(read_articles(find_sources(paths), **options))


def read_one(path: str, **options: str) -> Article:
    (article,) = read(path, **options)
    assert isinstance(article, Article), article
    return article


def trouble(path: str, **options: str) -> str:
    (error,) = read(path, **options)
    assert isinstance(error, SourceError), error
    return str(error)


class TestFiles:
    def test_line_ends_and_blanks_stay(self) -> None:
        assert read_one(write("a.txt", "\r\n " + TEXT)).text == "\r\n " + TEXT

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251", "koi8-r"])
    def test_any_encoding(self, encoding: str) -> None:
        assert read_one(write("a.txt", TEXT.encode(encoding))).text == TEXT

    def test_any_suffix_when_named(self) -> None:
        assert read_one(write("./article.news")).source == "./article.news"

    def test_title_and_day(self) -> None:
        article = read_one(write("2025-09-03.txt", f"Мост открыт\n\n{TEXT}"))
        assert (article.title, article.published) == ("Мост открыт", "2025-09-03")

    def test_the_option_wins(self) -> None:
        article = read_one(write("2025-09-03.txt"), published="2025-09-04T00:10:00+03:00")
        assert article.published == "2025-09-04"
        assert article.warnings == (
            "published 2025-09-04 by --published, but 2025-09-03 by the file name",
        )

    def test_twice_is_fine(self) -> None:
        path = write("a.txt")
        assert len(read(path, path)) == 2


class TestFolders:
    def test_sorted_to_the_bottom_without_what_is_hidden(self) -> None:
        for name in ("b.txt", "a.MD", "c.pdf", ".d.txt", "in/e.txt", ".git/f.txt"):
            write(f"news/{name}")
        assert find_sources(["news"]) == ["news/a.MD", "news/b.txt", "news/in/e.txt"]

    @pytest.mark.parametrize("folder", ["news", "./news", "in/../news"])
    def test_named_as_given(self, folder: str) -> None:
        Path("in").mkdir()
        write("news/a.txt")
        assert find_sources([folder]) == [f"{folder}/a.txt"]
        assert find_sources([folder + "/"]) == [f"{folder}/a.txt"]

    def test_a_loop_of_links_ends(self) -> None:
        write("news/a.txt")
        os.symlink("../news", "news/again")
        assert find_sources(["news"]) == ["news/a.txt"]

    def test_links_to_files_are_read_and_dangling_ones_told(self) -> None:
        write("a.txt")
        Path("news").mkdir()
        os.symlink("../a.txt", "news/a.txt")
        os.symlink("../b.txt", "news/b.txt")
        article, error = read("news")
        assert isinstance(article, Article)
        assert str(error).startswith("news/b.txt: there is no such file")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_a_pipe_is_passed_over(self) -> None:
        write("news/a.txt")
        os.mkfifo("news/b.txt")
        assert find_sources(["news"]) == ["news/a.txt"]

    def test_nothing_to_read(self) -> None:
        write("news/a.pdf")
        assert trouble("news").startswith(
            "news: the folder has no file to read (.txt, .md, .jsonl)"
        )


class TestStandardInput:
    @pytest.mark.parametrize("paths", [[], ["-"]])
    def test_read(self, paths: list[str]) -> None:
        stream = io.BytesIO(TEXT.encode("koi8-r"))
        (article,) = read_articles(find_sources(paths), standard_input=stream)
        assert article == Article(TEXT, "-")

    def test_empty(self) -> None:
        (error,) = read_articles(["-"], standard_input=io.BytesIO())
        assert str(error) == "-: is empty: there is no text to read"

    def test_records_come_one_by_one(self) -> None:
        """Each is read when its line is there, not when the input ends."""
        asked = []

        class Slow(io.BytesIO):
            def __next__(self) -> bytes:
                asked.append(1)
                return super().__next__()

        lines = b'\n{"text": "\xd0\x90"}\nno record\n{"text": "\xd0\x91"}\n'
        articles = read_articles(["-"], standard_input=Slow(lines))
        assert next(articles) == Article("А", "-#1")
        assert len(asked) == 2
        error, last = articles
        assert str(error).startswith("-: line 3: is not JSON")
        assert last == Article("Б", "-#3")


class TestMeasure:
    def test_a_meter_knows_how_much_was_read(self) -> None:
        paths = [write("a.txt"), write("b.jsonl", '{"text": "А"}\n{"text": "Б"}\n')]
        meter = Meter()
        articles = read_articles(paths, meter=meter)
        read_so_far = []
        for _ in articles:
            read_so_far.append(meter.read)
        size = len(TEXT.encode())
        assert read_so_far == [size, size + 15, size + 30]
        assert measure(paths) == size + 30

    def test_of_standard_input_too(self) -> None:
        meter = Meter()
        list(read_articles(["-"], standard_input=io.BytesIO(TEXT.encode()), meter=meter))
        assert meter.read == len(TEXT.encode())

    def test_what_is_missing_has_no_size(self) -> None:
        assert measure(["no.txt", SourceError("trouble"), write("a.txt")]) == len(TEXT.encode())

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_nobody_knows_how_much_comes_from_a_pipe(self) -> None:
        os.mkfifo("pipe.txt")
        assert measure([write("a.txt"), "pipe.txt"]) is None


class TestRecords:
    def test_one_a_line(self) -> None:
        lines = (
            '{"id": 7, "text": "Мост открыли.", "title": "Мост", "published": "2025-09-03T10:00Z"}',
            "",
            '{"text": "Мост\\r\\nзакрыли.", "title": null}',
        )
        assert read(write("news.jsonl", "\n".join(lines))) == [
            Article("Мост открыли.", "news.jsonl#1", "Мост", "2025-09-03"),
            Article("Мост\r\nзакрыли.", "news.jsonl#2"),
        ]

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ('{"text": ', "is not JSON"),
            ("[" * 100_000, "is n"),
            ('["text"]', 'has no "text" that is a string'),
            ('{"title": "Мост"}', 'has no "text" that is a string'),
            ('{"text": 7}', 'has no "text" that is a string'),
            ('{"text": "Мост.", "title": 7}', '"title" is not a string'),
            ('{"text": "Мост.", "published": 7}', '"published" is not a string'),
            ('{"text": "Мост.", "published": "2025-02-31"}', "write it as YYYY-MM-DD"),
            ('{"text": " "}', "is empty"),
        ],
    )
    def test_a_bad_line_does_not_stop_the_others(self, line: str, told: str) -> None:
        error, article = read(write("a.jsonl", f'\n{line}\n{{"text": "Мост."}}\n'))
        assert str(error).startswith("a.jsonl: line 2: ")
        assert told in str(error)
        assert article == Article("Мост.", "a.jsonl#2")

    def test_other_encodings(self) -> None:
        path = write("a.jsonl", '{"text": "Мост через Волгу открыли."}'.encode("cp1251"))
        assert read_one(path).text == "Мост через Волгу открыли."

    def test_half_a_surrogate_pair_keeps_its_place(self) -> None:
        article = read_one(write("a.jsonl", '{"text": "Мост \\ud83d открыли."}'))
        assert article.text == "Мост \ufffd открыли."

    def test_the_day_in_the_name_of_a_file_of_many_says_nothing(self) -> None:
        assert read_one(write("2025-09-03.jsonl", '{"text": "Мост."}')).published is None

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"", "is empty: there is no record to read"),
            (b"\n \n", "is empty: there is no record to read"),
            ('{"text": "Мост."}\n'.encode("utf-16"), "is in UTF-16 or binary"),
            (b"PK\x03\x04", "is a ZIP archive"),
        ],
    )
    def test_a_file_without_records(self, content: bytes, told: str) -> None:
        assert trouble(write("a.jsonl", content)).startswith(f"a.jsonl: {told}")


class TestTrouble:
    def test_missing(self) -> None:
        assert trouble("b.txt") == "b.txt: there is no such file or folder: check the path"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
    def test_unreadable(self) -> None:
        os.chmod(write("a.txt"), 0)
        assert trouble("a.txt") == "a.txt: permission denied: check who may read it"

    @pytest.mark.parametrize("content", [b"", b" \r\n", b"\xef\xbb\xbf"])
    def test_empty(self, content: bytes) -> None:
        assert trouble(write("a.txt", content)) == "a.txt: is empty: there is no text to read"

    @pytest.mark.parametrize("signature", SIGNATURES)
    def test_known_binaries(self, signature: bytes) -> None:
        told = trouble(write("a.txt", signature + b" rest"))
        assert told == f"a.txt: is {SIGNATURES[signature]}: extract its text first"

    @pytest.mark.parametrize("content", [b"text\0text", b"\x01\x02text", bytes(range(256))])
    def test_other_binaries(self, content: bytes) -> None:
        told = trouble(write("a.txt", content))
        assert told == "a.txt: is binary, not text: extract its text first"

    def test_a_stray_control_character_is_let_pass(self) -> None:
        assert read_one(write("a.txt", TEXT * 10 + "\x02")).text.endswith("\x02")
        assert read_one(write("dos.txt", (TEXT + "\x1a").encode("cp866"))).text == TEXT + "\x1a"

    def test_a_forced_encoding_that_does_not_fit(self) -> None:
        path = write("a.txt", "Мост открыли".encode("cp1251"))
        assert trouble(path, encoding="utf-8").startswith(
            "a.txt: the byte at offset 0 is not utf-8"
        )

    def test_the_others_go_on_in_order(self) -> None:
        found = read(write("a.txt"), "b.txt", write("c.txt"))
        assert [type(each) for each in found] == [Article, SourceError, Article]

    @pytest.mark.parametrize("options", [{"encoding": "klingon"}, {"published": "вчера"}])
    def test_wrong_options_are_told_before_anything_is_read(self, options: dict[str, str]) -> None:
        with pytest.raises(UsageError):
            read_articles(["a.txt"], **options)

    @pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
    def test_a_file_name_in_another_encoding_can_be_printed(self) -> None:
        path = os.fsdecode("новость.txt".encode("koi8-r"))
        article = read_one(write(path))
        assert article.source == "\ufffd" * 7 + ".txt"

    @given(st.binary())
    def test_any_bytes_are_an_article_or_an_error(self, data: bytes) -> None:
        for name in ("any.txt", "any.jsonl"):
            for found in read(write(name, data)):
                assert isinstance(found, Article | SourceError)
