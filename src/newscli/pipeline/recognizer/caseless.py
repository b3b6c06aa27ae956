"""Texts in small letters or capitals alone, where no letter tells a name: the dictionary may."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newscli.pipeline.morphology import parses
from newscli.pipeline.names.dictionary import has_grammeme, is_known
from newscli.pipeline.places.gazetteer import entries_named, name_key
from newscli.pipeline.recognizer.dictionary import (
    is_adjective,
    is_likely_noun,
    is_no_name,
    is_post,
    lemma,
    may_be,
    tags,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join, put
from newscli.pipeline.recognizer.place_names import rename_rivals
from newscli.pipeline.recognizer.quoted_names import is_class_word, is_in_quotes
from newscli.pipeline.recognizer.well_known import is_well_known, name_well_known
from newscli.pipeline.recognizer.words import has_no_capitals

# How sure it is of a name that the network did not see.
_KNOWN = 0.8
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
_WHERE = frozenset(("в", "из", "под", "на", "до", "через"))
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))
# `самопровозглашённая республика`
_DOUBTS = ("самопровозглаш", "провозглаш", "непризнанн", "оккупированн")
# `восточная украина`, of which they are a part
_SIDES = ("восточн", "западн", "северн", "южн", "центральн")
# `управление мчс`, `генассамблея оон`: what such a word begins is a body of another.
_PARTS_OF_BODIES = frozenset(
    ("генассамблея", "управление", "комитет", "совет", "служба", "аппарат", "академия", "институт")
)
_STATES = frozenset(("рф", "сша", "оаэ", "кнр", "кндр", "юар", "ссср", "фрг", "гдр", "днр", "лнр"))
# Whom a street is called after in every town.
_STREETS = frozenset(
    (
        *("ленина", "кирова", "гагарина", "пушкина", "калинина", "фрунзе", "чапаева", "маркса"),
        *("куйбышева", "свердлова", "дзержинского", "гоголя", "чехова", "горького", "крупской"),
        *("маяковского", "некрасова", "лермонтова", "толстого", "орджоникидзе", "чкалова"),
        *("щорса", "котовского", "будённого", "ворошилова", "луначарского", "энгельса"),
    )
)
_NO_PARTS_OF_NAMES = frozenset(
    ("VERB", "INFN", "GRND", "ADVB", "PRED", "ADJS", "PRTS", "CONJ", "PREP", "PRCL", "COMP", "INTJ")
)


def read_caseless(tokens: Tokens, scores: Scores) -> Scores:
    """The mentions of a text, with those that only letter case could have told."""
    if not has_no_capitals(tokens.text) and not tokens.text.isupper():
        return scores
    for rule in (
        *(_leave_predicates, _leave_common_words, _drop_nouns, _drop_common_phrases),
        *(_join_surnames, _name_on_streets),
        *(_name_called_places, _name_known, _name_subjects, _name_adjectives),
        *(_name_called_bodies, _name_listed, _drop_beginning_nouns),
    ):
        scores = rule(tokens, scores)
    return rename_rivals(tokens, name_well_known(tokens, scores))


def _leave_predicates(tokens: Tokens, scores: Scores) -> Scores:
    """`втб пусто`, `ждут тайфун`: no name ends with a verb or an adverb, or begins with a verb."""
    left: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        is_full = label == "PER" and end - start > 2
        if (is_full or label in ("LOC", "ORG")) and not is_in_quotes(tokens, mention):
            while end - start > 1 and _is_no_part(tokens.words[end - 1]):
                end -= 1
            while end - start > 1 and _is_verb(tokens.words[start]):
                start += 1
            if tokens.words[end - 1] == "-":  # the verb is half of a name: `маунтин-вью`
                end = mention.end
        left[Mention(start, end, label)] = score
    return left


def _leave_common_words(tokens: Tokens, scores: Scores) -> Scores:
    """`австрийском граце`, `роспуска госдумы`: what belongs to a name, and is no part of it."""
    words = tokens.words
    left: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        if label in ("LOC", "ORG"):
            while end - start > 1 and words[start + 1] != "-" and _is_attribute(words, start, end):
                start += 1
            if (
                label == "ORG"
                and end - start == 2
                and is_well_known(words[end - 1])
                and is_no_name(words[start])
                and lemma(words[start]) not in _PARTS_OF_BODIES
            ):
                start += 1
        elif label == "PER" and end - start > 2 and _is_another_noun(words, end - 1):
            end -= 1
        label = "LOC" if end - start == 1 and words[start].lower() in _STATES else label
        left[Mention(start, end, label)] = score
    return left


def _is_attribute(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the first word only says whose, or of what state, the name behind it is."""
    if lemma(words[start]).startswith(_DOUBTS):
        return True
    return (
        end - start == 2
        and any({"ADJF", "Geox"} <= tag.grammemes for tag in tags(words[start]))
        and not lemma(words[start]).startswith(_SIDES)
        and is_adjective(words[start])
        and words[end - 1].isalpha()
        and not is_no_name(words[end - 1])
        and not is_adjective(words[end - 1])
    )


def _is_another_noun(words: Sequence[str], at: int) -> bool:
    """`анне безугловой котёнка`: whether a common noun is in another case than the name before."""
    return is_no_name(words[at]) and {tag.case for tag in tags(words[at])}.isdisjoint(
        tag.case for tag in tags(words[at - 1])
    )


def _drop_nouns(tokens: Tokens, scores: Scores) -> Scores:
    """`лев сбежал`, `ура`: at the start, a noun is what it is, hardly a first name."""
    return {
        mention: score
        for mention, score in scores.items()
        if not (
            mention.size == 1
            and mention.label != "DATE"
            and (
                _is_no_part(tokens.words[mention.start])
                or _is_function_word(tokens.words[mention.start])
                or (mention.label == "LOC" and is_no_name(tokens.words[mention.start]))
                or (
                    mention.label == "PER"
                    and tokens.begins_sentence[mention.start]
                    and is_likely_noun(tokens.words[mention.start])
                )
            )
            and not is_in_quotes(tokens, mention)
        )
    }


def _drop_common_phrases(tokens: Tokens, scores: Scores) -> Scores:
    """`украинскими силовиками`, `пресс-служба правительства`: an adjective alone, a service."""
    return {
        mention: score
        for mention, score in scores.items()
        if not (
            _is_adjective_alone(tokens, mention)
            or (mention.label == "ORG" and tokens.words[mention.start].lower() == "пресс")
        )
        or is_in_quotes(tokens, mention)
    }


def _is_adjective_alone(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention is nothing but an adjective that belongs to the noun behind it."""
    if mention.label == "DATE" or mention.size not in (1, 3):
        return False
    adjective, following = (
        tokens.words[mention.end - 1],
        tokens.words[mention.end : mention.end + 1],
    )
    return (
        (mention.size == 1 or tokens.words[mention.start + 1] == "-")
        and bool(following)
        and following[0].isalpha()
        and all("ADJF" in tag.grammemes for tag in tags(adjective))
        and is_known(adjective.lower())
        and any(
            tag.POS == "NOUN" and tag.case == like.case and tag.number == like.number
            for tag in tags(following[0])
            for like in tags(adjective)
        )
    )


def _name_on_streets(tokens: Tokens, scores: Scores) -> Scores:
    """`лифт на гагарина`, `на кирова, 12`: a street is called after somebody, in the genitive."""
    words = tokens.words
    for at, (word, name) in enumerate(pairwise(words)):
        street = Mention(at + 1, at + 2, "LOC")
        if (
            word.lower() == "на"
            and (name.lower() in _STREETS or (_is_number_behind(words, at + 2) and _is_owner(name)))
            and all(
                other == street._replace(label=other.label)
                for other in scores
                if other.overlaps(street)
            )
        ):
            scores = put(scores, street, _KNOWN)
    return scores


def _is_number_behind(words: Sequence[str], at: int) -> bool:
    """Whether the number of a house follows, behind a comma or at once."""
    following = words[at : at + 2]
    number = following[1:] if following[:1] == [","] else following[:1]
    return "".join(number)[:1].isdigit()


def _is_owner(name: str) -> bool:
    """Whether a word may be a surname in the genitive."""
    return any({"Surn", "gent"} <= tag.grammemes for tag in tags(name))


def _name_called_places(tokens: Tokens, scores: Scores) -> Scores:
    """`в селе широкино`, `посёлок саханка`: behind what it is, what a place is called."""
    for at, (word, name) in enumerate(pairwise(tokens.words)):
        place = Mention(at + 1, at + 2, "LOC")
        if (
            lemma(word) in _CALLED
            and name.isalpha()
            and (not is_known(name.lower()) or may_be(name, "Geox"))
            and not any(other.overlaps(place) and other.label != "PER" for other in scores)
            and not any(other.overlaps(place) and other.size > 1 for other in scores)
        ):
            scores = put(scores, place, _KNOWN)
    return scores


def _name_called_bodies(tokens: Tokens, scores: Scores) -> Scores:
    """`в сервисе купер`: behind what an organisation is, a word that is no thing, is its name."""
    for at, (word, name) in enumerate(pairwise(tokens.words)):
        body = Mention(at + 1, at + 2, "ORG")
        inside = [other for other in scores if other.overlaps(body)]
        if (
            name.isalpha()
            and is_class_word(word)
            and (_is_in_nominative(name) if inside else not is_known(name.lower()))
            and all(other.label in ("PER", "LOC") and other.size == 1 for other in inside)
        ):
            scores = put(scores, body, _KNOWN)
    return scores


def _is_in_nominative(word: str) -> bool:
    """Whether a word may be in the nominative, and would end otherwise in other cases."""
    return any(tag.case == "nomn" and "Fixd" not in tag.grammemes for tag in tags(word))


def _name_known(tokens: Tokens, scores: Scores) -> Scores:
    """`достоевского`, `с джайпуром`: what the dictionary has as a name and as hardly anything else.

    A place is one unless it may be part of a longer name.
    """
    for found in _WORD.finditer(tokens.text):
        label = _label_of(found[0])
        name = tokens.mention(*found.span(), label or "PER")
        if _is_function_word(found[0]):
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
            scores = put(scores, name, _KNOWN)
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


def _join_surnames(tokens: Tokens, scores: Scores) -> Scores:
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


def _name_adjectives(tokens: Tokens, scores: Scores) -> Scores:
    """`соратники коломойского`: what ends as a surname does, and belongs to no noun."""
    words = (*tokens.words, ".")
    for at, word in enumerate(tokens.words):
        name = Mention(at, at + 1, "PER")
        if (
            word.lower().endswith(_ENDINGS_IN_OTHER_CASES)
            and word.isalpha()
            and not is_known(word.lower())
            and _stands_alone(word, words[at + 1])
            # `в железноводском`: a town, or what is named before
            and not (at and words[at - 1].lower() in _WHERE)
            and not any(other.overlaps(name) for other in scores)
        ):
            scores = put(scores, name, _KNOWN)
    return scores


def _stands_alone(adjective: str, following: str) -> bool:
    """Whether an adjective does not belong to the word behind it."""
    return not following.isalpha() or (
        is_known(following.lower())
        and all(
            tag.POS in _NO_PARTS_OF_NAMES or (tag.case and tag.case != like.case)
            for tag in tags(following)
            for like in tags(adjective)
        )
    )


def _name_subjects(tokens: Tokens, scores: Scores) -> Scores:
    """`басков спел`, `песков: …`: what may be no subject but as a surname, and who said so."""
    words = tokens.words
    for at, (word, following) in enumerate(pairwise(words)):
        name = Mention(at, at + 1, "PER")
        if (
            word.isalpha()
            and len(word) > 3
            and _is_subject_as_surname(word, following)
            and (following != ":" or tokens.begins_sentence[at])
            # `папа римский лишил`
            and (tokens.begins_sentence[at] or not may_be(word, "ADJF"))
            and not any(other.overlaps(name) for other in scores)
        ):
            scores = put(scores, name, _KNOWN)
    return scores


def _drop_beginning_nouns(tokens: Tokens, scores: Scores) -> Scores:
    """`роза завяла, лилия держится`: a flower, as behind a comma another clause begins."""
    words = tokens.words
    return {
        mention: score
        for mention, score in scores.items()
        if not (
            mention.label == "PER"
            and mention.size == 1
            and mention.start > 1
            and words[mention.start - 1] == ","
            and _is_no_part(words[mention.start - 2])
            and words[mention.end : mention.end + 1]
            and tags(words[mention.end])[0].POS == "VERB"
            and is_likely_noun(words[mention.start])
        )
    }


def _name_listed(tokens: Tokens, scores: Scores) -> Scores:
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
                scores = put(scores, name, _KNOWN)
    return scores


def _may_be_surname(word: str) -> bool:
    """Whether the dictionary does not know a word, or its ending is a surname's: `токаев`."""
    if word in _NAMESAKES_OF_THINGS:
        return True
    return not is_known(word) or word.endswith(_ENDINGS_OF_MEN) or may_be(word, "Surn")


def _is_subject_as_surname(word: str, verb: str) -> bool:
    if word.lower().endswith(_ENDINGS) and not is_known(word.lower()):
        # `зеленский опять просит`: no noun follows that it could belong to.
        return verb == ":" or (tags(verb)[0].POS in _NO_PARTS_OF_NAMES and is_known(verb.lower()))
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


def _is_verb(word: str) -> bool:
    """Whether the dictionary knows a word as nothing but a verb."""
    return is_known(word.lower()) and all(tag.POS in ("VERB", "INFN") for tag in tags(word))


def _is_function_word(word: str) -> bool:
    """`из`, `того`: whether a word is likeliest a preposition, a conjunction or a pronoun."""
    likeliest = tags(word)[0]
    return likeliest.POS in _FUNCTION_WORDS or "Apro" in likeliest.grammemes


def _is_no_part(word: str) -> bool:
    """Whether the dictionary knows a word as one of those that are in no name."""
    return is_known(word.lower()) and all(tag.POS in _NO_PARTS_OF_NAMES for tag in tags(word))
