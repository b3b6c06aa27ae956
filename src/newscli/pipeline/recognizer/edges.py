"""Where a name begins and ends, as far as marks and quotes tell: the network sees words alone.

Each rule looks at one mention, or at neighbours, and gives back what becomes of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newscli.pipeline.attributes import overlap
from newscli.pipeline.morphology import parses
from newscli.pipeline.names.east_asian import SURNAMES_GIVEN_FIRST
from newscli.pipeline.recognizer.tables import read_tables
from newscli.pipeline.recognizer.well_known import name_well_known
from newscli.pipeline.recognizer.words import Word

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

Scores = Mapping[Span, float]

# Function words and marks with which no name ends.
_NEVER_LAST = frozenset(
    (
        *("и", "или", "а", "но", "в", "во", "на", "с", "со", "из", "у", "о", "об", "по", "от"),
        *("для", ",", "/", "«", "„", "("),
    )
)
_QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"'}
# A surname with initials behind it, before another word.
_INITIALS_LAST = re.compile(r"[^\W\d_]{2,}(?: [А-ЯЁA-Z] \.)+(?= [^\W\d_]{2,})")
_QUOTE_MARKS = frozenset("«»„“”\"'")
_OPENING, _CLOSING = frozenset("«„“\"'"), frozenset("»“”\"'")
# `Владимир «Вован» Кузнецов`: a nickname has no more words.
_LONGEST_NICKNAME = 3
_LONGEST_QUOTED = 8
# Nobody and nothing has a name of a longer word: it is rubbish.
_LONGEST_WORD = 60
_QUOTE = re.compile(r"[«„“\"']")
_FOR_A_PAPER = re.compile(r"\bспециально для\s?$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s?$")
_CYRILLIC_NAME = re.compile("[А-ЯЁ][а-яё]{2,}")
# Common first names, without those that well-known brands begin with (`Louis`, `Calvin`).
_LATIN_FIRST_NAMES = frozenset(
    (
        *(
            "John",
            "Mary",
            "Robert",
            "Linda",
            "James",
            "Susan",
            "William",
            "Karen",
            "Thomas",
            "Emma",
        ),
        *(
            "Oliver",
            "Sophie",
            "Alice",
            "Peter",
            "Anna",
            "Hans",
            "Jürgen",
            "Klaus",
            "Ursula",
            "Lena",
        ),
        *("Heinrich", "Pierre", "Jean", "Marie", "Camille", "François", "Antonio", "María", "José"),
        *(
            "Carlos",
            "Lucía",
            "Javier",
            "Giulia",
            "Marco",
            "Paolo",
            "Chiara",
            "João",
            "Paulo",
            "Lars",
        ),
        *("Ingrid", "Sven", "Mikael", "Piotr", "Agnieszka", "Katarzyna", "Petr", "Goran", "Dragan"),
        *("László", "Gábor", "Andrei", "Elena", "Mehmet", "Ahmed", "Fatima", "Omar", "Hassan"),
        *(
            "Rajesh",
            "Priya",
            "Kenji",
            "Hiroshi",
            "Diego",
            "Daniel",
            "David",
            "Sarah",
            "Laura",
            "Mark",
        ),
        *("Steve", "Olga", "Ivan", "Maria", "Kevin", "Albert", "Till", "Brian", "Donald", "George"),
        *("Joseph", "Richard", "Patricia", "Barbara", "Elizabeth", "Jennifer", "Christopher"),
        *("Matthew", "Anthony", "Andrew", "Stephen", "Edward", "Emmanuel", "Nicolas", "Olaf"),
        *("Friedrich", "Sergey", "Sergei", "Dmitry", "Vladimir", "Alexander", "Alexey", "Mikhail"),
        *(
            "Natalia",
            "Tatiana",
            "Ekaterina",
            "Igor",
            "Oleg",
            "Pavel",
            "Boris",
            "Bill",
            "Jeff",
            "Tim",
        ),
    )
)
_LATIN_BODIES = frozenset(
    (
        *("Institute", "University", "Universität", "Université", "College", "School", "Bank"),
        *("Group", "Airlines", "Airways", "Press", "News", "Club", "Company", "Foundation"),
    )
)
_ACRONYM_AND_PLACE = re.compile("[А-ЯЁ]{2,}-[А-ЯЁ][а-яё]+")
_LATIN_LINKS = frozenset(("of", "for", "the", "de", "du", "la", "le", "pour", "di", "in"))
# How often what stands in quotes after one of these is an organisation where the network saw none.
_CALLED_SO = 0.8
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))
# Works and ships: what stands in quotes after one of these is its name, whatever is in it.
_WORKS = frozenset(
    (
        *("фильм", "мультфильм", "сериал", "картина", "лента", "комедия", "драма", "мелодрама"),
        *("спектакль", "пьеса", "опера", "оперетта", "балет", "мюзикл", "постановка", "премьера"),
        *("роман", "повесть", "рассказ", "книга", "поэма", "сказка", "стихотворение", "трилогия"),
        *("песня", "романс", "альбом", "клип", "хит", "игра", "шоу", "памятник", "скульптура"),
        *("теплоход", "пароход", "крейсер", "фрегат", "эсминец", "корвет", "линкор", "танкер"),
        *("сухогруз", "траулер", "ледокол", "паром", "яхта", "катер", "баржа", "судно", "корабль"),
        *("подлодка", "поезд", "экспресс", "орден", "медаль", "премия", "сорт", "конкурс"),
        *("фестиваль", "выставка", "операция", "программа"),
    )
)
# `самопровозглашённой «Донецкой Народной Республики»`: quotes of doubt, not of a name.
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
# `на северо-востоке Москвы`: a part of the place, not of its name.
_SIDES = frozenset(
    (
        *("север", "юг", "запад", "восток", "северо-запад", "северо-восток", "юго-запад"),
        *("юго-восток", "центр", "окраина", "пригород", "граница", "берег", "побережье"),
    )
)
_REGION_WORDS = frozenset(
    ("провинции", "штата", "графства", "префектуры", "уезда", "департамента", "земли", "кантона")
)
_STREET_OR_TOWN = re.compile(
    r"(?P<street>\b(?:[Уу]лиц(?:а|ы|е|у|ей)|[Уу]л\.|[Пп]роспект(?:а|у|ом|е)?|[Пп]р-т|[Пп]ереул(?:ок|ка|ке)"
    r"|[Пп]лощад(?:ь|и)|[Бб]ульвар(?:а|е)?|[Нн]абережн(?:ая|ой|ую))\s[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)"
    r"|\bг\.\s?(?P<town>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\b"
)
_BODIES = frozenset(
    (
        *("правительство", "власть", "администрация", "парламент", "министерство", "ведомство"),
        *("суд", "прокуратура", "полиция", "следствие", "комиссия", "комитет", "совет", "штаб"),
        *("армия", "партия", "компания", "банк", "клуб", "сборная", "команда", "редакция"),
    )
)
_LEGAL_FORMS = frozenset(
    ("ооо", "ао", "оао", "зао", "пао", "нао", "тоо", "ип", "гуп", "муп", "фгуп", "нко", "ано")
)
# `Корр. ТАСС`: no names, though they begin with a capital.
_ABBREVIATED = frozenset(("корр", "спецкорр", "соб", "собкор", "ред", "прим", "илл", "рис", "табл"))
# Who belongs to what follows in quotes, if that is short: a longer one is an article of theirs.
_AFFILIATED = frozenset(
    (
        *("корреспондент", "спецкор", "собкор", "обозреватель", "главред", "пресс-служба"),
        *("сотрудник", "акционер", "гендиректор", "форвард", "вратарь", "защитник"),
        *("полузащитник", "хоккеист", "футболист", "болельщик", "фанат", "тренер"),
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
        *("сеть", "сервис", "маркетплейс", "соцсеть", "клиника", "театр", "радио", "сайт"),
    )
)


def trim(words: Sequence[Word], first: int, last: int) -> tuple[int, int] | None:
    """The words of a mention without what no name has at its ends: `улице Советской и`.

    `first` and `last` are both inside; None where nothing is left.
    """
    if any(len(word.text) > _LONGEST_WORD for word in words[first : last + 1]):
        return None
    while last >= first and words[last].text in _NEVER_LAST:
        last -= 1
    while first <= last and not words[first].text[0].isalnum():
        first += 1
    inside = [word.text for word in words[first : last + 1]]
    if first and (closed := _QUOTES.get(words[first - 1].text)) and closed in inside[1:]:
        # `"Аэрофлот" вернёт рейсы`: what is in quotes ends with them.
        last = first + inside.index(closed, 1) - 1
    elif initials := _INITIALS_LAST.match(" ".join(inside)):
        # `Кузнецов А. А. Суд`: the initials end the name, and a sentence.
        last = first + len(initials[0].split()) - 1
    inside = [word.text for word in words[first : last + 1]]
    for opening, closing in ("«»", "„“"):
        unclosed = inside.count(opening) - inside.count(closing)
        if unclosed < 0 and inside[-1] == closing:
            last -= 1
        elif unclosed > 0 and words[last + 1 : last + 2] and words[last + 1].text == closing:
            last += 1
    return (first, last) if first <= last else None


def mend(doc: Doc, text: str, found: Scores) -> dict[Span, float]:
    """The mentions of `doc`, each with its score, as quotes join and end them; `text` is its."""
    scores = dict(found)
    for rule in RULES:
        scores = rule(scores)
    scores = name_after_places(doc, text, name_after_class_words(doc, text, scores))
    return name_well_known(doc, text, read_tables(doc, text, scores))


def join_nicknames(scores: Scores) -> dict[Span, float]:
    """`Владимир «Вован» Кузнецов` is one person, whatever was found inside the quotes."""
    joined = dict(scores)
    people = [span for span in scores if span.label_ == "PER"]
    for at, first in enumerate(people):
        if len(first) > 1 and people[at + 1 : at + 2]:
            last = people[at + 1]
            # `Марины "Маруси` with its closing quote inside or right behind.
            between = first.doc[first.end : last.start]
            is_closed = first[-1].text in _CLOSING and not len(between)
            is_open = len(between) == 1 and between[0].text in _CLOSING and _has_open_quote(first)
            if first in joined and (is_closed or is_open):
                _replace(joined, Span(first.doc, first.start, last.end, label="PER"))
        # The nickname may have been found as a person, too.
        for last in people[at + 1 : at + 3]:
            if first in joined and _is_nickname(first.doc[first.end : last.start]):
                _replace(joined, Span(first.doc, first.start, last.end, label="PER"))
    return joined


def join_quoted(scores: Scores) -> dict[Span, float]:
    """`«Единая Россия»`: a place in the nominative that ends a quoted name is part of it."""
    joined = dict(scores)
    for before, span in pairwise(scores):
        if (
            (before.label_, span.label_) == ("ORG", "LOC")
            and before.end == span.start
            and _is_quoted(span.doc, before.start, span.end)
            and parses(span[-1].lower_)[0].tag.case == "nomn"
        ):
            _replace(joined, Span(span.doc, before.start, span.end, label="ORG"))
    return joined


def join_latin(scores: Scores) -> dict[Span, float]:
    """`Bank of America`: a place after `of` and the like ends the name."""
    joined = dict(scores)
    for before, span in pairwise(scores):
        if (
            (before.label_, span.label_) == ("ORG", "LOC")
            and before.end == span.start
            and before[-1].text in _LATIN_LINKS
            and span[0].text.isascii()
        ):
            _replace(joined, Span(span.doc, before.start, span.end, label="ORG"))
    return joined


def leave_class_words(scores: Scores) -> dict[Span, float]:
    """`ООО «Ромашка»`, `Партия „Яблоко“`: one word before a quoted name is not part of it."""
    left = {}
    for span, score in scores.items():
        opening = span.doc[span.start + 1] if len(span) > 3 else None
        if (
            span.label_ == "ORG"
            and opening is not None
            and opening.text in _OPENING
            and (closing := _closing(opening, span.end + 1)) is not None
            and span.end - 1 <= closing.i
        ):
            span = Span(span.doc, opening.i + 1, closing.i, label="ORG")
        left[span] = score
    return left


def drop_titles(scores: Scores) -> dict[Span, float]:
    """`фильм «Александр Невский»`, `роман «Братья Карамазовы»`, `крейсер "Москва"`: no names.

    Nobody's full name stands in quotes by itself, either: `«Анна Каренина»` is a work.
    """
    named = [span for span in scores if span.label_ == "ORG"]
    return {
        span: score
        for span, score in scores.items()
        if not (
            span.label_ in ("PER", "LOC")
            and (quoted := _quoted_around(span)) is not None
            and not any(overlap(quoted, other) for other in named)
            and _is_title(span, quoted)
        )
    }


def rename_quoted_places(scores: Scores) -> dict[Span, float]:
    """`обыграл «Сочи»`: what is called after a place, in quotes, is no place."""
    renamed = {}
    for span, score in scores.items():
        if (
            span.label_ == "LOC"
            and _is_quoted(span.doc, span.start, span.end)
            and not (span.start > 1 and _is_adjective(span.doc[span.start - 2]))
        ):
            span = Span(span.doc, span.start, span.end, label="ORG")
        renamed[span] = score
    return renamed


def drop_common_nouns(scores: Scores) -> dict[Span, float]:
    """`совет директоров`, `по-московски`, `Власти` or `Рикша` at a sentence's start: no names."""
    return {
        span: score
        for span, score in scores.items()
        if _is_quoted(span.doc, span.start, span.end)
        or not (
            (span.label_ == "ORG" and span.text.islower() and not span.sent.text.islower())
            or _is_adverb(span)
            or _is_abbreviated(span)
            or _is_no_person(span)
            or (len(span) == 1 and _tells_nothing(span[0]) and _is_common(span[0], span.label_))
        )
    }


def name_after_class_words(doc: Doc, text: str, scores: Scores) -> dict[Span, float]:
    """`пекарня «Буханкин»`, `колхоз «Путь Ильича»`: called so, an organisation is meant."""
    named = dict(scores)
    for found in _QUOTE.finditer(text):
        before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        longest = _longest_name_after(before) if before else 0
        if before is None or not longest:
            continue
        quote = doc.char_span(found.start(), found.end())
        if quote is None:
            continue
        closing = _closing(quote[0], quote.start + longest)
        if closing is None or closing.i == quote.end:
            continue
        name = Span(doc, quote.end, closing.i, label="ORG")
        inside = [span for span in named if overlap(span, name)]
        known = [span for span in inside if span.label_ == "ORG"]
        is_nested = before[1].lower() in _LEGAL_FORMS and all(
            len(span) < len(name) for span in known
        )
        if not name[0].text[0].isupper() or (known and not is_nested):
            continue
        for span in inside:
            del named[span]
        named[name] = _CALLED_SO
    return named


def part_listed(scores: Scores) -> dict[Span, float]:
    """`Кац Михаил Борисович Орлова Жанна Романовна`: nothing follows a patronymic and a surname."""
    parted: dict[Span, float] = {}
    rest: Span | None = None
    for span, score in scores.items():
        if rest is not None and span.label_ == "PER" and span.start == rest.end:
            span = Span(span.doc, rest.start, span.end, label="PER")
        rest = None
        end = len(span)
        if span.label_ == "PER":
            end = next((at + 1 for at in range(2, end - 1) if _is(span[at], "Patr")), end)
        if end < len(span) and _is(span[end - 2], "Name"):
            rest = Span(span.doc, span.start + end, span.end, label="PER")
            span = Span(span.doc, span.start, span.start + end, label="PER")
            if len(rest) > 1:
                parted[rest] = score
                rest = None
        parted[span] = score
    return parted


def join_names(scores: Scores) -> dict[Span, float]:
    """`Гурбангулы` before `Бердымухамедов`: two parts of one name, side by side.

    A word that no dictionary knows, and that does not owe its capital to its place, is part of the
    name behind it.
    """
    joined = dict(scores)
    taken = {at for span in scores for at in range(span.start, span.end)}
    for span in scores:
        if span.label_ != "PER" or len(span) > 1 or span.start == 0:
            continue
        word = span.doc[span.start - 1]
        if (
            word.i not in taken
            and word.sent == span.sent
            and not word.is_sent_start
            and _CYRILLIC_NAME.fullmatch(word.text)
            and not any(parse.is_known for parse in parses(word.lower_))
        ):
            _replace(joined, Span(span.doc, word.i, span.end, label="PER"))
    return joined


def part_latin(scores: Scores) -> dict[Span, float]:
    """`Pfizer Albert Bourla`: a first name begins a person, also where an organisation precedes."""
    parted: dict[Span, float] = {}
    rest: Span | None = None
    for span, score in scores.items():
        if rest is not None and span.label_ == "PER" and span.start == rest.end:
            span = Span(span.doc, rest.start, span.end, label="PER")
        rest = None
        first = _latin_first_name(span) if span.label_ == "ORG" and len(span) > 1 else None
        if first is not None and span[-1].text not in _LATIN_BODIES:
            person = Span(span.doc, first.i, span.end, label="PER")
            if first.i > span.start:
                parted[Span(span.doc, span.start, first.i, label="ORG")] = score
            rest, span = person, person
        parted[span] = score
    return {span: parted[span] for span in filter_spans(parted)}


def rename_acronyms(scores: Scores) -> dict[Span, float]:
    """`СКА-Хабаровск`, `Crick Institute`: what a part of the name says is no place."""
    return {
        Span(span.doc, span.start, span.end, label="ORG")
        if span.label_ == "LOC"
        and (
            _ACRONYM_AND_PLACE.fullmatch(span.text)
            or (len(span) > 1 and span[-1].text in _LATIN_BODIES)
        )
        else span: score
        for span, score in scores.items()
    }


def join_surnames(scores: Scores) -> dict[Span, float]:
    """`Гришан Юрий Фёдорович`: what stands before first name and patronymic is the surname."""
    joined = dict(scores)
    for span in scores:
        if not (span in joined and span.label_ == "PER" and len(span) == 2 and span.start):
            continue
        first, patronymic, before = span[0], span[1], span.doc[span.start - 1]
        if (
            _is(first, "Name")
            and _is(patronymic, "Patr")
            and _may_be_surname(before, like=patronymic)
            and not any(len(o) > 1 and o.start < span.start <= o.end for o in joined if o != span)
        ):
            _replace(joined, Span(span.doc, before.i, span.end, label="PER"))
    return joined


def leave_titles(scores: Scores) -> dict[Span, float]:
    """`Академик Сагдеев`, `Дача Чехова`, `Север Москвы`: who or what comes before the name."""
    left = {}
    for span, score in scores.items():
        if (
            span.label_ == "PER"
            and len(span) > 1
            and (_is_post(span[0]) or (span[0].is_sent_start and _is_possession(span)))
        ) or (span.label_ == "LOC" and len(span) > 1 and _is_side(span[0])):
            span = Span(span.doc, span.start + 1, span.end, label=span.label_)
        left[span] = score
    return left


def join_initials(scores: Scores) -> dict[Span, float]:
    """`С.-А. Хизриева`: initials that a hyphen joins are those of one name."""
    joined = dict(scores)
    for before, span in pairwise(scores):
        if span.start - before.end > 2:
            continue
        between = span.doc[before.end : span.start].text
        if (
            before.label_ == span.label_ == "PER"
            and before in joined
            and between in ("-", ".-")
            and _is_initial(before[-1 if between == ".-" else 0])
            and len(before) <= 2
            and _is_initial(span[0])
        ):
            _replace(joined, Span(span.doc, before.start, span.end, label="PER"))
    return joined


def part_places(scores: Scores) -> dict[Span, float]:
    """`Наньпине провинции Фуцзянь`: a place, and what it lies in, are two."""
    parted = {}
    for span, score in scores.items():
        inner = next((at for at in range(1, len(span) - 1) if _is_region_word(span[at])), None)
        if span.label_ == "LOC" and inner and not _is_adjective(span[inner - 1]):
            parted[Span(span.doc, span.start, span.start + inner, label="LOC")] = score
            parted[Span(span.doc, span.start + inner + 1, span.end, label="LOC")] = score
        else:
            parted[span] = score
    return parted


def part_namesakes(scores: Scores) -> dict[Span, float]:
    """`Ким Чен Ира Ким Ир Сен`: two people of a family whose surname comes first."""
    parted = {}
    for span, score in scores.items():
        words = [token.lower_ for token in span]
        second = next(
            (at for at in range(2, len(words) - 1) if words[at] in SURNAMES_GIVEN_FIRST), None
        )
        if span.label_ == "PER" and second and words[0] in SURNAMES_GIVEN_FIRST:
            parted[Span(span.doc, span.start, span.start + second, label="PER")] = score
            parted[Span(span.doc, span.start + second, span.end, label="PER")] = score
        else:
            parted[span] = score
    return parted


def name_after_places(doc: Doc, text: str, scores: Scores) -> dict[Span, float]:
    """`проспект Победы`, `г. Находка`: a street with its class word, a town without."""
    named = dict(scores)
    for found in _STREET_OR_TOWN.finditer(text):
        place = doc.char_span(*found.span("street" if found["street"] else "town"), label="LOC")
        if place is None:
            continue
        inside = [span for span in named if overlap(span, place)]
        if all(place.start <= span.start and span.end <= place.end for span in inside) and not any(
            (span.start, span.end) == (place.start, place.end) for span in inside
        ):
            for span in inside:
                del named[span]
            named[place] = _CALLED_SO
    return named


RULES: tuple[Callable[[Scores], dict[Span, float]], ...] = (
    join_nicknames,
    join_initials,
    part_listed,
    join_names,
    leave_titles,
    join_surnames,
    part_namesakes,
    part_places,
    part_latin,
    rename_acronyms,
    join_quoted,
    join_latin,
    leave_class_words,
    drop_titles,
    rename_quoted_places,
    drop_common_nouns,
)


def _is(token: Token, grammeme: str) -> bool:
    return any(grammeme in parse.tag for parse in parses(token.lower_))


def _may_be_surname(token: Token, *, like: Token) -> bool:
    """Whether a word could be the surname of the patronymic `like`, right behind it."""
    if not token.is_alpha or not token.text[0].isupper() or token.is_upper != like.is_upper:
        return False
    readings = parses(token.lower_)
    if not readings[0].is_known:
        return True
    if _is_undeclined(token, like):
        return True
    if not {parse.tag.case for parse in readings} & {
        parse.tag.case for parse in parses(like.lower_)
    }:
        return False
    if any("Surn" in parse.tag for parse in readings):
        return True
    # A word that only begins a sentence is what it seems: `Депутат Иван Петрович`.
    return not token.is_sent_start and not token.is_upper and not _is_post(token)


def _is_undeclined(token: Token, like: Token) -> bool:
    """`Мельник Оксаны Юрьевны`: a woman's surname that ends in a consonant stays as it is."""
    return (
        token.is_title
        and not token.is_sent_start
        and any({"NOUN", "masc", "sing", "nomn"} <= tag.grammemes for tag in _tags(token.lower_))
        # A post before her name would stand in its case.
        and _tags(like.lower_)[0].case != "nomn"
        and all("femn" in tag for tag in _tags(like.lower_) if "Patr" in tag)
    )


def _tells_nothing(token: Token) -> bool:
    """Whether a word's capital or small letters tell nothing: a sentence's first, a headline's."""
    return bool(token.is_sent_start) or not token.is_title


def _is_common(token: Token, label: str) -> bool:
    """Whether the dictionary knows a word, and as no name of the label's kind."""
    readings = parses(token.lower_)
    if label == "ORG":
        return readings[0].normal_form in _BODIES
    return label in ("PER", "LOC") and token.is_alpha and _is_no_name(readings)


def _latin_first_name(span: Span) -> Token | None:
    """The first name in Latin letters that begins a person's name in the mention, if one does."""
    if any(token.text in ("&", "and") for token in span):
        return None
    return next((token for token in span if token.text in _LATIN_FIRST_NAMES), None)


def _has_open_quote(span: Span) -> bool:
    """Whether a quote is opened inside the mention, and not closed there."""
    return sum(token.text in _QUOTE_MARKS for token in span) % 2 == 1


def _is_initial(token: Token) -> bool:
    """Whether spaCy's token is a capital, with its full stop or without."""
    return len(token.text.rstrip(".")) == 1 and token.text[0].isupper()


def _is_side(token: Token) -> bool:
    """Whether a word that only begins a sentence is a part of a place: `Север Москвы`."""
    return bool(token.is_sent_start) and parses(token.lower_)[0].normal_form in _SIDES


def _is_region_word(token: Token) -> bool:
    """Whether this is `провинции` in lower case: the class of what a place lies in."""
    return token.text in _REGION_WORDS


def _is_adverb(span: Span) -> bool:
    """`по-московски`, in whose spelling a place can be seen."""
    lower = span.text.lower()
    return lower.startswith("по-") and any("ADVB" in tag for tag in _tags(lower))


def _is_abbreviated(span: Span) -> bool:
    """`Корр` of `Корр. ТАСС`, `Б.` of `рис. Б.`"""
    if len(span) == 1 and span[0].lower_ in _ABBREVIATED:
        return bool(span.doc[span.end : span.end + 1].text == ".")
    if len(span.text.rstrip(".")) > 1:
        return False
    before = span.doc[max(0, span.start - 2) : span.start]
    return len(before) == 2 and before[0].lower_ in _ABBREVIATED and before[1].text == "."


def _is_no_person(span: Span) -> bool:
    """Whether no capital tells a name here, and the words tell none: `роза завяла`, `вера`."""
    if span.label_ != "PER" or any(token.is_title for token in span):
        return False
    if len(span) == 1:
        likeliest = parses(span[0].lower_)[0]
        return (
            likeliest.is_known
            and likeliest.tag.POS == "NOUN"
            and not (_NAMES & likeliest.tag.grammemes)
        )
    return any(
        all(parse.is_known and parse.tag.POS in ("VERB", "ADJS") for parse in parses(token.lower_))
        for token in span
    )


def _is_possession(span: Span) -> bool:
    """`Дача Немировича-Данченко`, `Роман Толкина`: a thing, and whose it is in the genitive.

    A first name agrees with the surname, in case and gender: `Роман Толкин`.
    """
    thing, owner = span[0], span[-1]
    likeliest = parses(thing.lower_)[0]
    names = [tag for tag in _tags(owner.lower_) if {"Surn", "Patr", "Name"} & tag.grammemes]
    if (
        not likeliest.is_known
        or thing.lower_ in SURNAMES_GIVEN_FIRST
        or not {"NOUN", "inan", "nomn"} <= likeliest.tag.grammemes
        or not any(tag.case == "gent" for tag in names)
    ):
        return False
    first = [tag for tag in _tags(thing.lower_) if "Name" in tag]
    return not any(
        one.case == other.case and other.gender in (one.gender, None)
        for one in first
        for other in names
    )


def _tags(lower: str) -> list[OpencorporaTag]:
    return [parse.tag for parse in parses(lower)]


def _is_post(token: Token) -> bool:
    """Whether the dictionary knows a word as somebody's post or kin, and as nobody's name."""
    readings = parses(token.lower_)
    return _is_no_name(readings) and {"NOUN", "anim"} <= readings[0].tag.grammemes


def _is_no_name(readings: Sequence[Parse]) -> bool:
    """Whether the dictionary knows a word, by its readings, and as nobody's and nothing's name."""
    return readings[0].is_known and not any(_NAMES & parse.tag.grammemes for parse in readings)


def _replace(scores: dict[Span, float], whole: Span) -> None:
    """Put `whole` in the place of what it overlaps, as sure as the least sure of these."""
    parts = [span for span in scores if overlap(span, whole)]
    scores[whole] = min(scores.pop(part) for part in parts)


def _is_nickname(between: Span) -> bool:
    """Whether this is a quoted nickname: `«Вован»`, `"Малыш Жора"`."""
    return (
        3 <= len(between) <= _LONGEST_NICKNAME + 2
        and between[0].text in _OPENING
        and between[-1].text in _CLOSING
        and not any(token.is_punct for token in between[1:-1])
    )


def _is_quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens stand between quotes."""
    # A token behind may hold more than the quote: `»;21`.
    return (
        start > 0
        and end < len(doc)
        and doc[start - 1].text[-1] in _OPENING
        and doc[end].text[0] in _CLOSING
    )


def _quoted_around(span: Span) -> Span | None:
    """What the innermost quotes around a mention hold, if it is no longer than a name."""
    # No further back than two quoted names: a sentence may be as long as the text.
    before = span.doc[max(0, span.start - 2 * _LONGEST_QUOTED) : span.start]
    if not _QUOTE.search(before.text):
        return None
    open_quotes: list[Token] = []
    for token in before:
        if token.is_sent_start:
            open_quotes.clear()
        if open_quotes and token.text[0] in _CLOSING and token.text not in ("«", "„"):
            open_quotes.pop()
        elif token.text in _OPENING:
            open_quotes.append(token)
    if not open_quotes:
        return None
    opening = open_quotes[-1]
    closing = _closing(opening, opening.i + _LONGEST_QUOTED + 1)
    if closing is None or closing.i < span.end:
        return None
    return Span(span.doc, opening.i + 1, closing.i)


def _is_title(span: Span, quoted: Span) -> bool:
    """Whether a person's or place's mention in quotes is, or is part of, what a thing is called."""
    before = span.doc[quoted.start - 2] if quoted.start > 1 else None
    is_all = (span.start, span.end) == (quoted.start, quoted.end)
    if before is not None and parses(before.lower_)[0].normal_form in _WORKS:
        return True
    if is_all and before is not None and _is_thing(before):
        return True
    return is_all and span.label_ == "PER" and len(span) > 1


def _closing(opening: Token, last: int) -> Token | None:
    """The quote that closes the one given, in its sentence and no later than the token `last`.

    Quotes may stand within quotes.
    """
    depth = 0
    for token in opening.doc[opening.i : last + 1]:
        if token.is_sent_start and token.i > opening.i:
            return None
        if token.text in _OPENING and not (depth and token.text in _CLOSING):
            depth += 1
        elif token.text in _CLOSING:
            depth -= 1
            if depth == 0:
                return token
    return None


def _longest_name_after(word: re.Match[str]) -> int:
    """How many words, quote included, an organisation's name in quotes may have after a word.

    0 if the word does not say that an organisation follows, as `банка`, `ООО`, `тренер` do.
    """
    lemma = parses(word[1].lower())[0].normal_form
    if lemma in _CLASS_WORDS:
        return _LONGEST_QUOTED
    is_for = _FOR_A_PAPER.search(word.string, max(0, word.start() - 12), word.end())
    return _LONGEST_EMPLOYER + 1 if lemma in _AFFILIATED or is_for else 0


def _is_adjective(token: Token) -> bool:
    return bool(_ADJECTIVES & parses(token.lower_)[0].tag.grammemes)


def _is_thing(token: Token) -> bool:
    """Whether a word is a common noun for something without life: `фильм`, `крейсер`."""
    if not token.is_alpha:
        return False
    tag = parses(token.lower_)[0].tag
    return "NOUN" in tag and "inan" in tag and not {"Geox", "Orgn", "Name"} & tag.grammemes
