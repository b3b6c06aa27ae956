"""What all tests share: the pipeline, loaded once, and a way to write an article down."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

import newscli
from tests import quick_model

# Tables are built when first asked for, and a busy machine takes its time: what is slow is told by
# benchmarks.
settings.register_profile("newscli", deadline=None)
settings.load_profile("newscli")


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


@pytest.fixture
def quick(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with the installed quick model, which worker processes find as this one does."""
    folder = tmp_path_factory.mktemp("packages")
    quick_model.install(folder)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder
