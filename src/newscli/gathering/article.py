"""All mentions of one article → its entities."""

from __future__ import annotations

from newscli.gathering.dates import NO_PUBLICATION_DATE, gather_dates, is_relative
from newscli.gathering.organizations import gather_organizations
from newscli.gathering.people import gather_people
from newscli.gathering.places import count_countries, gather_places
from newscli.pipeline.findings import Findings
from newscli.records import Article, ArticleEntities


def gather(found: Findings, article: Article) -> ArticleEntities:
    """The entities of `article`, in whose text the pipeline has `found` this."""
    dates = gather_dates(found)
    places = gather_places(found)
    warnings = article.warnings
    if article.published is None and any(map(is_relative, dates)):
        warnings = (*warnings, NO_PUBLICATION_DATE)
    return ArticleEntities(
        source=article.source,
        title=article.title,
        published=article.published,
        people=gather_people(found),
        places=places,
        organizations=gather_organizations(found),
        dates=dates,
        countries=count_countries(places),
        warnings=warnings,
    )
