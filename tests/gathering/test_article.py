"""All entities of one article together."""

from __future__ import annotations

import pytest

from newscli.gathering.article import NO_PUBLICATION_DATE, gather
from newscli.pipeline.findings import findings_of
from newscli.records import Article, ArticleEntities, DateValue
from tests.named_docs import named_doc

DAY = DateValue("date", "2024-12-25", None, "2024-12-25", "2024-12-25")
OPEN_DAY = DateValue("date", "XXXX-06-28")
LENGTH = DateValue("duration", "P3D")


def gathered(
    date: DateValue, published: str | None, warnings: tuple[str, ...] = ()
) -> ArticleEntities:
    doc = named_doc("[Вчера](DATE) [Ильхам Алиев](PER) прибыл в [Пекин](LOC), сообщил [МИД](ORG).")
    doc.ents[0]._.timex = date
    return gather(findings_of(doc), Article(doc.text, "a.txt", "Визит", published, warnings))


def test_every_list_is_filled_and_the_article_is_told() -> None:
    entities = gathered(DAY, "2025-09-03")
    assert (entities.source, entities.title, entities.published) == ("a.txt", "Визит", "2025-09-03")
    assert [person.name for person in entities.people] == ["Ильхам Алиев"]
    assert [place.name for place in entities.places] == ["Пекин"]
    assert [one.name for one in entities.organizations] == ["МИД"]
    assert [date.value for date in entities.dates] == [DAY]
    assert ArticleEntities.from_dict(entities.to_dict()) == entities


@pytest.mark.parametrize(
    ("date", "published", "warnings"),
    [
        (OPEN_DAY, None, ("odd bytes", NO_PUBLICATION_DATE)),
        (OPEN_DAY, "2025-09-03", ("odd bytes",)),
        (DAY, None, ("odd bytes",)),
        (LENGTH, None, ("odd bytes",)),
    ],
)
def test_dates_left_open_are_warned_of(
    date: DateValue, published: str | None, warnings: tuple[str, ...]
) -> None:
    assert gathered(date, published, ("odd bytes",)).warnings == warnings
