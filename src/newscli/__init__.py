"""People, places, organisations and dates from Russian news: facts, not strings.

>>> import newscli
>>> nlp = newscli.load()
>>> [(span.text, span.label_) for span in nlp("Путин прибыл в Пекин 3 сентября.").ents]
[('Путин', 'PER'), ('Пекин', 'LOC'), ('3 сентября', 'DATE')]
>>> article = newscli.Article("Путин прибыл в Пекин.", source="-", published="2025-09-03")
>>> newscli.extract(article).places[0].name
'Пекин'
>>> newscli.nominative(nlp("В Министерстве иностранных дел ждут.")[1:4])
'Министерство иностранных дел'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscli.extraction import extract, extract_all
    from newscli.pipeline.assembly import load
    from newscli.pipeline.names.component import nominative
    from newscli.reading.corrections import load_corrections
    from newscli.reading.sources import find_sources, read_articles
    from newscli.records import Article, ArticleEntities

# Where each public name lives. They are imported when first used: `newscli --help` must not wait
# for spaCy.
_HOMES = {
    "Article": "newscli.records",
    "ArticleEntities": "newscli.records",
    "extract": "newscli.extraction",
    "extract_all": "newscli.extraction",
    "find_sources": "newscli.reading.sources",
    "load": "newscli.pipeline.assembly",
    "load_corrections": "newscli.reading.corrections",
    "nominative": "newscli.pipeline.names.component",
    "read_articles": "newscli.reading.sources",
}

__all__ = [
    "Article",
    "ArticleEntities",
    "extract",
    "extract_all",
    "find_sources",
    "load",
    "load_corrections",
    "nominative",
    "read_articles",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
