"""All mentions of one article → its entities."""

from __future__ import annotations

from spacy.tokens import Doc

from newscli.gathering.dates import gather_dates
from newscli.gathering.organizations import gather_organizations
from newscli.gathering.people import gather_people
from newscli.gathering.places import gather_places
from newscli.records import Article, ArticleEntities, DateExpression

NO_PUBLICATION_DATE = "no publication date: relative dates are left unresolved"


def gather(doc: Doc, article: Article) -> ArticleEntities:
    """The entities of `article`, whose text the pipeline has turned into `doc`."""
    dates = gather_dates(doc)
    warnings = article.warnings
    if article.published is None and any(map(_is_relative, dates)):
        warnings = (*warnings, NO_PUBLICATION_DATE)
    return ArticleEntities(
        source=article.source,
        title=article.title,
        published=article.published,
        people=gather_people(doc),
        places=gather_places(doc),
        organizations=gather_organizations(doc),
        dates=dates,
        warnings=warnings,
    )


def _is_relative(date: DateExpression) -> bool:
    """Whether a day was meant that only the day of publication would tell."""
    value = date.value.value
    return (
        date.value.type in ("date", "time")
        and value is not None
        and (value.startswith("X") or value.endswith("_REF"))
    )
