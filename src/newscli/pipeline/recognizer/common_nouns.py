"""Common nouns and adverbs that were taken for names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscli.pipeline.names.dictionary import is_known
from newscli.pipeline.recognizer.dictionary import (
    NAMES,
    is_likely_noun,
    is_no_name,
    lemma,
    may_be,
    tags,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens
from newscli.pipeline.recognizer.quoted_names import is_quoted

_BODIES = frozenset(
    (
        *("правительство", "власть", "администрация", "парламент", "министерство", "ведомство"),
        *("суд", "прокуратура", "полиция", "следствие", "комиссия", "комитет", "совет", "штаб"),
        *("армия", "партия", "компания", "банк", "клуб", "сборная", "команда", "редакция", "рейс"),
    )
)
# `Корр. ТАСС`: no names, though they begin with a capital.
_ABBREVIATED = frozenset(
    ("корр", "отв", "зам", "спецкорр", "соб", "собкор", "ред", "прим", "илл", "рис", "табл")
)
_PRESS = frozenset(("пресс", "Пресс"))
_PRESS_BODIES = frozenset(("служба", "центр", "бюро", "секретарь"))
_DASHES = frozenset("-–—")
# `Ил-76`, `МиГ-29`: what is called so is built in numbers.
_MODEL = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]{0,3}-\d+[А-ЯЁа-яё]?")
_PREDICATES = frozenset(("VERB", "ADJS"))


def leave_press(tokens: Tokens, scores: Scores) -> Scores:
    """`пресс-служба МВД`: who speaks for it is no part of its name."""
    if _PRESS.isdisjoint(tokens.forms):
        return scores
    return {
        mention._replace(start=mention.start + 3)
        if mention.label == "ORG"
        and mention.size > 3
        and tokens.words[mention.start + 3][0].isupper()
        and tokens.words[mention.start] in _PRESS
        and tokens.words[mention.start + 1] == "-"
        and lemma(tokens.words[mention.start + 2]) in _PRESS_BODIES
        else mention: score
        for mention, score in scores.items()
    }


def drop_common_nouns(tokens: Tokens, scores: Scores) -> Scores:
    """`совет директоров`, `по-московски`, `Власти` or `Рикша` at a sentence's start: no names."""
    return {
        mention: score
        for mention, score in scores.items()
        if not _is_common(tokens, mention) or is_quoted(tokens, mention)
    }


def _is_common(tokens: Tokens, mention: Mention) -> bool:
    words = tokens.words[mention.start : mention.end]
    if mention.label == "PER" and _is_no_person(words):
        return True
    if mention.label == "ORG" and _is_in_small_letters(tokens, mention):
        return True
    # Whether it has a capital tells nothing at the start of a sentence, or in a headline.
    if (
        len(words) == 1
        and (
            tokens.begins_sentence[mention.start]
            or not words[0].istitle()
            or _is_behind_agency(tokens, mention.start)
        )
        and _is_no_name_of(mention.label, words[0])
    ):
        return True
    return (
        _is_head(tokens, mention)
        or _is_abbreviated(tokens, mention)
        or _is_adverb(tokens, mention)
        or _is_model(tokens, mention)
    )


def _is_behind_agency(tokens: Tokens, at: int) -> bool:
    """`Баку. ТАСС - Лавина сошла`: behind the dash, a dateline's first sentence begins."""
    return (
        at > 1
        and tokens.words[at - 1] in _DASHES
        and len(tokens.words[at - 2]) > 2
        and tokens.words[at - 2].isupper()
    )


def _is_in_small_letters(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention has no capital where its sentence has one."""
    return tokens.text_of(mention).islower() and not tokens.sentence(mention.start).islower()


def _is_no_person(words: Sequence[str]) -> bool:
    """Whether no capital tells a name here, and the words tell none: `роза завяла`, `вера`."""
    if any(map(str.istitle, words)):
        return False
    if len(words) == 1:
        likeliest = tags(words[0])[0]
        return (
            likeliest.POS == "NOUN"
            and NAMES.isdisjoint(likeliest.grammemes)
            and is_known(words[0].lower())
        )
    return any(
        is_known(word.lower()) and all(tag.POS in _PREDICATES for tag in tags(word))
        for word in words
    )


def _is_no_name_of(label: str, word: str) -> bool:
    """Whether the dictionary knows a word, and as no name of the label's kind."""
    if label == "ORG":
        return lemma(word) in _BODIES
    return label in ("PER", "LOC") and word.isalpha() and is_no_name(word)


def _is_head(tokens: Tokens, mention: Mention) -> bool:
    """`Кок: вакансия`: who somebody is, before a colon, is no place."""
    word = tokens.words[mention.start]
    return (
        mention.label == "LOC"
        and mention.size == 1
        and tokens.words[mention.end : mention.end + 1] == [":"]
        and tokens.begins_sentence[mention.start]
        and is_likely_noun(word)
        and may_be(word, "anim")
    )


def _is_abbreviated(tokens: Tokens, mention: Mention) -> bool:
    """`Корр` of `Корр. ТАСС`, `Б.` of `рис. Б.`"""
    words, (start, end, _) = tokens.words, mention
    if end - start == 1 and words[start].lower() in _ABBREVIATED:
        return words[end : end + 1] == ["."]
    return (
        start > 1
        and words[start - 1] == "."
        and words[start - 2].lower() in _ABBREVIATED
        and len(tokens.text_of(mention).rstrip(".")) <= 1
    )


def _is_model(tokens: Tokens, mention: Mention) -> bool:
    """`Ту-154`, `Ан-2`: a person or a place has no number."""
    end = tokens.words[mention.end - 1][-2:]
    return (
        (end[0].isdigit() or end[-1].isdigit())
        and mention.label in ("PER", "LOC")
        and _MODEL.fullmatch(tokens.text_of(mention)) is not None
    )


def _is_adverb(tokens: Tokens, mention: Mention) -> bool:
    """`по-московски`, in whose spelling a place can be seen."""
    if tokens.words[mention.start][:2].lower() != "по":
        return False
    name = tokens.text_of(mention)
    return name[2:3] == "-" and may_be(name, "ADVB")
