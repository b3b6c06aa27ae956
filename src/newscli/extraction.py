"""Articles in, their entities out: where the pipeline and the gathering meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newscli.collection import collect_all_rarely, collection_paused
from newscli.gathering.article import gather
from newscli.pipeline.assembly import load
from newscli.pipeline.findings import Findings
from newscli.pipeline.reader import find
from newscli.records import Article, ArticleEntities
from newscli.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from newscli.corrections import Corrections

Extract = Callable[[Sequence[Article]], Iterator[ArticleEntities]]


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
    settings = Settings(
        min_score=min_score, adjectives=adjectives, with_text=with_text, corrections=corrections
    )
    (found,) = find_entities([article], nlp or load(), settings)
    return found


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
    settings = Settings(
        min_score=min_score, adjectives=adjectives, with_text=with_text, corrections=corrections
    )
    nlp = nlp or load()
    for article in articles:
        # All of it at once: who is given one may have other work for `nlp`.
        yield from list(find_entities([article], nlp, settings))


def extractor(settings: Settings) -> Extract:
    """A function from articles to their results, each as soon as it is there, in flat memory.

    It may be called often, one call after the other. It has a pipeline of its own,
    `settings.model`, and is for a process that does nothing else.

    Raises:
        UsageError: there is no such pipeline.
    """
    collect_all_rarely()
    nlp = load(settings.model)
    return lambda articles: find_entities(articles, nlp, settings)


def find_entities(
    articles: Sequence[Article], nlp: Language, settings: Settings
) -> Iterator[ArticleEntities]:
    """What `settings` ask for of each article; `nlp` is the pipeline of `settings.model`.

    Some are read together, which is faster and changes nothing.
    """
    found = find(
        ((article.text, article.published) for article in articles),
        nlp,
        min_score=settings.min_score,
        surroundings=settings.adjectives,
    )
    for article in articles:
        yield _gather(article, _up_to_last(found), settings)
    next(found, None)  # there is no more: now it lets go of what it read


def _up_to_last(found: Iterator[tuple[Findings, bool]]) -> Iterator[Findings]:
    """The parts of the next text."""
    for part, is_last in found:
        yield part
        if is_last:
            return


def _gather(article: Article, parts: Iterable[Findings], settings: Settings) -> ArticleEntities:
    """The entities of an article, from what was found in its parts."""
    text, related = article.text, None
    # What few ask for is imported when somebody does: every start would wait for it.
    if settings.adjectives:
        from newscli.gathering.related_places import RelatedPlaces

        related = RelatedPlaces()
    findings = Findings(text)
    for part in parts:
        findings.add(part)
        if related:
            related.add(part)
    with collection_paused():
        entities = gather(findings, article)
    if settings.corrections:
        from newscli.gathering.correcting import correct

        entities = correct(entities, settings.corrections)
    return replace(
        entities,
        related_places=related.gather() if related else None,
        text=text if settings.with_text else None,
    ).only(settings.kinds)
