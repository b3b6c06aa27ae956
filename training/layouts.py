"""Lines that are no sentences: rows of tables and lists, datelines, bylines, credits, captions.

Each function makes a line of mentions that the corpora have, picked by chance, as lists put them:
in the nominative. Words are those of `newscli.pipeline.recognizer.words`.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable

from training.foreign import foreign_name
from training.latin import latin_organisation, latin_person
from training.tagged import Article, Sentence, chained, may_be, mentions_of, outside, tagged


def _words(text: str) -> list[str]:
    return text.split()


def _phrases(text: str) -> list[list[str]]:
    return [phrase.split() for phrase in text.split("|")]


_LONGEST = 4
_AGENCIES = _phrases(
    "ТАСС|ИТАР-ТАСС|РИА Новости|Интерфакс|ИНТЕРФАКС|Рейтер|Reuters|АР|AP|AFP|Франс Пресс|Синьхуа|"
    "Азертадж|АПА|Trend|БЕЛТА|БелТА|Казинформ|КазТАГ|УНИАН|Укринформ|Арменпресс|Sputnik|Анадолу|"
    "Киодо|Ренхап|ИРНА|САНА|ДПА|dpa|ПТИ|Росбалт|Регнум|REGNUM|РБК|ФАН|Прайм|АГН Москва|Фонтанка.ру|"
    "ФедералПресс|URA.RU|ИА Регнум|Накануне.RU|Татар-информ|Башинформ|Якутия-Daily|СахаНьюс|"
    "Интерфакс-Урал|Интерфакс-Юг|ТАСС-Сибирь|РИА ФАН|Кавказский узел|24.kg|Кабар|Хабар|"
    "Туркменинформ|Новости-Азербайджан|Молдпрес|BNS|DELFI|Медуза|Лента.ру|Газета.ру|Дождь|НТВ|"
    "Bloomberg|EPA"
)
_PAPERS = _phrases(
    "Коммерсантъ|Известия|Ведомости|Российская газета|Комсомольская правда|Новая газета|Труд|"
    "Аргументы и факты|Московский комсомолец|Независимая газета|Парламентская газета|"
    "Красная звезда|Литературная газета|Вечерняя Москва|Сибирский тракт|Волжская коммуна|"
    "Уральский рабочий|Огонёк|Эксперт|Сноб|Русский репортёр|Советский спорт|Спорт-Экспресс|"
    "Эхо Москвы|Фонтанка|Призыв"
)
_PHOTOGRAPHS = _phrases(
    "Getty Images|Reuters|AP|AP Photo|AFP|EPA|Shutterstock|Global Look Press|Legion-Media|ТАСС|"
    "РИА Новости|Sputnik|АГН Москва|Коммерсантъ|Zuma|Lori|Photoxpress|ИДР-Формат|NASA|iStock|"
    "Unsplash"
)
_ROLES = _phrases(
    "Фото|Фото|Автор|Авторы|Текст|Видео|Иллюстрация|Снимок|Источник|Корреспондент|Редактор|"
    "Корректор|Главный редактор|Обозреватель|Перевод|Рисунок|Коллаж|Инфографика|Оператор|Фотограф|"
    "Архив"
)
_MADE_BY = _phrases(
    "Подготовил|Подготовила|Подготовили|Беседовал|Беседовала|Записал|Записала|Интервью вёл|"
    "Интервью вела|Материал подготовил|Материал подготовила|Перевёл|Перевела|Снимал|Фото автора|"
    "Текст подготовила|Сообщает|Комментирует"
)
_POSTS = _phrases(
    "директор|главный бухгалтер|юрисконсульт|депутат|тренер|врач|хирург|учитель|инженер|водитель|"
    "министр|глава района|губернатор|мэр|редактор|спецкор|обозреватель|студентка|пенсионер|"
    "секретарь|председатель|заместитель|режиссёр|актёр|дирижёр|капитан|вратарь|защитник|судья|"
    "президент|аспирант"
)
_FIELDS = _phrases(
    "Председатель|Секретарь|Капитан|Старпом|Тренер|Главный тренер|Судья|Судьи|Режиссёр|В ролях|"
    "Победитель|Директор|Ответственный|Докладчик|Руководитель|Вратари|Защитники|Нападающие|Состав|"
    "Члены комиссии|Дежурный|Автор|ФИО|Имя|Кандидат|Спикер|Участники|Контакт|Сценарий|Музыка"
)
_GROUPS = _phrases(
    "Группа А|Группа B|Партнёры|Участники|Спонсоры|Полуфиналисты|Лидеры|Маршрут|Остановки|Экспорт|"
    "Экспорт по странам|Медали|Среди них|Победители|Погода|Команды|Города|Рейтинг|Корзина 1"
)
_PLACE_FIELDS = _phrases("Город|Место|Страна|Регион|Адрес|Откуда|Куда|Место проведения|Родина")
_DATE_FIELDS = _phrases("Дата|Срок|Начало|Когда|Опубликовано|Обновлено|Дата рождения|Срок сдачи")
_PLAIN_VALUES = _phrases(
    "вакансия|не указан|нет данных|повар|официант|бесплатно|по договорённости|пресс-служба|"
    "очевидцы|личный архив|кадр из видео|соцсети|свободный вход|прочие|против всех|самовыдвиженцы|"
    "итого"
)
_PLAIN_FIELDS = _phrases(
    "Кок|Повестка дня|Вакансии|Возраст|Цена|Телефон|Итого|Всего|Партия|Фамилия|Должность|Балл|"
    "Место|Команда|Мандаты|Результат|Рейс|Вылет|Статус|Разное|Премия|Тираж|Реклама|Паромы|Автобусы|"
    "Врачи|Учителя|Водители|Температура|Курс|Прогноз|Расписание|Вход|Фото|Видео|Примечание"
)
_BULLETS: list[list[str]] = [[], [], [], ["•"], ["-"], ["—"], ["–"], ["*"], ["✔"], ["✅"], ["▪"]]
_DASHES = ("—", "–", "-", ":", "|", ",", ";")
_WEEKDAYS = _words("понедельник вторник среда четверг пятница суббота воскресенье")
_MONTHS = _words(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "янв фев мар апр июн июл авг сен окт ноя дек"
)


class Mentions:
    """The mentions of some articles that may stand in a list, by label."""

    def __init__(self, articles: Iterable[Article]) -> None:
        found: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
        for article in articles:
            for sentence in article:
                for label, start, end in mentions_of(sentence):
                    words = sentence.words[start:end]
                    if len(words) <= _LONGEST and (label == "DATE" or words[0][0].isupper()):
                        found[label][words] = None
        self._found = {label: list(words) for label, words in found.items()}

    def pick(self, label: str, chance: random.Random) -> Sentence:
        """One mention; a name in the nominative, if one is found soon."""
        words: tuple[str, ...] = ()
        for _ in range(8):
            words = chance.choice(self._found[label])
            if label == "DATE" or all(
                may_be(word, "nomn", "sing") or may_be(word, "UNKN")
                for word in words
                if word.isalpha()
            ):
                break
        return tagged(label, *words)

    def person(self, chance: random.Random) -> Sentence:
        """One of the articles' people, or a foreign one."""
        way = chance.random()
        if way < 0.08:
            return tagged("PER", *foreign_name(chance))
        if way < 0.16:
            return tagged("PER", *latin_person(chance))
        person = self.pick("PER", chance)
        *first, surname = person.words
        if way < 0.55 and first and all(word.isalpha() for word in person.words):
            # As forms and tables have it.
            if way < 0.36:
                return tagged("PER", surname, *first)
            if way < 0.46:
                letters = [first[0][0], *([chance.choice("АВГЕИМНПС")] if way < 0.43 else [])]
                initials = [mark for letter in letters for mark in (letter, ".")]
                name = [surname, *initials] if way < 0.42 else [*initials, surname]
                return tagged("PER", *name)
            return tagged("PER", surname)
        return person

    def organisation(self, chance: random.Random) -> Sentence:
        """One of the articles' organisations, as a list has it."""
        way = chance.random()
        if way < 0.15:
            return tagged("ORG", *latin_organisation(chance))
        organisation = self.pick("ORG", chance)
        if way < 0.4:
            return chained(outside("«"), organisation, outside("»"))
        return organisation


Line = Callable[[Mentions, random.Random], Sentence]


def row(mentions: Mentions, chance: random.Random) -> Sentence:
    """`2. Сухих Артём (Киров) – 24,1`, `Хубулов;Владикавказ;85`, `2021 г. — насосы — Пенза`."""
    cells = [
        chance.choice(
            [
                mentions.person,
                mentions.person,
                mentions.organisation,
                _place(mentions),
                _place(mentions),
                _date(mentions),
                _number,
                _post,
            ]
        )(chance)
        for _ in range(chance.randint(1, 4))
    ]
    mark = chance.choice(_DASHES)
    parts = [_item(chance), cells[0]]
    for cell in cells[1:]:
        if chance.random() < 0.25:
            parts += [outside("("), cell, outside(")")]
        else:
            parts += [outside(mark), cell]
    return chained(*parts, outside(*chance.choice([[], [], [";"], ["."]])))


def enumeration(mentions: Mentions, chance: random.Random) -> Sentence:
    """`Состав: Чагров, Беляев (Уткин, 60)`, `Группа А: Перу, Мексика`, `Партнёры: РЖД, «Заря»`."""
    make, fields = chance.choice(
        [
            (mentions.person, _FIELDS),
            (mentions.person, _FIELDS),
            (mentions.organisation, _GROUPS),
            (_place(mentions), _GROUPS),
        ]
    )
    parts = [_field(chance, fields), outside(":")] if chance.random() < 0.6 else []
    with_numbers = chance.random() < 0.3
    mark = chance.choice([",", ",", ";"])
    for number in range(chance.randint(2, 7)):
        if number:
            parts.append(outside(mark))
        parts.append(make(chance))
        if with_numbers:
            parts += chance.choice(
                [
                    [outside("—"), _number(chance)],
                    [outside("("), _number(chance), outside(")")],
                    [outside(","), _number(chance)],
                    [outside("("), make(chance), outside(","), _number(chance), outside(")")],
                ]
            )
    return chained(*parts, outside(*chance.choice([[], ["."]])))


def field(mentions: Mentions, chance: random.Random) -> Sentence:
    """`Капитан: Пауль Краузе`, `Место: Липецк`, `Кок: вакансия`."""
    mark = outside(chance.choice([":", ":", ":", "—", "–", "|"]))
    return chained(
        _item(chance),
        *chance.choice(
            [
                [_field(chance, _FIELDS), mark, mentions.person(chance)],
                [_field(chance, _PLACE_FIELDS), mark, _place(mentions)(chance)],
                [_field(chance, _DATE_FIELDS), mark, _date(mentions)(chance)],
                [_field(chance, _PLAIN_FIELDS), mark, outside(*chance.choice(_PLAIN_VALUES))],
                [_field(chance, _PLAIN_FIELDS), mark, _number(chance)],
                [_field(chance, _PLAIN_FIELDS)],
            ]
        ),
    )


def dateline(mentions: Mentions, chance: random.Random) -> Sentence:
    """`МОСКВА, 3 сентября — РИА Новости.`, `БАКУ /Trend/`, `(Корр. ТАСС Иван Пильщиков)`."""
    place = _place(mentions)(chance)
    if chance.random() < 0.6:
        place = place._replace(words=tuple(word.upper() for word in place.words))
    day = _day(chance)
    agency = tagged("ORG", *chance.choice(_AGENCIES))
    by = chance.choice([[], [], [outside(chance.choice([",", "-", "/"])), mentions.person(chance)]])
    correspondent = [outside("Корр", "."), agency, mentions.person(chance)]
    return chained(
        *chance.choice(
            [
                [place, outside(","), day, outside("—"), agency, *by, outside(".")],
                [place, outside(","), day, outside("/"), agency, outside("/", ".")],
                [place, outside(","), day, outside(".", "/"), agency, outside("/", ".")],
                [place, outside("."), day, outside("."), agency, *by, outside("-")],
                [place, outside(","), day, outside("-"), agency, *by],
                [place, outside(","), day, outside(","), agency, outside(".")],
                [place, outside("/"), agency, outside("/")],
                [place, outside("("), agency, outside(")", "—")],
                [place, outside("."), agency, *by, outside(".")],
                [place, outside(","), agency, *by],
                [place, outside(","), day, outside("("), *correspondent, outside(")", ".")],
                [place, outside(","), day, outside(".", "/"), *correspondent, outside("/", ".")],
                [outside("/"), agency, outside(","), place, outside("/")],
                [outside("("), agency, outside(")", "-")],
                [place, outside("."), tagged("DATE", chance.choice(_WEEKDAYS).capitalize())],
            ]
        )
    )


def credit(mentions: Mentions, chance: random.Random) -> Sentence:
    """`Фото: Анна Иванова / РИА Новости`, `Анна Иванова, «Коммерсантъ», Казань`, `Автор: …`."""
    person, place = mentions.person(chance), _place(mentions)(chance)
    role = chained(_field(chance, _ROLES), outside(chance.choice([":", ":", ":", "–"])))
    made = outside(*chance.choice(_MADE_BY))
    photo = tagged("ORG", *chance.choice(_PHOTOGRAPHS))
    paper = chained(outside("«"), tagged("ORG", *chance.choice(_PAPERS)), outside("»"))
    post = outside(*chance.choice(_POSTS))
    slash = outside(chance.choice(["/", "/", ",", "для", "|"]))
    return chained(
        *chance.choice(
            [
                [role, person],
                [role, person, slash, photo],
                [role, photo, slash, person],
                [role, photo],
                [role, outside(*chance.choice(_PLAIN_VALUES))],
                [role, person, outside(","), place],
                [outside("©"), photo, outside("/"), person],
                [outside("©"), photo],
                [person, outside(","), paper],
                [person, outside(","), paper, outside(","), place],
                [person, outside(","), post, paper],
                [person, outside("/"), photo],
                [person, outside(","), place],
                [made, person],
                [made, person, outside(".")],
                [made, person, outside("и"), mentions.person(chance)],
                [made, person, outside(","), place],
                [_day(chance), outside(","), person],
                [place, outside(","), _day(chance)],
            ]
        )
    )


# How many lines of each kind are learnt with a hundred sentences.
LINES: dict[Line, float] = {
    row: 0.03,
    enumeration: 0.015,
    field: 0.015,
    dateline: 0.02,
    credit: 0.03,
}


def _place(mentions: Mentions) -> Callable[[random.Random], Sentence]:
    return lambda chance: mentions.pick("LOC", chance)


def _date(mentions: Mentions) -> Callable[[random.Random], Sentence]:
    return lambda chance: mentions.pick("DATE", chance)


def _day(chance: random.Random) -> Sentence:
    day = [str(chance.randint(1, 31)), chance.choice(_MONTHS)]
    return tagged("DATE", *day, *([str(chance.randint(1990, 2025))] * (chance.random() < 0.2)))


def _field(chance: random.Random, words: list[list[str]]) -> Sentence:
    return outside(*chance.choice(words))


def _post(chance: random.Random) -> Sentence:
    return outside(*chance.choice(_POSTS))


def _number(chance: random.Random) -> Sentence:
    number = chance.randint(0, 100)
    return outside(
        *chance.choice(
            [[str(number)], [f"{number},{chance.randint(0, 9)}"], [str(number), "%"], [str(number)]]
        )
    )


def _item(chance: random.Random) -> Sentence:
    if chance.random() < 0.3:
        return outside(str(chance.randint(1, 30)), chance.choice([".", ")"]))
    return outside(*chance.choice(_BULLETS))
