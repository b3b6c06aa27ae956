"""What the sample articles hold, found once."""

from __future__ import annotations

import pytest
from spacy.language import Language

import newscli
from newscli.reading.sources import find_sources, read_articles
from newscli.records import Article, ArticleEntities


@pytest.fixture(scope="session")
def samples(nlp: Language) -> list[ArticleEntities]:
    """The results of `data/articles`, with all that can be asked for."""
    articles = read_articles(find_sources(["data/articles"]))
    return list(
        newscli.extract_all(
            (article for article in articles if isinstance(article, Article)),
            nlp=nlp,
            with_text=True,
            adjectives=True,
        )
    )
