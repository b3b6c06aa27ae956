"""Names of East Asia, whose surname comes first: `Си Цзиньпин`, `Ким Чен Ын`."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Families of East Asia whose surname comes first; the syllables before the last stay as they are.
SURNAMES_GIVEN_FIRST = frozenset(
    (
        "ван",  # Ван И
        "вэнь",  # Вэнь Цзябао
        "ким",  # Ким Чен Ын
        "ли",  # Ли Кэцян
        "линь",  # Линь Бяо
        "лю",  # Лю Сяобо
        "мао",  # Мао Цзэдун
        "мун",  # Мун Чжэ Ин
        "нгуен",  # Нгуен Фу Чонг
        "пак",  # Пак Кын Хе
        "пэн",  # Пэн Лиюань
        "си",  # Си Цзиньпин
        "сунь",  # Сунь Ятсен
        "у",  # У Ифань
        "фам",  # Фам Минь Тинь
        "хван",  # Хван Ин Бом
        "ху",  # Ху Цзиньтао
        "хо",  # Хо Ши Мин
        "цай",  # Цай Инвэнь
        "цзян",  # Цзян Цзэминь
        "чан",  # Чан Кайши
        "чен",  # Чен Ген Су
        "чжан",  # Чжан Гаоли
        "чжоу",  # Чжоу Эньлай
        "чжу",  # Чжу Жунцзи
        "чон",  # Чон Ый Ён
        "чэнь",  # Чэнь Минь
        "чхве",  # Чхве Сон Хи
        "ши",  # Ши Юнсинь
        "юн",  # Юн Сок Ёль
    )
)

# One or two syllables of Chinese in Russian letters, perhaps with a case ending: `Цзиньпином`.
_CHINESE_NAME = re.compile(
    r"(?:(?:[бвгджзклмнпрстфхцчш]|цз|чж|дж)?[аеёиоуыэюя]{1,3}(?:нь|[нйр])?){1,2}"
    r"(?:ом|ем|[аеуюя])?"
)


def is_surname_given_first(words: Sequence[str]) -> bool:
    """Whether a name begins with its surname: `Ли Кэцян` does, `Ли Харрис` does not."""
    if len(words) < 2 or words[0].lower() not in SURNAMES_GIVEN_FIRST:
        return False
    return len(words) > 2 or _CHINESE_NAME.fullmatch(words[1].lower()) is not None
