"""Names of places: a street has its class word, a town has not, and a side is no part of either."""

from __future__ import annotations

import re

from newscli.pipeline.recognizer.dictionary import is_adjective, lemma
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, put

# `на северо-востоке Москвы`: a part of the place, not of its name.
_SIDES = frozenset(
    (
        *("север", "юг", "запад", "восток", "северо-запад", "северо-восток", "юго-запад"),
        *("юго-восток", "центр", "окраина", "пригород", "граница", "берег", "побережье"),
    )
)
_REGION_WORDS = frozenset(
    ("провинции", "штата", "графства", "префектуры", "уезда", "департамента", "земли", "кантона")
)
_ACRONYM_AND_PLACE = re.compile("[А-ЯЁ]{2,}-[А-ЯЁ][а-яё]+")
_STREETS = (
    *("улица", "улицы", "улице", "улицу", "улицей", "ул.", "проспект", "проспекта", "проспекту"),
    *("проспектом", "проспекте", "пр-т", "переулок", "переулка", "переулке", "площадь", "площади"),
    *("бульвар", "бульвара", "бульваре", "набережная", "набережной", "набережную"),
)
_STREETS_OF_BOTH_CASES = (*_STREETS, *(street.capitalize() for street in _STREETS))
_NAME = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_STREET_OR_TOWN = re.compile(
    rf"(?P<street>\b(?:{'|'.join(map(re.escape, _STREETS_OF_BOTH_CASES))})\s{_NAME})"
    rf"|\bг\.\s?(?P<town>{_NAME})\b"
)
# The tokens that one of these begins with.
_BEGINNINGS = frozenset((*_STREETS_OF_BOTH_CASES, "ул", "Ул", "пр", "Пр", "г.", "г"))
# How sure it is of a name that only the word before it tells.
_CALLED_SO = 0.8


def leave_sides(tokens: Tokens, scores: Scores) -> Scores:
    """`Север Москвы`: a word that only begins a sentence is a part of a place, not of its name."""
    return {
        mention._replace(start=mention.start + 1)
        if mention.label == "LOC"
        and mention.size > 1
        and tokens.begins_sentence[mention.start]
        and lemma(tokens.words[mention.start]) in _SIDES
        else mention: score
        for mention, score in scores.items()
    }


def part_places(tokens: Tokens, scores: Scores) -> Scores:
    """`Наньпине провинции Фуцзянь`: a place, and what it lies in, are two."""
    words = tokens.words
    if _REGION_WORDS.isdisjoint(tokens.forms):
        return scores
    parted: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        inner = next((at for at in range(start + 1, end - 1) if words[at] in _REGION_WORDS), None)
        if label == "LOC" and inner and not is_adjective(words[inner - 1]):
            parted[Mention(start, inner, "LOC")] = score
            mention = Mention(inner + 1, end, "LOC")
        parted[mention] = score
    return parted


def rename_acronyms(tokens: Tokens, scores: Scores) -> Scores:
    """`СКА-Хабаровск`: what the first part of the name says is no place."""
    return {
        mention._replace(label="ORG")
        if mention.label == "LOC" and _ACRONYM_AND_PLACE.fullmatch(tokens.text_of(mention))
        else mention: score
        for mention, score in scores.items()
    }


def name_after_places(tokens: Tokens, scores: Scores) -> Scores:
    """`проспект Победы`, `г. Находка`: a street with its class word, a town without."""
    if _BEGINNINGS.isdisjoint(tokens.forms):
        return scores
    for found in _STREET_OR_TOWN.finditer(tokens.text):
        place = tokens.mention(*found.span("street" if found["street"] else "town"), "LOC")
        if place is not None and all(
            other.size < place.size and place.start <= other.start and other.end <= place.end
            for other in scores
            if other.overlaps(place)
        ):
            scores = put(scores, place, _CALLED_SO)
    return scores
