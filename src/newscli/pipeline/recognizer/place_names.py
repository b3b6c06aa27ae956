"""Names of places: a street has its class word, a town has not, and a side is no part of either."""

from __future__ import annotations

import re
from itertools import pairwise

from newscli.pipeline.names.dictionary import has_grammeme, is_known
from newscli.pipeline.places.gazetteer import entries_named, name_key
from newscli.pipeline.recognizer.dictionary import (
    agree,
    is_adjective,
    is_thing,
    lemma,
    may_be,
    tags,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join, put, put_each
from newscli.pipeline.recognizer.well_known import ORGANISATIONS

# `на северо-востоке Москвы`, `рейс Москва — Сочи`: a part of the place, or a way between two.
_SIDES = frozenset(
    (
        *("север", "юг", "запад", "восток", "северо-запад", "северо-восток", "юго-запад"),
        *("юго-восток", "центр", "окраина", "пригород", "граница", "берег", "побережье"),
        *("трасса", "рейс", "авиарейс", "поезд", "автобус", "маршрут", "паром", "электричка"),
        *("нефтепровод", "газопровод", "перегон", "столица", "город", "посёлок", "село"),
        *("деревня", "станица", "хутор", "аул"),
    )
)
_REGION_WORDS = frozenset(
    ("провинции", "штата", "графства", "префектуры", "уезда", "департамента", "земли", "кантона")
)
# `СКА-Хабаровск`, `КазТАГ`.
_ORGANISATION = re.compile("[А-ЯЁ]{2,}-[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+[А-ЯЁ]{2,}")
_DASHES = (["-"], ["–"], ["—"])
# States of two names.
_FIRST_OF_TWO = frozenset(("тринидад", "босния", "антигуа", "сент-китс", "сан-томе"))
# Who does this to somebody in sports.
_WINS = frozenset(
    (
        *("обыграть", "обыгрывать", "разгромить", "победить", "переиграть", "одолеть", "уступить"),
        *("проиграть", "принять", "принимать"),
    )
)
_CLUBS = frozenset(("зенит", "спартак", "цска", "динамо", "локомотив", "ска", "торпедо", "рубин"))
# No clock has one figure behind the colon.
_SCORE = re.compile(r" (?:[–—-] )?\(?\d{1,3}:\d(?!\d)")
_STREETS = (
    *("улица", "улицы", "улице", "улицу", "улицей", "ул.", "проспект", "проспекта", "проспекту"),
    *("проспектом", "проспекте", "пр-т", "переулок", "переулка", "переулке", "площадь", "площади"),
    *("бульвар", "бульвара", "бульваре", "набережная", "набережной", "набережную"),
)
# Those that a town has many of, or has a middle one of.
_OF_TOWNS = frozenset(("улицы", "площади", "площадь", "набережной", "набережную", "проспекте"))
# Those that may be short for another word, too: `пер. с англ. М. Лозинского`.
_SHORT_STREETS = ("пер.", "пл.", "наб.", "пр.", "б-р", "ш.")
_STREETS_OF_BOTH_CASES = (*_STREETS, *(street.capitalize() for street in _STREETS))
_NAME = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_STREET_OR_TOWN = re.compile(
    rf"(?P<street>\b(?:{'|'.join(map(re.escape, _STREETS_OF_BOTH_CASES))})"
    rf"\s(?:[А-ЯЁ]\.\s?){{0,2}}{_NAME}"
    rf"|(?<!\bи )\b(?:{'|'.join(map(re.escape, _SHORT_STREETS))})\s{_NAME})"
    rf"|\bг\.\s?(?P<town>{_NAME})\b"
)
# The tokens that one of these begins with.
_BEGINNINGS = frozenset(
    (
        *(*_STREETS_OF_BOTH_CASES, *_SHORT_STREETS, "ул", "Ул", "пр", "Пр", "г.", "г"),
        *("пер", "пл", "наб", "б", "ш"),
    )
)
# `в Курской, Брянской и Калужской областях`: an adjective with nothing behind it.
_OF_REGIONS = {
    f"{end}{case}": f"{end}{lemma}"
    for end in ("ск", "цк")
    for case, lemma in (
        *(("ой", "ая область"), ("ую", "ая область"), ("ом", "ий край"), ("ого", "ий край")),
        ("ому", "ий край"),
    )
}
_REGION_ENDINGS = tuple(_OF_REGIONS)
_BEHIND_REGIONS = frozenset((*",.;:)–—", "и", "или", "а"))
_STREET = frozenset(("Geox", "femn", "loct"))
_ON_STREET = re.compile("[А-ЯЁ][а-яё]+(?:ке|ской|цкой|ной|вой)")
# How sure it is of a name that only the word before it tells.
_CALLED_SO = 0.8


def leave_sides(tokens: Tokens, scores: Scores) -> Scores:
    """`Север Москвы`: a word in small letters, or first, is a part of a place, not of its name."""
    return {
        mention._replace(start=mention.start + side)
        if (side := _side(tokens, mention))
        else mention: score
        for mention, score in scores.items()
    }


def _side(tokens: Tokens, mention: Mention) -> int:
    """How many tokens of a mention only say which part of the place is meant."""
    start, end, label = mention
    if label != "LOC" or end - start < 2:
        return 0
    begins_sentence = tokens.begins_sentence[start]
    if begins_sentence or tokens.words[start].islower():
        for size in (1, 3):  # `Юго-восток` is three
            if size < end - start and lemma(tokens.between(start, start + size)) in _SIDES:
                return size
    # `Мост Керчь–Тамань`
    if (
        begins_sentence
        and tokens.words[end : end + 1] in _DASHES
        and tokens.words[start + 1] != "-"
        and is_thing(tokens.words[start])
    ):
        return 1
    return 0


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
    """`СКА-Хабаровск`, `КазТАГ`, `ИНТЕРФАКС-ЮГ`: what a part of the word says is no place.

    Nor is what everybody knows and the dictionary does not: `Сбер`.
    """
    return {
        mention._replace(label="ORG")
        if mention.label == "LOC" and _is_organisation(tokens, mention)
        else mention: score
        for mention, score in scores.items()
    }


def rename_routes(tokens: Tokens, scores: Scores) -> Scores:
    """`Владимир — Суздаль`: from a place, one goes to a place."""
    for before, mention in pairwise(scores):
        if {before.label, mention.label} == {"LOC", "PER"} and tokens.words[
            before.end : mention.start
        ] in _DASHES:
            person = before if before.label == "PER" else mention
            if person.size == 1 and has_grammeme(tokens.words[person.start].lower(), "Geox"):
                scores = put(scores, person._replace(label="LOC"), scores[person])
    return scores


def join_states(tokens: Tokens, scores: Scores) -> Scores:
    """`Тринидад и Тобаго`: one state."""
    for before, mention in pairwise(scores):
        if before.label == mention.label == "LOC" and (
            (
                tokens.words[before.end : mention.start] == ["и"]
                and lemma(tokens.text_of(before)) in _FIRST_OF_TWO
            )
            or (
                tokens.words[before.end : mention.start] in _DASHES
                and tokens.text_of(before) == "Папуа"
                and tokens.words[mention.start].startswith("Нов")
            )
        ):
            scores = join(scores, Mention(before.start, mention.end, "LOC"))
    return scores


def join_described(tokens: Tokens, scores: Scores) -> Scores:
    """`Единая` + `Россия`: an adjective is no organisation without what it describes."""
    for before, mention in pairwise(scores):
        if (
            (before.label, mention.label) == ("ORG", "LOC")
            and before.size == 1
            and before.end == mention.start
            and agree(tokens.words[before.start], tokens.words[mention.start])
        ):
            scores = join(scores, Mention(before.start, mention.end, "ORG"))
    return scores


def name_regions(tokens: Tokens, scores: Scores) -> Scores:
    """`в Курской, Брянской и Калужской областях`: regions that share a class word."""
    names = []
    for at in tokens.capitals_ending(_REGION_ENDINGS):
        word = tokens.words[at]
        ending = next(filter(word.endswith, _REGION_ENDINGS))
        region = word.removesuffix(ending) + _OF_REGIONS[ending]
        if (
            tokens.words[at + 1] in _BEHIND_REGIONS
            and not tokens.begins_sentence[at]
            and entries_named(name_key(region))
        ):
            names.append(Mention(at, at + 1, "LOC"))
    return put_each(scores, names, _CALLED_SO)


def rename_rivals(tokens: Tokens, scores: Scores) -> Scores:
    """`Зенит обыграл Краснодар`, `Тампа – Бостон 4:2`: whom a club plays is a club.

    States have teams of their own.
    """
    for before, mention in pairwise(scores):
        labels = before.label, mention.label
        if mention.start - before.end != 1 or "LOC" not in labels:
            continue
        between = tokens.words[before.end : mention.start]
        if between in _DASHES:
            is_match = _SCORE.match(tokens.text, tokens.ends[mention.end - 1]) is not None
            if labels != ("LOC", "LOC"):
                club = mention if before.label == "LOC" else before
                is_match = is_match or tokens.text_of(club).lower() in _CLUBS
        else:
            is_match = mention.label == "LOC" and lemma(between[0]) in _WINS
        rivals = [rival for rival in (before, mention) if rival.label == "LOC"]
        if (
            is_match
            and set(labels) <= {"LOC", "ORG"}
            and (len(rivals) == 1 or not any(_is_state(tokens, rival) for rival in rivals))
        ):
            for rival in rivals:
                if rival.size == 1:
                    scores = put(scores, rival._replace(label="ORG"), scores[rival])
    return scores


def _is_state(tokens: Tokens, place: Mention) -> bool:
    """Whether a place is a country, whose team needs no club."""
    key = name_key(lemma(tokens.text_of(place)))
    return any(entry.kind == "country" for entry in entries_named(key))


def _is_organisation(tokens: Tokens, mention: Mention) -> bool:
    words, (start, end, _) = tokens.words, mention
    word = words[start].lower()
    return bool(_ORGANISATION.fullmatch(tokens.text_of(mention))) or (
        word in ORGANISATIONS
        and (not is_known(word) if end - start == 1 else words[start + 1] == "-")
    )


def _is_street_of(tokens: Tokens, place: Mention, scores: Scores) -> bool:
    """`улицы Сеула`, `площади Курска`: streets of a town, not one called after it."""
    town = Mention(place.end - 1, place.end, "LOC")
    return (
        place.size > 1
        and town in scores
        and tokens.words[place.start].lower() in _OF_TOWNS
        and any({"Geox", "gent"} <= tag.grammemes for tag in tags(tokens.words[town.start]))
    )


def name_streets(tokens: Tokens, scores: Scores) -> Scores:
    """`на Тверской`, `на Шаболовке`, `на Поклонной горе`: where, with a capital in a sentence."""
    words = tokens.words
    for at, word in enumerate(words[:-1]):
        if word != "на" or not _ON_STREET.fullmatch(words[at + 1]):
            continue
        is_named = is_adjective(words[at + 1])
        # `на Востоке`: no street
        is_street = not is_known(words[at + 1].lower()) or any(
            tag.grammemes >= _STREET for tag in tags(words[at + 1])
        )
        if not is_named and not is_street:
            continue
        following = words[at + 2] if at + 2 < len(words) else "."
        end = at + 3 if is_named and following == "горе" else at + 2
        if is_named and end == at + 2 and following.isalpha() and may_be(following, "loct"):
            continue
        name = Mention(at + 1, end, "LOC")
        if not any(other.overlaps(name) for other in scores):
            scores = put(scores, name, _CALLED_SO)
    return scores


def name_after_places(tokens: Tokens, scores: Scores) -> Scores:
    """`проспект Победы`, `г. Находка`: a street with its class word, a town without."""
    if _BEGINNINGS.isdisjoint(tokens.forms):
        return scores
    people: dict[int, Mention] = {}
    for found in _STREET_OR_TOWN.finditer(tokens.text):
        place = tokens.mention(*found.span("street" if found["street"] else "town"), "LOC")
        if place is not None and _is_street_of(tokens, place, scores):
            continue
        if place is not None and found["street"]:
            # `улица Карла Маркса`
            people = people or {other.start: other for other in scores if other.label == "PER"}
            owner = people.get(place.end - 1)
            if owner and owner.size > 1 and may_be(tokens.words[owner.end - 1], "gent"):
                place = place._replace(end=owner.end)
        if place is not None and all(
            other.size < place.size and place.start <= other.start and other.end <= place.end
            for other in scores
            if other.overlaps(place)
        ):
            scores = put(scores, place, _CALLED_SO)
    return scores
