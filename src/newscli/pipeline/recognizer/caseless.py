"""Texts in small letters or capitals alone, where no letter tells a name: the dictionary may."""

from __future__ import annotations

import re
from itertools import pairwise

from newscli.pipeline.morphology import parses
from newscli.pipeline.names.dictionary import has_grammeme, is_known
from newscli.pipeline.recognizer.dictionary import is_likely_noun, is_post, lemma, may_be, tags
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join, put
from newscli.pipeline.recognizer.place_names import rename_rivals
from newscli.pipeline.recognizer.quoted_names import is_in_quotes
from newscli.pipeline.recognizer.well_known import name_well_known
from newscli.pipeline.recognizer.words import has_no_capitals

# How sure it is of a name that the network did not see.
_KNOWN = 0.8
# How likely a word must be a surname.
_SURE = 0.7
_SURER = 0.9
_FIRST_NAME = frozenset(("Name", "sing"))
_SURNAME, _PLACE = frozenset(("Surn", "sing")), frozenset(("NOUN", "Geox"))
# `аэропорт внуково`
_CALLED = frozenset(("аэропорт", "город", "посёлок", "село", "деревня", "станция", "порт"))
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMES_OF_PEOPLE = frozenset(("Surn", "Patr"))
_NOMINALS = frozenset(("NOUN", "ADJF", "PRTF"))
_ENDINGS_OF_MEN = ("ов", "ев", "ёв", "ин")
_ENDINGS = ("ский", "цкий", "ская", "цкая")
# People in the news who are called as hardly a thing in the news is.
_NAMESAKES_OF_THINGS = frozenset(
    (
        *("макрон", "макрона", "макрону", "макроном", "макроне", "байден", "байдена"),
        *("байдену", "байденом", "байдене", "орбан", "орбана", "орбану", "орбаном", "мерц"),
        *("мерца", "мерцу", "мерцем", "дудь", "дудя", "дудю", "дудём"),
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
        *(_leave_predicates, _drop_nouns, _join_surnames, _name_known, _name_subjects),
        *(_name_listed, _drop_beginning_nouns),
    ):
        scores = rule(tokens, scores)
    return rename_rivals(tokens, name_well_known(tokens, scores))


def _leave_predicates(tokens: Tokens, scores: Scores) -> Scores:
    """`втб пусто`: no name ends with a verb or an adverb."""
    left: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        is_full = label == "PER" and end - start > 2
        if (is_full or label in ("LOC", "ORG")) and not is_in_quotes(tokens, mention):
            while end - start > 1 and _is_no_part(tokens.words[end - 1]):
                end -= 1
            if tokens.words[end - 1] == "-":  # the verb is half of a name: `маунтин-вью`
                end = mention.end
        left[Mention(start, end, label)] = score
    return left


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
                or (
                    mention.label == "PER"
                    and tokens.begins_sentence[mention.start]
                    and is_likely_noun(tokens.words[mention.start])
                )
            )
            and not is_in_quotes(tokens, mention)
        )
    }


def _name_known(tokens: Tokens, scores: Scores) -> Scores:
    """`достоевского`, `с джайпуром`: what the dictionary has as a name and as hardly anything else.

    A place is one behind a preposition: without, it may be part of a longer name.
    """
    for found in _WORD.finditer(tokens.text):
        label = _label_of(found[0])
        name = tokens.mention(*found.span(), label or "PER")
        if name is not None and not label and not _is_called(tokens, name):
            if not _is_place_alone(tokens, name):
                continue
            name = name._replace(label="LOC")
        if (
            name is not None
            and (name.label == "PER" or _is_behind_preposition(tokens, name))
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


def _name_subjects(tokens: Tokens, scores: Scores) -> Scores:
    """`басков спел`: what may be no subject but as a surname, before a verb that agrees."""
    words = tokens.words
    for at, (word, following) in enumerate(pairwise(words)):
        name = Mention(at, at + 1, "PER")
        if (
            word.isalpha()
            and len(word) > 3
            and _is_subject_as_surname(word, following)
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
        return tags(verb)[0].POS in _NO_PARTS_OF_NAMES and is_known(verb.lower())
    nouns = [tag for tag in tags(word) if "NOUN" in tag.grammemes and tag.case == "nomn"]
    predicate = tags(verb)[0]
    return (
        predicate.POS == "VERB"
        and predicate.tense == "past"
        and predicate.number == "sing"
        and bool(nouns)
        and not any(_NAMES_OF_PEOPLE.isdisjoint(tag.grammemes) for tag in nouns)
        and any(tag.number == "sing" and tag.gender == predicate.gender for tag in nouns)
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


def _is_no_part(word: str) -> bool:
    """Whether the dictionary knows a word as one of those that are in no name."""
    return is_known(word.lower()) and all(tag.POS in _NO_PARTS_OF_NAMES for tag in tags(word))
