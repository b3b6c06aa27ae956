"""Common nouns and adverbs that were taken for names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newscli.pipeline.morphology import parses
from newscli.pipeline.names.dictionary import is_known
from newscli.pipeline.recognizer.dictionary import (
    NAMES,
    is_adjective,
    is_form_of,
    is_likely_noun,
    is_no_name,
    is_only,
    is_thing,
    lemma,
    may_be,
    tags,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens
from newscli.pipeline.recognizer.quoted_names import is_quoted

BODIES = frozenset(
    (
        *("посольство", "консульство", "генконсульство"),
        *("правительство", "власть", "администрация", "парламент", "министерство", "ведомство"),
        *("суд", "прокуратура", "полиция", "следствие", "комиссия", "комитет", "совет", "штаб"),
        *("армия", "партия", "компания", "банк", "клуб", "сборная", "команда", "редакция", "рейс"),
        *("делегация", "саммит"),
    )
)
# Bodies that are named by the place behind them: `Банк России`, `Совет Европы`.
_OF_PLACES = ("банк", "совет")
# `Украинские военные`, `Московские власти`: whoever is of some place.
_OF_ANY_PLACE = frozenset(
    (
        *("власть", "правительство", "полиция", "руководство", "командование", "спецслужба"),
        *("военный", "военнослужащий", "войско", "сторона", "дипломат", "пограничник", "талиб"),
    )
)
# `Российский суд`: any of a country's.
_OF_COUNTRY = re.compile(
    "(?:россий|украин|американ|британ|англий|француз|немец|герман|итальян|испан|поль|китай|япон"
    "|индий|турец|израиль|иран|ирак|сирий|афган|палестин|белорус|казахстан|киргиз|узбек|таджик"
    "|грузин|армян|азербайджан|молдав|латвий|литов|эстон|фин|швед|норвеж|венгер|чеш|серб|канад)"
    "с?к(?:ий|ая|ое|ие|ого|ой|их|ому|им|ую|ом|ими)"
)
# `Корр. ТАСС`: no names, though they begin with a capital.
_ABBREVIATED = frozenset(
    ("корр", "отв", "зам", "спецкорр", "соб", "собкор", "ред", "прим", "илл", "рис", "табл")
)
_DASHES = frozenset("-–—")
# `Ил-76`, `МиГ-29`: what is called so is built in numbers.
_MODEL = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]{0,3}-\d+[А-ЯЁа-яё]?")
_CASE_ENDING = re.compile("(?<=...)(?:ой|ого|ому|ым|ом|ем|ами|ах|ам|[уаеыиюяьй])$")
# `росгвардейцы`, `спартаковцы`: whoever is of something.
_MEN_OF = re.compile("[А-ЯЁ][а-яё]+(?:ей|ов|ан|ян|ин)ц(?:ы|ев|ам|ами|ах)")
_PREDICATES = frozenset(("VERB", "ADJS"))
OF_PLACE = re.compile(r"[а-яё-]+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)")
# Not those of possessives: `Баффинова земля` is a place.
_ADJECTIVE_ENDINGS = (
    *("й", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "го", "му", "м", "х", "ми"),
)
_PO = frozenset(("по", "По", "ПО"))
_ENDINGS_OF_MEN = ("ов", "ев", "ёв", "ин", "ын")


def drop_common_nouns(tokens: Tokens, scores: Scores) -> Scores:
    """`совет директоров`, `по-московски`, `Власти` or `Рикша` at a sentence's start: no names.

    But `Пушков` is one where the article tells of `Алексей Пушков`.
    """
    common = {
        mention
        for mention in scores
        if _is_common(tokens, mention) and not is_quoted(tokens, mention)
    }
    if not common:
        return scores
    surnames = _surnames(tokens, scores.keys() - common)
    dropped = {
        mention
        for mention in common
        if mention.label != "PER" or _stem(tokens.text_of(mention)) not in surnames
    }
    return {mention: score for mention, score in scores.items() if mention not in dropped}


def _surnames(tokens: Tokens, mentions: Iterable[Mention]) -> frozenset[str]:
    """Stems of the surnames of people in full, and of those whose capital is their own."""
    words = tokens.words
    return frozenset(
        _stem(words[mention.end - 1])
        for mention in mentions
        if mention.label == "PER"
        and words[mention.end - 1].isalpha()
        and (mention.size > 1 or not tokens.begins_sentence[mention.start])
    )


def _stem(surname: str) -> str:
    """A surname without the ending that a case gives it."""
    return _CASE_ENDING.sub("", surname)


def _is_common(tokens: Tokens, mention: Mention) -> bool:
    words = tokens.words[mention.start : mention.end]
    first, label = words[0], mention.label
    if not first.istitle() and (
        (label == "PER" and _is_no_person(words))
        or (label == "ORG" and first.islower() and _is_in_small_letters(tokens, mention))
    ):
        return True
    if len(words) == 1:
        if _is_common_word(tokens, mention, first):
            return True
    elif label == "ORG" and len(words) == 2 and words[1].islower():
        whose = first.lower()
        if (OF_PLACE.fullmatch(whose) and is_form_of(words[1], _OF_ANY_PLACE)) or (
            _OF_COUNTRY.fullmatch(whose) and is_form_of(words[1], BODIES)
        ):
            return True
    return (
        _is_abbreviated(tokens, mention)
        or (first[:2] in _PO and _is_adverb(tokens, mention))
        or (label != "ORG" and _is_model(tokens, mention))
    )


def _is_common_word(tokens: Tokens, mention: Mention, word: str) -> bool:
    start, end, label = mention
    following = tokens.words[end] if end < len(tokens.words) else ""
    if following.istitle() and word.lower().startswith(_OF_PLACES):
        return False
    # Whether it has a capital tells nothing at the start of a sentence, or in a headline.
    if (
        _begins(tokens, start) or not word.istitle() or _is_behind_agency(tokens, start)
    ) and _is_no_name_of(label, word):
        return True
    if label == "ORG":
        # `Группа C`, in time `UTC`; but `X` is what Twitter is called now.
        return (len(word) == 1 and word != "X") or word == "UTC" or bool(_MEN_OF.fullmatch(word))
    return (
        (following == ":" and _is_head(tokens, mention))
        or (following.islower() and _is_attribute(label, word, following))
        or (label == "PER" and bool(_MEN_OF.fullmatch(word)))
    )


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a token is the first word of a sentence: `⚡️Власти`, `«Полиция`."""
    while at and not tokens.begins_sentence[at] and not tokens.words[at - 1][-1].isalnum():
        at -= 1
    return tokens.begins_sentence[at]


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
            and not _is_namesake_of_things(words[0])
        )
    return any(
        is_only(word, _PREDICATES)
        # `григорий карасин`, who is the carp's in the dictionary
        and not (at and word.lower().endswith(_ENDINGS_OF_MEN))
        for at, word in enumerate(words)
    )


def _is_namesake_of_things(word: str) -> bool:
    """`песков`, `шнурову`: whether a common noun is a surname too, and ends as surnames do."""
    return any(
        "Surn" in parse.tag.grammemes and parse.normal_form.endswith(_ENDINGS_OF_MEN)
        for parse in parses(word.lower())
    )


def _is_no_name_of(label: str, word: str) -> bool:
    """Whether the dictionary knows a word, and as no name of the label's kind."""
    if label == "ORG":
        return lemma(word) in BODIES
    return label in ("PER", "LOC") and word.isalpha() and is_no_name(word)


def _is_head(tokens: Tokens, mention: Mention) -> bool:
    """`Кок: вакансия`: who somebody is, before a colon, is no place."""
    word = tokens.words[mention.start]
    return (
        mention.label == "LOC"
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
    return (end[0].isdigit() or end[-1].isdigit()) and _MODEL.fullmatch(
        tokens.text_of(mention)
    ) is not None


def _is_attribute(label: str, word: str, following: str) -> bool:
    """`Нобелевская премия`: an adjective that belongs to what is behind it names nothing."""
    return (
        word.endswith(_ADJECTIVE_ENDINGS)
        and is_adjective(word)
        and (label == "LOC" or is_no_name(word))
        and is_thing(following)
        and any(
            one.case == other.case and one.number == other.number and one.gender == other.gender
            for one in tags(word)
            for other in tags(following)
        )
    )


def _is_adverb(tokens: Tokens, mention: Mention) -> bool:
    """`по-московски`, in whose spelling a place can be seen."""
    name = tokens.text_of(mention)
    return name[2:3] == "-" and may_be(name, "ADVB")
