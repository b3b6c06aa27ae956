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

_JAPANESE = _words(
    "Юко Хироси Кэндзи Такаси Наоми Юки Синдзо Фумио Таро Акира Харуки Рюити Ёсихидэ Кадзуо Сигэру "
    "Аюми Кейго Масако Тосихиро Рэйко"
)
_JAPANESE_SURNAMES = _words(
    "Идзуми Танака Судзуки Ямамото Накамура Кобаяси Като Ёсида Абэ Суга Кисида Мураками Сато "
    "Мориока Хасимото Оэ Исиба Цуда Фудзивара Китано"
)
_SOUTH_ASIAN = _words(
    "Нарендра Радж Приянка Арвинд Субраманьям Имран Наваз Мамата Рахул Соня Шахбаз Асиф Махинда "
    "Готабая Анурадха Викрам Сундар Сачин Амит Читра Беназир Ранил"
)
_SOUTH_ASIAN_SURNAMES = _words(
    "Моди Сингх Ганди Джайшанкар Кханна Шариф Бхутто Раджапакса Шарма Патель Кумар Рао Банерджи "
    "Кеджривал Тендулкар Икбал Хан Викрамасингхе Рахман Деви Пичаи Наир"
)
_AFRICAN = _words(
    "Нгози Гболахан Абий Исайяс Улусегун Кваме Сирил Джулиус Поль Феликс Дени Алассан Чимаманда "
    "Мохамед Идрис Самиа Уильям Джомо Тедрос Нана Фор Лоран Блез Юссуф"
)
_AFRICAN_SURNAMES = _words(
    "Оконджо-Ивеала Адейеми Ахмед Афеверки Обасанджо Нкрума Рамафоса Малема Кагаме Чисекеди "
    "Сассу-Нгессо Уаттара Адичи Деби Хасан Руто Кеньятта Адхан Акуфо-Аддо Гнассингбе Гбагбо Н'Дур"
)
_IBERIAN = _words(
    "Хосе Рауль Хуан Карлос Мануэль Луис Мария Ана Педро Жаир Диего Лионель Габриэль Исабель Эво "
    "Николас Хавьер Андрес Жоржи Криштиану Жулиу Фелипе Алехандро Пабло"
)
_IBERIAN_SURNAMES = _words(
    "Мулино Лопес Обрадор Мадуро Гайдо Моралес Перес Сантуш Болсонару Месси Борич Пиньера Милей "
    "Фернандес Ортега Диас-Канель Кастильо Касильяс Роналду Жезуш Гутерриш Наварро Маркес Эскобар"
)
_PERSIAN = _words(
    "Мохаммад Багер Хасан Али Реза Масуд Эбрахим Хоссейн Амир Аббас Джавад Касем Махмуд Ашраф "
    "Абдулла Хамид Рамзан Мулла"
)
_PERSIAN_SURNAMES = _words(
    "Галибаф Роухани Зариф Раиси Пезешкиан Абдоллахиан Хаменеи Лариджани Аракчи Сулеймани Бакери "
    "Ахмадинежад Гани Карзай Солтани Джалили Хатами Тегерани"
)
_TURKISH = _words(
    "Реджеп Тайип Хакан Мевлют Ахмет Абдулла Кемаль Экрем Мурат Эмине Орхан Дениз Бюлент Сулейман "
    "Мустафа Шамиль Айше Нурсултан Садыр Касым-Жомарт"
)
_TURKISH_SURNAMES = _words(
    "Эрдоган Фидан Чавушоглу Давутоглу Гюль Кылычдароглу Имамоглу Памук Демирташ Йылдырым Акар "
    "Озтюрк Калын Токаев Жапаров Тунч Бахчели Сойлу"
)
_EUROPEAN = _words(
    "Бьорн Йенс Йоуни Микаэль Кристалина Олаф Фридрих Кир Риши Риккардо Джорджа Маттео Анджей "
    "Дональд Йоанис Кирьякос Гитанас Кайя Эгилс Саули Санна Шинейд Ульф Метте Зденек Роберт "
    "Златан Лука Новак Тибо Килиан Ромелу Пауль Уолтер Арнольд Опра Хиллари Зузана"
)
_EUROPEAN_SURNAMES = _words(
    "Кёйперс Столтенберг Хяккинен Георгиева Шольц Мерц Стармер Сунак Мелони Сальвини Дуда Туск "
    "Мицотакис Науседа Каллас Левитс Ниинистё Марин Кристерссон Фредериксен Фицо Ибрагимович "
    "Модрич Джокович Куртуа Мбаппе Лукаку Краузе Тойгель Шварценеггер Уинфри Клинтон Чапутова "
    "Рютте Лёвен Бербок Хабек Лавен Гроссман Ван-Дейк Макрон Ле-Пен"
)
_CAUCASIAN = _words(
    "Хвича Георгий Гиорги Саломе Ираклий Бидзина Никол Серж Армен Вардан Абдул-Хаким Магомед-Салам "
    "Рамзан Шамиль Патимат Зелимхан Аслан Хабиб Заур Нана Тамар Каха Давид Ваагн"
)
_CAUCASIAN_SURNAMES = _words(
    "Кварацхелия Мамардашвили Зурабишвили Гарибашвили Иванишвили Пашинян Саргсян Саркисян "
    "Тер-Петросян Кадыров Нурмагомедов Гаджиев Исаев Хубулов Кобахидзе Гвазава Чачанидзе Каладзе "
    "Хизриев Умаров"
)

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


def _japanese(chance: random.Random) -> str:
    return f"{chance.choice(_JAPANESE)} {chance.choice(_JAPANESE_SURNAMES)}"


def _south_asian(chance: random.Random) -> str:
    return f"{chance.choice(_SOUTH_ASIAN)} {chance.choice(_SOUTH_ASIAN_SURNAMES)}"


def _african(chance: random.Random) -> str:
    return f"{chance.choice(_AFRICAN)} {chance.choice(_AFRICAN_SURNAMES)}"


def _iberian(chance: random.Random) -> str:
    names = chance.sample(_IBERIAN, chance.choice([1, 1, 2]))
    return " ".join([*names, *chance.sample(_IBERIAN_SURNAMES, chance.choice([1, 1, 2]))])


def _persian(chance: random.Random) -> str:
    names = chance.sample(_PERSIAN, chance.choice([1, 1, 2]))
    return " ".join([*names, chance.choice(_PERSIAN_SURNAMES)])


def _turkish(chance: random.Random) -> str:
    names = chance.sample(_TURKISH, chance.choice([1, 1, 2]))
    return " ".join([*names, chance.choice(_TURKISH_SURNAMES)])


def _european(chance: random.Random) -> str:
    return f"{chance.choice(_EUROPEAN)} {chance.choice(_EUROPEAN_SURNAMES)}"


def _caucasian(chance: random.Random) -> str:
    return f"{chance.choice(_CAUCASIAN)} {chance.choice(_CAUCASIAN_SURNAMES)}"


def _turkic_form(chance: random.Random) -> str:
    surname, first = chance.choice(_TURKIC_SURNAMES), chance.choice(_TURKIC)
    return f"{surname} {first} {chance.choice(_TURKIC_FATHERS)} {chance.choice(['оглы', 'кызы'])}"


# Of some names only the last part declines: the parts make one.
_JOINED: tuple[Maker, ...] = (_korean, _korean, _chinese, _chinese, _vietnamese)
_MAKERS: tuple[Maker, ...] = (
    *_JOINED,
    *(_arabic, _arabic, _western, _western, _irish, _turkic, _turkic_form, _hungarian, _japanese),
    *(_south_asian, _african, _iberian, _iberian, _persian, _turkish, _turkish),
    *(_european, _european, _european, _caucasian, _caucasian),
)
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
# By the ending of the nominative, how a name declines; others stay as they are.
_ENDINGS = {
    "": {"gent": "а", "datv": "у", "accs": "а", "ablt": "ом", "loct": "е"},
    "й": {"gent": "я", "datv": "ю", "accs": "я", "ablt": "ем", "loct": "е"},
    "ь": {"gent": "я", "datv": "ю", "accs": "я", "ablt": "ем", "loct": "е"},
    "а": {"gent": "ы", "datv": "е", "accs": "у", "ablt": "ой", "loct": "е"},
    "я": {"gent": "и", "datv": "и", "accs": "ю", "ablt": "ей", "loct": "и"},
}


def foreign_name(chance: random.Random, case: str = "nomn") -> list[str]:
    """A name in a case, as words; an apostrophe is a word of its own."""
    make = chance.choice(_MAKERS)
    words = make(chance).replace("'", " ' ").replace("’", " ’ ").split()
    if case == "nomn":
        return words
    *first, last = words
    if make not in _JOINED:
        first = [_declined(word, case) for word in first]
    return [*first, _declined(last, case)]


def _declined(word: str, case: str) -> str:
    """`Ёля`, `Фиданом`, `Силву`; `ван` and what ends otherwise stay."""
    if not word[0].isupper() or len(word) < 2:
        return word
    if word[-1] in _CONSONANTS:
        return word + _ENDINGS[""][case]
    if word[-1] in "йья" or (word[-1] == "а" and word[-2] in _CONSONANTS):
        return word[:-1] + _ENDINGS[word[-1]][case]
    return word
