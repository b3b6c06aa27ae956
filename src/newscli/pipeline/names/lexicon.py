"""Word lists about names, each entry with a name that needs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Words between names that keep them in one case: `Путина и Алиева`.
JOINING = frozenset(("и", ",", "или"))

# Lower-case parts of foreign names, never declined.
PARTICLES = frozenset(
    (
        "аль",  # Башар аль Асад
        "бен",  # Мохаммед бен Салман
        "бин",  # Халифа бин Заид
        "ван",  # Жан-Клод Ван Дамм
        "да",  # Леонардо да Винчи
        "де",  # Шарль де Голль
        "дель",  # Бенисио дель Торо
        "ден",
        "дер",  # Урсула фон дер Ляйен
        "ди",  # Леонардо Ди Каприо
        "дю",  # Жаклин дю Пре
        "ибн",  # Ахмед ибн Фадлан
        "кызы",  # Лейла Гейдар кызы
        "ла",  # Оскар де ла Хойя
        "ле",  # Джон Ле Карре
        "оглы",  # Ильхам Гейдар оглы Алиев
        "фон",  # Урсула фон дер Ляйен
        "эль",  # Мохамед эль Барадеи
    )
)

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


# How adjectives begin that head a name themselves: `сборной Колумбии`.
HEAD_ADJECTIVES = ("сборн",)

# Class words after which a name stands in the same case.
CLASS_WORDS = frozenset(
    (
        "город",  # города Москвы
        "деревня",  # деревни Ивановки
        "посёлок",  # посёлка Тарховки
        "республика",  # Республики Карелии
        "река",  # реки Волги
        "речка",
        "село",  # села Борисова
        "станица",  # станицы Каневской
    )
)

# `Лейла Гейдар кызы Алиева`: the word before these is the father's name.
CHILD_OF = frozenset(("оглы", "кызы"))

# First parts of abbreviated words, whose last part declines as ever.
ABBREVIATED_PREFIXES = (
    "гос",  # Госпогранслужба
    "евро",  # Еврокомиссия
    "мос",  # Мосгорсуд
    "нац",  # Нацполиция
    "обл",  # Облсуд
    "рос",  # Росмолодёжь
    "спец",  # Спецстрой
)

# Names that the dictionary misses or takes for other words, with the gender of who bears them.
NEW_NAMES = {
    "илон": "masc",  # Илон Маск
    "камала": "femn",  # Камала Харрис
    "маск": "masc",  # Илон Маск
}
