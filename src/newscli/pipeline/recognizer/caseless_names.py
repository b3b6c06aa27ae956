"""Names that only the dictionary tells, in a text without letter case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newscli.pipeline.morphology import parses
from newscli.pipeline.names.dictionary import has_grammeme, is_known
from newscli.pipeline.places.gazetteer import entries_named, name_key
from newscli.pipeline.recognizer.caseless_words import (
    KNOWN,
    NO_PARTS_OF_NAMES,
    is_function_word,
    is_no_part,
)
from newscli.pipeline.recognizer.dictionary import is_post, lemma, may_be, tags
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join, put, put_each
from newscli.pipeline.recognizer.quoted_names import is_class_word, is_in_quotes

# How likely a word must be a surname.
_SURE = 0.7
_SURER = 0.9
_FIRST_NAME = frozenset(("Name", "sing"))
_SURNAME, _PLACE = frozenset(("Surn",)), frozenset(("NOUN", "Geox"))
# `аэропорт внуково`
_CALLED = frozenset(("аэропорт", "город", "посёлок", "село", "деревня", "станция", "порт"))
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMES_OF_PEOPLE = frozenset(("Surn", "Patr"))
_NOMINALS = frozenset(("NOUN", "ADJF", "PRTF"))
_ENDINGS_OF_MEN = ("ов", "ев", "ёв", "ин")
_ENDINGS_IN_OTHER_CASES = ("ского", "скому", "ским", "ском", "скую", "цкого", "цкому", "цким")
_ENDINGS = ("ский", "цкий", "ская", "цкая")
# People in the news who are called as hardly a thing in the news is.
_NAMESAKES_OF_THINGS = frozenset(
    (
        *("макрон", "макрона", "макрону", "макроном", "макроне", "байден", "байдена"),
        *("байдену", "байденом", "байдене", "орбан", "орбана", "орбану", "орбаном", "мерц"),
        *("мерца", "мерцу", "мерцем", "дудь", "дудя", "дудю", "дудём"),
    )
)
_ADVERBS = frozenset(("ADVB", "PRCL"))
_WHERE = frozenset(("в", "из", "под", "на", "до", "через"))
# Clubs that are called as towns and things are, and what tells that one is meant.
_CLUBS = frozenset(
    (
        *("локомотив", "авангард", "трактор", "металлург", "рубин", "урал", "арсенал", "химки"),
        *("сочи", "ростов", "ахмат", "краснодар", "факел", "шинник", "сибирь", "адмирал", "амур"),
        *("нефтехимик", "торпедо", "сокол", "енисей", "балтика", "оренбург", "интер", "милан"),
        *("барселона", "бавария", "ливерпуль", "реал", "атлетико", "порту", "бенфика", "аякс"),
        *("тампа", "бостон", "торонто", "монреаль", "вашингтон", "флорида", "лейпциг", "лацио"),
    )
)
_PLAYS = frozenset(
    (
        *("обыграть", "обыгрывать", "разгромить", "переиграть", "одолеть", "уступить", "проиграть"),
        *("выиграть", "сыграть", "забить", "пропустить", "арендовать"),
    )
)
_PLAYS_OR_PLAYERS = _PLAYS | frozenset(
    (
        *("вратарь", "защитник", "полузащитник", "нападающий", "форвард", "хавбек", "голкипер"),
        *("болельщик", "фанат", "игрок", "тренер", "матч", "футболист", "хоккеист"),
    )
)
# What one is on, and is no street.
_NO_STREETS = frozenset(("детской", "женской", "мужской", "морской", "городской", "взрослой"))
# Common nouns that are shops and airlines behind such a word.
_BRANDS = frozenset(
    (
        *("магнит", "лента", "озон", "перекрёсток", "перекресток", "дикси", "победа", "верный"),
        *("светофор", "монетка", "связной", "эльдорадо", "россия", "азимут", "самокат", "лавка"),
    )
)
# Whom a street is called after in every town.
_STREETS = frozenset(
    (
        *("ленина", "кирова", "гагарина", "пушкина", "калинина", "фрунзе", "чапаева", "маркса"),
        *("куйбышева", "свердлова", "дзержинского", "гоголя", "чехова", "горького", "крупской"),
        *("маяковского", "некрасова", "лермонтова", "толстого", "орджоникидзе", "чкалова"),
        *("щорса", "котовского", "будённого", "ворошилова", "луначарского", "энгельса"),
    )
)


def join_surnames(tokens: Tokens, scores: Scores) -> Scores:
    """`сергей лавров`: behind a first name, a word that may be a surname is one."""
    starts = {mention.start for mention in scores}
    for mention in scores:
        following = tokens.words[mention.end : mention.end + 1]
        if (
            mention.label == "PER"
            and mention.size == 1
            and mention.end not in starts
            and has_grammeme(tokens.words[mention.start].lower(), "Name")
            and has_grammeme("".join(following).lower(), "Surn")
            and all("NOUN" in tag.grammemes for tag in tags(following[0]))
        ):
            scores = join(scores, Mention(mention.start, mention.end + 1, "PER"))
    return scores


def join_halves(tokens: Tokens, scores: Scores) -> Scores:
    """`шерлока`, `холмса`: a first name, and right behind it somebody without one."""
    for before, mention in pairwise(scores):
        if (
            before.label == mention.label == "PER"
            and before.end == mention.start
            and before.size == mention.size == 1
            and has_grammeme(tokens.words[before.start].lower(), "Name")
            and not has_grammeme(tokens.words[mention.start].lower(), "Name")
            and before in scores
        ):
            scores = join(scores, Mention(before.start, mention.end, "PER"))
    return scores


def name_on_streets(tokens: Tokens, scores: Scores) -> Scores:
    """`лифт на гагарина`, `на кирова, 12`, `на советской закрыли`: streets.

    One is called after somebody in the genitive, or by an adjective without a noun.
    """
    words = (*tokens.words, ".")
    streets = [
        Mention(at + 1, at + 2, "LOC")
        for at, (word, name) in enumerate(pairwise(tokens.words))
        if word.lower() == "на"
        and (
            name.lower() in _STREETS
            or (_is_number_behind(words, at + 2) and _is_owner(name))
            or _is_street(name.lower(), words[at + 2])
        )
    ]
    return put_each(scores, streets, KNOWN, instead=("PER",))


def _is_street(word: str, following: str) -> bool:
    """Whether an adjective is what streets are called by, and has no noun behind it."""
    return (
        word.endswith(("ской", "цкой"))
        and word not in _NO_STREETS
        and any("femn" in tag.grammemes and tag.case == "loct" for tag in tags(word))
        and (not following.isalpha() or is_no_part(following))
    )


def _is_number_behind(words: Sequence[str], at: int) -> bool:
    """Whether the number of a house follows, behind a comma or at once."""
    return "".join(words[at : at + 2]).lstrip(",")[:1].isdigit()


def _is_owner(name: str) -> bool:
    """Whether a word may be a surname in the genitive."""
    return any({"Surn", "gent"} <= tag.grammemes for tag in tags(name))


def name_called_places(tokens: Tokens, scores: Scores) -> Scores:
    """`в селе широкино`, `посёлок саханка`: behind what it is, what a place is called."""
    places = (
        Mention(at + 1, at + 2, "LOC")
        for at, (word, name) in enumerate(pairwise(tokens.words))
        if lemma(word) in _CALLED
        and name.isalpha()
        and (not is_known(name.lower()) or may_be(name, "Geox"))
    )
    return put_each(scores, places, KNOWN, instead=("PER",))


def name_known(tokens: Tokens, scores: Scores) -> Scores:
    """`достоевского`, `с джайпуром`: what the dictionary has as a name and as hardly anything else.

    A place is one unless it may be part of a longer name.
    """
    for found in _WORD.finditer(tokens.text):
        label = _label_of(found[0])
        name = tokens.mention(*found.span(), label or "PER")
        if is_function_word(found[0]):
            continue
        if name is not None and not label and not _is_called(tokens, name):
            if not _is_place_alone(tokens, name) and not _is_small_place(tokens, name):
                continue
            name = name._replace(label="LOC")
        if (
            name is not None
            and (name.label == "PER" or _is_free(tokens, name, scores))
            and not any(other.overlaps(name) for other in scores)
            and not is_in_quotes(tokens, name)
        ):
            scores = put(scores, name, KNOWN)
    return scores


def _is_place_alone(tokens: Tokens, name: Mention) -> bool:
    """`дтп под курском`: what is a place unless a noun follows."""
    grammemes = [tag.grammemes for tag in tags(tokens.words[name.start])]
    following = tokens.words[name.end : name.end + 1]
    return (
        is_known(tokens.words[name.start].lower())
        and any(each >= _PLACE for each in grammemes)
        and all(each >= _PLACE or "ADJF" in each for each in grammemes)
        and not (following and following[0].isalpha() and tags(following[0])[0].POS in _NOMINALS)
    )


def _is_small_place(tokens: Tokens, name: Mention) -> bool:
    """`в широкино`: where something is, which the gazetteer knows and the dictionary does not."""
    word = tokens.words[name.start]
    return (
        name.start > 0
        and tokens.words[name.start - 1].lower() in _WHERE
        and name.size == 1
        and not is_known(word.lower())
        and any(entries_named(name_key(form)) for form in (word, lemma(word)))
    )


def _is_called(tokens: Tokens, name: Mention) -> bool:
    """`тётя вера`: behind who somebody is, in the same case, a first name is one."""
    if not name.start or not has_grammeme(tokens.words[name.start].lower(), "Name"):
        return False
    before = tokens.words[name.start - 1]
    return (
        before.isalpha()
        and is_post(before)
        and any(
            one.case == other.case and one.number == other.number
            for one in tags(before)
            for other in tags(tokens.words[name.start])
            if "Name" in other.grammemes and one.POS == "NOUN"
        )
    )


def _is_free(tokens: Tokens, name: Mention, scores: Scores) -> bool:
    """Whether nothing beside a place makes a longer name of it."""
    return _is_behind_preposition(tokens, name) or not any(
        other.end == name.start or other.start == name.end for other in scores
    )


def _is_behind_preposition(tokens: Tokens, name: Mention) -> bool:
    before = tokens.words[name.start - 1] if name.start else ""
    return bool(before) and (tags(before)[0].POS == "PREP" or lemma(before) in _CALLED)


def _label_of(word: str) -> str:
    """What a known word names as a surname most of the time, or as a place always; or nothing."""
    if word.lower() in _NAMESAKES_OF_THINGS:
        return "PER"
    if len(word) < 3 or not is_known(word.lower()):
        return ""
    surnames = (parse for parse in parses(word.lower()) if parse.tag.grammemes >= _SURNAME)
    if sum(parse.score for parse in surnames) > _SURE:
        return "PER"
    first_names = (parse for parse in parses(word.lower()) if parse.tag.grammemes >= _FIRST_NAME)
    if sum(parse.score for parse in first_names) > _SURER:
        return "PER"
    readings = [tag.grammemes for tag in tags(word)]
    is_place = all(reading >= _PLACE and "Abbr" not in reading for reading in readings)
    return "LOC" if is_place else ""


def name_subjects(tokens: Tokens, scores: Scores) -> Scores:
    """`басков спел`, `песков: …`: what may be no subject but as a surname, and who said so."""
    people = (
        Mention(at, at + 1, "PER")
        for at, (word, following) in enumerate(pairwise(tokens.words))
        if word.isalpha()
        and len(word) > 3
        and _is_subject_as_surname(word, _verb_behind(tokens.words, at, following))
        and (following != ":" or tokens.begins_sentence[at])
        # `папа римский лишил`
        and (tokens.begins_sentence[at] or not may_be(word, "ADJF"))
    )
    return put_each(scores, people, KNOWN)


def _verb_behind(words: Sequence[str], at: int, following: str) -> str:
    """What is behind a word and an adverb, if there is one: `шнуров опять развёлся`."""
    if at + 2 < len(words) and is_known(following.lower()) and tags(following)[0].POS in _ADVERBS:
        return words[at + 2]
    return following


def _is_subject_as_surname(word: str, verb: str) -> bool:
    if word.lower().endswith(_ENDINGS) and not is_known(word.lower()):
        # `зеленский опять просит`: no noun follows that it could belong to.
        return verb == ":" or (tags(verb)[0].POS in NO_PARTS_OF_NAMES and is_known(verb.lower()))
    nouns = [tag for tag in tags(word) if "NOUN" in tag.grammemes and tag.case == "nomn"]
    predicate = tags(verb)[0]
    is_past = predicate.tense == "past"
    return (
        (verb == ":" or (predicate.POS == "VERB" and (is_past or predicate.person == "3per")))
        and predicate.number in ("sing", None)
        and bool(nouns)
        and not any(_NAMES_OF_PEOPLE.isdisjoint(tag.grammemes) for tag in nouns)
        and any(
            tag.number == "sing" and (not is_past or tag.gender == predicate.gender)
            for tag in nouns
        )
    )


def name_adjectives(tokens: Tokens, scores: Scores) -> Scores:
    """`соратники коломойского`: what ends as a surname does, and belongs to no noun."""
    words = ("", *tokens.words, ".")
    people = (
        Mention(at, at + 1, "PER")
        for at, word in enumerate(tokens.words)
        if word.lower().endswith(_ENDINGS_IN_OTHER_CASES)
        and word.isalpha()
        and not is_known(word.lower())
        and _stands_alone(word, words[at + 2])
        # `в железноводском`: a town, or what is named before
        and words[at].lower() not in _WHERE
    )
    return put_each(scores, people, KNOWN)


def _stands_alone(adjective: str, following: str) -> bool:
    """Whether an adjective does not belong to the word behind it."""
    return not following.isalpha() or (
        is_known(following.lower())
        and all(
            tag.POS in NO_PARTS_OF_NAMES or (tag.case and tag.case != like.case)
            for tag in tags(following)
            for like in tags(adjective)
        )
    )


def name_called_bodies(tokens: Tokens, scores: Scores) -> Scores:
    """`в сервисе купер`, `магазин магнит`: behind what an organisation is, what it is called.

    That is a brand, a word that nobody knows, or one that the network took for another name.
    """
    called = [
        (Mention(at + 1, at + 2, "ORG"), name)
        for at, (word, name) in enumerate(pairwise(tokens.words))
        if name.isalpha() and is_class_word(word)
    ]
    new = [body for body, name in called if name in _BRANDS or not is_known(name.lower())]
    scores = put_each(scores, new, KNOWN)
    renamed = [
        body
        for body, name in called
        if _is_in_nominative(name)
        and any(body._replace(label=label) in scores for label in ("PER", "LOC"))
    ]
    return put_each(scores, renamed, KNOWN, instead=("PER", "LOC"))


def name_clubs(tokens: Tokens, scores: Scores) -> Scores:
    """`авангард обыграл трактор`, `вратарь ростова`: what plays is a club, whatever else it is."""
    words = ("", *tokens.words, "")
    clubs = (
        Mention(at, at + 1, "ORG")
        for at, word in enumerate(tokens.words)
        if not _CLUBS.isdisjoint((word.lower(), lemma(word)))
        and (lemma(words[at] or ".") in _PLAYS_OR_PLAYERS or lemma(words[at + 2] or ".") in _PLAYS)
    )
    return put_each(scores, clubs, KNOWN, instead=("PER", "LOC"))


def name_called_people(tokens: Tokens, scores: Scores) -> Scores:
    """`рэпер скриптонит`, `нападающему кассьерре`: behind who it is, a noun that nobody knows."""
    people = (
        Mention(at + 1, at + 2, "PER")
        for at, (word, name) in enumerate(pairwise(tokens.words))
        if name.isalpha()
        and len(name) > 3
        and not is_known(name.lower())
        and tags(name)[0].POS == "NOUN"
        and word.isalpha()
        and is_post(word)
        and tags(word)[0].number == "sing"
    )
    return put_each(scores, people, KNOWN)


def _is_in_nominative(word: str) -> bool:
    """Whether a word may be in the nominative, and would end otherwise in other cases."""
    return any(tag.case == "nomn" and "Fixd" not in tag.grammemes for tag in tags(word))


def name_listed(tokens: Tokens, scores: Scores) -> Scores:
    """`МАКРОН, ШОЛЬЦ И ДРАГИ`: whom the dictionary does not know, beside a person alone."""
    words = tokens.words
    for at, word in enumerate(words):
        if word.lower() not in (",", "и") or not 0 < at < len(words) - 1:
            continue
        one, other = Mention(at - 1, at, "PER"), Mention(at + 1, at + 2, "PER")
        for known, name in ((one, other), (other, one)):
            if (
                known in scores
                and words[name.start].isalpha()
                and len(words[name.start]) > 3
                and _may_be_surname(words[name.start].lower())
                and not any(mention.overlaps(name) for mention in scores)
            ):
                scores = put(scores, name, KNOWN)
    return scores


def _may_be_surname(word: str) -> bool:
    """Whether the dictionary does not know a word, or its ending is a surname's: `токаев`."""
    if word in _NAMESAKES_OF_THINGS:
        return True
    return not is_known(word) or word.endswith(_ENDINGS_OF_MEN) or may_be(word, "Surn")
