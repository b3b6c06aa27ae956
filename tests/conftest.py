"""What all tests share: the pipeline, loaded once, and a way to write an article down."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import newscli


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that ships."""
    return newscli.load()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article in a file: a header line, two people, two places, a date."""
    path = tmp_path / "article.txt"
    path.write_text(
        " date 2025-09-03 Паром вернулся в порт\n\n"
        "Капитан Анна Иванова рассказала 28 июня, что паром вернулся в Калининград. "
        "По словам Ивановой, пассажиры из России и Польши здоровы.\n",
        encoding="utf-8",
    )
    return path
