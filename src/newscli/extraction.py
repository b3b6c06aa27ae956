"""One article in, its entities out: where the pipeline and the gathering meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from newscli.gathering.article import gather
from newscli.pipeline.assembly import load
from newscli.records import Article, ArticleEntities
from newscli.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from newscli.corrections import Corrections

Extract = Callable[[Sequence[Article]], list[ArticleEntities]]

# Characters that one memory zone of spaCy takes: some two hundred articles.
_ZONE = 400_000


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
    return find_entities(article, nlp or load(), settings)


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
        # spaCy remembers every new word until its memory zone ends: this one is closed whenever
        # the caller, who may use `nlp` too, has its turn.
        with nlp.memory_zone():
            found = find_entities(article, nlp, settings)
        yield found


@contextmanager
def extracting(settings: Settings) -> Iterator[Extract]:
    """A function from articles to their results, in flat memory however often it is called.

    It has a pipeline of its own, `settings.model`. A memory zone of it holds some hundred articles,
    which saves a tenth of the time against one for each.

    Raises:
        UsageError: there is no such pipeline.
    """
    nlp = load(settings.model)
    room = 0

    def extract_batch(articles: Sequence[Article]) -> list[ArticleEntities]:
        nonlocal room
        if room <= 0:
            zone.close()
            zone.enter_context(nlp.memory_zone())
            room = _ZONE
        room -= sum(len(article.text) for article in articles)
        return [find_entities(article, nlp, settings) for article in articles]

    with ExitStack() as zone:
        yield extract_batch


def find_entities(article: Article, nlp: Language, settings: Settings) -> ArticleEntities:
    """What `settings` ask for of one article; `nlp` is the pipeline of `settings.model`."""
    doc = nlp.make_doc(article.text)
    doc._.published = article.published
    doc = nlp(doc)
    related = None
    # What few ask for is imported when somebody does: every start would wait for it.
    if settings.adjectives:
        from newscli.gathering.related_places import gather_related_places

        related = gather_related_places(doc)
    if settings.min_score:
        doc.ents = [
            span for span in doc.ents if span._.score is None or span._.score >= settings.min_score
        ]
    found = gather(doc, article)
    if settings.corrections:
        from newscli.gathering.correcting import correct

        found = correct(found, settings.corrections)
    text = article.text if settings.with_text else None
    return replace(found, related_places=related, text=text).only(settings.kinds)
