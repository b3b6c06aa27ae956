"""What was taken for a name, or for a part of one, in a text without letter case."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.pipeline.names.dictionary import is_known
from newscli.pipeline.recognizer.caseless_words import is_adverb, is_function_word, is_no_part
from newscli.pipeline.recognizer.dictionary import (
    is_adjective,
    is_likely_noun,
    is_no_name,
    is_only,
    lemma,
    tags,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens
from newscli.pipeline.recognizer.quoted_names import is_in_quotes
from newscli.pipeline.recognizer.well_known import is_well_known

# `самопровозглашённая республика`
_DOUBTS = ("самопровозглаш", "провозглаш", "непризнанн", "оккупированн")
# `восточная украина`, of which they are a part
_SIDES = ("восточн", "западн", "северн", "южн", "центральн")
# `управление мчс`, `генассамблея оон`: what such a word begins is a body of another.
_PARTS_OF_BODIES = frozenset(
    ("генассамблея", "управление", "комитет", "совет", "служба", "аппарат", "академия", "институт")
)
_STATES = frozenset(("рф", "сша", "оаэ", "кнр", "кндр", "юар", "ссср", "фрг", "гдр", "днр", "лнр"))
_VERBS = frozenset(("VERB", "INFN"))


def leave_predicates(tokens: Tokens, scores: Scores) -> Scores:
    """`втб пусто`, `ждут тайфун`: no name ends with a verb or an adverb, or begins with a verb."""
    left: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        is_full = label == "PER" and (end - start > 2 or is_adverb(tokens.words[end - 1]))
        if (is_full or label in ("LOC", "ORG")) and not is_in_quotes(tokens, mention):
            while end - start > 1 and is_no_part(tokens.words[end - 1]):
                end -= 1
            while end - start > 1 and _is_verb(tokens.words[start]):
                start += 1
            if tokens.words[end - 1] == "-":  # the verb is half of a name: `маунтин-вью`
                end = mention.end
        left[Mention(start, end, label)] = score
    return left


def leave_common_words(tokens: Tokens, scores: Scores) -> Scores:
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


def drop_nouns(tokens: Tokens, scores: Scores) -> Scores:
    """`лев сбежал`, `ура`: at the start, a noun is what it is, hardly a first name."""
    return {
        mention: score
        for mention, score in scores.items()
        if not (
            mention.size == 1
            and mention.label != "DATE"
            and (
                is_no_part(tokens.words[mention.start])
                or is_function_word(tokens.words[mention.start])
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


def drop_common_phrases(tokens: Tokens, scores: Scores) -> Scores:
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


def drop_beginning_nouns(tokens: Tokens, scores: Scores) -> Scores:
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
            and is_no_part(words[mention.start - 2])
            and words[mention.end : mention.end + 1]
            and tags(words[mention.end])[0].POS == "VERB"
            and is_likely_noun(words[mention.start])
        )
    }


def _is_verb(word: str) -> bool:
    """Whether the dictionary knows a word as nothing but a verb."""
    return is_only(word, _VERBS)
