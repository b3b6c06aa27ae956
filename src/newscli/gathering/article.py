"""All mentions of one article → its entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.gathering.dates import NO_PUBLICATION_DATE, gather_dates, is_relative
from newscli.gathering.organizations import gather_organizations
from newscli.gathering.people import gather_people
from newscli.gathering.places import count_countries, gather_places
from newscli.records import Article, ArticleEntities

if TYPE_CHECKING:
    from spacy.tokens import Doc


def gather(doc: Doc, article: Article) -> ArticleEntities:
    """The entities of `article`, whose text the pipeline has turned into `doc`."""
    dates = gather_dates(doc)
    places = gather_places(doc)
    warnings = article.warnings
    if article.published is None and any(map(is_relative, dates)):
        warnings = (*warnings, NO_PUBLICATION_DATE)
    return ArticleEntities(
        source=article.source,
        title=article.title,
        published=article.published,
        people=gather_people(doc),
        places=places,
        organizations=gather_organizations(doc),
        dates=dates,
        countries=count_countries(places),
        warnings=warnings,
    )
