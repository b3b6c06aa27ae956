"""What quotes around names, or inside them, tell: nicknames, works, clubs called after places."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from spacy.lang.lex_attrs import is_punct

from newscli.pipeline.recognizer.dictionary import agree, is_adjective, is_thing, lemma, tags
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join, put, put_each
from newscli.pipeline.recognizer.well_known import is_well_known

_MARKS = frozenset("«»„“”\"'")
_OPENING, _CLOSING = frozenset("«„“\"'"), frozenset("»“”\"'")
# `Владимир «Вован» Кузнецов`: a nickname has no more words.
_LONGEST_NICKNAME = 3
_LONGEST_QUOTED = 8
# Of what stands before a quote, no more letters are looked at.
_LONGEST_WORD = 60
# How often what stands in quotes after one of these is an organisation where the network saw none.
_CALLED_SO = 0.8
# Works and ships: what stands in quotes after one of these is its name, whatever is in it.
WORKS = frozenset(
    (
        *("фильм", "мультфильм", "сериал", "картина", "лента", "комедия", "драма", "мелодрама"),
        *("спектакль", "пьеса", "опера", "оперетта", "балет", "мюзикл", "постановка", "премьера"),
        *("роман", "повесть", "рассказ", "книга", "поэма", "сказка", "стихотворение", "трилогия"),
        *("песня", "романс", "альбом", "клип", "хит", "игра", "шоу", "памятник", "скульптура"),
        *("теплоход", "пароход", "крейсер", "фрегат", "эсминец", "корвет", "линкор", "танкер"),
        *("сухогруз", "траулер", "ледокол", "паром", "яхта", "катер", "баржа", "судно", "корабль"),
        *("подлодка", "поезд", "экспресс", "орден", "медаль", "премия", "сорт", "конкурс"),
        *("фестиваль", "выставка", "операция", "программа", "проект", "газопровод", "форум"),
        *("лекция", "цикл", "передача"),
        *("телепередача", "телесериал", "мультсериал", "ролик", "сборник", "мемуары", "очерк"),
        *("лайнер", "шхуна", "буксир", "парусник", "субмарина", "апл", "лодка"),
        *("атомоход", "ракета"),
        *("спутник", "гимн", "трагедия", "триллер", "блокбастер", "кинофильм"),
    )
)
_LEGAL_FORMS = frozenset(
    ("ооо", "ао", "оао", "зао", "пао", "нао", "тоо", "ип", "гуп", "муп", "фгуп", "нко", "ано")
)
# Who belongs to what follows in quotes, if that is short: a longer one is an article of theirs.
_AFFILIATED = frozenset(
    (
        *("корреспондент", "спецкор", "собкор", "обозреватель", "главред", "пресс-служба"),
        *("сотрудник", "акционер", "гендиректор", "форвард", "вратарь", "защитник"),
        *("полузащитник", "хоккеист", "футболист", "болельщик", "фанат", "тренер"),
        *("нападающий", "голкипер", "игрок", "капитан", "труппа", "сцена", "худрук", "солист"),
        *("фронтмен", "вокалист", "основатель", "сооснователь", "совладелец", "офис"),
        *("журналист", "журналистка", "корреспондентка", "редакция", "издатель"),
        *("менеджер", "работник", "менеджмент", "руководство", "глава", "президент", "директор"),
        *("руководитель", "гонщик", "пилот", "велогонщик", "баскетболист", "волейболист"),
        *("гандболист", "легионер", "хавбек", "воспитанник", "новичок", "владелец", "владелица"),
        *("учредитель", "соучредитель", "председатель", "представитель", "юрист", "аналитик"),
        *("эксперт", "редактор", "лидер", "пресс-секретарь", "спикер", "сотрудница", "инвестор"),
    )
)
_LONGEST_EMPLOYER = 2
_CLASS_WORDS = _LEGAL_FORMS | frozenset(
    (
        *("компания", "фирма", "корпорация", "холдинг", "концерн", "банк", "завод", "фабрика"),
        *("комбинат", "совхоз", "колхоз", "агрофирма", "птицефабрика", "магазин", "супермаркет"),
        *("гипермаркет", "кафе", "ресторан", "пекарня", "аптека", "автосалон", "агентство"),
        *("информагентство", "газета", "журнал", "издание", "еженедельник", "издательство"),
        *("телеканал", "телекомпания", "радиостанция", "портал", "партия", "движение", "фонд"),
        *("ассоциация", "клуб", "команда", "авиакомпания", "туроператор", "страховщик"),
        *("застройщик", "оператор", "типография", "кинокомпания", "киностудия", "ансамбль"),
        *("бар", "кофейня", "пиццерия", "пивоварня", "кинотеатр", "отель", "гостиница", "хостел"),
        *("санаторий", "пансионат", "тц", "трц", "центр", "турфирма", "трест", "шахта", "рудник"),
        *("нпо", "нии", "нпц", "гк", "ук", "тд", "чоп", "мотоклуб", "хор", "оркестр", "студия"),
        *("сеть", "сервис", "маркетплейс", "соцсеть", "клиника", "театр", "радио", "сайт"),
        *("рынок", "ферма", "стартап", "контора", "медиахолдинг", "агрохолдинг", "автохолдинг"),
    )
)
# What nothing but a team or a group does, as the subject of a sentence or of what follows a comma.
_DEEDS = frozenset(("сыграть", "спеть", "обыграть", "разгромить", "переиграть", "одолеть"))
# What somebody has or does in a work.
_PARTS_PLAYED = frozenset(
    (
        *("роль", "партия", "сняться", "сниматься", "сыграть", "играть", "петь", "спеть"),
        *("читать", "прочитать", "описать", "писать"),
    )
)
# Names in quotes with nothing but `и` or a mark between them.
_QUOTED = '[«„“"]([А-ЯЁA-Z][^«»„“”"\n]{1,40})[»“”"]'
_BEATS = r"(?:обыгра|разгроми|победи|уступи|проигра|купи|приобре|поглоти)[а-яё]{1,6}"
_QUOTED_NAME = re.compile(_QUOTED)
_NEIGHBOURS = re.compile(rf"{_QUOTED}(?:\s?(?:,|и|или|[–—-]|{_BEATS})\s?{_QUOTED})+")
_STATION = re.compile('метро [«„"]([А-ЯЁ][^«»„“”"\n]{1,30})[»“”"]')
# Behind one of these is how somebody is called.
_CALLED = frozenset(
    (
        *("позывной", "позывного", "позывному", "позывным", "кличка", "кличке", "кличку"),
        *("кличкой", "прозвище", "прозвища", "прозвищу", "прозвищем", "псевдоним", "псевдонимом"),
    )
)
_NAMED_WITH = frozenset(("РИА",))
# The word before a quote, read backwards.
_LAST_WORD = re.compile(r"\s?([^\W\d_]+)")


def join_nicknames(tokens: Tokens, scores: Scores) -> Scores:
    """`Владимир «Вован» Кузнецов` is one person, whatever was found inside the quotes."""
    if _MARKS.isdisjoint(tokens.forms):
        return scores
    people = [mention for mention in scores if mention.label == "PER"]
    for at, first in enumerate(people):
        # The nickname may have been found as a person, too.
        for last in people[at + 1 : at + 3]:
            between = tokens.words[first.end : last.start]
            if first in scores and (
                _is_nickname(between)
                or (last is people[at + 1] and _is_begun_nickname(tokens, first, between))
            ):
                scores = join(scores, Mention(first.start, last.end, "PER"))
    return scores


def join_quoted(tokens: Tokens, scores: Scores) -> Scores:
    """`«Единая Россия»`: a place in the nominative that ends a quoted name is part of it.

    So is one in another case whose adjective was found before it: `«Единой России»`.
    """
    if _OPENING.isdisjoint(tokens.forms):
        return scores
    for before, mention in pairwise(scores):
        if (
            (before.label, mention.label) == ("ORG", "LOC")
            and before.end == mention.start
            and is_quoted(tokens, Mention(before.start, mention.end, "ORG"))
            and (
                tags(tokens.words[mention.end - 1])[0].case == "nomn"
                or agree(tokens.words[before.end - 1], tokens.words[mention.start])
            )
        ):
            scores = join(scores, Mention(before.start, mention.end, "ORG"))
    return scores


def leave_class_words(tokens: Tokens, scores: Scores) -> Scores:
    """`ООО «Ромашка»`, `Партия „Яблоко“`: one word before a quoted name is not part of it.

    But `РИА «Новости»` is: news of whom, nobody could tell.
    """
    if _OPENING.isdisjoint(tokens.forms):
        return scores
    left: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        if label == "ORG" and end - start > 3 and tokens.words[start + 1] in _OPENING:
            closing = _closing(tokens, start + 1, end + 1)
            is_apart = tokens.words[start] not in _NAMED_WITH
            if is_apart and closing is not None and closing >= end - 1:
                mention = Mention(start + 2, closing, "ORG")
            elif closing is None and tokens.words[start].lower() in _LEGAL_FORMS:
                # `ООО «УК «Ромашка»`: one mark closes both
                mention = Mention(start + 2, end, "ORG")
        elif label == "ORG" and start > 1 and tokens.words[start - 2] in _NAMED_WITH:
            mention = Mention(start - 2, end + 1, "ORG") if is_quoted(tokens, mention) else mention
        left[mention] = score
    return left


def drop_titles(tokens: Tokens, scores: Scores) -> Scores:
    """`фильм «Александр Невский»`, `роман «Братья Карамазовы»`, `крейсер "Москва"`: no names.

    Nobody's full name stands in quotes by itself, either: `«Анна Каренина»` is a work. Whose it is
    may stand between: `роман Толстого «Воскресение»`.
    """
    if _OPENING.isdisjoint(tokens.forms):
        return scores
    # Whose works are told of, by where their titles' quotes open.
    openings = frozenset(tokens.places_of(_OPENING))
    authors = frozenset(
        mention.end
        for mention in scores
        if mention.end in openings
        and mention.label == "PER"
        and mention.start
        and lemma(tokens.words[mention.start - 1]) in WORKS
    )
    return {
        mention: score
        for mention, score in scores.items()
        if not _is_title(tokens, scores, mention, authors)
    }


def _is_title(tokens: Tokens, scores: Scores, mention: Mention, authors: frozenset[int]) -> bool:
    if mention.label not in ("PER", "LOC", "ORG"):
        return False
    if mention.label == "ORG":
        # `проект «Сила Сибири»`, of which a word was found
        around = None if mention.size > 1 else _quoted_around(tokens, mention)
        return (
            around is not None
            and mention.start == around.start
            and mention.end < around.end
            and around.start > 1
            and lemma(tokens.words[around.start - 2]) in WORKS
        ) or _is_work_of(tokens, mention, authors)
    quoted = _quoted_around(tokens, mention)
    # `фильм «Сталин. Последние дни»`: a title may have two sentences.
    if (
        quoted is None
        and mention.start > 1
        and tokens.words[mention.start - 1] in _OPENING
        and tokens.words[mention.end : mention.end + 1] == ["."]
    ):
        return lemma(tokens.words[mention.start - 2]) in WORKS
    return (
        quoted is not None
        and (
            _is_called_so(tokens, mention, quoted)
            or _is_described(tokens, mention, quoted)
            or _is_work_of(tokens, mention, authors)
        )
        and not any(
            other.label == "ORG"
            and other.overlaps(quoted)
            and not _is_title(tokens, scores, other, authors)
            for other in scores
        )
    )


def rename_quoted_places(tokens: Tokens, scores: Scores) -> Scores:
    """`обыграл «Сочи»`: what is called after a place, in quotes, is no place."""
    if _OPENING.isdisjoint(tokens.forms):
        return scores
    return {
        mention._replace(label="ORG")
        if mention.label == "LOC"
        and is_quoted(tokens, mention)
        # `самопровозглашённая «Абхазия»`: quotes of doubt, not of a name.
        and not (mention.start > 1 and is_adjective(tokens.words[mention.start - 2]))
        else mention: score
        for mention, score in scores.items()
    }


def name_after_class_words(tokens: Tokens, scores: Scores) -> Scores:
    """`пекарня «Буханкин»`, `колхоз «Путь Ильича»`: called so, an organisation is meant."""
    words = tokens.words
    if _OPENING.isdisjoint(tokens.forms):
        return scores
    for opening in tokens.places_of(_OPENING):
        closing = _closing(tokens, opening, opening + _LONGEST_QUOTED)
        if closing is None or closing == opening + 1 or not words[opening + 1][0].isupper():
            continue
        name = Mention(opening + 1, closing, "ORG")
        before = _word_before(tokens, opening)
        known = [other for other in scores if other.label == "ORG" and other.overlaps(name)]
        # `глава «Опоры России»`, of which a part was found
        is_nested = all(
            other.size < name.size and (before in _LEGAL_FORMS or other.start == name.start)
            for other in known
        )
        if is_nested and name.size <= _longest_name_after(before, words[opening - 2]):
            scores = put(scores, name, _CALLED_SO)
    return scores


def name_who_play(tokens: Tokens, scores: Scores) -> Scores:
    """`„Карелия“ сыграет`, `«Алиса» споёт`: who plays and sings by what is quoted is a group."""
    words = tokens.words
    if _OPENING.isdisjoint(tokens.forms):
        return scores
    for opening in tokens.places_of(_OPENING):
        if not words[opening + 1 : opening + 2] or not words[opening + 1][0].isupper():
            continue
        closing = _closing(tokens, opening, opening + _LONGEST_EMPLOYER + 1)
        following = words[closing + 1 : closing + 2] if closing else []
        if not closing or closing == opening + 1 or not following or not following[0].isalpha():
            continue
        name = Mention(opening + 1, closing, "ORG")
        if (
            lemma(following[0]) in _DEEDS
            and not _is_another_thing(words[opening - 1] if opening else "")
            and all(
                other.label == "PER" or other.size < name.size
                for other in scores
                if other.overlaps(name)
            )
        ):
            scores = put(scores, name, _CALLED_SO)
    return scores


def name_where(tokens: Tokens, scores: Scores) -> Scores:
    """`бал в «Метрополе»`: what something is in, but for a part in `«Онегине»`, is no work.

    What it is on is an organisation if everybody knows it: `на «Мосфильме»`.
    """
    words = tokens.words
    if _OPENING.isdisjoint(tokens.forms):
        return scores
    for opening in tokens.places_of(_OPENING):
        at = opening - 1
        if not 0 <= at < len(words) - 3 or words[at].lower() not in ("в", "во", "на"):
            continue
        if words[at].lower() == "на" and not is_well_known(words[at + 2]):
            continue
        closing = _closing(tokens, at + 1, at + _LONGEST_EMPLOYER + 2)
        if closing is None or closing == at + 2:
            continue
        name = Mention(at + 2, closing, "ORG")
        if (
            words[at + 2].istitle()
            and words[closing - 1].istitle()
            and any(tag.case == "loct" and tag.number == "sing" for tag in tags(words[closing - 1]))
            and not any(
                tag.case == "nomn" or "anim" in tag.grammemes for tag in tags(words[closing - 1])
            )
            and (not at or lemma(words[at - 1]) not in _PARTS_PLAYED)
            and not any(other.overlaps(name) for other in scores)
        ):
            scores = put(scores, name, _CALLED_SO)
    return scores


def name_stations(tokens: Tokens, scores: Scores) -> Scores:
    """`у метро «Сокол»`: where trains stop is a place."""
    if "метро" not in tokens.forms:
        return scores
    found = (tokens.mention(*station.span(1), "LOC") for station in _STATION.finditer(tokens.text))
    return put_each(scores, filter(None, found), _CALLED_SO, instead=("ORG", "PER"))


def name_nicknames(tokens: Tokens, scores: Scores) -> Scores:
    """`с позывным «Моторола»`, `по кличке «Сыч»`: what somebody is called, whatever it is."""
    words = tokens.words
    if _CALLED.isdisjoint(tokens.forms):
        return scores
    names = (
        Mention(at + 2, closing, "PER")
        for at in tokens.places_of(_CALLED)
        if words[at + 1 : at + 2]
        and words[at + 1] in _OPENING
        and (closing := _closing(tokens, at + 1, at + _LONGEST_NICKNAME + 2))
        and closing > at + 2
        and words[at + 2][0].isupper()
    )
    return put_each(scores, names, _CALLED_SO, instead=("ORG", "LOC"))


def name_beside_quoted(tokens: Tokens, scores: Scores) -> Scores:
    """`«Лента» и «Перекрёсток»`: beside organisations, what is quoted as well is another."""
    if _OPENING.isdisjoint(tokens.forms) or not any(
        mention.label == "ORG" and is_quoted(tokens, mention) for mention in scores
    ):
        return scores
    for found in _NEIGHBOURS.finditer(tokens.text):
        listed = _QUOTED_NAME.finditer(tokens.text, *found.span())
        names = [name for each in listed if (name := tokens.mention(*each.span(1), "ORG"))]
        # One of two, two of three or four …: a song or two of a list may be called as a band.
        if not names or sum(name in scores for name in names) * 2 < len(names):
            continue
        if names[0].start > 1 and _is_another_thing(tokens.words[names[0].start - 2]):
            continue
        for name in names:
            if not any(
                mention.overlaps(name) and (mention.label != "PER" or name.size > 1)
                for mention in scores
            ):
                scores = put(scores, name, _CALLED_SO)
    return scores


def _is_another_thing(word: str) -> bool:
    """`суда «Андромеда» и «Заря»`: what is called so is no organisation."""
    return is_thing(word) and lemma(word) not in _CLASS_WORDS


def is_class_word(word: str) -> bool:
    """Whether a word says that an organisation's name follows, as `банка`, `ООО` do."""
    return word.isalpha() and lemma(word) in _CLASS_WORDS and tags(word)[0].number == "sing"


def is_quoted(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention stands between quotes."""
    words = tokens.words
    # A token behind may hold more than the quote: `»;21`.
    return (
        mention.start > 0
        and mention.end < len(words)
        and words[mention.start - 1][-1] in _OPENING
        and words[mention.end][0] in _CLOSING
    )


def is_in_quotes(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention is, or is part of, what stands in quotes and is no longer than a name."""
    return _quoted_around(tokens, mention) is not None


def _is_nickname(between: Sequence[str]) -> bool:
    """Whether this is a quoted nickname: `«Вован»`, `"Малыш Жора"`."""
    return (
        3 <= len(between) <= _LONGEST_NICKNAME + 2
        and between[0] in _OPENING
        and between[-1] in _CLOSING
        and not any(is_punct(word) for word in between[1:-1])
    )


def _is_begun_nickname(tokens: Tokens, first: Mention, between: Sequence[str]) -> bool:
    """Whether a mention holds a nickname too, with its closing quote or with that right behind."""
    words = tokens.words[first.start : first.end]
    if len(words) < 2 or len(between) > 1:
        return False
    if not between:
        return words[-1] in _CLOSING
    return between[0] in _CLOSING and sum(word in _MARKS for word in words) % 2 == 1


def _quoted_around(tokens: Tokens, mention: Mention) -> Mention | None:
    """What the innermost quotes around a mention hold, if it is no longer than a name."""
    # No further back than two quoted names: a sentence may be as long as the text.
    begin = max(0, mention.start - 2 * _LONGEST_QUOTED)
    before = tokens.words[begin : mention.start]
    if _OPENING.isdisjoint(before):
        return None
    open_quotes: list[int] = []
    for at, word in enumerate(before, begin):
        if tokens.begins_sentence[at]:
            open_quotes.clear()
        if open_quotes and word[0] in _CLOSING and word not in ("«", "„"):
            open_quotes.pop()
        elif word in _OPENING:
            open_quotes.append(at)
    if not open_quotes:
        return None
    opening = open_quotes[-1]
    closing = _closing(tokens, opening, opening + _LONGEST_QUOTED + 1)
    if closing is None or closing < mention.end:
        return None
    return Mention(opening + 1, closing, "")


def _is_called_so(tokens: Tokens, mention: Mention, quoted: Mention) -> bool:
    """Whether a person's or place's mention in quotes is, or is part of, what a thing is called."""
    before = tokens.words[quoted.start - 2] if quoted.start > 1 else ""
    if before and lemma(before) in WORKS:
        return True
    if mention.label == "PER" and _is_pair(tokens.words[quoted.start : quoted.end]):
        return True
    is_all = mention.start == quoted.start and mention.end == quoted.end
    return is_all and (is_thing(before) or (mention.label == "PER" and mention.size > 1))


def _is_work_of(tokens: Tokens, mention: Mention, authors: Container[int]) -> bool:
    """`роман Толстого «Воскресение»`: whether a mention is in what an author's work is called."""
    quoted = _quoted_around(tokens, mention) if authors else None
    return quoted is not None and quoted.start - 1 in authors


def _is_described(tokens: Tokens, mention: Mention, quoted: Mention) -> bool:
    """`«Вечерний Ургант»`: an adjective and a name, which are not how somebody is called."""
    return (
        mention.label == "PER"
        and mention.size == 1
        and quoted.size == 2
        and mention.end == quoted.end
        and tokens.words[quoted.start].istitle()
        and agree(tokens.words[quoted.start], tokens.words[mention.start])
    )


def _is_pair(words: Sequence[str]) -> bool:
    """Whether these are two by name alone: `Ромео и Джульетта`, `Маша и Медведь`."""
    return len(words) == 3 and words[1] == "и" and words[0].istitle() and words[2].istitle()


def _closing(tokens: Tokens, opening: int, last: int) -> int | None:
    """The quote that closes the one given, in its sentence and no later than the token `last`.

    Quotes may stand within quotes.
    """
    depth = 0
    for at, word in enumerate(tokens.words[opening : last + 1], opening):
        if tokens.begins_sentence[at] and at > opening:
            return None
        if word in _OPENING and not (depth and word in _CLOSING):
            depth += 1
        elif word in _CLOSING:
            depth -= 1
            if depth == 0:
                return at
    return None


def _word_before(tokens: Tokens, at: int) -> str:
    """The word that ends right before a token, in lower case; nothing if none does."""
    end = tokens.starts[at]
    found = _LAST_WORD.match(tokens.text[max(0, end - _LONGEST_WORD) : end][::-1])
    return found[1][::-1].lower() if found else ""


def _longest_name_after(word: str, before: str) -> int:
    """How many words an organisation's name in quotes may have after a word.

    0 if the word does not say that an organisation follows, as `банка`, `ООО`, `тренер` do;
    `before` is the word before it: `специально для`.
    """
    if (word, before.lower()) == ("для", "специально"):
        return _LONGEST_EMPLOYER
    called = lemma(word) if word else ""
    if called in _CLASS_WORDS:
        return _LONGEST_QUOTED
    return _LONGEST_EMPLOYER if called in _AFFILIATED else 0
