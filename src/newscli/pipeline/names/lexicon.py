"""Word lists about names, each entry with a name that needs it."""

from __future__ import annotations

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

# Whose relative somebody is, is a genitive: `жена Мамаева`.
KIN = frozenset(
    (
        "брат",
        "вдова",
        "дочь",
        "друг",
        "жена",
        "зять",
        "мать",
        "муж",
        "невеста",
        "отец",
        "подруга",
        "сестра",
        "супруг",
        "супруга",
        "сын",
        "тесть",
        "тёща",
    )
)

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
