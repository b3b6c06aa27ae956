"""One article in, its entities out: where the pipeline and the gathering meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newscli.gathering.article import gather
from newscli.pipeline.assembly import load
from newscli.pipeline.findings import FindingsReader
from newscli.pipeline.tokens import bounded_vocabulary
from newscli.records import Article, ArticleEntities

if TYPE_CHECKING:
    from spacy.language import Language

    from newscli.corrections import Corrections


def extract(
    article: Article,
    *,
    nlp: Language | None = None,
    with_text: bool = False,
    adjectives: bool = False,
    min_score: float = 0.0,
    corrections: Corrections | None = None,
) -> ArticleEntities:
    """Find the people, places, organisations and dates of one article.

    `nlp` is a pipeline of `newscli.load()`; without one it is loaded, which takes a moment: load
    it once for many articles. `with_text` keeps the article's text beside what was found in it,
    `adjectives` the places that adjectives, inhabitants and seats of power point to.
    Mentions with a score below `min_score` are left out before it is settled who is who;
    `corrections`, of `newscli.load_corrections()`, have the last word on it.
    """
    nlp = nlp or load()
    doc = nlp.make_doc(article.text)
    doc._.published = article.published
    findings = FindingsReader(article.text, min_score=min_score).read(nlp(doc))
    related = None
    # What few ask for is imported when somebody does: every start would wait for it.
    if adjectives:
        from newscli.gathering.related_places import RelatedPlaces

        related_places = RelatedPlaces()
        related_places.add(findings)
        related = related_places.gather()
    found = gather(findings, article)
    if corrections:
        from newscli.gathering.correcting import correct

        found = correct(found, corrections)
    return replace(found, related_places=related, text=article.text if with_text else None)


def extract_all(
    articles: Iterable[Article],
    *,
    nlp: Language | None = None,
    with_text: bool = False,
    adjectives: bool = False,
    min_score: float = 0.0,
    corrections: Corrections | None = None,
) -> Iterator[ArticleEntities]:
    """`extract` for a stream of any length, one by one as they come, in flat memory."""
    nlp = nlp or load()
    for article in articles:
        with bounded_vocabulary(nlp):
            found = extract(
                article,
                nlp=nlp,
                with_text=with_text,
                adjectives=adjectives,
                min_score=min_score,
                corrections=corrections,
            )
        yield found
