"""Where an organisation's name ends: not whose it is, who speaks for it or what is done there."""

from __future__ import annotations

from newscli.pipeline.names.dictionary import has_grammeme
from newscli.pipeline.recognizer.common_nouns import BODIES, OF_PLACE
from newscli.pipeline.recognizer.dictionary import (
    is_adjective,
    is_form_of,
    is_no_name,
    is_only,
    lemma,
    tags,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens
from newscli.pipeline.recognizer.quoted_names import is_in_quotes
from newscli.pipeline.recognizer.well_known import is_well_known

_PRESS = frozenset(("пресс", "Пресс"))
_PRESS_BODIES = frozenset(("служба", "центр", "бюро", "секретарь"))
_KINDS_OF_BODIES = BODIES | frozenset(
    (
        *("группа", "профсоюз", "организация", "союз", "агентство", "фонд", "ассоциация", "отдел"),
        *("управление", "служба", "департамент", "федерация", "движение", "холдинг", "корпорация"),
    )
)
_OTHERS = frozenset(("других", "другие", "другими", "другим", "иных", "прочих"))
_VERBS = frozenset(("VERB",))
_VERB_ENDINGS = ("л", "ла", "ло", "ли", "ся", "сь", "ет", "ит", "ют", "ут", "ят", "ат")
# An apostrophe opens no quotes here: it stands in names.
_OPENING = frozenset('«„“"')


def part_at_deeds(tokens: Tokens, scores: Scores) -> Scores:
    """`ООН призвала ХАМАС`: who does something, and to whom, are two."""
    parted: dict[Mention, float] = {}
    for mention, score in scores.items():
        inside = range(mention.start + 1, mention.end - 1) if mention.label == "ORG" else ()
        deed = next((at for at in inside if _is_deed(tokens.words[at])), None)
        if deed is not None and not _has_quotes(tokens, mention):
            parted[mention._replace(end=deed)] = score
            mention = mention._replace(start=deed + 1)
        parted[mention] = score
    return parted


def _is_deed(word: str) -> bool:
    return word.endswith(_VERB_ENDINGS) and word.islower() and is_only(word, _VERBS)


def _has_quotes(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention stands in quotes, or has some: `«Говорит Москва»`."""
    words = tokens.words[mention.start : mention.end]
    return is_in_quotes(tokens, mention) or not _OPENING.isdisjoint(words)


def leave_press(tokens: Tokens, scores: Scores) -> Scores:
    """`пресс-служба МВД`: who speaks for it is no part of its name."""
    if _PRESS.isdisjoint(tokens.forms):
        return scores
    return {
        mention._replace(start=mention.start + 3)
        if mention.label == "ORG"
        and mention.size > 3
        and tokens.words[mention.start] in _PRESS
        and tokens.words[mention.start + 1] == "-"
        and lemma(tokens.words[mention.start + 2]) in _PRESS_BODIES
        and not (
            tokens.words[mention.start + 3].islower()
            and is_no_name(tokens.words[mention.start + 3])
        )
        else mention: score
        for mention, score in scores.items()
    }


def part_listed_bodies(tokens: Tokens, scores: Scores) -> Scores:
    """`Лига наций и профсоюз учителей`: a common noun behind `и`, as the name's own, is another's.

    But `Министерство образования и науки` is one: what it is of stands in another case or number.
    """
    if "и" not in tokens.forms:
        return scores
    parted: dict[Mention, float] = {}
    for mention, score in scores.items():
        cut = _end_of_first(tokens, mention)
        parted[mention._replace(end=cut) if cut else mention] = score
        # `… и профсоюза Юнайт`
        last = mention.end - 1
        if cut and tokens.words[last].istitle() and tokens.words[last - 1].islower():
            parted[Mention(last, mention.end, "ORG")] = score
    return parted


def _end_of_first(tokens: Tokens, mention: Mention) -> int | None:
    """Where the first of two bodies that were taken for one ends, None where there is one."""
    start, end, label = mention
    words = tokens.words
    if label != "ORG" or end - start < 4 or "и" not in words[start + 1 : end - 1]:
        return None
    cut = words.index("и", start + 1)
    if words[cut + 1] in _OTHERS:
        return cut
    head = next(
        (word for word in words[start:cut] if word.isalpha() and not is_adjective(word)), ""
    )
    second = next((word for word in words[cut + 1 : end] if not _describes(word)), "")
    if not head or not second.islower() or not is_form_of(second, _KINDS_OF_BODIES):
        return None
    cases = {(tag.case, tag.number) for tag in tags(head) if tag.POS == "NOUN"}
    return cut if any((tag.case, tag.number) in cases for tag in tags(second)) else None


def _describes(word: str) -> bool:
    """`российско`, `-`, `американской`: what stands before a noun."""
    return not word.isalpha() or is_adjective(word) or word.endswith(("ско", "цко", "но"))


def leave_tasks(tokens: Tokens, scores: Scores) -> Scores:
    """`представитель ЕС по внешней политике`: what somebody does there is no part of its name."""
    if "по" not in tokens.forms:
        return scores
    words = tokens.words
    left: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        task = words.index("по", start, end) if "по" in words[start:end] else end
        if (
            label == "ORG"
            and start < task < min(end - 1, start + 3)
            and words[task + 1].islower()
            and ((words[start].isupper() and len(words[start]) > 1) or is_well_known(words[start]))
        ):
            is_country = task == start + 2 and has_grammeme(words[start + 1].lower(), "Geox")
            left[Mention(start, start + 1 if is_country else task, "ORG")] = score
            if is_country:  # `МИД России по правам человека`
                left[Mention(start + 1, task, "LOC")] = score
        else:
            left[mention] = score
    return left


def leave_adjectives(tokens: Tokens, scores: Scores) -> Scores:
    """`российский МИД`: whose an organisation is, is no part of its name."""
    words = tokens.words
    return {
        mention._replace(start=mention.start + 1)
        if mention.label == "ORG"
        and mention.size > 1
        and words[mention.start].islower()
        and words[mention.start + 1][0].isupper()
        and OF_PLACE.fullmatch(words[mention.start])
        else mention: score
        for mention, score in scores.items()
    }
