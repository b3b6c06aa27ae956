"""A text that is read in parts: what is found is of the whole."""

from __future__ import annotations

import pytest
from spacy.language import Language

import newscli
from newscli.pipeline import parts
from newscli.records import Article, ArticleEntities

PUBLISHED = "2025-09-03"
STORY = (
    "Президент Ильхам Алиев прибыл в Пекин.\n\n"
    "В 2010 году Алиев открыл там завод «Азнефть».\n\n"
    "Торжества прошли 28 июня, в Пекине ждали Дмитрия Пескова.\n\n"
    "Вчера Песков уехал из Азербайджана, сообщило агентство «Интерфакс».\n\n"
)


@pytest.fixture
def _short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONGEST_PART", 70)
    monkeypatch.setattr(parts, "_SLACK", 40)


def read(nlp: Language, text: str, **options: bool) -> ArticleEntities:
    return newscli.extract(Article(text, "a.txt", published=PUBLISHED), nlp=nlp, **options)


@pytest.mark.usefixtures("_short_parts")
def test_parts_are_cut_in_these_tests() -> None:
    assert len(list(parts.text_parts(STORY))) == 4


@pytest.mark.usefixtures("_short_parts")
def test_mentions_of_all_parts_are_gathered_together(nlp: Language) -> None:
    found = read(nlp, STORY)
    assert [(person.name, len(person.mentions)) for person in found.people] == [
        ("Ильхам Алиев", 2),
        ("Дмитрий Песков", 2),
    ]
    assert [(place.name, len(place.mentions)) for place in found.places] == [
        ("Пекин", 2),
        ("Азербайджан", 1),
    ]


@pytest.mark.usefixtures("_short_parts")
def test_offsets_count_in_the_whole_text(nlp: Language) -> None:
    found = read(nlp, STORY, adjectives=True)
    for entity in (*found.people, *found.places, *found.organizations, *found.dates):
        for mention in entity.mentions:
            assert STORY[mention.start : mention.end] == mention.text


@pytest.mark.usefixtures("_short_parts")
def test_a_date_leans_on_one_of_an_earlier_part(nlp: Language) -> None:
    dates = {date.mentions[0].text: date for date in read(nlp, STORY).dates}
    june = dates["28 июня"]
    assert june.value.value == "2010-06-28"
    (mention,) = june.mentions
    assert (mention.anchor, mention.anchor_text) == ("text", "2010 году")
    assert STORY[mention.anchor_start : mention.anchor_end] == "2010 году"
    assert dates["Вчера"].value.value == "2025-09-02"


@pytest.mark.usefixtures("_short_parts")
def test_what_adjectives_point_to_is_of_all_parts(nlp: Language) -> None:
    text = "Это решение российских судов стало новостью для всех.\n\n" * 3
    related = read(nlp, text, adjectives=True).related_places
    assert related is not None
    assert [(place.name, len(place.mentions)) for place in related] == [("Россия", 3)]
    for mention in related[0].mentions:
        assert text[mention.start : mention.end] == mention.text


def test_a_text_in_parts_gives_what_it_gives_whole(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read(nlp, STORY)
    monkeypatch.setattr(parts, "LONGEST_PART", 70)
    monkeypatch.setattr(parts, "_SLACK", 40)
    # Scores apart: the network sees the neighbours of a sentence's words, and no more.
    assert without_scores(read(nlp, STORY)) == without_scores(whole)


def without_scores(found: ArticleEntities) -> list[object]:
    return [
        (
            getattr(entity, "name", None),
            [(one.start, one.end, one.normal) for one in entity.mentions],
        )
        for kind in (found.people, found.places, found.organizations, found.dates)
        for entity in kind
    ]
