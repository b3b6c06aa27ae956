"""People's names: what belongs to one, and where the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from newscli.pipeline.morphology import CACHED_ANSWERS
from newscli.pipeline.names.dictionary import has_grammeme, is_known
from newscli.pipeline.names.east_asian import SURNAMES_GIVEN_FIRST
from newscli.pipeline.recognizer.dictionary import (
    is_no_name,
    is_post,
    is_predicate,
    is_thing,
    lemma,
    may_be,
    tags,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join, put, put_each
from newscli.pipeline.recognizer.quoted_names import is_quoted

_CYRILLIC_NAME = re.compile("[А-ЯЁ][а-яё]{2,}")
_INITIALS = re.compile(r"\.|[A-ZА-ЯЁ]|(?:[A-ZА-ЯЁ]\.)+")
_TWO_WITH_INITIALS = re.compile(
    r"(?:[А-ЯЁ]\.\s?)+[А-ЯЁ][а-яё][\w-]*\s((?:[А-ЯЁ]\.\s?)+[А-ЯЁ][а-яё][\w-]*)"
)
# A surname that looks like an adjective, before what no adjective stands before.
_LIKE_ADJECTIVES = ("ский", "цкий")
_BEHIND_NAMES = frozenset(":–—")
_NOT_DESCRIBED = frozenset(("VERB", "PREP", "GRND", "ADVB", "PRCL"))
_SURNAME = frozenset(("Surn", "nomn"))
_NAMED_AFTER = frozenset(("имени", "им."))
# How sure it is of somebody whom the network does not see.
_WHO_DOES = 0.8
# Posts that begin with a capital, now and then.
_HONOURS = frozenset(
    (
        *("мулла", "шейх", "имам", "аятолла", "лама", "папа", "патриарх", "митрополит", "отец"),
        *("король", "королева", "принц", "принцесса", "царь", "царица", "император", "султан"),
        *("князь", "граф", "герцог", "барон", "лорд", "сэр", "господин", "госпожа", "бог"),
        *("президент", "премьер", "министр", "депутат", "губернатор", "генерал", "маршал"),
        # The dictionary guesses at `аятолла`.
        *("доктор", "профессор", "академик", "аятолл", "адмирал", "полковник", "майор", "капитан"),
        *("месье", "мадам", "мистер", "миссис", "епископ", "кардинал", "апостол", "пророк"),
        *("председатель", "посол", "директор", "заместитель", "глава", "секретарь", "судья"),
        *("герой", "адвокат", "святитель", "мэр", "лейтенант", "сенатор", "канцлер"),
    )
)
# First names which the dictionary has as posts, or as who knows what else.
_NAMESAKES_OF_POSTS = frozenset(
    ("камала", "эмир", "пан", "хакан", "донна", "шериф", "халифа", "анте", "хан", "паша", "рой")
)
# Son or daughter, behind the father's name.
_SONS = frozenset(("оглы", "оглу", "кызы", "гызы", "улы", "уулу"))
# Of the dictionary's places, men may be called as many: `Лондон`, `Кашин`.
_PLACE = frozenset(("Geox", "femn", "sing"))
_ENDINGS_OF_WOMEN = ("ова", "ева", "ёва", "ина", "ына", "ая")
# A first name that ends as no genitive does.
_NOMINATIVE_ABROAD = re.compile("[А-ЯЁ][а-яё]+[бвгджзклмнпрстфцчшщйоь]")
_WHERE = frozenset(("в", "из", "под"))
_PARTICLES = frozenset(("фон", "ван", "фан", "де"))
_MAN = frozenset(("NOUN", "masc", "sing", "nomn"))
_THING_ITSELF = frozenset(("NOUN", "inan", "nomn"))
_NAMES_OF_PEOPLE = frozenset(("Surn", "Patr", "Name"))


def join_initials(tokens: Tokens, scores: Scores) -> Scores:
    """`С.-А. Хизриева`: initials that a hyphen joins are those of one name."""
    words = tokens.words
    for before, mention in pairwise(scores):
        if (
            before.label == mention.label == "PER"
            and 0 < mention.start - before.end <= 2
            and (between := tokens.between(before.end, mention.start)) in ("-", ".-")
            and before in scores
            and _is_initial(words[before.end - 1 if between == ".-" else before.start])
            and before.size <= 2
            and _is_initial(words[mention.start])
        ):
            scores = join(scores, Mention(before.start, mention.end, "PER"))
    return scores


def join_double_surnames(tokens: Tokens, scores: Scores) -> Scores:
    """`Мария Львова-Белова`, found as two: a hyphen joins what is no pair of surnames alone."""
    if "-" not in tokens.forms:
        return scores
    for before, mention in pairwise(scores):
        if (
            before.label == mention.label == "PER"
            and before.size > 1
            and mention.size == 1
            and tokens.between(before.end - 1, mention.end).endswith(
                f"{tokens.words[before.end - 1]}-{tokens.words[mention.start]}"
            )
            and before in scores
        ):
            scores = join(scores, Mention(before.start, mention.end, "PER"))
    return scores


def part_listed(tokens: Tokens, scores: Scores) -> Scores:
    """`Кац Михаил Борисович Орлова Жанна Романовна`: nothing follows a patronymic and a surname."""
    words = tokens.words
    parted: dict[Mention, float] = {}
    rest: Mention | None = None
    for mention, score in scores.items():
        if rest is not None and mention.label == "PER" and mention.start == rest.end:
            mention = Mention(rest.start, mention.end, "PER")
        rest = None
        start, end, label = mention
        if label == "PER" and end - start > 3:
            second = next(
                (at + 1 for at in range(start + 2, end - 1) if may_be(words[at], "Patr")), end
            )
            if second < end and may_be(words[second - 2], "Name"):
                rest = Mention(second, end, "PER")
                mention = Mention(start, second, "PER")
        parted[mention] = score
        if rest is not None and rest.size > 1:
            parted[rest] = score
            rest = None
    return parted


def part_initials(tokens: Tokens, scores: Scores) -> Scores:
    """`Н. Н. Пунину А. А. Ахматова`: a name that begins with initials does not end with others."""
    parted: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        if label == "PER" and end - start > 3 and _is_initial(tokens.words[start]):
            text = tokens.text_of(mention)
            found = _TWO_WITH_INITIALS.fullmatch(text)
            if found:
                second = tokens.mention(
                    tokens.starts[start] + found.start(1), tokens.ends[end - 1], "PER"
                )
                if second:
                    parted[Mention(start, second.start, "PER")] = score
                    mention = second
        parted[mention] = score
    return parted


def join_names(tokens: Tokens, scores: Scores) -> Scores:
    """`Гурбангулы` before `Бердымухамедов`: two parts of one name, side by side.

    A word that no dictionary knows, and that does not owe its capital to its place, is part of the
    name behind it.
    """
    begins_sentence = tokens.begins_sentence
    taken = {mention.end - 1 for mention in scores}
    for mention in scores:
        at = mention.start - 1
        if (
            mention.label == "PER"
            and mention.size == 1
            and at >= 0
            and at not in taken
            and not begins_sentence[mention.start]
            and not begins_sentence[at]
            and (
                _is_unknown_name(tokens.words[at])
                or _is_given_before(tokens.words[at], tokens.words[mention.start])
            )
        ):
            scores = join(scores, Mention(at, mention.end, "PER"))
    return scores


def _is_unknown_name(word: str) -> bool:
    return _CYRILLIC_NAME.fullmatch(word) is not None and not is_known(word.lower())


def _is_given_before(word: str, surname: str) -> bool:
    """`Че Гевара`: nothing but a first name, before what is none."""
    return (
        word.istitle()
        and is_known(word.lower())
        and not has_grammeme(surname.lower(), "Name")
        and "Name" in tags(word)[0].grammemes
    )


def _is_beside_person(tokens: Tokens, scores: Scores, at: int) -> bool:
    """Whether a person and `и` are right before a token."""
    return tokens.words[at - 1] == "и" and any(
        mention.label == "PER" and mention.end == at - 1 for mention in scores
    )


def join_particles(tokens: Tokens, scores: Scores) -> Scores:
    """`фон Манштейн`: what a surname of the nobility begins with."""
    if _PARTICLES.isdisjoint(tokens.forms):
        return scores
    for mention in scores:
        start = mention.start
        if (
            mention.label == "PER"
            and start > 1
            and tokens.words[start - 1] in _PARTICLES
            and tokens.words[start - 2].isalpha()
            and is_post(tokens.words[start - 2])
        ):
            scores = join(scores, mention._replace(start=start - 1))
    return scores


def rename_places(tokens: Tokens, scores: Scores) -> Scores:
    """`Пушкине Александре`, `Тулу`: a surname and a first name in one case, or a place alone."""
    return {
        mention._replace(label="PER")
        if mention.label == "LOC"
        and mention.size == 2
        and _are_halves(tokens.words[mention.start], tokens.words[mention.start + 1])
        and not (mention.start and is_thing(tokens.words[mention.start - 1]))
        else mention._replace(label="LOC")
        if mention.label == "PER"
        and mention.size == 1
        and _is_place_alone(tokens.words[mention.start])
        and not is_quoted(tokens, mention)
        else mention: score
        for mention, score in scores.items()
    }


@lru_cache(maxsize=CACHED_ANSWERS)
def _is_place_alone(word: str) -> bool:
    return (
        word.istitle()
        and is_known(word.lower())
        and all(tag.grammemes >= _PLACE for tag in tags(word))
        and not lemma(word).endswith(_ENDINGS_OF_WOMEN)
    )


def join_halves(tokens: Tokens, scores: Scores) -> Scores:
    """`Цой Альберт`, found as two: a first name and a surname that agrees are one in a list.

    In a sentence they may be two: `внучка Шаймиева Камиля`.
    """
    words = tokens.words
    for before, mention in pairwise(scores):
        if (
            before.label == mention.label == "PER"
            and before.end == mention.start
            and before.size == mention.size == 1
            and (tokens.begins_sentence[before.start] or not words[before.start - 1].isalpha())
            and not tokens.begins_sentence[mention.start]
            and _are_halves(words[before.start], words[mention.start])
        ):
            scores = join(scores, Mention(before.start, mention.end, "PER"))
    return scores


def join_unknown(tokens: Tokens, scores: Scores) -> Scores:
    """`Махамат`, `Идрис Деби`, found as two: a name that nobody knows goes with what follows.

    In the genitive it may be another's: `сын Байдена Хантер`.
    """
    for before, mention in pairwise(scores):
        if (
            before.label == mention.label == "PER"
            and before.end == mention.start
            and before.size == 1
            and not tokens.begins_sentence[mention.start]
            and _NOMINATIVE_ABROAD.fullmatch(tokens.words[before.start])
            and not is_known(tokens.words[before.start].lower())
            and any(tag.case in ("nomn", None) for tag in tags(tokens.words[mention.end - 1]))
            and before in scores
        ):
            scores = join(scores, Mention(before.start, mention.end, "PER"))
    return scores


def _are_halves(one: str, other: str) -> bool:
    if one.isupper() != other.isupper():
        return False
    is_first = [has_grammeme(word.lower(), "Name") for word in (one, other)]
    return sum(is_first) == 1 and any(
        tag.case == like.case and tag.gender == like.gender
        for tag in tags(one)
        for like in tags(other)
        if ("Name" in (tag if is_first[0] else like).grammemes)
        and ("Surn" in (like if is_first[0] else tag).grammemes)
    )


def leave_titles(tokens: Tokens, scores: Scores) -> Scores:
    """`Академик Сагдеев`, `Дача Чехова`, `Осуждён Лебедев`: what comes before the name.

    In a sentence, few posts have a capital: `Шериф Исмаил` is called so.
    """
    words = tokens.words

    def is_title(mention: Mention) -> bool:
        return (
            mention.label == "PER"
            and mention.size > 1
            # `Франк-Вальтер Штайнмайер`
            and (words[mention.start + 1] != "-" or is_no_name(words[mention.start + 2]))
            and (
                _is_title(tokens, mention.start)
                # `Султан Хассанал Болкиах`
                or (mention.size > 2 and lemma(words[mention.start]) in _HONOURS)
                or (
                    tokens.begins_sentence[mention.start]
                    and (
                        _is_possession(words[mention.start], words[mention.end - 1])
                        or is_predicate(words[mention.start])
                    )
                )
            )
        )

    def left(mention: Mention) -> Mention:
        start = mention.start + 1
        # `Хирург-онколог Иванов`
        while words[start] == "-" and start + 2 < mention.end:
            start += 2
        return mention._replace(start=start)

    return {
        left(mention) if is_title(mention) else mention: score for mention, score in scores.items()
    }


def _is_title(tokens: Tokens, at: int) -> bool:
    """Whether a token is a post, and no first name that looks like one: `Пан Ги Мун`."""
    word = tokens.words[at]
    return (
        is_post(word)
        and _NAMESAKES_OF_POSTS.isdisjoint((word.lower(), lemma(word)))
        and (tokens.begins_sentence[at] or not word.istitle() or lemma(word) in _HONOURS)
    )


def join_surnames(tokens: Tokens, scores: Scores) -> Scores:
    """`Гришан Юрий Фёдорович`: what stands before first name and patronymic is the surname."""
    words = tokens.words
    # A longer name that ends right before this one has its surname.
    ends = {mention.end for mention in scores if mention.size > 1}
    for mention in scores:
        start = mention.start
        if (
            mention.label == "PER"
            and mention.size == 2
            and start
            and start not in ends
            and words[start - 1][0].isupper()
            and may_be(words[start], "Name")
            and may_be(words[start + 1], "Patr")
            and _may_be_surname(tokens, start - 1, words[start + 1])
        ):
            scores = join(scores, Mention(start - 1, mention.end, "PER"))
    return scores


def join_surnames_after_posts(tokens: Tokens, scores: Scores) -> Scores:
    """`рядовой Заяц Андрей`, `выдала Король А. Д.`: the surname, though it is another word, too.

    Behind a post, or before initials alone, a word with a capital is no other post.
    """
    words = tokens.words
    taken = {mention.end - 1 for mention in scores}
    for mention in scores:
        at = mention.start - 1
        if (
            mention.label == "PER"
            and at > 0
            and at not in taken
            and words[at].istitle()
            and not tokens.begins_sentence[at]
            and not tokens.begins_sentence[mention.start]
            and (
                _is_initials(words[mention.start : mention.end])
                or (
                    is_post(words[at])
                    and lemma(words[at]) not in _HONOURS
                    and (
                        _is_beside_person(tokens, scores, at)
                        or is_post(words[at - 2 if words[at - 1] == ":" else at - 1])
                    )
                    and (
                        has_grammeme(words[mention.start].lower(), "Name")
                        # `маршал Халифа Хафтар`: a title is a first name, too, abroad
                        or (mention.size == 1 and not is_known(words[mention.start].lower()))
                    )
                )
            )
        ):
            scores = join(scores, Mention(at, mention.end, "PER"))
    return scores


def name_like_adjectives(tokens: Tokens, scores: Scores) -> Scores:
    """`Зеленский назначил`, `Зеленский: …`: with nothing to describe, it is a surname."""
    words = tokens.words
    people = []
    for at in tokens.capitals_ending(_LIKE_ADJECTIVES):
        following = words[at + 1]
        is_alone = (
            following in _BEHIND_NAMES
            or (following.islower() and tags(following)[0].POS in _NOT_DESCRIBED)
            or (
                following == "и"
                and any(other.start == at + 2 and other.label == "PER" for other in scores)
            )
        )
        if is_alone and any(tag.grammemes >= _SURNAME for tag in tags(words[at])):
            people.append(Mention(at, at + 1, "PER"))
    return put_each(scores, people, _WHO_DOES)


def join_named_after(tokens: Tokens, scores: Scores) -> Scores:
    """`НМИЦ` + `имени Гамалеи`: whom an organisation is named after is part of its name."""
    if _NAMED_AFTER.isdisjoint(tokens.forms):
        return scores
    ends = {mention.end: mention for mention in scores}
    for mention in scores:
        at = mention.start - 1
        if mention.label != "PER" or at < 1 or tokens.words[at] not in _NAMED_AFTER:
            continue
        named = ends.get(at)
        if named is None and len(tokens.words[at - 1]) > 2 and tokens.words[at - 1].isupper():
            named = Mention(at - 1, at, "ORG")
        if named and named.label == "ORG":
            scores = join(scores, Mention(named.start, mention.end, "ORG"))
    return scores


def move_initials(tokens: Tokens, scores: Scores) -> Scores:
    """`Роман Л. Н. Толстого`: initials belong to the surname behind them, not to a thing before."""
    words = tokens.words
    taken = {mention.start for mention in scores}
    for mention in scores:
        start, end, label = mention
        if (
            label in ("PER", "ORG")
            and end - start > 1
            and end < len(words)
            and end not in taken
            and words[end].istitle()
            and len(words[end]) > 1
            and not tokens.begins_sentence[end]
            and tokens.begins_sentence[start]
            and is_thing(words[start])
            and _is_initials(words[start + 1 : end])
        ):
            others = {other: score for other, score in scores.items() if other != mention}
            scores = put(others, Mention(start + 1, end + 1, "PER"), scores[mention])
    return scores


def join_patronymics(tokens: Tokens, scores: Scores) -> Scores:
    """`Мамедов Рашад Ильгар оглы`: son or daughter of whom, the last parts of the name."""
    words = tokens.words
    if _SONS.isdisjoint(tokens.forms):
        return scores
    for at, word in enumerate(words):
        if word in _SONS:
            start = at
            # Surname, first name and that of the father.
            while start and at - start < 3 and words[start - 1].istitle():
                if is_post(words[start - 1]):
                    break
                start -= 1
            name = Mention(start, at + 1, "PER")
            people = [other for other in scores if other.label == "PER" and other.overlaps(name)]
            if people:
                # `Бакыт уулу Нурлан`: a name may follow
                name = name._replace(end=max(name.end, people[-1].end))
                scores = put(scores, name, max(scores[o] for o in scores if o.overlaps(name)))
    return scores


def rename_double_names(tokens: Tokens, scores: Scores) -> Scores:
    """`Абдул-Хаким`: two first names make no place, unless it is called one (`атолл`)."""
    return {
        mention._replace(label="PER")
        if mention.label == "LOC"
        and mention.size == 3
        and tokens.words[mention.start + 1] == "-"
        and has_grammeme(tokens.words[mention.start].lower(), "Name")
        and (
            has_grammeme(tokens.words[mention.end - 1].lower(), "Name")
            or _is_beside_person(tokens, scores, mention.start)
        )
        and not may_be(tokens.text_of(mention), "Geox")
        and not (mention.start and tokens.words[mention.start - 1] in _WHERE)
        and not (mention.start and is_thing(tokens.words[mention.start - 1]))
        else mention: score
        for mention, score in scores.items()
    }


def part_namesakes(tokens: Tokens, scores: Scores) -> Scores:
    """`Ким Чен Ира Ким Ир Сен`: two people of a family whose surname comes first."""
    parted: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        if label == "PER" and end - start > 3:
            surnames = [
                at
                for at in range(start, end - 1)
                if tokens.words[at].lower() in SURNAMES_GIVEN_FIRST
            ]
            second = next((at for at in surnames if at > start + 1), None)
            if second and surnames[0] == start:
                parted[Mention(start, second, "PER")] = score
                mention = Mention(second, end, "PER")
        parted[mention] = score
    return parted


def _is_initials(words: Sequence[str]) -> bool:
    """Whether these are initials alone: `А. Д.`, `А.Д.`"""
    return any(word[0].isupper() for word in words) and all(map(_INITIALS.fullmatch, words))


def _is_initial(word: str) -> bool:
    """Whether a token is a capital, with its full stop or without."""
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def _may_be_surname(tokens: Tokens, at: int, patronymic: str) -> bool:
    """Whether a token with a capital could be the surname of whose patronymic this is."""
    word = tokens.words[at]
    if not word.isalpha() or word.isupper() != patronymic.isupper():
        return False
    is_first = tokens.begins_sentence[at]
    if not is_known(word.lower()) or (not is_first and _is_undeclined(word, patronymic)):
        return True
    readings = tags(word)
    if {tag.case for tag in readings}.isdisjoint(tag.case for tag in tags(patronymic)):
        return False
    # A word that only begins a sentence is what it seems: `Депутат Иван Петрович`.
    return any("Surn" in tag.grammemes for tag in readings) or not (
        is_first or word.isupper() or is_post(word)
    )


def _is_undeclined(word: str, patronymic: str) -> bool:
    """`Мельник Оксаны Юрьевны`: a woman's surname that ends in a consonant stays as it is."""
    return (
        word.istitle()
        and any(tag.grammemes >= _MAN for tag in tags(word))
        # A post before her name would stand in its case.
        and tags(patronymic)[0].case != "nomn"
        and all("femn" in tag.grammemes for tag in tags(patronymic) if "Patr" in tag.grammemes)
    )


def _is_possession(thing: str, owner: str) -> bool:
    """`Дача Немировича-Данченко`, `Роман Толкина`: a thing, and whose it is in the genitive.

    A first name agrees with the surname, in case and gender: `Роман Толкин`.
    """
    likeliest = tags(thing)[0]
    if (
        not likeliest.grammemes >= _THING_ITSELF
        or not is_known(thing.lower())
        or thing.lower() in SURNAMES_GIVEN_FIRST
    ):
        return False
    names = [tag for tag in tags(owner) if not _NAMES_OF_PEOPLE.isdisjoint(tag.grammemes)]
    return any(tag.case == "gent" for tag in names) and not any(
        first.case == name.case and name.gender in (first.gender, None)
        for first in tags(thing)
        if "Name" in first.grammemes
        for name in names
    )
