"""Foreign names as news spells them: of several words, with particles and hyphens.

The parts are common ones of their languages, put together by chance; nobody in particular is meant.
"""

from __future__ import annotations

import random
from collections.abc import Callable


def _words(text: str) -> list[str]:
    return text.split()


def _parts(text: str) -> list[str]:
    return text.split("|")


_KOREAN_SURNAMES = _words("Ким Пак Ли Чхве Чон Кан Чо Юн Чан Лим Хан Син Со Квон Хван Ан Сон")
_KOREAN_NAMES = _words("Чен Джэ Ын Ён Хи Сок Мин Хо Гын Сон Ир Ук Су Хён Джи Джун Ёль")
_CHINESE_SURNAMES = _words("Ван Ли Чжан Лю Чэнь Ян Хуан Чжао У Чжоу Сюй Сунь Ма Чжу Ху Линь Го Хэ")
_CHINESE_NAMES = _words(
    "Цзиньпин Вэй Кэцян Сяопин Юань Цзюнь Лэцзи Хунин Цишань Чжэнь Мэйлин Хуэй Тао Цзяньго "
    "Сюэлян На Шаньшань Биньбинь Ишань Чуньлинь Фан Лэй"
)
_VIETNAMESE = _words("Нгуен Чан Ле Фам Хоанг Фан Ву Данг Буй До Хо")
_VIETNAMESE_NAMES = _words("Фу Ван Тхи Суан Минь Дык Тан Куанг Чонг Фук Тьинь Хай Лам Тхань Хюэ")
_ARABIC = _words(
    "Мохаммед Ахмед Али Хасан Хусейн Омар Халид Абдулла Ибрагим Юсеф Салман Башар Файсал "
    "Мустафа Карим Тарик Саид Махмуд Набиль Зейд"
)
_ARABIC_SURNAMES = _words(
    "аль-Багдади аль-Асад ас-Сиси аль-Мактум ас-Садр аль-Малики аш-Шараа ан-Насери "
    "аз-Завахири ад-Дбейба эль-Барадеи аль-Кадыми ат-Тани аль-Хатиб ар-Рахман"
)
_WESTERN = _words(
    "Ян Питер Ханс Урсула Карл Мария Жан Пьер Луис Антонио Хуан Карлос Марк Томас Эрик Шарль "
    "Анна Эмма Рууд Марко Луиджи Жозе Педру"
)
_PARTICLES = _parts("ван|ван дер|ван ден|фон|фон дер|де|де ла|да|дос|ди|дель|делла|ле|ла|тер|цу|аф")
_WESTERN_SURNAMES = _words(
    "Люббе Ляйен Голль Силва Бюрен Гог Бек Вега Фриз Круз Сантис Пен Берг Вааль Лука Торо "
    "Фуэнте Маттеи Хоп Варт Кирхнер Стейн Пиеро Мистура"
)
_IRISH = _words("О'Коннор О’Нил О'Брайен Д'Артуа О’Хара Д’Анджело О'Салливан Н'Диай Д'Амато")
_TURKIC = _words("Гейдар Махмуд Эльчин Рустам Бахтияр Тимур Нурлан Арман Гурбан Ильгар Фуад Вагиф")
_TURKIC_FATHERS = _words("Алирза Гасан Мамед Али Рза Ахмед Юсиф Аббас Мурад Ибрагим")
_TURKIC_SURNAMES = _words("Алиев Гасанов Мамедов Каримов Юсупов Назарбаев Садыков Рагимов")
_HUNGARIAN = _parts("Орбан Виктор|Сийярто Петер|Мадьяр Петер|Надь Имре|Кадар Янош|Шуйок Тамаш")

Maker = Callable[[random.Random], str]


def _korean(chance: random.Random) -> str:
    first, second = chance.sample(_KOREAN_NAMES, 2)
    joined = f"{first} {second}" if chance.random() < 0.7 else f"{first}{second.lower()}"
    return f"{chance.choice(_KOREAN_SURNAMES)} {joined}"


def _chinese(chance: random.Random) -> str:
    return f"{chance.choice(_CHINESE_SURNAMES)} {chance.choice(_CHINESE_NAMES)}"


def _vietnamese(chance: random.Random) -> str:
    return " ".join([chance.choice(_VIETNAMESE), *chance.sample(_VIETNAMESE_NAMES, 2)])


def _arabic(chance: random.Random) -> str:
    first, father = chance.choice(_ARABIC), chance.choice(_ARABIC)
    surname = chance.choice(_ARABIC_SURNAMES)
    return chance.choice(
        [
            f"{first} {surname}",
            f"{first} {surname}",
            f"{first} бен {father}",
            f"{first} ибн {father} {surname}",
            f"Абу {father} {surname}",
            surname[:1].upper() + surname[1:],
        ]
    )


def _western(chance: random.Random) -> str:
    particle, surname = chance.choice(_PARTICLES), chance.choice(_WESTERN_SURNAMES)
    first = chance.choice(_WESTERN)
    second = f"-{chance.choice(_WESTERN)}" if chance.random() < 0.15 else ""
    return chance.choice([f"{first}{second} {particle} {surname}"] * 3 + [f"{particle} {surname}"])


def _irish(chance: random.Random) -> str:
    return f"{chance.choice(_WESTERN)} {chance.choice(_IRISH)}"


def _turkic(chance: random.Random) -> str:
    child = chance.choice(["оглы", "оглу", "кызы", "улы"])
    name = f"{chance.choice(_TURKIC)} {chance.choice(_TURKIC_FATHERS)} {child}"
    surname = chance.choice(_TURKIC_SURNAMES)
    return chance.choice([name, f"{surname} {name}", f"{name} {surname}"])


def _hungarian(chance: random.Random) -> str:
    return chance.choice(_HUNGARIAN)


_MAKERS: tuple[Maker, ...] = (
    *(_korean, _korean, _chinese, _chinese, _vietnamese, _arabic, _arabic, _western, _western),
    *(_irish, _turkic, _hungarian),
)


def foreign_name(chance: random.Random) -> list[str]:
    """A name in the nominative, as words; an apostrophe is a word of its own."""
    name = chance.choice(_MAKERS)(chance)
    return name.replace("'", " ' ").replace("’", " ’ ").split()
