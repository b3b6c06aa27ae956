"""One article in, its entities out: where the pipeline and the gathering meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from newscli.gathering.article import gather
from newscli.pipeline.assembly import load
from newscli.records import Article, ArticleEntities

if TYPE_CHECKING:
    from spacy.language import Language

# spaCy remembers every new word of a text until its memory zone ends. A zone of a hundred
# articles keeps the memory of a run flat and costs nothing; one for each article would throw away
# the tokenizer's cache, too, and take half as long again.
ZONE = 100


def extract(article: Article, *, nlp: Language | None = None) -> ArticleEntities:
    """Find the people, places, organisations and dates of one article.

    `nlp` is a pipeline of `newscli.load()`; without one it is loaded, which takes a moment: load
    it once for many articles.
    """
    nlp = nlp or load()
    doc = nlp.make_doc(article.text)
    doc._.published = article.published
    return gather(nlp(doc), article)


def extract_all(
    articles: Iterable[Article], *, nlp: Language | None = None
) -> Iterator[ArticleEntities]:
    """`extract` for a stream of any length, one by one as they come, in flat memory."""
    nlp = nlp or load()
    articles = iter(articles)
    for first in articles:
        with nlp.memory_zone():
            for article in chain([first], islice(articles, ZONE - 1)):
                yield extract(article, nlp=nlp)
