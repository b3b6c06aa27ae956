"""Organisations that everybody knows by one word, for texts in which no capital tells a name.

Most are the words that the recogniser's training texts have as nothing else; the others are of the
same kind. Words that are common in another sense (`магнит`, `озон`) and places are not among them.
"""

from __future__ import annotations

from newscli.pipeline.recognizer.dictionary import lemma
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, put, put_each

ORGANISATIONS = frozenset(
    (
        *("мид", "мвд", "мчс", "фсб", "фнс", "цик", "сбу", "цру", "фбр", "гибдд", "дпс"),
        *("минобороны", "минэнерго", "минтранс", "минпромторг", "минкультуры", "минсельхоз"),
        *("минздрав", "минфин", "минюст", "минобрнауки", "минэкономразвития", "минцифры"),
        *("госдума", "мосгордума", "мосгорсуд", "генпрокуратура", "центробанк", "центризбирком"),
        *("роспотребнадзор", "роскомнадзор", "росавиация", "россельхознадзор", "росгвардия"),
        *("росприроднадзор", "рособрнадзор", "росстат", "роструд", "гидрометцентр", "вциом"),
        *("роскосмос", "росатом", "ростех", "роснано", "ранхигс", "рпц", "кремль", "пентагон"),
        *("оон", "нато", "обсе", "мвф", "вто", "еврокомиссия", "европарламент", "евросоюз"),
        *("одкб", "снг", "магатэ", "юнеско", "интерпол", "фифа", "уефа", "наса", "русада"),
        *("тасс", "интерфакс", "рбк", "вгтрк", "нтв", "коммерсант", "медиазона", "белта"),
        *("газпром", "газпромбанк", "роснефть", "лукойл", "транснефть", "норникель", "нафтогаз"),
        *("аэрофлот", "трансаэро", "ржд", "автоваз", "уралмаш", "уралвагонзавод", "мосгаз"),
        *("сбербанк", "сбер", "втб", "тинькофф", "альфа-банк", "яндекс", "вконтакте", "мтс"),
        *("билайн", "ростелеком", "авито", "пятёрочка", "пятерочка", "ашан", "икея", "макдоналдс"),
        *("ютуб", "телеграм", "фейсбук", "инстаграм", "твиттер", "гугл", "майкрософт"),
        *("кпрф", "лдпр", "спартак", "зенит", "цска", "хамас", "талибан", "тесла", "теслы"),
        *("роснедра", "рособоронэкспорт", "росфинмониторинг", "ростехнадзор", "росимущество"),
        *("росмолодёжь", "росмолодежь", "росрыболовство", "рослесхоз", "ростуризм", "росавтодор"),
        *("минприроды", "минвостокразвития", "минобразования", "минпросвет", "сургутнефтегаз"),
        *("башнефть", "сибур", "еврохим", "уралкалий", "фосагро", "нлмк", "росбанк", "совкомфлот"),
        *("рутуб", "тикток", "вотсап", "ватсап", "мосфильм", "ленфильм", "союзмультфильм"),
        *("эрмитаж", "третьяковка", "мариинка", "гитис", "вгик", "мифи", "мфти", "спбгу", "рудн"),
        *("рфс", "рпл", "кхл", "нхл", "фхр", "вада", "ювентус", "челси", "боруссия", "барыс"),
        *("спортмастер", "боинг", "эйрбас", "самсунг", "сяоми", "хуавей", "данон", "старбакс"),
        *("нестле", "теле2", "т-банк", "днс", "бауманка", "соллерс"),
        *("еспч", "пасе", "умвд", "гувд", "уфсин", "минкульт", "нацгвардия", "мккк"),
        *("минспорт", "минтруд", "минпросвещения", "минстрой", "росреестр", "росгидромет", "фсин"),
        *(
            "фас",
            "фссп",
            "следком",
            "совфед",
            "совбез",
            "мгу",
            "мгимо",
            "вшэ",
            "соцфонд",
            "россети",
        ),
        *("русгидро", "татнефть", "новатэк", "алроса", "русал", "северсталь", "камаз", "мосбиржа"),
        *("совкомбанк", "россельхозбанк", "промсвязьбанк", "вкусвилл", "вайлдберриз", "эппл"),
        *(
            "нетфликс",
            "хезболла",
            "моссад",
            "брикс",
            "шос",
            "опек",
            "еаэс",
            "юнисеф",
            "госдеп",
            "динамо",
        ),
    )
)
# Those of several words, each by its likeliest lemma.
PHRASES = frozenset(
    (
        *("исламский государство", "московский биржа", "шанхайский биржа", "евразийский союз"),
        *("уральский авиалиния", "московский комсомолец", "независимый газета", "бургер кинг"),
        *("леруа мерлен", "ак барс", "салават юлаев", "эхо москва", "интер рао", "рен тв"),
        *("новый газета", "российский газета", "комсомольский правда"),
        *("единый россия", "справедливый россия", "первый канал", "риа новость", "газпром нефть"),
        *("следственный комитет", "верховный суд", "конституционный суд", "совет федерация"),
        *("счётный палата", "большой театр", "русский музей", "почта россия"),
        *("яндекс такси", "яндекс еда", "белый дом"),
        *("красный крест", "реал мадрид", "манчестер юнайтед", "манчестер сити"),
    )
)
# Those whose last word is the place that they are of, and so is no part of their name.
OF_PLACES = frozenset(("банк россия",))
# Those which the network takes for what they are in small letters: a cart, say.
_ACRONYMS = frozenset(("ВОЗ", "МОК", "КАМАЗ", "ВАДА", "ВСУ"))
# How sure it is of one that the network did not see.
_KNOWN = 0.8


def is_well_known(word: str) -> bool:
    """Whether a word, in any case, is an organisation that everybody knows."""
    return not ORGANISATIONS.isdisjoint((word.lower(), lemma(word)))


def name_well_known(tokens: Tokens, scores: Scores) -> Scores:
    """`сбер снова поднял ставку`: the mentions of a text, each with its score, and these."""
    lemmas = [lemma(word) for word in tokens.words]
    for at, word in enumerate(tokens.words):
        # Of a word that it does not know, the dictionary may guess the lemma wrong.
        is_word = len(word) > 2 and not ORGANISATIONS.isdisjoint((word.lower(), lemmas[at]))
        phrase = " ".join(lemmas[at : at + 2])
        is_phrase = phrase in PHRASES
        if is_word or is_phrase or phrase in OF_PLACES:
            known = Mention(at, at + 1 + is_phrase, "ORG")
            inside = [other for other in scores if other.overlaps(known)]
            if all(_is_part(other, known) or other.label == "DATE" for other in inside):
                scores = put(scores, known, _KNOWN)
    return scores


def name_acronyms(tokens: Tokens, scores: Scores) -> Scores:
    """`директор ВОЗ`: an organisation by its letters, which are nothing else."""
    if _ACRONYMS.isdisjoint(tokens.forms):
        return scores
    names = (Mention(at, at + 1, "ORG") for at in tokens.places_of(_ACRONYMS))
    return put_each(scores, names, _KNOWN)


def _is_part(other: Mention, known: Mention) -> bool:
    """Whether a mention is less of a well-known one, or takes it for something else."""
    is_inside = known.start <= other.start and other.end <= known.end
    return is_inside and (other.size < known.size or other.label != "ORG")
