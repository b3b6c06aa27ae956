"""What each rule was written for, as marked-up text: `2025-09-03 | [вчера](DATE 2025-09-02)`."""

from __future__ import annotations

import pytest

from evaluation.gold import format_date
from evaluation.markup import GoldSpan, format_markup, parse_markup
from newscli.pipeline.dates.finding import find_dates

# Published on Wednesday, 3 September 2025.
MARKED = """
    Ушёл за [день до этого](DATE 2025-09-02)
    Назначен менее чем через [12 часов](DATE PT12H duration LESS_THAN) после отставки
    Вышел спустя [восемь лет](DATE P8Y duration) заключения
    Вернётся через всего [два года](DATE 2027)
    Вернётся через [примерно два года](DATE 2027 APPROX)
    Случилось за [неполные 24 часа](DATE PT24H duration LESS_THAN)
    Дан срок в [30 календарных дней](DATE P30D duration)
    Начнётся [двухлетний](DATE P2Y duration) переходный период
    Идёт уже [третий день](DATE P3D duration)
    Растёт [второй год](DATE P2Y duration) подряд
    Рождён до 37 недели беременности
    Ему исполняется 80 лет
    Иванову, [34 года](DATE P34Y duration) отслужившему в порту
    Приговор: Иванов, [5 лет](DATE P5Y duration) колонии
    В [конце недели](DATE 2025-W35 END) договор подписали
    До [конца недели](DATE 2025-W36 END) его решили подписать
    В [конце года](DATE 2025 END) его подпишут
    [Все выходные](DATE 2025-W36-WE) шёл дождь
    Курс вырос по сравнению с [предыдущим днём](DATE 2025-09-02)
    В [новом году](DATE 2026) цены вырастут
    [Накануне](DATE 2025-09-02) ушёл со своего поста
    Суд начался накануне нового сезона
    Итог подведут [скоро](DATE FUTURE_REF)
    [Сегодня, третьего сентября текущего 2025 года](DATE 2025-09-03), открыли мост
    После [прошлогодних](DATE 2024) выборов
    Толчки были в [09.52 мск](DATE 2025-09-03T09:52 time)
    Работает с [10.30 до 18.00](DATE 2025-09-03T10:30/2025-09-03T18:00 time)
    Билеты стоят около 9.50 рублей
    Взрыв был в [половине седьмого утра](DATE 2025-09-03T06:30 time)
    В [вечерние часы](DATE 2025-09-03TEV time) будут пробки
    За [ночь](DATE 2025-09-03TNI time) сбили шесть дронов
    Ушёл [поздно вечером 1 сентября](DATE 2025-09-01TEV time END)
    Снег выпал [ранней весной](DATE 2025-SP START)
    Выручка за [1 кв. 2025 г.](DATE 2025-Q1) выросла
    Икра подорожает к [Новому году](DATE 2026-01-01)
    В [новогоднюю ночь](DATE 2026-01-01TNI time) метро не закроют
    Поздравил с Новым годом и с Днём Победы
    В [День Победы](DATE 2025-05-09) прошёл парад
    Ко [Дню народного единства](DATE 2025-11-04) откроют мост
    На [Пасху](DATE 2025-04-20) было тепло
    День Победы отметили парадом
"""


@pytest.mark.parametrize("marked", [line.strip() for line in MARKED.strip().splitlines()])
def test_marked(marked: str) -> None:
    text, _ = parse_markup(marked)
    found = [
        GoldSpan(date.start, date.end, "DATE", format_date(date.value))
        for date in find_dates(text, published="2025-09-03")
    ]
    assert format_markup(text, found) == marked
